// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/scenario.h"

#include "core/base/limits.h"
#include "core/simulation/jsonfields.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace tiepdon {
namespace {

/// Ordinary people have no segment in a branch, so no other may take this name.
const std::string kOrdinary = "ordinary";
/// Above these a figure is a typing mistake: hours of a service, a crowd no branch holds, years of days.
constexpr double kServiceMinMax = 12.0 * 60;
constexpr double kPerHourMax = 1000;
constexpr double kDaysMax = 10'000;
/// Shares of segments add up to at most 1 but for rounding.
constexpr double kShareSlack = 1e-9;

double msOfMinutes(double minutes) { return minutes * static_cast<double>(kMinuteMs); }

template <class List>
std::optional<std::size_t> indexOf(const List &list, const std::string &name)
{
    const auto it = std::find_if(list.begin(), list.end(), [&](const auto &item) { return item.name == name; });
    if (it == list.end())
        return std::nullopt;
    return static_cast<std::size_t>(it - list.begin());
}

class Reading
{
public:
    explicit Reading(JsonFile &file) : m_file(file) { }

    Result<Scenario> scenario()
    {
        JsonFields root(m_file, m_file.root(), {});
        m_scenario.name = root.text("name");
        m_scenario.opensMs = root.timeOfDay("opens");
        m_scenario.closesMs = root.timeOfDay("closes");
        if (m_scenario.closesMs <= m_scenario.opensMs)
            root.mistake("closes", "must be after the opening");
        m_scenario.segments.push_back({kOrdinary, 0, 1});
        root.each("segments", false, [&](const Json &value, const std::string &path) { segment(value, path); });
        root.each("services", true, [&](const Json &value, const std::string &path) { service(value, path); });
        root.each("counters", true, [&](const Json &value, const std::string &path) { counter(value, path); });
        checkServed(root);
        m_scenario.dayVariation = root.numberOr("dayVariation", 0, 0, 2);
        m_scenario.patienceMs = msOfMinutes(root.number("patienceMin", 0.1, 1e8));
        m_scenario.walkMs = root.numberOr("walkS", 20, 0, 3600) * kSecondMs;
        m_scenario.noShowMs = root.numberOr("noShowS", 45, 1, 3600) * kSecondMs;
        booking(root);
        if (root.has("shock"))
            shock(root.object("shock"));
        root.each("rules", true, [&](const Json &value, const std::string &path) { rule(value, path); });
        m_scenario.days = root.wholeOr("days", 60, 1, static_cast<std::int64_t>(kDaysMax));
        m_scenario.seed = root.wholeOr("seed", 1, 0, 1'000'000'000);
        root.refuseUnknown();
        if (m_file.error())
            return *m_file.error();
        return std::move(m_scenario);
    }

private:
    template <class List>
    void refuseTwice(const List &list, const std::string &name, const std::string &path)
    {
        if (indexOf(list, name))
            m_file.mistake(path, "stands twice");
    }

    void segment(const Json &value, const std::string &path)
    {
        JsonFields fields(m_file, value, path);
        SimulatedSegment segment;
        segment.name = fields.text("name");
        refuseTwice(m_scenario.segments, segment.name, path + ".name");
        segment.rank = fields.wholeOr("rank", 0, -1000, 1000);
        segment.weight = fields.numberOr("weight", 1, 0.001, 1000);
        fields.refuseUnknown();
        m_scenario.segments.push_back(segment);
    }

    /// A number for each segment: what an object says by their names.
    std::vector<double> bySegment(JsonFields &fields, const char *field, double low, double high)
    {
        std::vector<double> values(m_scenario.segments.size(), -1);
        fields.eachOf(field, [&](const std::string &name, const Json &value, const std::string &path) {
            if (const auto g = indexOf(m_scenario.segments, name))
                values[*g] = numberIn(m_file, value, path, low, high);
            else
                m_file.mistake(path, "is no segment of this scenario");
        });
        return values;
    }

    void service(const Json &value, const std::string &path)
    {
        JsonFields fields(m_file, value, path);
        SimulatedService service;
        service.name = fields.text("name");
        refuseTwice(m_scenario.services, service.name, path + ".name");
        service.meanMs = msOfMinutes(fields.number("meanMin", 0.05, kServiceMinMax));
        service.cv = fields.number("cv", 0, 5);
        service.weight = fields.numberOr("weight", 1, 0.001, 1000);
        promises(service, fields);
        shares(service, fields);
        const auto slots = static_cast<std::size_t>((m_scenario.closesMs - m_scenario.opensMs + 30 * kMinuteMs - 1)
                                                    / (30 * kMinuteMs));
        service.walkInsPerHour = fields.numbers("walkInsPerHour", 0, kPerHourMax);
        if (service.walkInsPerHour.size() != slots)
            fields.mistake("walkInsPerHour",
                           "must have a number for each half hour from the opening on, " + std::to_string(slots));
        service.bookingsPerHour = fields.numberOr("bookingsPerHour", 0, 0, kPerHourMax);
        fields.refuseUnknown();
        m_scenario.services.push_back(service);
    }

    void promises(SimulatedService &service, JsonFields &fields)
    {
        if (!fields.has("promiseMin"))
            fields.mistake("promiseMin", "is missing");
        for (const double minutes : bySegment(fields, "promiseMin", 0.1, kServiceMinMax)) {
            const auto promised = static_cast<TimeMs>(std::llround(msOfMinutes(minutes)));
            service.promiseMs.push_back(minutes < 0 && !service.promiseMs.empty() ? service.promiseMs.front()
                                                                                  : promised);
        }
        if (service.promiseMs.front() <= 0)
            fields.mistake("promiseMin", "must say what ordinary people are promised");
    }

    void shares(SimulatedService &service, JsonFields &fields)
    {
        service.share = bySegment(fields, "share", 0, 1);
        if (service.share.front() >= 0)
            fields.mistake("share", "is of the other segments; ordinary people are the rest");
        double others = 0;
        for (double &share : service.share)
            others += share = std::max(0.0, share);
        service.share.front() = std::max(0.0, 1 - others);
        if (others > 1 + kShareSlack)
            fields.mistake("share", "must not be more than 1 together");
    }

    void counter(const Json &value, const std::string &path)
    {
        JsonFields fields(m_file, value, path);
        SimulatedCounter counter;
        fields.each("services", true, [&](const Json &name, const std::string &at) {
            const auto v = indexOf(m_scenario.services, textIn(m_file, name, at));
            if (!v)
                m_file.mistake(at, "is no service of this scenario");
            else if (std::count(counter.services.begin(), counter.services.end(), *v) > 0)
                m_file.mistake(at, "stands twice");
            else
                counter.services.push_back(*v);
        });
        counter.speed = fields.numberOr("speed", 1, 0.1, 10);
        fields.each("breaks", false, [&](const Json &item, const std::string &at) {
            JsonFields times(m_file, item, at);
            counter.breaks.push_back(span(times));
            times.refuseUnknown();
            const std::size_t count = counter.breaks.size();
            if (count > 1 && counter.breaks[count - 1].fromMs < counter.breaks[count - 2].toMs)
                m_file.mistake(at, "must be after the break before it");
        });
        fields.refuseUnknown();
        m_scenario.counters.push_back(counter);
    }

    TimeSpan span(JsonFields &fields)
    {
        const TimeSpan span{fields.timeOfDay("from"), fields.timeOfDay("to")};
        if (span.toMs <= span.fromMs)
            fields.mistake("to", "must be after its beginning");
        return span;
    }

    void checkServed(JsonFields &root)
    {
        std::set<std::size_t> served;
        for (const SimulatedCounter &counter : m_scenario.counters)
            served.insert(counter.services.begin(), counter.services.end());
        for (std::size_t v = 0; v < m_scenario.services.size(); ++v) {
            if (!served.contains(v))
                root.mistake("counters", "none of them serves \"" + m_scenario.services[v].name + "\"");
        }
    }

    void booking(JsonFields &root)
    {
        const auto isBooked = [](const SimulatedService &service) { return service.bookingsPerHour > 0; };
        if (root.has("booking")) {
            JsonFields fields = root.object("booking");
            BookingFigures figures;
            const std::string name = fields.text("segment");
            if (const auto g = indexOf(m_scenario.segments, name))
                figures.segment = *g;
            else
                fields.mistake("segment", "is no segment of this scenario");
            figures.showShare = fields.numberOr("showShare", 0.9, 0, 1);
            figures.slotMs = fields.wholeOr("slotMin", 15, 1, 240) * kMinuteMs;
            figures.earlyMs = msOfMinutes(fields.numberOr("earlyMin", 6, -60, 120));
            figures.spreadMs = msOfMinutes(fields.numberOr("spreadMin", 5, 0, 120));
            figures.extraPatienceMs = msOfMinutes(fields.numberOr("extraPatienceMin", 15, 0, 600));
            fields.refuseUnknown();
            m_scenario.booking = figures;
        } else if (std::any_of(m_scenario.services.begin(), m_scenario.services.end(), isBooked)) {
            root.mistake("booking", "is missing, and there are services with bookings");
        }
    }

    void shock(JsonFields fields)
    {
        ShockFigures figures;
        JsonFields crowd = fields.object("crowd");
        figures.crowd = span(crowd);
        figures.crowdFactor = crowd.number("factor", 1, 20);
        crowd.refuseUnknown();
        if (fields.has("outage")) {
            JsonFields outage = fields.object("outage");
            figures.outage = span(outage);
            const auto others = static_cast<std::int64_t>(m_scenario.counters.size()) - 1;
            figures.countersDown = static_cast<std::size_t>(outage.whole("counters", 0, others));
            outage.refuseUnknown();
        }
        fields.refuseUnknown();
        m_scenario.shock = figures;
    }

    void rule(const Json &value, const std::string &path)
    {
        if (value.is_string()) {
            const std::string name = value.get<std::string>();
            refuseTwice(m_scenario.rules, name, path);
            if (const auto known = ruleNamed(name))
                m_scenario.rules.push_back(*known);
            else
                m_file.mistake(path, "is no rule known");
            return;
        }
        JsonFields fields(m_file, value, path);
        const std::string name = fields.text("name");
        refuseTwice(m_scenario.rules, name, path + ".name");
        const std::string kind = fields.text("kind");
        RuleTrial trial;
        if (const auto known = ruleNamed(kind))
            trial = *known;
        else
            fields.mistake("kind", "is no rule known");
        trial.name = name;
        CallingRule::fields(trial.rule, [&](const char *field, auto &part, auto...) {
            if constexpr (std::is_same_v<std::decay_t<decltype(part)>, std::int64_t>)
                part = fields.wholeOr(field, part, 0, limits::kServiceMsMax);
        });
        fields.refuseUnknown();
        BranchSetup setup;
        setup.settings.name = {trial.name, {}};
        setup.settings.calling = trial.rule;
        if (const auto allowed = checked(std::move(setup)); !allowed)
            m_file.mistake(path, allowed.error().message);
        m_scenario.rules.push_back(trial);
    }

    JsonFile &m_file;
    Scenario m_scenario;
};

} // namespace

Result<Scenario> scenarioFrom(std::string_view json)
{
    auto file = JsonFile::from(json);
    if (!file)
        return std::move(file).error();
    return Reading(*file).scenario();
}

std::optional<RuleTrial> ruleNamed(std::string_view name)
{
    CallingRule rule;
    const auto known = names(rule.kind);
    const auto it = std::find(known.begin(), known.end(), name);
    if (it == known.end())
        return std::nullopt;
    rule.kind = static_cast<CallingRuleKind>(it - known.begin());
    return RuleTrial{std::string(name), rule};
}

BranchSetup setupOf(const Scenario &scenario, const RuleTrial &trial)
{
    /// Letters of tickets; services beyond them share one.
    constexpr std::string_view kSeries = "ABCDEFGHJKLMNPRSTUVWXYZ";
    const auto id = [](std::size_t index) { return static_cast<std::int64_t>(index) + 1; };
    const auto permille = [](double weight) { return std::max<std::int64_t>(1, std::llround(weight * 1000)); };

    BranchSetup setup;
    setup.settings.name = {scenario.name, {}};
    setup.settings.utcOffsetMin = 0;
    setup.settings.numberDigits = limits::kNumberDigitsMax;
    setup.settings.noShowMisses = 1;
    setup.settings.calling = trial.rule;
    setup.settings.booking.earlyMs = limits::kServiceMsMax;
    setup.settings.booking.lateMs = limits::kServiceMsMax;
    for (std::size_t g = 1; g < scenario.segments.size(); ++g) {
        const SimulatedSegment &segment = scenario.segments[g];
        setup.segments.push_back(
            {{static_cast<std::int64_t>(g)}, {segment.name, {}}, segment.rank, permille(segment.weight), 0});
    }
    for (std::size_t v = 0; v < scenario.services.size(); ++v) {
        const SimulatedService &simulated = scenario.services[v];
        Service service;
        service.id = {id(v)};
        service.name = {simulated.name, {}};
        service.series = std::string(1, kSeries[v % kSeries.size()]);
        service.expectedMs = std::max<TimeMs>(1, std::llround(simulated.meanMs));
        service.serviceLevelMs = simulated.promiseMs.front();
        for (std::size_t g = 1; g < scenario.segments.size(); ++g)
            service.promises.push_back({{static_cast<std::int64_t>(g)}, simulated.promiseMs[g], 0});
        const double multiplier
            = trial.serviceWeightPermille.empty() ? 1 : static_cast<double>(trial.serviceWeightPermille[v]) / 1000;
        service.weightPermille = permille(simulated.weight * multiplier);
        setup.services.push_back(service);
    }
    for (std::size_t k = 0; k < scenario.counters.size(); ++k) {
        const std::string number = std::to_string(id(k));
        WorkProfile profile{{id(k)}, {number, {}}, {}};
        for (const std::size_t v : scenario.counters[k].services)
            profile.services.push_back({id(v)});
        setup.profiles.push_back(profile);
        setup.counters.push_back({{id(k)}, id(k), {id(k)}});
        setup.staff.push_back({{id(k)}, number});
    }
    return setup;
}

} // namespace tiepdon
