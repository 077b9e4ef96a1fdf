// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/profilecard.h"

#include <array>
#include <string>
#include <vector>

namespace tiepdon {

/// How much of each field somebody sees, by the field's value.
using FieldTable = std::array<FieldAccess, names(ProfileField{}).size()>;

/// The field an identifier is part of: a card's number is one of a document.
ProfileField fieldOf(IdentifierKind kind);
/// The field a happening is part of: what was declined is one of what was talked about.
ProfileField fieldOf(HappeningKind kind);

/// For whom and when a card is made.
struct CardView {
    FieldTable access{}; ///< of the role that asks; nothing shown unless said
    TimeMs nowMs = 0;
    std::string today; ///< the branch's local day, "YYYY-MM-DD"
    bool hidesName = false; ///< until the call: the branch's `hidesNamesBeforeCall`
    std::vector<LikelyDuplicate> duplicates = {}; ///< as likelyDuplicates found them
};

/// The card of a record as `view` may see it. What a role does not see is left out, with the signals made from it;
/// what it sees masked is: a name its given name, a birth date its year, an address its last part, amounts nothing,
/// identifiers as maskedIdentifier. References of the bank's books are masked for everybody. While the name is
/// hidden there are no name, identifiers, birth date, address and duplicates, whatever the role; needs and history
/// stay.
CustomerCard cardFor(const CustomerRecord &record, const CardView &view);

} // namespace tiepdon
