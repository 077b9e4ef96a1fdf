// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dayvisits.h"

#include "core/store/connection.h"
#include "core/store/daytimes.h"
#include "core/store/dialect.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace tiepdon {
namespace {

constexpr auto kColumnsOfTicket
    = "ticket_id, number, issued_ms, state, ended_ms, segment_id, booked_ms, carried_from, series";
constexpr auto kColumnsOfStep
    = "visit_id, step_no, service_id, waiting_from_ms, called_ms, started_ms, finished_ms, counter_id, staff_id, "
      "recalls, misses, outcome, waited_before_ms, served_before_ms, wrap_up_ms, result_id, claimed_started_ms, "
      "claimed_finished_ms";
constexpr auto kColumnsOfInterval = "visit_id, step_no, from_ms, to_ms, counter_id, staff_id";

std::optional<TimeMs> optionalMs(const Statement &row, int column)
{
    const QVariant value = row.column(column);
    return value.isNull() ? std::nullopt : std::optional<TimeMs>(value.toLongLong());
}

template <class Named>
Result<Named> named(const Statement &row, int column)
{
    const std::string text = row.column(column).toString().toStdString();
    const auto known = names(Named{});
    const auto it = std::find(known.begin(), known.end(), text);
    if (it == known.end())
        return Error{ErrorCode::DatabaseDamaged, "a row has a state that is not known", {{"state", text}}};
    return static_cast<Named>(it - known.begin());
}

/// Reads the rows of one day's tickets.
class DayRows
{
public:
    DayRows(Connection &connection, std::int64_t branch, const DayTimes &times, DayVisits &into)
        : m_connection(connection), m_branch(branch), m_times(times), m_into(into)
    {
    }

    Result<void> read()
    {
        const std::size_t first = m_into.visits.size();
        if (auto done
            = readTickets(QStringLiteral("business_day = :value"), textValue(m_times.period.businessDay), false);
            !done)
            return done;
        // a day's tickets are numbered without a gap but for those of other days carried in
        if (m_into.visits.size() > first) {
            if (auto done = readParts(m_into.visits[first].ticket, m_into.visits.back().ticket); !done)
                return done;
        }
        for (const TicketId ticket : m_times.carriedIn) {
            if (auto done = readTickets(QStringLiteral("ticket_id = :value"), wholeValue(ticket.value), true);
                !done)
                return done;
            if (auto done = readParts(ticket, ticket); !done)
                return done;
        }
        for (std::size_t i = first; i < m_into.visits.size(); ++i)
            finish(m_into.visits[i]);
        return {};
    }

private:
    template <class EachRow>
    Result<void> forEach(const QString &sql, const QStringList &names, const QVariantList &values, EachRow each)
    {
        auto rows = Statement::prepare(m_connection, sql, names);
        if (!rows)
            return std::move(rows).error();
        if (auto run = rows->run(values); !run)
            return run;
        while (rows->next()) {
            if (Result<void> done = each(*rows); !done)
                return done;
        }
        return rows->ended();
    }

    Result<void> readTickets(const QString &condition, const QVariant &value, bool isCarriedIn)
    {
        return forEach(QStringLiteral("SELECT %1 FROM ticket WHERE branch = :branch AND %2 ORDER BY ticket_id")
                           .arg(QLatin1String(kColumnsOfTicket), condition),
                       {QStringLiteral("branch"), QStringLiteral("value")}, {wholeValue(m_branch), value},
                       [&](const Statement &row) -> Result<void> {
                           const auto state = named<TicketState>(row, 3);
                           if (!state)
                               return state.error();
                           DayVisit visit;
                           visit.ticket = {row.column(0).toLongLong()};
                           visit.businessDay = m_times.period.businessDay;
                           visit.number = row.column(1).toString().toStdString();
                           visit.issuedMs = row.column(2).toLongLong();
                           visit.arrivedMs = isCarriedIn ? m_times.period.fromMs : visit.issuedMs;
                           visit.series = row.column(8).toString().toStdString();
                           visit.state = *state;
                           visit.endedMs = optionalMs(row, 4);
                           visit.segment = {row.column(5).toLongLong()};
                           visit.bookedMs = optionalMs(row, 6);
                           visit.isCarriedIn = isCarriedIn;
                           m_isCarriedOn[visit.ticket] = !isCarriedIn && !row.column(7).toString().isEmpty();
                           m_at[visit.ticket] = m_into.visits.size();
                           m_into.visits.push_back(std::move(visit));
                           return {};
                       });
    }

    Result<void> readParts(TicketId first, TicketId last)
    {
        const QString of
            = QStringLiteral(" WHERE branch = :branch AND visit_id >= :first_id AND visit_id <= :last_id ");
        const QStringList names{QStringLiteral("branch"), QStringLiteral("first_id"), QStringLiteral("last_id")};
        const QVariantList values{wholeValue(m_branch), wholeValue(first.value), wholeValue(last.value)};
        auto steps = forEach(QStringLiteral("SELECT %1 FROM visit_step").arg(QLatin1String(kColumnsOfStep)) + of
                                 + QStringLiteral("ORDER BY visit_id, step_no"),
                             names, values, [&](const Statement &row) { return addStep(row); });
        if (!steps)
            return steps;
        return forEach(QStringLiteral("SELECT %1 FROM visit_interval").arg(QLatin1String(kColumnsOfInterval)) + of
                           + QStringLiteral("AND state = 'serving' ORDER BY visit_id, ended_seq"),
                       names, values, [&](const Statement &row) { return addInterval(row); });
    }

    DayVisit *visitOf(const Statement &row)
    {
        const auto it = m_at.find(TicketId{row.column(0).toLongLong()});
        return it == m_at.end() ? nullptr : &m_into.visits[it->second];
    }

    Result<void> addStep(const Statement &row)
    {
        DayVisit *visit = visitOf(row);
        if (!visit)
            return {};
        const auto outcome = named<StepOutcome>(row, 11);
        if (!outcome)
            return outcome.error();
        const auto whole = [&](int column) { return std::int64_t{row.column(column).toLongLong()}; };
        DayStep read;
        read.step.no = whole(1);
        read.step.service = {whole(2)};
        read.step.waitingFromMs = whole(3);
        read.step.calledMs = optionalMs(row, 4);
        read.step.startedMs = optionalMs(row, 5);
        read.step.finishedMs = optionalMs(row, 6);
        read.step.counter = {whole(7)};
        read.step.staff = {whole(8)};
        read.step.recalls = whole(9);
        read.step.misses = whole(10);
        read.step.outcome = *outcome;
        read.step.waitedBeforeMs = whole(12);
        read.step.servedBeforeMs = whole(13);
        read.step.wrapUpMs = optionalMs(row, 14);
        read.step.result = {whole(15)};
        read.step.claimedStartedMs = optionalMs(row, 16);
        read.step.claimedFinishedMs = optionalMs(row, 17);
        visit->steps.push_back(read);
        return {};
    }

    Result<void> addInterval(const Statement &row)
    {
        DayVisit *visit = visitOf(row);
        if (!visit)
            return {};
        const auto whole = [&](int column) { return std::int64_t{row.column(column).toLongLong()}; };
        visit->serving.push_back({visit->ticket, whole(1), TicketState::Serving, whole(2), whole(3),
                                  CounterId{whole(4)}, StaffId{whole(5)}});
        return {};
    }

    /// What is of this day alone, what was promised, what is in progress, and whether it is to be believed.
    void finish(DayVisit &visit)
    {
        const TimeMs fromMs = m_times.period.fromMs;
        const TimeMs untilMs = m_times.untilMs;
        const bool isCarriedOn = m_isCarriedOn[visit.ticket];
        for (DayStep &step : visit.steps) {
            const TimeMs asOfMs = step.step.finishedMs.value_or(m_into.nowMs);
            step.isHere = step.step.finishedMs ? *step.step.finishedMs >= fromMs && *step.step.finishedMs < untilMs
                                               : !isCarriedOn && m_times.isLast;
            if (!step.isHere) { // of its calls the row knows the last alone
                step.step.counter = {};
                step.step.staff = {};
            }
            const BranchState &branch = m_times.branchAt(asOfMs);
            step.promiseMs = branch.promiseMs(step.step.service, visit.segment);
            if (const Service *service = branch.service(step.step.service))
                step.expectedMs = service->expectedMs;
        }
        keepDaysSteps(visit);
        std::erase_if(visit.serving,
                      [&](const Interval &part) { return part.toMs <= fromMs || part.fromMs >= untilMs; });
        DayStep *last = visit.steps.empty() ? nullptr : &visit.steps.back();
        if (last && last->isHere && visit.state == TicketState::Serving && last->step.startedMs)
            visit.serving.push_back({visit.ticket, last->step.no, TicketState::Serving, *last->step.startedMs,
                                     std::max(*last->step.startedMs, m_into.nowMs), last->step.counter,
                                     last->step.staff});
        if (m_times.isBeforeIntervals)
            serveBySteps(visit);
        visit.isDuplicate = visit.state == TicketState::Cancelled && m_times.duplicates.contains(visit.ticket);
        for (const DayStep &step : visit.steps) {
            if (!step.isHere)
                continue;
            const TimeMs servedMs = step.step.serviceMs(step.step.finishedMs.value_or(m_into.nowMs));
            const bool isInService = step.step.outcome == StepOutcome::Open && visit.state == TicketState::Serving;
            const bool isLong = step.expectedMs > 0 && servedMs > kForgottenTimes * step.expectedMs;
            visit.isTooShort |= step.isServed() && servedMs < kTooShortMs;
            visit.isForgottenOpen |= (step.isServed() || isInService) && isLong;
            visit.isForgottenOpen |= step.step.outcome == StepOutcome::Ended && isInHand(visit, step);
        }
    }

    /// What came before the day or after it is other days'; but what somebody waits for when the day ends is asked
    /// for on it.
    void keepDaysSteps(DayVisit &visit) const
    {
        std::erase_if(visit.steps, [&](const DayStep &step) {
            return step.step.finishedMs && *step.step.finishedMs < m_times.period.fromMs;
        });
        const auto later = std::find_if(visit.steps.begin(), visit.steps.end(),
                                        [](const DayStep &step) { return !step.isHere; });
        if (later != visit.steps.end())
            visit.steps.erase(later + 1, visit.steps.end());
    }

    /// Whether a step that the day's closing ended was in service then, or after it.
    static bool isInHand(const DayVisit &visit, const DayStep &step)
    {
        return step.step.wrapUpMs
            || std::any_of(visit.serving.begin(), visit.serving.end(), [&](const Interval &part) {
                   return part.step == step.step.no && part.toMs == step.step.finishedMs;
               });
    }

    /// Days before there were intervals: what the steps say of their last call.
    static void serveBySteps(DayVisit &visit)
    {
        visit.serving.clear();
        for (const DayStep &step : visit.steps) {
            if (step.isHere && step.step.startedMs && step.step.finishedMs)
                visit.serving.push_back({visit.ticket, step.step.no, TicketState::Serving, *step.step.startedMs,
                                         step.step.wrapUpMs.value_or(*step.step.finishedMs), step.step.counter,
                                         step.step.staff});
        }
    }

    Connection &m_connection;
    std::int64_t m_branch;
    const DayTimes &m_times;
    DayVisits &m_into;
    std::unordered_map<TicketId, std::size_t> m_at;
    std::unordered_map<TicketId, bool> m_isCarriedOn;
};

} // namespace

Result<DayVisits> readDayVisits(Connection &connection, std::int64_t branch, std::string fromDay, std::string toDay,
                                TimeMs nowMs)
{
    if (auto begun = connection.exec(Dialect::beginRead()); !begun)
        return std::move(begun).error();
    const auto read = [&]() -> Result<DayVisits> {
        const auto days = readDayTimes(connection, branch, std::move(fromDay), std::move(toDay), nowMs);
        if (!days)
            return days.error();
        DayVisits visits;
        visits.nowMs = nowMs;
        std::unordered_map<TicketId, std::size_t> carriedOn; // where each was last
        for (std::size_t d = 0; d < days->size(); ++d) {
            const DayTimes &day = (*days)[d];
            const std::size_t first = visits.visits.size();
            visits.periods.push_back(day.period);
            visits.stretches.insert(visits.stretches.end(), day.stretches.begin(), day.stretches.end());
            visits.utcOffsetMin = day.branchAt(nowMs).settings().utcOffsetMin;
            if (auto done = DayRows(connection, branch, day, visits).read(); !done)
                return std::move(done).error();
            for (std::size_t i = first; i < visits.visits.size(); ++i) {
                DayVisit &visit = visits.visits[i];
                if (const auto earlier = carriedOn.find(visit.ticket);
                    visit.isCarriedIn && earlier != carriedOn.end())
                    visit.before = earlier->second;
                if (d + 1 < days->size() && (*days)[d + 1].carriedIn.contains(visit.ticket))
                    carriedOn[visit.ticket] = i;
            }
        }
        return visits;
    };
    auto visits = read();
    connection.rollback();
    return visits;
}

bool isOf(const FigureFilter &filter, const DayVisit &visit, const DayStep &step)
{
    return filter.takes(visit.segment, step.step);
}

std::optional<TimeMs> figureTimeMs(const DayVisit &visit, const DayStep &step, FigureKind kind)
{
    const auto arrivalOf
        = [&](bool isCounted) { return isCounted ? std::optional(visit.arrivedMs) : std::nullopt; };
    switch (kind) { // of the visit, whichever day the step is of
    case FigureKind::Arrived:
        return visit.arrivedMs;
    case FigureKind::TooShort:
        return arrivalOf(visit.isTooShort);
    case FigureKind::ForgottenOpen:
        return arrivalOf(visit.isForgottenOpen);
    case FigureKind::Duplicate:
        return arrivalOf(visit.isDuplicate);
    default:
        break;
    }
    if (!step.isHere)
        return std::nullopt;
    const bool isWaiting = visit.state == TicketState::Waiting && step.step.outcome == StepOutcome::Open;
    switch (kind) {
    case FigureKind::Called:
        return isWaiting ? std::nullopt : step.step.calledMs;
    case FigureKind::WaitingNow:
        return arrivalOf(isWaiting);
    default:
        return countedEndMs(kind, step.step, step.step.waitMs() <= step.promiseMs);
    }
}

bool isCountedBefore(const DayVisits &days, const DayVisit &visit, const FigureFilter &filter)
{
    for (auto at = visit.before; at; at = days.visits[*at].before) {
        const DayVisit &earlier = days.visits[*at];
        if ((!filter.leaveOutSuspects || !earlier.isSuspect())
            && std::any_of(earlier.steps.begin(), earlier.steps.end(),
                           [&](const DayStep &step) { return isOf(filter, earlier, step); }))
            return true;
    }
    return false;
}

bool isBehind(const DayVisits &day, const DayVisit &visit, const DayStep &step, const FigureTickets &filter)
{
    const FigureKind kind = filter.kind;
    const bool isSuspects
        = kind == FigureKind::TooShort || kind == FigureKind::ForgottenOpen || kind == FigureKind::Duplicate;
    if (!isOf(filter.filter, visit, step) || (filter.filter.leaveOutSuspects && !isSuspects && visit.isSuspect()))
        return false;
    if (isSuspects || kind == FigureKind::Arrived) {
        const auto first = std::find_if(visit.steps.begin(), visit.steps.end(),
                                        [&](const DayStep &each) { return isOf(filter.filter, visit, each); });
        if (&*first != &step || (kind == FigureKind::Arrived && isCountedBefore(day, visit, filter.filter)))
            return false;
    }
    const auto timeMs = figureTimeMs(visit, step, kind);
    return timeMs && (!filter.halfHourMin || halfHourOf(*timeMs, day.utcOffsetMin) == *filter.halfHourMin);
}

} // namespace tiepdon
