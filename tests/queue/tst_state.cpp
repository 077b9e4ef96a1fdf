// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/queue/fixture.h"

#include <QTest>

#include <algorithm>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

/// A branch in the middle of its day: people waiting at odd places, called, being served, gone.
Branch busyBranch()
{
    Branch b = openBranch();
    for (int i = 0; i < 12; ++i) {
        b.issue(i % 3 + 1);
        b.now += 777;
    }
    const TicketId first = b.call(1);
    b.run(command::MarkNoShow{{1}, first});
    b.run(command::StartService{{1}, b.call(1)});
    const TicketId moved = b.call(2);
    b.run(command::Transfer{{2}, moved, {3}, command::TransferPlace::First});
    b.run(command::StartService{{3}, b.call(3)});
    b.run(command::FinishService{{3}, b.state.counterState({3})->ticket});
    b.call(3);
    b.run(command::Recall{{3}, b.state.counterState({3})->ticket});
    return b;
}

/// The one violation of an image changed by `change`, "" when there is none.
template <class Change>
std::string violationAfter(Change change)
{
    StateImage image = busyBranch().state.image();
    change(image);
    const auto found = violations(BranchState(image));
    return found.empty() ? std::string() : found.front();
}

Ticket &firstIn(StateImage &image, TicketState state)
{
    for (Ticket &ticket : image.tickets) {
        if (ticket.state == state)
            return ticket;
    }
    qFatal("no such ticket");
}

} // namespace

class TestState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anImageComesBackEqual();
    void anImageHoldsOpenTicketsOnly();
    void aStateFromAnImageWorksOn();
    void recentWaitIsTheMedianOfTheLastTen();
    void everyViolationIsSeen();
};

void TestState::anImageComesBackEqual()
{
    QVERIFY(BranchState(StateImage{}).image() == StateImage{});
    for (const Branch &b : {closedBranch(), openBranch(), busyBranch()})
        QVERIFY(BranchState(b.state.image()).image() == b.state.image());
    Branch b = busyBranch();
    QCOMPARE(b.run(command::CloseDay{true}), std::string());
    QVERIFY(BranchState(b.state.image()).image() == b.state.image());
}

void TestState::anImageHoldsOpenTicketsOnly()
{
    const StateImage image = busyBranch().state.image();
    QCOMPARE(image.tickets.size(), std::size_t(11));
    QVERIFY(std::is_sorted(image.tickets.begin(), image.tickets.end(),
                           [](const Ticket &a, const Ticket &b) { return a.id < b.id; }));
}

void TestState::aStateFromAnImageWorksOn()
{
    Branch kept = busyBranch();
    Branch replayed = busyBranch();
    replayed.state = BranchState(kept.state.image());
    for (Branch *b : {&kept, &replayed}) {
        b->now += kMinuteMs;
        QVERIFY(b->issue(1).isSet());
        QVERIFY(b->call(2).isSet());
        QCOMPARE(b->run(command::FinishService{{1}, b->state.counterState({1})->ticket}), std::string());
        QVERIFY(b->call(1).isSet());
    }
    QVERIFY(kept.state.image() == replayed.state.image());
    QCOMPARE(kept.queue(1), replayed.queue(1));
    QCOMPARE(kept.queue(3), replayed.queue(3));
    QCOMPARE(kept.state.openInSeries("A"), replayed.state.openInSeries("A"));
}

void TestState::recentWaitIsTheMedianOfTheLastTen()
{
    Branch b = openBranch();
    const auto wait = [&](TimeMs ms) {
        const TicketId ticket = b.issue(2);
        b.now += ms;
        QCOMPARE(b.call(2), ticket);
        QCOMPARE(b.run(command::StartService{{2}, ticket}), std::string());
        QCOMPARE(b.run(command::FinishService{{2}, ticket}), std::string());
    };
    QVERIFY(!b.state.recentWaitMs({2}).has_value());
    wait(500);
    QCOMPARE(b.state.recentWaitMs({2}).value(), TimeMs(500));
    wait(100);
    wait(300);
    QCOMPARE(b.state.recentWaitMs({2}).value(), TimeMs(300));
    for (int i = 0; i < 10; ++i)
        wait(9000); // the first three are forgotten
    QCOMPARE(b.state.recentWaitMs({2}).value(), TimeMs(9000));
    QVERIFY(b.state.image().recentWaits.at(0).waitsMs == std::vector<TimeMs>(10, 9000));
    QVERIFY(!b.state.recentWaitMs({1}).has_value());
}

void TestState::everyViolationIsSeen()
{
    const auto contains = [](const std::string &text, const char *part) {
        if (text.find(part) == std::string::npos)
            qWarning("found: %s", text.c_str());
        return text.find(part) != std::string::npos;
    };
    QCOMPARE(violationAfter([](StateImage &) {}), std::string());
    QVERIFY(contains(violationAfter([](StateImage &i) { i.tickets[1].number = i.tickets[0].number; }),
                     "shows the number"));
    QVERIFY(contains(violationAfter([](StateImage &i) {
                         for (Ticket &ticket : i.tickets) {
                             if (ticket.series == "A")
                                 ticket.serial = 3;
                         }
                     }),
                     "has the serial"));
    QVERIFY(contains(violationAfter([](StateImage &i) { i.lastTicket = {11}; }), "later than the last"));
    QVERIFY(contains(violationAfter([](StateImage &i) { firstIn(i, TicketState::Waiting).step.service = {9}; }),
                     "does not exist"));
    QVERIFY(contains(violationAfter([](StateImage &i) { i.tickets[0].endedMs = 1; }), "has ended"));
    QVERIFY(contains(
        violationAfter([](StateImage &i) { firstIn(i, TicketState::Waiting).state = TicketState::Called; }),
        "is at 0 counters"));
    QVERIFY(contains(
        violationAfter([](StateImage &i) { firstIn(i, TicketState::Called).state = TicketState::Waiting; }),
        "is at 1 counters"));
    QVERIFY(contains(violationAfter([](StateImage &i) { i.counters[1].ticket = i.counters[0].ticket; }),
                     "is at 2 counters"));
    QVERIFY(
        contains(violationAfter([](StateImage &i) { firstIn(i, TicketState::Waiting).step.waitingFromMs -= 9000; }),
                 "before it was issued"));
    QVERIFY(contains(violationAfter([](StateImage &i) { firstIn(i, TicketState::Called).step.calledMs = 1; }),
                     "called before"));
    QVERIFY(contains(violationAfter([](StateImage &i) { firstIn(i, TicketState::Serving).step.startedMs = 1; }),
                     "started before"));
    QVERIFY(contains(violationAfter([](StateImage &i) { i.setup.counters.pop_back(); }), "is not defined"));
    QVERIFY(contains(violationAfter([](StateImage &i) { i.setup.staff.clear(); }), "somebody unknown"));
    QVERIFY(contains(violationAfter([](StateImage &i) { i.setup.profiles.clear(); }), "unknown work profile"));
    QVERIFY(contains(violationAfter([](StateImage &i) { i.counters[1].ticket = {99}; }), "not open"));
    QVERIFY(contains(violationAfter([](StateImage &i) { i.counters[0].staff = {}; }), "is closed and holds"));
    QVERIFY(contains(violationAfter([](StateImage &i) { i.counters[1].staff = i.counters[0].staff; }),
                     "at another counter"));
}

QTEST_APPLESS_MAIN(TestState)
#include "tst_state.moc"
