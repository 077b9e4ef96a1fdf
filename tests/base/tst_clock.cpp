// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "tests/base/show.h"

#include <QElapsedTimer>
#include <QTest>

using namespace tiepdon;

class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void localDayFollowsTheOffset_data();
    void localDayFollowsTheOffset();
    void dayStartIsLocalMidnight_data();
    void dayStartIsLocalMidnight();
    void everyDayOfFourCenturiesComesBack();
    void aTextThatIsNoDayIsSeen_data();
    void aTextThatIsNoDayIsSeen();
    void playClockStandsUntilSet();
    void playClockRunsAtItsRateAndNeverBack();
    void playClockJumpsWhereItIsSet();
    void manualClockMovesByHand();
    void systemClockIsOfThisCentury();
};

void TestClock::localDayFollowsTheOffset_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QString>("day");
    const qint64 may1 = 1777593600000; // 2026-05-01T00:00:00Z
    QTest::newRow("midnight in UTC") << may1 << 0 << u"2026-05-01"_qs;
    QTest::newRow("a millisecond before midnight in UTC") << may1 - 1 << 0 << u"2026-04-30"_qs;
    QTest::newRow("17:00 in UTC is the next day in Hanoi") << may1 - 7 * kHourMs << 420 << u"2026-05-01"_qs;
    QTest::newRow("16:59:59.999 in UTC is still today in Hanoi")
        << may1 - 7 * kHourMs - 1 << 420 << u"2026-04-30"_qs;
    QTest::newRow("midnight in UTC is yesterday in New York") << may1 << -300 << u"2026-04-30"_qs;
    QTest::newRow("a leap day") << qint64(1709164800000) << 0 << u"2024-02-29"_qs;
    QTest::newRow("before the epoch") << qint64(-1) << 0 << u"1969-12-31"_qs;
}

void TestClock::localDayFollowsTheOffset()
{
    QFETCH(const qint64, time);
    QFETCH(const int, offset);
    QFETCH(const QString, day);
    QCOMPARE(localDay(time, offset), day.toStdString());
}

void TestClock::dayStartIsLocalMidnight_data()
{
    QTest::addColumn<QString>("day");
    QTest::addColumn<int>("offset");
    QTest::addColumn<qint64>("time");
    QTest::newRow("UTC") << u"2026-05-01"_qs << 0 << qint64(1777593600000);
    QTest::newRow("Hanoi is seven hours earlier") << u"2026-05-01"_qs << 420 << qint64(1777593600000 - 7 * kHourMs);
    QTest::newRow("west of Greenwich is later")
        << u"2026-05-01"_qs << -90 << qint64(1777593600000 + 90 * kMinuteMs);
    QTest::newRow("the first day there is") << u"1970-01-01"_qs << 0 << qint64(0);
}

void TestClock::dayStartIsLocalMidnight()
{
    QFETCH(const QString, day);
    QFETCH(const int, offset);
    QFETCH(const qint64, time);
    QCOMPARE(dayStart(day.toStdString(), offset), TimeMs(time));
}

void TestClock::everyDayOfFourCenturiesComesBack()
{
    const TimeMs first = dayStart("2000-01-01", 420);
    for (TimeMs n = 0; n < 146097; ++n) {
        const std::string day = localDay(first + n * kDayMs, 420);
        QCOMPARE(dayStart(day, 420), first + n * kDayMs);
        QCOMPARE(localDay(first + (n + 1) * kDayMs - 1, 420), day);
    }
    QCOMPARE(localDay(first + 146097 * kDayMs, 420), std::string("2400-01-01"));
}

void TestClock::aTextThatIsNoDayIsSeen_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "2026-5-01", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-04-31", "2026/05/01",
          "2026-05-1x", "-026-05-01", " 026-05-01", "2026-05-01 ", "2026-05-01T00"})
        QTest::newRow(qPrintable(u"\"%1\" is no day"_qs.arg(QLatin1String(text)))) << QString::fromLatin1(text);
}

void TestClock::aTextThatIsNoDayIsSeen()
{
    QFETCH(const QString, text);
    QCOMPARE(dayStart(text.toStdString(), 0), TimeMs(-1));
    QCOMPARE(dayStart(text.toStdString(), 420), TimeMs(-1));
}

void TestClock::playClockStandsUntilSet()
{
    const PlayClock clock(5000);
    QElapsedTimer real;
    real.start();
    while (real.elapsed() < 5) { }
    QCOMPARE(clock.nowMs(), TimeMs(5000));
    QCOMPARE(clock.rate(), 0.0);
}

void TestClock::playClockRunsAtItsRateAndNeverBack()
{
    PlayClock clock(0);
    QElapsedTimer outer;
    outer.start();
    clock.set(1000, 60.0);
    QElapsedTimer inner;
    inner.start();
    QCOMPARE(clock.rate(), 60.0);
    TimeMs last = clock.nowMs();
    QVERIFY(last >= 1000);
    while (inner.elapsed() < 50) {
        const TimeMs now = clock.nowMs();
        QVERIFY(now >= last);
        last = now;
    }
    const double least = static_cast<double>(inner.nsecsElapsed()) / 1e6 * 60.0;
    const TimeMs passed = clock.nowMs() - 1000;
    const double most = static_cast<double>(outer.nsecsElapsed()) / 1e6 * 60.0;
    QVERIFY2(static_cast<double>(passed) >= least - 1.0, qPrintable(QString::number(passed)));
    QVERIFY2(static_cast<double>(passed) <= most + 1.0, qPrintable(QString::number(passed)));
}

void TestClock::playClockJumpsWhereItIsSet()
{
    PlayClock clock(0);
    clock.set(1'000'000, 3600.0);
    QVERIFY(clock.nowMs() >= 1'000'000);
    clock.set(42, 0.0);
    QCOMPARE(clock.nowMs(), TimeMs(42));
}

void TestClock::manualClockMovesByHand()
{
    ManualClock clock(10);
    clock.advance(5);
    QCOMPARE(clock.nowMs(), TimeMs(15));
    clock.set(3);
    QCOMPARE(clock.nowMs(), TimeMs(3));
    QCOMPARE(clock.rate(), 1.0);
}

void TestClock::systemClockIsOfThisCentury()
{
    const SystemClock clock;
    QVERIFY(clock.nowMs() > dayStart("2024-01-01", 0));
    QVERIFY(clock.nowMs() < dayStart("2100-01-01", 0));
}

QTEST_APPLESS_MAIN(TestClock)
#include "tst_clock.moc"
