// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/todaydemo.h"

#include "app/supervisor/supervisorwindow.h"
#include "app/supervisor/todaypage.h"
#include "core/wire/figuresmessage.h"

#include <QDate>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

namespace tiepdon {
namespace {

constexpr std::int64_t kOpensMin = 8 * 60;
constexpr std::int64_t kClosesMin = 16 * 60 + 30;

/// One made-up visit; times of day in ms.
struct Made {
    TimeMs arrivedMs = 0;
    TimeMs calledMs = 0;
    TimeMs startedMs = 0;
    TimeMs endedMs = 0;
    TimeMs wrapUpMs = 0;
    ServiceId service;
    SegmentId segment;
    CounterId counter;
    TimeMs promiseMs = 0;
    bool isNoShow = false;
    bool isGone = false;
    bool isTooShort = false;
};

struct Sums {
    FigureRow row;
    std::vector<TimeMs> waits, services, walks, wrapUps, transactions;
    TimeMs promises = 0;
};

Spread spread(std::vector<TimeMs> all)
{
    Spread made;
    if (all.empty())
        return made;
    std::sort(all.begin(), all.end());
    const auto rank = [&](std::size_t percent) { return all[(all.size() * percent + 99) / 100 - 1]; };
    made.n = std::ssize(all);
    made.meanMs = std::accumulate(all.begin(), all.end(), TimeMs{0}) / made.n;
    made.p50Ms = rank(50);
    made.p80Ms = rank(80);
    made.p90Ms = rank(90);
    made.longestMs = all.back();
    return made;
}

std::int64_t halfHour(TimeMs timeMs) { return timeMs / (30 * kMinuteMs) * 30; }

/// A crowd that is largest between ten and eleven, served at the branch's counters in the order of its coming.
std::vector<Made> crowd(const BranchState &branch, unsigned seed)
{
    std::mt19937 random(seed);
    const auto below = [&](std::int64_t n) { return static_cast<std::int64_t>(random()) % n; };
    std::vector<Made> made;
    std::map<CounterId, TimeMs> freeMs;
    for (const auto &[id, counter] : branch.counters())
        freeMs[id] = kOpensMin * kMinuteMs;
    for (std::int64_t minute = kOpensMin; minute < kClosesMin; ++minute) {
        const std::int64_t rush = minute >= 600 && minute < 660 ? 80 : minute >= 720 && minute < 780 ? 22 : 48;
        if (below(100) >= rush)
            continue;
        Made visit;
        visit.arrivedMs = minute * kMinuteMs + below(60) * kSecondMs;
        auto service = std::next(branch.services().begin(), below(std::ssize(branch.services())));
        visit.service = service->first;
        if (!branch.segments().empty() && below(6) == 0)
            visit.segment = std::next(branch.segments().begin(), below(std::ssize(branch.segments())))->first;
        visit.promiseMs = branch.promiseMs(visit.service, visit.segment);
        const auto first = std::min_element(freeMs.begin(), freeMs.end(),
                                            [](const auto &a, const auto &b) { return a.second < b.second; });
        visit.counter = first->first;
        visit.calledMs = std::max(visit.arrivedMs + 20 * kSecondMs, first->second);
        visit.isGone = below(40) == 0;
        visit.isNoShow = !visit.isGone && below(25) == 0;
        visit.isTooShort = below(90) == 0;
        visit.startedMs = visit.calledMs + (20 + below(40)) * kSecondMs;
        const TimeMs servedMs
            = visit.isTooShort ? 3 * kSecondMs : service->second.expectedMs * (50 + below(120)) / 100;
        visit.endedMs = visit.isNoShow || visit.isGone ? visit.calledMs + kMinuteMs : visit.startedMs + servedMs;
        visit.wrapUpMs = below(3) == 0 && servedMs > 2 * kMinuteMs ? 40 * kSecondMs : 0;
        first->second = visit.isGone ? first->second : visit.endedMs;
        made.push_back(visit);
    }
    return made;
}

class Figures
{
public:
    Figures(const BranchState &branch, const FigureFilter &filter, TimeMs untilMs, bool isOpen)
        : m_branch(branch), m_filter(filter), m_untilMs(untilMs), m_isOpen(isOpen)
    {
    }

    DayFigures reckon(const std::vector<Made> &visits)
    {
        for (const Made &visit : visits) {
            if (visit.arrivedMs < m_untilMs && isAsked(visit))
                count(visit);
        }
        if (!m_filter.service && !m_filter.segment)
            countOpen();
        DayFigures figures;
        figures.filter = m_filter;
        figures.days = {m_filter.fromDay};
        figures.isOpen = m_isOpen;
        figures.utcOffsetMin = m_branch.settings().utcOffsetMin;
        const TimeMs midnight = dayStart(m_filter.fromDay, static_cast<int>(figures.utcOffsetMin));
        figures.fromMs = midnight + kOpensMin * kMinuteMs;
        figures.toMs = midnight + m_untilMs;
        const auto rows = [](std::map<std::int64_t, Sums> &groups) {
            std::vector<FigureRow> made;
            for (auto &[key, sums] : groups)
                made.push_back(take(key, sums));
            return made;
        };
        figures.total = take(0, m_total);
        figures.halfHours = rows(m_halfHours);
        figures.services = rows(m_services);
        figures.segments = rows(m_segments);
        figures.counters = rows(m_counters);
        return figures;
    }

private:
    [[nodiscard]] bool isAsked(const Made &visit) const
    {
        return (!m_filter.service || visit.service == *m_filter.service)
            && (!m_filter.segment || visit.segment == *m_filter.segment)
            && (!m_filter.counter || visit.counter == *m_filter.counter);
    }

    template <class In>
    void inAll(const Made &visit, TimeMs atMs, bool hasCounter, In in)
    {
        in(m_total);
        in(m_services[visit.service.value]);
        in(m_segments[visit.segment.value]);
        if (hasCounter)
            in(m_counters[visit.counter.value]);
        in(m_halfHours[halfHour(atMs)]);
    }

    void count(const Made &visit)
    {
        const bool isCalled = !visit.isGone && visit.calledMs < m_untilMs;
        const bool isEnded = visit.endedMs < m_untilMs;
        if (visit.isTooShort && isCalled)
            inAll(visit, visit.arrivedMs, true, [](Sums &sums) { ++sums.row.tooShort, ++sums.row.suspects; });
        if (visit.isTooShort && isCalled && m_filter.leaveOutSuspects)
            return;
        const bool isServed = isCalled && isEnded && !visit.isNoShow;
        inAll(visit, visit.arrivedMs, isCalled, [&](Sums &sums) {
            ++sums.row.arrived;
            sums.row.visitsServed += isServed;
            sums.row.waiting += !isCalled && !(visit.isGone && isEnded);
        });
        if (visit.isGone && isEnded)
            inAll(visit, visit.endedMs, false, [](Sums &sums) { ++sums.row.abandoned; });
        if (!isCalled)
            return;
        const TimeMs waitMs = visit.calledMs - visit.arrivedMs;
        inAll(visit, visit.calledMs, true, [&](Sums &sums) {
            ++sums.row.called;
            sums.waits.push_back(waitMs);
            sums.promises += visit.promiseMs;
            if (!visit.isNoShow)
                sums.walks.push_back(visit.startedMs - visit.calledMs);
        });
        if (visit.isNoShow && isEnded)
            inAll(visit, visit.endedMs, true, [](Sums &sums) { ++sums.row.noShows; });
        const TimeMs servedMs = visit.endedMs - visit.wrapUpMs - visit.startedMs;
        if (!visit.isNoShow)
            inAll(visit, visit.calledMs, true, [&](Sums &sums) {
                sums.row.servingMs += std::min(m_untilMs, visit.endedMs) - std::min(m_untilMs, visit.startedMs);
            });
        if (!isServed)
            return;
        inAll(visit, visit.endedMs, true, [&](Sums &sums) {
            ++sums.row.served;
            sums.row.kept += waitMs <= visit.promiseMs;
            sums.services.push_back(servedMs);
            sums.transactions.push_back(visit.endedMs - visit.calledMs);
            if (visit.wrapUpMs > 0)
                sums.wrapUps.push_back(visit.wrapUpMs);
        });
    }

    void countOpen()
    {
        std::int64_t n = 0;
        for (const auto &[id, counter] : m_branch.counters()) {
            const std::int64_t breakMin = 690 + 30 * (n++ % 3); // lunch, one after the other
            if (m_filter.counter && id != *m_filter.counter)
                continue;
            for (std::int64_t minute = kOpensMin; minute < std::min(kClosesMin, m_untilMs / kMinuteMs); ++minute) {
                const bool isBreak = minute >= breakMin && minute < breakMin + 30;
                for (Sums *sums : {&m_total, &m_counters[id.value], &m_halfHours[minute / 30 * 30]}) {
                    sums->row.openMs += kMinuteMs;
                    sums->row.breakMs += isBreak ? kMinuteMs : 0;
                    sums->row.staff = sums == &m_counters[id.value] ? 1 : std::max(sums->row.staff, n);
                }
            }
        }
    }

    static FigureRow take(std::int64_t key, Sums &sums)
    {
        FigureRow &row = sums.row;
        row.key = key;
        row.promiseMs = row.called > 0 ? sums.promises / row.called : 0;
        row.waits = spread(sums.waits);
        row.services = spread(sums.services);
        row.walks = spread(sums.walks);
        row.wrapUps = spread(sums.wrapUps);
        row.transactions = spread(sums.transactions);
        row.servingMs = row.openMs > 0 ? std::min(row.servingMs, row.openMs - row.breakMs) : row.servingMs;
        return row;
    }

    const BranchState &m_branch;
    const FigureFilter &m_filter;
    TimeMs m_untilMs;
    bool m_isOpen;
    Sums m_total;
    std::map<std::int64_t, Sums> m_halfHours, m_services, m_segments, m_counters;
};

Result<Json> answered(const FixedLink &link, const Json &params)
{
    auto query = fromJson<DayFiguresQuery>(params, UnknownFields::Refuse);
    if (!query)
        return query.error();
    FigureFilter &filter = query->filter;
    const BranchState &branch = link.branch();
    const auto offset = static_cast<int>(branch.settings().utcOffsetMin);
    const std::string today = localDay(link.hubNowMs(), offset);
    if (filter.fromDay.empty())
        filter.fromDay = today;
    filter.toDay = filter.fromDay;
    const QDate date = QDate::fromString(QString::fromStdString(filter.fromDay), Qt::ISODate);
    if (!date.isValid() || date.dayOfWeek() == Qt::Sunday || filter.fromDay > today)
        return Error{ErrorCode::UnknownDay, "the branch was not opened on any of these days", {}};
    const bool isToday = filter.fromDay == today;
    const TimeMs nowMs = link.hubNowMs() - dayStart(today, offset);
    return toJson(Figures(branch, filter, isToday ? nowMs : kClosesMin * kMinuteMs, isToday)
                      .reckon(crowd(branch, static_cast<unsigned>(date.toJulianDay()))));
}

} // namespace

void answerFigures(FixedLink &link)
{
    link.addAnswers([&link](const std::string &method, const Json &params) -> Result<Json> {
        if (method != DayFiguresQuery::kMethod)
            return Error{ErrorCode::UnknownMethod, "not of figures", {}};
        return answered(link, params);
    });
}

QStringList todayDemoStates()
{
    return {QStringLiteral("today"), QStringLiteral("today-half-hours"), QStringLiteral("today-yesterday"),
            QStringLiteral("today-none")};
}

void showTodayState(const QString &name, SupervisorWindow &window)
{
    if (!todayDemoStates().contains(name))
        return;
    window.showToday();
    TodayPage &page = window.todayPage();
    const QDate today = QDate::fromString(
        QString::fromStdString(localDay(window.desk().link().hubNowMs(),
                                        static_cast<int>(window.desk().branch().settings().utcOffsetMin))),
        Qt::ISODate);
    if (name == QLatin1String("today-half-hours"))
        page.showGroup(FigureGroup::HalfHours);
    if (name == QLatin1String("today-yesterday"))
        page.showDay(today.addDays(today.dayOfWeek() == Qt::Monday ? -2 : -1).toString(Qt::ISODate).toStdString());
    if (name == QLatin1String("today-none"))
        page.showDay(today.addDays(-today.dayOfWeek()).toString(Qt::ISODate).toStdString());
}

} // namespace tiepdon
