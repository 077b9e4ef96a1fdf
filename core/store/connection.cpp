// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"

#include "core/store/dialect.h"

#include <QDir>
#include <QStorageInfo>
#include <QVariant>

#include <atomic>

namespace tiepdon {
namespace {

/// Below this much free space the disk is full: a group of commits may need as much. SQLite reports some
/// failed writes there (of the shared index, of a flush) as plain input-output errors.
constexpr qint64 kFullBelowBytes = 256LL * 1024;

} // namespace

QString Connection::fileIn(const QString &directory)
{
    return QDir(directory).filePath(QStringLiteral("branch.sqlite"));
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &directory, Mode mode)
{
    static std::atomic<std::uint64_t> opened = 0;
    const QString name = QStringLiteral("tiepdon-store-%1").arg(++opened);
    auto connection = std::unique_ptr<Connection>(new Connection(name, directory));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(Dialect::driver(), name);
        database.setDatabaseName(fileIn(directory));
        if (mode != Mode::Write)
            database.setConnectOptions(Dialect::readOnlyOption());
        if (!database.open())
            return connection->errorOf(database.lastError());
    }
    if (auto applied = connection->applySettings(mode); !applied)
        return std::move(applied).error();
    return connection;
}

Connection::~Connection()
{
    database().close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> Connection::applySettings(Mode mode)
{
    const auto settings = mode == Mode::Write ? Dialect::settingsForWriting()
        : mode == Mode::Search                ? Dialect::settingsForSearching()
                                              : Dialect::settingsForReading();
    for (const Dialect::Setting &setting : settings) {
        if (auto done = exec(setting.set); !done)
            return done;
        const auto held = value(setting.read);
        if (!held)
            return held.error();
        const QString found = *held ? (*held)->toString() : QString();
        if (found != setting.expected)
            return Error{ErrorCode::StorageFailed,
                         setting.set.toStdString() + " does not hold: " + found.toStdString(),
                         {{"setting", setting.set.toStdString()}, {"found", found.toStdString()}}};
    }
    return {};
}

Result<void> Connection::exec(const QString &sql)
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return errorOf(query.lastError());
    return {};
}

Result<std::optional<QVariant>> Connection::value(const QString &sql)
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return errorOf(query.lastError());
    if (!query.next()) {
        if (query.lastError().isValid())
            return errorOf(query.lastError());
        return std::optional<QVariant>();
    }
    return std::optional(query.value(0));
}

void Connection::rollback()
{
    // Fails when the error has already rolled back; either way no transaction is left.
    QSqlQuery(database()).exec(QStringLiteral("ROLLBACK"));
}

bool Connection::hasSpace() const
{
    const QStorageInfo storage(m_directory);
    // unknown where there is no table of mounts, as in a plain chroot: then the write itself tells
    return !storage.isValid() || storage.bytesAvailable() >= kFullBelowBytes;
}

Error Connection::errorOf(const QSqlError &error) const
{
    ErrorCode code = Dialect::codeOf(error);
    if (code == ErrorCode::StorageFailed && Dialect::isInputOutput(error) && !hasSpace())
        code = ErrorCode::StorageFull;
    return {code, error.text().toStdString(), {{"native", error.nativeErrorCode().toStdString()}}};
}

Statement::Statement(Connection &connection, QStringList placeholders)
    : m_connection(&connection), m_query(connection.database()), m_placeholders(std::move(placeholders))
{
    m_query.setForwardOnly(true);
}

Result<Statement> Statement::prepare(Connection &connection, const QString &sql, const QStringList &names)
{
    QStringList placeholders;
    for (const QString &name : names)
        placeholders.push_back(u':' + name);
    Statement statement(connection, std::move(placeholders));
    if (!statement.m_query.prepare(sql))
        return connection.errorOf(statement.m_query.lastError());
    return statement;
}

Result<void> Statement::run(const QVariantList &values)
{
    Q_ASSERT(values.size() == m_placeholders.size());
    for (qsizetype i = 0; i < m_placeholders.size(); ++i)
        m_query.bindValue(m_placeholders.at(i), values.at(i));
    if (!m_query.exec())
        return m_connection->errorOf(m_query.lastError());
    return {};
}

Result<void> Statement::ended() const
{
    if (m_query.lastError().isValid())
        return m_connection->errorOf(m_query.lastError());
    return {};
}

} // namespace tiepdon
