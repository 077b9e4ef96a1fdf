// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formulas/priority.h"

#include "core/formulas/erlang.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tiepdon {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

/// Waits from what is left of the services in progress and each class's share of the capacity, first class first.
std::vector<double> inOrder(double residual, const std::vector<double> &shares)
{
    std::vector<double> waits;
    double before = 0;
    for (const double share : shares) {
        const double with = before + share;
        waits.push_back(with < 1 ? residual / ((1 - before) * (1 - with)) : kInfinite);
        before = with;
    }
    return waits;
}

} // namespace

std::vector<double> priorityWaits(const std::vector<double> &arrivalRates, double serviceRate,
                                  std::int64_t counters)
{
    const double capacity = static_cast<double>(counters) * serviceRate;
    const double arrivals = std::accumulate(arrivalRates.begin(), arrivalRates.end(), 0.0);
    std::vector<double> shares;
    for (const double rate : arrivalRates)
        shares.push_back(rate / capacity);
    return inOrder(erlangC(arrivals / serviceRate, counters) / capacity, shares);
}

std::vector<double> priorityWaits(const std::vector<double> &arrivalRates, const std::vector<double> &meanServices,
                                  const std::vector<double> &secondMoments)
{
    std::vector<double> shares;
    double residual = 0;
    for (std::size_t i = 0; i < arrivalRates.size(); ++i) {
        shares.push_back(arrivalRates[i] * meanServices[i]);
        residual += arrivalRates[i] * secondMoments[i] / 2;
    }
    return inOrder(residual, shares);
}

std::vector<double> accumulatingWaits(const std::vector<double> &arrivalRates, const std::vector<double> &slopes,
                                      double serviceRate, std::int64_t counters)
{
    const double capacity = static_cast<double>(counters) * serviceRate;
    const double arrivals = std::accumulate(arrivalRates.begin(), arrivalRates.end(), 0.0);
    const double inOrderWait = ErlangWait(arrivals, serviceRate, counters).mean();
    std::vector<double> waits(arrivalRates.size(), kInfinite);
    if (!std::isfinite(inOrderWait))
        return waits;
    std::vector<std::size_t> order(arrivalRates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&slopes](std::size_t a, std::size_t b) { return slopes[a] < slopes[b]; });
    // from the slowest claim upward each wait needs only those found before it
    for (const std::size_t p : order) {
        double wait = inOrderWait;
        double share = 1;
        for (std::size_t i = 0; i < arrivalRates.size(); ++i) {
            if (slopes[i] < slopes[p])
                wait -= arrivalRates[i] / capacity * waits[i] * (1 - slopes[i] / slopes[p]);
            else if (slopes[i] > slopes[p])
                share -= arrivalRates[i] / capacity * (1 - slopes[p] / slopes[i]);
        }
        waits[p] = wait / share;
    }
    return waits;
}

double generalizedCMuIndex(double wait, double promise, double weight, double meanService, double power)
{
    return weight * power * std::pow(wait / promise, power - 1) / promise / meanService;
}

} // namespace tiepdon
