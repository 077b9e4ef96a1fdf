// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerting/records.h"
#include "core/base/result.h"

#include <vector>

namespace tiepdon {

/// A rule with its texts cleaned. InvalidParams (detail: "field") for what no rule can have: no name, a threshold
/// out of its unit's range, an end beyond the threshold, times below zero or over a day, a list too long, mail
/// without an address or with one that is none.
Result<AlertRule> checked(AlertRule rule);

/// What a new branch begins with; ids from 1.
std::vector<AlertRule> usualAlertRules();

} // namespace tiepdon
