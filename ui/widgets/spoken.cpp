// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/spoken.h"

#include <QAbstractButton>
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

/// A button that paints itself. Qt would take one that can be marked for a check box, and "toggle" it without a click.
class SpokenButton : public QAccessibleWidget
{
public:
    explicit SpokenButton(QWidget *widget) : QAccessibleWidget(widget, QAccessible::Button) {}

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State now = QAccessibleWidget::state();
        now.selected = button()->isChecked();
        return now;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (widget()->isEnabled())
            names.prepend(pressAction());
        return names;
    }
    void doAction(const QString &action) override
    {
        if (action == pressAction())
            button()->animateClick();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    [[nodiscard]] QAbstractButton *button() const { return qobject_cast<QAbstractButton *>(widget()); }
};

QAccessibleInterface *spoken(const QString &className, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (!widget)
        return nullptr;
    if (className == QLatin1String("QWidget"))
        return new SpokenWidget(widget);
    if (className == QLatin1String("QAbstractButton"))
        return new SpokenButton(widget);
    if (className == QLatin1String("QFrame"))
        return new QAccessibleWidget(widget, QAccessible::Grouping);
    if (className == QLatin1String("tiepdon::ErrorBanner") || className == QLatin1String("tiepdon::InlineQuestion")
        || className == QLatin1String("tiepdon::UndoBar") || className == QLatin1String("tiepdon::NoteBar"))
        return new QAccessibleWidget(widget, QAccessible::AlertMessage);
    return nullptr;
}

} // namespace

void installSpokenRoles() { QAccessible::installFactory(spoken); }

} // namespace tiepdon
