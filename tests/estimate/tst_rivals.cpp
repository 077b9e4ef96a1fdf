// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/rivals.h"

#include <QTest>

using namespace tiepdon;

namespace {

double said(std::string_view name, const QueueSight &sight)
{
    for (const Rival &rival : rivals())
        if (rival.name == name)
            return rival.waitMs(sight);
    qFatal("there is no such rival");
}

QueueSight usual()
{
    QueueSight sight;
    sight.ahead = 5;
    sight.counters = 2;
    sight.meanServiceMs = 4 * kMinuteMs;
    sight.headWaitMs = 7 * kMinuteMs;
    return sight;
}

} // namespace

/// What each classical predictor says, worked out by hand.
class TestRivals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSaysWhatItsFormulaSays()
    {
        QueueSight sight = usual();
        QCOMPARE(said("positionAverage", sight), 24.0 * kMinuteMs);
        QCOMPARE(said("positionCounters", sight), 12.0 * kMinuteMs);
        QCOMPARE(said("ql", sight), 12.0 * kMinuteMs);
        QCOMPARE(said("qlm", sight), 12.0 * kMinuteMs);
        QCOMPARE(said("hol", sight), 7.0 * kMinuteMs);
        sight.recentServiceMs = 6 * kMinuteMs;
        QCOMPARE(said("positionCounters", sight), 18.0 * kMinuteMs);
        QCOMPARE(said("ql", sight), 12.0 * kMinuteMs);
        sight.patienceMs = 10 * kMinuteMs;
        QVERIFY(said("qlm", sight) < 12.0 * kMinuteMs);
        // two counters, four minutes each: half a call a minute; with one ahead who leaves in ten minutes 1/.5 +
        // 1/.6
        sight.ahead = 1;
        QVERIFY(std::abs(said("qlm", sight) - (2 + 1 / 0.6) * kMinuteMs) < 1e-6);
        sight.lastWaitMs = 9 * kMinuteMs;
        sight.recentWaitMs = 8 * kMinuteMs;
        QCOMPARE(said("les", sight), 9.0 * kMinuteMs);
        QCOMPARE(said("rolling", sight), 8.0 * kMinuteMs);
        QCOMPARE(rivals()[kQueueLengthRival].name, std::string_view("ql"));
        QCOMPARE(rivals()[kLeavingRival].name, std::string_view("qlm"));
        QCOMPARE(rivals()[kThroughputRival].name, std::string_view("throughput"));
    }

    void throughputGoesFromTheUsualToWhatIsSeen()
    {
        QueueSight sight = usual();
        QCOMPARE(said("throughput", sight), said("ql", sight));
        // one call in ten minutes where five are usual
        sight.windowMs = 40 * kMinuteMs;
        sight.windowCalls = 4;
        QCOMPARE(said("throughput", sight), 6 * (40.0 + 8) / (4 + 4) * kMinuteMs);
    }

    void aFreeCounterCallsAtOnce()
    {
        QueueSight sight = usual();
        sight.ahead = 0;
        sight.isFree = true;
        sight.lastWaitMs = 9 * kMinuteMs;
        for (const char *name : {"positionAverage", "positionCounters", "ql", "qlm", "les", "hol", "throughput"})
            QCOMPARE(said(name, sight), 0.0);
        sight.counters = 0; // none open: as if one were
        sight.isFree = false;
        QCOMPARE(said("ql", sight), 4.0 * kMinuteMs);
    }

    void aRecordNeverToldTakesTheDayForBusy()
    {
        QueueRecord record;
        QueueSight sight;
        record.openDay(kHourMs);
        record.fill(sight, kHourMs + 20 * kMinuteMs, kMinuteMs);
        QCOMPARE(sight.windowMs, 20.0 * kMinuteMs);
        record.fill(sight, 3 * kHourMs, kMinuteMs);
        QCOMPARE(sight.windowMs, static_cast<double>(QueueRecord::kWindowMs));
        record.waiting(3 * kHourMs, false);
        record.fill(sight, 3 * kHourMs, kMinuteMs);
        QCOMPARE(sight.windowMs, 0.0);
    }

    void aRecordFillsASight()
    {
        QueueRecord record;
        QueueSight sight;
        record.openDay(0);
        record.fill(sight, 0, 5 * kMinuteMs);
        QCOMPARE(sight.meanServiceMs, 5.0 * kMinuteMs);
        QVERIFY(!sight.lastWaitMs && !sight.recentWaitMs);
        QCOMPARE(sight.windowMs, 0.0);
        for (int i = 0; i < 10; ++i)
            record.served(9 * kMinuteMs);
        record.fill(sight, 0, 5 * kMinuteMs);
        QCOMPARE(sight.meanServiceMs, 7.0 * kMinuteMs); // as many as the prior counts
        QCOMPARE(sight.recentServiceMs, 9.0 * kMinuteMs);
        record.waiting(10 * kMinuteMs, true);
        for (int i = 1; i <= 12; ++i)
            record.called((10 + i) * kMinuteMs, i * kMinuteMs);
        record.waiting(22 * kMinuteMs, false);
        record.left(39 * kMinuteMs);
        record.fill(sight, 40 * kMinuteMs, 5 * kMinuteMs);
        QCOMPARE(*sight.lastWaitMs, 12.0 * kMinuteMs);
        QCOMPARE(*sight.recentWaitMs, 7.5 * kMinuteMs); // of the last ten
        QCOMPARE(sight.windowMs, 12.0 * kMinuteMs); // nobody waits any more
        QCOMPARE(sight.windowCalls, 12.0);
        QCOMPARE(sight.patienceMs, (78.0 + 39) * kMinuteMs);
        // the window goes on
        record.fill(sight, 60 * kMinuteMs, 5 * kMinuteMs);
        QCOMPARE(sight.windowMs, 7.0 * kMinuteMs);
        QCOMPARE(sight.windowCalls, 7.0);
        // a day later all of that is yesterday's, but services last
        record.openDay(kDayMs);
        record.fill(sight, kDayMs, 5 * kMinuteMs);
        QVERIFY(!sight.lastWaitMs);
        QCOMPARE(sight.windowCalls, 0.0);
        QCOMPARE(sight.meanServiceMs, 7.0 * kMinuteMs);
    }
};

QTEST_APPLESS_MAIN(TestRivals)
#include "tst_rivals.moc"
