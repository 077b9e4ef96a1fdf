// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/choicepanel.h"

#include <QWidget>

class QComboBox;

namespace tiepdon {

/// The choices of a few words: why a break, how far back, why and how long to park, which service for somebody
/// without a ticket, how it came out. One at a time; takes no room when none is open.
class DeskChoices : public QWidget
{
    Q_OBJECT

public:
    explicit DeskChoices(TellerDesk &desk, QWidget *parent = nullptr);

    void openBreak() { open(*m_break); }
    void openRequeue() { open(*m_requeue); }
    void openPark();
    void openWalkIn();
    /// Finishes, with what is chosen as its outcome. `mustSay`: the hub wants one, whatever is known here.
    void openOutcome(bool mustSay = false);
    [[nodiscard]] bool isBreakOpen() const { return m_break->isOpen(); }
    [[nodiscard]] bool isOpen() const;
    /// The one that is open; null when none is.
    [[nodiscard]] ChoicePanel *openPanel() const;
    void close();

Q_SIGNALS:
    void opened();
    void closed();

private:
    void open(ChoicePanel &panel);
    [[nodiscard]] std::optional<ChoiceWords> breakWords() const;
    [[nodiscard]] std::optional<ChoiceWords> requeueWords() const;
    [[nodiscard]] std::optional<ChoiceWords> parkWords();
    [[nodiscard]] std::optional<ChoiceWords> walkInWords();
    [[nodiscard]] std::optional<ChoiceWords> outcomeWords() const;
    void fillSegments();

    TellerDesk &m_desk;
    QComboBox *m_segment;
    ChoicePanel *m_break;
    ChoicePanel *m_requeue;
    ChoicePanel *m_park;
    ChoicePanel *m_walkIn;
    ChoicePanel *m_outcome;
    TicketId m_for; ///< in hand when a choice about it was opened
    std::optional<ParkReason> m_parkReason; ///< chosen already; how long is asked next
    bool m_mustSay = false;
};

} // namespace tiepdon
