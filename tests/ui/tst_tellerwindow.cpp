// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tellerbench.h"

#include "app/teller/demostates.h"
#include "ui/models/queuesmodel.h"
#include "ui/widgets/figurelabel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRadioButton>

using namespace tiepdon;

/// The teller's window, worked by keyboard on a branch the engine really decides.
class TestTellerWindow : public QObject, private TellerBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }
    void init() { begin(); }
    void cleanup() { end(); }

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
        finish();
        QTRY_VERIFY(button("callNextButton")->isVisible() && button("callNextButton")->isEnabled());
        QCOMPARE(text("servedToday"), QStringLiteral("1"));
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

    void everyStateFitsASmallScreen()
    {
        for (const LanguageKind kind : {LanguageKind::Vietnamese, LanguageKind::English}) {
            m_language.set(kind);
            for (const QString &state : tellerDemoStates()) {
                const Demo demo = tellerDemo(state, m_language);
                demo.window->resize(1280, 720);
                demo.window->show();
                QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
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
        finish();
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
        finish();
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
        QVERIFY(find<QWidget>("findPersonPanel")->isVisible());
        key(Qt::Key_F1);
        QVERIFY(!find<QWidget>("findPersonPanel")->isVisible());
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
};

QTEST_MAIN(TestTellerWindow)
#include "tst_tellerwindow.moc"
