// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/cleancustomer.h"

#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/customer/calendar.h"
#include "core/customer/document.h"
#include "core/customer/personname.h"

#include <algorithm>

namespace tiepdon {
namespace {

constexpr std::size_t kReferenceCharactersMax = 64;
constexpr std::int64_t kMinutesOfDay = 24 * 60;
constexpr std::int64_t kScoreMax = 5;

enum class Wanted : std::uint8_t { Yes, No };

Result<void> clean(std::string &text, const char *field, std::size_t charactersMax, Wanted wanted = Wanted::No)
{
    auto kept = cleanText(text, charactersMax);
    if (!kept)
        return Error{kept.error().code, "a text cannot be kept", {{"field", field}}};
    if (wanted == Wanted::Yes && kept->empty())
        return invalidField(field, "is empty");
    text = std::move(*kept);
    return {};
}

bool isLanguage(const std::string &language)
{
    return language.empty() || (language.size() == 2 && std::all_of(language.begin(), language.end(), [](char c) {
                                    return c >= 'a' && c <= 'z';
                                }));
}

Result<void> cleanBirthDate(std::string &text, const std::string &today)
{
    if (text.empty())
        return {};
    const bool isYear
        = text.size() == 4 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (isYear ? text < "1900" || text > today.substr(0, 4) : !isDay(text) || text > today)
        return invalidField("birthDate", "is no day up to today");
    return {};
}

Result<void> cleanNeeds(std::vector<Need> &needs)
{
    std::sort(needs.begin(), needs.end());
    needs.erase(std::unique(needs.begin(), needs.end()), needs.end());
    return {};
}

Result<void> cleanPreferences(Preferences &preferences)
{
    for (const std::int64_t minute : {preferences.quietFromMin, preferences.quietToMin}) {
        if (minute < 0 || minute >= kMinutesOfDay)
            return invalidField("preferences", "has a minute outside the day");
    }
    return clean(preferences.wishes, "preferences", kWordsCharactersMax);
}

Result<void> cleanConsent(std::string &source, std::string &wording)
{
    if (auto r = clean(source, "source", limits::kNameCharactersMax, Wanted::Yes); !r)
        return r;
    return clean(wording, "wording", limits::kNameCharactersMax, Wanted::Yes);
}

/// Reasons are asked for by an error of their own.
Result<void> cleanReason(std::string &text, const char *field)
{
    if (auto r = clean(text, field, kWordsCharactersMax); !r)
        return r;
    if (text.empty())
        return Error{ErrorCode::ReasonNeeded, "say why", {{"field", field}}};
    return {};
}

struct Cleaner {
    const std::string &today;

    Result<void> operator()(customercommand::AddCustomer &c) const
    {
        if (c.consents.size() > kConsentsAtOnceMax)
            return Error{ErrorCode::TooLarge, "too many consents", {{"field", "consents"}}};
        for (Consent &consent : c.consents) {
            if (auto r = cleanConsent(consent.source, consent.wording); !r)
                return r;
        }
        c.customer.tier.clear(); // the house's word, which comes with an import
        return cleanCustomer(c.customer, today);
    }

    Result<void> operator()(customercommand::ChangeCustomer &c) const
    {
        if (c.name) {
            auto kept = personNameFrom(*c.name);
            if (!kept)
                return Error{kept.error().code, "a name cannot be kept", {{"field", "name"}}};
            c.name = *kept;
        }
        if (c.language && !isLanguage(*c.language))
            return invalidField("language", "must be two small letters");
        if (c.needs) {
            if (auto r = cleanNeeds(*c.needs); !r)
                return r;
        }
        if (c.preferences) {
            if (auto r = cleanPreferences(*c.preferences); !r)
                return r;
        }
        if (c.birthDate) {
            if (auto r = cleanBirthDate(*c.birthDate, today); !r)
                return r;
        }
        return c.address ? clean(*c.address, "address", kWordsCharactersMax) : Result<void>();
    }

    Result<void> operator()(customercommand::AddIdentifier &c) const
    {
        auto value = identifierFrom(c.kind, c.value);
        if (!value)
            return invalidField("value", "is none of its kind");
        c.value = std::move(*value);
        return {};
    }

    Result<void> operator()(customercommand::RemoveIdentifier &) const { return {}; }
    Result<void> operator()(customercommand::SetStage &c) const
    {
        return clean(c.product, "product", limits::kNameCharactersMax, Wanted::Yes);
    }
    Result<void> operator()(customercommand::GiveConsent &c) const { return cleanConsent(c.source, c.wording); }
    Result<void> operator()(customercommand::WithdrawConsent &) const { return {}; }

    Result<void> operator()(customercommand::SaveNote &c) const
    {
        if (!c.note.isSet() && !c.customer.isSet() && !c.ticket.isSet())
            return invalidField("customer", "or a ticket must be named");
        return clean(c.text, "text", kNoteCharactersMax, c.note.isSet() ? Wanted::No : Wanted::Yes);
    }

    Result<void> operator()(customercommand::SaveDraft &c) const
    {
        if (!c.customer.isSet() && !c.ticket.isSet())
            return invalidField("customer", "or a ticket must be named");
        return clean(c.text, "text", kNoteCharactersMax);
    }

    Result<void> operator()(customercommand::SetGoal &c) const
    {
        return c.text ? clean(*c.text, "text", kWordsCharactersMax) : Result<void>();
    }

    Result<void> operator()(customercommand::DeclineRequest &c) const
    {
        if (!c.customer.isSet() && !c.ticket.isSet())
            return invalidField("customer", "or a ticket must be named");
        if (auto r = clean(c.text, "text", kWordsCharactersMax, Wanted::Yes); !r)
            return r;
        if (auto r = cleanReason(c.reason, "reason"); !r)
            return r;
        return clean(c.alternative, "alternative", kWordsCharactersMax);
    }

    Result<void> operator()(customercommand::AddConversation &c) const
    {
        return clean(c.text, "text", kNoteCharactersMax, Wanted::Yes);
    }

    Result<void> operator()(customercommand::AddOpenItem &c) const
    {
        const bool isBlocker = c.kind == OpenItemKind::Blocker;
        if (isBlocker != (c.blocker != BlockerKind::None))
            return invalidField("blocker", "is said of blockers, and of them always");
        if (!isBlocker && !c.customer.isSet() && !c.ticket.isSet())
            return invalidField("customer", "or a ticket must be named");
        if (!isBlocker && c.dueMs <= 0)
            return invalidField("dueMs", "must be named");
        return clean(c.text, "text", kNoteCharactersMax, isBlocker ? Wanted::No : Wanted::Yes);
    }

    Result<void> operator()(customercommand::ChangeOpenItem &c) const
    {
        if (c.state == OpenItemState::Broken || c.state == OpenItemState::Withdrawn) {
            std::string words = c.ending.value_or(std::string());
            if (auto r = cleanReason(words, "ending"); !r)
                return r;
            c.ending = std::move(words);
            return {};
        }
        return c.ending ? clean(*c.ending, "ending", kWordsCharactersMax) : Result<void>();
    }

    Result<void> operator()(customercommand::ImportRows &c) const
    {
        if (c.customers.size() > kImportRowsMax || c.happenings.size() > kImportRowsMax)
            return Error{ErrorCode::TooLarge,
                         "at most " + std::to_string(kImportRowsMax) + " rows at once",
                         {{"field", c.customers.size() > kImportRowsMax ? "customers" : "happenings"}}};
        return {};
    }
};

} // namespace

Error invalidField(const char *field, const char *message)
{
    return {ErrorCode::InvalidParams, std::string(field) + " " + message, {{"field", field}}};
}

Result<void> cleanCustomer(Customer &customer, const std::string &today)
{
    customer.id = {};
    customer.revision = 0;
    customer.segment = {};
    customer.createdMs = customer.changedMs = 0;
    auto kept = personNameFrom(customer.name);
    if (!kept)
        return Error{kept.error().code, "a name cannot be kept", {{"field", "name"}}};
    customer.name = std::move(*kept);
    if (!isLanguage(customer.language))
        return invalidField("language", "must be two small letters");
    if (auto r = cleanNeeds(customer.needs); !r)
        return r;
    if (auto r = cleanPreferences(customer.preferences); !r)
        return r;
    if (auto r = cleanBirthDate(customer.birthDate, today); !r)
        return r;
    if (auto r = clean(customer.address, "address", kWordsCharactersMax); !r)
        return r;
    if (auto r = clean(customer.tier, "tier", limits::kNameCharactersMax); !r)
        return r;
    if (auto r = clean(customer.lookedAfterByName, "lookedAfterByName", limits::kNameCharactersMax); !r)
        return r;
    std::vector<Identifier> identifiers;
    for (const Identifier &each : customer.identifiers) {
        auto value = identifierFrom(each.kind, each.value);
        if (!value)
            return invalidField(names(each.kind).at(static_cast<std::size_t>(each.kind)).data(), "is none");
        const bool isThere = std::any_of(identifiers.begin(), identifiers.end(), [&](const Identifier &other) {
            return other.kind == each.kind && other.value == *value;
        });
        if (!isThere)
            identifiers.push_back(
                {IdentifierId{static_cast<std::int64_t>(identifiers.size()) + 1}, each.kind, std::move(*value)});
    }
    if (identifiers.size() > kIdentifiersMax)
        return Error{ErrorCode::TooLarge, "too many numbers", {{"field", "identifiers"}}};
    customer.identifiers = std::move(identifiers);
    return {};
}

Result<void> cleanProduct(ProductHeld &product)
{
    product.customer = {};
    for (const std::string *day : {&product.sinceDay, &product.untilDay}) {
        if (!day->empty() && !isDay(*day))
            return invalidField("products", "has a day that is none");
    }
    if (auto r = clean(product.reference, "products", kReferenceCharactersMax); !r)
        return r;
    return clean(product.product, "products", limits::kNameCharactersMax, Wanted::Yes);
}

Result<void> cleanStage(StageChange &stage)
{
    stage.customer = {};
    stage.staff = {};
    if (stage.atMs <= 0)
        return invalidField("stages", "has no time");
    return clean(stage.product, "stages", limits::kNameCharactersMax, Wanted::Yes);
}

Result<void> cleanHappening(Happening &happening)
{
    happening.id = {};
    happening.customer = {};
    happening.staff = {};
    happening.ticket = {};
    if (happening.atMs <= 0)
        return invalidField("atMs", "is missing");
    const std::int64_t scoreMin = happening.kind == HappeningKind::Score ? 1 : 0;
    if (happening.score < scoreMin || happening.score > kScoreMax)
        return invalidField("score", "must be from 1 to 5");
    if (auto r = clean(happening.reference, "reference", kReferenceCharactersMax, Wanted::Yes); !r)
        return r;
    if (auto r = clean(happening.product, "product", limits::kNameCharactersMax); !r)
        return r;
    if (auto r = clean(happening.currency, "currency", 3); !r)
        return r;
    if (auto r = clean(happening.reason, "reason", kWordsCharactersMax); !r)
        return r;
    if (auto r = clean(happening.alternative, "alternative", kWordsCharactersMax); !r)
        return r;
    return clean(happening.text, "text", kNoteCharactersMax);
}

Result<CustomerCommand> cleaned(CustomerCommand command, const std::string &today)
{
    auto done = std::visit(Cleaner{today}, command);
    if (!done)
        return std::move(done).error();
    return command;
}

} // namespace tiepdon
