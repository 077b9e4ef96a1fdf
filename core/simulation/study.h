// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/metrics.h"
#include "core/wire/json.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tiepdon {

/// How one rule did on the days of a study.
struct RuleResult {
    RuleTrial trial;
    DispatchMetrics metrics; ///< over all days
    std::vector<DispatchMetrics> byDay;
};

/// Days of a scenario to play: `count` from `firstDay` on, drawn under `seed`.
struct DayRange {
    std::uint64_t seed = 1;
    std::int64_t firstDay = 0;
    std::int64_t count = 1;
};

/// Plays the same days under each rule, on up to `threads` threads; the results are the same for any number of
/// them. Internal when the engine refuses a step.
Result<std::vector<RuleResult>> compared(const Scenario &scenario, const std::vector<RuleTrial> &rules,
                                         const DayRange &range, std::size_t threads);
/// The same for days at hand.
Result<std::vector<RuleResult>> compared(const Scenario &scenario, const std::vector<RuleTrial> &rules,
                                         const std::vector<DrawnDay> &days, std::size_t threads);

/// The metrics of a study as JSON: "scenario", "seed", "days", and "rules" with name, parameters, figures over all
/// days and "byDay". Times in minutes.
Json studyJson(const Scenario &scenario, const DayRange &range, const std::vector<RuleResult> &results);
/// One line for each rule and day, with a header; times in minutes. Names are quoted as in RFC 4180.
std::string studyCsv(const Scenario &scenario, const DayRange &range, const std::vector<RuleResult> &results);

} // namespace tiepdon
