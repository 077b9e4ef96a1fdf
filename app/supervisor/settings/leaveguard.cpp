// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/leaveguard.h"

#include "ui/widgets/inlinequestion.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

#include <utility>

namespace tiepdon {

LeaveGuard::LeaveGuard(QWidget &inside, InlineQuestion &question, std::function<bool()> hasUnsaved)
    : QObject(&inside), m_inside(inside), m_question(question), m_hasUnsaved(std::move(hasUnsaved))
{
    inside.installEventFilter(this);
    connect(&question, &InlineQuestion::answered, this, [this] {
        if (const auto leave = std::exchange(m_leave, {}))
            leave();
    });
    connect(&question, &InlineQuestion::cancelled, this, [this] { m_leave = {}; });
}

void LeaveGuard::ask(std::function<void()> leave)
{
    if (!m_hasUnsaved()) {
        leave();
        return;
    }
    m_leave = std::move(leave);
    m_question.ask(tr("Settings were changed here and not saved; leaving forgets them."),
                   {tr("Leave without saving")});
}

bool LeaveGuard::eventFilter(QObject *watched, QEvent *event)
{
    const bool isThere = event->type() == QEvent::Show || event->type() == QEvent::WindowActivate;
    if (isThere && watched == &m_inside)
        qApp->installEventFilter(this); // before others that are there by now, such as who locks on closing
    const bool isClosing = event->type() == QEvent::Close && watched == m_inside.window();
    if (!isClosing || m_isAgreed || !m_inside.isVisible() || !m_hasUnsaved())
        return QObject::eventFilter(watched, event);
    event->ignore();
    ask([this] {
        m_isAgreed = true;
        m_inside.window()->close();
        m_isAgreed = false;
    });
    return true;
}

} // namespace tiepdon
