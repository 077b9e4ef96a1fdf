// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/estimate/conformal.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace tiepdon {

/// What was known of one person's wait when they came, and how long it then was.
struct WaitExample {
    std::vector<double> features; ///< finite; as many in every example of a branch, in the same order
    double actualMs = 0; ///< >= 0
};

/// How long people wait, learned from how long others did: the 10th, 50th and 90th percentile, each a weighted sum
/// of the features, fitted by quantile regression (Koenker and Bassett, 1978) of log(1 + wait). Immutable once
/// made, cheap to copy, the same for the same examples in the same order.
/// What the features are is the caller's choice: this class only scales them. Good ones grow with the logarithm of
/// the wait, such as log(1 + minutes) of another estimator.
class Learner
{
public:
    /// Learns from examples, oldest first; nothing while there are fewer than `examplesMin` of them. `unitMs` is
    /// what the logarithm counts in: about the shortest wait that matters. Absurd waits move
    /// little, as the loss grows with the distance alone; examples with absurd features are left out. Takes about
    /// 100 × examples × features² operations.
    [[nodiscard]] static std::optional<Learner> learned(std::span<const WaitExample> examples, double unitMs);

    /// The wait of somebody with these features (as many as in the examples); never negative, never crossing.
    [[nodiscard]] WaitQuantiles expected(std::span<const double> features) const;

    /// Ten for each weight to be found, and 200 at least.
    [[nodiscard]] static std::size_t examplesMin(std::size_t features);

private:
    struct Scaling {
        double centre = 0;
        double spread = 1;
        bool isSparse = false; ///< nearly always the same
    };

    [[nodiscard]] static Scaling scalingOf(std::vector<double> &values);
    [[nodiscard]] bool isAbsurd(std::span<const double> features) const;
    [[nodiscard]] double scaled(std::size_t feature, double value) const;

    double m_unitMs = 1;
    double m_longestMs = 0; ///< no forecast is longer
    std::vector<Scaling> m_scaling;
    std::array<std::vector<double>, 3> m_weights; ///< of 10, 50, 90 %; the last is the constant
};

} // namespace tiepdon
