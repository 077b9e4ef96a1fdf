// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/records.h"
#include "core/store/chain.h"
#include "core/store/connection.h"
#include "core/wire/accessmessage.h"

#include <array>
#include <vector>

namespace tiepdon {

/// Writes records of devices and people, each whole under its key, and audit entries. One per writing connection,
/// on its thread.
class AccessWriter
{
public:
    static Result<AccessWriter> prepare(Connection &connection, std::int64_t branch);

    Result<void> write(const AccessChange &change);
    /// `hash` is the chain's behind the entry.
    Result<void> write(const AuditEntry &entry, const QByteArray &hash);
    /// Notes the end of the audit.
    Result<void> noteEnd(std::int64_t seq, const QByteArray &hash);
    /// Removes sessions and enrolments that expired before this time.
    Result<void> forgetBefore(TimeMs ms);

private:
    AccessWriter(std::vector<Statement> statements, std::int64_t branch)
        : m_statements(std::move(statements)), m_branch(branch)
    {
    }

    std::vector<Statement> m_statements; ///< by `Which`
    std::int64_t m_branch;
};

/// What a hub needs to know at its start: devices, accounts, sessions that have not ended, and enrolments that had
/// not expired at `nowMs`. Ordered so that each can be applied in turn.
Result<std::vector<AccessChange>> accessRecords(Connection &connection, std::int64_t branch, TimeMs nowMs);

/// The entries a query asks for, newest first.
Result<std::vector<AuditEntry>> auditEntries(Connection &connection, std::int64_t branch, const AuditQuery &query);

/// Reads the audit forward, one entry at a time, without keeping any.
class AuditReader
{
public:
    static Result<AuditReader> start(Connection &connection, std::int64_t branch);
    /// The next entry, or nothing behind the last. DatabaseDamaged when a column is not of its type.
    Result<std::optional<AuditRow>> next();

private:
    explicit AuditReader(Statement statement) : m_statement(std::move(statement)) { }
    Statement m_statement;
};

/// Whether the audit ends where the branch notes its end: one that ends elsewhere has lost its tail.
/// DatabaseDamaged.
Result<void> checkAuditEnd(Connection &connection, std::int64_t branch);

/// The hash of one entry of the journal or the audit; nothing when there is none. 0 is the chain's start.
Result<std::optional<QByteArray>> hashAt(Connection &connection, std::int64_t branch, HashChain::Of of,
                                         std::int64_t seq);

} // namespace tiepdon
