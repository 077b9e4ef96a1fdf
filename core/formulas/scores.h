// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

// How good a forecast was, and how wide a range must be to keep its word.

namespace tiepdon {

/// Loss of the forecast `quantile` of probability `tau` (0 to 1) when `actual` came, in the unit of both; the
/// expected loss is least for the true quantile (Koenker and Bassett, 1978).
[[nodiscard]] double pinballLoss(double actual, double quantile, double tau);

/// Score of a range that should hold with probability 1 - `alpha`: its width and 2/alpha times what `actual` lies
/// outside (Winkler, 1972). `low` <= `high`, 0 < `alpha` < 1.
[[nodiscard]] double intervalScore(double actual, double low, double high, double alpha);

/// Which of `count` calibration scores, counted from 1 in rising order, covers a new one with probability
/// 1 - `alpha` at least: the ceil((count + 1)(1 - alpha))-th (Vovk, Gammerman and Shafer, 2005). Nothing when
/// there are too few for any finite bound.
[[nodiscard]] std::optional<std::size_t> conformalIndex(std::size_t count, double alpha);

/// Adaptive conformal inference (Gibbs and Candès, 2021): the level to use next, from the present one, the one
/// aimed at, and whether the last range missed. Can leave 0 to 1; the caller cuts.
[[nodiscard]] double adaptedAlpha(double alpha, double alphaTarget, double gamma, bool missed);

} // namespace tiepdon
