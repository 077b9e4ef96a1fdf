// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/estimate/conformal.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace tiepdon;

namespace {

constexpr double kMinute = static_cast<double>(kMinuteMs);

WaitQuantiles point(double minutes) { return {minutes * kMinute, minutes * kMinute, minutes * kMinute}; }

/// Shares of people below, within and above what was said, each called before the next comes.
struct Shares {
    double below = 0;
    double within = 0;
    double above = 0;
};

template <class Raw, class Actual>
Shares sharesOf(Conformal &conformal, int people, Raw raw, Actual actual)
{
    Shares shares;
    for (int i = 0; i < people; ++i) {
        const WaitQuantiles said = conformal.calibrated(i % 3, raw(i));
        const double actualMs = actual(i);
        const double part = 1.0 / people;
        (actualMs < said.lowMs ? shares.below : actualMs > said.highMs ? shares.above : shares.within) += part;
        conformal.called(i % 3, raw(i), actualMs);
    }
    return shares;
}

} // namespace

/// Ranges that keep their word, whatever is said to begin with.
class TestConformal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fourInFiveAreWithin_data()
    {
        QTest::addColumn<double>("lowFactor");
        QTest::addColumn<double>("highFactor");
        QTest::addRow("of a single number") << 1.0 << 1.0;
        QTest::addRow("of a range far too narrow") << 0.95 << 1.05;
        QTest::addRow("of a range far too wide") << 0.05 << 8.0;
        QTest::addRow("of a range that lies too low") << 0.1 << 0.3;
    }
    void fourInFiveAreWithin()
    {
        QFETCH(const double, lowFactor);
        QFETCH(const double, highFactor);
        std::mt19937_64 random(1);
        const auto uniform = [&random] { return static_cast<double>(random() >> 11U) * 0x1p-53; };
        std::vector<double> expected(6000);
        for (double &each : expected)
            each = (1 + 20 * uniform()) * kMinute;
        Conformal conformal;
        const Shares shares = sharesOf(
            conformal, 6000,
            [&](int i) {
                const double e = expected[static_cast<std::size_t>(i)];
                return WaitQuantiles{e * lowFactor, e * std::clamp(1.0, lowFactor, highFactor), e * highFactor};
            },
            [&](int i) { return -std::log(1 - uniform()) * expected[static_cast<std::size_t>(i)]; });
        QVERIFY2(shares.within > 0.78 && shares.within < 0.83, qPrintable(QString::number(shares.within)));
        QVERIFY2(shares.above > 0.08 && shares.above < 0.12, qPrintable(QString::number(shares.above)));
    }

    void nothingChangesBeforeEnoughIsKnown()
    {
        Conformal conformal;
        const WaitQuantiles raw{4 * kMinute, 5 * kMinute, 6 * kMinute};
        for (int i = 0; i < 8; ++i)
            conformal.called(1, raw, 60 * kMinute);
        QCOMPARE(conformal.calibrated(1, raw), raw);
        conformal.called(1, raw, 60 * kMinute);
        QVERIFY(conformal.calibrated(1, raw).highMs >= 59.9 * kMinute);
        // long waits and short ones keep apart
        QCOMPARE(conformal.calibrated(1, point(1)), point(1));
        QCOMPARE(conformal.calibrated(1, point(9)), point(9));
    }

    void aGroupWithFewScoresTakesThoseOfAll()
    {
        Conformal conformal;
        for (int i = 0; i < 60; ++i)
            conformal.called(1, point(5), 10 * kMinute);
        QVERIFY(std::abs(conformal.calibrated(2, point(5)).highMs - 10 * kMinute) < 1);
        for (std::size_t i = 0; i + 1 < Conformal::kOwnScoresMin; ++i)
            conformal.called(2, point(5), 5 * kMinute);
        QVERIFY(std::abs(conformal.calibrated(2, point(5)).highMs - 10 * kMinute) < 1);
        conformal.called(2, point(5), 5 * kMinute);
        QVERIFY(std::abs(conformal.calibrated(2, point(5)).highMs - 5 * kMinute) < 1);
    }

    void theBranchOfLastYearIsForgotten()
    {
        Conformal conformal;
        for (int i = 0; i < 1000; ++i)
            conformal.called(1, point(5), 50 * kMinute);
        for (std::size_t i = 0; i < Conformal::kWindow; ++i)
            conformal.called(1, point(5), 6 * kMinute);
        QVERIFY(std::abs(conformal.calibrated(1, point(5)).highMs - 6 * kMinute) < 1);
    }

    void aRangeIsNeverUpsideDownOrBeforeNow()
    {
        Conformal conformal;
        const WaitQuantiles wide{0, 5 * kMinute, 30 * kMinute};
        for (int i = 0; i < 100; ++i)
            conformal.called(1, wide, 5 * kMinute + i);
        const WaitQuantiles said = conformal.calibrated(1, wide);
        QVERIFY(said.lowMs >= 0 && said.lowMs <= said.medianMs && said.medianMs <= said.highMs);
        Conformal early;
        for (int i = 0; i < 100; ++i)
            early.called(1, point(5), 0);
        QCOMPARE(early.calibrated(1, point(3)).lowMs, 0.0);
    }
};

QTEST_APPLESS_MAIN(TestConformal)
#include "tst_conformal.moc"
