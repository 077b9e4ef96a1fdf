// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/figures.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace tiepdon {
namespace {

qreal cellWidth(const QFontMetricsF &metrics)
{
    qreal width = 0;
    for (char16_t c = u'0'; c <= u'9'; ++c)
        width = std::max(width, metrics.horizontalAdvance(QChar(c)));
    return width;
}

bool isFigure(QChar c) { return c >= u'0' && c <= u'9'; }

/// Calls `each(piece, width)` for every digit and for every run of other characters.
template <class Each>
void forPieces(const QFontMetricsF &metrics, const QString &text, Each &&each)
{
    const qreal cell = cellWidth(metrics);
    qsizetype i = 0;
    while (i < text.size()) {
        if (isFigure(text.at(i))) {
            each(text.mid(i, 1), cell);
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < text.size() && !isFigure(text.at(end)))
            ++end;
        const QString run = text.mid(i, end - i);
        each(run, metrics.horizontalAdvance(run));
        i = end;
    }
}

} // namespace

qreal figuresWidth(const QFont &font, const QString &text)
{
    qreal width = 0;
    forPieces(QFontMetricsF(font), text, [&](const QString &, qreal piece) { width += piece; });
    return width;
}

void drawFigures(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text)
{
    const QFontMetricsF metrics(painter.font());
    const qreal width = figuresWidth(painter.font(), text);
    qreal x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - width;
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - width / 2;
    // figures stand on the line without descenders: centred by their own height
    qreal baseline = rect.center().y() + metrics.capHeight() / 2;
    if (alignment & Qt::AlignTop)
        baseline = rect.top() + metrics.ascent();
    else if (alignment & Qt::AlignBottom)
        baseline = rect.bottom() - metrics.descent();
    forPieces(metrics, text, [&](const QString &piece, qreal cell) {
        const qreal own = metrics.horizontalAdvance(piece);
        painter.drawText(QPointF(x + (cell - own) / 2, baseline), piece);
        x += cell;
    });
}

} // namespace tiepdon
