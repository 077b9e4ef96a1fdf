// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

// Small figures that grow with what has been seen; for features of recorded days.

namespace tiepdon {

/// A mean that is drawn towards another one while little was seen.
class RunningMean
{
public:
    void add(double value)
    {
        m_sum += value;
        m_count += 1;
    }
    /// `prior` counts as much as `weight` > 0 values.
    [[nodiscard]] double towards(double prior, double weight) const
    {
        return (m_sum + weight * prior) / (m_count + weight);
    }

private:
    double m_sum = 0;
    double m_count = 0;
};

/// Such a mean, and one for each hour of the day.
class HourlyMean
{
public:
    void add(std::size_t hour, double value)
    {
        m_all.add(value);
        m_hours.at(hour).add(value);
    }
    [[nodiscard]] double all(double prior) const { return m_all.towards(prior, 5); }
    [[nodiscard]] double at(std::size_t hour, double prior) const
    {
        return m_hours.at(hour).towards(all(prior), 10);
    }

private:
    RunningMean m_all;
    std::array<RunningMean, 24> m_hours;
};

/// A mean of the last few, each the third part of the new value.
inline void follow(double &mean, double value) { mean += 0.3 * (value - mean); }

/// log(1 + time in units), never of less than nothing.
inline double logTime(double ms, TimeMs unitMs)
{
    return std::log1p(std::max(0.0, ms) / static_cast<double>(unitMs));
}

} // namespace tiepdon
