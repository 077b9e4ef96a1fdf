// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string_view>

namespace tiepdon {

/// What is known of one queue at the moment somebody joins it. Times in ms.
struct QueueSight {
    std::int64_t ahead = 0; ///< wait and will be called before them
    std::int64_t counters = 1; ///< open for this queue; 0 is taken for 1
    bool isFree = false; ///< a counter could call them at once
    double meanServiceMs = 0; ///< from one call to the next at one counter, over all that is known; > 0
    double recentServiceMs = 0; ///< mean of the last `QueueRecord::kRecent` services; 0: none yet
    double headWaitMs = 0; ///< how long the first of the queue has been waiting; 0: nobody waits
    std::optional<double> lastWaitMs; ///< how long who was called last had waited
    std::optional<double> recentWaitMs; ///< mean of that over the last `QueueRecord::kRecent` called
    double patienceMs = 0; ///< mean time until somebody who waits leaves; 0: nobody does
    double windowMs = 0; ///< for how much of the last `QueueRecord::kWindowMs` somebody has waited
    double windowCalls = 0; ///< calls of people who had waited, in that time
};

/// What a queue's own events tell about it; one object per queue, emptied each morning by `openDay`. Costs a
/// bounded amount per event and holds a bounded number of them.
class QueueRecord
{
public:
    void openDay(TimeMs nowMs);
    /// Whether somebody waits from now on; told at each change, or as often as one likes. A record that is never
    /// told takes it that somebody has waited all day.
    void waiting(TimeMs nowMs, bool isAnybody);
    /// Somebody was called who had waited so long, >= 0.
    void called(TimeMs nowMs, double waitedMs);
    /// A counter is done with somebody after so long, >= 0.
    void served(double serviceMs);
    /// Somebody left after so long without having been called, >= 0.
    void left(double waitedMs);

    /// Fills what this record knows into a sight; `ahead`, `counters`, `isFree` and `headWaitMs` are the caller's.
    /// `priorServiceMs` (> 0) is what a service takes as long as nothing is known; it counts as much as
    /// `kPriorServices` services.
    void fill(QueueSight &sight, TimeMs nowMs, double priorServiceMs) const;

    static constexpr std::size_t kRecent = 10;
    static constexpr TimeMs kWindowMs = 45 * kMinuteMs;
    static constexpr double kPriorServices = 10;

private:
    struct Call {
        TimeMs atMs = 0;
        double waitedMs = 0;
    };
    static constexpr std::size_t kCallsMax = 2000; ///< a queue that calls more often in its window is not one queue

    /// From when to when somebody waited; the last may still go on.
    struct Busy {
        TimeMs fromMs = 0;
        TimeMs toMs = 0;
        bool isOver = false;
    };

    TimeMs m_openedMs = 0;
    bool m_isTold = false;
    std::deque<Busy> m_busy; ///< of this day, as far back as the window goes
    std::deque<Call> m_calls; ///< of this day
    std::deque<double> m_services;
    double m_serviceSumMs = 0;
    double m_servedCount = 0;
    double m_waitedSumMs = 0;
    double m_leftCount = 0;
};

/// A classical predictor of the wait, to be compared with.
struct Rival {
    std::string_view name;
    double (*waitMs)(const QueueSight &);
};

/// All of them. Sources: queue-length and delay-history predictors by Ibrahim and Whitt (2009).
///   positionAverage  recent average service × place in the queue
///   positionCounters the same ÷ counters: what most queue programs show
///   ql               (ahead + 1) ÷ rate of all counters at the long-run average
///   qlm              the same where people ahead may leave
///   les              what the last called had waited
///   hol              what the first of the queue has waited
///   rolling          mean wait of the last ten called
///   throughput       (ahead + 1) ÷ rate of the calls of the last 45 minutes in which somebody waited, drawn
///   towards `ql`
[[nodiscard]] std::span<const Rival> rivals();

/// Where some of them stand in it.
constexpr std::size_t kQueueLengthRival = 2;
constexpr std::size_t kLeavingRival = 3;
constexpr std::size_t kThroughputRival = 7;

} // namespace tiepdon
