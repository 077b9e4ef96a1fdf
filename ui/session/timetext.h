// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QString>

#include <cstdint>

// Times and durations as people read them. Offsets are minutes ahead of UTC.

namespace tiepdon {

/// "10:41".
QString clockText(TimeMs time, std::int64_t utcOffsetMin);
/// "10:41:07".
QString clockTextWithSeconds(TimeMs time, std::int64_t utcOffsetMin);
/// The day in the language spoken now, long: "thứ bảy, 21 tháng 11, 2026".
QString dayText(TimeMs time, std::int64_t utcOffsetMin);
/// Elapsed time that counts: "3:07", "1:02:09". Negative counts as none.
QString elapsedText(TimeMs duration);
/// Minutes passed, cut and never rounded, as people count them: 59 s are 0, 119 s are 1. Negative counts as none.
/// Every place that shows minutes asks here, so that two places never differ by one.
std::int64_t wholeMinutes(TimeMs duration);
/// The same as the locale writes a number.
QString minutesText(TimeMs duration);

} // namespace tiepdon
