// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;

namespace tiepdon {

class KeyButton;

/// One of a few, each with a key that works while the keyboard is in its panel: "Alt+1" and on.
class ChoiceRow : public QWidget
{
    Q_OBJECT

public:
    /// Options are named `name` and their number: "due" makes "due1Button". `modifier`: Qt::ALT or Qt::CTRL.
    ChoiceRow(const QString &name, Qt::Modifier modifier, int options, QWidget *panel);

    void setWords(const QString &title, const QStringList &options);
    [[nodiscard]] int chosen() const { return m_chosen; }
    void choose(int option);

Q_SIGNALS:
    void changed();

private:
    QLabel *m_title;
    QHBoxLayout *m_row;
    std::vector<KeyButton *> m_buttons;
    int m_chosen = 0;
};

} // namespace tiepdon
