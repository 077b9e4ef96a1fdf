// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/permission.h"
#include "core/hub/branchhost.h"
#include "core/queue/command.h"

#include <string_view>

namespace tiepdon {

/// What one branch command does, on the state at its turn, for somebody who reaches so far with it. `isKiosk`:
/// nobody of the branch stands behind it.
Decision decideCommand(const BranchState &state, const Command &command, Reach reach, StaffId staff, bool isKiosk,
                       TimeMs now);

/// Whether people may ask for this themselves at a kiosk: of a segment they are by a reason they can give, never by
/// their word, and as somebody only by what `identify` answered.
bool isForKiosk(const BranchState &state, const Command &command);

/// A refusal by the table of permissions, with its entry in the audit. `why` names a key of the error's detail.
Decision notAllowed(std::string_view method, const char *why, const char *message);

/// Whether a ticket is called or served at a counter where this person sits.
bool isAtCounterOf(const BranchState &state, StaffId staff, TicketId ticket);
/// Whether a counter where this person sits would call the ticket now.
bool isNextFor(const BranchState &state, StaffId staff, TicketId ticket, TimeMs now);

} // namespace tiepdon
