// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/branch.h"

#include "core/base/limits.h"
#include "core/base/text.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace tiepdon {
namespace {

/// Where in the setup a mistake is.
struct Where {
    std::string_view list;
    std::size_t index = 0;
};

Error mistake(const Where &place, std::string_view field, const std::string &message,
              ErrorCode code = ErrorCode::InvalidParams)
{
    return {
        code,
        std::string(place.list) + "[" + std::to_string(place.index) + "]." + std::string(field) + ": " + message,
        {{"list", std::string(place.list)}, {"index", std::to_string(place.index)}, {"field", std::string(field)}}};
}

Result<void> clean(std::string &text, const Where &place, std::string_view field, bool mayBeEmpty)
{
    auto cleaned = cleanText(text, limits::kNameCharactersMax);
    if (!cleaned)
        return mistake(place, field, cleaned.error().message, cleaned.error().code);
    if (cleaned->empty() && !mayBeEmpty)
        return mistake(place, field, "must not be empty");
    text = std::move(*cleaned);
    return {};
}

Result<void> clean(LocalText &text, const Where &place)
{
    if (auto r = clean(text.vi, place, "name", false); !r)
        return r;
    return clean(text.en, place, "name.en", true);
}

Result<void> cleanUrl(std::string &url, const Where &place)
{
    if (auto r = clean(url, place, "followUrl", true); !r)
        return r;
    if (!url.empty() && !url.starts_with("https://") && !url.starts_with("http://"))
        return mistake(place, "followUrl", "must begin with https:// or http://");
    return {};
}

Result<void> inRange(std::int64_t value, std::int64_t low, std::int64_t high, const Where &place,
                     std::string_view field)
{
    if (value < low || value > high)
        return mistake(place, field, "must be from " + std::to_string(low) + " to " + std::to_string(high));
    return {};
}

bool isSeries(const std::string &series)
{
    return series.size() == 1 && series[0] >= 'A' && series[0] <= 'Z' && series != "I" && series != "O"
        && series != "Q";
}

/// An id is positive and stands once in its list.
template <class AnyId>
Result<void> uniqueId(AnyId id, std::set<AnyId> &seen, const Where &place)
{
    if (id.value <= 0)
        return mistake(place, "id", "must be a positive whole number");
    if (!seen.insert(id).second)
        return mistake(place, "id", std::to_string(id.value) + " stands twice");
    return {};
}

Result<void> check(const CallingRule &rule, const Where &place)
{
    for (const auto &[value, low, high, field] :
         {std::tuple(rule.lookAheadPermille, 10, 10'000, "calling.lookAheadPermille"),
          std::tuple(rule.savePermille, 0, 100'000, "calling.savePermille"),
          std::tuple(rule.basePermille, 0, 100'000, "calling.basePermille"),
          std::tuple(rule.latePermille, 0, 100'000, "calling.latePermille"),
          std::tuple(rule.slopePermille, 0, 100'000, "calling.slopePermille"),
          std::tuple(rule.guardPermille, 0, 100'000, "calling.guardPermille"),
          std::tuple(rule.servicePowerPermille, 0, 3'000, "calling.servicePowerPermille"),
          std::tuple(rule.cMuPowerPermille, 1'000, 5'000, "calling.cMuPowerPermille"),
          std::tuple(rule.bookedPermille, 1, 100'000, "calling.bookedPermille"),
          std::tuple(rule.maxOvertaken, 0, static_cast<int>(limits::kOvertakenMax), "calling.maxOvertaken")}) {
        if (auto r = inRange(value, low, high, place, field); !r)
            return r;
    }
    return inRange(rule.longestWaitMs, 0, limits::kServiceMsMax, place, "calling.longestWaitMs");
}

Result<void> check(BranchSettings &settings)
{
    const Where place{"settings", 0};
    if (auto r = clean(settings.name, place); !r)
        return r;
    if (auto r = inRange(settings.utcOffsetMin, -12 * 60, 14 * 60, place, "utcOffsetMin"); !r)
        return r;
    if (auto r
        = inRange(settings.numberDigits, limits::kNumberDigitsMin, limits::kNumberDigitsMax, place, "numberDigits");
        !r)
        return r;
    if (auto r = inRange(settings.recallLimit, 0, 10, place, "recallLimit"); !r)
        return r;
    if (auto r = inRange(settings.noShowMisses, 1, 10, place, "noShowMisses"); !r)
        return r;
    if (auto r = inRange(settings.noShowPlacesBack, 1, 100, place, "noShowPlacesBack"); !r)
        return r;
    if (auto r = inRange(settings.booking.earlyMs, 0, limits::kServiceMsMax, place, "booking.earlyMs"); !r)
        return r;
    if (auto r = inRange(settings.booking.lateMs, 0, limits::kServiceMsMax, place, "booking.lateMs"); !r)
        return r;
    if (auto r = inRange(settings.minCallGapMs, 0, kHourMs, place, "minCallGapMs"); !r)
        return r;
    if (auto r = check(settings.calling, place); !r)
        return r;
    return cleanUrl(settings.followUrl, place);
}

Result<void> check(const std::vector<OpeningWindow> &hours, const Where &place)
{
    if (hours.size() > limits::kOpeningWindowsMax)
        return mistake(place, "hours", "more than " + std::to_string(limits::kOpeningWindowsMax) + " windows");
    for (const OpeningWindow &window : hours) {
        if (window.weekdays <= 0 || window.weekdays >= 1 << 7)
            return mistake(place, "hours", "must name a day of the week");
        if (window.fromMin < 0 || window.toMin > 24 * 60 || window.fromMin >= window.toMin)
            return mistake(place, "hours", "must begin before they end, within one day");
    }
    return {};
}

/// Whether going up from a group comes to the top: its chain names groups that are there, and no circle.
Result<void> checkTree(const std::vector<ServiceGroup> &groups, const std::set<GroupId> &known)
{
    std::map<GroupId, GroupId> parents;
    for (const ServiceGroup &group : groups)
        parents[group.id] = group.parent;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const Where place{"groups", i};
        const GroupId parent = groups[i].parent;
        if (parent.isSet() && !known.contains(parent))
            return mistake(place, "parent", "no group has id " + std::to_string(parent.value));
        std::size_t steps = 0;
        for (GroupId at = parent; at.isSet(); at = parents[at]) {
            if (++steps > limits::kGroupDepthMax)
                return mistake(place, "parent",
                               "goes in a circle, or is nested deeper than "
                                   + std::to_string(limits::kGroupDepthMax));
        }
    }
    return {};
}

Result<void> check(Service &service, const std::set<GroupId> &groups, const Where &place)
{
    if (auto r = clean(service.name, place); !r)
        return r;
    if (!isSeries(service.series))
        return mistake(place, "series", "must be one letter A to Z, without I, O and Q");
    if (auto r = inRange(service.expectedMs, kSecondMs, limits::kServiceMsMax, place, "expectedMs"); !r)
        return r;
    if (auto r = inRange(service.serviceLevelMs, kSecondMs, limits::kServiceMsMax, place, "serviceLevelMs"); !r)
        return r;
    if (service.group.isSet() && !groups.contains(service.group))
        return mistake(place, "group", "no group has id " + std::to_string(service.group.value));
    if (auto r = check(service.hours, place); !r)
        return r;
    if (auto r = clean(service.bring.vi, place, "bring", true); !r)
        return r;
    return clean(service.bring.en, place, "bring.en", true);
}

Result<void> check(Segment &segment, const Where &place)
{
    if (auto r = clean(segment.name, place); !r)
        return r;
    if (auto r = inRange(segment.rank, -100, 100, place, "rank"); !r)
        return r;
    if (auto r = inRange(segment.weightPermille, 1, limits::kWeightPermilleMax, place, "weightPermille"); !r)
        return r;
    if (auto r = inRange(segment.serviceLevelMs, 0, limits::kServiceMsMax, place, "serviceLevelMs"); !r)
        return r;
    if (segment.when.size() > limits::kSegmentConditionsMax)
        return mistake(place, "when", "has too many conditions");
    for (SegmentCondition &condition : segment.when) {
        const bool wantsText = condition.fact == ProfileFact::Tier || condition.fact == ProfileFact::Product
            || condition.fact == ProfileFact::Need;
        if (wantsText) {
            if (auto r = clean(condition.text, place, "when", false); !r)
                return r;
        } else if (condition.fact != ProfileFact::LookedAfter) {
            if (auto r = inRange(condition.number, 1, limits::kSegmentNumberMax, place, "when"); !r)
                return r;
        }
    }
    return {};
}

/// What a service says of segments and skills.
Result<void> checkRouting(const Service &service, const std::set<SegmentId> &segments, const Where &place)
{
    std::set<SegmentId> seen;
    for (const SegmentPromise &promise : service.promises) {
        if (!segments.contains(promise.segment))
            return mistake(place, "promises", "no segment has id " + std::to_string(promise.segment.value));
        if (!seen.insert(promise.segment).second)
            return mistake(place, "promises", std::to_string(promise.segment.value) + " stands twice");
        if (auto r = inRange(promise.serviceLevelMs, 0, limits::kServiceMsMax, place, "promises.serviceLevelMs");
            !r)
            return r;
        if (auto r
            = inRange(promise.weightPermille, 0, limits::kWeightPermilleMax, place, "promises.weightPermille");
            !r)
            return r;
    }
    if (auto r = inRange(service.weightPermille, 0, limits::kWeightPermilleMax, place, "weightPermille"); !r)
        return r;
    if (auto r = inRange(service.neededSkill, 0, 3, place, "neededSkill"); !r)
        return r;
    return inRange(service.dayLimit, 0, limits::kDayLimitMax, place, "dayLimit");
}

Result<void> check(const Staff &staff, const std::set<ServiceId> &services, const Where &place)
{
    std::set<ServiceId> seen;
    for (const StaffSkill &skill : staff.skills) {
        if (!services.contains(skill.service))
            return mistake(place, "skills", "no service has id " + std::to_string(skill.service.value));
        if (!seen.insert(skill.service).second)
            return mistake(place, "skills", std::to_string(skill.service.value) + " stands twice");
        if (auto r = inRange(skill.level, 0, 3, place, "skills.level"); !r)
            return r;
    }
    if (staff.languages.size() > limits::kLanguagesMax)
        return mistake(place, "languages", "more than " + std::to_string(limits::kLanguagesMax));
    for (const std::string &language : staff.languages) {
        if (language.size() != 2
            || !std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
            return mistake(place, "languages", "must be two small letters each, like \"en\"");
    }
    return {};
}

Result<void> check(WorkProfile &profile, const std::set<ServiceId> &services, const Where &place)
{
    if (auto r = clean(profile.name, place); !r)
        return r;
    if (profile.services.empty())
        return mistake(place, "services", "must name at least one service");
    std::set<ServiceId> seen;
    for (const ServiceId id : profile.services) {
        if (!services.contains(id))
            return mistake(place, "services", "no service has id " + std::to_string(id.value));
        if (!seen.insert(id).second)
            return mistake(place, "services", std::to_string(id.value) + " stands twice");
    }
    return {};
}

} // namespace

Result<BranchSetup> checked(BranchSetup setup)
{
    if (auto r = check(setup.settings); !r)
        return std::move(r).error();
    for (const auto &[list, size] :
         {std::pair("services", setup.services.size()), std::pair("profiles", setup.profiles.size()),
          std::pair("counters", setup.counters.size()), std::pair("staff", setup.staff.size()),
          std::pair("groups", setup.groups.size()), std::pair("zones", setup.zones.size()),
          std::pair("segments", setup.segments.size()), std::pair("priorityReasons", setup.priorityReasons.size()),
          std::pair("outcomes", setup.outcomes.size())}) {
        if (size > limits::kDefinitionsMax)
            return mistake({list, limits::kDefinitionsMax}, "id",
                           "more than " + std::to_string(limits::kDefinitionsMax) + " entries");
    }

    std::set<GroupId> groups;
    for (std::size_t i = 0; i < setup.groups.size(); ++i) {
        const Where place{"groups", i};
        if (auto r = uniqueId(setup.groups[i].id, groups, place); !r)
            return std::move(r).error();
        if (auto r = clean(setup.groups[i].name, place); !r)
            return std::move(r).error();
    }
    if (auto r = checkTree(setup.groups, groups); !r)
        return std::move(r).error();
    std::set<ZoneId> zones;
    for (std::size_t i = 0; i < setup.zones.size(); ++i) {
        const Where place{"zones", i};
        if (auto r = uniqueId(setup.zones[i].id, zones, place); !r)
            return std::move(r).error();
        if (auto r = clean(setup.zones[i].name, place); !r)
            return std::move(r).error();
    }
    std::set<SegmentId> segments;
    for (std::size_t i = 0; i < setup.segments.size(); ++i) {
        const Where place{"segments", i};
        if (auto r = uniqueId(setup.segments[i].id, segments, place); !r)
            return std::move(r).error();
        if (auto r = check(setup.segments[i], place); !r)
            return std::move(r).error();
    }
    if (setup.settings.booking.segment.isSet() && !segments.contains(setup.settings.booking.segment))
        return mistake({"settings", 0}, "booking.segment",
                       "no segment has id " + std::to_string(setup.settings.booking.segment.value));
    std::set<PriorityReasonId> reasons;
    for (std::size_t i = 0; i < setup.priorityReasons.size(); ++i) {
        const Where place{"priorityReasons", i};
        PriorityReason &reason = setup.priorityReasons[i];
        if (auto r = uniqueId(reason.id, reasons, place); !r)
            return std::move(r).error();
        if (auto r = clean(reason.name, place); !r)
            return std::move(r).error();
        if (!segments.contains(reason.segment))
            return mistake(place, "segment", "no segment has id " + std::to_string(reason.segment.value));
    }
    std::set<OutcomeId> outcomes;
    for (std::size_t i = 0; i < setup.outcomes.size(); ++i) {
        const Where place{"outcomes", i};
        if (auto r = uniqueId(setup.outcomes[i].id, outcomes, place); !r)
            return std::move(r).error();
        if (auto r = clean(setup.outcomes[i].name, place); !r)
            return std::move(r).error();
    }
    std::set<ServiceId> services;
    for (std::size_t i = 0; i < setup.services.size(); ++i) {
        const Where place{"services", i};
        if (auto r = uniqueId(setup.services[i].id, services, place); !r)
            return std::move(r).error();
        if (auto r = check(setup.services[i], groups, place); !r)
            return std::move(r).error();
        if (auto r = checkRouting(setup.services[i], segments, place); !r)
            return std::move(r).error();
        if (setup.services[i].outcomeRequired && setup.outcomes.empty())
            return mistake(place, "outcomeRequired", "the branch has no outcomes to choose from");
    }
    std::set<ProfileId> profiles;
    for (std::size_t i = 0; i < setup.profiles.size(); ++i) {
        const Where place{"profiles", i};
        if (auto r = uniqueId(setup.profiles[i].id, profiles, place); !r)
            return std::move(r).error();
        if (auto r = check(setup.profiles[i], services, place); !r)
            return std::move(r).error();
    }
    std::set<CounterId> counters;
    std::set<std::int64_t> numbers;
    for (std::size_t i = 0; i < setup.counters.size(); ++i) {
        const Where place{"counters", i};
        const Counter &counter = setup.counters[i];
        if (auto r = uniqueId(counter.id, counters, place); !r)
            return std::move(r).error();
        if (auto r = inRange(counter.number, 1, limits::kCounterNumberMax, place, "number"); !r)
            return std::move(r).error();
        if (!numbers.insert(counter.number).second)
            return mistake(place, "number", std::to_string(counter.number) + " stands twice");
        if (!profiles.contains(counter.profile))
            return mistake(place, "profile", "no profile has id " + std::to_string(counter.profile.value));
        if (counter.zone.isSet() && !zones.contains(counter.zone))
            return mistake(place, "zone", "no zone has id " + std::to_string(counter.zone.value));
    }
    std::set<StaffId> staff;
    for (std::size_t i = 0; i < setup.staff.size(); ++i) {
        const Where place{"staff", i};
        if (auto r = uniqueId(setup.staff[i].id, staff, place); !r)
            return std::move(r).error();
        if (setup.staff[i].id.value > limits::kStaffIdMax)
            return mistake(place, "id", "must be at most " + std::to_string(limits::kStaffIdMax));
        if (auto r = clean(setup.staff[i].name, place, "name", false); !r)
            return std::move(r).error();
        if (auto r = check(setup.staff[i], services, place); !r)
            return std::move(r).error();
    }
    return setup;
}

} // namespace tiepdon
