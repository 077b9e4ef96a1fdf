// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/personpanel.h"
#include "app/supervisor/promisespage.h"
#include "app/supervisor/supervisorwindow.h"
#include "app/supervisor/ticketspage.h"
#include "ui/customer/customertime.h"
#include "ui/entry/entryframe.h"
#include "ui/session/demobranch.h"
#include "ui/session/democustomers.h"
#include "ui/theme/theme.h"
#include "ui/widgets/undobar.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace tiepdon;

/// What a supervisor and a greeter do about customers: promises, arrivals, whose a ticket is.
class TestSupervisorPeople : public QObject
{
    Q_OBJECT

private:
    static std::vector<FixedAccount> accounts()
    {
        const auto account = [](StaffId staff, const char *name, const char *who, Role role) {
            return FixedAccount{
                staff, QString::fromLatin1(name), QString::fromUtf8(who), demoPassword(), {role}, false, false};
        };
        return {account(StaffId{1'000'001}, "hung", "Phạm Quốc Hùng", Role::Supervisor),
                account(StaffId{1'000'003}, "don", "Lê Thị Đón", Role::Greeter),
                account(StaffId{3}, "ha", "Phạm Thu Hà", Role::Teller)};
    }
    void open(const char *account)
    {
        m_link->enter(QString::fromLatin1(account));
        m_window = new SupervisorWindow(*m_link, m_language);
        m_frame = std::make_unique<EntryFrame>(*m_link, m_language, m_window);
        m_frame->resize(1366, 768);
        m_frame->show();
        m_frame->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_frame.get()));
    }
    template <class Widget>
    Widget *find(const char *name)
    {
        auto *widget = m_frame->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("no widget is called %s", name);
        return widget;
    }
    QPushButton *button(const char *name) { return find<QPushButton>(name); }
    QString text(const char *name) { return find<QWidget>(name)->property("text").toString(); }
    QAbstractItemModel *promises() { return find<QTableView>("promisesTable")->model(); }
    OpenItemId itemAt(int row)
    {
        return OpenItemId{promises()->index(row, 0).data(PromisesModel::ItemRole).toLongLong()};
    }
    const OpenItem &item(OpenItemId id)
    {
        for (const auto &[customer, record] : m_customers->people()) {
            for (const OpenItem &each : record.openItems) {
                if (each.id == id)
                    return each;
            }
        }
        qFatal("no such item");
    }
    OpenItem &itemBehind(OpenItemId id)
    {
        for (OpenItem &each : m_customers->person(item(id).customer).openItems) {
            if (each.id == id)
                return each;
        }
        qFatal("no such item");
    }
    void showPromises()
    {
        m_window->showPromises();
        QTRY_COMPARE(promises()->rowCount(), 3);
        m_window->promisesPage().choose(itemAt(0));
    }
    void arrive(const char *number, ArrivalSource source)
    {
        bool isDone = false;
        m_link->ask(ReportArrival{IdentifierKind::CustomerNumber, number, source, {}}, m_link.get(),
                    [&isDone](const Result<ReportArrival::Answer> &) { isDone = true; });
        QTRY_VERIFY(isDone);
    }
    TicketId waiting() { return m_link->branch().waiting(ServiceId{1}).rbegin()->ticket; }
    void type(const QString &typed)
    {
        auto *edit = find<QLineEdit>("personFindEdit");
        edit->setFocus();
        edit->clear();
        QTest::keyClicks(edit, typed);
    }
    QListWidget *people() { return find<QListWidget>("personList"); }

    Language m_language{LanguageKind::English};
    std::unique_ptr<FixedLink> m_link;
    DemoCustomers *m_customers = nullptr; ///< the link has it
    std::unique_ptr<EntryFrame> m_frame;
    SupervisorWindow *m_window = nullptr; ///< the frame has it

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }
    void init()
    {
        m_language.set(LanguageKind::English);
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        playDemoMorning(*m_link);
        m_customers = new DemoCustomers(*m_link);
        arrive("KH100147", ArrivalSource::CardReader);
        arrive("KH100741", ArrivalSource::Camera);
        m_link->setAccounts(accounts());
    }
    void cleanup()
    {
        m_frame.reset();
        m_link.reset();
    }

    // ---- promises ----

    void whatIsDueStandsMostUrgentFirst()
    {
        open("hung");
        QTest::keyClick(m_window, Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE(promises()->rowCount(), 3);
        QAbstractItemModelTester tester(promises(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(promises()->index(0, PromisesModel::DueColumn).data().toString(), QStringLiteral("2 days late"));
        QCOMPARE(promises()->index(0, PromisesModel::KindColumn).data().toString(), QStringLiteral("Promise"));
        QCOMPARE(promises()->index(0, PromisesModel::CustomerColumn).data().toString(),
                 QStringLiteral("Anh Nguyễn Hoài Nam"));
        QCOMPARE(promises()->index(0, PromisesModel::OwnerColumn).data().toString(),
                 QStringLiteral("Trần Văn Minh"));
        QCOMPARE(text("promisesCount"), QStringLiteral("Open: 3 · late: 1"));
        QCOMPARE(promises()->index(0, 0).data(PromisesModel::ToneRole).toInt(), static_cast<int>(Tone::Bad));
        QCOMPARE(promises()->index(1, 0).data(PromisesModel::ToneRole).toInt(), static_cast<int>(Tone::Warn));
        m_link->advance(8 * kHourMs); // it is late by itself, without a word of the hub
        m_window->promisesPage().tick();
        QTRY_COMPARE(text("promisesCount"), QStringLiteral("Open: 3 · late: 1"));
        QCOMPARE(promises()->index(1, 0).data(PromisesModel::ToneRole).toInt(), static_cast<int>(Tone::Bad));
    }

    void filtersAskTheHub()
    {
        open("hung");
        showPromises();
        m_window->promisesPage().showWhich(PromisesPage::Which::Late);
        QTRY_COMPARE(promises()->rowCount(), 1);
        m_window->promisesPage().showWhich(PromisesPage::Which::Today);
        QTRY_COMPARE(promises()->rowCount(), 2);
        m_window->promisesPage().showWhich(PromisesPage::Which::Open);
        auto *kind = find<QComboBox>("promisesKindFilter");
        kind->setCurrentIndex(kind->findData(static_cast<int>(OpenItemKind::Complaint)));
        QTRY_COMPARE(promises()->rowCount(), 1);
        auto *owner = find<QComboBox>("promisesOwnerFilter");
        owner->setCurrentIndex(owner->findData(qlonglong(2)));
        QTRY_COMPARE(promises()->rowCount(), 0);
        QVERIFY(find<QWidget>("noPromisesState")->isVisible());
        QCOMPARE(text("promisesCount"), QStringLiteral("Open: 3 · late: 1")); // of all
    }

    void aPromiseIsHandedOnAndMovedAndThatIsTakenBack()
    {
        open("hung");
        showPromises();
        const OpenItemId id = itemAt(2);
        m_window->promisesPage().choose(id);
        const OpenItem before = item(id);
        QVERIFY(!button("promiseSaveButton")->isEnabled());
        auto *owner = find<QComboBox>("promiseOwnerChoice");
        owner->setCurrentIndex(owner->findData(qlonglong(4)));
        auto *due = find<QLineEdit>("promiseDueEdit");
        due->selectAll();
        QTest::keyClicks(due, QStringLiteral("30/2"));
        QVERIFY(!button("promiseSaveButton")->isEnabled()); // no such day
        due->selectAll();
        QTest::keyClicks(due, QStringLiteral("5/3"));
        QTRY_VERIFY(button("promiseSaveButton")->isEnabled());
        QTest::keyClick(due, Qt::Key_F8);
        QTRY_COMPARE(item(id).owner, StaffId{4});
        QCOMPARE(item(id).dueMs, dueTyped(QStringLiteral("5/3"), m_link->hubNowMs(), 7 * 60));
        QTRY_VERIFY(m_window->promisesPage().undoBar().isOffering());
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(item(id).owner, before.owner);
        QCOMPARE(item(id).dueMs, before.dueMs);
        QVERIFY(!m_window->promisesPage().undoBar().isOffering());
    }

    void aDayThatIsPastIsNotSetAgain()
    {
        open("hung");
        showPromises();
        const OpenItemId id = itemAt(0); // two days late
        const OpenItem before = item(id);
        auto *due = find<QLineEdit>("promiseDueEdit");
        due->selectAll();
        QTest::keyClicks(due, QStringLiteral("5/3"));
        QTest::keyClick(due, Qt::Key_F8);
        QTRY_VERIFY(item(id).dueMs > before.dueMs);
        QTRY_VERIFY(!text("promiseNote").isEmpty());
        QVERIFY(!m_window->promisesPage().undoBar().isOffering());
        const TimeMs moved = item(id).dueMs;
        QTRY_COMPARE(itemAt(2), id);
        m_window->promisesPage().choose(id);
        auto *owner = find<QComboBox>("promiseOwnerChoice");
        owner->setCurrentIndex(owner->findData(qlonglong(4)));
        button("promiseSaveButton")->click();
        QTRY_VERIFY(m_window->promisesPage().undoBar().isOffering());
        QVERIFY(text("promiseNote").isEmpty());
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(item(id).owner, before.owner);
        QCOMPARE(item(id).dueMs, moved);
    }

    void wordsForOneAreNotSaidOfAnother()
    {
        open("hung");
        showPromises();
        QTest::keyClicks(find<QLineEdit>("promiseWordsEdit"), QStringLiteral("called, solved"));
        m_window->promisesPage().choose(itemAt(1));
        QVERIFY(find<QLineEdit>("promiseWordsEdit")->text().isEmpty());
        QVERIFY(!button("promiseBrokenButton")->isEnabled());
    }

    void anOwnerWhoIsNotOnTheListKeepsWhatIsMoved()
    {
        open("hung");
        m_customers->person(demoCustomer(1)).openItems.front().owner = StaffId{1'000'009};
        showPromises();
        const OpenItemId id = itemAt(0);
        QCOMPARE(find<QComboBox>("promiseOwnerChoice")->currentData().toLongLong(), qlonglong(1'000'009));
        QVERIFY(!button("promiseSaveButton")->isEnabled());
        auto *due = find<QLineEdit>("promiseDueEdit");
        due->selectAll();
        QTest::keyClicks(due, QStringLiteral("5/3"));
        QTest::keyClick(due, Qt::Key_F8);
        QTRY_COMPARE(item(id).dueMs, dueTyped(QStringLiteral("5/3"), m_link->hubNowMs(), 7 * 60));
        QCOMPARE(item(id).owner, StaffId{1'000'009});
    }

    void aPromiseIsSettledWithWordsWhereTheyAreOwed()
    {
        open("hung");
        showPromises();
        const OpenItemId id = itemAt(0);
        QVERIFY(button("promiseKeptButton")->isEnabled());
        QVERIFY(!button("promiseBrokenButton")->isEnabled());
        QTest::keyClicks(find<QLineEdit>("promiseWordsEdit"), QStringLiteral("done by themselves"));
        QTRY_VERIFY(button("promiseWithdrawnButton")->isEnabled());
        QTest::keyClick(find<QLineEdit>("promiseWordsEdit"), Qt::Key_F7);
        QTRY_COMPARE(item(id).state, OpenItemState::Withdrawn);
        QCOMPARE(item(id).ending, std::string("done by themselves"));
        QTRY_COMPARE(promises()->rowCount(), 2);
        QTRY_VERIFY(m_window->promisesPage().undoBar().isOffering());
        QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(item(id).state, OpenItemState::Open);
        QTRY_COMPARE(promises()->rowCount(), 3);
        m_window->promisesPage().choose(id);
        button("promiseKeptButton")->click();
        QTRY_COMPARE(item(id).state, OpenItemState::Kept);
        m_window->promisesPage().showWhich(PromisesPage::Which::All);
        QTRY_COMPARE(promises()->rowCount(), 3);
        QTRY_COMPARE(itemAt(2), id); // behind those open
        m_window->promisesPage().choose(id);
        button("promiseReopenButton")->click();
        QTRY_COMPARE(item(id).state, OpenItemState::Open);
    }

    void whatSomebodyElseChangedMeanwhileIsNotWrittenOver()
    {
        open("hung");
        showPromises();
        const OpenItemId id = itemAt(0);
        OpenItem &behind = itemBehind(id);
        behind.owner = StaffId{6};
        ++behind.revision;
        button("promiseKeptButton")->click();
        QTRY_VERIFY(!text("promiseErrorBanner").isEmpty());
        QCOMPARE(item(id).state, OpenItemState::Open);
        QTRY_COMPARE(find<QComboBox>("promiseOwnerChoice")->currentData().toLongLong(),
                     qlonglong(6)); // as it is now
        QVERIFY(!m_window->promisesPage().undoBar().isOffering());
    }

    void withoutTheHubNothingIsChanged()
    {
        open("hung");
        showPromises();
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        QVERIFY(!button("promiseKeptButton")->isEnabled());
        QCOMPARE(promises()->rowCount(), 3); // what was known stays readable
    }

    void whoSignsOutLeavesNoNames()
    {
        open("hung");
        showPromises();
        m_link->signOut();
        QCOMPARE(promises()->rowCount(), 0);
    }

    void namesThatLookLikeMarkupAreShownAsTheyAre()
    {
        open("hung");
        m_customers->person(demoCustomer(1)).customer.name = "<b>Nam</b> &amp; <img src=x>";
        showPromises();
        QCOMPARE(text("promiseCustomer"), QStringLiteral("Anh <b>Nam</b> &amp; <img src=x>"));
        QCOMPARE(find<QLabel>("promiseCustomer")->textFormat(), Qt::PlainText);
    }

    // ---- who came in ----

    void whoCameInIsLinkedToATicket()
    {
        open("hung");
        m_window->showTickets();
        m_window->ticketsPage().choose(waiting());
        QTest::keyClick(find<QTableView>("ticketsTable"), Qt::Key_F4);
        QVERIFY(find<QWidget>("personPanel")->isVisible());
        QTRY_COMPARE(people()->count(), 2);
        QVERIFY(people()->item(1)->text().startsWith(QStringLiteral("Anh Nguyễn Hoài Nam")));
        people()->setCurrentRow(1);
        QTest::keyClick(people(), Qt::Key_Return);
        QTRY_COMPARE(m_link->branch().ticket(waiting())->customer, demoCustomer(1));
        QTRY_VERIFY(text("personNote").contains(QStringLiteral("Nam")));
        QTest::keyClick(people(), Qt::Key_Escape);
        QVERIFY(!find<QWidget>("personPanel")->isVisible());
    }

    void somebodyIsFoundByOneFieldAndGivenATicket()
    {
        open("hung");
        m_window->showTickets();
        m_window->ticketsPage().togglePerson();
        QTRY_COMPARE(people()->count(), 2);
        type(QStringLiteral("0983000258"));
        QTRY_COMPARE(people()->count(), 1);
        QCOMPARE(people()->currentRow(), 0); // a number finds one
        const TicketId last = m_link->branch().lastTicket();
        QTRY_VERIFY(button("personGiveButton")->isEnabled());
        QTest::keyClick(find<QLineEdit>("personFindEdit"), Qt::Key_F3);
        QTRY_VERIFY(m_link->branch().lastTicket() != last);
        QCOMPARE(m_link->branch().ticket(m_link->branch().lastTicket())->customer, demoCustomer(2));
        QTRY_VERIFY(!button("personGiveButton")->isEnabled()); // one is enough
    }

    void aScanIsLookedForAtOnce()
    {
        open("hung");
        m_window->showTickets();
        m_window->ticketsPage().choose(waiting());
        m_window->ticketsPage().togglePerson();
        QTRY_COMPARE(people()->count(), 2);
        auto *edit = find<QLineEdit>("personFindEdit");
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("001148000258||Tran Thi Mai Hoa|30091948|Nu|x|01012022"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(people()->count(), 1);
        QVERIFY(!m_link->branch().ticket(waiting())->customer.isSet()); // its Enter links nobody
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(m_link->branch().ticket(waiting())->customer, demoCustomer(2));
    }

    void whoWasFoundBeforeIsNotLinkedByAScannersSecondEnter()
    {
        open("hung");
        m_window->showTickets();
        m_window->ticketsPage().choose(waiting());
        m_window->ticketsPage().togglePerson();
        QTRY_COMPARE(people()->count(), 2);
        people()->setCurrentRow(1);
        auto *edit = find<QLineEdit>("personFindEdit");
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("001148000258||Tran Thi Mai Hoa|30091948|Nu|x|01012022"));
        QCOMPARE(people()->count(), 0);
        QTest::keyClick(edit, Qt::Key_Return);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(people()->count(), 1);
        QVERIFY(!m_link->branch().ticket(waiting())->customer.isSet());
    }

    void whoWasLookedForIsNotLeftForTheNext()
    {
        open("hung");
        m_window->showTickets();
        m_window->ticketsPage().togglePerson();
        type(QStringLiteral("nobody of this name"));
        QTRY_COMPARE(people()->count(), 0);
        QVERIFY(find<QLabel>("noPersonText")->isVisible());
        m_link->lockFromHub("idle");
        QVERIFY(!m_window->ticketsPage().person().isOpen());
        QVERIFY(find<QLineEdit>("personFindEdit")->text().isEmpty());
    }

    void aGreeterHasTicketsAndArrivalsAndNoFloor()
    {
        open("don");
        QVERIFY(find<QWidget>("ticketsPage")->isVisible());
        QVERIFY(!find<QWidget>("floorButton")->isVisible());
        QTest::keyClick(m_window, Qt::Key_1, Qt::ControlModifier);
        QVERIFY(find<QWidget>("ticketsPage")->isVisible());
        m_window->ticketsPage().choose(waiting());
        QVERIFY(!button("ticketCancelButton")->isEnabled());
        m_window->ticketsPage().togglePerson();
        QTRY_COMPARE(people()->count(), 2);
        people()->setCurrentRow(0);
        QTRY_VERIFY(button("personLinkButton")->isEnabled());
        button("personLinkButton")->click();
        QTRY_VERIFY(m_link->branch().ticket(waiting())->customer.isSet());
        m_window->showPromises();
        QTRY_COMPARE(promises()->rowCount(), 3);
        m_window->promisesPage().choose(itemAt(0));
        QVERIFY(!button("promiseKeptButton")->isVisible()); // sees them, and settles none
    }

    void aTellerHasNeither()
    {
        open("ha");
        QVERIFY(find<QWidget>("noRightState")->isVisible());
        QVERIFY(!PersonPanel::mayWork(m_window->desk()));
    }

    // ---- the day ----

    void theDayPageSaysHowManyAreOfEachSegment()
    {
        open("hung");
        enrichDemoBranch(*m_link);
        m_customers->person(demoCustomer(1)).customer.segment = SegmentId{2};
        QVERIFY(m_link->run(command::CloseDay{true}).isOk());
        QTRY_VERIFY(find<QLabel>("segmentCounts")->isVisible());
        const QString counts = text("segmentCounts");
        QVERIFY2(counts.contains(QStringLiteral("7 ordinary")) && counts.contains(QStringLiteral("1 VIP")),
                 qPrintable(counts));
    }
};

QTEST_MAIN(TestSupervisorPeople)
#include "tst_supervisorpeople.moc"
