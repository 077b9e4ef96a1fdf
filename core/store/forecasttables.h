// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"
#include "core/store/rows.h"
#include "core/store/store.h"

#include <optional>
#include <string>
#include <vector>

namespace tiepdon {

// What the forecast keeps, and what it and those who check look up.

const DerivedTable &scoreTable();
QVariantList scoreRow(std::int64_t branch, const ScoreRecord &record);
/// Newest day first.
Result<std::vector<ScoreRecord>> scores(Connection &connection, std::int64_t branch, std::int64_t daysMax);
Result<std::optional<LearnedRecord>> learnedRecord(Connection &connection, std::int64_t branch);

/// Calls and what came of them on the sixty days before `businessDay`, oldest first, at most `kDoneServicesMax` of
/// the last.
Result<std::vector<SeenCall>> doneServices(Connection &connection, std::int64_t branch,
                                           const std::string &businessDay);
inline constexpr std::size_t kDoneServicesMax = 60'000;

/// See Store::findCalls.
Result<std::vector<CallRecord>> callsOf(Connection &connection, std::int64_t branch, const std::string &number,
                                        const std::string &businessDay);

} // namespace tiepdon
