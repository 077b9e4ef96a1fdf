// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/queue/fixture.h"

#include <QTest>

#include <algorithm>

using namespace tiepdon;
using namespace tiepdon::testing;

// Service levels of the sample branch: service 1 ten minutes, 2 twenty, 3 five. What is common to all rules is
// shown under the share of the promise used up, which is easy to follow.

namespace {

Branch openUnder(CallingRuleKind kind, std::int64_t maxOvertaken = 0)
{
    Branch b = openBranch();
    BranchSetup setup = sampleSetup();
    setup.settings.calling = CallingRule::classical();
    setup.settings.calling.kind = kind;
    setup.settings.calling.maxOvertaken = maxOvertaken;
    if (!b.run(command::DefineBranch{setup}).empty())
        qFatal("the rule is refused");
    return b;
}

Branch openByRatio() { return openUnder(CallingRuleKind::Ratio); }

/// The choice of a rule with its numbers, those of a runner-up left out.
void compareChoice(const CallReason &reason, CallRule rule, std::int64_t service, TimeMs waitedMs,
                   std::int64_t waiting, std::int64_t services)
{
    QCOMPARE(reason.rule, rule);
    QCOMPARE(reason.service, ServiceId{service});
    QCOMPARE(reason.waitedMs, waitedMs);
    QCOMPARE(reason.waiting, waiting);
    QCOMPARE(reason.services, services);
}

void compareRunnerUp(const CallReason &reason, const std::string &number, std::int64_t service, TimeMs waitedMs,
                     TimeMs promiseMs)
{
    QCOMPARE(reason.runnerUp, number);
    QCOMPARE(reason.runnerUpService, ServiceId{service});
    QCOMPARE(reason.runnerUpWaitedMs, waitedMs);
    QCOMPARE(reason.runnerUpServiceLevelMs, promiseMs);
}

/// Segment 1 goes before others by rank and weighs twice, 2 is of people with a booking.
BranchSetup setupWithSegments(CallingRuleKind kind, std::int64_t maxOvertaken = 0)
{
    BranchSetup setup = sampleSetup();
    setup.segments = {{{1}, {"Ưu tiên", "Priority"}, 2, 2000, 5 * kMinuteMs},
                      {{2}, {"Hẹn trước", "Booked"}, 1, 2000, 5 * kMinuteMs}};
    setup.priorityReasons = {{{1}, {"Người cao tuổi", "Elderly"}, {1}, true}};
    setup.settings.booking.segment = {2};
    setup.settings.calling = CallingRule::classical();
    setup.settings.calling.kind = kind;
    setup.settings.calling.maxOvertaken = maxOvertaken;
    return setup;
}

Branch openWithSegments(CallingRuleKind kind, std::int64_t maxOvertaken = 0)
{
    Branch b = openBranch();
    if (!b.run(command::DefineBranch{setupWithSegments(kind, maxOvertaken)}).empty())
        qFatal("the segments are refused");
    return b;
}

TicketId issueAs(Branch &b, std::int64_t service, std::int64_t segment, std::optional<TimeMs> bookedMs = {})
{
    return b.run(command::IssueTicket{{service}, {segment}, {}, bookedMs, {}}).empty() ? b.state.lastTicket()
                                                                                       : TicketId{};
}

} // namespace

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
    void equalInBothGoByServiceThenTicket();
    void theOrderOfTheProfileDoesNotMatter();
    void theRunnerUpIsTheSecondBest();
    void servicesNotOfTheProfileAreNotCounted();
    void aPlaceAheadOfNowCountsAsNoWait();
    void yearsOfWaitingDoNotOverflow();
    void theCallHoldsTheReason();
    void theEarliestArrivalGoesFirst();
    void theHighestRankGoesFirst();
    void thePromiseThatEndsFirstGoesFirst();
    void thePriceOfWaitingCountsWithTheRateOfService();
    void thePriceOfABrokenPromise();
    void aBrokenPromiseWeighsLessUntilTheGuard();
    void whoWaitedLongestAllowedGoesBeforeWhoDidNot();
    void aBookingWeighsMoreInTheChoice();
    void segmentsHaveTheirOwnPromiseAndWeight();
    void whoIsBookedIsCalledEarlyOnlyWhenNobodyIsDue_data();
    void whoIsBookedIsCalledEarlyOnlyWhenNobodyIsDue();
    void whoWasOvertakenOftenEnoughGoesFirst();
    void onlyCallsThatCouldHaveBeenTheirsOvertake();
    void whoWasPutFirstGoesBeforeOtherSegments();
    void theFirstOfTheServiceCanStillBePutBeforeOtherSegments();
    void skillsDecideWhoServes();
    void aLanguageIsForThoseWhoSpeakItWhileAnybodyDoes();
    void whoIsSentToACounterOrAPersonWaitsForThem();
};

void TestDispatch::nobodyWaits()
{
    const Branch b = openByRatio();
    QVERIFY(!nextFor(b.state, *b.state.counterState({3}), b.now));
}

void TestDispatch::onlyOneWaits()
{
    Branch b = openByRatio();
    const TicketId ticket = b.issue(2);
    b.now += 1234;
    QCOMPARE(b.call(1), ticket);
    compareChoice(b.reason(), CallRule::OnlyOne, 2, 1234, 1, 1);
    QCOMPARE(b.reason().serviceLevelMs, 20 * kMinuteMs);
    QCOMPARE(b.reason().runnerUp, std::string());
}

void TestDispatch::onlyOneServiceHasPeople()
{
    Branch b = openByRatio();
    const TicketId first = b.issue(1);
    b.now += 1000;
    b.issue(1);
    QCOMPARE(b.call(1), first);
    compareChoice(b.reason(), CallRule::OnlyService, 1, 1000, 2, 1);
    QCOMPARE(b.reason().runnerUp, std::string());
}

void TestDispatch::theLargestShareOfTheServiceLevelGoesFirst()
{
    Branch b = openByRatio();
    b.issue(2);
    b.now += 6 * kMinuteMs;
    const TicketId cash = b.issue(1);
    b.now += 7 * kMinuteMs; // loan 13 of 20, cash 7 of 10
    QCOMPARE(b.call(1), cash);
    compareChoice(b.reason(), CallRule::ServiceLevel, 1, 7 * kMinuteMs, 2, 2);
    compareRunnerUp(b.reason(), "B01", 2, 13 * kMinuteMs, 20 * kMinuteMs);
}

void TestDispatch::sharesTurnWithTime()
{
    Branch b = openByRatio();
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
    Branch b = openByRatio();
    const TicketId loan = b.issue(2);
    b.now += 6 * kMinuteMs;
    b.issue(1);
    b.now += 6 * kMinuteMs; // loan 12 of 20, cash 6 of 10
    QCOMPARE(b.call(1), loan);
    QVERIFY(b.reason().rule == CallRule::EarlierPlace);
}

void TestDispatch::equalInBothGoByServiceThenTicket()
{
    Branch b = openByRatio();
    b.issue(2);
    const TicketId cash = b.issue(1);
    b.issue(3);
    QCOMPARE(b.call(3), cash); // nobody has waited yet; the first service has the first word
    QVERIFY(b.reason().rule == CallRule::LowerTicket);
    QCOMPARE(b.reason().waitedMs, TimeMs(0));
    QCOMPARE(b.reason().runnerUp, std::string("B01"));
    QCOMPARE(b.reason().services, std::int64_t(3));
}

void TestDispatch::theOrderOfTheProfileDoesNotMatter()
{
    Branch b = openByRatio();
    b.issue(2);
    b.issue(1);
    b.now += kMinuteMs;
    b.issue(3);
    b.now += 3 * kMinuteMs; // 4 of 20, 4 of 10, 3 of 5
    std::vector<ServiceId> order = {{1}, {2}, {3}};
    int orders = 0;
    do {
        QCOMPARE(b.run(command::DefineProfile{{{3}, {"x", ""}, order}}), std::string());
        const auto choice = nextFor(b.state, *b.state.counterState({3}), b.now);
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
    Branch b = openByRatio();
    const TicketId card = b.issue(3);
    b.issue(3); // second of the best queue: not the runner-up, which is of another service
    b.now += kMinuteMs;
    b.issue(1);
    b.issue(2);
    b.now += 2 * kMinuteMs; // 3 of 5, 2 of 10, 2 of 20
    QCOMPARE(b.call(3), card);
    compareChoice(b.reason(), CallRule::ServiceLevel, 3, 3 * kMinuteMs, 4, 3);
    compareRunnerUp(b.reason(), "A03", 1, 2 * kMinuteMs, 10 * kMinuteMs);
}

void TestDispatch::servicesNotOfTheProfileAreNotCounted()
{
    Branch b = openByRatio();
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
    Branch b = openByRatio();
    b.issue(1);
    const auto choice = nextFor(b.state, *b.state.counterState({1}), b.now - 5000);
    QVERIFY(choice.has_value());
    QCOMPARE(choice->reason.waitedMs, TimeMs(0));
}

void TestDispatch::yearsOfWaitingDoNotOverflow()
{
    Branch b = openByRatio();
    BranchSetup setup = sampleSetup();
    setup.settings.calling = b.state.settings().calling;
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
    Branch b = openByRatio();
    b.issue(1);
    b.issue(2);
    b.now += kMinuteMs;
    const auto choice = nextFor(b.state, *b.state.counterState({1}), b.now);
    QVERIFY(choice.has_value());
    QCOMPARE(b.call(1), choice->ticket);
    QVERIFY(b.reason() == choice->reason);
    const auto &event = std::get<event::TicketCalled>(b.events.at(0));
    QCOMPARE(event.counter, CounterId{1});
    QCOMPARE(event.staff, StaffId{1});
}

void TestDispatch::theEarliestArrivalGoesFirst()
{
    Branch b = openUnder(CallingRuleKind::Arrival);
    const TicketId loan = b.issue(2);
    b.now += 1;
    b.issue(1);
    b.now += 9 * kMinuteMs; // the other has used up the larger share
    QCOMPARE(b.call(1), loan);
    QCOMPARE(b.reason().rule, CallRule::EarlierPlace);
    compareRunnerUp(b.reason(), "A01", 1, 9 * kMinuteMs, 10 * kMinuteMs);
}

void TestDispatch::theHighestRankGoesFirst()
{
    Branch b = openWithSegments(CallingRuleKind::FixedPriority);
    const TicketId ordinary = b.issue(1);
    b.now += kHourMs;
    const TicketId booked = issueAs(b, 2, 2);
    b.now += 1;
    const TicketId first = issueAs(b, 1, 1);
    b.now += 1;
    const TicketId second = issueAs(b, 2, 1);
    QCOMPARE(b.call(1), first);
    QCOMPARE(b.reason().rule, CallRule::EarlierPlace); // the runner-up has the same rank
    QCOMPARE(b.reason().segment, SegmentId{1});
    QCOMPARE(b.call(3), second);
    QCOMPARE(b.reason().rule, CallRule::Rank);
    QCOMPARE(b.call(2), booked);
    QCOMPARE(b.reason().rule, CallRule::OnlyOne);
    QCOMPARE(b.stateOf(ordinary), std::string("waiting"));
}

void TestDispatch::thePromiseThatEndsFirstGoesFirst()
{
    Branch b = openUnder(CallingRuleKind::EarliestDue);
    b.issue(2); // until minute 20
    b.now += 9 * kMinuteMs;
    const TicketId cash = b.issue(1); // until minute 19
    QCOMPARE(b.call(1), cash);
    QCOMPARE(b.reason().rule, CallRule::DueFirst);
    QCOMPARE(b.reason().indexNano, std::int64_t(-600'000'000'000)); // ten minutes left
    QCOMPARE(b.reason().runnerUpIndexNano, std::int64_t(-660'000'000'000));
}

void TestDispatch::thePriceOfWaitingCountsWithTheRateOfService()
{
    Branch b = openUnder(CallingRuleKind::GeneralizedCMu);
    b.issue(2);
    const TicketId cash = b.issue(1);
    b.now += 8 * kMinuteMs;
    QCOMPARE(b.call(1), cash);
    QCOMPARE(b.reason().rule, CallRule::WaitingCost);
    // 2 * (8/10) / 600 s / 300 s, and 2 * (8/20) / 1200 s / 900 s
    QCOMPARE(b.reason().indexNano, std::int64_t(8889));
    QCOMPARE(b.reason().runnerUpIndexNano, std::int64_t(741));
}

void TestDispatch::thePriceOfABrokenPromise()
{
    Branch b = openUnder(CallingRuleKind::BrokenPromise);
    b.issue(2);
    const TicketId cash = b.issue(1);
    b.now += 8 * kMinuteMs;
    QCOMPARE(b.call(1), cash);
    QCOMPARE(b.reason().rule, CallRule::Price);
    // (exp(-120/210)/.35 + .2*(.8+.1)) / 600 / 300, and (exp(-720/420)/.35 + .2*(.4+.1)) / 1200 / 900
    QCOMPARE(b.reason().indexNano, std::int64_t(9964));
    QCOMPARE(b.reason().runnerUpIndexNano, std::int64_t(569));
    QCOMPARE(b.reason().weightPermille, std::int64_t(1000));
    QCOMPARE(b.reason().meanServiceMs, 5 * kMinuteMs);
    QCOMPARE(b.reason().runnerUpMeanServiceMs, 15 * kMinuteMs);
}

void TestDispatch::aBrokenPromiseWeighsLessUntilTheGuard()
{
    Branch b = openUnder(CallingRuleKind::BrokenPromise);
    const TicketId late = b.issue(1);
    b.now += 38 * kMinuteMs; // under four times ten minutes
    const TicketId card = b.issue(3);
    b.now += 100 * kSecondMs;
    QCOMPARE(nextFor(b.state, *b.state.counterState({3}), b.now)->ticket,
             late); // .6 + .25*2.97 against a far promise
    b.now += 15 * kSecondMs;
    const auto beforeGuard = nextFor(b.state, *b.state.counterState({3}), b.now);
    QCOMPARE(beforeGuard->reason.rule, CallRule::Price);
    b.now = b.ticket(late).place.ms + 40 * kMinuteMs + 1;
    const auto past = nextFor(b.state, *b.state.counterState({3}), b.now);
    QCOMPARE(past->ticket, late);
    QCOMPARE(past->reason.rule, CallRule::PastGuard);
    QCOMPARE(past->reason.runnerUp, b.ticket(card).number);
}

void TestDispatch::whoWaitedLongestAllowedGoesBeforeWhoDidNot()
{
    Branch b = openUnder(CallingRuleKind::BrokenPromise);
    BranchSetup setup = b.state.setup();
    setup.settings.calling.longestWaitMs = 30 * kMinuteMs;
    QCOMPARE(b.run(command::DefineBranch{setup}), std::string());
    const TicketId loan = b.issue(2);
    b.now += 25 * kMinuteMs;
    const TicketId card = b.issue(3);
    b.now += 4 * kMinuteMs + 59 * kSecondMs; // the card's promise is about to break
    QCOMPARE(nextFor(b.state, *b.state.counterState({3}), b.now)->ticket, card);
    b.now += 2 * kSecondMs;
    const auto next = nextFor(b.state, *b.state.counterState({3}), b.now);
    QCOMPARE(next->ticket, loan);
    QCOMPARE(next->reason.rule, CallRule::PastGuard);
}

void TestDispatch::aBookingWeighsMoreInTheChoice()
{
    Branch b = openWithSegments(CallingRuleKind::BrokenPromise);
    BranchSetup setup = b.state.setup();
    setup.settings.calling.bookedPermille = 3000;
    QCOMPARE(b.run(command::DefineBranch{setup}), std::string());
    issueAs(b, 1, 1); // of the same weight and promise
    b.now += 10 * kSecondMs;
    const TicketId booked = issueAs(b, 1, 0, b.now);
    b.now += 2 * kMinuteMs;
    QCOMPARE(b.call(1), booked);
    QCOMPARE(b.reason().weightPermille, std::int64_t(6000));
    QCOMPARE(b.reason().runnerUpWeightPermille, std::int64_t(2000));
}

void TestDispatch::segmentsHaveTheirOwnPromiseAndWeight()
{
    Branch b = openWithSegments(CallingRuleKind::BrokenPromise);
    BranchSetup setup = setupWithSegments(CallingRuleKind::BrokenPromise);
    setup.services[0].promises = {{{1}, 3 * kMinuteMs, 0}};
    setup.services[0].weightPermille = 500;
    QCOMPARE(b.run(command::DefineBranch{setup}), std::string());
    QCOMPARE(b.state.promiseMs({1}, {}), 10 * kMinuteMs);
    QCOMPARE(b.state.promiseMs({1}, {1}), 3 * kMinuteMs);
    QCOMPARE(b.state.promiseMs({1}, {2}), 5 * kMinuteMs);
    QCOMPARE(b.state.terms({1}, {1}).weight, 1.0);
    QCOMPARE(b.state.terms({2}, {1}).weight, 2.0);
    b.issue(1);
    b.now += 1;
    const TicketId priority = issueAs(b, 1, 1);
    b.now += 2 * kMinuteMs;
    QCOMPARE(b.call(1), priority);
    QCOMPARE(b.reason().serviceLevelMs, 3 * kMinuteMs);
    QCOMPARE(b.reason().runnerUpSegment, SegmentId{});
    QCOMPARE(b.reason().services, std::int64_t(1));
    QCOMPARE(b.reason().waiting, std::int64_t(2));
}

void TestDispatch::whoIsBookedIsCalledEarlyOnlyWhenNobodyIsDue_data()
{
    QTest::addColumn<CallingRuleKind>("kind");
    for (std::size_t i = 0; i < names(CallingRuleKind{}).size(); ++i)
        QTest::newRow(names(CallingRuleKind{}).at(i).data()) << static_cast<CallingRuleKind>(i);
}

void TestDispatch::whoIsBookedIsCalledEarlyOnlyWhenNobodyIsDue()
{
    QFETCH(CallingRuleKind, kind);
    Branch b = openWithSegments(kind);
    const TicketId booked = issueAs(b, 1, 0, b.now + 10 * kMinuteMs);
    QCOMPARE(b.ticket(booked).segment, SegmentId{2});
    QCOMPARE(b.ticket(booked).place.ms, b.now + 10 * kMinuteMs);
    b.now += kMinuteMs;
    const TicketId other = b.issue(1);
    b.issue(2);
    QCOMPARE(b.call(3), other);
    QCOMPARE(b.run(command::CancelTicket{{3}, HandReason::Other}), std::string());
    QCOMPARE(b.call(1), booked);
    QCOMPARE(b.reason().waitedMs, TimeMs(0));
    QCOMPARE(b.ticket(booked).step.waitMs(), TimeMs(0));
}

void TestDispatch::whoWasOvertakenOftenEnoughGoesFirst()
{
    Branch b = openWithSegments(CallingRuleKind::FixedPriority, 3);
    const TicketId ordinary = b.issue(1);
    b.now += 1;
    const TicketId behind = b.issue(1);
    const auto callPriority = [&] {
        b.now += kSecondMs;
        const TicketId priority = issueAs(b, 1, 1);
        const TicketId called = b.call(1);
        if (called == priority) {
            b.run(command::StartService{{1}, called});
            b.run(command::FinishService{{1}, called});
        }
        return called == priority;
    };
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(callPriority());
        QCOMPARE(b.state.overtaken(b.ticket(ordinary)), std::int64_t(i));
    }
    QVERIFY(!callPriority());
    QCOMPARE(b.reason().rule, CallRule::Overtaken);
    QCOMPARE(b.reason().overtaken, std::int64_t(3));
    QCOMPARE(b.reason().runnerUpSegment, SegmentId{1});
    QCOMPARE(b.stateOf(ordinary), std::string("called"));
    // the next in that queue was overtaken as often
    QCOMPARE(b.call(3), behind);
    QCOMPARE(b.reason().rule, CallRule::Overtaken);
    QCOMPARE(b.call(2), TicketId{});
}

void TestDispatch::onlyCallsThatCouldHaveBeenTheirsOvertake()
{
    Branch b = openWithSegments(CallingRuleKind::FixedPriority, 3);
    const TicketId cash = b.issue(1);
    b.now += 1;
    b.issue(2);
    QVERIFY(b.call(2).isSet()); // counter 2 does not serve cash
    QCOMPARE(b.state.overtaken(b.ticket(cash)), std::int64_t(0));
    const TicketId named = issueAs(b, 1, 1);
    QCOMPARE(b.run(command::CallTicket{{1}, named}), std::string()); // a person's choice
    QCOMPARE(b.state.overtaken(b.ticket(cash)), std::int64_t(0));
    QCOMPARE(b.run(command::ServeWalkIn{{3}, {1}, {}}), std::string());
    QCOMPARE(b.state.overtaken(b.ticket(cash)), std::int64_t(0));
}

void TestDispatch::whoWasPutFirstGoesBeforeOtherSegments()
{
    Branch b = openWithSegments(CallingRuleKind::FixedPriority);
    issueAs(b, 1, 1);
    b.now += kMinuteMs;
    const TicketId ordinary = b.issue(1);
    b.now += kMinuteMs;
    QCOMPARE(b.run(command::RaiseTicket{ordinary, HandReason::OurMistake}), std::string());
    QCOMPARE(b.call(1), ordinary);
    QCOMPARE(b.reason().rule, CallRule::Raised);
    QCOMPARE(b.reason().waitedMs, kMinuteMs);
}

void TestDispatch::theFirstOfTheServiceCanStillBePutBeforeOtherSegments()
{
    Branch b = openWithSegments(CallingRuleKind::FixedPriority);
    const TicketId ordinary = b.issue(1);
    b.now += kMinuteMs;
    issueAs(b, 1, 1);
    QCOMPARE(b.run(command::RaiseTicket{ordinary, HandReason::NeedsHelp}), std::string());
    QVERIFY(!b.events.empty());
    QCOMPARE(b.call(1), ordinary);
}

void TestDispatch::skillsDecideWhoServes()
{
    Branch b = openByRatio();
    BranchSetup setup = sampleSetup();
    setup.services[0].neededSkill = 2;
    setup.staff[0].skills = {{{1}, 1}};
    setup.staff[2].skills = {{{1}, 2}};
    QCOMPARE(b.run(command::DefineBranch{setup}), std::string());
    const TicketId cash = b.issue(1);
    QCOMPARE(b.refusal(command::CallNext{{1}}), std::string("NobodyWaiting"));
    QCOMPARE(b.call(3), cash);
}

void TestDispatch::aLanguageIsForThoseWhoSpeakItWhileAnybodyDoes()
{
    Branch b = openByRatio();
    BranchSetup setup = sampleSetup();
    setup.staff[2].languages = {"en"};
    QCOMPARE(b.run(command::DefineBranch{setup}), std::string());
    QCOMPARE(b.run(command::IssueTicket{{1}, {}, {}, {}, "en"}), std::string());
    const TicketId english = b.state.lastTicket();
    QCOMPARE(b.refusal(command::CallNext{{1}}), std::string("NobodyWaiting"));
    QCOMPARE(b.run(command::SignOff{{3}}), std::string());
    QCOMPARE(b.call(1), english); // better than nobody
    QCOMPARE(b.refusal(command::IssueTicket{{1}, {}, {}, {}, "English"}), std::string("InvalidParams"));
}

void TestDispatch::whoIsSentToACounterOrAPersonWaitsForThem()
{
    Branch b = openByRatio();
    const TicketId toCounter = b.issue(1);
    b.now += 1;
    const TicketId toStaff = b.issue(1);
    command::Transfer send{{}, toCounter, {1}, TransferPlace::ByTimeWaited, {}, {}, {}, 0, {}};
    send.toCounter = {2}; // which does not serve cash otherwise
    QCOMPARE(b.run(send), std::string());
    send = {{}, toStaff, {1}, TransferPlace::ByTimeWaited, {}, {}, {}, 0, {}};
    send.toStaff = {3};
    QCOMPARE(b.run(send), std::string());
    QCOMPARE(b.refusal(command::CallNext{{1}}), std::string("NobodyWaiting"));
    QCOMPARE(b.call(2), toCounter);
    QCOMPARE(b.call(3), toStaff);
    send.toCounter = {1};
    QCOMPARE(b.refusal(send), std::string("WrongState"));
}

QTEST_APPLESS_MAIN(TestDispatch)
#include "tst_dispatch.moc"
