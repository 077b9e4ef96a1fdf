// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"
#include "core/simulation/parallel.h"
#include "core/simulation/study.h"
#include "core/simulation/tuner.h"
#include "core/wire/branchfile.h"
#include "tests/simulation/scenarios.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

/// A branch without a rule of its own.
const char *const kSmallBranch = R"([branch]
name = "A"
[[service]]
id = 1
series = "A"
name = "A"
expected_min = 5
service_level_min = 10
[[profile]]
id = 1
name = "A"
services = [1]
[[counter]]
id = 1
number = 1
profile = 1
[[staff]]
id = 1
name = "A"
)";

const Scenario &bank()
{
    static const Scenario kBank = sample(QStringLiteral("bank-branch.json"));
    return kBank;
}

TunerOptions quickSearch()
{
    TunerOptions options;
    options.training.count = 6;
    options.judging.count = 4;
    options.evaluations = 40;
    return options;
}

} // namespace

class TestStudy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsDoneOnceInParallel()
    {
        for (const std::size_t threads : {std::size_t{0}, std::size_t{1}, std::size_t{3}, std::size_t{1000}}) {
            std::vector<std::atomic<int>> done(97);
            inParallel(done.size(), threads, [&](std::size_t i) { ++done[i]; });
            QVERIFY(std::all_of(done.begin(), done.end(), [](const auto &times) { return times == 1; }));
        }
        inParallel(0, 4, [](std::size_t) { QFAIL("there was nothing to do"); });
    }

    void theNumberOfThreadsChangesNothing()
    {
        const DayRange range{9, 2, 7};
        const auto alone = compared(bank(), bank().rules, range, 1);
        const auto together = compared(bank(), bank().rules, range, 5);
        QVERIFY(alone && together);
        QCOMPARE(toBytes(studyJson(bank(), range, *alone)), toBytes(studyJson(bank(), range, *together)));
        QCOMPARE(studyCsv(bank(), range, *alone), studyCsv(bank(), range, *together));
    }

    void rulesMeetTheSamePeople()
    {
        const auto results = compared(bank(), bank().rules, DayRange{1, 0, 3}, 2);
        QVERIFY(results);
        QCOMPARE(results->size(), bank().rules.size());
        for (const RuleResult &result : *results) {
            QCOMPARE(result.byDay.size(), std::size_t{3});
            for (std::size_t d = 0; d < 3; ++d)
                QCOMPARE(result.byDay[d].people, results->front().byDay[d].people);
        }
    }

    void figuresAreWhatTheyAreSaidToBe()
    {
        // one service, one counter: A waits 0, B 4 of 10 min, C 9 min of 3 and has left
        Scenario scenario = bank();
        scenario.segments = {{"ordinary", 0, 1}, {"priority", 1, 3}};
        scenario.services.resize(1);
        scenario.services[0].promiseMs = {10 * kMinuteMs, 3 * kMinuteMs};
        scenario.counters = {{{0}, 1, {}}};
        scenario.booking.reset();
        scenario.walkMs = 0;
        scenario.noShowMs = 1.0 * kMinuteMs;
        const TimeMs open = scenario.opensMs;
        DrawnDay day;
        day.absences.resize(1);
        day.people = {{open, {}, 0, 0, 5.0 * kMinuteMs, 1e12},
                      {open + kMinuteMs, {}, 0, 0, 6.0 * kMinuteMs, 1e12},
                      {open + 2 * kMinuteMs, {}, 0, 1, 1.0 * kMinuteMs, 1.0 * kMinuteMs}};
        const auto results = compared(scenario, {ruleWith(CallingRuleKind::Arrival, 0)}, {day, day}, 1);
        QVERIFY(results);
        const DispatchMetrics &m = results->front().metrics;
        QCOMPARE(m.people, 6);
        QCOMPARE(m.loss, 3 * (1 + 0.25 * (9.0 / 3 - 1)) / 5);
        QCOMPARE(m.lossDeviation, 0.0);
        QCOMPARE(m.kept, 2.0 / 3);
        QCOMPARE(m.keptWeighted, 2.0 / 5);
        QCOMPARE(m.keptBySegment, (std::vector<double>{1, 0}));
        QCOMPARE(m.worstKept, 2.0 / 3);
        QCOMPARE(m.meanWaitMs, 13.0 / 3 * kMinuteMs);
        QCOMPARE(m.longestWaitMs, 9.0 * kMinuteMs);
        QCOMPARE(m.noShowShare, 1.0 / 3);
        QCOMPARE(m.squaredShare, (0.16 + 3 * 9) / 3);
        QCOMPARE(m.overtakenMost, 0);
        QCOMPARE(m.occupancy, 1.0);

        // fixed priority calls C before B: B was overtaken, C waits 3 min and is gone all the same
        const auto other = compared(scenario, {ruleWith(CallingRuleKind::FixedPriority, 0)}, {day}, 1);
        QVERIFY(other);
        QCOMPARE(other->front().metrics.overtakenMost, 1);
        QCOMPARE(other->front().metrics.overtakenMean, 1.0 / 3);
        QCOMPARE(other->front().metrics.loss, 3.0 / 5); // gone, at the end of the promise: 1
    }

    void aFileHasALineForEachRuleAndDay()
    {
        Scenario scenario = bank();
        scenario.rules[0].name = "mine, \"the best\"";
        const DayRange range{1, 5, 3};
        const auto results = compared(scenario, scenario.rules, range, 2);
        QVERIFY(results);
        const std::string csv = studyCsv(scenario, range, *results);
        CsvLines lines(csv);
        std::string_view line;
        QVERIFY(lines.next(line));
        const auto header = csvFields(line);
        QVERIFY(header);
        std::size_t count = 0;
        for (; lines.next(line); ++count) {
            const auto fields = csvFields(line);
            QVERIFY(fields);
            QCOMPARE(fields->size(), header->size());
            QCOMPARE(fields->at(0), scenario.rules[count / 3].name);
            QCOMPARE(fields->at(2), std::to_string(5 + count % 3));
        }
        QCOMPARE(count, scenario.rules.size() * 3);
        const Json json = studyJson(scenario, range, *results);
        QCOMPARE(json.at("rules").size(), scenario.rules.size());
        QCOMPARE(json.at("rules")[0].at("byDay").size(), std::size_t{3});
        QCOMPARE(json.at("seed").get<int>(), 1);
        QVERIFY(json.at("rules")[0].at("all").at("keptBySegment").contains("booked"));
    }

    void aSearchFindsWhatIsBetterWhereItLooks()
    {
        // begins with a rule that spoils what it can
        RuleTrial bad = ruleWith(CallingRuleKind::BrokenPromise, 0);
        bad.name = "bad";
        bad.rule.lookAheadPermille = 50;
        bad.rule.latePermille = 3000;
        bad.rule.slopePermille = 3000;
        bad.rule.guardPermille = 2000;
        const auto found = tuned(bank(), bad, quickSearch());
        QVERIFY2(found, found ? "" : found.error().message.c_str());
        QVERIFY(found->foundScore < found->presentScore * 0.99);
        QCOMPARE(found->judged.size(), std::size_t{2});
        QCOMPARE(found->judged[0].trial.name, std::string("bad"));
        QVERIFY(found->judged[1].metrics.loss < found->judged[0].metrics.loss);
        QCOMPARE(found->found.rule.maxOvertaken, 0);
        QCOMPARE(found->found.serviceWeightPermille.size(), bank().services.size());
        const auto setup = checked(setupOf(bank(), found->found));
        QVERIFY(setup);
        const auto scores = compared(bank(), {found->found}, quickSearch().training, 2);
        QVERIFY(scores);
        QCOMPARE(tunerScore(scores->front().metrics), found->foundScore);
    }

    void aSearchIsTheSameOnAnyNumberOfThreads()
    {
        TunerOptions options = quickSearch();
        options.evaluations = 12;
        const RuleTrial present = ruleWith(CallingRuleKind::BrokenPromise, 20);
        const auto alone = tuned(bank(), present, options);
        options.threads = 3;
        std::int64_t heard = 0;
        const auto together = tuned(bank(), present, options, [&](std::int64_t tried, double) { heard = tried; });
        QVERIFY(alone && together);
        QCOMPARE(alone->foundScore, together->foundScore);
        QVERIFY(alone->found.rule == together->found.rule);
        QCOMPARE(together->found.rule.maxOvertaken, 20);
        QCOMPARE(heard, 12);
        options.tunesServices = false;
        const auto plain = tuned(bank(), present, options);
        QVERIFY(plain);
        QVERIFY(plain->found.serviceWeightPermille.empty());
    }

    void aBranchFileTakesWhatWasFound()
    {
        RuleTrial trial = ruleWith(CallingRuleKind::BrokenPromise, 12);
        trial.rule.lookAheadPermille = 123;
        trial.rule.guardPermille = 4567;
        trial.rule.cMuPowerPermille = 2500;
        trial.rule.longestWaitMs = 75 * kMinuteMs;
        trial.rule.bookedPermille = 2200;
        trial.serviceWeightPermille = {1000, 1250, 800, 3000};
        const std::string lines = branchLines(bank(), trial);
        const auto branch = branchFrom(kSmallBranch + lines);
        QVERIFY2(branch, branch ? "" : branch.error().message.c_str());
        QVERIFY(branch->settings.calling == trial.rule);
        QVERIFY(lines.find("\"Cards\": weight = 1.25") != std::string::npos);
    }

    void weightsOfServicesChangeWhoIsCalledNotWhatIsCounted()
    {
        RuleTrial weighted = ruleWith(CallingRuleKind::BrokenPromise, 0);
        weighted.serviceWeightPermille = {1000, 1000, 1000, 4000};
        const auto results
            = compared(bank(), {ruleWith(CallingRuleKind::BrokenPromise, 0), weighted}, DayRange{1, 0, 10}, 2);
        QVERIFY(results);
        QVERIFY(results->at(1).metrics.keptByService[3] > results->at(0).metrics.keptByService[3]);
        QCOMPARE(results->at(1).metrics.people, results->at(0).metrics.people);
    }
};

QTEST_GUILESS_MAIN(TestStudy)
#include "tst_study.moc"
