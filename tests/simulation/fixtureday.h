// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// Days with a known right answer, as they lie beside the repository: a scenario, what happens on sixty days (drawn
// beforehand), and whom each rule calls when. Times are ms since midnight; lists by service, counter or queue
// (service × 3 + segment) begin at 0. The product reads none of this.

namespace tiepdon::testing {

struct FixtureTicket {
    TimeMs arrivedMs = 0;
    TimeMs referenceMs = 0; ///< the later of arrival and booked time
    std::size_t service = 0;
    std::size_t segment = 0; ///< 0 ordinary, 1 priority, 2 booked
    double serviceMs = 0; ///< at a counter of speed 1
    TimeMs patienceMs = 0; ///< called later than this after arriving: does not come

    [[nodiscard]] std::size_t queue() const { return service * 3 + segment; }
};

struct FixtureBooking {
    TimeMs bookedMs = 0;
    std::size_t service = 0;
    std::optional<TimeMs> arrivedMs; ///< nothing: never came
};

/// A counter calls nobody in [from, to).
struct FixtureAbsence {
    TimeMs fromMs = 0;
    TimeMs toMs = 0;
};

struct FixtureDay {
    std::vector<FixtureTicket> tickets; ///< by arrival
    std::vector<FixtureBooking> bookings;
    std::vector<std::optional<FixtureAbsence>> absences; ///< by counter
};

struct FixtureCall {
    TimeMs atMs = 0;
    std::size_t counter = 0;
    bool isNoShow = false;
};

struct FixtureMetrics {
    double j = 0, sla = 0, weightedSla = 0, standard = 0, priority = 0, booked = 0, worst = 0;
    double meanMin = 0, p95Min = 0, maxMin = 0, noShows = 0, u2 = 0;
};

struct Fixture {
    std::string name;
    std::vector<std::string> services;
    std::vector<TimeMs> meanServiceMs; ///< by service
    std::vector<std::vector<bool>> skills; ///< by counter, by service
    std::vector<double> speed; ///< by counter: service times are multiplied by it
    std::vector<FixtureAbsence> breaks; ///< planned, by counter
    std::vector<TimeMs> promiseMs; ///< by queue
    std::vector<double> weight; ///< by queue
    std::vector<std::int64_t> rank; ///< by queue
    TimeMs openMs = 0;
    TimeMs closeMs = 0;
    TimeMs noShowMs = 0; ///< that a call nobody comes to keeps a counter
    TimeMs walkMs = 0; ///< from the call to the start of the service
    std::vector<FixtureDay> days;
    /// By rule ("FIFO", "FIXED", "RATIO", "EDF", "ATC"): the calls of the first two days, by day and ticket.
    std::map<std::string, std::vector<std::vector<FixtureCall>>> expected;
    std::map<std::string, FixtureMetrics> metrics; ///< by rule, of all days; empty where there are none
};

/// Where fixtures lie; empty when they do not.
std::string fixturesDirectory();
/// The fixture `name` ("bank1.00", "bank1.00_shock", "gov1.00", "single1.00"); nothing when it is not there. Throws
/// std::runtime_error when a file is not as it should be.
std::optional<Fixture> readFixture(const std::string &name);

} // namespace tiepdon::testing
