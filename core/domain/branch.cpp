// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/branch.h"

#include "core/base/limits.h"
#include "core/base/text.h"

#include <set>
#include <string_view>

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
    return inRange(settings.noShowPlacesBack, 1, 100, place, "noShowPlacesBack");
}

Result<void> check(Service &service, const Where &place)
{
    if (auto r = clean(service.name, place); !r)
        return r;
    if (!isSeries(service.series))
        return mistake(place, "series", "must be one letter A to Z, without I, O and Q");
    if (auto r = inRange(service.expectedMs, kSecondMs, limits::kServiceMsMax, place, "expectedMs"); !r)
        return r;
    return inRange(service.serviceLevelMs, kSecondMs, limits::kServiceMsMax, place, "serviceLevelMs");
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
          std::pair("counters", setup.counters.size()), std::pair("staff", setup.staff.size())}) {
        if (size > limits::kDefinitionsMax)
            return mistake({list, limits::kDefinitionsMax}, "id",
                           "more than " + std::to_string(limits::kDefinitionsMax) + " entries");
    }

    std::set<ServiceId> services;
    for (std::size_t i = 0; i < setup.services.size(); ++i) {
        const Where place{"services", i};
        if (auto r = uniqueId(setup.services[i].id, services, place); !r)
            return std::move(r).error();
        if (auto r = check(setup.services[i], place); !r)
            return std::move(r).error();
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
    }
    return setup;
}

} // namespace tiepdon
