// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/decider.h"

#include "core/base/limits.h"

namespace tiepdon {

Result<Events> Decider::operator()(const command::Recall &c) const
{
    const auto ticket = inHand(c, TicketState::Called);
    if (!ticket)
        return ticket.error();
    const std::int64_t recalls = (*ticket)->step.recalls + 1;
    if (recalls > m_state.settings().recallLimit)
        return Error{ErrorCode::RecallLimitReached,
                     "ticket " + (*ticket)->number + " was recalled as often as the branch allows",
                     {{"number", (*ticket)->number}, {"limit", std::to_string(m_state.settings().recallLimit)}}};
    return Events{event::TicketRecalled{c.ticket, c.counter, recalls}};
}

Result<Events> Decider::operator()(const command::StartService &c) const
{
    const auto ticket = inHand(c, TicketState::Called);
    if (!ticket)
        return ticket.error();
    return Events{event::ServiceStarted{c.ticket, c.counter, believed(c.claimedMs, (*ticket)->step.calledMs)}};
}

Result<Events> Decider::operator()(const command::WrapUp &c) const
{
    const auto ticket = inHand(c, TicketState::Serving);
    if (!ticket)
        return ticket.error();
    const VisitStep &step = (*ticket)->step;
    return Events{event::WrapUpStarted{
        c.ticket, c.counter,
        believed(c.claimedMs, step.claimedStartedMs ? step.claimedStartedMs : step.startedMs)}};
}

Result<Events> Decider::operator()(const command::MarkOutcome &c) const
{
    const auto ticket = inService(c);
    if (!ticket)
        return ticket.error();
    if (const auto r = knownOutcome(c.outcome); !r)
        return r.error();
    if ((*ticket)->step.result == c.outcome)
        return Events{};
    return Events{event::OutcomeMarked{c.ticket, c.counter, c.outcome}};
}

Result<Events> Decider::operator()(const command::FinishService &c) const
{
    const auto ticket = inService(c);
    if (!ticket)
        return ticket.error();
    if (const auto r = knownOutcome(c.outcome); !r)
        return r.error();
    const VisitStep &step = (*ticket)->step;
    const Service *service = m_state.service(step.service);
    if (service && service->outcomeRequired && !c.outcome.isSet() && !step.result.isSet())
        return Error{ErrorCode::OutcomeRequired,
                     "how the service came out must be said first",
                     {{"number", (*ticket)->number}}};
    const auto claimedMs = believed(c.claimedMs, step.claimedStartedMs ? step.claimedStartedMs : step.startedMs);
    if ((*ticket)->nextSteps.empty())
        return Events{event::ServiceFinished{c.ticket, c.counter, claimedMs, c.outcome}};
    const NextStep &next = (*ticket)->nextSteps.front();
    // Back to a counter that knows them: by the time they have been here. Elsewhere: behind those who wait.
    const Place place = next.counter.isSet() ? Place{(*ticket)->ownPlace().ms, 0}
                                             : lastPlace(m_state.waiting(next.service), m_now);
    return Events{event::StepFinished{c.ticket, c.counter, place, claimedMs, c.outcome}};
}

Result<Events> Decider::operator()(const command::AddService &c) const
{
    const auto ticket = inService(c);
    if (!ticket)
        return ticket.error();
    if (!m_state.service(c.service))
        return unknown(ErrorCode::UnknownService, "service", c.service.value);
    std::vector<NextStep> steps = (*ticket)->nextSteps;
    steps.push_back({c.service, {}});
    if (c.backToMe)
        steps.push_back({(*ticket)->step.service, c.counter});
    if (steps.size() > limits::kNextStepsMax)
        return Error{ErrorCode::TooManySteps,
                     "no more services fit into this visit",
                     {{"limit", std::to_string(limits::kNextStepsMax)}}};
    return Events{event::StepsPlanned{c.ticket, c.counter, std::move(steps)}};
}

Result<Events> Decider::operator()(const command::RemoveServices &c) const
{
    const auto ticket = inService(c);
    if (!ticket)
        return ticket.error();
    return (*ticket)->nextSteps.empty() ? Events{} : Events{event::StepsPlanned{c.ticket, c.counter, {}}};
}

Result<Events> Decider::operator()(const command::Park &c) const
{
    const auto ticket = inHand(c, TicketState::Serving);
    if (!ticket)
        return ticket.error();
    if (const auto r = delay(c.forMs, "forMs"); !r)
        return r.error();
    event::TicketParked parked{c.ticket, c.counter, c.reason, {}};
    if (c.forMs > 0)
        parked.untilMs = m_now + c.forMs;
    return Events{parked};
}

Result<Events> Decider::operator()(const command::Requeue &c) const
{
    const auto ticket = inHand(c, TicketState::Called);
    if (!ticket)
        return ticket.error();
    if (c.places < 0 || c.places > limits::kPlacesBackMax)
        return Error{ErrorCode::InvalidParams,
                     "places must be from 0 to " + std::to_string(limits::kPlacesBackMax),
                     {{"field", "places"}}};
    const std::int64_t places = c.places > 0 ? c.places : m_state.settings().noShowPlacesBack;
    const auto &queue = m_state.waiting((*ticket)->step.service);
    return Events{
        event::TicketRequeued{c.ticket, c.counter, placesBack(queue, {(*ticket)->place, c.ticket}, places, m_now)}};
}

Result<Events> Decider::operator()(const command::MarkNoShow &c) const
{
    const auto ticket = inHand(c, TicketState::Called);
    if (!ticket)
        return ticket.error();
    const std::int64_t misses = (*ticket)->step.misses + 1;
    if (misses >= m_state.settings().noShowMisses)
        return Events{event::TicketNoShow{c.ticket, c.counter, misses}};
    const auto &queue = m_state.waiting((*ticket)->step.service);
    return Events{event::TicketMissed{
        c.ticket, c.counter, misses,
        placesBack(queue, {(*ticket)->place, c.ticket}, m_state.settings().noShowPlacesBack, m_now)}};
}

Result<void> Decider::knownOutcome(OutcomeId id) const
{
    if (id.isSet() && !m_state.outcomes().contains(id))
        return unknown(ErrorCode::UnknownOutcome, "outcome", id.value);
    return {};
}

std::optional<TimeMs> Decider::believed(std::optional<TimeMs> claimed, std::optional<TimeMs> notBefore) const
{
    if (!claimed || *claimed < notBefore.value_or(0) || *claimed > m_now - limits::kClaimDiffersMs)
        return std::nullopt;
    return claimed;
}

} // namespace tiepdon
