// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QRectF>

class QPainter;

namespace tiepdon {

/// The shape that goes with a tone, so that colour never speaks alone: neutral an open circle, good a full
/// circle, warn a triangle, bad an octagon with a bar, info a diamond.
void drawShape(QPainter &painter, const QRectF &rect, Tone tone);

/// An arrow to the right that fills the rectangle, in the painter's brush.
void drawArrow(QPainter &painter, const QRectF &rect);

} // namespace tiepdon
