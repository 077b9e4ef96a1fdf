// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/alertspage.h"

#include "app/supervisor/alerthistoryview.h"
#include "app/supervisor/alertrulesview.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tiepdon {

AlertsPage::AlertsPage(SupervisorDesk &desk, QWidget *parent)
    : QWidget(parent), m_rulesButton(new QPushButton(this)), m_historyButton(new QPushButton(this)),
      m_stack(new QStackedWidget(this)), m_rules(new AlertRulesView(desk, this)),
      m_history(new AlertHistoryView(desk, this))
{
    setObjectName(QStringLiteral("alertsPage"));
    m_rulesButton->setObjectName(QStringLiteral("alertRulesButton"));
    m_historyButton->setObjectName(QStringLiteral("alertHistoryButton"));
    auto *group = new QButtonGroup(this);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    for (QPushButton *button : {m_rulesButton, m_historyButton}) {
        button->setCheckable(true);
        group->addButton(button);
        bar->addWidget(button);
    }
    bar->addStretch();
    m_rulesButton->setChecked(true);
    m_stack->addWidget(m_rules);
    m_stack->addWidget(m_history);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(12);
    column->addLayout(bar);
    column->addWidget(m_stack, 1);
    connect(m_rulesButton, &QPushButton::clicked, this, &AlertsPage::showRules);
    connect(m_historyButton, &QPushButton::clicked, this, &AlertsPage::showHistory);
    setFocusProxy(m_rules);
    retranslate();
}

void AlertsPage::addFoot(QWidget *foot) { m_rules->addFoot(foot); }

void AlertsPage::showRules()
{
    m_rulesButton->setChecked(true);
    m_stack->setCurrentWidget(m_rules);
    setFocusProxy(m_rules);
    m_rules->refresh();
}

void AlertsPage::showHistory()
{
    m_historyButton->setChecked(true);
    m_stack->setCurrentWidget(m_history);
    setFocusProxy(m_history);
    m_history->load();
}

void AlertsPage::load()
{
    m_rules->refresh();
    if (m_stack->currentWidget() == m_history)
        m_history->load();
}

void AlertsPage::tick()
{
    if (m_stack->currentWidget() == m_history)
        m_history->tick();
}

void AlertsPage::retranslate()
{
    m_rulesButton->setText(tr("Rules"));
    m_historyButton->setText(tr("Earlier alerts"));
}

void AlertsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tiepdon
