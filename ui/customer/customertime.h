// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QString>

#include <cstdint>
#include <string>

// Days as people speak of them. Offsets are minutes ahead of UTC.

namespace tiepdon {

/// "05/03/2026" as the language writes a short day.
QString shortDay(TimeMs time, std::int64_t utcOffsetMin);
/// The same of "YYYY-MM-DD"; "YYYY" stays as it is, and what is no day too.
QString shortDay(const std::string &day);
/// "today", "yesterday", "3 days ago", and from two months on the short day.
QString agoText(TimeMs time, TimeMs nowMs, std::int64_t utcOffsetMin);
/// When something is due: "due today 17:00", "due tomorrow", "due on 05/03/2026"; when it is past: "2 days late",
/// "late since 09:00".
QString dueText(TimeMs dueMs, TimeMs nowMs, std::int64_t utcOffsetMin);
/// The end of the working part of the local day that is `days` away: 17:00.
TimeMs dueInDays(int days, TimeMs nowMs, std::int64_t utcOffsetMin);
/// 17:00 of a day as people type it, 5/3, 5.3.2026 or 5-3-26; without a year, the next one that comes. 0 for what
/// is no day or past.
TimeMs dueTyped(const QString &typed, TimeMs nowMs, std::int64_t utcOffsetMin);
/// "1 250 000 ₫" as the language writes it.
QString moneyText(std::int64_t amount, const std::string &currency);

} // namespace tiepdon
