// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/advicemessage.h"

#include <cstddef>
#include <cstdint>

namespace tiepdon {

/// Reckons how good advice was from its records, given one after the other; what it holds does not grow with them.
class AdviceScoring
{
public:
    /// Records that the score shows whole.
    static constexpr std::size_t kLatestMax = 20;

    /// The newest first.
    void add(AdviceRecord record);
    [[nodiscard]] AdviceScore score(TimeMs fromMs, TimeMs toMs) const;
    [[nodiscard]] std::int64_t given() const { return m_score.given; }

private:
    /// Sums behind a tally: permille of people, and distances.
    struct Sums {
        std::int64_t forecast = 0;
        std::int64_t came = 0;
        std::int64_t off = 0;
    };

    AdviceScore m_score;
    Sums m_whenFollowed;
    Sums m_whenNot;
};

} // namespace tiepdon
