// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/effectpreview.h"
#include "app/supervisor/floorstrips.h"
#include "tests/ui/floorbench.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QListWidget>

using namespace tiepdon;

namespace {

constexpr ProfileId kCash{1};
constexpr ProfileId kAccounts{2};
constexpr StaffId kFree{7};
const CounterStanding kClosed{};

} // namespace

/// People moved between counters by hand and by keyboard: what is said before, what happens, and the way back.
class TestFloorDrag : public QObject, private FloorBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }
    void init() { begin(); }
    void cleanup() { end(); }

    void somebodyFreeIsDraggedOntoAClosedCounter()
    {
        m_window->floorPage().strips().showPeople();
        DragChip *chip = m_window->floorPage().strips().people().chip(kFree);
        QVERIFY(chip && chip->isVisible());
        const std::unique_ptr<QMimeData> person(carried(staffMimeType(), kFree.value));
        enter(tile(3), person.get());
        QVERIFY(isShown("actionPanel"));
        QVERIFY(text("actionCover").contains(QStringLiteral("2 → 3"))); // before anything is done
        QVERIFY(!isShown("actionConfirmButton"));
        drop(tile(3), person.get());
        QVERIFY(m_link->moved().empty());
        confirm();
        QTRY_COMPARE(at(3).staff, kFree);
        QCOMPARE(at(3).profile, kCash); // the counter's own
        undo();
        QTRY_VERIFY(at(3) == kClosed);
    }

    void somebodyMovesFromOneCounterToAnotherAsOneStep()
    {
        freeCounter(5);
        const CounterStanding before = at(5);
        const std::unique_ptr<QMimeData> person(carried(staffMimeType(), before.staff.value));
        enter(tile(3), person.get());
        drop(tile(3), person.get());
        confirm();
        QTRY_COMPARE(at(3).staff, before.staff);
        QVERIFY(at(5) == kClosed);
        QCOMPARE(m_link->moved().size(), 1U);
        QCOMPARE(m_link->moved().back().moves.size(), 2U);
        QVERIFY(text("undoText").contains(QStringLiteral("Counter 5 → Counter 3")));
        undo();
        QTRY_VERIFY(at(5) == before);
        QVERIFY(at(3) == kClosed);
        QCOMPARE(m_link->moved().size(), 2U);
    }

    void anOccupiedCounterIsTakenOverWithItsTicket()
    {
        const TicketId served = m_link->branch().counterState(CounterId{4})->ticket;
        const CounterStanding before = at(4);
        m_window->floorPage().askPlace(CounterId{4}, kFree);
        QVERIFY(text("actionHint").contains(QStringLiteral("stays at the counter")));
        confirm();
        QTRY_COMPARE(at(4).staff, kFree);
        QCOMPARE(m_link->branch().counterState(CounterId{4})->ticket, served);
        undo();
        QTRY_VERIFY(at(4) == before);
        QCOMPARE(m_link->branch().counterState(CounterId{4})->ticket, served);
    }

    void whoServesSomebodyIsNotDraggedAway()
    {
        const std::unique_ptr<QMimeData> person(carried(staffMimeType(), at(4).staff.value));
        enter(tile(3), person.get());
        QVERIFY(tile(3)->accessibleName().contains(QStringLiteral("still with them")));
        drop(tile(3), person.get());
        QVERIFY(!isShown("actionPanel"));
        // by keyboard it is said in the form
        m_window->floorPage().askPlace(CounterId{3}, at(4).staff);
        QVERIFY(text("actionHint").contains(QStringLiteral("finished, transferred")));
        QVERIFY(!button("actionConfirmButton")->isEnabled());
    }

    void aPersonIsPlacedByKeyboardAlone()
    {
        tile(3)->setFocus();
        QTRY_VERIFY(tile(3)->hasFocus());
        QTest::keyClick(tile(3), Qt::Key_F4);
        auto *people = find<QListWidget>("actionChoice");
        QTRY_VERIFY(people->hasFocus());
        QCOMPARE(people->count(), 7); // everybody, and where they are
        QVERIFY(people->item(0)->text().contains(QStringLiteral("at no counter")));
        const StaffId chosen{people->item(1)->data(Qt::UserRole).toLongLong()};
        QTest::keyClick(people, Qt::Key_Down);
        QTest::keyClick(people, Qt::Key_Return);
        QTRY_COMPARE(at(3).staff, chosen);
        QTRY_COMPARE(m_window->focusWidget(), tile(3));
    }

    void theChipPlacesAtTheCounterThatIsLookedAt()
    {
        tile(3)->setFocus();
        m_window->floorPage().strips().showPeople();
        DragChip *chip = m_window->floorPage().strips().people().chip(kFree);
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_Return);
        QCOMPARE(find<QListWidget>("actionChoice")->currentItem()->data(Qt::UserRole).toLongLong(),
                 static_cast<qlonglong>(kFree.value));
        confirm();
        QTRY_COMPARE(at(3).staff, kFree);
    }

    void theStripSaysWhereEverybodyIs()
    {
        freeCounter(5);
        run(command::TakeBreak{CounterId{5}, BreakReason::Meal});
        m_window->floorPage().strips().showPeople();
        PeopleStrip &people = m_window->floorPage().strips().people();
        QVERIFY(people.chip(kFree)->accessibleDescription().contains(QStringLiteral("at no counter")));
        QVERIFY(people.chip(at(5).staff)->accessibleDescription().contains(QStringLiteral("on a break")));
        QVERIFY(people.chip(at(4).staff)->accessibleDescription().contains(QStringLiteral("Counter 4, with")));
        QTRY_VERIFY(people.chip(kFree)->x() < people.chip(at(5).staff)->x()); // who can be had comes first
        QTRY_VERIFY(people.chip(at(5).staff)->x() < people.chip(at(4).staff)->x());
    }

    void theSecondOfTwoHearsWhoWasFirst()
    {
        m_window->floorPage().askPlace(CounterId{3}, kFree);
        m_link->hold();
        confirm();
        run(command::SignOn{CounterId{3}, StaffId{3}, {}}); // theirs arrives first
        m_link->release();
        QTRY_VERIFY(errorText().contains(QStringLiteral("Lý Thị Mai")));
        QCOMPARE(at(3).staff, StaffId{3});
        QVERIFY(text("actionHint").contains(QStringLiteral("Phạm Thu Hà"))); // what it is now
        confirm(); // knowing that
        QTRY_COMPARE(at(3).staff, kFree);
    }

    void aChangeWhileOneLooksSaysWhoMadeIt()
    {
        m_window->floorPage().askPlace(CounterId{3}, kFree);
        run(command::SignOn{CounterId{3}, StaffId{3}, {}});
        QVERIFY(text("actionWarning").contains(QStringLiteral("Somebody else")));
        QTRY_VERIFY(text("actionWarning").contains(QStringLiteral("Lý Thị Mai")));
        QVERIFY(text("actionWarning").contains(QStringLiteral("Phạm Thu Hà")));
    }

    void closingIsRefusedToWhomItIsNotAsSeen()
    {
        freeCounter(5);
        m_window->floorPage().action().open({Action::Kind::Close, CounterId{5}, {}, {}});
        m_link->hold();
        confirm();
        run(command::TakeBreak{CounterId{5}, BreakReason::Meal});
        m_link->release();
        QTRY_VERIFY(errorText().contains(QStringLiteral("Lý Thị Mai")));
        QVERIFY(at(5).isOpen());
    }

    void leavingPeopleAloneWantsAReason()
    {
        QVERIFY(!m_link->branch().waiting(ServiceId{4}).empty()); // loans: counter 6 alone
        freeCounter(6);
        m_window->floorPage().action().open({Action::Kind::Close, CounterId{6}, {}, {}});
        QVERIFY(text("actionWarning").contains(QStringLiteral("No counter is left for: Loans")));
        confirm();
        QVERIFY(m_link->moved().empty());
        QVERIFY(isShown("actionInsistButton"));
        auto *reason = find<QComboBox>("actionReasonChoice");
        QVERIFY(reason->isVisible());
        QCOMPARE(reason->count(), 5);
        reason->setCurrentIndex(2);
        button("actionInsistButton")->click();
        QTRY_VERIFY(!at(6).isOpen());
        QCOMPARE(m_link->moved().back().leaveUnserved, std::optional(UnservedReason::TooFewStaff));
    }

    void whatAMoveWouldChangeIsSaidBeforeItIsDone()
    {
        m_window->floorPage().askPlace(CounterId{3}, kFree);
        find<QComboBox>("actionFirstChoice")->setCurrentIndex(2); // loans
        QVERIFY(text("actionEffect").contains(QStringLiteral("Working out")));
        QVERIFY(button("actionConfirmButton")->isEnabled()); // it never stands in the way
        QTRY_VERIFY2(text("actionEffect").contains(QStringLiteral("P80 wait for Loans")),
                     qPrintable(text("actionEffect")));
        QVERIFY(text("actionEffect").contains(QStringLiteral("n = 64 futures")));
        QVERIFY(button("actionConfirmButton")->accessibleDescription().contains(QStringLiteral("P80 wait")));
        m_window->floorPage().action().close();
        QVERIFY(!isShown("actionEffect"));
    }

    void withoutAForecastTheMoveIsDoneAllTheSame()
    {
        m_link->refuseNextAsked({ErrorCode::Busy, "", {}});
        m_window->floorPage().askPlace(CounterId{3}, kFree);
        QTRY_VERIFY(text("actionEffect").contains(QStringLiteral("too many ask")));
        confirm();
        QTRY_COMPARE(at(3).staff, kFree);
    }

    void movesAreAskedAboutAsTheForecastTakesThem()
    {
        const CounterStanding lan{StaffId{1}, kCash, {}};
        const CounterStanding minh{StaffId{2}, kAccounts, {}};
        using Kind = FloorMoveKind;
        const auto kinds = [](const std::vector<CounterMove> &moves) {
            std::vector<Kind> all;
            for (const FloorMove &move : floorMovesOf(moves))
                all.push_back(move.kind);
            return all;
        };
        using Kinds = std::vector<Kind>;
        QVERIFY((kinds({{CounterId{1}, kClosed, lan}}) == Kinds{Kind::Open}));
        QVERIFY((kinds({{CounterId{1}, lan, kClosed}}) == Kinds{Kind::Close}));
        QVERIFY((kinds({{CounterId{1}, lan, {StaffId{1}, kAccounts, {}}}}) == Kinds{Kind::Switch}));
        QVERIFY((kinds({{CounterId{1}, lan, kClosed}, {CounterId{2}, kClosed, lan}}) == Kinds{Kind::MovePerson}));
        QVERIFY((kinds({{CounterId{1}, lan, kClosed}, {CounterId{2}, minh, {StaffId{1}, kAccounts, {}}}})
                 == Kinds{Kind::Close}));
        QVERIFY((kinds({{CounterId{1}, lan, {StaffId{1}, kCash, BreakReason::Meal}}}) == Kinds{Kind::Break}));
        QVERIFY((kinds({{CounterId{1}, {StaffId{1}, kCash, BreakReason::Meal}, lan}}) == Kinds{Kind::EndBreak}));
        const auto moved = floorMovesOf({{CounterId{1}, lan, kClosed}, {CounterId{2}, kClosed, lan}}).front();
        QCOMPARE(moved.counter, CounterId{1});
        QCOMPARE(moved.toCounter, CounterId{2});
    }

    void awayNothingIsMovedAndThatIsSaid()
    {
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        const std::unique_ptr<QMimeData> person(carried(staffMimeType(), kFree.value));
        enter(tile(3), person.get());
        QVERIFY(tile(3)->accessibleName().contains(QStringLiteral("cannot be reached")));
        drop(tile(3), person.get());
        QVERIFY(!isShown("actionPanel"));
    }

    void whatCannotBeUndoneSaysWhy()
    {
        freeCounter(5);
        const StaffId who = at(5).staff;
        m_window->floorPage().askPlace(CounterId{3}, who);
        confirm();
        QTRY_COMPARE(at(3).staff, who);
        run(command::CallNext{CounterId{3}});
        undo();
        QTRY_VERIFY(text("undoNote").contains(QStringLiteral("when they are finished")));
        QCOMPARE(m_link->moved().size(), 1U);
        // and when somebody else has the old counter by then
        freeCounter(3);
        run(command::SignOn{CounterId{5}, kFree, {}});
        undo();
        QTRY_VERIFY(text("undoNote").contains(QStringLiteral("was changed since")));
        QCOMPARE(m_link->moved().size(), 1U);
    }

    void aBreakIsEndedFromTheTileAndTakenBack()
    {
        freeCounter(5);
        run(command::TakeBreak{CounterId{5}, BreakReason::Meal});
        menuAction(5, "endBreakAction")->trigger();
        QTRY_VERIFY(!at(5).onBreak);
        QTRY_VERIFY(m_window->desk().canAct());
        undo();
        QTRY_COMPARE(at(5).onBreak, std::optional(BreakReason::Meal));
    }
};

QTEST_MAIN(TestFloorDrag)
#include "tst_floordrag.moc"
