// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customer/completeness.h"

#include "core/customer/calendar.h"
#include "core/customer/consents.h"

#include <algorithm>

namespace tiepdon {
namespace {

bool hasKind(const Customer &customer, std::initializer_list<IdentifierKind> kinds)
{
    return std::any_of(customer.identifiers.begin(), customer.identifiers.end(), [&](const Identifier &identifier) {
        return std::find(kinds.begin(), kinds.end(), identifier.kind) != kinds.end();
    });
}

} // namespace

Completeness completenessOf(const Customer &customer, const std::vector<Consent> &consents, TimeMs nowMs)
{
    using enum IdentifierKind;
    const std::vector<std::pair<ProfileField, bool>> parts = {
        {ProfileField::Name, !customer.name.empty()},
        {ProfileField::Phone, hasKind(customer, {Phone})},
        {ProfileField::Document, hasKind(customer, {CitizenCard, OldIdentityCard, Passport})},
        {ProfileField::BirthDate, isDay(customer.birthDate)},
        {ProfileField::Address, !customer.address.empty()},
        {ProfileField::Preferences, customer.preferences.channel.has_value()},
        {ProfileField::Consents, consentInForce(consents, ConsentPurpose::Profile, nowMs) != nullptr},
    };
    Completeness completeness;
    for (const auto &[field, isThere] : parts) {
        if (!isThere)
            completeness.missing.push_back(field);
    }
    const auto all = static_cast<std::int64_t>(parts.size());
    completeness.percent = 100 * (all - static_cast<std::int64_t>(completeness.missing.size())) / all;
    return completeness;
}

} // namespace tiepdon
