// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/demostates.h"
#include "app/supervisor/floorpage.h"
#include "app/supervisor/profilestrip.h"
#include "app/supervisor/supervisorwindow.h"
#include "app/supervisor/ticketspage.h"
#include "ui/entry/entryframe.h"
#include "ui/session/demobranch.h"
#include "ui/session/sentence.h"
#include "ui/widgets/countertile.h"
#include "ui/widgets/queuebar.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <iterator>
#include <set>

using namespace tiepdon;

namespace {

constexpr ProfileId kCash{1};
constexpr ProfileId kAccounts{2};
constexpr ProfileId kLoans{3};

/// Counts what is painted, by widget.
class PaintCounter : public QObject
{
public:
    using QObject::QObject;
    std::set<QString> painted;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            painted.insert(watched->objectName());
        return false;
    }
};

} // namespace

/// The supervisor's window, worked by hand and by keyboard on a branch the engine really decides.
class TestSupervisorWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }

    void init()
    {
        m_language.set(LanguageKind::English);
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        playDemoMorning(*m_link);
        m_link->setAccounts(accounts());
        m_link->enter(QStringLiteral("hung"));
        open();
    }
    void cleanup()
    {
        m_frame.reset();
        m_link.reset();
    }

    // ---- what is shown ----

    void theFloorShowsEveryCounterAndQueue()
    {
        QCOMPARE(m_window->findChildren<CounterTile *>().size(), 6);
        QCOMPARE(m_window->findChildren<QueueBar *>().size(), 5);
        const CounterFigures &first = tile(1)->figures();
        QCOMPARE(first.state, CounterFigures::State::Serving);
        QCOMPARE(first.ticket, QStringLiteral("A007"));
        QCOMPARE(first.who, QStringLiteral("Nguyễn Thị Lan"));
        QCOMPARE(first.profile, QStringLiteral("Cash desk"));
        QCOMPARE(first.timer.expectedMs, 5 * kMinuteMs);
        QVERIFY(first.today.contains(QStringLiteral("12")));
        QCOMPARE(tile(3)->figures().state, CounterFigures::State::Closed);
        QCOMPARE(bar(1)->figures().waiting,
                 static_cast<std::int64_t>(m_link->branch().waiting(ServiceId{1}).size()));
        QVERIFY(bar(1)->figures().kept);
        QCOMPARE(bar(1)->figures().kept->served, 6);
    }

    void theFiveFiguresSayTheirNumberAndPeriod()
    {
        QVERIFY(text("figure1").contains(QStringLiteral("5 of 6")));
        QVERIFY(text("figure2").contains(QStringLiteral("5 of 5")));
        QVERIFY(text("figure3").contains(QStringLiteral("n = ")));
        QVERIFY(text("figure4").contains(QStringLiteral("3 served, 2 called")));
        QVERIFY(text("figure5").contains(QStringLiteral("today, n = 16")));
        for (int i = 1; i <= 4; ++i)
            QVERIFY2(text(qPrintable(QStringLiteral("figure%1").arg(i))).contains(QStringLiteral("now")),
                     qPrintable(QString::number(i)));
    }

    void aServiceWithPeopleAndNoCounterIsSaid()
    {
        run(command::AssignProfile{CounterId{6}, kCash, {}, true});
        m_window->tick();
        QVERIFY(text("figure2").contains(QStringLiteral("Loans")));
        QCOMPARE(bar(4)->figures().forecast, QStringLiteral("no counter"));
    }

    void anEventUpdatesItsTileAtOnceAndFiguresWithTheTick()
    {
        const TicketId ticket = m_link->branch().counterState(CounterId{5})->ticket;
        run(command::StartService{CounterId{5}, ticket});
        QCOMPARE(tile(5)->figures().state, CounterFigures::State::Serving);
        QVERIFY(text("figure4").contains(QStringLiteral("3 served, 2 called")));
        m_window->tick();
        QVERIFY(text("figure4").contains(QStringLiteral("4 served, 1 called")));
        run(command::FinishService{CounterId{5}, ticket});
        QCOMPARE(tile(5)->figures().state, CounterFigures::State::Free);
        run(command::TakeBreak{CounterId{5}, BreakReason::Meal});
        QCOMPARE(tile(5)->figures().state, CounterFigures::State::OnBreak);
        m_window->tick();
        QVERIFY(text("figure5").contains(QStringLiteral("n = 17")));
    }

    void aTileSaysThatTheNextIsCalledThereAndThatWorkGoesOn()
    {
        const TicketId ticket = m_link->branch().counterState(CounterId{1})->ticket;
        run(command::WrapUp{CounterId{1}, ticket});
        QCOMPARE(tile(1)->figures().state, CounterFigures::State::WrapUp);
        QVERIFY(tile(1)->accessibleName().contains(QStringLiteral("Wrap-up")));
        m_link->advance(90 * kSecondMs);
        m_window->tick();
        QCOMPARE(tile(1)->figures().timer.elapsedMs, std::optional(90 * kSecondMs));
        // nobody waits: the next who comes is called there
        run(command::CloseDay{true});
        run(command::OpenDay{m_link->branch().businessDay()});
        run(command::SignOn{CounterId{2}, StaffId{2}, {}});
        run(command::CallNext{CounterId{2}, true});
        QCOMPARE(tile(2)->figures().state, CounterFigures::State::Free);
        QCOMPARE(tile(2)->figures().stateDetail, QStringLiteral("calls the next who comes"));
        QVERIFY(tile(2)->accessibleName().contains(QStringLiteral("calls the next who comes")));
        run(command::ForgetNext{CounterId{2}});
        QCOMPARE(tile(2)->figures().stateDetail, QString());
    }

    // ---- moving a counter ----

    void aProfileIsDraggedOntoACounter()
    {
        QWidget *panel = &m_window->floorPage().action();
        QVERIFY(!panel->isVisible());
        QMimeData profile;
        profile.setData(profileMimeType(), "1");
        enter(tile(4), profile);
        QVERIFY(panel->isVisible());
        QVERIFY(!button("actionConfirmButton")->isVisible()); // nothing to press while it is held
        QVERIFY(text("actionCover").contains(QStringLiteral("Deposits and withdrawals: 2 → 3 counters")));
        QVERIFY(text("actionCover").contains(QStringLiteral("Accounts and cards: 3 → 2 counters")));
        QVERIFY(nothingSent());
        leave(tile(4));
        QVERIFY(!panel->isVisible());
        enter(tile(4), profile);
        drop(tile(4), profile);
        QVERIFY(panel->isVisible());
        QVERIFY(nothingSent());
        QTRY_VERIFY(button("actionConfirmButton")->hasFocus());
        QTest::keyClick(button("actionConfirmButton"), Qt::Key_Return);
        QTRY_COMPARE(profileOf(4), kCash);
        QCOMPARE(m_link->moved().size(), 1U);
        QCOMPARE(m_link->moved().back().moves.front().seen.profile, kAccounts);
        QVERIFY(!m_link->moved().back().leaveUnserved);
        QVERIFY(!panel->isVisible());
        QCOMPARE(tile(4)->figures().profile, QStringLiteral("Cash desk"));
    }

    void aCounterIsDraggedOntoAProfile()
    {
        QMimeData counter;
        counter.setData(counterMimeType(), "4");
        ProfileChip *chip = find<ProfileChip>("profileChip3");
        enter(chip, counter);
        QVERIFY(text("actionTitle").contains(QStringLiteral("Loan advice")));
        drop(chip, counter);
        QTRY_VERIFY(button("actionConfirmButton")->isEnabled());
        button("actionConfirmButton")->click();
        QTRY_COMPARE(profileOf(4), kLoans);
    }

    void whatCannotBeDroppedIsSaidOnTheTile()
    {
        QMimeData profile;
        profile.setData(profileMimeType(), "1");
        enter(tile(1), profile); // has it
        QVERIFY(tile(1)->accessibleName().contains(QStringLiteral("already")));
        leave(tile(1));
        QMimeData other;
        other.setText(QStringLiteral("1"));
        enter(tile(4), other);
        drop(tile(4), other);
        QVERIFY(!find<QWidget>("actionPanel")->isVisible());
    }

    void aProfileOpensAClosedCounter()
    {
        QMimeData profile;
        profile.setData(profileMimeType(), "3");
        enter(tile(3), profile);
        QCOMPARE(text("actionTitle"), QStringLiteral("Open Counter 3"));
        drop(tile(3), profile);
        QTRY_VERIFY(button("actionConfirmButton")->isEnabled());
        button("actionConfirmButton")->click();
        QTRY_COMPARE(profileOf(3), kLoans);
        QVERIFY(m_link->branch().counterState(CounterId{3})->isOpen());
    }

    void aCounterIsMovedByKeyboardAlone()
    {
        tile(1)->setFocus();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QTRY_VERIFY(tile(4)->hasFocus());
        QVERIFY(tile(4)->isSelected());
        QTest::keyClick(tile(4), Qt::Key_Return);
        QMenu *menu = shownMenu();
        QVERIFY(menu);
        QVERIFY(action(menu, "profileAction2")->isChecked());
        QCOMPARE(menu->activeAction(), action(menu, "profileAction1"));
        QTest::keyClick(menu, Qt::Key_Return);
        // a menu takes the platform's focus with it offscreen: what the window itself would give it to
        QTRY_COMPARE(m_window->focusWidget(), button("actionConfirmButton"));
        QTest::keyClick(button("actionConfirmButton"), Qt::Key_Return);
        QTRY_COMPARE(profileOf(4), kCash);
        QTRY_COMPARE(m_window->focusWidget(), tile(4)); // goes on where it was
    }

    void arrowsGoBetweenTilesAndStopAtTheEdge()
    {
        tile(1)->setFocus();
        QTest::keyClick(tile(1), Qt::Key_Left);
        QVERIFY(tile(1)->hasFocus());
        QTest::keyClick(tile(1), Qt::Key_End);
        QVERIFY(tile(6)->hasFocus());
        QTest::keyClick(tile(6), Qt::Key_Right);
        QVERIFY(tile(6)->hasFocus());
        QTest::keyClick(tile(6), Qt::Key_Home);
        QVERIFY(tile(1)->hasFocus());
        QTest::keyClick(tile(1), Qt::Key_Down);
        QVERIFY(!tile(1)->hasFocus());
        QTRY_COMPARE(QApplication::focusWidget()->x(), tile(1)->x());
    }

    void escapeLeavesAMoveAndChangesNothing()
    {
        m_window->floorPage().action().open({Action::Kind::Move, CounterId{4}, kCash, {}});
        QTest::keyClick(button("actionConfirmButton"), Qt::Key_Escape);
        QVERIFY(!find<QWidget>("actionPanel")->isVisible());
        QVERIFY(nothingSent());
    }

    void leavingAServiceAloneWantsASecondYes()
    {
        ask({Action::Kind::Move, CounterId{6}, kCash, {}});
        QVERIFY(text("actionWarning").contains(QStringLiteral("Loans")));
        QTest::keyClick(button("actionConfirmButton"), Qt::Key_Return);
        QVERIFY(nothingSent());
        QVERIFY(button("actionInsistButton")->isVisible());
        QTRY_VERIFY(button("actionCancelButton")->hasFocus());
        QTest::keyClick(button("actionCancelButton"), Qt::Key_Return); // a second Enter does not do it
        QVERIFY(nothingSent());
        QVERIFY(!find<QWidget>("actionPanel")->isVisible());
        ask({Action::Kind::Move, CounterId{6}, kCash, {}});
        button("actionConfirmButton")->click();
        button("actionInsistButton")->click();
        QTRY_COMPARE(profileOf(6), kCash);
        QVERIFY(m_link->moved().back().leaveUnserved); // people wait for loans: a reason was given
    }

    void theSecondOfTwoSupervisorsSeesWhyAndWhatItIsNow()
    {
        ask({Action::Kind::Move, CounterId{4}, kCash, {}});
        m_link->hold();
        button("actionConfirmButton")->click();
        run(command::AssignProfile{CounterId{4}, kLoans}); // theirs arrives first
        m_link->release();
        QTRY_VERIFY(shownBanner());
        QCOMPARE(shownBanner()->property("text").toString(), sentence(Error{ErrorCode::CounterChanged, {}, {}}));
        QVERIFY(text("actionHint").contains(QStringLiteral("Loan advice")));
        QCOMPARE(profileOf(4), kLoans);
        QTRY_VERIFY(button("actionConfirmButton")->isEnabled());
        button("actionConfirmButton")->click(); // knowing that
        QTRY_COMPARE(profileOf(4), kCash);
        QCOMPARE(m_link->moved().back().moves.front().seen.profile, kLoans);
    }

    void aChangeWhileOneLooksIsSaidBefore()
    {
        ask({Action::Kind::Move, CounterId{4}, kCash, {}});
        QVERIFY(!find<QWidget>("actionWarningCard")->isVisible());
        run(command::AssignProfile{CounterId{4}, kLoans});
        QVERIFY(find<QWidget>("actionWarningCard")->isVisible());
        QVERIFY(text("actionWarning").contains(QStringLiteral("Somebody else")));
        QVERIFY(text("actionCover").contains(QStringLiteral("Loans: 2 → 1 counters")));
    }

    // ---- opening, closing, breaks ----

    void aClosedCounterIsOpenedForSomebodyFree()
    {
        menuAction(3, "openAction")->trigger();
        auto *people = find<QListWidget>("actionChoice");
        QTRY_VERIFY(people->hasFocus());
        QCOMPARE(people->count(), 2);
        QTest::keyClick(people, Qt::Key_Down);
        const QString chosen = people->currentItem()->text();
        auto *profiles = find<QComboBox>("actionFirstChoice");
        QCOMPARE(profiles->currentText(), QStringLiteral("Cash desk")); // the counter's own
        profiles->setCurrentIndex(profiles->findText(QStringLiteral("Loan advice")));
        QVERIFY(text("actionCover").contains(QStringLiteral("Loans: 1 → 2 counters")));
        QTest::keyClick(people, Qt::Key_Return);
        QTRY_VERIFY(m_link->branch().counterState(CounterId{3})->isOpen());
        QCOMPARE(tile(3)->figures().who, chosen);
        QCOMPARE(profileOf(3), kLoans);
    }

    void whoeverIsTakenMeanwhileIsNotReplacedByTheNext()
    {
        freeCounter(5);
        run(command::SignOff{CounterId{5}});
        ask({Action::Kind::Open, CounterId{3}, {}, {}});
        auto *people = find<QListWidget>("actionChoice");
        QCOMPARE(people->count(), 3);
        const StaffId chosen{people->currentItem()->data(Qt::UserRole).toLongLong()};
        run(command::SignOn{CounterId{5}, chosen, {}}); // somebody else was faster
        QCOMPARE(people->count(), 2);
        QVERIFY(!people->currentItem());
        QVERIFY(!button("actionConfirmButton")->isEnabled());
        QTest::keyClick(people, Qt::Key_Return);
        QVERIFY(nothingSent());
        QTest::keyClick(people, Qt::Key_Down);
        const QString next = people->currentItem()->text();
        QTRY_VERIFY(button("actionConfirmButton")->isEnabled());
        QTest::keyClick(people, Qt::Key_Return);
        QTRY_COMPARE(tile(3)->figures().who, next);
    }

    void closingWithATicketInHandSaysWho()
    {
        ask({Action::Kind::Close, CounterId{4}, {}, {}});
        QVERIFY(text("actionHint").contains(tile(4)->figures().ticket));
        QVERIFY(!button("actionConfirmButton")->isEnabled());
        QTest::keyClick(find<QWidget>("actionPanel"), Qt::Key_Return);
        QVERIFY(nothingSent());
        freeCounter(4); // it is noticed while one looks
        QTRY_VERIFY(button("actionConfirmButton")->isEnabled());
        button("actionConfirmButton")->click();
        QTRY_VERIFY(!m_link->branch().counterState(CounterId{4})->isOpen());
        QCOMPARE(tile(4)->figures().state, CounterFigures::State::Closed);
    }

    void closingTheLastOfAServiceSaysSo()
    {
        freeCounter(6);
        ask({Action::Kind::Close, CounterId{6}, {}, {}});
        QVERIFY(text("actionWarning").contains(QStringLiteral("Loans")));
        QVERIFY(button("actionConfirmButton")->isEnabled());
    }

    void aBreakHasAReasonAndEnds()
    {
        freeCounter(5);
        menuAction(5, "breakAction")->trigger();
        auto *reasons = find<QListWidget>("actionChoice");
        QTRY_VERIFY(reasons->hasFocus());
        QCOMPARE(reasons->count(), 5);
        QTest::keyClick(reasons, Qt::Key_Down);
        QTest::keyClick(reasons, Qt::Key_Down);
        QTest::keyClick(reasons, Qt::Key_Return);
        QTRY_VERIFY(m_link->branch().counterState(CounterId{5})->onBreak);
        QCOMPARE(m_link->branch().counterState(CounterId{5})->onBreak->reason, BreakReason::Paperwork);
        QTRY_VERIFY(m_window->desk().canAct());
        menuAction(5, "endBreakAction")->trigger();
        QTRY_VERIFY(!m_link->branch().counterState(CounterId{5})->onBreak);
    }

    void theTicketInHandIsTransferredFromTheTile()
    {
        const TicketId ticket = m_link->branch().counterState(CounterId{4})->ticket;
        menuAction(4, "transferAction")->trigger();
        auto *services = find<QListWidget>("actionChoice");
        QTRY_VERIFY(services->hasFocus());
        QVERIFY(services->item(0)->text().startsWith(QStringLiteral("Deposits and withdrawals")));
        QTest::keyClick(services, Qt::Key_Return);
        QTRY_VERIFY(!m_link->branch().counterState(CounterId{4})->ticket.isSet());
        QCOMPARE(m_link->branch().ticket(ticket)->step.service, ServiceId{1});
        const auto sent = std::get<command::Transfer>(m_link->sent().back());
        QCOMPARE(sent.counter, CounterId{4});
        QCOMPARE(sent.reason, std::optional(HandReason::WrongService));
    }

    void aRefusalIsSaidWhereItHappened()
    {
        ask({Action::Kind::Move, CounterId{4}, kCash, {}});
        m_link->refuseNext({ErrorCode::StorageFull, "", {}});
        button("actionConfirmButton")->click();
        QTRY_VERIFY(shownBanner());
        QVERIFY(find<QWidget>("actionPanel")->isAncestorOf(shownBanner()));
        QCOMPARE(profileOf(4), kAccounts);
        QTRY_VERIFY(button("actionConfirmButton")->isEnabled());
        button("actionConfirmButton")->click();
        QTRY_COMPARE(profileOf(4), kCash);
    }

    // ---- undo ----

    void ctrlZTakesTheLastMoveBack()
    {
        moveTo(4, kCash);
        QVERIFY(find<QWidget>("undoBar")->isVisible());
        QVERIFY(text("undoText").contains(QStringLiteral("Accounts and cards → Cash desk")));
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(profileOf(4), kAccounts);
        QVERIFY(!find<QWidget>("undoBar")->isVisible());
        QTRY_VERIFY(text("undoNote").startsWith(QStringLiteral("Undone")));
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(text("undoNote").contains(QStringLiteral("nothing to undo")));
    }

    void ctrlZWorksAfterTheBarIsGone()
    {
        moveTo(4, kCash);
        find<QPushButton>("undoCloseButton")->click();
        QVERIFY(!find<QWidget>("undoBar")->isVisible());
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(profileOf(4), kAccounts);
    }

    void whatIsNoLongerShownIsNotUndoneFromAnotherPage()
    {
        moveTo(4, kCash);
        find<QPushButton>("undoCloseButton")->click();
        m_window->showToday();
        find<QAbstractButton>("todayButton")->setFocus();
        QTest::keyClick(find<QAbstractButton>("todayButton"), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_link->moved().size(), 1U);
        QCoreApplication::processEvents(); // what the link answers
        QCOMPARE(profileOf(4), kCash);
        m_window->showFloor();
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(profileOf(4), kAccounts);
        QTRY_VERIFY2(text("undoNote").startsWith(QStringLiteral("Undone")), qPrintable(text("undoNote")));
        QCOMPARE(m_link->moved().size(), 2U);
    }

    void whatCannotBeUndoneAnyMoreSaysWhy()
    {
        moveTo(4, kCash);
        run(command::AssignProfile{CounterId{4}, kLoans});
        const std::size_t sent = m_link->moved().size();
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(text("undoNote").contains(QStringLiteral("Loan advice")));
        QCOMPARE(m_link->moved().size(), sent);
        QCOMPARE(profileOf(4), kLoans);
    }

    void undoingIntoAnUnservedServiceAsks()
    {
        moveTo(4, kLoans);
        run(command::AssignProfile{CounterId{6}, kCash});
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(find<QWidget>("undoQuestion")->isVisible());
        QVERIFY(text("undoQuestion").contains(QStringLiteral("Loans")));
        QCOMPARE(profileOf(4), kLoans);
        find<QWidget>("undoQuestion")->findChild<QPushButton *>(QStringLiteral("answer1Button"))->click();
        QTRY_COMPARE(profileOf(4), kAccounts);
    }

    void theListUndoesAnEarlierMove()
    {
        moveTo(4, kCash);
        moveTo(5, kLoans);
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        auto *list = find<QListWidget>("movesList");
        QTRY_VERIFY(list->hasFocus());
        QCOMPARE(list->count(), 2);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(profileOf(4), kAccounts);
        QCOMPARE(profileOf(5), kLoans);
        QTRY_VERIFY(list->item(1)->data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("· undone")));
        QVERIFY(list->item(0)->data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("can be undone")));
        QVERIFY(!button("undoChosenButton")->isEnabled());
        QTest::keyClick(list, Qt::Key_Escape);
        QVERIFY(!list->isVisible());
    }

    // ---- tickets ----

    void aQueueOpensItsTickets()
    {
        bar(1)->click();
        auto *table = find<QTableView>("ticketsTable");
        QTRY_VERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), static_cast<int>(m_link->branch().waiting(ServiceId{1}).size()));
        QCOMPARE(find<QComboBox>("serviceFilter")->currentText(), QStringLiteral("Deposits and withdrawals"));
        QTRY_VERIFY(table->hasFocus());
    }

    void aNumberIsFoundAndRaisedByKeys()
    {
        QTest::keyClick(m_window, Qt::Key_2, Qt::ControlModifier);
        auto *number = find<QLineEdit>("findNumberEdit");
        auto *table = find<QTableView>("ticketsTable");
        QTRY_VERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(number->hasFocus());
        QTest::keyClicks(number, QStringLiteral("a12"));
        QCOMPARE(table->model()->rowCount(), 1);
        QTest::keyClick(number, Qt::Key_Return);
        QTRY_VERIFY(table->hasFocus());
        QCOMPARE(text("chosenTicket"), QStringLiteral("A012"));
        QTest::keyClick(table, Qt::Key_F8);
        auto *reasons = choiceOf(m_window->ticketsPage());
        QTRY_VERIFY(reasons->hasFocus());
        QTest::keyClick(reasons, Qt::Key_Return);
        const TicketId id = m_window->ticketsPage().chosen();
        QTRY_COMPARE(m_link->branch().waiting(ServiceId{1}).begin()->ticket, id);
        QTRY_VERIFY(button("ticketLowerButton")->isVisible() && button("ticketLowerButton")->isEnabled());
        QTest::keyClick(table, Qt::Key_F6);
        QTRY_COMPARE(m_link->branch().waiting(ServiceId{1}).rbegin()->ticket, id);
    }

    void theWholeNumberIsMeantBeforeOneThatBeginsAlike()
    {
        while (m_link->branch().lastSerial("A") < 120)
            run(command::IssueTicket{ServiceId{1}});
        m_window->showTickets();
        auto *table = find<QTableView>("ticketsTable");
        table->sortByColumn(TicketsModel::NumberColumn, Qt::DescendingOrder);
        find<QLineEdit>("findNumberEdit")->setText(QStringLiteral("a12"));
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("A120"));
        QCOMPARE(text("chosenTicket"), QStringLiteral("A012"));
    }

    void aTicketIsCancelledWithAReasonAndRestored()
    {
        const TicketId id = showTicket();
        auto *table = find<QTableView>("ticketsTable");
        QTest::keyClick(table, Qt::Key_Delete);
        auto *reasons = choiceOf(m_window->ticketsPage());
        QTRY_VERIFY(reasons->hasFocus());
        QTest::keyClick(reasons, Qt::Key_Down);
        QTest::keyClick(reasons, Qt::Key_Return);
        QTRY_VERIFY(!m_link->branch().ticket(id));
        QCOMPARE(std::get<command::CancelTicket>(m_link->sent().back()).reason, HandReason::Duplicate);
        auto *which = find<QComboBox>("stateFilter");
        which->setCurrentIndex(which->findText(QStringLiteral("Can be restored")));
        m_window->ticketsPage().choose(id);
        QTRY_VERIFY(button("ticketRestoreButton")->isVisible() && button("ticketRestoreButton")->isEnabled());
        table->setFocus();
        QTest::keyClick(table, Qt::Key_F5);
        QTRY_VERIFY(reasons->hasFocus());
        QTest::keyClick(reasons, Qt::Key_Return);
        QTRY_VERIFY(m_link->branch().ticket(id));
        // not undone: said
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(text("undoNote").contains(QStringLiteral("waits again")));
    }

    void aWaitingTicketIsTransferredAndBack()
    {
        const TicketId id = showTicket();
        const auto before = m_link->branch().waiting(ServiceId{1});
        QTest::keyClick(find<QTableView>("ticketsTable"), Qt::Key_F7);
        auto *services = choiceOf(m_window->ticketsPage());
        QTRY_VERIFY(services->hasFocus());
        QTest::keyClick(services, Qt::Key_Return);
        QTRY_COMPARE(m_link->branch().ticket(id)->step.service, ServiceId{2});
        QCOMPARE(std::get<command::Transfer>(m_link->sent().back()).counter, CounterId{});
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_link->branch().ticket(id)->step.service, ServiceId{1});
        QVERIFY(m_link->branch().waiting(ServiceId{1}) == before);
    }

    void aTicketThatIsCalledMeanwhileIsSaid()
    {
        const TicketId id = showTicket();
        m_window->ticketsPage().action().open({Action::Kind::Cancel, {}, {}, id});
        auto &panel = m_window->ticketsPage().action();
        auto *confirm = panel.findChild<QPushButton *>(QStringLiteral("actionConfirmButton"));
        QVERIFY(confirm->isEnabled());
        freeCounter(1);
        run(command::CallTicket{CounterId{1}, id});
        QVERIFY(!confirm->isEnabled());
        QVERIFY(panel.findChild<QLabel *>(QStringLiteral("actionHint"))->text().contains(QStringLiteral("called")));
    }

    void aTicketThatIsCalledMeanwhileIsNotTakenFromTheCounter()
    {
        const TicketId id = showTicket();
        QTest::keyClick(find<QTableView>("ticketsTable"), Qt::Key_F7);
        auto *services = choiceOf(m_window->ticketsPage());
        QTRY_VERIFY(services->hasFocus());
        freeCounter(1);
        run(command::CallTicket{CounterId{1}, id});
        QTest::keyClick(services, Qt::Key_Return);
        QTRY_VERIFY(!m_link->sent().empty());
        QCOMPARE(std::get<command::Transfer>(m_link->sent().back()).counter, CounterId{});
        QTest::qWait(0);
        QVERIFY(m_link->branch().ticket(id)->state
                == TicketState::Called); // the hub refuses what was meant otherwise
        QCOMPARE(m_link->branch().counterState(CounterId{1})->ticket, id);
    }

    void whereATicketWasSentMeanwhileIsNotReplacedByTheNext()
    {
        const TicketId id = showTicket();
        QTest::keyClick(find<QTableView>("ticketsTable"), Qt::Key_F7);
        auto *services = choiceOf(m_window->ticketsPage());
        QTRY_VERIFY(services->hasFocus());
        const ServiceId chosen{services->currentItem()->data(Qt::UserRole).toLongLong()};
        run(command::Transfer{{}, id, chosen, command::TransferPlace::ByTimeWaited, {}}); // by somebody else
        QCOMPARE(services->currentItem()->data(Qt::UserRole).toLongLong(), chosen.value);
        QVERIFY(text("actionHint").contains(QStringLiteral("waits there already")));
        QVERIFY(text("actionWarning").contains(QStringLiteral("Somebody else has just sent")));
        QTest::keyClick(services, Qt::Key_Return);
        QVERIFY(nothingSent());
    }

    void ofTwoWhoSendATicketOnTheSecondIsToldAndNothingHappens()
    {
        const TicketId id = showTicket();
        QTest::keyClick(find<QTableView>("ticketsTable"), Qt::Key_F7);
        auto *services = choiceOf(m_window->ticketsPage());
        QTRY_VERIFY(services->hasFocus());
        services->setCurrentRow(1);
        QCOMPARE(services->currentItem()->data(Qt::UserRole).toLongLong(), 3);
        m_link->hold();
        QTest::keyClick(services, Qt::Key_Return);
        QCOMPARE(std::get<command::Transfer>(m_link->sent().back()).from, std::optional(ServiceId{1}));
        run(command::Transfer{{}, id, ServiceId{2}}); // by somebody else, whose word came first
        m_link->release();
        QTRY_VERIFY(text("actionWarning").contains(QStringLiteral("Transfers")));
        QCOMPARE(m_link->branch().ticket(id)->step.service, ServiceId{2});
        QVERIFY(!shownBanner());
        // once it is read it can be decided anew
        QTRY_VERIFY(button("actionConfirmButton")->isEnabled());
        button("actionConfirmButton")->click();
        QTRY_COMPARE(m_link->branch().ticket(id)->step.service, ServiceId{3});
    }

    void aTicketIsKeptForACounterOrAColleagueOrForLater()
    {
        const TicketId id = showTicket();
        QTest::keyClick(find<QTableView>("ticketsTable"), Qt::Key_F7);
        auto *services = choiceOf(m_window->ticketsPage());
        QTRY_VERIFY(services->hasFocus());
        services->setCurrentRow(services->count() - 1); // where it waits already
        QVERIFY(!button("actionConfirmButton")->isEnabled());
        auto *who = find<QComboBox>("actionWhoChoice");
        QCOMPARE(who->accessibleName(), QStringLiteral("To whom"));
        who->setCurrentIndex(who->findData(qlonglong{2}));
        QVERIFY(who->currentText().contains(QStringLiteral("Trần Văn Minh")));
        QTRY_VERIFY(button("actionConfirmButton")->isEnabled());
        who->setCurrentIndex(who->findData(qlonglong{-7})); // at no counter
        QVERIFY(text("actionWarning").contains(QStringLiteral("Hoàng Đức Thắng")));
        who->setCurrentIndex(who->findData(qlonglong{-2}));
        auto *when = find<QComboBox>("actionDelayChoice");
        when->setCurrentIndex(when->findData(qlonglong{15}));
        button("actionConfirmButton")->click();
        QTRY_VERIFY(m_link->branch().ticket(id)->held.has_value());
        const auto sent = std::get<command::Transfer>(m_link->sent().back());
        QCOMPARE(sent.toStaff, StaffId{2});
        QCOMPARE(sent.toCounter, CounterId{});
        QCOMPARE(sent.delayMs, 15 * kMinuteMs);
        QVERIFY(text("chosenDetail").contains(QStringLiteral("for Trần Văn Minh")));
        QVERIFY(text("chosenDetail").contains(QStringLiteral("joins its queue at 10:56, 15 min left")));
        QVERIFY(!button("ticketRaiseButton")->isEnabled());
        // taken back it is anybody's again, at once
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!m_link->branch().ticket(id)->held.has_value());
        QCOMPARE(m_link->branch().ticket(id)->forStaff, StaffId{});
    }

    void whoACustomerIsIsSetByKeysAndTakenBack()
    {
        const TicketId id = showTicket();
        QVERIFY(!find<QWidget>("chosenSegment")->isVisible());
        QTest::keyClick(find<QTableView>("ticketsTable"), Qt::Key_F9);
        auto *list = choiceOf(m_window->ticketsPage());
        QTRY_VERIFY(list->hasFocus());
        QCOMPARE(list->count(), 6);
        QVERIFY(text("actionHint").contains(QStringLiteral("within 10 min")));
        QTest::keyClick(list, Qt::Key_Down);
        QVERIFY(text("actionHint").contains(QStringLiteral("within 5 min")));
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(m_link->branch().ticket(id)->segment, SegmentId{1});
        QCOMPARE(m_link->branch().ticket(id)->priorityReason, PriorityReasonId{1});
        QVERIFY(find<QWidget>("chosenSegment")->isVisible());
        QVERIFY(text("chosenSegment").contains(QStringLiteral("75 and over")));
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_link->branch().ticket(id)->segment, SegmentId{});
        QTRY_VERIFY(text("undoNote").contains(QStringLiteral("Ordinary → Priority")));
    }

    void aSegmentSetAgainSinceIsNotTakenBack()
    {
        const TicketId id = showTicket();
        m_window->desk().act(command::SetSegment{id, {}, PriorityReasonId{1}});
        QTRY_COMPARE(m_link->branch().ticket(id)->segment, SegmentId{1});
        run(command::SetSegment{id, SegmentId{2}, {}}); // by somebody else
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(text("undoNote").contains(QStringLiteral("changed again since: VIP")));
        QCOMPARE(m_link->branch().ticket(id)->segment, SegmentId{2});
    }

    void theCardSaysWhatIsPutAsideAndWhatFollows()
    {
        const TicketId id = m_link->branch().counterState(CounterId{6})->ticket;
        run(command::AddService{CounterId{6}, id, ServiceId{1}, true});
        run(command::Park{CounterId{6}, id, ParkReason::FillsForm, 12 * kMinuteMs});
        m_window->showTickets();
        m_window->ticketsPage().choose(id);
        const QString said = text("chosenDetail");
        QVERIFY2(said.contains(QStringLiteral("put aside: Fills in a form; back by itself at 10:53, 12 min left")),
                 qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("then: Deposits and withdrawals, Loans (counter 6)")),
                 qPrintable(said));
        QVERIFY(!button("ticketTransferButton")->isEnabled());
        QVERIFY(!button("ticketRaiseButton")->isEnabled());
        QVERIFY(button("ticketCancelButton")->isEnabled());
        QVERIFY(button("ticketSegmentButton")->isEnabled());
        m_window->showFloor();
        m_window->tick();
        QVERIFY(tile(6)->figures().today.contains(QStringLiteral("1 put aside")));
        QVERIFY(text("figure4").contains(QStringLiteral("1 put aside")));
    }

    void theCardSaysWhyANumberWasCalled()
    {
        m_window->showTickets();
        m_window->ticketsPage().choose(m_link->branch().counterState(CounterId{2})->ticket);
        QVERIFY(find<QLabel>("chosenWhy")->isVisible());
        QVERIFY(text("chosenWhy").startsWith(QStringLiteral("Why this number: ")));
        m_window->ticketsPage().choose(m_link->branch().waiting(ServiceId{1}).begin()->ticket);
        QVERIFY(!find<QLabel>("chosenWhy")->isVisible());
    }

    void theCardSaysWhenItIsExpectedOrThatItIsNotKnown()
    {
        const TicketId id = showTicket();
        QVERIFY(text("chosenDetail").contains(QStringLiteral("not enough known yet")));
        Quotes quotes;
        quotes.atMs = m_link->hubNowMs();
        quotes.services = {{ServiceId{1}, {}, {5 * kMinuteMs, 9 * kMinuteMs, 14 * kMinuteMs}}};
        quotes.tickets = {{id, {3 * kMinuteMs, 5 * kMinuteMs, 8 * kMinuteMs}}};
        m_link->setQuotes(quotes);
        m_window->tick();
        QVERIFY(text("chosenDetail")
                    .contains(QStringLiteral("called in 3–8 min; half of such waits are within 5 min")));
        m_window->showFloor();
        m_window->tick();
        QCOMPARE(bar(1)->figures().forecast, QStringLiteral("5–14 min · 2 counters"));
        QCOMPARE(bar(4)->figures().forecast, QStringLiteral("wait not known yet · 1 counter"));
    }

    void howGoodTheWaitsWereThatPeopleWereToldIsSaid()
    {
        m_frame->resize(1366, 900);
        QVERIFY(!find<QLabel>("scoreText")->isVisible());
        Quotes quotes;
        quotes.atMs = m_link->hubNowMs();
        quotes.scores = {{"2026-03-02", 46, 826, 126 * kSecondMs}, {"2026-02-27", 0, 0, 0}};
        m_link->setQuotes(quotes);
        m_window->tick();
        QVERIFY(find<QLabel>("scoreText")->isVisible());
        QCOMPARE(text("scoreText"),
                 QStringLiteral("Waits told, today: 82 % within the range, off by 2.1 min on average, n = 46"));
        quotes.scores.back() = {"2026-02-27", 143, 797, 144 * kSecondMs};
        m_link->setQuotes(quotes);
        m_window->tick();
        QVERIFY(text("scoreText").contains(QStringLiteral("27/02: 79 % within")));
        // where there is little height the queues have the room, and a tip says it
        m_frame->resize(1366, 768);
        QTRY_VERIFY(!find<QLabel>("scoreText")->isVisible());
        QVERIFY(find<QLabel>("queuesTitle")->toolTip().contains(QStringLiteral("79 % within")));
        QVERIFY(find<QLabel>("queuesTitle")->accessibleDescription().contains(QStringLiteral("79 % within")));
    }

    void aListOfWhatIsUnusualSaysWhyItIsEmpty()
    {
        m_window->showTickets();
        m_window->ticketsPage().showWhich(TicketsFilter::Which::Parked);
        QVERIFY(find<QWidget>("noTicketsState")->accessibleName().contains(QStringLiteral("put aside")));
        auto *segments = find<QComboBox>("segmentFilter");
        QCOMPARE(segments->accessibleName(), QStringLiteral("Customers"));
        segments->setCurrentIndex(segments->findText(QStringLiteral("VIP")));
        QVERIFY(find<QWidget>("noTicketsState")->accessibleName().contains(QStringLiteral("all customers")));
    }

    void whoeverIsGoneIsNotReplacedByTheNextOfTheList()
    {
        showTicket();
        const TicketId id = m_link->branch().waiting(ServiceId{1}).begin()->ticket;
        m_window->ticketsPage().choose(id);
        const QString number = text("chosenTicket");
        run(command::CancelTicket{id, HandReason::Left}); // by somebody else
        QCOMPARE(m_window->ticketsPage().chosen(), id);
        QCOMPARE(text("chosenTicket"), number);
        QTest::keyClick(find<QTableView>("ticketsTable"), Qt::Key_Delete);
        QVERIFY(!m_window->ticketsPage().action().isOpen());
        // and one that is served to the end leaves nothing chosen
        const TicketId served = m_link->branch().counterState(CounterId{1})->ticket;
        m_window->ticketsPage().choose(served);
        freeCounter(1);
        QVERIFY(!m_window->ticketsPage().chosen().isSet());
        QTest::keyClick(find<QTableView>("ticketsTable"), Qt::Key_Down);
        QVERIFY(m_window->ticketsPage().chosen().isSet());
    }

    void anUnknownNumberSaysSo()
    {
        m_window->showTickets();
        find<QLineEdit>("findNumberEdit")->setText(QStringLiteral("z999"));
        QVERIFY(find<QWidget>("noTicketsState")->isVisible());
        QVERIFY(find<QWidget>("noTicketsState")->accessibleName().contains(QStringLiteral("Z999")));
        find<QLineEdit>("findNumberEdit")->clear();
        QVERIFY(!find<QWidget>("noTicketsState")->isVisible());
    }

    // ---- the day ----

    void closingTheDaySaysWhatEndsAndOpensAgain()
    {
        const QString all = QString::number(m_link->branch().tickets().size());
        button("closeDayButton")->click();
        QWidget *question = find<QWidget>("dayQuestion");
        QVERIFY(question->isVisible());
        QVERIFY(text("dayQuestion").contains(QStringLiteral("A007")));
        QVERIFY(text("dayQuestion").contains(all));
        QVERIFY(m_link->branch().isOpen());
        QTest::keyClick(question, Qt::Key_Escape);
        QVERIFY(nothingSent());
        button("closeDayButton")->click();
        question->findChild<QPushButton *>(QStringLiteral("answer1Button"))->click();
        QTRY_VERIFY(!m_link->branch().isOpen());
        QTRY_VERIFY(find<QWidget>("dayPage")->isVisible());
        auto *day = find<QLineEdit>("dayEdit");
        QCOMPARE(day->text(), QStringLiteral("02/03/2026"));
        QTRY_VERIFY(day->hasFocus());
        QVERIFY(text("dayHint").contains(QStringLiteral("open already")));
        QTRY_VERIFY(button("openDayButton")->isEnabled());
        QTest::keyClick(day, Qt::Key_Return);
        QTRY_VERIFY(m_link->branch().isOpen());
        QTRY_VERIFY(find<QWidget>("floorPage")->isVisible());
        QCOMPARE(tile(1)->figures().state, CounterFigures::State::Closed);
    }

    void aDayThatKeepsItsQueueSaysWhoWaitsOn()
    {
        BranchSetup setup = demoSetup();
        setup.settings.carriesOver = true;
        run(command::DefineBranch{setup});
        const TicketId parked = m_link->branch().counterState(CounterId{6})->ticket;
        run(command::Park{CounterId{6}, parked, ParkReason::Processing, 0});
        const auto atCounters = std::count_if(m_link->branch().tickets().begin(), m_link->branch().tickets().end(),
                                              [](const auto &each) { return each.second.isAtCounter(); });
        const auto others = static_cast<qlonglong>(m_link->branch().tickets().size()) - atCounters;
        button("closeDayButton")->click();
        QVERIFY(text("dayQuestion").contains(QStringLiteral("the others, %1 tickets, wait on").arg(others)));
        QVERIFY(text("dayQuestion").contains(QStringLiteral("1 of them put aside")));
        auto *answer = find<QWidget>("dayQuestion")->findChild<QPushButton *>(QStringLiteral("answer1Button"));
        QVERIFY(answer->text().contains(QString::number(atCounters)));
        answer->click();
        QTRY_VERIFY(!m_link->branch().isOpen());
        QTRY_VERIFY(find<QLabel>("pastDay")->isVisible());
        QVERIFY2(text("pastDay").contains(QStringLiteral("%1 wait on").arg(others)), qPrintable(text("pastDay")));
        QVERIFY(text("pastDay").contains(QStringLiteral("%1 still open at the end").arg(atCounters)));
    }

    void theClosedDaySaysWhatItSaw()
    {
        run(command::CancelTicket{m_link->branch().waiting(ServiceId{1}).begin()->ticket, HandReason::Left});
        run(command::CloseDay{true});
        QTRY_VERIFY(find<QLabel>("pastDay")->isVisible());
        const QString said = text("pastDay");
        QVERIFY2(said.startsWith(QStringLiteral("02/03/2026: ")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("16 served")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("1 left without being served")), qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("cancelled")), qPrintable(said));
    }

    void whoComesWhileTheDayIsBeingClosedIsSaidFirst()
    {
        run(command::CloseDay{true});
        run(command::OpenDay{m_link->branch().businessDay()});
        QTRY_VERIFY(button("closeDayButton")->isEnabled());
        button("closeDayButton")->click();
        auto *answer = find<QWidget>("dayQuestion")->findChild<QPushButton *>(QStringLiteral("answer1Button"));
        QVERIFY(text("dayQuestion").contains(QStringLiteral("Nobody waits")));
        run(command::IssueTicket{ServiceId{1}});
        answer->click();
        QVERIFY(nothingSent());
        QVERIFY(text("dayQuestion").contains(QStringLiteral("1 ticket")));
        // somebody is called: that is told with the next second
        run(command::SignOn{CounterId{3}, StaffId{3}, {}});
        run(command::CallNext{CounterId{3}});
        m_window->tick();
        QVERIFY(text("dayQuestion").contains(QStringLiteral("being served")));
        answer->click();
        QTRY_VERIFY(!m_link->branch().isOpen());
    }

    void aDayThatIsNoDayCannotBeOpened()
    {
        run(command::CloseDay{true});
        auto *day = find<QLineEdit>("dayEdit");
        day->selectAll();
        QTest::keyClicks(day, QStringLiteral("31/02/2026"));
        QVERIFY(!button("openDayButton")->isEnabled());
        QTest::keyClick(day, Qt::Key_Return);
        QVERIFY(nothingSent());
        m_window->tick();
        QCOMPARE(day->text(), QStringLiteral("31/02/2026")); // what was typed stays
        day->selectAll();
        QTest::keyClicks(day, QStringLiteral("1/3/2026"));
        QVERIFY(text("dayHint").contains(QStringLiteral("not today")));
        QTest::keyClick(day, Qt::Key_Return);
        QTRY_VERIFY(shownBanner()); // earlier than the last: refused by the hub
        QVERIFY(!m_link->branch().isOpen());
    }

    // ---- away, rights, language ----

    void awayItIsSaidAndNothingIsSentUntilItIsBack()
    {
        QVERIFY(!find<QWidget>("staleBar")->isVisible());
        ask({Action::Kind::Move, CounterId{4}, kCash, {}});
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        QVERIFY(find<QWidget>("staleBar")->isVisible());
        QVERIFY(text("staleBar").contains(QStringLiteral("10:41")));
        QVERIFY(find<QWidget>("connectionBadge")->property("text").toString().contains(QStringLiteral("10:41")));
        QVERIFY(!button("actionConfirmButton")->isEnabled());
        QVERIFY(!button("closeDayButton")->isEnabled());
        QTest::keyClick(button("actionCancelButton"), Qt::Key_Escape);
        QMenu menu;
        m_window->floorPage().fillMenu(menu, CounterId{4});
        for (QAction *each : menu.actions())
            QVERIFY2(each->isSeparator() || !each->isEnabled(), qPrintable(each->text()));
        QMimeData profile;
        profile.setData(profileMimeType(), "1");
        enter(tile(4), profile);
        QVERIFY(tile(4)->accessibleName().contains(QStringLiteral("cannot be reached")));
        drop(tile(4), profile);
        QVERIFY(nothingSent());
        // old is not shown as now: times stand still
        const TimerFigures before = tile(1)->figures().timer;
        m_link->advance(48 * kSecondMs);
        m_window->tick();
        QCOMPARE(tile(1)->figures().timer, before);
        QVERIFY(text("figure1").contains(QStringLiteral("as of 10:41")));
        QVERIFY(!text("figure3").contains(QStringLiteral("now")));
        m_link->setStatus(BranchLink::Status::Live);
        QVERIFY(!find<QWidget>("staleBar")->isVisible());
        QCOMPARE(*tile(1)->figures().timer.elapsedMs, *before.elapsedMs + 48 * kSecondMs);
        moveTo(4, kCash);
    }

    void whoMayNotSeesAPageThatSaysSo()
    {
        m_link->signOut();
        m_link->enter(QStringLiteral("ha"));
        QTRY_VERIFY(find<QWidget>("noRightState")->isVisible());
        QVERIFY(!find<QWidget>("floorPage")->isVisible());
        QVERIFY(!button("closeDayButton")->isVisible());
        QVERIFY(button("signOutButton")->isVisible());
        m_link->signOut();
        m_link->enter(QStringLiteral("hung"));
        QTRY_VERIFY(find<QWidget>("floorPage")->isVisible());
    }

    void theNextPersonFindsNothingHalfDone()
    {
        ask({Action::Kind::Move, CounterId{4}, kCash, {}});
        m_link->signOut();
        m_link->enter(QStringLiteral("mai"));
        QTRY_VERIFY(find<QWidget>("floorPage")->isVisible());
        QVERIFY(!find<QWidget>("actionPanel")->isVisible());
        QVERIFY(text("placeText").contains(QStringLiteral("Mai")));
    }

    void theLanguageSwitchesWhileItRuns()
    {
        QCOMPARE(text("branchName"), QStringLiteral("Ho Guom branch"));
        ask({Action::Kind::Move, CounterId{4}, kCash, {}});
        button("languageButton")->click();
        QTRY_COMPARE(text("branchName"), QStringLiteral("Chi nhánh Hồ Gươm"));
        QCOMPARE(tile(1)->figures().profile, QStringLiteral("Giao dịch tiền"));
        QCOMPARE(bar(4)->figures().name, QStringLiteral("Tư vấn vay vốn"));
        QTRY_VERIFY(text("actionTitle").contains(QStringLiteral("Giao dịch tiền")));
        QVERIFY(button("actionConfirmButton")->isEnabled());
        m_window->showTickets();
        QCOMPARE(find<QComboBox>("serviceFilter")->itemText(4), QStringLiteral("Tư vấn vay vốn"));
    }

    // ---- many ----

    void anEventTouchesOnlyTheTilesItIsAbout()
    {
        BranchSetup setup;
        setup.settings.name = {"Lớn", "Large"};
        for (std::int64_t i = 1; i <= 30; ++i)
            setup.services.push_back({ServiceId{i},
                                      {"Dịch vụ " + std::to_string(i), "Service " + std::to_string(i)},
                                      std::string(1, "ABCDEFGHJK"[i % 10]),
                                      5 * kMinuteMs,
                                      10 * kMinuteMs,
                                      {},
                                      {},
                                      {}});
        for (std::int64_t i = 1; i <= 10; ++i) {
            WorkProfile profile{ProfileId{i}, {"Nhóm " + std::to_string(i), "Group " + std::to_string(i)}, {}};
            for (std::int64_t k = 0; k < 3; ++k)
                profile.services.push_back(ServiceId{3 * (i - 1) + k + 1});
            setup.profiles.push_back(profile);
        }
        for (std::int64_t i = 1; i <= 40; ++i) {
            setup.counters.push_back({CounterId{i}, i, ProfileId{(i - 1) % 10 + 1}, {}});
            setup.staff.push_back({StaffId{i}, "Người " + std::to_string(i)});
        }
        m_frame.reset();
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        run(command::DefineBranch{setup});
        run(command::OpenDay{"2026-03-02"});
        for (std::int64_t i = 1; i <= 40; ++i)
            run(command::SignOn{CounterId{i}, StaffId{i}, {}});
        for (std::int64_t i = 0; i < 540; ++i)
            run(command::IssueTicket{ServiceId{i % 30 + 1}});
        for (std::int64_t i = 1; i <= 40; ++i)
            run(command::CallNext{CounterId{i}});
        m_link->setAccounts(accounts());
        m_link->enter(QStringLiteral("hung"));
        open();
        m_frame->resize(3840, 2160); // all of them are on the screen
        QCOMPARE(m_window->findChildren<CounterTile *>().size(), 40);
        PaintCounter counter;
        for (CounterTile *each : m_window->findChildren<CounterTile *>())
            each->installEventFilter(&counter);
        for (QueueBar *each : m_window->findChildren<QueueBar *>())
            each->installEventFilter(&counter);
        // what was laid out anew is painted first
        do {
            counter.painted.clear();
            QTest::qWait(50);
        } while (!counter.painted.empty());

        m_window->findChild<QTimer *>(QStringLiteral("tickTimer"))->stop();
        using Names = std::set<QString>;
        // a second later, so that whatever is looked at anew is also painted anew
        const auto paintedBy = [&](auto &&what) {
            m_link->advance(kSecondMs);
            counter.painted.clear();
            what();
            QTest::qWait(30);
            return counter.painted;
        };
        const auto painted = [&](const Command &command) { return paintedBy([&] { run(command); }); };
        const auto only = [](const Names &names, const char *kind) {
            Names chosen;
            std::copy_if(names.begin(), names.end(), std::inserter(chosen, chosen.end()),
                         [kind](const QString &name) { return name.startsWith(QLatin1String(kind)); });
            return chosen;
        };
        const Names seventh{QStringLiteral("counterTile7")};
        const TicketId first = m_link->branch().counterState(CounterId{7})->ticket;
        const QString queue = QStringLiteral("queueBar%1").arg(m_link->branch().ticket(first)->step.service.value);
        Names names = painted(command::StartService{CounterId{7}, first});
        QCOMPARE(only(names, "counterTile"), seventh);
        QCOMPARE(only(names, "queueBar"), Names{queue});
        names = painted(command::IssueTicket{ServiceId{5}});
        QCOMPARE(names, Names{QStringLiteral("queueBar5")});
        names = painted(command::FinishService{CounterId{7}, first});
        QCOMPARE(only(names, "counterTile"), seventh);
        QCOMPARE(only(names, "queueBar"), Names{queue});
        names = painted(command::CallNext{CounterId{7}});
        QCOMPARE(only(names, "counterTile"), seventh);
        QCOMPARE(only(names, "queueBar").size(), 1U);
        names = painted(command::AssignProfile{CounterId{7}, ProfileId{1}});
        QCOMPARE(only(names, "counterTile"), seventh);
        names = painted(command::CancelTicket{m_link->branch().waiting(ServiceId{9}).rbegin()->ticket, {}});
        QCOMPARE(names, Names{QStringLiteral("queueBar9")});
        // a tick is about all that counts
        QVERIFY(only(paintedBy([this] { m_window->tick(); }), "counterTile").size() > 30U);
    }

    void nothingStandsOutOfTheWindow_data()
    {
        QTest::addColumn<QString>("state");
        for (const QString &state : supervisorDemoStates())
            QTest::newRow(qPrintable(state)) << state;
    }
    void nothingStandsOutOfTheWindow()
    {
        QFETCH(QString, state);
        for (const QSize size : {QSize(1280, 720), QSize(1366, 768), QSize(1080, 1920), QSize(2160, 3840)}) {
            const Demo demo = supervisorDemo(state, m_language);
            demo.window->resize(size);
            demo.window->show();
            QTest::qWait(20);
            QCOMPARE(demo.window->size(), size); // it can be that small
            for (QWidget *widget : demo.window->findChildren<QWidget *>()) {
                QWidget *around = widget->parentWidget();
                if (!widget->isVisible() || widget->isWindow()
                    || qobject_cast<QAbstractScrollArea *>(around->parentWidget()))
                    continue;
                const QRect place = widget->geometry();
                QVERIFY2(around->rect().contains(place),
                         qPrintable(QStringLiteral("%1 wide: %2 %3 at %4, %5, %6 by %7")
                                        .arg(size.width())
                                        .arg(QLatin1String(widget->metaObject()->className()), widget->objectName())
                                        .arg(place.x())
                                        .arg(place.y())
                                        .arg(place.width())
                                        .arg(place.height())));
            }
        }
    }

    void everythingUsableHasANameAndTextIsPlain()
    {
        for (const QString &state : supervisorDemoStates()) {
            const Demo demo = supervisorDemo(state, m_language);
            QVERIFY(demo.window);
            demo.window->show();
            const auto widgets = demo.window->findChildren<QWidget *>();
            for (QWidget *widget : widgets) {
                const bool isUsable = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
                    || qobject_cast<QLineEdit *>(widget) || qobject_cast<QPlainTextEdit *>(widget)
                    || (qobject_cast<QAbstractItemView *>(widget)
                        && !qobject_cast<QComboBox *>(widget->parentWidget()->parentWidget()));
                const bool isOfTheStyle = widget->objectName().startsWith(QLatin1String("qt_"))
                    || qobject_cast<QLineEdit *>(widget->parentWidget()) || widget->inherits("QTableCornerButton")
                    || widget->inherits("QHeaderView");
                // an answer no question has yet has no words
                if (isUsable && widget->isVisible() && !isOfTheStyle) {
                    QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
                    const auto *asButton = qobject_cast<QAbstractButton *>(widget);
                    QVERIFY2(!widget->accessibleName().isEmpty() || (asButton && !asButton->text().isEmpty()),
                             qPrintable(state + QLatin1Char(' ') + widget->objectName()));
                }
                if (const auto *label = qobject_cast<QLabel *>(widget))
                    QCOMPARE(label->textFormat(), Qt::PlainText);
            }
        }
        QVERIFY(!supervisorDemo(QStringLiteral("no such state"), m_language).window);
    }

private:
    static std::vector<FixedAccount> accounts()
    {
        const auto account = [](StaffId staff, const char *name, const char *who, Role role) {
            return FixedAccount{
                staff, QString::fromLatin1(name), QString::fromUtf8(who), demoPassword(), {role}, false, false};
        };
        return {account(StaffId{1'000'001}, "hung", "Phạm Quốc Hùng", Role::Supervisor),
                account(StaffId{1'000'002}, "mai", "Lý Thị Mai", Role::Supervisor),
                account(StaffId{3}, "ha", "Phạm Thu Hà", Role::Teller)};
    }
    void open()
    {
        m_window = new SupervisorWindow(*m_link, m_language);
        m_frame = std::make_unique<EntryFrame>(*m_link, m_language, m_window);
        m_frame->resize(1366, 768);
        m_frame->show();
        m_frame->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_frame.get()));
    }
    void run(const Command &command)
    {
        const auto reply = m_link->run(command);
        QVERIFY2(reply.isOk(), reply ? "" : reply.error().message.c_str());
    }
    void freeCounter(std::int64_t id)
    {
        const CounterId counter{id};
        const TicketId ticket = m_link->branch().counterState(counter)->ticket;
        if (m_link->branch().ticket(ticket)->state == TicketState::Called)
            run(command::StartService{counter, ticket});
        run(command::FinishService{counter, ticket});
    }
    void ask(const Action &action)
    {
        m_window->floorPage().action().open(action);
        QVERIFY(find<QWidget>("actionPanel")->isVisible());
    }
    void moveTo(std::int64_t counter, ProfileId profile)
    {
        ask({Action::Kind::Move, CounterId{counter}, profile, {}});
        QTRY_VERIFY(button("actionConfirmButton")->isEnabled());
        button("actionConfirmButton")->click();
        QTRY_COMPARE(profileOf(counter), profile);
        QTRY_VERIFY(m_window->desk().canAct());
    }
    /// The last who waits for the first service, chosen on the tickets page.
    TicketId showTicket()
    {
        m_window->showTickets();
        const TicketId id = m_link->branch().waiting(ServiceId{1}).rbegin()->ticket;
        m_window->ticketsPage().choose(id);
        find<QTableView>("ticketsTable")->setFocus();
        return id;
    }
    [[nodiscard]] bool nothingSent() const { return m_link->sent().empty() && m_link->moved().empty(); }
    [[nodiscard]] ProfileId profileOf(std::int64_t counter) const
    {
        return m_link->branch().counterState(CounterId{counter})->profile;
    }
    CounterTile *tile(std::int64_t number)
    {
        return find<CounterTile>(qPrintable(QStringLiteral("counterTile%1").arg(number)));
    }
    QueueBar *bar(std::int64_t service)
    {
        return find<QueueBar>(qPrintable(QStringLiteral("queueBar%1").arg(service)));
    }
    static QListWidget *choiceOf(TicketsPage &page)
    {
        return page.findChild<QListWidget *>(QStringLiteral("actionChoice"));
    }
    QMenu *shownMenu()
    {
        for (QMenu *menu : m_window->findChildren<QMenu *>(QStringLiteral("counterMenu"))) {
            if (menu->isVisible())
                return menu;
        }
        return nullptr;
    }
    static QAction *action(QMenu *menu, const char *name)
    {
        for (QAction *each : menu->actions()) {
            if (each->objectName() == QLatin1String(name))
                return each;
        }
        qFatal("the menu has no %s", name);
        return nullptr;
    }
    /// What a counter's menu offers now; the menu lives until the next one.
    QAction *menuAction(std::int64_t counter, const char *name)
    {
        m_menu = std::make_unique<QMenu>();
        m_window->floorPage().fillMenu(*m_menu, CounterId{counter});
        return action(m_menu.get(), name);
    }
    static void enter(QWidget *target, QMimeData &dragged)
    {
        QDragEnterEvent event(target->rect().center(), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &event);
    }
    static void leave(QWidget *target)
    {
        QDragLeaveEvent event;
        QApplication::sendEvent(target, &event);
    }
    static void drop(QWidget *target, QMimeData &dragged)
    {
        QDropEvent event(QPointF(target->rect().center()), Qt::CopyAction, &dragged, Qt::LeftButton,
                         Qt::NoModifier);
        QApplication::sendEvent(target, &event);
    }
    template <class Widget>
    Widget *find(const char *name)
    {
        // both pages have a panel: the one that is shown first
        const auto all = m_frame->findChildren<Widget *>(QLatin1String(name));
        for (Widget *each : all) {
            if (each->isVisible())
                return each;
        }
        if (all.isEmpty())
            qFatal("no widget is called %s", name);
        return all.front();
    }
    QPushButton *button(const char *name) { return find<QPushButton>(name); }
    QString text(const char *name) { return find<QWidget>(name)->property("text").toString(); }
    QWidget *shownBanner()
    {
        for (QWidget *banner : m_frame->findChildren<QWidget *>()) {
            if (banner->inherits("tiepdon::ErrorBanner") && banner->isVisible())
                return banner;
        }
        return nullptr;
    }

    Language m_language{LanguageKind::English};
    std::unique_ptr<FixedLink> m_link;
    std::unique_ptr<EntryFrame> m_frame;
    std::unique_ptr<QMenu> m_menu;
    SupervisorWindow *m_window = nullptr; ///< the frame has it
};

QTEST_MAIN(TestSupervisorWindow)
#include "tst_supervisorwindow.moc"
