// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/countermoves.h"
#include "core/queue/state.h"
#include "core/wire/advicemessage.h"

#include <QString>

#include <vector>

// What is said of advice and of moves that are tried, in the language windows speak now.

namespace tiepdon {

/// "Open counter 4 for Loans, with Nguyễn Thị Lan".
[[nodiscard]] QString moveText(const BranchState &branch, const FloorMove &move);
/// What it would bring, of the service it does most for: "P80 wait for Loans 24 → 13 min · promises kept 61 → 84 %
/// · costs 30 min of a counter · better in 58 of 64 runs".
[[nodiscard]] QString adviceText(const BranchState &branch, const Advice &advice);
/// "24", or "over 75" where the end was not seen; minutes.
[[nodiscard]] QString waitText(const ServiceOutlook &outlook);
/// "84".
[[nodiscard]] QString percentText(std::int64_t permille);
/// The effect over all services: promises kept, what it costs, how sure it is, and its n and period.
[[nodiscard]] QString wholeEffectText(const MoveEffect &effect);
/// Who would wait for nobody: empty when nobody does.
[[nodiscard]] QString unservedText(const BranchState &branch, const MoveEffect &effect);
/// "Last 7 days: 12 of 30 pieces of advice were followed. …"; empty where none was given.
[[nodiscard]] QString adviceScoreText(const AdviceScore &score, std::int64_t days);
/// How the floor will be if nothing is done: "The floor is well manned: 97 % of promises are kept …".
[[nodiscard]] QString outlookText(const AdviceAnswer &answer);

/// Moves as counters are moved, on top of how they are now. A counter named twice, one that opens with nobody, or
/// one that is not as the move takes it to be (open already, closed, with somebody else) makes none of it.
[[nodiscard]] std::vector<CounterMove> counterMovesOf(const BranchState &branch,
                                                      const std::vector<FloorMove> &moves);

} // namespace tiepdon
