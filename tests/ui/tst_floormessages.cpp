// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/messagepanel.h"
#include "tests/ui/floorbench.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>

using namespace tiepdon;

/// Messages written at the floor.
class TestFloorMessages : public QObject, private FloorBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }
    void init() { begin(); }
    void cleanup() { end(); }

    void oneIsWrittenByKeyboardAlone()
    {
        QTest::keyClick(m_window, Qt::Key_M, Qt::ControlModifier);
        QLineEdit *vi = edit("messageViEdit");
        QTRY_VERIFY(vi->hasFocus());
        QVERIFY(!button("sendMessageButton")->isEnabled());
        QVERIFY(!isShown("messageEnEdit"));
        QTest::keyClicks(vi, QStringLiteral("Hop luc 5 gio"));
        QTest::keyClick(vi, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(messages().size(), 1U);
        const BranchMessage &sent = messages().front();
        QCOMPARE(sent.to, MessageTo::AllCounters);
        QCOMPARE(sent.text.vi, std::string("Hop luc 5 gio"));
        QCOMPARE(sent.untilMs - sent.sentMs, 15 * kMinuteMs);
        QTRY_VERIFY(vi->text().isEmpty());
        QCOMPARE(list()->count(), 1);
        QVERIFY(list()->item(0)->text().contains(QStringLiteral("read at no counter yet")));
        QTest::keyClick(vi, Qt::Key_Escape);
        QVERIFY(!isShown("messagePanel"));
    }

    void aCountersMenuWritesToIt()
    {
        menuAction(4, "messageAction")->trigger();
        edit("messageViEdit")->setText(QStringLiteral("a"));
        button("sendMessageButton")->click();
        QTRY_COMPARE(messages().size(), 1U);
        QCOMPARE(messages().front().to, MessageTo::Counter);
        QCOMPARE(messages().front().counter, CounterId{4});
    }

    void theLobbyIsToldInBothLanguages()
    {
        m_window->floorPage().askMessage();
        choice("messageToChoice")->setCurrentIndex(1);
        QVERIFY(isShown("messageEnEdit"));
        edit("messageViEdit")->setText(QStringLiteral("Chào"));
        QVERIFY(!button("sendMessageButton")->isEnabled());
        edit("messageEnEdit")->setText(QStringLiteral("Hello"));
        QVERIFY(button("sendMessageButton")->isEnabled());
        button("sendMessageButton")->click();
        QTRY_COMPARE(messages().size(), 1U);
        QCOMPARE(messages().front().to, MessageTo::Lobby);
        QCOMPARE(messages().front().text.en, std::string("Hello"));
    }

    void aTemplateNamesTheClosedCounter()
    {
        m_window->floorPage().askMessage();
        choice("messageToChoice")->setCurrentIndex(1);
        QComboBox *begin = choice("messageTemplateChoice");
        begin->setCurrentIndex(1);
        Q_EMIT begin->activated(1);
        QCOMPARE(edit("messageViEdit")->text(), QStringLiteral("Quầy 3 sẽ mở sau 5 phút nữa."));
        QCOMPARE(edit("messageEnEdit")->text(), QStringLiteral("Counter 3 opens in 5 minutes."));
    }

    void whoHasReadItIsSaid()
    {
        m_link->setMessages(demoMessages(m_link->hubNowMs()));
        m_window->floorPage().askMessage();
        QCOMPARE(list()->count(), 3);
        QVERIFY(list()->item(1)->text().contains(QStringLiteral("read at counter 2, 5 (2 of 5)")));
        QVERIFY(!list()->item(2)->text().contains(QStringLiteral("read"))); // the lobby reads without saying
    }

    void oneIsTakenBack()
    {
        m_link->setMessages(demoMessages(m_link->hubNowMs()));
        m_window->floorPage().askMessage();
        list()->setFocus();
        list()->setCurrentRow(1);
        QTest::keyClick(list(), Qt::Key_Delete);
        QTRY_COMPARE(messages().size(), 2U);
        QCOMPARE(messages().back().id, MessageId{1});
        QCOMPARE(messages().front().id, MessageId{3});
    }

    void ctrlZTakesTheLastOneBack()
    {
        m_window->floorPage().askMessage();
        edit("messageViEdit")->setText(QStringLiteral("a"));
        button("sendMessageButton")->click();
        QTRY_COMPARE(messages().size(), 1U);
        QTRY_VERIFY(text("undoText").contains(QStringLiteral("Message")));
        m_window->undo();
        QTRY_VERIFY(messages().empty());
    }

    void aRefusalIsSaidInPlaceAndNothingIsLost()
    {
        m_window->floorPage().askMessage();
        edit("messageViEdit")->setText(QStringLiteral("giữ lại"));
        m_link->refuseNextAsked({ErrorCode::StorageFull, "", {}});
        button("sendMessageButton")->click();
        QTRY_VERIFY(!errorText().isEmpty());
        QCOMPARE(edit("messageViEdit")->text(), QStringLiteral("giữ lại"));
        QVERIFY(messages().empty());
    }

    void awayNothingIsSent()
    {
        m_window->floorPage().askMessage();
        edit("messageViEdit")->setText(QStringLiteral("a"));
        m_link->setStatus(BranchLink::Status::Stale, {ErrorCode::Offline, "", {}});
        QVERIFY(!button("sendMessageButton")->isEnabled());
        QVERIFY(text("messageHint").contains(QStringLiteral("cannot be reached")));
    }

private:
    [[nodiscard]] const std::vector<BranchMessage> &messages() const { return m_link->messages().messages; }
    QLineEdit *edit(const char *name) { return find<QLineEdit>(name); }
    QComboBox *choice(const char *name) { return find<QComboBox>(name); }
    QListWidget *list() { return find<QListWidget>("standingMessagesList"); }
};

QTEST_MAIN(TestFloorMessages)
#include "tst_floormessages.moc"
