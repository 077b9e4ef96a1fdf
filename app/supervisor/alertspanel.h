// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/supervisordesk.h"

#include <QFrame>

#include <set>
#include <vector>

class QLabel;
class QListWidget;

namespace tiepdon {

class ErrorBanner;
class KeyButton;

/// The alerts that are open, worst first, beside the floor: what, where, since when, who has it. A takes the chosen
/// one up, Enter goes to where something can be done about it. The desk must outlive it.
class AlertsPanel : public QFrame
{
    Q_OBJECT

public:
    explicit AlertsPanel(SupervisorDesk &desk, QWidget *parent = nullptr);

    /// Brings it up to the alerts and the hub's time now.
    void refresh();
    /// So many are shown at once, at least one; others are scrolled to.
    void setRowsMax(int rows);
    /// Takes the keyboard, at the first alert.
    void takeKeyboard();
    /// Of those shown; null for none.
    [[nodiscard]] const Alert *chosen() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_alerts.size()); }
    void acknowledge();
    void act();

Q_SIGNALS:
    /// The person wants to do something about it.
    void actAsked(const tiepdon::Alert &alert);
    /// Another number of alerts is shown.
    void countChanged();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void giveRoom();
    void onChosen();
    void refreshButtons();
    void retranslate();

    SupervisorDesk &m_desk;
    QLabel *m_title;
    QLabel *m_empty;
    QListWidget *m_list;
    ErrorBanner *m_error;
    QWidget *m_buttons;
    KeyButton *m_take;
    KeyButton *m_act;
    std::vector<Alert> m_alerts; ///< as shown
    AlertId m_chosen; ///< also when it is over: what stands in its place was not chosen
    std::set<AlertId> m_taking; ///< taken up here, not answered yet
    int m_rowsMax = 2;
};

} // namespace tiepdon
