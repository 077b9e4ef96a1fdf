// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/touchbutton.h"

#include "ui/theme/shapes.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace tiepdon {
namespace {

bool keysUsed = false;

constexpr int kWrap = Qt::TextWordWrap;

/// The height the text takes when it wraps at `width`; more than any screen's where a word is wider.
int wrappedHeight(const QFont &font, const QString &text, int width)
{
    const QRect box = QFontMetrics(font).boundingRect(QRect(0, 0, width, 10000), kWrap | Qt::AlignLeft, text);
    return box.width() > width ? 20000 : box.height();
}

} // namespace

void TouchButton::setKeysUsed(bool areUsed) { keysUsed = areUsed; }
bool TouchButton::areKeysUsed() { return keysUsed; }

TouchButton::TouchButton(const QString &objectName, Kind kind, QWidget *parent) : QPushButton(parent), m_kind(kind)
{
    setObjectName(objectName);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent, false);
}

void TouchButton::setTitle(const QString &title)
{
    if (title == text())
        return;
    setText(QString(title).replace(u'&', QStringLiteral("&&"))); // a name's ampersand is no key
    say();
    updateGeometry();
    update();
}

void TouchButton::setLines(const QStringList &lines, std::optional<Tone> tone)
{
    if (lines == m_lines && tone == m_tone)
        return;
    m_lines = lines;
    m_tone = tone;
    say();
    update();
}

void TouchButton::setLeadsOn(bool leadsOn)
{
    m_leadsOn = leadsOn;
    update();
}

void TouchButton::setOn(bool isOn)
{
    m_isOn = isOn;
    update();
}

void TouchButton::setDigit(int digit)
{
    m_digit = digit;
    update();
}

void TouchButton::setTextSizes(int title, int line)
{
    m_titleSize = title;
    m_lineSize = line;
    updateGeometry();
    update();
}

void TouchButton::say()
{
    setAccessibleName(QString(text()).replace(QStringLiteral("&&"), QStringLiteral("&")));
    setAccessibleDescription(m_lines.join(QStringLiteral(". ")));
}

QFont TouchButton::titleFont() const
{
    return textFont(m_titleSize, m_kind == Kind::Quiet ? QFont::Medium : QFont::DemiBold);
}

QSize TouchButton::sizeHint() const
{
    const QFontMetrics metrics(titleFont());
    return {std::max(minimumWidth(), metrics.horizontalAdvance(accessibleName()) + m_titleSize * 2),
            std::max(minimumHeight(), metrics.height() + m_titleSize)};
}

void TouchButton::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event->isAutoRepeat())
            click();
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        event->ignore();
        break;
    default:
        QPushButton::keyPressEvent(event);
    }
}

void TouchButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = theme();
    const bool isFilled = m_kind == Kind::Primary || m_isOn;
    const bool isFocused = hasFocus() && keysUsed;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = std::max<qreal>(sizes::kRadius, height() * 0.08);
    const qreal edge = isFocused ? std::max(4.0, m_titleSize * 0.16) : std::max(1.5, m_titleSize * 0.06);
    QColor fill = isFilled ? t.brand : m_kind == Kind::Quiet ? t.ground : t.raised;
    QColor ink = isFilled ? t.onBrand : t.ink;
    QColor rim = isFocused ? (isFilled ? t.ink : t.brand) : isFilled ? t.brand : t.line;
    if (!isEnabled()) {
        fill = t.ground;
        ink = t.muted;
        rim = t.line;
    } else if (isDown()) {
        fill = t.ink;
        ink = t.ground;
        rim = t.ink;
    }
    painter.setPen(QPen(rim, edge, isEnabled() ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(fill);
    const QRectF box = QRectF(rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2);
    painter.drawRoundedRect(box, radius, radius);
    if (isFocused && isFilled) { // the rim's own colour may be the page's: a second one inside is seen on both
        painter.setPen(QPen(ink, edge / 2));
        painter.setBrush(Qt::NoBrush);
        const qreal in = edge * 1.4;
        painter.drawRoundedRect(box.adjusted(in, in, -in, -in), radius * 0.7, radius * 0.7);
    }

    const int pad = std::max(12, m_titleSize * 3 / 4);
    QRect inner = rect().adjusted(pad, pad / 2, -pad, -pad / 2);
    if (m_leadsOn) {
        const int side = m_titleSize * 3 / 5;
        const QRectF mark(inner.right() - side / 2.0, rect().center().y() - side, side / 1.8, side * 2);
        QPainterPath chevron(mark.topLeft() + QPointF(0, side * 0.35));
        chevron.lineTo(mark.right(), mark.center().y());
        chevron.lineTo(mark.left(), mark.bottom() - side * 0.35);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, std::max(2.0, m_titleSize * 0.12), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(chevron);
        inner.setRight(inner.right() - side * 3 / 2);
    }
    if (m_digit > 0 && keysUsed) {
        const int side = m_titleSize * 3 / 2;
        const QRect key(inner.left(), rect().center().y() - side / 2, side, side);
        painter.setPen(QPen(ink, std::max(1.5, m_titleSize * 0.06)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(key, side / 5.0, side / 5.0);
        painter.setFont(textFont(m_titleSize * 4 / 5, QFont::DemiBold));
        painter.drawText(key, Qt::AlignCenter, QString::number(m_digit));
        inner.setLeft(key.right() + pad / 2);
    }

    const QString title = accessibleName();
    const bool isCentred = m_lines.isEmpty() && !m_leadsOn;
    // smaller until it fits: a name is never cut
    QFont titleF = titleFont();
    QFont lineF = textFont(m_lineSize, QFont::Medium);
    const int gap = m_lines.isEmpty() ? 0 : m_lineSize / 4;
    const auto lineHeight = [&] {
        int height = 0;
        for (const QString &line : m_lines) {
            const int indent = m_tone && &line == &m_lines.last() ? lineF.pixelSize() * 3 / 2 : 0;
            height += wrappedHeight(lineF, line, inner.width() - indent);
        }
        return height;
    };
    while (titleF.pixelSize() > 12
           && wrappedHeight(titleF, title, inner.width()) + gap + lineHeight() > inner.height()) {
        titleF.setPixelSize(titleF.pixelSize() - 1);
        lineF.setPixelSize(std::max(12, std::min(lineF.pixelSize(), titleF.pixelSize() * 9 / 10)));
    }
    const int titleHeight = wrappedHeight(titleF, title, inner.width());
    int y = rect().center().y() - (titleHeight + gap + lineHeight()) / 2;
    painter.setPen(ink);
    painter.setFont(titleF);
    painter.drawText(QRect(inner.left(), y, inner.width(), titleHeight),
                     kWrap | (isCentred ? Qt::AlignHCenter : Qt::AlignLeft), title);
    y += titleHeight + gap;
    painter.setFont(lineF);
    for (const QString &line : m_lines) {
        const bool isToned = m_tone && &line == &m_lines.last();
        const int indent = isToned ? lineF.pixelSize() * 3 / 2 : 0;
        const int height = wrappedHeight(lineF, line, inner.width() - indent);
        if (isToned && !isFilled && !isDown()) {
            const int side = lineF.pixelSize();
            drawShape(painter,
                      QRectF(inner.left(), y + QFontMetrics(lineF).height() / 2.0 - side / 2.0, side, side),
                      *m_tone);
        }
        painter.setPen(isFilled || isDown() ? ink : isToned && isEnabled() ? colourOf(*m_tone) : t.muted);
        painter.drawText(QRect(inner.left() + indent, y, inner.width() - indent, height), kWrap | Qt::AlignLeft,
                         line);
        y += height;
    }
}

} // namespace tiepdon
