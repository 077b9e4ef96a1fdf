// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statechip.h"

#include "ui/theme/shapes.h"

#include <QFontMetrics>
#include <QPainter>

namespace tiepdon {

StateChip::StateChip(QWidget *parent) : QWidget(parent)
{
    setFont(textFont(sizes::kTextLarge, QFont::DemiBold));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateChip::setState(const QString &word, Tone tone)
{
    if (word == m_word && tone == m_tone)
        return;
    m_word = word;
    m_tone = tone;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize StateChip::sizeHint() const { return {22 + QFontMetrics(font()).horizontalAdvance(m_word) + 2, 24}; }

void StateChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawShape(painter, QRectF(0, height() / 2.0 - 7, 14, 14), m_tone);
    painter.setPen(colourOf(m_tone));
    painter.drawText(rect().adjusted(22, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine, m_word);
}

} // namespace tiepdon
