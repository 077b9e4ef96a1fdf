// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/study.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace tiepdon {

struct TunerOptions {
    DayRange training{1, 0, 25}; ///< days the search looks at
    DayRange judging{1, 100'000, 60}; ///< other days, on which the outcome is shown
    std::int64_t evaluations = 300; ///< settings tried
    std::uint64_t seed = 1; ///< of the search
    std::size_t threads = 1;
    bool tunesServices = true; ///< also a weight for each service
};

/// The rule found beside the one the search began with.
struct Tuned {
    RuleTrial present;
    RuleTrial found;
    double presentScore = 0; ///< on the training days
    double foundScore = 0;
    std::vector<RuleResult> judged; ///< present, then found, on the judging days
};

/// What a search makes small: the loss of a branch, and beside it the loss of the service that fares worst.
double tunerScore(const DispatchMetrics &metrics);

/// Searches by random steps around the best so far, over the parameters of a rule of the kind `BrokenPromise` and a
/// weight for each service, on the training days. `maxOvertaken` stays as it is: how often people may be overtaken
/// is a person's decision. The same for the same options, whatever `threads`. `onProgress` hears how many settings
/// were tried and the best score, on the calling thread. Internal when the engine refuses a step.
Result<Tuned> tuned(const Scenario &scenario, const RuleTrial &present, const TunerOptions &options,
                    const std::function<void(std::int64_t, double)> &onProgress = {});

/// The lines of a branch file that make a rule the branch's: its [calling], and as comments the weight of each
/// service, which stands in that service's own table.
std::string branchLines(const Scenario &scenario, const RuleTrial &trial);

} // namespace tiepdon
