// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/demostates.h"
#include "app/teller/pickpanel.h"
#include "app/teller/tellerwindow.h"
#include "app/teller/waitingmodel.h"
#include "app/teller/workpage.h"
#include "ui/entry/entryframe.h"
#include "ui/models/queuesmodel.h"
#include "ui/session/demobranch.h"
#include "ui/widgets/figurelabel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace tiepdon;

/// The teller's window, worked by keyboard on a branch the engine really decides.
class TestTellerWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }

    void init()
    {
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        playDemoMorning(*m_link);
        m_link->setAccounts(demoAccounts());
        m_link->enter(QStringLiteral("ha"));
        open({3, {}});
        QTRY_VERIFY(m_window->desk().isAtWork());
        QTRY_VERIFY(m_window->desk().canCall());
    }

    void cleanup()
    {
        m_frame.reset();
        m_link.reset();
    }

    void callStartFinishByKeys()
    {
        const QString expected = text("nextNumber");
        QCOMPARE(expected, QStringLiteral("A009"));
        key(Qt::Key_F2);
        QTRY_COMPARE(text("ticketNumber"), expected);
        QTRY_VERIFY(button("startButton")->isEnabled());
        QVERIFY(!button("callNextButton")->isVisible());
        key(Qt::Key_Return);
        QTRY_VERIFY(button("finishButton")->isVisible() && button("finishButton")->isEnabled());
        QCOMPARE(m_window->desk().ticket()->state, TicketState::Serving);
        key(Qt::Key_Return); // a second Enter must not end the service
        key(Qt::Key_F2); // nor call another over it
        QCOMPARE(m_link->sent().size(), 3U);
        key(Qt::Key_F9);
        QTRY_VERIFY(button("callNextButton")->isVisible() && button("callNextButton")->isEnabled());
        QCOMPARE(text("servedToday"), QStringLiteral("1"));
    }

    void theDaySoFarIsTheBranchs()
    {
        QCOMPARE(text("servedToday"), QStringLiteral("0"));
        QCOMPARE(text("meanToday"), QStringLiteral("—"));
        for (const TimeMs each : {4 * kMinuteMs, 2 * kMinuteMs}) {
            call();
            key(Qt::Key_Return);
            QTRY_VERIFY(m_window->desk().canFinish());
            m_link->advance(each);
            key(Qt::Key_F9);
            QTRY_VERIFY(m_window->desk().canCall());
        }
        call();
        key(Qt::Key_F4);
        QTRY_VERIFY(m_window->desk().canCall());
        run(command::TakeBreak{CounterId{3}, BreakReason::Rest});
        m_link->advance(11 * kMinuteMs);
        m_window->workPage().tick();
        const auto shown = [this] {
            return QStringList{text("servedToday"), text("meanToday"), text("noShowsToday"), text("breaksToday")};
        };
        const QStringList expected{QStringLiteral("2"), QStringLiteral("3:00"), QStringLiteral("1"),
                                   QStringLiteral("11 phút")};
        QCOMPARE(shown(), expected);
        // a window that starts anew knows it too, and so it is after the hub did
        m_frame.reset();
        m_link->restartHub();
        open({});
        QTRY_VERIFY(m_window->desk().isAtWork());
        QCOMPARE(shown(), expected);
        run(command::EndBreak{CounterId{3}});
        QCOMPARE(shown(), expected);
    }

    void aBreakHasAReasonAndIsShownUntilOneGoesOn()
    {
        key(Qt::Key_F10);
        QVERIFY(find<QWidget>("breakPanel")->isVisible());
        QVERIFY(button("breakReason1Button")->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_4);
        QTRY_VERIFY(m_window->desk().onBreak());
        QCOMPARE(m_window->desk().onBreak()->reason, BreakReason::Meeting);
        QVERIFY(!find<QWidget>("breakPanel")->isVisible());
        QVERIFY(find<QWidget>("breakCard")->isVisible());
        QCOMPARE(find<QLabel>("breakReason")->text(), QStringLiteral("Họp"));
        QVERIFY(text("breakState").contains(QStringLiteral("10:41")));
        QTRY_VERIFY(button("resumeButton")->isVisible() && button("resumeButton")->isEnabled());
        QVERIFY(!button("callNextButton")->isVisible());
        m_link->advance(65 * kSecondMs);
        m_window->workPage().tick();
        QCOMPARE(text("breakTimer"), QStringLiteral("1:05"));
        // nobody is called meanwhile, by whatever key
        const std::size_t before = m_link->sent().size();
        key(Qt::Key_F2);
        QCOMPARE(m_link->sent().size(), before);
        key(Qt::Key_Return);
        QTRY_VERIFY(!m_window->desk().onBreak());
        QVERIFY(!find<QWidget>("breakCard")->isVisible());
        QTRY_VERIFY(button("callNextButton")->isVisible() && button("callNextButton")->isEnabled());
        // F10 goes on as well as it begins
        key(Qt::Key_F10);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(m_window->desk().canEndBreak());
        QCOMPARE(m_window->desk().onBreak()->reason, BreakReason::Meal);
        key(Qt::Key_F10);
        QTRY_VERIFY(m_window->desk().canCall());
    }

    void escapeTakesNoBreak()
    {
        key(Qt::Key_F10);
        const std::size_t before = m_link->sent().size();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!find<QWidget>("breakPanel")->isVisible());
        key(Qt::Key_F10);
        QVERIFY(find<QWidget>("breakPanel")->isVisible());
        key(Qt::Key_F10);
        QVERIFY(!find<QWidget>("breakPanel")->isVisible());
        QCOMPARE(m_link->sent().size(), before);
        QVERIFY(!m_window->desk().onBreak());
    }

    void aBreakNeedsAFreeCounterAndThatIsSaid()
    {
        QVERIFY(button("breakButton")->isEnabled());
        QVERIFY(button("breakButton")->toolTip().isEmpty());
        call();
        QVERIFY(!button("breakButton")->isEnabled());
        QVERIFY(button("breakButton")->toolTip().contains(QStringLiteral("A009")));
        QVERIFY(find<QLabel>("statusText")->text().isEmpty());
        key(Qt::Key_F10);
        QVERIFY(!find<QWidget>("breakPanel")->isVisible());
        QCOMPARE(find<QLabel>("statusText")->text(),
                 QStringLiteral("Chỉ tạm nghỉ khi quầy không có khách: A009 vẫn đang ở đây."));
        key(Qt::Key_F4);
        QTRY_VERIFY(m_window->desk().canTakeBreak());
        QVERIFY(find<QLabel>("statusText")->text().isEmpty());
    }

    void aBreakTheSupervisorSetsIsFollowed()
    {
        key(Qt::Key_F10);
        run(command::TakeBreak{CounterId{3}, BreakReason::Paperwork});
        QVERIFY(find<QWidget>("breakCard")->isVisible());
        QVERIFY(!find<QWidget>("breakPanel")->isVisible()); // what it asked is answered
        QCOMPARE(find<QLabel>("breakReason")->text(), QStringLiteral("Làm giấy tờ"));
        run(command::TakeBreak{CounterId{3}, BreakReason::Meal});
        QCOMPARE(find<QLabel>("breakReason")->text(), QStringLiteral("Đi ăn"));
        run(command::EndBreak{CounterId{3}});
        QVERIFY(!find<QWidget>("breakCard")->isVisible());
        QVERIFY(button("callNextButton")->isEnabled());
    }

    void aTicketOfAQueueIsCalledOutOfTurn()
    {
        auto *queues = find<QListView>("queueList");
        const QModelIndex row = queues->model()->index(2, 0); // transfers: B008, B009
        QTest::mouseClick(queues->viewport(), Qt::LeftButton, {}, queues->visualRect(row).center());
        QVERIFY(find<QWidget>("pickPanel")->isVisible());
        QVERIFY(find<QLineEdit>("findNumberEdit")->hasFocus());
        QCOMPARE(numbersListed(), (QStringList{QStringLiteral("B008"), QStringLiteral("B009")}));
        QTest::keyClick(find<QLineEdit>("findNumberEdit"), Qt::Key_Down);
        QCOMPARE(button("callTicketButton")->text(), QStringLiteral("Gọi B009"));
        QTest::keyClick(find<QLineEdit>("findNumberEdit"), Qt::Key_Return);
        QTRY_COMPARE(text("ticketNumber"), QStringLiteral("B009"));
        QVERIFY(!find<QWidget>("pickPanel")->isVisible());
        key(Qt::Key_F1);
        const QString reason = find<QLabel>("reasonText")->text();
        QVERIFY2(reason.contains(QStringLiteral("A009")), qPrintable(reason));
        QCOMPARE(m_window->desk().reason()->rule, CallRule::Chosen);
        // and a window that starts anew says the same
        m_frame.reset();
        m_link->restartHub();
        open({});
        QTRY_VERIFY(m_window->desk().isAtWork());
        key(Qt::Key_F1);
        QCOMPARE(find<QLabel>("reasonText")->text(), reason);
        // Enter is the page's again
        QTRY_VERIFY(m_window->desk().canStart());
        key(Qt::Key_Return);
        QTRY_VERIFY(m_window->desk().canFinish());
    }

    void aQueueIsOpenedByTheKeyboardToo()
    {
        auto *queues = find<QListView>("queueList");
        queues->setFocus(Qt::TabFocusReason);
        queues->setCurrentIndex(queues->model()->index(1, 0));
        QTest::keyClick(queues, Qt::Key_Return);
        QVERIFY(find<QWidget>("pickPanel")->isVisible());
        QCOMPARE(numbersListed().size(), 4);
        QTest::keyClick(find<QLineEdit>("findNumberEdit"), Qt::Key_Escape);
        QVERIFY(!find<QWidget>("pickPanel")->isVisible());
    }

    void aNumberIsFoundWhereverItIs_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *typed, const char *chosen, const char *said) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(chosen) << QString::fromUtf8(said);
        };
        row("a whole number", "A011", "A011", "");
        row("in small letters, without zeros", "a11", "A011", "");
        row("its digits alone", "12", "A012", "");
        row("of a service that is not served here", "c5", "C005", "");
        row("being served", "a7", "", "A007 đang được phục vụ tại quầy 1.");
        row("called", "A008", "", "A008 đang được mời đến quầy 2.");
        row("cancelled", "a10", "", "A010 đã bị hủy. Trưởng ca có thể khôi phục số này.");
        row("nowhere", "x5", "", "Không có số X5 nào đang chờ.");
    }
    void aNumberIsFoundWhereverItIs()
    {
        QFETCH(QString, typed);
        QFETCH(QString, chosen);
        QFETCH(QString, said);
        run(command::CancelTicket{waitingTicket("A010"), HandReason::Left});
        QTest::keyClick(m_window, Qt::Key_K, Qt::ControlModifier);
        auto *edit = find<QLineEdit>("findNumberEdit");
        QVERIFY(edit->hasFocus());
        QTest::keyClicks(edit, typed);
        QCOMPARE(find<QListView>("waitingList")->currentIndex().data().toString(), chosen);
        QCOMPARE(button("callTicketButton")->isEnabled(), !chosen.isEmpty());
        if (!said.isEmpty())
            QCOMPARE(find<QLabel>("pickHint")->text(), said);
        QTest::keyClick(edit, Qt::Key_Return);
        if (chosen.isEmpty())
            QVERIFY(!m_window->desk().isConfirming());
        else
            QTRY_COMPARE(text("ticketNumber"), chosen);
    }

    void withSomebodyInHandANumberCanOnlyBeLookedAt()
    {
        call();
        QTest::keyClick(m_window, Qt::Key_K, Qt::ControlModifier);
        auto *edit = find<QLineEdit>("findNumberEdit");
        QTest::keyClicks(edit, QStringLiteral("B008"));
        QVERIFY(!button("callTicketButton")->isEnabled());
        QVERIFY(find<QLabel>("pickHint")->text().contains(QStringLiteral("A009")));
        const std::size_t before = m_link->sent().size();
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_link->sent().size(), before);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!find<QWidget>("pickPanel")->isVisible());
    }

    void whoeverStandsNextIsNotCalledInPlaceOfWhoLeft()
    {
        run(command::FinishService{CounterId{1}, m_link->branch().counterState(CounterId{1})->ticket, {}});
        m_window->workPage().openPick(ServiceId{2});
        auto *edit = find<QLineEdit>("findNumberEdit");
        QCOMPARE(button("callTicketButton")->text(), QStringLiteral("Gọi B008"));
        run(command::CallTicket{CounterId{1}, waitingTicket("B008")}); // somebody else was faster
        QCOMPARE(numbersListed(), QStringList{QStringLiteral("B009")});
        QVERIFY(!button("callTicketButton")->isEnabled());
        QCOMPARE(find<QLabel>("pickHint")->text(), QStringLiteral("B008 không còn chờ nữa. Hãy chọn lại."));
        const std::size_t before = m_link->sent().size();
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_link->sent().size(), before);
        QTest::keyClick(edit, Qt::Key_Down);
        QCOMPARE(button("callTicketButton")->text(), QStringLiteral("Gọi B009"));
        // and who is chosen stays chosen while others come and go
        run(command::IssueTicket{ServiceId{2}});
        run(command::RaiseTicket{waitingTicket("B010"), HandReason::NeedsHelp});
        QCOMPARE(numbersListed(), (QStringList{QStringLiteral("B010"), QStringLiteral("B009")}));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(text("ticketNumber"), QStringLiteral("B009"));
    }

    void peopleWaitingStandInTheOrderOfTheirQueues()
    {
        WaitingModel model(*m_link);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setProfile(ProfileId{1});
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const auto numbers = [&model] {
            QStringList all;
            for (int row = 0; row < model.rowCount(); ++row)
                all << model.index(row).data().toString();
            return all.join(u' ');
        };
        model.tick(m_link->hubNowMs());
        QCOMPARE(numbers(), QStringLiteral("P001 A009 A010 A011 A012 B008 B009 C004 C005 D004"));
        run(command::RaiseTicket{waitingTicket("A012"), HandReason::NeedsHelp});
        run(command::CancelTicket{waitingTicket("C004"), HandReason::Left});
        run(command::IssueTicket{ServiceId{5}});
        m_link->advance(kMinuteMs);
        model.tick(m_link->hubNowMs());
        QCOMPARE(numbers(), QStringLiteral("P001 P002 A012 A009 A010 A011 B008 B009 C005 D004"));
        QCOMPARE(model.index(1).data(WaitingModel::WaitedMsRole).toLongLong(), kMinuteMs);
        QCOMPARE(model.index(3).data(WaitingModel::ToneRole).toInt(), static_cast<int>(Tone::Bad));
        QCOMPARE(resets.count(), 0);
    }

    void whatIsTypedMeansANumberByItsBeginning()
    {
        for (const char *typed : {"", "a", "A0", "1", "12", "a12", "A012", " a012 ", "012"})
            QVERIFY2(meansNumber(QLatin1String(typed), QStringLiteral("A012")), typed);
        for (const char *typed : {"b", "2", "a2", "A0123", "B012", "a 13"})
            QVERIFY2(!meansNumber(QLatin1String(typed), QStringLiteral("A012")), typed);
        QVERIFY(isNumber(QStringLiteral("12"), QStringLiteral("A012")));
        QVERIFY(!isNumber(QStringLiteral("12"), QStringLiteral("A120")));
    }

    void onesOwnPasswordIsChangedFromTheHeader()
    {
        call();
        find<QPushButton>("passwordButton")->click();
        QVERIFY(!m_window->isVisible());
        QVERIFY(find<QLineEdit>("currentPasswordEdit")->hasFocus());
        const std::size_t before = m_link->sent().size();
        QTest::keyClick(m_frame.get(), Qt::Key_F4);
        QCOMPARE(m_link->sent().size(), before);
        QTest::keyClick(find<QLineEdit>("currentPasswordEdit"), Qt::Key_Escape);
        QVERIFY(m_window->isVisible());
        QCOMPARE(text("ticketNumber"), QStringLiteral("A009"));
        key(Qt::Key_F4);
        QTRY_VERIFY(!m_window->desk().ticket());
    }

    void aBreakOutlastsTheHubsAbsence()
    {
        run(command::TakeBreak{CounterId{3}, BreakReason::Rest});
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        QVERIFY(find<QWidget>("breakCard")->isVisible());
        QVERIFY(!button("resumeButton")->isEnabled());
        const std::size_t before = m_link->sent().size();
        key(Qt::Key_F10);
        key(Qt::Key_Return);
        QCOMPARE(m_link->sent().size(), before);
        QVERIFY(!find<QLabel>("statusText")->text().isEmpty());
        m_link->restartHub();
        QVERIFY(find<QWidget>("breakCard")->isVisible());
        QVERIFY(button("resumeButton")->isEnabled());
        key(Qt::Key_F10);
        QTRY_VERIFY(m_window->desk().canCall());
    }

    void everyStateFitsASmallScreen()
    {
        for (const LanguageKind kind : {LanguageKind::Vietnamese, LanguageKind::English}) {
            m_language.set(kind);
            for (const QString &state : tellerDemoStates()) {
                const Demo demo = tellerDemo(state, m_language);
                demo.window->resize(1280, 720);
                demo.window->show();
                // nothing overlaps at the least size, and that fits beside the bars a desktop has
                const auto *work = demo.window->findChild<TellerWindow *>();
                const QSize needed = work ? work->minimumSizeHint() : QSize();
                const QSize least = demo.window->minimumSize();
                QVERIFY2(needed.width() <= least.width() && needed.height() <= least.height(),
                         qPrintable(
                             QStringLiteral("%1 needs %2x%3").arg(state).arg(needed.width()).arg(needed.height())));
                QVERIFY(least.width() <= 1280 && least.height() <= 680);
                QCOMPARE(demo.window->size(), QSize(1280, 720));
            }
        }
        m_language.set(LanguageKind::Vietnamese);
    }

    void recallEndsAtTheLimitAndNoShowFrees()
    {
        call();
        const TicketId ticket = m_window->desk().ticket()->id;
        for (int i = 1; i <= 2; ++i) {
            QTRY_VERIFY(button("recallButton")->isEnabled());
            key(Qt::Key_F3);
            QTRY_COMPARE(m_window->desk().ticket()->step.recalls, i);
        }
        QTRY_VERIFY(button("noShowButton")->isEnabled());
        QVERIFY(!button("recallButton")->isEnabled());
        QVERIFY(!find<QLabel>("statusText")->text().isEmpty());
        key(Qt::Key_F4);
        QTRY_VERIFY(!m_window->desk().ticket());
        QCOMPARE(m_link->branch().ticket(ticket)->step.misses, 1);
    }

    void transferInPlaceByKeys()
    {
        call();
        const TicketId ticket = m_window->desk().ticket()->id;
        key(Qt::Key_F7);
        QWidget *panel = find<QWidget>("transferPanel");
        QVERIFY(panel->isVisible());
        auto *services = find<QListWidget>("transferServiceChoice");
        QTRY_VERIFY(services->hasFocus());
        QTest::keyClick(services, Qt::Key_Down);
        find<QRadioButton>("transferFirstChoice")->setChecked(true);
        QTest::keyClick(services, Qt::Key_Return);
        QTRY_VERIFY(!m_window->desk().ticket());
        QVERIFY(!panel->isVisible());
        QCOMPARE(m_link->branch().ticket(ticket)->step.service, ServiceId{3});
        QCOMPARE(m_link->branch().waiting(ServiceId{3}).begin()->ticket, ticket);
    }

    void escapeLeavesTheTransferAndChangesNothing()
    {
        call();
        key(Qt::Key_F7);
        QTRY_VERIFY(find<QListWidget>("transferServiceChoice")->hasFocus());
        const std::size_t before = m_link->sent().size();
        QTest::keyClick(find<QListWidget>("transferServiceChoice"), Qt::Key_Escape);
        QVERIFY(!find<QWidget>("transferPanel")->isVisible());
        QCOMPARE(m_link->sent().size(), before);
        key(Qt::Key_Return);
        QTRY_COMPARE(m_window->desk().ticket()->state, TicketState::Serving);
    }

    void aRefusalIsSaidInPlaceUntilTheNextTry()
    {
        m_link->refuseNext({ErrorCode::StorageFull, "", {}});
        key(Qt::Key_F2);
        QWidget *banner = shownBanner();
        QTRY_VERIFY((banner = shownBanner()) != nullptr);
        QVERIFY(banner->property("text").toString().startsWith(QStringLiteral("Ổ đĩa máy chủ đã đầy")));
        QVERIFY(!m_window->desk().ticket());
        key(Qt::Key_F2);
        QTRY_VERIFY(m_window->desk().ticket());
        QVERIFY(!shownBanner());
    }

    void signingOffWithSomebodyInHandIsRefused()
    {
        call();
        find<QPushButton>("signOffButton")->click();
        QTRY_VERIFY(shownBanner());
        QVERIFY(shownBanner()->property("text").toString().startsWith(QStringLiteral("A009")));
        QVERIFY(m_window->desk().isAtWork());
    }

    void signingOffGoesBackToTheChoice()
    {
        find<QPushButton>("signOffButton")->click();
        QTRY_VERIFY(find<QListView>("counterChoice")->isVisible());
        QVERIFY(!shownBanner());
        QVERIFY(!m_link->branch().counterState(CounterId{3})->isOpen());
        QTRY_VERIFY(button("signOnButton")->isEnabled());
        QTest::keyClick(find<QListView>("counterChoice"), Qt::Key_Return);
        QTRY_VERIFY(m_window->desk().isAtWork());
    }

    void whileUnconfirmedNothingElseCanBePressed()
    {
        m_link->hold();
        key(Qt::Key_F2);
        QTRY_COMPARE(find<QLabel>("statusText")->text(), QStringLiteral("Đang xác nhận…"));
        QVERIFY(!button("callNextButton")->isEnabled());
        const std::size_t before = m_link->sent().size();
        key(Qt::Key_F2);
        QCOMPARE(m_link->sent().size(), before);
        m_link->release();
        QTRY_COMPARE(text("ticketNumber"), QStringLiteral("A009"));
        QTRY_VERIFY(button("startButton")->isEnabled());
    }

    void resumeShowsTheSameTicketAndTimer()
    {
        call();
        QTRY_VERIFY(m_window->desk().canStart());
        key(Qt::Key_Return);
        QTRY_VERIFY(m_window->desk().canFinish());
        m_frame.reset(); // the program is gone, the branch goes on
        m_link->advance(187 * kSecondMs);
        const std::size_t before = m_link->sent().size();
        open({});
        QTRY_VERIFY(m_window->desk().isAtWork());
        QCOMPARE(text("ticketNumber"), QStringLiteral("A009"));
        QCOMPARE(find<QWidget>("serviceTimer")->property("text").toString(), QStringLiteral("3:07"));
        QVERIFY(button("finishButton")->isEnabled());
        QCOMPARE(m_link->sent().size(), before);
    }

    void anOccupiedCounterSaysWhoHasIt()
    {
        signOff();
        m_frame.reset();
        open({2, {}});
        QTRY_VERIFY(shownBanner());
        QVERIFY(shownBanner()->property("text").toString().startsWith(QStringLiteral("Trần Văn Minh")));
        QVERIFY(find<QListView>("counterChoice")->isVisible());
        QCOMPARE(button("signOnButton")->text(), QStringLiteral("Tiếp quản từ Trần Văn Minh…"));
    }

    void takingOverAsksFirstAndKeepsTheTicket()
    {
        signOff();
        auto *list = find<QListView>("counterChoice");
        QTRY_VERIFY(list->isVisible());
        list->setCurrentIndex(list->model()->index(1, 0));
        auto *question = find<QWidget>("takeOverQuestion");
        const std::size_t before = m_link->sent().size();
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(question->isVisible());
        QCOMPARE(question->property("text").toString(),
                 QStringLiteral("Tiếp quản quầy 2 từ Trần Văn Minh? Bạn sẽ tiếp tục với số A008."));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!question->isVisible());
        QVERIFY(list->hasFocus());
        QCOMPARE(m_link->sent().size(), before);
        QCOMPARE(m_link->branch().counterState(CounterId{2})->staff, StaffId{2});

        QTest::keyClick(list, Qt::Key_Return);
        auto *yes = question->findChild<QPushButton *>(QStringLiteral("answer1Button"));
        QVERIFY(yes->hasFocus());
        QTest::keyClick(yes, Qt::Key_Return);
        QTRY_VERIFY(m_window->desk().isAtWork());
        QCOMPARE(m_link->branch().counterState(CounterId{2})->staff, StaffId{3});
        QCOMPARE(text("ticketNumber"), QStringLiteral("A008"));
        QTRY_VERIFY(button("startButton")->isEnabled());
    }

    void aBreakIsSaidWhereACounterIsChosen()
    {
        signOff();
        run(command::FinishService{CounterId{1}, m_link->branch().counterState(CounterId{1})->ticket, {}});
        run(command::TakeBreak{CounterId{1}, BreakReason::Rest});
        auto *list = find<QListView>("counterChoice");
        list->setCurrentIndex(list->model()->index(0, 0));
        QTRY_COMPARE(find<QLabel>("chooseHint")->text(),
                     QStringLiteral("Nguyễn Thị Lan đang ở quầy này, tạm nghỉ từ 10:41."));
    }

    void whoWasTakenOverIsTold()
    {
        call();
        run(command::SignOn{CounterId{3}, StaffId{7}, {}, true});
        QTRY_VERIFY(shownBanner());
        QCOMPARE(
            shownBanner()->property("text").toString(),
            QStringLiteral("Hoàng Đức Thắng đã tiếp quản quầy 3. Hãy chọn quầy khác hoặc hỏi lại đồng nghiệp."));
        QVERIFY(find<QListView>("counterChoice")->isVisible());
        QVERIFY(!m_window->desk().isAtWork());
    }

    void lockingKeepsTheServiceAndUnlockingShowsIt()
    {
        call();
        QTRY_VERIFY(m_window->desk().canStart());
        key(Qt::Key_Return);
        QTRY_VERIFY(m_window->desk().canFinish());
        find<QPushButton>("lockButton")->click();
        QVERIFY(!m_window->isVisible());
        QCOMPARE(find<QLabel>("lockedInHand")->text(), QStringLiteral("A009 vẫn đang được phục vụ tại quầy 3."));
        const std::size_t before = m_link->sent().size();
        QTest::keyClick(m_frame.get(), Qt::Key_F9); // nobody works through the lock
        QCOMPARE(m_link->sent().size(), before);
        m_link->advance(kMinuteMs);
        find<QLineEdit>("unlockEdit")->setText(demoPassword());
        QTest::keyClick(find<QLineEdit>("unlockEdit"), Qt::Key_Return);
        QTRY_VERIFY(m_window->isVisible());
        QCOMPARE(text("ticketNumber"), QStringLiteral("A009"));
        QVERIFY(button("finishButton")->isEnabled());
        key(Qt::Key_F9);
        QTRY_VERIFY(!m_window->desk().ticket());
    }

    void startAndFinishAreKeptWhileTheHubIsAway()
    {
        call();
        QTRY_VERIFY(m_window->desk().canStart());
        const TicketId ticket = m_window->desk().ticket()->id;
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        m_link->advance(30 * kSecondMs);
        const TimeMs startedMs = m_link->hubNowMs();
        key(Qt::Key_Return);
        QCOMPARE(m_link->kept(), 1);
        QVERIFY(button("finishButton")->isVisible() && button("finishButton")->isEnabled());
        QVERIFY(find<QLabel>("statusText")->text().startsWith(QStringLiteral("Đã giữ lại")));
        m_link->advance(2 * kMinuteMs);
        m_window->workPage().tick();
        QCOMPARE(find<QWidget>("serviceTimer")->property("text").toString(), QStringLiteral("2:00"));
        const TimeMs finishedMs = m_link->hubNowMs();
        key(Qt::Key_F9);
        QCOMPARE(m_link->kept(), 2);
        QVERIFY(!button("finishButton")->isEnabled());
        QVERIFY(text("ticketState").startsWith(QStringLiteral("Đã xong")));
        const std::size_t before = m_link->sent().size();
        for (const auto code : {Qt::Key_Return, Qt::Key_F9, Qt::Key_F2, Qt::Key_F3, Qt::Key_F4})
            key(code);
        QCOMPARE(m_link->sent().size(), before);
        const auto &finish = std::get<command::FinishService>(m_link->sent().back());
        QCOMPARE(finish.claimedMs.value_or(0), finishedMs);

        m_link->advance(kMinuteMs);
        m_link->setStatus(BranchLink::Status::Live);
        QVERIFY(!button("callNextButton")->isVisible() || !button("callNextButton")->isEnabled());
        QTRY_VERIFY(button("callNextButton")->isVisible() && button("callNextButton")->isEnabled());
        QCOMPARE(m_link->kept(), 0);
        QVERIFY(!m_link->branch().ticket(ticket) || m_link->branch().ticket(ticket)->state != TicketState::Serving);
        const auto &start = std::get<command::StartService>(m_link->sent().at(m_link->sent().size() - 2));
        QCOMPARE(start.claimedMs.value_or(0), startedMs);
        QVERIFY(!shownBanner());
    }

    void whatWasKeptAndRefusedIsSaid()
    {
        Q_EMIT m_link->keptRefused(command::FinishService{CounterId{3}, TicketId{1}, {}},
                                   {ErrorCode::TicketNotHere, "", {{"number", "A005"}}});
        QVERIFY(shownBanner());
        QVERIFY(shownBanner()->property("text").toString().startsWith(QStringLiteral("A005")));
    }

    void signingOutAsksAboutTheCounter()
    {
        auto *question = find<QWidget>("signOutQuestion");
        find<QPushButton>("signOutButton")->click();
        QVERIFY(question->isVisible());
        QCOMPARE(question->property("text").toString(), QStringLiteral("Rời cả quầy 3?"));
        QCOMPARE(m_link->access(), BranchLink::Access::SignedIn);
        question->findChild<QPushButton *>(QStringLiteral("answer1Button"))->click();
        QTRY_COMPARE(m_link->access(), BranchLink::Access::SignedOut);
        m_link->enter(QStringLiteral("minh"));
        QVERIFY(!m_link->branch().counterState(CounterId{3})->isOpen());
        // the next one finds their own counter, not the one before
        QCOMPARE(m_window->desk().counterId(), CounterId{2});
        QCOMPARE(text("ticketNumber"), QStringLiteral("A008"));
    }

    void signingOutWithSomebodyInHandWarns()
    {
        call();
        find<QPushButton>("signOutButton")->click();
        auto *question = find<QWidget>("signOutQuestion");
        QVERIFY(question->property("text").toString().startsWith(QStringLiteral("A009 vẫn đang ở quầy 3.")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!question->isVisible());
        QCOMPARE(m_link->access(), BranchLink::Access::SignedIn);
        find<QPushButton>("signOutButton")->click();
        question->findChild<QPushButton *>(QStringLiteral("answer1Button"))->click();
        QCOMPARE(m_link->access(), BranchLink::Access::SignedOut);
        m_link->enter(QStringLiteral("ha"));
        QCOMPARE(text("ticketNumber"), QStringLiteral("A009"));
    }

    void withoutTheRightThereIsNoChoice()
    {
        m_link->signOut();
        m_link->enter(QStringLiteral("admin"));
        QVERIFY(find<QWidget>("noRightState")->isVisible());
        QVERIFY(!find<QListView>("counterChoice")->isVisible());
        m_link->signOut();
        m_link->enter(QStringLiteral("minh"));
        QVERIFY(!find<QWidget>("noRightState")->isVisible());
    }

    void theRowAndThePreviewSayTheSameMinutes()
    {
        // between two ticks of the window's clock a minute passes for whoever waits longest
        const auto minutes = [this] {
            const auto *model = find<QListView>("queueList")->model();
            for (int row = 0; row < model->rowCount(); ++row) {
                if (model->index(row, 0).data(QueuesModel::ServiceRole).toLongLong() == 1)
                    return model->index(row, 0).data(QueuesModel::LongestMsRole).toLongLong() / kMinuteMs;
            }
            return qlonglong(-1);
        };
        QCOMPARE(minutes(), 12);
        m_link->advance(kMinuteMs);
        Q_EMIT m_link->statusChanged();
        QVERIFY(find<QLabel>("nextReason")->text().contains(QStringLiteral("chờ 13/10 phút")));
        QCOMPARE(minutes(), 13);
    }

    void languageSwitchesWhileItRuns()
    {
        QCOMPARE(button("callNextButton")->text(), QStringLiteral("Gọi tiếp"));
        const QString vietnamese = find<QLabel>("nextReason")->text();
        find<QPushButton>("languageButton")->click();
        QTRY_COMPARE(button("callNextButton")->text(), QStringLiteral("Call next"));
        QVERIFY(find<QLabel>("nextReason")->text() != vietnamese);
        QVERIFY(find<QLabel>("nextReason")->text().startsWith(QStringLiteral("Longest against its promise")));
        find<QPushButton>("languageButton")->click();
        QTRY_COMPARE(button("callNextButton")->text(), QStringLiteral("Gọi tiếp"));
    }

    void staleDisablesAndSaysAsOfWhen()
    {
        call();
        QTRY_VERIFY(m_window->desk().canStart());
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        m_link->advance(kMinuteMs);
        for (const char *name : {"recallButton", "noShowButton", "transferButton", "signOffButton"})
            QVERIFY2(!button(name)->isEnabled(), name);
        QCOMPARE(text("ticketNumber"), QStringLiteral("A009"));
        QVERIFY(find<QWidget>("connectionBadge")->property("text").toString().contains(QStringLiteral("10:41")));
        QVERIFY(!find<QLabel>("statusText")->text().isEmpty());
        const std::size_t before = m_link->sent().size();
        key(Qt::Key_F3);
        key(Qt::Key_F4);
        QCOMPARE(m_link->sent().size(), before);
        m_link->setStatus(BranchLink::Status::Live);
        QVERIFY(button("startButton")->isEnabled());
    }

    void anotherProfileChangesTheQueues()
    {
        auto *choice = find<QComboBox>("workProfileChoice");
        choice->setCurrentIndex(choice->findData(qlonglong(3)));
        Q_EMIT choice->activated(choice->currentIndex());
        QTRY_COMPARE(m_link->branch().counterState(CounterId{3})->profile, ProfileId{3});
        QCOMPARE(find<QListView>("queueList")->model()->rowCount(), 2);
    }

    void whyThisNumberIsAnsweredInPlace()
    {
        QVERIFY(!find<QWidget>("reasonCard")->isVisible());
        key(Qt::Key_F1);
        QVERIFY(find<QWidget>("reasonCard")->isVisible());
        QVERIFY(find<QLabel>("reasonText")->text().contains(QStringLiteral("A009")));
        key(Qt::Key_F1);
        QVERIFY(!find<QWidget>("reasonCard")->isVisible());
        // there is room for one thing at a time
        key(Qt::Key_F1);
        key(Qt::Key_F10);
        QVERIFY(!find<QWidget>("reasonCard")->isVisible());
        QVERIFY(find<QWidget>("breakPanel")->isVisible());
        QTest::keyClick(m_window, Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!find<QWidget>("breakPanel")->isVisible());
        QVERIFY(find<QWidget>("pickPanel")->isVisible());
        key(Qt::Key_F1);
        QVERIFY(!find<QWidget>("pickPanel")->isVisible());
        QVERIFY(find<QWidget>("reasonCard")->isVisible());
    }

    void everythingUsableHasANameAndTextIsPlain()
    {
        for (const QString &state : tellerDemoStates()) {
            const Demo demo = tellerDemo(state, m_language);
            QVERIFY(demo.window);
            demo.window->show();
            const auto widgets = demo.window->findChildren<QWidget *>();
            for (QWidget *widget : widgets) {
                const bool isUsable = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
                    || qobject_cast<QLineEdit *>(widget) || qobject_cast<QPlainTextEdit *>(widget)
                    || (qobject_cast<QAbstractItemView *>(widget)
                        && !qobject_cast<QComboBox *>(widget->parentWidget()->parentWidget()));
                // an answer no question has yet has no words
                if (isUsable && !widget->isHidden() && !widget->objectName().startsWith(QLatin1String("qt_"))) {
                    QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
                    const auto *asButton = qobject_cast<QAbstractButton *>(widget);
                    QVERIFY2(!widget->accessibleName().isEmpty() || (asButton && !asButton->text().isEmpty()),
                             qPrintable(widget->objectName()));
                }
                if (const auto *label = qobject_cast<QLabel *>(widget))
                    QCOMPARE(label->textFormat(), Qt::PlainText);
            }
        }
        QVERIFY(!tellerDemo(QStringLiteral("no such state"), m_language).window);
    }

private:
    void open(const StartAs &as)
    {
        m_window = new TellerWindow(*m_link, m_language, as);
        m_frame = std::make_unique<EntryFrame>(*m_link, m_language, m_window);
        m_frame->resize(1366, 768);
        m_frame->show();
        m_frame->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_frame.get()));
    }
    void signOff()
    {
        QTRY_VERIFY(button("signOffButton")->isEnabled());
        button("signOffButton")->click();
        QTRY_VERIFY(!m_window->desk().isAtWork());
        QTRY_VERIFY(!m_window->desk().isConfirming());
    }
    void run(const Command &command)
    {
        const auto reply = m_link->run(command);
        QVERIFY2(reply.isOk(), reply ? "" : reply.error().message.c_str());
    }
    void call()
    {
        key(Qt::Key_F2);
        QTRY_VERIFY(m_window->desk().ticket());
        QTRY_VERIFY(!m_window->desk().isConfirming());
    }
    QStringList numbersListed()
    {
        const auto *model = find<QListView>("waitingList")->model();
        QStringList numbers;
        for (int row = 0; row < model->rowCount(); ++row)
            numbers << model->index(row, 0).data().toString();
        return numbers;
    }
    TicketId waitingTicket(const char *number)
    {
        for (const auto &[id, ticket] : m_link->branch().tickets()) {
            if (ticket.number == number && ticket.state == TicketState::Waiting)
                return id;
        }
        qFatal("%s does not wait", number);
    }
    void key(Qt::Key code) { QTest::keyClick(m_window, code); }
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
    QWidget *shownBanner()
    {
        const auto banners = m_frame->findChildren<QWidget *>(QStringLiteral("errorBanner"));
        for (QWidget *banner : banners) {
            if (banner->isVisible())
                return banner;
        }
        return nullptr;
    }

    Language m_language{LanguageKind::Vietnamese};
    std::unique_ptr<FixedLink> m_link;
    std::unique_ptr<EntryFrame> m_frame;
    TellerWindow *m_window = nullptr; ///< the frame has it
};

QTEST_MAIN(TestTellerWindow)
#include "tst_tellerwindow.moc"
