// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formulas/staffing.h"

#include "core/formulas/erlang.h"

#include <boost/math/constants/constants.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/tools/toms748_solve.hpp>

#include <cmath>

namespace tiepdon {
namespace {

double density(double x) { return boost::math::pdf(boost::math::normal(), x); }
double below(double x) { return boost::math::cdf(boost::math::normal(), x); }
double above(double x) { return boost::math::cdf(boost::math::complement(boost::math::normal(), x)); }
double hazard(double x) { return density(x) / above(x); }

} // namespace

std::optional<std::int64_t> countersForPromise(double arrivalRate, double serviceRate, double promise,
                                               double target, std::int64_t countersMax)
{
    for (auto counters = static_cast<std::int64_t>(arrivalRate / serviceRate); counters <= countersMax; ++counters)
        if (counters > 0 && 1 - ErlangWait(arrivalRate, serviceRate, counters).longerThan(promise) >= target)
            return counters;
    return std::nullopt;
}

std::int64_t countersForDelay(double offeredLoad, double delayed)
{
    auto counters = static_cast<std::int64_t>(offeredLoad) + 1;
    while (erlangC(offeredLoad, counters) > delayed)
        ++counters;
    return counters;
}

double halfinWhittDelay(double beta) { return 1 / (1 + beta * below(beta) / density(beta)); }

double garnettDelay(double beta, double ratio)
{
    const double root = std::sqrt(ratio);
    return 1 / (1 + root * hazard(beta / root) / hazard(-beta));
}

double squareRootBeta(double delayed)
{
    std::uintmax_t rounds = 200;
    const auto [low, high]
        = boost::math::tools::toms748_solve([delayed](double beta) { return halfinWhittDelay(beta) - delayed; },
                                            1e-12, 30.0, boost::math::tools::eps_tolerance<double>(), rounds);
    return (low + high) / 2;
}

std::int64_t squareRootCounters(double offeredLoad, double delayed)
{
    return static_cast<std::int64_t>(std::ceil(offeredLoad + squareRootBeta(delayed) * std::sqrt(offeredLoad)));
}

std::vector<SlotLoad> slotLoads(const std::vector<double> &arrivalRates, double meanService, double slot)
{
    std::vector<SlotLoad> loads;
    double load = 0;
    const double slots = slot / meanService;
    for (const double rate : arrivalRates) {
        const double settled = rate * meanService;
        const double atEnd = settled + (load - settled) * std::exp(-slots);
        loads.push_back({load, atEnd, settled - (load - settled) * std::expm1(-slots) / slots});
        load = atEnd;
    }
    return loads;
}

double sinusoidalLoad(double meanRate, double amplitude, double period, double meanService, double time)
{
    const double turn = 2 * boost::math::constants::pi<double>() / period;
    const double lag = turn * meanService;
    return meanService
        * (meanRate + amplitude / (1 + lag * lag) * (std::sin(turn * time) - lag * std::cos(turn * time)));
}

double sinusoidalLoadConstant(double meanRate, double amplitude, double period, double meanService, double time)
{
    // everybody who came during the last service time is there
    const double turn = 2 * boost::math::constants::pi<double>() / period;
    return meanRate * meanService
        + amplitude / turn * (std::cos(turn * (time - meanService)) - std::cos(turn * time));
}

} // namespace tiepdon
