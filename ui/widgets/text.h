// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace tiepdon {

/// A label of plain text in one of the theme's sizes.
QLabel *plainLabel(QWidget *parent, int pixelSize = sizes::kText, QFont::Weight weight = QFont::Normal);
/// The same in the secondary colour.
QLabel *mutedLabel(QWidget *parent, int pixelSize = sizes::kTextSmall);
/// The text with places where a line may break in words longer than any line has room for.
QString breakable(const QString &text);
/// What a tool tip needs to show a text as it is: Qt takes a tool tip that looks like markup for markup.
QString toolTipOf(const QString &text);
/// Gives a widget a style property and has its style read again.
void setStyleProperty(QWidget &widget, const char *property, const QString &value);

} // namespace tiepdon
