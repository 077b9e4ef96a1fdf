// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/engine.h"

#include "core/base/limits.h"

namespace tiepdon {

/// The one place that changes a BranchState. An overload per event; each leaves the derived indexes right.
class Applier
{
public:
    Applier(BranchState &state, TimeMs atMs) : m_state(state), m_at(atMs) { }

    Touched operator()(const event::BranchRuled &e)
    {
        m_state.m_settings = e.settings;
        return {};
    }
    Touched operator()(const event::ServiceDefined &e)
    {
        m_state.m_services[e.service.id] = e.service;
        return {};
    }
    Touched operator()(const event::ProfileDefined &e)
    {
        m_state.m_profiles[e.profile.id] = e.profile;
        return {};
    }
    Touched operator()(const event::CounterDefined &e)
    {
        m_state.m_counters[e.counter.id] = e.counter;
        CounterState &live = m_state.m_counterStates[e.counter.id];
        if (!live.counter.isSet())
            live = {e.counter.id, {}, e.counter.profile, {}, m_at};
        return {};
    }
    Touched operator()(const event::StaffDefined &e)
    {
        m_state.m_staff[e.staff.id] = e.staff;
        return {};
    }

    Touched operator()(const event::DayOpened &e)
    {
        m_state = BranchState(e.state);
        return {};
    }
    Touched operator()(const event::DayClosed &)
    {
        m_state.m_isOpen = false;
        return {};
    }

    Touched operator()(const event::CounterOpened &e)
    {
        if (CounterState *counter = find(e.counter))
            *counter = {e.counter, e.staff, e.profile, counter->ticket, m_at};
        return {};
    }
    Touched operator()(const event::CounterClosed &e)
    {
        if (CounterState *counter = find(e.counter))
            *counter = {e.counter, {}, counter->profile, {}, m_at};
        return {};
    }
    Touched operator()(const event::ProfileAssigned &e)
    {
        if (CounterState *counter = find(e.counter)) {
            counter->profile = e.profile;
            counter->sinceMs = m_at;
        }
        return {};
    }

    Touched operator()(const event::TicketIssued &e)
    {
        if (find(e.ticket))
            return {};
        Ticket ticket;
        ticket.id = e.ticket;
        ticket.series = e.series;
        ticket.serial = e.serial;
        ticket.number = e.number;
        ticket.issuedMs = m_at;
        ticket.place = {m_at, 0};
        ticket.step.service = e.service;
        ticket.step.waitingFromMs = m_at;
        m_state.insertOpen(ticket);
        m_state.m_lastTicket = e.ticket;
        m_state.m_lastSerials[e.series] = e.serial;
        ++m_state.m_totals.issued;
        return {ticket, std::nullopt};
    }

    Touched operator()(const event::TicketCalled &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        takeAway(*ticket);
        if (!ticket->step.calledMs)
            ++m_state.m_totals.called;
        ticket->state = TicketState::Called;
        ticket->step.calledMs = m_at;
        ticket->step.counter = e.counter;
        ticket->step.staff = e.staff;
        ticket->step.recalls = 0;
        auto &waits = m_state.m_recentWaits[ticket->step.service];
        waits.push_back(m_at - ticket->step.waitingFromMs);
        if (waits.size() > limits::kRecentWaitsMax)
            waits.pop_front();
        hold(e.counter, e.ticket);
        return {*ticket, std::nullopt};
    }

    Touched operator()(const event::TicketRecalled &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        ticket->step.recalls = e.recalls;
        return {*ticket, std::nullopt};
    }

    Touched operator()(const event::ServiceStarted &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        ticket->state = TicketState::Serving;
        ticket->step.startedMs = m_at;
        ticket->step.claimedStartedMs = e.claimedMs;
        return {*ticket, std::nullopt};
    }

    Touched operator()(const event::ServiceFinished &e)
    {
        if (Ticket *ticket = find(e.ticket))
            ticket->step.claimedFinishedMs = e.claimedMs;
        return end(e.ticket, TicketState::Done, StepOutcome::Served, m_state.m_totals.served);
    }

    Touched operator()(const event::TicketMissed &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        takeAway(*ticket);
        ticket->state = TicketState::Waiting;
        ticket->step.misses = e.misses;
        ticket->place = e.place;
        m_state.insertWaiting(*ticket);
        return {*ticket, std::nullopt};
    }

    Touched operator()(const event::TicketNoShow &e)
    {
        if (Ticket *ticket = find(e.ticket))
            ticket->step.misses = e.misses;
        return end(e.ticket, TicketState::NoShow, StepOutcome::NoShow, m_state.m_totals.noShows);
    }

    Touched operator()(const event::TicketTransferred &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        takeAway(*ticket);
        VisitStep ended = ticket->step;
        ended.finishedMs = m_at;
        ended.outcome = StepOutcome::Transferred;
        ticket->step = {};
        ticket->step.no = ended.no + 1;
        ticket->step.service = e.service;
        ticket->step.waitingFromMs = m_at;
        ticket->state = TicketState::Waiting;
        ticket->place = e.place;
        m_state.insertWaiting(*ticket);
        return {*ticket, ended};
    }

    Touched operator()(const event::TicketEnded &e)
    {
        return end(e.ticket, TicketState::Ended, StepOutcome::Ended, m_state.m_totals.ended);
    }

    /// Notes that the state is now as of this event.
    void stamp() { m_state.m_changedMs = m_at; }

private:
    Ticket *find(TicketId id)
    {
        const auto it = m_state.m_tickets.find(id);
        return it == m_state.m_tickets.end() ? nullptr : &it->second;
    }

    CounterState *find(CounterId id)
    {
        const auto it = m_state.m_counterStates.find(id);
        return it == m_state.m_counterStates.end() ? nullptr : &it->second;
    }

    void hold(CounterId id, TicketId ticket)
    {
        if (CounterState *counter = find(id)) {
            counter->ticket = ticket;
            counter->sinceMs = m_at;
        }
    }

    /// Out of the queue it waits in, or away from the counter it is at.
    void takeAway(const Ticket &ticket)
    {
        if (ticket.state == TicketState::Waiting)
            m_state.eraseWaiting(ticket);
        else if (const CounterState *counter = find(ticket.step.counter); counter && counter->ticket == ticket.id)
            hold(ticket.step.counter, {});
    }

    Touched end(TicketId id, TicketState state, StepOutcome outcome, std::int64_t &total)
    {
        Ticket *ticket = find(id);
        if (!ticket)
            return {};
        ++total;
        takeAway(*ticket);
        Ticket ended = *ticket;
        m_state.eraseOpen(*ticket);
        ended.state = state;
        ended.endedMs = m_at;
        ended.step.finishedMs = m_at;
        ended.step.outcome = outcome;
        return {ended, std::nullopt};
    }

    BranchState &m_state;
    TimeMs m_at;
};

Touched apply(BranchState &state, const Event &event, TimeMs atMs)
{
    Applier applier(state, atMs);
    Touched touched = std::visit(applier, event);
    applier.stamp();
    return touched;
}

} // namespace tiepdon
