// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <optional>

namespace tiepdon {

/// How fast a service's queue has been moving: its last calls, and how long people waited while they were made.
struct CallPace {
    std::int64_t calls = 0;
    TimeMs busyMs = 0; ///< during which somebody waited, over those calls
    std::optional<TimeMs> headSinceMs = {}; ///< since when the first in the queue has been waiting for a call

    friend bool operator==(const CallPace &, const CallPace &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("calls", self.calls);
        visit("busyMs", self.busyMs);
        visit("headSinceMs", self.headSinceMs);
    }
};

/// Four in five people wait at least `lowMs` and at most `highMs`, as far as the last calls tell.
struct WaitRange {
    TimeMs lowMs = 0;
    TimeMs highMs = 0;

    friend bool operator==(const WaitRange &, const WaitRange &) = default;
};

/// How long somebody with `ahead` people before them will wait, from the pace of the last calls; nothing while
/// fewer than `kCallsForARange` are known, or when the range is wider than anybody can use. Taken as a Poisson
/// process of unknown rate: n calls in a time T give the time to the k-th coming call as T times a beta prime of
/// (k, n), of which these are the 10th and 90th percentiles.
std::optional<WaitRange> expectedWait(std::int64_t ahead, const std::optional<CallPace> &pace, TimeMs nowMs);

/// Fewer calls than this say too little: the range of the next call would span a factor of thirty and more.
constexpr std::int64_t kCallsForARange = 3;
/// A range up to more than this helps nobody to decide whether to stay.
constexpr TimeMs kUsefulWaitMaxMs = 4 * kHourMs;

} // namespace tiepdon
