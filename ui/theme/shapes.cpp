// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/shapes.h"

#include <QPainter>
#include <QPolygonF>

namespace tiepdon {

void drawShape(QPainter &painter, const QRectF &rect, Tone tone)
{
    const QColor colour = colourOf(tone);
    const qreal side = std::min(rect.width(), rect.height());
    const QRectF box(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (tone) {
    case Tone::Neutral:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, side / 6));
        painter.drawEllipse(box.adjusted(side / 8, side / 8, -side / 8, -side / 8));
        break;
    case Tone::Good:
        painter.drawEllipse(box);
        break;
    case Tone::Warn:
        painter.drawPolygon(QPolygonF{{box.center().x(), box.top()}, box.bottomRight(), box.bottomLeft()});
        break;
    case Tone::Bad: {
        const qreal cut = side * 0.29;
        painter.drawPolygon(QPolygonF{{box.left() + cut, box.top()},
                                      {box.right() - cut, box.top()},
                                      {box.right(), box.top() + cut},
                                      {box.right(), box.bottom() - cut},
                                      {box.right() - cut, box.bottom()},
                                      {box.left() + cut, box.bottom()},
                                      {box.left(), box.bottom() - cut},
                                      {box.left(), box.top() + cut}});
        painter.setBrush(theme().surface);
        painter.drawRect(
            QRectF(box.left() + side * 0.22, box.center().y() - side * 0.09, side * 0.56, side * 0.18));
        break;
    }
    case Tone::Info:
        painter.drawPolygon(QPolygonF{{box.center().x(), box.top()},
                                      {box.right(), box.center().y()},
                                      {box.center().x(), box.bottom()},
                                      {box.left(), box.center().y()}});
        break;
    }
    painter.restore();
}

void drawArrow(QPainter &painter, const QRectF &rect)
{
    const qreal shaft = rect.height() * 0.14;
    const qreal head = std::min(rect.width() * 0.5, rect.height() * 0.5);
    const qreal y = rect.center().y();
    const qreal neck = rect.right() - head;
    painter.drawPolygon(QPolygonF{{rect.left(), y - shaft},
                                  {neck, y - shaft},
                                  {neck, rect.top()},
                                  {rect.right(), y},
                                  {neck, rect.bottom()},
                                  {neck, y + shaft},
                                  {rect.left(), y + shaft}});
}

} // namespace tiepdon
