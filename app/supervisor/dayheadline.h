// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/figurecard.h"
#include "core/wire/figuresmessage.h"

#include <array>
#include <optional>

namespace tiepdon {

constexpr std::size_t kHeadlineFigures = 8;

/// The figures a day is known by: arrived, served, waiting now, average and P80 wait, promises kept, no-shows,
/// occupancy; each with its number and its period.
[[nodiscard]] std::array<FigureCard::Words, kHeadlineFigures> dayHeadline(const DayFigures &figures);
/// The tickets behind the n-th of them; nothing for what no ticket is behind.
[[nodiscard]] std::optional<FigureKind> headlineKind(std::size_t n);

} // namespace tiepdon
