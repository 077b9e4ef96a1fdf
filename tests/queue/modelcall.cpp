// SPDX-License-Identifier: GPL-3.0-or-later
// Who is called, in the model: every ticket is looked at, every time.
#include "core/queue/ruleindex.h"
#include "tests/queue/modelstep.h"

#include <cmath>

namespace tiepdon::testing {
namespace {

TimeMs ownMs(const Ticket &ticket) { return ticket.raisedFrom ? ticket.raisedFrom->ms : ticket.place.ms; }

bool isQueued(const Ticket &ticket) { return ticket.state == TicketState::Waiting && !ticket.held; }

std::int64_t nano(double index)
{
    if (index > 9.2e9)
        return 9'200'000'000'000'000'000;
    if (index < -9.2e9)
        return -9'200'000'000'000'000'000;
    return std::llround(index * 1e9);
}

} // namespace

bool ModelStep::mayServe(const CounterState &counter, ServiceId service) const
{
    const auto &served = theOne(m.setup.profiles, counter.profile).services;
    if (std::find(served.begin(), served.end(), service) == served.end())
        return false;
    std::int64_t level = 0;
    for (const StaffSkill &skill : theOne(m.setup.staff, counter.staff).skills) {
        if (skill.service == service)
            level = skill.level;
    }
    return level >= theOne(m.setup.services, service).neededSkill;
}

bool ModelStep::speaks(const CounterState &counter, const std::string &language) const
{
    for (const std::string &spoken : theOne(m.setup.staff, counter.staff).languages) {
        if (spoken == language)
            return true;
    }
    return false;
}

/// Whom it is sent to, or who serves it; and speaks the language asked for, if anybody who serves it does.
bool ModelStep::mayCall(const CounterState &counter, const Ticket &ticket) const
{
    if (ticket.forCounter.isSet())
        return ticket.forCounter == counter.counter;
    if (ticket.forStaff.isSet())
        return ticket.forStaff == counter.staff;
    if (!mayServe(counter, ticket.step.service))
        return false;
    if (ticket.language.empty() || speaks(counter, ticket.language))
        return true;
    for (const CounterState &other : m.counters) {
        if (other.staff.isSet() && !other.onBreak && mayServe(other, ticket.step.service)
            && speaks(other, ticket.language))
            return false;
    }
    return true;
}

bool ModelStep::areOneQueue(const Ticket &a, const Ticket &b)
{
    const bool isRaised = a.raisedFrom.has_value();
    return a.step.service == b.step.service && isRaised == b.raisedFrom.has_value()
        && (isRaised || a.segment == b.segment) && a.forCounter == b.forCounter && a.forStaff == b.forStaff
        && a.language == b.language;
}

/// The service's word to the segment, or the segment's, or the service's to everybody.
TimeMs ModelStep::promiseMs(ServiceId serviceId, SegmentId segmentId) const
{
    const Service &service = theOne(m.setup.services, serviceId);
    if (segmentId.isSet()) {
        for (const SegmentPromise &promise : service.promises) {
            if (promise.segment == segmentId && promise.serviceLevelMs != 0)
                return promise.serviceLevelMs;
        }
        const Segment &segment = theOne(m.setup.segments, segmentId);
        if (segment.serviceLevelMs != 0)
            return segment.serviceLevelMs;
    }
    return service.serviceLevelMs;
}

double ModelStep::weightOf(ServiceId serviceId, SegmentId segmentId) const
{
    const Service &service = theOne(m.setup.services, serviceId);
    std::int64_t permille = 1000;
    if (segmentId.isSet()) {
        permille = theOne(m.setup.segments, segmentId).weightPermille;
        for (const SegmentPromise &promise : service.promises) {
            if (promise.segment == segmentId && promise.weightPermille != 0)
                permille = promise.weightPermille;
        }
    }
    const double weight = static_cast<double>(permille) / 1000;
    return service.weightPermille == 0 ? weight : weight * (static_cast<double>(service.weightPermille) / 1000);
}

/// A booking weighs more, where the rule has weights.
double ModelStep::weightSaid(const Ticket &ticket) const
{
    const CallingRule &calling = m.setup.settings.calling;
    const double weight = weightOf(ticket.step.service, ticket.segment);
    if (!ticket.bookedMs
        || (calling.kind != CallingRuleKind::BrokenPromise && calling.kind != CallingRuleKind::GeneralizedCMu))
        return weight;
    return weight * (static_cast<double>(calling.bookedPermille) / 1000);
}

double ModelStep::indexOf(const Ticket &ticket) const
{
    const Service &service = theOne(m.setup.services, ticket.step.service);
    QueueTerms terms;
    terms.promiseMs = promiseMs(service.id, ticket.segment);
    terms.weight = weightOf(service.id, ticket.segment);
    if (ticket.segment.isSet())
        terms.rank = theOne(m.setup.segments, ticket.segment).rank;
    terms.meanServiceMs = service.expectedMs;
    TimeMs arrivedMs = ownMs(ticket);
    if (ticket.bookedMs && ticket.issuedMs < arrivedMs)
        arrivedMs = ticket.issuedMs;
    return RuleIndex(m.setup.settings.calling)
        .of(terms, {arrivedMs, ownMs(ticket), ticket.bookedMs.has_value()}, m_now);
}

std::vector<Ticket *> ModelStep::callable(const CounterState &counter)
{
    std::vector<Ticket *> all;
    for (Ticket &ticket : m.tickets) {
        if (isQueued(ticket) && mayCall(counter, ticket))
            all.push_back(&ticket);
    }
    return all;
}

/// Of two whom the rule does not tell apart.
static bool winsTie(const Ticket &a, const Ticket &b)
{
    if (a.place != b.place)
        return a.place < b.place;
    if (a.step.service != b.step.service)
        return a.step.service < b.step.service;
    return a.segment != b.segment ? a.segment < b.segment : a.id < b.id;
}

bool ModelStep::goesFirst(const Head &a, const Head &b)
{
    if (a.index != b.index)
        return a.index > b.index;
    if (a.standsFor != b.standsFor)
        return winsTie(*a.standsFor, *b.standsFor);
    if (a.ticket->raisedFrom.has_value() != b.ticket->raisedFrom.has_value())
        return a.ticket->raisedFrom.has_value();
    return isAhead(*a.ticket, *b.ticket);
}

/// In the order they would be called, were it by price alone.
std::vector<ModelStep::Head> ModelStep::headsOf(const std::vector<Ticket *> &tickets) const
{
    std::vector<Head> heads;
    for (Ticket *ticket : tickets) {
        bool isFirst = true;
        for (const Ticket *other : tickets)
            isFirst = isFirst && !(areOneQueue(*ticket, *other) && isAhead(*other, *ticket));
        if (isFirst)
            heads.push_back({ticket, indexOf(*ticket), indexOf(*ticket), ticket});
    }
    // who was put first goes where the best of the service would
    for (Head &head : heads) {
        for (const Head &other : heads) {
            if (!head.ticket->raisedFrom || other.ticket->raisedFrom
                || other.ticket->step.service != head.ticket->step.service)
                continue;
            if (other.ownIndex > head.index
                || (other.ownIndex == head.index && winsTie(*other.ticket, *head.standsFor))) {
                head.index = other.ownIndex;
                head.standsFor = other.ticket;
            }
        }
    }
    std::sort(heads.begin(), heads.end(), goesFirst);
    return heads;
}

/// Nobody when nobody may be called; otherwise `reason` says why.
Ticket *ModelStep::choose(const CounterState &counter)
{
    const std::vector<Ticket *> all = callable(counter);
    const std::vector<Head> heads = headsOf(all);
    if (heads.empty())
        return nullptr;
    const Head *best = &heads.front();

    // who was overtaken as often as allowed, or stands before them in their queue; unless a person put somebody
    // first in the service
    const std::int64_t limit = m.setup.settings.calling.maxOvertaken;
    const Head *owed = nullptr;
    for (const Head &head : heads) {
        for (const Ticket *ticket : all) {
            if (limit > 0 && areOneQueue(*ticket, *head.ticket) && m_all.overtaken[ticket->id] >= limit
                && (!owed || isAhead(*head.ticket, *owed->ticket)))
                owed = &head;
        }
    }
    if (owed) {
        best = owed;
        for (const Head &head : heads) {
            if (!best->ticket->raisedFrom && head.ticket->raisedFrom
                && head.ticket->step.service == best->ticket->step.service)
                best = &head;
        }
    }
    const Head *runnerUp = nullptr;
    for (const Head &head : heads) {
        if (!runnerUp && head.ticket != best->ticket)
            runnerUp = &head;
    }

    say(*best->ticket, best->index);
    m_all.reason.waiting = static_cast<std::int64_t>(all.size());
    std::vector<ServiceId> services;
    for (const Ticket *ticket : all) {
        if (std::find(services.begin(), services.end(), ticket->step.service) == services.end())
            services.push_back(ticket->step.service);
    }
    m_all.reason.services = static_cast<std::int64_t>(services.size());
    if (runnerUp)
        sayRunnerUp(*runnerUp->ticket, runnerUp->index);
    CallRule &rule = m_all.reason.rule;
    if (best->ticket->raisedFrom)
        rule = CallRule::Raised;
    else if (all.size() == 1)
        rule = CallRule::OnlyOne;
    else if (owed)
        rule = CallRule::Overtaken;
    else if (ownMs(*best->ticket) > m_now)
        rule = CallRule::BookedEarly;
    else if (!runnerUp)
        rule = CallRule::OnlyService;
    else
        rule = decidedBy(*best, *runnerUp);
    return best->ticket;
}

CallRule ModelStep::decidedBy(const Head &best, const Head &other) const
{
    if (best.index == other.index)
        return best.ticket->place == other.ticket->place ? CallRule::LowerTicket : CallRule::EarlierPlace;
    const CallingRule &calling = m.setup.settings.calling;
    const auto isPastGuard = [&](const Ticket &ticket) {
        const TimeMs waitedMs = m_now - ownMs(ticket);
        const TimeMs promised = promiseMs(ticket.step.service, ticket.segment);
        return (calling.guardPermille > 0 && waitedMs * 1000 > calling.guardPermille * promised)
            || (calling.longestWaitMs > 0 && waitedMs > calling.longestWaitMs);
    };
    const auto rank = [&](const Ticket &ticket) {
        return ticket.segment.isSet() ? theOne(m.setup.segments, ticket.segment).rank : 0;
    };
    switch (calling.kind) {
    case CallingRuleKind::Arrival:
        return CallRule::EarlierPlace;
    case CallingRuleKind::FixedPriority:
        return rank(*best.ticket) == rank(*other.ticket) ? CallRule::EarlierPlace : CallRule::Rank;
    case CallingRuleKind::Ratio:
        return CallRule::ServiceLevel;
    case CallingRuleKind::EarliestDue:
        return CallRule::DueFirst;
    case CallingRuleKind::GeneralizedCMu:
        return CallRule::WaitingCost;
    case CallingRuleKind::BrokenPromise:
        break;
    }
    const bool byGuard = isPastGuard(*best.ticket) && !isPastGuard(*other.ticket);
    return byGuard ? CallRule::PastGuard : CallRule::Price;
}

void ModelStep::say(const Ticket &ticket, double index)
{
    CallReason &reason = m_all.reason;
    reason = {};
    reason.service = ticket.step.service;
    reason.segment = ticket.segment;
    reason.waitedMs = std::max<TimeMs>(0, m_now - ownMs(ticket));
    reason.serviceLevelMs = promiseMs(ticket.step.service, ticket.segment);
    reason.kind = m.setup.settings.calling.kind;
    reason.indexNano = nano(index);
    reason.weightPermille = std::llround(weightSaid(ticket) * 1000);
    reason.meanServiceMs = theOne(m.setup.services, ticket.step.service).expectedMs;
    reason.overtaken = isQueued(ticket) ? m_all.overtaken[ticket.id] : 0;
}

void ModelStep::sayRunnerUp(const Ticket &ticket, double index)
{
    CallReason &reason = m_all.reason;
    reason.runnerUp = ticket.number;
    reason.runnerUpService = ticket.step.service;
    reason.runnerUpSegment = ticket.segment;
    reason.runnerUpWaitedMs = std::max<TimeMs>(0, m_now - ownMs(ticket));
    reason.runnerUpServiceLevelMs = promiseMs(ticket.step.service, ticket.segment);
    reason.runnerUpIndexNano = nano(index);
    reason.runnerUpWeightPermille = std::llround(weightSaid(ticket) * 1000);
    reason.runnerUpMeanServiceMs = theOne(m.setup.services, ticket.step.service).expectedMs;
}

bool ModelStep::calledTooSoon(CounterId id)
{
    const CounterState &counter = at(id);
    return counter.lastCallMs && m_now < *counter.lastCallMs + m.setup.settings.minCallGapMs;
}

Refusal ModelStep::operator()(const command::CallNext &c)
{
    if (const Refusal no = notFree(c.counter))
        return no;
    CounterState &counter = at(c.counter);
    const bool tooSoon = calledTooSoon(c.counter);
    Ticket *first = tooSoon ? nullptr : choose(counter);
    if (first) {
        countOvertaken(*first, counter);
        call(*first, c.counter);
        return {};
    }
    if (c.store) {
        if (!counter.nextStoredMs)
            counter.nextStoredMs = m_now;
        return {};
    }
    return tooSoon ? ErrorCode::CalledTooSoon : ErrorCode::NobodyWaiting;
}

Refusal ModelStep::operator()(const command::ForgetNext &c)
{
    if (const Refusal no = notAtWork(c.counter))
        return no;
    at(c.counter).nextStoredMs = std::nullopt;
    return {};
}

Refusal ModelStep::operator()(const command::CallTicket &c)
{
    if (const Refusal no = notFree(c.counter))
        return no;
    if (const Refusal no = notInState(c.ticket, {TicketState::Waiting}))
        return no;
    if (calledTooSoon(c.counter))
        return ErrorCode::CalledTooSoon;
    Ticket &ticket = theOne(m.tickets, c.ticket);
    const Ticket *byRule = choose(at(c.counter)); // leaves the crowd's figures in the reason
    const CallReason crowd = byRule ? m_all.reason : CallReason();
    say(ticket, indexOf(ticket));
    m_all.reason.rule = CallRule::Chosen;
    m_all.reason.waiting = crowd.waiting;
    m_all.reason.services = crowd.services;
    if (byRule && byRule != &ticket)
        sayRunnerUp(*byRule, indexOf(*byRule));
    call(ticket, c.counter);
    return {};
}

/// Everybody who came earlier and could have been called there was overtaken once more.
void ModelStep::countOvertaken(const Ticket &called, const CounterState &counter)
{
    if (called.raisedFrom)
        return;
    ++m.ruleCalls;
    if (m.setup.settings.calling.maxOvertaken == 0)
        return;
    for (const Ticket &other : m.tickets) {
        if (isQueued(other) && mayCall(counter, other) && other.place < called.place)
            ++m_all.overtaken[other.id];
    }
}

void ModelStep::call(Ticket &ticket, CounterId id)
{
    if (m_all.reason.rule != CallRule::WalkIn)
        noteCall(ticket);
    if (!ticket.step.staff.isSet())
        ++m.totals.called;
    CounterState &counter = at(id);
    ++dayOf(counter.staff).calls;
    enter(ticket, TicketState::Called);
    ticket.held = std::nullopt;
    if (ticket.step.waitingFromMs > m_now) // booked, and called before the time
        ticket.step.waitingFromMs = m_now;
    ticket.step.calledMs = m_now;
    ticket.step.counter = id;
    ticket.step.staff = counter.staff;
    ticket.step.recalls = 0;
    counter.ticket = ticket.id;
    counter.sinceMs = m_now;
    counter.lastCallMs = m_now;
    counter.nextStoredMs = std::nullopt;
    counter.reason = m_all.reason;
    if (m_all.reason.rule != CallRule::WalkIn)
        show(ticket);
}

/// What a call says of how fast the service's queue moves.
void ModelStep::noteCall(const Ticket &ticket)
{
    const ServiceId service = ticket.step.service;
    auto recent = std::find_if(m.recentWaits.begin(), m.recentWaits.end(),
                               [&](const RecentWaits &r) { return r.service == service; });
    if (recent == m.recentWaits.end()) {
        m.recentWaits.push_back({service, {}, {}, 0});
        std::sort(m.recentWaits.begin(), m.recentWaits.end(),
                  [](const RecentWaits &a, const RecentWaits &b) { return a.service < b.service; });
        recent = std::find_if(m.recentWaits.begin(), m.recentWaits.end(),
                              [&](const RecentWaits &r) { return r.service == service; });
    }
    const std::vector<Ticket> queue = queueOf(service);
    const TimeMs headMs = queue.empty() ? ticket.step.waitingFromMs : queue.front().place.ms;
    recent->waitsMs.push_back(std::max<TimeMs>(0, m_now - ticket.step.waitingFromMs));
    if (recent->waitsMs.size() > 10)
        recent->waitsMs.erase(recent->waitsMs.begin());
    recent->gapsMs.push_back(std::max<TimeMs>(0, m_now - std::max(recent->lastCallMs, headMs)));
    if (recent->gapsMs.size() > 10)
        recent->gapsMs.erase(recent->gapsMs.begin());
    recent->lastCallMs = m_now;
}

bool ModelStep::passTime()
{
    if (!m.isOpen)
        return false;
    // whoever is due first, then the lower ticket
    Ticket *next = nullptr;
    TimeMs nextMs = 0;
    for (Ticket &ticket : m.tickets) { // in order of id
        const std::optional<TimeMs> untilMs = ticket.held ? std::optional(ticket.held->untilMs)
            : ticket.parked                               ? ticket.parked->untilMs
                                                          : std::nullopt;
        if (untilMs && *untilMs <= m_now && (!next || *untilMs < nextMs)) {
            next = &ticket;
            nextMs = *untilMs;
        }
    }
    if (next) {
        const Place own = next->raisedFrom ? *next->raisedFrom : next->place;
        if (next->held) {
            const bool isFirst = next->held->place == TransferPlace::First;
            const Place place = placeIn(next->step.service, *next, next->held->place);
            next->held = std::nullopt;
            next->raisedFrom = isFirst ? std::optional(own) : std::nullopt;
            join(*next, place);
        } else {
            const Place place = ahead(next->step.service, own);
            waitAgain(*next);
            next->raisedFrom = own;
            join(*next, place);
        }
        return true;
    }
    // stored calls: whoever serves fewest services first, then who waits longest for somebody
    std::vector<CounterState *> stored;
    for (CounterState &counter : m.counters) {
        if (counter.nextStoredMs && !calledTooSoon(counter.counter))
            stored.push_back(&counter);
    }
    std::sort(stored.begin(), stored.end(), [this](const CounterState *a, const CounterState *b) {
        const auto servicesOf = [this](const CounterState *counter) {
            return theOne(m.setup.profiles, counter->profile).services.size();
        };
        if (servicesOf(a) != servicesOf(b))
            return servicesOf(a) < servicesOf(b);
        return a->nextStoredMs != b->nextStoredMs ? a->nextStoredMs < b->nextStoredMs : a->counter < b->counter;
    });
    for (CounterState *counter : stored) {
        if (Ticket *ticket = choose(*counter)) {
            countOvertaken(*ticket, *counter);
            call(*ticket, counter->counter);
            return true;
        }
    }
    return false;
}

} // namespace tiepdon::testing
