// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formulas/scores.h"

#include <algorithm>
#include <cmath>

namespace tiepdon {

double pinballLoss(double actual, double quantile, double tau)
{
    return std::max(tau * (actual - quantile), (tau - 1) * (actual - quantile));
}

double intervalScore(double actual, double low, double high, double alpha)
{
    return high - low + 2 / alpha * (std::max(0.0, low - actual) + std::max(0.0, actual - high));
}

std::optional<std::size_t> conformalIndex(std::size_t count, double alpha)
{
    // a rounding upward of 18.000000000000004 would take one score too many
    constexpr double kSlack = 1e-9;
    const double index = std::ceil((static_cast<double>(count) + 1) * (1 - alpha) - kSlack);
    if (!(index >= 1) || index > static_cast<double>(count))
        return std::nullopt;
    return static_cast<std::size_t>(index);
}

double adaptedAlpha(double alpha, double alphaTarget, double gamma, bool missed)
{
    return alpha + gamma * (alphaTarget - (missed ? 1.0 : 0.0));
}

} // namespace tiepdon
