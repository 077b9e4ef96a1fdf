// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/queue/engine.h"
#include "core/wire/figuresmessage.h"

#include <optional>
#include <string>
#include <vector>

namespace tiepdon {

class Connection;

/// One service asked for, as the day knows it.
struct DayStep {
    VisitStep step;
    TimeMs promiseMs = 0; ///< the wait promised, as the branch had it when the step ended, or has it now
    TimeMs expectedMs = 0; ///< the service time expected, as of then
    /// Whether it ended on this day or is open on it. Of what was carried over, the day before has the arrival
    /// alone.
    bool isHere = true;

    [[nodiscard]] bool isServed() const { return step.outcome == StepOutcome::Served; }
};

/// One visit of a business day: of a ticket taken on it, or carried over into it.
struct DayVisit {
    TicketId ticket;
    std::string businessDay; ///< the day it is counted on
    std::string number; ///< as printed
    std::string series;
    TicketState state = TicketState::Waiting;
    TimeMs issuedMs = 0;
    TimeMs arrivedMs = 0; ///< issue; of what was carried over, the day's opening
    std::optional<TimeMs> endedMs = {};
    SegmentId segment = {}; ///< 0: ordinary; the last it had
    std::optional<TimeMs> bookedMs = {};
    bool isCarriedIn = false;
    /// Where the same ticket is among `DayVisits::visits` on the last day before that it was open on; nothing: it
    /// was on none of those.
    std::optional<std::size_t> before = {};
    std::vector<DayStep> steps = {}; ///< by number
    std::vector<Interval> serving = {}; ///< on this day; what is in progress reaches up to the time of asking
    bool isTooShort = false;
    bool isForgottenOpen = false;
    bool isDuplicate = false;

    [[nodiscard]] bool isSuspect() const { return isTooShort || isForgottenOpen || isDuplicate; }
};

/// A stretch [fromMs, toMs) in which somebody sat at an open counter, working or on a break.
struct CounterStretch {
    CounterId counter;
    StaffId staff;
    TimeMs fromMs = 0;
    TimeMs toMs = 0;
    bool isBreak = false;
};

/// From a day's first opening to its last closing.
struct DayPeriod {
    std::string businessDay; ///< "YYYY-MM-DD"
    TimeMs fromMs = 0;
    TimeMs toMs = 0; ///< of an open day, the time of asking
    bool isOpen = false;
};

/// What is kept of some business days, as figures and lists of tickets go by it.
struct DayVisits {
    std::vector<DayPeriod> periods; ///< oldest first
    std::vector<DayVisit> visits; ///< by day, then by ticket
    std::vector<CounterStretch> stretches;
    std::int64_t utcOffsetMin = 0; ///< the last day's
    TimeMs nowMs = 0;
};

/// Reads business days `fromDay` to `toDay` (both included; empty: the day opened last) at `nowMs`, the branch's
/// time: tickets, steps and intervals from their tables, counters' times, promises as they were, and why tickets
/// were cancelled from the journal. All of one moment. Cost: linear in what those days hold, whatever lies before.
/// UnknownDay, InvalidParams ("field"), StorageFailed, DatabaseDamaged.
Result<DayVisits> readDayVisits(Connection &connection, std::int64_t branch, std::string fromDay, std::string toDay,
                                TimeMs nowMs);

/// Whether a step is one of those a filter counts, whatever figure is asked for. Its visit may still be left out.
bool isOf(const FigureFilter &filter, const DayVisit &visit, const DayStep &step);
/// Whether an earlier one of these days has a visit among those a filter counts: it is counted as arrived then.
bool isCountedBefore(const DayVisits &days, const DayVisit &visit, const FigureFilter &filter);
/// Whether a step (of a visit of `day`) is behind a figure: counted in it, in that half hour. A visit is counted
/// once in Arrived, and each day in the suspects, for its first step of the filter.
bool isBehind(const DayVisits &day, const DayVisit &visit, const DayStep &step, const FigureTickets &filter);
/// The time that puts a step into a half hour for a figure; nothing where it is not counted in it.
std::optional<TimeMs> figureTimeMs(const DayVisit &visit, const DayStep &step, FigureKind kind);

} // namespace tiepdon
