// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customer/document.h"

#include "core/customer/characters.h"
#include "core/customer/phone.h"

#include <algorithm>

namespace tiepdon {
namespace {

constexpr std::size_t kTypedBytesMax = 64;
constexpr std::string_view kDot = "•";

/// Digits and capital letters of what was typed; empty when there is anything else in it.
std::string compact(std::string_view typed)
{
    if (typed.size() > kTypedBytesMax)
        return {};
    const auto narrow = characters::narrowed(typed);
    const auto all = narrow ? characters::in(*narrow) : std::nullopt;
    std::string kept;
    for (const char32_t c : all.value_or(std::vector<char32_t>())) {
        if (characters::isDigit(c) || (c >= 'A' && c <= 'Z'))
            kept += static_cast<char>(c);
        else if (c >= 'a' && c <= 'z')
            kept += static_cast<char>(c - 'a' + 'A');
        else if (!characters::isSpace(c) && c != '.' && c != '-' && c != '/' && c != '_')
            return {};
    }
    return kept;
}

/// One to three letters, then five to eight digits.
bool looksLikePassport(std::string_view number)
{
    const auto digit = number.find_first_of("0123456789");
    if (digit == std::string_view::npos || digit < 1 || digit > 3 || number.size() > 9)
        return false;
    const std::string_view digits = number.substr(digit);
    return digits.size() >= 5 && digits.size() <= 8 && characters::areDigits(digits);
}

bool hasDigit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

bool isOf(IdentifierKind kind, std::string_view number)
{
    switch (kind) {
    case IdentifierKind::CitizenCard:
        return number.size() == 12 && characters::areDigits(number);
    case IdentifierKind::OldIdentityCard:
        return number.size() == 9 && characters::areDigits(number);
    case IdentifierKind::Passport:
        return number.size() >= 6 && number.size() <= 9 && hasDigit(number);
    case IdentifierKind::CustomerNumber:
        return number.size() >= 3 && number.size() <= 24 && hasDigit(number);
    case IdentifierKind::Card:
        return number.size() >= 8 && number.size() <= 40;
    case IdentifierKind::Phone:
        break;
    }
    return false;
}

std::string dots(std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += kDot;
    return text;
}

} // namespace

Result<std::string> identifierFrom(IdentifierKind kind, std::string_view typed)
{
    if (kind == IdentifierKind::Phone)
        return phoneFrom(typed);
    const std::string number = compact(typed);
    if (isOf(kind, number))
        return number;
    const std::string name(names(kind).at(static_cast<std::size_t>(kind)));
    return Error{ErrorCode::InvalidParams, "this is no number of a " + name, {{"field", name}}};
}

std::vector<IdentifierKind> documentKindsOf(std::string_view typed)
{
    const std::string number = compact(typed);
    std::vector<IdentifierKind> kinds;
    for (const IdentifierKind kind : {IdentifierKind::CitizenCard, IdentifierKind::OldIdentityCard}) {
        if (isOf(kind, number))
            kinds.push_back(kind);
    }
    if (looksLikePassport(number))
        kinds.push_back(IdentifierKind::Passport);
    return kinds;
}

bool isPaymentCard(std::string_view digits)
{
    if (digits.size() < 13 || digits.size() > 19 || !characters::areDigits(digits))
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i] - '0';
        const int twice = 2 * digit > 9 ? 2 * digit - 9 : 2 * digit;
        sum += i % 2 == 1 ? twice : digit;
    }
    return sum % 10 == 0;
}

std::string maskedNumber(std::string_view number)
{
    const auto all = characters::in(number);
    if (!all)
        return dots(number.size());
    const std::size_t first = all->size() >= 12 ? 4 : all->size() > 4 ? 1 : 0;
    const std::size_t last = all->size() >= 12 ? 4 : all->size() > 6 ? 3 : all->size() > 4 ? 1 : 0;
    std::string text;
    for (std::size_t i = 0; i < all->size(); ++i) {
        if (i < first || i + last >= all->size())
            characters::append(text, (*all)[i]);
        else
            text += kDot;
    }
    return text;
}

std::string maskedCardNumber(std::string_view number)
{
    if (number.size() < 8 || !characters::areDigits(number))
        return maskedNumber(number);
    return dots(4) + " " + std::string(number.substr(number.size() - 4));
}

std::string maskedIdentifier(IdentifierKind kind, std::string_view value)
{
    switch (kind) {
    case IdentifierKind::Phone:
        return maskedPhone(value);
    case IdentifierKind::Card:
        return maskedCardNumber(value);
    case IdentifierKind::CustomerNumber:
        return std::string(value);
    case IdentifierKind::CitizenCard:
    case IdentifierKind::OldIdentityCard:
    case IdentifierKind::Passport:
        return maskedNumber(value);
    }
    return {};
}

} // namespace tiepdon
