// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/decider.h"

#include "core/queue/dispatch.h"

#include <algorithm>

namespace tiepdon {
namespace {

/// The names of ids, parted by commas.
template <class AnyId>
std::string listed(const std::vector<AnyId> &ids)
{
    std::string text;
    for (const AnyId id : ids)
        text += (text.empty() ? "" : ",") + std::to_string(id.value);
    return text;
}

} // namespace

Result<Events> Decider::operator()(const command::SignOn &c) const
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

Result<Events> Decider::operator()(const command::SignOff &c) const
{
    const auto counter = openCounter(m_state, c.counter);
    if (!counter)
        return counter.error();
    if ((*counter)->ticket.isSet())
        return busy(**counter);
    return Events{event::CounterClosed{c.counter}};
}

Result<Events> Decider::operator()(const command::AssignProfile &c) const
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

Result<Events> Decider::operator()(const command::ServeWalkIn &c) const
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

Result<Events> Decider::operator()(const command::TakeBreak &c) const
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

Result<Events> Decider::operator()(const command::EndBreak &c) const
{
    const auto counter = openCounter(m_state, c.counter);
    if (!counter)
        return counter.error();
    return (*counter)->onBreak ? Events{event::CounterResumed{c.counter}} : Events{};
}

Result<Events> Decider::operator()(const command::CallNext &c) const
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

Result<Events> Decider::operator()(const command::ForgetNext &c) const
{
    const auto counter = openCounter(m_state, c.counter);
    if (!counter)
        return counter.error();
    return (*counter)->nextStoredMs ? Events{event::NextForgotten{c.counter}} : Events{};
}

Result<Events> Decider::operator()(const command::CallTicket &c) const
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

Result<Events> Decider::operator()(const command::Resume &c) const
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

std::optional<Error> Decider::calledTooSoon(const CounterState &counter) const
{
    const TimeMs untilMs = counter.lastCallMs.value_or(0) + m_state.settings().minCallGapMs;
    if (!counter.lastCallMs || m_now >= untilMs)
        return std::nullopt;
    return Error{ErrorCode::CalledTooSoon,
                 "the counter called somebody a moment ago",
                 {{"untilMs", std::to_string(untilMs)}}};
}

Result<const CounterState *> Decider::freeCounter(CounterId id) const
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

std::vector<ServiceId> Decider::unservedAfter(const CounterState &counter, ProfileId profile) const
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

Error Decider::busy(const CounterState &counter) const
{
    const Ticket *ticket = m_state.ticket(counter.ticket);
    const std::string number = ticket ? ticket->number : std::string();
    return {ErrorCode::CounterBusy, "ticket " + number + " is at the counter", {{"number", number}}};
}

} // namespace tiepdon
