// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/dragchip.h"

#include "ui/theme/figures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QDrag>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>

#include <utility>

namespace tiepdon {
namespace {

constexpr int kPad = 3 * sizes::kGrid;

} // namespace

DragChip::DragChip(QString type, qlonglong id, QWidget *parent)
    : QAbstractButton(parent), m_type(std::move(type)), m_id(id)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::OpenHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void DragChip::setWords(const Words &words)
{
    if (words == m_words)
        return;
    m_words = words;
    setAccessibleName(words.name);
    setAccessibleDescription(words.second + QStringLiteral(", ") + words.now);
    setToolTip(toolTipOf(words.name + QStringLiteral(": ") + words.second));
    update();
}

void DragChip::setDragOver(bool isOver)
{
    m_isDragOver = isOver;
    update();
}

void DragChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isMarked = m_isDragOver || hasFocus();
    QPen border(isMarked ? theme().brand : underMouse() ? theme().muted : theme().line, isMarked ? 2 : 1);
    if (m_isDragOver)
        border.setStyle(Qt::DashLine);
    painter.setPen(border);
    painter.setBrush(theme().raised);
    const qreal inset = border.widthF() / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), sizes::kRadius, sizes::kRadius);
    // two rows of dots: something to take hold of
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().muted);
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 2; ++column)
            painter.drawEllipse(QRectF(kPad + 6 * column, height() / 2.0 - 8 + 6 * row, 3, 3));
    }
    const QRectF inner = QRectF(rect()).adjusted(kPad + 18, 8, -kPad, -8);
    const auto line = [&](qreal y, const QFont &font, const QColor &colour, const QString &text) {
        painter.setFont(font);
        painter.setPen(colour);
        drawFigures(painter, QRectF(inner.left(), inner.top() + y, inner.width(), 18), Qt::AlignLeft,
                    QFontMetrics(font).elidedText(text, Qt::ElideRight, static_cast<int>(inner.width())));
    };
    line(0, textFont(sizes::kText, QFont::DemiBold), m_words.isQuiet ? theme().muted : theme().ink, m_words.name);
    line(19, textFont(sizes::kTextSmall), theme().muted, m_words.second);
    line(37, textFont(sizes::kTextSmall, QFont::Medium), theme().ink, m_words.now);
}

void DragChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void DragChip::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->pos();
    QAbstractButton::mousePressEvent(event);
}

void DragChip::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton)
        || (event->pos() - m_pressedAt).manhattanLength() < QApplication::startDragDistance()) {
        QAbstractButton::mouseMoveEvent(event);
        return;
    }
    setDown(false);
    auto *dragged = new QMimeData;
    dragged->setData(m_type, QByteArray::number(m_id));
    auto *drag = new QDrag(window()); // this may be gone when the drag ends
    drag->setMimeData(dragged);
    drag->setPixmap(grab());
    drag->setHotSpot(m_pressedAt);
    drag->exec(Qt::CopyAction);
}

} // namespace tiepdon
