// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefiles.h"

#include "storedbranch.h"

#include <QDir>
#include <QEventLoop>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

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

Result<std::optional<OperationRecord>> answerOf(Store &store, const OperationId &id)
{
    std::optional<Result<std::optional<OperationRecord>>> answer;
    QEventLoop loop;
    store.findOperation(id, [&](const Result<std::optional<OperationRecord>> &found) {
        answer = found;
        loop.quit();
    });
    loop.exec();
    return *answer;
}

Result<std::int64_t> highestOf(Store &store, const std::string &client)
{
    std::optional<Result<std::int64_t>> answer;
    QEventLoop loop;
    store.highestOperation(client, [&](const Result<std::int64_t> &found) {
        answer = found;
        loop.quit();
    });
    loop.exec();
    return *answer;
}

QVariant rawSql(const QString &directory, const QStringList &statements)
{
    QVariant value;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
        database.setDatabaseName(QDir(directory).filePath(QStringLiteral("branch.sqlite")));
        if (!database.open())
            qFatal("cannot open the database");
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            if (!query.exec(statement))
                qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
            value = query.next() ? query.value(0) : QVariant();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("raw"));
    return value;
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
