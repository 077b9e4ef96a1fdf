// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellerdesk.h"

#include <QFrame>

class QLabel;
class QListWidget;
class QRadioButton;

namespace tiepdon {

class KeyButton;

/// Where the ticket in hand goes to: chosen in place, by keyboard or mouse. Hidden until opened.
class TransferPanel : public QFrame
{
    Q_OBJECT

public:
    explicit TransferPanel(TellerDesk &desk, QWidget *parent = nullptr);

    /// Shows the choice for the ticket in hand; nothing when there is none.
    void open();
    void close();

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void retranslate();
    void refresh();
    void confirm();
    [[nodiscard]] command::TransferPlace place() const;

    TellerDesk &m_desk;
    TicketId m_ticket;
    QLabel *m_title;
    QListWidget *m_services;
    QLabel *m_placeTitle;
    QRadioButton *m_byTime;
    QRadioButton *m_first;
    QRadioButton *m_last;
    KeyButton *m_confirm;
    KeyButton *m_cancel;
};

} // namespace tiepdon
