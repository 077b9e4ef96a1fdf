// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/waitrange.h"

#include <QTest>

#include <random>

using namespace tiepdon;

class TestWaitRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tooLittleIsSaidAsNothing()
    {
        QVERIFY(!expectedWait(2, std::nullopt, 0));
        QVERIFY(!expectedWait(2, CallPace{2, 10 * kMinuteMs, {}}, 0));
        QVERIFY(expectedWait(2, CallPace{3, 10 * kMinuteMs, {}}, 0));
        // thirty people and a call every hour: no range anybody could use
        QVERIFY(!expectedWait(30, CallPace{10, 10 * kHourMs, {}}, 0));
    }

    void moreAheadAndASlowerQueueTakeLonger()
    {
        const CallPace pace{10, 30 * kMinuteMs, {}};
        const auto one = expectedWait(0, pace, 0);
        const auto five = expectedWait(4, pace, 0);
        QVERIFY(one->lowMs < five->lowMs && one->highMs < five->highMs);
        const auto slower = expectedWait(4, CallPace{10, 60 * kMinuteMs, {}}, 0);
        QVERIFY(std::abs(slower->highMs - 2 * five->highMs) <= 1); // rounded
    }

    void aHeadThatWaitsCountsAsTimeWithoutACall()
    {
        const CallPace pace{5, 20 * kMinuteMs, TimeMs(0)};
        QVERIFY(*expectedWait(3, pace, 10 * kMinuteMs) == *expectedWait(3, CallPace{5, 30 * kMinuteMs, {}}, 0));
        // a clock that is behind the hub's takes nothing away
        QVERIFY(*expectedWait(3, pace, -kMinuteMs) == *expectedWait(3, CallPace{5, 20 * kMinuteMs, {}}, 0));
    }

    void aQueueThatNeverWaitedPromisesNoWait()
    {
        QVERIFY((*expectedWait(0, CallPace{10, 0, {}}, 0) == WaitRange{0, 0}));
    }

    /// Of a Poisson process whose rate nobody told, four in five waits must fall into the range.
    void theRangeHoldsFourInFive()
    {
        std::mt19937_64 random(7);
        for (const std::int64_t calls : {3, 5, 10}) {
            for (const std::int64_t ahead : {0, 2, 9}) {
                int below = 0;
                int above = 0;
                constexpr int kTries = 20000;
                for (int i = 0; i < kTries; ++i) {
                    const double mean = 2e3 * (1 + static_cast<double>(i % 5)); // short: no range is too wide
                    std::exponential_distribution<double> gap(1 / mean);
                    double busy = 0;
                    for (std::int64_t k = 0; k < calls; ++k)
                        busy += gap(random);
                    double wait = 0;
                    for (std::int64_t k = 0; k <= ahead; ++k)
                        wait += gap(random);
                    const auto range = expectedWait(ahead, CallPace{calls, std::llround(busy), {}}, 0);
                    QVERIFY(range);
                    below += wait < static_cast<double>(range->lowMs) ? 1 : 0;
                    above += wait > static_cast<double>(range->highMs) ? 1 : 0;
                }
                QVERIFY2(std::abs(below - kTries / 10) < kTries / 50, qPrintable(QString::number(below)));
                QVERIFY2(std::abs(above - kTries / 10) < kTries / 50, qPrintable(QString::number(above)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestWaitRange)
#include "tst_waitrange.moc"
