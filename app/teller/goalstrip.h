// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellercustomer.h"

#include <QFrame>
#include <QTimer>

#include <array>

class QLabel;
class QPushButton;
class QShortcut;

namespace tiepdon {

class KeyButton;

/// After a service: did the customer reach their goal? Answered with 1, 2 or 3, or left: it never stands in the way
/// and goes with the next call. A figure counts once no other key follows at once, so that a scanner answers
/// nothing.
class GoalStrip : public QFrame
{
    Q_OBJECT

public:
    explicit GoalStrip(TellerCustomer &customer, QWidget *parent = nullptr);

    [[nodiscard]] bool isAsking() const { return m_ticket.isSet(); }

    /// What is asked, in the language spoken; empty while nothing is.
    [[nodiscard]] QString question() const;
    /// As its figure does; false while nothing is asked or for another figure.
    bool choose(int figure);
    /// The figures are not its own while a choice is open.
    void setQuiet(bool isQuiet);
    /// Another key followed at once: it was no answer.
    void forgetChosen() { m_settle.stop(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void retranslate();
    void answer(GoalReached reached);
    void close();

    static constexpr std::array kAnswers{GoalReached::Yes, GoalReached::Partly, GoalReached::No};

    TellerCustomer &m_customer;
    QLabel *m_question;
    std::array<KeyButton *, kAnswers.size()> m_answers{};
    std::array<QShortcut *, kAnswers.size()> m_keys{};
    QPushButton *m_close;
    QTimer m_settle;
    GoalReached m_chosen = GoalReached::NotSaid;
    TicketId m_served; ///< in service here, as of the last look
    QString m_servedNumber;
    QString m_servedGoal;
    TicketId m_ticket; ///< asked about
};

} // namespace tiepdon
