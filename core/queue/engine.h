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

/// A stretch of time a ticket spent in one state.
struct Interval {
    TicketId ticket;
    std::int64_t step = 1; ///< of the visit
    TicketState state = TicketState::Waiting;
    TimeMs fromMs = 0;
    TimeMs toMs = 0; ///< [from, to)
    CounterId counter; ///< of the call before; 0 before the first
    StaffId staff;

    friend bool operator==(const Interval &, const Interval &) = default;
};

/// What one event did to tickets, for those who keep rows about them.
struct Touched {
    std::optional<Ticket> ticket; ///< as it is after the event, also when it has just ended
    std::optional<VisitStep> endedStep; ///< the step a transfer or a further service ended
    std::optional<Interval> ended; ///< the state the ticket was in before
};

/// Makes `event`, which happened at `atMs`, part of the state. Total: an event about something the state
/// does not know changes nothing but the time.
Touched apply(BranchState &state, const Event &event, TimeMs atMs);

/// What happens by itself now: what is parked comes back and what was delayed takes effect when its time has come,
/// and a stored "next" is called. One step of it; call again after applying until nothing is left. Pure; cheap when
/// there is nothing to do. Also after every command: somebody may have come for a stored "next".
std::vector<Event> passTime(const BranchState &state, TimeMs now);

/// Whom a counter would call now by the branch's rule, and why; nothing when nobody waits whom it may call.
/// First goes who was overtaken as often as the branch allows, the earliest of them; otherwise the head of the
/// queue with the largest `RuleIndex`, ties by reference time, service, segment and ticket. Who was put first by a person goes
/// before all of the same service, and with its best index beside the others. Nobody booked is called before their
/// time while somebody else is due. Cost: linear in the queues.
struct Choice {
    TicketId ticket;
    CallReason reason;
};
std::optional<Choice> nextFor(const BranchState &state, const CounterState &counter, TimeMs now);

} // namespace tiepdon
