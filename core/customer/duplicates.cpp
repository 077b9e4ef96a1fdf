// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customer/duplicates.h"

#include "core/customer/calendar.h"
#include "core/customer/personname.h"

#include <algorithm>

namespace tiepdon {
namespace {

/// Of names of three words two may be the same and the third one letter off, as with Anh and Hanh.
constexpr double kMuchAlike = 0.8;
constexpr std::size_t kAlikeWordsMin = 2;

bool sharesA(const Customer &one, const Customer &other, IdentifierKind kind)
{
    return std::any_of(one.identifiers.begin(), one.identifiers.end(), [&](const Identifier &identifier) {
        return identifier.kind == kind
            && std::any_of(other.identifiers.begin(), other.identifiers.end(), [&](const Identifier &theirs) {
                   return theirs.kind == kind && theirs.value == identifier.value;
               });
    });
}

bool hasA(const Customer &customer, IdentifierKind kind)
{
    return std::any_of(customer.identifiers.begin(), customer.identifiers.end(),
                       [&](const Identifier &identifier) { return identifier.kind == kind; });
}

struct Agreement {
    bool isDocument = false;
    bool isPhone = false;
    bool isName = false;
    bool isNameAlike = false;
    bool isBirthDate = false;
    bool isContradicted = false;
};

Agreement agreementOf(const Customer &one, const Customer &other)
{
    using enum IdentifierKind;
    Agreement agreement;
    for (const IdentifierKind kind : {CitizenCard, OldIdentityCard, Passport})
        agreement.isDocument = agreement.isDocument || sharesA(one, other, kind);
    agreement.isPhone = sharesA(one, other, Phone);
    const auto words = foldedWords(one.name);
    const auto theirWords = foldedWords(other.name);
    agreement.isName = !words.empty() && words == theirWords;
    agreement.isNameAlike = agreement.isName
        || (std::min(words.size(), theirWords.size()) >= kAlikeWordsMin
            && nameLikeness(one.name, other.name) >= kMuchAlike);
    const bool areDays = isDay(one.birthDate) && isDay(other.birthDate);
    agreement.isBirthDate = areDays && one.birthDate == other.birthDate;
    const bool differInCard
        = hasA(one, CitizenCard) && hasA(other, CitizenCard) && !sharesA(one, other, CitizenCard);
    agreement.isContradicted = (areDays && !agreement.isBirthDate) || differInCard;
    return agreement;
}

} // namespace

std::optional<LikelyDuplicate> likelyDuplicate(const Customer &customer, const Customer &other)
{
    const Agreement agreed = agreementOf(customer, other);
    bool isLikely = agreed.isDocument;
    bool isStrong = agreed.isDocument;
    if (!agreed.isDocument && agreed.isContradicted) {
        // a slip of the pen in a date or a number: everything else has to agree
        const bool differInDay = isDay(customer.birthDate) && isDay(other.birthDate) && !agreed.isBirthDate;
        const bool agreeInRest = agreed.isPhone && agreed.isName;
        const bool differInBoth = differInDay && hasA(customer, IdentifierKind::CitizenCard)
            && hasA(other, IdentifierKind::CitizenCard);
        isLikely = agreeInRest && !differInBoth;
    } else if (!agreed.isDocument) {
        isStrong = agreed.isPhone && agreed.isName;
        isLikely = isStrong || (agreed.isPhone && agreed.isNameAlike) || (agreed.isName && agreed.isBirthDate);
    }
    if (!isLikely)
        return std::nullopt;

    LikelyDuplicate found{other.id, other.name, {}, isStrong};
    const auto because = [&](bool agrees, const char *what) {
        if (agrees)
            found.because += (found.because.empty() ? "" : ",") + std::string(what);
    };
    because(agreed.isDocument, "document");
    because(agreed.isPhone, "phone");
    because(agreed.isNameAlike, "name");
    because(agreed.isBirthDate, "birthDate");
    return found;
}

std::vector<LikelyDuplicate> likelyDuplicates(const Customer &customer, const std::vector<Customer> &candidates)
{
    std::vector<LikelyDuplicate> found;
    for (const Customer &candidate : candidates) {
        if (candidate.id == customer.id)
            continue;
        if (auto duplicate = likelyDuplicate(customer, candidate))
            found.push_back(std::move(*duplicate));
    }
    std::sort(found.begin(), found.end(), [](const LikelyDuplicate &a, const LikelyDuplicate &b) {
        return a.isStrong != b.isStrong ? a.isStrong : a.customer < b.customer;
    });
    const auto isSame = [](const LikelyDuplicate &a, const LikelyDuplicate &b) { return a.customer == b.customer; };
    found.erase(std::unique(found.begin(), found.end(), isSame), found.end());
    if (found.size() > kDuplicatesMax)
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(kDuplicatesMax), found.end());
    return found;
}

} // namespace tiepdon
