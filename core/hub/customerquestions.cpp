// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/customerquestions.h"

#include "core/access/fieldpermission.h"
#include "core/base/text.h"
#include "core/customer/askedtext.h"
#include "core/customer/document.h"
#include "core/customer/duplicates.h"
#include "core/customer/personname.h"
#include "core/hub/accessdecisions.h"
#include "core/hub/answerbounds.h"
#include "core/hub/branchdecisions.h"
#include "core/hub/cleancustomer.h"
#include "core/hub/customersearches.h"
#include "core/wire/json.h"

#include <algorithm>

namespace tiepdon {
namespace {

constexpr std::int64_t kHitsMax = 50;
constexpr std::int64_t kListMax = 200;
constexpr std::int64_t kDuplicateCandidatesMax = 20;
constexpr std::size_t kAuditedKeysMax = 100'000; ///< then all are forgotten, and audited once more

FieldAccess accessIn(const FieldTable &table, ProfileField field)
{
    return table.at(static_cast<std::size_t>(field));
}

bool sees(const FieldTable &table, ProfileField field) { return accessIn(table, field) != FieldAccess::None; }

/// What a role may see of what happened.
void restrict(TimelineAnswer &answer, const FieldTable &table)
{
    if (!sees(table, ProfileField::Visits))
        answer.visits.clear();
    std::erase_if(answer.happenings, [&](const Happening &each) { return !sees(table, fieldOf(each.kind)); });
    for (Happening &each : answer.happenings) {
        each.reference = maskedNumber(each.reference); // of the house's books, as on a card
        if (accessIn(table, fieldOf(each.kind)) == FieldAccess::Masked)
            each.amount = 0;
    }
    std::erase_if(answer.notes, [&](const CustomerNote &each) {
        return !sees(table, each.isForSupervisors ? ProfileField::SupervisorNotes : ProfileField::Notes);
    });
}

} // namespace

CustomerQuestions::CustomerQuestions(BranchHost &host, Store &store, const DayTickets &tickets, Refused refused,
                                     QObject *parent)
    : QObject(parent), m_host(host), m_reader(store.customers()), m_tickets(tickets), m_refused(std::move(refused))
{
}

bool CustomerQuestions::isQuestion(std::string_view method)
{
    constexpr std::array kMethods
        = {FindCustomers::kMethod,  CustomerCardQuery::kMethod,  CustomerTimeline::kMethod, RevealField::kMethod,
           OpenItemsQuery::kMethod, SegmentCountsQuery::kMethod, Identify::kMethod,         ArrivalsQuery::kMethod};
    return std::find(kMethods.begin(), kMethods.end(), method) != kMethods.end();
}

void CustomerQuestions::ask(const Asker &asker, std::string_view method, const Json &params, Answer answer)
{
    const auto with = [&]<class Query>(const Query *, auto &&then) {
        if (method != Query::kMethod)
            return;
        const auto query = fromJson<Query>(params, UnknownFields::Refuse);
        if (query)
            then(*query);
        else
            answer(query.error());
    };
    with(static_cast<const FindCustomers *>(nullptr), [&](const auto &q) { find(asker, q, answer); });
    with(static_cast<const CustomerCardQuery *>(nullptr), [&](const auto &q) { card(asker, q, answer); });
    with(static_cast<const CustomerTimeline *>(nullptr), [&](const auto &q) { timeline(asker, q, answer); });
    with(static_cast<const RevealField *>(nullptr), [&](const auto &q) { reveal(asker, q, answer); });
    with(static_cast<const OpenItemsQuery *>(nullptr), [&](const auto &q) { openItems(asker, q, answer); });
    with(static_cast<const SegmentCountsQuery *>(nullptr), [&](const auto &) { segmentCounts(answer); });
    with(static_cast<const Identify *>(nullptr), [&](const auto &q) { identify(asker, q, answer); });
    with(static_cast<const ArrivalsQuery *>(nullptr), [&](const auto &) { arrivals(asker, answer); });
}

void CustomerQuestions::dayOpened() { m_auditedAt.clear(); }

std::string CustomerQuestions::today() const
{
    return localDay(m_host.nowMs(), static_cast<int>(m_host.decidedState().settings().utcOffsetMin));
}

void CustomerQuestions::audited(const Asker &asker, AuditEntry entry, const Answer &answer,
                                std::function<void()> then)
{
    Decision decision;
    decision.audit.push_back(std::move(entry));
    m_host.record(
        std::move(decision), asker.doer,
        [self = QPointer<CustomerQuestions>(this), answer, then = std::move(then)](const Result<void> &done) {
            if (!self)
                return;
            if (done)
                then();
            else
                answer(done.error());
        });
}

void CustomerQuestions::auditedOnce(const Asker &asker, const std::string &key, TimeMs forMs, AuditEntry entry,
                                    const Answer &answer, std::function<void()> then)
{
    const TimeMs now = m_host.nowMs();
    const auto it = m_auditedAt.find(key);
    if (it != m_auditedAt.end() && now - it->second < forMs) {
        then();
        return;
    }
    audited(asker, std::move(entry), answer, [this, key, now, then = std::move(then)] {
        if (m_auditedAt.size() >= kAuditedKeysMax)
            m_auditedAt.clear();
        m_auditedAt[key] = now;
        then();
    });
}

void CustomerQuestions::refuseOwn(const Asker &asker, std::string_view method, const Answer &answer)
{
    m_refused(asker, auditEntry("refused", std::string(method), "NotAllowed"));
    answer(Error{ErrorCode::NotAllowed,
                 "neither at this counter, nor next there, nor found by a search",
                 {{"method", std::string(method)}, {"own", "true"}}});
}

bool CustomerQuestions::mayOpen(const Asker &asker, CustomerId customer) const
{
    if (asker.reach == Reach::Any || m_acquaintances.has(asker.session, customer))
        return true;
    const BranchState &state = m_host.decidedState();
    return std::any_of(state.counterStates().begin(), state.counterStates().end(), [&](const auto &each) {
        const Ticket *ticket = each.second.staff == asker.doer.actor ? state.ticket(each.second.ticket) : nullptr;
        return asker.doer.actor.isSet() && ticket && ticket->customer == customer;
    });
}

bool CustomerQuestions::hidesWaiting(const Asker &asker, CustomerId customer) const
{
    const BranchState &state = m_host.decidedState();
    if (!state.settings().hidesNamesBeforeCall || reachOf(CustomerCardQuery::kMethod, asker.roles) != Reach::Own)
        return false;
    const Ticket *ticket = state.ticket(openTicketOf(state, customer));
    return ticket && ticket->state == TicketState::Waiting;
}

// ---- finding ----

void CustomerQuestions::find(const Asker &asker, const FindCustomers &query, const Answer &answer)
{
    if (query.limit < 1 || query.limit > kHitsMax) {
        answer(invalidField("limit", "must be from 1 to 50"));
        return;
    }
    const auto text = cleanText(query.text, kScanBytesMax);
    if (!text) {
        answer(invalidField("text", "is no text"));
        return;
    }
    const BranchState &state = m_host.decidedState();
    Searched searched = searchedIn(*text, today(), state);
    searched.search.limit = query.limit;
    if (searched.kinds.empty()) {
        answer(toJson(CustomersFound{}));
        return;
    }
    std::vector<CustomerId> customers;
    for (const TicketId ticket : searched.tickets)
        customers.push_back(state.ticket(ticket)->customer);
    std::erase(customers, CustomerId{});
    m_reader.find(asker.connection, searched.search,
                  here<FoundCustomers>(
                      answer, [this, asker, query, searched, customers, answer](const FoundCustomers &found) {
                          if (found.isSuperseded) {
                              answer(toJson(CustomersFound{{}, true}));
                              return;
                          }
                          if (customers.empty()) {
                              answerFound(asker, query, searched.kinds, searched.tickets, {}, found,
                                          searched.scanned, answer);
                              return;
                          }
                          m_reader.read(customers, m_host.nowMs(),
                                        here<std::vector<CustomerRecord>>(
                                            answer, [=, this](const std::vector<CustomerRecord> &records) {
                                                answerFound(asker, query, searched.kinds, searched.tickets, records,
                                                            found, searched.scanned, answer);
                                            }));
                      }));
}

void CustomerQuestions::answerFound(const Asker &asker, const FindCustomers &query, const std::string &kinds,
                                    const std::vector<TicketId> &tickets,
                                    const std::vector<CustomerRecord> &ofTickets, const FoundCustomers &found,
                                    std::optional<ScannedCard> scanned, const Answer &answer)
{
    const BranchState &state = m_host.decidedState();
    const FieldTable table = fieldsOf(asker);
    const bool opensOwnAlone = reachOf(CustomerCardQuery::kMethod, asker.roles) == Reach::Own;
    CustomersFound all;
    all.isMore = found.isMore;
    all.scanned = std::move(scanned);
    std::vector<CustomerId> named;
    for (const TicketId id : tickets) {
        const Ticket *ticket = state.ticket(id);
        if (!ticket)
            continue; // ended meanwhile
        const auto record = std::find_if(ofTickets.begin(), ofTickets.end(), [&](const CustomerRecord &each) {
            return each.customer.id == ticket->customer;
        });
        CustomerHit hit;
        // a number on paper must not say before the call whose it is
        const bool hidesName
            = state.settings().hidesNamesBeforeCall && opensOwnAlone && ticket->state == TicketState::Waiting;
        if (record != ofTickets.end() && !hidesName) {
            hit = hitOf(record->customer, table);
            named.push_back(record->customer.id);
        }
        hit.ticket = id;
        hit.foundBy = FoundBy::Ticket;
        all.hits.push_back(std::move(hit));
    }
    for (const FoundCustomer &each : found.found) {
        if (std::find(named.begin(), named.end(), each.customer.id) != named.end())
            continue;
        CustomerHit hit = hitOf(each.customer, table);
        hit.foundBy = each.foundBy;
        hit.lastVisitMs = each.lastVisitMs;
        if (!hidesWaiting(asker, each.customer.id)) // else a list of names would be one of numbers
            hit.ticket = openTicketOf(state, each.customer.id);
        named.push_back(each.customer.id);
        all.hits.push_back(std::move(hit));
    }
    if (all.hits.size() > static_cast<std::size_t>(query.limit)) {
        all.hits.resize(static_cast<std::size_t>(query.limit));
        all.isMore = true;
    }
    audited(asker,
            auditEntry("profileSearched", {}, "done", "kind=" + kinds + " hits=" + std::to_string(all.hits.size())),
            answer, [this, session = asker.session, named, all = std::move(all), answer] {
                for (const CustomerId customer : named)
                    m_acquaintances.add(session, customer);
                answer(toJson(all));
            });
}

// ---- a card ----

void CustomerQuestions::card(const Asker &asker, const CustomerCardQuery &query, const Answer &answer)
{
    if (!query.customer.isSet() && !query.ticket.isSet()) {
        answer(invalidField("customer", "or a ticket must be named"));
        return;
    }
    const BranchState &state = m_host.decidedState();
    CustomerId customer = query.customer;
    bool hidesName = false;
    if (query.ticket.isSet()) {
        const Ticket *ticket = state.ticket(query.ticket);
        if (!ticket) {
            answer(Error{ErrorCode::UnknownTicket,
                         "no open ticket has this id",
                         {{"id", std::to_string(query.ticket.value)}}});
            return;
        }
        // as published too: whoever asks has seen no more
        if (asker.reach == Reach::Own && !isAtCounterOf(state, asker.doer.actor, query.ticket)
            && !isNextFor(state, asker.doer.actor, query.ticket, m_host.nowMs())
            && !isNextFor(m_host.state(), asker.doer.actor, query.ticket, m_host.nowMs())) {
            refuseOwn(asker, CustomerCardQuery::kMethod, answer);
            return;
        }
        if (customer.isSet() && customer != ticket->customer) {
            answer(Error{
                ErrorCode::UnknownCustomer, "the ticket is not theirs", {{"id", std::to_string(customer.value)}}});
            return;
        }
        customer = ticket->customer;
        hidesName = asker.reach == Reach::Own && state.settings().hidesNamesBeforeCall
            && ticket->state == TicketState::Waiting;
    } else if (!mayOpen(asker, customer)) {
        refuseOwn(asker, CustomerCardQuery::kMethod, answer);
        return;
    }
    readCard(
        customer, query.ticket,
        [this, asker, query, customer, hidesName, answer](const Result<std::shared_ptr<const CardFacts>> &facts) {
            if (!facts)
                answer(facts.error());
            else
                answerCard(asker, query, customer, hidesName, **facts, answer);
        });
}

void CustomerQuestions::answerCard(const Asker &asker, const CustomerCardQuery &query, CustomerId customer,
                                   bool hidesName, const CardFacts &facts, const Answer &answer)
{
    if (customer.isSet() && !facts.record) {
        answer(Error{ErrorCode::UnknownCustomer, "nobody has this id", {{"id", std::to_string(customer.value)}}});
        return;
    }
    CardAnswer made;
    made.goal = facts.goal;
    const FieldTable table = fieldsOf(asker);
    std::vector<CustomerId> named;
    if (facts.record) {
        made.card = cardFor(*facts.record, {table, m_host.nowMs(), today(), hidesName, facts.duplicates});
        bound(*made.card);
        for (const LikelyDuplicate &each : made.card->duplicates)
            named.push_back(each.customer);
        if (isAtCounterOf(m_host.decidedState(), asker.doer.actor, query.ticket))
            named.push_back(customer); // whom one served one may look at when they have left
    } else {
        made.visitNotes = facts.visitNotes;
        std::erase_if(made.visitNotes, [&](const CustomerNote &each) {
            return !sees(table, each.isForSupervisors ? ProfileField::SupervisorNotes : ProfileField::Notes);
        });
    }
    if (!sees(table, ProfileField::Visits))
        made.goal.reset();
    const auto finish = [this, session = asker.session, named, answer](CardAnswer whole) {
        for (const CustomerId each : named)
            m_acquaintances.add(session, each);
        answer(toJson(whole));
    };
    m_reader.draft(
        asker.doer.actor, query.ticket.isSet() ? CustomerId{} : customer, query.ticket,
        here<std::optional<NoteDraft>>(
            answer,
            [this, asker, query, customer, hidesName, answer, finish,
             made = std::move(made)](const std::optional<NoteDraft> &draft) mutable {
                if (draft)
                    made.draft = draft->text;
                const auto then = [finish, made = std::move(made)] { finish(made); };
                if (!customer.isSet()) {
                    then();
                } else if (query.ticket.isSet()) {
                    const std::string ticket = std::to_string(query.ticket.value);
                    auditedOnce(asker,
                                "card " + std::to_string(asker.doer.actor.value) + ' ' + ticket + ' '
                                    + std::to_string(customer.value) + (hidesName ? " hidden" : ""),
                                kDayMs, auditEntry("profileRead", subjectOf(customer), "done", "ticket=" + ticket),
                                answer, then);
                } else {
                    audited(asker, auditEntry("profileRead", subjectOf(customer), "done", "by=search"), answer,
                            then);
                }
            }));
}

void CustomerQuestions::readCard(CustomerId customer, TicketId ticket, CardRead done)
{
    const std::pair key(customer, ticket);
    if (const auto it = m_reads.find(key); it != m_reads.end()) {
        it->second->waiting.push_back(std::move(done));
        return;
    }
    const auto shared = std::make_shared<SharedRead>();
    m_reads[key] = shared;
    shared->waiting.push_back(std::move(done));
    const auto tell = [this, key, shared](const Result<std::shared_ptr<const CardFacts>> &facts) {
        if (const auto it = m_reads.find(key); it != m_reads.end() && it->second == shared)
            m_reads.erase(it);
        for (const CardRead &each : std::exchange(shared->waiting, {}))
            each(facts);
    };
    const Answer failed = [tell](const Result<Json> &error) { tell(error.error()); };
    const auto facts = std::make_shared<CardFacts>();
    const auto readRecord = [this, customer, facts, tell, failed] {
        if (!customer.isSet()) {
            tell(std::shared_ptr<const CardFacts>(facts));
            return;
        }
        m_reader.read(
            {customer}, m_host.nowMs(),
            here<std::vector<CustomerRecord>>(failed, [this, facts, tell](std::vector<CustomerRecord> records) {
                if (records.empty()) {
                    tell(std::shared_ptr<const CardFacts>(facts));
                    return;
                }
                facts->record = std::move(records.front());
                readDuplicates(facts->record->customer, [facts, tell](std::vector<LikelyDuplicate> duplicates) {
                    facts->duplicates = std::move(duplicates);
                    tell(std::shared_ptr<const CardFacts>(facts));
                });
            }));
    };
    if (!ticket.isSet()) {
        readRecord();
        return;
    }
    m_reader.visitRecords(ticket, here<VisitRecords>(failed, [facts, readRecord](VisitRecords visit) {
                              facts->goal = std::move(visit.goal);
                              facts->visitNotes = std::move(visit.notes);
                              readRecord();
                          }));
}

void CustomerQuestions::readDuplicates(const Customer &customer,
                                       const std::function<void(std::vector<LikelyDuplicate>)> &done)
{
    CustomerSearch search;
    search.words = foldedWords(customer.name);
    search.identifiers = customer.identifiers;
    search.limit = kDuplicateCandidatesMax;
    m_reader.find(++m_lastAsker, search,
                  [self = QPointer<CustomerQuestions>(this), customer, done](const Result<FoundCustomers> &found) {
                      if (!self)
                          return;
                      std::vector<Customer> candidates;
                      if (found) { // a card without them is better than none
                          for (const FoundCustomer &each : found->found)
                              candidates.push_back(each.customer);
                      }
                      done(likelyDuplicates(customer, candidates));
                  });
}

// ---- more of a profile ----

void CustomerQuestions::timeline(const Asker &asker, const CustomerTimeline &query, const Answer &answer)
{
    if (query.limit < 1 || query.limit > kListMax) {
        answer(invalidField("limit", "must be from 1 to 200"));
        return;
    }
    if (!mayOpen(asker, query.customer)) {
        refuseOwn(asker, CustomerTimeline::kMethod, answer);
        return;
    }
    m_reader.timeline(query.customer, query.beforeMs, query.limit,
                      here<Timeline>(answer, [this, asker, customer = query.customer, answer](Timeline found) {
                          TimelineAnswer made{std::move(found.visits), std::move(found.happenings),
                                              std::move(found.notes), found.isMore};
                          restrict(made, fieldsOf(asker));
                          bound(made);
                          audited(asker, auditEntry("profileRead", subjectOf(customer), "done", "by=timeline"),
                                  answer, [made = std::move(made), answer] { answer(toJson(made)); });
                      }));
}

void CustomerQuestions::reveal(const Asker &asker, const RevealField &query, const Answer &answer)
{
    if (query.field != ProfileField::Phone && query.field != ProfileField::Document
        && query.field != ProfileField::BirthDate) {
        answer(invalidField("field", "must be phone, document or birthDate"));
        return;
    }
    if (!mayOpen(asker, query.customer) || accessTo(query.field, asker.roles) == FieldAccess::None) {
        refuseOwn(asker, RevealField::kMethod, answer);
        return;
    }
    m_reader.read({query.customer}, m_host.nowMs(),
                  here<std::vector<CustomerRecord>>(
                      answer, [this, asker, query, answer](std::vector<CustomerRecord> records) {
                          if (records.empty()) {
                              answer(Error{ErrorCode::UnknownCustomer,
                                           "nobody has this id",
                                           {{"id", std::to_string(query.customer.value)}}});
                              return;
                          }
                          Revealed revealed;
                          const Customer &customer = records.front().customer;
                          if (query.field == ProfileField::BirthDate)
                              revealed.birthDate = customer.birthDate;
                          for (const Identifier &each : customer.identifiers) {
                              if (fieldOf(each.kind) == query.field)
                                  revealed.identifiers.push_back(each);
                          }
                          audited(asker,
                                  auditEntry("fieldRevealed", subjectOf(query.customer), "done",
                                             "field=" + std::string(nameOf(query.field))
                                                 + " reason=" + std::string(nameOf(query.reason))),
                                  answer, [revealed, answer] { answer(toJson(revealed)); });
                      }));
}

void CustomerQuestions::openItems(const Asker &asker, const OpenItemsQuery &query, const Answer &answer)
{
    if (query.limit < 1 || query.limit > kListMax) {
        answer(invalidField("limit", "must be from 1 to 200"));
        return;
    }
    m_reader.openItems(
        query, m_host.nowMs(), here<OpenItemsAnswer>(answer, [this, asker, answer](OpenItemsAnswer found) {
            const bool seesNames = accessTo(ProfileField::Name, asker.roles) != FieldAccess::None;
            if (accessTo(ProfileField::OpenItems, asker.roles) == FieldAccess::None)
                found.items.clear();
            bound(found);
            std::vector<CustomerId> named;
            for (OpenItemRow &row : found.items) {
                if (!seesNames)
                    row.name.clear();
                if (hidesWaiting(asker, row.item.customer)) {
                    row.name.clear();
                    row.form = AddressForm::None;
                    row.item.customer = {};
                }
                named.push_back(row.item.customer);
            }
            auditedOnce(asker, "items " + std::to_string(asker.doer.actor.value), kListReadMs,
                        auditEntry("itemsRead", {}, "done", "items=" + std::to_string(found.items.size())), answer,
                        [this, session = asker.session, named, found = std::move(found), answer] {
                            for (const CustomerId each : named)
                                m_acquaintances.add(session, each);
                            answer(toJson(found));
                        });
        }));
}

void CustomerQuestions::segmentCounts(const Answer &answer)
{
    m_reader.segmentCounts(
        here<std::vector<SegmentCount>>(answer, [this, answer](const std::vector<SegmentCount> &counts) {
            answer(toJson(SegmentCountsAnswer{counts, m_isSettling}));
        }));
}

} // namespace tiepdon
