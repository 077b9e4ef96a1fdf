// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

// Tabular figures. Qt 6.4 cannot switch on a font's own (`tnum`), so digits are laid out in cells as wide as
// the widest digit of the font: a number keeps its place while it counts.

namespace tiepdon {

/// Width of a text drawn by `drawFigures`, in pixels.
qreal figuresWidth(const QFont &font, const QString &text);

/// Draws one line with the painter's font and pen, each digit in its cell. Does not shrink or clip.
void drawFigures(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text);

} // namespace tiepdon
