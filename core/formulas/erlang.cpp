// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formulas/erlang.h"

#include <boost/math/special_functions/beta.hpp>

#include <cmath>
#include <limits>

namespace tiepdon {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
/// Series of chances end where a term is this small beside their sum.
constexpr double kNegligible = 1e-18;

} // namespace

double erlangB(double offeredLoad, std::int64_t counters)
{
    double blocked = 1;
    for (std::int64_t k = 1; k <= counters; ++k)
        blocked = offeredLoad * blocked / (static_cast<double>(k) + offeredLoad * blocked);
    return blocked;
}

double erlangC(double offeredLoad, std::int64_t counters)
{
    const auto c = static_cast<double>(counters);
    if (offeredLoad >= c)
        return 1;
    const double blocked = erlangB(offeredLoad, counters);
    return blocked / (1 - offeredLoad / c * (1 - blocked));
}

ErlangWait::ErlangWait(double arrivalRate, double serviceRate, std::int64_t counters)
    : m_arrivalRate(arrivalRate), m_drainRate(static_cast<double>(counters) * serviceRate - arrivalRate),
      m_delayed(erlangC(arrivalRate / serviceRate, counters))
{
}

double ErlangWait::mean() const { return m_drainRate > 0 ? m_delayed / m_drainRate : kInfinite; }

double ErlangWait::meanWaiting() const { return m_arrivalRate * mean(); }

double ErlangWait::longerThan(double wait) const
{
    return m_drainRate > 0 ? m_delayed * std::exp(-m_drainRate * wait) : 1;
}

double ErlangWait::quantile(double p) const
{
    if (m_delayed <= 1 - p)
        return 0;
    return m_drainRate > 0 ? std::log(m_delayed / (1 - p)) / m_drainRate : kInfinite;
}

ErlangPatience::ErlangPatience(double arrivalRate, double serviceRate, double leavingRate, std::int64_t counters)
    : m_arrivalRate(arrivalRate), m_serviceRate(serviceRate), m_leavingRate(leavingRate), m_counters(counters)
{
    // chances of n people there, as shares of the chance of nobody waiting and all busy: nothing overflows so
    const double load = arrivalRate / serviceRate;
    double below = 0;
    double term = 1;
    for (std::int64_t n = counters; n > 0; --n) {
        term *= static_cast<double>(n) / load;
        below += term;
    }
    double from = 0;
    double waiting = 0;
    term = 1;
    for (std::int64_t n = 0;; ++n) {
        from += term;
        waiting += static_cast<double>(n) * term;
        term *= arrivalRate
            / (static_cast<double>(counters) * serviceRate + static_cast<double>(n + 1) * leavingRate);
        if (term < kNegligible * from && term * static_cast<double>(n + 1) <= kNegligible * waiting)
            break;
    }
    m_allBusy = 1 / (below + from);
    m_delayed = from * m_allBusy;
    m_meanWaiting = waiting * m_allBusy;
}

double ErlangPatience::abandoned() const { return m_leavingRate * m_meanWaiting / m_arrivalRate; }

double ErlangPatience::offeredLongerThan(double wait) const
{
    // with n waiting, the time until all of them and one more have been called or left
    const double busyRate = static_cast<double>(m_counters) * m_serviceRate;
    const double x = std::exp(-m_leavingRate * wait);
    double chance = m_allBusy;
    double sum = 0;
    for (std::int64_t n = 0; chance > kNegligible; ++n) {
        sum += chance * boost::math::ibeta(busyRate / m_leavingRate, static_cast<double>(n + 1), x);
        chance *= m_arrivalRate / (busyRate + static_cast<double>(n + 1) * m_leavingRate);
    }
    return sum;
}

double allenCunneenWait(double arrivalRate, double meanService, double cv, std::int64_t counters)
{
    return ErlangWait(arrivalRate, 1 / meanService, counters).mean() * (1 + cv * cv) / 2;
}

} // namespace tiepdon
