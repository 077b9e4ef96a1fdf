// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

// One queue before several equal counters, in steady state. Rates are per any unit of time, and times come back in
// it. Offered load = arrivals × mean service; a counter does `serviceRate` services per unit while it works.

namespace tiepdon {

/// Erlang B: the chance that somebody finds all counters busy where nobody waits. `offeredLoad` >= 0,
/// `counters` >= 0. Erlang (1917).
[[nodiscard]] double erlangB(double offeredLoad, std::int64_t counters);

/// Erlang C: the chance that somebody has to wait. 1 where the load is not less than the counters.
[[nodiscard]] double erlangC(double offeredLoad, std::int64_t counters);

/// The waiting time of Poisson arrivals and exponential services before `counters` counters, nobody leaving.
/// Where there is more work than the counters do, waits are infinite. Rates > 0, `counters` >= 1.
class ErlangWait
{
public:
    ErlangWait(double arrivalRate, double serviceRate, std::int64_t counters);

    [[nodiscard]] double delayed() const { return m_delayed; } ///< chance to wait at all
    [[nodiscard]] double mean() const;
    [[nodiscard]] double meanWaiting() const; ///< how many wait
    [[nodiscard]] double longerThan(double wait) const; ///< chance; `wait` >= 0
    [[nodiscard]] double quantile(double p) const; ///< p in [0, 1); 0 where fewer have to wait

private:
    double m_arrivalRate;
    double m_drainRate; ///< > 0 where the counters keep up
    double m_delayed;
};

/// The same where everybody who waits loses patience after an exponential time: Erlang A (Palm, 1957; Garnett,
/// Mandelbaum and Reiman, 2002). Always stable. Rates > 0, `counters` >= 1.
class ErlangPatience
{
public:
    ErlangPatience(double arrivalRate, double serviceRate, double leavingRate, std::int64_t counters);

    [[nodiscard]] double delayed() const { return m_delayed; } ///< finds all counters busy
    [[nodiscard]] double abandoned() const; ///< chance to leave
    [[nodiscard]] double meanWaiting() const { return m_meanWaiting; }
    [[nodiscard]] double meanWait() const { return m_meanWaiting / m_arrivalRate; } ///< of all, served or not
    /// Chance that somebody of endless patience would wait longer, `wait` >= 0.
    [[nodiscard]] double offeredLongerThan(double wait) const;

private:
    double m_arrivalRate;
    double m_serviceRate;
    double m_leavingRate;
    std::int64_t m_counters;
    double m_allBusy = 0; ///< chance of exactly all counters busy and nobody waiting
    double m_delayed = 0;
    double m_meanWaiting = 0;
};

/// Mean wait before `counters` counters where services are of any shape, by how their standard deviation compares
/// with their mean (`cv`): Erlang C's × (1 + cv²)/2 (Allen, 1990). An approximation; exact for one counter.
[[nodiscard]] double allenCunneenWait(double arrivalRate, double meanService, double cv, std::int64_t counters);

} // namespace tiepdon
