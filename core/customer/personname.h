// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

/// The longest name of a person that is kept: the longest Vietnamese ones have under 60 characters.
constexpr std::size_t kPersonNameCharactersMax = 200;

/// A person's name as it is kept: cleaned as all text from outside (cleanText), without marks that are not seen
/// (soft hyphens, blanks of no width). What looks like markup stays as the characters it is. InvalidParams
/// ("field": "name") for a text without any letter, TooLarge past kPersonNameCharactersMax.
Result<std::string> personNameFrom(std::string_view typed);

/// The name as other systems shout or whisper it, NGUYỄN VĂN AN or nguyễn văn an or nGUYỄN vĂN aN, with capitals
/// where names have them. One that has small and capital letters in their places stays as it is.
std::string withNameCapitals(std::string_view name);

/// Text as it is searched for: small letters and digits without marks (đ is d), one blank between words. Two texts
/// that differ in marks, capitals or signs alone are the same. Characters of scripts without blanks (Han, kana,
/// Hangul) are words of their own. Bytes that are not UTF-8 fold to nothing.
std::string folded(std::string_view text);
/// The words of the folded text, in their order.
std::vector<std::string> foldedWords(std::string_view text);

/// What people are called by: the last word of a Vietnamese name, the whole of a name of one word or of one in a
/// script without blanks. Of a clean name.
std::string givenName(std::string_view name);

/// How alike two names are, by their folded words, in [0, 1]: the share of the words of the shorter that stand in
/// the longer, in any order, a word that differs in one letter counting half. 0 when one has no words.
double nameLikeness(std::string_view one, std::string_view other);

} // namespace tiepdon
