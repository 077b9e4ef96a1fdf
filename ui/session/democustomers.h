// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/permission.h"
#include "core/customer/card.h"
#include "core/wire/customermessage.h"
#include "ui/session/demopeople.h"
#include "ui/session/fixedlink.h"

#include <QObject>

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace tiepdon {

/// What the hub knows of customers, for demo states and window tests: keeps the made-up people in memory, answers
/// every question and makes every change by the same rules. The link has it and forgets it at its end. An import is
/// refused: no window asks for one.
class DemoCustomers : public QObject
{
    Q_OBJECT

public:
    /// Of the made-up branch; the people are those of `demoPeople` at the link's time now.
    explicit DemoCustomers(FixedLink &link);

    [[nodiscard]] const std::map<CustomerId, CustomerRecord> &people() const { return m_people; }
    /// To change behind the window's back, as another workplace does; raise `revision` with it.
    [[nodiscard]] CustomerRecord &person(CustomerId id) { return m_people.at(id); }
    /// Says whose a ticket is, as the hub does when somebody says it elsewhere.
    void linkTicket(TicketId ticket, CustomerId customer);
    /// Gives some of who waits in the made-up morning their names: the next of the cash desk is the first of
    /// `demoPeople`, then come the second and so on; every fourth stays unknown.
    void nameWaiting();

    /// A note that somebody had begun, and a goal somebody wrote down, before the window looks.
    void keepDraft(StaffId staff, TicketId ticket, std::string text)
    {
        m_drafts[{staff, CustomerId{}, ticket}] = std::move(text);
    }
    void keepGoal(TicketId ticket, std::string text);

    /// Names of all questions and changes so far, in order.
    [[nodiscard]] const std::vector<std::string> &asked() const { return m_asked; }
    [[nodiscard]] int askedOf(std::string_view method) const;
    /// Texts of drafts as they stand, of whoever and whatever.
    [[nodiscard]] std::vector<std::string> drafts() const;
    [[nodiscard]] const std::map<TicketId, VisitGoal> &goals() const { return m_goals; }
    /// Of no customer: what was noted, left open or declined with visits of nobody known.
    [[nodiscard]] const CustomerRecord &nobody() const { return m_nobody; }

private:
    [[nodiscard]] Result<Json> answer(const std::string &method, const Json &params);
    [[nodiscard]] Result<Command> filledIn(const Command &command);

    // questions
    [[nodiscard]] Result<CustomersFound> on(const FindCustomers &question);
    [[nodiscard]] Result<CardAnswer> on(const CustomerCardQuery &question);
    [[nodiscard]] Result<TimelineAnswer> on(const CustomerTimeline &question);
    [[nodiscard]] Result<Revealed> on(const RevealField &question);
    [[nodiscard]] Result<OpenItemsAnswer> on(const OpenItemsQuery &question);
    [[nodiscard]] Result<SegmentCountsAnswer> on(const SegmentCountsQuery &question);
    [[nodiscard]] Result<Identified> on(const Identify &question);
    [[nodiscard]] Result<ArrivalsAnswer> on(const ArrivalsQuery &question);
    [[nodiscard]] Result<ReportArrival::Answer> on(const ReportArrival &question);
    // changes
    [[nodiscard]] Result<CustomerReply> on(const customercommand::AddCustomer &change);
    [[nodiscard]] Result<CustomerReply> on(const customercommand::ChangeCustomer &change);
    [[nodiscard]] Result<CustomerReply> on(const customercommand::AddIdentifier &change);
    [[nodiscard]] Result<CustomerReply> on(const customercommand::RemoveIdentifier &change);
    [[nodiscard]] Result<CustomerReply> on(const customercommand::SetStage &change);
    [[nodiscard]] Result<CustomerReply> on(const customercommand::GiveConsent &change);
    [[nodiscard]] Result<CustomerReply> on(const customercommand::WithdrawConsent &change);
    [[nodiscard]] Result<CustomerReply> on(const customercommand::SaveNote &change);
    [[nodiscard]] Result<CustomerReply> on(const customercommand::SaveDraft &change);
    [[nodiscard]] Result<CustomerReply> on(const customercommand::SetGoal &change);
    [[nodiscard]] Result<CustomerReply> on(const customercommand::DeclineRequest &change);
    [[nodiscard]] Result<CustomerReply> on(const customercommand::AddConversation &change);
    [[nodiscard]] Result<CustomerReply> on(const customercommand::AddOpenItem &change);
    [[nodiscard]] Result<CustomerReply> on(const customercommand::ChangeOpenItem &change);
    [[nodiscard]] Result<CustomerReply> on(const customercommand::ImportRows &change);

    [[nodiscard]] std::string today() const;
    /// A draft is of a visit while there is one, else of a customer.
    [[nodiscard]] std::tuple<StaffId, CustomerId, TicketId> draftKey(CustomerId customer, TicketId ticket) const;
    [[nodiscard]] bool isTeller() const;
    [[nodiscard]] StaffId staff() const { return m_link.session().staff; }
    [[nodiscard]] bool isInReach(const Ticket &ticket) const;
    [[nodiscard]] CustomerCard cardOf(const CustomerRecord &record, bool hidesName) const;
    [[nodiscard]] CustomerHit hitOf(const CustomerRecord &record, FoundBy by) const;
    [[nodiscard]] std::vector<CustomerId> withIdentifier(IdentifierKind kind, const std::string &value) const;
    [[nodiscard]] Result<CustomerRecord *> changed(CustomerId id);
    /// The record of a customer, of the one a ticket is of, or of nobody.
    [[nodiscard]] Result<CustomerRecord *> aboutWhom(CustomerId customer, TicketId ticket);
    void touch(CustomerRecord &record);
    [[nodiscard]] OpenItem *itemOf(OpenItemId id);

    FixedLink &m_link;
    std::map<CustomerId, CustomerRecord> m_people;
    CustomerRecord m_nobody;
    std::map<std::tuple<StaffId, CustomerId, TicketId>, std::string> m_drafts;
    std::map<TicketId, VisitGoal> m_goals;
    std::map<std::string, CustomerId> m_identities; ///< tokens of `identify`; 0: nobody was found
    std::vector<Arrival> m_arrivals;
    std::vector<std::string> m_asked;
    std::int64_t m_last = 1000; ///< of ids given out from here on
};

} // namespace tiepdon
