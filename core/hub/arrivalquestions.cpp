// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/customerquestions.h"

#include "core/base/text.h"
#include "core/customer/cardscan.h"
#include "core/customer/consents.h"
#include "core/customer/personname.h"
#include "core/hub/accessdecisions.h"
#include "core/hub/customersearches.h"
#include "core/wire/json.h"

#include <algorithm>

// What is asked about who comes in: a person at a kiosk, and who other systems say is here.

namespace tiepdon {
namespace {

bool sees(const FieldTable &table, ProfileField field)
{
    return table.at(static_cast<std::size_t>(field)) != FieldAccess::None;
}

} // namespace

void CustomerQuestions::identify(const Asker &asker, const Identify &query, const Answer &answer)
{
    if (!m_identities.mayAsk(asker.doer.device, m_host.nowMs())) {
        answer(Error{ErrorCode::Busy, "too many people said who they are just now", {}});
        return;
    }
    const auto text = cleanText(query.text, kScanBytesMax);
    std::vector<Identifier> identifiers = text ? identitiesIn(*text, today()) : std::vector<Identifier>();
    if (identifiers.empty()) {
        answer(Error{
            ErrorCode::InvalidParams, "that is no card, phone or number", {{"field", "text"}, {"unread", "true"}}});
        return;
    }
    // somebody found and nobody found take the same steps
    m_reader.byIdentifiers(
        std::move(identifiers),
        here<std::vector<std::vector<CustomerId>>>(
            answer, [this, asker, answer](const std::vector<std::vector<CustomerId>> &holders) {
                std::set<CustomerId> all;
                for (const auto &each : holders)
                    all.insert(each.begin(), each.end());
                std::vector<CustomerId> one;
                if (all.size() == 1) // of two with one phone it may be either
                    one.push_back(*all.begin());
                m_reader.read(one.empty() ? std::vector{CustomerId{-1}} : one, m_host.nowMs(),
                              here<std::vector<CustomerRecord>>(
                                  answer, [this, asker, answer](const std::vector<CustomerRecord> &records) {
                                      answerIdentified(asker, records, answer);
                                  }));
            }));
}

void CustomerQuestions::answerIdentified(const Asker &asker, const std::vector<CustomerRecord> &records,
                                         const Answer &answer)
{
    const TimeMs now = m_host.nowMs();
    Identified identified;
    CustomerId customer;
    if (!records.empty()) {
        const CustomerRecord &record = records.front();
        customer = record.customer.id;
        if (consentInForce(record.consents, ConsentPurpose::Greeting, now)) {
            identified.greetingName = givenName(record.customer.name);
            identified.greetingForm = record.customer.form;
            identified.language = record.customer.language;
        }
    }
    identified.identity = m_identities.add(customer, asker.doer.device, now);
    audited(asker, auditEntry("identified", customer.isSet() ? subjectOf(customer) : std::string()), answer,
            [identified, answer] { answer(toJson(identified)); });
}

void CustomerQuestions::arrivals(const Asker &asker, const Answer &answer)
{
    const auto entries = m_arrivals.lately(m_host.nowMs());
    std::vector<CustomerId> customers;
    for (const auto &entry : entries)
        customers.push_back(entry.customer);
    if (customers.empty()) {
        answer(toJson(ArrivalsAnswer{}));
        return;
    }
    m_reader.read(customers, m_host.nowMs(),
                  here<std::vector<CustomerRecord>>(
                      answer, [this, asker, entries, answer](const std::vector<CustomerRecord> &records) {
                          const FieldTable table = fieldsOf(asker);
                          ArrivalsAnswer made;
                          for (const auto &entry : entries) {
                              const auto it
                                  = std::find_if(records.begin(), records.end(), [&](const CustomerRecord &each) {
                                        return each.customer.id == entry.customer;
                                    });
                              if (it == records.end())
                                  continue;
                              Arrival arrival;
                              arrival.customer = entry.customer;
                              const bool isHidden = hidesWaiting(asker, entry.customer);
                              if (sees(table, ProfileField::Name) && !isHidden) {
                                  arrival.name = it->customer.name;
                                  arrival.form = it->customer.form;
                              }
                              if (sees(table, ProfileField::Needs))
                                  arrival.needs = it->customer.needs;
                              if (sees(table, ProfileField::Tier))
                                  arrival.segment = it->customer.segment;
                              arrival.source = entry.source;
                              arrival.atMs = entry.atMs;
                              arrival.ticket = openTicketOf(m_host.state(), entry.customer);
                              made.arrivals.push_back(std::move(arrival));
                          }
                          auditedOnce(asker, "arrivals " + std::to_string(asker.doer.actor.value), kListReadMs,
                                      auditEntry("arrivalsRead", {}, "done",
                                                 "arrivals=" + std::to_string(made.arrivals.size())),
                                      answer, [this, session = asker.session, made, answer] {
                                          for (const Arrival &each : made.arrivals) {
                                              if (!each.name.empty()) // who was named
                                                  m_acquaintances.add(session, each.customer);
                                          }
                                          answer(toJson(made));
                                      });
                      }));
}

} // namespace tiepdon
