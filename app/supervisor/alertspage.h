// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/supervisordesk.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace tiepdon {

class AlertHistoryView;
class AlertRulesView;

/// What is watched in the branch, and what came of it: the rules of alerts, and the alerts there were. Open ones
/// stand beside the floor. The desk must outlive it.
class AlertsPage : public QWidget
{
    Q_OBJECT

public:
    explicit AlertsPage(SupervisorDesk &desk, QWidget *parent = nullptr);

    [[nodiscard]] AlertRulesView &rules() { return *m_rules; }
    [[nodiscard]] AlertHistoryView &history() { return *m_history; }
    /// Puts something under the list of rules; taken over.
    void addFoot(QWidget *foot);
    void showRules();
    void showHistory();
    /// Before it is shown.
    void load();
    /// Each second while it is shown.
    void tick();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QPushButton *m_rulesButton;
    QPushButton *m_historyButton;
    QStackedWidget *m_stack;
    AlertRulesView *m_rules;
    AlertHistoryView *m_history;
};

} // namespace tiepdon
