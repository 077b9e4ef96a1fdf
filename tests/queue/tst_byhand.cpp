// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/queue/fixture.h"

#include <QTest>

using namespace tiepdon;
using namespace tiepdon::testing;

using Ids = std::vector<std::int64_t>;

/// What people do beside calling whose turn it is: breaks, tickets moved by hand, counters moved, and what the
/// day's figures make of it.
class TestByHand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBreakKeepsTheCounterFree();
    void aBreakWaitsForTheTicketInHand();
    void everyWayOutOfABreakEndsIt();
    void aGivenTicketIsCalled();
    void aRaisedTicketGoesBackToWhereItWas();
    void aCancelledTicketComesBackToItsPlace();
    void aNoShowComesBackFirst();
    void aNumberGivenAgainKeepsTheOldTicketOut();
    void whatCanBeBroughtBackIsBoundedAndOfToday();
    void whoWaitsIsMovedWithoutACounter();
    void twoSupervisorsMoveOneCounter();
    void aMoveLeavesNobodyUnservedUnasked();
    void aClosedServiceGivesNoTicket();
    void theServicesDay();
    void theStaffsDay();
    void aDayReopenedGoesOnCounting();
    void callsStayOnShowPerZone();
};

void TestByHand::aBreakKeepsTheCounterFree()
{
    Branch b = openBranch();
    b.issue(1);
    QCOMPARE(b.run(command::TakeBreak{{1}, BreakReason::Meal}), std::string());
    QVERIFY((b.state.counterState({1})->onBreak == Break{BreakReason::Meal, b.now}));
    QCOMPARE(b.refusal(command::CallNext{{1}}), std::string("CounterOnBreak"));
    QCOMPARE(b.refusal(command::CallTicket{{1}, {1}}), std::string("CounterOnBreak"));
    QCOMPARE(b.refusal(command::CallNext{{3}}), std::string());
    b.now += kMinuteMs;
    QCOMPARE(b.run(command::TakeBreak{{1}, BreakReason::Meal}), std::string()); // nothing new
    QVERIFY(b.events.empty());
    QCOMPARE(b.run(command::TakeBreak{{1}, BreakReason::Meeting}), std::string());
    QVERIFY((b.state.counterState({1})->onBreak == Break{BreakReason::Meeting, b.now}));
    QCOMPARE(b.run(command::EndBreak{{1}}), std::string());
    QVERIFY(!b.state.counterState({1})->onBreak);
    QCOMPARE(b.run(command::EndBreak{{1}}), std::string());
    QVERIFY(b.events.empty());
    QCOMPARE(b.call(1), TicketId{1});
}

void TestByHand::aBreakWaitsForTheTicketInHand()
{
    Branch b = openBranch();
    b.issue(1);
    b.call(1);
    QCOMPARE(b.refusal(command::TakeBreak{{1}, BreakReason::Rest}), std::string("CounterBusy"));
    QCOMPARE(b.refusal(command::TakeBreak{{9}, BreakReason::Rest}), std::string("UnknownCounter"));
    QCOMPARE(b.run(command::SignOff{{2}}), std::string());
    QCOMPARE(b.refusal(command::TakeBreak{{2}, BreakReason::Rest}), std::string("CounterNotOpen"));
    QCOMPARE(b.refusal(command::EndBreak{{2}}), std::string("CounterNotOpen"));
}

void TestByHand::everyWayOutOfABreakEndsIt()
{
    Branch b = openBranch();
    for (std::int64_t i = 1; i <= 3; ++i)
        QCOMPARE(b.run(command::TakeBreak{{i}, BreakReason::Rest}), std::string());
    b.now += 5 * kMinuteMs;
    QCOMPARE(b.run(command::SignOff{{1}}), std::string());
    QCOMPARE(b.run(command::SignOn{{2}, {1}, {}, true}), std::string());
    QCOMPARE(b.run(command::CloseDay{}), std::string());
    for (std::int64_t i = 1; i <= 3; ++i) {
        QVERIFY(!b.state.counterState({i})->onBreak);
        QCOMPARE(b.state.staffDay({i}).breakMs, 5 * kMinuteMs);
    }
}

void TestByHand::aGivenTicketIsCalled()
{
    Branch b = openBranch();
    b.issue(1);
    b.now += kMinuteMs;
    const TicketId wanted = b.issue(3); // not of counter 1's services
    QCOMPARE(b.run(command::CallTicket{{1}, wanted}), std::string());
    QCOMPARE(b.stateOf(wanted), std::string("called"));
    const CallReason reason = b.reason();
    QVERIFY(reason.rule == CallRule::Chosen);
    QCOMPARE(reason.service, ServiceId{3});
    QCOMPARE(reason.runnerUp, std::string("A01"));
    QCOMPARE(reason.runnerUpWaitedMs, kMinuteMs);
    QVERIFY(*b.state.counterState({1})->reason == reason);
    QCOMPARE(b.refusal(command::CallTicket{{1}, {1}}), std::string("CounterBusy"));
    QCOMPARE(b.refusal(command::CallTicket{{3}, wanted}), std::string("WrongState"));
    QCOMPARE(b.refusal(command::CallTicket{{3}, {77}}), std::string("UnknownTicket"));
    QCOMPARE(b.run(command::CallTicket{{3}, {1}}), std::string()); // whose turn it is anyway
    QVERIFY(b.reason().runnerUp.empty());
    QCOMPARE(b.run(command::StartService{{1}, wanted}), std::string());
    QCOMPARE(b.run(command::FinishService{{1}, wanted}), std::string());
    QVERIFY(!b.state.counterState({1})->reason);
}

void TestByHand::aRaisedTicketGoesBackToWhereItWas()
{
    Branch b = openBranch();
    for (int i = 0; i < 4; ++i) {
        b.issue(2);
        b.now += kMinuteMs;
    }
    QCOMPARE(b.run(command::RaiseTicket{{3}, HandReason::NeedsHelp}), std::string());
    QCOMPARE(b.queue(2), (Ids{3, 1, 2, 4}));
    QCOMPARE(b.run(command::RaiseTicket{{4}, HandReason::NeedsHelp}), std::string());
    QCOMPARE(b.run(command::RaiseTicket{{3}, HandReason::Other}), std::string()); // once more, before the other
    QCOMPARE(b.queue(2), (Ids{3, 4, 1, 2}));
    QCOMPARE(b.run(command::RaiseTicket{{3}, HandReason::Other}), std::string()); // first already
    QVERIFY(b.events.empty());
    // why it goes first is said as it is, and nobody waited longer for it
    const auto next = nextFor(b.state, *b.state.counterState({2}), b.now);
    QVERIFY(next->reason.rule == CallRule::Raised);
    QCOMPARE(next->reason.waitedMs, 2 * kMinuteMs);
    QCOMPARE(b.run(command::LowerTicket{{3}}), std::string());
    QCOMPARE(b.run(command::LowerTicket{{4}}), std::string());
    QCOMPARE(b.queue(2), (Ids{1, 2, 3, 4}));
    QCOMPARE(b.refusal(command::LowerTicket{{4}}), std::string("WrongState"));
    QCOMPARE(b.refusal(command::RaiseTicket{{9}, HandReason::Other}), std::string("UnknownTicket"));
    const TicketId called = b.call(2);
    QCOMPARE(b.refusal(command::RaiseTicket{called, HandReason::Other}), std::string("WrongState"));
    // who was put first has waited no longer for that
    QCOMPARE(b.run(command::RaiseTicket{{4}, HandReason::NeedsHelp}), std::string());
    QCOMPARE(b.run(command::CallTicket{{3}, {4}}), std::string());
    QCOMPARE(b.reason().waitedMs, kMinuteMs);
}

void TestByHand::aCancelledTicketComesBackToItsPlace()
{
    Branch b = openBranch();
    for (int i = 0; i < 3; ++i) {
        b.issue(2);
        b.now += kMinuteMs;
    }
    QCOMPARE(b.run(command::CancelTicket{{2}, HandReason::Duplicate}), std::string());
    const Ticket gone = b.touched.at(0).ticket.value();
    QVERIFY(gone.state == TicketState::Cancelled && gone.step.outcome == StepOutcome::Cancelled);
    QCOMPARE(gone.endedMs.value(), b.now);
    QCOMPARE(b.state.totals().cancelled, std::int64_t(1));
    QCOMPARE(b.state.serviceDay({2}).cancelled, std::int64_t(1));
    QCOMPARE(b.queue(2), (Ids{1, 3}));
    QCOMPARE(b.refusal(command::CancelTicket{{2}, HandReason::Left}), std::string("UnknownTicket"));
    b.now += kMinuteMs;
    QCOMPARE(b.run(command::RestoreTicket{{2}, HandReason::OurMistake}), std::string());
    QCOMPARE(b.queue(2), (Ids{1, 2, 3}));
    QVERIFY(!b.ticket({2}).endedMs && !b.ticket({2}).step.finishedMs);
    QVERIFY(b.ticket({2}).step.outcome == StepOutcome::Open);
    QCOMPARE(b.state.totals().cancelled, std::int64_t(0));
    QCOMPARE(b.state.serviceDay({2}).cancelled, std::int64_t(0));
    QCOMPARE(b.refusal(command::RestoreTicket{{2}, HandReason::Other}), std::string("UnknownTicket"));
    // the place it was put to by hand, and it is still known where it stood before
    QCOMPARE(b.run(command::RaiseTicket{{3}, HandReason::NeedsHelp}), std::string());
    QCOMPARE(b.run(command::CancelTicket{{3}, HandReason::Left}), std::string());
    QCOMPARE(b.run(command::RestoreTicket{{3}, HandReason::OurMistake}), std::string());
    QCOMPARE(b.queue(2), (Ids{3, 1, 2}));
    QCOMPARE(b.run(command::LowerTicket{{3}}), std::string());
    QCOMPARE(b.queue(2), (Ids{1, 2, 3}));
    // who left is counted apart
    QCOMPARE(b.run(command::CancelTicket{{1}, HandReason::Left}), std::string());
    QVERIFY(b.touched.at(0).ticket->state == TicketState::Abandoned);
    QCOMPARE(b.state.totals().abandoned, std::int64_t(1));
    QCOMPARE(b.state.serviceDay({2}).abandoned, std::int64_t(1));
    QCOMPARE(b.state.totals().cancelled, std::int64_t(0));
    QCOMPARE(b.run(command::RestoreTicket{{1}, HandReason::CameBack}), std::string());
    QCOMPARE(b.queue(2), (Ids{1, 2, 3}));
    QCOMPARE(b.state.totals().abandoned, std::int64_t(0));
    QCOMPARE(b.state.serviceDay({2}).abandoned, std::int64_t(0));
}

void TestByHand::aNoShowComesBackFirst()
{
    Branch b = openBranch();
    const TicketId ticket = b.issue(2);
    QCOMPARE(b.call(2), ticket);
    QCOMPARE(b.run(command::MarkNoShow{{2}, ticket}), std::string());
    b.now += kMinuteMs;
    QCOMPARE(b.call(2), ticket);
    QCOMPARE(b.run(command::MarkNoShow{{2}, ticket}), std::string());
    QCOMPARE(b.stateOf(ticket), std::string("closed"));
    QCOMPARE(b.state.totals().noShows, std::int64_t(1));
    b.issue(2);
    b.issue(2);
    QCOMPARE(b.run(command::RestoreTicket{ticket, HandReason::CameBack}), std::string());
    QCOMPARE(b.queue(2), (Ids{1, 2, 3}));
    QCOMPARE(b.state.totals().noShows, std::int64_t(0));
    QCOMPARE(b.state.serviceDay({2}).noShows, std::int64_t(0));
    QCOMPARE(b.state.serviceDay({2}).waits, std::int64_t(0));
    QCOMPARE(b.state.staffDay({2}).noShows, std::int64_t(2)); // nobody came to two calls, whatever followed
    QCOMPARE(b.call(2), ticket);
    QCOMPARE(b.run(command::MarkNoShow{{2}, ticket}), std::string()); // it had its misses
    QCOMPARE(b.stateOf(ticket), std::string("closed"));
}

void TestByHand::aNumberGivenAgainKeepsTheOldTicketOut()
{
    Branch b = openBranch(); // two digits: 99 numbers
    const TicketId first = b.issue(2);
    QCOMPARE(b.run(command::CancelTicket{first, HandReason::Left}), std::string());
    for (int i = 0; i < 99; ++i)
        QVERIFY(b.issue(2).isSet());
    QCOMPARE(b.refusal(command::RestoreTicket{first, HandReason::CameBack}), std::string("NumberTaken"));
}

void TestByHand::whatCanBeBroughtBackIsBoundedAndOfToday()
{
    Branch b = openBranch();
    for (std::int64_t i = 1; i <= 101; ++i) {
        b.issue(2);
        QCOMPARE(b.run(command::CancelTicket{{i}, HandReason::Left}), std::string());
    }
    QCOMPARE(b.state.restorable().size(), limits::kRestorableMax);
    QCOMPARE(b.refusal(command::RestoreTicket{{1}, HandReason::Other}), std::string("UnknownTicket"));
    QCOMPARE(b.refusal(command::RestoreTicket{{2}, HandReason::Other}), std::string());
    QCOMPARE(b.run(command::CloseDay{}), std::string());
    QCOMPARE(b.refusal(command::RestoreTicket{{2}, HandReason::Other}), std::string("DayNotOpen"));
    QCOMPARE(b.run(command::OpenDay{"2026-05-01"}), std::string()); // the same day goes on
    QCOMPARE(b.refusal(command::RestoreTicket{{2}, HandReason::Other}), std::string());
    QCOMPARE(b.run(command::CloseDay{}), std::string());
    QCOMPARE(b.run(command::OpenDay{"2026-05-02"}), std::string());
    QVERIFY(b.state.restorable().empty());
}

void TestByHand::whoWaitsIsMovedWithoutACounter()
{
    Branch b = openBranch();
    b.issue(2);
    b.now += kMinuteMs;
    const TicketId ticket = b.issue(1);
    b.now += kMinuteMs;
    b.issue(2);
    const auto moved = [&](std::int64_t service, command::TransferPlace place) {
        return b.run(command::Transfer{{}, ticket, {service}, place, HandReason::WrongService});
    };
    QCOMPARE(moved(2, command::TransferPlace::First), std::string());
    QCOMPARE(b.queue(2), (Ids{2, 1, 3}));
    QVERIFY(b.touched.at(0).endedStep->outcome == StepOutcome::Transferred);
    QVERIFY(!b.touched.at(0).endedStep->calledMs);
    // back by the time it waited: exactly where it would have been
    QCOMPARE(moved(1, command::TransferPlace::ByTimeWaited), std::string());
    QCOMPARE(moved(2, command::TransferPlace::ByTimeWaited), std::string());
    QCOMPARE(b.queue(2), (Ids{1, 2, 3}));
    QVERIFY(!b.ticket(ticket).raisedFrom);
    b.call(2);
    QCOMPARE(b.refusal(command::Transfer{{}, {1}, {1}, command::TransferPlace::Last}), std::string("WrongState"));
    QCOMPARE(b.refusal(command::Transfer{{}, {8}, {1}, command::TransferPlace::Last}),
             std::string("UnknownTicket"));
    QCOMPARE(b.refusal(command::Transfer{{}, ticket, {8}, command::TransferPlace::Last}),
             std::string("UnknownService"));
}

void TestByHand::twoSupervisorsMoveOneCounter()
{
    Branch b = openBranch();
    QCOMPARE(b.run(command::AssignProfile{{1}, {3}, ProfileId{1}}), std::string());
    const auto second = decide(b.state, command::AssignProfile{{1}, {2}, ProfileId{1}}, b.now);
    QVERIFY(!second);
    QVERIFY(second.error().code == ErrorCode::CounterChanged);
    QCOMPARE(second.error().detail.at("profile"), std::string("3"));
    QCOMPARE(b.refusal(command::AssignProfile{{1}, {2}, ProfileId{3}}), std::string());
}

void TestByHand::aMoveLeavesNobodyUnservedUnasked()
{
    Branch b = openBranch(); // counter 1: services 1 and 2; counter 2: 2; counter 3: all, alone with 3
    const auto refused = decide(b.state, command::AssignProfile{{3}, {2}}, b.now);
    QVERIFY(!refused && refused.error().code == ErrorCode::ServiceUnserved);
    QCOMPARE(refused.error().detail.at("services"), std::string("3"));
    QCOMPARE(b.run(command::SignOff{{1}}), std::string());
    QCOMPARE(decide(b.state, command::AssignProfile{{3}, {2}}, b.now).error().detail.at("services"),
             std::string("1,3"));
    QCOMPARE(b.refusal(command::AssignProfile{{2}, {3}}), std::string()); // counter 3 has service 2 as well
    QCOMPARE(b.run(command::AssignProfile{{3}, {2}, {}, true}), std::string());
    QCOMPARE(b.state.countersServing({1}), std::int64_t(0));
    QCOMPARE(b.state.countersServing({2}), std::int64_t(2));
}

void TestByHand::aClosedServiceGivesNoTicket()
{
    Branch b = openBranch(); // a Friday, 8 o'clock in Hanoi
    Service service = sampleSetup().services[0];
    service.hours = {{0b0011111, 9 * 60, 10 * 60}};
    QCOMPARE(b.run(command::DefineService{service}), std::string());
    const auto refused = decide(b.state, command::IssueTicket{{1}}, b.now);
    QVERIFY(!refused && refused.error().code == ErrorCode::ServiceClosed);
    QCOMPARE(refused.error().detail.at("opensMs"), std::to_string(b.now + kHourMs));
    b.now += kHourMs;
    QVERIFY(b.issue(1).isSet());
    b.now += kHourMs;
    QCOMPARE(b.refusal(command::IssueTicket{{1}}), std::string("ServiceClosed"));
    QVERIFY(b.issue(2).isSet());
    QCOMPARE(b.call(1), TicketId{1}); // who has a ticket is served
}

void TestByHand::theServicesDay()
{
    Branch b = openBranch();
    const auto serve = [&](TimeMs waitMs, TimeMs walkMs, TimeMs serviceMs) {
        const TicketId ticket = b.issue(1); // promised in ten minutes
        b.now += waitMs;
        QCOMPARE(b.call(1), ticket);
        b.now += walkMs;
        QCOMPARE(b.run(command::StartService{{1}, ticket}), std::string());
        b.now += serviceMs;
        QCOMPARE(b.run(command::FinishService{{1}, ticket}), std::string());
    };
    serve(10 * kMinuteMs, kMinuteMs, 5 * kMinuteMs); // just in time
    serve(10 * kMinuteMs + 1, 2 * kMinuteMs, 7 * kMinuteMs);
    const TicketId moved = b.issue(1);
    b.now += kMinuteMs;
    QCOMPARE(b.call(1), moved);
    QCOMPARE(b.run(command::Transfer{{1}, moved, {2}, command::TransferPlace::Last}), std::string());
    const ServiceDay cash = b.state.serviceDay({1});
    QVERIFY((cash == ServiceDay{{1}, 3, 2, 1, 0, 0, 3, 21 * kMinuteMs + 1, 12 * kMinuteMs, 15 * kMinuteMs, 3}));
    QVERIFY((b.state.serviceDay({2}) == ServiceDay{{2}, 1}));
    QVERIFY((b.state.serviceDay({3}) == ServiceDay{{3}}));
}

void TestByHand::theStaffsDay()
{
    Branch b = openBranch();
    QCOMPARE(b.run(command::SignOff{{3}}), std::string());
    const TicketId ticket = b.issue(1);
    QCOMPARE(b.call(1), ticket);
    b.now += kMinuteMs;
    QCOMPARE(b.run(command::Recall{{1}, ticket}), std::string());
    QCOMPARE(b.run(command::StartService{{1}, ticket}), std::string());
    QCOMPARE(b.run(command::SignOn{{1}, {3}, {}, true}), std::string());
    b.now += 4 * kMinuteMs;
    QCOMPARE(b.run(command::FinishService{{1}, ticket}), std::string());
    QVERIFY((b.state.staffDay({1}) == StaffDay{{1}, 1})); // called
    QVERIFY((b.state.staffDay({3}) == StaffDay{{3}, 0, 1, 0, 4 * kMinuteMs, 5 * kMinuteMs, 0})); // finished
    QVERIFY((b.state.staffDay({2}) == StaffDay{{2}}));
}

void TestByHand::aDayReopenedGoesOnCounting()
{
    Branch b = openBranch();
    b.issue(1);
    b.call(1);
    QCOMPARE(b.run(command::CloseDay{true}), std::string());
    QVERIFY(b.state.calls().empty());
    QCOMPARE(b.run(command::OpenDay{"2026-05-01"}), std::string());
    QCOMPARE(b.state.serviceDay({1}).arrived, std::int64_t(1));
    QCOMPARE(b.state.staffDay({1}).calls, std::int64_t(1));
    QCOMPARE(b.run(command::CloseDay{}), std::string());
    QCOMPARE(b.run(command::OpenDay{"2026-05-02"}), std::string());
    QVERIFY((b.state.serviceDay({1}) == ServiceDay{{1}}));
    QVERIFY((b.state.staffDay({1}) == StaffDay{{1}}));
}

void TestByHand::callsStayOnShowPerZone()
{
    Branch b = closedBranch();
    BranchSetup setup = sampleSetup();
    setup.zones = {{{1}, {"Khu A", ""}}, {{2}, {"Khu B", ""}}};
    setup.counters[0].zone = {1};
    setup.counters[1].zone = {2};
    QCOMPARE(b.run(command::DefineBranch{setup}), std::string());
    QCOMPARE(b.run(command::OpenDay{"2026-05-01"}), std::string());
    QCOMPARE(b.run(command::SignOn{{1}, {1}, {}}), std::string());
    QCOMPARE(b.run(command::SignOn{{2}, {2}, {}}), std::string());
    b.issue(2);
    const TicketId quiet = b.call(2);
    for (int i = 0; i < 20; ++i) {
        const TicketId ticket = b.issue(1);
        QCOMPARE(b.call(1), ticket);
        QCOMPARE(b.run(command::StartService{{1}, ticket}), std::string());
        QCOMPARE(b.run(command::FinishService{{1}, ticket}), std::string());
    }
    QCOMPARE(b.state.calls().size(), limits::kShownCallsMax + 1);
    QCOMPARE(b.state.calls().back().number, b.ticket(quiet).number); // a busy zone does not push out a quiet one
    QVERIFY(b.state.calls().back().isOpen);
    QCOMPARE(b.state.calls().back().zone, ZoneId{2});
    QCOMPARE(b.state.calls().front().number, std::string("A20"));
}

QTEST_APPLESS_MAIN(TestByHand)
#include "tst_byhand.moc"
