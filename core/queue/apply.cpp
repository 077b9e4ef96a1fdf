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

    Touched operator()(const event::SegmentDefined &e)
    {
        m_state.m_segments[e.segment.id] = e.segment;
        return {};
    }
    Touched operator()(const event::PriorityReasonDefined &e)
    {
        m_state.m_priorityReasons[e.priorityReason.id] = e.priorityReason;
        return {};
    }
    Touched operator()(const event::OutcomeDefined &e)
    {
        m_state.m_outcomes[e.outcome.id] = e.outcome;
        return {};
    }

    Touched operator()(const event::PartRemoved &e)
    {
        const auto is = [&](auto id) { return id.value == e.id; };
        switch (e.kind) {
        case PartKind::Service:
            m_state.m_services.erase({e.id});
            m_state.m_waiting.erase({e.id});
            m_state.m_recentWaits.erase({e.id});
            // what was given out today counts against its limit, should it come back today: the counts stay
            std::erase_if(m_state.m_calls, [&](const ShownCall &call) { return is(call.service); });
            break;
        case PartKind::Profile:
            m_state.m_profiles.erase({e.id});
            for (auto &[id, counter] : m_state.m_counterStates) {
                if (is(counter.profile)) // the last it was open with
                    counter.profile = m_state.m_counters[id].profile;
            }
            break;
        case PartKind::Counter:
            m_state.m_counters.erase({e.id});
            m_state.m_counterStates.erase({e.id});
            break;
        case PartKind::Staff:
            m_state.m_staff.erase({e.id});
            m_state.m_staffDays.erase({e.id});
            break;
        case PartKind::Group:
            m_state.m_groups.erase({e.id});
            break;
        case PartKind::Zone:
            m_state.m_zones.erase({e.id});
            break;
        case PartKind::Segment:
            m_state.m_segments.erase({e.id});
            break;
        case PartKind::PriorityReason:
            m_state.m_priorityReasons.erase({e.id});
            break;
        case PartKind::Outcome:
            m_state.m_outcomes.erase({e.id});
            break;
        }
        // who needs what is gone cannot come back
        std::erase_if(m_state.m_restorable, [&](const Ticket &ticket) { return needs(ticket, e.kind, e.id); });
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
            *counter = {e.counter,           e.staff, e.profile, counter->ticket, m_at, {}, counter->reason,
                        counter->lastCallMs, {}};
        }
        return {};
    }
    Touched operator()(const event::CounterClosed &e)
    {
        if (CounterState *counter = find(e.counter)) {
            endBreak(*counter);
            *counter = {e.counter, {}, counter->profile, {}, m_at, {}, {}, counter->lastCallMs, {}};
        }
        return {};
    }
    Touched operator()(const event::CounterPaused &e)
    {
        if (CounterState *counter = find(e.counter)) {
            endBreak(*counter);
            counter->onBreak = Break{e.reason, m_at};
            counter->nextStoredMs.reset();
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

    Touched operator()(const event::NextStored &e)
    {
        if (CounterState *counter = find(e.counter))
            counter->nextStoredMs = m_at;
        return {};
    }
    Touched operator()(const event::NextForgotten &e)
    {
        if (CounterState *counter = find(e.counter))
            counter->nextStoredMs.reset();
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
        ticket.sinceMs = m_at;
        ticket.place = {std::max(m_at, e.bookedMs.value_or(m_at)), 0};
        ticket.segment = e.segment;
        ticket.priorityReason = e.priorityReason;
        ticket.bookedMs = e.bookedMs;
        ticket.language = e.language;
        ticket.customer = e.customer;
        ticket.joinedCall = m_state.m_ruleCalls;
        ticket.step.service = e.service;
        ticket.step.waitingFromMs = ticket.place.ms;
        m_state.insertOpen(ticket);
        m_state.m_lastTicket = e.ticket;
        m_state.m_lastSerials[e.series] = e.serial;
        ++m_state.m_totals.issued;
        ++day(e.service).arrived;
        ++day(e.service).issued;
        return {ticket, {}, {}};
    }

    Touched operator()(const event::TicketCarried &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        m_state.unindex(*ticket);
        enter(*ticket, ticket->state);
        ticket->carriedFrom = e.takenOn;
        ticket->place = e.place;
        ticket->raisedFrom.reset();
        ticket->step.waitedBeforeMs = 0;
        ticket->step.waitingFromMs = m_at;
        ticket->step.calledMs.reset();
        ticket->joinedCall = m_state.m_ruleCalls;
        m_state.index(*ticket);
        ++day(ticket->step.service).arrived;
        return touched(*ticket);
    }

    Touched operator()(const event::TicketCalled &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        const bool isWalkIn = e.reason.rule == CallRule::WalkIn;
        if (!isWalkIn)
            noteCall(*ticket);
        if (!isWalkIn && e.reason.rule != CallRule::Chosen && !ticket->raisedFrom)
            noteOvertaken(*ticket, e.counter);
        takeAway(*ticket);
        if (!ticket->step.staff.isSet())
            ++m_state.m_totals.called;
        // Somebody booked may be called before their time.
        ticket->step.waitingFromMs = std::min(ticket->step.waitingFromMs, m_at);
        ++day(e.staff).calls;
        enter(*ticket, TicketState::Called);
        ticket->held.reset();
        ticket->step.calledMs = m_at;
        ticket->step.counter = e.counter;
        ticket->step.staff = e.staff;
        ticket->step.recalls = 0;
        hold(e.counter, e.ticket);
        if (CounterState *counter = find(e.counter)) {
            counter->reason = e.reason;
            counter->lastCallMs = m_at;
        }
        if (!isWalkIn)
            show(*ticket);
        return touched(*ticket);
    }

    Touched operator()(const event::TicketResumed &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        takeAway(*ticket);
        enter(*ticket, TicketState::Called);
        ticket->parked.reset();
        ticket->step.waitedBeforeMs = ticket->step.waitMs();
        ticket->step.waitingFromMs = m_at;
        ticket->step.calledMs = m_at;
        ticket->step.counter = e.counter;
        ticket->step.staff = e.staff;
        ticket->step.recalls = 0;
        hold(e.counter, e.ticket);
        show(*ticket);
        return touched(*ticket);
    }

    Touched operator()(const event::TicketRecalled &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        ticket->step.recalls = e.recalls;
        show(*ticket);
        return touched(*ticket);
    }

    Touched operator()(const event::ServiceStarted &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        enter(*ticket, TicketState::Serving);
        ticket->step.startedMs = m_at;
        ticket->step.claimedStartedMs = e.claimedMs;
        endCall(m_state.m_calls, ticket->number);
        return touched(*ticket);
    }

    Touched operator()(const event::WrapUpStarted &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        enter(*ticket, TicketState::WrapUp);
        ticket->step.wrapUpMs = m_at;
        return touched(*ticket);
    }

    Touched operator()(const event::OutcomeMarked &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        ticket->step.result = e.outcome;
        return touched(*ticket);
    }

    Touched operator()(const event::StepsPlanned &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        ticket->nextSteps = e.steps;
        return touched(*ticket);
    }

    Touched operator()(const event::TicketParked &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        takeAway(*ticket);
        enter(*ticket, TicketState::Parked);
        ticket->parked = Parked{e.reason, e.counter, ticket->step.staff, e.untilMs};
        ticket->step.servedBeforeMs = ticket->step.serviceMs(m_at);
        ticket->step.startedMs.reset();
        ticket->step.claimedStartedMs.reset();
        m_state.index(*ticket);
        return touched(*ticket);
    }

    Touched operator()(const event::TicketDue &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket || (ticket->state != TicketState::Parked && !ticket->held))
            return {};
        m_state.unindex(*ticket);
        if (ticket->state == TicketState::Parked)
            waitAgain(*ticket);
        ticket->held.reset();
        ticket->raisedFrom = e.raisedFrom;
        join(*ticket, e.place);
        return touched(*ticket);
    }

    Touched operator()(const event::ServiceFinished &e)
    {
        if (Ticket *ticket = find(e.ticket))
            noteServed(*ticket, e.counter, e.claimedMs, e.outcome);
        return end(e.ticket, TicketState::Done, StepOutcome::Served, m_state.m_totals.served);
    }

    Touched operator()(const event::TicketMissed &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        noteMiss(e.counter);
        ticket->step.misses = e.misses;
        putBack(*ticket, e.place);
        return touched(*ticket);
    }

    Touched operator()(const event::TicketRequeued &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        putBack(*ticket, e.place);
        return touched(*ticket);
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
        const VisitStep ended = nextStep(*ticket, e.service, StepOutcome::Transferred);
        ticket->forCounter = e.forCounter;
        ticket->forStaff = e.forStaff;
        ticket->held = e.held;
        ticket->raisedFrom = e.raisedFrom;
        join(*ticket, e.place);
        return {*ticket, ended, m_ended};
    }

    Touched operator()(const event::StepFinished &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket || ticket->nextSteps.empty())
            return {};
        noteServed(*ticket, e.counter, e.claimedMs, e.outcome);
        takeAway(*ticket);
        const NextStep next = ticket->nextSteps.front();
        ticket->nextSteps.erase(ticket->nextSteps.begin());
        const VisitStep ended = nextStep(*ticket, next.service, StepOutcome::Served);
        ticket->forCounter = next.counter;
        ticket->forStaff = {};
        ticket->raisedFrom.reset();
        join(*ticket, e.place);
        return {*ticket, ended, m_ended};
    }

    Touched operator()(const event::TicketRaised &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        m_state.unindex(*ticket);
        ticket->raisedFrom = ticket->ownPlace();
        ticket->held.reset();
        join(*ticket, e.place);
        return touched(*ticket);
    }

    Touched operator()(const event::TicketLowered &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        m_state.unindex(*ticket);
        ticket->raisedFrom.reset();
        join(*ticket, e.place);
        return touched(*ticket);
    }

    Touched operator()(const event::TicketSegmented &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        ticket->priorityReason = e.priorityReason;
        if (!ticket->isQueued() || ticket->raisedFrom || ticket->segment == e.segment) {
            ticket->segment = e.segment; // stays where it is, with what counts against those who overtook it
            return touched(*ticket);
        }
        m_state.unindex(*ticket);
        ticket->segment = e.segment;
        join(*ticket, ticket->place);
        return touched(*ticket);
    }

    Touched operator()(const event::CustomerLinked &e)
    {
        Ticket *ticket = find(e.ticket);
        if (!ticket)
            return {};
        ticket->customer = e.customer;
        const SegmentId segment = e.segment.value_or(ticket->segment);
        const std::string language = e.language.value_or(ticket->language);
        // who was put first by hand stands apart from segments, not from languages
        const bool isElsewhere
            = language != ticket->language || (segment != ticket->segment && !ticket->raisedFrom);
        if (!ticket->isQueued() || !isElsewhere) {
            ticket->segment = segment;
            ticket->language = language;
            return touched(*ticket);
        }
        m_state.unindex(*ticket);
        ticket->segment = segment;
        ticket->language = language;
        join(*ticket, ticket->place);
        return touched(*ticket);
    }

    Touched operator()(const event::TicketCancelled &e)
    {
        if (e.reason == HandReason::Left)
            return end(e.ticket, TicketState::Abandoned, StepOutcome::Abandoned, m_state.m_totals.abandoned);
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
        count(ticket.step, ticket.segment, -1);
        if (ticket.state == TicketState::NoShow) {
            --m_state.m_totals.noShows;
            ticket.raisedFrom.reset();
        } else { // where it stands, and where it stood before a person put it first
            --(ticket.state == TicketState::Abandoned ? m_state.m_totals.abandoned : m_state.m_totals.cancelled);
        }
        if (ticket.parked)
            waitAgain(ticket);
        ticket.state = TicketState::Waiting;
        ticket.sinceMs = m_at;
        ticket.held.reset();
        ticket.endedMs.reset();
        ticket.step.finishedMs.reset();
        ticket.step.outcome = StepOutcome::Open;
        ticket.place = e.place;
        ticket.joinedCall = m_state.m_ruleCalls;
        m_state.insertOpen(ticket);
        return {ticket, {}, {}};
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
    void count(const VisitStep &step, SegmentId segment, std::int64_t by)
    {
        ServiceDay &counted = day(step.service);
        const TimeMs waitedMs = step.waitMs();
        if (step.calledMs) {
            counted.waits += by;
            counted.waitMs += by * waitedMs;
        }
        if (step.outcome == StepOutcome::NoShow)
            counted.noShows += by;
        if (step.outcome == StepOutcome::Cancelled)
            counted.cancelled += by;
        if (step.outcome == StepOutcome::Abandoned)
            counted.abandoned += by;
        if (step.outcome != StepOutcome::Served)
            return;
        counted.served += by;
        counted.servedInTime += waitedMs <= m_state.promiseMs(step.service, segment) ? by : 0;
        counted.serviceMs += by * step.serviceMs(step.finishedMs.value_or(m_at));
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
        push(recent.waitsMs, std::max<TimeMs>(0, m_at - ticket.step.waitingFromMs)); // booked and called early: 0
        push(recent.gapsMs, std::max<TimeMs>(0, m_at - std::max(recent.lastCallMs, headMs)));
        recent.lastCallMs = m_at;
    }

    /// The call went before people who came earlier and could have been called.
    void noteOvertaken(const Ticket &ticket, CounterId id)
    {
        const CounterState *counter = find(id);
        const std::int64_t call = ++m_state.m_ruleCalls;
        if (!counter || m_state.m_settings.calling.maxOvertaken <= 0)
            return;
        for (const auto &[queue, waiting] : m_state.m_queues) {
            if (waiting.begin()->place < ticket.place && m_state.mayCall(*counter, queue))
                m_state.m_overtakings[queue].push_back({ticket.place, call});
        }
    }

    /// The figures of whoever served, and what is said of how it came out.
    void noteServed(Ticket &ticket, CounterId id, std::optional<TimeMs> claimedMs, OutcomeId outcome)
    {
        VisitStep &step = ticket.step;
        step.claimedFinishedMs = claimedMs;
        if (outcome.isSet())
            step.result = outcome;
        if (const CounterState *counter = find(id)) {
            StaffDay &theirs = day(counter->staff);
            ++theirs.served;
            theirs.serviceMs += step.serviceMs(m_at);
            theirs.transactionMs += m_at - step.calledMs.value_or(m_at);
            theirs.wrapUpMs += m_at - step.wrapUpMs.value_or(m_at);
        }
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
            counter->nextStoredMs.reset();
        }
    }

    /// Another state from now on; what it was in before becomes an interval.
    void enter(Ticket &ticket, TicketState state)
    {
        const VisitStep &step = ticket.step;
        TimeMs fromMs = ticket.sinceMs;
        if (fromMs == 0) // an earlier version kept none
            fromMs = ticket.state == TicketState::Serving ? step.startedMs.value_or(m_at)
                : ticket.state == TicketState::Called     ? step.calledMs.value_or(m_at)
                                                          : step.waitingFromMs;
        m_ended = Interval{ticket.id, step.no, ticket.state, fromMs, m_at, step.counter, step.staff};
        ticket.state = state;
        ticket.sinceMs = m_at;
    }

    [[nodiscard]] Touched touched(const Ticket &ticket) const { return {ticket, {}, m_ended}; }

    /// Into the queue it belongs to, or to those who join it later. Nobody has overtaken it there yet.
    void join(Ticket &ticket, const Place &place)
    {
        ticket.place = place;
        ticket.joinedCall = m_state.m_ruleCalls;
        m_state.index(ticket);
    }

    /// From the counter back into the queue of the same step.
    void putBack(Ticket &ticket, const Place &place)
    {
        takeAway(ticket);
        enter(ticket, TicketState::Waiting);
        ticket.raisedFrom.reset();
        join(ticket, place);
    }

    /// A parked ticket waits again; what it waited and was served before is kept.
    void waitAgain(Ticket &ticket)
    {
        enter(ticket, TicketState::Waiting);
        ticket.parked.reset();
        ticket.step.waitedBeforeMs = ticket.step.waitMs();
        ticket.step.waitingFromMs = m_at;
        ticket.step.calledMs.reset();
    }

    /// Ends the step a ticket is at and begins the next; gives the ended one. The ticket is in no queue meanwhile.
    VisitStep nextStep(Ticket &ticket, ServiceId service, StepOutcome outcome)
    {
        enter(ticket, TicketState::Waiting);
        VisitStep ended = ticket.step;
        ended.finishedMs = m_at;
        ended.outcome = outcome;
        count(ended, ticket.segment, +1);
        ++day(service).arrived;
        ticket.step = {};
        ticket.step.no = ended.no + 1;
        ticket.step.service = service;
        ticket.step.waitingFromMs = m_at;
        return ended;
    }

    /// Out of the queue it waits in, or away from the counter it is at.
    void takeAway(const Ticket &ticket)
    {
        endCall(m_state.m_calls, ticket.number);
        if (!ticket.isAtCounter())
            m_state.unindex(ticket);
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
        enter(*ticket, state);
        Ticket ended = *ticket;
        m_state.eraseOpen(*ticket);
        ended.endedMs = m_at;
        ended.step.finishedMs = m_at;
        ended.step.outcome = outcome;
        count(ended.step, ended.segment, +1);
        if (state == TicketState::NoShow || state == TicketState::Cancelled || state == TicketState::Abandoned) {
            m_state.m_restorable.push_back(ended);
            if (m_state.m_restorable.size() > limits::kRestorableMax)
                m_state.m_restorable.pop_front();
        }
        return touched(ended);
    }

    BranchState &m_state;
    TimeMs m_at;
    std::optional<Interval> m_ended;
};

Touched apply(BranchState &state, const Event &event, TimeMs atMs)
{
    Applier applier(state, atMs);
    Touched touched = std::visit(applier, event);
    applier.stamp();
    return touched;
}

} // namespace tiepdon
