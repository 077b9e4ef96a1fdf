// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/ticket.h"
#include "tests/base/show.h"

#include <QTest>

#include <set>

using namespace tiepdon;

class TestTicket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serialsArePrintedWithTheirZeros();
    void printedNumbersWrapAfterTheHighest();
    void aRoundOfSerialsShowsEveryNumberOnce();
    void placesAreOrderedByTimeThenSub();
};

void TestTicket::serialsArePrintedWithTheirZeros()
{
    QCOMPARE(printedNumber("A", 1, 3), std::string("A001"));
    QCOMPARE(printedNumber("B", 12, 3), std::string("B012"));
    QCOMPARE(printedNumber("Z", 99999, 5), std::string("Z99999"));
    QCOMPARE(printedNumber("C", 7, 2), std::string("C07"));
}

void TestTicket::printedNumbersWrapAfterTheHighest()
{
    QCOMPARE(printedNumber("A", 999, 3), std::string("A999"));
    QCOMPARE(printedNumber("A", 1000, 3), std::string("A001"));
    QCOMPARE(printedNumber("A", 1012, 3), std::string("A013"));
    QCOMPARE(printedNumber("A", 100, 2), std::string("A01"));
    QCOMPARE(printedNumber("A", 198, 2), std::string("A99"));
}

void TestTicket::aRoundOfSerialsShowsEveryNumberOnce()
{
    for (int digits = 2; digits <= 4; ++digits) {
        std::set<std::string> seen;
        for (std::int64_t serial = 1; serial <= printedNumbers(digits); ++serial)
            QVERIFY(seen.insert(printedNumber("A", serial, digits)).second);
        QVERIFY(!seen.contains("A" + std::string(static_cast<std::size_t>(digits), '0')));
    }
    QCOMPARE(printedNumbers(2), std::int64_t(99));
    QCOMPARE(printedNumbers(5), std::int64_t(99999));
}

void TestTicket::placesAreOrderedByTimeThenSub()
{
    QVERIFY((Place{1, 5} < Place{2, -5}));
    QVERIFY((Place{2, -1} < Place{2, 0}));
    QVERIFY((Place{2, 0} == Place{2, 0}));
}

QTEST_APPLESS_MAIN(TestTicket)
#include "tst_ticket.moc"
