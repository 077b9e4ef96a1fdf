// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/engine.h"

#include "core/base/limits.h"

#include <algorithm>

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

    Touched operator()(const event::GroupDefined &e)
    {
        m_state.m_groups[e.group.id] = e.group;
        return {};
    }
    Touched operator()(const event::ZoneDefined &e)
    {
        m_state.m_zones[e.zone.id] = e.zone;
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
        m_state.m_calls.clear();
        return {};
    }

    Touched operator()(const event::CounterOpened &e)
    {
        if (CounterState *counter = find(e.counter)) {
            endBreak(*counter);
            *counter = {e.counter, e.staff, e.profile, counter->ticket, m_at, {}, counter->reason};
        }
        return {};
    }
    Touched operator()(const event::CounterClosed &e)
    {
        if (CounterState *counter = find(e.counter)) {
            endBreak(*counter);
            *counter = {e.counter, {}, counter->profile, {}, m_at};
        }
        return {};
    }
    Touched operator()(const event::CounterPaused &e)
    {
        if (CounterState *counter = find(e.counter)) {
            endBreak(*counter);
            counter->onBreak = Break{e.reason, m_at};
        }
        return {};
    }
    Touched operator()(const event::CounterResumed &e)
    {
        if (CounterState *counter = find(e.counter))
            endBreak(*counter);
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
        ++day(e.service).arrived;
        return {ticket, std::nullopt};
    }

    Touched operator()(const event::TicketCalled &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        noteCall(*ticket);
        takeAway(*ticket);
        if (!ticket->step.calledMs)
            ++m_state.m_totals.called;
        ++day(e.staff).calls;
        ticket->state = TicketState::Called;
        ticket->step.calledMs = m_at;
        ticket->step.counter = e.counter;
        ticket->step.staff = e.staff;
        ticket->step.recalls = 0;
        hold(e.counter, e.ticket);
        if (CounterState *counter = find(e.counter))
            counter->reason = e.reason;
        show(*ticket);
        return {*ticket, std::nullopt};
    }

    Touched operator()(const event::TicketRecalled &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        ticket->step.recalls = e.recalls;
        show(*ticket);
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
        endCall(m_state.m_calls, ticket->number);
        return {*ticket, std::nullopt};
    }

    Touched operator()(const event::ServiceFinished &e)
    {
        if (Ticket *ticket = find(e.ticket)) {
            ticket->step.claimedFinishedMs = e.claimedMs;
            if (const CounterState *counter = find(e.counter)) {
                StaffDay &theirs = day(counter->staff);
                ++theirs.served;
                theirs.serviceMs += m_at - ticket->step.startedMs.value_or(m_at);
                theirs.transactionMs += m_at - ticket->step.calledMs.value_or(m_at);
            }
        }
        return end(e.ticket, TicketState::Done, StepOutcome::Served, m_state.m_totals.served);
    }

    Touched operator()(const event::TicketMissed &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        noteMiss(e.counter);
        takeAway(*ticket);
        ticket->state = TicketState::Waiting;
        ticket->step.misses = e.misses;
        ticket->place = e.place;
        ticket->raisedFrom.reset();
        m_state.insertWaiting(*ticket);
        return {*ticket, std::nullopt};
    }

    Touched operator()(const event::TicketNoShow &e)
    {
        if (Ticket *ticket = find(e.ticket)) {
            ticket->step.misses = e.misses;
            noteMiss(e.counter);
        }
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
        count(ended, +1);
        ++day(e.service).arrived;
        ticket->step = {};
        ticket->step.no = ended.no + 1;
        ticket->step.service = e.service;
        ticket->step.waitingFromMs = m_at;
        ticket->state = TicketState::Waiting;
        ticket->place = e.place;
        ticket->raisedFrom = e.raisedFrom;
        m_state.insertWaiting(*ticket);
        return {*ticket, ended};
    }

    Touched operator()(const event::TicketRaised &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        const Place before = ticket->ownPlace();
        move(*ticket, e.place);
        ticket->raisedFrom = before;
        return {*ticket, std::nullopt};
    }

    Touched operator()(const event::TicketLowered &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        move(*ticket, e.place);
        ticket->raisedFrom.reset();
        return {*ticket, std::nullopt};
    }

    Touched operator()(const event::TicketCancelled &e)
    {
        return end(e.ticket, TicketState::Cancelled, StepOutcome::Cancelled, m_state.m_totals.cancelled);
    }

    Touched operator()(const event::TicketRestored &e)
    {
        auto &list = m_state.m_restorable;
        const auto it
            = std::find_if(list.begin(), list.end(), [&](const Ticket &ticket) { return ticket.id == e.ticket; });
        if (it == list.end())
            return {};
        Ticket ticket = *it;
        list.erase(it);
        count(ticket.step, -1);
        if (ticket.state == TicketState::NoShow) {
            --m_state.m_totals.noShows;
            ticket.raisedFrom.reset();
        } else { // where it stands, and where it stood before a person put it first
            --m_state.m_totals.cancelled;
        }
        ticket.state = TicketState::Waiting;
        ticket.endedMs.reset();
        ticket.step.finishedMs.reset();
        ticket.step.outcome = StepOutcome::Open;
        ticket.place = e.place;
        m_state.insertOpen(ticket);
        return {ticket, std::nullopt};
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

    ServiceDay &day(ServiceId id)
    {
        ServiceDay &day = m_state.m_serviceDays[id];
        day.service = id;
        return day;
    }
    StaffDay &day(StaffId id)
    {
        StaffDay &day = m_state.m_staffDays[id];
        day.staff = id;
        return day;
    }

    /// Makes a step that ended part of its service's day, or takes it out again (`by` +1, -1).
    void count(const VisitStep &step, std::int64_t by)
    {
        ServiceDay &counted = day(step.service);
        const TimeMs waitedMs = step.calledMs.value_or(step.waitingFromMs) - step.waitingFromMs;
        if (step.calledMs) {
            counted.waits += by;
            counted.waitMs += by * waitedMs;
        }
        if (step.outcome == StepOutcome::NoShow)
            counted.noShows += by;
        if (step.outcome == StepOutcome::Cancelled)
            counted.cancelled += by;
        if (step.outcome != StepOutcome::Served)
            return;
        const Service *service = m_state.service(step.service);
        counted.served += by;
        counted.servedInTime += service && waitedMs <= service->serviceLevelMs ? by : 0;
        counted.serviceMs += by * (step.finishedMs.value_or(m_at) - step.startedMs.value_or(m_at));
        counted.transactionMs += by * (step.finishedMs.value_or(m_at) - step.calledMs.value_or(m_at));
    }

    /// What a call says about how fast the queue moves. Before the ticket leaves the queue.
    void noteCall(const Ticket &ticket)
    {
        RecentWaits &recent = m_state.m_recentWaits[ticket.step.service];
        recent.service = ticket.step.service;
        const auto &queue = m_state.waiting(ticket.step.service);
        const TimeMs headMs = queue.empty() ? ticket.step.waitingFromMs : queue.begin()->place.ms;
        const auto push = [](std::vector<TimeMs> &list, TimeMs value) {
            list.push_back(value);
            if (list.size() > limits::kRecentWaitsMax)
                list.erase(list.begin());
        };
        push(recent.waitsMs, m_at - ticket.step.waitingFromMs);
        push(recent.gapsMs, std::max<TimeMs>(0, m_at - std::max(recent.lastCallMs, headMs)));
        recent.lastCallMs = m_at;
    }

    void noteMiss(CounterId id)
    {
        if (const CounterState *counter = find(id))
            ++day(counter->staff).noShows;
    }

    void endBreak(CounterState &counter)
    {
        if (counter.onBreak)
            day(counter.staff).breakMs += m_at - counter.onBreak->sinceMs;
        counter.onBreak.reset();
    }

    void show(const Ticket &ticket)
    {
        const Counter *counter = m_state.counter(ticket.step.counter);
        showCall(m_state.m_calls,
                 {ticket.number, counter ? counter->number : 0, ticket.step.service,
                  ticket.step.calledMs.value_or(m_at), m_at, ticket.step.recalls, true,
                  counter ? counter->zone : ZoneId{}});
    }

    void hold(CounterId id, TicketId ticket)
    {
        if (CounterState *counter = find(id)) {
            counter->ticket = ticket;
            counter->sinceMs = m_at;
            counter->reason.reset();
        }
    }

    void move(Ticket &ticket, const Place &place)
    {
        if (ticket.state == TicketState::Waiting)
            m_state.eraseWaiting(ticket);
        ticket.place = place;
        if (ticket.state == TicketState::Waiting)
            m_state.insertWaiting(ticket);
    }

    /// Out of the queue it waits in, or away from the counter it is at.
    void takeAway(const Ticket &ticket)
    {
        endCall(m_state.m_calls, ticket.number);
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
        count(ended.step, +1);
        if (state == TicketState::NoShow || state == TicketState::Cancelled) {
            m_state.m_restorable.push_back(ended);
            if (m_state.m_restorable.size() > limits::kRestorableMax)
                m_state.m_restorable.pop_front();
        }
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
