// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customer/customertime.h"

#include "ui/session/timetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace tiepdon {
namespace {

struct CustomerTime {
    Q_DECLARE_TR_FUNCTIONS(CustomerTime)
};

/// When a promise of a day is due on it.
constexpr int kDueHour = 17;
/// Days that are told as a number; a day says more past that.
constexpr qint64 kDaysToldMax = 60;

QDate localDay(TimeMs time, std::int64_t utcOffsetMin)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::OffsetFromUTC, static_cast<int>(utcOffsetMin * 60)).date();
}

TimeMs dueOn(const QDate &day, std::int64_t utcOffsetMin)
{
    return QDateTime(day, QTime(kDueHour, 0), Qt::OffsetFromUTC, static_cast<int>(utcOffsetMin * 60))
        .toMSecsSinceEpoch();
}

QString written(const QDate &day) { return QLocale().toString(day, QStringLiteral("dd/MM/yyyy")); }

} // namespace

QString shortDay(TimeMs time, std::int64_t utcOffsetMin) { return written(localDay(time, utcOffsetMin)); }

QString shortDay(const std::string &day)
{
    const QString text = QString::fromStdString(day);
    const QDate date = QDate::fromString(text, Qt::ISODate);
    return date.isValid() ? written(date) : text;
}

QString agoText(TimeMs time, TimeMs nowMs, std::int64_t utcOffsetMin)
{
    const QDate day = localDay(time, utcOffsetMin);
    const qint64 days = day.daysTo(localDay(nowMs, utcOffsetMin));
    if (days <= 0)
        return CustomerTime::tr("today");
    if (days == 1)
        return CustomerTime::tr("yesterday");
    return days <= kDaysToldMax ? CustomerTime::tr("%1 days ago").arg(days) : written(day);
}

QString dueText(TimeMs dueMs, TimeMs nowMs, std::int64_t utcOffsetMin)
{
    const QDate day = localDay(dueMs, utcOffsetMin);
    const qint64 days = localDay(nowMs, utcOffsetMin).daysTo(day);
    const QString clock = clockText(dueMs, utcOffsetMin);
    if (dueMs < nowMs) {
        if (days == 0)
            return CustomerTime::tr("late since %1").arg(clock);
        return days == -1 ? CustomerTime::tr("1 day late") : CustomerTime::tr("%1 days late").arg(-days);
    }
    if (days == 0)
        return CustomerTime::tr("due today %1").arg(clock);
    return days == 1 ? CustomerTime::tr("due tomorrow") : CustomerTime::tr("due on %1").arg(written(day));
}

TimeMs dueInDays(int days, TimeMs nowMs, std::int64_t utcOffsetMin)
{
    const TimeMs due = dueOn(localDay(nowMs, utcOffsetMin).addDays(days), utcOffsetMin);
    return due > nowMs ? due : nowMs + kHourMs; // the working day is over: within the hour
}

TimeMs dueTyped(const QString &typed, TimeMs nowMs, std::int64_t utcOffsetMin)
{
    static const QRegularExpression kDay(
        QStringLiteral(R"(^\s*(\d{1,2})\s*[./ -]\s*(\d{1,2})(?:\s*[./ -]\s*(\d{2}|\d{4}))?\s*$)"));
    const auto match = kDay.match(typed);
    if (!match.hasMatch())
        return 0;
    const QDate today = localDay(nowMs, utcOffsetMin);
    const QString year = match.captured(3);
    QDate day(year.isEmpty()         ? today.year()
                  : year.size() == 2 ? 2000 + year.toInt()
                                     : year.toInt(),
              match.captured(2).toInt(), match.captured(1).toInt());
    if (year.isEmpty() && day.isValid() && day < today)
        day = day.addYears(1);
    if (!day.isValid() || day < today)
        return 0;
    return day == today ? dueInDays(0, nowMs, utcOffsetMin) : dueOn(day, utcOffsetMin);
}

QString moneyText(std::int64_t amount, const std::string &currency)
{
    const QString number = QLocale().toString(static_cast<qlonglong>(amount));
    return currency.empty() || currency == "VND"
        ? QStringLiteral("%1 ₫").arg(number)
        : QStringLiteral("%1 %2").arg(number, QString::fromStdString(currency));
}

} // namespace tiepdon
