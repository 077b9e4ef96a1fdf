// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/password.h"

#include "core/access/commonpasswords.h"
#include "core/base/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <vector>

namespace tiepdon {
namespace {

/// A password must have this much beside its owner's name, and more than a birthday when it is all digits.
constexpr std::size_t kOwnCharactersMin = 6;
constexpr std::size_t kBirthdayDigits = 8;
/// Shorter parts of a name are also parts of other words.
constexpr std::size_t kNamePartMin = 3;
constexpr std::size_t kAccountMin = 2;
constexpr std::size_t kAccountMax = 40;

using Characters = std::vector<utf8proc_int32_t>;

/// The code points of well-formed UTF-8.
Characters charactersOf(std::string_view text)
{
    Characters characters;
    const auto *bytes = reinterpret_cast<const utf8proc_uint8_t *>(text.data());
    auto left = static_cast<utf8proc_ssize_t>(text.size());
    while (left > 0) {
        utf8proc_int32_t c = 0;
        const auto n = utf8proc_iterate(bytes, left, &c);
        if (n < 1)
            break;
        characters.push_back(c);
        bytes += n;
        left -= n;
    }
    return characters;
}

Result<std::string> mapped(std::string_view text, int options)
{
    utf8proc_uint8_t *bytes = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t *>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &bytes,
                                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(bytes, &std::free);
    if (size < 0)
        return Error{ErrorCode::InvalidParams, utf8proc_errmsg(size), {}};
    return std::string(reinterpret_cast<const char *>(bytes), static_cast<std::size_t>(size));
}

bool isLetter(utf8proc_int32_t c)
{
    const auto category = utf8proc_category(c);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool isDigit(utf8proc_int32_t c) { return c >= '0' && c <= '9'; }

std::string bytesOf(const Characters &characters)
{
    std::string text;
    for (const auto c : characters) {
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto n = utf8proc_encode_char(c, bytes.data());
        text.append(reinterpret_cast<const char *>(bytes.data()), static_cast<std::size_t>(n));
    }
    return text;
}

/// Without case, accents and blanks, as the common ones are listed: "Mật Khẩu" is "matkhau".
Characters folded(std::string_view text)
{
    Characters kept;
    const auto plain = mapped(text, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    if (!plain)
        return kept;
    for (auto c : charactersOf(*plain)) {
        if (c == 0x0111) // đ has no parts to take apart
            c = 'd';
        if (utf8proc_category(c) != UTF8PROC_CATEGORY_ZS)
            kept.push_back(c);
    }
    return kept;
}

/// What is left when everything `isStripped` is taken off both ends.
template <class IsStripped>
Characters stripped(const Characters &text, IsStripped isStripped)
{
    const auto begin = std::find_if_not(text.begin(), text.end(), isStripped);
    const auto end = std::find_if_not(text.rbegin(), text.rend(), isStripped).base();
    return begin < end ? Characters(begin, end) : Characters();
}

/// The letters that digits and marks stand for in "p4$$w0rd".
Characters withoutStandIns(Characters text)
{
    for (auto &c : text) {
        constexpr std::string_view kStandIns = "@4310!$57";
        constexpr std::string_view kLetters = "aaeioisst";
        if (const auto at = c < 0x80 ? kStandIns.find(static_cast<char>(c)) : std::string_view::npos;
            at != std::string_view::npos)
            c = kLetters[at];
    }
    return text;
}

/// How long the part is that the text consists of, again and again: its own length when there is none.
std::size_t periodOf(const Characters &text)
{
    for (std::size_t period = 1; period < text.size(); ++period) {
        std::size_t i = period;
        while (i < text.size() && text[i] == text[i - period])
            ++i;
        if (i == text.size())
            return period;
    }
    return text.size();
}

/// Whether each character is the next of the one before, or each the one before it; 0 and a follow 9 and z.
bool isStraightRun(const Characters &text)
{
    const auto follows = [](utf8proc_int32_t after, utf8proc_int32_t before) {
        return after == before + 1 || (before == '9' && after == '0') || (before == 'z' && after == 'a');
    };
    const auto breaks = [&](auto a, auto b) { return !follows(b, a); };
    const auto breaksDown = [&](auto a, auto b) { return !follows(a, b); };
    return std::adjacent_find(text.begin(), text.end(), breaks) == text.end()
        || std::adjacent_find(text.begin(), text.end(), breaksDown) == text.end();
}

bool isListed(const Characters &text)
{
    const std::string whole = bytesOf(text);
    return isCommonPassword(whole) || isCommonPassword(bytesOf(withoutStandIns(text)));
}

/// Nothing but one part again and again, or a run.
bool isPattern(const Characters &text)
{
    constexpr std::size_t kPartMax = 3; // "abcabcabcabc"
    if (text.empty())
        return false;
    const std::size_t period = periodOf(text);
    const Characters part(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(period));
    return (period <= kPartMax && period < text.size()) || (period < text.size() && isListed(part))
        || isStraightRun(text);
}

bool isCommon(std::string_view password)
{
    const Characters whole = folded(password);
    const Characters inMarks = stripped(whole, [](auto c) { return !isLetter(c) && !isDigit(c); });
    const Characters word = stripped(whole, [](auto c) { return !isLetter(c); });
    if (isListed(whole) || isListed(inMarks) || isListed(word) || isPattern(whole) || isPattern(inMarks))
        return true;
    return word.size() * 2 >= whole.size() && isPattern(word); // a lone letter among digits is no pattern
}

Characters lettersAndDigits(std::string_view text)
{
    Characters kept = folded(text);
    std::erase_if(kept, [](auto c) { return !isLetter(c) && !isDigit(c); });
    return kept;
}

/// Takes the part out wherever it stands; whether it stood anywhere.
bool takeOut(Characters &text, const Characters &part)
{
    bool found = false;
    while (part.size() >= kNamePartMin) {
        const auto at = std::search(text.begin(), text.end(), part.begin(), part.end());
        if (at == text.end())
            break;
        text.erase(at, at + static_cast<std::ptrdiff_t>(part.size()));
        found = true;
    }
    return found;
}

/// The words of an account or a name: what stands between blanks and marks.
std::vector<Characters> wordsOf(std::string_view text)
{
    std::vector<Characters> words(1);
    for (const auto c : charactersOf(text)) {
        if (isLetter(c) || isDigit(c))
            words.back().push_back(c);
        else if (!words.back().empty())
            words.emplace_back();
    }
    for (Characters &word : words)
        word = folded(bytesOf(word));
    return words;
}

bool isLikeAccount(std::string_view password, std::string_view account, std::string_view name)
{
    Characters left = lettersAndDigits(password);
    bool found = false;
    for (const std::string_view text : {name, account}) // whole before in parts
        found = takeOut(left, lettersAndDigits(text)) || found;
    for (const std::string_view text : {name, account}) {
        for (const Characters &word : wordsOf(text))
            found = takeOut(left, word) || found;
    }
    const bool isDate = left.size() <= kBirthdayDigits && std::all_of(left.begin(), left.end(), isDigit);
    return found && (left.size() < kOwnCharactersMin || isDate);
}

Error weak(std::string_view reason)
{
    return {ErrorCode::PasswordTooWeak,
            "the password is refused: " + std::string(reason),
            {{"reason", std::string(reason)}}};
}

} // namespace

Result<std::string> cleanPassword(std::string_view typed)
{
    if (!isUtf8(typed))
        return Error{ErrorCode::InvalidParams, "a password must be UTF-8", {{"field", "password"}}};
    for (const auto c : charactersOf(typed)) {
        if (utf8proc_category(c) == UTF8PROC_CATEGORY_CC)
            return Error{ErrorCode::InvalidParams, "a password has no control characters", {{"field", "password"}}};
    }
    return mapped(typed, UTF8PROC_COMPOSE);
}

Result<void> checkPassword(std::string_view password, std::string_view account, std::string_view name,
                           int charactersMin)
{
    const auto length = charactersOf(password).size();
    const int shortest = std::max(charactersMin, kPasswordCharactersLeast);
    if (length < static_cast<std::size_t>(shortest)) {
        Error error = weak("tooShort");
        error.detail.emplace("min", std::to_string(shortest));
        return error;
    }
    if (length > static_cast<std::size_t>(kPasswordCharactersMax))
        return weak("tooLong");
    if (isCommon(password))
        return weak("common");
    if (isLikeAccount(password, account, name))
        return weak("likeAccount");
    return {};
}

Result<std::string> cleanAccount(std::string_view typed)
{
    const Error refused{ErrorCode::InvalidParams,
                        "an account has 2 to 40 of a-z, 0-9, dot, hyphen and underscore",
                        {{"field", "account"}}};
    const auto trimmed = cleanText(typed, kAccountMax);
    if (!trimmed || trimmed->size() < kAccountMin)
        return refused;
    std::string account = *trimmed;
    for (char &c : account) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '_')
            return refused;
    }
    return account;
}

} // namespace tiepdon
