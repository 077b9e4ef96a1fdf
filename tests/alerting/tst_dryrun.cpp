// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/alerttrial.h"
#include "core/simulation/playedday.h"
#include "tests/alerting/watchedbranch.h"

#include <QFile>
#include <QTest>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

/// A day that is worked by hand and kept as its events.
class KeptDay
{
public:
    KeptDay()
    {
        m_branch = closedBranch();
        run(command::OpenDay{"2026-05-01"});
        for (std::int64_t i = 1; i <= 3; ++i)
            run(command::SignOn{{i}, {i}, {}});
    }

    void run(const Command &command)
    {
        const std::string refusal = m_branch.run(command);
        if (!refusal.empty())
            qFatal("refused: %s", refusal.c_str());
        for (const Event &event : m_branch.events)
            events.push_back({m_branch.now, event});
    }
    void wait(TimeMs ms) { m_branch.now += ms; }
    void issue(std::int64_t service) { run(command::IssueTicket{{service}}); }
    void serve(std::int64_t counter)
    {
        run(command::CallNext{{counter}});
        const TicketId ticket = m_branch.state.counterState({counter})->ticket;
        run(command::StartService{{counter}, ticket});
        run(command::FinishService{{counter}, ticket});
    }
    [[nodiscard]] TimeMs now() const { return m_branch.now; }
    [[nodiscard]] DryRunDay tried(const AlertRule &rule) const { return AlertTrial(rule).play(events); }
    [[nodiscard]] DryRunDay tried(const AlertRule &rule, const DryRunner::LookOut &lookOut) const
    {
        DryRunner runner(rule, lookOut);
        for (const auto &[atMs, event] : events)
            runner.see(event, atMs);
        return runner.end();
    }

    std::vector<TimedEvent> events;

private:
    Branch m_branch;
};

/// Says of service 1 that its promises will break, from one moment to another.
class Foreteller
{
public:
    Foreteller(std::vector<std::pair<TimeMs, TimeMs>> spans) : m_spans(std::move(spans)) { }

    const Outlook *operator()(const BranchState & /*state*/, TimeMs now)
    {
        m_outlook = {now, {BreachOutlook{{1}}}};
        for (const auto &[from, to] : m_spans) {
            if (from <= now && now < to)
                m_outlook.services[0].breachPermille.fill(900);
        }
        return &m_outlook;
    }

private:
    std::vector<std::pair<TimeMs, TimeMs>> m_spans;
    Outlook m_outlook;
};

} // namespace

/// What a rule would have done on past days.
class TestDryRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatLastedWasRight();
    void whatTheHoldLeftOutWasMissed();
    void howLongItWasOpen();
    void whatWasForetold_data();
    void whatWasForetold();
    void breaksInARowAreMissedOnce();
    void aDayGoesOnUntilItCloses();
    void quietHoursChangeNothing();
    void aForecastForetellsADrawnDay();
};

void TestDryRun::whatLastedWasRight()
{
    KeptDay day;
    day.issue(1); // promised in ten minutes
    day.wait(13 * kMinuteMs);
    day.serve(1);
    day.issue(1);
    day.wait(11 * kMinuteMs);
    day.serve(1);
    const DryRunDay result = day.tried(ruleOf(AlertKind::WaitOver, 1000));
    QCOMPARE(result.businessDay, std::string("2026-05-01"));
    QCOMPARE(result.raised, std::int64_t(2));
    QCOMPARE(result.rightly, std::int64_t(1));
    QCOMPARE(result.missed, std::int64_t(0));
    QCOMPARE(result.examples.size(), std::size_t(2));
    QVERIFY(result.examples.at(0).state == AlertState::Resolved);
    QCOMPARE(day.tried(ruleOf(AlertKind::WaitOver, 2000)).raised, std::int64_t(0));
}

void TestDryRun::whatTheHoldLeftOutWasMissed()
{
    KeptDay day;
    for (const TimeMs minutes : {14, 11, 20}) {
        day.issue(1);
        day.wait(minutes * kMinuteMs);
        day.serve(1);
    }
    AlertRule rule = ruleOf(AlertKind::WaitOver, 1000);
    rule.holdMs = 5 * kMinuteMs;
    const DryRunDay result = day.tried(rule);
    QCOMPARE(result.raised, std::int64_t(1)); // the third
    QCOMPARE(result.rightly, std::int64_t(1));
    QCOMPARE(result.missed, std::int64_t(1)); // the first lasted four minutes, the second one
}

void TestDryRun::howLongItWasOpen()
{
    KeptDay day;
    day.wait(kHourMs); // nobody is there
    day.issue(1);
    day.wait(20 * kMinuteMs);
    day.serve(1);
    day.wait(kHourMs);
    day.issue(1);
    day.serve(1);
    const DryRunDay result = day.tried(ruleOf(AlertKind::WaitOver, 1000));
    QVERIFY(std::abs(result.watchedMs - 20 * kMinuteMs) <= DryRunner::kLookMs);
    QVERIFY(std::abs(result.openMs - 10 * kMinuteMs) <= DryRunner::kLookMs);
}

void TestDryRun::whatWasForetold_data()
{
    QTest::addColumn<int>("fromMin"); // after the ticket was taken
    QTest::addColumn<int>("toMin");
    QTest::addColumn<int>("raised");
    QTest::addColumn<int>("rightly");
    QTest::addColumn<int>("missed");
    QTest::addColumn<int>("leadMin");
    QTest::newRow("in time") << 2 << 12 << 1 << 1 << 0 << 8;
    QTest::newRow("let go before") << 2 << 5 << 1 << 1 << 0 << 8;
    QTest::newRow("just before") << 9 << 12 << 1 << 1 << 0 << 0;
    QTest::newRow("too late") << 11 << 20 << 1 << 0 << 1 << 0;
    QTest::newRow("never") << 0 << 0 << 0 << 0 << 1 << 0;
}

void TestDryRun::whatWasForetold()
{
    QFETCH(const int, fromMin);
    QFETCH(const int, toMin);
    KeptDay day;
    day.wait(30 * kSecondMs);
    day.issue(1);
    const TimeMs taken = day.now();
    day.wait(13 * kMinuteMs); // broken after ten
    day.serve(1);
    day.issue(1);
    day.wait(9 * kMinuteMs); // kept
    day.serve(1);
    day.wait(kHourMs);
    day.run(command::CloseDay{});
    const Foreteller foreteller({{taken + fromMin * kMinuteMs, taken + toMin * kMinuteMs}});
    const DryRunDay result = day.tried(ruleOf(AlertKind::WaitWillBeOver, 600), foreteller);
    QTEST(static_cast<int>(result.raised), "raised");
    QTEST(static_cast<int>(result.rightly), "rightly");
    QTEST(static_cast<int>(result.missed), "missed");
    QFETCH(const int, leadMin);
    QVERIFY(std::abs(result.medianLeadMs - leadMin * kMinuteMs) <= DryRunner::kForetellMs / 2);
}

void TestDryRun::breaksInARowAreMissedOnce()
{
    KeptDay day;
    for (int i = 0; i < 4; ++i) {
        day.issue(1);
        day.wait(kMinuteMs);
    }
    day.wait(15 * kMinuteMs); // all four break
    for (int i = 0; i < 4; ++i)
        day.serve(1);
    day.wait(20 * kMinuteMs);
    day.issue(1);
    day.wait(11 * kMinuteMs); // and one more, long after
    day.serve(1);
    DryRunDay result = day.tried(ruleOf(AlertKind::WaitWillBeOver, 600), Foreteller({}));
    QCOMPARE(result.raised, std::int64_t(0));
    QCOMPARE(result.missed, std::int64_t(2));
    AlertRule ofLoans = ruleOf(AlertKind::WaitWillBeOver, 600);
    ofLoans.scope.services = {{2}};
    result = day.tried(ofLoans, Foreteller({}));
    QCOMPARE(result.missed, std::int64_t(0));
}

void TestDryRun::aDayGoesOnUntilItCloses()
{
    KeptDay day;
    day.issue(1);
    day.wait(10 * kMinuteMs + 20 * kSecondMs);
    day.run(command::CloseDay{true});
    const DryRunDay closed = day.tried(ruleOf(AlertKind::WaitOver, 1000));
    QCOMPARE(closed.raised, std::int64_t(1));
    QCOMPARE(closed.rightly, std::int64_t(1)); // nobody ended it but the day
    QCOMPARE(WatchedBranch::steps(closed.examples.at(0)), std::string("raised resolved:dayClosed"));
}

void TestDryRun::quietHoursChangeNothing()
{
    KeptDay day;
    day.issue(1);
    day.wait(13 * kMinuteMs);
    day.serve(1);
    AlertRule rule = ruleOf(AlertKind::WaitOver, 1000);
    rule.isOn = false; // is tried before it is switched on
    const DryRunDay loud = day.tried(rule);
    QCOMPARE(loud.raised, std::int64_t(1));
    rule.quiet = {{127, 0, 1440}};
    rule.telling.channels = {AlertChannel::Sound};
    QVERIFY(day.tried(rule) == loud);
    for (const AlertKind kind : {AlertKind::DeviceLost, AlertKind::PrinterOut, AlertKind::BlockerOld})
        QVERIFY(!isKnowable(kind));
    QVERIFY(isKnowable(AlertKind::BreakLong));
}

void TestDryRun::aForecastForetellsADrawnDay()
{
    QFile file(QStringLiteral(TIEPDON_SOURCE_DIR "/resources/scenarios/bank-branch.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto scenario = scenarioFrom(file.readAll().toStdString());
    QVERIFY(scenario.isOk());
    const auto drawn = [&](std::int64_t number, const std::string &name) {
        std::vector<TimedEvent> events;
        const auto day = played(*scenario, scenario->rules.front(), drawnDay(*scenario, 5, number), name,
                                [&](const BranchState &, const Event &event, const Touched &, TimeMs atMs) {
                                    events.push_back({atMs, event});
                                });
        if (!day)
            qFatal("%s", day.error().message.c_str());
        return events;
    };
    AlertRule rule = ruleOf(AlertKind::WaitWillBeOver, 600);
    rule.clearAt = 350;
    const std::vector<TimedEvent> today = drawn(2, "2026-05-06");
    QVERIFY(today.size() > 500);
    const DryRunDay unlearned = AlertTrial(rule).play(std::span(today).first(100));
    QCOMPARE(unlearned.raised, std::int64_t(0)); // nothing is known yet
    AlertTrial trial(rule);
    trial.learn(drawn(0, "2026-05-04"));
    trial.learn(drawn(1, "2026-05-05"));
    const DryRunDay result = trial.play(today);
    QVERIFY(result.raised > 0);
    QVERIFY(result.rightly * 2 > result.raised);
    QVERIFY(result.medianLeadMs > 0);
    QVERIFY(result.medianLeadMs <= rule.aheadMs);
}

QTEST_APPLESS_MAIN(TestDryRun)
#include "tst_dryrun.moc"
