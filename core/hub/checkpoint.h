// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/store.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

/// One line that says how far journal and audit had come, with their hashes, signed with the hub's key. Sent
/// elsewhere, it shows later that what came before it was not altered, not even by who has the database.
/// "tiepdon-checkpoint-1 branch=1 at=2026-11-25T10:00:00Z journal=4711:HASH audit=99:HASH key=FINGERPRINT
/// sig=BASE64"; the signature (ECDSA with SHA-256) is over everything before " sig=". NotInitialised, BadFile for
/// the key in `directory`.
Result<std::string> checkpointLine(const QString &directory, const ChainEnds &ends, TimeMs atMs);

/// What holding a line against a database found.
struct CheckpointReport {
    ChainEnds noted; ///< what the line says
    TimeMs atMs = 0;
    std::vector<std::string> problems; ///< sentences; empty when all holds
};

/// Checks the signature with the hub's certificate in `directory`, and that both entries are there with those
/// hashes. With a database whose chains verify, nothing before them was altered. BadFile when it is no such line,
/// and as `chainEndsAt`.
Result<CheckpointReport> verifyCheckpoint(const QString &directory, std::string_view line);

} // namespace tiepdon
