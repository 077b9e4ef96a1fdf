// SPDX-License-Identifier: GPL-3.0-or-later
// The ticket in hand at a counter, in the model.
#include "tests/queue/modelstep.h"

namespace tiepdon::testing {
namespace {

constexpr std::int64_t kStepsMax = 10;
constexpr std::int64_t kPlacesMax = 100;
constexpr TimeMs kDelayMax = 12 * kHourMs;

} // namespace

Refusal ModelStep::operator()(const command::Recall &c)
{
    if (const Refusal no = notInHand(c.counter, c.ticket, {TicketState::Called}))
        return no;
    Ticket &ticket = theOne(m.tickets, c.ticket);
    if (ticket.step.recalls >= m.setup.settings.recallLimit)
        return ErrorCode::RecallLimitReached;
    ++ticket.step.recalls;
    show(ticket);
    return {};
}

Refusal ModelStep::operator()(const command::StartService &c)
{
    if (const Refusal no = notInHand(c.counter, c.ticket, {TicketState::Called}))
        return no;
    Ticket &ticket = theOne(m.tickets, c.ticket);
    enter(ticket, TicketState::Serving);
    ticket.step.startedMs = m_now;
    ticket.step.claimedStartedMs = believed(c.claimedMs, *ticket.step.calledMs);
    closeCall(ticket);
    return {};
}

Refusal ModelStep::operator()(const command::WrapUp &c)
{
    if (const Refusal no = notInHand(c.counter, c.ticket, {TicketState::Serving}))
        return no;
    Ticket &ticket = theOne(m.tickets, c.ticket);
    enter(ticket, TicketState::WrapUp);
    ticket.step.wrapUpMs = m_now;
    return {};
}

Refusal ModelStep::operator()(const command::MarkOutcome &c)
{
    if (const Refusal no = notInHand(c.counter, c.ticket, {TicketState::Serving, TicketState::WrapUp}))
        return no;
    if (c.outcome.isSet() && !byId(m.setup.outcomes, c.outcome))
        return ErrorCode::UnknownOutcome;
    theOne(m.tickets, c.ticket).step.result = c.outcome;
    return {};
}

Refusal ModelStep::operator()(const command::FinishService &c)
{
    if (const Refusal no = notInHand(c.counter, c.ticket, {TicketState::Serving, TicketState::WrapUp}))
        return no;
    if (c.outcome.isSet() && !byId(m.setup.outcomes, c.outcome))
        return ErrorCode::UnknownOutcome;
    Ticket &ticket = theOne(m.tickets, c.ticket);
    VisitStep &step = ticket.step;
    if (theOne(m.setup.services, step.service).outcomeRequired && !c.outcome.isSet() && !step.result.isSet())
        return ErrorCode::OutcomeRequired;
    m_all.claimedEnd = believed(c.claimedMs, step.claimedStartedMs ? *step.claimedStartedMs : *step.startedMs);
    if (c.outcome.isSet())
        step.result = c.outcome;
    noteServed(ticket, c.counter);
    letGo(c.counter);
    if (ticket.nextSteps.empty()) {
        ++m.totals.served;
        countEnd(ticket, StepOutcome::Served);
        std::erase_if(m.tickets, [&](const Ticket &t) { return t.id == c.ticket; });
        return {};
    }
    // back to a counter that knows them by the time they have been here, elsewhere behind who waits
    const NextStep next = ticket.nextSteps.front();
    ticket.nextSteps.erase(ticket.nextSteps.begin());
    const Place own = ticket.raisedFrom ? *ticket.raisedFrom : ticket.place;
    const Place place = next.counter.isSet() ? Place{own.ms, 0} : behindAll(next.service);
    nextStep(ticket, next.service, StepOutcome::Served);
    ticket.forCounter = next.counter;
    ticket.forStaff = {};
    ticket.raisedFrom = std::nullopt;
    join(ticket, place);
    return {};
}

Refusal ModelStep::operator()(const command::MarkNoShow &c)
{
    if (const Refusal no = notInHand(c.counter, c.ticket, {TicketState::Called}))
        return no;
    ++dayOf(at(c.counter).staff).noShows;
    letGo(c.counter);
    Ticket &ticket = theOne(m.tickets, c.ticket);
    closeCall(ticket);
    ++ticket.step.misses;
    if (ticket.step.misses >= m.setup.settings.noShowMisses) {
        ++m.totals.noShows;
        takeOut(c.ticket, TicketState::NoShow, StepOutcome::NoShow);
        return {};
    }
    const Place place = behind(ticket, m.setup.settings.noShowPlacesBack);
    enter(ticket, TicketState::Waiting);
    ticket.raisedFrom = std::nullopt;
    join(ticket, place);
    return {};
}

Refusal ModelStep::operator()(const command::Requeue &c)
{
    if (const Refusal no = notInHand(c.counter, c.ticket, {TicketState::Called}))
        return no;
    if (c.places < 0 || c.places > kPlacesMax)
        return ErrorCode::InvalidParams;
    letGo(c.counter);
    Ticket &ticket = theOne(m.tickets, c.ticket);
    closeCall(ticket);
    const Place place = behind(ticket, c.places == 0 ? m.setup.settings.noShowPlacesBack : c.places);
    enter(ticket, TicketState::Waiting);
    ticket.raisedFrom = std::nullopt;
    join(ticket, place);
    return {};
}

Refusal ModelStep::operator()(const command::Transfer &c)
{
    const Refusal no = c.counter.isSet()
        ? notInHand(c.counter, c.ticket, {TicketState::Called, TicketState::Serving})
        : notInState(c.ticket, {TicketState::Waiting});
    if (no)
        return no;
    Ticket &ticket = theOne(m.tickets, c.ticket);
    if (!byId(m.setup.services, c.service))
        return ErrorCode::UnknownService;
    if (c.from && *c.from != ticket.step.service)
        return ErrorCode::WrongState;
    if (c.toCounter.isSet() && !byId(m.setup.counters, c.toCounter))
        return ErrorCode::UnknownCounter;
    if (c.toStaff.isSet() && !byId(m.setup.staff, c.toStaff))
        return ErrorCode::UnknownStaff;
    if (c.toCounter.isSet() && c.toStaff.isSet())
        return ErrorCode::InvalidParams;
    if (c.delayMs < 0 || c.delayMs > kDelayMax)
        return ErrorCode::InvalidParams;
    const Place own = ticket.raisedFrom ? *ticket.raisedFrom : ticket.place;
    const bool isLater = c.delayMs > 0;
    const Place place = isLater ? Place{own.ms, 0} : placeIn(c.service, ticket, c.place);
    if (c.counter.isSet())
        letGo(c.counter);
    closeCall(ticket);
    nextStep(ticket, c.service, StepOutcome::Transferred);
    ticket.forCounter = c.toCounter;
    ticket.forStaff = c.toStaff;
    ticket.held = isLater ? std::optional(Held{m_now + c.delayMs, c.place}) : std::nullopt;
    ticket.raisedFrom = !isLater && c.place == TransferPlace::First ? std::optional(own) : std::nullopt;
    join(ticket, place);
    return {};
}

Refusal ModelStep::operator()(const command::Park &c)
{
    if (const Refusal no = notInHand(c.counter, c.ticket, {TicketState::Serving}))
        return no;
    if (c.forMs < 0 || c.forMs > kDelayMax)
        return ErrorCode::InvalidParams;
    letGo(c.counter);
    Ticket &ticket = theOne(m.tickets, c.ticket);
    VisitStep &step = ticket.step;
    enter(ticket, TicketState::Parked);
    ticket.parked = Parked{c.reason, c.counter, step.staff, {}};
    if (c.forMs > 0)
        ticket.parked->untilMs = m_now + c.forMs;
    step.servedBeforeMs += m_now - *step.startedMs;
    step.startedMs = step.claimedStartedMs = std::nullopt;
    return {};
}

Refusal ModelStep::operator()(const command::Resume &c)
{
    if (const Refusal no = notFree(c.counter))
        return no;
    if (const Refusal no = notInState(c.ticket, {TicketState::Parked}))
        return no;
    Ticket &ticket = theOne(m.tickets, c.ticket);
    waitAgain(ticket);
    enter(ticket, TicketState::Called);
    CounterState &counter = at(c.counter);
    ticket.step.calledMs = m_now;
    ticket.step.counter = c.counter;
    ticket.step.staff = counter.staff;
    ticket.step.recalls = 0;
    counter.ticket = ticket.id;
    counter.sinceMs = m_now;
    counter.reason = std::nullopt;
    counter.nextStoredMs = std::nullopt;
    show(ticket);
    return {};
}

Refusal ModelStep::operator()(const command::AddService &c)
{
    if (const Refusal no = notInHand(c.counter, c.ticket, {TicketState::Serving, TicketState::WrapUp}))
        return no;
    if (!byId(m.setup.services, c.service))
        return ErrorCode::UnknownService;
    Ticket &ticket = theOne(m.tickets, c.ticket);
    std::vector<NextStep> steps = ticket.nextSteps;
    steps.push_back({c.service, {}});
    if (c.backToMe)
        steps.push_back({ticket.step.service, c.counter});
    if (static_cast<std::int64_t>(steps.size()) > kStepsMax)
        return ErrorCode::TooManySteps;
    ticket.nextSteps = steps;
    return {};
}

Refusal ModelStep::operator()(const command::RemoveServices &c)
{
    if (const Refusal no = notInHand(c.counter, c.ticket, {TicketState::Serving, TicketState::WrapUp}))
        return no;
    theOne(m.tickets, c.ticket).nextSteps.clear();
    return {};
}

void ModelStep::letGo(CounterId id)
{
    at(id).ticket = {};
    at(id).sinceMs = m_now;
    at(id).reason = std::nullopt;
}

void ModelStep::show(const Ticket &ticket)
{
    const Counter &counter = theOne(m.setup.counters, ticket.step.counter);
    std::erase_if(m.calls, [&](const ShownCall &old) { return old.number == ticket.number; });
    m.calls.insert(m.calls.begin(),
                   {ticket.number, counter.number, ticket.step.service, *ticket.step.calledMs, m_now,
                    ticket.step.recalls, true, counter.zone});
    std::size_t last = 0;
    int ofZone = 0;
    for (std::size_t i = 0; i < m.calls.size(); ++i) {
        if (m.calls[i].zone == counter.zone) {
            last = i;
            ++ofZone;
        }
    }
    if (ofZone == 13)
        m.calls.erase(m.calls.begin() + static_cast<std::ptrdiff_t>(last));
}

void ModelStep::closeCall(const Ticket &ticket)
{
    for (ShownCall &call : m.calls)
        call.isOpen = call.isOpen && call.number != ticket.number;
}

void ModelStep::enter(Ticket &ticket, TicketState state)
{
    ticket.state = state;
    ticket.sinceMs = m_now;
}

void ModelStep::join(Ticket &ticket, Place place)
{
    ticket.place = place;
    ticket.joinedCall = m.ruleCalls;
    m_all.overtaken[ticket.id] = 0;
}

/// What was parked waits anew; what it waited before is kept apart.
void ModelStep::waitAgain(Ticket &ticket)
{
    VisitStep &step = ticket.step;
    enter(ticket, TicketState::Waiting);
    ticket.parked = std::nullopt;
    if (step.calledMs)
        step.waitedBeforeMs += *step.calledMs - step.waitingFromMs;
    step.waitingFromMs = m_now;
    step.calledMs = std::nullopt;
}

void ModelStep::nextStep(Ticket &ticket, ServiceId service, StepOutcome outcome)
{
    countEnd(ticket, outcome);
    ++dayOf(service).arrived;
    enter(ticket, TicketState::Waiting);
    const std::int64_t steps = ticket.step.no;
    ticket.step = {};
    ticket.step.no = steps + 1;
    ticket.step.service = service;
    ticket.step.waitingFromMs = m_now;
}

void ModelStep::countEnd(const Ticket &ticket, StepOutcome outcome)
{
    const VisitStep &step = ticket.step;
    ServiceDay &counted = dayOf(step.service);
    const TimeMs waitedMs = step.waitedBeforeMs + (step.calledMs ? *step.calledMs - step.waitingFromMs : 0);
    if (step.calledMs) {
        ++counted.waits;
        counted.waitMs += waitedMs;
    }
    if (outcome == StepOutcome::NoShow)
        ++counted.noShows;
    if (outcome == StepOutcome::Cancelled)
        ++counted.cancelled;
    if (outcome == StepOutcome::Abandoned)
        ++counted.abandoned;
    if (outcome == StepOutcome::Served) {
        ++counted.served;
        if (waitedMs <= promiseMs(step.service, ticket.segment))
            ++counted.servedInTime;
        counted.serviceMs += step.servedBeforeMs + (step.wrapUpMs ? *step.wrapUpMs : m_now) - *step.startedMs;
        counted.transactionMs += m_now - *step.calledMs;
    }
}

void ModelStep::noteServed(Ticket &ticket, CounterId counter)
{
    const VisitStep &step = ticket.step;
    StaffDay &theirs = dayOf(at(counter).staff);
    ++theirs.served;
    theirs.serviceMs += step.servedBeforeMs + (step.wrapUpMs ? *step.wrapUpMs : m_now) - *step.startedMs;
    theirs.transactionMs += m_now - *step.calledMs;
    if (step.wrapUpMs)
        theirs.wrapUpMs += m_now - *step.wrapUpMs;
}

/// Two seconds are what hub and client may differ by anyhow.
std::optional<TimeMs> ModelStep::believed(const std::optional<TimeMs> &claimed, TimeMs notBefore) const
{
    return claimed && *claimed >= notBefore && m_now - *claimed >= 2000 ? claimed : std::nullopt;
}

} // namespace tiepdon::testing
