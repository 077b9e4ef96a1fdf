// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dayfigures.h"

#include "core/store/connection.h"
#include "core/store/worker.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace tiepdon {
namespace {

/// What a group has seen, before it is spread.
struct Group {
    FigureRow row;
    std::vector<TimeMs> waitsMs;
    std::vector<TimeMs> servicesMs;
    std::vector<TimeMs> walksMs;
    std::vector<TimeMs> wrapUpsMs;
    std::vector<TimeMs> transactionsMs;
    TimeMs promisesMs = 0;
    std::set<StaffId> staff;

    FigureRow take(std::int64_t key)
    {
        row.key = key;
        if (row.called > 0)
            row.promiseMs = promisesMs / row.called;
        row.waits = spreadOf(std::move(waitsMs));
        row.services = spreadOf(std::move(servicesMs));
        row.walks = spreadOf(std::move(walksMs));
        row.wrapUps = spreadOf(std::move(wrapUpsMs));
        row.transactions = spreadOf(std::move(transactionsMs));
        row.staff = static_cast<std::int64_t>(staff.size());
        return row;
    }
};

using Groups = std::map<std::int64_t, Group>;

std::vector<FigureRow> rowsOf(Groups &groups)
{
    std::vector<FigureRow> rows;
    for (auto &[key, group] : groups)
        rows.push_back(group.take(key));
    return rows;
}

void countVisit(Group &group, const DayVisit &visit, bool isArrival)
{
    group.row.arrived += isArrival;
    // what was carried over is served on the day it is served
    if (visit.state == TicketState::Done && visit.steps.back().isHere)
        ++group.row.visitsServed;
}

void countSuspect(Group &group, const DayVisit &visit)
{
    group.row.tooShort += visit.isTooShort;
    group.row.forgottenOpen += visit.isForgottenOpen;
    group.row.duplicates += visit.isDuplicate;
    group.row.suspects += visit.isSuspect();
}

void countCall(Group &group, const DayStep &step)
{
    ++group.row.called;
    group.waitsMs.push_back(step.step.waitMs());
    group.promisesMs += step.promiseMs;
    if (step.step.startedMs && step.step.calledMs && *step.step.startedMs >= *step.step.calledMs)
        group.walksMs.push_back(*step.step.startedMs - *step.step.calledMs);
}

void countEnd(Group &group, const DayStep &step)
{
    FigureRow &row = group.row;
    const VisitStep &of = step.step;
    switch (of.outcome) {
    case StepOutcome::Open:
        return;
    case StepOutcome::NoShow:
        ++row.noShows;
        return;
    case StepOutcome::Abandoned:
        ++row.abandoned;
        return;
    case StepOutcome::Cancelled:
        ++row.cancelled;
        return;
    case StepOutcome::Ended:
        ++row.ended;
        return;
    case StepOutcome::Transferred:
        ++row.transferred;
        return;
    case StepOutcome::Served:
        break;
    }
    const TimeMs endMs = of.finishedMs.value_or(0);
    ++row.served;
    row.kept += of.waitMs() <= step.promiseMs;
    group.servicesMs.push_back(of.serviceMs(endMs));
    group.transactionsMs.push_back(endMs - of.calledMs.value_or(endMs));
    if (of.wrapUpMs)
        group.wrapUpsMs.push_back(endMs - *of.wrapUpMs);
}

/// Groups visits, steps and stretches of time.
class Reckoning
{
public:
    Reckoning(const DayVisits &day, const FigureFilter &filter) : m_day(day), m_filter(filter) { }

    DayFigures figures()
    {
        for (const DayVisit &visit : m_day.visits) {
            count(visit);
            countServing(visit);
        }
        // a counter is open for everybody: whose share of it was whose cannot be said
        if (!m_filter.service && !m_filter.segment) {
            for (const CounterStretch &stretch : m_day.stretches)
                count(stretch);
        }
        DayFigures figures;
        figures.filter = m_filter;
        for (const DayPeriod &period : m_day.periods)
            figures.days.push_back(period.businessDay);
        if (!m_day.periods.empty()) {
            figures.fromMs = m_day.periods.front().fromMs;
            figures.toMs = m_day.periods.back().toMs;
            figures.isOpen = m_day.periods.back().isOpen;
            if (figures.filter.fromDay.empty())
                figures.filter.fromDay = m_day.periods.front().businessDay;
            if (figures.filter.toDay.empty())
                figures.filter.toDay = m_day.periods.back().businessDay;
        }
        figures.utcOffsetMin = m_day.utcOffsetMin;
        figures.total = m_total.take(0);
        figures.halfHours = rowsOf(m_halfHours);
        figures.services = rowsOf(m_services);
        figures.segments = rowsOf(m_segments);
        figures.counters = rowsOf(m_counters);
        return figures;
    }

private:
    Group &halfHour(TimeMs atMs) { return m_halfHours[halfHourOf(atMs, m_day.utcOffsetMin)]; }

    void count(const DayVisit &visit)
    {
        std::vector<const DayStep *> steps;
        for (const DayStep &step : visit.steps) {
            if (isOf(m_filter, visit, step))
                steps.push_back(&step);
        }
        if (steps.empty())
            return;
        // who waits on from an earlier of these days has arrived on that one
        const auto isArrival = [&](auto narrow) {
            if (!visit.before)
                return true;
            FigureFilter of = m_filter;
            narrow(of);
            return !isCountedBefore(m_day, visit, of);
        };
        const bool isFirst = isArrival([](FigureFilter &) {});
        std::map<Group *, bool> met{{&m_total, isFirst}, {&m_segments[visit.segment.value], isFirst}};
        if (isFirst || visit.isSuspect())
            met.emplace(&halfHour(visit.arrivedMs), isFirst);
        for (const DayStep *step : steps) {
            met.emplace(&m_services[step->step.service.value],
                        isArrival([&](FigureFilter &of) { of.service = step->step.service; }));
            if (step->step.counter.isSet())
                met.emplace(&m_counters[step->step.counter.value],
                            isArrival([&](FigureFilter &of) { of.counter = step->step.counter; }));
        }
        const bool isLeftOut = m_filter.leaveOutSuspects && visit.isSuspect();
        for (const auto &[group, isOne] : met) {
            countSuspect(*group, visit);
            if (!isLeftOut)
                countVisit(*group, visit, isOne);
        }
        if (isLeftOut)
            return;
        for (const DayStep *step : steps)
            count(visit, *step);
    }

    void count(const DayVisit &visit, const DayStep &step)
    {
        std::vector<Group *> groups{&m_total, &m_services[step.step.service.value],
                                    &m_segments[visit.segment.value]};
        if (step.step.counter.isSet())
            groups.push_back(&m_counters[step.step.counter.value]);
        const auto inAll = [&](TimeMs atMs, auto countIn) {
            for (Group *group : groups)
                countIn(*group);
            countIn(halfHour(atMs));
        };
        if (const auto atMs = figureTimeMs(visit, step, FigureKind::Called))
            inAll(*atMs, [&](Group &group) { countCall(group, step); });
        if (const auto atMs = figureTimeMs(visit, step, FigureKind::WaitingNow))
            inAll(*atMs, [](Group &group) { ++group.row.waiting; });
        if (step.isHere && step.step.finishedMs)
            inAll(*step.step.finishedMs, [&](Group &group) { countEnd(group, step); });
    }

    /// A step that was parked may have been served at several counters, so its time goes by intervals.
    void countServing(const DayVisit &visit)
    {
        if ((m_filter.segment && visit.segment != *m_filter.segment)
            || (m_filter.leaveOutSuspects && visit.isSuspect()))
            return;
        for (const Interval &serving : visit.serving)
            countServing(visit, serving);
    }

    void countServing(const DayVisit &visit, const Interval &serving)
    {
        const auto step = std::find_if(visit.steps.begin(), visit.steps.end(),
                                       [&](const DayStep &each) { return each.step.no == serving.step; });
        if (step == visit.steps.end() || (m_filter.service && step->step.service != *m_filter.service)
            || (m_filter.counter && serving.counter != *m_filter.counter))
            return;
        const auto add = [](Group &group, TimeMs fromMs, TimeMs toMs) { group.row.servingMs += toMs - fromMs; };
        for (Group *group : {&m_total, &m_services[step->step.service.value], &m_segments[visit.segment.value],
                             &m_counters[serving.counter.value]})
            add(*group, serving.fromMs, serving.toMs);
        overHalfHours(serving.fromMs, serving.toMs, add);
    }

    void count(const CounterStretch &stretch)
    {
        if (m_filter.counter && stretch.counter != *m_filter.counter)
            return;
        const auto add = [&](Group &group, TimeMs fromMs, TimeMs toMs) {
            group.row.openMs += toMs - fromMs;
            if (stretch.isBreak)
                group.row.breakMs += toMs - fromMs;
            else
                group.staff.insert(stretch.staff);
        };
        add(m_total, stretch.fromMs, stretch.toMs);
        add(m_counters[stretch.counter.value], stretch.fromMs, stretch.toMs);
        overHalfHours(stretch.fromMs, stretch.toMs, add);
    }

    /// A stretch of time, cut where half hours of the local day begin.
    template <class Add>
    void overHalfHours(TimeMs fromMs, TimeMs toMs, Add add)
    {
        constexpr TimeMs kHalfHourMs = 30 * kMinuteMs;
        const TimeMs offsetMs = m_day.utcOffsetMin * kMinuteMs;
        while (fromMs < toMs) {
            const TimeMs nextMs = ((fromMs + offsetMs) / kHalfHourMs + 1) * kHalfHourMs - offsetMs;
            add(halfHour(fromMs), fromMs, std::min(nextMs, toMs));
            fromMs = nextMs;
        }
    }

    const DayVisits &m_day;
    const FigureFilter &m_filter;
    Group m_total;
    Groups m_halfHours;
    Groups m_services;
    Groups m_segments;
    Groups m_counters;
};

} // namespace

Spread spreadOf(std::vector<TimeMs> durationsMs)
{
    Spread spread;
    if (durationsMs.empty())
        return spread;
    std::sort(durationsMs.begin(), durationsMs.end());
    const std::size_t n = durationsMs.size();
    const auto rank = [&](std::size_t percent) { return durationsMs[(n * percent + 99) / 100 - 1]; };
    spread.n = static_cast<std::int64_t>(n);
    spread.meanMs = std::accumulate(durationsMs.begin(), durationsMs.end(), TimeMs{0}) / spread.n;
    spread.p50Ms = rank(50);
    spread.p80Ms = rank(80);
    spread.p90Ms = rank(90);
    spread.longestMs = durationsMs.back();
    return spread;
}

DayFigures figuresOf(const DayVisits &day, const FigureFilter &filter) { return Reckoning(day, filter).figures(); }

class DayFiguresReader::Private
{
public:
    ~Private()
    {
        worker.call([this] { connection.reset(); });
    }

    /// Runs `ask` on the reader's thread and gives its answer back to `self`'s.
    template <class Answer, class Ask>
    void answer(DayFiguresReader *self, Done<Answer> done, Ask ask)
    {
        worker.post([self, done = std::move(done), ask = std::move(ask)] {
            QMetaObject::invokeMethod(
                self, [done, found = Result<Answer>(ask())] { done(found); }, Qt::QueuedConnection);
        });
    }

    // the reader thread's own
    std::unique_ptr<Connection> connection;
    std::int64_t branch = 0;

    Worker worker{QStringLiteral("store-figures")}; ///< last: its thread ends before the rest goes
};

DayFiguresReader::DayFiguresReader() : d(std::make_unique<Private>()) { }

DayFiguresReader::~DayFiguresReader() = default;

Result<void> DayFiguresReader::start(const QString &directory, std::int64_t branch)
{
    Result<void> started;
    d->worker.call([&] {
        auto connection = Connection::open(directory, Connection::Mode::Read);
        if (!connection) {
            started = std::move(connection).error();
            return;
        }
        d->connection = std::move(*connection);
        d->branch = branch;
    });
    return started;
}

void DayFiguresReader::figures(FigureFilter filter, TimeMs nowMs, Done<DayFigures> done)
{
    d->answer<DayFigures>(this, std::move(done), [this, filter = std::move(filter), nowMs]() -> Result<DayFigures> {
        const auto read = readDayVisits(*d->connection, d->branch, filter.fromDay, filter.toDay, nowMs);
        if (!read)
            return read.error();
        return figuresOf(*read, filter);
    });
}

void DayFiguresReader::visits(std::string fromDay, std::string toDay, TimeMs nowMs,
                              Done<std::shared_ptr<const DayVisits>> done)
{
    d->answer<std::shared_ptr<const DayVisits>>(this, std::move(done),
                                                [this, fromDay = std::move(fromDay), toDay = std::move(toDay),
                                                 nowMs]() -> Result<std::shared_ptr<const DayVisits>> {
                                                    auto read = readDayVisits(*d->connection, d->branch, fromDay,
                                                                              toDay, nowMs);
                                                    if (!read)
                                                        return std::move(read).error();
                                                    return std::make_shared<const DayVisits>(std::move(*read));
                                                });
}

} // namespace tiepdon
