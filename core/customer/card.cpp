// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customer/card.h"

#include "core/customer/completeness.h"
#include "core/customer/document.h"
#include "core/customer/personname.h"
#include "core/customer/segmentrule.h"
#include "core/customer/signals.h"

#include <algorithm>

namespace tiepdon {
namespace {

constexpr std::size_t kVisitsMax = 10;
constexpr std::size_t kHappeningsMax = 20;
constexpr std::size_t kServedByMax = 5;
constexpr std::size_t kBirthYearDigits = 4;

ProfileField fieldOf(Signal signal)
{
    switch (signal) {
    case Signal::LowScore:
        return ProfileField::Scores;
    case Signal::OpenComplaint:
    case Signal::LatePromise:
        return ProfileField::OpenItems;
    case Signal::FirstVisit:
    case Signal::ComesLess:
    case Signal::MissedTurns:
    case Signal::GoalNotReached:
        break;
    }
    return ProfileField::Visits;
}

/// Behind the last comma: the province, in most of them.
std::string lastPart(const std::string &address)
{
    const std::size_t comma = address.rfind(',');
    const std::size_t begin = comma == std::string::npos ? comma : address.find_first_not_of(' ', comma + 1);
    return begin == std::string::npos ? std::string() : address.substr(begin);
}

class CardMaker
{
public:
    CardMaker(const CustomerRecord &record, const CardView &view) : m_record(record), m_view(view) { }

    CustomerCard card()
    {
        m_card.customer = m_record.customer;
        m_card.isNameHidden = m_view.hidesName;
        m_card.givenName = givenName(m_record.customer.name);
        for (std::size_t i = 0; i < m_view.access.size(); ++i) {
            if (m_view.access.at(i) == FieldAccess::None)
                m_card.hidden.push_back(static_cast<ProfileField>(i));
        }
        who();
        wishes();
        history();
        said();
        products();
        about();
        std::sort(m_card.masked.begin(), m_card.masked.end());
        m_card.masked.erase(std::unique(m_card.masked.begin(), m_card.masked.end()), m_card.masked.end());
        return std::move(m_card);
    }

private:
    [[nodiscard]] FieldAccess access(ProfileField field) const
    {
        return m_view.access.at(static_cast<std::size_t>(field));
    }
    [[nodiscard]] bool sees(ProfileField field) const { return access(field) != FieldAccess::None; }
    bool isMasked(ProfileField field, bool isThere)
    {
        if (access(field) != FieldAccess::Masked)
            return false;
        if (isThere)
            m_card.masked.push_back(field);
        return true;
    }

    void who()
    {
        Customer &customer = m_card.customer;
        if (m_view.hidesName || !sees(ProfileField::Name)) {
            customer.name.clear();
            m_card.givenName.clear();
        } else if (isMasked(ProfileField::Name, !customer.name.empty())) {
            customer.name = m_card.givenName;
        }
        std::erase_if(customer.identifiers, [&](const Identifier &identifier) {
            return m_view.hidesName || !sees(fieldOf(identifier.kind));
        });
        for (Identifier &identifier : customer.identifiers) {
            if (isMasked(fieldOf(identifier.kind), true))
                identifier.value = maskedIdentifier(identifier.kind, identifier.value);
        }
        if (m_view.hidesName || !sees(ProfileField::BirthDate))
            customer.birthDate.clear();
        else if (isMasked(ProfileField::BirthDate, customer.birthDate.size() > kBirthYearDigits))
            customer.birthDate.resize(std::min(customer.birthDate.size(), kBirthYearDigits));
        if (m_view.hidesName || !sees(ProfileField::Address))
            customer.address.clear();
        else if (isMasked(ProfileField::Address, !customer.address.empty()))
            customer.address = lastPart(customer.address);
    }

    void wishes()
    {
        Customer &customer = m_card.customer;
        if (!sees(ProfileField::Needs))
            customer.needs.clear();
        if (!sees(ProfileField::Preferences)) {
            customer.preferences = {};
            customer.lookedAfterBy = {};
            customer.lookedAfterByName.clear();
        }
        if (!sees(ProfileField::Tier)) {
            customer.tier.clear();
            customer.segment = {};
        }
    }

    void history()
    {
        if (!sees(ProfileField::Visits))
            return;
        m_card.visitsInYear = m_record.visitsInYear;
        m_card.visitsEver = m_record.visitsEver;
        for (const EarlierStep &step : m_record.visits) {
            if (step.outcome == StepOutcome::Open)
                continue;
            if (m_card.visits.size() < kVisitsMax)
                m_card.visits.push_back(step);
            const bool isKnown
                = std::find(m_card.servedBy.begin(), m_card.servedBy.end(), step.staff) != m_card.servedBy.end();
            if (step.outcome == StepOutcome::Served && step.staff.isSet() && !isKnown
                && m_card.servedBy.size() < kServedByMax)
                m_card.servedBy.push_back(step.staff);
        }
    }

    void said()
    {
        for (Happening happening : m_record.happenings) {
            const ProfileField field = fieldOf(happening.kind);
            if (!sees(field) || m_card.happenings.size() == kHappeningsMax)
                continue;
            if (isMasked(field, happening.amount != 0))
                happening.amount = 0;
            happening.reference = maskedNumber(happening.reference);
            m_card.happenings.push_back(std::move(happening));
        }
        for (const CustomerNote &note : m_record.notes) {
            const ProfileField field = note.isForSupervisors ? ProfileField::SupervisorNotes : ProfileField::Notes;
            if (!note.removedMs && sees(field))
                m_card.notes.push_back(note);
        }
        if (sees(ProfileField::OpenItems)) {
            std::copy_if(m_record.openItems.begin(), m_record.openItems.end(), std::back_inserter(m_card.openItems),
                         [](const OpenItem &item) { return item.isOpen(); });
        }
        if (sees(ProfileField::Consents))
            m_card.consents = m_record.consents;
    }

    void products()
    {
        if (!sees(ProfileField::Purchases))
            return;
        for (const StageChange &change : m_record.stages) {
            const auto it
                = std::find_if(m_card.stages.begin(), m_card.stages.end(),
                               [&](const StageChange &earlier) { return earlier.product == change.product; });
            if (it == m_card.stages.end())
                m_card.stages.push_back(change);
            else if (it->atMs <= change.atMs)
                *it = change;
        }
        std::stable_sort(m_card.stages.begin(), m_card.stages.end(),
                         [](const StageChange &a, const StageChange &b) { return a.atMs > b.atMs; });
        for (ProductHeld product : m_record.products) {
            if (!isHeld(product, m_view.today))
                continue;
            product.reference = maskedNumber(product.reference);
            m_card.products.push_back(std::move(product));
        }
    }

    void about()
    {
        for (const Signal signal : signalsOf(m_record, m_view.nowMs)) {
            if (sees(fieldOf(signal)))
                m_card.signals.push_back(signal);
        }
        const Completeness complete = completenessOf(m_record.customer, m_record.consents, m_view.nowMs);
        m_card.completePercent = complete.percent;
        std::copy_if(complete.missing.begin(), complete.missing.end(), std::back_inserter(m_card.missing),
                     [&](ProfileField field) { return sees(field); });
        if (m_view.hidesName)
            return;
        m_card.duplicates = m_view.duplicates;
        for (LikelyDuplicate &duplicate : m_card.duplicates) {
            if (access(ProfileField::Name) != FieldAccess::Shown)
                duplicate.name = sees(ProfileField::Name) ? givenName(duplicate.name) : std::string();
        }
    }

    const CustomerRecord &m_record;
    const CardView &m_view;
    CustomerCard m_card;
};

} // namespace

ProfileField fieldOf(IdentifierKind kind)
{
    switch (kind) {
    case IdentifierKind::Phone:
        return ProfileField::Phone;
    case IdentifierKind::CustomerNumber:
        return ProfileField::CustomerNumber;
    case IdentifierKind::CitizenCard:
    case IdentifierKind::OldIdentityCard:
    case IdentifierKind::Passport:
    case IdentifierKind::Card:
        break;
    }
    return ProfileField::Document;
}

ProfileField fieldOf(HappeningKind kind)
{
    switch (kind) {
    case HappeningKind::Purchase:
        return ProfileField::Purchases;
    case HappeningKind::Transaction:
        return ProfileField::Transactions;
    case HappeningKind::Score:
        return ProfileField::Scores;
    case HappeningKind::Conversation:
    case HappeningKind::Declined:
        break;
    }
    return ProfileField::Conversations;
}

CustomerCard cardFor(const CustomerRecord &record, const CardView &view) { return CardMaker(record, view).card(); }

} // namespace tiepdon
