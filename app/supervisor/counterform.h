// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/actionform.h"

namespace tiepdon {

/// The form of an action about counters, as `actionForm`.
[[nodiscard]] ActionForm counterForm(const SupervisorDesk &desk, const Action &action, const ActionChoice &choice,
                                     bool isInsisting, const ActionNews &news);

/// Where somebody of the staff is now: "at no counter", "Counter 3, serving A012", "Counter 5, on a break".
[[nodiscard]] QString whereaboutsText(const BranchState &branch, StaffId staff);

/// The branch's staff: first who is at no counter, then who is on a break, then all others; by name.
[[nodiscard]] std::vector<StaffId> staffByUse(const SupervisorDesk &desk);

} // namespace tiepdon
