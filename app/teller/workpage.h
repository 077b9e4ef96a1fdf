// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellerdesk.h"

#include <QWidget>

class QFrame;
class QLabel;
class QStackedWidget;

namespace tiepdon {

class BreakPanel;
class EmptyState;
class ErrorBanner;
class FigureLabel;
class KeyButton;
class PickPanel;
class QueuePanel;
class TimerRing;
class StateChip;
class TransferPanel;

/// Where the day is worked: queues on the left, the ticket in hand or the break in the middle, what can be done
/// below. Choices open in place above the buttons, one at a time.
class WorkPage : public QWidget
{
    Q_OBJECT

public:
    explicit WorkPage(TellerDesk &desk, QWidget *parent = nullptr);

    /// Brings times up to the hub's clock.
    void tick();
    void showError(const Error &error);
    void clearError();
    /// Closes whatever choice is open.
    void closeChoices() { closePanels(nullptr); }
    /// Opens the choice of a transfer, as F7 does.
    void openTransfer();
    /// What F10 does: opens the choice of a break's reason, or ends the break.
    void toggleBreak();
    /// Opens the search for a ticket, as Ctrl+K does, or the queue of a service.
    void openPick(ServiceId service = {});
    [[nodiscard]] PickPanel &pickPanel() { return *m_pickPanel; }
    /// Shows or hides why the ticket in hand, or the next one, comes now.
    void toggleReason();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeTicketCard();
    [[nodiscard]] QWidget *makeBreakCard();
    [[nodiscard]] QWidget *makeButtons();
    void addKeys();
    void onEnter();
    void refresh();
    void refreshTicket();
    void refreshFree();
    void refreshBreak();
    void refreshButtons();
    void refreshReason();
    void retranslate();
    /// Closes the choices but one, which is about to open; there is room for one thing, so the reason goes too.
    void closePanels(const QWidget *but);
    void onPanelClosed();
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
    StateChip *m_breakState;
    QLabel *m_breakReason;
    QLabel *m_breakWords;
    TimerRing *m_breakTimer;
    TransferPanel *m_transferPanel;
    BreakPanel *m_breakPanel;
    PickPanel *m_pickPanel;
    ErrorBanner *m_error;
    QLabel *m_status;
    TicketId m_breakRefusedFor; ///< a break was asked for with this ticket in hand
    KeyButton *m_call;
    KeyButton *m_resume;
    KeyButton *m_start;
    KeyButton *m_finish;
    KeyButton *m_recall;
    KeyButton *m_noShow;
    KeyButton *m_transfer;
    KeyButton *m_break;
};

} // namespace tiepdon
