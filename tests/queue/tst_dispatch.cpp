// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/queue/fixture.h"

#include <QTest>

#include <algorithm>

using namespace tiepdon;
using namespace tiepdon::testing;

// Service levels of the sample branch: service 1 ten minutes, 2 twenty, 3 five.

class TestDispatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyWaits();
    void onlyOneWaits();
    void onlyOneServiceHasPeople();
    void theLargestShareOfTheServiceLevelGoesFirst();
    void sharesTurnWithTime();
    void equalSharesGoByPlace();
    void equalInBothGoByTicket();
    void theOrderOfTheProfileDoesNotMatter();
    void theRunnerUpIsTheSecondBest();
    void servicesNotOfTheProfileAreNotCounted();
    void aPlaceAheadOfNowCountsAsNoWait();
    void yearsOfWaitingDoNotOverflow();
    void theCallHoldsTheReason();
};

void TestDispatch::nobodyWaits()
{
    const Branch b = openBranch();
    QVERIFY(!nextFor(b.state, *b.state.profile({3}), b.now));
}

void TestDispatch::onlyOneWaits()
{
    Branch b = openBranch();
    const TicketId ticket = b.issue(2);
    b.now += 1234;
    QCOMPARE(b.call(1), ticket);
    QVERIFY((b.reason() == CallReason{CallRule::OnlyOne, {2}, 1234, 20 * kMinuteMs, 1, 1, {}, {}, 0, 0}));
}

void TestDispatch::onlyOneServiceHasPeople()
{
    Branch b = openBranch();
    const TicketId first = b.issue(1);
    b.now += 1000;
    b.issue(1);
    QCOMPARE(b.call(1), first);
    QVERIFY((b.reason() == CallReason{CallRule::OnlyService, {1}, 1000, 10 * kMinuteMs, 2, 1, {}, {}, 0, 0}));
}

void TestDispatch::theLargestShareOfTheServiceLevelGoesFirst()
{
    Branch b = openBranch();
    b.issue(2);
    b.now += 6 * kMinuteMs;
    const TicketId cash = b.issue(1);
    b.now += 7 * kMinuteMs; // loan 13 of 20, cash 7 of 10
    QCOMPARE(b.call(1), cash);
    QVERIFY((b.reason()
             == CallReason{CallRule::ServiceLevel,
                           {1},
                           7 * kMinuteMs,
                           10 * kMinuteMs,
                           2,
                           2,
                           "B01",
                           {2},
                           13 * kMinuteMs,
                           20 * kMinuteMs}));
}

void TestDispatch::sharesTurnWithTime()
{
    Branch b = openBranch();
    const TicketId loan = b.issue(2);
    b.now += 6 * kMinuteMs;
    b.issue(1);
    b.now += 5 * kMinuteMs; // loan 11 of 20, cash 5 of 10
    QCOMPARE(b.call(1), loan);
    QVERIFY(b.reason().rule == CallRule::ServiceLevel);
    QCOMPARE(b.reason().runnerUp, std::string("A01"));
}

void TestDispatch::equalSharesGoByPlace()
{
    Branch b = openBranch();
    const TicketId loan = b.issue(2);
    b.now += 6 * kMinuteMs;
    b.issue(1);
    b.now += 6 * kMinuteMs; // loan 12 of 20, cash 6 of 10
    QCOMPARE(b.call(1), loan);
    QVERIFY(b.reason().rule == CallRule::EarlierPlace);
}

void TestDispatch::equalInBothGoByTicket()
{
    Branch b = openBranch();
    const TicketId loan = b.issue(2);
    b.issue(1);
    b.issue(3);
    QCOMPARE(b.call(3), loan); // nobody has waited yet
    QVERIFY(b.reason().rule == CallRule::LowerTicket);
    QCOMPARE(b.reason().waitedMs, TimeMs(0));
    QCOMPARE(b.reason().runnerUp, std::string("A01"));
    QCOMPARE(b.reason().services, std::int64_t(3));
}

void TestDispatch::theOrderOfTheProfileDoesNotMatter()
{
    Branch b = openBranch();
    b.issue(2);
    b.issue(1);
    b.now += kMinuteMs;
    b.issue(3);
    b.now += 3 * kMinuteMs; // 4 of 20, 4 of 10, 3 of 5
    std::vector<ServiceId> order = {{1}, {2}, {3}};
    int orders = 0;
    do {
        const auto choice = nextFor(b.state, {{9}, {"x", ""}, order}, b.now);
        QVERIFY(choice.has_value());
        QCOMPARE(choice->ticket.value, std::int64_t(3));
        QCOMPARE(choice->reason.runnerUp, std::string("A01"));
        QCOMPARE(choice->reason.runnerUpService, ServiceId{1});
        ++orders;
    } while (std::next_permutation(order.begin(), order.end()));
    QCOMPARE(orders, 6);
}

void TestDispatch::theRunnerUpIsTheSecondBest()
{
    Branch b = openBranch();
    const TicketId card = b.issue(3);
    b.issue(3); // second of the best queue: not the runner-up, which is of another service
    b.now += kMinuteMs;
    b.issue(1);
    b.issue(2);
    b.now += 2 * kMinuteMs; // 3 of 5, 2 of 10, 2 of 20
    QCOMPARE(b.call(3), card);
    QVERIFY((b.reason()
             == CallReason{CallRule::ServiceLevel,
                           {3},
                           3 * kMinuteMs,
                           5 * kMinuteMs,
                           4,
                           3,
                           "A03",
                           {1},
                           2 * kMinuteMs,
                           10 * kMinuteMs}));
}

void TestDispatch::servicesNotOfTheProfileAreNotCounted()
{
    Branch b = openBranch();
    b.issue(1);
    b.issue(3);
    b.now += kMinuteMs;
    const TicketId loan = b.issue(2);
    QCOMPARE(b.call(2), loan);
    QCOMPARE(b.reason().waiting, std::int64_t(1));
    QVERIFY(b.reason().rule == CallRule::OnlyOne);
}

void TestDispatch::aPlaceAheadOfNowCountsAsNoWait()
{
    Branch b = openBranch();
    b.issue(1);
    const auto choice = nextFor(b.state, *b.state.profile({1}), b.now - 5000);
    QVERIFY(choice.has_value());
    QCOMPARE(choice->reason.waitedMs, TimeMs(0));
}

void TestDispatch::yearsOfWaitingDoNotOverflow()
{
    Branch b = openBranch();
    BranchSetup setup = sampleSetup();
    for (Service &service : setup.services)
        service.serviceLevelMs = 12 * kHourMs;
    QCOMPARE(b.run(command::DefineBranch{setup}), std::string());
    const TicketId first = b.issue(1);
    b.now += 1;
    b.issue(2);
    b.now += 300 * 366 * kDayMs; // a played clock may be set anywhere
    QCOMPARE(b.call(1), first);
    QVERIFY(b.reason().waitedMs > b.reason().runnerUpWaitedMs);
}

void TestDispatch::theCallHoldsTheReason()
{
    Branch b = openBranch();
    b.issue(1);
    b.issue(2);
    b.now += kMinuteMs;
    const auto choice = nextFor(b.state, *b.state.profile({1}), b.now);
    QVERIFY(choice.has_value());
    QCOMPARE(b.call(1), choice->ticket);
    QVERIFY(b.reason() == choice->reason);
    const auto &event = std::get<event::TicketCalled>(b.events.at(0));
    QCOMPARE(event.counter, CounterId{1});
    QCOMPARE(event.staff, StaffId{1});
}

QTEST_APPLESS_MAIN(TestDispatch)
#include "tst_dispatch.moc"
