// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/connectionbadge.h"

#include "ui/widgets/text.h"
#include "ui/session/sentence.h"
#include "ui/session/timetext.h"
#include "ui/theme/figures.h"
#include "ui/theme/shapes.h"

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace tiepdon {
namespace {

constexpr int kShape = 10;
constexpr int kPad = 2 * sizes::kGrid;

} // namespace

ConnectionBadge::ConnectionBadge(BranchLink &link, QWidget *parent) : QWidget(parent), m_link(link)
{
    setObjectName(QStringLiteral("connectionBadge"));
    setFont(textFont(sizes::kTextSmall, QFont::Medium));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&link, &BranchLink::statusChanged, this, &ConnectionBadge::refresh);
    connect(&link, &BranchLink::stateReplaced, this, &ConnectionBadge::refresh);
    refresh();
}

void ConnectionBadge::refresh()
{
    const bool hasState = m_link.asOfMs() > 0;
    const QString asOf = clockText(m_link.asOfMs(), m_link.branch().settings().utcOffsetMin);
    QString reason;
    switch (m_link.status()) {
    case BranchLink::Status::Live:
        m_text = tr("Live");
        m_tone = Tone::Good;
        break;
    case BranchLink::Status::Connecting:
        m_text = tr("Connecting…");
        m_tone = Tone::Neutral;
        break;
    case BranchLink::Status::SignedOut:
        m_text = tr("Connected");
        m_tone = Tone::Good;
        break;
    case BranchLink::Status::Stale:
        m_text = tr("Reconnecting · data as of %1").arg(asOf);
        m_tone = Tone::Warn;
        reason = sentence(m_link.problem());
        break;
    case BranchLink::Status::Refused:
        m_text = hasState ? tr("Refused by the hub · data as of %1").arg(asOf) : tr("Refused by the hub");
        m_tone = Tone::Bad;
        reason = sentence(m_link.problem());
        break;
    }
    setAccessibleName(tr("Connection: %1").arg(m_text));
    setToolTip(toolTipOf(reason));
    updateGeometry();
    update();
}

QSize ConnectionBadge::sizeHint() const
{
    return {kPad + kShape + kPad + static_cast<int>(std::ceil(figuresWidth(font(), m_text))) + kPad,
            6 * sizes::kGrid};
}

void ConnectionBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().line);
    painter.setBrush(theme().raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0, height() / 2.0);
    drawShape(painter, QRectF(kPad, (height() - kShape) / 2.0, kShape, kShape), m_tone);
    painter.setPen(m_tone == Tone::Neutral ? theme().muted : colourOf(m_tone));
    drawFigures(painter, QRectF(rect()).adjusted(kPad + kShape + kPad - 2, 0, 0, 0), Qt::AlignLeft, m_text);
}

void ConnectionBadge::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
