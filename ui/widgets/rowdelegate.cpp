// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowdelegate.h"

#include "ui/theme/figures.h"
#include "ui/theme/shapes.h"

#include <QFontMetrics>
#include <QPainter>

namespace tiepdon {

RowDelegate::Look RowDelegate::lookOf(const QModelIndex &index) const
{
    Look look;
    if (const QVariant font = index.data(Qt::FontRole); font.isValid())
        look.font = font.value<QFont>();
    return look;
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Look look = lookOf(index);
    const bool isChosen = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isChosen)
        painter->fillRect(option.rect, theme().brand);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, theme().ground);
    painter->setPen(theme().line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    QRectF cell = QRectF(option.rect).adjusted(look.inset, 0, -8, 0);
    QColor ink = isChosen ? theme().onBrand : option.state & QStyle::State_Enabled ? theme().ink : theme().muted;
    if (look.shape) {
        const QRectF shape(cell.left(), cell.center().y() - 6, 12, 12);
        if (isChosen) { // its colours are seen on a surface alone
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme().surface);
            painter->drawEllipse(shape.adjusted(-3, -3, 3, 3));
        } else if (look.isInked && *look.shape != Tone::Neutral) {
            ink = colourOf(*look.shape);
        }
        drawShape(*painter, shape, *look.shape);
        cell.adjust(20, 0, 0, 0);
    }
    painter->setFont(look.font);
    painter->setPen(ink);
    const QFontMetrics metrics(look.font);
    const QStringList lines = index.data().toString().split(QLatin1Char('\n'));
    const auto height = static_cast<qreal>(metrics.lineSpacing());
    QRectF line(cell.left(), cell.center().y() - height * static_cast<qreal>(lines.size()) / 2, cell.width(),
                height);
    for (const QString &words : lines) {
        drawFigures(*painter, line, Qt::AlignLeft,
                    metrics.elidedText(words, Qt::ElideRight, static_cast<int>(cell.width())));
        line.translate(0, height);
    }
    painter->restore();
}

} // namespace tiepdon
