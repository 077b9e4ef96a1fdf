// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formulas/delay.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <cmath>

namespace tiepdon {
namespace {

/// The chance that a standard normal variable is above z.
double normalAbove(double z) { return boost::math::cdf(boost::math::complement(boost::math::normal(), z)); }

} // namespace

QueueLengthDelay::QueueLengthDelay(std::int64_t ahead, std::int64_t counters, double serviceRate)
    : m_stages(static_cast<double>(ahead + 1)), m_rate(static_cast<double>(counters) * serviceRate)
{
}

double QueueLengthDelay::mean() const { return m_stages / m_rate; }

double QueueLengthDelay::deviation() const { return std::sqrt(m_stages) / m_rate; }

double QueueLengthDelay::quantile(double p) const { return boost::math::gamma_p_inv(m_stages, p) / m_rate; }

LeavingDelay::LeavingDelay(std::int64_t ahead, std::int64_t counters, double serviceRate, double leavingRate)
    : m_ahead(ahead), m_rate(static_cast<double>(counters) * serviceRate), m_leavingRate(leavingRate)
{
}

double LeavingDelay::mean() const
{
    double sum = 0;
    for (std::int64_t i = 0; i <= m_ahead; ++i)
        sum += 1 / (m_rate + static_cast<double>(i) * m_leavingRate);
    return sum;
}

double LeavingDelay::deviation() const
{
    double sum = 0;
    for (std::int64_t i = 0; i <= m_ahead; ++i)
        sum += std::pow(m_rate + static_cast<double>(i) * m_leavingRate, -2);
    return std::sqrt(sum);
}

double LeavingDelay::longerThan(double wait) const
{
    return boost::math::ibeta(m_rate / m_leavingRate, static_cast<double>(m_ahead + 1),
                              std::exp(-m_leavingRate * wait));
}

double LeavingDelay::quantile(double p) const
{
    return -std::log(boost::math::ibeta_inv(m_rate / m_leavingRate, static_cast<double>(m_ahead + 1), 1 - p))
        / m_leavingRate;
}

LognormalResidual::LognormalResidual(double mean, double cv, double elapsed)
    : m_sigma(std::sqrt(std::log1p(cv * cv))), m_mu(std::log(mean) - m_sigma * m_sigma / 2), m_elapsed(elapsed),
      m_survival(elapsed > 0 ? normalAbove((std::log(elapsed) - m_mu) / m_sigma) : 1)
{
}

double LognormalResidual::mean() const
{
    const double all = std::exp(m_mu + m_sigma * m_sigma / 2);
    if (m_elapsed <= 0)
        return all;
    const double z = (std::log(m_elapsed) - m_mu) / m_sigma;
    return all * normalAbove(z - m_sigma) / m_survival - m_elapsed;
}

double LognormalResidual::quantile(double p) const
{
    const double above = m_survival * (1 - p);
    return std::exp(m_mu + m_sigma * boost::math::quantile(boost::math::complement(boost::math::normal(), above)))
        - m_elapsed;
}

} // namespace tiepdon
