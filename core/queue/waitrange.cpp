// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/waitrange.h"

#include <boost/math/special_functions/beta.hpp>

#include <algorithm>
#include <cmath>

namespace tiepdon {
namespace {

/// The p-quantile of the beta prime distribution of (k, n).
double betaPrimeQuantile(double k, double n, double p)
{
    double rest = 0; // 1 - x, without the loss of subtracting
    const double x = boost::math::ibeta_inv(k, n, p, &rest);
    return x / rest;
}

} // namespace

std::optional<WaitRange> expectedWait(std::int64_t ahead, const std::optional<CallPace> &pace, TimeMs nowMs)
{
    if (!pace || pace->calls < kCallsForARange || ahead < 0)
        return std::nullopt;
    const TimeMs sinceHead = pace->headSinceMs ? std::max<TimeMs>(0, nowMs - *pace->headSinceMs) : 0;
    const auto over = static_cast<double>(std::max<TimeMs>(0, pace->busyMs) + sinceHead);
    const auto k = static_cast<double>(ahead + 1);
    const auto n = static_cast<double>(pace->calls);
    const double highMs = over * betaPrimeQuantile(k, n, 0.9);
    if (!(highMs <= static_cast<double>(kUsefulWaitMaxMs)))
        return std::nullopt;
    return WaitRange{std::llround(over * betaPrimeQuantile(k, n, 0.1)), std::llround(highMs)};
}

} // namespace tiepdon
