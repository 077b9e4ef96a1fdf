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

/// SQL from outside the store, on a connection of its own without foreign keys; ends the test program when
/// it does not run. The first column of the first row, if any.
QVariant rawSql(const QString &directory, const QStringList &statements);

/// A made database with the branch's commits in it.
void makeDatabase(const QString &directory, std::vector<Commit> commits);

} // namespace tiepdon
