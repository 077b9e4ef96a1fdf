// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/text.h"

#include <QVBoxLayout>

namespace tiepdon {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_title(plainLabel(this, sizes::kTitle, QFont::DemiBold)),
      m_hint(mutedLabel(this, sizes::kTextLarge))
{
    setObjectName(QStringLiteral("emptyState"));
    for (QLabel *label : {m_title, m_hint}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    auto *column = new QVBoxLayout(this);
    column->addStretch();
    column->addWidget(m_title);
    column->addSpacing(sizes::kGrid);
    column->addWidget(m_hint);
    column->addStretch();
}

void EmptyState::setTexts(const QString &title, const QString &hint)
{
    m_title->setText(title);
    m_hint->setText(hint);
    setAccessibleName(title + QStringLiteral(". ") + hint);
}

} // namespace tiepdon
