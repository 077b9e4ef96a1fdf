// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/changefacts.h"
#include "core/hub/changequeue.h"
#include "core/hub/customerquestions.h"
#include "core/hub/daytickets.h"
#include "core/hub/segmentsettling.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

/// All that a branch's people do with profiles: answers questions, and decides changes one after the other for each
/// customer: it reads what a change stands on, has it decided at its turn, and lets the next one go when it is on
/// disk. Gives out the ids of customers, notes and the like. Main thread of the hub.
class CustomerDesk : public QObject
{
    Q_OBJECT

public:
    using Answer = BranchHost::Answer;

    /// All outlive it. `last` are the ids given out before.
    CustomerDesk(BranchHost &host, Store &store, const LastCustomerIds &last, CustomerQuestions::Refused refused,
                 QObject *parent = nullptr);

    /// Whether a method is a question, or a report of a sensor: without an operation id.
    [[nodiscard]] static bool isQuestion(std::string_view method);
    /// `asker` was found allowed to ask this at all.
    void ask(const Asker &asker, std::string_view method, const Json &params, Answer answer);
    /// Carries out a change. InvalidParams at once for what cannot be read, Busy when too many wait.
    void change(const OperationId &id, const CustomerCommand &command, const Asker &asker, Answer answer);
    /// Whether a command of the branch is about somebody known, and so comes here.
    [[nodiscard]] static bool isAboutCustomer(const Command &command);
    void command(const OperationId &id, const Command &command, const Asker &asker, Answer answer);

    void onPublished(const std::vector<PublishedEvent> &events);
    void onSessionEnded(const std::string &session) { m_questions.acquaintances().forget(session); }

private:
    /// What to read; asked at the change's turn.
    using Wants = std::function<ChangeWants()>;
    using Decide = std::function<Decision(const ChangeFacts &facts, TimeMs now)>;

    /// Reads, decides, commits, while nothing else changes what the keys name.
    void run(const OperationId &id, const std::string &body, const Asker &asker, std::vector<ChangeKey> keys,
             Wants wants, const customercommand::ImportRows *import, Decide decide, Answer answer);
    void link(const OperationId &id, const command::LinkCustomer &link, const Asker &asker, Answer answer);
    void issue(const OperationId &id, const command::IssueTicket &issue, const Asker &asker, Answer answer);
    void report(const Asker &asker, const ReportArrival &report, const Answer &answer);
    void takeReport(const Asker &asker, const ReportArrival &report, const ChangeFacts &facts,
                    const std::function<void(const Result<void> &)> &done);
    [[nodiscard]] ChangeNow nowAt(TimeMs now);
    [[nodiscard]] CustomerId customerOf(TicketId ticket) const;
    [[nodiscard]] std::string today(TimeMs now) const;
    [[nodiscard]] std::string bodyOf(std::string_view method, const Json &params) const;

    BranchHost &m_host;
    Store &m_store;
    LastCustomerIds m_ids;
    DayTickets m_tickets;
    ChangeQueue m_queue;
    DeviceBudget m_reports{300}; ///< a minute of one sensor: more than come through a door
    CustomerQuestions m_questions;
    SegmentSettling m_settling;
};

} // namespace tiepdon
