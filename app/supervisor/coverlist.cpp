// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/coverlist.h"

#include "ui/theme/figures.h"
#include "ui/theme/shapes.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace tiepdon {
namespace {

constexpr int kLineHeight = 7 * sizes::kGrid;
constexpr int kShape = 12;
constexpr int kIndent = 20;

} // namespace

CoverList::CoverList(QWidget *parent) : QWidget(parent)
{
    setFont(textFont(sizes::kText, QFont::Medium));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
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
    for (const Line &line : m_lines)
        all << (line.side.isEmpty() ? line.words : line.words + QStringLiteral(", ") + line.side);
    return all.join(QStringLiteral("; "));
}

int CoverList::shownLines() const { return std::min(kLinesMax, static_cast<int>(m_lines.size())); }

QSize CoverList::sizeHint() const
{
    const bool hasMore = static_cast<int>(m_lines.size()) > kLinesMax;
    return {240, (shownLines() + (hasMore ? 1 : 0)) * kLineHeight};
}

void CoverList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont sideFont = textFont(sizes::kTextSmall);
    for (int i = 0; i < shownLines(); ++i) {
        const Line &line = m_lines[static_cast<std::size_t>(i)];
        const QRectF row(0, i * kLineHeight, width(), kLineHeight);
        drawShape(painter, QRectF(1, row.center().y() - kShape / 2.0, kShape, kShape), line.tone);
        const qreal side = line.side.isEmpty() ? 0 : figuresWidth(sideFont, line.side) + 12;
        painter.setFont(font());
        painter.setPen(line.tone == Tone::Warn || line.tone == Tone::Bad ? colourOf(line.tone) : theme().ink);
        const QRectF words = row.adjusted(kIndent, 0, -side, 0);
        drawFigures(painter, words, Qt::AlignLeft,
                    QFontMetrics(font()).elidedText(line.words, Qt::ElideMiddle, static_cast<int>(words.width())));
        painter.setFont(sideFont);
        painter.setPen(theme().muted);
        drawFigures(painter, row, Qt::AlignRight, line.side);
    }
    const int more = static_cast<int>(m_lines.size()) - shownLines();
    if (more > 0) {
        painter.setFont(sideFont);
        painter.setPen(theme().muted);
        painter.drawText(QRectF(kIndent, shownLines() * kLineHeight, width() - kIndent, kLineHeight),
                         Qt::AlignVCenter | Qt::TextSingleLine, tr("and %1 more").arg(more));
    }
}

} // namespace tiepdon
