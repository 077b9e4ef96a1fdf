// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/store.h"

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace tiepdon {

/// What checking a whole database found.
struct VerifyReport {
    std::int64_t events = 0; ///< journal entries read
    std::int64_t days = 0; ///< day openings among them
    std::int64_t tickets = 0; ///< ticket rows compared with the replay
    std::int64_t auditEntries = 0; ///< entries of the audit read
    std::int64_t customers = 0; ///< profiles whose sealed values and names were checked
    std::int64_t invariantChecks = 0; ///< states checked while replaying
    std::vector<std::string> problems; ///< sentences, at most 100; empty when all holds
};

/// Reads a database (a running hub's too; read-only) from its first entry: numbers without gaps, the hash
/// chain, times that never go back, every event readable, the invariants of the state after each event,
/// each opening's state equal to the replay's, and the tables of tickets, visits and steps equal to what
/// the replay gives; of the audit its numbers, chain and end; and of customers what checkCustomers does.
/// NotInitialised, DatabaseNewer, DatabaseOlder (a hub of this version has not opened it yet), DatabaseDamaged when
/// it cannot be read at all.
Result<VerifyReport> verifyDatabase(const QString &directory);

/// The hashes of two entries, to compare with what was noted elsewhere. An entry that is not there has an empty
/// hash. Refused as verifyDatabase is.
Result<ChainEnds> chainEndsAt(const QString &directory, std::int64_t journalSeq, std::int64_t auditSeq);

} // namespace tiepdon
