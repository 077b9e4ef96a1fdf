// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customer/askedtext.h"
#include "tests/base/show.h"

#include <QTest>

using namespace tiepdon;

namespace {

const std::string kToday = "2026-05-04";

std::string said(const Asked &asked)
{
    if (const auto *ticket = std::get_if<asked::Ticket>(&asked))
        return "ticket " + ticket->series + std::to_string(ticket->number);
    if (const auto *number = std::get_if<asked::Number>(&asked))
        return std::string(names(number->kind).at(static_cast<std::size_t>(number->kind))) + " " + number->value;
    if (const auto *end = std::get_if<asked::PhoneEnd>(&asked))
        return "phoneEnd " + end->digits;
    if (const auto *scan = std::get_if<asked::Scan>(&asked))
        return "scan " + scan->card.number + " " + scan->card.name;
    std::string text = "name";
    for (const std::string &word : std::get<asked::Name>(asked).words)
        text += " " + word;
    return text;
}

std::string said(const std::vector<Asked> &all)
{
    std::string text;
    for (const Asked &asked : all)
        text += (text.empty() ? "" : "; ") + said(asked);
    return text;
}

} // namespace

class TestAskedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAskFor_data();
    void textsAskFor();
    void aNameOfTwoHundredLettersIsAName();
};

void TestAskedText::textsAskFor_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("nothing", "", "");
    row("blanks", "  ", "");
    row("signs", "?!", "");
    row("a name", "Nguyễn Đào", "name nguyen dao");
    row("two letters of a name", "đà", "name da");
    row("a ticket", "A012", "ticket A12; customerNumber A012");
    row("a ticket in small letters with a blank", "a 12", "ticket A12; customerNumber A12");
    row("a ticket's digits", "012", "ticket 12; customerNumber 012");
    row("no ticket is nought", "A000", "customerNumber A000");
    row("one digit", "7", "");
    row("one letter", "d", "name d");
    row("a phone", "0912 345 678", "phone +84912345678; customerNumber 0912345678; card 0912345678");
    row("a phone with the country code", "+84 912 345 678", "phone +84912345678");
    row("a phone without its zero is an older card too", "912345678",
        "phone +84912345678; oldIdentityCard 912345678; customerNumber 912345678; card 912345678");
    row("the end of a phone", "345678", "phoneEnd 345678; customerNumber 345678");
    row("five digits are no end of a phone", "45678", "ticket 45678; customerNumber 45678");
    row("a citizen card", "079090001234",
        "citizenCard 079090001234; customerNumber 079090001234; card 079090001234");
    row("a passport", "B1234567", "phoneEnd 1234567; passport B1234567; customerNumber B1234567; card B1234567");
    row("a card of payment", "4111 1111 1111 1111", "card 4111111111111111; customerNumber 4111111111111111");
    row("a card's second track", ";4111111111111111=25121010000000000000?",
        "card 4111111111111111; customerNumber 4111111111111111");
    row("a card's first track", "%B4111111111111111^NGUYEN VAN AN^2512?",
        "card 4111111111111111; customerNumber 4111111111111111");
    row("a customer number", "KH-000123",
        "phoneEnd 000123; passport KH000123; customerNumber KH000123; card KH000123; name kh");
    row("a name and a phone", "Đào 0912345678", "phone +84912345678; name dao");
    row("a name with its number among people", "An 2", "customerNumber AN2; name an");
    row("a Chinese name", "王小明", "name 王 小 明");
    row("markup", "<b>An</b>", "name b an b");
    row("SQL", "' OR 1=1; --", "name or");
    row("a scan", "079090001234||Nguyễn Văn An|17051990|Nam|Hà Nội|02012022\n", "scan 079090001234 Nguyễn Văn An");
    row("bars that are no scan", "an|binh|chi", "name an binh chi");
    row("not UTF-8", "An\xff", "");
}

void TestAskedText::textsAskFor()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    QCOMPARE(said(askedIn(text.toStdString(), kToday)), expected.toStdString());
}

void TestAskedText::aNameOfTwoHundredLettersIsAName()
{
    const std::string name(200, 'x');
    QCOMPARE(said(askedIn(name, kToday)), "name " + name);
    QVERIFY(askedIn(std::string(251, 'x'), kToday).empty());
    std::string words;
    for (int i = 0; i < 40; ++i)
        words += "ab ";
    QCOMPARE(std::get<asked::Name>(askedIn(words, kToday).front()).words.size(), kAskedWordsMax);
}

QTEST_APPLESS_MAIN(TestAskedText)
#include "tst_askedtext.moc"
