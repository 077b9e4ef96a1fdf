// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/learntscenario.h"
#include "core/simulation/playedday.h"
#include "core/simulation/study.h"
#include "tests/base/show.h"

#include <QTest>

#include <cmath>

using namespace tiepdon;

namespace {

constexpr int kDays = 20;

/// Two services, a segment that is promised five minutes, two counters of which the second serves both.
BranchSetup setup()
{
    BranchSetup setup;
    setup.settings.name = {"Chi nhánh thử", ""};
    setup.services = {{{1}, {"Tiền mặt", ""}, "A", 5 * kMinuteMs, 10 * kMinuteMs},
                      {{2}, {"Vay", ""}, "B", 20 * kMinuteMs, 15 * kMinuteMs}};
    setup.segments = {{{7}, {"Ưu tiên", ""}, 2, 3000, 5 * kMinuteMs}};
    setup.profiles = {{{1}, {"Tiền", ""}, {{1}}}, {{2}, {"Cả hai", ""}, {{1}, {2}}}};
    setup.counters = {{{1}, 1, {1}}, {{2}, 2, {2}}, {{3}, 3, {2}}};
    return setup;
}

/// Every ten minutes from nine to five somebody for cash, every fourth of them of the segment, served in 2 and 6
/// minutes by turns; every hour somebody for a loan, 20 minutes. Counter 3 is manned on one day.
std::vector<PastStep> steps()
{
    std::vector<PastStep> all;
    for (int day = 0; day < kDays; ++day) {
        const std::string date = "2026-03-" + std::to_string(day + 10);
        for (int i = 0; i < 48; ++i) {
            PastStep step;
            step.businessDay = date;
            step.askedMs = 9 * kHourMs + i * 10 * kMinuteMs;
            step.service = {1};
            step.segment = i % 4 == 0 ? SegmentId{7} : SegmentId{};
            step.counter = {day == 0 && i == 0 ? 3 : 1};
            step.waitedMs = 3 * kMinuteMs;
            step.walkMs = 30 * kSecondMs;
            step.servedMs = i % 2 == 0 ? 2 * kMinuteMs : 6 * kMinuteMs;
            all.push_back(step);
        }
        for (int i = 0; i < 8; ++i) {
            PastStep step;
            step.businessDay = date;
            step.askedMs = 9 * kHourMs + i * kHourMs;
            step.service = {2};
            step.counter = {2};
            step.waitedMs = 3 * kMinuteMs;
            step.servedMs = 20 * kMinuteMs;
            all.push_back(step);
        }
    }
    return all;
}

bool isNear(double value, double expected, double by) { return std::abs(value - expected) <= by; }

} // namespace

class TestLearntScenario : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasRecordedIsWhatIsLearnt()
    {
        const auto learnt = learntScenario(setup(), steps());
        QVERIFY(learnt.isOk());
        QCOMPARE(learnt->opensMs, 9 * kHourMs);
        QCOMPARE(learnt->closesMs, 17 * kHourMs);
        const SimulatedService &cash = learnt->services.at(0);
        QVERIFY(isNear(cash.meanMs, 4.0 * kMinuteMs, 0.05 * kMinuteMs)); // with the expected five as thirty of them
        QVERIFY(isNear(cash.cv, 0.5, 0.01));
        QCOMPARE(cash.walkInsPerHour.size(), std::size_t(16));
        for (const double rate : cash.walkInsPerHour)
            QVERIFY(isNear(rate, 6, 1e-9));
        QVERIFY(isNear(cash.share.at(1), 0.25, 1e-9));
        QCOMPARE(cash.promiseMs, (std::vector<TimeMs>{10 * kMinuteMs, 5 * kMinuteMs}));
        QVERIFY(isNear(learnt->services.at(1).walkInsPerHour.at(0), 2, 1e-9)); // on the hour
        QVERIFY(isNear(learnt->services.at(1).walkInsPerHour.at(1), 0, 1e-9));
        QVERIFY(isNear(learnt->walkMs, 30.0 * kSecondMs, 1));
        QCOMPARE(learnt->dayVariation, 0.0); // every day the same
        QVERIFY(learnt->rules.at(0).rule == setup().settings.calling);
    }

    void countersMannedOnMostDaysAreThere()
    {
        const auto learnt = learntScenario(setup(), steps());
        QVERIFY(learnt.isOk());
        QCOMPARE(learnt->counters.size(), std::size_t(2));
        QCOMPARE(learnt->counters.at(1).services, (std::vector<std::size_t>{0, 1}));
    }

    void aForgottenFinishDoesNotPoison()
    {
        auto all = steps();
        all.front().servedMs = 10 * kHourMs;
        all[1].servedMs = kSecondMs; // a slip of the hand
        const auto learnt = learntScenario(setup(), all);
        QVERIFY(learnt.isOk());
        QVERIFY(isNear(learnt->services.at(0).meanMs, 4.0 * kMinuteMs, 0.1 * kMinuteMs));
    }

    void aSlowCounterIsSlow()
    {
        auto all = steps();
        for (PastStep &step : all) {
            if (step.service == ServiceId{1} && step.askedMs % (20 * kMinuteMs) == 0) {
                step.counter = {2};
                step.servedMs = 2 * *step.servedMs;
            }
        }
        const auto learnt = learntScenario(setup(), all);
        QVERIFY(learnt.isOk());
        QVERIFY(learnt->counters.at(0).speed != learnt->counters.at(1).speed);
    }

    void whoIsGoneShowsHowLongPeopleWait()
    {
        auto all = steps();
        const double before = learntScenario(setup(), all)->patienceMs;
        for (std::size_t i = 0; i < all.size(); i += 10) {
            all[i].isGone = true;
            all[i].servedMs.reset();
        }
        const auto learnt = learntScenario(setup(), all);
        QVERIFY(learnt.isOk());
        QVERIFY(
            isNear(learnt->patienceMs, 30.0 * kMinuteMs, 1.0 * kMinuteMs)); // three minutes waited, a tenth gone
        QVERIFY(before > learnt->patienceMs);
    }

    void whatIsLearntCanBePlayed()
    {
        const auto learnt = learntScenario(setup(), steps());
        QVERIFY(learnt.isOk());
        const auto results = compared(*learnt, learnt->rules, {1, 0, 3}, 1);
        QVERIFY(results.isOk());
        QVERIFY(results->at(0).metrics.people > 100);
    }

    void tooLittleIsSaid()
    {
        auto all = steps();
        std::erase_if(all, [](const PastStep &step) { return step.businessDay > "2026-03-13"; });
        const auto learnt = learntScenario(setup(), all);
        QVERIFY(!learnt);
        QCOMPARE(learnt.error().code, ErrorCode::InvalidParams);
        QCOMPARE(learnt.error().detail.at("days"), std::string("4"));
    }
};

QTEST_APPLESS_MAIN(TestLearntScenario)
#include "tst_learntscenario.moc"
