// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customer/segmentrule.h"

#include "core/customer/calendar.h"
#include "core/customer/personname.h"

#include <algorithm>

namespace tiepdon {
namespace {

/// Years somebody surely is, or will surely not be before today's end; nothing when nobody knows.
std::optional<int> yearsAtLeast(const std::string &birthDate, const std::string &today)
{
    const std::string latest = birthDate.size() == 4 ? birthDate + "-12-31" : birthDate;
    return isDay(latest) ? std::optional(yearsBetween(latest, today)) : std::nullopt;
}

std::optional<int> yearsAtMost(const std::string &birthDate, const std::string &today)
{
    const std::string earliest = birthDate.size() == 4 ? birthDate + "-01-01" : birthDate;
    return isDay(earliest) ? std::optional(yearsBetween(earliest, today)) : std::nullopt;
}

bool meets(const SegmentCondition &condition, const SegmentFacts &facts, const std::string &today)
{
    const Customer &customer = facts.customer;
    switch (condition.fact) {
    case ProfileFact::Tier:
        return !customer.tier.empty() && folded(customer.tier) == folded(condition.text);
    case ProfileFact::Product:
        return std::any_of(facts.products.begin(), facts.products.end(), [&](const ProductHeld &product) {
            return isHeld(product, today) && folded(product.product) == folded(condition.text);
        });
    case ProfileFact::Need:
        return std::any_of(customer.needs.begin(), customer.needs.end(), [&](Need need) {
            return names(need).at(static_cast<std::size_t>(need)) == condition.text;
        });
    case ProfileFact::AgeAtLeast: {
        const auto years = yearsAtLeast(customer.birthDate, today);
        return years && *years >= condition.number;
    }
    case ProfileFact::AgeUnder: {
        const auto years = yearsAtMost(customer.birthDate, today);
        return years && *years < condition.number;
    }
    case ProfileFact::VisitsAtLeast:
        return facts.visitsInYear >= condition.number;
    case ProfileFact::LookedAfter:
        return customer.lookedAfterBy.isSet() || !customer.lookedAfterByName.empty();
    }
    return false;
}

} // namespace

bool isHeld(const ProductHeld &product, const std::string &today)
{
    return product.sinceDay <= today && (product.untilDay.empty() || today < product.untilDay);
}

bool meets(const Segment &segment, const SegmentFacts &facts, const std::string &today)
{
    return !segment.when.empty()
        && std::all_of(segment.when.begin(), segment.when.end(),
                       [&](const SegmentCondition &condition) { return meets(condition, facts, today); });
}

SegmentId segmentOf(const std::vector<Segment> &segments, const SegmentFacts &facts, const std::string &today)
{
    const Segment *best = nullptr;
    for (const Segment &segment : segments) {
        const bool isBetter
            = !best || segment.rank > best->rank || (segment.rank == best->rank && segment.id < best->id);
        if (isBetter && meets(segment, facts, today))
            best = &segment;
    }
    return best ? best->id : SegmentId{};
}

} // namespace tiepdon
