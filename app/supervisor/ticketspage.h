// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/actionpanel.h"
#include "app/supervisor/supervisordesk.h"
#include "app/supervisor/ticketsmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;

namespace tiepdon {

class EmptyState;
class ErrorBanner;
class TablePane;
class KeyButton;
class PersonPanel;
class SegmentChip;
class TicketNumber;

/// All tickets that wait or are served, and today's that can be restored: found by number, service or state, and
/// what can be done with the chosen one at the side.
class TicketsPage : public QWidget
{
    Q_OBJECT

public:
    explicit TicketsPage(SupervisorDesk &desk, QWidget *parent = nullptr);

    void tick();
    /// Those who wait for one service.
    void showQueue(ServiceId service);
    void showWhich(TicketsFilter::Which which);
    /// Chooses a ticket, if it is among those shown.
    void choose(TicketId ticket);
    /// Puts the keyboard where a number is typed.
    void find();
    [[nodiscard]] ActionPanel &action() { return *m_action; }
    [[nodiscard]] PersonPanel &person() { return *m_person; }
    /// Shows who came in, and says whose the chosen ticket is; or puts that away.
    void togglePerson();
    [[nodiscard]] TicketId chosen() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeFilters();
    [[nodiscard]] QWidget *makeCard();
    void addKeys();
    void fillServices();
    void fillSegments();
    void filterSegment();
    /// Why a list without rows is empty.
    void sayNobody();
    void refresh();
    void refreshCard();
    void retranslate();
    void ask(Action::Kind kind);
    void lower();
    /// The row of the list that what was typed means.
    [[nodiscard]] int rowMeant(const QString &typed) const;
    [[nodiscard]] const Ticket *ticket() const;

    SupervisorDesk &m_desk;
    TicketsModel *m_tickets;
    TicketsFilter *m_filter;
    QLineEdit *m_number;
    QComboBox *m_service;
    QComboBox *m_segment;
    QComboBox *m_which;
    QLabel *m_count;
    QTableView *m_table;
    TablePane *m_pane;
    QStackedWidget *m_side;
    QStackedWidget *m_cardStack;
    EmptyState *m_noneChosen;
    TicketNumber *m_card;
    QLabel *m_cardService;
    SegmentChip *m_cardSegment;
    QLabel *m_cardWhy;
    QLabel *m_cardDetail;
    ErrorBanner *m_error;
    KeyButton *m_transfer;
    KeyButton *m_raise;
    KeyButton *m_lower;
    KeyButton *m_who;
    KeyButton *m_cancel;
    KeyButton *m_restore;
    ActionPanel *m_action;
    PersonPanel *m_person;
    KeyButton *m_personOpen;
    bool m_isRemoving = false; ///< rows are leaving the list: what is current then was not chosen
    TicketId m_chosen;
};

} // namespace tiepdon
