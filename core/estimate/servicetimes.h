// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <array>
#include <cstdint>
#include <map>
#include <vector>

// How long things take at the counters, learned from what was done there. A *cycle* is one person's hold of a
// counter: from the call until the counter is free for the next (walking, service and wrap-up).

namespace tiepdon {

/// A distribution of durations as its quantiles, equally far apart: what the futures draw from.
class DurationTable
{
public:
    static constexpr std::size_t kCells = 256;

    DurationTable() = default;
    explicit DurationTable(const std::array<double, kCells + 1> &quantilesMs) : m_quantilesMs(quantilesMs) { }

    /// The duration that a share `u` in [0, 1) stays under, ms >= 0. Linear between two quantiles.
    [[nodiscard]] double at(double u) const
    {
        const double place = u * kCells;
        const auto cell = static_cast<std::size_t>(place);
        return m_quantilesMs[cell]
            + (m_quantilesMs[cell + 1] - m_quantilesMs[cell]) * (place - static_cast<double>(cell));
    }
    /// The share of durations under `ms`, in [0, 1].
    [[nodiscard]] double shareUnder(double ms) const;
    /// What is still to come of a duration that has lasted `elapsedMs`, for `u` in [0, 1): the quantile `u` of the
    /// rest. Never negative; beyond nearly everything learned it is as long as half of the usual, on average.
    [[nodiscard]] double residual(double elapsedMs, double u) const;
    [[nodiscard]] double meanMs() const;

private:
    std::array<double, kCells + 1> m_quantilesMs = {};
};

/// A lognormal with a mean and a coefficient of variation.
struct Lognormal {
    double muLog = 0;
    double sigmaLog = 0;

    /// `meanMs` > 0, `variation` > 0.
    static Lognormal of(double meanMs, double variation);
    /// `u` in (0, 1).
    [[nodiscard]] double quantile(double u) const;
    [[nodiscard]] double shareUnder(double ms) const;
};

/// Durations counted in bins of equal ratio, from a second to twelve hours: what has been learned of one service,
/// or of one kind of absence. Bounded, and old days fade: with `kRememberedMax` seen all counts are halved.
struct LearnedDurations {
    static constexpr std::size_t kBins = 128;
    static constexpr double kRememberedMax = 4000;

    double seen = 0;
    double sumLog = 0; ///< of ln(ms)
    double sumLogSquared = 0;
    std::vector<double> counts = {}; ///< empty, or one per bin

    /// Counts one more, ms > 0.
    void add(double ms);
    /// The distribution: what was counted, with weight n / (n + 30), and a lognormal whose mean and spread are
    /// drawn from `prior` to what was seen by the same weight.
    [[nodiscard]] DurationTable table(const Lognormal &prior) const;
    /// The mean of ln(ms), drawn to the prior by 30 / (n + 30).
    [[nodiscard]] double meanLog(const Lognormal &prior) const;
    /// Whether these numbers can be learned on from, as a value from outside may not.
    [[nodiscard]] bool isSound() const;

    friend bool operator==(const LearnedDurations &, const LearnedDurations &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("seen", self.seen);
        visit("sumLog", self.sumLog);
        visit("sumLogSquared", self.sumLogSquared);
        visit("counts", self.counts);
    }
};

/// A mean of what was seen, drawn to what is believed beforehand by 30 / (n + 30). Bounded; old days fade.
struct LearnedMean {
    double seen = 0;
    double sumMs = 0;

    /// ms >= 0.
    void add(TimeMs ms);
    [[nodiscard]] TimeMs meanMs(TimeMs believedMs) const;
    [[nodiscard]] bool isSound() const;

    friend bool operator==(const LearnedMean &, const LearnedMean &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("seen", self.seen);
        visit("sumMs", self.sumMs);
    }
};

/// When people give up: exponential, learned from waits of which only the end is seen. Somebody called who does not
/// come left at an unknown moment of the wait.
struct Patience {
    double gone = 0; ///< calls nobody came to
    double exposureMs = 0; ///< waited by all, as long as they are believed to have waited

    /// Somebody came after `waitedMs`.
    void came(TimeMs waitedMs);
    /// Somebody did not come when called after `waitedMs`; the moment they left is taken at its mean under the rate
    /// believed so far (one step of expectation maximisation).
    void didNotCome(TimeMs waitedMs);
    /// Somebody said so when leaving after `waitedMs`.
    void leftAfter(TimeMs waitedMs);
    /// Rate per ms: leavers over time waited, with one leaver in ten hours believed beforehand.
    [[nodiscard]] double ratePerMs() const;
    /// The probability that somebody called after `waitedMs` does not come.
    [[nodiscard]] double goneAfter(TimeMs waitedMs) const;
    [[nodiscard]] bool isSound() const;

    friend bool operator==(const Patience &, const Patience &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("gone", self.gone);
        visit("exposureMs", self.exposureMs);
    }
};

/// The cycles of a branch's services and how fast its people are beside each other. A plain value; learning is
/// O(1), a table O(bins) where something was learned since it was made.
class ServiceTimes
{
public:
    struct OfService {
        ServiceId service;
        TimeMs expectedMs = 0;
        LearnedDurations learned = {};
        friend bool operator==(const OfService &, const OfService &) = default;
        template <class Self, class Visit>
        static void fields(Self &self, Visit &&visit)
        {
            visit("service", self.service);
            visit("expectedMs", self.expectedMs);
            visit("learned", self.learned);
        }
    };
    struct OfStaff {
        StaffId staff;
        double seen = 0;
        double sumLogRatio = 0; ///< of ln(cycle / usual cycle of its service)
        friend bool operator==(const OfStaff &, const OfStaff &) = default;
        template <class Self, class Visit>
        static void fields(Self &self, Visit &&visit)
        {
            visit("staff", self.staff);
            visit("seen", self.seen);
            visit("sumLogRatio", self.sumLogRatio);
        }
    };
    /// All that is learned, as a value to be kept.
    struct Image {
        std::vector<OfService> services;
        std::vector<OfStaff> staff;
        friend bool operator==(const Image &, const Image &) = default;
        template <class Self, class Visit>
        static void fields(Self &self, Visit &&visit)
        {
            visit("services", self.services);
            visit("staff", self.staff);
        }
    };

    ServiceTimes() = default;
    /// Total: a list of bins that has not `kBins` entries, or a number that is none, counts as nothing learned.
    explicit ServiceTimes(const Image &image);
    [[nodiscard]] Image image() const;

    /// What the branch says a service takes; what was learned of it stays.
    void define(ServiceId service, TimeMs expectedMs);
    /// Learns one cycle. False when it is not believed: under five seconds, or longer than eight times what is
    /// usual (said by the branch or learned, the larger), as when a finish was forgotten. What is longer than three
    /// times the 95th percentile counts as that.
    bool learn(ServiceId service, StaffId staff, TimeMs cycleMs);
    /// How many times the usual somebody takes: 1 is usual, less is faster; in [0.4, 2.5]. Drawn to 1 by 30 / (n +
    /// 30).
    [[nodiscard]] double speed(StaffId staff) const;
    /// Cycles learned of a service, faded with the years.
    [[nodiscard]] double seen(ServiceId service) const;
    /// Of somebody of speed 1. A service never defined takes five minutes.
    [[nodiscard]] const DurationTable &cycle(ServiceId service) const;

private:
    struct Known {
        OfService of;
        mutable DurationTable table = {};
        mutable bool isTableOld = true;
        mutable double seenAtTable = -1;
    };
    std::map<ServiceId, Known> m_services;
    std::map<StaffId, OfStaff> m_staff;
};

} // namespace tiepdon
