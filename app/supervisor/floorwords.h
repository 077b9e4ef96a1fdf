// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/figurecard.h"
#include "core/queue/quotes.h"
#include "core/queue/state.h"
#include "ui/widgets/countertile.h"
#include "ui/widgets/queuebar.h"

#include <array>
#include <deque>

// What the floor's tiles, bars and cards say of a branch at a moment, in the language windows speak now.

namespace tiepdon {

[[nodiscard]] CounterFigures counterFigures(const BranchState &branch, CounterId id, TimeMs now);
/// `quotes`: what the hub expects, for those who would come now.
[[nodiscard]] QueueFigures queueFigures(const BranchState &branch, const Quotes &quotes, ServiceId id, TimeMs at);
/// How good the waits were that people were told, a line for each day of which something is known: "Waits told
/// today: 81 % within the range, off by 2.3 min on average, n = 142"; empty when nothing is.
[[nodiscard]] QString scoreText(const BranchState &branch, const Quotes &quotes);
/// The five figures, each with its number of people and its period. `now` is now when `isLive`, else when the
/// branch was last heard of. `recentMs`: call to finish of the last tickets seen.
[[nodiscard]] std::array<FigureCard::Words, 5> figureWords(const BranchState &branch, TimeMs now, bool isLive,
                                                           const std::deque<TimeMs> &recentMs);

} // namespace tiepdon
