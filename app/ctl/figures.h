// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/dayplan.h"
#include "core/base/result.h"

#include <string_view>

namespace tiepdon {

/// A day drawn from figures (TOML; `resources/demo/bank-day.toml` is the commented sample), on the branch the
/// hub already has. BadFile ("line", "field", "reason") for the first mistake.
Result<DayPlan> planFromFigures(std::string_view toml, std::uint64_t seed);

} // namespace tiepdon
