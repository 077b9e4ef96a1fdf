// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/barmode.h"
#include "app/teller/tellerbar.h"
#include "tests/ui/tellerbench.h"
#include "ui/session/demofloor.h"

#include <QLabel>

using namespace tiepdon;

/// Messages at a counter: one line, no focus, read by a key.
class TestTellerMessages : public QObject, private TellerBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeKind::Light); }
    void init()
    {
        begin();
        answerForFloor(*m_link);
    }
    void cleanup() { end(); }

    void oneToThisCounterIsShownWithoutTakingTheKeyboard()
    {
        QWidget *before = QApplication::focusWidget();
        QVERIFY(!line()->isVisible());
        m_link->setMessages(demoMessages(m_link->hubNowMs()));
        QVERIFY(line()->isVisible());
        QCOMPARE(QApplication::focusWidget(), before);
        QVERIFY(said().contains(QStringLiteral("A012"))); // the newest of two
        QVERIFY(line()->findChild<QWidget *>(QStringLiteral("readMessageButton"))->isVisible());
    }

    void theKeySaysThatItWasRead()
    {
        m_link->setMessages(demoMessages(m_link->hubNowMs()));
        QTest::keyClick(m_window, Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(said().contains(QStringLiteral("Họp ngắn")));
        QCOMPARE(m_link->messages().messages.front().seenAt, std::vector<CounterId>{CounterId{3}});
        QTest::keyClick(m_window, Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(!line()->isVisible());
    }

    void aLongOneIsReadWhole()
    {
        MessagesNote note = demoMessages(m_link->hubNowMs());
        std::string &text = note.messages.front().text.vi;
        while (text.size() < kMessageCharactersMax - 10)
            text += " va chi";
        m_link->setMessages(note);
        auto *label = line()->findChild<QLabel *>(QStringLiteral("messageText"));
        QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
        QVERIFY(label->heightForWidth(label->width()) > 0);
        QVERIFY(label->text().endsWith(QStringLiteral("va chi")));
    }

    void othersMessagesAndTheLobbysAreNotShown()
    {
        MessagesNote note = demoMessages(m_link->hubNowMs());
        note.messages[0].counter = CounterId{2};
        note.messages.erase(note.messages.begin() + 1);
        m_link->setMessages(note);
        QVERIFY(!line()->isVisible());
    }

    void itGoesWhenItsTimeIsUp()
    {
        m_link->setMessages(demoMessages(m_link->hubNowMs()));
        QVERIFY(line()->isVisible());
        m_link->advance(31 * kMinuteMs);
        m_window->workPage().tick();
        QVERIFY(!line()->isVisible());
    }

    void theBarSaysItAndKeepsWhatComesNext()
    {
        m_link->setMessages(demoMessages(m_link->hubNowMs()));
        TellerBar &bar = m_window->barMode().bar();
        bar.resize(1366, TellerBar::kHeight);
        bar.refresh();
        QVERIFY2(bar.text().contains(QStringLiteral("A012")), qPrintable(bar.text()));
        QStringList buttons;
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // those offered before
        for (const QPushButton *each : bar.findChildren<QPushButton *>())
            buttons << each->accessibleName();
        QVERIFY2(buttons.filter(QStringLiteral("Ctrl+M")).size() == 1, qPrintable(buttons.join(u'|')));
        QVERIFY2(buttons.filter(QStringLiteral("F2")).size() == 1, qPrintable(buttons.join(u'|')));
        QVERIFY(m_window->workPage().press(Qt::CTRL | Qt::Key_M)); // as the chord has it
        QTRY_VERIFY(bar.text().contains(QStringLiteral("Họp")));
    }

    void anErrorGoesBeforeAMessage()
    {
        m_link->setMessages(demoMessages(m_link->hubNowMs()));
        TellerBar &bar = m_window->barMode().bar();
        m_window->workPage().showError({ErrorCode::StorageFull, "", {}});
        bar.refresh();
        QVERIFY(!bar.text().contains(QStringLiteral("A012")));
    }

    void lockedItIsNotShown()
    {
        m_link->setMessages(demoMessages(m_link->hubNowMs()));
        m_link->lock();
        TellerBar &bar = m_window->barMode().bar();
        bar.refresh();
        QVERIFY(!bar.text().contains(QStringLiteral("A012")));
    }

private:
    QWidget *line() { return m_frame->findChild<QWidget *>(QStringLiteral("messageLine")); }
    QString said() { return line()->property("text").toString(); }
};

QTEST_MAIN(TestTellerMessages)
#include "tst_tellermessages.moc"
