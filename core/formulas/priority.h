// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

// Mean waits of several classes of customers in one queue, in steady state; a service once begun is ended. Lists
// hold one value per class and are equally long. Where the load of a class and those before it is not below the
// counters, its wait is infinite.

namespace tiepdon {

/// Classes in order, the first always first; all served at `serviceRate` > 0 by `counters` >= 1. Cobham (1954).
[[nodiscard]] std::vector<double> priorityWaits(const std::vector<double> &arrivalRates, double serviceRate,
                                                std::int64_t counters);

/// One counter and services of any shape, by mean and second moment of each class; the first class first.
/// Cobham (1954).
[[nodiscard]] std::vector<double> priorityWaits(const std::vector<double> &arrivalRates,
                                                const std::vector<double> &meanServices,
                                                const std::vector<double> &secondMoments);

/// Everybody's claim grows with the time they have waited, at the `slopes` > 0 of their class; the largest goes
/// first. Kleinrock (1964). Infinite for all where the counters do not keep up.
[[nodiscard]] std::vector<double> accumulatingWaits(const std::vector<double> &arrivalRates,
                                                    const std::vector<double> &slopes, double serviceRate,
                                                    std::int64_t counters);

/// The generalised c-mu index (van Mieghem, 1995) of who has waited `wait` where waiting costs
/// weight × (wait / promise)^power: what the next moment costs, per time of service. All > 0.
[[nodiscard]] double generalizedCMuIndex(double wait, double promise, double weight, double meanService,
                                         double power);

} // namespace tiepdon
