// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formulas/counts.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>

namespace tiepdon {

double UncertainArrivals::chanceOf(std::int64_t count) const
{
    const auto n = static_cast<double>(count);
    if (count < 0)
        return 0;
    if (m_cv == 0)
        return std::exp(n * std::log(m_mean) - m_mean - std::lgamma(n + 1));
    const double shape = 1 / (m_cv * m_cv);
    return std::exp(std::lgamma(n + shape) - std::lgamma(shape) - std::lgamma(n + 1)
                    + shape * std::log(shape / (shape + m_mean)) + n * std::log(m_mean / (shape + m_mean)));
}

double UncertainArrivals::chanceOfMoreThan(std::int64_t count) const
{
    if (count < 0)
        return 1;
    const auto above = static_cast<double>(count + 1);
    if (m_cv == 0)
        return boost::math::gamma_p(above, m_mean);
    const double shape = 1 / (m_cv * m_cv);
    return boost::math::ibeta(above, shape, m_mean / (shape + m_mean));
}

std::int64_t UncertainArrivals::quantile(double p) const
{
    std::int64_t low = -1; // exceeded too often
    std::int64_t high = 1;
    while (chanceOfMoreThan(high) > 1 - p)
        high *= 2;
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (chanceOfMoreThan(middle) > 1 - p ? low : high) = middle;
    }
    return high;
}

DayLevel::DayLevel(double cv, double expected, double observed)
    : m_priorShape(1 / (cv * cv)), m_shape(m_priorShape + observed), m_rate(m_priorShape + expected)
{
}

double DayLevel::deviation() const { return std::sqrt(m_shape) / m_rate; }

double DayLevel::quantile(double p) const { return boost::math::gamma_p_inv(m_shape, p) / m_rate; }

std::vector<SurvivalStep> patienceCurve(std::vector<ObservedWait> waits)
{
    std::sort(waits.begin(), waits.end(),
              [](const ObservedWait &a, const ObservedWait &b) { return a.wait < b.wait; });
    std::vector<SurvivalStep> steps;
    double survival = 1;
    for (std::size_t i = 0; i < waits.size();) {
        SurvivalStep step{waits[i].wait, static_cast<std::int64_t>(waits.size() - i), 0, 1};
        for (; i < waits.size() && waits[i].wait == step.time; ++i)
            step.left += waits[i].isLeft ? 1 : 0;
        survival *= 1 - static_cast<double>(step.left) / static_cast<double>(step.atRisk);
        step.survival = survival;
        steps.push_back(step);
    }
    return steps;
}

double leavingRate(std::int64_t left, double totalWait)
{
    return totalWait > 0 ? static_cast<double>(left) / totalWait : 0;
}

ShareRange wilsonRange(std::int64_t hits, std::int64_t count)
{
    const double z = boost::math::quantile(boost::math::normal(), 0.975);
    const auto n = static_cast<double>(count);
    const double share = static_cast<double>(hits) / n;
    const double centre = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

std::int64_t keptNeeded(std::int64_t done, std::int64_t kept, std::int64_t remaining, double target)
{
    // 0.8 × 60 must not become 49 for a last bit
    const double wanted = std::ceil(target * static_cast<double>(done + remaining) - 1e-9);
    return std::max<std::int64_t>(0, static_cast<std::int64_t>(wanted) - kept);
}

double chanceOfTarget(std::int64_t done, std::int64_t kept, std::int64_t remaining, double chance, double target)
{
    const std::int64_t needed = keptNeeded(done, kept, remaining, target);
    if (needed == 0)
        return 1;
    if (needed > remaining)
        return 0;
    return boost::math::ibeta(static_cast<double>(needed), static_cast<double>(remaining - needed + 1), chance);
}

double jainIndex(const std::vector<double> &values)
{
    double sum = 0;
    double squares = 0;
    for (const double value : values) {
        sum += value;
        squares += value * value;
    }
    return squares > 0 ? sum * sum / (static_cast<double>(values.size()) * squares) : 1;
}

} // namespace tiepdon
