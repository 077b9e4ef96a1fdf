// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QSqlError>
#include <QString>
#include <QStringList>

#include <vector>

namespace tiepdon {

/// What SQLite says in its own way; every other statement of the store is one PostgreSQL takes too.
class Dialect
{
public:
    /// A setting of a connection and what reading it back must give.
    struct Setting {
        QString set;
        QString read;
        QString expected;
    };

    static QString driver();
    /// Readers wait for nobody and cannot write.
    static QString readOnlyOption();
    static std::vector<Setting> settingsForReading();
    static std::vector<Setting> settingsForSearching();
    static std::vector<Setting> settingsForWriting();
    /// Begins a transaction that writes: takes the write lock now, so that it cannot fail half-way for it.
    static QString beginWrite();
    /// Begins a transaction that reads one moment of the database.
    static QString beginRead();
    /// Gives the number of tables (with `name`, of that name).
    static QString countTables(const QString &name = {});
    /// After a table's columns. The rows live in their primary key's tree: one tree fewer to write.
    static QString tableOptions();
    /// Makes the index of names by beginnings of their words, and what fills, empties and asks it. The values'
    /// names are `customer_id`, `words` (parted by blanks), `asked` (of `searchFor`) and `most`; `findWords` gives
    /// customer_id and words of customers that have all of what is asked, the largest ids first.
    static QString makeWords();
    static QString insertWords();
    static QString deleteWords();
    static QString wordsOf();
    static QString findWords();
    static QString recentWords();
    /// What `findWords` asks: the first `whole` words as they are, the others as beginnings. Words have letters and
    /// digits alone; other characters are left out.
    static QString searchFor(const QStringList &words, qsizetype whole);
    /// Every customer_id and words.
    static QString allWords();
    /// Tells the planner of an index (of the key: the table's own name) how many rows it has and how many of them
    /// are the same in the first column, in the first two … Once before: `prepareDescribing`. Other databases find
    /// that out by themselves.
    static QString prepareDescribing();
    static QString describe(const QString &table, const QString &index, const QString &rows);
    /// Gives one row "ok", or a row per fault of the file.
    static QString checkFile();
    /// StorageFull, DatabaseDamaged or StorageFailed.
    static ErrorCode codeOf(const QSqlError &error);
    /// Whether the operating system refused a read or write; a full disk can show as that.
    static bool isInputOutput(const QSqlError &error);
};

} // namespace tiepdon
