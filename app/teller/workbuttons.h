// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellerdesk.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace tiepdon {

class KeyButton;

/// What can be done now, with the natural next step first, and a line above that says what stands in the way. It
/// says what was pressed; whoever has it does it.
class WorkButtons : public QFrame
{
    Q_OBJECT

public:
    enum class Deed { Call, Start, Finish, Resume, Recall, NoShow, Requeue, WrapUp, Park, Transfer, WalkIn, Break };

    explicit WorkButtons(TellerDesk &desk, QWidget *parent = nullptr);

    void refresh();
    void retranslate();
    /// "Call next" alone, whose wait runs with the clock.
    void tick();
    /// Whether Enter on this button does what Enter does on the page.
    [[nodiscard]] bool isOwnOfEnter(const QPushButton *button) const;
    /// A break was asked for with this ticket in hand.
    void setBreakRefusedFor(TicketId ticket) { m_breakRefusedFor = ticket; }

Q_SIGNALS:
    void pressed(tiepdon::WorkButtons::Deed deed);

private:
    [[nodiscard]] QString statusText() const;

    TellerDesk &m_desk;
    TicketId m_breakRefusedFor;
    QLabel *m_status;
    KeyButton *m_call;
    KeyButton *m_resume;
    KeyButton *m_start;
    KeyButton *m_finish;
    KeyButton *m_recall;
    KeyButton *m_noShow;
    KeyButton *m_requeue;
    KeyButton *m_wrapUp;
    KeyButton *m_park;
    KeyButton *m_transfer;
    KeyButton *m_walkIn;
    KeyButton *m_break;
};

} // namespace tiepdon
