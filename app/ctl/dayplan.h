// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/branch.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tiepdon {

class Random;

/// One person of a played day. Times are ms.
struct PlannedArrival {
    TimeMs atMs = 0; ///< after local midnight
    ServiceId service;
    bool comes = true; ///< false: has left by the time of the call
    TimeMs walkMs = 0; ///< from the call to the counter
    TimeMs serviceMs = 0; ///< from start to finish

    friend bool operator==(const PlannedArrival &, const PlannedArrival &) = default;
};

/// A day to be played: the same for the same source and seed, on every machine.
struct DayPlan {
    std::string source;
    std::string day; ///< "YYYY-MM-DD"; empty: the hub's
    std::uint64_t seed = 0;
    std::optional<BranchSetup> setup; ///< a branch to define first
    std::vector<PlannedArrival> arrivals; ///< in order of `atMs`
    TimeMs closesMs = 0; ///< after local midnight: nobody arrives any more
    TimeMs latestEndMs = 0; ///< after local midnight: who is not served by then is sent home
    /// Services whose times were scaled down, and by what: the office served them all in its hours, so the
    /// figures it displayed cannot have been its service times.
    std::map<std::int64_t, double> scaled;
};

/// How people behave who are called.
struct PeopleFigures {
    double noShowShare = 0.0;
    double walkingS = 25;
};

/// Draws what somebody does who is called; the service is not drawn.
PlannedArrival plannedArrival(Random &random, TimeMs atMs, ServiceId service, const PeopleFigures &people);
/// A service of so many minutes as it is played: no slip of a finger, no forgotten finish.
TimeMs plannedServiceMs(double minutes);
/// Draws the rest of an arrival around a mean service time.
PlannedArrival drawnArrival(Random &random, TimeMs atMs, ServiceId service, double meanMin, double cv,
                            const PeopleFigures &people);

} // namespace tiepdon
