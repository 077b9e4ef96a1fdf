// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/state.h"

namespace tiepdon {

/// Why a person's own choice is called: it, beside whom the rule would have called.
CallReason reasonForChosen(const BranchState &state, const CounterState &counter, const Ticket &ticket, TimeMs now);

} // namespace tiepdon
