// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ticket.h"
#include "core/simulation/scenario.h"

#include <optional>
#include <string>
#include <vector>

namespace tiepdon {

/// A step of a visit as a branch has recorded it.
struct PastStep {
    std::string businessDay;
    TimeMs askedMs = 0; ///< after local midnight: when its ticket was taken
    bool isFirst = true; ///< the one the ticket was taken for
    bool isBooked = false;
    ServiceId service;
    SegmentId segment;
    CounterId counter; ///< of the last call; 0: none
    TimeMs waitedMs = 0; ///< up to the last call, or until people were gone
    std::optional<TimeMs> walkMs; ///< from the call to the start
    std::optional<TimeMs> servedMs; ///< of the served
    bool isGone = false; ///< did not come when called, or left
};

/// Fewer days or services done than these say too little about a branch.
constexpr std::size_t kLearntDaysMin = 5;
constexpr std::size_t kLearntServicesMin = 200;

/// A branch and its crowd as its own records show them: who comes in which half hour, for what and as whom; how
/// long services take (begun with the expected time as thirty of them, a forgotten finish cut at eight times it);
/// how fast each counter is; how long people wait before they are gone; which counters were manned on most days.
/// Breaks are not in it. Its one rule is the branch's own. InvalidParams when there is too little, `detail` naming
/// "days" and "services", as many as there are.
Result<Scenario> learntScenario(const BranchSetup &setup, const std::vector<PastStep> &steps);

} // namespace tiepdon
