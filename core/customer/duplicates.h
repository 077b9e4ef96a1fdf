// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/profilecard.h"

#include <optional>
#include <vector>

namespace tiepdon {

/// Duplicates said of one customer.
constexpr std::size_t kDuplicatesMax = 5;

/// Why two profiles may be of one person, or nothing. Strong: the same document; the same phone and name. Else: the
/// same phone and a name much like it; the same name and birth date. One phone alone says nothing, for families
/// share phones. Whole birth dates that differ, and citizen cards that differ, speak against it: then only profiles
/// that agree in all the rest are said, and never as strong. A document that agrees outweighs both.
std::optional<LikelyDuplicate> likelyDuplicate(const Customer &customer, const Customer &other);

/// Of some candidates (who share a document, a phone or a name with the customer), the strong ones first, then by
/// id; at most kDuplicatesMax, and never the customer.
std::vector<LikelyDuplicate> likelyDuplicates(const Customer &customer, const std::vector<Customer> &candidates);

} // namespace tiepdon
