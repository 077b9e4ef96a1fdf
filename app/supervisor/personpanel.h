// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/supervisordesk.h"
#include "core/wire/customermessage.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace tiepdon {

class ErrorBanner;
class KeyButton;

/// For who greets: those whom another system saw come in, or somebody looked for by one field or a scan; says whose
/// the chosen ticket is, or gives a ticket to somebody who has none. Hidden until opened. The desk must outlive it.
class PersonPanel : public QFrame
{
    Q_OBJECT

public:
    explicit PersonPanel(SupervisorDesk &desk, QWidget *parent = nullptr);

    void open(TicketId ticket);
    /// Another ticket is chosen; 0: none.
    void setTicket(TicketId ticket);
    void close();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// Asks anew who came in, when the last answer is older than a moment.
    void tick();
    /// Whether who is signed in may say whose a ticket is.
    [[nodiscard]] static bool mayWork(const SupervisorDesk &desk);
    /// Looks at once for what was typed.
    void look();

Q_SIGNALS:
    void shownChanged();
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    /// Somebody in the list.
    struct Person {
        CustomerId customer;
        TicketId ticket; ///< open and theirs already; 0: none
        QString name;
        QString facts;
        friend bool operator==(const Person &, const Person &) = default;
    };

    [[nodiscard]] static QString sourceWord(ArrivalSource source);
    [[nodiscard]] static QString nameWith(AddressForm form, const std::string &name);
    void lookForArrivals();
    void show(std::vector<Person> people);
    void linkChosen();
    void giveTicket();
    void onEnter();
    void refresh();
    void fillServices();
    void retranslate();
    [[nodiscard]] const Person *chosen() const;
    [[nodiscard]] const Ticket *ticket() const { return m_desk.branch().ticket(m_ticket); }
    [[nodiscard]] QString numberOf(TicketId ticket) const;

    SupervisorDesk &m_desk;
    bool m_isOpen = false;
    TicketId m_ticket;
    std::vector<Person> m_people;
    QLabel *m_title;
    QLabel *m_hint;
    QLineEdit *m_find;
    QLabel *m_listTitle;
    QListWidget *m_list;
    QLabel *m_empty;
    KeyButton *m_link;
    QLabel *m_serviceTitle;
    QComboBox *m_service;
    KeyButton *m_give;
    KeyButton *m_close;
    QLabel *m_note;
    ErrorBanner *m_error;
    QTimer m_pause; ///< in typing, after which is looked
    QElapsedTimer m_since; ///< the last answer about arrivals
    int m_asking = 0; ///< counts what was asked
    bool m_isAsking = false;
    bool m_isLooking = false; ///< for what was typed, not for arrivals
    bool m_isSending = false;
};

} // namespace tiepdon
