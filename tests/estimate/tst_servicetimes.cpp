// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/servicetimes.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <random>

using namespace tiepdon;

namespace {

constexpr ServiceId kTeller{1};
constexpr ServiceId kAdvice{2};
constexpr StaffId kLan{1};
constexpr StaffId kMinh{2};

/// A lognormal's draws, from a seed.
class Draws
{
public:
    Draws(double meanMs, double variation, unsigned seed)
        : m_of(Lognormal::of(meanMs, variation)), m_normal(m_of.muLog, m_of.sigmaLog), m_random(seed)
    {
    }
    TimeMs next() { return static_cast<TimeMs>(std::exp(m_normal(m_random))); }

private:
    Lognormal m_of;
    std::normal_distribution<double> m_normal;
    std::mt19937_64 m_random;
};

} // namespace

class TestServiceTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServiceNobodyWasServedForTakesWhatTheBranchSays();
    void whatWasLearnedTakesTheBranchsPlace();
    void aBranchThatIsWrongIsCorrected();
    void aForgottenFinishPoisonsNothing();
    void aKeySlipIsNoService();
    void aSlowPersonIsKnownToBeSlow();
    void speedsAreDrawnToOne();
    void theRestOfALognormalIsItsFormula_data();
    void theRestOfALognormalIsItsFormula();
    void theRestIsNeverNegative();
    void quantilesRise();
    void oldDaysFade();
    void keptAndTakenUpAgainItIsTheSame();
    void anImageThatIsNoImageTeachesNothing();
    void patienceOfLeaversSeen();
    void patienceOfLeaversFoundGone();
};

void TestServiceTimes::aServiceNobodyWasServedForTakesWhatTheBranchSays()
{
    ServiceTimes times;
    times.define(kTeller, 10 * kMinuteMs);
    QCOMPARE(times.seen(kTeller), 0.0);
    QVERIFY(std::abs(times.cycle(kTeller).meanMs() / (10 * kMinuteMs) - 1) < 0.03);
    QVERIFY(times.cycle(ServiceId{99}).meanMs() > kMinuteMs); // never defined
    times.define(kTeller, 20 * kMinuteMs);
    QVERIFY(std::abs(times.cycle(kTeller).meanMs() / (20 * kMinuteMs) - 1) < 0.03);
}

void TestServiceTimes::whatWasLearnedTakesTheBranchsPlace()
{
    ServiceTimes times;
    times.define(kTeller, 5 * kMinuteMs);
    Draws draws(4 * kMinuteMs, 0.6, 1);
    for (int i = 0; i < 2000; ++i)
        QVERIFY(times.learn(kTeller, {}, draws.next()) || i < 200);
    const Lognormal truth = Lognormal::of(4 * kMinuteMs, 0.6);
    for (const double u : {0.1, 0.25, 0.5, 0.75, 0.9})
        QVERIFY2(std::abs(times.cycle(kTeller).at(u) / truth.quantile(u) - 1) < 0.08,
                 qPrintable(QString::number(times.cycle(kTeller).at(u) / truth.quantile(u))));
    QVERIFY(std::abs(times.cycle(kTeller).meanMs() / (4 * kMinuteMs) - 1) < 0.05);
}

void TestServiceTimes::aBranchThatIsWrongIsCorrected()
{
    ServiceTimes times;
    times.define(kTeller, 5 * kMinuteMs);
    Draws draws(30 * kMinuteMs, 0.5, 2); // most of it more than the branch says, some more than eight times
    for (int i = 0; i < 400; ++i)
        times.learn(kTeller, {}, draws.next());
    QVERIFY2(std::abs(times.cycle(kTeller).meanMs() / (30 * kMinuteMs) - 1) < 0.15,
             qPrintable(QString::number(times.cycle(kTeller).meanMs() / kMinuteMs)));
}

void TestServiceTimes::aForgottenFinishPoisonsNothing()
{
    ServiceTimes clean;
    ServiceTimes poisoned;
    for (ServiceTimes *times : {&clean, &poisoned})
        times->define(kTeller, 6 * kMinuteMs);
    Draws draws(6 * kMinuteMs, 0.5, 3);
    for (int i = 0; i < 200; ++i) {
        const TimeMs cycle = draws.next();
        clean.learn(kTeller, kLan, cycle);
        poisoned.learn(kTeller, kLan, cycle);
        if (i % 20 == 0)
            QVERIFY(!poisoned.learn(kTeller, kLan, 3 * kHourMs));
    }
    QCOMPARE(poisoned.image(), clean.image());

    // forty minutes of six may be true: it counts, but for what is usual at most
    QVERIFY(poisoned.learn(kTeller, kLan, 40 * kMinuteMs));
    QVERIFY(std::abs(poisoned.cycle(kTeller).meanMs() / clean.cycle(kTeller).meanMs() - 1) < 0.03);
}

void TestServiceTimes::aKeySlipIsNoService()
{
    ServiceTimes times;
    times.define(kTeller, 6 * kMinuteMs);
    QVERIFY(!times.learn(kTeller, kLan, 4 * kSecondMs));
    QVERIFY(!times.learn(kTeller, kLan, 0));
    QVERIFY(!times.learn(kTeller, kLan, -5 * kMinuteMs)); // a clock that stepped back
    QCOMPARE(times.seen(kTeller), 0.0);
    QVERIFY(times.learn(kTeller, kLan, 5 * kSecondMs));
}

void TestServiceTimes::aSlowPersonIsKnownToBeSlow()
{
    ServiceTimes times;
    times.define(kTeller, 6 * kMinuteMs);
    Draws draws(6 * kMinuteMs, 0.5, 4);
    for (int i = 0; i < 1500; ++i) {
        times.learn(kTeller, kLan, draws.next());
        times.learn(kTeller, kMinh, static_cast<TimeMs>(1.5 * static_cast<double>(draws.next())));
    }
    QVERIFY2(std::abs(times.speed(kMinh) / times.speed(kLan) - 1.5) < 0.1,
             qPrintable(QString::number(times.speed(kMinh) / times.speed(kLan))));
    // and the service is not blamed for it
    const double lan = times.cycle(kTeller).at(0.5) * times.speed(kLan);
    QVERIFY(std::abs(lan / Lognormal::of(6 * kMinuteMs, 0.5).quantile(0.5) - 1) < 0.08);
}

void TestServiceTimes::speedsAreDrawnToOne()
{
    ServiceTimes times;
    times.define(kTeller, 6 * kMinuteMs);
    QCOMPARE(times.speed(kLan), 1.0);
    times.learn(kTeller, kLan, 12 * kMinuteMs);
    QVERIFY(times.speed(kLan) > 1.0 && times.speed(kLan) < 1.06);
    for (int i = 0; i < 10000; ++i)
        times.learn(kTeller, kMinh, 6 * kSecondMs);
    QVERIFY(times.speed(kMinh) >= 0.4);
}

void TestServiceTimes::theRestOfALognormalIsItsFormula_data()
{
    QTest::addColumn<double>("meanS");
    QTest::addColumn<double>("variation");
    QTest::addColumn<double>("elapsedS");
    QTest::addColumn<QList<double>>("quantilesS");
    QFile file(QStringLiteral(TIEPDON_SOURCE_DIR "/../shared/oracles/lognormal_residual.csv"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the oracle of lognormal residuals is not there");
    file.readLine();
    int row = 0;
    while (!file.atEnd()) {
        const auto cells = file.readLine().trimmed().split(',');
        if (cells.size() < 10)
            continue;
        QTest::addRow("row %d", ++row) << cells[0].toDouble() << cells[1].toDouble() << cells[4].toDouble()
                                       << QList<double>{cells[7].toDouble(), cells[8].toDouble(),
                                                        cells[9].toDouble()};
    }
}

void TestServiceTimes::theRestOfALognormalIsItsFormula()
{
    QFETCH(const double, meanS);
    QFETCH(const double, variation);
    QFETCH(const double, elapsedS);
    QFETCH(const QList<double>, quantilesS);
    const Lognormal law = Lognormal::of(meanS * 1000, variation);
    const double under = law.shareUnder(elapsedS * 1000);
    if (under > 0.97)
        QSKIP("so far out the table ends");
    std::array<double, DurationTable::kCells + 1> quantiles = {};
    for (std::size_t i = 0; i < quantiles.size(); ++i)
        quantiles[i] = law.quantile(std::clamp(static_cast<double>(i) / DurationTable::kCells, 1e-4, 1 - 5e-4));
    const DurationTable table(quantiles);
    const double us[] = {0.1, 0.5, 0.9};
    for (int i = 0; i < 3; ++i) {
        // the formula itself is exact, the table as fine as its cells
        const double exact = law.quantile(under + us[i] * (1 - under)) / 1000 - elapsedS;
        QVERIFY(std::abs(exact / quantilesS[i] - 1) < 1e-6);
        const double drawn = table.residual(elapsedS * 1000, us[i]) / 1000;
        QVERIFY2(std::abs(drawn - quantilesS[i]) < 0.04 * quantilesS[i] + 0.005 * meanS,
                 qPrintable(QStringLiteral("%1 for %2").arg(drawn).arg(quantilesS[i])));
    }
}

void TestServiceTimes::theRestIsNeverNegative()
{
    ServiceTimes times;
    times.define(kTeller, 6 * kMinuteMs);
    for (const TimeMs elapsed : {-kHourMs, TimeMs(0), kMinuteMs, kHourMs, 3 * kHourMs, 40 * kHourMs}) {
        for (double u = 0; u < 1; u += 0.01) {
            const double rest = times.cycle(kTeller).residual(static_cast<double>(elapsed), u);
            QVERIFY(rest >= 0 && rest < 2 * kHourMs);
        }
    }
    // somebody three hours at the counter is believed to leave soon, not in another three hours
    QVERIFY(times.cycle(kTeller).residual(3.0 * kHourMs, 0.5) < 6 * kMinuteMs);
    QVERIFY(times.cycle(kTeller).residual(3.0 * kHourMs, 0.5) > 0);
}

void TestServiceTimes::quantilesRise()
{
    ServiceTimes times;
    times.define(kTeller, 6 * kMinuteMs);
    for (int i = 0; i < 500; ++i)
        times.learn(kTeller, {}, 6 * kMinuteMs); // all in one bin
    double before = 0;
    for (double u = 0; u < 1; u += 1.0 / 1024) {
        const double here = times.cycle(kTeller).at(u);
        QVERIFY(here >= before && here > 0);
        before = here;
        const double back = times.cycle(kTeller).shareUnder(here);
        QVERIFY(std::abs(back - u) < 1.0 / 200 || here == times.cycle(kTeller).at(back));
    }
}

void TestServiceTimes::oldDaysFade()
{
    ServiceTimes times;
    times.define(kTeller, 6 * kMinuteMs);
    for (int i = 0; i < 100000; ++i)
        times.learn(kTeller, {}, 6 * kMinuteMs);
    QVERIFY(times.seen(kTeller) <= LearnedDurations::kRememberedMax);
    for (int i = 0; i < 8000; ++i)
        times.learn(kTeller, {}, 12 * kMinuteMs);
    QVERIFY(times.cycle(kTeller).at(0.5) > 11 * kMinuteMs);
}

void TestServiceTimes::keptAndTakenUpAgainItIsTheSame()
{
    ServiceTimes times;
    times.define(kTeller, 6 * kMinuteMs);
    times.define(kAdvice, 20 * kMinuteMs);
    Draws draws(6 * kMinuteMs, 0.7, 6);
    for (int i = 0; i < 300; ++i)
        times.learn(i % 3 ? kTeller : kAdvice, i % 2 ? kLan : kMinh, draws.next());
    const ServiceTimes again(times.image());
    QCOMPARE(again.image(), times.image());
    QCOMPARE(again.cycle(kAdvice).at(0.3), times.cycle(kAdvice).at(0.3));
    QCOMPARE(again.speed(kLan), times.speed(kLan));
}

void TestServiceTimes::anImageThatIsNoImageTeachesNothing()
{
    ServiceTimes::Image image;
    image.services.push_back({kTeller, 6 * kMinuteMs, {50, 500, 5000, {1, 2, 3}}});
    image.services.push_back({kAdvice, -5, {std::nan(""), 500, 5000, std::vector<double>(128, 1)}});
    image.staff.push_back({kLan, -3, 100});
    const ServiceTimes times(image);
    QCOMPARE(times.seen(kTeller), 0.0);
    QCOMPARE(times.seen(kAdvice), 0.0);
    QCOMPARE(times.speed(kLan), 1.0);
    QVERIFY(times.cycle(kAdvice).at(0.5) > 0);
}

void TestServiceTimes::patienceOfLeaversSeen()
{
    // leavers over time waited, as the belief beforehand fades
    Patience patience;
    for (int i = 0; i < 5000; ++i)
        patience.leftAfter(12800);
    QVERIFY(std::abs(patience.ratePerMs() * 12800 - 1) < 0.5);
    Patience many;
    for (int i = 0; i < 100000; ++i) {
        many.came(10 * kMinuteMs);
        if (i % 10 == 0)
            many.leftAfter(10 * kMinuteMs);
    }
    QVERIFY(std::abs(many.ratePerMs() * 110 * kMinuteMs - 1) < 0.001);
}

void TestServiceTimes::patienceOfLeaversFoundGone()
{
    Patience patience;
    std::mt19937_64 random(7);
    std::exponential_distribution<double> leaves(1.0 / kHourMs);
    std::uniform_real_distribution<double> waits(0, 80.0 * kMinuteMs);
    double wrong = 0;
    double wrongExposure = 0;
    for (int i = 0; i < 20000; ++i) {
        const auto wait = static_cast<TimeMs>(waits(random));
        wrongExposure += static_cast<double>(wait);
        if (leaves(random) < static_cast<double>(wait)) {
            patience.didNotCome(wait);
            wrong += 1;
        } else {
            patience.came(wait);
        }
    }
    QVERIFY2(std::abs(patience.ratePerMs() * kHourMs - 1) < 0.05,
             qPrintable(QString::number(patience.ratePerMs() * kHourMs)));
    QVERIFY(wrong / wrongExposure * kHourMs < 0.85); // as if they had stayed until they were called
    QVERIFY(std::abs(patience.goneAfter(kHourMs) - (1 - std::exp(-1.0))) < 0.03);
    QCOMPARE(patience.goneAfter(-kHourMs), 0.0);
}

QTEST_APPLESS_MAIN(TestServiceTimes)
#include "tst_servicetimes.moc"
