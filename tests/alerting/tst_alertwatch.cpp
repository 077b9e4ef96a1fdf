// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/alerting/watchedbranch.h"

#include <QTest>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

constexpr TimeMs kLook = 10 * kSecondMs;

AlertSubject ofService(std::int64_t service, std::int64_t segment = 0)
{
    AlertSubject subject;
    subject.service = {service};
    subject.segment = {segment};
    return subject;
}

AlertSubject ofCounter(std::int64_t counter)
{
    AlertSubject subject;
    subject.counter = {counter};
    return subject;
}

BreachOutlook probable(std::int64_t service, std::int64_t permille, TimeMs fromMs = 0)
{
    BreachOutlook outlook{{service}};
    for (std::size_t i = BreachOutlook::minute(fromMs); i < BreachOutlook::kMinutes; ++i) {
        outlook.breachPermille[i] = permille;
        outlook.peoplePermille[i] = 2 * permille;
    }
    return outlook;
}

} // namespace

/// What `AlertWatch` finds by each kind of rule, and what becomes of an alert.
class TestAlertWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitOver();
    void waitOverBySegment();
    void aBookedWaitCountsFromItsTime();
    void waitWillBeOver();
    void anOldOutlookSaysNothing();
    void queueLong();
    void serviceLong();
    void counterIdle();
    void aBreakIsNoIdling();
    void breakLong();
    void noShowsInRow();
    void ticketForgotten();
    void devicesPrintersAndBlockers();
    void holds();
    void endsBelowItsEnd();
    void repeatsUntilAnswered();
    void escalatesOnce();
    void quietHours();
    void quietHoursPastMidnight();
    void scope();
    void peopleAnswer();
    void endsWithItsRuleAndTheDay();
    void goesOnAfterARestart();
    void manyAlertsAreBounded();
    void stepsAreBounded();
    void changesAreShownInSteps();
    void sameLooksSameAlerts();
};

void TestAlertWatch::waitOver()
{
    WatchedBranch w({ruleOf(AlertKind::WaitOver, 1000)});
    w.branch.issue(1);
    QCOMPARE(w.look(10 * kMinuteMs - 1), std::string());
    QCOMPARE(w.look(1), std::string("raised"));
    const Alert alert = w.open();
    QVERIFY(alert.subject == ofService(1));
    QCOMPARE(alert.value, std::int64_t(1000));
    QCOMPARE(alert.people, std::int64_t(1));
    QCOMPARE(alert.threshold, std::int64_t(1000));
    QCOMPARE(alert.businessDay, std::string("2026-05-01"));
    QCOMPARE(alert.raisedMs, w.branch.now);
    QVERIFY(alert.kind == AlertKind::WaitOver && alert.state == AlertState::Raised && alert.isOpen());
    QCOMPARE(w.look(5 * kMinuteMs), std::string());
    QCOMPARE(w.open().value, std::int64_t(1500));
    w.branch.call(1);
    QCOMPARE(w.look(kLook), std::string("resolved"));
    const Alert &ended = w.changes.at(0).alert;
    QVERIFY(ended.state == AlertState::Resolved);
    QCOMPARE(ended.endedMs, w.branch.now);
    QCOMPARE(ended.worst, std::int64_t(1500));
    QVERIFY(w.watch.open().empty());
}

void TestAlertWatch::waitOverBySegment()
{
    WatchedBranch w({ruleOf(AlertKind::WaitOver, 1000)});
    w.run(command::DefineSegment{{{7}, {"Ưu tiên", "Priority"}, 1, 2000, 2 * kMinuteMs}});
    w.branch.issue(1);
    w.run(command::IssueTicket{{1}, {7}});
    QCOMPARE(w.look(2 * kMinuteMs), std::string("raised"));
    QVERIFY(w.open().subject == ofService(1, 7));
    QCOMPARE(w.look(8 * kMinuteMs), std::string("raised"));
    QVERIFY(w.watch.open().at(0).subject == ofService(1));
    QCOMPARE(w.watch.open().at(1).people, std::int64_t(1));
}

void TestAlertWatch::aBookedWaitCountsFromItsTime()
{
    WatchedBranch w({ruleOf(AlertKind::WaitOver, 1000)});
    command::IssueTicket issue{{1}};
    issue.bookedMs = w.branch.now + 20 * kMinuteMs;
    w.run(issue);
    QCOMPARE(w.look(30 * kMinuteMs - 1), std::string());
    QCOMPARE(w.look(1), std::string("raised"));
}

void TestAlertWatch::waitWillBeOver()
{
    AlertRule rule = ruleOf(AlertKind::WaitWillBeOver, 600);
    rule.clearAt = 350;
    WatchedBranch w({rule});
    w.outlook = {w.branch.now, {probable(1, 599), probable(2, 600)}};
    QCOMPARE(w.look(), std::string("raised"));
    QVERIFY(w.open().subject == ofService(2));
    QCOMPARE(w.open().value, std::int64_t(600));
    QCOMPARE(w.open().people, std::int64_t(1)); // 1.2 on average
    w.outlook = {w.branch.now, {probable(1, 599), probable(2, 350)}};
    QCOMPARE(w.look(kLook), std::string());
    w.outlook = {w.branch.now, {probable(1, 599), probable(2, 349)}};
    QCOMPARE(w.look(kLook), std::string("resolved"));
    // only what breaks within the time ahead counts
    w.outlook = {w.branch.now, {probable(1, 900, 16 * kMinuteMs)}};
    QCOMPARE(w.look(kLook), std::string());
    w.outlook = {w.branch.now, {probable(1, 900, 15 * kMinuteMs)}};
    QCOMPARE(w.look(kLook), std::string("raised"));
    // a service of which nothing is known any more
    w.outlook = {w.branch.now, {}};
    QCOMPARE(w.look(kLook), std::string("resolved"));
}

void TestAlertWatch::anOldOutlookSaysNothing()
{
    WatchedBranch w({ruleOf(AlertKind::WaitWillBeOver, 600)});
    w.outlook = {w.branch.now, {probable(1, 900)}};
    QCOMPARE(w.look(AlertSight::kOutlookAgeMsMax + 1), std::string());
    w.outlook.atMs = w.branch.now;
    QCOMPARE(w.look(AlertSight::kOutlookAgeMsMax), std::string("raised"));
    w.outlook.services.clear();
    QCOMPARE(w.look(kLook), std::string()); // goes on: nobody knows
    QCOMPARE(w.watch.open().size(), std::size_t(1));
    w.outlook = {};
    QCOMPARE(w.look(kLook), std::string());
}

void TestAlertWatch::queueLong()
{
    AlertRule rule = ruleOf(AlertKind::QueueLong, 3);
    rule.clearAt = 2;
    WatchedBranch w({rule});
    w.branch.issue(2);
    w.branch.issue(2);
    w.branch.issue(1);
    QCOMPARE(w.look(), std::string());
    w.branch.issue(2);
    QCOMPARE(w.look(), std::string("raised"));
    QVERIFY(w.open().subject == ofService(2));
    QCOMPARE(w.open().people, std::int64_t(3));
    w.branch.call(2);
    QCOMPARE(w.look(kLook), std::string());
    QCOMPARE(w.open().value, std::int64_t(2));
    w.run(command::StartService{{2}, w.branch.state.counterState({2})->ticket});
    w.run(command::FinishService{{2}, w.branch.state.counterState({2})->ticket});
    w.branch.call(2);
    QCOMPARE(w.look(kLook), std::string("resolved"));
}

void TestAlertWatch::serviceLong()
{
    WatchedBranch w({ruleOf(AlertKind::ServiceLong, 3000)});
    w.branch.issue(1);
    const TicketId first = w.branch.call(1);
    QCOMPARE(w.look(20 * kMinuteMs), std::string()); // called, nobody came yet
    w.run(command::StartService{{1}, first});
    QCOMPARE(w.look(15 * kMinuteMs - 1), std::string());
    QCOMPARE(w.look(1), std::string("raised"));
    const AlertSubject subject = w.open().subject;
    QVERIFY(subject.counter == CounterId{1} && subject.service == ServiceId{1} && subject.ticket == first);
    w.run(command::WrapUp{{1}, first}); // the person has left
    QCOMPARE(w.look(kLook), std::string("resolved"));
}

void TestAlertWatch::counterIdle()
{
    WatchedBranch w({ruleOf(AlertKind::CounterIdle, 3 * kMinuteMs)});
    QCOMPARE(w.look(kHourMs), std::string()); // nobody waits
    w.branch.issue(2);
    QCOMPARE(w.look(3 * kMinuteMs - 1), std::string());
    QCOMPARE(w.look(1), std::string("raised raised raised")); // all three serve loans
    QCOMPARE(w.watch.open().at(0).people, std::int64_t(1));
    w.branch.call(2);
    QCOMPARE(w.look(kLook), std::string("resolved resolved resolved"));
    // cards are served at counter 3 alone
    w.branch.issue(3);
    QCOMPARE(w.look(3 * kMinuteMs), std::string("raised"));
    QVERIFY(w.open().subject == ofCounter(3));
}

void TestAlertWatch::aBreakIsNoIdling()
{
    WatchedBranch w({ruleOf(AlertKind::CounterIdle, 3 * kMinuteMs)});
    w.run(command::SignOff{{1}});
    w.run(command::SignOff{{2}});
    w.run(command::TakeBreak{{3}, BreakReason::Rest});
    w.branch.issue(3);
    QCOMPARE(w.look(10 * kMinuteMs), std::string());
    w.run(command::EndBreak{{3}});
    QCOMPARE(w.look(kLook), std::string()); // free since the last look at most
    QCOMPARE(w.look(3 * kMinuteMs - kLook - 1), std::string());
    QCOMPARE(w.look(1), std::string("raised"));
}

void TestAlertWatch::breakLong()
{
    WatchedBranch w({ruleOf(AlertKind::BreakLong, 30 * kMinuteMs)});
    w.branch.now += 7 * kMinuteMs;
    w.run(command::TakeBreak{{2}, BreakReason::Meal});
    QCOMPARE(w.look(30 * kMinuteMs - 1), std::string());
    QCOMPARE(w.look(1), std::string("raised"));
    QVERIFY(w.open().subject == ofCounter(2));
    w.run(command::EndBreak{{2}});
    QCOMPARE(w.look(), std::string("resolved"));
}

void TestAlertWatch::noShowsInRow()
{
    WatchedBranch w({ruleOf(AlertKind::NoShowsInRow, 2)});
    for (int i = 0; i < 3; ++i)
        w.branch.issue(3);
    const auto miss = [&] {
        w.run(command::CallNext{{3}});
        w.run(command::MarkNoShow{{3}, w.branch.state.counterState({3})->ticket});
    };
    miss();
    QCOMPARE(w.look(kLook), std::string());
    miss();
    QCOMPARE(w.look(kLook), std::string("raised"));
    QVERIFY(w.open().subject == ofCounter(3));
    miss();
    QCOMPARE(w.look(kLook), std::string());
    QCOMPARE(w.open().value, std::int64_t(3));
    w.run(command::CallNext{{3}});
    QCOMPARE(w.look(kLook), std::string()); // called is not come
    w.run(command::StartService{{3}, w.branch.state.counterState({3})->ticket});
    QCOMPARE(w.look(kLook), std::string("resolved"));
}

void TestAlertWatch::ticketForgotten()
{
    WatchedBranch w({ruleOf(AlertKind::TicketForgotten, kHourMs)});
    w.branch.issue(1);
    w.branch.issue(1);
    w.branch.issue(1);
    const TicketId at = w.branch.call(1);
    w.run(command::StartService{{1}, at});
    const TicketId aside = w.branch.call(3);
    w.run(command::StartService{{3}, aside});
    w.run(command::Park{{3}, aside, ParkReason::FillsForm, 90 * kMinuteMs});
    QCOMPARE(w.look(kHourMs - 1), std::string());
    QCOMPARE(w.look(1), std::string("raised")); // who comes back by themselves is not forgotten
    QVERIFY(w.open().subject.ticket == at && w.open().subject.counter == CounterId{1});
    w.run(command::FinishService{{1}, at});
    QCOMPARE(w.look(kLook), std::string("resolved"));
    const TicketId third = w.branch.call(3);
    w.run(command::StartService{{3}, third});
    w.run(command::Park{{3}, third, ParkReason::FillsForm, {}});
    QCOMPARE(w.look(kHourMs), std::string("raised raised")); // its time has passed as well
}

void TestAlertWatch::devicesPrintersAndBlockers()
{
    WatchedBranch w({ruleOf(AlertKind::DeviceLost, kMinuteMs, 1), ruleOf(AlertKind::PrinterOut, kMinuteMs, 2),
                     ruleOf(AlertKind::BlockerOld, kHourMs, 3)});
    w.lost = {{{5}, w.branch.now}};
    w.printersOut = {{{6}, w.branch.now}};
    w.blockers = {{{9}, w.branch.now}};
    QCOMPARE(w.look(kMinuteMs - 1), std::string());
    QCOMPARE(w.look(1), std::string("raised raised"));
    QVERIFY(w.watch.open().at(1).subject.device == DeviceId{5});
    QVERIFY(w.watch.open().at(0).subject.device == DeviceId{6});
    w.lost.clear();
    QCOMPARE(w.look(kHourMs - kMinuteMs), std::string("resolved raised"));
    QVERIFY(w.watch.open().at(0).subject.item == OpenItemId{9});
    w.printersOut.clear();
    w.blockers.clear();
    QCOMPARE(w.look(kLook), std::string("resolved resolved"));
}

void TestAlertWatch::holds()
{
    AlertRule rule = ruleOf(AlertKind::QueueLong, 2);
    rule.holdMs = kMinuteMs;
    WatchedBranch w({rule});
    w.branch.issue(1);
    w.branch.issue(1);
    QCOMPARE(w.look(), std::string());
    QCOMPARE(w.look(kMinuteMs - 1), std::string());
    QCOMPARE(w.look(1), std::string("raised"));
    w.branch.call(1);
    QCOMPARE(w.look(kLook), std::string("resolved"));
    w.branch.issue(1);
    QCOMPARE(w.look(kLook), std::string());
    w.branch.call(3);
    QCOMPARE(w.look(kLook), std::string());
    w.branch.issue(1);
    QCOMPARE(w.look(kMinuteMs - kLook), std::string()); // it was not so in between: from the beginning
    QCOMPARE(w.look(kMinuteMs), std::string("raised"));
}

void TestAlertWatch::endsBelowItsEnd()
{
    AlertRule rule = ruleOf(AlertKind::WaitOver, 1000);
    rule.clearAt = 500;
    WatchedBranch w({rule});
    w.branch.issue(1);
    QCOMPARE(w.look(5 * kMinuteMs), std::string());
    w.branch.issue(1);
    QCOMPARE(w.look(5 * kMinuteMs), std::string("raised"));
    w.branch.call(1);
    QCOMPARE(w.look(), std::string()); // the next has waited half of the promise
    QCOMPARE(w.open().value, std::int64_t(500));
    QCOMPARE(w.open().people, std::int64_t(0));
    w.branch.call(3);
    QCOMPARE(w.look(), std::string("resolved"));
}

void TestAlertWatch::repeatsUntilAnswered()
{
    AlertRule rule = ruleOf(AlertKind::QueueLong, 1);
    rule.repeatMs = 5 * kMinuteMs;
    rule.telling.channels = {AlertChannel::Sound};
    WatchedBranch w({rule});
    w.branch.issue(1);
    QCOMPARE(w.look(), std::string("raised+"));
    QVERIFY(w.changes.at(0).telling == rule.telling);
    QCOMPARE(w.look(5 * kMinuteMs - 1), std::string());
    QCOMPARE(w.look(1), std::string("repeated+"));
    QCOMPARE(w.look(5 * kMinuteMs), std::string("repeated+"));
    QVERIFY(w.watch.acknowledge(w.open().id, {2}, w.branch.now).isOk());
    QCOMPARE(w.look(kHourMs), std::string());
    QCOMPARE(WatchedBranch::steps(w.open()), std::string("raised repeated repeated acknowledged"));
}

void TestAlertWatch::escalatesOnce()
{
    AlertRule rule = ruleOf(AlertKind::QueueLong, 1);
    rule.escalateMs = 10 * kMinuteMs;
    rule.escalation = {{AlertChannel::Mail}, {"a@b.vn"}};
    WatchedBranch w({rule});
    w.branch.issue(1);
    QCOMPARE(w.look(), std::string("raised"));
    QCOMPARE(w.look(10 * kMinuteMs - 1), std::string());
    QVERIFY(!w.open().isEscalated);
    QCOMPARE(w.look(1), std::string("escalated+"));
    QVERIFY(w.changes.at(0).telling == rule.escalation);
    QVERIFY(w.open().isEscalated);
    QCOMPARE(w.look(kHourMs), std::string());

    WatchedBranch other({rule});
    other.branch.issue(1);
    other.look();
    QVERIFY(other.watch.actOn(other.open().id, {2}, "signOn", other.branch.now).isOk());
    QCOMPARE(other.look(kHourMs), std::string());
    QVERIFY(!other.open().isEscalated);
}

void TestAlertWatch::quietHours()
{
    AlertRule rule = ruleOf(AlertKind::QueueLong, 1);
    rule.repeatMs = kMinuteMs;
    rule.escalateMs = 5 * kMinuteMs;
    rule.telling.channels = {AlertChannel::Sound, AlertChannel::Desktop};
    rule.quiet = {{1 << 4, 8 * 60, 9 * 60}}; // that Friday from eight to nine; it is eight
    WatchedBranch w({rule});
    w.branch.issue(1);
    QCOMPARE(w.look(), std::string("raised"));
    QCOMPARE(WatchedBranch::steps(w.open()), std::string("raised notTold:quiet notTold:quiet"));
    QVERIFY(w.open().steps.at(2).channel == AlertChannel::Desktop);
    QCOMPARE(w.look(kHourMs - 1), std::string());
    QCOMPARE(w.look(1), std::string("repeated+ escalated")); // what was due is told at their end
    QCOMPARE(w.look(kMinuteMs), std::string("repeated+"));
}

void TestAlertWatch::quietHoursPastMidnight()
{
    AlertRule rule = ruleOf(AlertKind::QueueLong, 1);
    rule.quiet = {{127, 22 * 60, 24 * 60}, {127, 0, 6 * 60}};
    const TimeMs midnight = kMorning - 8 * kHourMs;
    const auto at = [&](TimeMs sinceMidnight) { return isQuiet(rule, 7 * 60, midnight + sinceMidnight); };
    QVERIFY(!at(22 * kHourMs - 1));
    QVERIFY(at(22 * kHourMs));
    QVERIFY(at(24 * kHourMs - 1));
    QVERIFY(at(24 * kHourMs));
    QVERIFY(at(30 * kHourMs - 1));
    QVERIFY(!at(30 * kHourMs));
    rule.quiet.clear();
    QVERIFY(!at(0));
}

void TestAlertWatch::scope()
{
    AlertRule ofLoans = ruleOf(AlertKind::QueueLong, 1, 1);
    ofLoans.scope.services = {{2}};
    AlertRule ofPriority = ruleOf(AlertKind::QueueLong, 1, 2);
    ofPriority.scope.segments = {{7}};
    AlertRule atThree = ruleOf(AlertKind::CounterIdle, kMinuteMs, 3);
    atThree.scope.counters = {{3}};
    AlertRule ordinary = ruleOf(AlertKind::WaitOver, 200, 4);
    ordinary.scope.segments = {{}};
    WatchedBranch w({ofLoans, ofPriority, atThree, ordinary});
    w.run(command::DefineSegment{{{7}, {"Ưu tiên", "Priority"}, 1, 2000, 0}});
    w.run(command::IssueTicket{{1}, {7}});
    QCOMPARE(w.look(), std::string("raised"));
    QCOMPARE(w.open().rule.value, std::int64_t(2));
    QCOMPARE(w.look(2 * kMinuteMs), std::string("raised"));
    QVERIFY(w.watch.open().at(0).subject == ofCounter(3));
    w.branch.issue(2);
    QCOMPARE(w.look(), std::string("raised"));
    QVERIFY(w.watch.open().at(0).subject == ofService(2));
    QCOMPARE(w.look(4 * kMinuteMs), std::string("raised"));
    QVERIFY(w.watch.open().at(0).subject == ofService(2)); // not who is of the segment
}

void TestAlertWatch::peopleAnswer()
{
    WatchedBranch w({ruleOf(AlertKind::QueueLong, 1)});
    w.branch.issue(1);
    w.look();
    const AlertId id = w.open().id;
    QCOMPARE(w.watch.acknowledge({99}, {2}, w.branch.now).error().code, ErrorCode::UnknownAlert);
    QCOMPARE(w.watch.acknowledge({}, {2}, w.branch.now).error().code, ErrorCode::UnknownAlert);
    const auto seen = w.watch.acknowledge(id, {2}, w.branch.now);
    QVERIFY(seen.isOk() && seen->has_value());
    QVERIFY((*seen)->alert.state == AlertState::Acknowledged);
    QVERIFY((*seen)->alert.steps.back().by == StaffId{2});
    QVERIFY(!w.watch.acknowledge(id, {3}, w.branch.now)->has_value()); // somebody has it
    const auto acted = w.watch.actOn(id, {3}, "assignProfile", w.branch.now);
    QVERIFY(acted.isOk());
    QVERIFY(acted->alert.state == AlertState::ActedOn);
    QCOMPARE(acted->alert.steps.back().text, std::string("assignProfile"));
    const auto noted = w.watch.note(id, {AlertStepKind::Told, w.branch.now, {}, AlertChannel::Mail});
    QVERIFY(noted && noted->steps.back().kind == AlertStepKind::Told);
    w.branch.call(1);
    w.look(kLook);
    QCOMPARE(w.watch.acknowledge(id, {2}, w.branch.now).error().code, ErrorCode::WrongState);
    QCOMPARE(w.watch.actOn(id, {2}, "x", w.branch.now).error().code, ErrorCode::WrongState);
    QVERIFY(!w.watch.note(id, {AlertStepKind::Told, w.branch.now}));
    QCOMPARE(WatchedBranch::steps(w.changes.at(0).alert),
             std::string("raised acknowledged actedOn:assignProfile told resolved"));
}

void TestAlertWatch::endsWithItsRuleAndTheDay()
{
    const AlertRule rule = ruleOf(AlertKind::QueueLong, 1);
    WatchedBranch w({rule});
    const auto raiseAgain = [&] {
        w.watch.setRules({rule});
        return w.look(kLook);
    };
    w.branch.issue(1);
    QCOMPARE(w.look(), std::string("raised"));
    w.watch.setRules({});
    QCOMPARE(w.look(), std::string("resolved:ruleOff"));
    QCOMPARE(raiseAgain(), std::string("raised"));
    AlertRule changed = rule;
    changed.isOn = false;
    w.watch.setRules({changed});
    QCOMPARE(w.look(), std::string("resolved:ruleOff"));
    QCOMPARE(raiseAgain(), std::string("raised"));
    w.watch.setRules({ruleOf(AlertKind::BreakLong, kHourMs)});
    QCOMPARE(w.look(), std::string("resolved:ruleOff"));
    QCOMPARE(raiseAgain(), std::string("raised"));
    changed = rule;
    changed.threshold = 2;
    w.watch.setRules({changed});
    QCOMPARE(w.look(), std::string("resolved")); // fewer than it wants now
    QCOMPARE(raiseAgain(), std::string("raised"));
    w.run(command::CloseDay{true});
    QCOMPARE(w.look(), std::string("resolved:dayClosed"));
    QCOMPARE(w.look(kHourMs), std::string());
    w.lost = {{{1}, 0}};
    w.watch.setRules({ruleOf(AlertKind::DeviceLost, kMinuteMs)});
    QCOMPARE(w.look(kHourMs), std::string()); // nobody works
}

void TestAlertWatch::goesOnAfterARestart()
{
    AlertRule rule = ruleOf(AlertKind::NoShowsInRow, 1);
    rule.repeatMs = 5 * kMinuteMs;
    rule.escalateMs = 10 * kMinuteMs;
    rule.telling.channels = {AlertChannel::Sound};
    rule.quiet = {{1 << 4, 8 * 60, 8 * 60 + 2}};
    WatchedBranch w({rule});
    w.branch.issue(3);
    w.run(command::CallNext{{3}});
    w.run(command::MarkNoShow{{3}, w.branch.state.counterState({3})->ticket});
    QCOMPARE(w.look(), std::string("raised"));
    const auto restart = [&] {
        const auto open = w.watch.open();
        w.watch = AlertWatch({rule}, open, w.watch.last());
        w.runs = NoShowRuns(open);
        QVERIFY(w.watch.open() == open);
    };
    restart();
    QCOMPARE(w.look(2 * kMinuteMs), std::string("repeated+")); // the quiet hours have kept it back
    restart();
    QCOMPARE(w.look(5 * kMinuteMs - 1), std::string());
    QCOMPARE(w.look(1), std::string("repeated+"));
    restart();
    QCOMPARE(w.look(3 * kMinuteMs), std::string("escalated"));
    restart();
    QCOMPARE(w.look(2 * kMinuteMs - 1), std::string());
    QCOMPARE(w.open().id.value, std::int64_t(1));
    w.run(command::SignOff{{3}});
    QCOMPARE(w.look(), std::string("resolved"));
    w.watch = AlertWatch({ruleOf(AlertKind::QueueLong, 1)}, {}, w.watch.last());
    QCOMPARE(w.look(), std::string("raised"));
    QCOMPARE(w.open().id.value, std::int64_t(2)); // no number is given twice
}

void TestAlertWatch::manyAlertsAreBounded()
{
    AlertRule mild = ruleOf(AlertKind::DeviceLost, kMinuteMs, 1);
    mild.severity = AlertSeverity::Notice;
    AlertRule grave = ruleOf(AlertKind::QueueLong, 1, 2);
    grave.severity = AlertSeverity::Critical;
    WatchedBranch w({mild, grave});
    for (std::int64_t i = 1; i <= 250; ++i)
        w.lost.push_back({{i}, w.branch.now});
    w.look(kMinuteMs);
    QCOMPARE(w.watch.open().size(), kOpenAlertsMax);
    QCOMPARE(w.changes.size(), kOpenAlertsMax);
    QCOMPARE(w.look(kLook), std::string()); // the others find no room
    w.branch.issue(1);
    QCOMPARE(w.look(kLook), std::string("resolved:crowdedOut raised"));
    const auto crowdedOut = std::find_if(w.changes.begin(), w.changes.end(), [](const AlertChange &change) {
        return change.what == AlertChange::What::Resolved;
    });
    QVERIFY(crowdedOut->alert.subject.device == DeviceId{200});
    QCOMPARE(w.watch.open().size(), kOpenAlertsMax);
    QVERIFY(w.watch.open().at(0).severity == AlertSeverity::Critical);
    QCOMPARE(w.look(kLook), std::string());
}

void TestAlertWatch::stepsAreBounded()
{
    AlertRule rule = ruleOf(AlertKind::QueueLong, 1);
    rule.repeatMs = kMinuteMs;
    rule.telling.channels = {AlertChannel::Sound};
    WatchedBranch w({rule});
    w.branch.issue(1);
    w.look();
    for (int i = 0; i < 100; ++i)
        QCOMPARE(w.look(kMinuteMs), std::string("repeated+"));
    const Alert alert = w.open();
    QCOMPARE(alert.steps.size(), kAlertStepsMax);
    QVERIFY(alert.steps.front().kind == AlertStepKind::Raised);
    QCOMPARE(alert.steps.back().atMs, w.branch.now);
}

void TestAlertWatch::changesAreShownInSteps()
{
    WatchedBranch w({ruleOf(AlertKind::WaitOver, 1000)});
    w.branch.issue(1);
    w.look(10 * kMinuteMs);
    w.look(29 * kSecondMs);
    QVERIFY(w.changes.empty());
    QCOMPARE(w.open().value, std::int64_t(1048)); // known all the same
    w.look(kSecondMs);
    QCOMPARE(w.changes.size(), std::size_t(1));
    QVERIFY(w.changes.at(0).what == AlertChange::What::Changed);
    QCOMPARE(w.changes.at(0).alert.value, std::int64_t(1050));
    QVERIFY(w.changes.at(0).telling.channels.empty());
}

void TestAlertWatch::sameLooksSameAlerts()
{
    const auto play = [] {
        AlertRule rule = ruleOf(AlertKind::WaitOver, 500);
        rule.holdMs = kMinuteMs;
        rule.repeatMs = 2 * kMinuteMs;
        rule.telling.channels = {AlertChannel::Sound};
        WatchedBranch w({rule, ruleOf(AlertKind::QueueLong, 3, 2), ruleOf(AlertKind::CounterIdle, kMinuteMs, 3)});
        std::vector<AlertChange> all;
        for (int i = 0; i < 60; ++i) {
            if (i % 3 == 0)
                w.branch.issue(1 + i % 2);
            if (i % 17 == 16)
                w.branch.call(1 + i % 3);
            w.look(30 * kSecondMs);
            all.insert(all.end(), w.changes.begin(), w.changes.end());
        }
        return all;
    };
    const auto first = play();
    QVERIFY(first.size() > 20);
    QVERIFY(first == play());
    // a time that steps back is the last one
    WatchedBranch w({ruleOf(AlertKind::WaitOver, 1000)});
    w.branch.issue(1);
    w.look(10 * kMinuteMs);
    w.branch.now -= 5 * kMinuteMs;
    QCOMPARE(w.look(), std::string());
    QCOMPARE(w.open().value, std::int64_t(1000));
}

QTEST_APPLESS_MAIN(TestAlertWatch)
#include "tst_alertwatch.moc"
