// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>

// Days of people's lives, as "YYYY-MM-DD" from 1900 to 2199, which compare as they follow each other.

namespace tiepdon {

/// The day of these numbers, where the calendar has it.
std::optional<std::string> dayOf(int year, int month, int day);
bool isDay(std::string_view text);
/// A day as people and other systems write it: 17/5/1990 with slash, dot, dash or blank, day first; 1990-05-17;
/// 17051990. Year in four digits. A time of day behind the second is left out ("1990-05-17 00:00:00", "…T…").
std::optional<std::string> dayTyped(std::string_view text);
/// A birth date as a profile keeps it: a day as dayTyped reads it, a year alone ("1990"), or nothing. InvalidParams
/// ("field": "birthDate") for anything else, and for what is after `today`.
Result<std::string> birthDateFrom(std::string_view text, std::string_view today);
/// Whole years from one day to another, 0 before. Whoever was born on 29 February is older from 1 March on in years
/// without one. Both are days.
int yearsBetween(std::string_view from, std::string_view to);
/// A day this many days away; both days as they are kept. Empty outside the years.
std::string dayPlus(std::string_view day, int days);
/// Days from one to the other, negative backwards.
int daysBetween(std::string_view from, std::string_view to);

} // namespace tiepdon
