// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/evaluate.h"
#include "core/wire/json.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

/// What kind of recorded days a file holds.
enum class RecordedDays : std::uint8_t { Office, Telephone };

/// By the columns its first line names. BadFile ("file", "line", "field", "reason").
Result<RecordedDays> recordedDaysIn(const CsvText &data);

/// A file's evaluations, one for each population, and the unit its waits are best read in.
struct FileEvaluation {
    RecordedDays kind = RecordedDays::Office;
    TimeMs unitMs = kMinuteMs;
    std::vector<Evaluation> evaluations;
};

/// Evaluates a file; `snapshots` are what an office's screens showed. Learns from the first `daysLearned` days, by
/// itself from seven of an office and two thirds of a telephone branch. The errors of reading, and of `evaluated`.
Result<FileEvaluation> evaluatedFile(const CsvText &data, const CsvText &snapshots,
                                     std::optional<std::size_t> daysLearned);

/// As a table for people, as rows for a program (times in seconds), as one object (the same).
std::string textOf(const FileEvaluation &evaluation);
std::string csvOf(const FileEvaluation &evaluation);
Json jsonOf(const FileEvaluation &evaluation);

} // namespace tiepdon
