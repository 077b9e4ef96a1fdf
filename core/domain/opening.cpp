// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/opening.h"

#include <algorithm>

namespace tiepdon {

Opening openingAt(const std::vector<OpeningWindow> &hours, std::int64_t utcOffsetMin, TimeMs nowMs)
{
    if (hours.empty())
        return {};
    constexpr std::int64_t kWeek = 7;
    const TimeMs localMs = nowMs + utcOffsetMin * kMinuteMs;
    const std::int64_t day = localMs >= 0 ? localMs / kDayMs : (localMs - kDayMs + 1) / kDayMs;
    Opening opening{false, {}};
    for (std::int64_t ahead = 0; ahead <= kWeek; ++ahead) {
        // 1970-01-01 was a Thursday, three days after a Monday
        const std::int64_t weekday = (((day + ahead + 3) % kWeek) + kWeek) % kWeek;
        const TimeMs midnightMs = (day + ahead) * kDayMs;
        for (const OpeningWindow &window : hours) {
            if ((window.weekdays >> weekday & 1) == 0)
                continue;
            const TimeMs fromMs = midnightMs + window.fromMin * kMinuteMs;
            if (localMs >= fromMs && localMs < midnightMs + window.toMin * kMinuteMs)
                return {};
            const TimeMs opensMs = fromMs - utcOffsetMin * kMinuteMs;
            if (fromMs > localMs && (!opening.opensMs || opensMs < *opening.opensMs))
                opening.opensMs = opensMs;
        }
    }
    return opening;
}

} // namespace tiepdon
