// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/queue/invariants.h"

#include <algorithm>

namespace tiepdon::testing {
namespace {

bool serves(const BranchState &state, const CounterState &counter, ServiceId service)
{
    const auto &served = state.profiles().at(counter.profile).services;
    std::int64_t level = 0;
    for (const StaffSkill &skill : state.staff().at(counter.staff).skills)
        level = skill.service == service ? skill.level : level;
    return std::count(served.begin(), served.end(), service) > 0
        && level >= state.services().at(service).neededSkill;
}

bool speaks(const BranchState &state, const CounterState &counter, const std::string &language)
{
    const auto &spoken = state.staff().at(counter.staff).languages;
    return std::count(spoken.begin(), spoken.end(), language) > 0;
}

/// Whether a ticket could have been called there.
bool couldCall(const BranchState &state, const CounterState &counter, const Ticket &ticket)
{
    if (ticket.state != TicketState::Waiting || ticket.held)
        return false;
    if (ticket.forCounter.isSet() || ticket.forStaff.isSet())
        return ticket.forCounter == counter.counter
            || (!ticket.forCounter.isSet() && ticket.forStaff == counter.staff);
    if (!serves(state, counter, ticket.step.service))
        return false;
    const bool anybodySpeaks
        = std::any_of(state.counterStates().begin(), state.counterStates().end(), [&](const auto &entry) {
              return entry.second.isOpen() && !entry.second.onBreak
                  && serves(state, entry.second, ticket.step.service)
                  && speaks(state, entry.second, ticket.language);
          });
    return ticket.language.empty() || !anybodySpeaks || speaks(state, counter, ticket.language);
}

/// The ticket that begins to wait somewhere new by an event; 0 when none does.
TicketId joining(const Event &event)
{
    return std::
        visit(
            []<class T>(const T &e) -> TicketId {
                if constexpr (
                    std::same_as<
                        T,
                        event::TicketIssued> || std::same_as<T, event::TicketMissed> || std::same_as<T, event::TicketRequeued> || std::same_as<T, event::TicketTransferred> || std::same_as<T, event::TicketRaised> || std::same_as<T, event::TicketLowered> || std::same_as<T, event::TicketDue> || std::same_as<T, event::StepFinished> || std::same_as<T, event::TicketRestored> || std::same_as<T, event::TicketCarried>)
                    return e.ticket;
                else
                    return {};
            },
            event);
}

} // namespace

void Invariants::check(bool holds, const std::string &otherwise)
{
    if (!holds && m_wrong.empty())
        m_wrong = otherwise;
}

void Invariants::before(const BranchState &state, const Event &event, TimeMs atMs)
{
    check(atMs >= m_lastMs, "I7: an event's time lies before the last one's");
    m_lastMs = atMs;
    if (const auto *call = std::get_if<event::TicketCalled>(&event))
        called(state, *call);
    if (const auto *segmented = std::get_if<event::TicketSegmented>(&event)) {
        const Ticket &ticket = state.tickets().at(segmented->ticket);
        if (ticket.segment != segmented->segment && !ticket.raisedFrom)
            m_overtaken[segmented->ticket] = 0;
    }
    if (const auto *linked = std::get_if<event::CustomerLinked>(&event)) {
        const Ticket &ticket = state.tickets().at(linked->ticket);
        const bool isElsewhere = linked->language.value_or(ticket.language) != ticket.language
            || (linked->segment.value_or(ticket.segment) != ticket.segment && !ticket.raisedFrom);
        if (isElsewhere)
            m_overtaken[linked->ticket] = 0;
    }
    if (const auto *opened = std::get_if<event::DayOpened>(&event)) {
        if (opened->state.businessDay != m_day)
            m_overtaken.clear();
        m_day = opened->state.businessDay;
    }
}

/// I13: by the rule, nobody is called before somebody who came earlier, could have been called, and was overtaken
/// as often as allowed.
void Invariants::called(const BranchState &state, const event::TicketCalled &call)
{
    const Ticket &ticket = state.tickets().at(call.ticket);
    const CallRule rule = call.reason.rule;
    const CounterState &counter = state.counterStates().at(call.counter);
    if (rule == CallRule::Overtaken)
        ++m_rescued;
    if (rule == CallRule::Chosen || rule == CallRule::WalkIn)
        return;
    check(couldCall(state, counter, ticket), "I13: ticket " + ticket.number + " was called where it may not be");
    if (ticket.raisedFrom)
        return;
    const std::int64_t limit = state.settings().calling.maxOvertaken;
    for (const auto &[id, other] : state.tickets()) {
        if (id == call.ticket || limit == 0 || !couldCall(state, counter, other) || !(other.place < ticket.place))
            continue;
        check(m_overtaken[id] < limit,
              "I13: ticket " + other.number + " was overtaken " + std::to_string(m_overtaken[id] + 1) + " times of "
                  + std::to_string(limit));
        ++m_overtaken[id];
        ++m_overtakings;
    }
}

void Invariants::after(const BranchState &state, const Event &event, const Touched &touched, TimeMs atMs)
{
    if (const auto *issued = std::get_if<event::TicketIssued>(&event)) {
        check(m_ids.insert(issued->ticket).second, "I4: a ticket's id was given twice");
        check(m_serials.emplace(state.businessDay(), issued->series, issued->serial).second,
              "I4: a serial was given twice in a day: " + issued->number);
    }
    if (const TicketId ticket = joining(event); ticket.isSet())
        m_overtaken[ticket] = 0;

    // I7: a ticket's intervals follow each other without gap or overlap
    if (touched.ended) {
        const Interval &interval = *touched.ended;
        check(interval.fromMs <= interval.toMs, "I7: an interval of negative length");
        check(interval.toMs == atMs, "I7: an interval does not end with its event");
        const auto since = m_since.find(interval.ticket);
        check(since != m_since.end() && since->second == std::pair(interval.state, interval.fromMs),
              "I7: an interval does not begin where the one before ended");
    }
    if (touched.ticket) {
        const Ticket &ticket = *touched.ticket;
        const auto since = m_since.find(ticket.id);
        const bool isRestored = std::holds_alternative<event::TicketRestored>(event); // was in no state meanwhile
        check(touched.ended || isRestored || since == m_since.end() || since->second.first == ticket.state,
              "I7: ticket " + ticket.number + " is in another state without an interval");
        if (touched.ended || since == m_since.end() || isRestored)
            m_since[ticket.id] = {ticket.state, atMs};
        stepsTimes(ticket.step, ticket.number);
    }
    if (touched.endedStep)
        stepsTimes(*touched.endedStep, "an ended step");
}

void Invariants::stepsTimes(const VisitStep &step, const std::string &whose)
{
    const TimeMs calledMs = step.calledMs.value_or(step.waitingFromMs);
    const TimeMs startedMs = step.startedMs.value_or(calledMs);
    check(calledMs >= step.waitingFromMs, "I7: " + whose + " was called before it waited");
    check(startedMs >= calledMs, "I7: " + whose + " was started before it was called");
    check(step.wrapUpMs.value_or(startedMs) >= startedMs, "I7: " + whose + " was wrapped up before it was started");
    check(step.finishedMs.value_or(m_lastMs) <= m_lastMs
              && (!step.calledMs || !step.finishedMs || *step.finishedMs >= *step.calledMs),
          "I7: " + whose + " was finished before it was called");
    check(step.waitMs() >= 0 && step.serviceMs(step.finishedMs.value_or(m_lastMs)) >= 0 && step.waitedBeforeMs >= 0
              && step.servedBeforeMs >= 0,
          "I7: " + whose + " has a negative duration");
    check(!step.claimedFinishedMs || !step.claimedStartedMs || *step.claimedFinishedMs >= *step.claimedStartedMs,
          "I7: " + whose + " claims to have ended before it began");
}

void Invariants::settled(const BranchState &state)
{
    // I4, I5
    std::set<std::string> numbers;
    std::map<TicketId, int> places;
    for (const auto &[id, counter] : state.counterStates()) {
        if (counter.ticket.isSet())
            ++places[counter.ticket];
    }
    for (const auto &[id, ticket] : state.tickets()) {
        check(numbers.insert(ticket.number).second, "I4: two open tickets show " + ticket.number);
        const bool isAtCounter = ticket.state == TicketState::Called || ticket.state == TicketState::Serving
            || ticket.state == TicketState::WrapUp;
        const bool isOpen
            = isAtCounter || ticket.state == TicketState::Waiting || ticket.state == TicketState::Parked;
        check(isOpen, "I5: ticket " + ticket.number + " is open and in a state that ends it");
        check(places[id] == (isAtCounter ? 1 : 0),
              "I5: ticket " + ticket.number + " is at " + std::to_string(places[id]) + " counters");
        check(ticket.parked.has_value() == (ticket.state == TicketState::Parked)
                  && (!ticket.held || ticket.state == TicketState::Waiting),
              "I5: ticket " + ticket.number + " is parked or delayed in another state");
        const bool isQueued = ticket.state == TicketState::Waiting && !ticket.held;
        if (isQueued && state.settings().calling.maxOvertaken > 0)
            check(state.overtaken(ticket) == m_overtaken[id],
                  "I13: ticket " + ticket.number + " was overtaken " + std::to_string(m_overtaken[id])
                      + " times, by the state " + std::to_string(state.overtaken(ticket)));
    }
    // I7
    for (const RecentWaits &recent : state.image().recentWaits) {
        for (const TimeMs ms : recent.waitsMs)
            check(ms >= 0, "I7: a negative wait is remembered");
        for (const TimeMs ms : recent.gapsMs)
            check(ms >= 0, "I7: a negative gap is remembered");
    }
    for (const auto &[id, service] : state.services()) {
        const ServiceDay day = state.serviceDay(id);
        check(std::min({day.arrived, day.served, day.servedInTime, day.noShows, day.cancelled, day.waits,
                        day.waitMs, day.serviceMs, day.transactionMs, day.issued, day.abandoned})
                  >= 0,
              "I7: a service's day has something negative");
        check(day.servedInTime <= day.served, "I7: a service's day does not add up");
    }
    for (const auto &[id, who] : state.staff()) {
        const StaffDay day = state.staffDay(id);
        check(std::min(
                  {day.calls, day.served, day.noShows, day.serviceMs, day.transactionMs, day.breakMs, day.wrapUpMs})
                  >= 0,
              "I7: the day of somebody at a counter has something negative");
    }
    for (const std::string &wrong : violations(state))
        check(false, wrong);
}

} // namespace tiepdon::testing
