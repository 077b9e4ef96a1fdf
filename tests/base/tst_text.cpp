// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "tests/base/show.h"

#include <QTest>

#include <random>

using namespace tiepdon;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsCleaned_data();
    void textIsCleaned();
    void bytesThatAreNotUtf8AreRefused_data();
    void bytesThatAreNotUtf8AreRefused();
    void lengthIsInCodePointsAfterCleaning();
    void cleaningTwiceChangesNothing();
};

void TestText::textIsCleaned_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("clean");
    const auto row = [](const char *name, const QString &raw, const QString &clean) {
        QTest::newRow(name) << raw.toUtf8() << clean.toUtf8();
    };
    row("composed Vietnamese stays", u"Nguyễn Thị Ánh Đào"_qs, u"Nguyễn Thị Ánh Đào"_qs);
    row("decomposed Vietnamese is composed", u"Nguye\u0302\u0303n Thi\u0323"_qs, u"Nguyễn Thị"_qs);
    row("marks in the other order are composed too", u"Vie\u0323\u0302t, Vie\u0302\u0323t"_qs, u"Việt, Việt"_qs);
    row("blanks around are cut", u"  quầy một \t"_qs, u"quầy một"_qs);
    row("blanks inside are folded", u"quầy \u00a0\u3000 \n\r\t một"_qs, u"quầy một"_qs);
    row("line and paragraph separators are blanks", u"a\u2028b\u2029c"_qs, u"a b c"_qs);
    row("tabulator, form feed and next line part words", u"a\vb\fc\u0085d"_qs, u"a b c d"_qs);
    row("only blanks is empty", u" \t\u2003"_qs, QString());
    row("control characters go", u"a\u0001b\u007fc\u009fd"_qs, u"abcd"_qs);
    row("embraced text is no longer turned round", u"\u202Eabc\u202C \u2066x\u2069 \u200Fy\u200E\u061C"_qs,
        u"abc x y"_qs);
    row("a byte-order mark goes", u"\uFEFFtext"_qs, u"text"_qs);
    row("a removed mark leaves no second blank", u"a \u200F b"_qs, u"a b"_qs);
    row("other scripts stay", u"漢字 \U0001F600"_qs, u"漢字 \U0001F600"_qs);
    QTest::newRow("a zero byte goes") << QByteArray("a\0b", 3) << QByteArray("ab");
}

void TestText::textIsCleaned()
{
    QFETCH(const QByteArray, raw);
    QFETCH(const QByteArray, clean);
    const auto result = cleanText(raw.toStdString(), 100);
    QVERIFY(result.isOk());
    QCOMPARE(*result, clean.toStdString());
}

void TestText::bytesThatAreNotUtf8AreRefused_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::newRow("a lone continuation byte") << QByteArray("a\x80");
    QTest::newRow("a cut sequence") << QByteArray("Vi\xe1\xbb");
    QTest::newRow("an overlong slash") << QByteArray("\xc0\xaf");
    QTest::newRow("a surrogate") << QByteArray("\xed\xa0\x80");
    QTest::newRow("past the last code point") << QByteArray("\xf4\x90\x80\x80");
    QTest::newRow("Latin-1") << QByteArray("caf\xe9 ");
}

void TestText::bytesThatAreNotUtf8AreRefused()
{
    QFETCH(const QByteArray, raw);
    QVERIFY(!isUtf8(raw.toStdString()));
    const auto result = cleanText(raw.toStdString(), 100);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidParams);
}

void TestText::lengthIsInCodePointsAfterCleaning()
{
    QVERIFY(cleanText("ễễễ", 3).isOk());
    QCOMPARE(cleanText("ễễễễ", 3).error().code, ErrorCode::TooLarge);
    QVERIFY(cleanText("  a  b  ", 3).isOk()); // "a b"
    QVERIFY(cleanText("e\u0302\u0303e\u0302\u0303", 2).isOk()); // composed before it is counted
    QVERIFY(cleanText("", 0).isOk());
    QCOMPARE(cleanText("a", 0).error().code, ErrorCode::TooLarge);
}

void TestText::cleaningTwiceChangesNothing()
{
    const std::vector<std::string> parts
        = {"a",      "e",      "đ",      " ",      "\t",   "\n", "\u0302", "\u0323", "\u200f",
           "\u0301", "\u00a0", "\u1100", "\u1161", "\x01", "ê",  "\ufeff", "\v",     "\u212b"};
    std::mt19937_64 random(7);
    for (int run = 0; run < 20000; ++run) {
        std::string raw;
        for (int i = 0; i < 12; ++i)
            raw += parts[random() % parts.size()];
        const auto once = cleanText(raw, 100);
        QVERIFY(once.isOk());
        QVERIFY(isUtf8(*once));
        const auto twice = cleanText(*once, 100);
        QVERIFY(twice.isOk());
        QCOMPARE(*twice, *once);
    }
}

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
