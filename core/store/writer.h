// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/accesstables.h"
#include "core/store/chain.h"
#include "core/store/connection.h"
#include "core/store/customerwriter.h"
#include "core/store/store.h"
#include "core/store/worker.h"

#include <deque>
#include <mutex>

namespace tiepdon {

/// Writes commits, in order, those that wait together in one transaction. Owns the writer thread and the one
/// connection that writes. Lives on the store's thread; the two callbacks come on the writer thread.
class Writer
{
public:
    using OnCommitted = std::function<void(std::size_t count)>;
    using OnFailed = std::function<void(const Error &error)>;

    Writer(OnCommitted onCommitted, OnFailed onFailed);
    /// Writes what is queued, then ends.
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    /// Opens the connection; to be called once, first.
    Result<void> start(const QString &directory, std::int64_t branch, const Sealing &sealing);
    void commit(Commit commit);
    /// In the order of `commit`: tries a small write; if it succeeds, commits queued behind it are written
    /// again. `done` comes on the writer thread.
    void probe(std::function<void(Result<void>)> done);

private:
    struct Item {
        Commit commit;
        std::function<void(Result<void>)> probe; ///< set: the item is this and no commit
    };
    struct Statements;
    struct Changes;

    void push(Item item);
    std::vector<Item> takeGroup();
    void work();
    Result<void> begin(const QString &directory, std::int64_t branch, const Sealing &sealing);
    Result<void> tryWriting();
    Result<void> transaction(const std::function<Result<void>()> &write);
    Result<void> writeGroup(const std::vector<Item> &group);
    Result<void> writeEntries(const Commit &commit, Changes &changes);
    Result<void> writeChanges(const Changes &changes);
    Result<void> writeRecords(const Commit &commit);
    Result<void> writeForecast(const Commit &commit);
    void forgetSome();

    OnCommitted m_onCommitted;
    OnFailed m_onFailed;

    std::mutex m_mutex; ///< guards the two below
    std::deque<Item> m_queue;
    bool m_isAwake = false; ///< `work` runs or is posted

    // the writer thread's own
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Statements> m_statements;
    std::int64_t m_branch = 0;
    std::int64_t m_lastSeq = 0; ///< as committed
    QByteArray m_lastHash;
    std::optional<HashChain> m_chain;
    std::optional<AccessWriter> m_access;
    std::optional<CustomerWriter> m_customers;
    std::int64_t m_auditSeq = 0; ///< as committed
    QByteArray m_auditHash;
    std::optional<HashChain> m_auditChain;
    std::optional<TimeMs> m_forgetBeforeMs; ///< operations older than this are still to be removed
    bool m_hasFailed = false;

    Worker m_worker{QStringLiteral("store-writer")}; ///< last: its thread ends before the rest goes
};

} // namespace tiepdon
