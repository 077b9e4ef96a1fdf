// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentchip.h"

#include "core/queue/state.h"
#include "ui/session/language.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tiepdon {
namespace {

constexpr int kHeight = 24;
constexpr int kPad = 10;
constexpr int kStar = 12;
constexpr int kGap = 6;
constexpr int kTextMin = 48;

QPolygonF starIn(const QRectF &rect)
{
    QPolygonF star;
    for (int i = 0; i < 10; ++i) {
        const double angle = -std::numbers::pi / 2 + i * std::numbers::pi / 5;
        const double radius = rect.width() / 2 * (i % 2 == 0 ? 1 : 0.42);
        star << rect.center() + QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    return star;
}

} // namespace

QString segmentText(const BranchState &branch, const Ticket &ticket)
{
    const auto segment = branch.segments().find(ticket.segment);
    if (segment == branch.segments().end())
        return {};
    const auto reason = branch.priorityReasons().find(ticket.priorityReason);
    const QString name = inLanguage(segment->second.name);
    return reason == branch.priorityReasons().end()
        ? name
        : QStringLiteral("%1 · %2").arg(name, inLanguage(reason->second.name));
}

SegmentChip::SegmentChip(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("segmentChip"));
    setFont(textFont(sizes::kText, QFont::Medium));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    hide();
}

void SegmentChip::showTicket(const BranchState &branch, const Ticket &ticket)
{
    const QString text = segmentText(branch, ticket);
    setVisible(!text.isEmpty());
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void SegmentChip::clear()
{
    m_text.clear();
    setAccessibleName({});
    hide();
}

QSize SegmentChip::sizeHint() const
{
    return {2 * kPad + kStar + kGap + QFontMetrics(font()).horizontalAdvance(m_text) + 2, kHeight};
}

QSize SegmentChip::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 2 * kPad + kStar + kGap + kTextMin), kHeight};
}

void SegmentChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().brand);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kHeight / 2.0, kHeight / 2.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().brand);
    painter.drawPolygon(starIn(QRectF(kPad, (height() - kStar) / 2.0, kStar, kStar)));
    const QRect room = rect().adjusted(kPad + kStar + kGap, 0, -kPad + 2, 0);
    const QString shown = QFontMetrics(font()).elidedText(m_text, Qt::ElideRight, room.width());
    setToolTip(shown == m_text ? QString() : toolTipOf(m_text));
    painter.setPen(theme().ink);
    painter.drawText(room, Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace tiepdon
