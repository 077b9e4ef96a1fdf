// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/advicescoring.h"

#include "core/hub/advicebook.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace tiepdon {
namespace {

/// What had been forecast of the services concerned for the case that came true.
std::int64_t forecastPermille(const AdviceRecord &record)
{
    const std::vector<ServiceId> services = AdviceBook::concerned(record.effect);
    double kept = 0;
    double people = 0;
    for (const ServiceEffect &effect : record.effect.services) {
        if (std::find(services.begin(), services.end(), effect.before.service) == services.end())
            continue;
        const ServiceOutlook &outlook = record.fate == AdviceFate::Followed ? effect.after : effect.before;
        const auto n = static_cast<double>(std::max<std::int64_t>(1, outlook.people));
        kept += static_cast<double>(outlook.keptPermille) * n;
        people += n;
    }
    return people == 0 ? 1000 : std::llround(kept / people);
}

} // namespace

void AdviceScoring::add(AdviceRecord record)
{
    ++m_score.given;
    m_score.followed += record.fate == AdviceFate::Followed ? 1 : 0;
    m_score.declined += record.fate == AdviceFate::Declined ? 1 : 0;
    if (record.came && record.came->n > 0) {
        const bool isFollowed = record.fate == AdviceFate::Followed;
        AdviceTally &tally = isFollowed ? m_score.whenFollowed : m_score.whenNot;
        Sums &sums = isFollowed ? m_whenFollowed : m_whenNot;
        const std::int64_t foretold = forecastPermille(record);
        ++tally.advice;
        tally.disturbed += record.otherMoves > 0 ? 1 : 0;
        tally.people += record.came->n;
        sums.forecast += foretold * record.came->n;
        sums.came += record.came->keptPermille * record.came->n;
        sums.off += std::abs(foretold - record.came->keptPermille);
    }
    if (m_score.latest.size() < kLatestMax)
        m_score.latest.push_back(std::move(record));
}

AdviceScore AdviceScoring::score(TimeMs fromMs, TimeMs toMs) const
{
    AdviceScore score = m_score;
    score.fromMs = fromMs;
    score.toMs = toMs;
    const auto means = [](AdviceTally &tally, const Sums &sums) {
        if (tally.advice == 0)
            return;
        tally.forecastPermille = (sums.forecast + tally.people / 2) / tally.people;
        tally.camePermille = (sums.came + tally.people / 2) / tally.people;
        tally.offPermille = (sums.off + tally.advice / 2) / tally.advice;
    };
    means(score.whenFollowed, m_whenFollowed);
    means(score.whenNot, m_whenNot);
    return score;
}

} // namespace tiepdon
