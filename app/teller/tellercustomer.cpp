// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/tellercustomer.h"

#include <utility>

namespace tiepdon {

TellerCustomer::TellerCustomer(TellerDesk &desk, QObject *parent) : QObject(parent), m_desk(desk)
{
    connect(&desk, &TellerDesk::changed, this, &TellerCustomer::look);
    look();
}

const KnownPerson *TellerCustomer::shown() const
{
    if (opened())
        return opened();
    return inHand() ? inHand() : next();
}

const KnownPerson *TellerCustomer::writable() const
{
    if (opened())
        return opened();
    return inHand() ? inHand() : last();
}

Subject TellerCustomer::subject() const
{
    const KnownPerson *person = writable();
    return person ? Subject{person->customer, person->ticket} : Subject{};
}

void TellerCustomer::open(CustomerId customer)
{
    m_opened = {};
    m_opened.customer = customer;
    load(m_opened);
    Q_EMIT changed();
}

void TellerCustomer::closeOpened()
{
    if (!opened())
        return;
    m_opened = {};
    m_waitingFor.erase(&m_opened);
    Q_EMIT changed();
}

void TellerCustomer::link(TicketId ticket, CustomerId customer)
{
    m_desk.linkCustomer(ticket, customer);
    closeOpened();
}

void TellerCustomer::reload()
{
    for (KnownPerson *person : {&m_opened, &m_inHand, &m_last, &m_next}) {
        // a visit that is over and nobody's is not asked about
        if (person->customer.isSet() || (person->ticket.isSet() && person != &m_last))
            load(*person);
    }
    Q_EMIT changed();
}

void TellerCustomer::keepDraft(const Subject &subject, const std::string &text)
{
    for (KnownPerson *person : {&m_opened, &m_inHand, &m_last}) {
        const bool isSame = subject.ticket.isSet()
            ? person->ticket == subject.ticket
            : !person->ticket.isSet() && person->customer == subject.customer;
        if (isSame && person->answer)
            person->answer->draft = text;
    }
}

void TellerCustomer::change(const CustomerCommand &command, std::function<void(const Result<CustomerReply> &)> done)
{
    const bool isDraft = std::holds_alternative<customercommand::SaveDraft>(command);
    m_desk.link().change(command, this, [this, isDraft, era = m_era, done = std::move(done)](const auto &reply) {
        if (era != m_era)
            return;
        if (done)
            done(reply);
        if (!isDraft && (reply || reply.error().code == ErrorCode::CustomerChanged))
            reload();
    });
}

void TellerCustomer::look()
{
    const bool mayShow
        = m_desk.isAtWork() && m_desk.link().access() != BranchLink::Access::Locked && m_desk.staffId().isSet();
    if (!mayShow || m_staff != m_desk.staffId() || m_counter != m_desk.counterId())
        forget();
    if (!mayShow)
        return;
    m_staff = m_desk.staffId();
    m_counter = m_desk.counterId();

    const bool wasLive = std::exchange(m_wasLive, m_desk.isLive());
    const bool isBack = m_desk.isLive() && !wasLive;
    const auto key = [this] {
        return std::tuple(m_inHand.ticket, m_inHand.customer, m_next.ticket, m_next.customer, m_last.ticket);
    };
    const auto before = key();
    const Ticket *ticket = m_desk.ticket();
    const TicketId now = ticket ? ticket->id : TicketId{};
    if (now != m_inHand.ticket) {
        if (now.isSet())
            m_opened = {};
        m_last = now.isSet() ? KnownPerson{} : m_inHand;
        m_last.isLoading = false;
        m_waitingFor.erase(&m_last);
        m_waitingFor.erase(&m_inHand);
        // what was seen of who comes now stands until the answer is there
        m_inHand = now.isSet() && now == m_next.ticket ? m_next : KnownPerson{};
        m_inHand.isCalled = true;
        m_inHand.ticket = now;
        if (now.isSet()) {
            m_inHand.customer = ticket->customer;
            load(m_inHand);
        }
    } else {
        follow(m_inHand, now);
    }
    const auto next = m_desk.next();
    follow(m_next, next && next->ticket != now ? next->ticket : TicketId{});
    if (isBack) {
        for (KnownPerson *person : {&m_opened, &m_inHand, &m_next}) {
            if (person->problem)
                load(*person);
        }
    }
    if (key() != before || isBack)
        Q_EMIT changed();
}

void TellerCustomer::follow(KnownPerson &person, TicketId id)
{
    const Ticket *ticket = m_desk.link().branch().ticket(id);
    if (!ticket) {
        if (&person != &m_inHand || !m_desk.ticket())
            person = {};
        m_waitingFor.erase(&person);
        return;
    }
    if (person.ticket == id && person.customer == ticket->customer)
        return;
    const bool isCalled = &person == &m_inHand;
    if (person.ticket != id || person.customer.isSet())
        person = {};
    person.ticket = id;
    person.customer = ticket->customer;
    person.isCalled = isCalled;
    load(person);
}

void TellerCustomer::load(KnownPerson &person)
{
    if (!m_desk.isLive()) {
        person.problem = Error{ErrorCode::Offline, "not live", {}};
        person.isLoading = false;
        return;
    }
    const int serial = m_waitingFor[&person] = ++m_serial;
    person.isLoading = true;
    CustomerCardQuery question;
    question.ticket = person.ticket;
    if (!person.ticket.isSet() || &person == &m_last)
        question.customer = person.customer;
    if (&person == &m_last && person.customer.isSet())
        question.ticket = {};
    ask<CustomerCardQuery>(question, [this, serial, slot = &person](const Result<CardAnswer> &answer) {
        const auto waiting = m_waitingFor.find(slot);
        if (waiting == m_waitingFor.end() || waiting->second != serial)
            return;
        m_waitingFor.erase(waiting);
        slot->isLoading = false;
        slot->problem = answer ? std::nullopt : std::optional(answer.error());
        if (answer) {
            // asked about by name alone, as the visit is over: what was written about the visit stays
            const std::string draft = slot == &m_last && slot->answer ? slot->answer->draft : answer->draft;
            slot->answer = *answer;
            slot->answer->draft = draft;
        } else if (answer.error().code != ErrorCode::Offline && answer.error().code != ErrorCode::Timeout)
            slot->answer.reset(); // what may not be seen, or is not there
        Q_EMIT changed();
    });
}

void TellerCustomer::forget()
{
    const bool hadAny = m_staff.isSet();
    ++m_era;
    m_waitingFor.clear();
    m_inHand = m_next = m_last = m_opened = {};
    m_staff = {};
    m_counter = {};
    m_wasLive = false;
    if (hadAny) {
        Q_EMIT forgotten();
        Q_EMIT changed();
    }
}

} // namespace tiepdon
