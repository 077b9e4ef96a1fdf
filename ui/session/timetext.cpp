// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/timetext.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace tiepdon {
namespace {

QDateTime localTime(TimeMs time, std::int64_t utcOffsetMin)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::OffsetFromUTC, static_cast<int>(utcOffsetMin * 60));
}

} // namespace

QString clockText(TimeMs time, std::int64_t utcOffsetMin)
{
    return QLocale().toString(localTime(time, utcOffsetMin).time(), QStringLiteral("HH:mm"));
}

QString clockTextWithSeconds(TimeMs time, std::int64_t utcOffsetMin)
{
    return QLocale().toString(localTime(time, utcOffsetMin).time(), QStringLiteral("HH:mm:ss"));
}

QString dayText(TimeMs time, std::int64_t utcOffsetMin)
{
    return QLocale().toString(localTime(time, utcOffsetMin).date(), QLocale::LongFormat);
}

QString elapsedText(TimeMs duration)
{
    const TimeMs seconds = std::max<TimeMs>(0, duration) / kSecondMs;
    const QChar zero(u'0');
    if (seconds < 3600)
        return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, zero);
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, zero)
        .arg(seconds % 60, 2, 10, zero);
}

std::int64_t wholeMinutes(TimeMs duration) { return std::max<TimeMs>(0, duration) / kMinuteMs; }

QString minutesText(TimeMs duration) { return QLocale().toString(static_cast<qlonglong>(wholeMinutes(duration))); }

} // namespace tiepdon
