// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/past.h"

#include "core/queue/engine.h"
#include "core/store/dialect.h"
#include "core/store/journal.h"
#include "core/store/schema.h"

namespace tiepdon {
namespace {

/// The state at the journal's end, from the last opening on.
Result<BranchState> presentState(Connection &connection, std::int64_t branch)
{
    const auto opened = lastOpening(connection, branch);
    if (!opened)
        return opened.error();
    if (*opened == 0)
        return Error{ErrorCode::NotDefined, "no day was ever opened", {}};
    auto reader = JournalReader::start(connection, branch, *opened);
    if (!reader)
        return std::move(reader).error();
    BranchState state;
    for (;;) {
        const auto row = reader->next();
        if (!row)
            return row.error();
        if (!*row)
            return state;
        const auto event = eventOf(**row);
        if (!event)
            return event.error();
        apply(state, *event, (*row)->atMs);
    }
}

std::optional<TimeMs> optionalMs(const Statement &row, int column)
{
    const QVariant value = row.column(column);
    return value.isNull() ? std::nullopt : std::optional<TimeMs>(value.toLongLong());
}

PastStep stepOf(const Statement &row, int utcOffsetMin)
{
    const auto whole = [&](int column) { return row.column(column).toLongLong(); };
    PastStep step;
    step.businessDay = row.column(0).toString().toStdString();
    const TimeMs localMs = whole(1) + utcOffsetMin * kMinuteMs;
    step.askedMs = localMs % kDayMs;
    step.segment = {whole(2)};
    step.isBooked = !row.column(3).isNull();
    step.isFirst = whole(4) == 1;
    step.service = {whole(5)};
    step.counter = {whole(6)};
    const TimeMs waitingFromMs = whole(7);
    const auto calledMs = optionalMs(row, 9);
    const auto startedMs = optionalMs(row, 10);
    const auto finishedMs = optionalMs(row, 11);
    const QString outcome = row.column(14).toString();
    step.isGone = outcome == u"noShow" || outcome == u"abandoned";
    const TimeMs untilMs = calledMs.value_or(finishedMs.value_or(waitingFromMs));
    step.waitedMs = std::max<TimeMs>(0, whole(8) + untilMs - waitingFromMs);
    const TimeMs servedBeforeMs = whole(12);
    if (calledMs && startedMs && servedBeforeMs == 0)
        step.walkMs = *startedMs - *calledMs;
    if (outcome == u"served" && startedMs && finishedMs)
        step.servedMs = servedBeforeMs + optionalMs(row, 13).value_or(*finishedMs) - *startedMs;
    return step;
}

} // namespace

Result<PastBranch> pastOf(const QString &directory)
{
    auto readable = openToRead(directory);
    if (!readable)
        return std::move(readable).error();
    if (readable->version < schemaVersionKnown())
        return Error{
            ErrorCode::DatabaseOlder,
            "the database is of version " + std::to_string(readable->version),
            {{"found", std::to_string(readable->version)}, {"known", std::to_string(schemaVersionKnown())}}};
    Connection &connection = *readable->connection;
    // one moment of the database, whatever a hub writes meanwhile
    if (auto begun = connection.exec(Dialect::beginRead()); !begun)
        return std::move(begun).error();
    const auto state = presentState(connection, readable->branch);
    if (!state)
        return state.error();
    PastBranch past;
    past.setup = state->setup();
    const TimeMs lastDay = dayStart(state->businessDay(), 0);
    const std::string from = localDay(std::max<TimeMs>(0, lastDay - kPastDays * kDayMs), 0);
    auto rows = Statement::prepare(
        connection,
        QStringLiteral("SELECT t.business_day, t.issued_ms, t.segment_id, t.booked_ms, s.step_no, s.service_id, "
                       "s.counter_id, s.waiting_from_ms, s.waited_before_ms, s.called_ms, s.started_ms, "
                       "s.finished_ms, s.served_before_ms, s.wrap_up_ms, s.outcome FROM visit_step s JOIN ticket t "
                       "ON t.branch = s.branch AND t.ticket_id = s.visit_id WHERE s.branch = :branch "
                       "ORDER BY s.visit_id DESC, s.step_no DESC"),
        {QStringLiteral("branch")});
    if (!rows)
        return std::move(rows).error();
    if (auto run = rows->run({wholeValue(readable->branch)}); !run)
        return std::move(run).error();
    const auto utcOffsetMin = static_cast<int>(past.setup.settings.utcOffsetMin);
    while (past.steps.size() < kPastStepsMax && rows->next()) {
        PastStep step = stepOf(*rows, utcOffsetMin);
        if (step.businessDay < from)
            break; // tickets are numbered in the order of the days
        if (rows->column(14).toString() != u"open")
            past.steps.push_back(std::move(step));
    }
    if (auto ended = rows->ended(); !ended)
        return std::move(ended).error();
    rows->finish();
    connection.rollback();
    return past;
}

} // namespace tiepdon
