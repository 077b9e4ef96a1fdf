// SPDX-License-Identifier: GPL-3.0-or-later
// Definitions, the day and the counters of the model.
#include "tests/queue/modelstep.h"

namespace tiepdon::testing {
namespace {

template <class Item>
void putInOrder(std::vector<Item> &list, const std::vector<Item> &items)
{
    for (const Item &item : items) {
        std::erase_if(list, [&](const Item &old) { return old.id == item.id; });
        list.push_back(item);
    }
    std::sort(list.begin(), list.end(), [](const Item &a, const Item &b) { return a.id < b.id; });
}

} // namespace

Refusal ModelStep::define(const BranchSetup &part)
{
    for (const Service &service : part.services) { // repeated in the part itself
        if (std::count_if(part.services.begin(), part.services.end(), [&](auto &s) { return s.id == service.id; })
            > 1)
            return ErrorCode::InvalidParams;
    }
    BranchSetup all = m.setup;
    all.settings = part.settings;
    putInOrder(all.services, part.services);
    putInOrder(all.profiles, part.profiles);
    putInOrder(all.counters, part.counters);
    putInOrder(all.staff, part.staff);
    putInOrder(all.groups, part.groups);
    putInOrder(all.zones, part.zones);
    putInOrder(all.segments, part.segments);
    putInOrder(all.priorityReasons, part.priorityReasons);
    putInOrder(all.outcomes, part.outcomes);
    const auto good = checked(all);
    if (!good)
        return good.error().code;
    if (m.isOpen
        && (good->settings.numberDigits != m.setup.settings.numberDigits
            || good->settings.utcOffsetMin != m.setup.settings.utcOffsetMin))
        return ErrorCode::DayAlreadyOpen;
    m.setup = *good;
    for (const Counter &counter : m.setup.counters) {
        const auto live = std::find_if(m.counters.begin(), m.counters.end(),
                                       [&](const CounterState &s) { return s.counter == counter.id; });
        if (live == m.counters.end())
            m.counters.push_back({counter.id, {}, counter.profile, {}, m_now});
    }
    std::sort(m.counters.begin(), m.counters.end(),
              [](const CounterState &a, const CounterState &b) { return a.counter < b.counter; });
    return {};
}

Refusal ModelStep::operator()(const command::OpenDay &c)
{
    if (m.setup.services.empty())
        return ErrorCode::NotDefined;
    if (m.isOpen)
        return ErrorCode::DayAlreadyOpen;
    if (c.businessDay.size() != 10)
        return ErrorCode::InvalidParams; // the only kind of bad day these tests send
    if (c.businessDay < m.businessDay)
        return ErrorCode::DayInThePast;
    if (c.businessDay > m.businessDay) {
        m.totals = {};
        m.series.clear();
        m.recentWaits.clear();
        m.serviceDays.clear();
        m.staffDays.clear();
        m.restorable.clear();
        m.ruleCalls = 0;
        for (CounterState &counter : m.counters)
            counter.lastCallMs = std::nullopt;
        carryOver();
    }
    m.businessDay = c.businessDay;
    m.isOpen = true;
    return {};
}

/// Who waited or was parked overnight waits on, before all who come today, in the order they stood in.
void ModelStep::carryOver()
{
    std::vector<Ticket *> all;
    for (Ticket &ticket : m.tickets)
        all.push_back(&ticket);
    std::sort(all.begin(), all.end(), [](const Ticket *a, const Ticket *b) { return isAhead(*a, *b); });
    auto sub = -static_cast<std::int64_t>(all.size());
    for (Ticket *ticket : all) {
        if (ticket->carriedFrom.empty())
            ticket->carriedFrom = m.businessDay;
        enter(*ticket, ticket->state);
        join(*ticket, {m_now, sub++});
        ticket->raisedFrom = std::nullopt;
        ticket->step.waitedBeforeMs = 0;
        ticket->step.waitingFromMs = m_now;
        ticket->step.calledMs = std::nullopt;
        ++dayOf(ticket->step.service).arrived;
    }
}

Refusal ModelStep::operator()(const command::CloseDay &c)
{
    if (!m.isOpen)
        return ErrorCode::DayNotOpen;
    for (const CounterState &counter : m.counters) {
        if (counter.ticket.isSet() && !c.force)
            return ErrorCode::TicketsInService;
    }
    const std::vector<Ticket> open = m.tickets;
    for (const Ticket &ticket : open) {
        const bool isAtCounter = ticket.state == TicketState::Called || ticket.state == TicketState::Serving
            || ticket.state == TicketState::WrapUp;
        if (m.setup.settings.carriesOver && !isAtCounter)
            continue;
        ++m.totals.ended;
        countEnd(ticket, StepOutcome::Ended);
        std::erase_if(m.tickets, [&](const Ticket &t) { return t.id == ticket.id; });
    }
    for (CounterState &counter : m.counters) {
        if (counter.staff.isSet())
            close(counter);
    }
    m.calls.clear();
    m.isOpen = false;
    return {};
}

void ModelStep::close(CounterState &counter)
{
    stopBreak(counter);
    const auto lastCallMs = counter.lastCallMs;
    counter = {counter.counter, {}, counter.profile, {}, m_now};
    counter.lastCallMs = lastCallMs;
}

Refusal ModelStep::operator()(const command::SignOn &c)
{
    if (!m.isOpen)
        return ErrorCode::DayNotOpen;
    const Counter *defined = byId(m.setup.counters, c.counter);
    if (!defined)
        return ErrorCode::UnknownCounter;
    if (!byId(m.setup.staff, c.staff))
        return ErrorCode::UnknownStaff;
    const ProfileId profile = c.profile.value == 0 ? defined->profile : c.profile;
    if (!byId(m.setup.profiles, profile))
        return ErrorCode::UnknownProfile;
    CounterState &counter = at(c.counter);
    if (counter.staff.isSet() && (!c.takeOver || counter.staff == c.staff))
        return ErrorCode::CounterOccupied;
    for (const CounterState &other : m.counters) {
        if (other.staff == c.staff)
            return ErrorCode::StaffElsewhere;
    }
    stopBreak(counter);
    counter.staff = c.staff;
    counter.profile = profile;
    counter.sinceMs = m_now;
    counter.nextStoredMs = std::nullopt;
    return {};
}

Refusal ModelStep::operator()(const command::SignOff &c)
{
    if (const Refusal no = notAtWork(c.counter))
        return no;
    if (at(c.counter).ticket.isSet())
        return ErrorCode::CounterBusy;
    close(at(c.counter));
    return {};
}

Refusal ModelStep::operator()(const command::TakeBreak &c)
{
    if (const Refusal no = notAtWork(c.counter))
        return no;
    CounterState &counter = at(c.counter);
    if (counter.ticket.isSet())
        return ErrorCode::CounterBusy;
    if (!counter.onBreak || counter.onBreak->reason != c.reason) {
        stopBreak(counter);
        counter.onBreak = Break{c.reason, m_now};
        counter.nextStoredMs = std::nullopt;
    }
    return {};
}

Refusal ModelStep::operator()(const command::EndBreak &c)
{
    if (const Refusal no = notAtWork(c.counter))
        return no;
    stopBreak(at(c.counter));
    return {};
}

void ModelStep::stopBreak(CounterState &counter)
{
    if (counter.onBreak)
        dayOf(counter.staff).breakMs += m_now - counter.onBreak->sinceMs;
    counter.onBreak = std::nullopt;
}

Refusal ModelStep::operator()(const command::AssignProfile &c)
{
    if (const Refusal no = notAtWork(c.counter))
        return no;
    if (!byId(m.setup.profiles, c.profile))
        return ErrorCode::UnknownProfile;
    CounterState &counter = at(c.counter);
    if (c.from && counter.profile != *c.from)
        return ErrorCode::CounterChanged;
    if (counter.profile != c.profile && !c.leaveUnserved) {
        const auto kept = theOne(m.setup.profiles, c.profile).services;
        for (const ServiceId service : theOne(m.setup.profiles, counter.profile).services) {
            bool isServed = std::find(kept.begin(), kept.end(), service) != kept.end();
            for (const CounterState &other : m.counters) {
                const WorkProfile *theirs = byId(m.setup.profiles, other.profile);
                for (const ServiceId served : theirs->services)
                    isServed = isServed || (other.counter != c.counter && other.staff.isSet() && served == service);
            }
            if (!isServed)
                return ErrorCode::ServiceUnserved;
        }
    }
    if (counter.profile != c.profile) {
        counter.profile = c.profile;
        counter.sinceMs = m_now;
    }
    return {};
}

CounterState &ModelStep::at(CounterId id)
{
    return *std::find_if(m.counters.begin(), m.counters.end(),
                         [&](const CounterState &s) { return s.counter == id; });
}

Refusal ModelStep::notAtWork(CounterId id)
{
    if (!m.isOpen)
        return ErrorCode::DayNotOpen;
    if (!byId(m.setup.counters, id))
        return ErrorCode::UnknownCounter;
    return at(id).staff.isSet() ? Refusal() : ErrorCode::CounterNotOpen;
}

Refusal ModelStep::notFree(CounterId id)
{
    if (const Refusal no = notAtWork(id))
        return no;
    if (at(id).ticket.isSet())
        return ErrorCode::CounterBusy;
    return at(id).onBreak ? Refusal(ErrorCode::CounterOnBreak) : Refusal();
}

Refusal ModelStep::notInHand(CounterId counter, TicketId id, const std::vector<TicketState> &allowed)
{
    if (const Refusal no = notAtWork(counter))
        return no;
    const Ticket *ticket = byId(m.tickets, id);
    if (!ticket)
        return ErrorCode::UnknownTicket;
    if (at(counter).ticket != id)
        return ErrorCode::TicketNotHere;
    if (std::find(allowed.begin(), allowed.end(), ticket->state) == allowed.end())
        return ErrorCode::WrongState;
    return {};
}

Refusal ModelStep::notInState(TicketId id, const std::vector<TicketState> &allowed)
{
    if (!m.isOpen)
        return ErrorCode::DayNotOpen;
    const Ticket *ticket = byId(m.tickets, id);
    if (!ticket)
        return ErrorCode::UnknownTicket;
    if (std::find(allowed.begin(), allowed.end(), ticket->state) == allowed.end())
        return ErrorCode::WrongState;
    return {};
}

ServiceDay &ModelStep::dayOf(ServiceId service)
{
    for (ServiceDay &day : m.serviceDays) {
        if (day.service == service)
            return day;
    }
    m.serviceDays.push_back({service});
    std::sort(m.serviceDays.begin(), m.serviceDays.end(),
              [](const ServiceDay &a, const ServiceDay &b) { return a.service < b.service; });
    return dayOf(service);
}

StaffDay &ModelStep::dayOf(StaffId staff)
{
    for (StaffDay &day : m.staffDays) {
        if (day.staff == staff)
            return day;
    }
    m.staffDays.push_back({staff});
    std::sort(m.staffDays.begin(), m.staffDays.end(),
              [](const StaffDay &a, const StaffDay &b) { return a.staff < b.staff; });
    return dayOf(staff);
}

} // namespace tiepdon::testing
