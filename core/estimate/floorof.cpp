// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/forecast.h"

#include <algorithm>
#include <map>

namespace tiepdon {
namespace {

/// Somebody signed on who calls nobody for so long while people wait is not at the counter.
constexpr TimeMs kNotWorkingMs = 5 * kMinuteMs;
constexpr double kBreakVariation = 0.4;

/// What a break of a kind usually lasts.
TimeMs usualBreakMs(BreakReason reason)
{
    switch (reason) {
    case BreakReason::Meal:
    case BreakReason::Meeting:
        return 40 * kMinuteMs;
    case BreakReason::Rest:
        return 12 * kMinuteMs;
    case BreakReason::Paperwork:
    case BreakReason::Other:
        break;
    }
    return 20 * kMinuteMs;
}

HeadTimes timesOf(const Ticket &ticket)
{
    const TimeMs reference = ticket.ownPlace().ms;
    return {ticket.bookedMs ? std::min(ticket.issuedMs, reference) : reference, reference,
            ticket.bookedMs.has_value()};
}

/// Where somebody who is not in the queue yet will join it.
FloorTicket::Joins joinsOf(const Ticket &ticket)
{
    const TransferPlace place = ticket.held ? ticket.held->place : TransferPlace::First;
    return place == TransferPlace::First ? FloorTicket::Joins::First
        : place == TransferPlace::Last   ? FloorTicket::Joins::Last
                                         : FloorTicket::Joins::AtPlace;
}

/// Makes the floor of one state.
class Surveyor
{
public:
    Surveyor(const BranchState &state, const ServiceTimes &times, const BreakHabits &habits, Floor &floor)
        : m_state(state), m_times(times), m_habits(habits), m_floor(floor),
          m_dayStartMs(dayStart(state.businessDay(), static_cast<int>(state.settings().utcOffsetMin)))
    {
    }

    void survey()
    {
        for (const auto &[id, service] : m_state.services()) {
            m_services.emplace(id, m_floor.services.size());
            m_floor.services.push_back(&m_times.cycle(id));
        }
        layQueues();
        for (const auto &[id, queue] : m_state.queues()) {
            for (const QueueKey &key : queue) {
                if (const Ticket *ticket = m_state.ticket(key.ticket))
                    add(*ticket, id, ticket->place, {});
            }
        }
        for (const auto &[untilMs, id] : m_state.due()) {
            if (const Ticket *ticket = m_state.ticket(id))
                add(*ticket, laterQueue(*ticket), {ticket->ownPlace().ms, 0}, untilMs);
        }
        for (const auto &[id, counter] : m_state.counterStates())
            m_floor.counters.push_back(counterOf(counter));
    }

private:
    /// All queues anybody stands in, will stand in or could come to, in the engine's order.
    void layQueues()
    {
        std::map<QueueId, std::size_t> &places = m_queues;
        for (const auto &[service, at] : m_services) {
            places[{service}];
            for (const auto &[segment, of] : m_state.segments())
                places[{service, false, segment}];
        }
        for (const auto &[id, queue] : m_state.queues()) {
            places[id];
            for (const QueueKey &key : queue) {
                if (const Ticket *ticket = m_state.ticket(key.ticket); ticket && id.raised)
                    places[homeOf(*ticket)];
            }
        }
        for (const auto &[untilMs, ticketId] : m_state.due()) {
            if (const Ticket *ticket = m_state.ticket(ticketId)) {
                places[homeOf(*ticket)];
                places[laterQueue(*ticket)];
            }
        }
        std::erase_if(places, [&](const auto &entry) { return !m_services.contains(entry.first.service); });
        for (auto &[id, at] : places) {
            at = m_floor.queues.size();
            const bool isPlain
                = !id.raised && !id.forCounter.isSet() && !id.forStaff.isSet() && id.language.empty();
            m_floor.queues.push_back({id.service,
                                      id.segment,
                                      m_services.at(id.service),
                                      m_state.terms(id.service, id.segment),
                                      id.raised,
                                      isPlain,
                                      {},
                                      id});
        }
    }

    static QueueId homeOf(const Ticket &ticket)
    {
        return {ticket.step.service, false, ticket.segment, ticket.forCounter, ticket.forStaff, ticket.language};
    }

    static QueueId laterQueue(const Ticket &ticket)
    {
        QueueId id = homeOf(ticket);
        if (joinsOf(ticket) == FloorTicket::Joins::First) {
            id.raised = true;
            id.segment = {};
        }
        return id;
    }

    void add(const Ticket &ticket, const QueueId &id, const Place &place, std::optional<TimeMs> untilMs)
    {
        const auto at = m_queues.find(id);
        if (at == m_queues.end())
            return;
        FloorTicket one{ticket.id, place, timesOf(ticket), m_state.overtaken(ticket), ticket.step.misses, untilMs};
        one.joins = untilMs ? joinsOf(ticket) : FloorTicket::Joins::AtPlace;
        one.isQuoted = ticket.state == TicketState::Waiting;
        if (const TimeMs promiseMs = m_state.promiseMs(ticket); promiseMs > 0)
            one.promiseEndsMs = promiseMs
                + (one.isQuoted ? ticket.step.waitingFromMs - ticket.step.waitedBeforeMs
                                : untilMs.value_or(m_floor.nowMs) - ticket.step.waitMs());
        if (id.raised)
            one.home = m_queues.at(homeOf(ticket));
        m_floor.queues[at->second].tickets.push_back(one);
    }

    FloorCounter counterOf(const CounterState &counter) const
    {
        FloorCounter of;
        if (!counter.isOpen())
            return of;
        TimeMs neededSinceMs = m_floor.nowMs; // somebody has been waiting for this counter
        for (const auto &[id, at] : m_queues) {
            if (!m_state.mayCall(counter, id))
                continue;
            of.queues.push_back(at);
            const auto &tickets = m_floor.queues[at].tickets;
            if (!tickets.empty() && !tickets.front().heldUntilMs)
                neededSinceMs = std::min(neededSinceMs, tickets.front().times.referenceMs);
        }
        of.speed = m_times.speed(counter.staff);
        of.sinceMs = std::min(counter.sinceMs, m_floor.nowMs);
        of.notBeforeMs = counter.lastCallMs ? *counter.lastCallMs + m_state.settings().minCallGapMs : 0;
        const Ticket *ticket = m_state.ticket(counter.ticket);
        if (ticket && m_services.contains(ticket->step.service)) {
            of.doing = FloorCounter::Doing::Busy;
            of.sinceMs = std::min(ticket->step.calledMs.value_or(of.sinceMs), m_floor.nowMs);
            of.serviceAt = m_services.at(ticket->step.service);
            of.isThere = ticket->state != TicketState::Called;
            of.calledAfterMs = ticket->step.waitMs();
        } else if (counter.onBreak) {
            of.doing = FloorCounter::Doing::Away;
            of.sinceMs = std::min(counter.onBreak->sinceMs, m_floor.nowMs);
            of.awayAt = static_cast<std::size_t>(counter.onBreak->reason);
            const TimeMs endMs
                = m_dayStartMs + m_habits.usualEndMs(counter.staff, counter.onBreak->sinceMs - m_dayStartMs);
            if (endMs > m_floor.nowMs) { // back when they usually are
                of.doing = FloorCounter::Doing::Idle;
                of.absences.push_back({of.sinceMs, endMs});
            }
        } else if (m_floor.nowMs - std::max(of.sinceMs, neededSinceMs) > kNotWorkingMs) {
            of.doing = FloorCounter::Doing::Away;
            of.sinceMs = std::max(of.sinceMs, neededSinceMs);
            of.awayAt = static_cast<std::size_t>(BreakReason::Other);
        } else {
            of.doing = FloorCounter::Doing::Idle;
        }
        const TimeMs sinceDayStart = m_floor.nowMs - m_dayStartMs;
        for (const auto &coming : m_habits.expected(m_state.businessDay(), counter.staff, sinceDayStart)) {
            const FloorAbsence absence{m_dayStartMs + coming.fromMs, m_dayStartMs + coming.toMs, coming.share};
            if (of.absences.empty() || of.absences.back().toMs <= absence.fromMs)
                of.absences.push_back(absence);
        }
        return of;
    }

    const BranchState &m_state;
    const ServiceTimes &m_times;
    const BreakHabits &m_habits;
    Floor &m_floor;
    TimeMs m_dayStartMs;
    std::map<ServiceId, std::size_t> m_services;
    std::map<QueueId, std::size_t> m_queues;
};

} // namespace

const Quotes &Forecast::refresh(const BranchState &state, TimeMs nowMs)
{
    for (const auto &[id, service] : state.services())
        m_times.define(id, service.expectedMs);
    return refresh(floorOf(state, nowMs));
}

Floor Forecast::floorOf(const BranchState &state, TimeMs nowMs) const
{
    Floor floor;
    floor.nowMs = std::max(nowMs, state.changedMs());
    floor.businessDay = state.businessDay();
    floor.rule = state.settings().calling;
    floor.noShowPlacesBack = state.settings().noShowPlacesBack;
    floor.noShowMisses = state.settings().noShowMisses;
    floor.minCallGapMs = state.settings().minCallGapMs;
    for (std::size_t i = 0; i < m_breaks.size(); ++i) {
        if (!m_breakTables[i])
            m_breakTables[i] = m_breaks[i].table(
                Lognormal::of(static_cast<double>(usualBreakMs(static_cast<BreakReason>(i))), kBreakVariation));
        floor.absences.push_back(&*m_breakTables[i]);
    }
    Surveyor(state, m_times, m_habits, floor).survey();
    fillArrivals(floor, dayStart(state.businessDay(), static_cast<int>(state.settings().utcOffsetMin)));
    return floor;
}

} // namespace tiepdon
