// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/forecasttables.h"

#include "core/store/journal.h"

#include <algorithm>

namespace tiepdon {
namespace {

/// Older days say little of how long things take now.
constexpr TimeMs kDoneDays = 60;

/// Prepared and run.
Result<Statement> select(Connection &connection, const QString &sql, const QStringList &names,
                         const QVariantList &values)
{
    auto statement = Statement::prepare(connection, sql, names);
    if (!statement)
        return statement;
    if (auto done = statement->run(values); !done)
        return std::move(done).error();
    return statement;
}

std::int64_t whole(const Statement &statement, int column) { return statement.column(column).toLongLong(); }

std::string text(const Statement &statement, int column)
{
    return statement.column(column).toString().toStdString();
}

/// The ticket with a printed number of a day; the one issued last, where the number came twice.
Result<TicketId> ticketOf(Connection &connection, std::int64_t branch, const std::string &number,
                          const std::string &businessDay)
{
    auto found = businessDay.empty()
        ? select(
            connection,
            QStringLiteral("SELECT MAX(ticket_id) FROM ticket WHERE branch = :branch AND number = :number "
                           "AND business_day = (SELECT business_day FROM business_day WHERE branch = :of_branch "
                           "ORDER BY opened_seq DESC LIMIT 1)"),
            {QStringLiteral("branch"), QStringLiteral("number"), QStringLiteral("of_branch")},
            {wholeValue(branch), textValue(number), wholeValue(branch)})
        : select(connection,
                 QStringLiteral("SELECT MAX(ticket_id) FROM ticket WHERE branch = :branch AND number = :number "
                                "AND business_day = :business_day"),
                 {QStringLiteral("branch"), QStringLiteral("number"), QStringLiteral("business_day")},
                 {wholeValue(branch), textValue(number), textValue(businessDay)});
    if (!found)
        return std::move(found).error();
    const bool hasRow = found->next();
    if (!hasRow) {
        if (auto ended = found->ended(); !ended)
            return std::move(ended).error();
    }
    if (!hasRow || found->column(0).isNull())
        return Error{ErrorCode::UnknownTicket, "no ticket of that day has this number", {{"number", number}}};
    return TicketId{whole(*found, 0)};
}

/// The rule in force at an entry: of the last ruling or opening up to it.
Result<CallingRule> ruleAt(Connection &connection, std::int64_t branch, std::int64_t seq)
{
    auto found
        = select(connection,
                 QStringLiteral("SELECT seq, at_ms, actor, device, operation, name, body, hash FROM journal "
                                "WHERE branch = :branch AND seq <= :seq AND name IN ('BranchRuled', 'DayOpened') "
                                "ORDER BY seq DESC LIMIT 1"),
                 {QStringLiteral("branch"), QStringLiteral("seq")}, {wholeValue(branch), wholeValue(seq)});
    if (!found)
        return std::move(found).error();
    if (!found->next()) {
        auto ended = found->ended();
        return ended ? Result<CallingRule>(CallingRule()) : Result<CallingRule>(std::move(ended).error());
    }
    const auto event = eventOf(journalRow(*found));
    if (!event)
        return event.error();
    if (const auto *ruled = std::get_if<event::BranchRuled>(&*event))
        return ruled->settings.calling;
    if (const auto *opened = std::get_if<event::DayOpened>(&*event))
        return opened->state.setup.settings.calling;
    return Error{ErrorCode::DatabaseDamaged, "an entry is not what its name says", {}};
}

} // namespace

const DerivedTable &scoreTable()
{
    static const DerivedTable kTable{QStringLiteral("forecast_score"),
                                     {QStringLiteral("branch"), QStringLiteral("business_day")},
                                     {},
                                     {QStringLiteral("people"), QStringLiteral("mean_error_ms"),
                                      QStringLiteral("bias_ms"), QStringLiteral("under_permille"),
                                      QStringLiteral("inside_permille"), QStringLiteral("worst_inside_permille"),
                                      QStringLiteral("pinball_ms")}};
    return kTable;
}

QVariantList scoreRow(std::int64_t branch, const ScoreRecord &record)
{
    const Score &score = record.score;
    return {wholeValue(branch),
            textValue(record.businessDay),
            wholeValue(score.n),
            wholeValue(score.meanErrorMs),
            wholeValue(score.biasMs),
            wholeValue(score.underPermille),
            wholeValue(score.insidePermille),
            wholeValue(score.worstInsidePermille),
            wholeValue(score.pinballMs)};
}

Result<std::vector<ScoreRecord>> scores(Connection &connection, std::int64_t branch, std::int64_t daysMax)
{
    auto rows
        = select(connection,
                 QStringLiteral("SELECT business_day, people, mean_error_ms, bias_ms, under_permille, "
                                "inside_permille, worst_inside_permille, pinball_ms FROM forecast_score "
                                "WHERE branch = :branch ORDER BY business_day DESC LIMIT :days_max"),
                 {QStringLiteral("branch"), QStringLiteral("days_max")}, {wholeValue(branch), wholeValue(daysMax)});
    if (!rows)
        return std::move(rows).error();
    std::vector<ScoreRecord> list;
    while (rows->next()) {
        ScoreRecord record{text(*rows, 0), {}};
        record.score.n = whole(*rows, 1);
        record.score.meanErrorMs = whole(*rows, 2);
        record.score.biasMs = whole(*rows, 3);
        record.score.underPermille = whole(*rows, 4);
        record.score.insidePermille = whole(*rows, 5);
        record.score.worstInsidePermille = whole(*rows, 6);
        record.score.pinballMs = whole(*rows, 7);
        list.push_back(std::move(record));
    }
    if (auto ended = rows->ended(); !ended)
        return std::move(ended).error();
    return list;
}

Result<std::optional<LearnedRecord>> learnedRecord(Connection &connection, std::int64_t branch)
{
    auto rows = select(connection, QStringLiteral("SELECT seq, body FROM forecast WHERE branch = :branch"),
                       {QStringLiteral("branch")}, {wholeValue(branch)});
    if (!rows)
        return std::move(rows).error();
    if (rows->next())
        return std::optional(LearnedRecord{whole(*rows, 0), text(*rows, 1)});
    if (auto ended = rows->ended(); !ended)
        return std::move(ended).error();
    return std::optional<LearnedRecord>();
}

Result<std::vector<SeenCall>> doneServices(Connection &connection, std::int64_t branch,
                                           const std::string &businessDay)
{
    std::vector<SeenCall> done;
    const TimeMs day = dayStart(businessDay, 0);
    if (day < 0)
        return done;
    const std::string from = localDay(std::max<TimeMs>(0, day - kDoneDays * kDayMs), 0);
    auto rows = select(
        connection,
        QStringLiteral("SELECT t.business_day, s.service_id, s.staff_id, s.waiting_from_ms, s.waited_before_ms, "
                       "s.called_ms, s.finished_ms, s.outcome, t.ended_ms FROM visit_step s JOIN ticket t "
                       "ON t.branch = s.branch AND t.ticket_id = s.visit_id WHERE s.branch = :branch "
                       "AND t.business_day < :business_day AND s.outcome IN ('served', 'noShow') ORDER BY "
                       "s.visit_id DESC, s.step_no DESC"),
        {QStringLiteral("branch"), QStringLiteral("business_day")}, {wholeValue(branch), textValue(businessDay)});
    if (!rows)
        return std::move(rows).error();
    while (done.size() < kDoneServicesMax && rows->next()) {
        if (text(*rows, 0) < from)
            break; // tickets are numbered in the order of the days
        const bool isNoShow = rows->column(7).toString() == u"noShow";
        const int endColumn = isNoShow ? 8 : 6;
        if (rows->column(5).isNull() || rows->column(endColumn).isNull())
            continue;
        const TimeMs called = whole(*rows, 5);
        done.push_back({{whole(*rows, 1)},
                        {whole(*rows, 2)},
                        whole(*rows, 4) + called - whole(*rows, 3),
                        whole(*rows, endColumn) - called,
                        isNoShow});
    }
    if (auto ended = rows->ended(); !ended)
        return std::move(ended).error();
    std::reverse(done.begin(), done.end());
    return done;
}

Result<std::vector<CallRecord>> callsOf(Connection &connection, std::int64_t branch, const std::string &number,
                                        const std::string &businessDay)
{
    const auto ticket = ticketOf(connection, branch, number, businessDay);
    if (!ticket)
        return ticket.error();
    // a call ends the time before it
    auto rows = select(
        connection,
        QStringLiteral("SELECT j.seq, j.at_ms, j.actor, j.device, j.operation, j.name, j.body, j.hash "
                       "FROM visit_interval i JOIN journal j ON j.branch = i.branch "
                       "AND j.seq = i.ended_seq WHERE i.branch = :branch AND i.visit_id = :visit_id "
                       "AND j.name = 'TicketCalled' ORDER BY j.seq"),
        {QStringLiteral("branch"), QStringLiteral("visit_id")}, {wholeValue(branch), wholeValue(ticket->value)});
    if (!rows)
        return std::move(rows).error();
    std::vector<CallRecord> calls;
    while (rows->next()) {
        const JournalRow row = journalRow(*rows);
        const auto event = eventOf(row);
        if (!event)
            return event.error();
        if (const auto *called = std::get_if<event::TicketCalled>(&*event))
            calls.push_back({row.seq, row.atMs, {row.actor}, *called, {}});
    }
    if (auto ended = rows->ended(); !ended)
        return std::move(ended).error();
    for (CallRecord &call : calls) {
        const auto rule = ruleAt(connection, branch, call.seq);
        if (!rule)
            return rule.error();
        call.rule = *rule;
    }
    return calls;
}

} // namespace tiepdon
