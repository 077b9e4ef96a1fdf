// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/state.h"
#include "core/wire/figuresmessage.h"

#include <QString>

#include <optional>
#include <vector>

// The figures of a day as a table shows them and as files have them, in the language windows speak now.

namespace tiepdon {

/// What rows of a table are: everybody, half hours, services, segments or counters.
enum class FigureGroup : std::uint8_t { HalfHours, Services, Segments, Counters };

enum class FigureColumn : std::uint8_t {
    Arrived,
    Called,
    Served,
    Waiting,
    WaitMean,
    WaitP50,
    WaitP80,
    WaitP90,
    WaitLongest,
    Promise,
    Kept,
    KeptStrict,
    NoShows,
    NoShowShare,
    Abandoned,
    Cancelled,
    Ended,
    Transferred,
    ServiceMean,
    ServiceP80,
    WalkMean,
    WrapUpMean,
    TransactionMean,
    Occupancy,
    Serving,
    Open,
    Breaks,
    Staff,
    Suspects,
};

/// A number, if there is one to say.
struct FigureValue {
    std::optional<double> number = {}; ///< a count, minutes or per cent
    int digits = 0; ///< behind the mark, as a file has it
    int digitsShown = 0;
    std::int64_t n = 0; ///< of how many; 0 where it is a count itself
};

[[nodiscard]] const std::vector<FigureColumn> &allFigureColumns();
/// Those a screen has room for.
[[nodiscard]] const std::vector<FigureColumn> &shownFigureColumns();
[[nodiscard]] FigureValue figureValue(const FigureRow &row, FigureColumn column);
/// "Average wait (min)".
[[nodiscard]] QString figureHeading(FigureColumn column);
/// What it is, whole: with its formula.
[[nodiscard]] QString figureMeaning(FigureColumn column);
/// As the locale writes it; a dash where there is none.
[[nodiscard]] QString figureText(const FigureValue &value);
/// The tickets behind it; nothing for what no ticket is behind.
[[nodiscard]] std::optional<FigureKind> figureKind(FigureColumn column);

[[nodiscard]] const std::vector<FigureRow> &figureRows(const DayFigures &figures, FigureGroup group);
[[nodiscard]] QString groupName(FigureGroup group);
/// "08:00–08:30", "Loans", "ordinary", "Counter 3".
[[nodiscard]] QString figureRowName(const BranchState &branch, FigureGroup group, std::int64_t key);
/// "08:00" of 480.
[[nodiscard]] QString minuteText(std::int64_t minuteOfDay);

/// "2 March 2026, 08:00–10:41, not over": what the figures are of.
[[nodiscard]] QString periodText(const DayFigures &figures);
/// The same in a few letters: "08:00–10:41".
[[nodiscard]] QString shortPeriodText(const DayFigures &figures);
/// Who of them is meant: "Loans · VIP · counter 3"; empty for everybody.
[[nodiscard]] QString filterText(const BranchState &branch, const FigureFilter &filter);
/// How many visits are suspect, why, and whether they count.
[[nodiscard]] QString suspectsText(const DayFigures &figures);

} // namespace tiepdon
