// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/alerttrial.h"

#include <string>
#include <vector>

namespace tiepdon::bench {

/// Days of a bank's telephone branch as a branch would have had them: one service promised within `promiseMs`,
/// calls as tickets, agents as counters that are open from their first call of the day until a quarter of an hour
/// without one, callers who hang up as people who leave. Oldest first; each from its opening to its closing. Rows
/// that contradict each other (two calls of one agent at once) are left out. Empty when the file is not there.
std::vector<std::vector<TimedEvent>> telephoneDays(const std::string &path, TimeMs promiseMs);

} // namespace tiepdon::bench
