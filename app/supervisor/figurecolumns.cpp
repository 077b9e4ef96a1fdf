// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/figurecolumns.h"

#include "app/supervisor/words.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <cmath>

namespace tiepdon {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FigureColumns)
};

FigureValue count(std::int64_t number) { return {static_cast<double>(number), 0, 0, 0}; }

FigureValue minutes(TimeMs durationMs, std::int64_t n)
{
    if (n <= 0)
        return {};
    return {static_cast<double>(durationMs) / static_cast<double>(kMinuteMs), 2, 1, n};
}

FigureValue percent(std::optional<std::int64_t> permille, std::int64_t n)
{
    if (!permille)
        return {};
    return {static_cast<double>(*permille) / 10, 1, 0, n};
}

QString number(std::int64_t value) { return QLocale().toString(static_cast<qlonglong>(value)); }

QDate dateOf(const std::string &day) { return QDate::fromString(fromUtf8(day), Qt::ISODate); }

} // namespace

const std::vector<FigureColumn> &allFigureColumns()
{
    using enum FigureColumn;
    static const std::vector<FigureColumn> kAll{
        Arrived,     Called,      Served,      Waiting,    WaitMean, WaitP50,     WaitP80,         WaitP90,
        WaitLongest, Promise,     Kept,        KeptStrict, NoShows,  NoShowShare, Abandoned,       Cancelled,
        Ended,       Transferred, ServiceMean, ServiceP80, WalkMean, WrapUpMean,  TransactionMean, Occupancy,
        Serving,     Open,        Breaks,      Staff,      Suspects};
    return kAll;
}

const std::vector<FigureColumn> &shownFigureColumns()
{
    using enum FigureColumn;
    static const std::vector<FigureColumn> kShown{
        Arrived, Called,    Served,      Waiting,  WaitMean,   WaitP80,   WaitLongest, Kept,    KeptStrict,
        NoShows, Abandoned, ServiceMean, WalkMean, WrapUpMean, Occupancy, Staff,       Suspects};
    return kShown;
}

FigureValue figureValue(const FigureRow &row, FigureColumn column)
{
    switch (column) {
    case FigureColumn::Arrived:
        return count(row.arrived);
    case FigureColumn::Called:
        return count(row.called);
    case FigureColumn::Served:
        return count(row.served);
    case FigureColumn::Waiting:
        return count(row.waiting);
    case FigureColumn::WaitMean:
        return minutes(row.waits.meanMs, row.waits.n);
    case FigureColumn::WaitP50:
        return minutes(row.waits.p50Ms, row.waits.n);
    case FigureColumn::WaitP80:
        return minutes(row.waits.p80Ms, row.waits.n);
    case FigureColumn::WaitP90:
        return minutes(row.waits.p90Ms, row.waits.n);
    case FigureColumn::WaitLongest:
        return minutes(row.waits.longestMs, row.waits.n);
    case FigureColumn::Promise:
        return minutes(row.promiseMs, row.called);
    case FigureColumn::Kept:
        return percent(row.keptPermille(), row.served);
    case FigureColumn::KeptStrict:
        return percent(row.keptStrictPermille(), row.served + row.noShows + row.abandoned);
    case FigureColumn::NoShows:
        return count(row.noShows);
    case FigureColumn::NoShowShare:
        return percent(row.noShowPermille(), row.arrived);
    case FigureColumn::Abandoned:
        return count(row.abandoned);
    case FigureColumn::Cancelled:
        return count(row.cancelled);
    case FigureColumn::Ended:
        return count(row.ended);
    case FigureColumn::Transferred:
        return count(row.transferred);
    case FigureColumn::ServiceMean:
        return minutes(row.services.meanMs, row.services.n);
    case FigureColumn::ServiceP80:
        return minutes(row.services.p80Ms, row.services.n);
    case FigureColumn::WalkMean:
        return minutes(row.walks.meanMs, row.walks.n);
    case FigureColumn::WrapUpMean:
        return minutes(row.wrapUps.meanMs, row.wrapUps.n);
    case FigureColumn::TransactionMean:
        return minutes(row.transactions.meanMs, row.transactions.n);
    case FigureColumn::Occupancy:
        return percent(row.occupancyPermille(), 0);
    case FigureColumn::Serving:
        return minutes(row.servingMs, 1);
    case FigureColumn::Open:
        return row.openMs > 0 ? minutes(row.openMs, 1) : FigureValue{};
    case FigureColumn::Breaks:
        return row.openMs > 0 ? minutes(row.breakMs, 1) : FigureValue{};
    case FigureColumn::Staff:
        return row.openMs > 0 ? count(row.staff) : FigureValue{};
    case FigureColumn::Suspects:
        return count(row.suspects);
    }
    return {};
}

QString figureHeading(FigureColumn column)
{
    switch (column) {
    case FigureColumn::Arrived:
        return Words::tr("Arrived");
    case FigureColumn::Called:
        return Words::tr("Called");
    case FigureColumn::Served:
        return Words::tr("Served");
    case FigureColumn::Waiting:
        return Words::tr("Waiting now");
    case FigureColumn::WaitMean:
        return Words::tr("Average wait (min)");
    case FigureColumn::WaitP50:
        return Words::tr("P50 wait (min)");
    case FigureColumn::WaitP80:
        return Words::tr("P80 wait (min)");
    case FigureColumn::WaitP90:
        return Words::tr("P90 wait (min)");
    case FigureColumn::WaitLongest:
        return Words::tr("Longest wait (min)");
    case FigureColumn::Promise:
        return Words::tr("Promise (min)");
    case FigureColumn::Kept:
        return Words::tr("Kept (%)");
    case FigureColumn::KeptStrict:
        return Words::tr("Kept, strict (%)");
    case FigureColumn::NoShows:
        return Words::tr("No-shows");
    case FigureColumn::NoShowShare:
        return Words::tr("No-shows (%)");
    case FigureColumn::Abandoned:
        return Words::tr("Left");
    case FigureColumn::Cancelled:
        return Words::tr("Cancelled");
    case FigureColumn::Ended:
        return Words::tr("Open at closing");
    case FigureColumn::Transferred:
        return Words::tr("Transferred");
    case FigureColumn::ServiceMean:
        return Words::tr("Average service (min)");
    case FigureColumn::ServiceP80:
        return Words::tr("P80 service (min)");
    case FigureColumn::WalkMean:
        return Words::tr("Average walk (min)");
    case FigureColumn::WrapUpMean:
        return Words::tr("Average wrap-up (min)");
    case FigureColumn::TransactionMean:
        return Words::tr("Average transaction (min)");
    case FigureColumn::Occupancy:
        return Words::tr("Busy (%)");
    case FigureColumn::Serving:
        return Words::tr("Serving (min)");
    case FigureColumn::Open:
        return Words::tr("Counters open (min)");
    case FigureColumn::Breaks:
        return Words::tr("Breaks (min)");
    case FigureColumn::Staff:
        return Words::tr("Staff at work");
    case FigureColumn::Suspects:
        return Words::tr("Suspect");
    }
    return {};
}

QString figureMeaning(FigureColumn column)
{
    switch (column) {
    case FigureColumn::Arrived:
        return Words::tr("Visits that asked for it; of a counter, that were called there.");
    case FigureColumn::Called:
        return Words::tr("Called, with those served since. The waits are theirs.");
    case FigureColumn::WaitMean:
    case FigureColumn::WaitP50:
    case FigureColumn::WaitP80:
    case FigureColumn::WaitP90:
    case FigureColumn::WaitLongest:
        return Words::tr("From arrival, or the time booked where that is later, to the last call. Half hours are "
                         "those of the call.");
    case FigureColumn::Promise:
        return Words::tr("Mean of the waits promised to those called.");
    case FigureColumn::Kept:
        return Words::tr("Called within the wait promised, of those served.");
    case FigureColumn::KeptStrict:
        return Words::tr("Called within the wait promised and served, of those served, not there when called, and "
                         "gone unserved.");
    case FigureColumn::Abandoned:
        return Words::tr("Left without being served.");
    case FigureColumn::NoShows:
    case FigureColumn::NoShowShare:
        return Words::tr("Not there at the last call; the share is of those who arrived.");
    case FigureColumn::ServiceMean:
    case FigureColumn::ServiceP80:
        return Words::tr("From start to wrap-up or finish, of those served.");
    case FigureColumn::WalkMean:
        return Words::tr("From the last call to the start.");
    case FigureColumn::WrapUpMean:
        return Words::tr("From wrap-up to finish, of those served with one.");
    case FigureColumn::TransactionMean:
        return Words::tr("From the last call to finish, of those served.");
    case FigureColumn::Occupancy:
        return Words::tr("Serving, of the time counters were open without breaks.");
    case FigureColumn::Staff:
        return Words::tr("People who sat at an open counter, not on a break all the while.");
    case FigureColumn::Suspects:
        return Words::tr("Served in under five seconds, forgotten open, or cancelled as a duplicate.");
    default:
        return {};
    }
}

QString figureText(const FigureValue &value)
{
    return value.number ? QLocale().toString(*value.number, 'f', value.digitsShown) : QStringLiteral("–");
}

std::optional<FigureKind> figureKind(FigureColumn column)
{
    switch (column) {
    case FigureColumn::Arrived:
        return FigureKind::Arrived;
    case FigureColumn::Called:
    case FigureColumn::WaitMean:
    case FigureColumn::WaitP50:
    case FigureColumn::WaitP80:
    case FigureColumn::WaitP90:
    case FigureColumn::WaitLongest:
    case FigureColumn::Promise:
    case FigureColumn::WalkMean:
        return FigureKind::Called;
    case FigureColumn::Served:
    case FigureColumn::ServiceMean:
    case FigureColumn::ServiceP80:
    case FigureColumn::WrapUpMean:
    case FigureColumn::TransactionMean:
        return FigureKind::Served;
    case FigureColumn::Waiting:
        return FigureKind::WaitingNow;
    case FigureColumn::Kept:
    case FigureColumn::KeptStrict:
        return FigureKind::BrokenPromise; // those one wants to see
    case FigureColumn::NoShows:
    case FigureColumn::NoShowShare:
        return FigureKind::NoShow;
    case FigureColumn::Abandoned:
        return FigureKind::Abandoned;
    case FigureColumn::Cancelled:
        return FigureKind::Cancelled;
    case FigureColumn::Ended:
        return FigureKind::Ended;
    case FigureColumn::Transferred:
        return FigureKind::Transferred;
    default:
        return std::nullopt;
    }
}

const std::vector<FigureRow> &figureRows(const DayFigures &figures, FigureGroup group)
{
    switch (group) {
    case FigureGroup::HalfHours:
        return figures.halfHours;
    case FigureGroup::Services:
        return figures.services;
    case FigureGroup::Segments:
        return figures.segments;
    case FigureGroup::Counters:
        break;
    }
    return figures.counters;
}

QString groupName(FigureGroup group)
{
    switch (group) {
    case FigureGroup::HalfHours:
        return Words::tr("By half hour");
    case FigureGroup::Services:
        return Words::tr("By service");
    case FigureGroup::Segments:
        return Words::tr("By segment");
    case FigureGroup::Counters:
        break;
    }
    return Words::tr("By counter");
}

QString minuteText(std::int64_t minuteOfDay)
{
    return QStringLiteral("%1:%2")
        .arg(minuteOfDay / 60 % 24, 2, 10, QLatin1Char('0'))
        .arg(minuteOfDay % 60, 2, 10, QLatin1Char('0'));
}

QString figureRowName(const BranchState &branch, FigureGroup group, std::int64_t key)
{
    switch (group) {
    case FigureGroup::HalfHours:
        return minuteText(key) + QStringLiteral("–") + minuteText(key + 30);
    case FigureGroup::Services:
        return branch.service({key}) ? serviceName(branch, {key})
                                     : Words::tr("Service %1, removed since").arg(number(key));
    case FigureGroup::Segments:
        if (key == 0)
            return Words::tr("Ordinary");
        return branch.segments().contains({key}) ? segmentName(branch, {key})
                                                 : Words::tr("Segment %1, removed since").arg(number(key));
    case FigureGroup::Counters:
        break;
    }
    return branch.counter({key}) ? counterName(branch, {key})
                                 : Words::tr("A counter removed since (%1)").arg(number(key));
}

QString shortPeriodText(const DayFigures &figures)
{
    const std::int64_t offset = figures.utcOffsetMin;
    const QString span = clockText(figures.fromMs, offset) + QStringLiteral("–") + clockText(figures.toMs, offset);
    return figures.days.size() > 1 ? Words::tr("%n day(s)", nullptr, static_cast<int>(figures.days.size())) : span;
}

QString periodText(const DayFigures &figures)
{
    if (figures.days.empty())
        return {};
    const auto date = [](const std::string &day) { return QLocale().toString(dateOf(day), QLocale::LongFormat); };
    if (figures.days.size() > 1)
        return date(figures.days.front()) + QStringLiteral(" – ") + date(figures.days.back()) + QStringLiteral(", ")
            + shortPeriodText(figures);
    const QString text = date(figures.days.front()) + QStringLiteral(", ") + shortPeriodText(figures);
    return figures.isOpen ? Words::tr("%1, not over yet").arg(text) : text;
}

QString filterText(const BranchState &branch, const FigureFilter &filter)
{
    QStringList parts;
    if (filter.service)
        parts << figureRowName(branch, FigureGroup::Services, filter.service->value);
    if (filter.segment)
        parts << figureRowName(branch, FigureGroup::Segments, filter.segment->value);
    if (filter.counter)
        parts << figureRowName(branch, FigureGroup::Counters, filter.counter->value);
    return parts.join(QStringLiteral(" · "));
}

QString suspectsText(const DayFigures &figures)
{
    const FigureRow &total = figures.total;
    if (total.suspects == 0)
        return Words::tr("No suspect visits.");
    QStringList parts;
    if (total.tooShort > 0)
        parts << Words::tr("%1 served in under five seconds").arg(number(total.tooShort));
    if (total.forgottenOpen > 0)
        parts << Words::tr("%1 forgotten open").arg(number(total.forgottenOpen));
    if (total.duplicates > 0)
        parts << Words::tr("%1 duplicates").arg(number(total.duplicates));
    const QString why = parts.join(QStringLiteral(", "));
    return figures.filter.leaveOutSuspects
        ? Words::tr("Suspect visits left out: %1 (%2).").arg(number(total.suspects), why)
        : Words::tr("Suspect visits among them: %1 (%2).").arg(number(total.suspects), why);
}

} // namespace tiepdon
