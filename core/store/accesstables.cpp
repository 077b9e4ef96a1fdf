// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/accesstables.h"

#include "core/store/journal.h"
#include "core/store/recordtable.h"

#include <QVariant>

#include <algorithm>

namespace tiepdon {
namespace {

using namespace records;

const RecordTable &deviceTable()
{
    static const RecordTable kTable{"device", list({"device_id"}),
                                    list({"name", "kind", "app", "fingerprint", "enrolled_ms", "revoked_ms"})};
    return kTable;
}

const RecordTable &enrolmentTable()
{
    static const RecordTable kTable{"enrolment", list({"secret_hash"}),
                                    list({"name", "kind", "made_by", "made_ms", "expires_ms", "used_by"})};
    return kTable;
}

const RecordTable &accountTable()
{
    static const RecordTable kTable{
        "account", list({"staff_id"}),
        list({"account", "name", "roles", "password_hash", "must_change", "disabled", "password_ms"})};
    return kTable;
}

const RecordTable &sessionTable()
{
    static const RecordTable kTable{
        "session", list({"token_hash"}),
        list({"staff_id", "device_id", "started_ms", "expires_ms", "locked", "ended_ms"})};
    return kTable;
}

const QStringList &auditColumns()
{
    static const QStringList kColumns
        = list({"seq", "at_ms", "actor", "device_id", "action", "subject", "outcome", "detail", "hash"});
    return kColumns;
}

/// The writer's statements, in the order they are prepared.
enum Which : std::size_t {
    kDevice,
    kEnrolment,
    kAccount,
    kSession,
    kAudit,
    kEnd,
    kForgetSessions,
    kForgetEnrolments
};

QVariant rolesValue(const std::vector<Role> &roles)
{
    QStringList list;
    for (const Role role : roles)
        list.push_back(named(role).toString());
    return list.join(u',');
}

Result<std::vector<Role>> rolesOf(const QString &text)
{
    std::vector<Role> roles;
    for (const QString &name : text.split(u',', Qt::SkipEmptyParts)) {
        const auto role = valueOf<Role>(name);
        if (!role)
            return Error{ErrorCode::DatabaseDamaged, "no role is called " + name.toStdString(), {}};
        roles.push_back(*role);
    }
    return roles;
}

QVariantList rowOf(std::int64_t branch, const Device &d)
{
    return {wholeValue(branch), wholeValue(d.id.value),   textValue(d.name),        named(d.kind),
            textValue(d.app),   textValue(d.fingerprint), wholeValue(d.enrolledMs), orNull(d.revokedMs)};
}

QVariantList rowOf(std::int64_t branch, const Enrolment &e)
{
    return {wholeValue(branch),      textValue(e.secretHash),    textValue(e.name),
            named(e.kind),           wholeValue(e.madeBy.value), wholeValue(e.madeMs),
            wholeValue(e.expiresMs), wholeValue(e.usedBy.value)};
}

QVariantList rowOf(std::int64_t branch, const Account &a)
{
    return {wholeValue(branch),      wholeValue(a.staff.value), textValue(a.account),         textValue(a.name),
            rolesValue(a.roles),     textValue(a.passwordHash), a.mustChangePassword ? 1 : 0, a.isDisabled ? 1 : 0,
            wholeValue(a.passwordMs)};
}

QVariantList rowOf(std::int64_t branch, const Session &s)
{
    return {wholeValue(branch),      textValue(s.tokenHash),  wholeValue(s.staff.value), wholeValue(s.device.value),
            wholeValue(s.startedMs), wholeValue(s.expiresMs), s.isLocked ? 1 : 0,        orNull(s.endedMs)};
}

AuditEntry entryOf(const Statement &statement)
{
    return {statement.column(0).toLongLong(),   statement.column(1).toLongLong(),
            {statement.column(2).toLongLong()}, {statement.column(3).toLongLong()},
            textOf(statement.column(4)),        textOf(statement.column(5)),
            textOf(statement.column(6)),        textOf(statement.column(7))};
}

/// Calls `each` for every row of a table; stops at its first error.
Result<void> forEachRow(Connection &connection, std::int64_t branch, const RecordTable &table,
                        const QString &condition, const std::function<Result<void>(const Statement &)> &each)
{
    auto statement = Statement::prepare(connection, table.select(condition), list({"branch"}));
    if (!statement)
        return std::move(statement).error();
    if (auto done = statement->run({wholeValue(branch)}); !done)
        return done;
    while (statement->next()) {
        if (auto done = each(*statement); !done)
            return done;
    }
    return statement->ended();
}

} // namespace

Result<AccessWriter> AccessWriter::prepare(Connection &connection, std::int64_t branch)
{
    const QStringList audit = QStringList{QStringLiteral("branch")} + auditColumns();
    const std::vector<std::pair<QString, QStringList>> wanted = {
        {deviceTable().upsert(), deviceTable().columns()},
        {enrolmentTable().upsert(), enrolmentTable().columns()},
        {accountTable().upsert(), accountTable().columns()},
        {sessionTable().upsert(), sessionTable().columns()},
        {QStringLiteral("INSERT INTO audit (%1) VALUES (:%2)")
             .arg(audit.join(QStringLiteral(", ")), audit.join(QStringLiteral(", :"))),
         audit},
        {QStringLiteral(
             "UPDATE branch SET audit_seq = :audit_seq, audit_hash = :audit_hash WHERE branch = :branch"),
         list({"audit_seq", "audit_hash", "branch"})},
        {QStringLiteral("DELETE FROM session WHERE branch = :branch AND expires_ms < :before_ms"),
         list({"branch", "before_ms"})},
        {QStringLiteral("DELETE FROM enrolment WHERE branch = :branch AND expires_ms < :before_ms"),
         list({"branch", "before_ms"})},
    };
    std::vector<Statement> statements;
    for (const auto &[sql, columns] : wanted) {
        auto statement = Statement::prepare(connection, sql, columns);
        if (!statement)
            return std::move(statement).error();
        statements.push_back(std::move(*statement));
    }
    return AccessWriter(std::move(statements), branch);
}

Result<void> AccessWriter::write(const AccessChange &change)
{
    return std::visit(
        [this](const auto &record) {
            static_assert(std::variant_size_v<AccessChange> == 4);
            using Record = std::decay_t<decltype(record)>;
            constexpr Which which = std::same_as<Record, Device> ? kDevice
                : std::same_as<Record, Enrolment>                ? kEnrolment
                : std::same_as<Record, Account>                  ? kAccount
                                                                 : kSession;
            return m_statements.at(which).run(rowOf(m_branch, record));
        },
        change);
}

Result<void> AccessWriter::write(const AuditEntry &e, const QByteArray &hash)
{
    return m_statements.at(kAudit).run({wholeValue(m_branch), wholeValue(e.seq), wholeValue(e.atMs),
                                        wholeValue(e.actor.value), wholeValue(e.device.value), textValue(e.action),
                                        textValue(e.subject), textValue(e.outcome), textValue(e.detail),
                                        QString::fromLatin1(hash)});
}

Result<void> AccessWriter::noteEnd(std::int64_t seq, const QByteArray &hash)
{
    return m_statements.at(kEnd).run({wholeValue(seq), QString::fromLatin1(hash), wholeValue(m_branch)});
}

Result<void> AccessWriter::forgetBefore(TimeMs ms)
{
    for (const Which which : {kForgetSessions, kForgetEnrolments}) {
        if (auto done = m_statements.at(which).run({wholeValue(m_branch), wholeValue(ms)}); !done)
            return done;
    }
    return {};
}

Result<std::vector<AccessChange>> accessRecords(Connection &connection, std::int64_t branch, TimeMs nowMs)
{
    std::vector<AccessChange> records;
    const auto damaged = [](const std::string &what) {
        return Error{ErrorCode::DatabaseDamaged, "a " + what + " cannot be read", {}};
    };
    auto done = forEachRow(connection, branch, deviceTable(), {}, [&](const Statement &row) -> Result<void> {
        const auto kind = valueOf<DeviceKind>(row.column(2).toString());
        if (!kind)
            return damaged("device");
        records.push_back(Device{{row.column(0).toLongLong()},
                                 textOf(row.column(1)),
                                 *kind,
                                 textOf(row.column(3)),
                                 textOf(row.column(4)),
                                 row.column(5).toLongLong(),
                                 timeOf(row.column(6))});
        return {};
    });
    if (!done)
        return std::move(done).error();
    done = forEachRow(connection, branch, accountTable(), {}, [&](const Statement &row) -> Result<void> {
        const auto roles = rolesOf(row.column(3).toString());
        if (!roles)
            return roles.error();
        records.push_back(Account{{row.column(0).toLongLong()},
                                  textOf(row.column(1)),
                                  textOf(row.column(2)),
                                  *roles,
                                  textOf(row.column(4)),
                                  row.column(5).toInt() != 0,
                                  row.column(6).toInt() != 0,
                                  row.column(7).toLongLong()});
        return {};
    });
    if (!done)
        return std::move(done).error();
    const QString live = QStringLiteral("expires_ms > %1").arg(nowMs);
    done = forEachRow(connection, branch, sessionTable(), live + QStringLiteral(" AND ended_ms IS NULL"),
                      [&](const Statement &row) -> Result<void> {
                          records.push_back(Session{textOf(row.column(0)),
                                                    {row.column(1).toLongLong()},
                                                    {row.column(2).toLongLong()},
                                                    row.column(3).toLongLong(),
                                                    row.column(4).toLongLong(),
                                                    row.column(5).toInt() != 0,
                                                    timeOf(row.column(6))});
                          return {};
                      });
    if (!done)
        return std::move(done).error();
    done = forEachRow(connection, branch, enrolmentTable(), live, [&](const Statement &row) -> Result<void> {
        const auto kind = valueOf<DeviceKind>(row.column(2).toString());
        if (!kind)
            return damaged("enrolment");
        records.push_back(Enrolment{textOf(row.column(0)),
                                    textOf(row.column(1)),
                                    *kind,
                                    {row.column(3).toLongLong()},
                                    row.column(4).toLongLong(),
                                    row.column(5).toLongLong(),
                                    {row.column(6).toLongLong()}});
        return {};
    });
    if (!done)
        return std::move(done).error();
    return records;
}

Result<std::vector<AuditEntry>> auditEntries(Connection &connection, std::int64_t branch, const AuditQuery &query)
{
    QStringList conditions{QStringLiteral("branch = :branch")};
    QStringList placeholders = list({"branch"});
    QVariantList values{wholeValue(branch)};
    const auto where = [&](const char *condition, const char *placeholder, const QVariant &value) {
        conditions.push_back(QLatin1String(condition));
        placeholders.push_back(QLatin1String(placeholder));
        values.push_back(value);
    };
    if (query.fromMs)
        where("at_ms >= :from_ms", "from_ms", wholeValue(*query.fromMs));
    if (query.toMs)
        where("at_ms < :to_ms", "to_ms", wholeValue(*query.toMs));
    if (query.actor)
        where("actor = :actor", "actor", wholeValue(query.actor->value));
    if (query.device)
        where("device_id = :device_id", "device_id", wholeValue(query.device->value));
    if (query.action)
        where("action = :action", "action", textValue(*query.action));
    if (query.isRefused)
        where(*query.isRefused ? "outcome <> :outcome" : "outcome = :outcome", "outcome", QStringLiteral("done"));
    if (query.beforeSeq)
        where("seq < :before_seq", "before_seq", wholeValue(*query.beforeSeq));
    where("1 = 1 ORDER BY seq DESC LIMIT :at_most", "at_most", wholeValue(query.limit));
    auto statement = Statement::prepare(
        connection,
        QStringLiteral("SELECT %1 FROM audit WHERE %2")
            .arg(auditColumns().join(QStringLiteral(", ")), conditions.join(QStringLiteral(" AND "))),
        placeholders);
    if (!statement)
        return std::move(statement).error();
    if (auto done = statement->run(values); !done)
        return std::move(done).error();
    std::vector<AuditEntry> entries;
    while (statement->next())
        entries.push_back(entryOf(*statement));
    if (auto ended = statement->ended(); !ended)
        return std::move(ended).error();
    return entries;
}

Result<AuditReader> AuditReader::start(Connection &connection, std::int64_t branch)
{
    auto statement = Statement::prepare(connection,
                                        QStringLiteral("SELECT %1 FROM audit WHERE branch = :branch ORDER BY seq")
                                            .arg(auditColumns().join(QStringLiteral(", "))),
                                        list({"branch"}));
    if (!statement)
        return std::move(statement).error();
    if (auto done = statement->run({wholeValue(branch)}); !done)
        return std::move(done).error();
    return AuditReader(std::move(*statement));
}

Result<std::optional<AuditRow>> AuditReader::next()
{
    if (!m_statement.next()) {
        if (auto ended = m_statement.ended(); !ended)
            return std::move(ended).error();
        return std::optional<AuditRow>();
    }
    for (int i = 0; i < auditColumns().size(); ++i) {
        const int expected = i < 4 ? QMetaType::LongLong : QMetaType::QString;
        if (m_statement.column(i).typeId() != expected) {
            const std::string seq = std::to_string(m_statement.column(0).toLongLong());
            return Error{
                ErrorCode::DatabaseDamaged, "audit entry " + seq + " has a column of another type", {{"seq", seq}}};
        }
    }
    return std::optional(AuditRow{entryOf(m_statement), m_statement.column(8).toString().toUtf8()});
}

Result<void> checkAuditEnd(Connection &connection, std::int64_t branch)
{
    const auto noted = chainEnds(connection, branch);
    if (!noted)
        return noted.error();
    auto statement = Statement::prepare(connection,
                                        QStringLiteral("SELECT seq, hash FROM audit WHERE branch = :branch "
                                                       "ORDER BY seq DESC LIMIT 1"),
                                        list({"branch"}));
    if (!statement)
        return std::move(statement).error();
    if (auto done = statement->run({wholeValue(branch)}); !done)
        return done;
    std::int64_t seq = 0;
    QByteArray hash = HashChain(branch, HashChain::Of::Audit).hash();
    if (statement->next()) {
        seq = statement->column(0).toLongLong();
        hash = statement->column(1).toString().toUtf8();
    } else if (auto ended = statement->ended(); !ended) {
        return ended;
    }
    if (seq == noted->auditSeq && hash.toStdString() == noted->auditHash)
        return {};
    return Error{ErrorCode::DatabaseDamaged,
                 "the audit ends at " + std::to_string(seq) + ", it had reached " + std::to_string(noted->auditSeq),
                 {{"seq", std::to_string(seq)}}};
}

Result<std::optional<QByteArray>> hashAt(Connection &connection, std::int64_t branch, HashChain::Of of,
                                         std::int64_t seq)
{
    if (seq == 0)
        return std::optional(HashChain(branch, of).hash());
    auto statement = Statement::prepare(
        connection,
        QStringLiteral("SELECT hash FROM %1 WHERE branch = :branch AND seq = :seq")
            .arg(of == HashChain::Of::Journal ? QStringLiteral("journal") : QStringLiteral("audit")),
        list({"branch", "seq"}));
    if (!statement)
        return std::move(statement).error();
    if (auto done = statement->run({wholeValue(branch), wholeValue(seq)}); !done)
        return std::move(done).error();
    if (statement->next())
        return std::optional(statement->column(0).toString().toLatin1());
    if (auto ended = statement->ended(); !ended)
        return std::move(ended).error();
    return std::optional<QByteArray>();
}

} // namespace tiepdon
