// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customer/calendar.h"
#include "core/customer/document.h"
#include "core/customer/phone.h"
#include "tests/base/show.h"

#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace tiepdon;

namespace {

constexpr IdentifierKind kCitizen = IdentifierKind::CitizenCard;
constexpr IdentifierKind kOld = IdentifierKind::OldIdentityCard;
constexpr IdentifierKind kPassport = IdentifierKind::Passport;
constexpr IdentifierKind kNumber = IdentifierKind::CustomerNumber;
constexpr IdentifierKind kCard = IdentifierKind::Card;

} // namespace

class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phonesAreKeptInOneForm_data();
    void phonesAreKeptInOneForm();
    void whatIsNoPhoneIsRefused_data();
    void whatIsNoPhoneIsRefused();
    void everyRangeOfTheNumberingPlan();
    void aKeptPhoneIsReadAgainAsItself();
    void phonesAreShownInGroupsAndMasked();
    void numbersAreKeptInOneForm_data();
    void numbersAreKeptInOneForm();
    void documentsAreKnownByTheirShape();
    void numbersAreMasked();
    void paymentCardsHaveTheirSum();
    void daysAreReadAsPeopleWriteThem_data();
    void daysAreReadAsPeopleWriteThem();
    void birthDatesAreDaysOrYears();
    void yearsAreCountedByDay();
};

void TestIdentity::phonesAreKeptInOneForm_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("kept");
    const auto row = [](const char *name, const char *typed, const char *kept) {
        QTest::newRow(name) << QByteArray(typed) << QByteArray(kept);
    };
    row("as people say it", "0912345678", "+84912345678");
    row("with blanks", " 091 234 56 78 ", "+84912345678");
    row("with dots and dashes", "0912.345-678", "+84912345678");
    row("with a country code", "+84912345678", "+84912345678");
    row("with a country code and the zero behind it", "+84 (0)912 345 678", "+84912345678");
    row("without the plus", "84912345678", "+84912345678");
    row("with the international prefix", "0084 912 345 678", "+84912345678");
    row("with a non-breaking blank and a long dash", "0912\u00a0345\u2013678", "+84912345678");
    row("with full-width digits", "０９１２３４５６７８", "+84912345678");
    row("with a telephone book's embedding marks", "\u202a+84 912 345 678\u202c", "+84912345678");
    row("with a line's end", "0912345678\r\n", "+84912345678");
    row("of another country", "+1 (415) 555-2671", "+14155552671");
    row("of another country with the prefix", "00 65 6123 4567", "+6561234567");
    row("of eight digits", "+12345678", "+12345678");
    row("of fifteen digits", "+123456789012345", "+123456789012345");
}

void TestIdentity::phonesAreKeptInOneForm()
{
    QFETCH(const QByteArray, typed);
    QFETCH(const QByteArray, kept);
    const auto phone = phoneFrom(typed.toStdString());
    QVERIFY(phone.isOk());
    QCOMPARE(*phone, kept.toStdString());
}

void TestIdentity::whatIsNoPhoneIsRefused_data()
{
    QTest::addColumn<QByteArray>("typed");
    const auto row = [](const char *name, const QByteArray &typed) { QTest::newRow(name) << typed; };
    row("nothing", "");
    row("a plus alone", "+");
    row("a digit short", "091234567");
    row("a digit too many", "09123456789");
    row("a range nobody has", "0951234567");
    row("a land line", "02438254321");
    row("letters", "0912 345 abc");
    row("a plus in the middle", "0912+345678");
    row("two pluses", "++84912345678");
    row("seven digits of another country", "+1234567");
    row("sixteen digits of another country", "+1234567890123456");
    row("a country code of zero", "+0912345678");
    row("a Vietnamese number with a digit too many", "+849123456789");
    row("no country without a plus", "14155552671");
    row("not UTF-8",
        QByteArray("0912\xff"
                   "345678"));
    row("long text", QByteArray(1000, '0'));
    row("two numbers", "0912345678, 0987654321");
    row("a zero byte",
        QByteArray("0912\0"
                   "345678",
                   11));
}

void TestIdentity::whatIsNoPhoneIsRefused()
{
    QFETCH(const QByteArray, typed);
    const auto phone = phoneFrom(typed.toStdString());
    QVERIFY(!phone);
    QCOMPARE(phone.error().code, ErrorCode::InvalidParams);
    QCOMPARE(phone.error().detail.at("field"), std::string("phone"));
}

void TestIdentity::everyRangeOfTheNumberingPlan()
{
    const QRegularExpression plan(u"^(?:\\+?84|0)(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\\d{7}$"_qs);
    int accepted = 0;
    for (int first = 10; first < 100; ++first) {
        for (const QString &before : {u"0"_qs, u"84"_qs, u"+84"_qs}) {
            const QString typed = before + QString::number(first).rightJustified(2, u'0') + u"1234567"_qs;
            QCOMPARE(phoneFrom(typed.toStdString()).isOk(), plan.match(typed).hasMatch());
            accepted += phoneFrom(typed.toStdString()).isOk() ? 1 : 0;
        }
    }
    QCOMPARE(accepted, 3 * 36);
}

void TestIdentity::aKeptPhoneIsReadAgainAsItself()
{
    std::mt19937_64 random(5);
    int kept = 0;
    for (int run = 0; run < 200000; ++run) {
        constexpr std::string_view kSigns = "0123456789+84090 .-/()";
        std::string typed;
        for (std::uint64_t left = random() % 20; left > 0; --left)
            typed += kSigns[random() % kSigns.size()];
        const auto phone = phoneFrom(typed);
        if (!phone)
            continue;
        ++kept;
        const auto again = phoneFrom(*phone);
        QVERIFY2(again.isOk(), typed.c_str());
        QCOMPARE(*again, *phone);
        QCOMPARE(*phoneFrom(groupedPhone(*phone)), *phone);
        QVERIFY(maskedPhone(*phone).find(phone->substr(phone->size() - 5)) == std::string::npos);
    }
    QVERIFY(kept > 1000);
}

void TestIdentity::phonesAreShownInGroupsAndMasked()
{
    QCOMPARE(groupedPhone("+84912345678"), std::string("+84 912 345 678"));
    QCOMPARE(maskedPhone("+84912345678"), std::string("+84 ••• ••• 678"));
    QCOMPARE(groupedPhone("+14155552671"), std::string("+14 155 552 671"));
    QCOMPARE(maskedPhone("+14155552671"), std::string("+•• ••• ••• 671"));
    QCOMPARE(maskedPhone("123"), std::string("•••"));
    QCOMPARE(maskedPhone(""), std::string());
}

void TestIdentity::numbersAreKeptInOneForm_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("kept");
    const auto row = [](const char *name, IdentifierKind kind, const char *typed, const char *kept) {
        QTest::newRow(name) << static_cast<int>(kind) << QByteArray(typed) << QByteArray(kept);
    };
    row("a citizen card", kCitizen, "079090001234", "079090001234");
    row("a citizen card in groups", kCitizen, " 079 090 001 234 ", "079090001234");
    row("a citizen card of a province no list has", kCitizen, "999090001234", "999090001234");
    row("a citizen card a digit short", kCitizen, "07909000123", "");
    row("a citizen card with a letter", kCitizen, "07909000123O", "");
    row("an older card", kOld, "023.456.789", "023456789");
    row("an older card with twelve digits", kOld, "079090001234", "");
    row("a passport", kPassport, "b1234567", "B1234567");
    row("a passport with a blank", kPassport, "C 1234567", "C1234567");
    row("a passport of another country", kPassport, "C01X00T47", "C01X00T47");
    row("a passport without a digit", kPassport, "ABCDEFGH", "");
    row("a passport of ten places", kPassport, "B123456789", "");
    row("a passport with a sign", kPassport, "B1234567*", "");
    row("a customer number", kNumber, "kh-000123", "KH000123");
    row("a customer number of words", kNumber, "khach hang", "");
    row("a customer number of two places", kNumber, "A1", "");
    row("a card", kCard, "4111 1111 1111 1111", "4111111111111111");
    row("a card's chip", kCard, "04a2b3c4d5e680", "04A2B3C4D5E680");
    row("a card of seven places", kCard, "1234567", "");
    row("a phone", IdentifierKind::Phone, "0912 345 678", "+84912345678");
    row("nothing", kCitizen, "", "");
}

void TestIdentity::numbersAreKeptInOneForm()
{
    QFETCH(const int, kind);
    QFETCH(const QByteArray, typed);
    QFETCH(const QByteArray, kept);
    const auto number = identifierFrom(static_cast<IdentifierKind>(kind), typed.toStdString());
    QCOMPARE(number.isOk(), !kept.isEmpty());
    if (number)
        QCOMPARE(*number, kept.toStdString());
    else
        QCOMPARE(number.error().code, ErrorCode::InvalidParams);
}

void TestIdentity::documentsAreKnownByTheirShape()
{
    using Kinds = std::vector<IdentifierKind>;
    QVERIFY(documentKindsOf("079090001234") == Kinds{kCitizen});
    QVERIFY(documentKindsOf("023 456 789") == Kinds{kOld});
    QVERIFY(documentKindsOf("B1234567") == Kinds{kPassport});
    QVERIFY(documentKindsOf("k00123456") == Kinds{kPassport});
    QVERIFY(documentKindsOf("A012").empty());
    QVERIFY(documentKindsOf("0912345678").empty());
    QVERIFY(documentKindsOf("An").empty());
    QVERIFY(documentKindsOf("").empty());
}

void TestIdentity::numbersAreMasked()
{
    QCOMPARE(maskedNumber("079090001234"), std::string("0790••••1234"));
    QCOMPARE(maskedNumber("123456789"), std::string("1•••••789"));
    QCOMPARE(maskedNumber("B1234567"), std::string("B••••567"));
    QCOMPARE(maskedNumber("12345"), std::string("1•••5"));
    QCOMPARE(maskedNumber("1234"), std::string("••••"));
    QCOMPARE(maskedNumber(""), std::string());
    QCOMPARE(maskedCardNumber("4111111111111234"), std::string("•••• 1234"));
    QCOMPARE(maskedIdentifier(kCitizen, "079090001234"), std::string("0790••••1234"));
    QCOMPARE(maskedIdentifier(kOld, "123456789"), std::string("1•••••789"));
    QCOMPARE(maskedIdentifier(kPassport, "B1234567"), std::string("B••••567"));
    QCOMPARE(maskedIdentifier(IdentifierKind::Phone, "+84912345678"), std::string("+84 ••• ••• 678"));
    QCOMPARE(maskedIdentifier(kNumber, "KH000123"), std::string("KH000123"));
    QCOMPARE(maskedIdentifier(kCard, "04A2B3C4D5E680"), std::string("04A2••••••E680"));
}

void TestIdentity::paymentCardsHaveTheirSum()
{
    QVERIFY(isPaymentCard("4111111111111111"));
    QVERIFY(isPaymentCard("378282246310005"));
    QVERIFY(!isPaymentCard("4111111111111112"));
    QVERIFY(!isPaymentCard("4111111111111181")); // two digits exchanged
    QVERIFY(!isPaymentCard("000000000000")); // twelve
    QVERIFY(!isPaymentCard("411111111111111x"));
}

void TestIdentity::daysAreReadAsPeopleWriteThem_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("day");
    const auto row = [](const char *name, const char *typed, const char *day) {
        QTest::newRow(name) << QByteArray(typed) << QByteArray(day);
    };
    row("day first with slashes", "17/5/1990", "1990-05-17");
    row("day first with dots", "17.05.1990", "1990-05-17");
    row("day first with dashes", "17-05-1990", "1990-05-17");
    row("year first", "1990-05-17", "1990-05-17");
    row("year first without zeros", "1990-5-7", "1990-05-07");
    row("with midnight behind it", "1990-05-17 00:00:00", "1990-05-17");
    row("as machines write it", "1990-05-17T00:00:00Z", "1990-05-17");
    row("digits alone", "17051990", "1990-05-17");
    row("a leap day", "29/02/2000", "2000-02-29");
    row("no leap day", "29/02/1900", "");
    row("a month too many", "17/13/1990", "");
    row("the 31st of April", "31/04/1990", "");
    row("two digits of a year", "17/05/90", "");
    row("before the years", "17/05/1890", "");
    row("four parts", "17/05/19/90", "");
    row("an empty part", "17//1990", "");
    row("a number", "45000", "");
    row("words", "hôm nay", "");
    row("nothing", "", "");
}

void TestIdentity::daysAreReadAsPeopleWriteThem()
{
    QFETCH(const QByteArray, typed);
    QFETCH(const QByteArray, day);
    QCOMPARE(dayTyped(typed.toStdString()).value_or(std::string()), day.toStdString());
}

void TestIdentity::birthDatesAreDaysOrYears()
{
    const auto kept = [](std::string_view text) {
        const auto day = birthDateFrom(text, "2026-05-04");
        return day ? *day : day.error().detail.at("field");
    };
    QCOMPARE(kept("17/5/1990"), std::string("1990-05-17"));
    QCOMPARE(kept("1990"), std::string("1990"));
    QCOMPARE(kept("2026"), std::string("2026"));
    QCOMPARE(kept("2026-05-04"), std::string("2026-05-04"));
    QCOMPARE(kept(""), std::string());
    QCOMPARE(kept("  "), std::string());
    for (const char *wrong : {"2026-05-05", "2027", "1899", "0000", "199", "19901", "x", "1990-13-01"})
        QCOMPARE(kept(wrong), std::string("birthDate"));
}

void TestIdentity::yearsAreCountedByDay()
{
    QCOMPARE(yearsBetween("1990-05-17", "2026-05-16"), 35);
    QCOMPARE(yearsBetween("1990-05-17", "2026-05-17"), 36);
    QCOMPARE(yearsBetween("2004-02-29", "2026-02-28"), 21);
    QCOMPARE(yearsBetween("2004-02-29", "2026-03-01"), 22);
    QCOMPARE(yearsBetween("2026-05-17", "2020-01-01"), 0);
    QCOMPARE(dayPlus("2024-02-28", 1), std::string("2024-02-29"));
    QCOMPARE(dayPlus("2026-01-01", -1), std::string("2025-12-31"));
    QCOMPARE(daysBetween("2025-12-31", "2026-03-01"), 60);
    QCOMPARE(daysBetween("2026-03-01", "2025-12-31"), -60);
    QVERIFY(isDay("2026-02-28"));
    QVERIFY(!isDay("2026-02-29"));
    QVERIFY(!isDay("2026-2-28"));
    QVERIFY(!isDay("2026/02/28"));
}

QTEST_APPLESS_MAIN(TestIdentity)
#include "tst_identity.moc"
