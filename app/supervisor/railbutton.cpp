// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/railbutton.h"

#include "ui/theme/theme.h"

#include <QDragEnterEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace tiepdon {
namespace {

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

/// Bars of a chart.
void drawToday(QPainter &painter, const QRectF &box)
{
    painter.drawLine(box.bottomLeft(), box.bottomRight());
    const std::array<double, 3> heights{0.45, 0.85, 0.6};
    for (std::size_t i = 0; i < heights.size(); ++i) {
        const qreal x = box.left() + 2 + static_cast<qreal>(i) * 6.5;
        painter.drawRect(QRectF(x, box.bottom() - box.height() * heights.at(i), 4, box.height() * heights.at(i)));
    }
}

/// A clock whose hand went round.
void drawHistory(QPainter &painter, const QRectF &box)
{
    painter.drawEllipse(box.adjusted(1, 1, -1, -1));
    painter.drawPolyline(
        QPolygonF({QPointF(box.center().x(), box.top() + 5), box.center(), box.center() + QPointF(4, 3)}));
}

/// A bell.
void drawAlerts(QPainter &painter, const QRectF &box)
{
    QPainterPath bell(QPointF(box.left() + 2, box.bottom() - 4));
    bell.cubicTo(box.left() + 6, box.bottom() - 8, box.left() + 2, box.top(), box.center().x(), box.top() + 1);
    bell.cubicTo(box.right() - 2, box.top(), box.right() - 6, box.bottom() - 8, box.right() - 2, box.bottom() - 4);
    bell.closeSubpath();
    painter.drawPath(bell);
    painter.drawLine(QPointF(box.center().x() - 2.5, box.bottom()), QPointF(box.center().x() + 2.5, box.bottom()));
}

/// Three sliders.
void drawSettings(QPainter &painter, const QRectF &box)
{
    const std::array<double, 3> knobs{0.3, 0.7, 0.45};
    for (std::size_t i = 0; i < knobs.size(); ++i) {
        const qreal y = box.top() + 3 + static_cast<qreal>(i) * 7;
        const QPointF knob(box.left() + box.width() * knobs.at(i), y);
        painter.drawLine(QPointF(box.left(), y), knob - QPointF(3, 0));
        painter.drawLine(knob + QPointF(3, 0), QPointF(box.right(), y));
        painter.drawEllipse(knob, 2.6, 2.6);
    }
}

/// Long enough not to open what the hand passes over.
constexpr int kOpenAfterMs = 400;

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

void RailButton::setBadge(int count)
{
    if (m_badge == count)
        return;
    m_badge = count;
    setAccessibleDescription(count > 0 ? QLocale().toString(count) : QString());
    update();
}

void RailButton::openForDragged(const QString &mimeType)
{
    m_dragged = mimeType;
    setAcceptDrops(true);
    m_open.setSingleShot(true);
    m_open.setInterval(kOpenAfterMs);
    m_open.setObjectName(QStringLiteral("openTimer"));
    m_open.setParent(this);
    connect(&m_open, &QTimer::timeout, this, &QAbstractButton::click);
}

void RailButton::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasFormat(m_dragged))
        return;
    event->acceptProposedAction(); // else it is not told when it leaves
    m_open.start();
}

void RailButton::dragLeaveEvent(QDragLeaveEvent *) { m_open.stop(); }

void RailButton::dropEvent(QDropEvent *)
{
    m_open.stop();
    if (!isChecked())
        click(); // let go too early: the page is there all the same
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
    case Sign::Today:
        drawToday(painter, box);
        break;
    case Sign::History:
        drawHistory(painter, box);
        break;
    case Sign::Alerts:
        drawAlerts(painter, box);
        break;
    case Sign::Settings:
        drawSettings(painter, box);
        break;
    case Sign::Moves:
        drawBack(painter, box);
        break;
    }
    if (m_badge > 0) {
        const QFont small = textFont(sizes::kTextSmall, QFont::DemiBold);
        const QString count = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
        const qreal width = std::max(18.0, QFontMetrics(small).horizontalAdvance(count) + 8.0);
        const QRectF round(box.right() - 2, box.top() - 6, width, 18);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().bad);
        painter.drawRoundedRect(round, 9, 9);
        painter.setFont(small);
        painter.setPen(theme().surface);
        painter.drawText(round, Qt::AlignCenter, count);
    }
    const QFont font = textFont(sizes::kTextSmall, isChecked() ? QFont::DemiBold : QFont::Medium);
    painter.setFont(font);
    painter.setPen(isChecked() ? theme().ink : theme().muted);
    painter.drawText(QRectF(8, 36, width() - 16, 20), Qt::AlignCenter | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(text(), Qt::ElideRight, width() - 16));
}

void RailButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace tiepdon
