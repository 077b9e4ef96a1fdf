// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/democustomers.h"

#include "core/access/fieldpermission.h"
#include "core/customer/askedtext.h"
#include "core/customer/consents.h"
#include "core/customer/duplicates.h"
#include "core/customer/document.h"
#include "core/customer/personname.h"
#include "core/customer/phone.h"
#include "core/customer/segmentrule.h"

#include <algorithm>
#include <charconv>

namespace tiepdon {
namespace {

constexpr TimeMs kArrivalsMs = 30 * kMinuteMs;

/// Whether each word begins a word of the name, no two the same.
bool isNamed(const Customer &customer, const std::vector<std::string> &words)
{
    std::vector<std::string> left = foldedWords(customer.name);
    return !words.empty() && std::all_of(words.begin(), words.end(), [&left](const std::string &word) {
        const auto it = std::find_if(left.begin(), left.end(),
                                     [&](const std::string &each) { return each.starts_with(word); });
        if (it == left.end())
            return false;
        left.erase(it);
        return true;
    });
}

std::int64_t serialOf(const std::string &number)
{
    std::int64_t serial = 0;
    std::from_chars(number.data() + 1, number.data() + number.size(), serial);
    return serial;
}

ScannedCard scannedFrom(const CardScan &scan)
{
    ScannedCard card{scan.number, scan.oldNumber, scan.name, scan.birthDate, {}, scan.address, {}};
    card.sex = scan.sex == Sex::Male ? "m" : scan.sex == Sex::Female ? "f" : "";
    for (const ScanField field : scan.unread)
        card.unread.emplace_back(nameOf(field));
    return card;
}

} // namespace

DemoCustomers::DemoCustomers(FixedLink &link) : QObject(&link), m_link(link)
{
    const auto offset = static_cast<int>(link.branch().settings().utcOffsetMin);
    for (CustomerRecord &record : demoPeople(link.hubNowMs(), offset)) {
        const CustomerId id = record.customer.id;
        m_people.emplace(id, std::move(record));
    }
    link.setCustomers([this](const std::string &method, const Json &params) { return answer(method, params); });
    link.setFillIn([this](const Command &command) { return filledIn(command); });
}

void DemoCustomers::linkTicket(TicketId ticket, CustomerId customer)
{
    const auto command = filledIn(command::LinkCustomer{ticket, customer});
    if (const auto reply = m_link.run(*command); !reply)
        qFatal("the demo branch refused: %s", reply.error().message.c_str());
}

void DemoCustomers::nameWaiting()
{
    std::vector<TicketId> waiting;
    const BranchState &branch = m_link.branch();
    for (const ServiceId service : {ServiceId{5}, ServiceId{1}, ServiceId{2}, ServiceId{3}, ServiceId{4}}) {
        for (const auto &place : branch.waiting(service))
            waiting.push_back(place.ticket);
    }
    const auto *counter = branch.counterState(CounterId{1});
    const auto next = counter ? nextFor(branch, *counter, m_link.hubNowMs()) : std::nullopt;
    if (next)
        std::stable_partition(waiting.begin(), waiting.end(), [&](TicketId id) { return id == next->ticket; });
    std::int64_t n = 1;
    for (std::size_t i = 0; i < waiting.size() && m_people.contains(demoCustomer(n)); ++i) {
        if (i % 4 != 3)
            linkTicket(waiting[i], demoCustomer(n++));
    }
}

int DemoCustomers::askedOf(std::string_view method) const
{
    return static_cast<int>(std::count(m_asked.begin(), m_asked.end(), method));
}

std::vector<std::string> DemoCustomers::drafts() const
{
    std::vector<std::string> all;
    for (const auto &[of, text] : m_drafts)
        all.push_back(text);
    return all;
}

Result<Json> DemoCustomers::answer(const std::string &method, const Json &params)
{
    m_asked.push_back(method);
    if (m_link.access() != BranchLink::Access::NotNeeded && reachOf(method, m_link.session().roles) == Reach::None)
        return Error{ErrorCode::NotAllowed, "the role does not include this", {}};
    Result<Json> result = Error{ErrorCode::UnknownMethod, "no such method", {}};
    const auto offer = [&]<class Q>(const Q *) {
        if (method != Q::kMethod)
            return;
        const auto question = fromJson<Q>(params, UnknownFields::Refuse);
        if (!question) {
            result = question.error();
            return;
        }
        const auto given = on(*question);
        result = given ? Result<Json>(toJson(*given)) : Result<Json>(given.error());
    };
    const auto offerAll
        = [&offer]<class... Q>(const std::variant<Q...> *) { (offer(static_cast<const Q *>(nullptr)), ...); };
    using Question = std::variant<FindCustomers, CustomerCardQuery, CustomerTimeline, RevealField, OpenItemsQuery,
                                  SegmentCountsQuery, Identify, ArrivalsQuery, ReportArrival>;
    offerAll(static_cast<const Question *>(nullptr));
    offerAll(static_cast<const CustomerCommand *>(nullptr));
    return result;
}

Result<Command> DemoCustomers::filledIn(const Command &command)
{
    Command filled = command;
    CustomerId customer;
    if (auto *issue = std::get_if<command::IssueTicket>(&filled)) {
        if (!issue->identity.empty()) {
            const auto it = m_identities.find(issue->identity);
            if (it == m_identities.end())
                return Error{ErrorCode::IdentityExpired, "the identity is not known any more", {}};
            issue->customer = it->second;
            issue->identity.clear();
            m_identities.erase(it);
        }
        customer = issue->customer;
    }
    auto *link = std::get_if<command::LinkCustomer>(&filled);
    if (link)
        customer = link->customer;
    if (!customer.isSet())
        return filled;
    const auto person = m_people.find(customer);
    if (person == m_people.end())
        return Error{ErrorCode::UnknownCustomer, "no such customer", {}};
    const Customer &known = person->second.customer;
    if (link) {
        link->segment = known.segment;
        link->language = known.language;
    } else if (auto &issue = std::get<command::IssueTicket>(filled); !issue.priorityReason.isSet()) {
        issue.segment = issue.segment.isSet() ? issue.segment : known.segment;
        issue.language = issue.language.empty() ? known.language : issue.language;
    }
    return filled;
}

std::tuple<StaffId, CustomerId, TicketId> DemoCustomers::draftKey(CustomerId customer, TicketId ticket) const
{
    return {staff(), ticket.isSet() ? CustomerId{} : customer, ticket};
}

std::string DemoCustomers::today() const
{
    return localDay(m_link.hubNowMs(), static_cast<int>(m_link.branch().settings().utcOffsetMin));
}

bool DemoCustomers::isTeller() const
{
    const auto &roles = m_link.session().roles;
    return std::all_of(roles.begin(), roles.end(), [](Role role) { return role == Role::Teller; });
}

bool DemoCustomers::isInReach(const Ticket &ticket) const
{
    if (!isTeller())
        return true;
    for (const auto &[id, state] : m_link.branch().counterStates()) {
        if (state.staff != staff())
            continue;
        const auto next = nextFor(m_link.branch(), state, m_link.hubNowMs());
        return state.ticket == ticket.id || (next && next->ticket == ticket.id);
    }
    return false;
}

CustomerCard DemoCustomers::cardOf(const CustomerRecord &record, bool hidesName) const
{
    CardView view;
    for (const FieldPermission &row : fieldPermissions())
        view.access.at(static_cast<std::size_t>(row.field)) = accessTo(row.field, m_link.session().roles);
    view.nowMs = m_link.hubNowMs();
    view.today = today();
    view.hidesName = hidesName;
    std::vector<Customer> others;
    for (const auto &[id, other] : m_people)
        others.push_back(other.customer);
    view.duplicates = likelyDuplicates(record.customer, others);
    return cardFor(record, view);
}

// ---- questions ----

std::vector<CustomerId> DemoCustomers::withIdentifier(IdentifierKind kind, const std::string &value) const
{
    std::vector<CustomerId> found;
    for (const auto &[id, record] : m_people) {
        const auto &all = record.customer.identifiers;
        if (std::any_of(all.begin(), all.end(),
                        [&](const Identifier &each) { return each.kind == kind && each.value == value; }))
            found.push_back(id);
    }
    return found;
}

CustomerHit DemoCustomers::hitOf(const CustomerRecord &record, FoundBy by) const
{
    CustomerHit hit;
    hit.customer = record.customer.id;
    hit.foundBy = by;
    hit.name = record.customer.name;
    hit.form = record.customer.form;
    for (const Identifier &each : record.customer.identifiers) {
        if (each.kind == IdentifierKind::CustomerNumber) {
            hit.customerNumber = each.value;
            continue;
        }
        std::string &shown = each.kind == IdentifierKind::Phone ? hit.phone : hit.document;
        if (shown.empty())
            shown = maskedIdentifier(each.kind, each.value);
    }
    hit.birthYear = record.customer.birthDate.substr(0, 4);
    hit.segment = record.customer.segment;
    hit.lastVisitMs = record.visits.empty() ? 0 : record.visits.front().arrivedMs;
    for (const auto &[id, ticket] : m_link.branch().tickets()) {
        if (ticket.customer == hit.customer)
            hit.ticket = id;
    }
    return hit;
}

Result<CustomersFound> DemoCustomers::on(const FindCustomers &question)
{
    if (question.limit < 1 || question.limit > 50)
        return Error{ErrorCode::InvalidParams, "limit", {{"field", "limit"}}};
    CustomersFound found;
    const auto add = [&](CustomerHit hit) {
        const bool isThere = std::any_of(found.hits.begin(), found.hits.end(), [&](const CustomerHit &each) {
            return each.customer == hit.customer && (hit.customer.isSet() || each.ticket == hit.ticket);
        });
        if (!isThere)
            found.hits.push_back(std::move(hit));
    };
    const auto addAll = [&](IdentifierKind kind, const std::string &value) {
        const FoundBy by = kind == IdentifierKind::Phone ? FoundBy::Phone
            : kind == IdentifierKind::CustomerNumber     ? FoundBy::CustomerNumber
            : kind == IdentifierKind::Card               ? FoundBy::Card
                                                         : FoundBy::Document;
        for (const CustomerId id : withIdentifier(kind, value))
            add(hitOf(m_people.at(id), by));
    };
    for (const Asked &asked : askedIn(question.text, today())) {
        if (const auto *ticket = std::get_if<asked::Ticket>(&asked)) {
            for (const auto &[id, each] : m_link.branch().tickets()) {
                if ((!ticket->series.empty() && !each.number.starts_with(ticket->series))
                    || serialOf(each.number) != ticket->number)
                    continue;
                const auto person = m_people.find(each.customer);
                CustomerHit hit = person == m_people.end() ? CustomerHit{} : hitOf(person->second, FoundBy::Ticket);
                hit.ticket = id;
                hit.foundBy = FoundBy::Ticket;
                add(hit);
            }
        } else if (const auto *number = std::get_if<asked::Number>(&asked)) {
            addAll(number->kind, number->value);
        } else if (const auto *end = std::get_if<asked::PhoneEnd>(&asked)) {
            for (const auto &[id, record] : m_people) {
                const auto &all = record.customer.identifiers;
                if (std::any_of(all.begin(), all.end(), [&](const Identifier &each) {
                        return each.kind == IdentifierKind::Phone && each.value.ends_with(end->digits);
                    }))
                    add(hitOf(record, FoundBy::Phone));
            }
        } else if (const auto *scan = std::get_if<asked::Scan>(&asked)) {
            found.scanned = scannedFrom(scan->card);
            addAll(IdentifierKind::CitizenCard, scan->card.number);
            addAll(IdentifierKind::OldIdentityCard, scan->card.oldNumber);
        } else if (const auto *name = std::get_if<asked::Name>(&asked)) {
            for (const auto &[id, record] : m_people) {
                if (isNamed(record.customer, name->words))
                    add(hitOf(record, FoundBy::Name));
            }
        }
    }
    found.isMore = found.hits.size() > static_cast<std::size_t>(question.limit);
    if (found.isMore)
        found.hits.resize(static_cast<std::size_t>(question.limit));
    return found;
}

Result<CardAnswer> DemoCustomers::on(const CustomerCardQuery &question)
{
    CardAnswer answer;
    CustomerId customer = question.customer;
    bool hidesName = false;
    if (question.ticket.isSet()) {
        const Ticket *ticket = m_link.branch().ticket(question.ticket);
        if (!ticket)
            return Error{ErrorCode::UnknownTicket, "no such ticket", {}};
        if (!customer.isSet()) {
            if (!isInReach(*ticket))
                return Error{ErrorCode::NotAllowed, "not at one's own counter", {}};
            customer = ticket->customer;
            hidesName = isTeller() && m_link.branch().settings().hidesNamesBeforeCall && ticket->isQueued();
        }
        if (const auto goal = m_goals.find(question.ticket); goal != m_goals.end())
            answer.goal = goal->second;
        for (const CustomerNote &note : m_nobody.notes) {
            if (!customer.isSet() && note.ticket == question.ticket)
                answer.visitNotes.push_back(note);
        }
    }
    if (customer.isSet()) {
        const auto person = m_people.find(customer);
        if (person == m_people.end())
            return Error{ErrorCode::UnknownCustomer, "no such customer", {}};
        answer.card = cardOf(person->second, hidesName);
    }
    const auto draft = m_drafts.find(draftKey(question.customer, question.ticket));
    answer.draft = draft == m_drafts.end() ? std::string() : draft->second;
    return answer;
}

Result<TimelineAnswer> DemoCustomers::on(const CustomerTimeline &question)
{
    const auto person = m_people.find(question.customer);
    if (person == m_people.end())
        return Error{ErrorCode::UnknownCustomer, "no such customer", {}};
    const CustomerCard card = cardOf(person->second, false);
    TimelineAnswer answer;
    const auto isBefore = [&](TimeMs at) { return !question.beforeMs || at < *question.beforeMs; };
    for (const EarlierStep &step : card.visits) {
        if (isBefore(step.arrivedMs))
            answer.visits.push_back(step);
    }
    for (const Happening &happening : card.happenings) {
        if (isBefore(happening.atMs))
            answer.happenings.push_back(happening);
    }
    for (const CustomerNote &note : card.notes) {
        if (isBefore(note.atMs))
            answer.notes.push_back(note);
    }
    return answer;
}

Result<Revealed> DemoCustomers::on(const RevealField &question)
{
    const auto person = m_people.find(question.customer);
    if (person == m_people.end())
        return Error{ErrorCode::UnknownCustomer, "no such customer", {}};
    if (accessTo(question.field, m_link.session().roles) == FieldAccess::None)
        return Error{ErrorCode::NotAllowed, "not for this role", {}};
    Revealed revealed;
    if (question.field == ProfileField::BirthDate)
        revealed.birthDate = person->second.customer.birthDate;
    for (const Identifier &each : person->second.customer.identifiers) {
        const bool isPhone = each.kind == IdentifierKind::Phone;
        if ((question.field == ProfileField::Phone && isPhone)
            || (question.field == ProfileField::Document && !isPhone
                && each.kind != IdentifierKind::CustomerNumber))
            revealed.identifiers.push_back(each);
    }
    return revealed;
}

Result<OpenItemsAnswer> DemoCustomers::on(const OpenItemsQuery &question)
{
    OpenItemsAnswer answer;
    const auto take = [&](const CustomerRecord &record) {
        for (const OpenItem &item : record.openItems) {
            answer.open += item.isOpen() ? 1 : 0;
            answer.late += item.isLate(m_link.hubNowMs()) ? 1 : 0;
            if ((question.kind && item.kind != *question.kind) || (question.owner && item.owner != *question.owner)
                || (question.dueBeforeMs && item.dueMs >= *question.dueBeforeMs)
                || (!item.isOpen() && !question.withEnded))
                continue;
            answer.items.push_back({item, record.customer.name, record.customer.form});
        }
    };
    for (const auto &[id, record] : m_people)
        take(record);
    take(m_nobody);
    std::stable_sort(answer.items.begin(), answer.items.end(), [](const OpenItemRow &a, const OpenItemRow &b) {
        return std::tuple(!a.item.isOpen(), a.item.dueMs) < std::tuple(!b.item.isOpen(), b.item.dueMs);
    });
    answer.isMore = answer.items.size() > static_cast<std::size_t>(question.limit);
    if (answer.isMore)
        answer.items.resize(static_cast<std::size_t>(question.limit));
    return answer;
}

Result<SegmentCountsAnswer> DemoCustomers::on(const SegmentCountsQuery &)
{
    std::map<SegmentId, std::int64_t> counts{{SegmentId{}, 0}};
    for (const auto &[id, segment] : m_link.branch().segments())
        counts[id] = 0;
    for (const auto &[id, record] : m_people)
        ++counts[record.customer.segment];
    SegmentCountsAnswer answer;
    for (const auto &[segment, customers] : counts)
        answer.segments.push_back({segment, customers});
    return answer;
}

Result<Identified> DemoCustomers::on(const Identify &question)
{
    std::vector<CustomerId> found;
    bool isRead = false;
    for (const Asked &asked : askedIn(question.text, today())) {
        std::vector<CustomerId> by;
        if (const auto *scan = std::get_if<asked::Scan>(&asked))
            by = withIdentifier(IdentifierKind::CitizenCard, scan->card.number);
        else if (const auto *number = std::get_if<asked::Number>(&asked))
            by = withIdentifier(number->kind, number->value);
        else
            continue;
        isRead = true;
        found.insert(found.end(), by.begin(), by.end());
    }
    if (!isRead)
        return Error{ErrorCode::InvalidParams, "neither card nor phone nor number", {{"unread", "text"}}};
    Identified identified;
    identified.identity = "identity-" + std::to_string(++m_last);
    m_identities[identified.identity] = found.size() == 1 ? found.front() : CustomerId{};
    if (found.size() != 1)
        return identified;
    const CustomerRecord &record = m_people.at(found.front());
    if (consentInForce(record.consents, ConsentPurpose::Greeting, m_link.hubNowMs())) {
        identified.greetingName = givenName(record.customer.name);
        identified.greetingForm = record.customer.form;
        identified.language = record.customer.language;
    }
    return identified;
}

Result<ArrivalsAnswer> DemoCustomers::on(const ArrivalsQuery &)
{
    ArrivalsAnswer answer;
    for (auto it = m_arrivals.rbegin(); it != m_arrivals.rend(); ++it) {
        if (it->atMs > m_link.hubNowMs() - kArrivalsMs)
            answer.arrivals.push_back(*it);
    }
    return answer;
}

Result<ReportArrival::Answer> DemoCustomers::on(const ReportArrival &question)
{
    const auto value = identifierFrom(question.kind, question.value);
    if (!value)
        return value.error();
    for (const CustomerId id : withIdentifier(question.kind, *value)) {
        const CustomerRecord &record = m_people.at(id);
        if (question.source == ArrivalSource::Camera
            && !consentInForce(record.consents, ConsentPurpose::Recognition, m_link.hubNowMs()))
            continue;
        Arrival arrival;
        arrival.customer = id;
        arrival.name = record.customer.name;
        arrival.form = record.customer.form;
        arrival.needs = record.customer.needs;
        arrival.segment = record.customer.segment;
        arrival.source = question.source;
        arrival.atMs = m_link.hubNowMs();
        arrival.ticket = hitOf(record, FoundBy::Name).ticket;
        for (const auto &[ticketId, ticket] : m_link.branch().tickets()) {
            if (!question.number.empty() && ticket.number == question.number) {
                linkTicket(ticketId, id);
                arrival.ticket = ticketId;
                break;
            }
        }
        m_arrivals.push_back(arrival);
    }
    return ReportArrival::Answer{};
}

} // namespace tiepdon
