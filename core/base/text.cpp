// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace tiepdon {
namespace {

// Marks that reorder what is read (UAX 9) and the byte-order mark: they let a name look like another.
bool isBidiMark(utf8proc_int32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)
        || c == 0xFEFF;
}

bool isSpace(utf8proc_int32_t c)
{
    if ((c >= '\t' && c <= '\r') || c == 0x85)
        return true;
    const auto category = utf8proc_category(c);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

void append(std::string &to, utf8proc_int32_t c)
{
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto n = utf8proc_encode_char(c, bytes.data());
    for (utf8proc_ssize_t i = 0; i < n; ++i)
        to += static_cast<char>(bytes.at(static_cast<std::size_t>(i)));
}

/// Calls `each(codePoint)` for every one; false when the bytes are not UTF-8.
template <class Each>
bool forEachCharacter(std::string_view text, Each each)
{
    const auto *bytes = reinterpret_cast<const utf8proc_uint8_t *>(text.data());
    auto left = static_cast<utf8proc_ssize_t>(text.size());
    while (left > 0) {
        utf8proc_int32_t c = 0;
        const auto n = utf8proc_iterate(bytes, left, &c);
        if (n < 1)
            return false;
        each(c);
        bytes += n;
        left -= n;
    }
    return true;
}

} // namespace

bool isUtf8(std::string_view text)
{
    return forEachCharacter(text, [](utf8proc_int32_t) {});
}

Result<std::string> cleanText(std::string_view text, std::size_t maxCharacters)
{
    std::string kept;
    bool blankPending = false;
    const bool valid = forEachCharacter(text, [&](utf8proc_int32_t c) {
        if (isSpace(c)) {
            blankPending = !kept.empty();
            return;
        }
        if (isBidiMark(c) || utf8proc_category(c) == UTF8PROC_CATEGORY_CC)
            return;
        if (blankPending)
            kept += ' ';
        blankPending = false;
        append(kept, c);
    });
    if (!valid)
        return Error{ErrorCode::InvalidParams, "text is not UTF-8", {}};

    utf8proc_uint8_t *composed = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t *>(kept.data()),
                                   static_cast<utf8proc_ssize_t>(kept.size()), &composed,
                                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, &std::free);
    if (size < 0)
        return Error{ErrorCode::InvalidParams, utf8proc_errmsg(size), {}};
    std::string result(reinterpret_cast<const char *>(composed), static_cast<std::size_t>(size));

    std::size_t characters = 0;
    (void)forEachCharacter(result, [&](utf8proc_int32_t) { ++characters; });
    if (characters > maxCharacters)
        return Error{
            ErrorCode::TooLarge, "text is longer than " + std::to_string(maxCharacters) + " characters", {}};
    return result;
}

} // namespace tiepdon
