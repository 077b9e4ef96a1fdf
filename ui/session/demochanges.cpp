// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/records.h"
#include "core/base/text.h"
#include "core/customer/calendar.h"
#include "core/customer/document.h"
#include "core/customer/duplicates.h"
#include "core/customer/personname.h"
#include "core/customer/segmentrule.h"
#include "ui/session/democustomers.h"

#include <algorithm>

// The changes a DemoCustomers makes.

namespace tiepdon {
namespace {

constexpr std::size_t kWordsMax = 2000;

Error wrong(const char *field) { return Error{ErrorCode::InvalidParams, field, {{"field", field}}}; }

std::string listed(const std::vector<CustomerId> &ids)
{
    std::string text;
    for (const CustomerId id : ids)
        text += (text.empty() ? "" : ",") + std::to_string(id.value);
    return text;
}

bool isUnique(IdentifierKind kind) { return kind != IdentifierKind::Phone; }

} // namespace

Result<CustomerRecord *> DemoCustomers::changed(CustomerId id)
{
    const auto it = m_people.find(id);
    if (it == m_people.end())
        return Error{ErrorCode::UnknownCustomer, "no such customer", {}};
    return &it->second;
}

Result<CustomerRecord *> DemoCustomers::aboutWhom(CustomerId customer, TicketId ticket)
{
    if (!customer.isSet() && ticket.isSet()) {
        const Ticket *open = m_link.branch().ticket(ticket);
        if (!open && ticket > m_link.branch().lastTicket())
            return Error{ErrorCode::UnknownTicket, "no such ticket", {}};
        customer = open ? open->customer : CustomerId{};
    }
    if (!customer.isSet())
        return &m_nobody;
    return changed(customer);
}

void DemoCustomers::touch(CustomerRecord &record)
{
    ++record.customer.revision;
    record.customer.changedMs = m_link.hubNowMs();
    std::vector<Segment> segments;
    for (const auto &[id, segment] : m_link.branch().segments())
        segments.push_back(segment);
    record.customer.segment = segmentOf(segments, {record.customer, record.products, record.visitsInYear}, today());
}

OpenItem *DemoCustomers::itemOf(OpenItemId id)
{
    const auto in = [id](CustomerRecord &record) -> OpenItem * {
        for (OpenItem &item : record.openItems) {
            if (item.id == id)
                return &item;
        }
        return nullptr;
    };
    for (auto &[customer, record] : m_people) {
        if (OpenItem *item = in(record))
            return item;
    }
    return in(m_nobody);
}

Result<CustomerReply> DemoCustomers::on(const customercommand::AddCustomer &change)
{
    CustomerRecord record;
    record.customer = change.customer;
    const auto name = personNameFrom(change.customer.name);
    if (!name)
        return name.error();
    record.customer.name = *name;
    std::vector<CustomerId> same;
    std::string because;
    for (Identifier &each : record.customer.identifiers) {
        const auto value = identifierFrom(each.kind, each.value);
        if (!value)
            return value.error();
        each.value = *value;
        each.id = IdentifierId{&each - record.customer.identifiers.data() + 1};
        for (const CustomerId id : withIdentifier(each.kind, *value)) {
            const bool isNamesake = folded(m_people.at(id).customer.name) == folded(*name);
            if (!isUnique(each.kind) && !isNamesake)
                continue;
            same.push_back(id);
            because = isUnique(each.kind) ? "document" : "name,phone";
        }
    }
    if (!same.empty() && !change.isSure)
        return Error{
            ErrorCode::CustomerExists, "there is one already", {{"customers", listed(same)}, {"because", because}}};
    record.customer.id = demoCustomer(++m_last);
    record.customer.revision = 0;
    record.customer.createdMs = m_link.hubNowMs();
    for (Consent consent : change.consents) {
        consent.id = ConsentId{++m_last};
        consent.customer = record.customer.id;
        consent.givenMs = m_link.hubNowMs();
        consent.givenTo = staff();
        record.consents.push_back(consent);
    }
    touch(record);
    const CustomerReply reply{record.customer.id, record.customer.revision};
    m_people.emplace(record.customer.id, std::move(record));
    if (change.ticket.isSet()) {
        const auto command = filledIn(command::LinkCustomer{change.ticket, reply.customer});
        if (const auto linked = m_link.run(*command); !linked) {
            m_people.erase(reply.customer);
            return linked.error();
        }
    }
    return reply;
}

Result<CustomerReply> DemoCustomers::on(const customercommand::ChangeCustomer &change)
{
    const auto record = changed(change.customer);
    if (!record)
        return record.error();
    Customer &customer = (*record)->customer;
    if (customer.revision != change.revision)
        return Error{ErrorCode::CustomerChanged, "another change came first", {}};
    if (change.birthDate && !change.birthDate->empty() && !isDay(*change.birthDate)
        && change.birthDate->size() != 4)
        return wrong("birthDate");
    if (change.lookedAfterBy && change.lookedAfterBy->isSet()
        && !m_link.branch().staffMember(*change.lookedAfterBy))
        return Error{ErrorCode::UnknownStaff, "no such member of staff", {}};
    const auto name = personNameFrom(change.name.value_or(customer.name));
    if (!name)
        return name.error();
    customer.name = *name;
    customer.form = change.form.value_or(customer.form);
    customer.language = change.language.value_or(customer.language);
    customer.needs = change.needs.value_or(customer.needs);
    customer.preferences = change.preferences.value_or(customer.preferences);
    customer.birthDate = change.birthDate.value_or(customer.birthDate);
    customer.address = change.address.value_or(customer.address);
    customer.lookedAfterBy = change.lookedAfterBy.value_or(customer.lookedAfterBy);
    touch(**record);
    return CustomerReply{customer.id, customer.revision};
}

Result<CustomerReply> DemoCustomers::on(const customercommand::AddIdentifier &change)
{
    const auto record = changed(change.customer);
    const auto value = identifierFrom(change.kind, change.value);
    if (!record || !value)
        return !record ? record.error() : value.error();
    auto same = withIdentifier(change.kind, *value);
    std::erase(same, change.customer);
    if (isUnique(change.kind) && !same.empty())
        return Error{ErrorCode::CustomerExists,
                     "somebody else has it",
                     {{"customers", listed(same)}, {"because", "document"}}};
    (*record)->customer.identifiers.push_back({IdentifierId{++m_last}, change.kind, *value});
    touch(**record);
    return CustomerReply{change.customer, (*record)->customer.revision};
}

Result<CustomerReply> DemoCustomers::on(const customercommand::RemoveIdentifier &change)
{
    const auto record = changed(change.customer);
    if (!record)
        return record.error();
    if (std::erase_if((*record)->customer.identifiers,
                      [&](const Identifier &each) { return each.id == change.identifier; })
        == 0)
        return Error{ErrorCode::UnknownIdentifier, "no such identifier", {}};
    touch(**record);
    return CustomerReply{change.customer, (*record)->customer.revision};
}

Result<CustomerReply> DemoCustomers::on(const customercommand::SetStage &change)
{
    const auto record = changed(change.customer);
    if (!record)
        return record.error();
    (*record)->stages.push_back({change.customer, change.product, change.stage, m_link.hubNowMs(), staff()});
    return CustomerReply{change.customer};
}

Result<CustomerReply> DemoCustomers::on(const customercommand::GiveConsent &change)
{
    const auto record = changed(change.customer);
    if (!record)
        return record.error();
    Consent consent{ConsentId{++m_last}, change.customer, change.purpose, change.source, change.wording};
    consent.channel = change.channel;
    consent.givenMs = m_link.hubNowMs();
    consent.givenTo = staff();
    (*record)->consents.push_back(consent);
    CustomerReply reply{change.customer};
    reply.consent = consent.id;
    return reply;
}

Result<CustomerReply> DemoCustomers::on(const customercommand::WithdrawConsent &change)
{
    const auto record = changed(change.customer);
    if (!record)
        return record.error();
    for (Consent &consent : (*record)->consents) {
        if (consent.id != change.consent)
            continue;
        if (!consent.withdrawnMs) {
            consent.withdrawnMs = m_link.hubNowMs();
            consent.withdrawnTo = staff();
        }
        CustomerReply reply{change.customer};
        reply.consent = consent.id;
        return reply;
    }
    return Error{ErrorCode::UnknownConsent, "no such consent", {}};
}

Result<CustomerReply> DemoCustomers::on(const customercommand::SaveNote &change)
{
    const auto record = aboutWhom(change.customer, change.ticket);
    const auto text = cleanText(change.text, kWordsMax);
    if (!record || !text)
        return !record ? record.error() : text.error();
    auto &notes = (*record)->notes;
    CustomerReply reply{(*record)->customer.id};
    if (change.note.isSet()) {
        const auto it = std::find_if(notes.begin(), notes.end(),
                                     [&](const CustomerNote &each) { return each.id == change.note; });
        if (it == notes.end())
            return Error{ErrorCode::UnknownNote, "no such note", {}};
        if (it->staff != staff() && isTeller())
            return Error{ErrorCode::NotAllowed, "another's note", {}};
        reply.note = it->id;
        if (text->empty()) {
            notes.erase(it);
            return reply;
        }
        it->text = *text;
        it->department = change.department;
        it->isForSupervisors = change.isForSupervisors;
        it->changedMs = m_link.hubNowMs();
        return reply;
    }
    if (text->empty())
        return wrong("text");
    CustomerNote note;
    note.id = reply.note = CustomerNoteId{++m_last};
    note.customer = (*record)->customer.id;
    note.ticket = change.ticket;
    note.department = change.department;
    note.isForSupervisors = change.isForSupervisors;
    note.text = *text;
    note.staff = staff();
    note.atMs = m_link.hubNowMs();
    notes.insert(notes.begin(), note);
    m_drafts.erase(draftKey(change.customer, change.ticket));
    return reply;
}

Result<CustomerReply> DemoCustomers::on(const customercommand::SaveDraft &change)
{
    const auto record = aboutWhom(change.customer, change.ticket);
    if (!record)
        return record.error();
    const auto of = draftKey(change.customer, change.ticket);
    if (change.text.empty())
        m_drafts.erase(of);
    else
        m_drafts[of] = change.text;
    return CustomerReply{change.customer};
}

void DemoCustomers::keepGoal(TicketId ticket, std::string text)
{
    m_goals[ticket].ticket = ticket;
    m_goals[ticket].text = std::move(text);
}

Result<CustomerReply> DemoCustomers::on(const customercommand::SetGoal &change)
{
    const auto record = aboutWhom({}, change.ticket);
    if (!record)
        return record.error();
    VisitGoal &goal = m_goals[change.ticket];
    goal.ticket = change.ticket;
    goal.customer = (*record)->customer.id;
    goal.text = change.text.value_or(goal.text);
    goal.reached = change.reached.value_or(goal.reached);
    goal.staff = staff();
    goal.atMs = m_link.hubNowMs();
    return CustomerReply{goal.customer};
}

Result<CustomerReply> DemoCustomers::on(const customercommand::DeclineRequest &change)
{
    const auto record = aboutWhom(change.customer, change.ticket);
    if (!record)
        return record.error();
    const auto text = cleanText(change.text, kWordsMax);
    const auto reason = cleanText(change.reason, kWordsMax);
    const auto alternative = cleanText(change.alternative, kWordsMax);
    if (!text || text->empty())
        return wrong("text");
    if (!reason || reason->empty())
        return Error{ErrorCode::ReasonNeeded, "why", {}};
    if (!alternative)
        return alternative.error();
    Happening declined;
    declined.id = HappeningId{++m_last};
    declined.customer = (*record)->customer.id;
    declined.kind = HappeningKind::Declined;
    declined.atMs = m_link.hubNowMs();
    declined.text = *text;
    declined.reason = *reason;
    declined.alternative = *alternative;
    declined.staff = staff();
    declined.ticket = change.ticket;
    (*record)->happenings.insert((*record)->happenings.begin(), declined);
    return CustomerReply{declined.customer};
}

Result<CustomerReply> DemoCustomers::on(const customercommand::AddConversation &change)
{
    const auto record = changed(change.customer);
    const auto text = cleanText(change.text, kWordsMax);
    if (!record || !text)
        return !record ? record.error() : text.error();
    Happening said;
    said.id = HappeningId{++m_last};
    said.customer = change.customer;
    said.atMs = change.atMs.value_or(m_link.hubNowMs());
    said.channel = change.channel;
    said.text = *text;
    said.isInward = change.isInward;
    said.staff = staff();
    (*record)->happenings.insert((*record)->happenings.begin(), said);
    return CustomerReply{change.customer};
}

Result<CustomerReply> DemoCustomers::on(const customercommand::AddOpenItem &change)
{
    const auto record = aboutWhom(change.customer, change.ticket);
    const auto text = cleanText(change.text, kWordsMax);
    if (!record || !text)
        return !record ? record.error() : text.error();
    const bool isBlocker = change.kind == OpenItemKind::Blocker;
    if (text->empty() && !isBlocker)
        return wrong("text");
    if (isBlocker && change.blocker == BlockerKind::None)
        return wrong("blocker");
    OpenItem item;
    item.id = OpenItemId{++m_last};
    item.kind = change.kind;
    item.customer = (*record)->customer.id;
    item.ticket = change.ticket;
    item.department = change.department;
    item.blocker = change.blocker;
    item.text = *text;
    item.madeBy = staff();
    item.madeMs = item.changedMs = m_link.hubNowMs();
    const auto &settings = m_link.branch().settings();
    item.owner = change.owner.isSet() ? change.owner
        : !isBlocker                  ? staff()
        : settings.itemOwner.isSet()  ? settings.itemOwner
                                      : StaffId{kFirstWithoutCounter.value + 1};
    if (change.owner.isSet() && !m_link.branch().staffMember(change.owner) && change.owner != staff())
        return Error{ErrorCode::UnknownStaff, "no such member of staff", {}};
    const TimeMs endOfDay = dayStart(today(), static_cast<int>(settings.utcOffsetMin)) + kDayMs;
    item.dueMs = change.dueMs == 0 && isBlocker ? endOfDay : change.dueMs;
    if (item.dueMs <= m_link.hubNowMs())
        return wrong("dueMs");
    item.revision = 1;
    (*record)->openItems.push_back(item);
    CustomerReply reply{item.customer, item.revision};
    reply.item = item.id;
    return reply;
}

Result<CustomerReply> DemoCustomers::on(const customercommand::ChangeOpenItem &change)
{
    OpenItem *item = itemOf(change.item);
    if (!item)
        return Error{ErrorCode::UnknownOpenItem, "no such item", {}};
    if (isTeller() && item->owner != staff() && item->madeBy != staff())
        return Error{ErrorCode::NotAllowed, "another's item", {}};
    if (item->revision != change.revision)
        return Error{ErrorCode::CustomerChanged, "another change came first", {}};
    if (change.owner && !m_link.branch().staffMember(*change.owner))
        return Error{ErrorCode::UnknownStaff, "no such member of staff", {}};
    const bool wantsWords = change.state == OpenItemState::Broken || change.state == OpenItemState::Withdrawn;
    if (wantsWords && change.ending.value_or(std::string()).empty())
        return Error{ErrorCode::ReasonNeeded, "say why", {}};
    item->owner = change.owner.value_or(item->owner);
    item->dueMs = change.dueMs.value_or(item->dueMs);
    item->state = change.state.value_or(item->state);
    item->ending = change.ending.value_or(item->ending);
    item->changedMs = m_link.hubNowMs();
    item->endedMs = item->isOpen() ? std::nullopt : std::optional(m_link.hubNowMs());
    CustomerReply reply{item->customer, ++item->revision};
    reply.item = item->id;
    return reply;
}

Result<CustomerReply> DemoCustomers::on(const customercommand::ImportRows &)
{
    return Error{ErrorCode::NotAllowed, "no window imports", {}};
}

} // namespace tiepdon
