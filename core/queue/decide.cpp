// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/decider.h"

#include "core/base/limits.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace tiepdon {

Error unknown(ErrorCode code, std::string_view what, std::int64_t id)
{
    return {code, "no " + std::string(what) + " has id " + std::to_string(id), {{"id", std::to_string(id)}}};
}

Error dayNotOpen() { return {ErrorCode::DayNotOpen, "the day is not open", {}}; }

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

Place placesBack(const std::set<QueueKey> &queue, const QueueKey &key, std::int64_t k, TimeMs now)
{
    Place place = key.place;
    auto it = queue.upper_bound(key);
    // who is booked for later is no reason to wait until then
    for (std::int64_t i = 0; i < k && it != queue.end() && it->place.ms <= now; ++i, ++it)
        place = {it->place.ms, it->place.sub + 1};
    return place;
}

std::optional<Place> firstPlace(const std::set<QueueKey> &queue)
{
    if (queue.empty())
        return std::nullopt;
    return Place{queue.begin()->place.ms, queue.begin()->place.sub - 1};
}

Place lastPlace(const std::set<QueueKey> &queue, TimeMs now)
{
    // Now, and behind those of this moment; who is booked for later is no reason to wait until then.
    const auto later = queue.lower_bound({{now + 1, std::numeric_limits<std::int64_t>::min()}, {}});
    const bool isTie = later != queue.begin() && std::prev(later)->place.ms == now;
    return {now, isTie ? std::prev(later)->place.sub + 1 : 0};
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

Result<void> Decider::delay(TimeMs ms, const char *field)
{
    if (ms < 0 || ms > limits::kDelayMsMax)
        return Error{ErrorCode::InvalidParams, "must be from 0 to 12 hours", {{"field", field}}};
    return {};
}

Result<const Ticket *> Decider::waitingTicket(TicketId id) const
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

Result<std::vector<Event>> decide(const BranchState &state, const Command &command, TimeMs now)
{
    return std::visit(Decider(state, now), command);
}

} // namespace tiepdon
