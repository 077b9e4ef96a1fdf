// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customer/characters.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace tiepdon::characters {

std::optional<std::vector<char32_t>> in(std::string_view text)
{
    std::vector<char32_t> found;
    found.reserve(text.size());
    const auto *bytes = reinterpret_cast<const utf8proc_uint8_t *>(text.data());
    for (auto left = static_cast<utf8proc_ssize_t>(text.size()); left > 0;) {
        utf8proc_int32_t c = 0;
        const auto n = utf8proc_iterate(bytes, left, &c);
        if (n < 1)
            return std::nullopt;
        found.push_back(static_cast<char32_t>(c));
        bytes += n;
        left -= n;
    }
    return found;
}

void append(std::string &to, char32_t c)
{
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto n = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes.data());
    for (utf8proc_ssize_t i = 0; i < n; ++i)
        to += static_cast<char>(bytes.at(static_cast<std::size_t>(i)));
}

bool isLetter(char32_t c)
{
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        return true;
    default:
        return false;
    }
}

bool isDigit(char32_t c) { return c >= '0' && c <= '9'; }

bool isSpace(char32_t c)
{
    if ((c >= '\t' && c <= '\r') || c == 0x85)
        return true;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

bool isEastAsian(char32_t c)
{
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

std::optional<std::string> narrowed(std::string_view text)
{
    const auto all = in(text);
    if (!all)
        return std::nullopt;
    std::string narrow;
    narrow.reserve(text.size());
    for (const char32_t c : *all)
        append(narrow, c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c);
    return narrow;
}

bool areDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace tiepdon::characters
