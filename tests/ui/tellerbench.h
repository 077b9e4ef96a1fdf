// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellerwindow.h"
#include "app/teller/workpage.h"
#include "ui/entry/entryframe.h"
#include "ui/session/demobranch.h"
#include "ui/session/democustomers.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include <memory>

namespace tiepdon {

/// A teller's window at counter 3 of the made-up branch, with a real engine behind it, for tests that work it.
class TellerBench
{
protected:
    /// "ha" is signed in and signed on, nobody is called yet.
    void begin()
    {
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        playDemoMorning(*m_link);
        m_customers = new DemoCustomers(*m_link);
        m_link->setAccounts(demoAccounts());
        m_link->enter(QStringLiteral("ha"));
        open({3, {}});
        QTRY_VERIFY(m_window->desk().isAtWork());
        QTRY_VERIFY(m_window->desk().canCall());
    }
    void end()
    {
        m_frame.reset();
        m_link.reset();
    }
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
    /// Without an outcome.
    void finish()
    {
        key(Qt::Key_F9);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
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
    DemoCustomers *m_customers = nullptr; ///< the link has it
    std::unique_ptr<EntryFrame> m_frame;
    TellerWindow *m_window = nullptr; ///< the frame has it
};

} // namespace tiepdon
