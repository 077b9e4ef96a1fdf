// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/barmode.h"
#include "app/teller/chordsetting.h"
#include "app/teller/demostates.h"
#include "tests/ui/tellerbench.h"
#include "ui/session/democustomers.h"

#include <QFile>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace tiepdon;

/// The teller's window in one line, on a branch the engine decides. What only X11 can do is in tests/system.
class TestTellerBar : public QObject, private TellerBench
{
    Q_OBJECT

private:
    BarMode &mode() { return m_window->barMode(); }
    TellerBar &bar() { return mode().bar(); }
    QPushButton *barButton(const char *name)
    {
        auto *button = bar().findChild<QPushButton *>(QLatin1String(name));
        return button && button->isVisible() ? button : nullptr;
    }
    QString barText(const char *name)
    {
        auto *widget = bar().findChild<QWidget *>(QLatin1String(name));
        return widget && widget->isVisible() ? widget->property("text").toString() : QString();
    }
    void toBar()
    {
        key(Qt::Key_F12);
        QVERIFY(bar().isVisible());
        bar().resize(1366, 40); // a real screen's
    }
    /// As the chord and then a key.
    void type(QKeyCombination code) { mode().onKey(code); }
    void serve()
    {
        type(Qt::Key_F2);
        QTRY_VERIFY(m_window->desk().canStart());
        type(Qt::Key_Return);
        QTRY_VERIFY(m_window->desk().canPark());
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }
    void init() { begin(); }
    void cleanup()
    {
        end();
        m_language.set(LanguageKind::Vietnamese);
    }

    void oneKeyGoesFromTheWindowToTheBarAndBack()
    {
        key(Qt::Key_F12);
        QVERIFY(bar().isVisible());
        QVERIFY(!m_frame->isVisible());
        QCOMPARE(bar().height(), 40);
        const QRect room = bar().screen()->availableGeometry();
        QCOMPARE(bar().geometry(), QRect(room.x(), room.y(), room.width(), 40));
        QVERIFY(bar().windowFlags() & Qt::WindowStaysOnTopHint);
        QVERIFY(bar().windowFlags() & Qt::WindowDoesNotAcceptFocus);
        QVERIFY(bar().testAttribute(Qt::WA_ShowWithoutActivating));
        type(Qt::Key_F12);
        QVERIFY(m_frame->isVisible());
        QVERIFY(!bar().isVisible());
        button("barButton")->click();
        QVERIFY(bar().isVisible());
        QTest::mouseClick(barButton("fullWindowButton"), Qt::LeftButton);
        QVERIFY(m_frame->isVisible());
        QVERIFY(!bar().isVisible());
    }

    void aVisitIsServedWithoutTheWindow()
    {
        toBar();
        QCOMPARE(barText("barNumber"), QStringLiteral("A009")); // who is next
        type(Qt::Key_F2);
        QTRY_VERIFY(m_window->desk().ticket());
        const TicketId ticket = m_window->desk().ticket()->id;
        QTRY_VERIFY(m_window->desk().canStart());
        type(Qt::Key_F3);
        QTRY_COMPARE(m_window->desk().ticket()->step.recalls, 1);
        QTRY_VERIFY(m_window->desk().canStart());
        type(Qt::Key_Return);
        QTRY_VERIFY(m_window->desk().canFinish());
        m_link->advance(3 * kMinuteMs + 7 * kSecondMs);
        mode().tick();
        QCOMPARE(barText("barClock"), QStringLiteral("3:07 / 5:00"));
        QVERIFY(!barText("barPace").isEmpty());
        type(Qt::Key_F9);
        QVERIFY(m_window->workPage().asked());
        QVERIFY(barText("barNumber").isEmpty());
        QVERIFY(barText("barSaid").contains(QStringLiteral("A009")));
        type(Qt::Key_2);
        QTRY_VERIFY(!m_link->branch().ticket(ticket));
        QCOMPARE(std::get<command::FinishService>(m_link->sent().back()).outcome, OutcomeId{2});
        QVERIFY(!m_frame->isVisible());
    }

    void everyButtonDoesWhatItsKeyDoes()
    {
        toBar();
        QTest::mouseClick(barButton("barF2Button"), Qt::LeftButton);
        QTRY_VERIFY(m_window->desk().canStart());
        QTRY_VERIFY(barButton("barEnterButton"));
        QVERIFY(barButton("barF4Button"));
        QTest::mouseClick(barButton("barEnterButton"), Qt::LeftButton);
        QTRY_VERIFY(m_window->desk().canPark());
        QTest::mouseClick(barButton("barF9Button"), Qt::LeftButton);
        QTRY_VERIFY(barButton("barEnterButton")); // without an outcome
        QTest::mouseClick(barButton("barEnterButton"), Qt::LeftButton);
        QTRY_VERIFY(!m_window->desk().ticket());
        const auto buttons = bar().findChildren<QPushButton *>();
        for (const QPushButton *each : buttons)
            QCOMPARE(each->focusPolicy(), Qt::NoFocus);
    }

    void whatCannotBeDoneNowIsSaid()
    {
        toBar();
        const std::size_t before = m_link->sent().size();
        type(Qt::Key_F11);
        QVERIFY(barText("barSaid").contains(QStringLiteral("F12")));
        type(Qt::Key_Q);
        QVERIFY(!barText("barSaid").isEmpty());
        type(Qt::Key_Escape); // nothing is asked
        QVERIFY(barText("barSaid").isEmpty());
        QCOMPARE(m_link->sent().size(), before);
    }

    void aChoiceTooLongForTheLineAsksForTheWindow()
    {
        toBar();
        type(Qt::Key_F2);
        QTRY_VERIFY(m_window->desk().canStart());
        type(Qt::Key_F7);
        QVERIFY(m_window->workPage().isSearching());
        QVERIFY(barText("barSaid").contains(QStringLiteral("F12")));
        type(Qt::Key_Return); // where it would send somebody is not to be seen
        QCOMPARE(m_window->desk().inHand(), InHand::Called); // nor does it start behind it
        type(Qt::Key_Escape);
        QVERIFY(!m_window->workPage().isSearching());
        QCOMPARE(barText("barNumber"), fromUtf8(m_window->desk().ticket()->number));
        type(Qt::Key_F7);
        type(Qt::Key_F12);
        QVERIFY(m_frame->isVisible());
        QVERIFY(find<QWidget>("transferPanel")->isVisible());
    }

    void anErrorIsSaidAndClosed()
    {
        toBar();
        m_link->refuseNext({ErrorCode::StorageFull, "", {}});
        type(Qt::Key_F2);
        QTRY_VERIFY(!barText("barSaid").isEmpty());
        QVERIFY(barText("barSaid").contains(QStringLiteral("F12")));
        QTest::mouseClick(barButton("barEscButton"), Qt::LeftButton);
        QVERIFY(barText("barSaid").isEmpty());
        QVERIFY(m_window->workPage().errorText().isEmpty());
    }

    void whyThisNumberIsSaidInTheLine()
    {
        toBar();
        type(Qt::Key_F1);
        QVERIFY(!barText("barSaid").isEmpty());
        QCOMPARE(barText("barSaid"), m_window->workPage().reasonLine());
        type(Qt::Key_F1);
        QVERIFY(barText("barSaid").isEmpty());
    }

    void aCustomersNameGoesWithTheirTicket()
    {
        toBar();
        type(Qt::Key_F2);
        QTRY_VERIFY(m_window->desk().canStart());
        bar().setCustomer(QStringLiteral("Bà <b>Hoa</b>"), {QStringLiteral("xe lăn")});
        QCOMPARE(barText("barName"), QStringLiteral("Bà <b>Hoa</b>"));
        QCOMPARE(barText("barNeeds"), QStringLiteral("xe lăn"));
        QVERIFY(!bar().windowTitle().contains(QStringLiteral("Hoa"))); // others on this display read titles
        type(Qt::Key_F4);
        QTRY_VERIFY(!m_window->desk().ticket());
        QVERIFY(barText("barName").isEmpty());
        QVERIFY(barText("barNeeds").isEmpty());
    }

    void whetherTheGoalWasReachedIsAnsweredInTheLineOrLeft()
    {
        auto *customers = new DemoCustomers(*m_link);
        toBar();
        serve();
        const TicketId first = m_window->desk().ticket()->id;
        type(Qt::Key_F9);
        type(Qt::Key_Return); // without an outcome
        QTRY_COMPARE(barText("barState"), TellerBar::tr("Goal?"));
        QTest::mouseClick(barButton("bar2Button"), Qt::LeftButton);
        QTRY_VERIFY(customers->goals().contains(first));
        QCOMPARE(customers->goals().at(first).reached, GoalReached::Partly);
        QTRY_VERIFY(barButton("barF2Button"));
        serve();
        type(Qt::Key_F9);
        type(Qt::Key_Return);
        QTRY_COMPARE(barText("barState"), TellerBar::tr("Goal?"));
        QVERIFY(barButton("barF2Button")); // it never stands in the way
        type(Qt::Key_F2);
        QTRY_VERIFY(m_window->desk().ticket());
        QTRY_VERIFY(!barText("barNumber").isEmpty());
    }

    void whoIsLockedOutSeesNobodyAndDoesNothing()
    {
        toBar();
        serve();
        bar().setCustomer(QStringLiteral("Bà Hoa"), {});
        const std::size_t before = m_link->sent().size();
        m_link->lockFromHub("idle");
        QVERIFY(barText("barNumber").isEmpty());
        QVERIFY(barText("barName").isEmpty());
        type(Qt::Key_F9);
        type(Qt::Key_Return);
        QCOMPARE(m_link->sent().size(), before);
        QVERIFY(!m_window->workPage().asked());
        type(Qt::Key_F12);
        QVERIFY(m_frame->isVisible());
        QVERIFY(!m_window->isVisible()); // the lock page is
    }

    void withoutTheHubTheLineSaysSo()
    {
        toBar();
        serve();
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        QCOMPARE(barText("barState"), TellerBar::tr("No hub"));
        QVERIFY(barButton("barF9Button")->isEnabled()); // is kept here
        QVERIFY(!barButton("barF6Button")->isEnabled());
    }

    void closingTheBarClosesTheProgramsWindow()
    {
        toBar();
        bar().close();
        QCOMPARE(m_link->access(), BranchLink::Access::Locked); // as closing the full window does
    }

    void theLineIsWholeInBothLanguagesAtEverySize()
    {
        for (const LanguageKind kind : {LanguageKind::Vietnamese, LanguageKind::English}) {
            m_language.set(kind);
            for (const QString &state : tellerDemoStates()) {
                if (!isBarState(state))
                    continue;
                const Demo demo = tellerDemo(state, m_language);
                for (const int width : {1024, 1280, 1366, 1920}) {
                    demo.face->resize(width, 40);
                    demo.face->show();
                    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
                    const QString where = QStringLiteral("%1 at %2").arg(state).arg(width);
                    QVERIFY2(demo.face->minimumSizeHint().width() <= width, qPrintable(where));
                    QCOMPARE(demo.face->height(), 40);
                    const auto buttons = demo.face->findChildren<QPushButton *>();
                    for (const QPushButton *each : buttons) {
                        if (!each->isVisible())
                            continue;
                        QVERIFY2(each->width() >= each->sizeHint().width(), qPrintable(where));
                        QVERIFY2(each->geometry().right() < width, qPrintable(where));
                        QVERIFY2(!each->accessibleName().isEmpty(), qPrintable(where));
                    }
                }
            }
        }
    }

    void aChordIsOneKeyThatIsHeldWithOthers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("the usual one") << QStringLiteral("Ctrl+Alt+Space") << true;
        QTest::newRow("a function key") << QStringLiteral("Meta+F12") << true;
        QTest::newRow("a letter") << QStringLiteral("ctrl+shift+k") << true;
        QTest::newRow("none") << QStringLiteral("None") << true;
        QTest::newRow("a key alone would be lost for everybody") << QStringLiteral("F12") << false;
        QTest::newRow("so would a capital") << QStringLiteral("Shift+A") << false;
        QTest::newRow("two after each other") << QStringLiteral("Ctrl+A, Ctrl+B") << false;
        QTest::newRow("no key") << QStringLiteral("Ctrl+Alt") << false;
        QTest::newRow("no such key") << QStringLiteral("Ctrl+Nowhere") << false;
        QTest::newRow("a letter no keyboard symbol is known of") << QStringLiteral("Ctrl+Đ") << false;
    }
    void aChordIsOneKeyThatIsHeldWithOthers()
    {
        QFETCH(QString, text);
        QFETCH(bool, isGood);
        const auto chord = chordFrom(text);
        QCOMPARE(chord.isOk(), isGood);
        if (!isGood)
            QCOMPARE(QString::fromStdString(chord.error().detail.at("option")), QStringLiteral("chord"));
    }

    void theChordIsRemembered()
    {
        QTemporaryDir folder;
        const QKeyCombination usual(Qt::ControlModifier | Qt::AltModifier, Qt::Key_Space);
        QCOMPARE(chordSetting({}, folder.path()).value(), std::optional(usual));
        QVERIFY(!chordSetting(QStringLiteral("F5"), folder.path()).isOk());
        QCOMPARE(chordSetting({}, folder.path()).value(), std::optional(usual));
        QVERIFY(chordSetting(QStringLiteral("Meta+F8"), folder.path()).isOk());
        QCOMPARE(chordSetting({}, folder.path()).value(),
                 std::optional(QKeyCombination(Qt::MetaModifier, Qt::Key_F8)));
        QVERIFY(!chordSetting(QStringLiteral("F5"), folder.path()).isOk());
        QCOMPARE(chordSetting({}, folder.path()).value(),
                 std::optional(QKeyCombination(Qt::MetaModifier, Qt::Key_F8)));
        QVERIFY(chordSetting(QStringLiteral("none"), folder.path()).isOk());
        QCOMPARE(chordSetting({}, folder.path()).value(), std::optional<QKeyCombination>());
        QFile file(folder.filePath(QStringLiteral("window.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\nchord=\x01garbled\n");
        file.close();
        QCOMPARE(chordSetting({}, folder.path()).value(), std::optional(usual));
    }

    void elsewhereThanOnX11TheChordIsSaidNotToWork()
    {
        mode().chord().set(QKeyCombination(Qt::ControlModifier | Qt::AltModifier, Qt::Key_Space));
        QCOMPARE(mode().chord().state(), GlobalChord::State::NotAvailable);
        QVERIFY(mode().chordProblem().contains(QStringLiteral("X11")));
        QVERIFY(button("barButton")->toolTip().contains(QStringLiteral("X11")));
        QVERIFY(!mode().chord().lend());
        toBar();
        QVERIFY(!barText("barChord").isEmpty());
        mode().chord().set({});
        QCOMPARE(mode().chord().state(), GlobalChord::State::Off);
        QVERIFY(barText("barChord").isEmpty());
    }
};

QTEST_MAIN(TestTellerBar)
#include "tst_tellerbar.moc"
