// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customer/phone.h"

#include "core/customer/characters.h"

namespace tiepdon {
namespace {

constexpr std::size_t kTypedBytesMax = 64; ///< a number with every digit apart, and no longer text
constexpr std::size_t kShownDigits = 3;
constexpr std::string_view kDot = "•";

Error noPhone(const char *why) { return {ErrorCode::InvalidParams, why, {{"field", "phone"}}}; }

bool isBetweenDigits(char32_t c)
{
    return characters::isSpace(c) || c == '.' || c == '-' || c == '/' || c == '(' || c == ')' || c == 0xB7
        || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2022 || c == 0x200B || c == 0xFEFF || c == 0x202A
        || c == 0x202C; // phone books of telephones put embedding marks around numbers
}

/// Nine digits after the country code: 3[2-9], 5[25689], 7[06-9], 8[1-9], 9[0-46-9] and seven more.
bool isVietnameseMobile(std::string_view national)
{
    if (national.size() != 9 || !characters::areDigits(national))
        return false;
    constexpr std::string_view kNone;
    const auto second = [&]() -> std::string_view {
        switch (national.front()) {
        case '3':
            return "23456789";
        case '5':
            return "25689";
        case '7':
            return "06789";
        case '8':
            return "123456789";
        case '9':
            return "012346789";
        default:
            return kNone;
        }
    }();
    return second.find(national[1]) != std::string_view::npos;
}

/// The digits in threes from the right, with "first" before them.
std::string grouped(std::string first, const std::vector<std::string> &digits)
{
    std::string text = std::move(first);
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if ((digits.size() - i) % 3 == 0 && !text.empty() && text != "+")
            text += ' ';
        text += digits[i];
    }
    return text;
}

std::string shown(std::string_view phone, bool hides)
{
    const bool isVietnamese = phone.starts_with("+84");
    std::string_view rest = phone;
    rest.remove_prefix(isVietnamese ? 3 : phone.starts_with("+") ? 1 : 0);
    std::vector<std::string> digits;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const bool isHidden = hides && (i + kShownDigits < rest.size() || rest.size() <= kShownDigits);
        digits.emplace_back(isHidden ? kDot : rest.substr(i, 1));
    }
    return grouped(isVietnamese ? "+84" : phone.starts_with("+") ? "+" : "", digits);
}

} // namespace

Result<std::string> phoneFrom(std::string_view typed)
{
    if (typed.size() > kTypedBytesMax)
        return noPhone("a phone number is shorter");
    const auto narrow = characters::narrowed(typed);
    const auto all = narrow ? characters::in(*narrow) : std::nullopt;
    if (!all)
        return noPhone("a phone number is UTF-8");
    std::string digits;
    bool isInternational = false;
    for (const char32_t c : *all) {
        if (characters::isDigit(c))
            digits += static_cast<char>(c);
        else if (c == '+' && digits.empty() && !isInternational)
            isInternational = true;
        else if (!isBetweenDigits(c))
            return noPhone("a phone number has digits alone");
    }
    if (!isInternational && digits.starts_with("00")) {
        isInternational = true;
        digits.erase(0, 2);
    }
    const std::string_view number = digits;
    if (number.starts_with("84")) {
        // people keep the 0 of the domestic form behind the country code
        const std::string_view national = number.substr(number.starts_with("840") ? 3 : 2);
        if (isVietnameseMobile(national))
            return "+84" + std::string(national);
        return noPhone("no Vietnamese mobile number begins so, or has so many digits");
    }
    if (isInternational) {
        if (number.size() >= 8 && number.size() <= 15 && !number.starts_with("0"))
            return "+" + digits;
        return noPhone("a number of another country has 8 to 15 digits and does not begin with 0");
    }
    if (number.starts_with("0") && isVietnameseMobile(number.substr(1)))
        return "+84" + digits.substr(1);
    return noPhone("no Vietnamese mobile number begins so, or has so many digits");
}

std::string groupedPhone(std::string_view phone) { return shown(phone, false); }

std::string maskedPhone(std::string_view phone) { return shown(phone, true); }

} // namespace tiepdon
