// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Text by its characters, for the rules of this room alone.

namespace tiepdon::characters {

/// The code points of well-formed UTF-8; nothing for other bytes.
std::optional<std::vector<char32_t>> in(std::string_view text);
void append(std::string &to, char32_t c);

bool isLetter(char32_t c);
bool isDigit(char32_t c); ///< 0 to 9 of ASCII alone
bool isSpace(char32_t c);
/// A character of a script that sets no blanks between words: Han, kana, Hangul.
bool isEastAsian(char32_t c);

/// What keyboards of other scripts make of digits, letters and signs, as in ASCII: full-width ４ is 4. Nothing for
/// bytes that are not UTF-8.
std::optional<std::string> narrowed(std::string_view text);

bool areDigits(std::string_view text); ///< at least one, and nothing else

} // namespace tiepdon::characters
