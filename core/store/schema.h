// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"

namespace tiepdon {

/// The version this program knows: the number of migrations.
int schemaVersionKnown();

/// What version a database is of: 0 when it has no tables yet. DatabaseDamaged when it is something else's.
Result<int> schemaVersion(Connection &connection);
/// Refused with DatabaseNewer when the database is of a later version; nothing is written.
Result<int> schemaVersionIfKnown(Connection &connection);
/// Brings a database from `version` to the one known, each step one transaction.
Result<void> migrate(Connection &connection, int version);

/// The branch the database belongs to; nothing before `create` has named it.
Result<std::optional<std::int64_t>> branchOf(Connection &connection);

/// Opens the database of a directory to read, checked to be one of a branch and of this version or older.
/// NotInitialised, DatabaseNewer, DatabaseDamaged, StorageFailed.
struct ReadableBranch {
    std::unique_ptr<Connection> connection;
    int version = 0;
    std::int64_t branch = 0;
};
Result<ReadableBranch> openToRead(const QString &directory);

} // namespace tiepdon
