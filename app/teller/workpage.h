// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellerdesk.h"

#include <QWidget>

class QFrame;
class QLabel;
class QStackedWidget;

namespace tiepdon {

class EmptyState;
class ErrorBanner;
class FigureLabel;
class KeyButton;
class QueuePanel;
class TimerRing;
class StateChip;
class TransferPanel;

/// Where the day is worked: queues on the left, the ticket in hand in the middle, what can be done below.
class WorkPage : public QWidget
{
    Q_OBJECT

public:
    explicit WorkPage(TellerDesk &desk, QWidget *parent = nullptr);

    /// Brings times up to the hub's clock.
    void tick();
    void showError(const Error &error);
    void clearError();
    /// Opens the choice of a transfer, as F7 does.
    void openTransfer();
    /// Shows or hides why the ticket in hand, or the next one, comes now.
    void toggleReason();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeTicketCard();
    [[nodiscard]] QWidget *makeButtons();
    void addKeys();
    void onEnter();
    void refresh();
    void refreshTicket();
    void refreshButtons();
    void refreshReason();
    void retranslate();
    [[nodiscard]] QString stepsText(const Ticket &ticket) const;
    [[nodiscard]] QString statusText() const;

    TellerDesk &m_desk;
    QueuePanel *m_queues;
    QStackedWidget *m_centre;
    QFrame *m_card;
    EmptyState *m_free;
    StateChip *m_state;
    FigureLabel *m_number;
    QLabel *m_serviceName;
    QLabel *m_serviceOther;
    QLabel *m_steps;
    TimerRing *m_timer;
    QFrame *m_reasonCard;
    QLabel *m_reason;
    bool m_isReasonAsked = false;
    TicketId m_reasonFor;
    TransferPanel *m_transferPanel;
    ErrorBanner *m_error;
    QLabel *m_status;
    KeyButton *m_call;
    KeyButton *m_start;
    KeyButton *m_finish;
    KeyButton *m_recall;
    KeyButton *m_noShow;
    KeyButton *m_transfer;
};

} // namespace tiepdon
