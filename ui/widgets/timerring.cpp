// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timerring.h"

#include "ui/models/queuesmodel.h"
#include "ui/session/timetext.h"
#include "ui/theme/figures.h"
#include "ui/theme/shapes.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tiepdon {
namespace {

/// Room under the ring for shape and word.
constexpr qreal kWords = 28;
constexpr int kShape = 12;
constexpr int kShapeGap = 6;

QFont wordFont() { return textFont(sizes::kText, QFont::Medium); }

QString overText(const TimerFigures &figures)
{
    return elapsedText(figures.elapsedMs.value_or(0) - figures.expectedMs);
}

QString timeText(const TimerFigures &figures)
{
    return figures.elapsedMs ? elapsedText(*figures.elapsedMs) : QStringLiteral("–");
}

void drawArcs(QPainter &painter, const QRectF &ring, qreal stroke, const TimerFigures &figures)
{
    constexpr int kTop = 90 * 16;
    constexpr int kRound = 360 * 16;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().line, stroke));
    painter.drawEllipse(ring);
    if (!figures.elapsedMs || figures.expectedMs <= 0)
        return;
    const double laps
        = static_cast<double>(std::max<TimeMs>(0, *figures.elapsedMs)) / static_cast<double>(figures.expectedMs);
    const auto angle = [](double share) { return -static_cast<int>(std::clamp(share, 0.0, 1.0) * kRound); };
    painter.setPen(QPen(colourOf(toneOf(figures)), stroke, Qt::SolidLine, laps < 1 ? Qt::RoundCap : Qt::FlatCap));
    if (laps > 0)
        painter.drawArc(ring, kTop, angle(laps));
    if (laps > 1) {
        const qreal inner = stroke * 0.9;
        painter.setPen(QPen(theme().ink, stroke * 0.3, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(ring.adjusted(inner, inner, -inner, -inner), kTop, angle(laps - 1));
    }
}

} // namespace

Tone toneOf(const TimerFigures &figures)
{
    if (!figures.elapsedMs)
        return Tone::Neutral;
    return figures.expectedMs <= 0 ? Tone::Info : toneOfWait(*figures.elapsedMs, figures.expectedMs);
}

QString timerWord(const TimerFigures &figures)
{
    switch (toneOf(figures)) {
    case Tone::Good:
        return TimerRing::tr("in time");
    case Tone::Warn:
        return TimerRing::tr("nearly over");
    case Tone::Bad:
        return TimerRing::tr("%1 over the usual time").arg(overText(figures));
    case Tone::Neutral:
    case Tone::Info:
        break;
    }
    return {};
}

QString timerSentence(const TimerFigures &figures)
{
    if (!figures.elapsedMs)
        return TimerRing::tr("no time runs");
    QString time
        = figures.caption.isEmpty() ? timeText(figures) : figures.caption + QLatin1Char(' ') + timeText(figures);
    if (figures.expectedMs <= 0)
        return time;
    return TimerRing::tr("%1, usually %2, %3").arg(time, elapsedText(figures.expectedMs), timerWord(figures));
}

void drawTimerRing(QPainter &painter, const QRectF &rect, const TimerFigures &figures)
{
    painter.save();
    const qreal side = std::min(rect.width(), rect.height());
    const qreal stroke = std::max(4.0, side / 13);
    const qreal inset = stroke / 2 + 0.5;
    const QRectF ring = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
                            .adjusted(inset, inset, -inset, -inset);
    drawArcs(painter, ring, stroke, figures);
    const Tone tone = toneOf(figures);
    const bool isOver = tone == Tone::Bad;
    const bool isLong = timeText(figures).size() > 5;
    painter.setFont(textFont(isLong ? sizes::kTextSmall : sizes::kTextLarge, QFont::DemiBold));
    painter.setPen(figures.elapsedMs ? theme().ink : theme().muted);
    const qreal middle = ring.center().y() - (isOver || tone == Tone::Warn ? 7 : 0);
    drawFigures(painter, QRectF(ring.left(), middle - 10, ring.width(), 20), Qt::AlignHCenter, timeText(figures));
    if (tone == Tone::Warn)
        drawShape(painter, QRectF(ring.center().x() - 5, middle + 10, 10, 10), tone);
    if (isOver) {
        painter.setFont(textFont(sizes::kTextSmall, QFont::Medium));
        painter.setPen(colourOf(Tone::Bad));
        drawFigures(painter, QRectF(ring.left(), middle + 7, ring.width(), 16), Qt::AlignHCenter,
                    QLatin1Char('+') + overText(figures));
    }
    painter.restore();
}

TimerRing::TimerRing(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("timerRing"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    sayAloud();
}

void TimerRing::setFigures(const TimerFigures &figures)
{
    if (figures == m_figures)
        return;
    m_figures = figures;
    sayAloud();
    updateGeometry();
    update();
}

QString TimerRing::text() const { return timeText(m_figures); }

void TimerRing::sayAloud()
{
    // the name changes with how it stands and is heard then; the seconds are there for those who ask
    QString name = m_figures.caption.isEmpty() ? tr("Timer") : m_figures.caption;
    const Tone tone = toneOf(m_figures);
    if (tone == Tone::Bad)
        name += QStringLiteral(", ") + tr("over the usual time");
    else if (!timerWord(m_figures).isEmpty())
        name += QStringLiteral(", ") + timerWord(m_figures);
    if (name != accessibleName())
        setAccessibleName(name);
    setAccessibleDescription(timerSentence(m_figures));
}

QSize TimerRing::sizeHint() const
{
    const qreal word = figuresWidth(wordFont(), timerWord(m_figures)) + kShape + kShapeGap + 4;
    return {std::max(180, static_cast<int>(std::ceil(word))), 212};
}

void TimerRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    constexpr qreal kStroke = 10;
    const qreal side = std::min<qreal>(width(), height() - kWords) - kStroke - 2;
    const QRectF ring((width() - side) / 2, kStroke / 2 + 1, side, side);
    drawArcs(painter, ring, kStroke, m_figures);

    const bool isLong = text().size() > 5;
    painter.setFont(textFont(isLong ? sizes::kTitle : sizes::kHeadline, QFont::DemiBold));
    painter.setPen(m_figures.elapsedMs ? theme().ink : theme().muted);
    const qreal middle = ring.center().y();
    drawFigures(painter, QRectF(ring.left(), middle - 20, side, 28), Qt::AlignHCenter, text());
    painter.setFont(textFont(sizes::kTextSmall));
    painter.setPen(theme().muted);
    drawFigures(painter, QRectF(ring.left(), middle + 10, side, 18), Qt::AlignHCenter, m_figures.caption);
    if (m_figures.expectedMs > 0)
        drawFigures(painter, QRectF(ring.left(), middle + 28, side, 18), Qt::AlignHCenter,
                    tr("usually %1").arg(elapsedText(m_figures.expectedMs)));

    const QString word = timerWord(m_figures);
    if (word.isEmpty())
        return;
    painter.setFont(wordFont());
    const qreal wordWidth = figuresWidth(painter.font(), word);
    const qreal left = std::max(0.0, (width() - wordWidth - kShape - kShapeGap) / 2);
    const QRectF line(0, ring.bottom() + kStroke / 2 + 4, width(), 22);
    drawShape(painter, QRectF(left, line.center().y() - kShape / 2.0, kShape, kShape), toneOf(m_figures));
    painter.setPen(colourOf(toneOf(m_figures)));
    drawFigures(painter, QRectF(left + kShape + kShapeGap, line.top(), wordWidth, line.height()), Qt::AlignLeft,
                word);
}

void TimerRing::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        sayAloud();
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace tiepdon
