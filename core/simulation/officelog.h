// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/csvtable.h"

#include <cstdint>
#include <string>
#include <vector>

// What an office's screens showed over some days, as recorded every few minutes. Minutes are after local midnight.

namespace tiepdon {

struct OfficeTicketRow {
    std::string office;
    std::int64_t queue = 0;
    std::string letter;
    std::string date;
    std::int64_t number = 0;
    std::int64_t arrivalMin = 0; ///< of the look at the screen that first showed it
    std::int64_t callMin = 0; ///< of the one that showed it called
};

struct OfficeScreenRow {
    std::int64_t queue = 0;
    std::string letter;
    std::string date;
    std::int64_t minute = 0;
    std::int64_t waiting = 0;
    std::int64_t counters = 0;
    double serviceMin = 0; ///< what the office says a service takes; 0 unknown
};

/// Rows in the order of the file. BadFile ("file", "line", "field", "reason"), also for what cannot have been: a
/// call before the arrival, a wait that is not the time between them, a day the calendar does not have.
Result<std::vector<OfficeTicketRow>> officeTickets(const CsvText &text);
Result<std::vector<OfficeScreenRow>> officeScreens(const CsvText &text);

} // namespace tiepdon
