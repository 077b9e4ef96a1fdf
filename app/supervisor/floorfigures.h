// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/state.h"

#include <optional>
#include <vector>

// The figures a floor is watched by, from the branch's state alone. Pure.

namespace tiepdon {

/// One queue at a moment.
struct QueueNow {
    ServiceId service;
    std::int64_t waiting = 0;
    /// The wait that has used up most of its promise, and that promise; 0 and the service's when nobody waits.
    TimeMs longestMs = 0;
    TimeMs promiseMs = 0;
    int atWork = 0; ///< counters that serve it and are not on a break
    std::int64_t served = 0; ///< today, and of those in time
    std::int64_t servedInTime = 0;

    friend bool operator==(const QueueNow &, const QueueNow &) = default;
};
/// Cost: linear in those who wait for the service and in the counters.
[[nodiscard]] QueueNow queueNow(const BranchState &branch, ServiceId service, TimeMs now);

/// The five figures of a supervisor's screen.
struct FloorFigures {
    // counters open
    int counters = 0;
    int open = 0; ///< those on a break among them
    int onBreak = 0;
    // the services they serve
    int services = 0;
    int served = 0; ///< by a counter at work
    std::vector<ServiceId> unserved; ///< people wait for them, and no counter at work serves them
    // waiting now
    std::int64_t waiting = 0;
    TimeMs longestMs = 0;
    ServiceId longestOf;
    std::optional<TimeMs> medianMs; ///< of those who wait now
    // people at counters
    std::int64_t called = 0;
    std::int64_t serving = 0;
    std::int64_t parked = 0; ///< put aside: at no counter
    // transactions, call to finish, today
    std::int64_t finished = 0;
    TimeMs transactionMs = 0; ///< in all
};
/// Cost: linear in the open tickets and in services × counters.
[[nodiscard]] FloorFigures floorFigures(const BranchState &branch, TimeMs now);

} // namespace tiepdon
