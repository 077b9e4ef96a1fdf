// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/dayplan.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>

namespace tiepdon {
namespace {

// Shorter is a slip of the finger, longer a ticket somebody forgot to finish.
constexpr double kServiceMinMin = 0.3;
constexpr double kServiceMinMax = 120;
constexpr double kWalkingCv = 0.5;
constexpr double kWalkingSMax = 120;

/// To whole tenths of a second, so that the last bits of the mathematics library change nothing.
TimeMs tenths(double seconds) { return std::llround(seconds * 10) * 100; }

} // namespace

PlannedArrival plannedArrival(Random &random, TimeMs atMs, ServiceId service, const PeopleFigures &people)
{
    PlannedArrival arrival;
    arrival.atMs = atMs;
    arrival.service = service;
    arrival.comes = !random.chance(people.noShowShare);
    arrival.walkMs = tenths(std::min(random.lognormal(people.walkingS, kWalkingCv), kWalkingSMax));
    return arrival;
}

TimeMs plannedServiceMs(double minutes) { return tenths(60 * std::clamp(minutes, kServiceMinMin, kServiceMinMax)); }

PlannedArrival drawnArrival(Random &random, TimeMs atMs, ServiceId service, double meanMin, double cv,
                            const PeopleFigures &people)
{
    PlannedArrival arrival = plannedArrival(random, atMs, service, people);
    arrival.serviceMs = plannedServiceMs(random.lognormal(meanMin, cv));
    return arrival;
}

} // namespace tiepdon
