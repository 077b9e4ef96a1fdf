// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/servicetimer.h"

#include "ui/models/queuesmodel.h"
#include "ui/session/timetext.h"
#include "ui/theme/figures.h"
#include "ui/theme/shapes.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace tiepdon {

ServiceTimer::ServiceTimer(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("serviceTimer"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void ServiceTimer::setTimes(TimeMs elapsedMs, TimeMs targetMs, const QString &caption)
{
    if (elapsedMs == m_elapsedMs && targetMs == m_targetMs && caption == m_caption)
        return;
    m_elapsedMs = elapsedMs;
    m_targetMs = targetMs;
    m_caption = caption;
    setAccessibleName(QStringList{caption, text(), word()}.join(QLatin1Char(' ')).trimmed());
    update();
}

QString ServiceTimer::text() const { return elapsedText(m_elapsedMs); }

Tone ServiceTimer::tone() const { return m_targetMs <= 0 ? Tone::Info : toneOfWait(m_elapsedMs, m_targetMs); }

QString ServiceTimer::word() const
{
    switch (tone()) {
    case Tone::Good:
        return tr("in time");
    case Tone::Warn:
        return tr("nearly over");
    case Tone::Bad:
        return tr("over the usual time");
    case Tone::Neutral:
    case Tone::Info:
        break;
    }
    return {};
}

void ServiceTimer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr qreal kStroke = 10;
    constexpr qreal kWords = 28;
    const qreal side = std::min<qreal>(width(), height() - kWords) - kStroke - 2;
    const QRectF ring((width() - side) / 2, kStroke / 2 + 1, side, side);

    painter.setPen(QPen(theme().line, kStroke));
    painter.drawEllipse(ring);
    const double share
        = m_targetMs <= 0 ? 0.0 : std::min(1.0, static_cast<double>(m_elapsedMs) / static_cast<double>(m_targetMs));
    painter.setPen(QPen(colourOf(tone()), kStroke, Qt::SolidLine, Qt::RoundCap));
    if (share > 0)
        painter.drawArc(ring, 90 * 16, -static_cast<int>(share * 360 * 16));

    const bool isLong = text().size() > 5;
    painter.setFont(textFont(isLong ? sizes::kTitle : sizes::kHeadline, QFont::DemiBold));
    painter.setPen(theme().ink);
    const qreal middle = ring.center().y();
    drawFigures(painter, QRectF(ring.left(), middle - 20, side, 28), Qt::AlignHCenter, text());
    painter.setFont(textFont(sizes::kTextSmall));
    painter.setPen(theme().muted);
    drawFigures(painter, QRectF(ring.left(), middle + 10, side, 18), Qt::AlignHCenter, m_caption);
    if (m_targetMs > 0)
        drawFigures(painter, QRectF(ring.left(), middle + 28, side, 18), Qt::AlignHCenter,
                    tr("usually %1").arg(elapsedText(m_targetMs)));

    const QString state = word();
    if (state.isEmpty())
        return;
    painter.setFont(textFont(sizes::kText, QFont::Medium));
    const qreal wordWidth = QFontMetricsF(painter.font()).horizontalAdvance(state);
    const qreal left = (width() - wordWidth - 18) / 2;
    const QRectF line(0, ring.bottom() + kStroke / 2 + 4, width(), 22);
    drawShape(painter, QRectF(left, line.center().y() - 6, 12, 12), tone());
    painter.setPen(colourOf(tone()));
    painter.drawText(QRectF(left + 18, line.top(), wordWidth + 2, line.height()), Qt::AlignVCenter, state);
}

} // namespace tiepdon
