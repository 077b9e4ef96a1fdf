// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/queue/fixture.h"

#include <QTest>

#include <functional>

using namespace tiepdon;
using namespace tiepdon::testing;

using Ids = std::vector<std::int64_t>;

namespace {

/// Does what happens by itself, as often as there is something.
std::size_t passAll(Branch &b)
{
    std::size_t steps = 0;
    b.events.clear();
    for (auto events = passTime(b.state, b.now); !events.empty(); events = passTime(b.state, b.now)) {
        for (const Event &event : events) {
            apply(b.state, event, b.now);
            b.events.push_back(event);
        }
        if (!violations(b.state).empty() || ++steps > 100)
            qFatal("time does not pass as it should");
    }
    return steps;
}

/// A ticket of service 1 being served at counter 1.
TicketId serving(Branch &b)
{
    const TicketId ticket = b.issue(1);
    b.now += kMinuteMs;
    if (b.call(1) != ticket || !b.run(command::StartService{{1}, ticket}).empty())
        qFatal("nobody is served");
    return ticket;
}

void change(Branch &b, const std::function<void(BranchSetup &)> &how)
{
    BranchSetup setup = b.state.setup();
    how(setup);
    if (!b.run(command::DefineBranch{setup}).empty())
        qFatal("the branch is refused");
}

} // namespace

/// What a visit goes through beside being called and served.
class TestVisit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsParkedComesBackFirstByItself();
    void whoIsParkedIsTakenUpAnywhere();
    void waitingAndServiceLeaveParkingOut();
    void aTransferTakesEffectLater();
    void whoIsHeldCanBePutFirstAtOnce();
    void requeueIsNoMiss();
    void furtherServicesFollow();
    void backToTheSameCounter();
    void furtherServicesAreTakenBackAndBounded();
    void wrapUpKeepsTheCounterAndEndsTheService();
    void anOutcomeIsWantedWhereTheServiceSaysSo();
    void aWalkInIsServedAtOnce();
    void theNextWhoComesIsCalledAtOnce();
    void theCounterThatServesLeastTakesTheNext();
    void aStoredNextIsForgotten();
    void callsKeepTheirDistance();
    void bookingsHaveTheirHours();
    void theDaysTicketsRunOut();
    void aReasonStandsForItsSegment();
    void aTicketIsSomebodysByTheirProfile();
    void whoWaitsIsCarriedOver();
    void everyStretchOfTimeIsReported();
    void twoWhoMoveTheSamePersonDoNotCross();
};

void TestVisit::whoIsParkedComesBackFirstByItself()
{
    Branch b = openBranch();
    const TicketId parked = serving(b);
    b.issue(1);
    b.now += kMinuteMs;
    QCOMPARE(b.run(command::Park{{1}, parked, ParkReason::FillsForm, 5 * kMinuteMs}), std::string());
    QCOMPARE(b.stateOf(parked), std::string("parked"));
    QVERIFY(!b.state.counterState({1})->ticket.isSet());
    QVERIFY(b.state.parked().contains(parked));
    QCOMPARE(b.state.nextDueMs(), std::optional(b.now + 5 * kMinuteMs));
    b.now += 5 * kMinuteMs - 1;
    QCOMPARE(passAll(b), std::size_t(0));
    b.now += 1;
    QCOMPARE(passAll(b), std::size_t(1));
    QCOMPARE(b.queue(1), (Ids{1, 2}));
    QCOMPARE(b.state.nextDueMs(), std::optional<TimeMs>());
    b.now += 2 * kMinuteMs;
    QCOMPARE(b.call(3), parked);
    QCOMPARE(b.reason().rule, CallRule::Raised);
    QCOMPARE(b.state.totals().called, std::int64_t(1)); // the same step
    QCOMPARE(b.ticket(parked).step.waitMs(), 3 * kMinuteMs);
}

void TestVisit::whoIsParkedIsTakenUpAnywhere()
{
    Branch b = openBranch();
    const TicketId parked = serving(b);
    QCOMPARE(b.refusal(command::Resume{{3}, parked}), std::string("WrongState"));
    QCOMPARE(b.run(command::Park{{1}, parked, ParkReason::Approval, 0}), std::string());
    QCOMPARE(b.state.nextDueMs(), std::optional<TimeMs>());
    QCOMPARE(b.refusal(command::CallTicket{{3}, parked}), std::string("WrongState"));
    QCOMPARE(b.run(command::Resume{{3}, parked}), std::string());
    QCOMPARE(b.stateOf(parked), std::string("called"));
    QCOMPARE(b.ticket(parked).step.staff, StaffId{3});
    QCOMPARE(b.refusal(command::Park{{3}, parked, ParkReason::Other, 0}), std::string("WrongState"));
    QCOMPARE(b.run(command::StartService{{3}, parked}), std::string());
    QCOMPARE(b.refusal(command::Park{{3}, parked, ParkReason::Other, -1}), std::string("InvalidParams"));
    QCOMPARE(b.refusal(command::Park{{3}, parked, ParkReason::Other, 13 * kHourMs}), std::string("InvalidParams"));
}

void TestVisit::waitingAndServiceLeaveParkingOut()
{
    Branch b = openBranch();
    const TicketId ticket = serving(b); // waited one minute
    b.now += 2 * kMinuteMs;
    b.run(command::Park{{1}, ticket, ParkReason::Payment, 0});
    b.now += 30 * kMinuteMs;
    b.run(command::Resume{{1}, ticket});
    b.now += kMinuteMs;
    b.run(command::StartService{{1}, ticket});
    b.now += 3 * kMinuteMs;
    QCOMPARE(b.run(command::FinishService{{1}, ticket}), std::string());
    const ServiceDay day = b.state.serviceDay({1});
    QCOMPARE(day.waitMs, kMinuteMs);
    QCOMPARE(day.serviceMs, 5 * kMinuteMs);
    QCOMPARE(day.transactionMs, 4 * kMinuteMs); // since the last call
    QCOMPARE(day.servedInTime, std::int64_t(1));
    QCOMPARE(b.state.staffDay({1}).serviceMs, 5 * kMinuteMs);
}

void TestVisit::aTransferTakesEffectLater()
{
    Branch b = openBranch();
    const TicketId ticket = serving(b);
    command::Transfer send{{1}, ticket, {2}, TransferPlace::First, {}, {}, {}, 10 * kMinuteMs, {}};
    QCOMPARE(b.run(send), std::string());
    QCOMPARE(b.stateOf(ticket), std::string("waiting"));
    QVERIFY(b.queue(2).empty());
    QCOMPARE(b.refusal(command::CallNext{{2}}), std::string("NobodyWaiting"));
    const TicketId other = b.issue(2);
    b.now += 10 * kMinuteMs;
    QCOMPARE(passAll(b), std::size_t(1));
    QCOMPARE(b.queue(2), (Ids{ticket.value, other.value}));
    QVERIFY(b.ticket(ticket).raisedFrom.has_value());
    QVERIFY(!b.ticket(ticket).held.has_value());
}

void TestVisit::whoIsHeldCanBePutFirstAtOnce()
{
    Branch b = openBranch();
    const TicketId ticket = b.issue(1);
    const command::Transfer send{{}, ticket, {2}, TransferPlace::Last, {}, {}, {}, 10 * kMinuteMs, {}};
    QCOMPARE(b.run(send), std::string());
    QCOMPARE(b.run(command::RaiseTicket{ticket, HandReason::CameBack}), std::string());
    QCOMPARE(b.queue(2), (Ids{ticket.value}));
    b.now += 10 * kMinuteMs;
    QCOMPARE(passAll(b), std::size_t(0));
    QCOMPARE(b.run(command::CancelTicket{ticket, HandReason::Left}), std::string());
    QVERIFY(b.state.due().empty());
}

void TestVisit::requeueIsNoMiss()
{
    Branch b = openBranch();
    const TicketId ticket = b.issue(1);
    for (int i = 0; i < 4; ++i) {
        b.now += 1;
        b.issue(1);
    }
    QCOMPARE(b.call(1), ticket);
    QCOMPARE(b.refusal(command::Requeue{{1}, ticket, 101}), std::string("InvalidParams"));
    QCOMPARE(b.run(command::Requeue{{1}, ticket, 1}), std::string());
    QCOMPARE(b.queue(1), (Ids{2, 1, 3, 4, 5}));
    QCOMPARE(b.ticket(ticket).step.misses, std::int64_t(0));
    QCOMPARE(b.run(command::CallTicket{{1}, ticket}), std::string());
    QCOMPARE(b.run(command::Requeue{{1}, ticket, 0}), std::string()); // as many as a miss
    QCOMPARE(b.queue(1), (Ids{2, 3, 4, 5, 1}));
}

void TestVisit::furtherServicesFollow()
{
    Branch b = openBranch();
    const TicketId ticket = serving(b);
    const TicketId before = b.issue(2);
    QCOMPARE(b.run(command::AddService{{1}, ticket, {2}, false}), std::string());
    QCOMPARE(b.refusal(command::AddService{{1}, ticket, {9}, false}), std::string("UnknownService"));
    b.now += kMinuteMs;
    QCOMPARE(b.run(command::FinishService{{1}, ticket}), std::string());
    QVERIFY(b.touched.at(0).endedStep->outcome == StepOutcome::Served);
    QCOMPARE(b.queue(2), (Ids{before.value, ticket.value}));
    QCOMPARE(b.ticket(ticket).step.no, std::int64_t(2));
    QCOMPARE(b.state.totals().served, std::int64_t(0)); // the visit goes on
    QCOMPARE(b.state.serviceDay({1}).served, std::int64_t(1));
    QCOMPARE(b.state.serviceDay({2}).arrived, std::int64_t(2));
    QCOMPARE(b.state.serviceDay({2}).issued, std::int64_t(1));
}

void TestVisit::backToTheSameCounter()
{
    Branch b = openBranch();
    const TicketId ticket = serving(b);
    QCOMPARE(b.run(command::AddService{{1}, ticket, {2}, true}), std::string());
    QCOMPARE(b.run(command::FinishService{{1}, ticket}), std::string());
    QCOMPARE(b.call(2), ticket);
    b.run(command::StartService{{2}, ticket});
    const TicketId other = b.issue(1);
    QCOMPARE(b.run(command::FinishService{{2}, ticket}), std::string());
    QCOMPARE(b.ticket(ticket).forCounter, CounterId{1});
    QCOMPARE(b.call(3), other); // not for counter 3
    QCOMPARE(b.call(1), ticket);
    b.run(command::StartService{{1}, ticket});
    QCOMPARE(b.run(command::FinishService{{1}, ticket}), std::string());
    QCOMPARE(b.stateOf(ticket), std::string("closed"));
    QCOMPARE(b.state.totals().served, std::int64_t(1));
}

void TestVisit::furtherServicesAreTakenBackAndBounded()
{
    Branch b = openBranch();
    const TicketId ticket = serving(b);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(b.run(command::AddService{{1}, ticket, {2}, true}), std::string());
    QCOMPARE(b.refusal(command::AddService{{1}, ticket, {2}, false}), std::string("TooManySteps"));
    QCOMPARE(b.run(command::RemoveServices{{1}, ticket}), std::string());
    QVERIFY(b.ticket(ticket).nextSteps.empty());
    QCOMPARE(b.run(command::FinishService{{1}, ticket}), std::string());
    QCOMPARE(b.stateOf(ticket), std::string("closed"));
}

void TestVisit::wrapUpKeepsTheCounterAndEndsTheService()
{
    Branch b = openBranch();
    const TicketId ticket = serving(b);
    b.now += 4 * kMinuteMs;
    QCOMPARE(b.run(command::WrapUp{{1}, ticket}), std::string());
    QCOMPARE(b.stateOf(ticket), std::string("wrapUp"));
    QCOMPARE(b.refusal(command::CallNext{{1}}), std::string("CounterBusy"));
    QCOMPARE(b.refusal(command::WrapUp{{1}, ticket}), std::string("WrongState"));
    QCOMPARE(b.refusal(command::CloseDay{false}), std::string("TicketsInService"));
    b.now += 2 * kMinuteMs;
    QCOMPARE(b.run(command::FinishService{{1}, ticket}), std::string());
    QCOMPARE(b.state.serviceDay({1}).serviceMs, 4 * kMinuteMs);
    QCOMPARE(b.state.staffDay({1}).serviceMs, 4 * kMinuteMs);
    QCOMPARE(b.state.staffDay({1}).wrapUpMs, 2 * kMinuteMs);
    QCOMPARE(b.state.staffDay({1}).transactionMs, 6 * kMinuteMs);
}

void TestVisit::anOutcomeIsWantedWhereTheServiceSaysSo()
{
    Branch b = openBranch();
    change(b, [](BranchSetup &setup) {
        setup.outcomes = {{{1}, {"Xong", "Done"}}, {{2}, {"Thiếu giấy tờ", "Papers missing"}}};
        setup.services[0].outcomeRequired = true;
    });
    const TicketId ticket = serving(b);
    QCOMPARE(b.refusal(command::FinishService{{1}, ticket}), std::string("OutcomeRequired"));
    QCOMPARE(b.refusal(command::FinishService{{1}, ticket, {}, {9}}), std::string("UnknownOutcome"));
    QCOMPARE(b.refusal(command::MarkOutcome{{1}, ticket, {9}}), std::string("UnknownOutcome"));
    QCOMPARE(b.run(command::MarkOutcome{{1}, ticket, {2}}), std::string());
    QCOMPARE(b.run(command::MarkOutcome{{1}, ticket, {}}), std::string()); // taken back
    QCOMPARE(b.refusal(command::FinishService{{1}, ticket}), std::string("OutcomeRequired"));
    QCOMPARE(b.run(command::FinishService{{1}, ticket, {}, {1}}), std::string());
    QCOMPARE(b.touched.at(0).ticket->step.result, OutcomeId{1});
}

void TestVisit::aWalkInIsServedAtOnce()
{
    Branch b = openBranch();
    b.issue(1);
    QCOMPARE(b.run(command::ServeWalkIn{{2}, {3}, {}}), std::string());
    const TicketId ticket = b.state.counterState({2})->ticket;
    QCOMPARE(b.stateOf(ticket), std::string("serving"));
    QCOMPARE(b.ticket(ticket).number, std::string("A02"));
    QCOMPARE(b.state.serviceDay({3}).issued, std::int64_t(1));
    QVERIFY(b.state.calls().empty()); // nothing to show the lobby
    QVERIFY(!b.state.recentWaits({3}));
    QCOMPARE(b.refusal(command::ServeWalkIn{{2}, {3}, {}}), std::string("CounterBusy"));
    QCOMPARE(b.refusal(command::ServeWalkIn{{1}, {9}, {}}), std::string("UnknownService"));
    QCOMPARE(b.refusal(command::ServeWalkIn{{1}, {1}, {9}}), std::string("UnknownSegment"));
}

void TestVisit::theNextWhoComesIsCalledAtOnce()
{
    Branch b = openBranch();
    QCOMPARE(b.run(command::CallNext{{2}, true}), std::string());
    QVERIFY(b.state.counterState({2})->nextStoredMs.has_value());
    QCOMPARE(b.run(command::CallNext{{2}, true}), std::string()); // once is enough
    QVERIFY(b.events.empty());
    b.issue(1);
    QCOMPARE(passAll(b), std::size_t(0)); // counter 2 does not serve it
    const TicketId loan = b.issue(2);
    QCOMPARE(passAll(b), std::size_t(1));
    QCOMPARE(b.state.counterState({2})->ticket, loan);
    QVERIFY(!b.state.counterState({2})->nextStoredMs.has_value());
    b.run(command::CallNext{{3}, true}); // with somebody waiting it is a call
    QCOMPARE(b.state.counterState({3})->ticket, TicketId{1});
}

void TestVisit::theCounterThatServesLeastTakesTheNext()
{
    Branch b = openBranch();
    b.run(command::CallNext{{3}, true});
    b.now += 1;
    b.run(command::CallNext{{1}, true});
    b.now += 1;
    b.run(command::CallNext{{2}, true});
    const TicketId loan = b.issue(2);
    passAll(b);
    QCOMPARE(b.state.counterState({2})->ticket, loan); // serves loans alone
    const TicketId second = b.issue(2);
    passAll(b);
    QCOMPARE(b.state.counterState({1})->ticket, second); // two services, against three
}

void TestVisit::aStoredNextIsForgotten()
{
    Branch b = openBranch();
    b.run(command::CallNext{{1}, true});
    QCOMPARE(b.run(command::ForgetNext{{1}}), std::string());
    QCOMPARE(b.run(command::ForgetNext{{1}}), std::string());
    QVERIFY(b.events.empty());
    b.run(command::CallNext{{1}, true});
    QCOMPARE(b.run(command::TakeBreak{{1}, BreakReason::Rest}), std::string());
    b.run(command::CallNext{{3}, true});
    QCOMPARE(b.run(command::SignOff{{3}}), std::string());
    b.issue(1);
    QCOMPARE(passAll(b), std::size_t(0));
}

void TestVisit::callsKeepTheirDistance()
{
    Branch b = openBranch();
    change(b, [](BranchSetup &setup) { setup.settings.minCallGapMs = 30 * kSecondMs; });
    for (int i = 0; i < 3; ++i)
        b.issue(1);
    const TicketId first = b.call(1);
    b.run(command::MarkNoShow{{1}, first});
    b.now += 29 * kSecondMs;
    const auto refused = decide(b.state, command::CallNext{{1}}, b.now);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::CalledTooSoon);
    QCOMPARE(refused.error().detail.at("untilMs"), std::to_string(b.now + kSecondMs));
    QCOMPARE(b.refusal(command::CallTicket{{1}, {2}}), std::string("CalledTooSoon"));
    QVERIFY(b.call(3).isSet()); // another counter's own
    QCOMPARE(b.run(command::CallNext{{1}, true}), std::string());
    QCOMPARE(passAll(b), std::size_t(0));
    QCOMPARE(b.state.nextDueMs(), std::optional(b.now + kSecondMs));
    b.now += kSecondMs;
    QCOMPARE(passAll(b), std::size_t(1));
    QVERIFY(b.state.counterState({1})->ticket.isSet());
}

void TestVisit::bookingsHaveTheirHours()
{
    Branch b = openBranch();
    change(b, [](BranchSetup &setup) {
        setup.segments = {{{5}, {"Hẹn trước", "Booked"}, 1, 2000, 5 * kMinuteMs}};
        setup.settings.booking = {20 * kMinuteMs, 10 * kMinuteMs, {5}};
    });
    const TimeMs at = b.now + kHourMs;
    const auto issue = [&] { return command::IssueTicket{{1}, {}, {}, at, {}}; };
    QCOMPARE(b.refusal(issue()), std::string("BookingTooEarly"));
    b.now = at - 20 * kMinuteMs;
    QCOMPARE(b.run(issue()), std::string());
    const Ticket &early = b.ticket(b.state.lastTicket());
    QCOMPARE(early.place.ms, at);
    QCOMPARE(early.segment, SegmentId{5});
    b.now = at + 10 * kMinuteMs;
    QCOMPARE(b.run(issue()), std::string());
    QCOMPARE(b.ticket(b.state.lastTicket()).place.ms, b.now);
    b.now += 1;
    QCOMPARE(b.refusal(issue()), std::string("BookingTooLate"));
    b.now = at + 3 * kMinuteMs;
    QCOMPARE(b.call(1), TicketId{1});
    QCOMPARE(b.ticket({1}).step.waitMs(), 3 * kMinuteMs); // since the booked time
}

void TestVisit::theDaysTicketsRunOut()
{
    Branch b = openBranch();
    change(b, [](BranchSetup &setup) { setup.services[0].dayLimit = 2; });
    QVERIFY(b.issue(1).isSet());
    QVERIFY(b.issue(1).isSet());
    const auto refused = decide(b.state, command::IssueTicket{{1}, {}, {}, {}, {}}, b.now);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ServiceFull);
    QCOMPARE(refused.error().detail.at("limit"), std::string("2"));
    QVERIFY(b.issue(2).isSet());
    QCOMPARE(b.run(command::CancelTicket{{1}, HandReason::Left}), std::string());
    QCOMPARE(b.issue(1), TicketId{}); // given out is given out
}

void TestVisit::aReasonStandsForItsSegment()
{
    Branch b = openBranch();
    change(b, [](BranchSetup &setup) {
        setup.segments = {{{1}, {"Ưu tiên", "Priority"}, 1, 3000, 0}, {{2}, {"VIP", ""}, 1, 2000, 0}};
        setup.priorityReasons = {{{7}, {"Người cao tuổi", "Elderly"}, {1}, true}};
    });
    QCOMPARE(b.run(command::IssueTicket{{1}, {}, {7}, {}, {}}), std::string());
    QCOMPARE(b.ticket({1}).segment, SegmentId{1});
    QCOMPARE(b.refusal(command::IssueTicket{{1}, {2}, {7}, {}, {}}), std::string("InvalidParams"));
    QCOMPARE(b.refusal(command::IssueTicket{{1}, {3}, {}, {}, {}}), std::string("UnknownSegment"));
    QCOMPARE(b.refusal(command::IssueTicket{{1}, {}, {8}, {}, {}}), std::string("UnknownPriorityReason"));
    b.issue(1);
    QCOMPARE(b.run(command::SetSegment{{2}, {2}, {}}), std::string());
    QCOMPARE(b.ticket({2}).segment, SegmentId{2});
    QCOMPARE(b.run(command::SetSegment{{2}, {}, {}}), std::string()); // ordinary again
    QCOMPARE(b.ticket({2}).segment, SegmentId{});
    QCOMPARE(b.call(1), TicketId{1});
    QCOMPARE(b.refusal(command::SetSegment{{1}, {2}, {}}), std::string("WrongState"));
}

void TestVisit::aTicketIsSomebodysByTheirProfile()
{
    Branch b = openBranch();
    change(b, [](BranchSetup &setup) {
        setup.segments = {{{1}, {"Ưu tiên", "Priority"}, 2, 3000, 0}, {{2}, {"VIP", ""}, 1, 2000, 0}};
        setup.priorityReasons = {{{7}, {"Người cao tuổi", "Elderly"}, {1}, true}};
    });
    const CustomerId nam{1'000'000'001};
    b.issue(1);
    QCOMPARE(b.run(command::LinkCustomer{{1}, nam, {2}, "en"}), std::string());
    QCOMPARE(b.ticket({1}).customer, nam);
    QCOMPARE(b.ticket({1}).segment, SegmentId{2});
    QCOMPARE(b.ticket({1}).language, std::string("en"));
    // taken back: what the profile said goes with it, the language was heard
    QCOMPARE(b.run(command::LinkCustomer{{1}, {}, {}, ""}), std::string());
    QVERIFY(!b.ticket({1}).customer.isSet());
    QCOMPARE(b.ticket({1}).segment, SegmentId{});
    QCOMPARE(b.ticket({1}).language, std::string("en"));

    // a reason given at the door stands before a profile, and so does a higher segment by hand
    QCOMPARE(b.run(command::IssueTicket{{1}, {}, {7}, {}, {}}), std::string());
    QCOMPARE(b.run(command::LinkCustomer{{2}, nam, {2}, ""}), std::string());
    QCOMPARE(b.ticket({2}).segment, SegmentId{1});
    QCOMPARE(b.ticket({2}).customer, nam);
    QCOMPARE(b.run(command::IssueTicket{{1}, {1}, {}, {}, {}}), std::string());
    QCOMPARE(b.run(command::LinkCustomer{{3}, nam, {2}, ""}), std::string());
    QCOMPARE(b.ticket({3}).segment, SegmentId{1});

    // at the counter too, where the queue is behind them
    const TicketId called = b.call(1);
    const SegmentId before = b.ticket(called).segment;
    QCOMPARE(b.run(command::LinkCustomer{called, {2'000'000'007}, {2}, "zh"}), std::string());
    QCOMPARE(b.ticket(called).customer, CustomerId{2'000'000'007});
    QCOMPARE(b.ticket(called).segment, before);

    QCOMPARE(b.refusal(command::LinkCustomer{{9}, nam, {}, ""}), std::string("UnknownTicket"));
    QCOMPARE(b.refusal(command::LinkCustomer{{1}, nam, {3}, ""}), std::string("UnknownSegment"));
    QCOMPARE(b.refusal(command::LinkCustomer{{1}, nam, {}, "EN"}), std::string("InvalidParams"));
}

void TestVisit::whoWaitsIsCarriedOver()
{
    Branch b = openBranch();
    change(b, [](BranchSetup &setup) { setup.settings.carriesOver = true; });
    const TicketId parked = serving(b);
    b.run(command::Park{{1}, parked, ParkReason::Processing, 0});
    const TicketId first = b.issue(1);
    b.now += kMinuteMs;
    const TicketId second = b.issue(2);
    const TicketId inHand = b.issue(3);
    QCOMPARE(b.run(command::CallTicket{{3}, inHand}), std::string());
    QCOMPARE(b.run(command::CloseDay{true}), std::string());
    QCOMPARE(b.stateOf(inHand), std::string("closed"));
    QCOMPARE(b.state.totals().ended, std::int64_t(1));
    QCOMPARE(b.refusal(command::CancelTicket{first, HandReason::Left}), std::string("DayNotOpen"));
    b.now += 14 * kHourMs;
    QCOMPARE(b.run(command::OpenDay{"2026-05-02"}), std::string());
    QCOMPARE(b.ticket(first).carriedFrom, std::string("2026-05-01"));
    QCOMPARE(b.ticket(first).step.waitingFromMs, b.now);
    QCOMPARE(b.stateOf(parked), std::string("parked"));
    const TicketId fresh = b.issue(1); // in the same instant
    QCOMPARE(b.ticket(fresh).number, std::string("A03")); // A01 and A02 of the day before are open
    QCOMPARE(b.queue(1), (Ids{first.value, fresh.value}));
    QCOMPARE(b.queue(2), (Ids{second.value}));
}

void TestVisit::everyStretchOfTimeIsReported()
{
    Branch b = openBranch();
    std::vector<Interval> seen;
    const auto run = [&](const Command &command) {
        if (!b.run(command).empty())
            qFatal("refused");
        for (const Touched &touched : b.touched) {
            if (touched.ended)
                seen.push_back(*touched.ended);
        }
        b.now += 1000;
    };
    const TimeMs t = b.now;
    run(command::IssueTicket{{1}, {}, {}, {}, {}});
    run(command::CallNext{{1}});
    run(command::StartService{{1}, {1}});
    run(command::Park{{1}, {1}, ParkReason::Other, 0});
    run(command::Resume{{3}, {1}});
    run(command::StartService{{3}, {1}});
    run(command::WrapUp{{3}, {1}});
    run(command::FinishService{{3}, {1}});
    const auto stretch = [&](TicketState state, int second, std::int64_t who) {
        return Interval{{1}, 1, state, t + second * 1000, t + (second + 1) * 1000, {who}, {who}};
    };
    const std::vector<Interval> expected
        = {stretch(TicketState::Waiting, 0, 0), stretch(TicketState::Called, 1, 1),
           stretch(TicketState::Serving, 2, 1), stretch(TicketState::Parked, 3, 1),
           stretch(TicketState::Called, 4, 3),  stretch(TicketState::Serving, 5, 3),
           stretch(TicketState::WrapUp, 6, 3)};
    QVERIFY(seen == expected);
}

void TestVisit::twoWhoMoveTheSamePersonDoNotCross()
{
    Branch b = openBranch();
    const TicketId ticket = b.issue(1);
    command::Transfer send{{}, ticket, {2}, TransferPlace::ByTimeWaited, {}, {}, {}, 0, ServiceId{1}};
    QCOMPARE(b.run(send), std::string());
    send.service = {3};
    QCOMPARE(b.refusal(send), std::string("WrongState")); // it does not wait for service 1 any more
}

QTEST_APPLESS_MAIN(TestVisit)
#include "tst_visit.moc"
