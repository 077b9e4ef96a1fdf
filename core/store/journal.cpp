// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal.h"

#include "core/wire/codec.h"

namespace tiepdon {
namespace {

Error damaged(std::int64_t seq, const std::string &what)
{
    return {ErrorCode::DatabaseDamaged,
            "journal entry " + std::to_string(seq) + " " + what,
            {{"seq", std::to_string(seq)}}};
}

bool isWhole(const QVariant &value) { return value.typeId() == QMetaType::LongLong; }

bool isText(const QVariant &value) { return value.typeId() == QMetaType::QString; }

} // namespace

Result<JournalReader> JournalReader::start(Connection &connection, std::int64_t branch, std::int64_t fromSeq)
{
    auto statement = Statement::prepare(
        connection,
        QStringLiteral("SELECT seq, at_ms, actor, device, operation, name, body, hash FROM journal "
                       "WHERE branch = :branch AND seq >= :from_seq ORDER BY seq"),
        {QStringLiteral("branch"), QStringLiteral("from_seq")});
    if (!statement)
        return std::move(statement).error();
    if (auto done = statement->run({wholeValue(branch), wholeValue(fromSeq)}); !done)
        return std::move(done).error();
    return JournalReader(std::move(*statement));
}

Result<std::optional<JournalRow>> JournalReader::next()
{
    if (!m_statement.next()) {
        if (auto ended = m_statement.ended(); !ended)
            return std::move(ended).error();
        return std::optional<JournalRow>();
    }
    std::array<QVariant, 8> columns;
    for (int i = 0; i < 8; ++i)
        columns.at(static_cast<std::size_t>(i)) = m_statement.column(i);
    const auto &[seq, at, actor, device, operation, name, body, hash] = columns;
    if (!isWhole(seq) || !isWhole(at) || !isWhole(actor) || !isText(device) || !isText(operation) || !isText(name)
        || !isText(body) || !isText(hash))
        return damaged(seq.toLongLong(), "has a column of another type");
    return std::optional(journalRow(m_statement));
}

JournalRow journalRow(const Statement &statement)
{
    const auto text = [&](int column) { return statement.column(column).toString().toUtf8(); };
    return {statement.column(0).toLongLong(),
            statement.column(1).toLongLong(),
            statement.column(2).toLongLong(),
            text(3),
            text(4),
            text(5),
            text(6),
            text(7)};
}

JournalRow rowOf(const JournalEntry &entry)
{
    JournalRow row;
    row.seq = entry.seq;
    row.atMs = entry.atMs;
    row.actor = entry.actor.value;
    row.device = QByteArray::fromStdString(entry.device);
    row.operation = QByteArray::fromStdString(entry.operation);
    const std::string_view eventName = name(entry.event);
    row.name = QByteArray(eventName.data(), static_cast<qsizetype>(eventName.size()));
    row.body = QByteArray::fromStdString(toBytes(bodyOf(entry.event)));
    return row;
}

Result<Event> eventOf(const JournalRow &row)
{
    const auto view = [](const QByteArray &bytes) {
        return std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    };
    const auto json = parseJson(view(row.body));
    if (!json)
        return damaged(row.seq, "cannot be read: " + json.error().message);
    auto event = eventFrom(view(row.name), *json);
    if (!event)
        return damaged(row.seq, "cannot be read: " + event.error().message);
    return event;
}

Result<std::optional<JournalEnd>> journalEnd(Connection &connection, std::int64_t branch, std::int64_t seq)
{
    auto statement
        = Statement::prepare(connection,
                             QStringLiteral("SELECT seq, hash FROM journal WHERE branch = :branch AND seq <= :seq "
                                            "ORDER BY seq DESC LIMIT 1"),
                             {QStringLiteral("branch"), QStringLiteral("seq")});
    if (!statement)
        return std::move(statement).error();
    if (auto done = statement->run({wholeValue(branch), wholeValue(seq)}); !done)
        return std::move(done).error();
    if (statement->next())
        return std::optional(
            JournalEnd{statement->column(0).toLongLong(), statement->column(1).toString().toUtf8()});
    if (auto ended = statement->ended(); !ended)
        return std::move(ended).error();
    return std::optional<JournalEnd>();
}

Result<JournalEnd> notedEnd(Connection &connection, std::int64_t branch)
{
    auto statement = Statement::prepare(
        connection, QStringLiteral("SELECT last_seq, last_hash FROM branch WHERE branch = :branch"),
        {QStringLiteral("branch")});
    if (!statement)
        return std::move(statement).error();
    if (auto done = statement->run({wholeValue(branch)}); !done)
        return std::move(done).error();
    if (statement->next())
        return JournalEnd{statement->column(0).toLongLong(), statement->column(1).toString().toUtf8()};
    if (auto ended = statement->ended(); !ended)
        return std::move(ended).error();
    return Error{ErrorCode::DatabaseDamaged, "the database does not note its journal's end", {}};
}

Result<ChainEnds> chainEnds(Connection &connection, std::int64_t branch)
{
    // one row holds both, so that no transaction is needed
    auto statement = Statement::prepare(
        connection,
        QStringLiteral("SELECT last_seq, last_hash, audit_seq, audit_hash FROM branch WHERE branch = :branch"),
        {QStringLiteral("branch")});
    if (!statement)
        return std::move(statement).error();
    if (auto done = statement->run({wholeValue(branch)}); !done)
        return std::move(done).error();
    if (!statement->next())
        return Error{ErrorCode::DatabaseDamaged, "the database does not note its chains' ends", {}};
    ChainEnds ends{branch, statement->column(0).toLongLong(), statement->column(1).toString().toStdString(),
                   statement->column(2).toLongLong(), statement->column(3).toString().toStdString()};
    if (ends.auditSeq == 0) // a database made before there was an audit notes no hash
        ends.auditHash = HashChain(branch, HashChain::Of::Audit).hash().toStdString();
    return ends;
}

Result<std::int64_t> lastOpening(Connection &connection, std::int64_t branch)
{
    auto statement = Statement::prepare(
        connection, QStringLiteral("SELECT MAX(opened_seq) FROM business_day WHERE branch = :branch"),
        {QStringLiteral("branch")});
    if (!statement)
        return std::move(statement).error();
    if (auto done = statement->run({wholeValue(branch)}); !done)
        return std::move(done).error();
    if (!statement->next()) {
        auto ended = statement->ended();
        return ended ? Error{ErrorCode::StorageFailed, "no row of an aggregate", {}} : std::move(ended).error();
    }
    return std::int64_t(statement->column(0).toLongLong());
}

} // namespace tiepdon
