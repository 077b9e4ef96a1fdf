// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/conformal.h"

#include "core/base/clock.h"
#include "core/formulas/scores.h"

#include <algorithm>

namespace tiepdon {
namespace {

constexpr double kMissedOneSide = 0.1;
constexpr double kShortMs = 2.0 * kMinuteMs;
constexpr double kLongMs = 8.0 * kMinuteMs;

std::size_t bucketOf(const WaitQuantiles &raw)
{
    return raw.medianMs < kShortMs ? 0 : raw.medianMs <= kLongMs ? 1 : 2;
}

/// What a score is measured in: the range's own width, and a minute so that points have one too.
double scaleMs(const WaitQuantiles &raw) { return raw.highMs - raw.lowMs + 1.0 * kMinuteMs; }

} // namespace

void Conformal::Window::add(double score)
{
    if (m_byTime.size() == kWindow) {
        m_bySize.erase(std::lower_bound(m_bySize.begin(), m_bySize.end(), m_byTime.front()));
        m_byTime.pop_front();
    }
    m_byTime.push_back(score);
    m_bySize.insert(std::upper_bound(m_bySize.begin(), m_bySize.end(), score), score);
}

double Conformal::Window::bound() const
{
    const auto index = conformalIndex(m_bySize.size(), kMissedOneSide);
    return index ? m_bySize[*index - 1] : 0;
}

const Conformal::Scores &Conformal::scoresFor(std::int64_t group, std::size_t bucket) const
{
    const auto it = m_groups.find(group);
    if (it != m_groups.end() && it->second[bucket].low.size() >= kOwnScoresMin)
        return it->second[bucket];
    return m_all[bucket];
}

WaitQuantiles Conformal::calibrated(std::int64_t group, const WaitQuantiles &raw) const
{
    const Scores &scores = scoresFor(group, bucketOf(raw));
    const double scale = scaleMs(raw);
    const double low = raw.lowMs - scores.low.bound() * scale;
    const double high = raw.highMs + scores.high.bound() * scale;
    return {std::clamp(low, 0.0, std::max(0.0, raw.medianMs)), raw.medianMs, std::max(high, raw.medianMs)};
}

void Conformal::called(std::int64_t group, const WaitQuantiles &raw, double actualMs)
{
    const double scale = scaleMs(raw);
    const std::size_t bucket = bucketOf(raw);
    for (Scores *scores : {&m_groups[group][bucket], &m_all[bucket]}) {
        scores->low.add((raw.lowMs - actualMs) / scale);
        scores->high.add((actualMs - raw.highMs) / scale);
    }
}

} // namespace tiepdon
