// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QString>
#include <QStringList>
#include <QVariant>

#include <vector>

namespace tiepdon {

/// What the hub of a test would do with commits: hands all over and waits until each is answered.
/// The error of `failed` if that came.
Result<void> writeAll(Store &store, std::vector<Commit> commits);

/// The first answer to an operation, waited for.
Result<std::optional<OperationRecord>> answerOf(Store &store, const OperationId &id);
Result<std::int64_t> highestOf(Store &store, const std::string &client);

/// What the audit has, and where both chains end, waited for.
Result<std::vector<AuditEntry>> auditOf(Store &store, const AuditQuery &query = {});
Result<ChainEnds> endsOf(Store &store);

/// SQL from outside the store, on a connection of its own without foreign keys; ends the test program when
/// it does not run. The first column of the first row, if any.
QVariant rawSql(const QString &directory, const QStringList &statements);

/// The whole of a table as text, in the order of its key.
QStringList rowsOf(const QString &directory, const QString &table);
/// Writes every hash of journal and audit anew, and the branch's notes of their ends, as a forger would who knows
/// the chain's definition.
void rechain(const QString &directory);

/// A made database with the branch's commits in it.
void makeDatabase(const QString &directory, std::vector<Commit> commits);

} // namespace tiepdon
