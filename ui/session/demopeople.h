// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/records.h"

#include <vector>

namespace tiepdon {

/// Made-up customers of the made-up branch, with a past up to `nowMs`; nobody of them lives. The first is known
/// best: needs, promises, a complaint, products. Among the others are a first visit, a name in Chinese, one of one
/// letter, one of 200 characters that looks like markup, and two profiles that are probably of one person.
std::vector<CustomerRecord> demoPeople(TimeMs nowMs, int utcOffsetMin);

/// Of the n-th of them, from 1.
constexpr CustomerId demoCustomer(std::int64_t n) { return {1'000'000'000 + n}; }

} // namespace tiepdon
