// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figurelabel.h"

#include "ui/theme/figures.h"

#include <QFontMetrics>
#include <QPainter>

#include <cmath>

namespace tiepdon {

FigureLabel::FigureLabel(QWidget *parent, int pixelSize, QFont::Weight weight) : QWidget(parent)
{
    setFont(textFont(pixelSize, weight));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FigureLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    const bool isWider = figuresWidth(font(), text) != figuresWidth(font(), m_text);
    m_text = text;
    sayAloud();
    if (isWider)
        updateGeometry();
    update();
}

void FigureLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

void FigureLabel::setTone(std::optional<Tone> tone)
{
    if (tone == m_tone)
        return;
    m_tone = tone;
    update();
}

void FigureLabel::setMeaning(const QString &meaning)
{
    m_meaning = meaning;
    sayAloud();
}

void FigureLabel::sayAloud()
{
    setAccessibleName(m_meaning.isEmpty() ? m_text : m_meaning + QLatin1Char(' ') + m_text);
}

QSize FigureLabel::sizeHint() const
{
    return {static_cast<int>(std::ceil(figuresWidth(font(), m_text))) + 2,
            static_cast<int>(std::ceil(font().pixelSize() * 1.2))};
}

void FigureLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_tone ? colourOf(*m_tone) : theme().ink);
    drawFigures(painter, rect(), m_alignment, m_text);
}

} // namespace tiepdon
