// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lobby/callpanel.h"

#include "app/lobby/fittext.h"
#include "app/lobby/lobbytext.h"
#include "ui/theme/figures.h"
#include "ui/theme/shapes.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace tiepdon {
namespace {

/// Of the screen's height; 22 % is the least.
constexpr qreal kDigitShare = 0.225;
/// An upright screen's counter, of the number's height.
constexpr qreal kCounterShare = 0.72;
constexpr qreal kPadShare = 0.03; ///< of the panel's width
constexpr int kFlashMs = 375;
constexpr int kFlashes = 8;

QFont fontOfDigitHeight(qreal height)
{
    QFont font = textFont(200, QFont::Bold);
    const qreal capShare = QFontMetricsF(font).capHeight() / 200;
    font.setPixelSize(std::max(8, static_cast<int>(height / capShare + 1)));
    return font;
}

/// How a call stands, as a mark in the painter's colour: a triangle for a call, two for one called again, a ring
/// for one that is past.
void drawMark(QPainter &painter, const QRectF &rect, bool isOpen, bool isAgain)
{
    const QColor colour = painter.pen().color();
    painter.save();
    if (!isOpen) {
        painter.setPen(QPen(colour, rect.height() * 0.14));
        painter.setBrush(Qt::NoBrush);
        const qreal side = rect.height() * 0.74;
        painter.drawEllipse(QRectF(rect.left() + rect.height() * 0.1, rect.center().y() - side / 2, side, side));
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        const qreal w = rect.width() * (isAgain ? 0.5 : 0.85);
        for (int i = 0; i < (isAgain ? 2 : 1); ++i) {
            const qreal x = rect.left() + i * w;
            painter.drawPolygon(QPolygonF{{x, rect.top() + rect.height() * 0.08},
                                          {x + w * 0.95, rect.center().y()},
                                          {x, rect.bottom() - rect.height() * 0.08}});
        }
    }
    painter.restore();
}

} // namespace

CallPanel::CallPanel(const ScreenLanguages &languages, bool isStill, QWidget *parent)
    : QWidget(parent), m_languages(languages), m_isStill(isStill)
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

QString CallPanel::label() const
{
    const char *words = !m_call ? lobbytext::kQuiet
        : m_isStale             ? lobbytext::kLastKnown
        : !m_call->isOpen       ? lobbytext::kLastCalled
        : m_call->recalls > 0   ? lobbytext::kCalledAgain
                                : lobbytext::kNowCalling;
    return m_languages.oneLine(lobbytext::both(words));
}

qreal CallPanel::digitHeightFor(int panelWidth) const
{
    const qreal wanted = m_screenHeight * kDigitShare;
    if (!m_isPortrait)
        return wanted;
    // as large as fits in its own proportions; the usual number's width also while nothing is shown
    const QFont font = textFont(200, QFont::Bold);
    const QString shown = m_call ? number() : QStringLiteral("A000");
    const qreal widthPerHeight = figuresWidth(font, shown) / QFontMetricsF(font).capHeight();
    return std::min(wanted, panelWidth * (1 - 2 * kPadShare) / widthPerHeight);
}

qreal CallPanel::labelSize() const { return m_isPortrait ? width() * 0.045 : m_screenHeight * 0.036; }

int CallPanel::heightFor(int panelWidth) const
{
    const qreal digits = digitHeightFor(panelWidth);
    return static_cast<int>(panelWidth * 0.045 * 1.4 + digits * (1.3 + kCounterShare * 1.3)
                            + m_screenHeight * 0.024);
}

void CallPanel::say()
{
    setAccessibleName(m_call ? QStringList{label(), number(),
                                           m_languages.oneLine(lobbytext::both(lobbytext::kCounter)), counter()}
                                   .join(QLatin1Char(' '))
                             : label());
}

void CallPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isInverted = m_flash.isActive() && !m_isStill && m_flashesLeft % 2 == 0;
    const QRectF all = QRectF(rect());
    const qreal radius = m_screenHeight * 0.012;
    painter.setPen(Qt::NoPen);
    painter.setBrush(isInverted ? theme().brand : theme().surface);
    painter.drawRoundedRect(all, radius, radius);
    if (m_flash.isActive() && !isInverted) {
        const qreal frame = m_screenHeight * 0.008;
        painter.setPen(QPen(theme().brand, frame));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(all.adjusted(frame / 2, frame / 2, -frame / 2, -frame / 2), radius, radius);
    }

    const QRectF inner = all.adjusted(all.width() * kPadShare, m_screenHeight * 0.012, -all.width() * kPadShare,
                                      -m_screenHeight * 0.012);
    painter.setPen(isInverted ? theme().onBrand : theme().ink);
    if (!m_call) {
        drawQuiet(painter, inner);
        return;
    }
    const QRectF labelRect(inner.left(), inner.top(), inner.width(), labelSize() * 1.4);
    drawLabel(painter, labelRect);

    // stale calls lose the colour of now and stay readable
    painter.setPen(isInverted ? theme().onBrand : m_isStale ? theme().ink : theme().brand);
    painter.setOpacity(m_isStale ? 0.75 : 1.0);
    const QFont digits = fontOfDigitHeight(digitHeight());
    QRectF rest(inner.left(), labelRect.bottom(), inner.width(), inner.bottom() - labelRect.bottom());
    if (m_isPortrait) {
        const qreal numberShare = 1.3 / (1.3 + kCounterShare * 1.3);
        const QRectF line(rest.left(), rest.top(), rest.width(), rest.height() * numberShare);
        drawNumber(painter, line, number(), digits);
        rest.setTop(line.bottom());
        drawCounter(painter, rest, fontOfDigitHeight(digitHeight() * kCounterShare));
        return;
    }
    const qreal natural = figuresWidth(digits, number());
    const qreal counterWidth
        = std::max(figuresWidth(digits, counter()) + digitHeight() * 1.35, rest.width() * 0.36);
    const qreal numberWidth = std::min(natural, rest.width() - counterWidth - digitHeight() * 0.2);
    drawNumber(painter, QRectF(rest.left(), rest.top(), numberWidth, rest.height()), number(), digits);
    drawCounter(painter, QRectF(rest.right() - counterWidth, rest.top(), counterWidth, rest.height()), digits);
}

void CallPanel::drawQuiet(QPainter &painter, const QRectF &rect) const
{
    const LocalText quiet = lobbytext::both(lobbytext::kQuiet);
    const QString other = m_languages.second(quiet);
    const qreal size = labelSize();
    painter.setFont(textFont(static_cast<int>(size * 1.5), QFont::DemiBold));
    const QRectF top(rect.left(), rect.center().y() - size * (other.isEmpty() ? 1.0 : 2.1), rect.width(), size * 2);
    drawFitting(painter, top, Qt::AlignHCenter, m_languages.first(quiet));
    painter.setFont(textFont(static_cast<int>(size * 1.1)));
    drawFitting(painter, top.translated(0, size * 2.2), Qt::AlignHCenter, other);
}

void CallPanel::drawLabel(QPainter &painter, const QRectF &rect) const
{
    const qreal size = labelSize();
    drawMark(painter, QRectF(rect.left(), rect.center().y() - size * 0.42, size * 0.95, size * 0.84),
             m_call->isOpen && !m_isStale, m_call->recalls > 0);
    painter.setFont(textFont(static_cast<int>(size), QFont::DemiBold));
    drawFitting(painter, rect.adjusted(size * 1.25, 0, 0, 0), Qt::AlignLeft, label());
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
    // the word stands under the arrow in front of the number
    const LocalText word = lobbytext::both(lobbytext::kCounter);
    const QString other = m_languages.second(word);
    const qreal wordHeight = height * (other.isEmpty() ? 0.42 : 0.3);
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
    drawFitting(painter, QRectF(left, top + height * (other.isEmpty() ? 0.54 : 0.46), wordWidth, wordHeight),
                Qt::AlignLeft, m_languages.first(word));
    painter.setFont(textFont(static_cast<int>(wordHeight * 0.7), QFont::Medium));
    drawFitting(painter, QRectF(left, top + height * 0.76, wordWidth, wordHeight * 0.8), Qt::AlignLeft, other);
    painter.restore();
}

} // namespace tiepdon
