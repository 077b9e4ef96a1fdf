// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellercustomer.h"
#include "app/teller/tellerdesk.h"
#include "app/teller/workbuttons.h"

#include <QWidget>

#include <array>
#include <functional>
#include <utility>
#include <vector>

class QFrame;
class QLabel;
class QStackedWidget;

namespace tiepdon {

class ChoicePanel;
class CustomerPanels;
class DeskChoices;
class DeskPanel;
class EmptyState;
class ErrorBanner;
class GoalStrip;
class MessageLine;
class NoteBar;
class ParkedPanel;
class PickPanel;
class ProfilePanel;
class QueuePanel;
class ScanWatch;
class StateChip;
class TicketCard;
class TimerRing;
class TransferPanel;

/// Where the day is worked: queues on the left, the ticket in hand or the break in the middle, what is known of the
/// person on the right, what can be done below. Choices open in place above the buttons, one at a time.
class WorkPage : public QWidget
{
    Q_OBJECT

public:
    explicit WorkPage(TellerDesk &desk, QWidget *parent = nullptr);

    /// Brings times up to the hub's clock.
    void tick();
    /// Says it in place; where an outcome was wanted it is asked for.
    void showError(const Error &error);
    void clearError();
    /// Closes whatever choice is open.
    void closeChoices() { closePanels(nullptr); }
    /// Opens the choice of a transfer, as F7 does.
    void openTransfer();
    /// What F2 does: calls the next, or takes the call for whoever comes back.
    void callOrForget();
    /// What F6 does: parks who is being served, or shows who is parked.
    void parkOrShow();
    void openParked();
    void openRequeue();
    void openWalkIn();
    /// What F9 does: finishes, and asks how it came out where the branch wants to know.
    void finish();
    /// What F10 does: opens the choice of a break's reason, or ends the break.
    void toggleBreak();
    /// Opens the queue of a service, or of all, to call one of its people.
    void openPick(ServiceId service = {});
    [[nodiscard]] PickPanel &pickPanel() { return *m_pickPanel; }
    [[nodiscard]] TransferPanel &transferPanel() { return *m_transferPanel; }
    /// Who is at the counter, was last, or comes next.
    [[nodiscard]] TellerCustomer &customer() { return *m_customer; }
    [[nodiscard]] CustomerPanels &customerPanels() { return *m_customers; }
    /// Shows or hides why the ticket in hand, or the next one, comes now.
    void toggleReason();

    /// Does what a key does here, for a view beside this one; the keyboard need not be in the window. A figure or
    /// Enter answers the choice that is open, Escape closes it. False when the key does nothing here.
    bool press(QKeyCombination key);
    /// The choice that is asked in place, of those a figure answers; null when none is.
    [[nodiscard]] const ChoicePanel *asked() const;
    /// Something else is open that only this window can show.
    [[nodiscard]] bool isSearching() const;
    /// What went wrong last; empty when nothing did.
    [[nodiscard]] QString errorText() const;
    /// Whether somebody reached their goal is asked, and nothing stands in the way of an answer; empty otherwise.
    [[nodiscard]] QString goalQuestion() const;
    /// What was noted; empty when nothing was, or it was closed.
    [[nodiscard]] QString note() const;
    /// The reason's one line while it is asked for; empty otherwise.
    [[nodiscard]] QString reasonLine() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeCentre();
    [[nodiscard]] QWidget *makeBreakCard();
    void connectCustomers();
    void onPressed(WorkButtons::Deed deed);
    void addKeys();
    void onEnter();
    void onEscape();
    void onCameBack(const QString &number);
    void refresh();
    void giveRoom();
    void refreshCentre();
    void refreshFree();
    void refreshBreak();
    void refreshReason();
    void retranslate();
    [[nodiscard]] bool isChoosing() const;
    [[nodiscard]] ChoicePanel *openChoice() const;
    /// Closes the choices but one, which is about to open; there is room for one thing, so the reason goes too.
    void closePanels(const QWidget *but);
    void onPanelClosed();
    void onPanelOpened();

    TellerDesk &m_desk;
    QueuePanel *m_queues;
    QStackedWidget *m_centre;
    TicketCard *m_card;
    EmptyState *m_free;
    QFrame *m_reasonCard;
    QLabel *m_reason;
    bool m_isReasonAsked = false;
    TicketId m_reasonFor;
    std::vector<std::pair<QKeyCombination, std::function<void()>>> m_keys; ///< the window's own
    StateChip *m_breakState;
    QLabel *m_breakReason;
    QLabel *m_breakWords;
    TimerRing *m_breakTimer;
    TransferPanel *m_transferPanel;
    PickPanel *m_pickPanel;
    ParkedPanel *m_parkedPanel;
    std::array<DeskPanel *, 3> m_panels; ///< those three
    DeskChoices *m_choices;
    MessageLine *m_message;
    NoteBar *m_note;
    ErrorBanner *m_error;
    WorkButtons *m_buttons;
    TellerCustomer *m_customer;
    ProfilePanel *m_profile;
    CustomerPanels *m_customers;
    GoalStrip *m_goal;
    ScanWatch *m_scans;
};

} // namespace tiepdon
