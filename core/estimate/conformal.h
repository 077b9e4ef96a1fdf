// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <vector>

namespace tiepdon {

/// A wait as said to a person: the 10th, 50th and 90th percentile, ms. An estimator of points says three times the
/// same.
struct WaitQuantiles {
    double lowMs = 0;
    double medianMs = 0;
    double highMs = 0;

    friend bool operator==(const WaitQuantiles &, const WaitQuantiles &) = default;
};

/// Makes ranges keep their word: four in five people within, one in ten on either side, learned from what was said
/// to people and how long they then waited. Conformalised quantile regression (Romano, Patterson and Candès, 2019)
/// with split-conformal quantiles over a sliding window, kept apart by group (a service) and by how long the wait
/// was said to be (under 2, 2 to 8, over 8 minutes). Where a group has few scores, all groups of that length count.
/// Knows only what it was told: a score enters by `called`, so never before its outcome is known.
class Conformal
{
public:
    /// The range to say instead of `raw`; the median stays, and lowMs <= medianMs <= highMs, lowMs >= 0. As it
    /// came while there are too few scores (fewer than nine). Costs do not grow with the window.
    [[nodiscard]] WaitQuantiles calibrated(std::int64_t group, const WaitQuantiles &raw) const;

    /// Somebody to whom `raw` (not the calibrated range) would have been said was called after `actualMs`.
    void called(std::int64_t group, const WaitQuantiles &raw, double actualMs);

    static constexpr std::size_t kWindow = 400; ///< scores kept: the branch of today, not of last year
    static constexpr std::size_t kOwnScoresMin = 40; ///< fewer of a group say less than those of all

private:
    /// The last `kWindow` scores, in order of time and in order of size.
    class Window
    {
    public:
        void add(double score);
        [[nodiscard]] std::size_t size() const { return m_byTime.size(); }
        /// What one in ten scores exceeds; 0 while that cannot be said.
        [[nodiscard]] double bound() const;

    private:
        std::deque<double> m_byTime;
        std::vector<double> m_bySize;
    };
    struct Scores {
        Window low;
        Window high;
    };

    static constexpr std::size_t kBuckets = 3;
    using Buckets = std::array<Scores, kBuckets>;

    [[nodiscard]] const Scores &scoresFor(std::int64_t group, std::size_t bucket) const;

    std::map<std::int64_t, Buckets> m_groups;
    Buckets m_all;
};

} // namespace tiepdon
