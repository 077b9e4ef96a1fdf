// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/forecast.h"
#include "core/queue/engine.h"
#include "tests/queue/fixture.h"

#include <QTest>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

DurationTable always(TimeMs ms)
{
    std::array<double, DurationTable::kCells + 1> quantiles = {};
    quantiles.fill(static_cast<double>(ms));
    return DurationTable(quantiles);
}

/// One service promised within ten minutes that takes ten, one counter that is free in eight.
class OneCounter
{
public:
    OneCounter()
    {
        floor.nowMs = kMorning;
        floor.businessDay = "2026-05-01";
        floor.services = {&m_table};
        FloorQueue queue;
        queue.service = {1};
        queue.terms.promiseMs = 10 * kMinuteMs;
        queue.terms.meanServiceMs = 10 * kMinuteMs;
        floor.queues = {queue};
        FloorCounter counter;
        counter.doing = FloorCounter::Doing::Busy;
        counter.queues = {0};
        counter.sinceMs = kMorning - 2 * kMinuteMs;
        counter.isThere = true;
        floor.counters = {counter};
        floor.gapMs = 0;
    }

    /// Somebody who has waited so long.
    void wait(TimeMs waitedMs)
    {
        FloorTicket ticket;
        ticket.id = {static_cast<std::int64_t>(floor.queues[0].tickets.size()) + 1};
        ticket.place = {kMorning - waitedMs, 0};
        ticket.times = {kMorning - waitedMs, kMorning - waitedMs};
        ticket.promiseEndsMs = kMorning - waitedMs + 10 * kMinuteMs;
        floor.queues[0].tickets.push_back(ticket);
    }
    const Futures::Breaches &breaches()
    {
        m_futures.run(floor, 1, kCount);
        return m_futures.breaches()[0];
    }

    static constexpr std::int64_t kCount = 16;
    Floor floor;

private:
    DurationTable m_table = always(10 * kMinuteMs);
    Futures m_futures;
};

} // namespace

/// How likely promises break soon, by the futures.
class TestOutlook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsCalledTooLateBreaksAPromise();
    void whatIsBrokenBreaksNoMore();
    void whoWillComeCounts();
    void whereNobodyServesOnlyWhoWaitsCounts();
    void theForecastKnowsWhatItLearned();
    void theOutlookCanBeMadeAgain();
    void minutesAreBegun();
};

void TestOutlook::whoIsCalledTooLateBreaksAPromise()
{
    OneCounter hall;
    hall.wait(kMinuteMs); // called in eight minutes, promised in nine
    hall.wait(30 * kSecondMs); // called in eighteen
    const Futures::Breaches &breaches = hall.breaches();
    Futures::Breaches expected;
    expected.futures[9] = OneCounter::kCount; // after nine and a half minutes, in the tenth
    expected.people[9] = OneCounter::kCount;
    QVERIFY(breaches == expected);
    hall.wait(0); // in twenty-eight
    expected.people[9] = 2 * OneCounter::kCount;
    QVERIFY(hall.breaches() == expected); // the first is the same
}

void TestOutlook::whatIsBrokenBreaksNoMore()
{
    OneCounter hall;
    hall.wait(10 * kMinuteMs);
    hall.wait(25 * kMinuteMs);
    QVERIFY(hall.breaches() == Futures::Breaches());
}

void TestOutlook::whoWillComeCounts()
{
    OneCounter hall;
    hall.floor.arrivalsFromMs = kMorning;
    hall.floor.arrivals = {{{0, 60}}, {{0, 60}}}; // two a minute
    const Futures::Breaches &breaches = hall.breaches();
    std::int64_t futures = 0;
    for (std::size_t minute = 0; minute < BreachOutlook::kMinutes; ++minute) {
        futures += breaches.futures[minute];
        if (minute < 9) // nobody who comes can have waited as long
            QCOMPARE(breaches.people[minute], std::int64_t(0));
    }
    QCOMPARE(futures, OneCounter::kCount);
    QVERIFY(breaches.people[25] > OneCounter::kCount);
    hall.floor.arrivals = {{{0, 0.5}}};
    const Futures::Breaches &fewer = hall.breaches();
    futures = 0;
    for (const std::int64_t each : fewer.futures)
        futures += each;
    QVERIFY(futures < OneCounter::kCount);
}

void TestOutlook::whereNobodyServesOnlyWhoWaitsCounts()
{
    OneCounter hall;
    hall.floor.counters[0].doing = FloorCounter::Doing::Closed;
    hall.floor.arrivalsFromMs = kMorning;
    hall.floor.arrivals = {{{0, 60}}};
    QVERIFY(hall.breaches() == Futures::Breaches());
    hall.wait(4 * kMinuteMs);
    Futures::Breaches expected;
    expected.futures[5] = OneCounter::kCount;
    expected.people[5] = OneCounter::kCount;
    QVERIFY(hall.breaches() == expected);
}

void TestOutlook::theForecastKnowsWhatItLearned()
{
    Branch b = openBranch();
    b.issue(1);
    b.issue(3);
    Forecast forecast;
    forecast.refresh(b.state, b.now);
    QVERIFY(forecast.outlook().services.empty()); // nothing was learned yet
    QCOMPARE(forecast.outlook().atMs, b.now);
    b.run(command::SignOff{{3}}); // nobody is left for cards
    forecast.refresh(b.state, b.now);
    QCOMPARE(forecast.outlook().services.size(), std::size_t(1));
    const BreachOutlook *cards = forecast.outlook().of({3});
    QVERIFY(cards);
    QCOMPARE(cards->breachPermille[3], std::int64_t(0));
    QCOMPARE(cards->breachPermille[4], std::int64_t(1000)); // promised in five minutes
    QCOMPARE(cards->peoplePermille[29], std::int64_t(1000));
    for (int i = 0; i < 20; ++i)
        forecast.learn({{1}, {1}, 0, 5 * kMinuteMs, false});
    forecast.refresh(b.state, b.now);
    QVERIFY(forecast.outlook().of({1}));
    QVERIFY(!forecast.outlook().of({9}));
}

void TestOutlook::theOutlookCanBeMadeAgain()
{
    Branch b = openBranch();
    for (int i = 0; i < 8; ++i)
        b.issue(1);
    Forecast forecast;
    for (int i = 0; i < 40; ++i)
        forecast.learn({{1}, {1}, 0, (1 + i % 9) * kMinuteMs, false});
    Forecast again(forecast.image());
    forecast.refresh(b.state, b.now);
    again.refresh(b.state, b.now);
    QVERIFY(forecast.outlook() == again.outlook());
    const BreachOutlook *cash = forecast.outlook().of({1});
    QVERIFY(cash);
    QVERIFY(cash->breachPermille.back() > 0);
    for (std::size_t i = 1; i < BreachOutlook::kMinutes; ++i) {
        QVERIFY(cash->breachPermille[i] >= cash->breachPermille[i - 1]);
        QVERIFY(cash->peoplePermille[i] >= cash->peoplePermille[i - 1]);
        QVERIFY(cash->breachPermille[i] <= 1000);
        QVERIFY(cash->peoplePermille[i] >= cash->breachPermille[i] / 2);
    }
}

void TestOutlook::minutesAreBegun()
{
    QCOMPARE(BreachOutlook::minute(0), std::size_t(0));
    QCOMPARE(BreachOutlook::minute(1), std::size_t(0));
    QCOMPARE(BreachOutlook::minute(kMinuteMs), std::size_t(0));
    QCOMPARE(BreachOutlook::minute(kMinuteMs + 1), std::size_t(1));
    QCOMPARE(BreachOutlook::minute(15 * kMinuteMs), std::size_t(14));
    QCOMPARE(BreachOutlook::minute(5 * kHourMs), std::size_t(29));
}

QTEST_APPLESS_MAIN(TestOutlook)
#include "tst_outlook.moc"
