// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/figures.h"

#include "core/base/random.h"
#include "core/simulation/drawnday.h"
#include "core/wire/tomlreader.h"

#include <algorithm>
#include <cmath>

namespace tiepdon {
namespace {

constexpr std::int64_t kHalfHourMs = 30 * kMinuteMs;
/// More than this is no branch, and no day a machine could play.
constexpr double kPeoplePerHalfHourMax = 2000;

struct ServiceFigures {
    ServiceId id;
    double share = 0;
    double meanMin = 0;
    double cv = 0;
};

struct DayFigures {
    TimeMs opensMs = 0;
    TimeMs closesMs = 0;
    TimeMs latestEndMs = 0;
    std::vector<double> perHalfHour;
    PeopleFigures people;
    std::vector<ServiceFigures> services;
};

/// "08:30" as ms after midnight.
TimeMs timeOfDay(TomlReader &reader, std::string_view key)
{
    const std::string text = reader.text(key);
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : 100; };
    if (text.size() == 5 && text[2] == ':') {
        const std::int64_t hours = digit(0) * 10 + digit(1);
        const std::int64_t minutes = digit(3) * 10 + digit(4);
        if (hours < 24 && minutes < 60)
            return hours * kHourMs + minutes * kMinuteMs;
    }
    reader.mistake(key, "must be a time of the day such as \"08:30\"");
    return 0;
}

ServiceFigures serviceFrom(const toml::table &table, std::optional<Error> &error)
{
    TomlReader reader(table, error);
    ServiceFigures service;
    service.id = {reader.whole("id")};
    service.share = reader.number("share", 0, 1);
    service.meanMin = reader.number("mean_min", 0.1, 720);
    service.cv = reader.number("cv", 0, 5);
    reader.refuseUnknown();
    return service;
}

Result<DayFigures> figuresFrom(std::string_view text)
{
    const auto root = tomlFrom(text);
    if (!root)
        return root.error();
    std::optional<Error> error;
    TomlReader file(*root, error);
    const toml::table *day = file.table("day");
    const auto services = file.tables("service");
    file.refuseUnknown();
    if (!error && services.empty())
        file.mistake("service", "is missing: at least one [[service]]");
    if (error)
        return *error;

    DayFigures figures;
    TomlReader reader(*day, error);
    figures.opensMs = timeOfDay(reader, "opens");
    figures.latestEndMs = timeOfDay(reader, "latest_end");
    figures.perHalfHour = reader.numbers("arrivals_per_half_hour", 0, kPeoplePerHalfHourMax);
    figures.people.noShowShare = reader.number("no_show_share", 0, 1);
    figures.people.walkingS = reader.number("walking_s", 1, 600);
    figures.closesMs = figures.opensMs + static_cast<TimeMs>(figures.perHalfHour.size()) * kHalfHourMs;
    if (figures.perHalfHour.empty())
        reader.mistake("arrivals_per_half_hour", "must hold at least one half hour");
    if (figures.latestEndMs < figures.closesMs)
        reader.mistake("latest_end", "must not be before the last half hour of arrivals ends");
    reader.refuseUnknown();
    double shares = 0;
    for (const toml::table *service : services) {
        figures.services.push_back(serviceFrom(*service, error));
        shares += figures.services.back().share;
    }
    if (std::abs(shares - 1) > 0.001)
        TomlReader(*services.front(), error).mistake("share", "of all services must add up to 1");
    if (error)
        return *error;
    return figures;
}

/// The day's figures as a scenario, whose crowd is drawn as that of every other.
Scenario scenarioOf(const DayFigures &figures)
{
    Scenario scenario;
    scenario.opensMs = figures.opensMs;
    scenario.closesMs = figures.closesMs;
    scenario.segments = {{"ordinary", 0, 1}};
    for (const ServiceFigures &service : figures.services) {
        SimulatedService simulated;
        simulated.meanMs = service.meanMin * static_cast<double>(kMinuteMs);
        simulated.cv = service.cv;
        simulated.share = {1};
        for (const double people : figures.perHalfHour)
            simulated.walkInsPerHour.push_back(2 * people * service.share);
        scenario.services.push_back(std::move(simulated));
    }
    return scenario;
}

} // namespace

Result<DayPlan> planFromFigures(std::string_view toml, std::uint64_t seed)
{
    const auto figures = figuresFrom(toml);
    if (!figures)
        return figures.error();
    DayPlan plan;
    plan.seed = seed;
    plan.closesMs = figures->closesMs;
    plan.latestEndMs = figures->latestEndMs;
    Random random(seed);
    for (const DrawnPerson &person : drawnDay(scenarioOf(*figures), seed, 0).people) {
        PlannedArrival arrival = plannedArrival(random, person.arrivedMs / 100 * 100,
                                                figures->services[person.service].id, figures->people);
        arrival.serviceMs = plannedServiceMs(person.serviceMs / static_cast<double>(kMinuteMs));
        plan.arrivals.push_back(arrival);
    }
    if (plan.arrivals.empty())
        return Error{ErrorCode::BadFile,
                     "the figures bring nobody",
                     {{"line", "1"}, {"field", "arrivals_per_half_hour"}, {"reason", "nobody comes on this day"}}};
    return plan;
}

} // namespace tiepdon
