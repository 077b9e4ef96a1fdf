// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/state.h"

#include <QString>

// Why a ticket is called now, in words. The branch gives names and ranks; it is read as it is now, the reason is
// what was stored with the call.

namespace tiepdon {

/// In one line for those who call, with the numbers: "Longest against its promise: waited 12 of 10 min; A014 waited
/// 5 of 15". No full stop.
QString sentence(const CallReason &reason, const BranchState &branch);

/// The same with all that was compared, the branch's rule, and what can be told a customer who asks; a line each.
QString explanation(const CallReason &reason, const BranchState &branch);

/// One line for everybody, in both languages, with nobody's number, segment or time in it.
LocalText reasonForCustomers(CallRule rule);

} // namespace tiepdon
