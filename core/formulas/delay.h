// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

// How long one person waits, from what is seen when they come.

namespace tiepdon {

/// All counters busy, `ahead` wait, everybody in order, nobody leaves, services exponential: the wait is a gamma
/// variable of ahead + 1 stages (Ibrahim and Whitt, 2009). `ahead` >= 0, `counters` >= 1, `serviceRate` > 0.
class QueueLengthDelay
{
public:
    QueueLengthDelay(std::int64_t ahead, std::int64_t counters, double serviceRate);
    [[nodiscard]] double mean() const;
    [[nodiscard]] double deviation() const;
    [[nodiscard]] double quantile(double p) const; ///< p in (0, 1)

private:
    double m_stages;
    double m_rate;
};

/// The same where those ahead leave at `leavingRate` > 0 each, and the one asked about stays.
class LeavingDelay
{
public:
    LeavingDelay(std::int64_t ahead, std::int64_t counters, double serviceRate, double leavingRate);
    [[nodiscard]] double mean() const;
    [[nodiscard]] double deviation() const;
    [[nodiscard]] double longerThan(double wait) const;
    [[nodiscard]] double quantile(double p) const; ///< p in (0, 1)

private:
    std::int64_t m_ahead;
    double m_rate; ///< of all counters
    double m_leavingRate;
};

/// What is left of a service that has taken some time, where the logarithm of services is normal.
class LognormalResidual
{
public:
    /// Of services with this mean > 0 and coefficient of variation > 0, after `elapsed` >= 0.
    LognormalResidual(double mean, double cv, double elapsed);
    [[nodiscard]] double logMean() const { return m_mu; }
    [[nodiscard]] double logDeviation() const { return m_sigma; }
    [[nodiscard]] double stillServed() const { return m_survival; } ///< chance to last past `elapsed`
    [[nodiscard]] double mean() const;
    [[nodiscard]] double quantile(double p) const; ///< p in (0, 1)

private:
    double m_sigma;
    double m_mu;
    double m_elapsed;
    double m_survival;
};

} // namespace tiepdon
