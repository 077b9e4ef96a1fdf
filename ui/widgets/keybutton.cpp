// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keybutton.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace tiepdon {
namespace {

constexpr int kGap = 3 * sizes::kGrid;
constexpr int kCompactGap = 6;
constexpr int kChipPad = 6;
constexpr int kSpreadPad = 6;
constexpr int kCompactChipPad = 4;

} // namespace

KeyButton::KeyButton(const QString &key, bool isPrimary, QWidget *parent)
    : QPushButton(parent), m_key(key), m_isPrimary(isPrimary)
{
    setFont(textFont(isPrimary ? sizes::kTitle : sizes::kTextLarge, isPrimary ? QFont::DemiBold : QFont::Medium));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    if (isPrimary)
        setProperty("kind", QStringLiteral("primary"));
}

QFont KeyButton::keyFont() const
{
    return textFont(m_isPrimary && !m_isCompact ? sizes::kText : sizes::kTextSmall, QFont::Medium);
}

int KeyButton::keyGap() const { return m_isCompact ? kCompactGap : kGap; }

int KeyButton::keyWidth() const
{
    const int pad = m_isCompact ? kCompactChipPad : kChipPad;
    return m_key.isEmpty() ? 0 : QFontMetrics(keyFont()).horizontalAdvance(m_key) + 2 * pad;
}

void KeyButton::setCompact()
{
    m_isCompact = true;
    setFont(textFont(sizes::kText, m_isPrimary ? QFont::DemiBold : QFont::Medium));
    updateGeometry();
}

void KeyButton::setSpread()
{
    m_isSpread = true;
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    update();
}

void KeyButton::setWords(const QString &text)
{
    setText(text);
    setAccessibleName(m_key.isEmpty() ? text : tr("%1, key %2").arg(text, m_key));
    updateGeometry();
}

QSize KeyButton::sizeHint() const
{
    int width = QFontMetrics(font()).horizontalAdvance(text()) + 2 * (m_isCompact ? 2 : 4) * sizes::kGrid;
    if (!m_key.isEmpty())
        width += keyGap() + keyWidth();
    return {width, (m_isCompact ? 8 : m_isPrimary ? 16 : 11) * sizes::kGrid};
}

void KeyButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);

    const QColor ink = !isEnabled() ? theme().muted : m_isPrimary ? theme().onBrand : theme().ink;
    const int textWidth = QFontMetrics(font()).horizontalAdvance(text());
    const int ofKey = keyWidth();
    const int all = textWidth + (ofKey > 0 ? keyGap() + ofKey : 0);
    int x = m_isSpread ? kSpreadPad : (width() - all) / 2;
    painter.setPen(ink);
    painter.drawText(QRect(x, 0, textWidth + 1, height()), Qt::AlignVCenter | Qt::TextSingleLine, text());
    if (ofKey == 0)
        return;
    x = m_isSpread ? width() - kSpreadPad - ofKey : x + textWidth + keyGap();
    const int chipHeight = QFontMetrics(keyFont()).height() + 4;
    const QRectF chip(x + 0.5, (height() - chipHeight) / 2 + 0.5, ofKey - 1, chipHeight - 1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(!isEnabled() || !m_isPrimary ? theme().muted : theme().onBrand);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(chip, 4, 4);
    painter.setFont(keyFont());
    painter.drawText(chip, Qt::AlignCenter, m_key);
}

} // namespace tiepdon
