// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/playedday.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tiepdon {

/// How well promises were kept on a number of days. Shares are in [0, 1], times in ms. A promise is kept to who was
/// called within it and was still there.
struct DispatchMetrics {
    std::int64_t people = 0;
    /// What broken promises cost, in ordinary promises a person: Σ weight · [waited > promise] · (1 + ¼ (waited /
    /// promise − 1)), somebody who was gone at least 1, over Σ weight.
    double loss = 0;
    double lossDeviation = 0; ///< standard error of `loss`, from how days differ; 0 for a single day
    double kept = 0; ///< share of people
    double keptWeighted = 0; ///< share of weight
    std::vector<double> keptBySegment; ///< 0 where nobody came
    std::vector<double> keptByService; ///< 0 where nobody came
    double worstKept = 0; ///< of the services somebody came for
    std::vector<double> lossByService; ///< as `loss`, over the weight of each service
    double worstLoss = 0; ///< the largest of them
    double meanWaitMs = 0;
    double p95WaitMs = 0;
    double longestWaitMs = 0;
    double noShowShare = 0;
    double squaredShare = 0; ///< mean of weight · (waited / promise)²
    std::int64_t overtakenMost = 0; ///< how often one person was overtaken
    double overtakenMean = 0;
    std::int64_t overtakenBeyond
        = 0; ///< people overtaken more often than the rule allows; 0 where it allows anything
    double occupancy = 0; ///< share of the counters' time with somebody called or served
};

/// One day, as it was drawn and played.
struct WholeDay {
    const DrawnDay &drawn;
    const PlayedDay &played;
};

/// The metrics over all people of `days`; the wait of who came too early for a booking counts from the booking.
DispatchMetrics metricsOf(const Scenario &scenario, const CallingRule &rule, std::span<const WholeDay> days);

} // namespace tiepdon
