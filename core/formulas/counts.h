// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

// How many come, how long they are patient, and how sure a share is.

namespace tiepdon {

/// Arrivals of a slot whose rate itself is uncertain: negative binomial with variance mean + (cv × mean)², Poisson
/// for cv = 0. `mean` > 0, `cv` >= 0.
class UncertainArrivals
{
public:
    UncertainArrivals(double mean, double cv) : m_mean(mean), m_cv(cv) { }
    [[nodiscard]] double variance() const { return m_mean + m_cv * m_cv * m_mean * m_mean; }
    [[nodiscard]] double chanceOf(std::int64_t count) const;
    [[nodiscard]] double chanceOfMoreThan(std::int64_t count) const;
    /// The least count that is not exceeded with probability p in (0, 1).
    [[nodiscard]] std::int64_t quantile(double p) const;

private:
    double m_mean;
    double m_cv;
};

/// By how much a day is busier than forecast, from how many have come so far: gamma prior of mean 1 and coefficient
/// of variation `cv` > 0, Poisson arrivals, `expected` >= 0 so far.
class DayLevel
{
public:
    DayLevel(double cv, double expected, double observed);
    [[nodiscard]] double priorShape() const { return m_priorShape; }
    [[nodiscard]] double mean() const { return m_shape / m_rate; }
    [[nodiscard]] double deviation() const;
    [[nodiscard]] double quantile(double p) const; ///< p in (0, 1)

private:
    double m_priorShape;
    double m_shape;
    double m_rate;
};

/// Somebody's wait, and whether it ended because they left.
struct ObservedWait {
    double wait = 0;
    bool isLeft = false;
};

struct SurvivalStep {
    double time = 0;
    std::int64_t atRisk = 0;
    std::int64_t left = 0;
    double survival = 1; ///< chance to be still patient after `time`
};

/// The share still patient after each time at which a wait ended, by Kaplan and Meier (1958).
[[nodiscard]] std::vector<SurvivalStep> patienceCurve(std::vector<ObservedWait> waits);

/// The rate at which people leave, were it constant: those who left over all time waited; 0 for no wait at all.
[[nodiscard]] double leavingRate(std::int64_t left, double totalWait);

/// Where a share of a large number lies with 95 % confidence when `hits` of `count` > 0 were seen (Wilson, 1927).
struct ShareRange {
    double low = 0;
    double high = 1;
};
[[nodiscard]] ShareRange wilsonRange(std::int64_t hits, std::int64_t count);

/// Chance that a day still keeps its promise to a share of at least `target` of all: `kept` of `done` so far,
/// `remaining` still to come, each kept with probability `chance`.
[[nodiscard]] std::int64_t keptNeeded(std::int64_t done, std::int64_t kept, std::int64_t remaining, double target);
[[nodiscard]] double chanceOfTarget(std::int64_t done, std::int64_t kept, std::int64_t remaining, double chance,
                                    double target);

/// How evenly something is shared: 1 all the same, 1/n one has all (Jain, Chiu and Hawe, 1984).
[[nodiscard]] double jainIndex(const std::vector<double> &values);

} // namespace tiepdon
