// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lobby/callpanel.h"

#include "app/lobby/fittext.h"
#include "app/lobby/lobbytext.h"
#include "ui/theme/figures.h"
#include "ui/theme/shapes.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace tiepdon {
namespace {

/// Of the screen's height; 22 % is the least.
constexpr qreal kDigitShare = 0.225;
constexpr int kFlashMs = 375;
constexpr int kFlashes = 8;

QFont fontOfDigitHeight(qreal height)
{
    QFont font = textFont(200, QFont::Bold);
    const qreal capShare = QFontMetricsF(font).capHeight() / 200;
    font.setPixelSize(std::max(8, static_cast<int>(height / capShare + 1)));
    return font;
}

} // namespace

CallPanel::CallPanel(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("callPanel"));
    m_flash.setInterval(kFlashMs);
    connect(&m_flash, &QTimer::timeout, this, [this] {
        if (--m_flashesLeft <= 0)
            m_flash.stop();
        update();
    });
}

void CallPanel::setCall(const std::optional<ShownCall> &call)
{
    m_call = call;
    say();
    update();
}

void CallPanel::setStale(bool isStale)
{
    m_isStale = isStale;
    if (isStale)
        m_flash.stop();
    say();
    update();
}

void CallPanel::flash()
{
    m_flashesLeft = kFlashes;
    m_flash.start();
    update();
}

void CallPanel::stopFlash()
{
    m_flash.stop();
    update();
}

void CallPanel::setScreen(int height, bool isPortrait)
{
    m_screenHeight = height;
    m_isPortrait = isPortrait;
    update();
}

QString CallPanel::number() const { return m_call ? fromUtf8(m_call->number) : QString(); }

QString CallPanel::counter() const { return m_call ? QString::number(m_call->counter) : QString(); }

qreal CallPanel::digitHeight() const
{
    return QFontMetricsF(fontOfDigitHeight(m_screenHeight * kDigitShare)).capHeight();
}

void CallPanel::say()
{
    setAccessibleName(m_call
                          ? number() + QLatin1Char(' ') + lobbytext::oneLine(lobbytext::both(lobbytext::kCounter))
                              + QLatin1Char(' ') + counter()
                          : lobbytext::oneLine(lobbytext::both(lobbytext::kQuiet)));
}

void CallPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isInverted = m_flash.isActive() && m_flashesLeft % 2 == 0;
    const QRectF all = QRectF(rect());
    painter.setPen(Qt::NoPen);
    painter.setBrush(isInverted ? theme().brand : theme().surface);
    painter.drawRoundedRect(all, m_screenHeight * 0.012, m_screenHeight * 0.012);

    const QColor plain = isInverted ? theme().onBrand : theme().ink;
    const qreal labelSize = m_screenHeight * (m_isPortrait ? 0.022 : 0.036);
    const QRectF inner
        = all.adjusted(all.width() * 0.03, m_screenHeight * 0.012, -all.width() * 0.03, -m_screenHeight * 0.012);
    if (!m_call) {
        painter.setPen(plain);
        painter.setFont(textFont(static_cast<int>(labelSize * 1.5), QFont::DemiBold));
        const LocalText quiet = lobbytext::both(lobbytext::kQuiet);
        const QRectF top(inner.left(), inner.center().y() - labelSize * 2.1, inner.width(), labelSize * 2);
        drawFitting(painter, top, Qt::AlignHCenter, fromUtf8(quiet.vi));
        painter.setFont(textFont(static_cast<int>(labelSize * 1.1)));
        drawFitting(painter, top.translated(0, labelSize * 2.2), Qt::AlignHCenter, fromUtf8(quiet.english()));
        return;
    }

    const char *label = m_isStale ? lobbytext::kLastKnown
        : m_call->isOpen          ? lobbytext::kNowCalling
                                  : lobbytext::kLastCalled;
    const QRectF labelRect(inner.left(), inner.top(), inner.width(), labelSize * 1.4);
    painter.setPen(plain);
    painter.setFont(textFont(static_cast<int>(labelSize), QFont::DemiBold));
    drawFitting(painter, labelRect, Qt::AlignLeft, lobbytext::oneLine(lobbytext::both(label)));

    // stale calls lose the colour of now and stay readable
    painter.setPen(isInverted ? theme().onBrand : m_isStale ? theme().ink : theme().brand);
    painter.setOpacity(m_isStale ? 0.75 : 1.0);
    const QFont digits = fontOfDigitHeight(m_screenHeight * kDigitShare);
    QRectF rest(inner.left(), labelRect.bottom(), inner.width(), inner.bottom() - labelRect.bottom());
    if (m_isPortrait) {
        const QRectF line(rest.left(), rest.top(), rest.width(), digitHeight() * 1.15);
        drawNumber(painter, line, number(), digits);
        rest.setTop(line.bottom() + digitHeight() * 0.06);
        drawCounter(painter, rest, fontOfDigitHeight(digitHeight() * 0.5));
        return;
    }
    const qreal natural = figuresWidth(digits, number());
    const qreal counterWidth
        = std::max(figuresWidth(digits, counter()) + digitHeight() * 1.35, rest.width() * 0.36);
    const qreal numberWidth = std::min(natural, rest.width() - counterWidth - digitHeight() * 0.2);
    drawNumber(painter, QRectF(rest.left(), rest.top(), numberWidth, rest.height()), number(), digits);
    drawCounter(painter, QRectF(rest.right() - counterWidth, rest.top(), counterWidth, rest.height()), digits);
}

void CallPanel::drawNumber(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font) const
{
    // too wide for the screen: narrower, never lower, because height is what is read from afar
    painter.save();
    painter.setFont(font);
    const qreal width = figuresWidth(font, text);
    const qreal squeeze = width > rect.width() ? rect.width() / width : 1.0;
    painter.translate(rect.left(), 0);
    painter.scale(squeeze, 1.0);
    drawFigures(painter, QRectF(0, rect.top(), rect.width() / squeeze, rect.height()),
                m_isPortrait ? Qt::AlignHCenter : Qt::AlignLeft, text);
    painter.restore();
}

void CallPanel::drawCounter(QPainter &painter, const QRectF &rect, const QFont &font) const
{
    const qreal height = QFontMetricsF(font).capHeight();
    const QString digits = counter();
    painter.save();
    painter.setFont(font);
    const qreal digitsWidth = figuresWidth(font, digits);
    const qreal arrow = height * 0.85;
    const qreal gap = height * 0.25;
    const qreal wordHeight = height * 0.3;
    // the word stands under the arrow in front of the number
    const LocalText word = lobbytext::both(lobbytext::kCounter);
    const qreal wordWidth = std::min(rect.width() - digitsWidth - gap, std::max(arrow, height * 1.15));
    const qreal all = wordWidth + gap + digitsWidth;
    const qreal left = m_isPortrait ? rect.center().x() - all / 2 : rect.right() - all;
    const qreal top = rect.center().y() - height / 2;
    painter.setBrush(painter.pen().color());
    const QPen pen = painter.pen();
    painter.setPen(Qt::NoPen);
    drawArrow(painter, QRectF(left, top, wordWidth, height * 0.42));
    painter.setPen(pen);
    drawFigures(painter, QRectF(left + wordWidth + gap, top, digitsWidth, height), Qt::AlignLeft, digits);
    painter.setFont(textFont(static_cast<int>(wordHeight * 0.85), QFont::DemiBold));
    drawFitting(painter, QRectF(left, top + height * 0.46, wordWidth, wordHeight), Qt::AlignLeft,
                fromUtf8(word.vi));
    painter.setFont(textFont(static_cast<int>(wordHeight * 0.7), QFont::Medium));
    drawFitting(painter, QRectF(left, top + height * 0.76, wordWidth, wordHeight * 0.8), Qt::AlignLeft,
                fromUtf8(word.english()));
    painter.restore();
}

} // namespace tiepdon
