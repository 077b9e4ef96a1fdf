// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/demostates.h"
#include "app/teller/tellerwindow.h"
#include "ui/session/demobranch.h"
#include "ui/widgets/figurelabel.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
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
        open({3, QStringLiteral("phạm thu hà"), {}});
        QTRY_VERIFY(m_window->desk().isAtWork());
        QTRY_VERIFY(m_window->desk().canCall());
    }

    void cleanup()
    {
        m_window.reset();
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
        QCOMPARE(m_window->desk().served(), 1);
        QVERIFY(find<QLabel>("servedCount")->text().contains(u'1'));
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
        m_window.reset(); // the program is gone, the branch goes on
        m_link->advance(187 * kSecondMs);
        const std::size_t before = m_link->sent().size();
        open({3, QStringLiteral("3"), {}});
        QTRY_VERIFY(m_window->desk().isAtWork());
        QCOMPARE(text("ticketNumber"), QStringLiteral("A009"));
        QCOMPARE(find<QWidget>("serviceTimer")->property("text").toString(), QStringLiteral("3:07"));
        QVERIFY(button("finishButton")->isEnabled());
        QCOMPARE(m_link->sent().size(), before);
    }

    void anOccupiedCounterSaysWhoHasIt()
    {
        m_window.reset();
        open({2, QStringLiteral("7"), {}});
        QTRY_VERIFY(shownBanner());
        QVERIFY(shownBanner()->property("text").toString().startsWith(QStringLiteral("Trần Văn Minh")));
        QVERIFY(find<QListView>("counterChoice")->isVisible());
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
        for (const char *name : {"startButton", "recallButton", "noShowButton", "transferButton"})
            QVERIFY2(!button(name)->isEnabled(), name);
        QCOMPARE(text("ticketNumber"), QStringLiteral("A009"));
        QVERIFY(find<QWidget>("connectionBadge")->property("text").toString().contains(QStringLiteral("10:41")));
        QVERIFY(!find<QLabel>("statusText")->text().isEmpty());
        const std::size_t before = m_link->sent().size();
        key(Qt::Key_Return);
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
    }

    void everythingUsableHasANameAndTextIsPlain()
    {
        for (const QString &state : tellerDemoStates()) {
            const TellerDemo demo = tellerDemo(state, m_language);
            QVERIFY(demo.window);
            demo.window->show();
            const auto widgets = demo.window->findChildren<QWidget *>();
            for (QWidget *widget : widgets) {
                const bool isUsable = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
                    || (qobject_cast<QAbstractItemView *>(widget)
                        && !qobject_cast<QComboBox *>(widget->parentWidget()->parentWidget()));
                if (isUsable && !widget->objectName().startsWith(QLatin1String("qt_"))) {
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
        m_window = std::make_unique<TellerWindow>(*m_link, m_language, as);
        m_window->resize(1366, 768);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void call()
    {
        key(Qt::Key_F2);
        QTRY_VERIFY(m_window->desk().ticket());
        QTRY_VERIFY(!m_window->desk().isConfirming());
    }
    void key(Qt::Key code) { QTest::keyClick(m_window.get(), code); }
    template <class Widget>
    Widget *find(const char *name)
    {
        auto *widget = m_window->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("no widget is called %s", name);
        return widget;
    }
    QPushButton *button(const char *name) { return find<QPushButton>(name); }
    QString text(const char *name) { return find<QWidget>(name)->property("text").toString(); }
    QWidget *shownBanner()
    {
        const auto banners = m_window->findChildren<QWidget *>(QStringLiteral("errorBanner"));
        for (QWidget *banner : banners) {
            if (banner->isVisible())
                return banner;
        }
        return nullptr;
    }

    Language m_language{LanguageKind::Vietnamese};
    std::unique_ptr<FixedLink> m_link;
    std::unique_ptr<TellerWindow> m_window;
};

QTEST_MAIN(TestTellerWindow)
#include "tst_tellerwindow.moc"
