// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/actionpanel.h"
#include "app/supervisor/railbutton.h"
#include "app/supervisor/ticketqueue.h"
#include "app/supervisor/ticketspage.h"
#include "tests/ui/floorbench.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDrag>
#include <QListWidget>
#include <QTableView>
#include <QTimer>

using namespace tiepdon;

namespace {

constexpr ServiceId kDeposits{1};
constexpr ServiceId kLoans{4};

} // namespace

/// Somebody who waits is dragged onto a counter or another queue: what is said, asked and done, and the way back.
class TestTicketDrag : public QObject, private FloorBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }
    void init() { begin(); }
    void cleanup() { end(); }

    void ontoACounterItWaitsForThatOne()
    {
        const TicketId id = first(kDeposits);
        const auto slip = held(id);
        enter(tile(4), slip.get());
        QVERIFY(isShown("actionPanel"));
        QVERIFY(!isShown("actionConfirmButton")); // nothing to press while it is held
        QVERIFY(m_link->sent().empty());
        drop(tile(4), slip.get());
        QVERIFY(text("actionTitle").contains(QStringLiteral("Transfer ")));
        QCOMPARE(chosenService(), kDeposits.value);
        QCOMPARE(find<QComboBox>("actionWhoChoice")->currentData().toLongLong(), 4);
        auto *reason = find<QComboBox>("actionReasonChoice");
        QVERIFY(reason->isVisible());
        reason->setCurrentIndex(1);
        QVERIFY(m_link->sent().empty());
        confirm();
        QTRY_COMPARE(ticket(id).forCounter, CounterId{4});
        QCOMPARE(ticket(id).step.service, kDeposits);
        QCOMPARE(std::get<command::Transfer>(m_link->sent().back()).reason, HandReason::ShorterQueue);
        QVERIFY(!isShown("actionPanel"));
        // and back
        undo();
        QTRY_COMPARE(ticket(id).forCounter, CounterId{});
    }

    void whatIsProposedIsInViewAlsoOnASmallScreen()
    {
        m_frame->resize(1280, 720);
        m_window->floorPage().askTransfer(first(kDeposits), {}, CounterId{4});
        auto *list = find<QListWidget>("actionChoice");
        QVERIFY(list->height() < list->sizeHintForRow(0) * list->count()); // it has to be scrolled to
        QTRY_VERIFY(list->viewport()->rect().contains(list->visualItemRect(list->currentItem())));
    }

    void ontoAnotherQueueItWaitsThere()
    {
        const TicketId id = first(kDeposits);
        const auto slip = held(id);
        TicketQueue *loans = queue(kLoans);
        enter(loans, slip.get());
        QVERIFY(isShown("actionPanel"));
        QCOMPARE(chosenService(), kLoans.value);
        drop(loans, slip.get());
        QVERIFY(isShown("actionConfirmButton"));
        confirm();
        QTRY_COMPARE(ticket(id).step.service, kLoans);
        undo();
        QTRY_COMPARE(ticket(id).step.service, kDeposits);
    }

    void whereItCannotGoIsSaidAndNothingHappens()
    {
        const TicketId id = first(kDeposits);
        const auto slip = held(id);
        TicketQueue *own = queue(kDeposits);
        enter(own, slip.get());
        QVERIFY(own->dropRefusal().contains(QStringLiteral("waits there already")));
        QVERIFY(own->accessibleDescription().contains(QStringLiteral("waits there already")));
        QVERIFY(!isShown("actionPanel"));
        drop(own, slip.get());
        QVERIFY(!isShown("actionPanel"));
        QVERIFY(own->dropRefusal().isEmpty());
        QVERIFY(!own->accessibleDescription().contains(QStringLiteral("waits there already")));
        enter(tile(3), slip.get());
        QVERIFY(tile(3)->accessibleName().contains(QStringLiteral("closed. Open it first")));
        drop(tile(3), slip.get());
        QVERIFY(!isShown("actionPanel"));
        // called meanwhile
        run(command::CallTicket{CounterId{2}, calledBy(2, id)});
        enter(tile(4), slip.get());
        QVERIFY(tile(4)->accessibleName().contains(QStringLiteral("does not wait any longer")));
        drop(tile(4), slip.get());
        QVERIFY(!isShown("actionPanel"));
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        enter(queue(kLoans), slip.get());
        QVERIFY(queue(kLoans)->dropRefusal().contains(QStringLiteral("cannot be reached")));
        QVERIFY(m_link->sent().empty());
    }

    void theSecondOfTwoIsAskedAnew()
    {
        const TicketId id = first(kDeposits);
        const auto slip = held(id);
        enter(queue(kLoans), slip.get());
        drop(queue(kLoans), slip.get());
        command::Transfer theirs{};
        theirs.ticket = id;
        theirs.service = ServiceId{2};
        run(theirs);
        QVERIFY(text("actionWarning").contains(QStringLiteral("Somebody else has just sent")));
        confirm();
        QTRY_COMPARE(ticket(id).step.service, kLoans);
    }

    void whatSomebodyElseDidSinceIsNotUndone()
    {
        const TicketId id = first(kDeposits);
        const auto slip = held(id);
        enter(tile(4), slip.get());
        drop(tile(4), slip.get());
        confirm();
        QTRY_COMPARE(ticket(id).forCounter, CounterId{4});
        command::Transfer theirs{};
        theirs.ticket = id;
        theirs.service = kDeposits;
        theirs.toCounter = CounterId{5};
        run(theirs);
        undo();
        QTRY_VERIFY(text("undoNote").contains(QStringLiteral("was sent on to Counter 5 since")));
        QCOMPARE(ticket(id).forCounter, CounterId{5});
    }

    void aQueueGivesItsFirst()
    {
        TicketQueue *bar = queue(kDeposits);
        const QByteArray carried = draggedFrom(bar, bar->rect().center());
        QCOMPARE(carried.toLongLong(), first(kDeposits).value);
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        QVERIFY(draggedFrom(bar, bar->rect().center()).isEmpty());
    }

    void aRowOfTheTicketsIsDraggedToTheFloor()
    {
        m_window->showTickets();
        auto *table = find<QTableView>("ticketsTable");
        const TicketId id = first(kDeposits);
        m_window->ticketsPage().choose(id);
        const QByteArray carried
            = draggedFrom(table->viewport(), table->visualRect(table->currentIndex()).center());
        QCOMPARE(carried.toLongLong(), id.value);
        // held over the rail the floor comes into view
        const auto slip = held(id);
        enter(find<RailButton>("floorButton"), slip.get());
        QVERIFY(!m_window->floorPage().isVisible());
        QTRY_VERIFY(m_window->floorPage().isVisible());
        // who is being served is nobody to drag
        m_window->showTickets();
        m_window->ticketsPage().choose(m_link->branch().counterState(CounterId{1})->ticket);
        QVERIFY(draggedFrom(table->viewport(), table->visualRect(table->currentIndex()).center()).isEmpty());
    }

private:
    [[nodiscard]] TicketId first(ServiceId service) const
    {
        return m_link->branch().waiting(service).begin()->ticket;
    }
    [[nodiscard]] const Ticket &ticket(TicketId id) const { return *m_link->branch().ticket(id); }
    static std::unique_ptr<QMimeData> held(TicketId id)
    {
        return std::unique_ptr<QMimeData>(carried(ticketMimeType(), id.value));
    }
    TicketQueue *queue(ServiceId service)
    {
        return find<TicketQueue>(qPrintable(QStringLiteral("queueBar%1").arg(service.value)));
    }
    qlonglong chosenService()
    {
        return find<QListWidget>("actionChoice")->currentItem()->data(Qt::UserRole).toLongLong();
    }
    /// The counter is free for it by then.
    TicketId calledBy(std::int64_t counter, TicketId id)
    {
        freeCounter(counter);
        return id;
    }
    /// What a press and a move from there begin to drag; it is given up at once.
    QByteArray draggedFrom(QWidget *source, const QPoint &at)
    {
        QByteArray carried;
        const auto look = [&] {
            if (const auto *drag = m_frame->findChild<QDrag *>(); drag && drag->mimeData())
                carried = drag->mimeData()->data(ticketMimeType());
        };
        QTimer given;
        given.setSingleShot(true);
        connect(&given, &QTimer::timeout, this, [&] {
            look();
            QDrag::cancel();
        });
        QTest::mousePress(source, Qt::LeftButton, {}, at);
        const QPoint to = at + QPoint(4 * QApplication::startDragDistance(), 0);
        QMouseEvent move(QEvent::MouseMove, to, source->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        given.start(0); // comes within the drag, where the platform has drags
        QApplication::sendEvent(source, &move);
        if (carried.isEmpty())
            look();
        QTest::mouseRelease(source, Qt::LeftButton, {}, to);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return carried;
    }
};

QTEST_MAIN(TestTicketDrag)
#include "tst_ticketdrag.moc"
