// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/customerdesk.h"

#include "core/base/limits.h"
#include "core/customer/consents.h"
#include "core/customer/document.h"
#include "core/hub/accessdecisions.h"
#include "core/hub/branchdecisions.h"
#include "core/hub/cleancustomer.h"
#include "core/wire/codec.h"

#include <algorithm>
#include <concepts>

namespace tiepdon {
namespace {

Error tooMany() { return {ErrorCode::Busy, "too many changes wait", {}}; }

/// A profile with the segment the rules give it now, when that is another.
void settle(Decision &decision, const CustomerRecord &record, const ChangeNow &now)
{
    Customer customer = record.customer;
    customer.segment = segmentByRules(now.branch, customer, record.products, record.visitsInYear, now.today);
    if (customer.segment != record.customer.segment)
        decision.customers.emplace_back(std::move(customer));
}

} // namespace

CustomerDesk::CustomerDesk(BranchHost &host, Store &store, const LastCustomerIds &last,
                           CustomerQuestions::Refused refused, QObject *parent)
    : QObject(parent), m_host(host), m_store(store), m_ids(last), m_tickets(host.state()),
      m_questions(host, store, m_tickets, std::move(refused)), m_settling(host, store.customers(), m_queue)
{
    connect(&m_settling, &SegmentSettling::settlingChanged, &m_questions, &CustomerQuestions::setSettling);
    m_settling.begin();
    store.customers().ticketsOfDay(
        host.state().businessDay(),
        [this, self = QPointer<CustomerDesk>(this)](const Result<std::vector<TicketOfDay>> &tickets) {
            if (self && tickets)
                m_tickets.addEarlier(*tickets);
        });
}

bool CustomerDesk::isQuestion(std::string_view method)
{
    return CustomerQuestions::isQuestion(method) || method == ReportArrival::kMethod;
}

std::string CustomerDesk::today(TimeMs now) const
{
    return localDay(now, static_cast<int>(m_host.decidedState().settings().utcOffsetMin));
}

ChangeNow CustomerDesk::nowAt(TimeMs now)
{
    return {m_host.decidedState(), m_host.access(), m_tickets, now, today(now), m_ids};
}

CustomerId CustomerDesk::customerOf(TicketId ticket) const
{
    const auto entry = m_tickets.find(m_host.decidedState(), ticket);
    return entry ? entry->customer : CustomerId{};
}

/// Says nothing of what is in it to who has the database alone.
std::string CustomerDesk::bodyOf(std::string_view method, const Json &params) const
{
    return m_store.keyedHash(std::string(method) + toBytes(params));
}

void CustomerDesk::ask(const Asker &asker, std::string_view method, const Json &params, Answer answer)
{
    if (method != ReportArrival::kMethod) {
        m_questions.ask(asker, method, params, std::move(answer));
        return;
    }
    const auto wanted = fromJson<ReportArrival>(params, UnknownFields::Refuse);
    if (wanted)
        report(asker, *wanted, answer);
    else
        answer(wanted.error());
}

void CustomerDesk::run(const OperationId &id, const std::string &body, const Asker &asker,
                       std::vector<ChangeKey> keys, Wants wants, const customercommand::ImportRows *import,
                       Decide decide, Answer answer)
{
    const QPointer<CustomerDesk> self(this);
    const auto rows = import ? std::make_shared<customercommand::ImportRows>(*import) : nullptr;
    const bool isTaken
        = m_queue.add(std::move(keys), [=, this, decide = std::move(decide)](const ChangeQueue::Release &release) {
              if (!self) {
                  release();
                  return;
              }
              gather(m_store.customers(), wants(), rows.get(), m_host.nowMs(),
                     [=, this](const Result<ChangeFacts> &facts) {
                         if (!self || !facts) {
                             release();
                             if (!facts)
                                 answer(facts.error());
                             return;
                         }
                         m_host.execute(
                             id, body, asker.doer,
                             [decide, facts = *facts](TimeMs now) { return decide(facts, now); },
                             [this, self, release, answer](const Result<Json> &done) {
                                 if (self)
                                     m_questions.changed();
                                 release();
                                 answer(done);
                             });
                     });
          });
    if (!isTaken)
        answer(tooMany());
}

void CustomerDesk::change(const OperationId &id, const CustomerCommand &command, const Asker &asker, Answer answer)
{
    const std::string body = bodyOf(methodOf(command), paramsOf(command));
    const std::string day = today(m_host.nowMs());
    auto clean = cleaned(command, day);
    if (!clean) {
        answer(clean.error());
        return;
    }
    const QPointer<CustomerDesk> self(this);
    const auto decideNow = [this, asker, command = *clean](const ChangeFacts &facts, TimeMs now) {
        return decideCustomer(command, facts, asker, nowAt(now));
    };
    // whom one has made, or was told of, one may open
    const bool isNew = std::holds_alternative<customercommand::AddCustomer>(*clean);
    const auto told
        = [this, self, isNew, session = asker.session, answer = std::move(answer)](const Result<Json> &done) {
              if (self && done && isNew) {
                  m_questions.acquaintances().add(session, CustomerId{done->value("customer", std::int64_t{0})});
              } else if (self && !done && done.error().code == ErrorCode::CustomerExists) {
                  const auto it = done.error().detail.find("customers");
                  std::string_view left = it == done.error().detail.end() ? std::string_view() : it->second;
                  while (!left.empty()) {
                      const std::size_t comma = std::min(left.find(','), left.size());
                      m_questions.acquaintances().add(session,
                                                      CustomerId{std::stoll(std::string(left.substr(0, comma)))});
                      left.remove_prefix(std::min(comma + 1, left.size()));
                  }
              }
              answer(done);
          };
    run(
        id, body, asker, keysOf(*clean),
        [this, command = *clean, day] {
            return wantsOf(
                command, [this](TicketId ticket) { return customerOf(ticket); }, day);
        },
        std::get_if<customercommand::ImportRows>(&*clean), decideNow, told);
}

bool CustomerDesk::isAboutCustomer(const Command &command)
{
    if (const auto *issue = std::get_if<command::IssueTicket>(&command))
        return issue->customer.isSet() || !issue->identity.empty();
    return std::holds_alternative<command::LinkCustomer>(command);
}

void CustomerDesk::command(const OperationId &id, const Command &command, const Asker &asker, Answer answer)
{
    if (const auto *link = std::get_if<command::LinkCustomer>(&command))
        this->link(id, *link, asker, std::move(answer));
    else
        issue(id, std::get<command::IssueTicket>(command), asker, std::move(answer));
}

void CustomerDesk::link(const OperationId &id, const command::LinkCustomer &link, const Asker &asker, Answer answer)
{
    const auto wants = [this, link] { // whose it is by then
        ChangeWants made;
        made.customers = {link.customer, customerOf(link.ticket)};
        made.visit = link.ticket;
        return made;
    };
    run(
        id, bodyOf(link.kMethod, toJson(link)), asker, {{ChangeKey::Kind::Everything, 0}}, wants, nullptr,
        [this, link, asker](const ChangeFacts &facts, TimeMs now) {
            const BranchState &state = m_host.decidedState();
            if (!mayReach(asker.reach, asker.doer.actor, state, link.ticket, now)
                || (asker.reach == Reach::Own && link.customer.isSet()
                    && !m_questions.acquaintances().has(asker.session, link.customer)))
                return notAllowed(link.kMethod, "own",
                                  "neither at this counter nor next there, or not found before");
            const CustomerRecord *record = facts.record(link.customer);
            if (link.customer.isSet() && !record) {
                Decision refused;
                refused.refused = Error{ErrorCode::UnknownCustomer,
                                        "nobody has this id",
                                        {{"id", std::to_string(link.customer.value)}}};
                return refused;
            }
            const ChangeNow at = nowAt(now);
            Decision decision = decideLink(link.ticket, record, facts, at);
            if (!decision.refused && record)
                settle(decision, *record, at);
            return decision;
        },
        std::move(answer));
}

void CustomerDesk::issue(const OperationId &id, const command::IssueTicket &issue, const Asker &asker,
                         Answer answer)
{
    const auto byToken = m_questions.identities().find(issue.identity, asker.doer.device, m_host.nowMs());
    const CustomerId customer = issue.identity.empty() ? issue.customer : byToken.value_or(CustomerId{});
    const auto wants = [customer] {
        ChangeWants made;
        made.customers = {customer};
        return made;
    };
    std::vector<ChangeKey> keys;
    if (customer.isSet())
        keys.push_back({ChangeKey::Kind::Customer, customer.value});
    run(
        id, bodyOf(issue.kMethod, toJson(issue)), asker, std::move(keys), wants, nullptr,
        [this, issue, asker, customer](const ChangeFacts &facts, TimeMs now) {
            const BranchState &state = m_host.decidedState();
            if (asker.isKiosk && !isForKiosk(state, issue))
                return notAllowed(issue.kMethod, "kiosk", "people cannot say that of themselves at a kiosk");
            const auto refused = [](ErrorCode code, const char *message) {
                Decision decision;
                decision.refused = Error{code, message, {}};
                return decision;
            };
            Identities &identities = m_questions.identities();
            if (!issue.identity.empty() && !identities.find(issue.identity, asker.doer.device, now))
                return refused(ErrorCode::IdentityExpired, "who they are must be said again");
            const CustomerRecord *record = facts.record(customer);
            if (issue.identity.empty() && !record)
                return refused(ErrorCode::UnknownCustomer, "nobody has this id");
            const ChangeNow at = nowAt(now);
            command::IssueTicket whole = issue;
            whole.identity.clear();
            whole.customer = {};
            if (record)
                whole = issueFor(std::move(whole), *record, at);
            Decision decision = decideCommand(state, whole, Reach::Any, asker.doer.actor, false, now);
            if (decision.refused)
                return decision;
            identities.use(issue.identity);
            if (record)
                settle(decision, *record, at);
            return decision;
        },
        std::move(answer));
}

void CustomerDesk::report(const Asker &asker, const ReportArrival &report, const Answer &answer)
{
    if (report.number.size() > limits::kNameCharactersMax) {
        answer(invalidField("number", "is none"));
        return;
    }
    const auto value = identifierFrom(report.kind, report.value);
    if (!value) {
        answer(invalidField("value", "is none of its kind"));
        return;
    }
    if (!m_reports.take(asker.doer.device, m_host.nowMs())) {
        answer(Error{ErrorCode::Busy, "too many reports of one device", {}});
        return;
    }
    ChangeWants wants;
    wants.identifiers = {{{}, report.kind, *value}};
    std::vector<ChangeKey> keys;
    if (!report.number.empty()) // takes along what was written in the visit
        keys.push_back({ChangeKey::Kind::Everything, 0});
    for (const auto &[id, ticket] : m_host.decidedState().tickets()) {
        if (!report.number.empty() && ticket.number == report.number)
            wants.visit = id;
    }
    const QPointer<CustomerDesk> self(this);
    const bool isTaken = m_queue.add(std::move(keys), [=, this](const ChangeQueue::Release &release) {
        if (!self) {
            release();
            return;
        }
        gather(m_store.customers(), wants, nullptr, m_host.nowMs(), [=, this](const Result<ChangeFacts> &facts) {
            if (!self || !facts) {
                release();
                if (!facts)
                    answer(facts.error());
                return;
            }
            takeReport(asker, report, *facts, [this, self, release, answer](const Result<void> &done) {
                if (self)
                    m_questions.changed();
                release();
                answer(done ? Result<Json>(Json::object()) : done.error());
            });
        });
    });
    if (!isTaken)
        answer(tooMany());
}

void CustomerDesk::takeReport(const Asker &asker, const ReportArrival &report, const ChangeFacts &facts,
                              const std::function<void(const Result<void> &)> &done)
{
    const TimeMs now = m_host.nowMs();
    const ChangeNow at = nowAt(now);
    const CustomerRecord *record
        = facts.holders.size() == 1 && facts.holders.front().size() == 1 // of two with one phone it may be either
        ? facts.record(facts.holders.front().front())
        : nullptr;
    if (record && report.source == ArrivalSource::Camera
        && !consentInForce(record->consents, ConsentPurpose::Recognition, now))
        record = nullptr;
    Decision decision;
    if (record) {
        m_questions.arrivals().add({record->customer.id, report.source, now});
        const auto &tickets = at.branch.tickets();
        const auto ticket = std::find_if(tickets.begin(), tickets.end(), [&](const auto &each) {
            return !report.number.empty() && each.second.number == report.number;
        });
        // whose a ticket is stays as it was said before
        if (ticket != tickets.end() && !ticket->second.customer.isSet()) {
            decision = decideLink(ticket->first, record, facts, at);
            if (decision.refused)
                decision = {};
            settle(decision, *record, at);
        }
    }
    decision.audit.push_back(auditEntry("arrivalReported", record ? subjectOf(record->customer.id) : std::string(),
                                        "done", "source=" + std::string(nameOf(report.source))));
    m_host.record(std::move(decision), asker.doer, done);
}

void CustomerDesk::onPublished(const std::vector<PublishedEvent> &events)
{
    m_tickets.follow(events);
    m_questions.changed();
    for (const PublishedEvent &published : events) {
        const Event &event = published.entry.event;
        if (std::holds_alternative<event::DayOpened>(event))
            m_questions.dayOpened();
        if (std::holds_alternative<event::DayOpened>(event) || std::holds_alternative<event::SegmentDefined>(event)
            || std::holds_alternative<event::BranchRuled>(event))
            m_settling.begin();
    }
}

} // namespace tiepdon
