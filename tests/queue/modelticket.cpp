// SPDX-License-Identifier: GPL-3.0-or-later
// Tickets as they are taken, those who wait, and their places, in the model.
#include "tests/queue/modelstep.h"

namespace tiepdon::testing {
namespace {

bool isLanguage(const std::string &language)
{
    bool is = language.empty() || language.size() == 2;
    for (const char letter : language)
        is = is && letter >= 'a' && letter <= 'z';
    return is;
}

} // namespace

Refusal ModelStep::segmentFor(SegmentId said, PriorityReasonId reasonId, SegmentId otherwise,
                              SegmentId &found) const
{
    if (said.isSet() && !byId(m.setup.segments, said))
        return ErrorCode::UnknownSegment;
    found = said.isSet() ? said : otherwise;
    if (!reasonId.isSet())
        return {};
    const PriorityReason *reason = byId(m.setup.priorityReasons, reasonId);
    if (!reason)
        return ErrorCode::UnknownPriorityReason;
    if (said.isSet() && said != reason->segment)
        return ErrorCode::InvalidParams;
    found = reason->segment;
    return {};
}

/// The next serials, one after the other, until one shows a number nobody holds; at the end of the tickets then.
Refusal ModelStep::takeNumber(ServiceId id)
{
    const Service &service = theOne(m.setup.services, id);
    std::int64_t most = 1;
    for (std::int64_t i = 0; i < m.setup.settings.numberDigits; ++i)
        most *= 10;
    --most;
    SeriesCount *count = nullptr;
    for (SeriesCount &known : m.series) {
        if (known.series == service.series)
            count = &known;
    }
    for (std::int64_t serial = (count ? count->lastSerial : 0) + 1, tries = 0; tries < most; ++serial, ++tries) {
        std::string digits = std::to_string((serial - 1) % most + 1);
        while (static_cast<std::int64_t>(digits.size()) < m.setup.settings.numberDigits)
            digits.insert(digits.begin(), '0');
        const std::string number = service.series + digits;
        bool isHeld = false;
        for (const Ticket &other : m.tickets)
            isHeld = isHeld || other.number == number;
        if (isHeld)
            continue;
        if (count) {
            count->lastSerial = serial;
        } else {
            m.series.push_back({service.series, serial});
            std::sort(m.series.begin(), m.series.end(),
                      [](const SeriesCount &a, const SeriesCount &b) { return a.series < b.series; });
        }
        m.lastTicket = {m.lastTicket.value + 1};
        Ticket ticket;
        ticket.id = m.lastTicket;
        ticket.series = number.substr(0, 1);
        ticket.serial = serial;
        ticket.number = number;
        ticket.issuedMs = ticket.sinceMs = ticket.step.waitingFromMs = m_now;
        ticket.step.service = id;
        join(ticket, {m_now, 0});
        m.tickets.push_back(ticket);
        ++m.totals.issued;
        ++dayOf(id).arrived;
        ++dayOf(id).issued;
        return {};
    }
    return ErrorCode::SeriesFull;
}

Refusal ModelStep::operator()(const command::IssueTicket &c)
{
    if (!m.isOpen)
        return ErrorCode::DayNotOpen;
    const Service *service = byId(m.setup.services, c.service);
    if (!service)
        return ErrorCode::UnknownService;
    bool isOpen = service->hours.empty();
    const std::int64_t localMin = m_now / 60000 + m.setup.settings.utcOffsetMin;
    for (const OpeningWindow &window : service->hours) {
        const std::int64_t minute = localMin % 1440;
        const std::int64_t weekday = (localMin / 1440 + 3) % 7; // the first of all days was a Thursday
        isOpen = isOpen
            || ((window.weekdays & (1 << weekday)) != 0 && minute >= window.fromMin && minute < window.toMin);
    }
    if (!isOpen)
        return ErrorCode::ServiceClosed;
    if (service->dayLimit != 0 && dayOf(c.service).issued >= service->dayLimit)
        return ErrorCode::ServiceFull;
    const BookingRule &booking = m.setup.settings.booking;
    if (c.bookedMs && *c.bookedMs > m_now + booking.earlyMs)
        return ErrorCode::BookingTooEarly;
    if (c.bookedMs && *c.bookedMs < m_now - booking.lateMs)
        return ErrorCode::BookingTooLate;
    SegmentId segment;
    if (const Refusal no
        = segmentFor(c.segment, c.priorityReason, c.bookedMs ? booking.segment : SegmentId(), segment))
        return no;
    if (!isLanguage(c.language))
        return ErrorCode::InvalidParams;
    if (const Refusal no = takeNumber(c.service))
        return no;
    Ticket &ticket = m.tickets.back();
    ticket.segment = segment;
    ticket.priorityReason = c.priorityReason;
    ticket.language = c.language;
    ticket.customer = c.customer;
    ticket.bookedMs = c.bookedMs;
    if (c.bookedMs && *c.bookedMs > m_now)
        ticket.place.ms = ticket.step.waitingFromMs = *c.bookedMs;
    return {};
}

/// Hours and limits do not count, and nobody is overtaken: they never waited.
Refusal ModelStep::operator()(const command::ServeWalkIn &c)
{
    if (const Refusal no = notFree(c.counter))
        return no;
    if (!byId(m.setup.services, c.service))
        return ErrorCode::UnknownService;
    SegmentId segment;
    if (const Refusal no = segmentFor(c.segment, {}, {}, segment))
        return no;
    if (const Refusal no = takeNumber(c.service))
        return no;
    Ticket &ticket = m.tickets.back();
    ticket.segment = segment;
    m_all.reason = {};
    m_all.reason.rule = CallRule::WalkIn;
    m_all.reason.service = c.service;
    m_all.reason.segment = segment;
    m_all.reason.serviceLevelMs = promiseMs(c.service, segment);
    m_all.reason.kind = m.setup.settings.calling.kind;
    call(ticket, c.counter);
    enter(ticket, TicketState::Serving);
    ticket.step.startedMs = m_now;
    return {};
}

Refusal ModelStep::operator()(const command::SetSegment &c)
{
    if (const Refusal no = notInState(c.ticket, {TicketState::Waiting, TicketState::Parked}))
        return no;
    SegmentId segment;
    if (const Refusal no = segmentFor(c.segment, c.priorityReason, {}, segment))
        return no;
    Ticket &ticket = theOne(m.tickets, c.ticket);
    if (ticket.segment == segment && ticket.priorityReason == c.priorityReason)
        return {};
    const bool isOther = ticket.segment != segment;
    ticket.segment = segment;
    ticket.priorityReason = c.priorityReason;
    if (isOther && ticket.state == TicketState::Waiting && !ticket.held && !ticket.raisedFrom)
        join(ticket, ticket.place); // another queue
    return {};
}

/// What a profile says stands behind what a person said at the door.
Refusal ModelStep::operator()(const command::LinkCustomer &c)
{
    if (const Refusal no = notInState(c.ticket,
                                      {TicketState::Waiting, TicketState::Parked, TicketState::Called,
                                       TicketState::Serving, TicketState::WrapUp}))
        return no;
    Ticket &ticket = theOne(m.tickets, c.ticket);
    SegmentId segment;
    if (const Refusal no
        = segmentFor(c.segment, {}, ticket.bookedMs ? m.setup.settings.booking.segment : SegmentId{}, segment))
        return no;
    if (!isLanguage(c.language))
        return ErrorCode::InvalidParams;
    const bool hadProfile = ticket.customer.isSet();
    ticket.customer = c.customer;
    if (ticket.state != TicketState::Waiting && ticket.state != TicketState::Parked)
        return {};
    const auto rank = [&](SegmentId id) {
        const Segment *known = byId(m.setup.segments, id);
        return known ? known->rank : 0;
    };
    const Ticket before = ticket;
    if (!ticket.priorityReason.isSet()) {
        if (hadProfile)
            ticket.segment = segment;
        else if (c.segment.isSet() && rank(ticket.segment) <= rank(segment))
            ticket.segment = segment;
    }
    if (ticket.language.empty())
        ticket.language = c.language;
    const bool isOther
        = ticket.language != before.language || (ticket.segment != before.segment && !ticket.raisedFrom);
    if (isOther && ticket.state == TicketState::Waiting && !ticket.held)
        join(ticket, ticket.place); // another queue
    return {};
}

Refusal ModelStep::operator()(const command::RaiseTicket &c)
{
    if (const Refusal no = notInState(c.ticket, {TicketState::Waiting}))
        return no;
    Ticket &ticket = theOne(m.tickets, c.ticket);
    const std::vector<Ticket> queue = queueOf(ticket.step.service);
    const bool isFirst = !queue.empty() && queue.front().id == c.ticket;
    bool isBeforeAll = isFirst;
    for (const Ticket &other : queue) // whoever is of another segment is compared by price, not by place
        isBeforeAll = isBeforeAll && (ticket.raisedFrom || areOneQueue(ticket, other));
    if (isBeforeAll)
        return {};
    const Place own = ticket.raisedFrom ? *ticket.raisedFrom : ticket.place;
    const Place place = isFirst ? ticket.place : ahead(ticket.step.service, own);
    ticket.raisedFrom = own;
    ticket.held = std::nullopt;
    join(ticket, place);
    return {};
}

Refusal ModelStep::operator()(const command::LowerTicket &c)
{
    if (const Refusal no = notInState(c.ticket, {TicketState::Waiting}))
        return no;
    Ticket &ticket = theOne(m.tickets, c.ticket);
    if (!ticket.raisedFrom)
        return ErrorCode::WrongState;
    const Place place = *ticket.raisedFrom;
    ticket.raisedFrom = std::nullopt;
    join(ticket, place);
    return {};
}

Refusal ModelStep::operator()(const command::CancelTicket &c)
{
    if (const Refusal no = notInState(c.ticket, {TicketState::Waiting, TicketState::Parked}))
        return no;
    if (c.reason == HandReason::Left) {
        ++m.totals.abandoned;
        takeOut(c.ticket, TicketState::Abandoned, StepOutcome::Abandoned);
    } else {
        ++m.totals.cancelled;
        takeOut(c.ticket, TicketState::Cancelled, StepOutcome::Cancelled);
    }
    return {};
}

/// Ends a ticket that may come back.
void ModelStep::takeOut(TicketId id, TicketState state, StepOutcome outcome)
{
    Ticket ticket = theOne(m.tickets, id);
    std::erase_if(m.tickets, [&](const Ticket &t) { return t.id == id; });
    countEnd(ticket, outcome);
    enter(ticket, state);
    ticket.endedMs = ticket.step.finishedMs = m_now;
    ticket.step.outcome = outcome;
    m.restorable.push_back(ticket);
    if (m.restorable.size() > 100)
        m.restorable.erase(m.restorable.begin());
}

Refusal ModelStep::operator()(const command::RestoreTicket &c)
{
    if (!m.isOpen)
        return ErrorCode::DayNotOpen;
    const Ticket *gone = byId(m.restorable, c.ticket);
    if (!gone)
        return ErrorCode::UnknownTicket;
    Ticket ticket = *gone;
    for (const Ticket &other : m.tickets) {
        if (other.number == ticket.number)
            return ErrorCode::NumberTaken;
    }
    std::erase_if(m.restorable, [&](const Ticket &t) { return t.id == c.ticket; });
    ServiceDay &counted = dayOf(ticket.step.service);
    if (ticket.step.calledMs) {
        --counted.waits;
        counted.waitMs -= ticket.step.waitedBeforeMs + *ticket.step.calledMs - ticket.step.waitingFromMs;
    }
    Place place = ticket.place;
    if (ticket.state == TicketState::NoShow) {
        --m.totals.noShows;
        --counted.noShows;
        if (const Place first = ahead(ticket.step.service, place); first.ms <= m_now)
            place = first;
        ticket.raisedFrom = std::nullopt;
    } else if (ticket.state == TicketState::Abandoned) {
        --m.totals.abandoned;
        --counted.abandoned;
    } else {
        --m.totals.cancelled;
        --counted.cancelled;
    }
    if (ticket.parked)
        waitAgain(ticket);
    enter(ticket, TicketState::Waiting);
    ticket.held = std::nullopt;
    ticket.endedMs = ticket.step.finishedMs = std::nullopt;
    ticket.step.outcome = StepOutcome::Open;
    join(ticket, place);
    m.tickets.push_back(ticket);
    std::sort(m.tickets.begin(), m.tickets.end(), [](const Ticket &a, const Ticket &b) { return a.id < b.id; });
    return {};
}

std::vector<Ticket> ModelStep::queueOf(ServiceId service) const
{
    std::vector<Ticket> queue;
    for (const Ticket &ticket : m.tickets) {
        if (ticket.state == TicketState::Waiting && !ticket.held && ticket.step.service == service)
            queue.push_back(ticket);
    }
    std::sort(queue.begin(), queue.end(), isAhead);
    return queue;
}

Place ModelStep::ahead(ServiceId service, Place otherwise) const
{
    const std::vector<Ticket> queue = queueOf(service);
    return queue.empty() ? otherwise : Place{queue.front().place.ms, queue.front().place.sub - 1};
}

/// Now, and behind who came or was put there this very moment; whoever is booked for later is no reason to wait.
Place ModelStep::behindAll(ServiceId service) const
{
    Place place{m_now, 0};
    for (const Ticket &ticket : queueOf(service)) {
        if (ticket.place.ms == m_now)
            place.sub = ticket.place.sub + 1;
    }
    return place;
}

/// Just after the so-many-th behind it, or after the last.
Place ModelStep::behind(const Ticket &ticket, std::int64_t places) const
{
    Place place = ticket.place;
    for (const Ticket &other : queueOf(ticket.step.service)) {
        if (other.id != ticket.id && isAhead(ticket, other) && places > 0 && other.place.ms <= m_now) {
            place = {other.place.ms, other.place.sub + 1};
            --places;
        }
    }
    return place;
}

Place ModelStep::placeIn(ServiceId service, const Ticket &ticket, TransferPlace where) const
{
    const Place own{ticket.raisedFrom ? ticket.raisedFrom->ms : ticket.place.ms, 0};
    switch (where) {
    case TransferPlace::First:
        return ahead(service, own);
    case TransferPlace::Last:
        return behindAll(service);
    case TransferPlace::ByTimeWaited:
        break;
    }
    return own;
}

} // namespace tiepdon::testing
