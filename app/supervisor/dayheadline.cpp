// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/dayheadline.h"

#include "app/supervisor/figurecolumns.h"
#include "ui/session/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace tiepdon {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DayHeadline)
};

QString number(std::int64_t value) { return QLocale().toString(static_cast<qlonglong>(value)); }

QString bareMinutes(TimeMs durationMs, std::int64_t n)
{
    return n > 0 ? QLocale().toString(static_cast<double>(durationMs) / static_cast<double>(kMinuteMs), 'f', 1)
                 : QStringLiteral("–");
}

QString minutesOf(TimeMs durationMs, std::int64_t n)
{
    return n > 0 ? Words::tr("%1 min").arg(bareMinutes(durationMs, n)) : QStringLiteral("–");
}

QString percentOf(std::optional<std::int64_t> permille)
{
    return permille ? Words::tr("%1 %").arg(QLocale().toString(static_cast<double>(*permille) / 10, 'f', 0))
                    : QStringLiteral("–");
}

} // namespace

std::array<FigureCard::Words, kHeadlineFigures> dayHeadline(const DayFigures &figures)
{
    const FigureRow &total = figures.total;
    const QString period = shortPeriodText(figures);
    const auto ofN = [&](std::int64_t n) { return Words::tr("n = %1, %2").arg(number(n), period); };
    const bool isP80Over = total.waits.n > 0 && total.waits.p80Ms > total.promiseMs;
    const QString promise = total.waits.n == 0 ? QString()
        : isP80Over                            ? Words::tr("over %1").arg(minutesOf(total.promiseMs, 1))
                                               : Words::tr("within %1").arg(minutesOf(total.promiseMs, 1));
    const std::int64_t hours = (total.openMs - total.breakMs + kHourMs / 2) / kHourMs;
    return {
        FigureCard::Words{Words::tr("Arrived"), number(total.arrived),
                          Words::tr("%1 transferred").arg(number(total.transferred)), ofN(total.arrived),
                          Tone::Neutral},
        FigureCard::Words{Words::tr("Served"), number(total.visitsServed),
                          Words::tr("%1 services").arg(number(total.served)), ofN(total.arrived), Tone::Neutral},
        FigureCard::Words{Words::tr("Waiting now"), figures.isOpen ? number(total.waiting) : QStringLiteral("–"),
                          figures.isOpen ? QString() : Words::tr("the day is over"),
                          figures.isOpen ? Words::tr("at %1").arg(clockText(figures.toMs, figures.utcOffsetMin))
                                         : period,
                          Tone::Neutral},
        FigureCard::Words{Words::tr("Mean wait (min)"), bareMinutes(total.waits.meanMs, total.waits.n),
                          total.waits.n > 0
                              ? Words::tr("longest %1").arg(minutesOf(total.waits.longestMs, total.waits.n))
                              : QString(),
                          ofN(total.waits.n), Tone::Neutral},
        FigureCard::Words{Words::tr("P80 wait (min)"), bareMinutes(total.waits.p80Ms, total.waits.n), promise,
                          ofN(total.waits.n), isP80Over ? Tone::Bad : Tone::Neutral},
        FigureCard::Words{
            Words::tr("Promises kept"), percentOf(total.keptPermille()),
            Words::tr("strictly %1 of %2")
                .arg(percentOf(total.keptStrictPermille()), number(total.served + total.noShows + total.abandoned)),
            ofN(total.served), Tone::Neutral},
        FigureCard::Words{Words::tr("No-shows"), number(total.noShows),
                          Words::tr("%1 of arrived").arg(percentOf(total.noShowPermille())), ofN(total.arrived),
                          Tone::Neutral},
        FigureCard::Words{Words::tr("Occupancy"), percentOf(total.occupancyPermille()),
                          total.openMs > 0 ? Words::tr("%1 at work").arg(number(total.staff))
                                           : Words::tr("of counters alone"),
                          Words::tr("%1 h, %2").arg(number(hours), period), Tone::Neutral},
    };
}

std::optional<FigureKind> headlineKind(std::size_t n)
{
    constexpr std::array<std::optional<FigureKind>, kHeadlineFigures> kKinds{
        FigureKind::Arrived, FigureKind::Served,        FigureKind::WaitingNow, FigureKind::Called,
        FigureKind::Called,  FigureKind::BrokenPromise, FigureKind::NoShow,     std::nullopt};
    return n < kKinds.size() ? kKinds.at(n) : std::nullopt;
}

} // namespace tiepdon
