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

QString breakable(const QString &text)
{
    constexpr int kWordMax = 20;
    QString broken;
    int word = 0;
    for (const QChar c : text) {
        word = c.isSpace() ? 0 : word + 1;
        broken += c;
        if (word >= kWordMax && !c.isHighSurrogate()) {
            broken += QChar(0x200B); // a blank of no width
            word = 0;
        }
    }
    return broken;
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
