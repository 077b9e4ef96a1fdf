// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/commonpasswords.h"
#include "core/access/password.h"
#include "tests/base/show.h"

#include <QTest>

using namespace tiepdon;

class TestPassword : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameKeysGiveTheSameBytes_data();
    void theSameKeysGiveTheSameBytes();
    void whatNobodyCanTypeIsRefused_data();
    void whatNobodyCanTypeIsRefused();
    void aPasswordIsJudged_data();
    void aPasswordIsJudged();
    void lengthCountsCharactersNotBytes();
    void theShortestIsTheSettingButNeverUnderEight();
    void anAccountIsCleaned_data();
    void anAccountIsCleaned();
    void noAccountIsMadeOf_data();
    void noAccountIsMadeOf();
};

void TestPassword::theSameKeysGiveTheSameBytes_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("clean");
    const auto row = [](const char *name, const QString &typed, const QString &clean) {
        QTest::newRow(name) << typed.toUtf8() << clean.toUtf8();
    };
    row("plain letters stay", u"correct horse"_qs, u"correct horse"_qs);
    row("decomposed Vietnamese is composed", u"Nguye\u0302\u0303n"_qs, u"Nguyễn"_qs);
    row("marks in the other order are composed too", u"Vie\u0323\u0302t"_qs, u"Việt"_qs);
    row("blanks around and inside stay", u"  a  b "_qs, u"  a  b "_qs);
    row("case stays", u"aBcD"_qs, u"aBcD"_qs);
    row("wide letters stay wide", u"ａ"_qs, u"ａ"_qs);
    row("nothing is nothing", QString(), QString());
}

void TestPassword::theSameKeysGiveTheSameBytes()
{
    QFETCH(const QByteArray, typed);
    QFETCH(const QByteArray, clean);
    const auto result = cleanPassword(typed.toStdString());
    QVERIFY(result.isOk());
    QCOMPARE(*result, clean.toStdString());
}

void TestPassword::whatNobodyCanTypeIsRefused_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::newRow("a cut character") << QByteArray("Vi\xe1\xbb");
    QTest::newRow("Latin-1") << QByteArray("caf\xe9 ");
    QTest::newRow("a zero byte") << QByteArray("abcdefgh\0ijkl", 13);
    QTest::newRow("a line end") << QByteArray("abcdefgh\nijkl");
    QTest::newRow("a tabulator") << QByteArray("abcdefgh\tijkl");
    QTest::newRow("a control character of the second set") << QByteArray("abcdefgh\xc2\x85ijkl");
    QTest::newRow("delete") << QByteArray("abcdefgh\x7fijkl");
}

void TestPassword::whatNobodyCanTypeIsRefused()
{
    QFETCH(const QByteArray, typed);
    const auto result = cleanPassword(typed.toStdString());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidParams);
}

void TestPassword::aPasswordIsJudged_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("reason"); // empty: taken
    const auto row = [](const char *name, const char *password, const char *reason = "") {
        QTest::newRow(name) << QByteArray(password) << QByteArray(reason);
    };
    row("four words", "trâu vàng gặm cỏ");
    row("twelve letters without sense", "xkvrqpmzwtla");
    row("no capital, digit or mark is asked for", "ngoaitroimuaroi");
    row("mixed signs", "t7#Kq!z0Lm&e");
    row("another script", "漢字假名交文書換讀寫聽説");
    row("a common word inside a longer phrase", "my password is a blue elephant");
    row("a lone letter among digits", "84719384756a");
    row("digits without an order", "840719385621");
    row("a name among other words", "minh thich ca phe sua");
    row("eleven characters", "xkvrqpmzwtl", "tooShort");
    row("nothing", "", "tooShort");
    row("a common word alone", "qwertyuiopasdf", "common");
    row("a common word with a year and a mark", "password2024!", "common");
    row("a common word with digits in front", "123456admin!", "common");
    row("a common word with capitals", "IloveYOU2024", "common");
    row("a common word with its accents", "MậtKhẩu123456", "common");
    row("a common word with blanks", "anh yêu em 2024", "common");
    row("a common word with đ", "Đổi mật khẩu 1", "common");
    row("letters replaced by marks", "P@$$w0rd2024", "common");
    row("letters replaced by digits", "adm1n1strat0r", "common");
    row("a common word in wide letters", "ｐａｓｓｗｏｒｄ１２３４", "common");
    row("a common word twice", "welcomewelcome", "common");
    row("a ladder of keys", "1q2w3e4r5t6y", "common");
    row("a row of marks", "!@#$%^&*()_+", "common");
    row("digits in order", "123456789012", "common");
    row("digits in reverse", "098765432109", "common");
    row("digits in order among marks", "(1234567890123)", "common");
    row("letters in order", "abcdefghijkl", "common");
    row("letters in reverse with a mark", "lkjihgfedcba!", "common");
    row("letters in order with digits behind", "abcdefghijkl99", "common");
    row("one character", "aaaaaaaaaaaa", "common");
    row("one mark", "!!!!!!!!!!!!", "common");
    row("one character with digits behind", "aaaaaaaaaaaa1", "common");
    row("two characters in turn", "121212121212", "common");
    row("three characters in turn", "xyzxyzxyzxyz", "common");
    row("numbers everybody knows", "112233445566", "common");
    row("the account and a number", "minh.tran9999", "likeAccount");
    row("the account and a birthday", "minhtran12051990", "likeAccount");
    row("the name with accents", "Trần Văn Minh", "likeAccount");
    row("the name without accents and a year", "tranvanminh1990", "likeAccount");
    row("the name turned round", "Minh-Văn-Trần-77", "likeAccount");
    row("the given name again and again", "minhminhMinh!", "likeAccount");
    row("the name among marks", "##tran**minh##", "likeAccount");
}

void TestPassword::aPasswordIsJudged()
{
    QFETCH(const QByteArray, password);
    QFETCH(const QByteArray, reason);
    const auto result = checkPassword(password.toStdString(), "minh.tran", "Trần Văn Minh", kPasswordCharactersMin);
    QCOMPARE(result.isOk() ? std::string() : result.error().detail.at("reason"), reason.toStdString());
    if (!result)
        QCOMPARE(result.error().code, ErrorCode::PasswordTooWeak);
}

void TestPassword::lengthCountsCharactersNotBytes()
{
    QString text;
    for (char16_t c = u'ạ'; text.size() < 200; c = static_cast<char16_t>(c + 5))
        text += QChar(c > u'ỹ' ? static_cast<char16_t>(c - u'ỹ' + u'а') : c);
    QVERIFY(checkPassword(text.toStdString(), "lan", "Lan", 12).isOk());
    QCOMPARE(checkPassword((text + u'x').toStdString(), "lan", "Lan", 12).error().detail.at("reason"),
             std::string("tooLong"));
    const std::string short11 = text.left(11).toStdString();
    QVERIFY(short11.size() > 12);
    QCOMPARE(checkPassword(short11, "lan", "Lan", 12).error().detail.at("reason"), std::string("tooShort"));
}

void TestPassword::theShortestIsTheSettingButNeverUnderEight()
{
    QVERIFY(checkPassword("xkvrqpmz", "lan", "Lan", 8).isOk());
    QVERIFY(!checkPassword("xkvrqpmz", "lan", "Lan", 9));
    QVERIFY(!checkPassword("xkvrqpm", "lan", "Lan", 8));
    const auto refused = checkPassword("xkvrqpm", "lan", "Lan", 1);
    QVERIFY(!refused);
    QCOMPARE(refused.error().detail.at("min"), std::string("8"));
    QCOMPARE(checkPassword("x", "lan", "Lan", 14).error().detail.at("min"), std::string("14"));
}

void TestPassword::anAccountIsCleaned_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("clean");
    QTest::newRow("as it is") << QByteArray("lan.nguyen_2-b") << QByteArray("lan.nguyen_2-b");
    QTest::newRow("capitals are folded") << QByteArray("Lan.NGUYEN") << QByteArray("lan.nguyen");
    QTest::newRow("blanks around are cut") << QByteArray(" lan \n") << QByteArray("lan");
    QTest::newRow("two characters") << QByteArray("an") << QByteArray("an");
    QTest::newRow("forty characters") << QByteArray(40, 'a') << QByteArray(40, 'a');
}

void TestPassword::anAccountIsCleaned()
{
    QFETCH(const QByteArray, typed);
    QFETCH(const QByteArray, clean);
    const auto result = cleanAccount(typed.toStdString());
    QVERIFY(result.isOk());
    QCOMPARE(*result, clean.toStdString());
}

void TestPassword::noAccountIsMadeOf_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("one character") << QByteArray("a");
    QTest::newRow("forty-one characters") << QByteArray(41, 'a');
    QTest::newRow("a blank inside") << QByteArray("lan anh");
    QTest::newRow("accents") << QByteArray("nguyễn");
    QTest::newRow("a slash") << QByteArray("../etc");
    QTest::newRow("letters of another script that look alike") << QByteArray("аdmin"); // the first is Cyrillic
    QTest::newRow("no UTF-8") << QByteArray("lan\xff");
    QTest::newRow("megabytes") << QByteArray(1'000'000, 'a');
}

void TestPassword::noAccountIsMadeOf()
{
    QFETCH(const QByteArray, typed);
    const auto result = cleanAccount(typed.toStdString());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidParams);
    QCOMPARE(result.error().detail.at("field"), std::string("account"));
}

QTEST_APPLESS_MAIN(TestPassword)
#include "tst_password.moc"
