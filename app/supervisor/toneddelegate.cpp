// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/toneddelegate.h"

#include "ui/theme/figures.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace tiepdon {

void TonedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isChosen = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isChosen)
        painter->fillRect(option.rect, theme().brand);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, theme().ground);
    painter->setPen(theme().line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    QRectF cell = QRectF(option.rect).adjusted(12, 0, -8, 0);
    if (index.column() == m_shaped) {
        const QRectF shape(cell.left(), cell.center().y() - 6, 12, 12);
        if (isChosen) { // its colours are seen on a surface alone
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme().surface);
            painter->drawEllipse(shape.adjusted(-4, -4, 4, 4));
        }
        drawShape(*painter, shape, static_cast<Tone>(index.data(m_toneRole).toInt()));
        cell.adjust(20, 0, 0, 0);
    }
    const QFont font = textFont(sizes::kText, index.column() == m_strong ? QFont::Medium : QFont::Normal);
    painter->setFont(font);
    painter->setPen(isChosen ? theme().onBrand : theme().ink);
    drawFigures(
        *painter, cell, Qt::AlignLeft,
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, static_cast<int>(cell.width())));
    painter->restore();
}

} // namespace tiepdon
