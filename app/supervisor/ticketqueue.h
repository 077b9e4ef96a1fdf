// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/queuebar.h"
#include "core/base/ids.h"

#include <QPoint>

#include <functional>

namespace tiepdon {

/// A queue of the floor: who is first in it can be taken hold of and dragged onto a counter or another queue, and
/// whoever waits elsewhere can be dropped on it.
class TicketQueue : public QueueBar
{
    Q_OBJECT

public:
    /// Somebody who waits, and the number on their ticket; 0 for nobody.
    struct First {
        TicketId ticket;
        QString number;
    };
    /// Why somebody cannot be sent to this queue, in words; empty where they can.
    using DropCheck = std::function<QString(TicketId)>;

    TicketQueue(std::function<First()> first, DropCheck check, QWidget *parent = nullptr);

    /// Why what is dragged over it cannot be dropped; empty where it can, or nothing is.
    [[nodiscard]] const QString &dropRefusal() const { return m_refusal; }

Q_SIGNALS:
    /// A ticket is held over it; 0 when it is gone again.
    void ticketOver(tiepdon::TicketId ticket);
    void ticketDropped(tiepdon::TicketId ticket);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void endDrag();

    std::function<First()> m_first;
    DropCheck m_check;
    QPoint m_pressedAt;
    bool m_isDragOver = false;
    QString m_refusal;
};

} // namespace tiepdon
