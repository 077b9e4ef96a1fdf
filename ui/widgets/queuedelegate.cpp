// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/queuedelegate.h"

#include "ui/models/queuesmodel.h"
#include "ui/widgets/queuebar.h"

#include <QPainter>

namespace tiepdon {

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (option.state & QStyle::State_HasFocus) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme().brand, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4);
        painter->restore();
    }
    QueueFigures figures;
    figures.name = index.data().toString();
    figures.waiting = index.data(QueuesModel::WaitingRole).toLongLong();
    figures.longestMs = index.data(QueuesModel::LongestMsRole).toLongLong();
    figures.promiseMs = index.data(QueuesModel::PromiseMsRole).toLongLong();
    drawQueue(*painter, QRectF(option.rect).adjusted(8, 6, -8, -6), figures);
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const { return {220, 64}; }

} // namespace tiepdon
