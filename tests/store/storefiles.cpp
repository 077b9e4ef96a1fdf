// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefiles.h"

#include "core/store/chain.h"
#include "storedbranch.h"

#include <QDir>
#include <QEventLoop>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

namespace tiepdon {

Result<void> writeAll(Store &store, std::vector<Commit> commits)
{
    Result<void> result;
    QEventLoop loop;
    std::size_t left = commits.size();
    QObject::connect(&store, &Store::committed, &loop, [&](qulonglong count) {
        left -= count;
        if (left == 0)
            loop.quit();
    });
    QObject::connect(&store, &Store::failed, &loop, [&](const Error &error) {
        result = error;
        loop.quit();
    });
    for (Commit &commit : commits)
        store.commit(std::move(commit));
    if (left > 0)
        loop.exec();
    return result;
}

namespace {

/// What a question of the store is answered, waited for.
template <class Answer, class Ask>
Result<Answer> answered(const Ask &ask)
{
    std::optional<Result<Answer>> answer;
    QEventLoop loop;
    ask([&](const Result<Answer> &found) {
        answer = found;
        loop.quit();
    });
    loop.exec();
    return *answer;
}

/// A connection of its own to a directory's database.
template <class Use>
void withDatabase(const QString &directory, const Use &use)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
        database.setDatabaseName(QDir(directory).filePath(QStringLiteral("branch.sqlite")));
        if (!database.open())
            qFatal("cannot open the database");
        use(database);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("raw"));
}

QSqlQuery ran(const QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (!query.exec(statement))
        qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
    return query;
}

} // namespace

Result<std::optional<OperationRecord>> answerOf(Store &store, const OperationId &id)
{
    return answered<std::optional<OperationRecord>>([&](const auto &done) { store.findOperation(id, done); });
}

Result<std::int64_t> highestOf(Store &store, const std::string &client)
{
    return answered<std::int64_t>([&](const auto &done) { store.highestOperation(client, done); });
}

Result<std::vector<AuditEntry>> auditOf(Store &store, const AuditQuery &query)
{
    return answered<std::vector<AuditEntry>>([&](const auto &done) { store.findAudit(query, done); });
}

Result<ChainEnds> endsOf(Store &store)
{
    return answered<ChainEnds>([&](const auto &done) { store.findEnds(done); });
}

QVariant rawSql(const QString &directory, const QStringList &statements)
{
    QVariant value;
    withDatabase(directory, [&](const QSqlDatabase &database) {
        for (const QString &statement : statements) {
            QSqlQuery query = ran(database, statement);
            value = query.next() ? query.value(0) : QVariant();
        }
    });
    return value;
}

QStringList rowsOf(const QString &directory, const QString &table)
{
    QStringList rows;
    withDatabase(directory, [&](const QSqlDatabase &database) {
        QSqlQuery query = ran(database, QStringLiteral("SELECT * FROM %1").arg(table));
        while (query.next()) {
            QStringList row;
            for (int i = 0; i < query.record().count(); ++i)
                row.push_back(query.isNull(i) ? QStringLiteral("NULL") : query.value(i).toString());
            rows.push_back(row.join(u'|'));
        }
    });
    return rows;
}

void rechain(const QString &directory)
{
    withDatabase(directory, [](const QSqlDatabase &database) {
        QSqlQuery branch = ran(database, QStringLiteral("SELECT branch FROM branch"));
        if (!branch.next())
            qFatal("the database is of no branch");
        const std::int64_t id = branch.value(0).toLongLong();
        branch.finish();
        ran(database, QStringLiteral("BEGIN"));
        const auto write = [&](const char *table, std::int64_t seq, const QByteArray &hash) {
            ran(database,
                QStringLiteral("UPDATE %1 SET hash = '%2' WHERE seq = %3")
                    .arg(QString::fromLatin1(table), QString::fromLatin1(hash))
                    .arg(seq));
        };
        const auto note = [&](const char *what, std::int64_t seq, const QByteArray &hash) {
            ran(database,
                QStringLiteral("UPDATE branch SET %1_seq = %2, %1_hash = '%3'")
                    .arg(QString::fromLatin1(what))
                    .arg(seq)
                    .arg(QString::fromLatin1(hash)));
        };
        HashChain journal(id);
        std::int64_t last = 0;
        QSqlQuery row = ran(database,
                            QStringLiteral("SELECT seq, at_ms, actor, device, operation, name, body "
                                           "FROM journal ORDER BY seq"));
        const auto bytes = [&row](int column) { return row.value(column).toString().toUtf8(); };
        while (row.next()) {
            last = row.value(0).toLongLong();
            write("journal", last,
                  journal.extend(JournalRow{last,
                                            row.value(1).toLongLong(),
                                            row.value(2).toLongLong(),
                                            bytes(3),
                                            bytes(4),
                                            bytes(5),
                                            bytes(6),
                                            {}}));
        }
        note("last", last, journal.hash());
        HashChain audit(id, HashChain::Of::Audit);
        last = 0;
        row = ran(database,
                  QStringLiteral("SELECT seq, at_ms, actor, device_id, action, subject, outcome, detail "
                                 "FROM audit ORDER BY seq"));
        while (row.next()) {
            last = row.value(0).toLongLong();
            write("audit", last,
                  audit.extend(AuditEntry{last,
                                          row.value(1).toLongLong(),
                                          {row.value(2).toLongLong()},
                                          {row.value(3).toLongLong()},
                                          bytes(4).toStdString(),
                                          bytes(5).toStdString(),
                                          bytes(6).toStdString(),
                                          bytes(7).toStdString()}));
        }
        note("audit", last, audit.hash());
        row.finish();
        ran(database, QStringLiteral("COMMIT"));
    });
}

void makeDatabase(const QString &directory, std::vector<Commit> commits)
{
    if (const auto created = Store::create(directory, StoredBranch::kBranch); !created)
        qFatal("%s", created.error().message.c_str());
    auto store = Store::open(directory);
    if (!store)
        qFatal("%s", store.error().message.c_str());
    if (const auto written = writeAll(**store, std::move(commits)); !written)
        qFatal("%s", written.error().message.c_str());
}

} // namespace tiepdon
