// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/customer/records.h"

#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

/// What somebody is found by as it is typed, in the one form it is kept in, without blanks, dots, dashes, slashes:
///  - a citizen card: twelve digits, of which nothing is checked against a list, for provinces merge
///  - the identity card before it: nine digits
///  - a passport: capital letters and digits, six to nine of them, at least one digit (ICAO 9303)
///  - a customer number: capital letters and digits, 3 to 24 of them, at least one digit
///  - a card: capital letters and digits, 8 to 40, as a reader gives them
///  - a phone: as phoneFrom
/// InvalidParams ("field": the kind's name) for what is none of its kind.
Result<std::string> identifierFrom(IdentifierKind kind, std::string_view typed);

/// The documents a number can be of by its shape alone, one or none of them. Of passports those with letters before
/// digits, as most countries have them.
std::vector<IdentifierKind> documentKindsOf(std::string_view typed);
/// Whether the digits' sum is as cards of payment have it (ISO/IEC 7812), of 13 to 19 digits.
bool isPaymentCard(std::string_view digits);

/// A number of which the first and the last characters are said: "0790••••1234" of twelve, "1•••••789" of nine,
/// nothing of four or less.
std::string maskedNumber(std::string_view number);
/// The number of a card of payment or membership, of which only the last four digits are said: "•••• 1234".
std::string maskedCardNumber(std::string_view number);
/// An identifier as whoever may not see it sees it, by the two above and maskedPhone. A customer number is no
/// secret.
std::string maskedIdentifier(IdentifierKind kind, std::string_view value);

} // namespace tiepdon
