// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tiepdon {

/// What is known of a customer, as far as roles differ in what they see of it.
enum class ProfileField : std::uint8_t {
    Name,
    Phone,
    Document, ///< citizen card, older identity card, passport, card
    CustomerNumber,
    BirthDate,
    Address,
    Needs,
    Preferences,
    Tier, ///< and the segment
    Visits,
    Purchases, ///< and products held and stages
    Transactions,
    Conversations,
    Notes,
    SupervisorNotes,
    OpenItems,
    Scores,
    Consents,
};

constexpr auto names(ProfileField)
{
    return std::array<std::string_view, 18>{"name",          "phone",   "document",        "customerNumber",
                                            "birthDate",     "address", "needs",           "preferences",
                                            "tier",          "visits",  "purchases",       "transactions",
                                            "conversations", "notes",   "supervisorNotes", "openItems",
                                            "scores",        "consents"};
}

/// How much of a field somebody sees. Masked: enough to tell two people apart.
enum class FieldAccess : std::uint8_t { None, Masked, Shown };

constexpr auto names(FieldAccess) { return std::array<std::string_view, 3>{"none", "masked", "shown"}; }

} // namespace tiepdon
