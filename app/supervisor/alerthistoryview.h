// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/alerthistorymodel.h"
#include "app/supervisor/supervisordesk.h"
#include "core/wire/alertmessage.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;
class QTableView;

namespace tiepdon {

class EmptyState;
class StateChip;
class TablePane;

/// Alerts of the last days as the hub keeps them, and at the side what became of one: each step with its time and
/// who did it. Asks the hub when it is shown and when an alert changes. The desk must outlive it.
class AlertHistoryView : public QWidget
{
    Q_OBJECT

public:
    explicit AlertHistoryView(SupervisorDesk &desk, QWidget *parent = nullptr);

    /// Asks the hub at once.
    void load();
    void ask(const AlertHistoryQuery &query, TimeMs toMs, const std::vector<Alert> &so);
    /// Brings times up to now, and asks again what changed while an answer was under way.
    void tick();
    void choose(AlertId alert);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpList();
    [[nodiscard]] QWidget *makeSide();
    void refresh();
    void refreshSide();
    void retranslate();

    SupervisorDesk &m_desk;
    AlertHistoryModel *m_model;
    QComboBox *m_period;
    QLabel *m_count;
    QTableView *m_table;
    TablePane *m_pane;
    QStackedWidget *m_sideStack;
    EmptyState *m_noneChosen;
    StateChip *m_state;
    QLabel *m_text;
    QLabel *m_rule;
    QLabel *m_steps;
    TimeMs m_fromMs = 0; ///< of what is shown
    TimeMs m_toMs = 0;
    bool m_isMore = false;
    bool m_isKnown = false;
    bool m_isAsked = false;
    bool m_isStale = false; ///< something changed since it was asked
    int m_asking = 0;
};

} // namespace tiepdon
