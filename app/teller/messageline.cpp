// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/messageline.h"

#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/theme/shapes.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace tiepdon {

MessageLine::MessageLine(TellerDesk &desk, QWidget *parent)
    : QFrame(parent), m_desk(desk), m_text(plainLabel(this, sizes::kText, QFont::Medium)), m_more(mutedLabel(this)),
      m_read(new KeyButton(QStringLiteral("Ctrl+M"), false, this))
{
    setObjectName(QStringLiteral("messageLine"));
    setProperty("panel", QStringLiteral("info"));
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setWordWrap(true); // what is long is read whole, also without a mouse
    m_read->setObjectName(QStringLiteral("readMessageButton"));
    m_read->setCompact();
    m_read->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(44, 4, 8, 4);
    row->setSpacing(12);
    row->addWidget(m_text, 1);
    row->addWidget(m_more);
    row->addWidget(m_read);
    connect(m_read, &QPushButton::clicked, &desk, &TellerDesk::readMessage);
    connect(&desk, &TellerDesk::changed, this, &MessageLine::refresh);
    m_read->setWords(tr("Read"));
    refresh();
}

void MessageLine::refresh()
{
    const BranchMessage *message = m_desk.message();
    setVisible(message != nullptr);
    if (!message)
        return;
    const auto offset = m_desk.link().branch().settings().utcOffsetMin;
    const QString text
        = tr("%1, from the supervisor: %2").arg(clockText(message->sentMs, offset), fromUtf8(message->text.vi));
    m_text->setText(text);
    const int others = m_desk.messagesUnread() - 1;
    m_more->setText(tr("and %1 more").arg(others));
    m_more->setVisible(others > 0);
    m_read->setEnabled(m_desk.isLive());
    setAccessibleName(text);
    m_read->setAccessibleDescription(text);
}

QString MessageLine::text() const { return isHidden() ? QString() : m_text->text(); }

void MessageLine::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    drawShape(painter, QRectF(16, height() / 2.0 - 8, 16, 16), Tone::Info);
}

void MessageLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_read->setWords(tr("Read"));
        refresh();
    }
    QFrame::changeEvent(event);
}

} // namespace tiepdon
