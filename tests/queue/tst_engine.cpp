// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "tests/queue/fixture.h"

#include <QTest>

#include <set>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {
using Ids = std::vector<std::int64_t>;
}

class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayOpensOnce();
    void aDayOpensOnlyForwards();
    void nothingWorksOnAClosedDay();
    void closingIsRefusedWhileSomebodyIsServed();
    void closingEndsWhoIsLeftAndEmptiesTheCounters();
    void aDayOpenedAgainGoesOnWithItsNumbers();
    void aNewDayCountsFromOne();
    void signOnIsRefused_data();
    void signOnIsRefused();
    void signOnTakesTheCountersProfileUnlessTold();
    void takingOverIsAskedFor();
    void aTakenOverCounterKeepsItsTicket();
    void aClaimedTimeIsKeptWhereItIsPossible_data();
    void aClaimedTimeIsKeptWhereItIsPossible();
    void signOffIsRefusedWithSomebodyInHand();
    void assignedProfileHoldsFromTheNextCall();
    void issueNamesTheTicket();
    void aNumberIsNeverOnTwoOpenTickets();
    void aFullSeriesSaysSo();
    void callNextIsRefused();
    void recallsAreCountedAndLimited();
    void aTicketGoesThroughItsStates();
    void commandsOutOfStateAreRefused_data();
    void commandsOutOfStateAreRefused();
    void commandsAboutAnotherTicketAreRefused();
    void noShowGoesPlacesBack();
    void noShowWithFewerBehindGoesLast();
    void noShowWithNobodyBehindStaysAlone();
    void theLastMissEndsTheTicket();
    void missesAreOfOneStep();
    void transferFirst();
    void transferLast();
    void transferByTimeWaited();
    void transferToItsOwnService();
    void transferEndsTheStep();
    void transferIsRefused();
    void eventsAboutTheUnknownChangeOnlyTheTime();
    void eventsThatRepeatLeaveTheIndexesRight();
};

void TestEngine::aDayOpensOnce()
{
    Branch empty;
    QCOMPARE(empty.refusal(command::OpenDay{"2026-05-01"}), std::string("NotDefined"));
    Branch b = closedBranch();
    QCOMPARE(b.refusal(command::OpenDay{"2026-02-30"}), std::string("InvalidParams"));
    QCOMPARE(b.refusal(command::OpenDay{""}), std::string("InvalidParams"));
    QCOMPARE(b.run(command::OpenDay{"2026-05-01"}), std::string());
    QVERIFY(b.state.isOpen());
    QCOMPARE(b.state.businessDay(), std::string("2026-05-01"));
    QCOMPARE(b.state.changedMs(), b.now);
    const auto again = decide(b.state, command::OpenDay{"2026-05-02"}, b.now);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::DayAlreadyOpen);
    QCOMPARE(again.error().detail.at("day"), std::string("2026-05-01"));
}

void TestEngine::aDayOpensOnlyForwards()
{
    Branch b = openBranch();
    QCOMPARE(b.run(command::CloseDay{false}), std::string());
    const auto past = decide(b.state, command::OpenDay{"2026-04-30"}, b.now);
    QVERIFY(!past);
    QCOMPARE(past.error().code, ErrorCode::DayInThePast);
    QCOMPARE(past.error().detail.at("day"), std::string("2026-05-01"));
    QCOMPARE(b.refusal(command::OpenDay{"2026-05-01"}), std::string());
    QCOMPARE(b.refusal(command::OpenDay{"2026-05-02"}), std::string());
}

void TestEngine::nothingWorksOnAClosedDay()
{
    const Branch never = closedBranch();
    Branch after = openBranch();
    const TicketId old = after.issue(1);
    QCOMPARE(after.run(command::CloseDay{false}), std::string());
    const std::vector<Command> all
        = {command::CloseDay{false},         command::CloseDay{true},
           command::SignOn{{1}, {1}, {}},    command::SignOff{{1}},
           command::AssignProfile{{1}, {2}}, command::IssueTicket{{1}},
           command::CallNext{{1}},           command::Recall{{1}, old},
           command::StartService{{1}, old},  command::FinishService{{1}, old},
           command::MarkNoShow{{1}, old},    command::Transfer{{1}, old, {2}, command::TransferPlace::Last}};
    for (const Command &command : all) {
        QCOMPARE(never.refusal(command), std::string("DayNotOpen"));
        QCOMPARE(after.refusal(command), std::string("DayNotOpen"));
    }
}

void TestEngine::closingIsRefusedWhileSomebodyIsServed()
{
    Branch b = openBranch();
    b.issue(1);
    b.issue(2);
    QVERIFY(b.call(1).isSet());
    const TicketId served = b.call(2);
    QCOMPARE(b.run(command::StartService{{2}, served}), std::string());
    const auto refused = decide(b.state, command::CloseDay{false}, b.now);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::TicketsInService);
    QCOMPARE(refused.error().detail.at("count"), std::string("2"));
    QCOMPARE(b.refusal(command::CloseDay{true}), std::string());
}

void TestEngine::closingEndsWhoIsLeftAndEmptiesTheCounters()
{
    Branch b = openBranch();
    for (int i = 0; i < 3; ++i)
        b.issue(1);
    const TicketId called = b.call(1);
    b.now += 5000;
    QCOMPARE(b.run(command::CloseDay{true}), std::string());
    QVERIFY(!b.state.isOpen());
    QVERIFY(b.state.tickets().empty());
    for (const auto &[id, counter] : b.state.counterStates()) {
        QVERIFY(!counter.isOpen());
        QVERIFY(!counter.ticket.isSet());
    }
    QCOMPARE(b.state.totals().ended, std::int64_t(3));
    std::int64_t seen = 0;
    for (std::size_t i = 0; i < b.events.size(); ++i) {
        if (!std::holds_alternative<event::TicketEnded>(b.events[i]))
            continue;
        ++seen;
        const Ticket &ticket = b.touched[i].ticket.value();
        QVERIFY(ticket.state == TicketState::Ended);
        QVERIFY(ticket.step.outcome == StepOutcome::Ended);
        QCOMPARE(ticket.endedMs.value(), b.now);
        QCOMPARE(ticket.step.finishedMs.value(), b.now);
        QCOMPARE(ticket.step.calledMs.has_value(), ticket.id == called);
    }
    QCOMPARE(seen, std::int64_t(3));
    QVERIFY(std::holds_alternative<event::DayClosed>(b.events.back()));
}

void TestEngine::aDayOpenedAgainGoesOnWithItsNumbers()
{
    Branch b = openBranch();
    b.issue(1);
    b.issue(3);
    const TicketId last = b.issue(2);
    QVERIFY(b.call(1).isSet());
    QCOMPARE(b.run(command::CloseDay{true}), std::string());
    QCOMPARE(b.run(command::OpenDay{"2026-05-01"}), std::string());
    QCOMPARE(b.state.totals().issued, std::int64_t(3));
    QCOMPARE(b.state.totals().ended, std::int64_t(3));
    QVERIFY(b.state.recentWaitMs({1}).has_value());
    const TicketId next = b.issue(1);
    QCOMPARE(next.value, last.value + 1);
    QCOMPARE(b.ticket(next).serial, std::int64_t(3));
    QCOMPARE(b.ticket(next).number, std::string("A03"));
}

void TestEngine::aNewDayCountsFromOne()
{
    Branch b = openBranch();
    b.issue(1);
    const TicketId last = b.issue(1);
    QVERIFY(b.call(1).isSet());
    QCOMPARE(b.run(command::CloseDay{true}), std::string());
    b.now += kDayMs;
    QCOMPARE(b.run(command::OpenDay{"2026-05-02"}), std::string());
    QVERIFY(b.state.totals() == DayTotals{});
    QVERIFY(!b.state.recentWaitMs({1}).has_value());
    const TicketId next = b.issue(1);
    QCOMPARE(next.value, last.value + 1); // ids are for ever
    QCOMPARE(b.ticket(next).number, std::string("A01"));
}

void TestEngine::signOnIsRefused_data()
{
    QTest::addColumn<qint64>("counter");
    QTest::addColumn<qint64>("staff");
    QTest::addColumn<qint64>("profile");
    QTest::addColumn<QString>("code");
    QTest::newRow("a counter not known") << qint64(9) << qint64(3) << qint64(0) << u"UnknownCounter"_qs;
    QTest::newRow("staff not known") << qint64(3) << qint64(9) << qint64(0) << u"UnknownStaff"_qs;
    QTest::newRow("nobody") << qint64(3) << qint64(0) << qint64(0) << u"UnknownStaff"_qs;
    QTest::newRow("a profile not known") << qint64(3) << qint64(3) << qint64(9) << u"UnknownProfile"_qs;
    QTest::newRow("somebody is there") << qint64(1) << qint64(3) << qint64(0) << u"CounterOccupied"_qs;
    QTest::newRow("oneself is there") << qint64(1) << qint64(1) << qint64(0) << u"CounterOccupied"_qs;
    QTest::newRow("oneself is elsewhere") << qint64(3) << qint64(1) << qint64(0) << u"StaffElsewhere"_qs;
    QTest::newRow("all is well") << qint64(3) << qint64(3) << qint64(2) << QString();
}

void TestEngine::signOnIsRefused()
{
    QFETCH(const qint64, counter);
    QFETCH(const qint64, staff);
    QFETCH(const qint64, profile);
    QFETCH(const QString, code);
    Branch b = openBranch();
    QCOMPARE(b.run(command::SignOff{{3}}), std::string());
    const command::SignOn command{{counter}, {staff}, {profile}};
    QCOMPARE(b.refusal(command), code.toStdString());
    const auto decided = decide(b.state, command, b.now);
    if (code == u"CounterOccupied")
        QCOMPARE(decided.error().detail.at("name"), std::string("Nguyễn Thị Lan"));
    if (code == u"StaffElsewhere")
        QCOMPARE(decided.error().detail.at("counter"), std::string("1"));
}

void TestEngine::signOnTakesTheCountersProfileUnlessTold()
{
    Branch b = openBranch();
    QCOMPARE(b.state.counterState({2})->profile, ProfileId{2});
    QCOMPARE(b.run(command::SignOff{{2}}), std::string());
    b.now += 1000;
    QCOMPARE(b.run(command::SignOn{{2}, {2}, {3}}), std::string());
    QVERIFY((*b.state.counterState({2}) == CounterState{{2}, {2}, {3}, {}, b.now}));
    QCOMPARE(b.run(command::SignOff{{2}}), std::string());
    QCOMPARE(b.run(command::SignOn{{2}, {2}, {}}), std::string());
    QCOMPARE(b.state.counterState({2})->profile, ProfileId{2});
}

void TestEngine::takingOverIsAskedFor()
{
    Branch b = openBranch();
    QCOMPARE(b.run(command::SignOff{{3}}), std::string());
    QCOMPARE(b.refusal(command::SignOn{{1}, {3}, {}, false}), std::string("CounterOccupied"));
    QCOMPARE(b.refusal(command::SignOn{{1}, {1}, {}, true}), std::string("CounterOccupied")); // from oneself
    QCOMPARE(b.refusal(command::SignOn{{1}, {2}, {}, true}), std::string("StaffElsewhere"));
    QCOMPARE(b.refusal(command::SignOn{{1}, {3}, {}, true}), std::string());
}

void TestEngine::aTakenOverCounterKeepsItsTicket()
{
    Branch b = openBranch();
    QCOMPARE(b.run(command::SignOff{{3}}), std::string());
    b.issue(1);
    const TicketId ticket = b.call(1);
    const CallReason called = b.reason();
    QCOMPARE(b.run(command::StartService{{1}, ticket}), std::string());
    b.now += kMinuteMs;
    QCOMPARE(b.run(command::SignOn{{1}, {3}, {}, true}), std::string());
    QVERIFY((*b.state.counterState({1}) == CounterState{{1}, {3}, {1}, ticket, b.now, {}, called, b.now - kMinuteMs}));
    QCOMPARE(b.stateOf(ticket), std::string("serving"));
    QCOMPARE(b.ticket(ticket).step.staff, StaffId{1}); // who called it
    QCOMPARE(b.run(command::FinishService{{1}, ticket}), std::string());
}

void TestEngine::aClaimedTimeIsKeptWhereItIsPossible_data()
{
    QTest::addColumn<qint64>("beforeNowMs");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("a minute ago") << qint64(kMinuteMs) << true;
    QTest::newRow("at the call itself") << qint64(5 * kMinuteMs) << true;
    QTest::newRow("before the call") << qint64(5 * kMinuteMs + 1) << false;
    QTest::newRow("nearer than clocks agree") << qint64(limits::kClaimDiffersMs - 1) << false;
    QTest::newRow("just far enough") << qint64(limits::kClaimDiffersMs) << true;
    QTest::newRow("not yet") << qint64(-kMinuteMs) << false;
}

void TestEngine::aClaimedTimeIsKeptWhereItIsPossible()
{
    QFETCH(const qint64, beforeNowMs);
    QFETCH(const bool, isKept);
    Branch b = openBranch();
    b.issue(1);
    const TicketId ticket = b.call(1);
    b.now += 5 * kMinuteMs;
    const TimeMs claimed = b.now - beforeNowMs;
    QCOMPARE(b.run(command::StartService{{1}, ticket, claimed}), std::string());
    QCOMPARE(b.ticket(ticket).step.startedMs, std::optional(b.now));
    QCOMPARE(b.ticket(ticket).step.claimedStartedMs, isKept ? std::optional(claimed) : std::nullopt);
    // an end is not claimed before the beginning, claimed or stamped
    const TimeMs began = b.ticket(ticket).step.claimedStartedMs.value_or(b.now);
    b.now += 5 * kMinuteMs;
    QCOMPARE(b.run(command::FinishService{{1}, ticket, began - 1}), std::string());
    QVERIFY(!b.touched.front().ticket->step.claimedFinishedMs);
}

void TestEngine::signOffIsRefusedWithSomebodyInHand()
{
    Branch b = openBranch();
    b.issue(1);
    const TicketId ticket = b.call(1);
    QCOMPARE(b.refusal(command::SignOff{{1}}), std::string("CounterBusy"));
    QCOMPARE(b.run(command::StartService{{1}, ticket}), std::string());
    QCOMPARE(b.refusal(command::SignOff{{1}}), std::string("CounterBusy"));
    QCOMPARE(b.run(command::FinishService{{1}, ticket}), std::string());
    QCOMPARE(b.run(command::SignOff{{1}}), std::string());
    QCOMPARE(b.refusal(command::SignOff{{1}}), std::string("CounterNotOpen"));
    QCOMPARE(b.refusal(command::SignOff{{9}}), std::string("UnknownCounter"));
}

void TestEngine::assignedProfileHoldsFromTheNextCall()
{
    Branch b = openBranch();
    const TicketId loan = b.issue(2);
    const TicketId card = b.issue(3);
    QCOMPARE(b.call(2), loan);
    QCOMPARE(b.refusal(command::AssignProfile{{2}, {9}}), std::string("UnknownProfile"));
    QCOMPARE(b.refusal(command::AssignProfile{{9}, {1}}), std::string("UnknownCounter"));
    QCOMPARE(b.run(command::AssignProfile{{2}, {3}}), std::string());
    QCOMPARE(b.state.counterState({2})->ticket, loan);
    QCOMPARE(b.run(command::AssignProfile{{2}, {3}}), std::string());
    QVERIFY(b.events.empty()); // nothing changes
    QCOMPARE(b.run(command::MarkNoShow{{2}, loan}), std::string());
    b.now += kMinuteMs;
    QCOMPARE(b.call(2), card); // a larger share of five minutes than of twenty
    QCOMPARE(b.run(command::SignOff{{1}}), std::string());
    QCOMPARE(b.refusal(command::AssignProfile{{1}, {2}}), std::string("CounterNotOpen"));
}

void TestEngine::issueNamesTheTicket()
{
    Branch b = openBranch();
    QCOMPARE(b.refusal(command::IssueTicket{{9}}), std::string("UnknownService"));
    b.issue(2);
    const TicketId first = b.issue(1);
    b.now += 10;
    const TicketId second = b.issue(3); // shares series A
    const Ticket &ticket = b.ticket(second);
    QCOMPARE(b.ticket(first).number, std::string("A01"));
    QCOMPARE(ticket.number, std::string("A02"));
    QCOMPARE(ticket.serial, std::int64_t(2));
    QCOMPARE(ticket.issuedMs, b.now);
    QVERIFY((ticket.place == Place{b.now, 0}));
    QCOMPARE(ticket.step.service, ServiceId{3});
    QCOMPARE(ticket.step.waitingFromMs, b.now);
    QVERIFY(b.touched.at(0).ticket.value() == ticket);
    QCOMPARE(b.state.totals().issued, std::int64_t(3));
}

void TestEngine::aNumberIsNeverOnTwoOpenTickets()
{
    Branch b = openBranch();
    const TicketId keeper = b.issue(1); // A01, held at counter 1
    QCOMPARE(b.call(1), keeper);
    const TicketId other = b.issue(1); // A02, held at counter 3
    QCOMPARE(b.call(3), other);
    for (int i = 3; i <= 99; ++i) {
        const TicketId ticket = b.issue(2);
        QCOMPARE(b.call(2), ticket);
        QCOMPARE(b.run(command::StartService{{2}, ticket}), std::string());
        QCOMPARE(b.run(command::FinishService{{2}, ticket}), std::string());
        QVERIFY(b.issue(1).isSet());
    }
    // A03 … A99 wait; end some and the next serials skip what is still open
    QCOMPARE(b.refusal(command::IssueTicket{{1}}), std::string("SeriesFull"));
    QCOMPARE(b.run(command::StartService{{3}, other}), std::string());
    QCOMPARE(b.run(command::FinishService{{3}, other}), std::string());
    const TicketId wrapped = b.issue(3);
    QCOMPARE(b.ticket(wrapped).number, std::string("A02")); // not A01, which is still open
    QCOMPARE(b.ticket(wrapped).serial, std::int64_t(101));
    QVERIFY(b.state.isNumberOpen("A01"));
    QCOMPARE(b.refusal(command::IssueTicket{{1}}), std::string("SeriesFull"));
}

void TestEngine::aFullSeriesSaysSo()
{
    Branch b = openBranch();
    std::set<std::string> numbers;
    for (int i = 0; i < 99; ++i)
        QVERIFY(numbers.insert(b.ticket(b.issue(i % 2 == 0 ? 1 : 3)).number).second);
    const auto full = decide(b.state, command::IssueTicket{{3}}, b.now);
    QVERIFY(!full);
    QCOMPARE(full.error().code, ErrorCode::SeriesFull);
    QCOMPARE(full.error().detail.at("series"), std::string("A"));
    QVERIFY(b.issue(2).isSet()); // another series has room
    const TicketId ticket = b.call(1);
    QCOMPARE(b.run(command::StartService{{1}, ticket}), std::string());
    QCOMPARE(b.refusal(command::IssueTicket{{1}}), std::string("SeriesFull")); // still open while served
    const std::string freed = b.ticket(ticket).number;
    QCOMPARE(b.run(command::FinishService{{1}, ticket}), std::string());
    QCOMPARE(b.ticket(b.issue(1)).number, freed);
}

void TestEngine::callNextIsRefused()
{
    Branch b = openBranch();
    QCOMPARE(b.refusal(command::CallNext{{1}}), std::string("NobodyWaiting"));
    b.issue(3); // not of profile 1
    QCOMPARE(b.refusal(command::CallNext{{1}}), std::string("NobodyWaiting"));
    QCOMPARE(b.refusal(command::CallNext{{9}}), std::string("UnknownCounter"));
    b.issue(1);
    b.issue(1);
    QVERIFY(b.call(1).isSet());
    const auto busy = decide(b.state, command::CallNext{{1}}, b.now);
    QVERIFY(!busy);
    QCOMPARE(busy.error().code, ErrorCode::CounterBusy);
    QCOMPARE(busy.error().detail.at("number"), std::string("A02"));
    QCOMPARE(b.run(command::SignOff{{3}}), std::string());
    QCOMPARE(b.refusal(command::CallNext{{3}}), std::string("CounterNotOpen"));
}

void TestEngine::recallsAreCountedAndLimited()
{
    Branch b = openBranch();
    b.issue(1);
    const TicketId ticket = b.call(1);
    const TimeMs calledMs = b.now;
    for (std::int64_t n = 1; n <= 2; ++n) {
        b.now += 1000;
        QCOMPARE(b.run(command::Recall{{1}, ticket}), std::string());
        QCOMPARE(std::get<event::TicketRecalled>(b.events.at(0)).recalls, n);
        QCOMPARE(b.ticket(ticket).step.recalls, n);
        QCOMPARE(b.ticket(ticket).step.calledMs.value(), calledMs);
    }
    const auto refused = decide(b.state, command::Recall{{1}, ticket}, b.now);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::RecallLimitReached);
    QCOMPARE(refused.error().detail.at("limit"), std::string("2"));
    // a missed call gives the next one its recalls back
    QCOMPARE(b.run(command::MarkNoShow{{1}, ticket}), std::string());
    QCOMPARE(b.call(1), ticket);
    QCOMPARE(b.ticket(ticket).step.recalls, std::int64_t(0));
    QCOMPARE(b.run(command::Recall{{1}, ticket}), std::string());
}

void TestEngine::aTicketGoesThroughItsStates()
{
    Branch b = openBranch();
    const TicketId ticket = b.issue(1);
    const TimeMs issued = b.now;
    QCOMPARE(b.stateOf(ticket), std::string("waiting"));
    const TimeMs called = b.now += 60000;
    QCOMPARE(b.call(1), ticket);
    QCOMPARE(b.stateOf(ticket), std::string("called"));
    QVERIFY(b.queue(1).empty());
    QVERIFY((*b.state.counterState({1}) == CounterState{{1}, {1}, {1}, ticket, called, {}, b.reason(), called}));
    const TimeMs started = b.now += 20000;
    QCOMPARE(b.run(command::StartService{{1}, ticket}), std::string());
    QCOMPARE(b.stateOf(ticket), std::string("serving"));
    b.now += 300000;
    QCOMPARE(b.run(command::FinishService{{1}, ticket}), std::string());
    QCOMPARE(b.stateOf(ticket), std::string("closed"));
    const Ticket done = b.touched.at(0).ticket.value();
    QVERIFY(done.state == TicketState::Done);
    QCOMPARE(done.issuedMs, issued);
    QCOMPARE(done.endedMs.value(), b.now);
    QVERIFY((done.step == VisitStep{1, {1}, issued, called, started, b.now, {1}, {1}, 0, 0, StepOutcome::Served}));
    QVERIFY((*b.state.counterState({1}) == CounterState{{1}, {1}, {1}, {}, b.now, {}, {}, called}));
    QVERIFY((b.state.totals() == DayTotals{1, 1, 1, 0, 0}));
    QCOMPARE(b.state.recentWaitMs({1}).value(), TimeMs(60000));
}

void TestEngine::commandsOutOfStateAreRefused_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QStringList>("codes"); // of recall, start, finish, no-show, transfer
    const QString here = QString();
    const QString wrong = u"WrongState"_qs;
    const QString none = u"UnknownTicket"_qs;
    const QString away = u"TicketNotHere"_qs;
    QTest::newRow("while it waits") << u"waiting"_qs << QStringList{away, away, away, away, away};
    QTest::newRow("while it is called") << u"called"_qs << QStringList{here, here, wrong, here, here};
    QTest::newRow("while it is served") << u"serving"_qs << QStringList{wrong, wrong, here, wrong, here};
    QTest::newRow("when it is done") << u"closed"_qs << QStringList{none, none, none, none, none};
}

void TestEngine::commandsOutOfStateAreRefused()
{
    QFETCH(const QString, state);
    QFETCH(const QStringList, codes);
    Branch b = openBranch();
    const TicketId ticket = b.issue(1);
    if (state != u"waiting")
        QCOMPARE(b.call(1), ticket);
    if (state == u"serving" || state == u"closed")
        QCOMPARE(b.run(command::StartService{{1}, ticket}), std::string());
    if (state == u"closed")
        QCOMPARE(b.run(command::FinishService{{1}, ticket}), std::string());
    QCOMPARE(b.stateOf(ticket), state.toStdString());
    const std::vector<Command> commands
        = {command::Recall{{1}, ticket}, command::StartService{{1}, ticket}, command::FinishService{{1}, ticket},
           command::MarkNoShow{{1}, ticket}, command::Transfer{{1}, ticket, {2}, command::TransferPlace::Last}};
    for (std::size_t i = 0; i < commands.size(); ++i)
        QCOMPARE(b.refusal(commands[i]), codes.at(static_cast<qsizetype>(i)).toStdString());
}

void TestEngine::commandsAboutAnotherTicketAreRefused()
{
    Branch b = openBranch();
    b.issue(1);
    b.issue(1);
    const TicketId mine = b.call(1);
    const TicketId theirs = b.call(3);
    QCOMPARE(b.run(command::SignOff{{2}}), std::string());
    const auto about = [](std::int64_t counter, TicketId ticket) {
        return std::vector<Command>{command::Recall{{counter}, ticket}, command::StartService{{counter}, ticket},
                                    command::FinishService{{counter}, ticket},
                                    command::MarkNoShow{{counter}, ticket},
                                    command::Transfer{{counter}, ticket, {2}, command::TransferPlace::First}};
    };
    for (const Command &command : about(1, theirs))
        QCOMPARE(b.refusal(command), std::string("TicketNotHere"));
    for (const Command &command : about(1, {99}))
        QCOMPARE(b.refusal(command), std::string("UnknownTicket"));
    for (const Command &command : about(1, {0}))
        QCOMPARE(b.refusal(command), std::string("UnknownTicket"));
    for (const Command &command : about(2, mine))
        QCOMPARE(b.refusal(command), std::string("CounterNotOpen"));
    for (const Command &command : about(9, mine))
        QCOMPARE(b.refusal(command), std::string("UnknownCounter"));
}

void TestEngine::noShowGoesPlacesBack()
{
    Branch b = openBranch();
    for (int i = 0; i < 6; ++i) {
        b.issue(1);
        b.now += 1000;
    }
    const TicketId ticket = b.call(1);
    QCOMPARE(ticket.value, std::int64_t(1));
    QCOMPARE(b.run(command::MarkNoShow{{1}, ticket}), std::string());
    QCOMPARE(b.queue(1), (Ids{2, 3, 4, 1, 5, 6}));
    QCOMPARE(b.stateOf(ticket), std::string("waiting"));
    QCOMPARE(b.ticket(ticket).step.misses, std::int64_t(1));
    QVERIFY(!b.state.counterState({1})->ticket.isSet());
    QCOMPARE(b.state.totals().noShows, std::int64_t(0));
    // who is called again is counted once
    QVERIFY(b.call(1).isSet());
    QCOMPARE(b.run(command::MarkNoShow{{1}, {2}}), std::string());
    QCOMPARE(b.queue(1), (Ids{3, 4, 1, 2, 5, 6}));
}

void TestEngine::noShowWithFewerBehindGoesLast()
{
    Branch b = openBranch();
    for (int i = 0; i < 3; ++i) {
        b.issue(1);
        b.now += 1000;
    }
    const TicketId ticket = b.call(1);
    QCOMPARE(b.run(command::MarkNoShow{{1}, ticket}), std::string());
    QCOMPARE(b.queue(1), (Ids{2, 3, 1}));
    const TicketId later = b.issue(1);
    QCOMPARE(b.queue(1), (Ids{2, 3, 1, later.value})); // and is not overtaken by who comes after
}

void TestEngine::noShowWithNobodyBehindStaysAlone()
{
    Branch b = openBranch();
    const TicketId ticket = b.issue(1);
    QCOMPARE(b.call(1), ticket);
    QCOMPARE(b.run(command::MarkNoShow{{1}, ticket}), std::string());
    QCOMPARE(b.queue(1), (Ids{ticket.value}));
}

void TestEngine::theLastMissEndsTheTicket()
{
    Branch b = openBranch();
    const TicketId ticket = b.issue(1);
    QCOMPARE(b.call(1), ticket);
    QCOMPARE(b.run(command::MarkNoShow{{1}, ticket}), std::string());
    QCOMPARE(b.call(1), ticket);
    QCOMPARE(b.state.totals().called, std::int64_t(1));
    b.now += 1000;
    QCOMPARE(b.run(command::MarkNoShow{{1}, ticket}), std::string());
    QCOMPARE(b.stateOf(ticket), std::string("closed"));
    const Ticket ended = b.touched.at(0).ticket.value();
    QVERIFY(ended.state == TicketState::NoShow);
    QVERIFY(ended.step.outcome == StepOutcome::NoShow);
    QCOMPARE(ended.step.misses, std::int64_t(2));
    QCOMPARE(ended.endedMs.value(), b.now);
    QVERIFY(!b.state.counterState({1})->ticket.isSet());
    QCOMPARE(b.state.totals().noShows, std::int64_t(1));
}

void TestEngine::missesAreOfOneStep()
{
    Branch b = openBranch();
    const TicketId ticket = b.issue(1);
    QCOMPARE(b.call(1), ticket);
    QCOMPARE(b.run(command::MarkNoShow{{1}, ticket}), std::string());
    QCOMPARE(b.call(1), ticket);
    QCOMPARE(b.run(command::Transfer{{1}, ticket, {2}, command::TransferPlace::Last}), std::string());
    QCOMPARE(b.call(2), ticket);
    QCOMPARE(b.run(command::MarkNoShow{{2}, ticket}), std::string());
    QCOMPARE(b.stateOf(ticket), std::string("waiting"));
    QCOMPARE(b.state.totals().called, std::int64_t(2)); // once for each step
}

void TestEngine::transferFirst()
{
    Branch b = openBranch();
    b.issue(2);
    b.now += 1000;
    b.issue(2);
    const TicketId ticket = b.issue(1);
    QCOMPARE(b.run(command::AssignProfile{{3}, {2}, {}, true}), std::string());
    b.now += 30 * kMinuteMs;
    QCOMPARE(b.call(1), ticket); // 30 of 10 minutes before 30 of 20
    QCOMPARE(b.run(command::Transfer{{1}, ticket, {2}, command::TransferPlace::First}), std::string());
    QCOMPARE(b.queue(2), (Ids{3, 1, 2}));
    const TicketId second = b.issue(1);
    QCOMPARE(b.run(command::AssignProfile{{1}, {3}, {}, true}), std::string());
    b.now += 300 * kMinuteMs;
    QCOMPARE(b.call(1), second);
    QCOMPARE(b.run(command::Transfer{{1}, second, {2}, command::TransferPlace::First}), std::string());
    QCOMPARE(b.queue(2), (Ids{4, 3, 1, 2})); // before the one that went first earlier
    QCOMPARE(b.call(2), second);
}

void TestEngine::transferLast()
{
    Branch b = openBranch();
    const TicketId ticket = b.issue(1);
    b.now += 1000;
    b.issue(2);
    QCOMPARE(b.call(1), ticket);
    b.issue(2);
    QCOMPARE(b.run(command::Transfer{{1}, ticket, {2}, command::TransferPlace::Last}), std::string());
    QCOMPARE(b.queue(2), (Ids{2, 3, 1})); // also behind who came in the same millisecond
    b.now += 1;
    b.issue(2);
    QCOMPARE(b.queue(2), (Ids{2, 3, 1, 4}));
    QCOMPARE(b.ticket(ticket).step.waitingFromMs, b.now - 1);
}

void TestEngine::transferByTimeWaited()
{
    Branch b = openBranch();
    b.issue(2);
    b.now += 1000;
    const TicketId ticket = b.issue(1);
    b.now += 1000;
    b.issue(2);
    b.now += 60 * kMinuteMs;
    QCOMPARE(b.call(1), ticket);
    QCOMPARE(b.run(command::StartService{{1}, ticket}), std::string());
    QCOMPARE(b.run(command::Transfer{{1}, ticket, {2}, command::TransferPlace::ByTimeWaited}), std::string());
    QCOMPARE(b.queue(2), (Ids{1, 2, 3}));
}

void TestEngine::transferToItsOwnService()
{
    Branch b = openBranch();
    const TicketId ticket = b.issue(1);
    b.now += 1000;
    b.issue(1);
    QCOMPARE(b.call(1), ticket);
    QCOMPARE(b.run(command::Transfer{{1}, ticket, {1}, command::TransferPlace::Last}), std::string());
    QCOMPARE(b.queue(1), (Ids{2, 1}));
}

void TestEngine::transferEndsTheStep()
{
    Branch b = openBranch();
    const TicketId ticket = b.issue(1);
    const TimeMs issued = b.now;
    b.now += 1000;
    QCOMPARE(b.call(1), ticket);
    b.now += 1000;
    QCOMPARE(b.run(command::Recall{{1}, ticket}), std::string());
    QCOMPARE(b.run(command::StartService{{1}, ticket}), std::string());
    b.now += 1000;
    QCOMPARE(b.run(command::Transfer{{1}, ticket, {2}, command::TransferPlace::Last}), std::string());
    const VisitStep ended{1,   {1}, issued, issued + 1000,           issued + 2000, b.now, {1},
                          {1}, 1,   0,      StepOutcome::Transferred};
    QVERIFY(b.touched.at(0).endedStep.value() == ended);
    VisitStep next;
    next.no = 2;
    next.service = {2};
    next.waitingFromMs = b.now;
    QVERIFY(b.ticket(ticket).step == next);
    QCOMPARE(b.ticket(ticket).number, std::string("A01"));
    QCOMPARE(b.stateOf(ticket), std::string("waiting"));
    QVERIFY(!b.state.counterState({1})->ticket.isSet());
    QCOMPARE(b.state.totals().served, std::int64_t(0));
}

void TestEngine::transferIsRefused()
{
    Branch b = openBranch();
    const TicketId ticket = b.issue(1);
    QCOMPARE(b.call(1), ticket);
    QCOMPARE(b.refusal(command::Transfer{{1}, ticket, {9}, command::TransferPlace::Last}),
             std::string("UnknownService"));
    QCOMPARE(b.refusal(command::Transfer{{2}, ticket, {2}, command::TransferPlace::Last}),
             std::string("TicketNotHere"));
}

void TestEngine::eventsAboutTheUnknownChangeOnlyTheTime()
{
    Branch b = openBranch();
    b.issue(1);
    QVERIFY(b.call(1).isSet());
    b.issue(2);
    const std::vector<Event> strangers = {event::CounterOpened{{9}, {1}, {1}},
                                          event::CounterClosed{{9}},
                                          event::ProfileAssigned{{9}, {1}},
                                          event::TicketCalled{{99}, {2}, {2}, {}},
                                          event::TicketRecalled{{99}, {1}, 1},
                                          event::ServiceStarted{{99}, {1}},
                                          event::ServiceFinished{{99}, {1}},
                                          event::TicketMissed{{99}, {1}, 1, {}},
                                          event::TicketNoShow{{99}, {1}, 1},
                                          event::TicketTransferred{{99}, {1}, {2}, {}},
                                          event::TicketEnded{{99}}};
    StateImage before = b.state.image();
    for (const Event &event : strangers) {
        b.now += 1;
        const Touched touched = apply(b.state, event, b.now);
        QVERIFY(!touched.ticket);
        QVERIFY(!touched.endedStep);
        before.changedMs = b.now;
        QVERIFY2(b.state.image() == before, std::string(name(event)).c_str());
    }
}

void TestEngine::eventsThatRepeatLeaveTheIndexesRight()
{
    Branch b = openBranch();
    const TicketId first = b.issue(1);
    b.issue(1);
    const Event issued = b.events.at(0);
    const auto sound
        = [&] { return violations(b.state).empty() && BranchState(b.state.image()).image() == b.state.image(); };
    apply(b.state, issued, b.now);
    QVERIFY(sound());
    QCOMPARE(b.state.totals().issued, std::int64_t(2));
    QCOMPARE(b.state.openInSeries("A"), std::int64_t(2));
    // a miss or a transfer of somebody who waits moves them, and leaves the counters alone
    QCOMPARE(b.call(1), first);
    apply(b.state, event::TicketMissed{{2}, {1}, 1, {b.now + 5, 0}}, b.now);
    QVERIFY(sound());
    QCOMPARE(b.queue(1), (Ids{2}));
    QCOMPARE(b.state.counterState({1})->ticket, first);
    apply(b.state, event::TicketTransferred{{2}, {1}, {2}, {b.now, 0}}, b.now);
    QVERIFY(sound());
    QVERIFY(b.queue(1).empty());
    QCOMPARE(b.queue(2), (Ids{2}));
    // a call of somebody who is at another counter moves them too
    apply(b.state, event::TicketCalled{first, {2}, {2}, {}}, b.now);
    QVERIFY(sound());
    QVERIFY(!b.state.counterState({1})->ticket.isSet());
}

QTEST_APPLESS_MAIN(TestEngine)
#include "tst_engine.moc"
