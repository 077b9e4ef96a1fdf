// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/tuner.h"

#include "core/base/random.h"
#include "core/wire/json.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <type_traits>

namespace tiepdon {
namespace {

/// How much the worst service counts beside the branch.
constexpr double kWorstShare = 0.35;
/// Steps begin this large (as a factor's logarithm), grow after a find and shrink after a failure.
constexpr double kFirstStep = 0.5;
constexpr double kLargestStep = 0.6;
constexpr double kSmallestStep = 0.06;
/// Share of the parameters that one step changes.
constexpr double kChangedShare = 0.35;
/// A weight further from 1 than this says that a service does not matter, which a person would have to say.
constexpr std::int64_t kServiceWeightMin = 250;
constexpr std::int64_t kServiceWeightMax = 4000;

/// A parameter the search may change, and between what.
struct Tunable {
    std::int64_t CallingRule::*parameter;
    std::int64_t low;
    std::int64_t high;
};

constexpr Tunable kTunables[] = {
    {&CallingRule::lookAheadPermille, 50, 1500},     {&CallingRule::savePermille, 200, 3000},
    {&CallingRule::basePermille, 10, 1000},          {&CallingRule::latePermille, 50, 3000},
    {&CallingRule::slopePermille, 20, 3000},         {&CallingRule::guardPermille, 2000, 12'000},
    {&CallingRule::servicePowerPermille, 300, 1300},
};

class Search
{
public:
    Search(const Scenario &scenario, const RuleTrial &present, const TunerOptions &options)
        : m_scenario(scenario), m_options(options), m_random(options.seed), m_best(present)
    {
        m_best.name = "tuned";
        if (options.tunesServices && m_best.serviceWeightPermille.empty())
            m_best.serviceWeightPermille.assign(scenario.services.size(), 1000);
    }

    Result<RuleTrial> run(const std::function<void(std::int64_t, double)> &onProgress)
    {
        auto first = score(m_best);
        if (!first)
            return std::move(first).error();
        m_firstScore = m_bestScore = *first;
        for (std::int64_t tried = 1; tried < m_options.evaluations; ++tried) {
            const RuleTrial next = changed();
            const auto found = score(next);
            if (!found)
                return found.error();
            if (*found < m_bestScore) {
                m_best = next;
                m_bestScore = *found;
                m_step = std::min(kLargestStep, m_step * 1.3);
            } else {
                m_step = std::max(kSmallestStep, m_step * 0.985);
            }
            if (onProgress)
                onProgress(tried + 1, m_bestScore);
        }
        return m_best;
    }

    [[nodiscard]] double firstScore() const { return m_firstScore; }
    [[nodiscard]] double bestScore() const { return m_bestScore; }

private:
    Result<double> score(const RuleTrial &trial) const
    {
        const auto results = compared(m_scenario, {trial}, m_options.training, m_options.threads);
        if (!results)
            return results.error();
        return tunerScore(results->front().metrics);
    }

    RuleTrial changed()
    {
        RuleTrial trial = m_best;
        for (const Tunable &tunable : kTunables)
            change(trial.rule.*tunable.parameter, tunable.low, tunable.high);
        for (std::int64_t &weight : trial.serviceWeightPermille)
            change(weight, kServiceWeightMin, kServiceWeightMax);
        return trial;
    }

    void change(std::int64_t &value, std::int64_t low, std::int64_t high)
    {
        // both are drawn always, so that what one parameter does leaves the draws of the others alone
        const bool isChanged = m_random.chance(kChangedShare);
        const double factor = std::exp(m_step * m_random.normal());
        if (isChanged && value > 0) // what is off stays off
            value = std::clamp(static_cast<std::int64_t>(std::llround(static_cast<double>(value) * factor)), low,
                               high);
    }

    const Scenario &m_scenario;
    const TunerOptions &m_options;
    Random m_random;
    RuleTrial m_best;
    double m_firstScore = 0;
    double m_bestScore = 0;
    double m_step = kFirstStep;
};

/// A field as a branch file names it: "lookAheadPermille" is look_ahead, "longestWaitMs" longest_wait_min.
std::string fileKey(std::string_view field)
{
    std::string key;
    for (const char c : field) {
        if (c >= 'A' && c <= 'Z')
            key += '_';
        key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return key;
}

std::string decimal(double value) { return Json(value).dump(); }

/// A line of a branch file's [calling]; thousandths are written as numbers, ms as minutes.
std::string callingLine(const std::string &field, std::int64_t value)
{
    const auto without = [&](std::string_view ending) {
        return fileKey(std::string_view(field).substr(0, field.size() - ending.size()));
    };
    if (field.ends_with("Permille"))
        return without("Permille") + " = " + decimal(static_cast<double>(value) / 1000) + "\n";
    if (field.ends_with("Ms"))
        return without("Ms") + "_min = " + decimal(static_cast<double>(value) / kMinuteMs) + "\n";
    return fileKey(field) + " = " + std::to_string(value) + "\n";
}

} // namespace

double tunerScore(const DispatchMetrics &metrics) { return metrics.loss + kWorstShare * metrics.worstLoss; }

Result<Tuned> tuned(const Scenario &scenario, const RuleTrial &present, const TunerOptions &options,
                    const std::function<void(std::int64_t, double)> &onProgress)
{
    Search search(scenario, present, options);
    auto found = search.run(onProgress);
    if (!found)
        return std::move(found).error();
    auto judged = compared(scenario, {present, *found}, options.judging, options.threads);
    if (!judged)
        return std::move(judged).error();
    return Tuned{present, *found, search.firstScore(), search.bestScore(), std::move(judged).value()};
}

std::string branchLines(const Scenario &scenario, const RuleTrial &trial)
{
    std::string lines = "[calling]\nrule = " + toJson(trial.rule.kind).dump() + "\n";
    CallingRule rule = trial.rule;
    CallingRule::fields(rule, [&](const char *field, const auto &part, auto...) {
        if constexpr (std::is_same_v<std::decay_t<decltype(part)>, std::int64_t>)
            lines += callingLine(field, part);
    });
    for (std::size_t v = 0; v < trial.serviceWeightPermille.size(); ++v)
        lines += "# in the [[service]] \"" + scenario.services[v].name + "\": weight = "
            + decimal(static_cast<double>(trial.serviceWeightPermille[v]) / 1000 * scenario.services[v].weight)
            + "\n";
    return lines;
}

} // namespace tiepdon
