// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/askedwait.h"

#include <cstddef>
#include <string>
#include <vector>

namespace tiepdon {

/// How well one estimator did on the days it had not seen. Times in ms, shares from 0 to 1.
struct EstimatorScore {
    std::string name;
    std::size_t count = 0;
    double meanErrorMs = 0; ///< mean absolute error of the median
    double rootSquareErrorMs = 0;
    double biasMs = 0; ///< mean of said less actual
    double shareMuchTooShort = 0; ///< said over five minutes too little
    double pinballMs = 0; ///< mean over the 10th, 50th and 90th percentile
    double coverage = 0; ///< share within the range that should hold four in five
    double worstCoverage = 0; ///< in the worst third of people by the range's upper end
    double widthMs = 0;
};

/// What came of an evaluation of one population.
struct Evaluation {
    std::string who;
    std::size_t daysLearned = 0;
    std::size_t daysTested = 0;
    double meanWaitMs = 0;
    std::vector<EstimatorScore> scores; ///< of the rivals, in their order; then what was learned

    /// The rival with the least mean error.
    [[nodiscard]] const EstimatorScore &bestRival() const;
    [[nodiscard]] const EstimatorScore &learned() const { return scores.back(); }
};

/// Learns from the first `daysLearned` days and asks every estimator about everybody on the others, in order of
/// time, each with a conformal layer of its own that begins empty; a score enters when its person is called.
/// `unitMs` as for `Learner`. InvalidParams when the days are too few for either.
Result<Evaluation> evaluated(const AskedWaits &asked, std::size_t daysLearned, TimeMs unitMs);

} // namespace tiepdon
