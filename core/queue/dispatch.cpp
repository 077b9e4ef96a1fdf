// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/dispatch.h"

#include "core/queue/engine.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace tiepdon {
namespace {

/// The first of a queue with what it is compared by.
struct Head {
    const Ticket *ticket = nullptr;
    bool raised = false;
    QueueTerms terms;
    HeadTimes times;
    double index = 0;
    /// Decides between equal indices. Who is booked for the same time and early, ties: then services and segments
    /// go in order.
    std::tuple<Place, ServiceId, SegmentId, TicketId> rank;
    bool owed = false; ///< somebody in the queue was overtaken as often as allowed

    [[nodiscard]] QueueKey key() const { return {ticket->place, ticket->id}; }
};

bool isBefore(const Head &a, const Head &b)
{
    if (a.index != b.index)
        return a.index > b.index;
    if (a.rank != b.rank)
        return a.rank < b.rank;
    return a.raised != b.raised ? a.raised : a.key() < b.key();
}

TimeMs ownWaitMs(const Ticket &ticket, TimeMs now) { return std::max<TimeMs>(0, now - ticket.ownPlace().ms); }

std::int64_t nano(double index)
{
    constexpr double kLargest = 9.2e18; // within 63 bits
    return std::llround(std::clamp(index * 1e9, -kLargest, kLargest));
}

std::int64_t permille(double weight) { return std::llround(weight * 1000); }

Head headOf(const BranchState &state, const RuleIndex &rule, const Ticket &ticket, TimeMs now)
{
    Head head{&ticket,
              ticket.raisedFrom.has_value(),
              state.terms(ticket.step.service, ticket.segment),
              {},
              0,
              {ticket.place, ticket.step.service, ticket.segment, ticket.id}};
    // Who was put first is priced by the time they waited. Who was booked came before their time, others at it.
    const TimeMs reference = ticket.ownPlace().ms;
    const TimeMs arrived = ticket.bookedMs ? std::min(ticket.issuedMs, reference) : reference;
    head.times = {arrived, reference, ticket.bookedMs.has_value()};
    head.index = rule.of(head.terms, head.times, now);
    return head;
}

/// Whether somebody in a queue was overtaken as often as the branch allows. Its first was there longest as a rule,
/// so looking ends at once; who came between others by a transfer is looked past.
bool isOwed(const BranchState &state, const std::set<QueueKey> &queue, const std::vector<Overtaking> &calls)
{
    const std::int64_t limit = state.settings().calling.maxOvertaken;
    if (limit <= 0 || static_cast<std::int64_t>(calls.size()) < limit)
        return false;
    for (const QueueKey &key : queue) {
        const auto later = std::count_if(calls.begin(), calls.end(),
                                         [&](const Overtaking &call) { return call.place > key.place; });
        if (later < limit)
            return false;
        const Ticket *ticket = state.ticket(key.ticket);
        if (ticket && state.overtaken(*ticket) >= limit)
            return true;
    }
    return false;
}

/// What decides between two heads that the rule tells apart.
CallRule ruleBetween(const BranchState &state, const Head &best, const Head &other, TimeMs now)
{
    if (best.index == other.index)
        return best.ticket->place != other.ticket->place ? CallRule::EarlierPlace : CallRule::LowerTicket;
    const CallingRule &calling = state.settings().calling;
    const RuleIndex rule(calling);
    switch (calling.kind) {
    case CallingRuleKind::Arrival:
        return CallRule::EarlierPlace;
    case CallingRuleKind::FixedPriority:
        return best.terms.rank != other.terms.rank ? CallRule::Rank : CallRule::EarlierPlace;
    case CallingRuleKind::Ratio:
        return CallRule::ServiceLevel;
    case CallingRuleKind::EarliestDue:
        return CallRule::DueFirst;
    case CallingRuleKind::GeneralizedCMu:
        return CallRule::WaitingCost;
    case CallingRuleKind::BrokenPromise:
        break;
    }
    return rule.isPastGuard(best.terms, best.times, now) && !rule.isPastGuard(other.terms, other.times, now)
        ? CallRule::PastGuard
        : CallRule::Price;
}

void describe(CallReason &reason, const BranchState &state, const Head &head, TimeMs now)
{
    const Ticket &ticket = *head.ticket;
    reason.service = ticket.step.service;
    reason.segment = ticket.segment;
    reason.waitedMs = ownWaitMs(ticket, now);
    reason.serviceLevelMs = head.terms.promiseMs;
    reason.kind = state.settings().calling.kind;
    reason.indexNano = nano(head.index);
    reason.weightPermille = permille(RuleIndex(state.settings().calling).weight(head.terms, head.times));
    reason.meanServiceMs = head.terms.meanServiceMs;
    reason.overtaken = state.overtaken(ticket);
}

void describeRunnerUp(CallReason &reason, const BranchState &state, const Head &head, TimeMs now)
{
    const Ticket &ticket = *head.ticket;
    reason.runnerUp = ticket.number;
    reason.runnerUpService = ticket.step.service;
    reason.runnerUpSegment = ticket.segment;
    reason.runnerUpWaitedMs = ownWaitMs(ticket, now);
    reason.runnerUpServiceLevelMs = head.terms.promiseMs;
    reason.runnerUpIndexNano = nano(head.index);
    reason.runnerUpWeightPermille = permille(RuleIndex(state.settings().calling).weight(head.terms, head.times));
    reason.runnerUpMeanServiceMs = head.terms.meanServiceMs;
}

/// The heads a counter chooses between, and what is said of the crowd behind them.
struct Field {
    std::vector<Head> heads;
    std::int64_t waiting = 0;
    std::int64_t services = 0;
};

Field fieldFor(const BranchState &state, const CounterState &counter, TimeMs now)
{
    const RuleIndex rule(state.settings().calling);
    Field field;
    ServiceId lastService;
    const auto &allOvertakings = state.overtakings();
    for (const auto &[id, queue] : state.queues()) {
        const Ticket *ticket = state.mayCall(counter, id) ? state.ticket(queue.begin()->ticket) : nullptr;
        if (!ticket)
            continue;
        field.waiting += static_cast<std::int64_t>(queue.size());
        if (id.service != lastService) // queues come in order of service
            ++field.services;
        lastService = id.service;
        field.heads.push_back(headOf(state, rule, *ticket, now));
        const auto calls = allOvertakings.find(id);
        field.heads.back().owed = calls != allOvertakings.end() && isOwed(state, queue, calls->second);
    }
    // Who was put first stands for the best of their service: just before that one, whatever else competes.
    for (Head &head : field.heads) {
        if (!head.raised)
            continue;
        for (const Head &other : field.heads) {
            if (other.raised || other.ticket->step.service != head.ticket->step.service)
                continue;
            if (std::tuple(-other.index, other.rank) < std::tuple(-head.index, head.rank)) {
                head.index = other.index;
                head.rank = other.rank;
            }
        }
    }
    return field;
}

} // namespace

std::optional<Choice> nextFor(const BranchState &state, const CounterState &counter, TimeMs now)
{
    const Field field = fieldFor(state, counter, now);
    if (field.heads.empty())
        return std::nullopt;

    const auto order = [](const Head &a, const Head &b) { return isBefore(a, b); };
    const Head *best = &*std::min_element(field.heads.begin(), field.heads.end(), order);
    const Head *owed = nullptr;
    for (const Head &head : field.heads) {
        if (head.owed && (!owed || head.key() < owed->key()))
            owed = &head;
    }
    if (owed) {
        best = owed;
        const Head *raised = nullptr; // a person's word within the same service stands
        for (const Head &head : field.heads) {
            if (head.raised && head.ticket->step.service == best->ticket->step.service
                && (!raised || isBefore(head, *raised)))
                raised = &head;
        }
        if (raised && !best->raised)
            best = raised;
    }
    const Head *runnerUp = nullptr;
    for (const Head &head : field.heads) {
        if (head.ticket != best->ticket && (!runnerUp || isBefore(head, *runnerUp)))
            runnerUp = &head;
    }

    CallReason reason;
    reason.waiting = field.waiting;
    reason.services = field.services;
    describe(reason, state, *best, now);
    if (runnerUp)
        describeRunnerUp(reason, state, *runnerUp, now);
    if (best->raised)
        reason.rule = CallRule::Raised;
    else if (field.waiting == 1)
        reason.rule = CallRule::OnlyOne;
    else if (owed)
        reason.rule = CallRule::Overtaken;
    else if (best->ticket->ownPlace().ms > now)
        reason.rule = CallRule::BookedEarly;
    else if (!runnerUp)
        reason.rule = CallRule::OnlyService;
    else
        reason.rule = ruleBetween(state, *best, *runnerUp, now);
    return Choice{best->ticket->id, std::move(reason)};
}

CallReason reasonForChosen(const BranchState &state, const CounterState &counter, const Ticket &ticket, TimeMs now)
{
    const RuleIndex rule(state.settings().calling);
    const Field field = fieldFor(state, counter, now);
    CallReason reason;
    reason.rule = CallRule::Chosen;
    reason.waiting = field.waiting;
    reason.services = field.services;
    describe(reason, state, headOf(state, rule, ticket, now), now);
    const auto byRule = nextFor(state, counter, now);
    const Ticket *other = byRule && byRule->ticket != ticket.id ? state.ticket(byRule->ticket) : nullptr;
    if (other)
        describeRunnerUp(reason, state, headOf(state, rule, *other, now), now);
    return reason;
}

} // namespace tiepdon
