// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/scenario.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace tiepdon {

/// Somebody who comes on a drawn day, with all that will be of them whoever calls them and when.
struct DrawnPerson {
    TimeMs arrivedMs = 0;
    std::optional<TimeMs> bookedMs = {};
    std::size_t service = 0;
    std::size_t segment = 0;
    double serviceMs = 0; ///< at a counter of speed 1
    double patienceMs = 0; ///< called later than this after arriving: is gone

    /// The later of arrival and booked time.
    [[nodiscard]] TimeMs referenceMs() const { return bookedMs && *bookedMs > arrivedMs ? *bookedMs : arrivedMs; }
};

/// A day as it happens to a branch. Times are ms after midnight.
struct DrawnDay {
    std::vector<DrawnPerson> people; ///< in order of arrival
    /// When each counter calls nobody, in order. Who is served when one begins is served to the end.
    std::vector<std::vector<TimeSpan>> absences;
};

/// Day `day` (from 0) of a scenario under a seed: the same on every machine, whatever other days are drawn.
DrawnDay drawnDay(const Scenario &scenario, std::uint64_t seed, std::int64_t day);

} // namespace tiepdon
