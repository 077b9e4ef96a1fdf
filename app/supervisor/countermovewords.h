// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/countermoves.h"

#include <QString>

#include <vector>

// What is said of counters that are moved together, in the language windows speak now.

namespace tiepdon {

/// "Nguyễn Thị Lan, Cash desk", "closed", "… on a break: meal".
[[nodiscard]] QString standingText(const BranchState &branch, const CounterStanding &standing);

/// What the moves do, in one line: "Nguyễn Thị Lan: counter 1 → counter 3".
[[nodiscard]] QString movesText(const BranchState &branch, const std::vector<CounterMove> &moves);

/// Why moves that were done cannot be taken back now, and what to do instead; empty when they can, as far as known
/// here.
[[nodiscard]] QString whyMovesStay(const BranchState &branch, const std::vector<CounterMove> &moves);

} // namespace tiepdon
