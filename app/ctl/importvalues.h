// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/cardscan.h"
#include "core/customer/records.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

// Values as other systems and people write them into files, in Vietnamese or English; nothing for what is none.

std::optional<AddressForm> formFrom(std::string_view text); ///< "Anh", "bà", "Mr."
std::optional<Sex> sexFrom(std::string_view text); ///< "Nam", "nữ", "F"
/// The form somebody of that age is usually addressed by; None where nobody knows.
AddressForm usualForm(Sex sex, std::string_view birthDate, std::string_view today);
std::optional<Channel> channelFrom(std::string_view text); ///< "Điện thoại", "zalo", "branch"
std::optional<bool> inwardFrom(std::string_view text); ///< "gọi đến" and "in" true, "gọi đi" and "out" false
std::optional<std::string> languageFrom(std::string_view text); ///< "Tiếng Anh", "en" as "en"
/// Parted by commas, semicolons or slashes; each by its name on the wire or in Vietnamese words.
std::optional<std::vector<Need>> needsFrom(std::string_view text);
/// A list parted by semicolons, bars or line ends; without empty parts.
std::vector<std::string> partsOf(std::string_view text);

/// The three letters of a currency; "đ", "₫", "VNĐ" and nothing are VND.
std::optional<std::string> currencyFrom(std::string_view text);
/// Money in the currency's smallest unit that is in use: "1.500.000 đ", "1,500,000", "-1500000.00" of VND are
/// whole, "12,50" of USD is 1250. Signs of VND and blanks are left out. Within ±9·10^15.
std::optional<std::int64_t> amountFrom(std::string_view text, std::string_view currency);

/// Minutes of the local day: "14:05", "14:05:30", "14h05".
std::optional<std::int64_t> minuteFrom(std::string_view text);
/// A moment, "17/5/2026 14:05", "2026-05-17T14:05:00", or a day alone, which begins it. UTC ms; days from 1970.
std::optional<TimeMs> momentFrom(std::string_view text, std::int64_t utcOffsetMin);

/// A number as a cell keeps it that was taken for one to reckon with: its zeros at the beginning are put back up to
/// so many digits, an apostrophe at its beginning is taken off. Others stay as they are.
std::string withZeros(std::string_view text, std::size_t digits, std::size_t missingMax);

} // namespace tiepdon
