// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/customerdecisions.h"

#include "core/access/fieldpermission.h"
#include "core/customer/duplicates.h"
#include "core/hub/accessdecisions.h"
#include "core/hub/branchdecisions.h"
#include "core/hub/cleancustomer.h"
#include "core/hub/customerimport.h"
#include "core/wire/json.h"

#include <algorithm>

namespace tiepdon {
namespace {

Error unknown(ErrorCode code, const char *what, std::int64_t id)
{
    return {code, std::string("there is no such ") + what, {{"id", std::to_string(id)}}};
}

bool has(const std::vector<Role> &roles, Role role)
{
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

std::string listOf(const std::vector<CustomerId> &customers)
{
    std::string list;
    for (const CustomerId customer : customers)
        list += (list.empty() ? "" : ",") + std::to_string(customer.value);
    return list;
}

Error customerExists(const std::vector<CustomerId> &customers, const std::string &because)
{
    return {ErrorCode::CustomerExists,
            "somebody has this already",
            {{"customers", listOf(customers)}, {"because", because}}};
}

class Decider
{
public:
    Decider(const ChangeFacts &facts, const Asker &asker, const ChangeNow &now)
        : m_facts(facts), m_asker(asker), m_now(now)
    {
    }

    Result<Decision> operator()(const customercommand::AddCustomer &c)
    {
        if (c.ticket.isSet()) {
            if (!mayReach(m_asker.linkReach, m_asker.doer.actor, m_now.branch, c.ticket, m_now.nowMs))
                return notAllowed("linkCustomer", "own", "that is not a ticket of this counter");
        }
        if (const auto unseen = unseenIn(c.customer))
            return notSeen("addCustomer", *unseen);
        if (auto r = knownStaff(c.customer.lookedAfterBy); !r)
            return r.error();
        if (auto r = isNew(c); !r)
            return r.error();
        CustomerRecord record;
        record.customer = c.customer;
        Customer &customer = record.customer;
        customer.id = {++m_now.ids.customer.value};
        customer.revision = 1;
        customer.createdMs = customer.changedMs = m_now.nowMs;
        customer.segment = segmentByRules(m_now.branch, customer, {}, 0, m_now.today);

        Decision decision;
        if (c.ticket.isSet()) {
            decision = decideLink(c.ticket, &record, m_facts, m_now);
            if (decision.refused)
                return decision;
        }
        decision.customers.insert(decision.customers.begin(), customer); // what refers to it comes behind it
        decision.audit.push_back(
            auditEntry("customerAdded", subjectOf(customer.id), "done", c.isSure ? "isSure=true" : std::string()));
        for (Consent consent : c.consents) {
            decision.audit.push_back(auditEntry("consentGiven", subjectOf(customer.id), "done",
                                                "purpose=" + std::string(nameOf(consent.purpose))));
            decision.customers.emplace_back(given(std::move(consent), customer.id));
        }
        m_reply.customer = customer.id;
        m_reply.revision = customer.revision;
        return decision;
    }

    Result<Decision> operator()(const customercommand::ChangeCustomer &c)
    {
        const CustomerRecord *record = m_facts.record(c.customer);
        if (!record)
            return unknown(ErrorCode::UnknownCustomer, "customer", c.customer.value);
        if (c.revision != record->customer.revision)
            return Error{ErrorCode::CustomerChanged,
                         "somebody else changed it meanwhile",
                         {{"revision", std::to_string(record->customer.revision)}}};
        Customer customer = record->customer;
        std::string fields;
        ProfileField unseen = ProfileField::Name;
        bool isUnseen = false;
        const auto set = [&](auto &to, const auto &from, const char *name, ProfileField field) {
            if (!from)
                return;
            if (accessTo(field, m_asker.roles) == FieldAccess::None) {
                isUnseen = true;
                unseen = field;
            }
            if (to != *from)
                fields += (fields.empty() ? "" : ",") + std::string(name);
            to = *from;
        };
        set(customer.name, c.name, "name", ProfileField::Name);
        set(customer.form, c.form, "form", ProfileField::Name);
        set(customer.language, c.language, "language", ProfileField::Needs);
        set(customer.needs, c.needs, "needs", ProfileField::Needs);
        set(customer.preferences, c.preferences, "preferences", ProfileField::Preferences);
        set(customer.birthDate, c.birthDate, "birthDate", ProfileField::BirthDate);
        set(customer.address, c.address, "address", ProfileField::Address);
        set(customer.lookedAfterBy, c.lookedAfterBy, "lookedAfterBy", ProfileField::Preferences);
        if (isUnseen)
            return notSeen("changeCustomer", unseen);
        if (c.lookedAfterBy) {
            if (auto r = knownStaff(*c.lookedAfterBy); !r)
                return r.error();
        }
        if (fields.empty()) {
            m_reply = {customer.id, customer.revision};
            return Decision();
        }
        return changed(std::move(customer), *record, "fields=" + fields);
    }

    Result<Decision> operator()(const customercommand::AddIdentifier &c)
    {
        const CustomerRecord *record = m_facts.record(c.customer);
        if (!record)
            return unknown(ErrorCode::UnknownCustomer, "customer", c.customer.value);
        if (accessTo(fieldOf(c.kind), m_asker.roles) == FieldAccess::None)
            return notSeen("addIdentifier", fieldOf(c.kind));
        Customer customer = record->customer;
        for (const Identifier &each : customer.identifiers) {
            if (each.kind == c.kind && each.value == c.value) {
                m_reply = {customer.id, customer.revision};
                return Decision(); // it is there
            }
        }
        if (customer.identifiers.size() >= kIdentifiersMax)
            return Error{ErrorCode::TooLarge, "too many numbers", {{"field", "value"}}};
        if (c.kind != IdentifierKind::Phone && !m_facts.holders.empty()) {
            std::vector<CustomerId> others = m_facts.holders.front();
            std::erase(others, c.customer);
            if (!others.empty())
                return customerExists(others, std::string(nameOf(c.kind)));
        }
        customer.identifiers.push_back({newIdentifierId(customer.revision, 0), c.kind, c.value});
        return changed(std::move(customer), *record, "added=" + std::string(nameOf(c.kind)));
    }

    Result<Decision> operator()(const customercommand::RemoveIdentifier &c)
    {
        const CustomerRecord *record = m_facts.record(c.customer);
        if (!record)
            return unknown(ErrorCode::UnknownCustomer, "customer", c.customer.value);
        Customer customer = record->customer;
        const auto it = std::find_if(customer.identifiers.begin(), customer.identifiers.end(),
                                     [&](const Identifier &each) { return each.id == c.identifier; });
        if (it == customer.identifiers.end())
            return unknown(ErrorCode::UnknownIdentifier, "number of this customer", c.identifier.value);
        const IdentifierKind kind = it->kind;
        if (accessTo(fieldOf(kind), m_asker.roles) == FieldAccess::None)
            return notSeen("removeIdentifier", fieldOf(kind));
        customer.identifiers.erase(it);
        return changed(std::move(customer), *record, "removed=" + std::string(nameOf(kind)));
    }

    Result<Decision> operator()(const customercommand::SetStage &c)
    {
        const CustomerRecord *record = m_facts.record(c.customer);
        if (!record)
            return unknown(ErrorCode::UnknownCustomer, "customer", c.customer.value);
        m_reply.customer = c.customer;
        TimeMs atMs = m_now.nowMs;
        std::optional<Stage> current;
        for (const StageChange &each : record->stages) { // oldest first
            if (each.product != c.product)
                continue;
            current = each.stage;
            atMs = std::max(atMs, each.atMs + 1);
        }
        Decision decision;
        if (current == c.stage)
            return decision;
        decision.customers.emplace_back(StageChange{c.customer, c.product, c.stage, atMs, m_asker.doer.actor});
        decision.audit.push_back(auditEntry("customerChanged", subjectOf(c.customer), "done", "fields=stage"));
        return decision;
    }

    Result<Decision> operator()(const customercommand::GiveConsent &c)
    {
        const CustomerRecord *record = m_facts.record(c.customer);
        if (!record)
            return unknown(ErrorCode::UnknownCustomer, "customer", c.customer.value);
        if (record->consents.size() >= kConsentsMax)
            return Error{ErrorCode::TooLarge, "too many consents", {{"field", "customer"}}};
        Consent consent;
        consent.purpose = c.purpose;
        consent.source = c.source;
        consent.wording = c.wording;
        consent.channel = c.channel;
        consent = given(std::move(consent), c.customer);
        Decision decision;
        decision.audit.push_back(auditEntry("consentGiven", subjectOf(c.customer), "done",
                                            "consent=" + std::to_string(consent.id.value)
                                                + " purpose=" + std::string(nameOf(c.purpose))));
        m_reply.customer = c.customer;
        m_reply.consent = consent.id;
        decision.customers.emplace_back(std::move(consent));
        return decision;
    }

    Result<Decision> operator()(const customercommand::WithdrawConsent &c)
    {
        const CustomerRecord *record = m_facts.record(c.customer);
        if (!record)
            return unknown(ErrorCode::UnknownCustomer, "customer", c.customer.value);
        const auto it = std::find_if(record->consents.begin(), record->consents.end(),
                                     [&](const Consent &each) { return each.id == c.consent; });
        if (it == record->consents.end())
            return unknown(ErrorCode::UnknownConsent, "consent of this customer", c.consent.value);
        m_reply.customer = c.customer;
        m_reply.consent = c.consent;
        Decision decision;
        if (it->withdrawnMs)
            return decision;
        Consent consent = *it;
        consent.withdrawnMs = m_now.nowMs;
        consent.withdrawnTo = m_asker.doer.actor;
        decision.audit.push_back(auditEntry("consentWithdrawn", subjectOf(c.customer), "done",
                                            "consent=" + std::to_string(consent.id.value)
                                                + " purpose=" + std::string(nameOf(consent.purpose))));
        decision.customers.emplace_back(std::move(consent));
        return decision;
    }

    Result<Decision> operator()(const customercommand::SaveNote &c)
    {
        CustomerNote note;
        const char *action = "noteWritten";
        if (c.note.isSet()) {
            if (!m_facts.note || m_facts.note->removedMs)
                return unknown(ErrorCode::UnknownNote, "note", c.note.value);
            note = *m_facts.note;
            if (note.staff != m_asker.doer.actor && !has(m_asker.roles, Role::Supervisor))
                return notAllowed("saveNote", "own", "that is another person's note");
            if (c.text.empty()) {
                note.removedMs = m_now.nowMs;
                action = "noteRemoved";
            } else {
                note.text = c.text;
                note.changedMs = m_now.nowMs;
                note.department = c.department;
                note.isForSupervisors = c.isForSupervisors;
            }
        } else {
            const auto whose = about(c.customer, c.ticket);
            if (!whose)
                return whose.error();
            note.id = {++m_now.ids.note.value};
            note.customer = *whose;
            note.ticket = c.ticket;
            note.department = c.department;
            note.isForSupervisors = c.isForSupervisors;
            note.text = c.text;
            note.staff = m_asker.doer.actor;
            note.atMs = m_now.nowMs;
        }
        Decision decision;
        decision.audit.push_back(auditEntry(action, "note " + std::to_string(note.id.value), "done",
                                            detailOf(note.customer, note.ticket)));
        m_reply.note = note.id;
        m_reply.customer = note.customer;
        const auto written = c.customer.isSet() || c.ticket.isSet() ? std::pair(c.customer, c.ticket)
                                                                    : std::pair(note.customer, note.ticket);
        decision.customers.emplace_back(std::move(note));
        decision.customers.emplace_back(draftOf(written.first, written.second, {}));
        return decision;
    }

    Result<Decision> operator()(const customercommand::SaveDraft &c)
    {
        if (const auto whose = about(c.customer, c.ticket); !whose)
            return whose.error();
        Decision decision;
        decision.customers.emplace_back(draftOf(c.customer, c.ticket, c.text));
        return decision;
    }

    Result<Decision> operator()(const customercommand::SetGoal &c)
    {
        const auto entry = m_now.tickets.find(m_now.branch, c.ticket);
        if (!entry)
            return unknown(ErrorCode::UnknownTicket, "ticket of the day", c.ticket.value);
        if (entry->staff != m_asker.doer.actor
            && (!m_now.branch.ticket(c.ticket) // ended at another counter
                || !mayReach(m_asker.reach, m_asker.doer.actor, m_now.branch, c.ticket, m_now.nowMs))
            && m_asker.reach != Reach::Any)
            return notAllowed("setGoal", "own", "that is not a ticket of this counter");
        VisitGoal goal = m_facts.goal.value_or(VisitGoal{c.ticket});
        const VisitGoal before = goal;
        goal.customer = entry->customer;
        goal.text = c.text.value_or(goal.text);
        goal.reached = c.reached.value_or(goal.reached);
        m_reply.customer = goal.customer;
        Decision decision;
        if (m_facts.goal && goal == before)
            return decision;
        goal.staff = m_asker.doer.actor;
        goal.atMs = m_now.nowMs;
        decision.audit.push_back(auditEntry("goalSet", "ticket " + std::to_string(c.ticket.value), "done",
                                            "reached=" + std::string(nameOf(goal.reached))));
        decision.customers.emplace_back(std::move(goal));
        return decision;
    }

    Result<Decision> operator()(const customercommand::DeclineRequest &c)
    {
        const auto whose = about(c.customer, c.ticket);
        if (!whose)
            return whose.error();
        Happening happening;
        happening.kind = HappeningKind::Declined;
        happening.text = c.text;
        happening.reason = c.reason;
        happening.alternative = c.alternative;
        happening.ticket = c.ticket;
        return happened(std::move(happening), *whose, "declined");
    }

    Result<Decision> operator()(const customercommand::AddConversation &c)
    {
        if (c.atMs && (*c.atMs > m_now.nowMs || *c.atMs <= 0))
            return invalidField("atMs", "must not be later than now");
        const auto whose = about(c.customer, {});
        if (!whose)
            return whose.error();
        Happening happening;
        happening.channel = c.channel;
        happening.isInward = c.isInward;
        happening.text = c.text;
        happening.atMs = c.atMs.value_or(0);
        return happened(std::move(happening), *whose, "conversationAdded");
    }

    Result<Decision> operator()(const customercommand::AddOpenItem &c)
    {
        CustomerId customer;
        if (c.customer.isSet() || c.ticket.isSet()) {
            const auto whose = about(c.customer, c.ticket);
            if (!whose)
                return whose.error();
            customer = *whose;
        }
        if (auto r = knownStaff(c.owner); !r)
            return r.error();
        const TimeMs dayEndMs
            = dayStart(m_now.today, static_cast<int>(m_now.branch.settings().utcOffsetMin)) + kDayMs;
        OpenItem item;
        item.dueMs = c.dueMs > 0 ? c.dueMs : dayEndMs;
        if (item.dueMs < m_now.nowMs)
            return invalidField("dueMs", "is over");
        item.id = {++m_now.ids.item.value};
        item.kind = c.kind;
        item.customer = customer;
        item.ticket = c.ticket;
        item.department = c.department;
        item.blocker = c.blocker;
        item.text = c.text;
        item.owner = c.owner.isSet() ? c.owner : ownerOf(c.kind);
        item.madeBy = m_asker.doer.actor;
        item.madeMs = item.changedMs = m_now.nowMs;
        item.revision = 1;
        return written(std::move(item), "itemAdded");
    }

    Result<Decision> operator()(const customercommand::ChangeOpenItem &c)
    {
        if (!m_facts.item)
            return unknown(ErrorCode::UnknownOpenItem, "promise or complaint", c.item.value);
        OpenItem item = *m_facts.item;
        if (m_asker.reach == Reach::Own && item.owner != m_asker.doer.actor && item.madeBy != m_asker.doer.actor)
            return notAllowed("changeOpenItem", "own", "that is another person's");
        if (c.revision != item.revision)
            return Error{ErrorCode::CustomerChanged,
                         "somebody else changed it meanwhile",
                         {{"revision", std::to_string(item.revision)}}};
        if (c.owner) {
            if (auto r = knownStaff(*c.owner); !r)
                return r.error();
            if (!c.owner->isSet())
                return invalidField("owner", "must be somebody");
        }
        if (c.dueMs && *c.dueMs < m_now.nowMs && (!c.state || *c.state == OpenItemState::Open))
            return invalidField("dueMs", "is over");
        item.owner = c.owner.value_or(item.owner);
        item.dueMs = c.dueMs.value_or(item.dueMs);
        item.ending = c.ending.value_or(item.ending);
        if (c.state && *c.state != item.state) {
            item.state = *c.state;
            item.endedMs = item.isOpen() ? std::nullopt : std::optional(m_now.nowMs);
            if (item.isOpen())
                item.ending.clear();
        }
        if (item == *m_facts.item) {
            m_reply = {item.customer, item.revision, {}, item.id};
            return Decision();
        }
        item.changedMs = m_now.nowMs;
        ++item.revision;
        return written(std::move(item), "itemChanged");
    }

    Result<Decision> operator()(const customercommand::ImportRows &c)
    {
        return decideImport(c, m_facts, m_asker, m_now, m_reply);
    }

    [[nodiscard]] const CustomerReply &reply() const { return m_reply; }

private:
    /// Somebody on the staff list, or with an account; 0 is nobody and fine.
    [[nodiscard]] Result<void> knownStaff(StaffId staff) const
    {
        if (!staff.isSet() || m_now.branch.staffMember(staff) || m_now.access.account(staff))
            return {};
        return unknown(ErrorCode::UnknownStaff, "member of staff", staff.value);
    }

    /// Whose something written about a customer, or during a visit, is: 0 while nobody knows whose the visit is.
    [[nodiscard]] Result<CustomerId> about(CustomerId customer, TicketId ticket) const
    {
        if (customer.isSet()) {
            if (!m_facts.record(customer))
                return unknown(ErrorCode::UnknownCustomer, "customer", customer.value);
            if (!ticket.isSet())
                return customer;
        }
        const auto entry = m_now.tickets.find(m_now.branch, ticket);
        if (!entry)
            return unknown(ErrorCode::UnknownTicket, "ticket of the day", ticket.value);
        return customer.isSet() ? customer : entry->customer;
    }

    /// A fact of a new profile that the asker's role does not see, and so does not say.
    [[nodiscard]] std::optional<ProfileField> unseenIn(const Customer &customer) const
    {
        std::vector<ProfileField> said;
        for (const Identifier &each : customer.identifiers)
            said.push_back(fieldOf(each.kind));
        if (!customer.birthDate.empty())
            said.push_back(ProfileField::BirthDate);
        if (!customer.address.empty())
            said.push_back(ProfileField::Address);
        if (customer.preferences != Preferences() || customer.lookedAfterBy.isSet()
            || !customer.lookedAfterByName.empty())
            said.push_back(ProfileField::Preferences);
        for (const ProfileField field : said) {
            if (accessTo(field, m_asker.roles) == FieldAccess::None)
                return field;
        }
        return std::nullopt;
    }

    /// Nobody else has its documents, its number, or its name and phone.
    [[nodiscard]] Result<void> isNew(const customercommand::AddCustomer &c) const
    {
        std::vector<CustomerId> same;
        std::string because;
        for (std::size_t i = 0; i < c.customer.identifiers.size() && i < m_facts.holders.size(); ++i) {
            if (c.customer.identifiers[i].kind == IdentifierKind::CustomerNumber && !m_facts.holders[i].empty())
                return customerExists(m_facts.holders[i], "customerNumber"); // it names one person
        }
        if (c.isSure)
            return {};
        for (const CustomerRecord &record : m_facts.records) {
            const auto likely = likelyDuplicate(c.customer, record.customer);
            if (!likely || !likely->isStrong)
                continue;
            same.push_back(record.customer.id);
            because = likely->because;
        }
        return same.empty() ? Result<void>() : customerExists(same, because);
    }

    [[nodiscard]] Consent given(Consent consent, CustomerId customer) const
    {
        consent.id = {++m_now.ids.consent.value};
        consent.customer = customer;
        consent.givenMs = m_now.nowMs;
        consent.givenTo = m_asker.doer.actor;
        consent.withdrawnMs.reset();
        consent.withdrawnTo = {};
        return consent;
    }

    Decision changed(Customer customer, const CustomerRecord &record, std::string detail)
    {
        ++customer.revision;
        customer.changedMs = m_now.nowMs;
        customer.segment
            = segmentByRules(m_now.branch, customer, record.products, record.visitsInYear, m_now.today);
        m_reply.customer = customer.id;
        m_reply.revision = customer.revision;
        Decision decision;
        decision.audit.push_back(auditEntry("customerChanged", subjectOf(customer.id), "done", std::move(detail)));
        decision.customers.emplace_back(std::move(customer));
        return decision;
    }

    Decision happened(Happening happening, CustomerId customer, const char *action)
    {
        happening.id = {++m_now.ids.happening.value};
        happening.customer = customer;
        if (happening.atMs == 0)
            happening.atMs = m_now.nowMs;
        happening.staff = m_asker.doer.actor;
        m_reply.customer = customer;
        Decision decision;
        decision.audit.push_back(auditEntry(action, "happening " + std::to_string(happening.id.value), "done",
                                            detailOf(customer, happening.ticket)));
        decision.customers.emplace_back(std::move(happening));
        return decision;
    }

    Decision written(OpenItem item, const char *action)
    {
        m_reply = {item.customer, item.revision, {}, item.id};
        Decision decision;
        decision.audit.push_back(auditEntry(action, "item " + std::to_string(item.id.value), "done",
                                            "kind=" + std::string(nameOf(item.kind))
                                                + " owner=" + std::to_string(item.owner.value)
                                                + " state=" + std::string(nameOf(item.state))));
        decision.customers.emplace_back(std::move(item));
        return decision;
    }

    /// Who has it when nobody is named.
    [[nodiscard]] StaffId ownerOf(OpenItemKind kind) const
    {
        if (kind != OpenItemKind::Blocker)
            return m_asker.doer.actor;
        const StaffId chosen = m_now.branch.settings().itemOwner;
        if (chosen.isSet() && knownStaff(chosen))
            return chosen;
        for (const auto &[staff, account] : m_now.access.accounts()) {
            if (!account.isDisabled && has(account.roles, Role::Supervisor))
                return staff;
        }
        return m_asker.doer.actor;
    }

    /// One draft of a person for a visit, else for a customer.
    [[nodiscard]] NoteDraft draftOf(CustomerId customer, TicketId ticket, std::string text) const
    {
        return {m_asker.doer.actor, ticket.isSet() ? CustomerId{} : customer, ticket, std::move(text), m_now.nowMs};
    }

    static Decision notSeen(std::string_view method, ProfileField field)
    {
        Decision decision = notAllowed(method, "field", "this role does not see that field");
        decision.refused->detail["field"] = std::string(nameOf(field));
        return decision;
    }

    static std::string detailOf(CustomerId customer, TicketId ticket)
    {
        std::string detail;
        if (customer.isSet())
            detail = "customer=" + std::to_string(customer.value);
        if (ticket.isSet())
            detail += (detail.empty() ? "ticket=" : " ticket=") + std::to_string(ticket.value);
        return detail;
    }

    const ChangeFacts &m_facts;
    const Asker &m_asker;
    const ChangeNow &m_now;
    CustomerReply m_reply;
};

} // namespace

const CustomerRecord *ChangeFacts::record(CustomerId customer) const
{
    const auto it = std::find_if(records.begin(), records.end(),
                                 [&](const CustomerRecord &each) { return each.customer.id == customer; });
    return it == records.end() ? nullptr : &*it;
}

Decision decideCustomer(const CustomerCommand &command, const ChangeFacts &facts, const Asker &asker,
                        const ChangeNow &now)
{
    Decider decider(facts, asker, now);
    auto decided = std::visit(decider, command);
    if (!decided) {
        Decision refused;
        refused.refused = std::move(decided).error();
        return refused;
    }
    decided->extra = toJson(decider.reply());
    return std::move(*decided);
}

bool mayReach(Reach reach, StaffId staff, const BranchState &branch, TicketId ticket, TimeMs now)
{
    if (reach != Reach::Own)
        return reach == Reach::Any;
    return !branch.ticket(ticket) || isAtCounterOf(branch, staff, ticket) || isNextFor(branch, staff, ticket, now);
}

std::string subjectOf(CustomerId customer) { return "customer " + std::to_string(customer.value); }

FieldTable fieldsOf(const Asker &asker)
{
    FieldTable table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table.at(i) = accessTo(static_cast<ProfileField>(i), asker.roles);
    return table;
}

} // namespace tiepdon
