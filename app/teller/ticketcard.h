// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellerdesk.h"

#include <QFrame>

class QLabel;

namespace tiepdon {

class FigureLabel;
class SegmentChip;
class StateChip;
class TellerCustomer;
class TimerRing;

/// The ticket in hand: how it stands, its number, who the person is to the branch and what they need, the visit so
/// far and what is planned, and the time it takes.
class TicketCard : public QFrame
{
    Q_OBJECT

public:
    explicit TicketCard(TellerDesk &desk, QWidget *parent = nullptr);

    /// Brings everything up to the hub's time now; nothing without a ticket.
    void refresh();
    void retranslate();
    /// Whose ticket it is is known there.
    void setCustomer(const TellerCustomer &customer) { m_customer = &customer; }
    /// How much room there is: all of it, beside a choice, or only for what says whom it is about.
    enum class Room { Full, Less, Least };
    void setRoom(Room room);

private:
    void refreshCalled();
    void refreshState(const Ticket &ticket);
    [[nodiscard]] QString stepsText(const Ticket &ticket) const;

    TellerDesk &m_desk;
    const TellerCustomer *m_customer = nullptr;
    StateChip *m_state;
    FigureLabel *m_number;
    QLabel *m_called;
    SegmentChip *m_segment;
    QLabel *m_facts;
    QLabel *m_serviceName;
    QLabel *m_serviceOther;
    QLabel *m_steps;
    QLabel *m_planned;
    TimerRing *m_timer;
    Room m_room = Room::Full;
};

/// What is to be known of a ticket besides its service: a booked time, a language, whom it waits for alone.
QStringList factsOf(const BranchState &branch, const Ticket &ticket);

} // namespace tiepdon
