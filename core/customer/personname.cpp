// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customer/personname.h"

#include "core/base/text.h"
#include "core/customer/characters.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace tiepdon {
namespace {

bool isUnseen(char32_t c) { return c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0x180E; }

bool isCapital(char32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_LU; }
bool isSmall(char32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_LL; }
char32_t capital(char32_t c) { return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c))); }
char32_t small(char32_t c) { return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))); }

/// Compatible forms made one, case folded, marks taken off; empty for what is not UTF-8.
std::string withoutMarks(std::string_view text)
{
    utf8proc_uint8_t *mapped = nullptr;
    const auto size
        = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t *>(text.data()),
                       static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                       static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_IGNORE
                                                      | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (size < 0)
        return {};
    return {reinterpret_cast<const char *>(mapped), static_cast<std::size_t>(size)};
}

bool isWordCharacter(char32_t c)
{
    if (characters::isLetter(c))
        return true;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return true;
    default:
        return false;
    }
}

/// Equal but for one letter that is another, missing or too many.
bool differInOne(std::string_view one, std::string_view other)
{
    if (one.size() > other.size())
        std::swap(one, other);
    if (other.size() - one.size() > 1 || one.size() < 3)
        return false;
    std::size_t same = 0;
    while (same < one.size() && one[same] == other[same])
        ++same;
    const std::size_t skipped = one.size() == other.size() ? 1 : 0;
    return one.substr(std::min(one.size(), same + skipped)) == other.substr(std::min(other.size(), same + 1));
}

} // namespace

Result<std::string> personNameFrom(std::string_view typed)
{
    std::string seen;
    bool hasLetter = false;
    const auto all = characters::in(typed);
    if (!all)
        return Error{ErrorCode::InvalidParams, "a name is UTF-8", {{"field", "name"}}};
    for (const char32_t c : *all) {
        hasLetter = hasLetter || characters::isLetter(c);
        if (!isUnseen(c))
            characters::append(seen, c);
    }
    if (!hasLetter)
        return Error{ErrorCode::InvalidParams, "a name has a letter", {{"field", "name"}}};
    Result<std::string> clean = cleanText(seen, kPersonNameCharactersMax);
    if (!clean)
        return Error{clean.error().code, clean.error().message, {{"field", "name"}}};
    return clean;
}

std::string withNameCapitals(std::string_view name)
{
    const auto all = characters::in(name);
    if (!all)
        return std::string(name);
    // capitals are in their places when a word begins with one and goes on in small letters
    bool isShouted = true;
    bool isWhispered = true;
    bool isTurned = true;
    for (std::size_t i = 0; i < all->size(); ++i) {
        const bool begins = i == 0 || !characters::isLetter((*all)[i - 1]);
        isShouted = isShouted && !isSmall((*all)[i]);
        isWhispered = isWhispered && !isCapital((*all)[i]);
        isTurned = isTurned && !(begins ? isCapital((*all)[i]) : isSmall((*all)[i]));
    }
    if (!isShouted && !isWhispered && !isTurned)
        return std::string(name);
    std::string text;
    for (std::size_t i = 0; i < all->size(); ++i) {
        const bool begins = i == 0 || !characters::isLetter((*all)[i - 1]);
        characters::append(text, begins ? capital((*all)[i]) : small((*all)[i]));
    }
    return text;
}

std::string folded(std::string_view text)
{
    std::string kept;
    bool blankPending = false;
    const std::string bare = withoutMarks(text);
    for (char32_t c : characters::in(bare).value_or(std::vector<char32_t>())) {
        if (c == 0x111 || c == 0xF0) // đ, and ð that old fonts put for it
            c = 'd';
        if (!isWordCharacter(c)) {
            blankPending = true;
            continue;
        }
        const bool isAlone = characters::isEastAsian(c);
        if ((blankPending || isAlone) && !kept.empty())
            kept += ' ';
        characters::append(kept, c);
        blankPending = isAlone;
    }
    return kept;
}

std::vector<std::string> foldedWords(std::string_view text)
{
    std::vector<std::string> words;
    const std::string all = folded(text);
    for (std::size_t from = 0; from < all.size();) {
        const std::size_t end = std::min(all.find(' ', from), all.size());
        words.push_back(all.substr(from, end - from));
        from = end + 1;
    }
    return words;
}

std::string givenName(std::string_view name)
{
    const std::size_t blank = name.rfind(' ');
    if (blank == std::string_view::npos)
        return std::string(name);
    const std::string_view last = name.substr(blank + 1);
    const auto letters = characters::in(last);
    const bool isCalledWhole = !letters || std::any_of(letters->begin(), letters->end(), characters::isEastAsian)
        || std::none_of(letters->begin(), letters->end(), characters::isLetter);
    return std::string(isCalledWhole ? name : last);
}

double nameLikeness(std::string_view one, std::string_view other)
{
    std::vector<std::string> shorter = foldedWords(one);
    std::vector<std::string> longer = foldedWords(other);
    if (shorter.size() > longer.size())
        std::swap(shorter, longer);
    if (shorter.empty())
        return 0;
    const auto words = static_cast<double>(shorter.size());
    double alike = 0;
    const auto take = [&](auto isSame, double worth) {
        std::erase_if(shorter, [&](const std::string &word) {
            const auto it = std::find_if(longer.begin(), longer.end(),
                                         [&](const std::string &candidate) { return isSame(word, candidate); });
            if (it == longer.end())
                return false;
            longer.erase(it);
            alike += worth;
            return true;
        });
    };
    take([](const std::string &a, const std::string &b) { return a == b; }, 1);
    take([](const std::string &a, const std::string &b) { return differInOne(a, b); }, 0.5);
    return alike / words;
}

} // namespace tiepdon
