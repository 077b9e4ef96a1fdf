// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/daytimes.h"

#include "core/store/journal.h"

#include <algorithm>
#include <limits>
#include <map>

namespace tiepdon {
namespace {

constexpr TimeMs kFarMs = std::numeric_limits<TimeMs>::max();

/// A day's opening: its entries are those up to the next.
struct Opening {
    std::int64_t seq = 0;
    std::int64_t untilSeq = std::numeric_limits<std::int64_t>::max();
    std::string businessDay;
};

QString nameOf(std::string_view name) { return QString::fromLatin1(name.data(), qsizetype(name.size())); }

/// The events that say when counters worked and what the branch promised; few among a day's thousands.
QString namesRead()
{
    QStringList names;
    for (const std::string_view name :
         {event::DayOpened::kName, event::DayClosed::kName, event::CounterOpened::kName,
          event::CounterClosed::kName, event::CounterPaused::kName, event::CounterResumed::kName,
          event::CounterDefined::kName, event::ServiceDefined::kName, event::SegmentDefined::kName,
          event::BranchRuled::kName, event::PartRemoved::kName, event::TicketCarried::kName,
          event::TicketCancelled::kName, event::TicketRestored::kName})
        names.push_back(QLatin1Char('\'') + nameOf(name) + QLatin1Char('\''));
    return names.join(QStringLiteral(", "));
}

Result<std::vector<Opening>> openings(Connection &connection, std::int64_t branch)
{
    auto rows = Statement::prepare(
        connection,
        QStringLiteral(
            "SELECT opened_seq, business_day FROM business_day WHERE branch = :branch ORDER BY opened_seq"),
        {QStringLiteral("branch")});
    if (!rows)
        return std::move(rows).error();
    if (auto run = rows->run({wholeValue(branch)}); !run)
        return std::move(run).error();
    std::vector<Opening> all;
    while (rows->next()) {
        Opening opening;
        opening.seq = rows->column(0).toLongLong();
        opening.businessDay = rows->column(1).toString().toStdString();
        if (!all.empty())
            all.back().untilSeq = opening.seq;
        all.push_back(std::move(opening));
    }
    if (auto ended = rows->ended(); !ended)
        return std::move(ended).error();
    return all;
}

Result<std::int64_t> intervalsFrom(Connection &connection, std::int64_t branch)
{
    auto row = Statement::prepare(connection,
                                  QStringLiteral("SELECT intervals_from_seq FROM branch WHERE branch = :branch"),
                                  {QStringLiteral("branch")});
    if (!row)
        return std::move(row).error();
    if (auto run = row->run({wholeValue(branch)}); !run)
        return std::move(run).error();
    if (!row->next())
        return Error{ErrorCode::DatabaseDamaged, "the database does not note its branch", {}};
    return std::int64_t{row->column(0).toLongLong()};
}

/// Walks through the entries of one day and notes what they say of its counters and promises.
class DayWalk
{
public:
    explicit DayWalk(DayTimes &times) : m_times(times) { }

    void take(const Event &event, TimeMs atMs)
    {
        std::visit([&](const auto &e) { on(e, atMs); }, event);
    }

    /// The day's entries are through; who still sits somewhere does so up to `atMs`.
    void end(TimeMs atMs)
    {
        for (const auto &[counter, open] : m_open)
            close(counter, open, atMs);
        m_open.clear();
    }

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] TimeMs closedMs() const { return m_closedMs; }

private:
    struct Open {
        StaffId staff;
        TimeMs sinceMs = 0;
        bool isBreak = false;
    };

    void close(CounterId counter, const Open &open, TimeMs atMs)
    {
        if (atMs > open.sinceMs)
            m_times.stretches.push_back({counter, open.staff, open.sinceMs, atMs, open.isBreak});
    }
    /// From now on it is otherwise there.
    void turn(CounterId counter, std::optional<Open> next, TimeMs atMs)
    {
        if (const auto it = m_open.find(counter); it != m_open.end()) {
            close(counter, it->second, atMs);
            m_open.erase(it);
        }
        if (next)
            m_open[counter] = *next;
    }
    void breakIs(CounterId counter, bool isBreak, TimeMs atMs)
    {
        if (const auto it = m_open.find(counter); it != m_open.end())
            turn(counter, Open{it->second.staff, atMs, isBreak}, atMs);
    }
    /// The branch as it is from now on.
    void define(const Event &event, TimeMs atMs)
    {
        auto &branches = m_times.branches;
        // a whole branch can be defined anew at once
        if (branches.empty() || branches.back().first != atMs)
            branches.emplace_back(atMs, branches.empty() ? BranchState() : branches.back().second);
        apply(branches.back().second, event, atMs);
    }

    void on(const event::DayOpened &e, TimeMs atMs)
    {
        end(atMs);
        StateImage empty;
        empty.setup = e.state.setup;
        empty.businessDay = e.state.businessDay;
        m_times.branches.emplace_back(atMs, BranchState(empty));
        for (const CounterState &counter : e.state.counters) {
            if (counter.isOpen())
                m_open[counter.counter] = {counter.staff, atMs, counter.onBreak.has_value()};
        }
        m_isOpen = true;
    }
    void on(const event::DayClosed &, TimeMs atMs)
    {
        end(atMs);
        m_isOpen = false;
        m_closedMs = atMs;
    }
    void on(const event::CounterOpened &e, TimeMs atMs) { turn(e.counter, Open{e.staff, atMs, false}, atMs); }
    void on(const event::CounterClosed &e, TimeMs atMs) { turn(e.counter, {}, atMs); }
    void on(const event::CounterPaused &e, TimeMs atMs) { breakIs(e.counter, true, atMs); }
    void on(const event::CounterResumed &e, TimeMs atMs) { breakIs(e.counter, false, atMs); }
    void on(const event::ServiceDefined &e, TimeMs atMs) { define(e, atMs); }
    void on(const event::SegmentDefined &e, TimeMs atMs) { define(e, atMs); }
    void on(const event::CounterDefined &e, TimeMs atMs) { define(e, atMs); }
    void on(const event::BranchRuled &e, TimeMs atMs) { define(e, atMs); }
    void on(const event::PartRemoved &e, TimeMs atMs) { define(e, atMs); }
    void on(const event::TicketCarried &e, TimeMs) { m_times.carriedIn.insert(e.ticket); }
    void on(const event::TicketCancelled &e, TimeMs)
    {
        if (e.reason == HandReason::Duplicate)
            m_times.duplicates.insert(e.ticket);
    }
    void on(const event::TicketRestored &e, TimeMs) { m_times.duplicates.erase(e.ticket); }
    template <class Other>
    void on(const Other &, TimeMs)
    {
    }

    DayTimes &m_times;
    std::map<CounterId, Open> m_open;
    bool m_isOpen = false;
    TimeMs m_closedMs = 0;
};

/// Reads the entries of one opening into the day's walk.
Result<void> walk(Connection &connection, std::int64_t branch, const Opening &opening, DayTimes &times,
                  DayWalk &day)
{
    auto rows = Statement::prepare(
        connection,
        QStringLiteral("SELECT seq, at_ms, actor, device, operation, name, body, hash FROM journal WHERE "
                       "branch = :branch AND seq >= :from_seq AND seq < :until_seq AND name IN (%1) ORDER BY seq")
            .arg(namesRead()),
        {QStringLiteral("branch"), QStringLiteral("from_seq"), QStringLiteral("until_seq")});
    if (!rows)
        return std::move(rows).error();
    if (auto run = rows->run({wholeValue(branch), wholeValue(opening.seq), wholeValue(opening.untilSeq)}); !run)
        return run;
    while (rows->next()) {
        const JournalRow row = journalRow(*rows);
        const auto event = eventOf(row);
        if (!event)
            return event.error();
        if (times.period.fromMs == 0)
            times.period.fromMs = row.atMs;
        day.take(*event, row.atMs);
    }
    return rows->ended();
}

/// The time of an entry.
Result<TimeMs> timeOf(Connection &connection, std::int64_t branch, std::int64_t seq)
{
    auto row = Statement::prepare(connection,
                                  QStringLiteral("SELECT at_ms FROM journal WHERE branch = :branch AND seq = :seq"),
                                  {QStringLiteral("branch"), QStringLiteral("seq")});
    if (!row)
        return std::move(row).error();
    if (auto run = row->run({wholeValue(branch), wholeValue(seq)}); !run)
        return std::move(run).error();
    if (!row->next())
        return Error{ErrorCode::DatabaseDamaged, "a day's opening is not in the journal", {}};
    return TimeMs{row->column(0).toLongLong()};
}

Error badDay(const char *field)
{
    return {ErrorCode::InvalidParams,
            "days are YYYY-MM-DD, from before to, at most " + std::to_string(kFigureDaysMax),
            {{"field", std::string("filter.") + field}}};
}

} // namespace

const BranchState &DayTimes::branchAt(TimeMs timeMs) const
{
    static const BranchState kNone;
    if (branches.empty())
        return kNone;
    const auto after = std::upper_bound(branches.begin(), branches.end(), timeMs,
                                        [](TimeMs at, const auto &each) { return at < each.first; });
    return after == branches.begin() ? after->second : std::prev(after)->second;
}

Result<std::vector<DayTimes>> readDayTimes(Connection &connection, std::int64_t branch, std::string fromDay,
                                           std::string toDay, TimeMs nowMs)
{
    const auto all = openings(connection, branch);
    if (!all)
        return all.error();
    const auto intervalsFromSeq = intervalsFrom(connection, branch);
    if (!intervalsFromSeq)
        return intervalsFromSeq.error();
    if (fromDay.empty() && !all->empty())
        fromDay = all->back().businessDay;
    if (toDay.empty())
        toDay = fromDay;
    const TimeMs fromMs = dayStart(fromDay, 0);
    const TimeMs toMs = dayStart(toDay, 0);
    if (!fromDay.empty() && fromMs < 0)
        return badDay("fromDay");
    if (!toDay.empty() && (toMs < fromMs || toMs - fromMs >= kFigureDaysMax * kDayMs))
        return badDay("toDay");

    std::vector<DayTimes> days;
    std::vector<DayWalk> walks;
    walks.reserve(all->size()); // each refers to a day
    days.reserve(all->size());
    for (std::size_t i = 0; i < all->size(); ++i) {
        const Opening &opening = (*all)[i];
        if (opening.businessDay < fromDay || opening.businessDay > toDay)
            continue;
        auto at = std::find_if(days.begin(), days.end(),
                               [&](const DayTimes &day) { return day.period.businessDay == opening.businessDay; });
        if (at == days.end()) {
            at = days.insert(days.end(), DayTimes());
            walks.emplace_back(*at);
            at->period.businessDay = opening.businessDay;
            at->isBeforeIntervals = opening.seq < *intervalsFromSeq;
        }
        DayWalk &day = walks[static_cast<std::size_t>(at - days.begin())];
        if (auto done = walk(connection, branch, opening, *at, day); !done)
            return std::move(done).error();
        at->isLast = i + 1 == all->size();
        at->untilMs = kFarMs;
        if (!at->isLast) {
            const auto nextMs = timeOf(connection, branch, (*all)[i + 1].seq);
            if (!nextMs)
                return nextMs.error();
            at->untilMs = *nextMs;
        }
        at->period.isOpen = day.isOpen() && at->isLast;
        at->period.toMs = at->period.isOpen ? std::max(nowMs, at->period.fromMs)
            : day.isOpen()                  ? at->untilMs
                                            : day.closedMs();
        day.end(at->period.toMs);
    }
    if (days.empty())
        return Error{ErrorCode::UnknownDay, "the branch was not opened on any of these days", {{"day", fromDay}}};
    return days;
}

} // namespace tiepdon
