// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/customer/askedtext.h"
#include "core/customer/calendar.h"
#include "core/customer/document.h"
#include "core/customer/personname.h"
#include "core/customer/phone.h"
#include "tests/fuzz/entries.h"

#include <algorithm>

namespace tiepdon::testing {
namespace {

const std::string kToday = "2026-05-04";

/// "1990-05-17" as a card has it: 17051990.
std::string asOnCard(const std::string &day)
{
    return day.empty() ? std::string() : day.substr(8, 2) + day.substr(5, 2) + day.substr(0, 4);
}

std::string asOnCard(const CardScan &scan)
{
    const std::string sex = scan.sex == Sex::Male ? "Nam" : scan.sex == Sex::Female ? "Nữ" : "";
    return scan.number + "|" + scan.oldNumber + "|" + scan.name + "|" + asOnCard(scan.birthDate) + "|" + sex + "|"
        + scan.address + "|" + asOnCard(scan.issueDate);
}

bool areDigits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string wrongWithFields(const CardScan &scan)
{
    if (!areDigits(scan.number) || (!scan.number.empty() && scan.number.size() != 12))
        return "a card's number of another form: " + scan.number;
    if (!areDigits(scan.oldNumber) || (!scan.oldNumber.empty() && scan.oldNumber.size() != 9))
        return "an old number of another form: " + scan.oldNumber;
    for (const std::string &day : {scan.birthDate, scan.issueDate}) {
        if (!day.empty() && (!isDay(day) || day > kToday))
            return "a day that was not: " + day;
    }
    if (!scan.issueDate.empty() && scan.issueDate < scan.birthDate)
        return "issued before birth";
    for (const std::string &text : {scan.name, scan.address}) {
        const auto clean = cleanText(text, 300);
        if (!clean || *clean != text)
            return "a text that is not clean: " + text;
    }
    if (!std::is_sorted(scan.unread.begin(), scan.unread.end())
        || std::adjacent_find(scan.unread.begin(), scan.unread.end()) != scan.unread.end())
        return "unread fields out of order";
    return {};
}

std::string wrongWithNumber(IdentifierKind kind, std::string_view typed)
{
    const auto value = identifierFrom(kind, typed);
    if (!value)
        return {};
    const auto again = identifierFrom(kind, *value);
    if (!again || *again != *value)
        return "a number is read again as another: " + *value;
    if (kind != IdentifierKind::CustomerNumber && maskedIdentifier(kind, *value) == *value)
        return "a number that nothing hides: " + *value;
    return {};
}

std::string wrongWithAsked(const Asked &asked)
{
    if (const auto *ticket = std::get_if<asked::Ticket>(&asked))
        return ticket->number >= 1 && ticket->number < 100'000 && ticket->series.size() <= 1 ? std::string()
                                                                                             : "no ticket's number";
    if (const auto *number = std::get_if<asked::Number>(&asked))
        return wrongWithNumber(number->kind, number->value);
    if (const auto *end = std::get_if<asked::PhoneEnd>(&asked))
        return areDigits(end->digits) && end->digits.size() >= 6 && end->digits.size() <= 8 ? std::string()
                                                                                            : "no end of a phone";
    if (const auto *scan = std::get_if<asked::Scan>(&asked))
        return wrongWithFields(scan->card);
    const auto &name = std::get<asked::Name>(asked);
    for (const std::string &word : name.words) {
        if (foldedWords(word) != std::vector<std::string>{word})
            return "a word that is not folded: " + word;
    }
    return name.words.empty() || name.words.size() > kAskedWordsMax ? "a name of no words or too many"
                                                                    : std::string();
}

} // namespace

std::string wrongWithScan(std::string_view bytes)
{
    const auto scan = cardScanFrom(bytes, kToday);
    if (!scan)
        return {};
    if (std::string wrong = wrongWithFields(*scan); !wrong.empty())
        return wrong;
    const auto again = cardScanFrom(asOnCard(*scan), kToday);
    CardScan expected = *scan;
    expected.unread.clear();
    if (!again || !(*again == expected))
        return "a card is read again as another: " + asOnCard(*scan) + (again ? " -> " + asOnCard(*again) : "");
    return {};
}

std::string wrongWithAskedText(std::string_view bytes)
{
    for (const Asked &asked : askedIn(bytes, kToday)) {
        if (std::string wrong = wrongWithAsked(asked); !wrong.empty())
            return wrong;
    }
    for (std::size_t kind = 0; kind < names(IdentifierKind{}).size(); ++kind) {
        if (std::string wrong = wrongWithNumber(static_cast<IdentifierKind>(kind), bytes); !wrong.empty())
            return wrong;
    }
    if (const auto name = personNameFrom(bytes)) {
        const auto again = personNameFrom(*name);
        if (!again || *again != *name)
            return "a name is read again as another: " + *name;
        if (name->size() > 1 && name->find(givenName(*name)) == std::string::npos)
            return "a given name that is not in the name";
        const std::string capitals = withNameCapitals(*name);
        if (folded(capitals) != folded(*name))
            return "capitals make another name: " + capitals;
    }
    const std::string words = folded(bytes);
    if (folded(words) != words || !isUtf8(words))
        return "folded again it is another: " + words;
    if (const auto day = dayTyped(bytes); day && (!isDay(*day) || dayTyped(*day) != day))
        return "a day is read again as another: " + *day;
    return {};
}

std::vector<std::string> sampleScans()
{
    return {"079090001234|023456789|Nguyễn Thị Ánh Đào|17051990|Nữ|12 Lê Lợi, Phường Bến Nghé|02012022",
            "079090001234||Nguyễn Văn An|01012000|Nam|Thôn 3, Hà Nội|31122023\r\n",
            "079090001234|H'Hen Niê|17051990|Nữ|Buôn Ma Thuột|02012022",
            "079090001234|023456789|NGUYỄN VĂN AN|17051990|NAM|12 Lê Lợi|02012022|Kinh|||x",
            "079090001234\\023456789\\nGUYỄN vĂN aN\\17051990\\nAM\\12 lÊ lỢI\\02012022",
            "07909000123|02345678|Nguyeenx Vawn An|1705199|N?|?|0201202"};
}

std::vector<std::string> sampleAskedTexts()
{
    return {"A012",
            "a 12",
            "0912 345 678",
            "+84 (0)912.345.678",
            "0084-912-345-678",
            "+1 415 555 2671",
            "345678",
            "079090001234",
            "023456789",
            "B1234567",
            "KH-000123",
            "4111 1111 1111 1111",
            ";4111111111111111=2512101?",
            "%B4111111111111111^NGUYEN VAN AN^2512?",
            "Nguyễn Thị Ánh Đào",
            "nguyen dao 0912345678",
            "王小明",
            "NGUYỄN VĂN AN",
            "17/05/1990",
            "1990-05-17 00:00:00",
            sampleScans().front()};
}

} // namespace tiepdon::testing
