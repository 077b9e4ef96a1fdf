// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"
#include "core/store/store.h"
#include "core/store/worker.h"

namespace tiepdon {

/// Answers questions from a connection that cannot write, on a thread of its own. Callbacks come there.
class Reader
{
public:
    Reader();
    ~Reader();
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    /// Opens the connection; to be called once, first.
    Result<void> start(const QString &directory, std::int64_t branch);
    void findOperation(OperationId id, std::function<void(Result<std::optional<OperationRecord>>)> done);
    void highestOperation(std::string client, std::function<void(Result<std::int64_t>)> done);
    void findAudit(AuditQuery query, std::function<void(Result<std::vector<AuditEntry>>)> done);
    void findScores(std::int64_t daysMax, std::function<void(Result<std::vector<ScoreRecord>>)> done);
    void findCalls(std::string number, std::string businessDay,
                   std::function<void(Result<std::vector<CallRecord>>)> done);
    void findNotes(NotesQuery query, std::function<void(Result<std::vector<NotebookEntry>>)> done);
    void findEnds(std::function<void(Result<ChainEnds>)> done);

private:
    struct Statements;

    Result<void> begin(const QString &directory, std::int64_t branch);
    Result<std::optional<OperationRecord>> operation(const OperationId &id);
    Result<std::int64_t> highest(const std::string &client);

    // the reader thread's own
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Statements> m_statements;
    std::int64_t m_branch = 0;

    Worker m_worker{QStringLiteral("store-reader")}; ///< last: its thread ends before the rest goes
};

} // namespace tiepdon
