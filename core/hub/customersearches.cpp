// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/customersearches.h"

#include "core/customer/askedtext.h"
#include "core/customer/document.h"

#include <algorithm>
#include <charconv>

namespace tiepdon {
namespace {

constexpr std::size_t kTicketsFoundMax = 20;
constexpr std::size_t kYearDigits = 4;

ScannedCard scannedFrom(const CardScan &card)
{
    ScannedCard scanned{card.number, card.oldNumber, card.name, card.birthDate};
    scanned.sex = card.sex == Sex::Male ? "m" : card.sex == Sex::Female ? "f" : "";
    scanned.address = card.address;
    for (const ScanField field : card.unread)
        scanned.unread.emplace_back(names(field).at(static_cast<std::size_t>(field)));
    return scanned;
}

void addNumbers(std::vector<Identifier> &to, const CardScan &card)
{
    if (!card.number.empty())
        to.push_back({{}, IdentifierKind::CitizenCard, card.number});
    if (!card.oldNumber.empty())
        to.push_back({{}, IdentifierKind::OldIdentityCard, card.oldNumber});
}

bool isMeant(const Ticket &ticket, const asked::Ticket &asked)
{
    if (!asked.series.empty() && asked.series != ticket.series)
        return false;
    const std::string_view digits
        = std::string_view(ticket.number).substr(std::min(ticket.series.size(), ticket.number.size()));
    std::int64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number == asked.number;
}

class Collector
{
public:
    Collector(Searched &searched, const BranchState &state) : m_searched(searched), m_state(state) { }

    void operator()(const asked::Ticket &asked)
    {
        for (const auto &[id, ticket] : m_state.tickets()) {
            if (isMeant(ticket, asked))
                m_searched.tickets.push_back(id);
        }
        std::sort(m_searched.tickets.begin(), m_searched.tickets.end());
        if (m_searched.tickets.size() > kTicketsFoundMax)
            m_searched.tickets.resize(kTicketsFoundMax);
        note("ticket");
    }
    void operator()(const asked::Number &asked)
    {
        m_searched.search.identifiers.push_back({{}, asked.kind, asked.value});
        note(names(asked.kind).at(static_cast<std::size_t>(asked.kind)));
    }
    void operator()(const asked::PhoneEnd &asked)
    {
        m_searched.search.phoneEnd = asked.digits;
        note("phoneEnd");
    }
    void operator()(const asked::Scan &asked)
    {
        addNumbers(m_searched.search.identifiers, asked.card);
        m_searched.scanned = scannedFrom(asked.card);
        note("scan");
    }
    void operator()(const asked::Name &asked)
    {
        m_searched.search.words = asked.words;
        note("name");
    }

private:
    void note(std::string_view kind) { m_searched.kinds.append(m_searched.kinds.empty() ? "" : ",").append(kind); }

    Searched &m_searched;
    const BranchState &m_state;
};

} // namespace

Searched searchedIn(const std::string &text, const std::string &today, const BranchState &state)
{
    Searched searched;
    Collector collector(searched, state);
    for (const Asked &asked : askedIn(text, today))
        std::visit(collector, asked);
    return searched;
}

std::vector<Identifier> identitiesIn(const std::string &text, const std::string &today)
{
    std::vector<Identifier> identifiers;
    for (const Asked &asked : askedIn(text, today)) {
        if (const auto *scan = std::get_if<asked::Scan>(&asked))
            addNumbers(identifiers, scan->card);
        else if (const auto *number = std::get_if<asked::Number>(&asked))
            identifiers.push_back({{}, number->kind, number->value});
    }
    return identifiers;
}

CustomerHit hitOf(const Customer &customer, const FieldTable &table)
{
    const auto sees
        = [&](ProfileField field) { return table.at(static_cast<std::size_t>(field)) != FieldAccess::None; };
    CustomerHit hit;
    hit.customer = customer.id;
    if (sees(ProfileField::Name)) {
        hit.name = customer.name;
        hit.form = customer.form;
    }
    for (const Identifier &each : customer.identifiers) {
        const ProfileField field = fieldOf(each.kind);
        std::string &shown = field == ProfileField::Phone ? hit.phone
            : field == ProfileField::Document             ? hit.document
                                                          : hit.customerNumber;
        if (sees(field) && shown.empty())
            shown = maskedIdentifier(each.kind, each.value);
    }
    if (sees(ProfileField::BirthDate))
        hit.birthYear = customer.birthDate.substr(0, kYearDigits);
    if (sees(ProfileField::Tier))
        hit.segment = customer.segment;
    return hit;
}

TicketId openTicketOf(const BranchState &state, CustomerId customer)
{
    TicketId latest;
    for (const auto &[id, ticket] : state.tickets()) {
        if (customer.isSet() && ticket.customer == customer && id > latest)
            latest = id;
    }
    return latest;
}

} // namespace tiepdon
