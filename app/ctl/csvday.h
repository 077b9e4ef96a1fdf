// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/dayplan.h"
#include "core/base/csv.h"
#include "core/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

/// One ticket of a real office. Minutes are after local midnight.
struct OfficeTicket {
    std::int64_t queue = 0;
    std::string letter;
    std::int64_t arrivalMin = 0;
    std::int64_t counters = 0; ///< open for this queue at the arrival
    double displayedServiceMin = 0; ///< what the office's screens said a service takes; 0 unknown
};

struct OfficeDay {
    std::string office;
    std::string date;
    std::vector<OfficeTicket> tickets; ///< in the order of the file
    std::vector<BadRow> badRows; ///< of the whole file
};

/// The tickets of one office on one day ("YYYY-MM-DD") from a CSV of many: a header, then office, queue_id,
/// letter, date, ticket_no, arrival_min, call_min, wait_min, waiting_at_arrival, counters_at_arrival,
/// displayed_service_min (in any order; other columns are ignored). Every row of the file is checked.
/// BadFile when it has no such header ("line", "field") or, unless `skipBadRows`, when a row is bad ("line" and
/// "field" of the first, "count", "rows" with the first twenty); InvalidParams when the file has no such
/// office or day ("field", "known": what it has).
Result<OfficeDay> officeDayFrom(std::string_view csv, const std::string &office, const std::string &date,
                                bool skipBadRows);

/// Names of queues by id, from columns queue_id and queue_name. BadFile.
Result<std::map<std::int64_t, std::string>> queueNamesFrom(std::string_view csv);

/// A branch made of the office's queues, and its day: one service and one work profile per queue, as many
/// counters as the queue had at most, service times drawn around the displayed minutes (lognormal, cv 0.8;
/// scaled down where the office could not have served everybody so slowly).
DayPlan planOf(const OfficeDay &office, const std::map<std::int64_t, std::string> &queueNames, std::uint64_t seed);

} // namespace tiepdon
