// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tellerbench.h"

#include "app/teller/waitingmodel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace tiepdon;

/// What a teller chooses beside the next person: a break, a given ticket; and the day so far.
class TestTellerChoices : public QObject, private TellerBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }
    void init() { begin(); }
    void cleanup() { end(); }

    void theDaySoFarIsTheBranchs()
    {
        QCOMPARE(text("servedToday"), QStringLiteral("0"));
        QCOMPARE(text("meanToday"), QStringLiteral("—"));
        for (const TimeMs each : {4 * kMinuteMs, 2 * kMinuteMs}) {
            call();
            key(Qt::Key_Return);
            QTRY_VERIFY(m_window->desk().canFinish());
            m_link->advance(each);
            finish();
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
        m_window->workPage().openPick();
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
        m_window->workPage().openPick();
        auto *edit = find<QLineEdit>("findNumberEdit");
        QTest::keyClicks(edit, QStringLiteral("B008"));
        QVERIFY(!button("callTicketButton")->isEnabled());
        QVERIFY(find<QLabel>("pickHint")->text().contains(QStringLiteral("A009")));
        const std::size_t before = m_link->sent().size();
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_link->sent().size(), before);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!find<QWidget>("pickPanel")->isVisible());
        key(Qt::Key_Return); // the page's again
        QTRY_VERIFY(m_window->desk().canFinish());
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

    void whoeverIsTakenOutIsNotReplacedByTheNext()
    {
        m_window->workPage().openPick(ServiceId{2});
        QCOMPARE(button("callTicketButton")->text(), QStringLiteral("Gọi B008"));
        run(command::CancelTicket{waitingTicket("B008"),
                                  HandReason::Left}); // the ticket is not among the open ones
        QCOMPARE(numbersListed(), QStringList{QStringLiteral("B009")});
        QVERIFY(!button("callTicketButton")->isEnabled());
        QCOMPARE(find<QLabel>("pickHint")->text(), QStringLiteral("B008 không còn chờ nữa. Hãy chọn lại."));
        const std::size_t before = m_link->sent().size();
        QTest::keyClick(find<QLineEdit>("findNumberEdit"), Qt::Key_Return);
        QCOMPARE(m_link->sent().size(), before);
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
        // who was put first has waited no longer for that
        const TimeMs waited = m_link->hubNowMs() - m_link->branch().ticket(waitingTicket("A012"))->issuedMs;
        QCOMPARE(model.index(2).data(WaitingModel::WaitedMsRole).toLongLong(), waited);
        QCOMPARE(model.index(3).data(WaitingModel::ToneRole).toInt(), static_cast<int>(Tone::Bad));
        QCOMPARE(resets.count(), 0);
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
};

QTEST_MAIN(TestTellerChoices)
#include "tst_tellerchoices.moc"
