// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formulas/watch.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tiepdon {
namespace {

/// Solves `a` x = `b` (a square by rows) with partial pivots; x is left in `b`.
void solve(std::vector<double> &a, std::vector<double> &b)
{
    const std::size_t n = b.size();
    for (std::size_t j = 0; j < n; ++j) {
        std::size_t pivot = j;
        for (std::size_t i = j + 1; i < n; ++i)
            if (std::abs(a[i * n + j]) > std::abs(a[pivot * n + j]))
                pivot = i;
        for (std::size_t k = 0; k < n; ++k)
            std::swap(a[j * n + k], a[pivot * n + k]);
        std::swap(b[j], b[pivot]);
        for (std::size_t i = j + 1; i < n; ++i) {
            const double factor = a[i * n + j] / a[j * n + j];
            for (std::size_t k = j; k < n; ++k)
                a[i * n + k] -= factor * a[j * n + k];
            b[i] -= factor * b[j];
        }
    }
    for (std::size_t j = n; j-- > 0;) {
        for (std::size_t k = j + 1; k < n; ++k)
            b[j] -= a[j * n + k] * b[k];
        b[j] /= a[j * n + j];
    }
}

} // namespace

SprtBounds sprtBounds(double alpha, double beta)
{
    return {std::log((1 - beta) / alpha), std::log(beta / (1 - alpha))};
}

double Cusum::add(double count)
{
    m_sum = std::max(0.0, m_sum + count - m_reference);
    return m_sum;
}

double Cusum::referenceFor(double usual, double changed) { return (changed - usual) / std::log(changed / usual); }

double cusumRunLength(double mean, double reference, double alarmAt, double step)
{
    // states are the multiples of `step` from 0 to below the alarm; what is at the alarm or above has ended
    const auto states = static_cast<std::size_t>(std::llround(alarmAt / step));
    const auto drop = std::llround(reference / step);
    const auto perCount = std::llround(1 / step);
    std::vector<double> a(states * states, 0.0);
    std::vector<double> lengths(states, 1.0);
    for (std::size_t i = 0; i < states; ++i) {
        a[i * states + i] += 1;
        double chance = std::exp(-mean);
        for (std::int64_t count = 0;; ++count) {
            const std::int64_t to
                = std::max<std::int64_t>(0, static_cast<std::int64_t>(i) + count * perCount - drop);
            if (to >= static_cast<std::int64_t>(states))
                break;
            a[i * states + static_cast<std::size_t>(to)] -= chance;
            chance *= mean / static_cast<double>(count + 1);
        }
    }
    solve(a, lengths);
    return lengths.front();
}

} // namespace tiepdon
