// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customer/consents.h"

#include <algorithm>

namespace tiepdon {

const Consent *consentInForce(const std::vector<Consent> &consents, ConsentPurpose purpose, TimeMs atMs)
{
    const Consent *latest = nullptr;
    for (const Consent &consent : consents) {
        const bool wasGiven = consent.purpose == purpose && consent.givenMs <= atMs;
        if (wasGiven && (!latest || consent.givenMs >= latest->givenMs))
            latest = &consent;
    }
    const auto endsIt = [&](const Consent &consent) {
        return consent.purpose == purpose && consent.withdrawnMs && *consent.withdrawnMs <= atMs
            && (*consent.withdrawnMs >= latest->givenMs || &consent == latest);
    };
    if (!latest || std::any_of(consents.begin(), consents.end(), endsIt))
        return nullptr;
    return latest;
}

bool agreedTo(const std::vector<Consent> &consents, ConsentPurpose purpose, std::string_view wording, TimeMs atMs)
{
    const Consent *consent = consentInForce(consents, purpose, atMs);
    return consent && consent->wording == wording;
}

} // namespace tiepdon
