// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/deskpanel.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;

namespace tiepdon {

class KeyButton;
class WaitingFilter;
class WaitingModel;

/// Finds a ticket by its number or in a service's queue, says how it stands, and calls it if it waits and the
/// counter is free. In place; hidden until opened.
class PickPanel : public DeskPanel
{
    Q_OBJECT

public:
    explicit PickPanel(TellerDesk &desk, QWidget *parent = nullptr);

    /// With the queue of a service, or of all with 0, and the cursor where a number is typed. Nothing while nobody
    /// is at work here.
    void open(ServiceId service = {});
    /// Brings the waits up to the hub's time now; nothing while hidden.
    void tick();

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void onEnter() override;
    void follow() override;
    void retranslate() override;

private:
    void refresh();
    void fillServices();
    void onTyped();
    void callChosen();
    [[nodiscard]] TicketId chosen() const;
    void choose(TicketId ticket);
    [[nodiscard]] QString hint() const;

    WaitingModel *m_waiting;
    WaitingFilter *m_filter;
    QLabel *m_title;
    QLineEdit *m_number;
    QComboBox *m_service;
    QListView *m_list;
    QLabel *m_hint;
    KeyButton *m_call;
    KeyButton *m_cancel;
    TicketId m_inHand; ///< when it was opened
    QString m_chosenNumber; ///< the last that was chosen, also when its ticket is not known any more
    QString m_gone; ///< number that was chosen when it left the list
};

/// Where a ticket that does not wait in a queue is, as far as known; empty for what is no number of today.
QString whereabouts(const BranchState &branch, const QString &typed);

} // namespace tiepdon
