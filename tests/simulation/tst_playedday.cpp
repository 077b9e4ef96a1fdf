// SPDX-License-Identifier: GPL-3.0-or-later
// What is true of every day the engine plays, and how it agrees with queues that have a formula.
#include "core/base/random.h"
#include "core/formulas/erlang.h"
#include "core/formulas/priority.h"
#include "core/simulation/study.h"
#include "tests/simulation/scenarios.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

constexpr CallingRuleKind kKinds[]
    = {CallingRuleKind::BrokenPromise, CallingRuleKind::Arrival,     CallingRuleKind::FixedPriority,
       CallingRuleKind::Ratio,         CallingRuleKind::EarliestDue, CallingRuleKind::GeneralizedCMu};

/// How often later people were called before each, counted call by call from nothing but who came and who was
/// called when.
std::vector<std::int64_t> countedOvertakings(const Scenario &scenario, const DrawnDay &drawn, const PlayedDay &day)
{
    std::vector<std::size_t> byCall(day.people.size());
    for (std::size_t i = 0; i < byCall.size(); ++i)
        byCall[day.people[i].callNo] = i;
    std::vector<std::int64_t> overtaken(day.people.size(), 0);
    for (const std::size_t called : byCall) {
        const PlayedPerson &call = day.people[called];
        const auto &services = scenario.counters[call.counter].services;
        for (std::size_t other = 0; other < day.people.size(); ++other) {
            const bool waits = static_cast<double>(drawn.people[other].arrivedMs) <= call.calledMs
                && day.people[other].callNo > call.callNo;
            const bool couldBe
                = std::find(services.begin(), services.end(), drawn.people[other].service) != services.end();
            if (waits && couldBe && drawn.people[other].referenceMs() < drawn.people[called].referenceMs())
                ++overtaken[other];
        }
    }
    return overtaken;
}

/// Counters that all serve one service to people of `rates.size()` segments, the last first under fixed priority.
Scenario oneService(std::size_t counters, const std::vector<double> &ratesPerMs)
{
    Scenario scenario;
    scenario.name = "One service";
    SimulatedService service;
    service.name = "All";
    service.meanMs = 10.0 * kMinuteMs;
    for (std::size_t g = 0; g < ratesPerMs.size(); ++g) {
        scenario.segments.push_back({std::to_string(g), static_cast<std::int64_t>(g), 1});
        service.promiseMs.push_back(10 * kMinuteMs);
    }
    scenario.services = {service};
    scenario.counters.assign(counters, {{0}, 1, {}});
    return scenario;
}

/// People of Poisson streams with exponential services, for a time without end as far as waits go.
DrawnDay markovDay(const std::vector<double> &ratesPerMs, double meanServiceMs, std::size_t counters,
                   TimeMs lengthMs, std::uint64_t seed)
{
    DrawnDay day;
    day.absences.resize(counters);
    Random random(seed);
    for (std::size_t g = 0; g < ratesPerMs.size(); ++g) {
        for (double at = random.exponential(1 / ratesPerMs[g]); at < static_cast<double>(lengthMs);
             at += random.exponential(1 / ratesPerMs[g])) {
            DrawnPerson person{static_cast<TimeMs>(at), {}, 0, g, random.exponential(meanServiceMs), 1e15};
            day.people.push_back(person);
        }
    }
    std::stable_sort(day.people.begin(), day.people.end(),
                     [](const DrawnPerson &a, const DrawnPerson &b) { return a.arrivedMs < b.arrivedMs; });
    return day;
}

/// Mean wait of a segment in parts of the day, the first left out: people there found the hall emptier than it is.
struct Waits {
    double meanMs = 0;
    double errorMs = 0; ///< standard error, from how the parts differ
};

Waits waitsOf(const DrawnDay &drawn, const PlayedDay &day, std::size_t segment, TimeMs lengthMs)
{
    constexpr std::size_t kParts = 40;
    std::vector<double> sums(kParts + 1, 0);
    std::vector<double> counts(kParts + 1, 0);
    for (std::size_t i = 0; i < drawn.people.size(); ++i) {
        if (drawn.people[i].segment != segment)
            continue;
        const auto part
            = static_cast<std::size_t>(drawn.people[i].arrivedMs * static_cast<TimeMs>(kParts + 1) / lengthMs);
        sums[part] += day.people[i].calledMs - static_cast<double>(drawn.people[i].arrivedMs);
        ++counts[part];
    }
    Waits waits;
    for (std::size_t part = 1; part <= kParts; ++part)
        waits.meanMs += sums[part] / counts[part] / kParts;
    for (std::size_t part = 1; part <= kParts; ++part)
        waits.errorMs += std::pow(sums[part] / counts[part] - waits.meanMs, 2);
    waits.errorMs = std::sqrt(waits.errorMs / (kParts - 1) / kParts);
    return waits;
}

/// Sums in another order differ in their last digits.
constexpr double kRoundingMs = 1e-6;
constexpr TimeMs kLongMs = 1500 * kHourMs;
constexpr double kPerHour = 1.0 / kHourMs;

} // namespace

class TestPlayedDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsOvertakenMoreOftenThanAllowed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("limit");
        for (const char *name : {"bank-branch.json", "bank-branch-shock.json", "public-office.json"}) {
            for (const qint64 limit : {1, 10, 20, 50})
                QTest::addRow("%s, at most %lld", name, static_cast<long long>(limit))
                    << QString::fromLatin1(name) << limit;
        }
    }
    void nobodyIsOvertakenMoreOftenThanAllowed()
    {
        QFETCH(QString, name);
        QFETCH(qint64, limit);
        const Scenario scenario = sample(name);
        for (const CallingRuleKind kind : kKinds) {
            const RuleTrial rule = ruleWith(kind, limit);
            for (std::int64_t d = 0; d < 4; ++d) {
                const DrawnDay drawn = drawnDay(scenario, 31, d);
                const auto day = played(scenario, rule, drawn);
                QVERIFY2(day, day ? "" : day.error().message.c_str());
                const auto counted = countedOvertakings(scenario, drawn, *day);
                for (std::size_t i = 0; i < counted.size(); ++i) {
                    QVERIFY2(counted[i] <= limit, qPrintable(QString::number(counted[i])));
                    QCOMPARE(day->people[i].overtaken, counted[i]);
                }
            }
        }
    }

    void withoutALimitPeopleAreOvertakenMoreOften()
    {
        const Scenario scenario = sample(QStringLiteral("bank-branch-shock.json"));
        const auto results = compared(scenario, {ruleWith(CallingRuleKind::BrokenPromise, 0)}, {31, 0, 4}, 1);
        QVERIFY(results);
        QVERIFY(results->front().metrics.overtakenMost > 20);
    }

    void everybodyIsCalledOnceByWhoServesThem()
    {
        for (const char *name : {"bank-branch.json", "bank-branch-shock.json", "public-office.json"}) {
            const Scenario scenario = sample(QString::fromLatin1(name));
            for (const CallingRuleKind kind : kKinds) {
                for (std::int64_t d = 0; d < 4; ++d) {
                    const DrawnDay drawn = drawnDay(scenario, 17, d);
                    const auto day = played(scenario, ruleWith(kind, 20), drawn);
                    QVERIFY(day);
                    verifySound(scenario, drawn, *day);
                    if (QTest::currentTestFailed())
                        return;
                }
            }
        }
    }

    void nobodyStarves()
    {
        // a rush that does not end: whoever comes early must still be called while others keep coming
        const std::vector<double> rates{4 * kPerHour, 30 * kPerHour};
        Scenario scenario = oneService(4, rates);
        const DrawnDay drawn = markovDay(rates, 10.0 * kMinuteMs, 4, 60 * kHourMs, 3);
        const auto bounded = played(scenario, ruleWith(CallingRuleKind::FixedPriority, 20), drawn);
        const auto unbounded = played(scenario, ruleWith(CallingRuleKind::FixedPriority, 0), drawn);
        QVERIFY(bounded && unbounded);
        const auto firstOrdinary
            = static_cast<std::size_t>(std::find_if(drawn.people.begin(), drawn.people.end(),
                                                    [](const DrawnPerson &person) {
                                                        return person.segment == 0 && person.arrivedMs > kHourMs;
                                                    })
                                       - drawn.people.begin());
        // overtaken at most twenty times, and after that before all others: the line ahead and twenty calls
        const double waitedMs
            = bounded->people[firstOrdinary].calledMs - static_cast<double>(drawn.people[firstOrdinary].arrivedMs);
        QVERIFY2(waitedMs < 4.0 * kHourMs, qPrintable(QString::number(waitedMs / kHourMs)));
        double longestMs = 0;
        for (std::size_t i = 0; i < drawn.people.size(); ++i)
            longestMs = std::max(longestMs,
                                 unbounded->people[i].calledMs - static_cast<double>(drawn.people[i].arrivedMs));
        QVERIFY2(longestMs > 30.0 * kHourMs, qPrintable(QString::number(longestMs / kHourMs)));
    }

    void absencesAreKept()
    {
        const Scenario scenario = sample(QStringLiteral("bank-branch.json"));
        const DrawnDay drawn = drawnDay(scenario, 5, 1);
        const auto day = played(scenario, ruleWith(CallingRuleKind::Arrival, 0), drawn);
        QVERIFY(day);
        for (const PlayedPerson &person : day->people) {
            for (const TimeSpan &absence : drawn.absences[person.counter])
                QVERIFY(!absence.contains(person.calledMs));
        }
        QVERIFY(day->busyMs > 0 && day->busyMs < day->staffedMs);
    }

    void aQueueOfOneKindWaitsAsErlangSays()
    {
        const std::vector<double> rates{20 * kPerHour};
        const DrawnDay drawn = markovDay(rates, 10.0 * kMinuteMs, 4, kLongMs, 1);
        const auto day = played(oneService(4, rates), ruleWith(CallingRuleKind::Arrival, 0), drawn);
        QVERIFY(day);
        const Waits waits = waitsOf(drawn, *day, 0, kLongMs);
        // C(c, a) / (cμ − λ), per hour
        const double expectedMs = erlangC(20.0 / 6, 4) / (4 * 6 - 20) * kHourMs;
        QVERIFY2(std::abs(waits.meanMs - expectedMs) < 3 * waits.errorMs && waits.errorMs < 0.08 * expectedMs,
                 qPrintable(
                     QStringLiteral("%1 ± %2, expected %3").arg(waits.meanMs).arg(waits.errorMs).arg(expectedMs)));
    }

    void prioritiesWaitAsCobhamSays()
    {
        // ordinary people last
        const std::vector<double> rates{15 * kPerHour, 5 * kPerHour};
        const DrawnDay drawn = markovDay(rates, 10.0 * kMinuteMs, 4, kLongMs, 2);
        const auto day = played(oneService(4, rates), ruleWith(CallingRuleKind::FixedPriority, 0), drawn);
        QVERIFY(day);
        const std::vector<double> expectedH = priorityWaits({5, 15}, 6, 4);
        for (const std::size_t g : {std::size_t{0}, std::size_t{1}}) {
            const Waits waits = waitsOf(drawn, *day, g, kLongMs);
            const double expectedMs = expectedH[1 - g] * kHourMs;
            QVERIFY2(
                std::abs(waits.meanMs - expectedMs) < 3 * waits.errorMs && waits.errorMs < 0.1 * expectedMs,
                qPrintable(
                    QStringLiteral("%1 ± %2, expected %3").arg(waits.meanMs).arg(waits.errorMs).arg(expectedMs)));
        }
    }

private:
    static void verifySound(const Scenario &scenario, const DrawnDay &drawn, const PlayedDay &day)
    {
        QCOMPARE(day.people.size(), drawn.people.size());
        std::vector<std::size_t> byCall(day.people.size(), day.people.size());
        for (std::size_t i = 0; i < day.people.size(); ++i) {
            const PlayedPerson &person = day.people[i];
            QVERIFY(person.callNo < byCall.size() && byCall[person.callNo] == byCall.size());
            byCall[person.callNo] = i;
            QVERIFY(person.calledMs >= static_cast<double>(drawn.people[i].arrivedMs));
            const auto &services = scenario.counters[person.counter].services;
            QVERIFY(std::find(services.begin(), services.end(), drawn.people[i].service) != services.end());
            QCOMPARE(person.isNoShow,
                     person.calledMs - static_cast<double>(drawn.people[i].arrivedMs) > drawn.people[i].patienceMs);
        }
        // a counter has one person at a time, and calls only after the one before is gone
        std::vector<double> freeMs(scenario.counters.size(), static_cast<double>(scenario.opensMs));
        double beforeMs = 0;
        for (const std::size_t i : byCall) {
            const PlayedPerson &person = day.people[i];
            QVERIFY(person.calledMs >= beforeMs && person.calledMs >= freeMs[person.counter] - kRoundingMs);
            beforeMs = person.calledMs;
            freeMs[person.counter] = person.calledMs
                + (person.isNoShow
                       ? scenario.noShowMs
                       : scenario.walkMs + drawn.people[i].serviceMs * scenario.counters[person.counter].speed);
        }
    }
};

QTEST_GUILESS_MAIN(TestPlayedDay)
#include "tst_playedday.moc"
