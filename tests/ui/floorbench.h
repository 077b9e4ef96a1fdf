// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/floorpage.h"
#include "app/supervisor/supervisorwindow.h"
#include "ui/entry/entryframe.h"
#include "ui/session/demobranch.h"
#include "ui/session/demofloor.h"
#include "ui/widgets/countertile.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

#include <functional>
#include <memory>

namespace tiepdon {

/// A supervisor's window on the made-up branch, with a real engine behind it, for tests that work its floor.
class FloorBench
{
protected:
    /// `prepare`: what else answers, before the floor does.
    void begin(const std::function<void(FixedLink &)> &prepare = {})
    {
        m_language.set(LanguageKind::English);
        m_link = std::make_unique<FixedLink>(demoMorningMs());
        playDemoMorning(*m_link);
        if (prepare)
            prepare(*m_link);
        answerForFloor(*m_link);
        FixedAccount hung;
        hung.staff = StaffId{1'000'001};
        hung.account = QStringLiteral("hung");
        hung.name = QStringLiteral("Phạm Quốc Hùng");
        hung.password = demoPassword();
        hung.roles = {Role::Supervisor};
        m_link->setAccounts({hung});
        m_link->setOthersName("Lý Thị Mai");
        m_link->enter(QStringLiteral("hung"));
        m_window = new SupervisorWindow(*m_link, m_language);
        m_frame = std::make_unique<EntryFrame>(*m_link, m_language, m_window);
        m_frame->resize(1366, 768);
        m_frame->show();
        m_frame->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_frame.get()));
    }
    void end()
    {
        m_menu.reset();
        m_frame.reset();
        m_link.reset();
    }

    void run(const Command &command)
    {
        const auto reply = m_link->run(command);
        QVERIFY2(reply.isOk(), reply ? "" : reply.error().message.c_str());
    }
    /// As another program does it: nobody at the counter any more.
    void freeCounter(std::int64_t id)
    {
        const CounterId counter{id};
        const TicketId ticket = m_link->branch().counterState(counter)->ticket;
        if (m_link->branch().ticket(ticket)->state == TicketState::Called)
            run(command::StartService{counter, ticket});
        run(command::FinishService{counter, ticket});
    }
    [[nodiscard]] CounterStanding at(std::int64_t counter) const
    {
        return standingOf(*m_link->branch().counterState(CounterId{counter}));
    }
    CounterTile *tile(std::int64_t counter) { return m_window->floorPage().tile(CounterId{counter}); }
    void confirm()
    {
        QTRY_VERIFY(button("actionConfirmButton")->isEnabled());
        button("actionConfirmButton")->click();
    }
    void undo() { QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier); }

    static QMimeData *carried(const QString &type, std::int64_t id)
    {
        auto *data = new QMimeData;
        data->setData(type, QByteArray::number(static_cast<qlonglong>(id)));
        return data;
    }
    static void enter(QWidget *target, const QMimeData *dragged)
    {
        QDragEnterEvent event(target->rect().center(), Qt::CopyAction, dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &event);
    }
    static void drop(QWidget *target, const QMimeData *dragged)
    {
        QDropEvent event(QPointF(target->rect().center()), Qt::CopyAction, dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &event);
    }
    /// What a counter's menu offers now; the menu lives until the next one.
    QAction *menuAction(std::int64_t counter, const char *name)
    {
        m_menu = std::make_unique<QMenu>();
        m_window->floorPage().fillMenu(*m_menu, CounterId{counter});
        for (QAction *each : m_menu->actions()) {
            if (each->objectName() == QLatin1String(name))
                return each;
        }
        qFatal("the menu has no %s", name);
        return nullptr;
    }
    /// The one that is shown, first: pages have parts of the same names.
    template <class Widget>
    Widget *find(const char *name)
    {
        const auto all = m_frame->findChildren<Widget *>(QLatin1String(name));
        for (Widget *each : all) {
            if (each->isVisible())
                return each;
        }
        if (all.isEmpty())
            qFatal("no widget is called %s", name);
        return all.front();
    }
    QPushButton *button(const char *name) { return find<QPushButton>(name); }
    QString text(const char *name) { return find<QWidget>(name)->property("text").toString(); }
    bool isShown(const char *name) { return find<QWidget>(name)->isVisible(); }
    /// The error that is shown; empty for none.
    QString errorText()
    {
        for (QWidget *banner : m_frame->findChildren<QWidget *>()) {
            if (banner->inherits("tiepdon::ErrorBanner") && banner->isVisible())
                return banner->property("text").toString();
        }
        return {};
    }

    Language m_language{LanguageKind::English};
    std::unique_ptr<FixedLink> m_link;
    std::unique_ptr<EntryFrame> m_frame;
    std::unique_ptr<QMenu> m_menu;
    SupervisorWindow *m_window = nullptr; ///< the frame has it
};

} // namespace tiepdon
