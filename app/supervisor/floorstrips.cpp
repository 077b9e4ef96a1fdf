// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/floorstrips.h"

#include "ui/widgets/elidedlabel.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace tiepdon {

FloorStrips::FloorStrips(SupervisorDesk &desk, QWidget *parent)
    : QWidget(parent), m_profilesButton(new QPushButton(this)), m_peopleButton(new QPushButton(this)),
      m_hint(new ElidedLabel(this)), m_profiles(new ProfileStrip(desk.link(), this)),
      m_people(new PeopleStrip(desk, this))
{
    setObjectName(QStringLiteral("floorStrips"));
    m_profilesButton->setObjectName(QStringLiteral("profilesShownButton"));
    m_peopleButton->setObjectName(QStringLiteral("peopleShownButton"));
    m_hint->setProperty("ink", QStringLiteral("muted"));
    auto *which = new QButtonGroup(this);
    for (QPushButton *button : {m_profilesButton, m_peopleButton}) {
        button->setCheckable(true);
        button->setProperty("kind", QStringLiteral("choice"));
        which->addButton(button);
    }
    m_profilesButton->setChecked(true);
    auto *title = new QHBoxLayout;
    title->setSpacing(8);
    title->addWidget(m_profilesButton);
    title->addWidget(m_peopleButton);
    title->addWidget(m_hint, 1);
    m_people->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(title);
    column->addWidget(m_profiles); // one of them: each as high as it is, with or without a bar to scroll it
    column->addWidget(m_people);
    connect(m_profilesButton, &QPushButton::clicked, this, &FloorStrips::showProfiles);
    connect(m_peopleButton, &QPushButton::clicked, this, &FloorStrips::showPeople);
    retranslate();
}

bool FloorStrips::arePeopleShown() const { return !m_people->isHidden(); }

void FloorStrips::showProfiles()
{
    m_profilesButton->setChecked(true);
    m_people->hide();
    m_profiles->show();
    retranslate();
    refresh();
}

void FloorStrips::showPeople()
{
    m_peopleButton->setChecked(true);
    m_profiles->hide();
    m_people->show();
    retranslate();
    refresh();
}

void FloorStrips::refresh()
{
    if (arePeopleShown())
        m_people->refresh();
    else
        m_profiles->refresh();
}

void FloorStrips::retranslate()
{
    m_profilesButton->setText(tr("Work profiles"));
    m_peopleButton->setText(tr("People"));
    m_hint->setText(arePeopleShown() ? tr("Drag somebody onto a counter, or choose from the counter's menu (F4)")
                                     : tr("Drag one onto a counter, or choose it from the counter's menu (Enter)"));
}

void FloorStrips::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace tiepdon
