// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/simulation/csvtable.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// Recorded days of a real place, played through in order of time, and what could have been known when somebody
// came.

namespace tiepdon {

/// Somebody who came and had to wait: what every predictor could have said at that moment, and how it turned out.
/// Nothing but `calledMs` and `actualMs` was recorded later than `askedMs`.
struct AskedWait {
    std::int64_t group = 0; ///< whose ranges are calibrated together: a queue, or a class of callers
    std::size_t day = 0; ///< counted from the first day of the file
    TimeMs askedMs = 0; ///< from the first day's midnight, as if the file's days followed one another
    TimeMs calledMs = 0;
    double actualMs = 0;
    std::vector<double> rivalsMs; ///< in the order of `rivals()`
    std::vector<double> features; ///< for the learner
};

/// Everybody asked about in a file, in the order in which they came.
struct AskedWaits {
    std::string who;
    std::size_t days = 0;
    std::vector<AskedWait> waits;
};

/// Offices seen every few minutes: tickets (office, queue_id, letter, date, ticket_no, arrival_min, call_min,
/// wait_min, waiting_at_arrival, counters_at_arrival, displayed_service_min) and what the screens showed (queue_id,
/// letter, date, minute, waiting, counters, displayed_service_min, called). Two populations:
///   people     each ticket that still waited when it was first seen
///   newcomers  whoever would have come at any look at a screen while people waited; they would have been called
///              with the next ticket, or with the last one before if the next came only after the queue was empty
/// BadFile ("file", "line", "field", "reason").
Result<std::vector<AskedWaits>> officeWaits(const CsvText &tickets, const CsvText &snapshots);

/// A telephone branch, call by call: date, weekday, arrival_s, vru_exit_s, q_start_s, q_exit_s, wait_s, outcome
/// (AGENT or HANG), ser_start_s, ser_exit_s, service_s, type, priority (2 high), identified, server. Times count
/// from midnight and start anew at the next; 0 is none. One population, "people": who queued and was served.
/// BadFile.
Result<std::vector<AskedWaits>> telephoneWaits(const CsvText &calls);

} // namespace tiepdon
