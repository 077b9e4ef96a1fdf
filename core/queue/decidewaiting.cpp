// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/decider.h"

#include "core/domain/opening.h"

#include <algorithm>

namespace tiepdon {

Result<Events> Decider::operator()(const command::IssueTicket &c) const
{
    if (!m_state.isOpen())
        return dayNotOpen();
    const Service *service = m_state.service(c.service);
    if (!service)
        return unknown(ErrorCode::UnknownService, "service", c.service.value);
    if (const Opening opening = openingAt(service->hours, m_state.settings().utcOffsetMin, m_now);
        !opening.isOpen) {
        Error closed{ErrorCode::ServiceClosed, "the service is closed at this time", {}};
        if (opening.opensMs)
            closed.detail["opensMs"] = std::to_string(*opening.opensMs);
        return closed;
    }
    if (service->dayLimit > 0 && m_state.serviceDay(c.service).issued >= service->dayLimit)
        return Error{ErrorCode::ServiceFull,
                     "the tickets of the service are given out for today",
                     {{"limit", std::to_string(service->dayLimit)}}};
    const BookingRule &booking = m_state.settings().booking;
    if (c.bookedMs && *c.bookedMs > m_now + booking.earlyMs) // any number may come: nothing is reckoned with it
        return Error{ErrorCode::BookingTooEarly,
                     "a ticket for this booking is given later",
                     {{"fromMs", std::to_string(*c.bookedMs - booking.earlyMs)}}};
    if (c.bookedMs && *c.bookedMs < m_now - booking.lateMs)
        return Error{ErrorCode::BookingTooLate,
                     "the booking has lapsed",
                     {{"untilMs", std::to_string(*c.bookedMs + booking.lateMs)}}};
    const SegmentId otherwise = c.bookedMs ? booking.segment : SegmentId{};
    const auto segment = segmentFor(c.segment, c.priorityReason, otherwise);
    if (!segment)
        return segment.error();
    if (!isLanguage(c.language))
        return Error{ErrorCode::InvalidParams, "language must be two small letters", {{"field", "language"}}};
    auto issued = issue(*service);
    if (!issued)
        return issued.error();
    issued->segment = *segment;
    issued->priorityReason = c.priorityReason;
    issued->bookedMs = c.bookedMs;
    issued->language = c.language;
    issued->customer = c.customer;
    return Events{*issued};
}

Result<Events> Decider::operator()(const command::Transfer &c) const
{
    const auto ticket = c.counter.isSet()
        ? ticketInHand(m_state, c.counter, c.ticket, TicketState::Called, TicketState::Serving)
        : waitingTicket(c.ticket);
    if (!ticket)
        return ticket.error();
    if (!m_state.service(c.service))
        return unknown(ErrorCode::UnknownService, "service", c.service.value);
    if (c.from && *c.from != (*ticket)->step.service)
        return wrongState(**ticket);
    if (c.toCounter.isSet() && !m_state.counter(c.toCounter))
        return unknown(ErrorCode::UnknownCounter, "counter", c.toCounter.value);
    if (c.toStaff.isSet() && !m_state.staffMember(c.toStaff))
        return unknown(ErrorCode::UnknownStaff, "member of staff", c.toStaff.value);
    if (c.toCounter.isSet() && c.toStaff.isSet())
        return Error{ErrorCode::InvalidParams, "either to a counter or to a person", {{"field", "toStaff"}}};
    if (const auto r = delay(c.delayMs, "delayMs"); !r)
        return r.error();
    event::TicketTransferred moved{c.ticket, c.counter, c.service, {}, c.reason, {}, c.toCounter, c.toStaff, {}};
    if (c.delayMs > 0) {
        moved.place = {(*ticket)->ownPlace().ms, 0};
        moved.held = Held{m_now + c.delayMs, c.place};
        return Events{moved};
    }
    moved.place = placeIn(m_state.waiting(c.service), **ticket, c.place, m_now);
    if (c.place == TransferPlace::First)
        moved.raisedFrom = (*ticket)->ownPlace();
    return Events{moved};
}

Result<Events> Decider::operator()(const command::SetSegment &c) const
{
    const auto ticket = ticketNotAtCounter(c.ticket);
    if (!ticket)
        return ticket.error();
    const auto segment = segmentFor(c.segment, c.priorityReason, {});
    if (!segment)
        return segment.error();
    if ((*ticket)->segment == *segment && (*ticket)->priorityReason == c.priorityReason)
        return Events{};
    return Events{event::TicketSegmented{c.ticket, *segment, c.priorityReason}};
}

Result<Events> Decider::operator()(const command::LinkCustomer &c) const
{
    if (!m_state.isOpen())
        return dayNotOpen();
    const Ticket *ticket = m_state.ticket(c.ticket);
    if (!ticket)
        return unknown(ErrorCode::UnknownTicket, "open ticket", c.ticket.value);
    const auto otherwise = ticket->bookedMs ? m_state.settings().booking.segment : SegmentId{};
    const auto wanted = segmentFor(c.segment, {}, otherwise);
    if (!wanted)
        return wanted.error();
    if (!isLanguage(c.language))
        return Error{ErrorCode::InvalidParams, "language must be two small letters", {{"field", "language"}}};
    event::CustomerLinked linked{c.ticket, c.customer};
    // by a profile's word only where no person gave a reason, nor a higher one by hand
    const bool isByProfile = ticket->customer.isSet();
    const bool isHigher = rankOf(ticket->segment) > rankOf(*wanted);
    if (!ticket->isAtCounter() && !ticket->priorityReason.isSet() && *wanted != ticket->segment
        && (isByProfile || (c.segment.isSet() && !isHigher)))
        linked.segment = *wanted;
    if (!ticket->isAtCounter() && ticket->language.empty() && !c.language.empty())
        linked.language = c.language;
    if (ticket->customer == c.customer && !linked.segment && !linked.language)
        return Events{};
    return Events{linked};
}

Result<Events> Decider::operator()(const command::RaiseTicket &c) const
{
    const auto ticket = waitingTicket(c.ticket);
    if (!ticket)
        return ticket.error();
    const auto &queue = m_state.waiting((*ticket)->step.service);
    const bool isFirst = !queue.empty() && queue.begin()->ticket == c.ticket;
    if (isFirst && ((*ticket)->raisedFrom || m_state.queues().at(QueueId::of(**ticket)).size() == queue.size()))
        return Events{};
    const Place place = isFirst ? (*ticket)->place : firstPlace(queue).value_or((*ticket)->ownPlace());
    return Events{event::TicketRaised{c.ticket, place, c.reason}};
}

Result<Events> Decider::operator()(const command::LowerTicket &c) const
{
    const auto ticket = waitingTicket(c.ticket);
    if (!ticket)
        return ticket.error();
    if (!(*ticket)->raisedFrom)
        return wrongState(**ticket);
    return Events{event::TicketLowered{c.ticket, *(*ticket)->raisedFrom}};
}

Result<Events> Decider::operator()(const command::CancelTicket &c) const
{
    const auto ticket = ticketNotAtCounter(c.ticket);
    if (!ticket)
        return ticket.error();
    return Events{event::TicketCancelled{c.ticket, c.reason}};
}

Result<Events> Decider::operator()(const command::RestoreTicket &c) const
{
    if (!m_state.isOpen())
        return dayNotOpen();
    const auto &list = m_state.restorable();
    const auto it
        = std::find_if(list.begin(), list.end(), [&](const Ticket &ticket) { return ticket.id == c.ticket; });
    if (it == list.end())
        return unknown(ErrorCode::UnknownTicket, "ticket that can be brought back", c.ticket.value);
    if (m_state.isNumberOpen(it->number))
        return Error{
            ErrorCode::NumberTaken, "another open ticket shows the number " + it->number, {{"number", it->number}}};
    Place place = it->place;
    const auto first = firstPlace(m_state.waiting(it->step.service));
    if (it->state == TicketState::NoShow && first && first->ms <= m_now) // otherwise nobody there is due
        place = *first;
    return Events{event::TicketRestored{c.ticket, place, c.reason}};
}

Result<event::TicketIssued> Decider::issue(const Service &service) const
{
    const int digits = static_cast<int>(m_state.settings().numberDigits);
    if (m_state.openInSeries(service.series) >= printedNumbers(digits))
        return Error{ErrorCode::SeriesFull,
                     "every number of series " + service.series + " is on an open ticket",
                     {{"series", service.series}}};
    std::int64_t serial = m_state.lastSerial(service.series) + 1;
    while (m_state.isNumberOpen(printedNumber(service.series, serial, digits)))
        ++serial;
    event::TicketIssued issued;
    issued.ticket = TicketId{m_state.lastTicket().value + 1};
    issued.series = service.series;
    issued.serial = serial;
    issued.number = printedNumber(service.series, serial, digits);
    issued.service = service.id;
    return issued;
}

Result<SegmentId> Decider::segmentFor(SegmentId segment, PriorityReasonId reasonId, SegmentId otherwise) const
{
    if (segment.isSet() && !m_state.segments().contains(segment))
        return unknown(ErrorCode::UnknownSegment, "segment", segment.value);
    if (!reasonId.isSet())
        return segment.isSet() ? segment : otherwise;
    const auto reason = m_state.priorityReasons().find(reasonId);
    if (reason == m_state.priorityReasons().end())
        return unknown(ErrorCode::UnknownPriorityReason, "priority reason", reasonId.value);
    if (segment.isSet() && segment != reason->second.segment)
        return Error{ErrorCode::InvalidParams, "the reason is of another segment", {{"field", "segment"}}};
    return reason->second.segment;
}

std::int64_t Decider::rankOf(SegmentId segment) const
{
    const auto it = m_state.segments().find(segment);
    return it == m_state.segments().end() ? 0 : it->second.rank;
}

bool Decider::isLanguage(const std::string &language)
{
    return language.empty() || (language.size() == 2 && std::all_of(language.begin(), language.end(), [](char c) {
                                    return c >= 'a' && c <= 'z';
                                }));
}

Result<const Ticket *> Decider::ticketNotAtCounter(TicketId id) const
{
    if (!m_state.isOpen())
        return dayNotOpen();
    const Ticket *ticket = m_state.ticket(id);
    if (!ticket)
        return unknown(ErrorCode::UnknownTicket, "open ticket", id.value);
    if (ticket->state != TicketState::Waiting && ticket->state != TicketState::Parked)
        return wrongState(*ticket);
    return ticket;
}

} // namespace tiepdon
