// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/spoken.h"

#include <QAccessibleWidget>
#include <QWidget>

namespace tiepdon {
namespace {

/// A widget of no class Qt knows.
class SpokenWidget : public QAccessibleWidget
{
public:
    explicit SpokenWidget(QWidget *widget) : QAccessibleWidget(widget) {}

    [[nodiscard]] QAccessible::Role role() const override
    {
        if (widget()->isWindow())
            return QAccessible::Window;
        const bool isText = widget()->focusPolicy() == Qt::NoFocus && !widget()->accessibleName().isEmpty()
            && childCount() == 0;
        return isText ? QAccessible::StaticText : QAccessibleWidget::role();
    }
};

QAccessibleInterface *spoken(const QString &className, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (!widget)
        return nullptr;
    if (className == QLatin1String("QWidget"))
        return new SpokenWidget(widget);
    if (className == QLatin1String("QFrame"))
        return new QAccessibleWidget(widget, QAccessible::Grouping);
    if (className == QLatin1String("tiepdon::ErrorBanner") || className == QLatin1String("tiepdon::InlineQuestion"))
        return new QAccessibleWidget(widget, QAccessible::AlertMessage);
    return nullptr;
}

} // namespace

void installSpokenRoles() { QAccessible::installFactory(spoken); }

} // namespace tiepdon
