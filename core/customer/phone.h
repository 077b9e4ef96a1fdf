// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace tiepdon {

/// A phone number as people type it, in the one form it is kept in: "+84" and nine digits for a Vietnamese mobile
/// number (0…, 84…, +84…, 0084…, with blanks, dots, dashes, slashes or brackets anywhere), "+" and 8 to 15 digits
/// for a number of another country that is typed with its "+" or "00" (ITU-T E.164). Mobile numbers alone are
/// Vietnamese ones: the ranges of the numbering plan of 2018. InvalidParams ("field": "phone").
Result<std::string> phoneFrom(std::string_view typed);

/// A kept number in groups, for people to read: "+84 901 234 567".
std::string groupedPhone(std::string_view phone);

/// A kept number of which only the country (84 alone) and the last three digits are said: "+84 ••• ••• 567".
std::string maskedPhone(std::string_view phone);

} // namespace tiepdon
