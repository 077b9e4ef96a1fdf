// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

/// What stands in the QR code of a Vietnamese citizen card, in its order:
/// number|old number|full name|birth ddMMyyyy|Nam or Nữ|address|issued ddMMyyyy.
enum class ScanField : std::uint8_t { Number, OldNumber, Name, BirthDate, Sex, Address, IssueDate };

constexpr auto names(ScanField)
{
    return std::array<std::string_view, 7>{"number", "oldNumber", "name",     "birthDate",
                                           "sex",    "address",   "issueDate"};
}

enum class Sex : std::uint8_t { Unknown, Male, Female };

constexpr auto names(Sex) { return std::array<std::string_view, 3>{"unknown", "male", "female"}; }

/// What could be read of a card. A field that was not there is empty and not in `unread`.
struct CardScan {
    std::string number; ///< twelve digits
    std::string oldNumber; ///< nine digits
    std::string name;
    std::string birthDate; ///< "YYYY-MM-DD", between 1900 and today
    Sex sex = Sex::Unknown;
    std::string address;
    std::string issueDate; ///< "YYYY-MM-DD", between birth and today
    std::vector<ScanField> unread; ///< stood there and could not be read, in the card's order

    friend bool operator==(const CardScan &, const CardScan &) = default;
};

/// Longest text of a scan: the longest address there is, in bytes of UTF-8, and room for fields to come.
constexpr std::size_t kScanBytesMax = 2000;

/// Whether a text is meant to be a scan: parted by `|` into three fields or more.
bool looksLikeCardScan(std::string_view text);

/// Reads what a scanner typed. Fields are known by their shape and their order: one may be missing, garbled or of a
/// card to come; a missing shift key (\ for |), turned capitals, blanks and the line's end do no harm. A name that
/// an input method or another character set has changed ("Nguyeenx", "Nguyá»…n", "Nguy?n") is unread, because
/// nobody would notice it later. `today` is the branch's day, "YYYY-MM-DD". InvalidParams ("field": "scan") when
/// neither a card number nor a name with a birth date can be read.
Result<CardScan> cardScanFrom(std::string_view text, const std::string &today);

} // namespace tiepdon
