// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/queue/command.h"
#include "core/queue/event.h"
#include "core/queue/state.h"

#include <optional>
#include <vector>

namespace tiepdon {

/// What a command would change, as events in order, or why it may not be done. Pure. `now` is UTC ms, not
/// before the last event's time (a clock that steps back is held by the caller).
/// Cost: logarithmic in the people waiting; opening and closing the day are linear in them.
Result<std::vector<Event>> decide(const BranchState &state, const Command &command, TimeMs now);

/// What one event did to tickets, for those who keep rows about them.
struct Touched {
    std::optional<Ticket> ticket; ///< as it is after the event, also when it has just ended
    std::optional<VisitStep> endedStep; ///< the step a transfer ended
};

/// Makes `event`, which happened at `atMs`, part of the state. Total: an event about something the state
/// does not know changes nothing but the time.
Touched apply(BranchState &state, const Event &event, TimeMs atMs);

/// Whom a counter with this profile would call now, and why; nothing when nobody waits.
/// Rule: of the services of the profile, the ticket that has used up the largest share of its service
/// level; ties by reference time, then by ticket. A ticket put first by hand is compared by the place it was given,
/// and said to have been put there (`CallRule::Raised`). Cost: linear in the services of the profile.
struct Choice {
    TicketId ticket;
    CallReason reason;
};
std::optional<Choice> nextFor(const BranchState &state, const WorkProfile &profile, TimeMs now);

} // namespace tiepdon
