// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/queue/countermoves.h"
#include "tests/queue/fixture.h"

#include <QTest>

using namespace tiepdon;
using namespace tiepdon::testing;

/// Counters moved together: all or nothing, as seen, and the same way back.
class TestCounterMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPersonGoesToAClosedCounterAndBack();
    void aPersonTakesOverACounterWithItsTicket();
    void twoSwapTheirCounters();
    void whoServesDoesNotLeave();
    void aCounterThatIsNotAsSeenStaysAsItIs_data();
    void aCounterThatIsNotAsSeenStaysAsItIs();
    void peopleWhoWaitAreNotLeftUnasked();
    void nothingIsDoneOfMovesThatCannotBe_data();
    void nothingIsDoneOfMovesThatCannotBe();
    void everyMoveGoesBack();
};

namespace {

constexpr CounterStanding kClosed{};

CounterStanding at(const Branch &b, std::int64_t counter) { return standingOf(*b.state.counterState({counter})); }

/// Does the moves; the name of the refusal, "" when they are done.
std::string run(Branch &b, const std::vector<CounterMove> &moves, bool mayLeave = false)
{
    const auto events = decideMoves(b.state, moves, mayLeave, b.now);
    if (!events)
        return std::string(name(events.error().code));
    for (const Event &event : *events)
        apply(b.state, event, b.now);
    const auto wrong = violations(b.state);
    return wrong.empty() ? std::string() : wrong.front();
}

} // namespace

void TestCounterMoves::aPersonGoesToAClosedCounterAndBack()
{
    Branch b = openBranch();
    QCOMPARE(b.run(command::SignOff{{2}}), std::string());
    const CounterStanding before = at(b, 1);
    const std::vector<CounterMove> moves{{{1}, before, kClosed}, {{2}, kClosed, {{1}, {2}, {}}}};
    QCOMPARE(run(b, moves), std::string());
    QVERIFY(!at(b, 1).isOpen());
    QVERIFY((at(b, 2) == CounterStanding{{1}, {2}, {}}));
    QCOMPARE(run(b, backwards(moves)), std::string());
    QVERIFY(at(b, 1) == before);
    QVERIFY(!at(b, 2).isOpen());
}

void TestCounterMoves::aPersonTakesOverACounterWithItsTicket()
{
    Branch b = openBranch();
    const TicketId served = b.issue(2);
    QCOMPARE(b.call(2), served);
    const std::vector<CounterMove> moves{{{1}, at(b, 1), kClosed}, {{2}, at(b, 2), {{1}, {3}, {}}}};
    QCOMPARE(run(b, moves), std::string());
    QCOMPARE(b.state.counterState({2})->ticket, served);
    QVERIFY((at(b, 2) == CounterStanding{{1}, {3}, {}}));
    QVERIFY(!at(b, 1).isOpen());
    // and back while the ticket is still there
    QCOMPARE(run(b, backwards(moves)), std::string());
    QCOMPARE(b.state.counterState({2})->ticket, served);
    QVERIFY((at(b, 2) == CounterStanding{{2}, {2}, {}}));
    QVERIFY((at(b, 1) == CounterStanding{{1}, {1}, {}}));
}

void TestCounterMoves::twoSwapTheirCounters()
{
    Branch b = openBranch();
    const std::vector<CounterMove> moves{{{1}, at(b, 1), {{2}, {1}, {}}}, {{2}, at(b, 2), {{1}, {2}, {}}}};
    QCOMPARE(run(b, moves), std::string());
    QCOMPARE(at(b, 1).staff, StaffId{2});
    QCOMPARE(at(b, 2).staff, StaffId{1});
}

void TestCounterMoves::whoServesDoesNotLeave()
{
    Branch b = openBranch();
    b.issue(1);
    b.call(1);
    const StateImage before = b.state.image();
    QCOMPARE(run(b, {{{1}, at(b, 1), kClosed}}), std::string("CounterBusy"));
    QCOMPARE(run(b, {{{1}, at(b, 1), {{1}, {1}, BreakReason::Meal}}}), std::string("CounterBusy"));
    QCOMPARE(run(b, {{{2}, at(b, 2), {{1}, {2}, {}}}, {{1}, at(b, 1), kClosed}}), std::string("CounterBusy"));
    QVERIFY(b.state.image() == before);
}

void TestCounterMoves::aCounterThatIsNotAsSeenStaysAsItIs_data()
{
    QTest::addColumn<CounterStanding>("seen");
    QTest::newRow("seen closed") << kClosed;
    QTest::newRow("seen with another person") << CounterStanding{{2}, {1}, {}};
    QTest::newRow("seen with another profile") << CounterStanding{{1}, {2}, {}};
    QTest::newRow("seen on a break") << CounterStanding{{1}, {1}, BreakReason::Meal};
}

void TestCounterMoves::aCounterThatIsNotAsSeenStaysAsItIs()
{
    QFETCH(const CounterStanding, seen);
    Branch b = openBranch();
    const auto moved = decideMoves(b.state, {{{2}, at(b, 2), kClosed}, {{1}, seen, {{1}, {3}, {}}}}, true, b.now);
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, ErrorCode::CounterChanged);
    QCOMPARE(moved.error().detail.at("counter"), std::string("1"));
    QCOMPARE(moved.error().detail.at("staff"), std::string("1"));
    QCOMPARE(moved.error().detail.at("profile"), std::string("1"));
}

void TestCounterMoves::peopleWhoWaitAreNotLeftUnasked()
{
    Branch b = openBranch();
    const CounterStanding third = at(b, 3); // the only one that serves 3
    QCOMPARE(run(b, {{{3}, third, {{3}, {1}, {}}}}), std::string()); // nobody waits for it
    QCOMPARE(run(b, {{{3}, at(b, 3), third}}), std::string());
    b.issue(3);
    const auto refused = decideMoves(b.state, {{{3}, third, kClosed}}, false, b.now);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ServiceUnserved);
    QCOMPARE(refused.error().detail.at("services"), std::string("3"));
    // somebody else takes it on in the same move
    QCOMPARE(run(b, {{{3}, third, kClosed}, {{1}, at(b, 1), {{1}, {3}, {}}}}), std::string());
    QCOMPARE(run(b, {{{1}, at(b, 1), kClosed}}, true), std::string());
    QVERIFY(!at(b, 1).isOpen());
}

void TestCounterMoves::nothingIsDoneOfMovesThatCannotBe_data()
{
    using Moves = std::vector<CounterMove>;
    QTest::addColumn<Moves>("moves");
    QTest::addColumn<std::string>("refusal");
    const CounterStanding first{{1}, {1}, {}};
    const CounterStanding second{{2}, {2}, {}};
    QTest::newRow("no moves") << Moves{} << std::string("InvalidParams");
    QTest::newRow("a counter twice") << Moves{{{1}, first, kClosed}, {{1}, first, kClosed}}
                                     << std::string("InvalidParams");
    QTest::newRow("closed with a profile") << Moves{{{1}, first, {{}, {1}, {}}}} << std::string("InvalidParams");
    QTest::newRow("no such counter") << Moves{{{9}, kClosed, kClosed}} << std::string("UnknownCounter");
    QTest::newRow("no such person") << Moves{{{2}, second, kClosed}, {{1}, first, {{9}, {1}, {}}}}
                                    << std::string("UnknownStaff");
    QTest::newRow("no such profile") << Moves{{{2}, second, kClosed}, {{1}, first, {{1}, {9}, {}}}}
                                     << std::string("UnknownProfile");
    QTest::newRow("somebody who is elsewhere")
        << Moves{{{2}, second, kClosed}, {{1}, first, {{3}, {1}, {}}}} << std::string("StaffElsewhere");
}

void TestCounterMoves::nothingIsDoneOfMovesThatCannotBe()
{
    QFETCH(const std::vector<CounterMove>, moves);
    QFETCH(const std::string, refusal);
    Branch b = openBranch();
    const StateImage before = b.state.image();
    QCOMPARE(run(b, moves), refusal);
    QVERIFY(b.state.image() == before);
}

/// Whatever is done, the same moves the other way round make the counters what they were.
void TestCounterMoves::everyMoveGoesBack()
{
    Random random(20261128);
    const auto below = [&random](std::uint64_t end) { return random.next() % end; };
    Branch b = openBranch();
    int done = 0;
    for (int i = 0; i < 4000; ++i) {
        std::vector<CounterMove> moves;
        for (std::int64_t counter = 1; counter <= 3; ++counter) {
            if (below(2) == 0)
                continue;
            CounterStanding to;
            if (below(4) != 0) {
                to = {{static_cast<std::int64_t>(below(3)) + 1}, {static_cast<std::int64_t>(below(3)) + 1}, {}};
                if (below(3) == 0)
                    to.onBreak = BreakReason::Rest;
            }
            moves.push_back({{counter}, at(b, counter), to});
        }
        const std::vector<CounterStanding> before{at(b, 1), at(b, 2), at(b, 3)};
        if (!run(b, moves, true).empty())
            continue;
        ++done;
        for (const CounterMove &move : moves)
            QVERIFY(at(b, move.counter.value) == move.to);
        if (below(2) == 0)
            continue;
        QCOMPARE(run(b, backwards(moves), true), std::string());
        QVERIFY((std::vector<CounterStanding>{at(b, 1), at(b, 2), at(b, 3)} == before));
    }
    QVERIFY2(done > 400, qPrintable(QString::number(done)));
}

QTEST_APPLESS_MAIN(TestCounterMoves)
#include "tst_countermoves.moc"
