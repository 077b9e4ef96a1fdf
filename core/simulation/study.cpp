// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/study.h"

#include "core/simulation/parallel.h"

#include <cstdio>
#include <functional>
#include <optional>

namespace tiepdon {
namespace {

double minutes(double ms) { return ms / static_cast<double>(kMinuteMs); }

Json byName(const std::vector<std::string> &names, const std::vector<double> &values)
{
    Json object = Json::object();
    for (std::size_t i = 0; i < names.size(); ++i)
        object[names[i]] = values[i];
    return object;
}

template <class List>
std::vector<std::string> namesOf(const List &list)
{
    std::vector<std::string> all;
    for (const auto &item : list)
        all.push_back(item.name);
    return all;
}

/// The figures of a file's line, in order; `Json` so that each keeps its own way of being written.
std::vector<std::pair<std::string, Json>> figures(const Scenario &scenario, const DispatchMetrics &m)
{
    std::vector<std::pair<std::string, Json>> list{
        {"people", m.people},
        {"loss", m.loss},
        {"kept", m.kept},
        {"keptWeighted", m.keptWeighted},
        {"worstKept", m.worstKept},
        {"worstLoss", m.worstLoss},
        {"meanWaitMin", minutes(m.meanWaitMs)},
        {"p95WaitMin", minutes(m.p95WaitMs)},
        {"longestWaitMin", minutes(m.longestWaitMs)},
        {"noShowShare", m.noShowShare},
        {"squaredShare", m.squaredShare},
        {"overtakenMost", m.overtakenMost},
        {"overtakenMean", m.overtakenMean},
        {"overtakenBeyond", m.overtakenBeyond},
        {"occupancy", m.occupancy},
    };
    for (std::size_t g = 0; g < scenario.segments.size(); ++g)
        list.emplace_back("kept:" + scenario.segments[g].name, m.keptBySegment[g]);
    for (std::size_t v = 0; v < scenario.services.size(); ++v)
        list.emplace_back("kept:" + scenario.services[v].name, m.keptByService[v]);
    return list;
}

Json metricsJson(const Scenario &scenario, const DispatchMetrics &m)
{
    Json json = Json::object();
    for (const auto &[name, value] : figures(scenario, m)) {
        if (name.find(':') == std::string::npos)
            json[name] = value;
    }
    json["lossDeviation"] = m.lossDeviation;
    json["keptBySegment"] = byName(namesOf(scenario.segments), m.keptBySegment);
    json["keptByService"] = byName(namesOf(scenario.services), m.keptByService);
    json["lossByService"] = byName(namesOf(scenario.services), m.lossByService);
    return json;
}

std::string quoted(const std::string &text)
{
    if (text.find_first_of(",\"\n\r") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

using DayOf = std::function<DrawnDay(std::size_t)>;

Result<std::vector<RuleResult>> comparedBy(const Scenario &scenario, const std::vector<RuleTrial> &rules,
                                           std::size_t days, const DayOf &dayOf, std::size_t threads)
{
    std::vector<DrawnDay> drawn(days);
    std::vector<std::vector<PlayedDay>> playedBy(rules.size(), std::vector<PlayedDay>(days));
    std::vector<std::optional<Error>> errors(days);
    inParallel(days, threads, [&](std::size_t d) {
        drawn[d] = dayOf(d);
        for (std::size_t r = 0; r < rules.size() && !errors[d]; ++r) {
            if (auto day = played(scenario, rules[r], drawn[d]))
                playedBy[r][d] = std::move(day).value();
            else
                errors[d] = day.error();
        }
    });
    for (const auto &error : errors) {
        if (error)
            return *error;
    }

    std::vector<RuleResult> results;
    for (std::size_t r = 0; r < rules.size(); ++r) {
        std::vector<WholeDay> whole;
        RuleResult result{rules[r], {}, {}};
        for (std::size_t d = 0; d < days; ++d) {
            whole.push_back({drawn[d], playedBy[r][d]});
            result.byDay.push_back(metricsOf(scenario, rules[r].rule, std::span(&whole.back(), 1)));
        }
        result.metrics = metricsOf(scenario, rules[r].rule, whole);
        results.push_back(std::move(result));
    }
    return results;
}

} // namespace

Result<std::vector<RuleResult>> compared(const Scenario &scenario, const std::vector<RuleTrial> &rules,
                                         const DayRange &range, std::size_t threads)
{
    return comparedBy(
        scenario, rules, static_cast<std::size_t>(range.count),
        [&](std::size_t d) {
            return drawnDay(scenario, range.seed, range.firstDay + static_cast<std::int64_t>(d));
        },
        threads);
}

Result<std::vector<RuleResult>> compared(const Scenario &scenario, const std::vector<RuleTrial> &rules,
                                         const std::vector<DrawnDay> &days, std::size_t threads)
{
    return comparedBy(
        scenario, rules, days.size(), [&](std::size_t d) { return days[d]; }, threads);
}

Json studyJson(const Scenario &scenario, const DayRange &range, const std::vector<RuleResult> &results)
{
    Json rules = Json::array();
    for (const RuleResult &result : results) {
        Json byDay = Json::array();
        for (std::size_t d = 0; d < result.byDay.size(); ++d) {
            byDay.push_back(metricsJson(scenario, result.byDay[d]));
            byDay.back()["day"] = range.firstDay + static_cast<std::int64_t>(d);
            byDay.back().erase("lossDeviation");
        }
        Json rule{{"name", result.trial.name},
                  {"rule", toJson(result.trial.rule)},
                  {"all", metricsJson(scenario, result.metrics)},
                  {"byDay", byDay}};
        if (!result.trial.serviceWeightPermille.empty())
            rule["serviceWeightPermille"] = result.trial.serviceWeightPermille;
        rules.push_back(rule);
    }
    return {{"scenario", scenario.name},
            {"seed", range.seed},
            {"firstDay", range.firstDay},
            {"days", range.count},
            {"rules", rules}};
}

std::string studyCsv(const Scenario &scenario, const DayRange &range, const std::vector<RuleResult> &results)
{
    std::string csv = "rule,seed,day";
    for (const auto &[name, value] : figures(scenario, results.front().metrics))
        csv += ',' + quoted(name);
    csv += '\n';
    for (const RuleResult &result : results) {
        for (std::size_t d = 0; d < result.byDay.size(); ++d) {
            csv += quoted(result.trial.name) + ',' + std::to_string(range.seed) + ','
                + std::to_string(range.firstDay + static_cast<std::int64_t>(d));
            for (const auto &[name, value] : figures(scenario, result.byDay[d]))
                csv += ',' + value.dump();
            csv += '\n';
        }
    }
    return csv;
}

} // namespace tiepdon
