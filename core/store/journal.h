// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/event.h"
#include "core/store/chain.h"
#include "core/store/connection.h"
#include "core/store/store.h"

namespace tiepdon {

/// Reads a journal forward, one entry at a time, without keeping any.
class JournalReader
{
public:
    /// Reads entries from number `fromSeq` on.
    static Result<JournalReader> start(Connection &connection, std::int64_t branch, std::int64_t fromSeq);

    /// The next entry, or nothing behind the last. DatabaseDamaged when a column is not of its type.
    Result<std::optional<JournalRow>> next();

private:
    explicit JournalReader(Statement statement) : m_statement(std::move(statement)) { }

    Statement m_statement;
};

/// The row a statement is at that selects seq, at_ms, actor, device, operation, name, body, hash.
JournalRow journalRow(const Statement &statement);
/// An entry as a row, but for its hash.
JournalRow rowOf(const JournalEntry &entry);
/// The event a row tells of. DatabaseDamaged when it cannot be read.
Result<Event> eventOf(const JournalRow &row);

/// The number and hash of the journal's last entry at or before `seq`; nothing when there is none.
struct JournalEnd {
    std::int64_t seq = 0;
    QByteArray hash;
};
Result<std::optional<JournalEnd>> journalEnd(Connection &connection, std::int64_t branch, std::int64_t seq);
/// The end the database itself notes with every commit: a journal that ends elsewhere has lost its tail.
Result<JournalEnd> notedEnd(Connection &connection, std::int64_t branch);
/// Both chains' ends as the database notes them, in one moment.
Result<ChainEnds> chainEnds(Connection &connection, std::int64_t branch);
/// The number of the last day opening's entry; 0 when no day was ever opened.
Result<std::int64_t> lastOpening(Connection &connection, std::int64_t branch);

} // namespace tiepdon
