// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include <vector>

class QWidget;

namespace tiepdon::gallery {

/// A piece of text as it was painted: what is on the screen, in the coordinates of the widget that was painted.
/// `rect` is from its capitals' top to the line it stands on.
struct PaintedText {
    QString text;
    QRectF rect;
};

/// Everything a widget and its children paint as text, in order.
std::vector<PaintedText> paintedTexts(QWidget &widget);

} // namespace tiepdon::gallery
