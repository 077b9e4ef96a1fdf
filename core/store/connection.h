// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>
#include <optional>
#include <string>

namespace tiepdon {

/// One connection to a branch's database. Belongs to the thread that opened it, with all its statements;
/// those must be gone before it.
class Connection
{
public:
    /// Search: to read here and there in a large database, with memory for what is read often.
    enum class Mode : std::uint8_t { Read, Search, Write };

    /// The database in a data directory; the file need not exist for Write.
    /// StorageFailed when a setting does not hold, DatabaseDamaged when the file is none of SQLite's.
    static Result<std::unique_ptr<Connection>> open(const QString &directory, Mode mode);
    static QString fileIn(const QString &directory);

    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection();

    /// One statement without values.
    Result<void> exec(const QString &sql);
    /// One statement without values and the first column of its first row, if it gives one.
    Result<std::optional<QVariant>> value(const QString &sql);
    /// Rolls back; whatever that says, nothing of the transaction stays.
    void rollback();
    /// Whether the disk has room for a group of commits.
    [[nodiscard]] bool hasSpace() const;
    [[nodiscard]] Error errorOf(const QSqlError &error) const;

private:
    friend class Statement;
    Connection(QString name, QString directory) : m_name(std::move(name)), m_directory(std::move(directory)) { }
    [[nodiscard]] QSqlDatabase database() const { return QSqlDatabase::database(m_name, false); }
    Result<void> applySettings(Mode mode);

    QString m_name;
    QString m_directory;
};

/// A prepared statement, its values bound by name in the order the names were given.
class Statement
{
public:
    /// `names` without the colon, each once in `sql`.
    static Result<Statement> prepare(Connection &connection, const QString &sql, const QStringList &names);

    /// Binds all values, in the order of the names, and runs. Rows come with `next`.
    Result<void> run(const QVariantList &values);
    [[nodiscard]] bool next() { return m_query.next(); }
    /// After `next` said no: whether that was the end or an error.
    Result<void> ended() const;
    [[nodiscard]] QVariant column(int index) const { return m_query.value(index); }
    [[nodiscard]] qint64 rowsChanged() const { return m_query.numRowsAffected(); }
    /// Gives up the rows not read, and with them the reader's hold on the database.
    void finish() { m_query.finish(); }

private:
    Statement(Connection &connection, QStringList placeholders);

    Connection *m_connection;
    QSqlQuery m_query;
    QStringList m_placeholders;
};

/// A whole number as the database takes it.
inline QVariant wholeValue(std::int64_t value) { return QVariant::fromValue<qlonglong>(value); }

/// Text as the database takes it.
inline QVariant textValue(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace tiepdon
