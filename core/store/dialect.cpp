// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dialect.h"

namespace tiepdon {
namespace {

// https://www.sqlite.org/rescode.html; the low byte of an extended code is the primary one.
constexpr int kInputOutput = 10;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kNotADatabase = 26;

int primaryCode(const QSqlError &error) { return error.nativeErrorCode().toInt() & 0xFF; }

} // namespace

QString Dialect::driver() { return QStringLiteral("QSQLITE"); }

QString Dialect::readOnlyOption() { return QStringLiteral("QSQLITE_OPEN_READONLY"); }

std::vector<Dialect::Setting> Dialect::settingsForReading()
{
    return {{QStringLiteral("PRAGMA busy_timeout=5000"), QStringLiteral("PRAGMA busy_timeout"),
             QStringLiteral("5000")}};
}

std::vector<Dialect::Setting> Dialect::settingsForWriting()
{
    auto settings = settingsForReading();
    settings.push_back(
        {QStringLiteral("PRAGMA foreign_keys=ON"), QStringLiteral("PRAGMA foreign_keys"), QStringLiteral("1")});
    settings.push_back(
        {QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA journal_mode"), QStringLiteral("wal")});
    settings.push_back(
        {QStringLiteral("PRAGMA synchronous=FULL"), QStringLiteral("PRAGMA synchronous"), QStringLiteral("2")});
    return settings;
}

QString Dialect::beginWrite() { return QStringLiteral("BEGIN IMMEDIATE"); }

QString Dialect::beginRead() { return QStringLiteral("BEGIN"); }

QString Dialect::countTables(const QString &name)
{
    QString sql = QStringLiteral("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'");
    if (!name.isEmpty())
        sql += QStringLiteral(" AND name = '%1'").arg(name);
    return sql;
}

QString Dialect::tableOptions() { return QStringLiteral(" WITHOUT ROWID"); }

QString Dialect::checkFile() { return QStringLiteral("PRAGMA integrity_check(100)"); }

ErrorCode Dialect::codeOf(const QSqlError &error)
{
    switch (primaryCode(error)) {
    case kFull:
        return ErrorCode::StorageFull;
    case kCorrupt:
    case kNotADatabase:
        return ErrorCode::DatabaseDamaged;
    default:
        return ErrorCode::StorageFailed;
    }
}

bool Dialect::isInputOutput(const QSqlError &error) { return primaryCode(error) == kInputOutput; }

} // namespace tiepdon
