// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lobby/signwindow.h"

#include "app/lobby/fittext.h"
#include "app/lobby/lobbytext.h"
#include "ui/session/timetext.h"
#include "ui/theme/figures.h"
#include "ui/theme/shapes.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kFlashMs = 375;
constexpr int kFlashes = 8;

/// The largest digits that fit, in their own proportions.
QFont fontFitting(const QSizeF &room, const QString &text)
{
    const QFont font = textFont(200, QFont::Bold);
    const qreal byHeight = room.height() / QFontMetricsF(font).capHeight();
    const qreal byWidth = room.width() / std::max(1.0, figuresWidth(font, text));
    return textFont(std::max(8, static_cast<int>(200 * std::min(byHeight, byWidth))), QFont::Bold);
}

} // namespace

SignWindow::SignWindow(BranchLink &link, const LobbyOptions &options, QWidget *parent)
    : QWidget(parent), m_link(link), m_options(options)
{
    setObjectName(QStringLiteral("signWindow"));
    setWindowTitle(QStringLiteral("Tiếp Đón"));
    setCursor(Qt::BlankCursor);
    m_flash.setInterval(kFlashMs);
    connect(&m_flash, &QTimer::timeout, this, [this] {
        if (--m_flashesLeft <= 0)
            m_flash.stop();
        update();
    });
    connect(&link, &BranchLink::statusChanged, this, &SignWindow::refresh);
    connect(&link, &BranchLink::stateReplaced, this, &SignWindow::refresh);
    connect(&link, &BranchLink::publicEvent, this, &SignWindow::onEvent);
    refresh();
}

std::optional<ShownCall> SignWindow::call() const
{
    // of now only: an old call over a counter would bring people to it
    const PublicState &shown = m_link.shown();
    if (!isLive() || !shown.isOpen)
        return std::nullopt;
    const auto it = std::find_if(shown.calls.begin(), shown.calls.end(), [this](const ShownCall &each) {
        return each.isOpen && each.counter == m_options.counter;
    });
    return it == shown.calls.end() ? std::nullopt : std::optional(*it);
}

QString SignWindow::number() const
{
    const auto now = call();
    return now ? fromUtf8(now->number) : QString();
}

LocalText SignWindow::said() const
{
    if (call())
        return lobbytext::both(lobbytext::kComeIn);
    if (isLive())
        return {};
    const ErrorCode code = m_link.problem().code;
    if (code == ErrorCode::DeviceRevoked || code == ErrorCode::DeviceUnknown)
        return lobbytext::both(lobbytext::kRevoked);
    if (m_link.asOfMs() == 0)
        return lobbytext::both(lobbytext::kConnecting);
    return lobbytext::filled(lobbytext::both(lobbytext::kStale),
                             clockText(m_link.asOfMs(), m_link.shown().utcOffsetMin));
}

QString SignWindow::words() const { return m_options.languages.oneLine(said()); }

void SignWindow::onEvent(const PublicEvent &event)
{
    refresh();
    const auto *shown = std::get_if<publicevent::CallShown>(&event);
    if (shown && shown->call.counter == m_options.counter) {
        m_flashesLeft = kFlashes;
        m_flash.start();
    }
}

void SignWindow::stopFlash()
{
    m_flash.stop();
    update();
}

void SignWindow::refresh()
{
    if (!call())
        m_flash.stop();
    const QString name = QStringLiteral("%1 %2")
                             .arg(m_options.languages.oneLine(lobbytext::both(lobbytext::kCounter)))
                             .arg(m_options.counter);
    setAccessibleName(QStringList{name, number(), words()}.join(QLatin1Char(' ')).trimmed());
    update();
}

void SignWindow::drawWords(QPainter &painter, const QRectF &rect, bool hasArrow) const
{
    const LocalText text = said();
    const QString first = m_options.languages.first(text);
    const QString other = m_options.languages.second(text);
    const qreal line = rect.height() / (other.isEmpty() ? 1.4 : 2.2);
    const qreal arrow = hasArrow ? rect.height() * 0.9 : 0;
    const qreal gap = hasArrow ? rect.height() * 0.3 : 0;
    const QFont large = textFont(static_cast<int>(line * 0.8), QFont::DemiBold);
    const QFont small = textFont(static_cast<int>(line * 0.64), QFont::Medium);
    const qreal wanted = std::max(figuresWidth(large, first), figuresWidth(small, other));
    const qreal width = std::min(wanted, rect.width() - arrow - gap);
    const qreal left = rect.center().x() - (arrow + gap + width) / 2;
    const QPen pen = painter.pen();
    if (hasArrow) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(pen.color());
        drawArrow(painter, QRectF(left, rect.center().y() - arrow * 0.35, arrow, arrow * 0.7));
        painter.setPen(pen);
    }
    const Qt::Alignment side = hasArrow ? Qt::AlignLeft : Qt::AlignHCenter;
    const qreal top = other.isEmpty() ? rect.center().y() - line / 2 : rect.top();
    painter.setFont(large);
    drawFitting(painter, QRectF(left + arrow + gap, top, width, line), side, first);
    painter.setFont(small);
    drawFitting(painter, QRectF(left + arrow + gap, top + line * 1.15, width, line), side, other);
}

void SignWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isInverted = m_flash.isActive() && !m_options.isStill && m_flashesLeft % 2 == 0;
    painter.fillRect(rect(), isInverted ? theme().brand : theme().ground);
    const qreal unit = std::min(width(), height() * 16 / 9);
    if (m_flash.isActive() && !isInverted) {
        const qreal frame = unit * 0.012;
        painter.setPen(QPen(theme().brand, frame));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(frame / 2, frame / 2, -frame / 2, -frame / 2));
    }
    const QRectF inner = QRectF(rect()).adjusted(unit * 0.04, unit * 0.03, -unit * 0.04, -unit * 0.04);
    const QColor plain = isInverted ? theme().onBrand : theme().ink;
    const QString counter = QStringLiteral("%1 %2")
                                .arg(m_options.languages.oneLine(lobbytext::both(lobbytext::kCounter)))
                                .arg(m_options.counter);
    painter.setPen(plain);
    const QString shown = number();
    const qreal words = unit * 0.14;
    if (shown.isEmpty()) {
        painter.setFont(textFont(static_cast<int>(unit * 0.1), QFont::Bold));
        drawFitting(painter, inner.adjusted(0, 0, 0, -words), Qt::AlignHCenter, counter);
        painter.setPen(theme().warn);
        drawWords(painter, QRectF(inner.left(), inner.bottom() - words * 0.8, inner.width(), words * 0.8), false);
        return;
    }
    const qreal title = unit * 0.06;
    painter.setFont(textFont(static_cast<int>(title * 0.8), QFont::DemiBold));
    drawFitting(painter, QRectF(inner.left(), inner.top(), inner.width(), title), Qt::AlignHCenter, counter);
    painter.setPen(isInverted ? theme().onBrand : theme().brand);
    const QRectF room(inner.left(), inner.top() + title * 1.3, inner.width(),
                      inner.height() - title * 1.3 - words - unit * 0.02);
    painter.setFont(fontFitting(QSizeF(room.width(), room.height() * 0.92), shown));
    drawFigures(painter, room, Qt::AlignHCenter, shown);
    painter.setPen(plain);
    drawWords(painter, QRectF(inner.left(), inner.bottom() - words, inner.width(), words), true);
}

} // namespace tiepdon
