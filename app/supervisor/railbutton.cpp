// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/railbutton.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kBadgeMax = 99;

void drawFloor(QPainter &painter, const QRectF &box)
{
    const qreal side = box.width() * 0.42;
    for (const qreal x : {box.left(), box.right() - side}) {
        for (const qreal y : {box.top(), box.bottom() - side})
            painter.drawRoundedRect(QRectF(x, y, side, side), 2, 2);
    }
}

/// A slip with two notches and lines on it.
void drawTicket(QPainter &painter, const QRectF &box)
{
    const QRectF slip = box.adjusted(2, 0, -2, 0);
    painter.drawRoundedRect(slip, 2, 2);
    for (int i = 0; i < 3; ++i) {
        const qreal y = slip.top() + slip.height() * (0.28 + 0.22 * i);
        painter.drawLine(QPointF(slip.left() + 4, y), QPointF(slip.right() - (i == 2 ? 7 : 4), y));
    }
}

/// An arrow that turns back.
void drawBack(QPainter &painter, const QRectF &box)
{
    QPainterPath path;
    path.arcMoveTo(box.adjusted(2, 3, -2, -1), 150);
    path.arcTo(box.adjusted(2, 3, -2, -1), 150, -270);
    painter.drawPath(path);
    const QPointF tip(box.left() + 1.5, box.top() + 8.5);
    painter.drawPolyline(QPolygonF{tip + QPointF(0, -7), tip, tip + QPointF(7, -1)});
}

/// A day in a calendar, ticked off.
void drawPromise(QPainter &painter, const QRectF &box)
{
    painter.drawRoundedRect(box.adjusted(1, 3, -1, -1), 2, 2);
    painter.drawLine(QPointF(box.left() + 1, box.top() + 8), QPointF(box.right() - 1, box.top() + 8));
    for (const qreal x : {box.left() + 6, box.right() - 6})
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.top() + 4));
    painter.drawPolyline(
        QPolygonF({QPointF(box.left() + 6, box.top() + 13.5), QPointF(box.left() + 9, box.top() + 16),
                   QPointF(box.left() + 14, box.top() + 11)}));
}

} // namespace

RailButton::RailButton(Sign sign, QWidget *parent) : QAbstractButton(parent), m_sign(sign)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void RailButton::setWords(const QString &word, const QString &key)
{
    setText(word);
    setAccessibleName(word);
    setToolTip(key);
}

void RailButton::setBadge(int count, const QString &words)
{
    if (count == m_badge && accessibleDescription() == words)
        return;
    m_badge = count;
    setAccessibleDescription(words);
    update();
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(rect()).adjusted(6, 3, -6, -3);
    if (hasFocus() || underMouse() || isChecked()) {
        painter.setPen(hasFocus() ? QPen(theme().brand, 2) : QPen(theme().line, 1));
        painter.setBrush(isChecked() ? QBrush(theme().ground) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(ground, sizes::kRadius, sizes::kRadius);
    }
    const QColor ink = isChecked() ? theme().brand : theme().muted;
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().brand);
        painter.drawRoundedRect(QRectF(0, 14, 4, height() - 28), 2, 2);
    }
    painter.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QRectF box(width() / 2.0 - 10, 12, 20, 20);
    switch (m_sign) {
    case Sign::Floor:
        drawFloor(painter, box);
        break;
    case Sign::Tickets:
        drawTicket(painter, box);
        break;
    case Sign::Promises:
        drawPromise(painter, box);
        break;
    case Sign::Moves:
        drawBack(painter, box);
        break;
    }
    const QFont font = textFont(sizes::kTextSmall, isChecked() ? QFont::DemiBold : QFont::Medium);
    painter.setFont(font);
    painter.setPen(isChecked() ? theme().ink : theme().muted);
    painter.drawText(QRectF(8, 36, width() - 16, 20), Qt::AlignCenter | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(text(), Qt::ElideRight, width() - 16));
    if (m_badge == 0)
        return;
    const QString figure = m_badge > kBadgeMax ? QStringLiteral("%1+").arg(kBadgeMax) : QString::number(m_badge);
    const QFont small = textFont(sizes::kTextSmall, QFont::Bold);
    const qreal wide = std::max(18.0, QFontMetrics(small).horizontalAdvance(figure) + 10.0);
    const QRectF badge(box.right() + 2, 7, wide, 18);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().bad);
    painter.drawRoundedRect(badge, 9, 9);
    painter.setFont(small);
    painter.setPen(theme().surface);
    painter.drawText(badge, Qt::AlignCenter | Qt::TextSingleLine, figure);
}

void RailButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace tiepdon
