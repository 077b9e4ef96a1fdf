// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customer/cardscan.h"

#include "core/base/text.h"
#include "core/customer/calendar.h"
#include "core/customer/characters.h"
#include "core/customer/personname.h"

#include <utf8proc.h>

#include <algorithm>
#include <limits>

namespace tiepdon {
namespace {

constexpr std::size_t kSlots = names(ScanField{}).size();
constexpr std::size_t kFieldsMin = 3;
constexpr std::size_t kFieldsMax = 24; ///< three times what there is today
constexpr std::size_t kSexBytesMax = 6; ///< of what it may be garbled to
constexpr std::size_t kAddressCharactersMax = 300;
constexpr std::string_view kEarliestIssue = "1957-01-01"; ///< the first identity cards

Error noScan(const char *why) { return {ErrorCode::InvalidParams, why, {{"field", "scan"}}}; }

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank(" \t\r\n\v\f\0\x02\x03", 9); // scanners may frame with STX and ETX
    const auto first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::vector<std::string_view> parted(std::string_view text, char by)
{
    std::vector<std::string_view> fields;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find(by, from), text.size());
        fields.push_back(trimmed(text.substr(from, end - from)));
        from = end + 1;
    }
    return fields;
}

std::vector<std::string_view> fieldsOf(std::string_view text)
{
    text = trimmed(text);
    if (text.find('|') == std::string_view::npos)
        return parted(text, '\\');
    return parted(text, '|');
}

std::size_t digitsIn(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

bool isMostlyDigits(std::string_view text) { return 2 * digitsIn(text) > text.size(); }

/// A letter of the Latin script: it is one of a to z, or đ, once its marks are off.
bool isLatin(char32_t c)
{
    if (c < 0x80)
        return true;
    std::string one;
    characters::append(one, c);
    const std::string bare = folded(one);
    return bare.size() == 1 && bare.front() >= 'a' && bare.front() <= 'z' && c != 0xAA && c != 0xBA;
}

/// Keystrokes of the Telex way of typing that were never made letters: Nguyeenx, Vawn, Ddaof.
bool isTelex(std::string_view word)
{
    constexpr std::array<std::string_view, 7> kKeys = {"aa", "ee", "oo", "dd", "aw", "ow", "uw"};
    return std::any_of(kKeys.begin(), kKeys.end(),
                       [&](std::string_view keys) { return word.find(keys) != std::string_view::npos; });
}

/// The name, or nothing when it is not what the card says.
std::optional<std::string> readName(std::string_view field)
{
    const auto clean = personNameFrom(field);
    if (!clean)
        return std::nullopt;
    bool isPlain = true;
    for (const char32_t c : characters::in(*clean).value_or(std::vector<char32_t>())) {
        if (characters::isLetter(c) ? !isLatin(c) && !characters::isEastAsian(c)
                                    : c != ' ' && c != '\'' && c != 0x2019 && c != '-' && c != '.')
            return std::nullopt;
        isPlain = isPlain && c < 0x80;
    }
    if (isPlain) {
        const auto words = foldedWords(*clean);
        if (std::any_of(words.begin(), words.end(), [](const std::string &word) { return isTelex(word); }))
            return std::nullopt;
    }
    return withNameCapitals(*clean);
}

/// What UTF-8 becomes where a program takes it for windows-1252, beside letters: "HÃ  Ná»™i".
bool isMisread(char32_t c)
{
    constexpr std::u32string_view kSigns = U"ƒˆ˜…†‡‰€™‹›„‚¤¦§¨©ª«¬®¯±²³´µ¶¸¹»¼½¾¿¡¢£¥\uFFFD?";
    return kSigns.find(c) != std::u32string_view::npos;
}

std::optional<std::string> readAddress(std::string_view field)
{
    const auto clean = cleanText(field, kAddressCharactersMax);
    if (!clean || isMostlyDigits(*clean))
        return std::nullopt;
    const auto all = characters::in(*clean).value_or(std::vector<char32_t>());
    if (std::any_of(all.begin(), all.end(), isMisread)
        || std::none_of(all.begin(), all.end(), characters::isLetter))
        return std::nullopt;
    return *clean;
}

Sex readSex(std::string_view field)
{
    const std::string word = folded(field);
    // "nu" as it is, and typed through the Telex and VNI ways of typing
    if (word == "nu" || word == "nuwx" || word == "nuxw" || word == "nu74" || word == "nu47")
        return Sex::Female;
    return word == "nam" ? Sex::Male : Sex::Unknown;
}

std::optional<std::string> readDay(std::string_view field, std::string_view from, std::string_view to)
{
    if (!characters::areDigits(field))
        return std::nullopt;
    const auto day = dayTyped(field);
    return day && *day >= from && *day <= to ? day : std::nullopt;
}

constexpr int kExact = 12; ///< it has the slot's shape
constexpr int kNear = 4; ///< it is what remains when that is garbled
constexpr int kEmpty = 1; ///< nothing stands there
constexpr int kPlace = 1; ///< it could be, by its place alone
constexpr int kNever = -1000;
constexpr int kExtra = -2; ///< a field of no slot
constexpr int kOwnPlace = 2; ///< it stands where it stands on a whole card

/// How well a field fits a slot.
int fit(ScanField slot, std::string_view field)
{
    if (field.empty())
        return kEmpty;
    const std::size_t digits = digitsIn(field);
    const bool isNumber = characters::areDigits(field);
    const bool isNumeric = isMostlyDigits(field);
    switch (slot) {
    case ScanField::Number:
        return isNumber && digits == 12 ? kExact : isNumeric && digits >= 10 ? kNear : kPlace - 1;
    case ScanField::OldNumber:
        return isNumber && digits == 9 ? kExact : isNumeric && digits != 8 && digits <= 12 ? kNear : kPlace - 1;
    case ScanField::BirthDate:
    case ScanField::IssueDate:
        return isNumber && digits == 8 ? kExact : isNumeric && digits <= 10 ? kNear : kPlace - 1;
    case ScanField::Sex:
        return readSex(field) != Sex::Unknown ? kExact + 2
            : field.size() > kSexBytesMax     ? kNever
            : isNumeric                       ? kPlace - 1
                                              : kPlace;
    case ScanField::Name:
        return isNumeric ? kPlace - 1 : readName(field) ? kExact - 2 : kNear;
    case ScanField::Address:
        return isNumeric ? kPlace - 1 : kExact - 4;
    }
    return kNever;
}

/// Which slot each field belongs to, in the order of both, so that they fit best; nothing for a field of none.
std::vector<std::optional<ScanField>> slotsOf(const std::vector<std::string_view> &fields)
{
    // best[f][s]: of the first f fields in the first s slots
    const std::size_t count = fields.size();
    std::vector<std::array<int, kSlots + 1>> best(count + 1);
    const auto fitted = [&](std::size_t f, std::size_t s) {
        const int place = f == s && count >= kSlots ? kOwnPlace : 0;
        return best[f - 1].at(s - 1) + fit(static_cast<ScanField>(s - 1), fields[f - 1]) + place;
    };
    for (std::size_t f = 1; f <= count; ++f) {
        best[f].at(0) = best[f - 1].at(0) + kExtra;
        for (std::size_t s = 1; s <= kSlots; ++s)
            best[f].at(s) = std::max({fitted(f, s), best[f].at(s - 1), best[f - 1].at(s) + kExtra});
    }
    std::vector<std::optional<ScanField>> slots(count);
    for (std::size_t f = count, s = kSlots; f > 0;) {
        if (s > 0 && best[f].at(s) == best[f].at(s - 1)) {
            --s;
        } else if (s > 0 && best[f].at(s) == fitted(f, s)) {
            slots[--f] = static_cast<ScanField>(--s);
        } else {
            --f;
        }
    }
    return slots;
}

/// Keeps what can be read of a field; false when that is nothing.
bool read(CardScan &scan, ScanField slot, std::string_view field, const std::string &today)
{
    const auto keep = [](std::string &to, const std::optional<std::string> &value) {
        to = value.value_or(std::string());
        return value.has_value();
    };
    const auto digits = [&](std::size_t wanted) {
        return characters::areDigits(field) && field.size() == wanted ? std::optional<std::string>(field)
                                                                      : std::nullopt;
    };
    switch (slot) {
    case ScanField::Number:
        return keep(scan.number, digits(12));
    case ScanField::OldNumber:
        return keep(scan.oldNumber, digits(9));
    case ScanField::Name:
        return keep(scan.name, readName(field));
    case ScanField::BirthDate:
        return keep(scan.birthDate, readDay(field, "1900-01-01", today));
    case ScanField::Sex:
        scan.sex = readSex(field);
        return scan.sex != Sex::Unknown;
    case ScanField::Address:
        return keep(scan.address, readAddress(field));
    case ScanField::IssueDate:
        return keep(scan.issueDate,
                    readDay(field, std::max<std::string_view>(scan.birthDate, kEarliestIssue), today));
    }
    return false;
}

} // namespace

bool looksLikeCardScan(std::string_view text)
{
    const std::size_t count = fieldsOf(text).size();
    return text.size() <= kScanBytesMax && count >= kFieldsMin && count <= kFieldsMax;
}

Result<CardScan> cardScanFrom(std::string_view text, const std::string &today)
{
    if (!looksLikeCardScan(text))
        return noScan("a card's text has fields parted by |");
    const std::vector<std::string_view> fields = fieldsOf(text);
    const auto slots = slotsOf(fields);
    CardScan scan;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (slots[i] && !fields[i].empty() && !read(scan, *slots[i], fields[i], today))
            scan.unread.push_back(*slots[i]);
    }
    if (scan.number.empty() && (scan.name.empty() || scan.birthDate.empty()))
        return noScan("neither a card's number nor a name with a birth date can be read");
    return scan;
}

} // namespace tiepdon
