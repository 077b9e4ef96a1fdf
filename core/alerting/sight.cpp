// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerting/sight.h"

#include <algorithm>

namespace tiepdon {
namespace {

template <class Id>
bool isIn(const std::vector<Id> &scope, Id id)
{
    return scope.empty() || std::find(scope.begin(), scope.end(), id) != scope.end();
}

} // namespace

TimeMs promisedWaitSoFarMs(const Ticket &ticket, TimeMs now)
{
    return ticket.step.waitedBeforeMs + std::max<TimeMs>(0, now - ticket.step.waitingFromMs);
}

std::optional<AlertSight::Found> AlertSight::of(const AlertRule &rule) const
{
    switch (rule.kind) {
    case AlertKind::WaitOver:
        return waits(rule);
    case AlertKind::WaitWillBeOver:
        return outlook(rule);
    case AlertKind::QueueLong:
        return lengths(rule);
    case AlertKind::ServiceLong:
        return services(rule);
    case AlertKind::CounterIdle:
        return idle(rule);
    case AlertKind::BreakLong:
        return breaks(rule);
    case AlertKind::NoShowsInRow:
        return m_view.noShows ? std::optional(noShows(rule)) : std::nullopt;
    case AlertKind::TicketForgotten:
        return forgotten(rule);
    case AlertKind::DeviceLost:
        return troubles(m_view.lost);
    case AlertKind::PrinterOut:
        return troubles(m_view.printersOut);
    case AlertKind::BlockerOld:
        return blockers();
    }
    return std::nullopt;
}

AlertSight::Found AlertSight::waits(const AlertRule &rule) const
{
    Found found;
    for (const auto &[id, service] : m_state.services()) {
        if (!isIn(rule.scope.services, id))
            continue;
        for (const QueueKey &key : m_state.waiting(id)) {
            const Ticket *ticket = m_state.ticket(key.ticket);
            if (!ticket || !isIn(rule.scope.segments, ticket->segment))
                continue;
            const TimeMs promiseMs = m_state.promiseMs(*ticket);
            if (promiseMs <= 0)
                continue;
            AlertSubject subject;
            subject.service = id;
            subject.segment = ticket->segment;
            const std::int64_t share = promisedWaitSoFarMs(*ticket, m_now) * 1000 / promiseMs;
            Seen &seen = found[subject];
            seen.value = std::max(seen.value, share);
            seen.people += share >= rule.threshold ? 1 : 0;
        }
    }
    return found;
}

std::optional<AlertSight::Found> AlertSight::outlook(const AlertRule &rule) const
{
    const Outlook *outlook = m_view.outlook;
    if (!outlook || outlook->atMs == 0 || m_now - outlook->atMs > kOutlookAgeMsMax)
        return std::nullopt;
    Found found;
    const std::size_t minute = BreachOutlook::minute(rule.aheadMs);
    for (const BreachOutlook &service : outlook->services) {
        if (!isIn(rule.scope.services, service.service))
            continue;
        AlertSubject subject;
        subject.service = service.service;
        found[subject] = {service.breachPermille[minute], (service.peoplePermille[minute] + 500) / 1000};
    }
    return found;
}

AlertSight::Found AlertSight::lengths(const AlertRule &rule) const
{
    Found found;
    for (const auto &[id, service] : m_state.services()) {
        if (!isIn(rule.scope.services, id))
            continue;
        const auto &waiting = m_state.waiting(id);
        std::int64_t people = static_cast<std::int64_t>(waiting.size());
        if (!rule.scope.segments.empty()) {
            people = std::count_if(waiting.begin(), waiting.end(), [&](const QueueKey &key) {
                const Ticket *ticket = m_state.ticket(key.ticket);
                return ticket && isIn(rule.scope.segments, ticket->segment);
            });
        }
        AlertSubject subject;
        subject.service = id;
        if (people > 0)
            found[subject] = {people, people};
    }
    return found;
}

AlertSight::Found AlertSight::services(const AlertRule &rule) const
{
    Found found;
    for (const auto &[id, counter] : m_state.counterStates()) {
        const Ticket *ticket = isIn(rule.scope.counters, id) ? m_state.ticket(counter.ticket) : nullptr;
        if (!ticket || ticket->state != TicketState::Serving || !isIn(rule.scope.services, ticket->step.service))
            continue;
        const Service *service = m_state.service(ticket->step.service);
        if (!service || service->expectedMs <= 0)
            continue;
        AlertSubject subject;
        subject.service = service->id;
        subject.counter = id;
        subject.ticket = ticket->id;
        found[subject] = {std::max<TimeMs>(0, ticket->step.serviceMs(m_now)) * 1000 / service->expectedMs, 1};
    }
    return found;
}

AlertSight::Found AlertSight::idle(const AlertRule &rule) const
{
    Found found;
    for (const auto &[id, counter] : m_state.counterStates()) {
        if (!isIn(rule.scope.counters, id) || !counter.isOpen() || counter.ticket.isSet() || counter.onBreak)
            continue;
        std::int64_t people = 0;
        TimeMs neededMs = m_now; // since when somebody has been waiting for it
        for (const auto &[queueId, queue] : m_state.queues()) {
            if (queue.empty() || !isIn(rule.scope.services, queueId.service) || !m_state.mayCall(counter, queueId))
                continue;
            const Ticket *first = m_state.ticket(queue.begin()->ticket);
            if (!first || first->step.waitingFromMs > m_now) // was booked, and is early
                continue;
            people += static_cast<std::int64_t>(queue.size());
            neededMs = std::min(neededMs, std::max(first->sinceMs, first->step.waitingFromMs));
        }
        if (people == 0)
            continue;
        const auto notFree = m_notFreeMs.find(id);
        const TimeMs freeMs
            = std::max(counter.sinceMs, notFree == m_notFreeMs.end() ? counter.sinceMs : notFree->second);
        AlertSubject subject;
        subject.counter = id;
        found[subject] = {std::max<TimeMs>(0, m_now - std::max(freeMs, neededMs)), people};
    }
    return found;
}

AlertSight::Found AlertSight::breaks(const AlertRule &rule) const
{
    Found found;
    for (const auto &[id, counter] : m_state.counterStates()) {
        if (!counter.isOpen() || !counter.onBreak || !isIn(rule.scope.counters, id))
            continue;
        AlertSubject subject;
        subject.counter = id;
        found[subject] = {std::max<TimeMs>(0, m_now - counter.onBreak->sinceMs), 0};
    }
    return found;
}

AlertSight::Found AlertSight::noShows(const AlertRule &rule) const
{
    Found found;
    for (const auto &[id, count] : m_view.noShows->runs()) {
        const CounterState *counter = m_state.counterState(id);
        if (!counter || !counter->isOpen() || !isIn(rule.scope.counters, id))
            continue;
        AlertSubject subject;
        subject.counter = id;
        found[subject] = {count, count};
    }
    return found;
}

AlertSight::Found AlertSight::forgotten(const AlertRule &rule) const
{
    Found found;
    const auto add = [&](const Ticket &ticket, CounterId counter) {
        if (!isIn(rule.scope.counters, counter) || !isIn(rule.scope.services, ticket.step.service)
            || !isIn(rule.scope.segments, ticket.segment))
            return;
        AlertSubject subject;
        subject.service = ticket.step.service;
        subject.segment = ticket.segment;
        subject.counter = counter;
        subject.ticket = ticket.id;
        found[subject] = {std::max<TimeMs>(0, m_now - ticket.sinceMs), 1};
    };
    for (const auto &[id, counter] : m_state.counterStates()) {
        if (const Ticket *ticket = m_state.ticket(counter.ticket))
            add(*ticket, id);
    }
    for (const TicketId id : m_state.parked()) {
        const Ticket *ticket = m_state.ticket(id);
        const bool comesBack
            = ticket && ticket->parked && ticket->parked->untilMs && *ticket->parked->untilMs > m_now;
        if (ticket && !comesBack)
            add(*ticket, ticket->parked ? ticket->parked->counter : ticket->step.counter);
    }
    return found;
}

AlertSight::Found AlertSight::troubles(std::span<const DeviceTrouble> troubles) const
{
    Found found;
    for (const DeviceTrouble &trouble : troubles) {
        AlertSubject subject;
        subject.device = trouble.device;
        found[subject] = {std::max<TimeMs>(0, m_now - trouble.sinceMs), 0};
    }
    return found;
}

AlertSight::Found AlertSight::blockers() const
{
    Found found;
    for (const OpenBlocker &blocker : m_view.blockers) {
        AlertSubject subject;
        subject.item = blocker.item;
        found[subject] = {std::max<TimeMs>(0, m_now - blocker.sinceMs), 0};
    }
    return found;
}

} // namespace tiepdon
