// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/customerimport.h"

#include "core/customer/document.h"
#include "core/hub/accessdecisions.h"
#include "core/hub/cleancustomer.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace tiepdon {
namespace {

/// A number as it is found by.
using Number = std::pair<IdentifierKind, std::string>;

/// Whether it says which person somebody is: families share phones.
bool namesOne(IdentifierKind kind) { return kind != IdentifierKind::Phone; }

std::optional<Number> numberOf(const Identifier &identifier)
{
    auto value = identifierFrom(identifier.kind, identifier.value);
    return value ? std::optional(Number(identifier.kind, std::move(*value))) : std::nullopt;
}

std::string codeOf(const Error &error) { return std::string(name(error.code)); }

std::string fieldIn(const Error &error)
{
    const auto it = error.detail.find("field");
    return it == error.detail.end() ? std::string() : it->second;
}

class Importer
{
public:
    Importer(const ChangeFacts &facts, const ChangeNow &now, CustomerReply &reply)
        : m_facts(facts), m_now(now), m_reply(reply)
    {
        for (const CustomerRecord &record : facts.records) {
            m_records.emplace(record.customer.id, record);
            index(record.customer);
        }
        for (const auto &happening : facts.happenings) {
            if (happening)
                m_happenings[{happening->customer, happening->kind, happening->reference}] = *happening;
        }
    }

    void customerRow(std::int64_t row, customercommand::ImportRows::CustomerRow wanted)
    {
        const auto refuse = [&](const Error &error) {
            m_reply.errors.push_back({row, fieldIn(error), codeOf(error)});
        };
        if (wanted.products.size() > kRowPartsMax || wanted.stages.size() > kRowPartsMax)
            return refuse({ErrorCode::TooLarge, {}, {{"field", "products"}}});
        if (auto r = cleanCustomer(wanted.customer, m_now.today); !r)
            return refuse(r.error());
        for (ProductHeld &product : wanted.products) {
            if (auto r = cleanProduct(product); !r)
                return refuse(r.error());
        }
        for (StageChange &stage : wanted.stages) {
            if (auto r = cleanStage(stage); !r)
                return refuse(r.error());
        }
        const StaffId keeper = wanted.customer.lookedAfterBy;
        if (keeper.isSet() && !m_now.branch.staffMember(keeper) && !m_now.access.account(keeper))
            return refuse({ErrorCode::UnknownStaff, {}, {{"field", "lookedAfterBy"}}});
        const auto found = find(wanted.customer);
        if (!found)
            return refuse(found.error());
        take(std::move(wanted), *found);
    }

    void happeningRow(std::int64_t row, const customercommand::ImportRows::HappeningRow &wanted)
    {
        const auto refuse = [&](const char *field, ErrorCode code) {
            m_reply.errors.push_back({row, field, std::string(name(code))});
        };
        const auto number = numberOf(wanted.of);
        if (!number)
            return refuse("of", ErrorCode::InvalidParams);
        const auto holders = m_holders.find(*number);
        if (holders == m_holders.end() || holders->second.size() != 1) // nobody, or who of them is not known
            return refuse("of",
                          holders == m_holders.end() ? ErrorCode::UnknownCustomer : ErrorCode::CustomerExists);
        Happening happening = wanted.happening;
        if (auto r = cleanHappening(happening); !r)
            return refuse(fieldIn(r.error()).c_str(), r.error().code);
        if (happening.atMs > m_now.nowMs)
            return refuse("atMs", ErrorCode::InvalidParams);
        happening.customer = *holders->second.begin();
        const Key key{happening.customer, happening.kind, happening.reference};
        const auto known = m_happenings.find(key);
        if (known == m_happenings.end()) {
            happening.id = {++m_now.ids.happening.value};
            ++m_reply.added;
        } else {
            happening.id = known->second.id;
            happening.staff = known->second.staff;
            happening.ticket = known->second.ticket;
            if (happening == known->second) {
                ++m_reply.same;
                return;
            }
            ++m_reply.changed;
        }
        m_happenings[key] = happening;
        m_changes.emplace_back(std::move(happening));
    }

    std::vector<CustomerChange> changes() { return std::move(m_changes); }

private:
    using Key = std::tuple<CustomerId, HappeningKind, std::string>;

    void index(const Customer &customer)
    {
        for (const Identifier &each : customer.identifiers)
            m_holders[{each.kind, each.value}].insert(customer.id);
    }

    /// Whose row it is, 0: nobody's yet. By the customer's number, else by the first document that somebody has.
    [[nodiscard]] Result<CustomerId> find(const Customer &wanted) const
    {
        std::optional<CustomerId> byNumber;
        std::optional<CustomerId> byDocument;
        bool namesAnybody = false;
        for (const Identifier &each : wanted.identifiers) {
            if (!namesOne(each.kind))
                continue;
            namesAnybody = true;
            const auto holders = m_holders.find({each.kind, each.value});
            if (holders == m_holders.end())
                continue;
            const auto field = std::string(nameOf(each.kind));
            if (holders->second.size() > 1)
                return Error{ErrorCode::CustomerExists, {}, {{"field", field}}};
            auto &by = each.kind == IdentifierKind::CustomerNumber ? byNumber : byDocument;
            if (by && *by != *holders->second.begin())
                return Error{ErrorCode::CustomerExists, {}, {{"field", field}}};
            by = *holders->second.begin();
        }
        if (!namesAnybody) // the next import would make them once more
            return Error{ErrorCode::InvalidParams, {}, {{"field", "identifiers"}}};
        if (byNumber && byDocument && *byNumber != *byDocument) // a document of somebody else
            return Error{ErrorCode::CustomerExists, {}, {{"field", "identifiers"}}};
        return byNumber ? *byNumber : byDocument.value_or(CustomerId{});
    }

    /// What a row leaves empty stays.
    static void merge(Customer &into, const Customer &from)
    {
        into.name = from.name;
        if (from.form != AddressForm::None)
            into.form = from.form;
        if (!from.language.empty())
            into.language = from.language;
        if (!from.needs.empty())
            into.needs = from.needs;
        if (from.preferences != Preferences())
            into.preferences = from.preferences;
        if (!from.birthDate.empty())
            into.birthDate = from.birthDate;
        if (!from.address.empty())
            into.address = from.address;
        if (!from.tier.empty())
            into.tier = from.tier;
        if (from.lookedAfterBy.isSet())
            into.lookedAfterBy = from.lookedAfterBy;
        if (!from.lookedAfterByName.empty())
            into.lookedAfterByName = from.lookedAfterByName;
        std::size_t added = 0;
        for (const Identifier &each : from.identifiers) {
            const bool isThere
                = std::any_of(into.identifiers.begin(), into.identifiers.end(), [&](const Identifier &other) {
                      return other.kind == each.kind && other.value == each.value;
                  });
            if (!isThere && into.identifiers.size() < kIdentifiersMax)
                into.identifiers.push_back({newIdentifierId(into.revision, added++), each.kind, each.value});
        }
    }

    void take(customercommand::ImportRows::CustomerRow wanted, CustomerId found)
    {
        CustomerRecord record;
        if (found.isSet()) {
            record = m_records.at(found);
            merge(record.customer, wanted.customer);
        } else {
            record.customer = wanted.customer;
            record.customer.id = {++m_now.ids.customer.value};
            record.customer.createdMs = m_now.nowMs;
        }
        std::vector<CustomerChange> parts;
        for (ProductHeld &product : wanted.products) {
            product.customer = record.customer.id;
            const auto it
                = std::find_if(record.products.begin(), record.products.end(), [&](const ProductHeld &each) {
                      return each.product == product.product && each.reference == product.reference;
                  });
            if (it != record.products.end() && *it == product)
                continue;
            if (it == record.products.end())
                record.products.push_back(product);
            else
                *it = product;
            parts.emplace_back(std::move(product));
        }
        for (StageChange &stage : wanted.stages) {
            stage.customer = record.customer.id;
            const auto it = std::find_if(record.stages.begin(), record.stages.end(), [&](const StageChange &each) {
                return each.product == stage.product && each.atMs == stage.atMs;
            });
            if (it != record.stages.end() && it->stage == stage.stage)
                continue;
            if (it == record.stages.end())
                record.stages.push_back(stage);
            else
                it->stage = stage.stage;
            parts.emplace_back(std::move(stage));
        }
        record.customer.segment
            = segmentByRules(m_now.branch, record.customer, record.products, record.visitsInYear, m_now.today);
        const bool isSame = found.isSet() && record.customer == m_records.at(found).customer;
        if (isSame && parts.empty()) {
            ++m_reply.same;
            return;
        }
        ++(found.isSet() ? m_reply.changed : m_reply.added);
        if (!isSame) {
            ++record.customer.revision;
            record.customer.changedMs = m_now.nowMs;
            m_changes.emplace_back(record.customer);
        }
        m_changes.insert(m_changes.end(), parts.begin(), parts.end());
        index(record.customer);
        m_records.insert_or_assign(record.customer.id, std::move(record));
    }

    const ChangeFacts &m_facts;
    const ChangeNow &m_now;
    CustomerReply &m_reply;
    std::map<CustomerId, CustomerRecord> m_records; ///< as they will be
    std::map<Number, std::set<CustomerId>> m_holders;
    std::map<Key, Happening> m_happenings;
    std::vector<CustomerChange> m_changes;
};

} // namespace

std::vector<Identifier> identifiersOf(const customercommand::ImportRows &rows, const std::string &today)
{
    std::set<Number> numbers;
    for (const auto &row : rows.customers) {
        Customer customer = row.customer;
        if (!cleanCustomer(customer, today))
            continue;
        for (const Identifier &each : customer.identifiers) {
            if (namesOne(each.kind))
                numbers.emplace(each.kind, each.value);
        }
    }
    for (const auto &row : rows.happenings) {
        if (const auto number = numberOf(row.of))
            numbers.insert(*number);
    }
    std::vector<Identifier> identifiers;
    identifiers.reserve(numbers.size());
    for (const auto &[kind, value] : numbers)
        identifiers.push_back({{}, kind, value});
    return identifiers;
}

std::vector<HappeningKey> keysOf(const customercommand::ImportRows &rows,
                                 const std::vector<Identifier> &identifiers,
                                 const std::vector<std::vector<CustomerId>> &holders)
{
    std::map<Number, CustomerId> known;
    for (std::size_t i = 0; i < identifiers.size() && i < holders.size(); ++i) {
        if (holders[i].size() == 1)
            known[{identifiers[i].kind, identifiers[i].value}] = holders[i].front();
    }
    std::vector<HappeningKey> keys;
    for (const auto &row : rows.happenings) {
        const auto number = numberOf(row.of);
        const auto it = number ? known.find(*number) : known.end();
        Happening happening = row.happening;
        if (it != known.end() && cleanHappening(happening))
            keys.push_back({it->second, happening.kind, happening.reference});
    }
    return keys;
}

Decision decideImport(const customercommand::ImportRows &rows, const ChangeFacts &facts, const Asker &,
                      const ChangeNow &now, CustomerReply &reply)
{
    LastCustomerIds unused = now.ids; // a dry run gives out none
    const ChangeNow mine{now.branch, now.access, now.tickets,
                         now.nowMs,  now.today,  rows.isDryRun ? unused : now.ids};
    Importer importer(facts, mine, reply);
    for (std::size_t i = 0; i < rows.customers.size(); ++i)
        importer.customerRow(static_cast<std::int64_t>(i), rows.customers[i]);
    for (std::size_t i = 0; i < rows.happenings.size(); ++i)
        importer.happeningRow(static_cast<std::int64_t>(i), rows.happenings[i]);
    Decision decision;
    if (!rows.isDryRun)
        decision.customers = importer.changes();
    decision.audit.push_back(
        auditEntry("imported", {}, "done",
                   "rows=" + std::to_string(rows.customers.size() + rows.happenings.size())
                       + " added=" + std::to_string(reply.added) + " changed=" + std::to_string(reply.changed)
                       + " same=" + std::to_string(reply.same) + " errors=" + std::to_string(reply.errors.size())
                       + (rows.isDryRun ? " isDryRun=true" : "")));
    return decision;
}

} // namespace tiepdon
