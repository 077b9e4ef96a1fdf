// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/floorfigures.h"

#include "app/supervisor/cover.h"
#include "ui/models/queuesmodel.h"

#include <algorithm>

namespace tiepdon {

QueueNow queueNow(const BranchState &branch, ServiceId service, TimeMs now)
{
    QueueNow figures;
    figures.service = service;
    figures.waiting = static_cast<std::int64_t>(branch.waiting(service).size());
    const WorstWait worst = worstWait(branch, service, now);
    figures.longestMs = worst.waitedMs;
    figures.promiseMs = worst.promiseMs;
    figures.atWork = countersServing(branch, service, Counting::AtWork);
    const ServiceDay &day = branch.serviceDay(service);
    figures.served = day.served;
    figures.servedInTime = day.servedInTime;
    return figures;
}

FloorFigures floorFigures(const BranchState &branch, TimeMs now)
{
    FloorFigures figures;
    figures.counters = static_cast<int>(branch.counters().size());
    for (const auto &[id, state] : branch.counterStates()) {
        figures.open += state.isOpen() ? 1 : 0;
        figures.onBreak += state.isOpen() && state.onBreak.has_value() ? 1 : 0;
    }
    figures.services = static_cast<int>(branch.services().size());
    for (const auto &[id, service] : branch.services()) {
        const bool isServed = countersServing(branch, id, Counting::AtWork) > 0;
        figures.served += isServed ? 1 : 0;
        if (!isServed && !branch.waiting(id).empty())
            figures.unserved.push_back(id);
        const ServiceDay &day = branch.serviceDay(id);
        figures.finished += day.served;
        figures.transactionMs += day.transactionMs;
    }
    std::vector<TimeMs> waits;
    for (const auto &[id, ticket] : branch.tickets()) {
        if (ticket.state == TicketState::Called)
            ++figures.called;
        else if (ticket.state == TicketState::Serving)
            ++figures.serving;
        else if (ticket.state == TicketState::Parked)
            ++figures.parked;
        else if (ticket.isQueued()) {
            waits.push_back(std::max<TimeMs>(0, now - ticket.ownPlace().ms));
            if (!figures.longestOf.isSet() || waits.back() > figures.longestMs
                || (waits.back() == figures.longestMs && ticket.step.service < figures.longestOf)) {
                figures.longestMs = waits.back();
                figures.longestOf = ticket.step.service;
            }
        }
    }
    figures.waiting = static_cast<std::int64_t>(waits.size());
    if (!waits.empty()) {
        const auto middle = waits.begin() + static_cast<std::ptrdiff_t>((waits.size() - 1) / 2);
        std::nth_element(waits.begin(), middle, waits.end());
        figures.medianMs = *middle;
    }
    return figures;
}

} // namespace tiepdon
