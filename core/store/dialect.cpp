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

/// 64 MiB: the index of a million names has 45. Pages beyond are the system's to keep.
std::vector<Dialect::Setting> Dialect::settingsForSearching()
{
    auto settings = settingsForReading();
    settings.push_back({QStringLiteral("PRAGMA cache_size=-65536"), QStringLiteral("PRAGMA cache_size"),
                        QStringLiteral("-65536")});
    return settings;
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

// https://www.sqlite.org/fts5.html. `detail=none` keeps of each word only whose it is, `prefix` an index of
// beginnings of each of these lengths (Vietnamese words have seven letters at most), and `ascii` parts words at
// blanks alone, for they come folded.
QString Dialect::makeWords()
{
    return QStringLiteral("CREATE VIRTUAL TABLE customer_search USING fts5 (words, detail=none, columnsize=0, "
                          "tokenize='ascii', prefix='1 2 3 4 5 6 7')");
}

QString Dialect::insertWords()
{
    return QStringLiteral("INSERT INTO customer_search (rowid, words) VALUES (:customer_id, :words)");
}

QString Dialect::deleteWords() { return QStringLiteral("DELETE FROM customer_search WHERE rowid = :customer_id"); }

QString Dialect::wordsOf()
{
    return QStringLiteral("SELECT words FROM customer_search WHERE rowid = :customer_id");
}

QString Dialect::findWords()
{
    return QStringLiteral(
        "SELECT rowid, words, (SELECT t.issued_ms FROM ticket t WHERE t.branch = :branch "
        "AND t.customer_id = customer_search.rowid ORDER BY t.ticket_id DESC LIMIT 1) FROM customer_search "
        "WHERE customer_search MATCH :asked ORDER BY rowid DESC LIMIT :most");
}

// Not a join: SQLite would go through all names to find those of a few tickets.
QString Dialect::recentWords()
{
    return QStringLiteral(
        "SELECT t.customer_id, (SELECT s.words FROM customer_search s WHERE s.rowid = t.customer_id), "
        "t.issued_ms FROM ticket t WHERE t.branch = :branch AND t.customer_id <> 0 "
        "ORDER BY t.ticket_id DESC LIMIT :most");
}

QString Dialect::searchFor(const QStringList &words, qsizetype whole)
{
    QStringList asked;
    for (qsizetype i = 0; i < words.size(); ++i) {
        QString word;
        for (const QChar c : words.at(i)) {
            // in quotes nothing but a quote means anything; what `ascii` parts words at would part this one
            if (c.unicode() > 127 || c.isLetterOrNumber())
                word += c;
        }
        if (!word.isEmpty())
            asked.push_back(u'"' + word + (i < whole ? QStringLiteral("\"") : QStringLiteral("\"*")));
    }
    return asked.join(u' ');
}

QString Dialect::allWords() { return QStringLiteral("SELECT rowid, words FROM customer_search ORDER BY rowid"); }

QString Dialect::prepareDescribing() { return QStringLiteral("ANALYZE sqlite_schema"); }

// https://www.sqlite.org/fileformat2.html#stat1tab
QString Dialect::describe(const QString &table, const QString &index, const QString &rows)
{
    return QStringLiteral("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('%1', '%2', '%3')")
        .arg(table, index, rows);
}

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
