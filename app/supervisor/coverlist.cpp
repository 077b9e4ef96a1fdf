// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/coverlist.h"

#include "ui/theme/figures.h"
#include "ui/theme/shapes.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kLineHeight = 6 * sizes::kGrid;
constexpr int kLinesMin = 3;
constexpr int kShape = 12;
constexpr int kIndent = 20;

} // namespace

CoverList::CoverList(QWidget *parent) : QWidget(parent)
{
    setFont(textFont(sizes::kText, QFont::Medium));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void CoverList::setLines(std::vector<Line> lines)
{
    if (lines == m_lines)
        return;
    m_lines = std::move(lines);
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString CoverList::text() const
{
    QStringList all;
    for (const Line &line : m_lines) {
        const QString words = tr("%1: %2 counters").arg(line.name, line.change);
        all << (line.side.isEmpty() ? words : words + QStringLiteral(", ") + line.side);
    }
    return all.join(QStringLiteral("; "));
}

int CoverList::wantedLines() const { return std::min(kLinesMax + 1, static_cast<int>(m_lines.size())); }

QSize CoverList::sizeHint() const { return {240, wantedLines() * kLineHeight}; }

QSize CoverList::minimumSizeHint() const { return {120, std::min(kLinesMin, wantedLines()) * kLineHeight}; }

void CoverList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont sideFont = textFont(sizes::kTextSmall);
    const int all = static_cast<int>(m_lines.size());
    const int room = std::min(wantedLines(), height() / kLineHeight);
    const int shown = all <= room ? all : std::max(0, room - 1);
    qreal sideWidth = 0;
    qreal changeWidth = 0;
    for (const Line &line : m_lines) {
        sideWidth = std::max(sideWidth, figuresWidth(sideFont, line.side));
        changeWidth = std::max(changeWidth, figuresWidth(font(), line.change));
    }
    for (int i = 0; i < shown; ++i) {
        const Line &line = m_lines[static_cast<std::size_t>(i)];
        const QRectF row(0, i * kLineHeight, width(), kLineHeight);
        drawShape(painter, QRectF(1, row.center().y() - kShape / 2.0, kShape, kShape), line.tone);
        painter.setFont(font());
        painter.setPen(line.tone == Tone::Warn || line.tone == Tone::Bad ? colourOf(line.tone) : theme().ink);
        const QRectF change = row.adjusted(0, 0, sideWidth > 0 ? -sideWidth - 12 : 0, 0);
        drawFigures(painter, change, Qt::AlignRight, line.change);
        const QRectF name = row.adjusted(kIndent, 0, change.right() - row.right() - changeWidth - 8, 0);
        painter.drawText(
            name, Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(font()).elidedText(line.name, Qt::ElideRight, static_cast<int>(name.width())));
        painter.setFont(sideFont);
        painter.setPen(theme().muted);
        drawFigures(painter, row, Qt::AlignRight, line.side);
    }
    const int more = all - shown;
    if (more > 0) {
        painter.setFont(sideFont);
        painter.setPen(theme().muted);
        painter.drawText(QRectF(kIndent, shown * kLineHeight, width() - kIndent, kLineHeight),
                         Qt::AlignVCenter | Qt::TextSingleLine, tr("and %1 more").arg(more));
    }
}

} // namespace tiepdon
