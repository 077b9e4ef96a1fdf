// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/cardscan.h"
#include "core/customer/records.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tiepdon {

namespace asked {

/// A ticket as it is printed: "A012", "a 12", or "012" of any series.
struct Ticket {
    std::string series; ///< one capital letter; empty: any
    std::int64_t number = 0; ///< at least 1

    friend bool operator==(const Ticket &, const Ticket &) = default;
};

/// Somebody by a whole number, in the form it is kept in.
struct Number {
    IdentifierKind kind = IdentifierKind::Phone;
    std::string value;

    friend bool operator==(const Number &, const Number &) = default;
};

/// Phones that end so: six to eight digits.
struct PhoneEnd {
    std::string digits;

    friend bool operator==(const PhoneEnd &, const PhoneEnd &) = default;
};

struct Scan {
    CardScan card;

    friend bool operator==(const Scan &, const Scan &) = default;
};

/// Words of a name, folded, each perhaps the beginning of one.
struct Name {
    std::vector<std::string> words;

    friend bool operator==(const Name &, const Name &) = default;
};

} // namespace asked

using Asked = std::variant<asked::Ticket, asked::Number, asked::PhoneEnd, asked::Scan, asked::Name>;

/// Words of a name that are looked for; longer questions are made of their first ones.
constexpr std::size_t kAskedWordsMax = 10;

/// All that a text in the search field can mean, most likely first; nothing for an empty one. A text may be a
/// number of several kinds; "an 0912345678" is a name and a phone. A scan is nothing else. Card readers' framing
/// (;…=, %B…^) is taken off. `today` as in cardScanFrom.
std::vector<Asked> askedIn(std::string_view text, const std::string &today);

} // namespace tiepdon
