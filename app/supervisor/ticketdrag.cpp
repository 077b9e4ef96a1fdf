// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/ticketdrag.h"

#include "ui/theme/figures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/countertile.h"
#include "ui/widgets/text.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QPixmap>
#include <QWidget>

#include <cmath>
#include <utility>

namespace tiepdon {
namespace {

QPixmap slipOf(const QString &number, qreal ratio)
{
    const QFont font = textFont(sizes::kTitle, QFont::DemiBold);
    const QSizeF size(std::ceil(figuresWidth(font, number)) + 32, 40);
    QPixmap slip((size * ratio).toSize());
    slip.setDevicePixelRatio(ratio);
    slip.fill(Qt::transparent);
    QPainter painter(&slip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().brand, 2));
    painter.setBrush(theme().raised);
    painter.drawRoundedRect(QRectF(QPointF(), size).adjusted(1, 1, -1, -1), sizes::kRadius, sizes::kRadius);
    painter.setFont(font);
    painter.setPen(theme().ink);
    drawFigures(painter, QRectF(QPointF(), size), Qt::AlignHCenter, number);
    return slip;
}

} // namespace

void dragTicket(QWidget &window, TicketId ticket, const QString &number)
{
    auto *what = new QMimeData;
    what->setData(ticketMimeType(), QByteArray::number(static_cast<qlonglong>(ticket.value)));
    auto *drag = new QDrag(&window);
    drag->setMimeData(what);
    drag->setPixmap(slipOf(number, window.devicePixelRatioF()));
    drag->setHotSpot(QPoint(20, 20));
    drag->exec(Qt::CopyAction);
}

TicketRowDrag::TicketRowDrag(QAbstractItemView &view, std::function<Held(const QModelIndex &)> heldAt)
    : QObject(&view), m_view(view), m_heldAt(std::move(heldAt))
{
    view.viewport()->installEventFilter(this);
}

bool TicketRowDrag::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        m_pressedAt = mouse->pos();
        m_held = mouse->button() == Qt::LeftButton ? m_heldAt(m_view.indexAt(m_pressedAt)) : Held{};
    } else if (event->type() == QEvent::MouseButtonRelease) {
        m_held = {};
    } else if (event->type() == QEvent::MouseMove && m_held.ticket.isSet()) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if ((mouse->pos() - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
            return true; // the row that was pressed stays the one chosen
        const Held held = std::exchange(m_held, {});
        // to the view the button is up again: it sees no more of it
        QMouseEvent up(QEvent::MouseButtonRelease, m_pressedAt, mouse->globalPosition(), Qt::LeftButton,
                       Qt::NoButton, mouse->modifiers());
        QApplication::sendEvent(m_view.viewport(), &up);
        dragTicket(*m_view.window(), held.ticket, held.number);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tiepdon
