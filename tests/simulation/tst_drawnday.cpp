// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/drawnday.h"
#include "tests/simulation/scenarios.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

bool isSame(const DrawnDay &a, const DrawnDay &b)
{
    return a.absences == b.absences
        && std::equal(a.people.begin(), a.people.end(), b.people.begin(), b.people.end(),
                      [](const DrawnPerson &x, const DrawnPerson &y) {
                          return x.arrivedMs == y.arrivedMs && x.bookedMs == y.bookedMs && x.service == y.service
                              && x.segment == y.segment && x.serviceMs == y.serviceMs
                              && x.patienceMs == y.patienceMs;
                      });
}

/// Mean and standard deviation.
struct Spread {
    double mean = 0;
    double deviation = 0;
};

Spread spreadOf(const std::vector<double> &values)
{
    Spread spread;
    for (const double value : values)
        spread.mean += value / static_cast<double>(values.size());
    for (const double value : values)
        spread.deviation += std::pow(value - spread.mean, 2) / static_cast<double>(values.size() - 1);
    spread.deviation = std::sqrt(spread.deviation);
    return spread;
}

/// Within four standard errors of what is expected: one fair seed in 16,000 is not.
bool isNear(const std::vector<double> &values, double expected)
{
    const Spread spread = spreadOf(values);
    return std::abs(spread.mean - expected) < 4 * spread.deviation / std::sqrt(static_cast<double>(values.size()));
}

constexpr std::int64_t kDays = 400;

} // namespace

class TestDrawnDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayIsTheSameWhateverElseIsDrawn()
    {
        const Scenario scenario = sample(QStringLiteral("bank-branch-shock.json"));
        const DrawnDay alone = drawnDay(scenario, 7, 3);
        for (std::int64_t day = 0; day < 5; ++day)
            drawnDay(scenario, 7, day);
        QVERIFY(isSame(alone, drawnDay(scenario, 7, 3)));
        QVERIFY(!isSame(alone, drawnDay(scenario, 7, 4)));
        QVERIFY(!isSame(alone, drawnDay(scenario, 8, 3)));
        QVERIFY(!isSame(drawnDay(scenario, 8, 3), drawnDay(scenario, 3, 8)));
    }

    void aKnownSeedGivesAKnownDay()
    {
        // what another machine must draw too; changes only when the drawing changes
        const DrawnDay day = drawnDay(sample(QStringLiteral("bank-branch.json")), 1, 0);
        std::uint64_t sum = 0;
        for (const DrawnPerson &person : day.people)
            sum = sum * 31 + static_cast<std::uint64_t>(person.arrivedMs) * 7 + person.service * 3 + person.segment;
        QCOMPARE(day.people.size(), std::size_t{kKnownPeople});
        QCOMPARE(sum, kKnownSum);
    }

    void peopleComeAsOftenAsTheFiguresSay()
    {
        const Scenario scenario = sample(QStringLiteral("bank-branch.json"));
        for (std::size_t v = 0; v < scenario.services.size(); ++v) {
            const SimulatedService &service = scenario.services[v];
            double expected = 0;
            for (const double perHour : service.walkInsPerHour)
                expected += perHour / 2;
            std::vector<double> walkIns;
            std::vector<double> booked;
            std::vector<double> serviceMs;
            std::vector<double> patienceMs;
            std::vector<double> offsetMs;
            for (std::int64_t day = 0; day < kDays; ++day) {
                walkIns.push_back(0);
                booked.push_back(0);
                for (const DrawnPerson &person : drawnDay(scenario, 11, day).people) {
                    if (person.service != v)
                        continue;
                    ++(person.bookedMs ? booked : walkIns).back();
                    serviceMs.push_back(person.serviceMs);
                    if (person.bookedMs)
                        offsetMs.push_back(static_cast<double>(person.arrivedMs - *person.bookedMs));
                    else
                        patienceMs.push_back(person.patienceMs);
                }
            }
            QVERIFY(isNear(walkIns, expected));
            QVERIFY(isNear(serviceMs, service.meanMs));
            QVERIFY(isNear(patienceMs, scenario.patienceMs));
            const Spread spread = spreadOf(serviceMs);
            QVERIFY(std::abs(spread.deviation / spread.mean - service.cv) < 0.12 * service.cv + 0.02);
            // the day's level makes numbers vary more than by chance: variance = mean + (variation · mean)²
            const Spread days = spreadOf(walkIns);
            const double variance = expected + std::pow(scenario.dayVariation * expected, 2);
            QVERIFY(std::abs(std::pow(days.deviation, 2) / variance - 1) < 0.3);
            // one booked time each quarter of an hour, from half an hour after the opening to half before the end
            const double slots
                = static_cast<double>(scenario.closesMs - scenario.opensMs - kHourMs) / (15 * kMinuteMs);
            if (service.bookingsPerHour > 0) {
                QVERIFY(isNear(booked, service.bookingsPerHour / 4 * slots * scenario.booking->showShare));
                QVERIFY(isNear(offsetMs, -scenario.booking->earlyMs));
            } else {
                QVERIFY(offsetMs.empty());
            }
        }
    }

    void segmentsComeInTheirShares()
    {
        const Scenario scenario = sample(QStringLiteral("public-office.json"));
        std::vector<double> isPriority;
        for (std::int64_t day = 0; day < 60; ++day) {
            const DrawnDay drawn = drawnDay(scenario, 2, day);
            QVERIFY(std::is_sorted(
                drawn.people.begin(), drawn.people.end(),
                [](const DrawnPerson &a, const DrawnPerson &b) { return a.arrivedMs < b.arrivedMs; }));
            for (const DrawnPerson &person : drawn.people) {
                QVERIFY(person.arrivedMs >= scenario.opensMs && person.serviceMs > 0);
                QCOMPARE(person.segment == scenario.booking->segment, person.bookedMs.has_value());
                if (person.service == 0 && !person.bookedMs)
                    isPriority.push_back(person.segment == 1 ? 1 : 0);
            }
        }
        QVERIFY(isNear(isPriority, scenario.services[0].share[1]));
    }

    void aShockAddsPeopleAndTakesACounter()
    {
        const Scenario scenario = sample(QStringLiteral("bank-branch-shock.json"));
        const Scenario calm = sample(QStringLiteral("bank-branch.json"));
        std::vector<double> ratio;
        std::set<std::size_t> missing;
        for (std::int64_t day = 0; day < kDays; ++day) {
            const auto inRush = [&](const DrawnDay &drawn) {
                return std::count_if(drawn.people.begin(), drawn.people.end(), [&](const DrawnPerson &person) {
                    return !person.bookedMs
                        && scenario.shock->crowd.contains(static_cast<double>(person.arrivedMs));
                });
            };
            const DrawnDay rush = drawnDay(scenario, 4, day);
            ratio.push_back(static_cast<double>(inRush(rush))
                            / static_cast<double>(inRush(drawnDay(calm, 4, day))));
            std::size_t down = 0;
            for (std::size_t k = 0; k < rush.absences.size(); ++k) {
                if (rush.absences[k] != scenario.counters[k].breaks) {
                    QCOMPARE(rush.absences[k], std::vector<TimeSpan>{scenario.shock->outage});
                    missing.insert(k);
                    ++down;
                }
            }
            QCOMPARE(down, scenario.shock->countersDown);
        }
        // the ratio of two counts of about a hundred is a little over the ratio of their means
        QVERIFY(std::abs(spreadOf(ratio).mean - scenario.shock->crowdFactor) < 0.05);
        QCOMPARE(missing.size(), scenario.counters.size());
    }

private:
    static constexpr std::size_t kKnownPeople = 444;
    static constexpr std::uint64_t kKnownSum = 15846387105658968093U;
};

QTEST_GUILESS_MAIN(TestDrawnDay)
#include "tst_drawnday.moc"
