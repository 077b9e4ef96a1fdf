// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/engine.h"

#include "core/base/limits.h"
#include "core/domain/opening.h"
#include "core/queue/dispatch.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace tiepdon {
namespace {

using Events = std::vector<Event>;

Error unknown(ErrorCode code, std::string_view what, std::int64_t id)
{
    return {code, "no " + std::string(what) + " has id " + std::to_string(id), {{"id", std::to_string(id)}}};
}

Error dayNotOpen() { return {ErrorCode::DayNotOpen, "the day is not open", {}}; }

/// An open counter, or why there is none.
Result<const CounterState *> openCounter(const BranchState &state, CounterId id)
{
    if (!state.isOpen())
        return dayNotOpen();
    if (!state.counter(id))
        return unknown(ErrorCode::UnknownCounter, "counter", id.value);
    const CounterState *counter = state.counterState(id);
    if (!counter || !counter->isOpen())
        return Error{ErrorCode::CounterNotOpen, "nobody is signed on at the counter", {}};
    return counter;
}

Error wrongState(const Ticket &ticket)
{
    const std::string state(names(ticket.state).at(static_cast<std::size_t>(ticket.state)));
    return {ErrorCode::WrongState,
            "ticket " + ticket.number + " is " + state,
            {{"number", ticket.number}, {"state", state}}};
}

/// The ticket a command names, if it is the one in hand at the counter and in one of two states.
Result<const Ticket *> ticketInHand(const BranchState &state, CounterId counterId, TicketId ticketId,
                                    TicketState allowed, TicketState orAllowed)
{
    const auto counter = openCounter(state, counterId);
    if (!counter)
        return counter.error();
    const Ticket *ticket = state.ticket(ticketId);
    if (!ticket)
        return unknown(ErrorCode::UnknownTicket, "open ticket", ticketId.value);
    if ((*counter)->ticket != ticketId)
        return Error{ErrorCode::TicketNotHere,
                     "ticket " + ticket->number + " is not at this counter",
                     {{"number", ticket->number}}};
    if (ticket->state != allowed && ticket->state != orAllowed)
        return wrongState(*ticket);
    return ticket;
}

/// Just after the `k`-th ticket behind the one at `key`, or after the last when fewer are behind it.
/// Tickets that share a millisecond and a sub count as one place.
Place placesBack(const std::set<QueueKey> &queue, const QueueKey &key, std::int64_t k)
{
    Place place = key.place;
    auto it = queue.upper_bound(key);
    for (std::int64_t i = 0; i < k && it != queue.end(); ++i, ++it)
        place = {it->place.ms, it->place.sub + 1};
    return place;
}

/// Just before the head of a queue; nothing when nobody waits there.
std::optional<Place> firstPlace(const std::set<QueueKey> &queue)
{
    if (queue.empty())
        return std::nullopt;
    return Place{queue.begin()->place.ms, queue.begin()->place.sub - 1};
}

/// Behind everybody in a queue.
Place lastPlace(const std::set<QueueKey> &queue, TimeMs now)
{
    if (!queue.empty() && queue.rbegin()->place.ms >= now)
        return {queue.rbegin()->place.ms, queue.rbegin()->place.sub + 1};
    return {now, 0};
}

Place placeIn(const std::set<QueueKey> &queue, const Ticket &ticket, TransferPlace wanted, TimeMs now)
{
    const Place own{ticket.ownPlace().ms, 0};
    switch (wanted) {
    case TransferPlace::First:
        return firstPlace(queue).value_or(own);
    case TransferPlace::Last:
        return lastPlace(queue, now);
    case TransferPlace::ByTimeWaited:
        break;
    }
    return own;
}

/// The names of ids, parted by commas.
template <class AnyId>
std::string listed(const std::vector<AnyId> &ids)
{
    std::string text;
    for (const AnyId id : ids)
        text += (text.empty() ? "" : ",") + std::to_string(id.value);
    return text;
}

/// Puts what the branch has and `wanted` does not name before what the person wrote; how many that are.
template <class Key, class Item>
std::size_t keepTheRest(std::vector<Item> &wanted, const std::map<Key, Item> &known)
{
    std::set<Key> named;
    for (const Item &item : wanted)
        named.insert(item.id);
    std::vector<Item> all;
    for (const auto &[id, item] : known) {
        if (!named.contains(id))
            all.push_back(item);
    }
    const std::size_t kept = all.size();
    all.insert(all.end(), std::make_move_iterator(wanted.begin()), std::make_move_iterator(wanted.end()));
    wanted = std::move(all);
    return kept;
}

/// The mistake placed in the person's own list, which began after `kept` items.
Error placedAsWritten(Error error, const std::map<std::string, std::size_t> &kept)
{
    const std::string list = error.detail["list"];
    const auto offset = kept.find(list);
    if (offset == kept.end())
        return error;
    std::string &index = error.detail["index"];
    const std::string written = std::to_string(std::stoull(index) - offset->second);
    error.message.replace(0, list.size() + 1 + index.size(), list + "[" + written);
    index = written;
    return error;
}

/// One event per item of `checkedItems` that the branch has not exactly so already.
template <class DefinedEvent, class Key, class Item>
void appendChanged(Events &events, const std::map<Key, Item> &known, const std::vector<Item> &checkedItems)
{
    for (const Item &item : checkedItems) {
        const auto it = known.find(item.id);
        if (it == known.end() || !(it->second == item))
            events.push_back(DefinedEvent{item});
    }
}

/// The events that make `wanted` part of the branch's definition.
Result<Events> redefine(const BranchState &state, BranchSetup wanted)
{
    const std::map<std::string, std::size_t> kept
        = {{"services", keepTheRest(wanted.services, state.services())},
           {"profiles", keepTheRest(wanted.profiles, state.profiles())},
           {"counters", keepTheRest(wanted.counters, state.counters())},
           {"staff", keepTheRest(wanted.staff, state.staff())},
           {"groups", keepTheRest(wanted.groups, state.groups())},
           {"zones", keepTheRest(wanted.zones, state.zones())},
           {"segments", keepTheRest(wanted.segments, state.segments())},
           {"priorityReasons", keepTheRest(wanted.priorityReasons, state.priorityReasons())},
           {"outcomes", keepTheRest(wanted.outcomes, state.outcomes())}};
    auto setup = checked(std::move(wanted));
    if (!setup)
        return placedAsWritten(std::move(setup).error(), kept);
    const BranchSettings &settings = state.settings();
    const bool keepsDigits = setup->settings.numberDigits == settings.numberDigits;
    if (state.isOpen() && (!keepsDigits || setup->settings.utcOffsetMin != settings.utcOffsetMin))
        return Error{
            ErrorCode::DayAlreadyOpen,
            "digits of numbers and the time zone change only while the day is closed",
            {{"list", "settings"}, {"index", "0"}, {"field", keepsDigits ? "utcOffsetMin" : "numberDigits"}}};
    Events events;
    if (!(setup->settings == settings))
        events.push_back(event::BranchRuled{setup->settings});
    appendChanged<event::GroupDefined>(events, state.groups(), setup->groups);
    appendChanged<event::ZoneDefined>(events, state.zones(), setup->zones);
    appendChanged<event::SegmentDefined>(events, state.segments(), setup->segments);
    appendChanged<event::PriorityReasonDefined>(events, state.priorityReasons(), setup->priorityReasons);
    appendChanged<event::OutcomeDefined>(events, state.outcomes(), setup->outcomes);
    appendChanged<event::ServiceDefined>(events, state.services(), setup->services);
    appendChanged<event::ProfileDefined>(events, state.profiles(), setup->profiles);
    appendChanged<event::CounterDefined>(events, state.counters(), setup->counters);
    appendChanged<event::StaffDefined>(events, state.staff(), setup->staff);
    return events;
}

class Decider
{
public:
    Decider(const BranchState &state, TimeMs now) : m_state(state), m_now(now) { }

    Result<Events> operator()(const command::DefineBranch &c) const { return redefine(m_state, c.setup); }
    Result<Events> operator()(const command::DefineService &c) const
    {
        return redefinePart(&BranchSetup::services, c.service);
    }
    Result<Events> operator()(const command::DefineProfile &c) const
    {
        return redefinePart(&BranchSetup::profiles, c.profile);
    }
    Result<Events> operator()(const command::DefineCounter &c) const
    {
        return redefinePart(&BranchSetup::counters, c.counter);
    }
    Result<Events> operator()(const command::DefineStaff &c) const
    {
        return redefinePart(&BranchSetup::staff, c.staff);
    }
    Result<Events> operator()(const command::DefineGroup &c) const
    {
        return redefinePart(&BranchSetup::groups, c.group);
    }
    Result<Events> operator()(const command::DefineZone &c) const
    {
        return redefinePart(&BranchSetup::zones, c.zone);
    }

    Result<Events> operator()(const command::DefineSegment &c) const
    {
        return redefinePart(&BranchSetup::segments, c.segment);
    }
    Result<Events> operator()(const command::DefinePriorityReason &c) const
    {
        return redefinePart(&BranchSetup::priorityReasons, c.priorityReason);
    }
    Result<Events> operator()(const command::DefineOutcome &c) const
    {
        return redefinePart(&BranchSetup::outcomes, c.outcome);
    }

    Result<Events> operator()(const command::OpenDay &c) const
    {
        if (!m_state.isDefined())
            return Error{ErrorCode::NotDefined, "the branch has no services yet", {}};
        if (m_state.isOpen())
            return Error{ErrorCode::DayAlreadyOpen,
                         "the day " + m_state.businessDay() + " is open",
                         {{"day", m_state.businessDay()}}};
        if (dayStart(c.businessDay, 0) < 0)
            return Error{ErrorCode::InvalidParams, "businessDay must be YYYY-MM-DD", {{"field", "businessDay"}}};
        if (c.businessDay < m_state.businessDay())
            return Error{ErrorCode::DayInThePast,
                         "the last day opened is " + m_state.businessDay(),
                         {{"day", m_state.businessDay()}}};
        StateImage image = m_state.image();
        Events carried;
        if (c.businessDay != m_state.businessDay()) {
            carried = carriedOver();
            image.overtakings.clear();
            image.ruleCalls = 0;
            for (Ticket &ticket : image.tickets)
                ticket.joinedCall = 0;
            for (CounterState &counter : image.counters)
                counter.lastCallMs.reset();
            image.totals = {};
            image.series.clear();
            image.recentWaits.clear();
            image.serviceDays.clear();
            image.staffDays.clear();
            image.restorable.clear();
        }
        image.businessDay = c.businessDay;
        image.isOpen = true;
        image.changedMs = m_now;
        Events events{event::DayOpened{std::move(image)}};
        events.insert(events.end(), carried.begin(), carried.end());
        return events;
    }

    Result<Events> operator()(const command::CloseDay &c) const
    {
        if (!m_state.isOpen())
            return dayNotOpen();
        std::int64_t inHand = 0;
        for (const auto &[id, counter] : m_state.counterStates())
            inHand += counter.ticket.isSet() ? 1 : 0;
        if (inHand > 0 && !c.force)
            return Error{ErrorCode::TicketsInService,
                         std::to_string(inHand) + " people are called or being served",
                         {{"count", std::to_string(inHand)}}};
        std::vector<TicketId> open;
        open.reserve(m_state.tickets().size());
        for (const auto &[id, ticket] : m_state.tickets()) {
            if (!m_state.settings().carriesOver || ticket.isAtCounter())
                open.push_back(id);
        }
        std::sort(open.begin(), open.end());
        Events events;
        for (const TicketId id : open)
            events.push_back(event::TicketEnded{id});
        for (const auto &[id, counter] : m_state.counterStates()) {
            if (counter.isOpen())
                events.push_back(event::CounterClosed{id});
        }
        events.push_back(event::DayClosed{m_state.businessDay()});
        return events;
    }

    Result<Events> operator()(const command::SignOn &c) const
    {
        if (!m_state.isOpen())
            return dayNotOpen();
        const Counter *counter = m_state.counter(c.counter);
        if (!counter)
            return unknown(ErrorCode::UnknownCounter, "counter", c.counter.value);
        if (!m_state.staffMember(c.staff))
            return unknown(ErrorCode::UnknownStaff, "member of staff", c.staff.value);
        const ProfileId profile = c.profile.isSet() ? c.profile : counter->profile;
        if (!m_state.profile(profile))
            return unknown(ErrorCode::UnknownProfile, "work profile", profile.value);
        const CounterState *now = m_state.counterState(c.counter);
        if (now && now->isOpen() && (!c.takeOver || now->staff == c.staff)) {
            const Staff *who = m_state.staffMember(now->staff);
            return Error{ErrorCode::CounterOccupied,
                         "somebody is signed on at the counter",
                         {{"staff", std::to_string(now->staff.value)}, {"name", who ? who->name : std::string()}}};
        }
        for (const auto &[id, other] : m_state.counterStates()) {
            if (other.staff == c.staff && other.isOpen()) {
                const Counter *where = m_state.counter(id);
                return Error{ErrorCode::StaffElsewhere,
                             "this member of staff is signed on at another counter",
                             {{"counter", std::to_string(where ? where->number : 0)}}};
            }
        }
        return Events{event::CounterOpened{c.counter, c.staff, profile}};
    }

    Result<Events> operator()(const command::SignOff &c) const
    {
        const auto counter = openCounter(m_state, c.counter);
        if (!counter)
            return counter.error();
        if ((*counter)->ticket.isSet())
            return busy(**counter);
        return Events{event::CounterClosed{c.counter}};
    }

    Result<Events> operator()(const command::AssignProfile &c) const
    {
        const auto counter = openCounter(m_state, c.counter);
        if (!counter)
            return counter.error();
        if (!m_state.profile(c.profile))
            return unknown(ErrorCode::UnknownProfile, "work profile", c.profile.value);
        const ProfileId now = (*counter)->profile;
        if (c.from && *c.from != now)
            return Error{ErrorCode::CounterChanged,
                         "the counter has work profile " + std::to_string(now.value) + " by now",
                         {{"profile", std::to_string(now.value)}}};
        if (now == c.profile)
            return Events{};
        const auto lost = unservedAfter(**counter, c.profile);
        if (!lost.empty() && !c.leaveUnserved)
            return Error{ErrorCode::ServiceUnserved,
                         "no open counter would serve " + listed(lost),
                         {{"services", listed(lost)}}};
        return Events{event::ProfileAssigned{c.counter, c.profile}};
    }

    Result<Events> operator()(const command::IssueTicket &c) const
    {
        if (!m_state.isOpen())
            return dayNotOpen();
        const Service *service = m_state.service(c.service);
        if (!service)
            return unknown(ErrorCode::UnknownService, "service", c.service.value);
        if (const Opening opening = openingAt(service->hours, m_state.settings().utcOffsetMin, m_now);
            !opening.isOpen) {
            Error closed{ErrorCode::ServiceClosed, "the service is closed at this time", {}};
            if (opening.opensMs)
                closed.detail["opensMs"] = std::to_string(*opening.opensMs);
            return closed;
        }
        if (service->dayLimit > 0 && m_state.serviceDay(c.service).issued >= service->dayLimit)
            return Error{ErrorCode::ServiceFull,
                         "the tickets of the service are given out for today",
                         {{"limit", std::to_string(service->dayLimit)}}};
        const BookingRule &booking = m_state.settings().booking;
        if (c.bookedMs && m_now < *c.bookedMs - booking.earlyMs)
            return Error{ErrorCode::BookingTooEarly,
                         "a ticket for this booking is given later",
                         {{"fromMs", std::to_string(*c.bookedMs - booking.earlyMs)}}};
        if (c.bookedMs && m_now > *c.bookedMs + booking.lateMs)
            return Error{ErrorCode::BookingTooLate,
                         "the booking has lapsed",
                         {{"untilMs", std::to_string(*c.bookedMs + booking.lateMs)}}};
        const SegmentId otherwise = c.bookedMs ? booking.segment : SegmentId{};
        const auto segment = segmentFor(c.segment, c.priorityReason, otherwise);
        if (!segment)
            return segment.error();
        if (!isLanguage(c.language))
            return Error{ErrorCode::InvalidParams, "language must be two small letters", {{"field", "language"}}};
        auto issued = issue(*service);
        if (!issued)
            return issued.error();
        issued->segment = *segment;
        issued->priorityReason = c.priorityReason;
        issued->bookedMs = c.bookedMs;
        issued->language = c.language;
        return Events{*issued};
    }

    Result<Events> operator()(const command::ServeWalkIn &c) const
    {
        const auto counter = freeCounter(c.counter);
        if (!counter)
            return counter.error();
        const Service *service = m_state.service(c.service);
        if (!service)
            return unknown(ErrorCode::UnknownService, "service", c.service.value);
        const auto segment = segmentFor(c.segment, {}, {});
        if (!segment)
            return segment.error();
        auto issued = issue(*service);
        if (!issued)
            return issued.error();
        issued->segment = *segment;
        CallReason reason;
        reason.rule = CallRule::WalkIn;
        reason.service = c.service;
        reason.segment = *segment;
        reason.serviceLevelMs = m_state.promiseMs(c.service, *segment);
        reason.kind = m_state.settings().calling.kind;
        return Events{*issued, event::TicketCalled{issued->ticket, c.counter, (*counter)->staff, reason},
                      event::ServiceStarted{issued->ticket, c.counter, {}}};
    }

    Result<Events> operator()(const command::TakeBreak &c) const
    {
        const auto counter = openCounter(m_state, c.counter);
        if (!counter)
            return counter.error();
        if ((*counter)->ticket.isSet())
            return busy(**counter);
        if ((*counter)->onBreak && (*counter)->onBreak->reason == c.reason)
            return Events{};
        return Events{event::CounterPaused{c.counter, c.reason}};
    }

    Result<Events> operator()(const command::EndBreak &c) const
    {
        const auto counter = openCounter(m_state, c.counter);
        if (!counter)
            return counter.error();
        return (*counter)->onBreak ? Events{event::CounterResumed{c.counter}} : Events{};
    }

    Result<Events> operator()(const command::CallNext &c) const
    {
        const auto counter = freeCounter(c.counter);
        if (!counter)
            return counter.error();
        const auto tooSoon = calledTooSoon(**counter);
        if (!tooSoon) {
            if (const auto choice = nextFor(m_state, **counter, m_now))
                return Events{event::TicketCalled{choice->ticket, c.counter, (*counter)->staff, choice->reason}};
        }
        if (c.store)
            return (*counter)->nextStoredMs ? Events{} : Events{event::NextStored{c.counter}};
        if (tooSoon)
            return *tooSoon;
        return Error{ErrorCode::NobodyWaiting, "nobody waits whom this counter may call", {}};
    }

    Result<Events> operator()(const command::ForgetNext &c) const
    {
        const auto counter = openCounter(m_state, c.counter);
        if (!counter)
            return counter.error();
        return (*counter)->nextStoredMs ? Events{event::NextForgotten{c.counter}} : Events{};
    }

    Result<Events> operator()(const command::CallTicket &c) const
    {
        const auto counter = freeCounter(c.counter);
        if (!counter)
            return counter.error();
        const auto ticket = waitingTicket(c.ticket);
        if (!ticket)
            return ticket.error();
        if (const auto tooSoon = calledTooSoon(**counter))
            return *tooSoon;
        return Events{event::TicketCalled{c.ticket, c.counter, (*counter)->staff,
                                          reasonForChosen(m_state, **counter, **ticket, m_now)}};
    }

    Result<Events> operator()(const command::Recall &c) const
    {
        const auto ticket = inHand(c, TicketState::Called);
        if (!ticket)
            return ticket.error();
        const std::int64_t recalls = (*ticket)->step.recalls + 1;
        if (recalls > m_state.settings().recallLimit)
            return Error{
                ErrorCode::RecallLimitReached,
                "ticket " + (*ticket)->number + " was recalled as often as the branch allows",
                {{"number", (*ticket)->number}, {"limit", std::to_string(m_state.settings().recallLimit)}}};
        return Events{event::TicketRecalled{c.ticket, c.counter, recalls}};
    }

    Result<Events> operator()(const command::StartService &c) const
    {
        const auto ticket = inHand(c, TicketState::Called);
        if (!ticket)
            return ticket.error();
        return Events{event::ServiceStarted{c.ticket, c.counter, believed(c.claimedMs, (*ticket)->step.calledMs)}};
    }

    Result<Events> operator()(const command::WrapUp &c) const
    {
        const auto ticket = inHand(c, TicketState::Serving);
        if (!ticket)
            return ticket.error();
        return Events{event::WrapUpStarted{c.ticket, c.counter}};
    }

    Result<Events> operator()(const command::MarkOutcome &c) const
    {
        const auto ticket = inService(c);
        if (!ticket)
            return ticket.error();
        if (const auto r = knownOutcome(c.outcome); !r)
            return r.error();
        if ((*ticket)->step.result == c.outcome)
            return Events{};
        return Events{event::OutcomeMarked{c.ticket, c.counter, c.outcome}};
    }

    Result<Events> operator()(const command::FinishService &c) const
    {
        const auto ticket = inService(c);
        if (!ticket)
            return ticket.error();
        if (const auto r = knownOutcome(c.outcome); !r)
            return r.error();
        const VisitStep &step = (*ticket)->step;
        const Service *service = m_state.service(step.service);
        if (service && service->outcomeRequired && !c.outcome.isSet() && !step.result.isSet())
            return Error{ErrorCode::OutcomeRequired,
                         "how the service came out must be said first",
                         {{"number", (*ticket)->number}}};
        const auto claimedMs
            = believed(c.claimedMs, step.claimedStartedMs ? step.claimedStartedMs : step.startedMs);
        if ((*ticket)->nextSteps.empty())
            return Events{event::ServiceFinished{c.ticket, c.counter, claimedMs, c.outcome}};
        const NextStep &next = (*ticket)->nextSteps.front();
        // Back to a counter that knows them: by the time they have been here. Elsewhere: behind those who wait.
        const Place place = next.counter.isSet() ? Place{(*ticket)->ownPlace().ms, 0}
                                                 : lastPlace(m_state.waiting(next.service), m_now);
        return Events{event::StepFinished{c.ticket, c.counter, place, claimedMs, c.outcome}};
    }

    Result<Events> operator()(const command::AddService &c) const
    {
        const auto ticket = inService(c);
        if (!ticket)
            return ticket.error();
        if (!m_state.service(c.service))
            return unknown(ErrorCode::UnknownService, "service", c.service.value);
        std::vector<NextStep> steps = (*ticket)->nextSteps;
        steps.push_back({c.service, {}});
        if (c.backToMe)
            steps.push_back({(*ticket)->step.service, c.counter});
        if (steps.size() > limits::kNextStepsMax)
            return Error{ErrorCode::TooManySteps,
                         "no more services fit into this visit",
                         {{"limit", std::to_string(limits::kNextStepsMax)}}};
        return Events{event::StepsPlanned{c.ticket, c.counter, std::move(steps)}};
    }

    Result<Events> operator()(const command::RemoveServices &c) const
    {
        const auto ticket = inService(c);
        if (!ticket)
            return ticket.error();
        return (*ticket)->nextSteps.empty() ? Events{} : Events{event::StepsPlanned{c.ticket, c.counter, {}}};
    }

    Result<Events> operator()(const command::Park &c) const
    {
        const auto ticket = inHand(c, TicketState::Serving);
        if (!ticket)
            return ticket.error();
        if (const auto r = delay(c.forMs, "forMs"); !r)
            return r.error();
        event::TicketParked parked{c.ticket, c.counter, c.reason, {}};
        if (c.forMs > 0)
            parked.untilMs = m_now + c.forMs;
        return Events{parked};
    }

    Result<Events> operator()(const command::Resume &c) const
    {
        const auto counter = freeCounter(c.counter);
        if (!counter)
            return counter.error();
        const Ticket *ticket = m_state.ticket(c.ticket);
        if (!ticket)
            return unknown(ErrorCode::UnknownTicket, "open ticket", c.ticket.value);
        if (ticket->state != TicketState::Parked)
            return wrongState(*ticket);
        return Events{event::TicketResumed{c.ticket, c.counter, (*counter)->staff}};
    }

    Result<Events> operator()(const command::Requeue &c) const
    {
        const auto ticket = inHand(c, TicketState::Called);
        if (!ticket)
            return ticket.error();
        if (c.places < 0 || c.places > limits::kPlacesBackMax)
            return Error{ErrorCode::InvalidParams,
                         "places must be from 0 to " + std::to_string(limits::kPlacesBackMax),
                         {{"field", "places"}}};
        const std::int64_t places = c.places > 0 ? c.places : m_state.settings().noShowPlacesBack;
        const auto &queue = m_state.waiting((*ticket)->step.service);
        return Events{
            event::TicketRequeued{c.ticket, c.counter, placesBack(queue, {(*ticket)->place, c.ticket}, places)}};
    }

    Result<Events> operator()(const command::MarkNoShow &c) const
    {
        const auto ticket = inHand(c, TicketState::Called);
        if (!ticket)
            return ticket.error();
        const std::int64_t misses = (*ticket)->step.misses + 1;
        if (misses >= m_state.settings().noShowMisses)
            return Events{event::TicketNoShow{c.ticket, c.counter, misses}};
        const auto &queue = m_state.waiting((*ticket)->step.service);
        return Events{event::TicketMissed{
            c.ticket, c.counter, misses,
            placesBack(queue, {(*ticket)->place, c.ticket}, m_state.settings().noShowPlacesBack)}};
    }

    Result<Events> operator()(const command::Transfer &c) const
    {
        const auto ticket = c.counter.isSet()
            ? ticketInHand(m_state, c.counter, c.ticket, TicketState::Called, TicketState::Serving)
            : waitingTicket(c.ticket);
        if (!ticket)
            return ticket.error();
        if (!m_state.service(c.service))
            return unknown(ErrorCode::UnknownService, "service", c.service.value);
        if (c.from && *c.from != (*ticket)->step.service)
            return wrongState(**ticket);
        if (c.toCounter.isSet() && !m_state.counter(c.toCounter))
            return unknown(ErrorCode::UnknownCounter, "counter", c.toCounter.value);
        if (c.toStaff.isSet() && !m_state.staffMember(c.toStaff))
            return unknown(ErrorCode::UnknownStaff, "member of staff", c.toStaff.value);
        if (c.toCounter.isSet() && c.toStaff.isSet())
            return Error{ErrorCode::InvalidParams, "either to a counter or to a person", {{"field", "toStaff"}}};
        if (const auto r = delay(c.delayMs, "delayMs"); !r)
            return r.error();
        event::TicketTransferred moved{c.ticket, c.counter,   c.service, {}, c.reason,
                                       {},       c.toCounter, c.toStaff, {}};
        if (c.delayMs > 0) {
            moved.place = {(*ticket)->ownPlace().ms, 0};
            moved.held = Held{m_now + c.delayMs, c.place};
            return Events{moved};
        }
        moved.place = placeIn(m_state.waiting(c.service), **ticket, c.place, m_now);
        if (c.place == TransferPlace::First)
            moved.raisedFrom = (*ticket)->ownPlace();
        return Events{moved};
    }

    Result<Events> operator()(const command::SetSegment &c) const
    {
        if (!m_state.isOpen())
            return dayNotOpen();
        const Ticket *ticket = m_state.ticket(c.ticket);
        if (!ticket)
            return unknown(ErrorCode::UnknownTicket, "open ticket", c.ticket.value);
        if (ticket->state != TicketState::Waiting && ticket->state != TicketState::Parked)
            return wrongState(*ticket);
        const auto segment = segmentFor(c.segment, c.priorityReason, {});
        if (!segment)
            return segment.error();
        if (ticket->segment == *segment && ticket->priorityReason == c.priorityReason)
            return Events{};
        return Events{event::TicketSegmented{c.ticket, *segment, c.priorityReason}};
    }

    Result<Events> operator()(const command::RaiseTicket &c) const
    {
        const auto ticket = waitingTicket(c.ticket);
        if (!ticket)
            return ticket.error();
        const auto &queue = m_state.waiting((*ticket)->step.service);
        const bool isFirst = !queue.empty() && queue.begin()->ticket == c.ticket;
        if (isFirst && ((*ticket)->raisedFrom || m_state.queues().at(QueueId::of(**ticket)).size() == queue.size()))
            return Events{};
        const Place place = isFirst ? (*ticket)->place : firstPlace(queue).value_or((*ticket)->ownPlace());
        return Events{event::TicketRaised{c.ticket, place, c.reason}};
    }

    Result<Events> operator()(const command::LowerTicket &c) const
    {
        const auto ticket = waitingTicket(c.ticket);
        if (!ticket)
            return ticket.error();
        if (!(*ticket)->raisedFrom)
            return wrongState(**ticket);
        return Events{event::TicketLowered{c.ticket, *(*ticket)->raisedFrom}};
    }

    Result<Events> operator()(const command::CancelTicket &c) const
    {
        if (!m_state.isOpen())
            return dayNotOpen();
        const Ticket *ticket = m_state.ticket(c.ticket);
        if (!ticket)
            return unknown(ErrorCode::UnknownTicket, "open ticket", c.ticket.value);
        if (ticket->state != TicketState::Waiting && ticket->state != TicketState::Parked)
            return wrongState(*ticket);
        return Events{event::TicketCancelled{c.ticket, c.reason}};
    }

    Result<Events> operator()(const command::RestoreTicket &c) const
    {
        if (!m_state.isOpen())
            return dayNotOpen();
        const auto &list = m_state.restorable();
        const auto it
            = std::find_if(list.begin(), list.end(), [&](const Ticket &ticket) { return ticket.id == c.ticket; });
        if (it == list.end())
            return unknown(ErrorCode::UnknownTicket, "ticket that can be brought back", c.ticket.value);
        if (m_state.isNumberOpen(it->number))
            return Error{ErrorCode::NumberTaken,
                         "another open ticket shows the number " + it->number,
                         {{"number", it->number}}};
        Place place = it->place;
        if (it->state == TicketState::NoShow)
            place = firstPlace(m_state.waiting(it->step.service)).value_or(place);
        return Events{event::TicketRestored{c.ticket, place, c.reason}};
    }

private:
    /// A ticket's number of its own, and what it is for.
    Result<event::TicketIssued> issue(const Service &service) const
    {
        const int digits = static_cast<int>(m_state.settings().numberDigits);
        if (m_state.openInSeries(service.series) >= printedNumbers(digits))
            return Error{ErrorCode::SeriesFull,
                         "every number of series " + service.series + " is on an open ticket",
                         {{"series", service.series}}};
        std::int64_t serial = m_state.lastSerial(service.series) + 1;
        while (m_state.isNumberOpen(printedNumber(service.series, serial, digits)))
            ++serial;
        event::TicketIssued issued;
        issued.ticket = TicketId{m_state.lastTicket().value + 1};
        issued.series = service.series;
        issued.serial = serial;
        issued.number = printedNumber(service.series, serial, digits);
        issued.service = service.id;
        return issued;
    }

    /// Who somebody is: as said, or as the reason has it, or `otherwise`.
    Result<SegmentId> segmentFor(SegmentId segment, PriorityReasonId reasonId, SegmentId otherwise) const
    {
        if (segment.isSet() && !m_state.segments().contains(segment))
            return unknown(ErrorCode::UnknownSegment, "segment", segment.value);
        if (!reasonId.isSet())
            return segment.isSet() ? segment : otherwise;
        const auto reason = m_state.priorityReasons().find(reasonId);
        if (reason == m_state.priorityReasons().end())
            return unknown(ErrorCode::UnknownPriorityReason, "priority reason", reasonId.value);
        if (segment.isSet() && segment != reason->second.segment)
            return Error{ErrorCode::InvalidParams, "the reason is of another segment", {{"field", "segment"}}};
        return reason->second.segment;
    }

    static bool isLanguage(const std::string &language)
    {
        return language.empty()
            || (language.size() == 2
                && std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
    }

    Result<void> knownOutcome(OutcomeId id) const
    {
        if (id.isSet() && !m_state.outcomes().contains(id))
            return unknown(ErrorCode::UnknownOutcome, "outcome", id.value);
        return {};
    }

    static Result<void> delay(TimeMs ms, const char *field)
    {
        if (ms < 0 || ms > limits::kDelayMsMax)
            return Error{ErrorCode::InvalidParams, "must be from 0 to 12 hours", {{"field", field}}};
        return {};
    }

    /// Why a counter may not call yet; nothing when it may.
    [[nodiscard]] std::optional<Error> calledTooSoon(const CounterState &counter) const
    {
        const TimeMs untilMs = counter.lastCallMs.value_or(0) + m_state.settings().minCallGapMs;
        if (!counter.lastCallMs || m_now >= untilMs)
            return std::nullopt;
        return Error{ErrorCode::CalledTooSoon,
                     "the counter called somebody a moment ago",
                     {{"untilMs", std::to_string(untilMs)}}};
    }

    /// Those of the day before who wait on, in the order they stood in, before all who come today.
    [[nodiscard]] Events carriedOver() const
    {
        std::vector<const Ticket *> waiting;
        for (const auto &[id, ticket] : m_state.tickets())
            waiting.push_back(&ticket);
        std::sort(waiting.begin(), waiting.end(), [](const Ticket *a, const Ticket *b) {
            return QueueKey{a->place, a->id} < QueueKey{b->place, b->id};
        });
        Events events;
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            const Ticket &ticket = *waiting[i];
            const Place place{m_now, static_cast<std::int64_t>(i) - static_cast<std::int64_t>(waiting.size())};
            events.push_back(event::TicketCarried{
                ticket.id, place, ticket.carriedFrom.empty() ? m_state.businessDay() : ticket.carriedFrom});
        }
        return events;
    }

    /// An open counter somebody can be called to.
    Result<const CounterState *> freeCounter(CounterId id) const
    {
        auto counter = openCounter(m_state, id);
        if (!counter)
            return counter;
        if ((*counter)->ticket.isSet())
            return busy(**counter);
        if ((*counter)->onBreak)
            return Error{ErrorCode::CounterOnBreak, "the counter is on a break", {}};
        return counter;
    }

    Result<const Ticket *> waitingTicket(TicketId id) const
    {
        if (!m_state.isOpen())
            return dayNotOpen();
        const Ticket *ticket = m_state.ticket(id);
        if (!ticket)
            return unknown(ErrorCode::UnknownTicket, "open ticket", id.value);
        if (ticket->state != TicketState::Waiting)
            return wrongState(*ticket);
        return ticket;
    }

    /// A single part; the branch's own settings stay, and must be there first.
    template <class Item>
    Result<Events> redefinePart(std::vector<Item> BranchSetup::*list, const Item &item) const
    {
        if (m_state.settings().name.vi.empty())
            return Error{ErrorCode::NotDefined, "the branch itself is not defined yet", {}};
        BranchSetup part;
        part.settings = m_state.settings();
        (part.*list).push_back(item);
        return redefine(m_state, std::move(part));
    }

    /// The services only this counter serves, and would not with another profile.
    [[nodiscard]] std::vector<ServiceId> unservedAfter(const CounterState &counter, ProfileId profile) const
    {
        const WorkProfile *before = m_state.profile(counter.profile);
        const WorkProfile *after = m_state.profile(profile);
        std::vector<ServiceId> lost;
        for (const ServiceId id : before ? before->services : std::vector<ServiceId>()) {
            const auto &kept = after->services;
            if (std::find(kept.begin(), kept.end(), id) == kept.end() && m_state.countersServing(id) == 1)
                lost.push_back(id);
        }
        return lost;
    }

    Error busy(const CounterState &counter) const
    {
        const Ticket *ticket = m_state.ticket(counter.ticket);
        const std::string number = ticket ? ticket->number : std::string();
        return {ErrorCode::CounterBusy, "ticket " + number + " is at the counter", {{"number", number}}};
    }

    /// What a client claims about when something was, if that is possible and says more than the hub's stamp.
    [[nodiscard]] std::optional<TimeMs> believed(std::optional<TimeMs> claimed,
                                                 std::optional<TimeMs> notBefore) const
    {
        if (!claimed || *claimed < notBefore.value_or(0) || *claimed > m_now - limits::kClaimDiffersMs)
            return std::nullopt;
        return claimed;
    }

    template <class AboutTicket>
    Result<const Ticket *> inHand(const AboutTicket &c, TicketState allowed) const
    {
        return ticketInHand(m_state, c.counter, c.ticket, allowed, allowed);
    }

    template <class AboutTicket>
    Result<const Ticket *> inService(const AboutTicket &c) const
    {
        return ticketInHand(m_state, c.counter, c.ticket, TicketState::Serving, TicketState::WrapUp);
    }

    const BranchState &m_state;
    TimeMs m_now;
};

} // namespace

std::vector<Event> passTime(const BranchState &state, TimeMs now)
{
    if (!state.isOpen())
        return {};
    if (!state.due().empty() && state.due().begin()->first <= now) {
        const Ticket *ticket = state.ticket(state.due().begin()->second);
        if (ticket && ticket->held) {
            const auto &queue = state.waiting(ticket->step.service);
            event::TicketDue due{ticket->id, placeIn(queue, *ticket, ticket->held->place, now), {}};
            if (ticket->held->place == TransferPlace::First)
                due.raisedFrom = ticket->ownPlace();
            return {due};
        }
        if (ticket) {
            const Place own = ticket->ownPlace();
            return {
                event::TicketDue{ticket->id, firstPlace(state.waiting(ticket->step.service)).value_or(own), own}};
        }
    }
    // Who serves fewest services goes first, so that the others stay free for theirs; then who has waited longest.
    std::vector<std::tuple<std::size_t, TimeMs, CounterId>> stored;
    for (const auto &[id, counter] : state.counterStates()) {
        const WorkProfile *profile = state.profile(counter.profile);
        if (counter.nextStoredMs && now >= counter.lastCallMs.value_or(0) + state.settings().minCallGapMs)
            stored.emplace_back(profile ? profile->services.size() : 0, *counter.nextStoredMs, id);
    }
    std::sort(stored.begin(), stored.end());
    for (const auto &[services, sinceMs, id] : stored) {
        const CounterState &counter = *state.counterState(id);
        if (const auto choice = nextFor(state, counter, now))
            return {event::TicketCalled{choice->ticket, id, counter.staff, choice->reason}};
    }
    return {};
}

Result<std::vector<Event>> decide(const BranchState &state, const Command &command, TimeMs now)
{
    return std::visit(Decider(state, now), command);
}

} // namespace tiepdon
