// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customer/calendar.h"

#include "core/customer/characters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <vector>

namespace tiepdon {
namespace {

constexpr int kYearMin = 1900;
constexpr int kYearMax = 2199;

std::string padded(int number, std::size_t digits)
{
    const std::string text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

/// Of digits alone.
int number(std::string_view digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::chrono::year_month_day calendarDay(std::string_view day)
{
    return std::chrono::year(number(day.substr(0, 4))) / number(day.substr(5, 2)) / number(day.substr(8, 2));
}

} // namespace

std::optional<std::string> dayOf(int year, int month, int day)
{
    if (year < kYearMin || year > kYearMax || month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    if (!(std::chrono::year(year) / month / day).ok())
        return std::nullopt;
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

bool isDay(std::string_view text)
{
    return text.size() == 10 && text[4] == '-' && text[7] == '-' && characters::areDigits(text.substr(0, 4))
        && characters::areDigits(text.substr(5, 2)) && characters::areDigits(text.substr(8, 2))
        && dayOf(number(text.substr(0, 4)), number(text.substr(5, 2)), number(text.substr(8, 2))).has_value();
}

std::optional<std::string> dayTyped(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    if (text.size() > 10 && (text[10] == 'T' || text[10] == ' '))
        text = text.substr(0, 10);
    if (isDay(text))
        return std::string(text);
    if (text.size() == 8 && characters::areDigits(text))
        return dayOf(number(text.substr(4, 4)), number(text.substr(2, 2)), number(text.substr(0, 2)));

    std::array<std::string_view, 3> parts;
    std::size_t count = 0;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find_first_of("/.- ", from), text.size());
        if (count == parts.size() || !characters::areDigits(text.substr(from, end - from)))
            return std::nullopt;
        parts.at(count++) = text.substr(from, end - from);
        from = end + 1;
    }
    if (count != parts.size())
        return std::nullopt;
    if (parts[0].size() == 4 && parts[1].size() <= 2 && parts[2].size() <= 2)
        return dayOf(number(parts[0]), number(parts[1]), number(parts[2]));
    if (parts[2].size() != 4 || parts[0].size() > 2 || parts[1].size() > 2)
        return std::nullopt;
    return dayOf(number(parts[2]), number(parts[1]), number(parts[0]));
}

Result<std::string> birthDateFrom(std::string_view text, std::string_view today)
{
    if (text.find_first_not_of(' ') == std::string_view::npos)
        return std::string();
    if (text.size() == 4 && characters::areDigits(text) && dayOf(number(text), 1, 1) && text <= today.substr(0, 4))
        return std::string(text);
    if (auto day = dayTyped(text); day && *day <= today)
        return std::move(*day);
    return Error{ErrorCode::InvalidParams, "this is no birth date", {{"field", "birthDate"}}};
}

int yearsBetween(std::string_view from, std::string_view to)
{
    const int years = number(to.substr(0, 4)) - number(from.substr(0, 4));
    const bool isBefore = to.substr(5) < from.substr(5);
    return std::max(0, isBefore ? years - 1 : years);
}

std::string dayPlus(std::string_view day, int days)
{
    const std::chrono::year_month_day moved = std::chrono::sys_days(calendarDay(day)) + std::chrono::days(days);
    return dayOf(static_cast<int>(moved.year()), static_cast<int>(static_cast<unsigned>(moved.month())),
                 static_cast<int>(static_cast<unsigned>(moved.day())))
        .value_or(std::string());
}

int daysBetween(std::string_view from, std::string_view to)
{
    return static_cast<int>(
        (std::chrono::sys_days(calendarDay(to)) - std::chrono::sys_days(calendarDay(from))).count());
}

} // namespace tiepdon
