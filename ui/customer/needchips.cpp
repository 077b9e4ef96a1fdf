// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customer/needchips.h"

#include "ui/customer/customerword.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QStringList>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kHeight = 26;
constexpr int kPicture = 16;
constexpr int kPad = 8;
constexpr int kGap = 6;

} // namespace

void drawNeed(QPainter &painter, const QRectF &square, Need need, const QColor &ink)
{
    painter.save();
    painter.translate(square.topLeft());
    painter.scale(square.width() / 16, square.height() / 16); // drawn on a grid of 16
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    QPainterPath path;
    switch (need) {
    case Need::Hearing: // an ear, crossed out
        path.moveTo(5, 7);
        path.cubicTo(5, 1.5, 12, 1.5, 12, 7);
        path.cubicTo(12, 10, 9, 10, 9, 12.5);
        path.cubicTo(9, 14.5, 6, 14.5, 6, 12);
        path.moveTo(2, 14);
        path.lineTo(14, 2);
        break;
    case Need::Sight: // an eye
        path.moveTo(1.5, 8);
        path.cubicTo(4.5, 3, 11.5, 3, 14.5, 8);
        path.cubicTo(11.5, 13, 4.5, 13, 1.5, 8);
        path.addEllipse(QPointF(8, 8), 2, 2);
        break;
    case Need::Wheelchair:
        path.addEllipse(QPointF(6.5, 2.5), 1.2, 1.2);
        path.moveTo(6.5, 5);
        path.lineTo(6.5, 9);
        path.lineTo(11, 9);
        path.lineTo(13, 13.5);
        path.moveTo(5, 7.5);
        path.arcTo(QRectF(2.5, 7, 7.5, 7.5), 110, 230);
        break;
    case Need::Walking: // somebody with a stick
        path.addEllipse(QPointF(7, 2.5), 1.3, 1.3);
        path.moveTo(7, 5);
        path.lineTo(6.5, 9.5);
        path.lineTo(4, 14.5);
        path.moveTo(6.5, 9.5);
        path.lineTo(9, 14.5);
        path.moveTo(7, 6);
        path.lineTo(11.5, 8);
        path.lineTo(12.5, 14.5);
        break;
    case Need::Interpreter: // two who speak
        path.addRoundedRect(QRectF(1.5, 2, 8, 6), 2, 2);
        path.addRoundedRect(QRectF(6.5, 8, 8, 6), 2, 2);
        break;
    case Need::Reading: // a form
        path.addRoundedRect(QRectF(3, 1.5, 10, 13), 1, 1);
        path.moveTo(5.5, 5);
        path.lineTo(10.5, 5);
        path.moveTo(5.5, 8);
        path.lineTo(10.5, 8);
        path.moveTo(5.5, 11);
        path.lineTo(8.5, 11);
        break;
    case Need::Child: // a big one and a small one
        path.addEllipse(QPointF(5, 3), 1.6, 1.6);
        path.moveTo(5, 6);
        path.lineTo(5, 14);
        path.addEllipse(QPointF(11.5, 7.5), 1.3, 1.3);
        path.moveTo(11.5, 10);
        path.lineTo(11.5, 14);
        path.moveTo(5, 8);
        path.lineTo(11.5, 11);
        break;
    case Need::Pregnant:
        path.addEllipse(QPointF(7, 2.5), 1.5, 1.5);
        path.moveTo(6.5, 5);
        path.lineTo(6.5, 14.5);
        path.moveTo(6.5, 6.5);
        path.cubicTo(12, 7, 12, 11.5, 6.5, 11.5);
        break;
    case Need::Privacy: // a lock
        path.addRoundedRect(QRectF(3.5, 7, 9, 7), 1.5, 1.5);
        path.moveTo(5.5, 7);
        path.cubicTo(5.5, 1, 10.5, 1, 10.5, 7);
        break;
    case Need::Patience: // a clock
        path.addEllipse(QPointF(8, 8), 6, 6);
        path.moveTo(8, 4.5);
        path.lineTo(8, 8);
        path.lineTo(10.5, 9.5);
        break;
    }
    painter.drawPath(path);
    painter.restore();
}

NeedChips::NeedChips(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("needChips"));
    setFont(textFont(sizes::kText, QFont::DemiBold));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void NeedChips::setNeeds(const std::vector<Need> &needs)
{
    if (needs != m_needs) {
        m_needs = needs;
        updateGeometry();
        update();
    }
    sayAloud();
    setVisible(!m_needs.empty());
}

void NeedChips::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    sayAloud();
    updateGeometry();
    update();
}

QString NeedChips::text() const
{
    QStringList words;
    for (const Need need : m_needs)
        words << needWord(need);
    return words.join(QStringLiteral(", "));
}

void NeedChips::sayAloud()
{
    setAccessibleName(m_needs.empty() ? QString() : tr("Needs: %1").arg(text()));
    setToolTip(m_isCompact ? toolTipOf(text()) : QString());
}

int NeedChips::widthOf(Need need) const
{
    const int words = m_isCompact ? 0 : kGap + QFontMetrics(font()).horizontalAdvance(needWord(need)) + 2;
    return 2 * kPad + kPicture + words;
}

std::vector<QRect> NeedChips::boxes(int width) const
{
    std::vector<QRect> all;
    int x = 0;
    int y = 0;
    for (const Need need : m_needs) {
        const int wide = std::min(widthOf(need), std::max(width, 2 * kPad + kPicture));
        if (x > 0 && x + wide > width) {
            x = 0;
            y += kHeight + kGap;
        }
        all.emplace_back(x, y, wide, kHeight);
        x += wide + kGap;
    }
    return all;
}

QSize NeedChips::sizeHint() const
{
    int width = 0;
    for (const Need need : m_needs)
        width += widthOf(need) + kGap;
    return {std::max(0, width - kGap), m_needs.empty() ? 0 : kHeight};
}

QSize NeedChips::minimumSizeHint() const { return {2 * kPad + kPicture, m_needs.empty() ? 0 : kHeight}; }

int NeedChips::heightForWidth(int width) const
{
    const auto all = boxes(width);
    return all.empty() ? 0 : all.back().bottom() + 1;
}

void NeedChips::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto all = boxes(width());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QRectF box(all[i]);
        painter.setPen(theme().warn);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        drawNeed(painter, QRectF(box.left() + kPad, box.center().y() - kPicture / 2.0, kPicture, kPicture),
                 m_needs[i], theme().warn);
        if (m_isCompact)
            continue;
        painter.setPen(theme().ink);
        const QRect words = all[i].adjusted(kPad + kPicture + kGap, 0, -kPad + 2, 0);
        painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetrics(font()).elidedText(needWord(m_needs[i]), Qt::ElideRight, words.width()));
    }
}

void NeedChips::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        sayAloud();
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace tiepdon
