// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text.h"

#include <QStyle>
#include <QVariant>

namespace tiepdon {

QLabel *plainLabel(QWidget *parent, int pixelSize, QFont::Weight weight)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(textFont(pixelSize, weight));
    return label;
}

QLabel *mutedLabel(QWidget *parent, int pixelSize)
{
    QLabel *label = plainLabel(parent, pixelSize);
    label->setProperty("ink", QStringLiteral("muted"));
    return label;
}

QString toolTipOf(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped());
}

void setStyleProperty(QWidget &widget, const char *property, const QString &value)
{
    if (widget.property(property).toString() == value)
        return;
    widget.setProperty(property, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

} // namespace tiepdon
