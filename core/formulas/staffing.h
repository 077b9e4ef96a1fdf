// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

// How many counters a load needs, and how a load follows arrivals that change over the day.

namespace tiepdon {

/// The fewest counters with which a share of at least `target` (0 to 1, exclusive) waits no longer than `promise`,
/// by Erlang C; nothing past `countersMax`. Rates > 0 per unit of the promise.
[[nodiscard]] std::optional<std::int64_t> countersForPromise(double arrivalRate, double serviceRate, double promise,
                                                             double target, std::int64_t countersMax = 10'000);

/// The fewest with which at most `delayed` (0 to 1, exclusive) have to wait at all, by Erlang C.
[[nodiscard]] std::int64_t countersForDelay(double offeredLoad, double delayed);

/// Many counters, load = counters − beta × sqrt(counters): the chance to wait tends to this (Halfin and Whitt,
/// 1981). `beta` > 0.
[[nodiscard]] double halfinWhittDelay(double beta);

/// The same with patience, `ratio` = leaving rate ÷ service rate > 0, any `beta` (Garnett, Mandelbaum and Reiman,
/// 2002).
[[nodiscard]] double garnettDelay(double beta, double ratio);

/// The beta at which a share of `delayed` (0 to 1, exclusive) has to wait, by Halfin and Whitt.
[[nodiscard]] double squareRootBeta(double delayed);

/// Square-root staffing: the least whole number not below load + beta × sqrt(load).
[[nodiscard]] std::int64_t squareRootCounters(double offeredLoad, double delayed);

/// Load of a slot in which people come at a constant rate, were there counters for all.
struct SlotLoad {
    double atStart = 0;
    double atEnd = 0;
    double mean = 0;
};

/// Modified offered load (Jennings, Mandelbaum, Massey and Whitt, 1996): slots of length `slot` > 0 with these
/// arrival rates, exponential services of mean `meanService` > 0, nobody there before the first.
[[nodiscard]] std::vector<SlotLoad> slotLoads(const std::vector<double> &arrivalRates, double meanService,
                                              double slot);

/// The load at `time` of arrivals meanRate + amplitude × sin(2π time / period) that have gone on for long (Eick,
/// Massey and Whitt, 1993), with exponential services, and with services that all take the same time.
[[nodiscard]] double sinusoidalLoad(double meanRate, double amplitude, double period, double meanService,
                                    double time);
[[nodiscard]] double sinusoidalLoadConstant(double meanRate, double amplitude, double period, double meanService,
                                            double time);

} // namespace tiepdon
