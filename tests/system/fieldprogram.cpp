// SPDX-License-Identifier: GPL-3.0-or-later
// Stands for the software a teller works in: a window over the whole screen with one field. Every change is a line
// on stdout, "text …" what the field holds, "active 0" when the window has lost the keyboard and "active 1" when it
// has it, "ready" once it is shown.
#include <QApplication>
#include <QLineEdit>
#include <QScreen>
#include <QVBoxLayout>
#include <QWidget>

#include <cstdio>

namespace {

void say(const QString &line)
{
    std::printf("%s\n", line.toUtf8().constData());
    std::fflush(stdout);
}

class Field : public QWidget
{
public:
    Field()
    {
        setWindowTitle(QStringLiteral("Core banking"));
        auto *edit = new QLineEdit(this);
        auto *column = new QVBoxLayout(this);
        column->addSpacing(200);
        column->addWidget(edit);
        column->addStretch();
        connect(edit, &QLineEdit::textChanged, this,
                [](const QString &text) { say(QStringLiteral("text ") + text); });
        edit->setFocus();
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::WindowActivate)
            say(QStringLiteral("active 1"));
        if (event->type() == QEvent::WindowDeactivate)
            say(QStringLiteral("active 0"));
        return QWidget::event(event);
    }
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    Field field;
    field.setGeometry(app.primaryScreen()->geometry());
    field.show();
    field.activateWindow();
    say(QStringLiteral("ready"));
    return app.exec();
}
