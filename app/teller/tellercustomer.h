// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teller/tellerdesk.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>

namespace tiepdon {

/// What is known of one person at this counter.
struct KnownPerson {
    TicketId ticket = {}; ///< 0: found by a search, with no ticket here
    CustomerId customer = {}; ///< whose the ticket is; 0: nobody said
    bool isCalled = false; ///< the ticket is in hand
    bool isLoading = false;
    std::optional<CardAnswer> answer = {}; ///< nothing before the first answer
    std::optional<Error> problem = {}; ///< why there is none, or none newer

    [[nodiscard]] const CustomerCard *card() const { return answer && answer->card ? &*answer->card : nullptr; }
};

/// Of whom something is written: a customer, or a visit while nobody knows whose it is.
struct Subject {
    CustomerId customer = {};
    TicketId ticket = {};

    friend bool operator==(const Subject &, const Subject &) = default;
};

/// The cards of whoever is at the counter, was there last, would be called next, or was opened from a search. Asks
/// the hub when one of these is another person or somebody said whose a ticket is, and after changes made here; an
/// answer that comes too late is dropped. Keeps nothing once nobody is at work here, or the window is locked. The
/// desk must outlive it.
class TellerCustomer : public QObject
{
    Q_OBJECT

public:
    explicit TellerCustomer(TellerDesk &desk, QObject *parent = nullptr);

    [[nodiscard]] TellerDesk &desk() const { return m_desk; }
    /// Null when nobody is at the counter.
    [[nodiscard]] const KnownPerson *inHand() const { return m_inHand.ticket.isSet() ? &m_inHand : nullptr; }
    /// Null when nobody would be called.
    [[nodiscard]] const KnownPerson *next() const { return m_next.ticket.isSet() ? &m_next : nullptr; }
    /// Who was at the counter last, until somebody is called.
    [[nodiscard]] const KnownPerson *last() const { return m_last.ticket.isSet() ? &m_last : nullptr; }
    /// Null unless somebody was opened from a search.
    [[nodiscard]] const KnownPerson *opened() const { return m_opened.customer.isSet() ? &m_opened : nullptr; }
    /// Whom the profile shows: opened, in hand, or next; null for nobody.
    [[nodiscard]] const KnownPerson *shown() const;
    /// About whom one writes: opened, in hand, or last.
    [[nodiscard]] const KnownPerson *writable() const;
    [[nodiscard]] Subject subject() const;

    /// Shows somebody found by a search, beside whoever is in hand.
    void open(CustomerId customer);
    void closeOpened();
    /// Says whose a ticket is, if it is still in hand.
    void link(TicketId ticket, CustomerId customer);
    /// Asks again about whoever is shown.
    void reload();
    /// What is being written about somebody, so that it is there when it is opened again.
    void keepDraft(const Subject &subject, const std::string &text);
    /// Looks whether somebody else is next by now.
    void tick() { look(); }

    /// Sends a change; afterwards whoever is shown is asked about again. `done` with the reply, unless whoever was
    /// signed in is so no longer.
    void change(const CustomerCommand &command, std::function<void(const Result<CustomerReply> &)> done);
    /// Asks, with an answer under the same condition.
    template <class Q>
    void ask(const Q &question, std::function<void(const Result<typename Q::Answer> &)> done)
    {
        m_desk.link().ask<Q>(question, this,
                             [this, era = m_era, done = std::move(done)](const Result<typename Q::Answer> &answer) {
                                 if (era == m_era)
                                     done(answer);
                             });
    }

Q_SIGNALS:
    /// Somebody else, or something else known of them.
    void changed();
    /// Nobody is at work here any more, or the window is locked: whatever was shown has to go.
    void forgotten();

private:
    void look();
    void follow(KnownPerson &person, TicketId ticket);
    void load(KnownPerson &person);
    void forget();

    TellerDesk &m_desk;
    KnownPerson m_inHand;
    KnownPerson m_next;
    KnownPerson m_last;
    KnownPerson m_opened;
    StaffId m_staff;
    CounterId m_counter;
    bool m_wasLive = false;
    int m_era = 0; ///< one more whenever everything is forgotten
    int m_serial = 0; ///< of questions
    std::map<const KnownPerson *, int> m_waitingFor; ///< the last question about each
};

} // namespace tiepdon
