// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/advice.h"
#include "core/queue/engine.h"

#include <QTest>

#include <algorithm>

using namespace tiepdon;

namespace {

constexpr TimeMs kMorning = 1777597200000; // 2026-05-01T01:00:00Z, 8 o'clock in Hanoi
constexpr ServiceId kCash{1};
constexpr ServiceId kLoans{2};
constexpr ProfileId kCashOnly{1};
constexpr ProfileId kLoansOnly{2};
constexpr ProfileId kEverything{3};
constexpr ProfileId kCashToo{4}; // serves what kCashOnly serves

/// A branch whose floor is as a test wants it.
class Branch
{
public:
    explicit Branch(std::int64_t counters = 4, std::int64_t staff = 5)
    {
        BranchSetup setup;
        setup.settings.name = {"Chi nhánh thử", "Test branch"};
        setup.services = {{kCash, {"Tiền mặt", "Cash"}, "A", 5 * kMinuteMs, 10 * kMinuteMs},
                          {kLoans, {"Vay vốn", "Loans"}, "B", 12 * kMinuteMs, 15 * kMinuteMs}};
        setup.services[1].neededSkill = 2;
        setup.profiles = {{kCashOnly, {"Tiền mặt", "Cash"}, {kCash}},
                          {kLoansOnly, {"Vay vốn", "Loans"}, {kLoans}},
                          {kEverything, {"Tất cả", "Everything"}, {kCash, kLoans}},
                          {kCashToo, {"Tiền", "Money"}, {kCash}}};
        for (std::int64_t k = 1; k <= counters; ++k)
            setup.counters.push_back({{k}, k, kCashOnly});
        for (std::int64_t s = 1; s <= staff; ++s)
            setup.staff.push_back({{s}, "Nhân viên", {{kLoans, 3}}, {}});
        must(command::DefineBranch{setup});
        must(command::OpenDay{"2026-05-01"});
    }

    BranchState state;
    TimeMs now = kMorning;

    void must(const Command &command)
    {
        const auto events = decide(state, command, now);
        if (!events)
            qFatal("a command is refused: %s", events.error().message.c_str());
        for (const Event &event : *events)
            apply(state, event, now);
    }
    void open(std::int64_t counter, ProfileId profile) { must(command::SignOn{{counter}, {counter}, profile}); }
    /// Somebody has just been called to it.
    void keepBusy(std::int64_t counter, ServiceId service)
    {
        must(command::IssueTicket{service});
        must(command::CallTicket{{counter}, state.lastTicket()});
    }
    void wait(ServiceId service, int people)
    {
        for (int i = 0; i < people; ++i)
            must(command::IssueTicket{service});
    }
    void unskilled(std::int64_t staff)
    {
        Staff who = *state.staffMember({staff});
        who.skills.clear();
        must(command::DefineStaff{who});
    }
    Advisor advisor() const { return Advisor(state, Forecast(), now); }
    FoundAdvice advised() const { return advisor().advise(); }
    /// As a branch that has seen one quiet day.
    FoundAdvice advisedFromDays() const
    {
        Forecast knowledge;
        knowledge.arrived("2026-04-29", 9 * kHourMs, kCash, {});
        knowledge.arrived("2026-05-01", 7 * kHourMs, kCash, {});
        return Advisor(state, std::move(knowledge), now).advise();
    }
    Result<MoveEffect> whatIf(const std::vector<FloorMove> &moves) const { return advisor().whatIf(moves); }
};

const ServiceEffect *of(const MoveEffect &effect, ServiceId service)
{
    const auto at = std::find_if(effect.services.begin(), effect.services.end(),
                                 [&](const ServiceEffect &each) { return each.before.service == service; });
    return at == effect.services.end() ? nullptr : &*at;
}

bool serves(const Branch &branch, ProfileId profile, ServiceId service)
{
    const auto &services = branch.state.profile(profile)->services;
    return std::find(services.begin(), services.end(), service) != services.end();
}

} // namespace

class TestAdvice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIdleCounterIsSwitchedToWhereItPilesUp();
    void aClosedCounterIsOpenedWhenAllAreAtWork();
    void whoLacksTheSkillIsNotSent();
    void withNobodyFreeItIsAHint();
    void aWellMannedFloorIsLeftAlone();
    void whatIsNotWorthItsPriceIsNotAdvised();
    void aCounterThatNobodyNeedsMayClose();
    void theLastCounterOfAServiceNeverCloses();
    void onTheFirstDayNoCounterCloses();
    void onTheFirstDayPeopleKeepComing();
    void whatLeavesAServiceUnservedIsSaidAndNotAdvised();
    void aBreakIsShownAndNotForced();
    void anEffectIsReckonedFromTheSameFutures();
    void theSameFloorGetsTheSameAdvice();
    void movesAreMadeOneAfterTheOther();
    void aMoveThatCannotBeIsRefused_data();
    void aMoveThatCannotBeIsRefused();
    void peopleOfAFutureAreThoseItCalls();
    void whoIsPutAsideIsNotCounted();
    void aWaitThatDoesNotEndIsSaidToBeLonger();
    void aBreakAndAMoveOfAPersonTakeTheirTime();
    void whoMovedIsMetWhereTheyAreNow();
    void twoPeopleMayChangePlaces();
    void aCounterThatIsLeftCanBeOpened();
    void aBreakGoesWithThePerson();
};

void TestAdvice::anIdleCounterIsSwitchedToWhereItPilesUp()
{
    Branch branch;
    branch.open(1, kCashOnly);
    branch.open(2, kCashOnly);
    branch.open(3, kLoansOnly);
    branch.keepBusy(3, kLoans);
    branch.wait(kLoans, 5);
    const FoundAdvice found = branch.advised();
    QVERIFY(!found.moves.empty());
    const AdvisedMove &best = found.moves.front();
    QCOMPARE(best.move.kind, FloorMoveKind::Switch);
    QVERIFY(best.move.counter == CounterId{1} || best.move.counter == CounterId{2});
    QVERIFY(serves(branch, best.move.profile, kLoans));
    QVERIFY(!best.isHint);
    const ServiceEffect *loans = of(best.effect, kLoans);
    QVERIFY(loans);
    QCOMPARE(loans->before.waiting, 5);
    QCOMPARE(loans->before.people, 5);
    QVERIFY(loans->after.p80WaitMs < loans->before.p80WaitMs);
    QVERIFY(loans->after.keptPermille > loans->before.keptPermille);
    QVERIFY(best.effect.keptAfterPermille > best.effect.keptBeforePermille);
    QVERIFY(best.effect.gainMilli > 1000);
    QCOMPARE(best.effect.counterMin, 0);
    QVERIFY(best.effect.betterIn > 38 && best.effect.betterIn <= best.effect.futures);
    QCOMPARE(best.effect.futures, 64);
}

void TestAdvice::aClosedCounterIsOpenedWhenAllAreAtWork()
{
    Branch branch;
    for (const std::int64_t k : {1, 2, 3}) {
        branch.open(k, kEverything);
        branch.keepBusy(k, kCash);
    }
    branch.wait(kCash, 25);
    branch.wait(kLoans, 4);
    const FoundAdvice found = branch.advised();
    QVERIFY(!found.moves.empty());
    const AdvisedMove &best = found.moves.front();
    QCOMPARE(best.move.kind, FloorMoveKind::Open);
    QCOMPARE(best.move.counter, CounterId{4});
    QVERIFY(best.move.staff == StaffId{4} || best.move.staff == StaffId{5});
    QCOMPARE(best.effect.counterMin, 30);
    QVERIFY(best.effect.gainMilli > 5000);
    QVERIFY(!best.isHint);
}

void TestAdvice::whoLacksTheSkillIsNotSent()
{
    Branch branch;
    branch.unskilled(4);
    branch.open(3, kLoansOnly);
    branch.keepBusy(3, kLoans);
    branch.must(command::SignOn{{1}, {1}, kCashOnly});
    branch.must(command::SignOn{{2}, {2}, kCashOnly});
    branch.keepBusy(1, kCash);
    branch.keepBusy(2, kCash);
    branch.wait(kCash, 10);
    branch.wait(kLoans, 14);
    // openings are all that can be worth it
    const FoundAdvice found = Advisor(branch.state, Forecast(), branch.now, AdvicePrices{0.5, 1000}).advise();
    const auto open = std::find_if(found.moves.begin(), found.moves.end(),
                                   [](const AdvisedMove &each) { return each.move.kind == FloorMoveKind::Open; });
    QVERIFY(open != found.moves.end());
    QVERIFY(serves(branch, open->move.profile, kLoans));
    QCOMPARE(open->move.staff, StaffId{5});
    // and by hand it does nothing for them
    FloorMove move{FloorMoveKind::Open, {4}, {4}, kLoansOnly};
    const auto effect = branch.whatIf({move});
    QVERIFY(effect);
    QCOMPARE(effect->gainMilli, 0);
}

void TestAdvice::withNobodyFreeItIsAHint()
{
    Branch branch(4, 3);
    for (const std::int64_t k : {1, 2, 3}) {
        branch.open(k, kEverything);
        branch.keepBusy(k, kCash);
    }
    branch.wait(kCash, 30);
    const FoundAdvice found = branch.advised();
    QVERIFY(!found.moves.empty());
    QCOMPARE(found.moves.front().move.kind, FloorMoveKind::Open);
    QVERIFY(!found.moves.front().move.staff.isSet());
    QVERIFY(found.moves.front().isHint);
}

void TestAdvice::aWellMannedFloorIsLeftAlone()
{
    Branch branch;
    branch.open(1, kCashOnly);
    branch.open(2, kLoansOnly);
    branch.wait(kCash, 1);
    const FoundAdvice found = branch.advised();
    QVERIFY(found.moves.empty());
    QCOMPARE(found.keptPermille, 1000);
    QCOMPARE(found.services.size(), std::size_t{1});
    QCOMPARE(found.services.front().service, kCash);
}

void TestAdvice::whatIsNotWorthItsPriceIsNotAdvised()
{
    Branch branch;
    branch.open(1, kEverything);
    branch.keepBusy(1, kCash);
    branch.wait(kCash, 6);
    const FoundAdvice dear = Advisor(branch.state, Forecast(), branch.now, AdvicePrices{1000, 1}).advise();
    QVERIFY(dear.moves.empty());
    const FoundAdvice cheap = Advisor(branch.state, Forecast(), branch.now, AdvicePrices{0.5, 1}).advise();
    QVERIFY(!cheap.moves.empty());
    QCOMPARE(cheap.moves.front().move.kind, FloorMoveKind::Open);
}

void TestAdvice::aCounterThatNobodyNeedsMayClose()
{
    Branch branch;
    branch.open(1, kEverything);
    branch.open(2, kEverything);
    branch.open(3, kEverything);
    const FoundAdvice found = branch.advisedFromDays();
    QCOMPARE(found.moves.size(), std::size_t{1});
    QCOMPARE(found.moves.front().move.kind, FloorMoveKind::Close);
    QCOMPARE(found.moves.front().effect.counterMin, -75);
    QCOMPARE(found.moves.front().effect.worseIn, 0);
}

void TestAdvice::theLastCounterOfAServiceNeverCloses()
{
    Branch branch;
    branch.open(1, kCashOnly);
    branch.open(2, kEverything);
    // nobody waits, so nothing is lost; still who comes for a loan would find nobody
    for (const AdvisedMove &each : branch.advisedFromDays().moves)
        QVERIFY(each.move.counter != CounterId{2});
    Branch one;
    one.open(1, kEverything);
    QVERIFY(one.advisedFromDays().moves.empty());
}

void TestAdvice::onTheFirstDayNoCounterCloses()
{
    Branch branch;
    branch.open(1, kEverything);
    branch.open(2, kEverything);
    branch.open(3, kEverything);
    QVERIFY(!branch.advisedFromDays().moves.empty());
    QVERIFY(branch.advised().moves.empty());
}

void TestAdvice::onTheFirstDayPeopleKeepComing()
{
    Branch branch;
    branch.open(1, kEverything);
    Forecast knowledge;
    for (TimeMs at = 7 * kHourMs; at < 8 * kHourMs; at += 6 * kMinuteMs)
        knowledge.arrived("2026-05-01", at, kCash, {});
    const FoundAdvice found = Advisor(branch.state, std::move(knowledge), branch.now).advise();
    QCOMPARE(found.services.size(), std::size_t{1});
    QCOMPARE(found.services.front().service, kCash);
    // ten in the last hour, so about twelve in the next 75 minutes
    QVERIFY2(found.services.front().people >= 9 && found.services.front().people <= 16,
             qPrintable(QString::number(found.services.front().people)));
}

void TestAdvice::whatLeavesAServiceUnservedIsSaidAndNotAdvised()
{
    Branch branch(3, 3);
    branch.open(1, kCashOnly);
    branch.keepBusy(1, kCash);
    branch.open(2, kCashOnly);
    branch.keepBusy(2, kCash);
    branch.open(3, kLoansOnly);
    branch.wait(kCash, 40);
    branch.keepBusy(3, kLoans);
    branch.wait(kLoans, 1);
    const auto effect = branch.whatIf({{FloorMoveKind::Switch, {3}, {}, kCashOnly}});
    QVERIFY(effect);
    QCOMPARE(effect->unserved, std::vector<ServiceId>{kLoans});
    QVERIFY(effect->gainMilli > 2000); // it would be worth it
    for (const AdvisedMove &each : branch.advised().moves) {
        QVERIFY(each.effect.unserved.empty());
        QVERIFY(each.move.kind != FloorMoveKind::Switch || serves(branch, each.move.profile, kLoans));
    }
    const auto closed = branch.whatIf({{FloorMoveKind::Close, {3}}});
    QVERIFY(closed);
    QCOMPARE(closed->unserved, std::vector<ServiceId>{kLoans});
    QVERIFY(closed->gainMilli < 0);
}

void TestAdvice::aBreakIsShownAndNotForced()
{
    Branch branch(2, 2);
    branch.open(1, kEverything);
    branch.keepBusy(1, kCash);
    branch.open(2, kEverything);
    branch.must(command::TakeBreak{{2}, BreakReason::Meal});
    branch.wait(kCash, 12);
    const FoundAdvice found = branch.advised();
    QVERIFY(!found.moves.empty());
    QCOMPARE(found.moves.front().move.kind, FloorMoveKind::EndBreak);
    QCOMPARE(found.moves.front().move.counter, CounterId{2});
    QVERIFY(found.moves.front().isHint);
}

void TestAdvice::anEffectIsReckonedFromTheSameFutures()
{
    Branch branch;
    branch.open(1, kCashOnly);
    branch.open(2, kCashOnly);
    branch.wait(kCash, 30);
    // another name for the same work changes nothing at all, in no future
    const auto same = branch.whatIf({{FloorMoveKind::Switch, {1}, {}, kCashToo}});
    QVERIFY(same);
    QCOMPARE(same->gainMilli, 0);
    QCOMPARE(same->betterIn + same->worseIn, 0);
    QCOMPARE(of(*same, kCash)->before, of(*same, kCash)->after);
    // one counter less is worse in each
    const auto less = branch.whatIf({{FloorMoveKind::Close, {1}}});
    QVERIFY(less);
    QCOMPARE(less->worseIn, 64);
    QCOMPARE(less->counterMin, -75);
}

void TestAdvice::theSameFloorGetsTheSameAdvice()
{
    Branch branch;
    branch.open(1, kEverything);
    branch.wait(kLoans, 9);
    branch.wait(kCash, 9);
    const FoundAdvice one = branch.advised();
    const FoundAdvice two = branch.advised();
    QVERIFY(!one.moves.empty());
    QCOMPARE(one.moves.size(), two.moves.size());
    for (std::size_t i = 0; i < one.moves.size(); ++i) {
        QVERIFY(one.moves[i].move == two.moves[i].move);
        QVERIFY(one.moves[i].effect == two.moves[i].effect);
        // and asked about by hand, the same is said of it
        const auto asked = branch.whatIf({one.moves[i].move});
        QVERIFY(asked && *asked == one.moves[i].effect);
    }
}

void TestAdvice::movesAreMadeOneAfterTheOther()
{
    Branch branch;
    branch.open(1, kCashOnly);
    branch.wait(kLoans, 6);
    branch.wait(kCash, 6);
    const FloorMove away{FloorMoveKind::Switch, {1}, {}, kLoansOnly};
    const FloorMove back{FloorMoveKind::Switch, {1}, {}, kCashOnly};
    const auto both = branch.whatIf({away, back});
    QVERIFY(both);
    QCOMPARE(both->betterIn + both->worseIn, 0);
    // who leaves one counter can open another
    const auto moved = branch.whatIf({{FloorMoveKind::Close, {1}}, {FloorMoveKind::Open, {2}, {1}, kEverything}});
    QVERIFY(moved);
    QCOMPARE(moved->counterMin, 0);
    QVERIFY(of(*moved, kLoans)->after.keptPermille > 0);
    QCOMPARE(of(*moved, kLoans)->before.keptPermille, 0);
}

void TestAdvice::aMoveThatCannotBeIsRefused_data()
{
    QTest::addColumn<FloorMove>("move");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("a counter that is not there")
        << FloorMove{FloorMoveKind::Close, {9}} << ErrorCode::UnknownCounter;
    QTest::newRow("a profile that is not there")
        << FloorMove{FloorMoveKind::Switch, {1}, {}, {9}} << ErrorCode::UnknownProfile;
    QTest::newRow("no profile") << FloorMove{FloorMoveKind::Switch, {1}} << ErrorCode::UnknownProfile;
    QTest::newRow("somebody who is not there")
        << FloorMove{FloorMoveKind::Open, {3}, {9}, kCashOnly} << ErrorCode::UnknownStaff;
    QTest::newRow("opening what is open")
        << FloorMove{FloorMoveKind::Open, {1}, {4}, kCashOnly} << ErrorCode::CounterOccupied;
    QTest::newRow("opening by who is elsewhere")
        << FloorMove{FloorMoveKind::Open, {3}, {1}, kCashOnly} << ErrorCode::StaffElsewhere;
    QTest::newRow("switching what is closed")
        << FloorMove{FloorMoveKind::Switch, {3}, {}, kCashOnly} << ErrorCode::CounterNotOpen;
    QTest::newRow("closing what is closed") << FloorMove{FloorMoveKind::Close, {3}} << ErrorCode::CounterNotOpen;
    QTest::newRow("moving nobody") << FloorMove{FloorMoveKind::MovePerson, {3}, {}, {}, {4}}
                                   << ErrorCode::CounterNotOpen;
    QTest::newRow("moving to where somebody is")
        << FloorMove{FloorMoveKind::MovePerson, {1}, {}, {}, {2}} << ErrorCode::CounterOccupied;
    QTest::newRow("moving to nowhere") << FloorMove{FloorMoveKind::MovePerson, {1}, {}, {}, {9}}
                                       << ErrorCode::UnknownCounter;
    QTest::newRow("a second break") << FloorMove{FloorMoveKind::Break, {2}} << ErrorCode::CounterOnBreak;
    QTest::newRow("ending no break") << FloorMove{FloorMoveKind::EndBreak, {1}} << ErrorCode::WrongState;
}

void TestAdvice::aMoveThatCannotBeIsRefused()
{
    QFETCH(FloorMove, move);
    QFETCH(ErrorCode, code);
    Branch branch;
    branch.open(1, kCashOnly);
    branch.open(2, kCashOnly);
    branch.must(command::TakeBreak{{2}, BreakReason::Rest});
    const auto refused = branch.whatIf({{FloorMoveKind::Switch, {1}, {}, kEverything}, move});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    QCOMPARE(refused.error().detail.at("move"), std::string("1"));
    // nothing of it stays
    Advisor advisor = branch.advisor();
    QVERIFY(!advisor.whatIf({{FloorMoveKind::Switch, {1}, {}, kLoansOnly}, move}));
    const auto none = advisor.whatIf({});
    QVERIFY(none);
    QCOMPARE(none->betterIn + none->worseIn, 0);
}

void TestAdvice::peopleOfAFutureAreThoseItCalls()
{
    Branch branch;
    branch.open(1, kEverything);
    branch.open(2, kCashOnly);
    branch.wait(kCash, 12);
    branch.wait(kLoans, 7);
    const Floor floor = Forecast().floorOf(branch.state, branch.now);
    Futures futures;
    std::size_t n = 0;
    futures.playPeople(floor, 7, 3, 5, 20 * kMinuteMs,
                       [&](std::size_t future, std::span<const Futures::Person> people) {
                           QCOMPARE(future, 3 + n++);
                           QCOMPARE(people.size(), std::size_t{19});
                           std::size_t called = 0;
                           for (const Futures::Person &person : people) {
                               QCOMPARE(person.referenceMs, branch.now);
                               QVERIFY(person.calledMs <= branch.now + 20 * kMinuteMs);
                               called += person.calledMs > 0 ? 1U : 0U;
                           }
                           QVERIFY(called >= 2 && called < 19);
                       });
    QCOMPARE(n, std::size_t{5});
}

void TestAdvice::whoIsPutAsideIsNotCounted()
{
    Branch branch;
    branch.open(1, kCashOnly);
    branch.keepBusy(1, kCash);
    const TicketId held = branch.state.lastTicket();
    branch.must(command::StartService{{1}, held});
    branch.must(command::Park{{1}, held, ParkReason::FillsForm, 5 * kMinuteMs});
    const auto effect = branch.whatIf({});
    QVERIFY(effect);
    QVERIFY(effect->services.empty());
}

void TestAdvice::aWaitThatDoesNotEndIsSaidToBeLonger()
{
    Branch branch;
    branch.open(1, kCashOnly);
    branch.wait(kLoans, 4);
    const auto effect = branch.whatIf({{FloorMoveKind::Open, {2}, {2}, kLoansOnly}});
    QVERIFY(effect);
    const ServiceEffect *loans = of(*effect, kLoans);
    QVERIFY(loans->before.isP80Least);
    QCOMPARE(loans->before.p80WaitMs, Advisor::kAheadMs);
    QCOMPARE(loans->before.keptPermille, 0);
    QVERIFY(!loans->after.isP80Least);
    QVERIFY(loans->after.p80WaitMs < Advisor::kAheadMs);
    // nobody who waits is called before somebody had time to sit down
    QVERIFY(effect->unserved.empty());
}

void TestAdvice::aBreakAndAMoveOfAPersonTakeTheirTime()
{
    Branch branch;
    branch.open(1, kCashOnly);
    branch.wait(kCash, 3);
    FloorMove rest{FloorMoveKind::Break, {1}};
    rest.forMs = 20 * kMinuteMs;
    const auto broken = branch.whatIf({rest});
    QVERIFY(broken);
    QVERIFY(of(*broken, kCash)->after.p80WaitMs >= of(*broken, kCash)->before.p80WaitMs + 15 * kMinuteMs);
    const auto moved = branch.whatIf({{FloorMoveKind::MovePerson, {1}, {}, {}, {3}}});
    QVERIFY(moved);
    const TimeMs later = of(*moved, kCash)->after.p80WaitMs - of(*moved, kCash)->before.p80WaitMs;
    QVERIFY(later > kMinuteMs && later < 4 * kMinuteMs);
    QVERIFY(moved->unserved.empty());
    QCOMPARE(moved->counterMin, 0);
}

void TestAdvice::whoMovedIsMetWhereTheyAreNow()
{
    Branch branch;
    branch.open(1, kCashOnly);
    branch.wait(kCash, 2);
    branch.wait(kLoans, 6);
    const FloorMove walk{FloorMoveKind::MovePerson, {1}, {}, {}, {2}};
    const auto switched = branch.whatIf({walk, {FloorMoveKind::Switch, {2}, {}, kLoansOnly}});
    QVERIFY(switched);
    QCOMPARE(of(*switched, kLoans)->before.keptPermille, 0);
    QVERIFY(of(*switched, kLoans)->after.keptPermille > 0);
    QCOMPARE(switched->unserved, std::vector<ServiceId>{kCash});
    // which of both comes first is all the same
    const auto other = branch.whatIf({{FloorMoveKind::Switch, {1}, {}, kLoansOnly}, walk});
    QVERIFY(other && *other == *switched);

    const auto closed = branch.whatIf({walk, {FloorMoveKind::Close, {2}}});
    QVERIFY(closed);
    QCOMPARE(of(*closed, kCash)->after.keptPermille, 0);
    QVERIFY(of(*closed, kCash)->before.keptPermille > 0);
    QCOMPARE(closed->unserved, std::vector<ServiceId>{kCash});
    QCOMPARE(closed->counterMin, -75);

    FloorMove rest{FloorMoveKind::Break, {2}};
    rest.forMs = 20 * kMinuteMs;
    const auto rested = branch.whatIf({walk, rest});
    QVERIFY(rested);
    QVERIFY(of(*rested, kCash)->after.p80WaitMs >= of(*rested, kCash)->before.p80WaitMs + 15 * kMinuteMs);
    // and there and back is where they were
    Advisor advisor = branch.advisor();
    QVERIFY(advisor.whatIf({walk, {FloorMoveKind::Close, {2}}}));
    const auto back = advisor.whatIf({walk, {FloorMoveKind::MovePerson, {2}, {}, {}, {1}}});
    const auto stayed = advisor.whatIf({{FloorMoveKind::Switch, {1}, {}, kCashOnly}});
    QVERIFY(back && stayed);
    QCOMPARE(back->unserved, stayed->unserved);
    QVERIFY(of(*back, kCash)->after.keptPermille > 0);
    QCOMPARE(stayed->betterIn + stayed->worseIn, 0);
}

void TestAdvice::twoPeopleMayChangePlaces()
{
    Branch branch;
    branch.open(1, kCashOnly);
    branch.open(2, kLoansOnly);
    branch.wait(kCash, 4);
    branch.wait(kLoans, 4);
    const std::vector<FloorMove> swapped{{FloorMoveKind::MovePerson, {1}, {}, {}, {3}},
                                         {FloorMoveKind::MovePerson, {2}, {}, {}, {1}},
                                         {FloorMoveKind::MovePerson, {3}, {}, {}, {2}}};
    const auto effect = branch.whatIf(swapped);
    QVERIFY(effect);
    QVERIFY(effect->unserved.empty());
    QCOMPARE(effect->counterMin, 0);
    const auto without = [&](std::int64_t counter) {
        std::vector<FloorMove> moves = swapped;
        moves.push_back({FloorMoveKind::Close, {counter}});
        const auto found = branch.whatIf(moves);
        return found ? found->unserved : std::vector<ServiceId>();
    };
    QCOMPARE(without(1), std::vector<ServiceId>{kLoans});
    QCOMPARE(without(2), std::vector<ServiceId>{kCash});
    std::vector<FloorMove> third = swapped;
    third.push_back({FloorMoveKind::Close, {3}});
    const auto nobody = branch.whatIf(third);
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().code, ErrorCode::CounterNotOpen);
}

void TestAdvice::aCounterThatIsLeftCanBeOpened()
{
    Branch branch;
    branch.open(1, kCashOnly);
    branch.keepBusy(1, kCash);
    branch.wait(kCash, 2);
    branch.wait(kLoans, 4);
    const FloorMove walk{FloorMoveKind::MovePerson, {1}, {}, {}, {2}};
    const auto opened = branch.whatIf({walk, {FloorMoveKind::Open, {1}, {3}, kLoansOnly}});
    QVERIFY(opened);
    QVERIFY(of(*opened, kLoans)->after.keptPermille > 0);
    QVERIFY(of(*opened, kCash)->after.keptPermille > 0);
    QCOMPARE(opened->counterMin, 75);
    // where somebody is still served nobody sits down
    const auto full = branch.whatIf({{FloorMoveKind::Open, {2}, {2}, kLoansOnly},
                                     {FloorMoveKind::Close, {1}},
                                     {FloorMoveKind::MovePerson, {2}, {}, {}, {1}}});
    QVERIFY(!full);
    QCOMPARE(full.error().code, ErrorCode::CounterOccupied);
    QCOMPARE(full.error().detail.at("move"), std::string("2"));
}

void TestAdvice::aBreakGoesWithThePerson()
{
    Branch branch;
    branch.open(1, kCashOnly);
    branch.must(command::TakeBreak{{1}, BreakReason::Meal});
    branch.wait(kCash, 3);
    const FloorMove walk{FloorMoveKind::MovePerson, {1}, {}, {}, {2}};
    const auto still = branch.whatIf({walk});
    const auto ended = branch.whatIf({walk, {FloorMoveKind::EndBreak, {2}}});
    QVERIFY(still && ended);
    QVERIFY(of(*ended, kCash)->after.p80WaitMs + 5 * kMinuteMs < of(*still, kCash)->after.p80WaitMs);
    const auto twice = branch.whatIf({walk, {FloorMoveKind::Break, {2}}});
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, ErrorCode::CounterOnBreak);
    // who goes home has ended it
    const auto anew = branch.whatIf(
        {{FloorMoveKind::Close, {1}}, {FloorMoveKind::Open, {1}, {2}, kCashOnly}, {FloorMoveKind::EndBreak, {1}}});
    QVERIFY(!anew);
    QCOMPARE(anew.error().code, ErrorCode::WrongState);
}

QTEST_APPLESS_MAIN(TestAdvice)
#include "tst_advice.moc"
