// SPDX-License-Identifier: GPL-3.0-or-later
// The engine under its virtual clock on days with a known right answer: the same calls, the same figures.
#include "core/simulation/study.h"
#include "tests/simulation/fixturescenario.h"

#include <QTest>

#include <cmath>

using namespace tiepdon;
using namespace tiepdon::testing;

class KnownDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCallsAreTheSame_data();
    void theCallsAreTheSame();
    void theFiguresAreTheSame_data();
    void theFiguresAreTheSame();
};

namespace {

const char *const kNotThere = "the days with known answers are not beside the repository";

void addNames(bool withMetrics)
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a bank") << QStringLiteral("bank1.00");
    QTest::newRow("a bank in a rush with a counter missing") << QStringLiteral("bank1.00_shock");
    QTest::newRow("a public office") << QStringLiteral("gov1.00");
    if (!withMetrics)
        QTest::newRow("one service") << QStringLiteral("single1.00");
}

/// The fixtures tell times of calls to the nearest ms or so.
constexpr double kCallToleranceMs = 10;
constexpr double kFigureTolerance = 1e-4;

} // namespace

void KnownDays::theCallsAreTheSame_data() { addNames(false); }

void KnownDays::theCallsAreTheSame()
{
    QFETCH(QString, name);
    const auto fixture = readFixture(name.toStdString());
    if (!fixture)
        QSKIP(kNotThere);
    const Scenario scenario = scenarioOf(*fixture);
    for (const RuleTrial &rule : scenario.rules) {
        const auto &days = fixture->expected.at(rule.name);
        QCOMPARE(days.size(), std::size_t{2});
        for (std::size_t d = 0; d < days.size(); ++d) {
            const auto day = played(scenario, rule, drawnOf(fixture->days[d]));
            QVERIFY2(day, day ? "" : day.error().message.c_str());
            QCOMPARE(day->people.size(), days[d].size());
            for (std::size_t i = 0; i < days[d].size(); ++i) {
                const FixtureCall &expected = days[d][i];
                const PlayedPerson &person = day->people[i];
                const std::string where = rule.name + " day " + std::to_string(d) + " ticket " + std::to_string(i)
                    + ": called " + std::to_string(person.calledMs) + " by " + std::to_string(person.counter)
                    + ", known " + std::to_string(expected.atMs) + " by " + std::to_string(expected.counter);
                QVERIFY2(std::abs(person.calledMs - static_cast<double>(expected.atMs)) <= kCallToleranceMs
                             && person.counter == expected.counter && person.isNoShow == expected.isNoShow,
                         where.c_str());
            }
        }
    }
}

void KnownDays::theFiguresAreTheSame_data() { addNames(true); }

void KnownDays::theFiguresAreTheSame()
{
    QFETCH(QString, name);
    const auto fixture = readFixture(name.toStdString());
    if (!fixture)
        QSKIP(kNotThere);
    const Scenario scenario = scenarioOf(*fixture);
    std::vector<DrawnDay> days;
    for (const FixtureDay &day : fixture->days)
        days.push_back(drawnOf(day));
    QCOMPARE(days.size(), std::size_t{60});
    const auto results = compared(scenario, scenario.rules, days, 2);
    QVERIFY(results);
    for (const RuleResult &result : *results) {
        const FixtureMetrics &known = fixture->metrics.at(result.trial.name);
        const DispatchMetrics &found = result.metrics;
        const double minute = kMinuteMs;
        for (const auto &[figure, value, expected] :
             {std::tuple("J", found.loss, known.j), std::tuple("SLA", found.kept, known.sla),
              std::tuple("wSLA", found.keptWeighted, known.weightedSla),
              std::tuple("ordinary", found.keptBySegment[0], known.standard),
              std::tuple("priority", found.keptBySegment[1], known.priority),
              std::tuple("booked", found.keptBySegment[2], known.booked),
              std::tuple("worst", found.worstKept, known.worst),
              std::tuple("mean", found.meanWaitMs / minute, known.meanMin),
              std::tuple("p95", found.p95WaitMs / minute, known.p95Min),
              std::tuple("max", found.longestWaitMs / minute, known.maxMin),
              std::tuple("no-shows", found.noShowShare, known.noShows),
              std::tuple("u2", found.squaredShare, known.u2)}) {
            const std::string words = result.trial.name + " " + figure + ": " + std::to_string(value) + ", known "
                + std::to_string(expected);
            QVERIFY2(std::abs(value - expected) <= kFigureTolerance, words.c_str());
        }
    }
}

QTEST_GUILESS_MAIN(KnownDays)
#include "tst_knowndays.moc"
