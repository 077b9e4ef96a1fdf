// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QObject>
#include <QPoint>
#include <QString>

#include <functional>

class QAbstractItemView;
class QModelIndex;
class QWidget;

namespace tiepdon {

/// Has somebody who waits dragged until they are let go; a slip with their number goes with the pointer. Returns
/// when it is over. `window` must outlive the drag; what it began on may be gone by then.
void dragTicket(QWidget &window, TicketId ticket, const QString &number);

/// Lets the rows of a list be dragged that stand for somebody who waits. Belongs to the view.
class TicketRowDrag : public QObject
{
public:
    /// Somebody who waits, and the number on their ticket; 0 where a row stands for nobody who could be dragged.
    struct Held {
        TicketId ticket;
        QString number;
    };

    TicketRowDrag(QAbstractItemView &view, std::function<Held(const QModelIndex &)> heldAt);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractItemView &m_view;
    std::function<Held(const QModelIndex &)> m_heldAt;
    QPoint m_pressedAt;
    Held m_held; ///< between pressing it and letting it go
};

} // namespace tiepdon
