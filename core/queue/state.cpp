// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/state.h"

#include "core/base/limits.h"

#include <algorithm>
#include <tuple>

namespace tiepdon {
namespace {

template <class Key, class Value>
const Value *find(const std::map<Key, Value> &map, const Key &key)
{
    const auto it = map.find(key);
    return it == map.end() ? nullptr : &it->second;
}

template <class Key, class Value>
std::vector<Value> values(const std::map<Key, Value> &map)
{
    std::vector<Value> list;
    list.reserve(map.size());
    for (const auto &[key, value] : map)
        list.push_back(value);
    return list;
}

} // namespace

QueueId QueueId::of(const Ticket &ticket)
{
    const bool raised = ticket.raisedFrom.has_value();
    return {ticket.step.service, raised,          raised ? SegmentId{} : ticket.segment,
            ticket.forCounter,   ticket.forStaff, ticket.language};
}

BranchState::BranchState(const StateImage &image)
    : m_settings(image.setup.settings), m_businessDay(image.businessDay), m_isOpen(image.isOpen),
      m_changedMs(image.changedMs), m_lastTicket(image.lastTicket), m_totals(image.totals),
      m_ruleCalls(image.ruleCalls)
{
    for (const Service &service : image.setup.services)
        m_services[service.id] = service;
    for (const WorkProfile &profile : image.setup.profiles)
        m_profiles[profile.id] = profile;
    for (const Counter &counter : image.setup.counters)
        m_counters[counter.id] = counter;
    for (const Staff &staff : image.setup.staff)
        m_staff[staff.id] = staff;
    for (const ServiceGroup &group : image.setup.groups)
        m_groups[group.id] = group;
    for (const Zone &zone : image.setup.zones)
        m_zones[zone.id] = zone;
    for (const Segment &segment : image.setup.segments)
        m_segments[segment.id] = segment;
    for (const PriorityReason &reason : image.setup.priorityReasons)
        m_priorityReasons[reason.id] = reason;
    for (const Outcome &outcome : image.setup.outcomes)
        m_outcomes[outcome.id] = outcome;
    for (const SeriesCount &count : image.series)
        m_lastSerials[count.series] = count.lastSerial;
    for (const CounterState &counter : image.counters)
        m_counterStates[counter.counter] = counter;
    for (const RecentWaits &recent : image.recentWaits)
        m_recentWaits[recent.service] = recent;
    for (const ServiceDay &day : image.serviceDays)
        m_serviceDays[day.service] = day;
    for (const StaffDay &day : image.staffDays)
        m_staffDays[day.staff] = day;
    m_calls = image.calls;
    m_restorable.assign(image.restorable.begin(), image.restorable.end());
    for (const Ticket &ticket : image.tickets)
        insertOpen(ticket);
    // last: a queue that is not yet whole would forget what counts against those to come
    for (const Overtakings &overtakings : image.overtakings)
        m_overtakings[overtakings.queue] = overtakings.calls;
}

StateImage BranchState::image() const
{
    StateImage image;
    image.setup = setup();
    image.businessDay = m_businessDay;
    image.isOpen = m_isOpen;
    image.changedMs = m_changedMs;
    image.lastTicket = m_lastTicket;
    image.totals = m_totals;
    for (const auto &[series, lastSerial] : m_lastSerials)
        image.series.push_back({series, lastSerial});
    image.counters = values(m_counterStates);
    image.recentWaits = values(m_recentWaits);
    image.serviceDays = values(m_serviceDays);
    image.staffDays = values(m_staffDays);
    image.calls = m_calls;
    image.restorable.assign(m_restorable.begin(), m_restorable.end());
    for (const auto &[queue, calls] : m_overtakings)
        image.overtakings.push_back({queue, calls});
    image.ruleCalls = m_ruleCalls;
    image.tickets.reserve(m_tickets.size());
    for (const auto &[id, ticket] : m_tickets)
        image.tickets.push_back(ticket);
    std::sort(image.tickets.begin(), image.tickets.end(),
              [](const Ticket &a, const Ticket &b) { return a.id < b.id; });
    return image;
}

BranchSetup BranchState::setup() const
{
    return {
        m_settings,       values(m_services), values(m_profiles), values(m_counters),        values(m_staff),
        values(m_groups), values(m_zones),    values(m_segments), values(m_priorityReasons), values(m_outcomes)};
}

const Service *BranchState::service(ServiceId id) const { return find(m_services, id); }

const WorkProfile *BranchState::profile(ProfileId id) const { return find(m_profiles, id); }

const Counter *BranchState::counter(CounterId id) const { return find(m_counters, id); }

const Staff *BranchState::staffMember(StaffId id) const { return find(m_staff, id); }

const CounterState *BranchState::counterState(CounterId id) const { return find(m_counterStates, id); }

const Ticket *BranchState::ticket(TicketId id) const
{
    const auto it = m_tickets.find(id);
    return it == m_tickets.end() ? nullptr : &it->second;
}

const std::set<QueueKey> &BranchState::waiting(ServiceId id) const
{
    static const std::set<QueueKey> kNobody;
    const auto *queue = find(m_waiting, id);
    return queue ? *queue : kNobody;
}

std::int64_t BranchState::lastSerial(const std::string &series) const
{
    const auto *serial = find(m_lastSerials, series);
    return serial ? *serial : 0;
}

std::int64_t BranchState::openInSeries(const std::string &series) const
{
    const auto *count = find(m_openInSeries, series);
    return count ? *count : 0;
}

std::optional<TimeMs> BranchState::recentWaitMs(ServiceId id) const
{
    const RecentWaits *recent = recentWaits(id);
    if (!recent || recent->waitsMs.empty())
        return std::nullopt;
    std::vector<TimeMs> sorted = recent->waitsMs;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    return *middle;
}

const RecentWaits *BranchState::recentWaits(ServiceId id) const { return find(m_recentWaits, id); }

ServiceDay BranchState::serviceDay(ServiceId id) const
{
    const auto *day = find(m_serviceDays, id);
    return day ? *day : ServiceDay{id};
}

StaffDay BranchState::staffDay(StaffId id) const
{
    const auto *day = find(m_staffDays, id);
    return day ? *day : StaffDay{id};
}

std::int64_t BranchState::countersServing(ServiceId id) const
{
    return std::count_if(m_counterStates.begin(), m_counterStates.end(), [&](const auto &entry) {
        const CounterState &counter = entry.second;
        const WorkProfile *serves = counter.isOpen() ? profile(counter.profile) : nullptr;
        return serves && std::find(serves->services.begin(), serves->services.end(), id) != serves->services.end();
    });
}

void showCall(std::vector<ShownCall> &calls, const ShownCall &call)
{
    std::erase_if(calls, [&](const ShownCall &other) { return other.number == call.number; });
    calls.insert(calls.begin(), call);
    std::size_t ofZone = 0;
    std::erase_if(calls, [&](const ShownCall &other) {
        return other.zone == call.zone && ++ofZone > limits::kShownCallsMax;
    });
}

void endCall(std::vector<ShownCall> &calls, const std::string &number)
{
    for (ShownCall &call : calls) {
        if (call.number == number)
            call.isOpen = false;
    }
}

QueueTerms BranchState::terms(ServiceId serviceId, SegmentId segmentId) const
{
    QueueTerms terms;
    const Service *of = service(serviceId);
    if (!of)
        return terms;
    terms.promiseMs = of->serviceLevelMs;
    terms.meanServiceMs = of->expectedMs;
    std::int64_t weightPermille = 1000;
    if (segmentId.isSet()) {
        if (const Segment *segment = find(m_segments, segmentId)) {
            weightPermille = segment->weightPermille;
            terms.rank = segment->rank;
            if (segment->serviceLevelMs > 0)
                terms.promiseMs = segment->serviceLevelMs;
        }
        for (const SegmentPromise &promise : of->promises) {
            if (promise.segment != segmentId)
                continue;
            if (promise.serviceLevelMs > 0)
                terms.promiseMs = promise.serviceLevelMs;
            if (promise.weightPermille > 0)
                weightPermille = promise.weightPermille;
        }
    }
    terms.weight = static_cast<double>(weightPermille) / 1000;
    if (of->weightPermille > 0)
        terms.weight *= static_cast<double>(of->weightPermille) / 1000;
    return terms;
}

TimeMs BranchState::promiseMs(ServiceId service, SegmentId segment) const
{
    return terms(service, segment).promiseMs;
}

bool BranchState::mayServe(const CounterState &counter, ServiceId id) const
{
    const WorkProfile *serves = profile(counter.profile);
    const Service *asked = service(id);
    if (!serves || !asked
        || std::find(serves->services.begin(), serves->services.end(), id) == serves->services.end())
        return false;
    if (asked->neededSkill <= 0)
        return true;
    const Staff *who = staffMember(counter.staff);
    return who && std::any_of(who->skills.begin(), who->skills.end(), [&](const StaffSkill &skill) {
               return skill.service == id && skill.level >= asked->neededSkill;
           });
}

bool BranchState::speaks(const CounterState &counter, const std::string &language) const
{
    const Staff *who = staffMember(counter.staff);
    return who && std::find(who->languages.begin(), who->languages.end(), language) != who->languages.end();
}

bool BranchState::mayCall(const CounterState &counter, const QueueId &queue) const
{
    if (!counter.isOpen())
        return false;
    if (queue.forCounter.isSet())
        return queue.forCounter == counter.counter;
    if (queue.forStaff.isSet())
        return queue.forStaff == counter.staff;
    if (!mayServe(counter, queue.service))
        return false;
    if (queue.language.empty() || speaks(counter, queue.language))
        return true;
    return std::none_of(m_counterStates.begin(), m_counterStates.end(), [&](const auto &entry) {
        const CounterState &other = entry.second;
        return other.isOpen() && !other.onBreak && mayServe(other, queue.service) && speaks(other, queue.language);
    });
}

std::int64_t BranchState::overtaken(const Ticket &ticket) const
{
    const auto *calls = ticket.isQueued() ? find(m_overtakings, QueueId::of(ticket)) : nullptr;
    if (!calls)
        return 0;
    return std::count_if(calls->begin(), calls->end(), [&](const Overtaking &overtaking) {
        return overtaking.call > ticket.joinedCall && overtaking.place > ticket.place;
    });
}

std::optional<TimeMs> BranchState::nextDueMs(TimeMs after) const
{
    std::optional<TimeMs> next;
    const auto at = [&](TimeMs ms) { next = next ? std::min(*next, ms) : ms; };
    if (!m_isOpen)
        return next;
    if (!m_due.empty())
        at(m_due.begin()->first);
    for (const auto &[id, counter] : m_counterStates) {
        const TimeMs freeMs = counter.lastCallMs.value_or(0) + m_settings.minCallGapMs;
        if (counter.nextStoredMs && freeMs > std::max(m_changedMs, after))
            at(freeMs);
    }
    return next;
}

void BranchState::index(const Ticket &ticket)
{
    if (ticket.isQueued()) {
        m_waiting[ticket.step.service].insert({ticket.place, ticket.id});
        const QueueId queue = QueueId::of(ticket);
        m_queues[queue].insert({ticket.place, ticket.id});
        forgetOvertakings(queue);
    } else if (ticket.state == TicketState::Waiting) {
        m_due.emplace(ticket.held->untilMs, ticket.id);
    } else if (ticket.state == TicketState::Parked) {
        m_parked.insert(ticket.id);
        if (ticket.parked && ticket.parked->untilMs)
            m_due.emplace(*ticket.parked->untilMs, ticket.id);
    }
}

void BranchState::unindex(const Ticket &ticket)
{
    if (ticket.isQueued()) {
        m_waiting[ticket.step.service].erase({ticket.place, ticket.id});
        const auto queue = m_queues.find(QueueId::of(ticket));
        if (queue == m_queues.end())
            return;
        queue->second.erase({ticket.place, ticket.id});
        const QueueId id = queue->first;
        if (queue->second.empty())
            m_queues.erase(queue);
        forgetOvertakings(id);
    } else if (ticket.state == TicketState::Waiting) {
        m_due.erase({ticket.held->untilMs, ticket.id});
    } else if (ticket.state == TicketState::Parked) {
        m_parked.erase(ticket.id);
        if (ticket.parked && ticket.parked->untilMs)
            m_due.erase({*ticket.parked->untilMs, ticket.id});
    }
}

void BranchState::forgetOvertakings(const QueueId &id)
{
    const auto calls = m_overtakings.find(id);
    if (calls == m_overtakings.end())
        return;
    const auto queue = m_queues.find(id);
    if (queue != m_queues.end())
        std::erase_if(calls->second,
                      [&](const Overtaking &call) { return call.place <= queue->second.begin()->place; });
    if (queue == m_queues.end() || calls->second.empty())
        m_overtakings.erase(calls);
}

void BranchState::insertOpen(const Ticket &ticket)
{
    if (!m_tickets.emplace(ticket.id, ticket).second)
        return;
    m_openNumbers.emplace(ticket.number, ticket.id);
    ++m_openInSeries[ticket.series];
    index(ticket);
}

void BranchState::eraseOpen(const Ticket &ticket)
{
    unindex(ticket);
    const auto number = m_openNumbers.find(ticket.number);
    if (number != m_openNumbers.end() && number->second == ticket.id)
        m_openNumbers.erase(number);
    --m_openInSeries[ticket.series];
    m_tickets.erase(TicketId(ticket.id)); // a copy: the reference may point into the map
}

std::vector<std::string> violations(const BranchState &state)
{
    std::vector<std::string> found;
    const auto report = [&](const Ticket &ticket, const std::string &what) {
        found.push_back("ticket " + std::to_string(ticket.id.value) + " (" + ticket.number + ") " + what);
    };

    std::map<std::string, TicketId> numbers;
    std::map<std::tuple<std::string, std::string, std::int64_t>, TicketId> serials;
    for (const auto &[id, ticket] : state.tickets()) {
        if (const auto [it, isNew] = numbers.emplace(ticket.number, id); !isNew)
            report(ticket, "shows the number of ticket " + std::to_string(it->second.value));
        if (const auto [it, isNew]
            = serials.emplace(std::tuple(ticket.carriedFrom, ticket.series, ticket.serial), id);
            !isNew)
            report(ticket, "has the serial of ticket " + std::to_string(it->second.value));
        if (id > state.lastTicket())
            report(ticket, "is later than the last ticket issued");
        if (!state.service(ticket.step.service))
            report(ticket, "waits for a service that does not exist");
        if (ticket.endedMs)
            report(ticket, "has ended and is still open");

        const auto &queue = state.waiting(ticket.step.service);
        const bool isQueued = queue.contains({ticket.place, id});
        if (isQueued != ticket.isQueued())
            report(ticket, isQueued ? "stands in a queue without waiting" : "waits without standing in a queue");

        const auto own = state.queues().find(QueueId::of(ticket));
        if (ticket.isQueued() != (own != state.queues().end() && own->second.contains({ticket.place, id})))
            report(ticket, "does not stand in the queue of its segment");
        if (ticket.parked.has_value() != (ticket.state == TicketState::Parked)
            || state.parked().contains(id) != (ticket.state == TicketState::Parked))
            report(ticket, "is parked by halves");
        if (ticket.held && ticket.state != TicketState::Waiting)
            report(ticket, "is held without waiting");
        std::int64_t counters = 0;
        for (const auto &[counterId, counter] : state.counterStates())
            counters += counter.ticket == id ? 1 : 0;
        if (counters != (ticket.isAtCounter() ? 1 : 0))
            report(ticket, "is at " + std::to_string(counters) + " counters");

        const VisitStep &step = ticket.step;
        if (step.waitingFromMs < ticket.issuedMs)
            report(ticket, "waits from before it was issued");
        if (step.calledMs && *step.calledMs < step.waitingFromMs)
            report(ticket, "was called before it waited");
        if (step.startedMs && (!step.calledMs || *step.startedMs < *step.calledMs))
            report(ticket, "was started before it was called");
        if (step.waitedBeforeMs < 0 || step.servedBeforeMs < 0)
            report(ticket, "waited or was served for less than no time");
        if (ticket.state == TicketState::WrapUp
            && (!step.wrapUpMs || !step.startedMs || *step.wrapUpMs < *step.startedMs))
            report(ticket, "is in wrap-up without having been served");
    }
    for (const Ticket &ticket : state.restorable()) {
        if (state.ticket(ticket.id) || !ticket.endedMs)
            report(ticket, "can be brought back and has not ended");
    }
    std::map<StaffId, CounterId> seats;
    for (const auto &[id, counter] : state.counterStates()) {
        const std::string who = "counter " + std::to_string(id.value);
        if (!state.counter(id))
            found.push_back(who + " is not defined");
        if (counter.isOpen() && !state.staffMember(counter.staff))
            found.push_back(who + " is opened by somebody unknown");
        if (counter.isOpen() && !state.profile(counter.profile))
            found.push_back(who + " has an unknown work profile");
        if (counter.ticket.isSet() && !state.ticket(counter.ticket))
            found.push_back(who + " holds a ticket that is not open");
        if (counter.ticket.isSet() && !counter.isOpen())
            found.push_back(who + " is closed and holds a ticket");
        if (counter.onBreak && (!counter.isOpen() || counter.ticket.isSet()))
            found.push_back(who + " is on a break, and closed or at work");
        if (counter.nextStoredMs && (!counter.isOpen() || counter.ticket.isSet() || counter.onBreak))
            found.push_back(who + " waits for the next person and cannot take one");
        if (counter.reason && !counter.ticket.isSet())
            found.push_back(who + " says why nobody was called");
        if (counter.isOpen() && !seats.emplace(counter.staff, id).second)
            found.push_back(who + " is opened by somebody who is at another counter");
    }
    for (const auto &[id, service] : state.services()) {
        for (const QueueKey &key : state.waiting(id)) {
            const Ticket *ticket = state.ticket(key.ticket);
            if (!ticket || ticket->step.service != id)
                found.push_back("the queue of service " + std::to_string(id.value) + " holds ticket "
                                + std::to_string(key.ticket.value) + " which does not wait for it");
        }
    }
    return found;
}

} // namespace tiepdon
