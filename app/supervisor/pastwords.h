// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/state.h"
#include "core/wire/historymessage.h"

#include <QString>

// What the history's pages say of days, events and tickets, in the language windows speak now.

namespace tiepdon {

/// "Thu 12/11/2026"; what is no day stays as it is.
[[nodiscard]] QString pastDayText(const std::string &businessDay);
/// "Thursday 12 November 2026" as the language writes a long day.
[[nodiscard]] QString longDayText(const std::string &businessDay);
/// "A012 called to counter 3 · Phạm Thu Hà"; names as the branch has them at that moment.
[[nodiscard]] QString eventText(const BranchState &branch, const PastEvent &event);
[[nodiscard]] QString suspicionText(Suspicion suspicion);
/// How a step came out, of one that is not over the ticket's state.
[[nodiscard]] QString outcomeText(const DayTicketRow &row);
[[nodiscard]] QString figureText(FigureKind kind);
/// "08:30–09:00" of a half hour's first minute.
[[nodiscard]] QString halfHourText(std::int64_t firstMin);

} // namespace tiepdon
