// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/profilecard.h"

#include <vector>

namespace tiepdon {

struct Completeness {
    std::int64_t percent = 0; ///< of what a complete profile has, rounded down
    std::vector<ProfileField> missing; ///< in the order of the fields

    friend bool operator==(const Completeness &, const Completeness &) = default;
};

/// How much of a profile is there: name, a phone, a document, a whole birth date, an address, a way to be reached
/// (a channel), and the consent to be known. Needs are not counted: most people have none.
Completeness completenessOf(const Customer &customer, const std::vector<Consent> &consents, TimeMs nowMs);

} // namespace tiepdon
