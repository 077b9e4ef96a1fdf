// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace tiepdon {

/// The shortest password there may be: the branch's setting, 8 at least.
constexpr int kPasswordCharactersMin = 12;
constexpr int kPasswordCharactersLeast = 8;
/// Longer is a mistake or an attack; a passphrase of ten words has under 80.
constexpr int kPasswordCharactersMax = 200;

/// A password as it is hashed and compared: Unicode NFC, so that the same keys give the same bytes on every
/// keyboard. Blanks stay. InvalidParams when it is not UTF-8 or holds control characters.
Result<std::string> cleanPassword(std::string_view typed);

/// Whether a clean password may be used. No rules about kinds of characters. PasswordTooWeak with "reason":
/// tooShort (and "min"), tooLong, common (one of the passwords everybody tries, also with digits or marks around
/// it), likeAccount (the account's or person's name and little else).
Result<void> checkPassword(std::string_view password, std::string_view account, std::string_view name,
                           int charactersMin);

/// What people type as account: lower case a–z, 0–9, dot, hyphen, underscore; 2 to 40. InvalidParams (field
/// "account") otherwise.
Result<std::string> cleanAccount(std::string_view typed);

} // namespace tiepdon
