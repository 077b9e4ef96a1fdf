// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/choicerow.h"

#include "ui/widgets/keybutton.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>

namespace tiepdon {

ChoiceRow::ChoiceRow(const QString &name, Qt::Modifier modifier, int options, QWidget *panel)
    : QWidget(panel), m_title(mutedLabel(this)), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(6);
    m_title->setMinimumWidth(72);
    m_row->addWidget(m_title);
    for (int i = 0; i < options; ++i) {
        const QString key = (modifier == Qt::ALT ? QStringLiteral("Alt+%1") : QStringLiteral("Ctrl+%1")).arg(i + 1);
        auto *button = new KeyButton(key, false, this);
        button->setObjectName(QStringLiteral("%1%2Button").arg(name).arg(i + 1));
        button->setCheckable(true);
        button->setCompact();
        connect(button, &QPushButton::clicked, this, [this, i] { choose(i); });
        auto *shortcut = new QShortcut(QKeySequence(key), panel, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, i] { choose(i); });
        m_row->addWidget(button);
        m_buttons.push_back(button);
    }
    m_row->addStretch();
    m_buttons.front()->setChecked(true);
}

void ChoiceRow::setWords(const QString &title, const QStringList &options)
{
    m_title->setText(title);
    setAccessibleName(title);
    for (int i = 0; i < options.size() && i < static_cast<int>(m_buttons.size()); ++i)
        m_buttons[static_cast<std::size_t>(i)]->setWords(options[i]);
}

void ChoiceRow::choose(int option)
{
    m_chosen = option;
    for (int i = 0; i < static_cast<int>(m_buttons.size()); ++i)
        m_buttons[static_cast<std::size_t>(i)]->setChecked(i == option);
    Q_EMIT changed();
}

} // namespace tiepdon
