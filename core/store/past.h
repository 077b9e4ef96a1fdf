// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/learntscenario.h"

#include <QString>

namespace tiepdon {

/// What a branch is made of now, and the steps of its visits on its last days.
struct PastBranch {
    BranchSetup setup;
    std::vector<PastStep> steps; ///< newest first
};

/// Read from a data directory, also while a hub writes there: the last `kPastDays` business days, at most
/// `kPastStepsMax` steps, closed days and open one. NotInitialised, NotDefined before a first day, DatabaseOlder,
/// DatabaseNewer, DatabaseDamaged, StorageFailed.
Result<PastBranch> pastOf(const QString &directory);

constexpr int kPastDays = 60;
constexpr std::size_t kPastStepsMax = 200'000;

} // namespace tiepdon
