// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/records.h"

#include <string_view>
#include <vector>

namespace tiepdon {

/// The consent for a purpose that is in force at a time: the latest one given by then and not withdrawn. A
/// withdrawal ends every consent for its purpose that was given before it, so that nobody has to withdraw twice.
/// Null: none, and nothing may be done for that purpose.
const Consent *consentInForce(const std::vector<Consent> &consents, ConsentPurpose purpose, TimeMs atMs);

/// Whether they agreed to this very wording, or have to be asked again.
bool agreedTo(const std::vector<Consent> &consents, ConsentPurpose purpose, std::string_view wording, TimeMs atMs);

} // namespace tiepdon
