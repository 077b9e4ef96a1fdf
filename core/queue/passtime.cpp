// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/decider.h"

#include <algorithm>
#include <tuple>

namespace tiepdon {

std::vector<Event> passTime(const BranchState &state, TimeMs now)
{
    if (!state.isOpen())
        return {};
    if (!state.due().empty() && state.due().begin()->first <= now) {
        const Ticket *ticket = state.ticket(state.due().begin()->second);
        if (ticket && ticket->held) {
            const auto &queue = state.waiting(ticket->step.service);
            event::TicketDue due{ticket->id, placeIn(queue, *ticket, ticket->held->place, now), {}};
            if (ticket->held->place == TransferPlace::First)
                due.raisedFrom = ticket->ownPlace();
            return {due};
        }
        if (ticket) {
            const Place own = ticket->ownPlace();
            return {
                event::TicketDue{ticket->id, firstPlace(state.waiting(ticket->step.service)).value_or(own), own}};
        }
    }
    // Who serves fewest services goes first, so that the others stay free for theirs; then who has waited longest.
    std::vector<std::tuple<std::size_t, TimeMs, CounterId>> stored;
    for (const auto &[id, counter] : state.counterStates()) {
        const WorkProfile *profile = state.profile(counter.profile);
        if (counter.nextStoredMs && now >= counter.lastCallMs.value_or(0) + state.settings().minCallGapMs)
            stored.emplace_back(profile ? profile->services.size() : 0, *counter.nextStoredMs, id);
    }
    std::sort(stored.begin(), stored.end());
    for (const auto &[services, sinceMs, id] : stored) {
        const CounterState &counter = *state.counterState(id);
        if (const auto choice = nextFor(state, counter, now))
            return {event::TicketCalled{choice->ticket, id, counter.staff, choice->reason}};
    }
    return {};
}

} // namespace tiepdon
