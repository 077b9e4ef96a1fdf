// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/deskpanel.h"

#include <QApplication>
#include <QEvent>
#include <QPushButton>
#include <QShortcut>

namespace tiepdon {

DeskPanel::DeskPanel(TellerDesk &desk, const QString &name, QWidget *parent) : QFrame(parent), m_desk(desk)
{
    setObjectName(name + QStringLiteral("Panel"));
    setProperty("panel", QStringLiteral("info"));
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(key, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, [this] { onEnter(); });
    }
    auto *escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &DeskPanel::close);
    connect(&desk, &TellerDesk::changed, this, [this] {
        if (isOpen())
            follow();
    });
    hide();
}

void DeskPanel::close()
{
    if (!isOpen())
        return;
    hide();
    Q_EMIT closed();
}

void DeskPanel::reveal(QWidget &first)
{
    show();
    first.setFocus(Qt::OtherFocusReason);
}

void DeskPanel::onEnter()
{
    auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
    if (button && isAncestorOf(button))
        button->click();
}

void DeskPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tiepdon
