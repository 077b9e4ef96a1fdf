// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/profilecard.h"

#include <vector>

namespace tiepdon {

/// What to be careful about with somebody, in the order of `Signal`. Steps that are still open (the visit that is
/// just made) count neither for nor against. `ComesLess`: a customer who came as often as before would have come so
/// rarely in the last 90 days in fewer than one case of twenty, by their visits of the 360 days before now (fewer
/// days where the first visit or the record's bound is nearer).
std::vector<Signal> signalsOf(const CustomerRecord &record, TimeMs nowMs);

} // namespace tiepdon
