// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/score.h"

#include "core/formulas/scores.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tiepdon {
namespace {

constexpr TimeMs kBadlyUnderMs = 5 * kMinuteMs;
/// Fewer than ten in each third say nothing.
constexpr std::size_t kTercilesFrom = 30;

bool isInside(const QuoteOutcome &outcome)
{
    return outcome.lowMs <= outcome.actualMs && outcome.actualMs <= outcome.highMs;
}

std::int64_t permille(std::size_t part, std::size_t whole)
{
    return static_cast<std::int64_t>((1000 * part + whole / 2) / whole);
}

double pinball(const QuoteOutcome &outcome)
{
    const auto actual = static_cast<double>(outcome.actualMs);
    return (pinballLoss(actual, static_cast<double>(outcome.lowMs), 0.1)
            + pinballLoss(actual, static_cast<double>(outcome.medianMs), 0.5)
            + pinballLoss(actual, static_cast<double>(outcome.highMs), 0.9))
        / 3;
}

} // namespace

Score scoreOf(std::span<const QuoteOutcome> outcomes)
{
    Score score;
    if (outcomes.empty())
        return score;
    TimeMs errors = 0;
    TimeMs bias = 0;
    std::size_t under = 0;
    double loss = 0;
    std::vector<std::pair<TimeMs, bool>> insides;
    insides.reserve(outcomes.size());
    for (const QuoteOutcome &outcome : outcomes) {
        const TimeMs error = outcome.medianMs - outcome.actualMs;
        errors += std::abs(error);
        bias += error;
        under += error < -kBadlyUnderMs ? 1 : 0;
        loss += pinball(outcome);
        insides.emplace_back(outcome.highMs, isInside(outcome));
    }
    const std::size_t n = outcomes.size();
    score.n = static_cast<std::int64_t>(n);
    score.meanErrorMs = errors / score.n;
    score.biasMs = bias / score.n;
    score.underPermille = permille(under, n);
    score.pinballMs = static_cast<TimeMs>(std::llround(loss / static_cast<double>(n)));

    const auto inside = [&](std::size_t from, std::size_t to) {
        return permille(static_cast<std::size_t>(std::count_if(insides.begin() + static_cast<std::ptrdiff_t>(from),
                                                               insides.begin() + static_cast<std::ptrdiff_t>(to),
                                                               [](const auto &one) { return one.second; })),
                        to - from);
    };
    score.insidePermille = inside(0, n);
    if (n >= kTercilesFrom) {
        std::stable_sort(insides.begin(), insides.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        score.worstInsidePermille = std::min({inside(0, n / 3), inside(n / 3, 2 * n / 3), inside(2 * n / 3, n)});
    }
    return score;
}

} // namespace tiepdon
