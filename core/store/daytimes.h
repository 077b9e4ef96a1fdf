// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"
#include "core/store/dayvisits.h"

#include <set>
#include <utility>

namespace tiepdon {

/// What the journal alone knows of one business day.
struct DayTimes {
    DayPeriod period;
    TimeMs untilMs = 0; ///< the next day's opening; far away where there is none
    bool isLast = false; ///< no day was opened after it
    bool isBeforeIntervals = false; ///< an earlier version kept no intervals of it
    std::vector<CounterStretch> stretches;
    /// The branch without anybody in it, from each of these times on; the first holds for all that is before, too.
    std::vector<std::pair<TimeMs, BranchState>> branches;
    std::set<TicketId> carriedIn;
    std::set<TicketId> duplicates; ///< cancelled because the person had another ticket

    [[nodiscard]] const BranchState &branchAt(TimeMs timeMs) const;
};

/// Of business days `fromDay` to `toDay`, both included, oldest first; empty: of the day opened last. UnknownDay,
/// InvalidParams
/// ("field"), StorageFailed, DatabaseDamaged.
Result<std::vector<DayTimes>> readDayTimes(Connection &connection, std::int64_t branch, std::string fromDay,
                                           std::string toDay, TimeMs nowMs);

} // namespace tiepdon
