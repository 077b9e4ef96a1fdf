// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/branch.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// A branch and its crowd in figures, from which days are drawn. Times of day are ms after midnight.

namespace tiepdon {

/// [fromMs, toMs) of a day.
struct TimeSpan {
    TimeMs fromMs = 0;
    TimeMs toMs = 0;

    [[nodiscard]] bool contains(double ms) const
    {
        return static_cast<double>(fromMs) <= ms && ms < static_cast<double>(toMs);
    }
    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

/// Who a customer is. The first segment of a scenario is the ordinary one: of rank 0 and weight 1.
struct SimulatedSegment {
    std::string name;
    std::int64_t rank = 0; ///< larger goes first under fixed priority
    double weight = 1; ///< what a broken promise costs beside an ordinary customer's
};

struct SimulatedService {
    std::string name;
    double meanMs = 0; ///< of a service at a counter of speed 1
    double cv = 0; ///< coefficient of variation; services are lognormal
    double weight = 1; ///< multiplies the weight of every segment
    std::vector<TimeMs> promiseMs; ///< by segment
    std::vector<double> share; ///< of those who walk in, by segment; together 1
    std::vector<double> walkInsPerHour; ///< by half hour from the opening on
    double bookingsPerHour = 0;
};

struct SimulatedCounter {
    std::vector<std::size_t> services;
    double speed = 1; ///< a service here takes this many times as long
    std::vector<TimeSpan> breaks; ///< in order, apart from each other
};

/// How people keep to their bookings.
struct BookingFigures {
    std::size_t segment = 0; ///< of who has booked
    double showShare = 0.9; ///< come at all
    TimeMs slotMs = 15 * kMinuteMs; ///< bookings are for every so many ms from half an hour after the opening
    double earlyMs = 6.0 * kMinuteMs; ///< come so long before their time, on average,
    double spreadMs = 5.0 * kMinuteMs; ///< with this standard deviation
    double extraPatienceMs = 15.0 * kMinuteMs; ///< are patient this much longer than others
};

/// What goes wrong on every day drawn.
struct ShockFigures {
    TimeSpan crowd; ///< when more people come
    double crowdFactor = 1; ///< times as many walk in then
    TimeSpan outage; ///< when counters are missing, chosen by lot; their breaks are left out on that day
    std::size_t countersDown = 0;
};

/// A calling rule to try. Weights of services are part of it: they change who is called, not what is counted.
struct RuleTrial {
    std::string name;
    CallingRule rule;
    std::vector<std::int64_t> serviceWeightPermille = {}; ///< by service; empty: all 1000
};

struct Scenario {
    std::string name;
    TimeMs opensMs = 0;
    TimeMs closesMs = 0; ///< nobody comes any more; everybody there is served
    std::vector<SimulatedSegment> segments;
    std::vector<SimulatedService> services;
    std::vector<SimulatedCounter> counters;
    double dayVariation = 0; ///< coefficient of variation of a day's level
    double patienceMs = 0; ///< mean time after which people are gone, exponential
    double walkMs = 0; ///< from the call to the counter
    double noShowMs = 0; ///< a counter waits so long for somebody who is gone
    std::optional<BookingFigures> booking;
    std::optional<ShockFigures> shock;
    std::vector<RuleTrial> rules; ///< to compare; at least one
    std::int64_t days = 60;
    std::int64_t seed = 1;

    /// What a broken promise costs in a queue, for the metrics.
    [[nodiscard]] double weight(std::size_t service, std::size_t segment) const
    {
        return segments[segment].weight * services[service].weight;
    }
};

/// A scenario as people write it down (JSON; `resources/scenarios` has samples, their README says what each field
/// means). BadFile for the first mistake, `detail` naming "line" (from 1), "field" (its path) and "reason": not
/// JSON, a field that is unknown, missing, given twice or of the wrong kind, or a value that cannot be.
Result<Scenario> scenarioFrom(std::string_view json);

/// The branch of a scenario as the engine knows it: services, segments, profiles, counters and staff have the ids
/// 1, 2, 3 … in the order of the scenario (segments from the second on).
BranchSetup setupOf(const Scenario &scenario, const RuleTrial &trial);

/// A rule of the product's under a name the command line takes: the names of `CallingRuleKind` with their usual
/// parameters. Nothing for another name.
std::optional<RuleTrial> ruleNamed(std::string_view name);

} // namespace tiepdon
