// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/dayscrubber.h"

#include "ui/session/timetext.h"
#include "ui/theme/figures.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kSideGap = 12;
constexpr int kTopGap = 24; ///< the moment's time stands there
constexpr int kAxisHeight = 20;
constexpr int kPageMinutes = 30;

QString number(std::int64_t value) { return QLocale().toString(static_cast<qlonglong>(value)); }

} // namespace

DayScrubber::DayScrubber(QWidget *parent) : QAbstractSlider(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setOrientation(Qt::Horizontal);
    setSingleStep(60);
    setPageStep(kPageMinutes * 60);
    setMouseTracking(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    // what assistive technology sets comes as an action
    connect(this, &QAbstractSlider::actionTriggered, this,
            [this] { choose(m_fromMs + sliderPosition() * kSecondMs); });
}

void DayScrubber::setDay(TimeMs fromMs, TimeMs toMs, std::int64_t utcOffsetMin)
{
    m_fromMs = fromMs;
    m_toMs = std::max(fromMs, toMs);
    m_offsetMin = utcOffsetMin;
    setRange(0, static_cast<int>((m_toMs - m_fromMs) / kSecondMs));
    update();
}

void DayScrubber::setStrip(const DayStrip &strip)
{
    m_strip = strip;
    sayAloud();
    update();
}

void DayScrubber::setMoment(TimeMs atMs)
{
    m_atMs = std::clamp(atMs, m_fromMs, m_toMs);
    setValue(static_cast<int>((m_atMs - m_fromMs) / kSecondMs));
    sayAloud();
    update();
}

std::size_t DayScrubber::stepAt(TimeMs atMs) const
{
    if (atMs <= m_strip.fromMs || m_strip.waiting.empty())
        return 0;
    return std::min(static_cast<std::size_t>((atMs - m_strip.fromMs) / m_strip.stepMs), m_strip.waiting.size() - 1);
}

void DayScrubber::sayAloud()
{
    QString words = clockText(m_atMs, m_offsetMin);
    if (!m_strip.waiting.empty()) {
        const std::size_t step = stepAt(m_atMs);
        words += QStringLiteral(": ")
            + tr("%1 waiting, %2 of them longer than promised")
                  .arg(number(m_strip.waiting[step]), number(m_strip.broken[step]));
    }
    setAccessibleName(tr("Moment of the day"));
    setAccessibleDescription(words);
}

QRectF DayScrubber::plot() const { return QRectF(rect()).adjusted(kSideGap, kTopGap, -kSideGap, -kAxisHeight); }

TimeMs DayScrubber::momentAt(qreal x) const
{
    const QRectF area = plot();
    const double share = std::clamp((x - area.left()) / std::max(1.0, area.width()), 0.0, 1.0);
    return m_fromMs + static_cast<TimeMs>(share * static_cast<double>(m_toMs - m_fromMs));
}

qreal DayScrubber::placeOf(TimeMs atMs) const
{
    const QRectF area = plot();
    if (m_toMs <= m_fromMs)
        return area.left();
    const double share = static_cast<double>(atMs - m_fromMs) / static_cast<double>(m_toMs - m_fromMs);
    return area.left() + std::clamp(share, 0.0, 1.0) * area.width();
}

void DayScrubber::choose(TimeMs atMs)
{
    if (m_toMs <= m_fromMs)
        return;
    setMoment(atMs);
    Q_EMIT momentChosen(m_atMs);
}

void DayScrubber::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(momentAt(event->position().x()));
}

void DayScrubber::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        choose(momentAt(event->position().x()));
}

void DayScrubber::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls, the day stays
}

void DayScrubber::keyPressEvent(QKeyEvent *event)
{
    const bool byEvent = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool isForward = event->key() == Qt::Key_Right;
        if (byEvent)
            Q_EMIT eventAsked(isForward);
        else
            Q_EMIT minutesAsked(isForward ? 1 : -1);
        break;
    }
    case Qt::Key_PageUp:
        Q_EMIT minutesAsked(-kPageMinutes);
        break;
    case Qt::Key_PageDown:
        Q_EMIT minutesAsked(kPageMinutes);
        break;
    case Qt::Key_Home:
        choose(m_fromMs);
        break;
    case Qt::Key_End:
        choose(m_toMs);
        break;
    default:
        event->ignore();
    }
}

void DayScrubber::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        sayAloud();
    QAbstractSlider::changeEvent(event);
}

void DayScrubber::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = plot();
    painter.setPen(hasFocus() ? QPen(theme().brand, 2) : QPen(theme().line, 1));
    painter.setBrush(theme().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), sizes::kRadius, sizes::kRadius);
    if (m_toMs <= m_fromMs)
        return;
    paintHours(painter, area);
    paintBars(painter, area);
    paintMoment(painter, area);
}

void DayScrubber::paintHours(QPainter &painter, const QRectF &area) const
{
    const QFont font = textFont(sizes::kTextSmall);
    painter.setFont(font);
    // as many hours as have room
    const qreal wordWidth = figuresWidth(font, QStringLiteral("00:00")) + 16;
    TimeMs everyMs = kHourMs;
    while (static_cast<double>(m_toMs - m_fromMs) / static_cast<double>(everyMs) * wordWidth > area.width())
        everyMs *= 2;
    const TimeMs offsetMs = m_offsetMin * kMinuteMs;
    for (TimeMs atMs = ((m_fromMs + offsetMs + everyMs - 1) / everyMs) * everyMs - offsetMs; atMs <= m_toMs;
         atMs += everyMs) {
        const qreal x = placeOf(atMs);
        painter.setPen(theme().line);
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        const QRectF word(std::clamp(x - wordWidth / 2, area.left(), area.right() - wordWidth), area.bottom(),
                          wordWidth, kAxisHeight);
        painter.setPen(theme().muted);
        drawFigures(painter, word, Qt::AlignHCenter | Qt::AlignVCenter, clockText(atMs, m_offsetMin));
    }
    painter.setPen(theme().line);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
}

void DayScrubber::paintBars(QPainter &painter, const QRectF &area) const
{
    if (m_strip.waiting.empty())
        return;
    const std::int64_t most
        = std::max<std::int64_t>(1, *std::max_element(m_strip.waiting.begin(), m_strip.waiting.end()));
    const auto heightOf = [&](std::int64_t count) {
        return area.height() * static_cast<double>(count) / static_cast<double>(most);
    };
    painter.setPen(Qt::NoPen);
    painter.setRenderHint(QPainter::Antialiasing, false);
    // a bar for each two pixels: the worst of the steps in it, so that no peak is lost
    for (qreal x = area.left(); x < area.right(); x += 2) {
        const TimeMs beginMs = momentAt(x);
        const TimeMs endMs = momentAt(x + 2);
        if (endMs < m_strip.fromMs)
            continue;
        if (beginMs >= m_strip.fromMs + m_strip.stepMs * static_cast<TimeMs>(m_strip.waiting.size()))
            break;
        const std::size_t first = stepAt(beginMs);
        const std::size_t last = std::max(first, stepAt(endMs - 1));
        std::int64_t waiting = 0;
        std::int64_t broken = 0;
        std::int64_t worst = 0;
        for (std::size_t i = first; i <= last; ++i) {
            waiting = std::max(waiting, m_strip.waiting[i]);
            broken = std::max(broken, m_strip.broken[i]);
            worst = std::max(worst, m_strip.worstPermille[i]);
        }
        if (waiting == 0)
            continue;
        painter.setBrush(worst >= 1000 ? theme().bad : worst >= 750 ? theme().warn : theme().info);
        painter.setOpacity(0.45);
        painter.drawRect(QRectF(x, area.bottom() - heightOf(waiting), 2, heightOf(waiting)));
        painter.setOpacity(1.0);
        if (broken > 0) { // a solid foot: who waited longer than promised
            painter.setBrush(theme().bad);
            painter.drawRect(QRectF(x, area.bottom() - heightOf(broken), 2, heightOf(broken)));
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().muted);
    painter.setFont(textFont(sizes::kTextSmall));
    painter.drawText(area.adjusted(4, 0, 0, 0), Qt::AlignLeft | Qt::AlignTop, tr("%1 waiting").arg(number(most)));
}

void DayScrubber::paintMoment(QPainter &painter, const QRectF &area) const
{
    const qreal x = placeOf(m_atMs);
    painter.setPen(QPen(theme().brand, 2));
    painter.drawLine(QPointF(x, area.top() - 2), QPointF(x, area.bottom() + 2));
    const QFont font = textFont(sizes::kTextSmall, QFont::DemiBold);
    const QString words = clockText(m_atMs, m_offsetMin);
    const qreal width = figuresWidth(font, words) + 12;
    const QRectF flag(std::clamp(x - width / 2, area.left(), area.right() - width), 3, width, kTopGap - 5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().brand);
    painter.drawRoundedRect(flag, 4, 4);
    painter.setFont(font);
    painter.setPen(theme().onBrand);
    drawFigures(painter, flag, Qt::AlignHCenter | Qt::AlignVCenter, words);
}

} // namespace tiepdon
