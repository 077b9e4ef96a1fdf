// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errorbanner.h"
#include "ui/widgets/figurelabel.h"
#include "ui/widgets/inlinequestion.h"
#include "ui/widgets/spoken.h"

#include <QAccessible>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tiepdon;

namespace {

class PaintedButton : public QAbstractButton
{
protected:
    void paintEvent(QPaintEvent *) override {}
};

} // namespace

/// What the project's own widgets are to a screen reader.
class TestSpoken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(ThemeKind::Light);
        installSpokenRoles();
    }

    void aPaintedTextIsALabel()
    {
        QWidget window;
        FigureLabel number(&window);
        number.setText(QStringLiteral("A001"));
        QCOMPARE(roleOf(number), QAccessible::StaticText);
        number.setMeaning(QStringLiteral("Ticket"));
        QCOMPARE(QAccessible::queryAccessibleInterface(&number)->text(QAccessible::Name),
                 QStringLiteral("Ticket A001"));
    }

    void whatHoldsOthersIsNone()
    {
        QWidget window;
        EmptyState state(&window); // has a name, and two labels that say the same
        state.setTexts(QStringLiteral("Nothing"), QStringLiteral("Something will come."));
        QVERIFY(roleOf(state) != QAccessible::StaticText);
        QFrame panel(&window);
        QCOMPARE(roleOf(panel), QAccessible::Grouping);
        QCOMPARE(roleOf(window), QAccessible::Window);
    }

    void anErrorAndAQuestionAreAlerts()
    {
        QWidget window;
        QCOMPARE(roleOf(*new ErrorBanner(&window)), QAccessible::AlertMessage);
        QCOMPARE(roleOf(*new InlineQuestion(&window)), QAccessible::AlertMessage);
    }

    void aPaintedButtonIsPressedAndNotToggled()
    {
        PaintedButton button;
        button.setCheckable(true);
        button.setChecked(true);
        QSignalSpy clicked(&button, &QAbstractButton::clicked);
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&button);
        QCOMPARE(spoken->role(), QAccessible::Button);
        QVERIFY(spoken->state().selected);
        QCOMPARE(spoken->actionInterface()->actionNames().constFirst(), QAccessibleActionInterface::pressAction());
        spoken->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTRY_COMPARE(clicked.size(), 1);
        button.setEnabled(false);
        QVERIFY(!spoken->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));
    }

    void qtsOwnStayWhatTheyAre()
    {
        QWidget window;
        QCOMPARE(roleOf(*new QLabel(QStringLiteral("a"), &window)), QAccessible::StaticText);
        QCOMPARE(roleOf(*new QPushButton(QStringLiteral("a"), &window)), QAccessible::PushButton);
        QCOMPARE(roleOf(*new QListView(&window)), QAccessible::List);
    }

private:
    static QAccessible::Role roleOf(QWidget &widget)
    {
        return QAccessible::queryAccessibleInterface(&widget)->role();
    }
};

QTEST_MAIN(TestSpoken)
#include "tst_spoken.moc"
