// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/notebook.h"

#include "core/store/connection.h"
#include "core/store/dialect.h"
#include "core/store/recordtable.h"

#include <algorithm>

namespace tiepdon {
namespace {

const QString kColumns = QStringLiteral("kind, entry_id, at_ms, ended_ms, body");

/// An entry of a row of `kColumns`; nothing where its kind is not known.
std::optional<NotebookEntry> entryOf(const Statement &row)
{
    const auto kind = records::valueOf<NotebookKind>(row.column(0).toString());
    if (!kind)
        return std::nullopt;
    return NotebookEntry{*kind, row.column(1).toLongLong(), row.column(2).toLongLong(), row.column(3).toLongLong(),
                         records::textOf(row.column(4))};
}

Result<std::vector<NotebookEntry>> entriesOf(Connection &connection, const QString &condition,
                                             const QStringList &names, const QVariantList &values)
{
    auto statement = Statement::prepare(
        connection, QStringLiteral("SELECT %1 FROM notebook WHERE %2").arg(kColumns, condition), names);
    if (!statement)
        return std::move(statement).error();
    if (auto done = statement->run(values); !done)
        return std::move(done).error();
    std::vector<NotebookEntry> entries;
    while (statement->next()) {
        auto entry = entryOf(*statement);
        if (!entry)
            return Error{ErrorCode::DatabaseDamaged, "the notebook has an entry of no known kind", {}};
        entries.push_back(std::move(*entry));
    }
    if (auto ended = statement->ended(); !ended)
        return std::move(ended).error();
    return entries;
}

} // namespace

QStringList notebookMigration()
{
    return {
        QStringLiteral("CREATE TABLE notebook (branch BIGINT NOT NULL, kind TEXT NOT NULL, "
                       "entry_id BIGINT NOT NULL, at_ms BIGINT NOT NULL, ended_ms BIGINT NOT NULL, "
                       "body TEXT NOT NULL, PRIMARY KEY (branch, kind, entry_id))")
            + Dialect::tableOptions(),
        QStringLiteral("CREATE INDEX notebook_by_time ON notebook (branch, kind, at_ms, entry_id)"),
        // as a question says it: see the customers' indexes
        QStringLiteral("CREATE INDEX notebook_standing ON notebook (branch, ended_ms) WHERE ended_ms = 0"),
    };
}

Result<Notebook> notebookOf(Connection &connection, std::int64_t branch)
{
    Notebook notebook;
    auto standing = entriesOf(connection, QStringLiteral("branch = :branch AND ended_ms = 0 ORDER BY entry_id"),
                              {QStringLiteral("branch")}, {wholeValue(branch)});
    if (!standing)
        return std::move(standing).error();
    notebook.standing = std::move(*standing);
    std::stable_sort(notebook.standing.begin(), notebook.standing.end(),
                     [](const NotebookEntry &a, const NotebookEntry &b) { return a.kind < b.kind; });
    auto last = Statement::prepare(connection,
                                   QStringLiteral("SELECT MAX(entry_id) FROM notebook WHERE branch = :branch "
                                                  "AND kind = :kind"),
                                   {QStringLiteral("branch"), QStringLiteral("kind")});
    if (!last)
        return std::move(last).error();
    for (std::size_t i = 0; i < names(NotebookKind()).size(); ++i) {
        const auto kind = static_cast<NotebookKind>(i);
        if (auto done = last->run({wholeValue(branch), records::named(kind)}); !done)
            return std::move(done).error();
        if (last->next() && !last->column(0).isNull())
            notebook.lastIds[kind] = last->column(0).toLongLong();
        last->finish();
    }
    return notebook;
}

Result<std::vector<NotebookEntry>> notesFor(Connection &connection, std::int64_t branch, const NotesQuery &query)
{
    QString condition
        = QStringLiteral("branch = :branch AND kind = :kind AND at_ms >= :from_ms AND at_ms < :to_ms ");
    QStringList names{QStringLiteral("branch"), QStringLiteral("kind"), QStringLiteral("from_ms"),
                      QStringLiteral("to_ms")};
    QVariantList values{wholeValue(branch), records::named(query.kind), wholeValue(query.fromMs),
                        wholeValue(query.toMs)};
    if (query.beforeId > 0) {
        condition += QStringLiteral("AND entry_id < :before_id ");
        names << QStringLiteral("before_id");
        values << wholeValue(query.beforeId);
    }
    // all of a kind by number: a clock that was set back leaves times that do not rise with it
    condition += query.fromMs > 0 ? QStringLiteral("ORDER BY at_ms DESC, entry_id DESC LIMIT :limit")
                                  : QStringLiteral("ORDER BY entry_id DESC LIMIT :limit");
    names << QStringLiteral("limit");
    values << wholeValue(query.limit);
    return entriesOf(connection, condition, names, values);
}

} // namespace tiepdon
