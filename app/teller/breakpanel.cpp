// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/breakpanel.h"

#include "ui/session/breakword.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QVBoxLayout>

namespace tiepdon {

BreakPanel::BreakPanel(TellerDesk &desk, QWidget *parent)
    : QFrame(parent), m_desk(desk), m_title(plainLabel(this, sizes::kTextLarge, QFont::DemiBold)),
      m_cancel(new KeyButton(QStringLiteral("Esc"), false, this))
{
    setObjectName(QStringLiteral("breakPanel"));
    setProperty("panel", QStringLiteral("info"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (std::size_t i = 0; i < kReasons.size(); ++i) {
        const QString key = QString::number(i + 1);
        m_reasons[i] = new KeyButton(key, false, this);
        m_reasons[i]->setObjectName(QStringLiteral("breakReason%1Button").arg(key));
        row->addWidget(m_reasons[i]);
        const auto take = [this, reason = kReasons[i]] { m_desk.takeBreak(reason); };
        connect(m_reasons[i], &QPushButton::clicked, this, take);
        auto *shortcut = new QShortcut(QKeySequence(key), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, take);
    }
    m_cancel->setObjectName(QStringLiteral("breakCancelButton"));
    row->addStretch();
    row->addWidget(m_cancel);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 12, 16, 12);
    all->setSpacing(8);
    all->addWidget(m_title);
    all->addLayout(row);

    connect(m_cancel, &QPushButton::clicked, this, &BreakPanel::close);
    auto *escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &BreakPanel::close);
    connect(&desk, &TellerDesk::changed, this, &BreakPanel::refresh);
    retranslate();
    hide();
}

void BreakPanel::open()
{
    if (!m_desk.canTakeBreak())
        return;
    refresh();
    show();
    m_reasons[0]->setFocus(Qt::OtherFocusReason);
}

void BreakPanel::close()
{
    if (!isVisibleTo(parentWidget()))
        return;
    hide();
    Q_EMIT closed();
}

void BreakPanel::press()
{
    auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
    if (button && isAncestorOf(button))
        button->click();
}

void BreakPanel::refresh()
{
    // it began, or somebody was called
    if (m_desk.onBreak() || m_desk.ticket() || !m_desk.isAtWork())
        close();
    for (KeyButton *button : m_reasons)
        button->setEnabled(m_desk.canTakeBreak());
}

void BreakPanel::retranslate()
{
    m_title->setText(tr("Take a break: why? Nobody is called to your counter meanwhile."));
    for (std::size_t i = 0; i < kReasons.size(); ++i)
        m_reasons[i]->setWords(breakWord(kReasons[i]));
    m_cancel->setWords(tr("Cancel"));
    setAccessibleName(tr("Reason of the break"));
}

void BreakPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tiepdon
