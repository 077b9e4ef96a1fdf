// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/ticketqueue.h"

#include "app/supervisor/ticketdrag.h"
#include "ui/theme/theme.h"
#include "ui/widgets/countertile.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QHelpEvent>
#include <QMimeData>
#include <QPainter>
#include <QToolTip>

#include <utility>

namespace tiepdon {
namespace {

TicketId ticketIn(const QMimeData *dragged) { return TicketId{dragged->data(ticketMimeType()).toLongLong()}; }

} // namespace

TicketQueue::TicketQueue(std::function<First()> first, DropCheck check, QWidget *parent)
    : QueueBar(parent), m_first(std::move(first)), m_check(std::move(check))
{
    setAcceptDrops(true);
}

bool TicketQueue::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QueueBar::event(event);
    const First first = m_first();
    QString text = figures().name;
    if (first.ticket.isSet())
        text += QLatin1Char('\n')
            + tr("Drag %1 from here onto a counter or another queue, or transfer it in Tickets (F7).")
                  .arg(first.number);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), toolTipOf(text), this);
    return true;
}

void TicketQueue::paintEvent(QPaintEvent *event)
{
    QueueBar::paintEvent(event);
    if (!m_isDragOver)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isRefused = !m_refusal.isEmpty();
    painter.setPen(QPen(isRefused ? theme().bad : theme().brand, 2, isRefused ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(isRefused ? QBrush(theme().surface) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), sizes::kRadius, sizes::kRadius);
    if (!isRefused)
        return;
    painter.setFont(textFont(sizes::kText, QFont::Medium));
    painter.setPen(theme().bad);
    painter.drawText(QRectF(rect()).adjusted(12, 8, -12, -8), Qt::AlignVCenter | Qt::TextWordWrap, m_refusal);
}

void TicketQueue::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->pos();
    QueueBar::mousePressEvent(event);
}

void TicketQueue::mouseMoveEvent(QMouseEvent *event)
{
    const bool isFar = (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    const First first = event->buttons() & Qt::LeftButton && isFar ? m_first() : First{};
    if (!first.ticket.isSet()) {
        QueueBar::mouseMoveEvent(event);
        return;
    }
    setDown(false);
    dragTicket(*window(), first.ticket, first.number); // the last thing: this may be gone when it ends
}

void TicketQueue::dragEnterEvent(QDragEnterEvent *event)
{
    const TicketId ticket = ticketIn(event->mimeData());
    if (!ticket.isSet())
        return;
    m_isDragOver = true;
    m_refusal = m_check(ticket);
    if (!m_refusal.isEmpty())
        setAccessibleDescription(m_refusal);
    update();
    event->acceptProposedAction(); // also what is refused: it is said here as long as it is held over
    Q_EMIT ticketOver(ticket);
}

void TicketQueue::dragMoveEvent(QDragMoveEvent *event)
{
    if (m_isDragOver && m_refusal.isEmpty())
        event->acceptProposedAction();
    else
        event->ignore();
}

void TicketQueue::dragLeaveEvent(QDragLeaveEvent *) { endDrag(); }

void TicketQueue::dropEvent(QDropEvent *event)
{
    const bool isTaken = m_isDragOver && m_refusal.isEmpty();
    endDrag();
    if (!isTaken)
        return;
    event->acceptProposedAction();
    Q_EMIT ticketDropped(ticketIn(event->mimeData()));
}

void TicketQueue::endDrag()
{
    m_isDragOver = false;
    m_refusal.clear();
    sayAloud();
    update();
    Q_EMIT ticketOver({});
}

} // namespace tiepdon
