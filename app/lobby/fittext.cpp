// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lobby/fittext.h"

#include "ui/theme/figures.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace tiepdon {

void drawFitting(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text)
{
    const QFont wanted = painter.font();
    const qreal width = figuresWidth(wanted, text);
    if (width > rect.width() && width > 0) {
        QFont smaller = wanted;
        smaller.setPixelSize(std::max(8, static_cast<int>(wanted.pixelSize() * rect.width() / width)));
        painter.setFont(smaller);
    }
    drawFigures(painter, rect, alignment, text);
    painter.setFont(wanted);
}

void drawTwoLines(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &line,
                  const QString &other)
{
    if (other.isEmpty()) {
        drawFitting(painter, rect, alignment, line);
        return;
    }
    const QPen pen = painter.pen();
    const QFont font = painter.font();
    const qreal size = font.pixelSize();
    const qreal middle = rect.center().y();
    drawFitting(painter, QRectF(rect.left(), middle - size * 1.15, rect.width(), size * 1.1), alignment, line);
    painter.setPen(theme().muted);
    painter.setFont(textFont(static_cast<int>(size * 0.78)));
    drawFitting(painter, QRectF(rect.left(), middle + size * 0.12, rect.width(), size), alignment, other);
    painter.setPen(pen);
    painter.setFont(font);
}

FitText::FitText(QWidget *parent, Ink ink, QFont::Weight weight) : QWidget(parent), m_ink(ink)
{
    setFont(textFont(sizes::kTextLarge, weight));
}

void FitText::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    update();
}

void FitText::setLines(const QStringList &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    update();
}

void FitText::setPixelSize(int size)
{
    QFont f = font();
    f.setPixelSize(std::max(8, size));
    setFont(f);
}

void FitText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    switch (m_ink) {
    case Ink::Plain:
        painter.setPen(theme().ink);
        break;
    case Ink::Muted:
        painter.setPen(theme().muted);
        break;
    case Ink::Brand:
        painter.setPen(theme().brand);
        break;
    case Ink::OnWarn:
        painter.fillRect(rect(), theme().warn);
        painter.setPen(theme().ground);
        break;
    }
    const qreal pad = m_ink == Ink::OnWarn ? height() * (m_lines.isEmpty() ? 0.4 : 0.2) : 0;
    const QRectF all = QRectF(rect()).adjusted(pad, 0, -pad, 0);
    if (m_lines.isEmpty()) {
        drawFitting(painter, all, m_alignment, m_text);
        return;
    }
    const qreal line = all.height() * 0.84 / static_cast<qreal>(m_lines.size());
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        drawFitting(
            painter,
            QRectF(all.left(), all.top() + all.height() * 0.08 + static_cast<qreal>(i) * line, all.width(), line),
            m_alignment, m_lines.at(i));
}

} // namespace tiepdon
