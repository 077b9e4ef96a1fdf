// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/estimate/learner.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace tiepdon;

namespace {

constexpr double kUnit = static_cast<double>(kMinuteMs);

/// log(1 + wait) is 1 + 2 a − b and an even error of ±0.5; c says nothing, d is always the same.
std::vector<WaitExample> madeUp(std::size_t count, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    const auto uniform = [&random] { return static_cast<double>(random() >> 11U) * 0x1p-53; };
    std::vector<WaitExample> examples;
    for (std::size_t i = 0; i < count; ++i) {
        const double a = uniform();
        const double b = uniform();
        examples.push_back({{a, b, uniform(), 3.0}, std::expm1(1.5 + 2 * a - b + uniform() - 0.5) * kUnit});
    }
    return examples;
}

double logOf(double ms) { return std::log1p(ms / kUnit); }

/// How far the three percentiles are from the true ones, at most, in log units.
double errorOf(const Learner &learner)
{
    double worst = 0;
    for (const double a : {0.1, 0.5, 0.9}) {
        for (const double b : {0.1, 0.9}) {
            const std::vector<double> features{a, b, 0.3, 3.0};
            const WaitQuantiles said = learner.expected(features);
            const double middle = 1.5 + 2 * a - b;
            for (const double error : {logOf(said.lowMs) - middle + 0.4, logOf(said.medianMs) - middle,
                                       logOf(said.highMs) - middle - 0.4})
                worst = std::max(worst, std::abs(error));
        }
    }
    return worst;
}

} // namespace

/// Quantile regression of waits.
class TestLearner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatMadeTheWaits()
    {
        const auto learner = Learner::learned(madeUp(4000, 1), kUnit);
        QVERIFY(learner);
        QVERIFY2(errorOf(*learner) < 0.08, qPrintable(QString::number(errorOf(*learner))));
    }

    void tooFewExamplesTeachNothing()
    {
        QVERIFY(!Learner::learned({}, kUnit));
        QVERIFY(!Learner::learned(madeUp(Learner::examplesMin(4) - 1, 1), kUnit));
        const auto learner = Learner::learned(madeUp(Learner::examplesMin(4), 1), kUnit);
        QVERIFY(learner);
        QVERIFY(errorOf(*learner) < 0.4);
        QCOMPARE(Learner::examplesMin(50), std::size_t(510));
    }

    void absurdWaitsAndFeaturesMoveLittle()
    {
        auto examples = madeUp(4000, 2);
        const auto clean = Learner::learned(examples, kUnit);
        // somebody forgot to press a key: one in a hundred waits is a day, one in a hundred features a million
        for (std::size_t i = 0; i < examples.size(); i += 100) {
            examples[i].actualMs = kDayMs;
            examples[i + 50].features[i % 3] = 1e6;
        }
        const auto spoilt = Learner::learned(examples, kUnit);
        QVERIFY(clean && spoilt);
        QVERIFY2(errorOf(*spoilt) < 0.2, qPrintable(QString::number(errorOf(*spoilt))));
        // and nothing asked for makes a wait of days
        const std::vector<double> absurd{1e9, -1e9, 1e9, 1e9};
        QVERIFY(clean->expected(absurd).highMs < kHourMs * 8);
        const std::vector<double> none{-1e9, 1e9, 0, 0};
        QVERIFY(clean->expected(none).lowMs >= 0);
    }

    void percentilesNeverCross()
    {
        const auto learner = Learner::learned(madeUp(300, 3), kUnit);
        QVERIFY(learner);
        std::mt19937_64 random(4);
        for (int i = 0; i < 1000; ++i) {
            std::vector<double> features;
            for (int j = 0; j < 4; ++j)
                features.push_back(static_cast<double>(random() % 2000) / 100 - 10);
            const WaitQuantiles said = learner->expected(features);
            QVERIFY(0 <= said.lowMs && said.lowMs <= said.medianMs && said.medianMs <= said.highMs);
        }
    }

    void theSameExamplesTeachTheSame()
    {
        const std::vector<double> features{0.4, 0.6, 0.1, 3.0};
        const auto one = Learner::learned(madeUp(500, 5), kUnit);
        const auto two = Learner::learned(madeUp(500, 5), kUnit);
        QVERIFY(one && two);
        QCOMPARE(one->expected(features), two->expected(features));
    }
};

QTEST_APPLESS_MAIN(TestLearner)
#include "tst_learner.moc"
