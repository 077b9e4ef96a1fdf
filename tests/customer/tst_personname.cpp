// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/customer/personname.h"
#include "tests/base/show.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace tiepdon;

class TestPersonName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreCleaned_data();
    void namesAreCleaned();
    void whatIsNoNameIsRefused_data();
    void whatIsNoNameIsRefused();
    void aNameHasOneToTwoHundredCharacters();
    void capitalsStandWhereNamesHaveThem_data();
    void capitalsStandWhereNamesHaveThem();
    void searchingIgnoresMarks_data();
    void searchingIgnoresMarks();
    void foldingTwiceChangesNothing();
    void peopleAreCalledByTheirGivenName_data();
    void peopleAreCalledByTheirGivenName();
    void alikeNames();
};

void TestPersonName::namesAreCleaned_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("kept");
    const auto row = [](const char *name, const QString &typed, const QString &kept) {
        QTest::newRow(name) << typed.toUtf8() << kept.toUtf8();
    };
    row("Vietnamese", u"Nguyễn Thị Ánh Đào"_qs, u"Nguyễn Thị Ánh Đào"_qs);
    row("decomposed", u"Nguye\u0302\u0303n"_qs, u"Nguyễn"_qs);
    row("one letter", u"Y"_qs, u"Y"_qs);
    row("Chinese", u"王小明"_qs, u"王小明"_qs);
    row("of the highlands", u"H'Hen Niê"_qs, u"H'Hen Niê"_qs);
    row("markup is text", u"<b>An</b> &amp; <img src=x>"_qs, u"<b>An</b> &amp; <img src=x>"_qs);
    row("control characters go", u"\u0007An\u0000 \u009bBình\u007f"_qs.remove(QChar(0)), u"An Bình"_qs);
    row("direction marks go", u"An\u202e hnìB"_qs, u"An hnìB"_qs);
    row("marks that are not seen go", u"Ng\u00adu\u200byễn\u2060"_qs, u"Nguyễn"_qs);
    row("blanks are folded", u"  Nguyễn \t Văn\n An "_qs, u"Nguyễn Văn An"_qs);
}

void TestPersonName::namesAreCleaned()
{
    QFETCH(const QByteArray, typed);
    QFETCH(const QByteArray, kept);
    const auto name = personNameFrom(typed.toStdString());
    QVERIFY(name.isOk());
    QCOMPARE(*name, kept.toStdString());
}

void TestPersonName::whatIsNoNameIsRefused_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blanks") << QByteArray(" \t ");
    QTest::newRow("digits") << QByteArray("0912345678");
    QTest::newRow("signs") << QByteArray("--- !?");
    QTest::newRow("a mark alone") << QByteArray("\u0301");
    QTest::newRow("not UTF-8") << QByteArray("Nguy\xe1n");
}

void TestPersonName::whatIsNoNameIsRefused()
{
    QFETCH(const QByteArray, typed);
    const auto name = personNameFrom(typed.toStdString());
    QVERIFY(!name);
    QCOMPARE(name.error().code, ErrorCode::InvalidParams);
    QCOMPARE(name.error().detail.at("field"), std::string("name"));
}

void TestPersonName::aNameHasOneToTwoHundredCharacters()
{
    const auto repeated = [](int times) { return QString(u"ễ"_qs).repeated(times).toStdString(); };
    QCOMPARE(*personNameFrom(repeated(200)), repeated(200));
    const auto name = personNameFrom(repeated(201));
    QCOMPARE(name.error().code, ErrorCode::TooLarge);
    QCOMPARE(name.error().detail.at("field"), std::string("name"));
}

void TestPersonName::capitalsStandWhereNamesHaveThem_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("kept");
    const auto row = [](const char *name, const QString &typed, const QString &kept) {
        QTest::newRow(name) << typed.toUtf8() << kept.toUtf8();
    };
    row("shouted", u"NGUYỄN ĐỨC ÁNH"_qs, u"Nguyễn Đức Ánh"_qs);
    row("whispered", u"nguyễn đức ánh"_qs, u"Nguyễn Đức Ánh"_qs);
    row("turned", u"nGUYỄN đỨC áNH"_qs, u"Nguyễn Đức Ánh"_qs);
    row("in their places", u"Nguyễn Đức Ánh"_qs, u"Nguyễn Đức Ánh"_qs);
    row("in places of their own", u"Conan McDonald de Sá"_qs, u"Conan McDonald de Sá"_qs);
    row("one letter", u"y"_qs, u"Y"_qs);
    row("Chinese", u"王小明"_qs, u"王小明"_qs);
}

void TestPersonName::capitalsStandWhereNamesHaveThem()
{
    QFETCH(const QByteArray, typed);
    QFETCH(const QByteArray, kept);
    QCOMPARE(withNameCapitals(typed.toStdString()), kept.toStdString());
}

void TestPersonName::searchingIgnoresMarks_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const QString &text, const QString &words) {
        QTest::newRow(name) << text.toUtf8() << words.toUtf8();
    };
    row("Vietnamese", u"Nguyễn Thị Ánh Đào"_qs, u"nguyen thi anh dao"_qs);
    row("decomposed", u"Đu\u031b\u0301c"_qs, u"duc"_qs);
    row("all vowels", u"ăâêôơưĂÂÊÔƠƯàảãáạ"_qs, u"aaeoouaaeoouaaaaa"_qs);
    row("capitals", u"ĐỖ MƯỜI"_qs, u"do muoi"_qs);
    row("the eth of old fonts", u"Ðỗ ðức"_qs, u"do duc"_qs);
    row("signs part words", u"H'Hen  Niê-Kđăm (Hoa)"_qs, u"h hen nie kdam hoa"_qs);
    row("markup", u"<b>An</b>"_qs, u"b an b"_qs);
    row("Han characters are words", u"王小明"_qs, u"王 小 明"_qs);
    row("Han beside Latin", u"An王B"_qs, u"an 王 b"_qs);
    row("Hangul stays whole", u"김철수"_qs, u"김 철 수"_qs);
    row("other Latin marks", u"Ångström Müller"_qs, u"angstrom muller"_qs);
    row("sharp s", u"Weiß"_qs, u"weiss"_qs);
    row("full-width letters", u"Ａｎ １"_qs, u"an 1"_qs);
    row("nothing but signs", u"?!"_qs, QString());
}

void TestPersonName::searchingIgnoresMarks()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, words);
    QCOMPARE(folded(text.toStdString()), words.toStdString());
    std::string joined;
    for (const std::string &word : foldedWords(text.toStdString()))
        joined += (joined.empty() ? "" : " ") + word;
    QCOMPARE(joined, words.toStdString());
}

void TestPersonName::foldingTwiceChangesNothing()
{
    const std::vector<std::string> parts
        = {"a", "Ễ",      "đ",      "Đ",      " ",    "-", "\u0302", "\u0323", "王", "김", "ß", "ﬁ",
           "Ⅷ", "\u200f", "\u1100", "\u1161", "\x01", "İ", "ı",      "\u1e9e", "٣",  "½",  "ð", "ʼn"};
    std::mt19937_64 random(11);
    for (int run = 0; run < 20000; ++run) {
        std::string text;
        for (int i = 0; i < 10; ++i)
            text += parts[random() % parts.size()];
        const std::string once = folded(text);
        QVERIFY(isUtf8(once));
        QCOMPARE(folded(once), once);
    }
    QCOMPARE(folded("Nguy\xe1n"), std::string());
}

void TestPersonName::peopleAreCalledByTheirGivenName_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("given");
    const auto row = [](const char *name, const QString &whole, const QString &given) {
        QTest::newRow(name) << whole.toUtf8() << given.toUtf8();
    };
    row("Vietnamese", u"Nguyễn Thị Ánh Đào"_qs, u"Đào"_qs);
    row("of one word", u"Đào"_qs, u"Đào"_qs);
    row("Chinese", u"王小明"_qs, u"王小明"_qs);
    row("Chinese with a blank", u"王 小明"_qs, u"王 小明"_qs);
    row("with a sign at the end", u"Nguyễn An -"_qs, u"Nguyễn An -"_qs);
    row("empty", QString(), QString());
}

void TestPersonName::peopleAreCalledByTheirGivenName()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, given);
    QCOMPARE(givenName(name.toStdString()), given.toStdString());
}

void TestPersonName::alikeNames()
{
    const auto is = [](double likeness, double expected) { return std::abs(likeness - expected) < 1e-12; };
    QVERIFY(is(nameLikeness("Nguyễn Văn An", "NGUYEN VAN AN"), 1));
    QVERIFY(is(nameLikeness("An Nguyễn Văn", "Nguyễn Văn An"), 1));
    QVERIFY(is(nameLikeness("Nguyễn An", "Nguyễn Văn An"), 1));
    QVERIFY(is(nameLikeness("Nguyễn Văn Anh", "Nguyễn Văn Hanh"), 2.5 / 3));
    QVERIFY(is(nameLikeness("Nguyễn Văn An", "Nguyễn Thị Bình"), 1.0 / 3));
    QVERIFY(is(nameLikeness("Lê An An", "Lê An"), 1));
    QVERIFY(is(nameLikeness("An An", "An Bình"), 0.5)); // a word counts once
    QVERIFY(is(nameLikeness("", "An"), 0));
    QVERIFY(is(nameLikeness("王小明", "王大明"), 2.0 / 3));
}

QTEST_APPLESS_MAIN(TestPersonName)
#include "tst_personname.moc"
