// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/simulation.h"
#include "core/simulation/tuner.h"
#include "core/store/past.h"

namespace tiepdon {
namespace {

constexpr std::int64_t kEvaluationsMax = 100'000;

QString sentenceAbout(const Tuned &tuned)
{
    const DispatchMetrics &before = tuned.judged.front().metrics;
    const DispatchMetrics &after = tuned.judged.back().metrics;
    const double change = before.loss > 0 ? 100 * (after.loss / before.loss - 1) : 0;
    return QStringLiteral("On days the search did not see, J changes by %1 %, the longest wait by %2 min.")
        .arg(change, 0, 'f', 1)
        .arg((after.longestWaitMs - before.longestWaitMs) / kMinuteMs, 0, 'f', 1);
}

/// The scenario a person wrote, or without one what the branch's own records show.
Result<Scenario> scenarioToTune(const Context &context)
{
    if (!context.arguments().isEmpty())
        return readScenario(context);
    const auto past = pastOf(context.dataDirectory());
    if (!past)
        return past.error();
    return learntScenario(past->setup, past->steps);
}

int tune(const Context &context)
{
    auto scenario = scenarioToTune(context);
    if (!scenario && scenario.error().code == ErrorCode::InvalidParams && context.arguments().isEmpty())
        return context.wrongUse(toQt(scenario.error().message) + u'.');
    if (!scenario)
        return context.failed(scenario.error());
    if (const auto wrong = takeStudyOptions(context, *scenario); !wrong.isEmpty())
        return context.wrongUse(wrong);
    TunerOptions options;
    options.threads = threadsOf(context);
    options.seed = static_cast<std::uint64_t>(scenario->seed);
    options.training.seed = options.judging.seed = options.seed;
    options.judging.count = scenario->days;
    if (context.isSet("evaluations")) {
        const auto count = positiveNumber(context.value("evaluations"));
        if (!count || *count > kEvaluationsMax)
            return context.wrongUse(
                QStringLiteral("--evaluations takes a whole number from 1 to %1.").arg(kEvaluationsMax));
        options.evaluations = *count;
    }
    options.tunesServices = !context.isSet("keep-services");

    constexpr std::int64_t kProgressEvery = 50;
    const auto found = tuned(*scenario, scenario->rules.front(), options, [&](std::int64_t tried, double best) {
        if (tried % kProgressEvery == 0)
            context.progress(
                QStringLiteral("%1 of %2 tried, best %3").arg(tried).arg(options.evaluations).arg(best, 0, 'f', 4));
    });
    if (!found)
        return context.failed(found.error());
    const std::string lines = branchLines(*scenario, found->found);
    if (const auto written = writeTo(context, "out", lines); !written)
        return context.failed(written.error());

    Json json = studyJson(*scenario, options.judging, found->judged);
    json["presentScore"] = found->presentScore;
    json["foundScore"] = found->foundScore;
    json["evaluations"] = options.evaluations;
    json["trainingDays"] = options.training.count;
    json["branchLines"] = lines;
    const QString text
        = QStringLiteral("%1: %2 settings tried on %3 days (seed %4), shown on %5 others.\n")
              .arg(toQt(scenario->name))
              .arg(options.evaluations)
              .arg(options.training.count)
              .arg(scenario->seed)
              .arg(options.judging.count)
        + studyTable(*scenario, found->judged) + u'\n' + sentenceAbout(*found)
        + QStringLiteral(
              "\nNothing was changed. To accept it, put this into the branch's file and import that:\n\n")
        + toQt(lines);
    return context.done(json, text);
}

} // namespace

CtlCommand tuneCommand()
{
    return commandSpec(
        "tune", "[SCENARIO.json]", "Looks for better parameters of the calling rule, and shows what they do.", 0, 1,
        tune,
        {optionSpec("days", "Days the outcome is shown on; else the scenario's.", "N"),
         optionSpec("seed", "Of the days and of the search; else the scenario's.", "S"),
         optionSpec("evaluations", "Settings to try (300).", "N"),
         optionSpec("keep-services", "Leaves the weights of services as they are."),
         optionSpec("threads", "How many at a time; else as many as the machine has.", "N"),
         optionSpec("out", "Also writes the lines to accept into a file.", "FILE")},
        "Without a scenario it learns one from the branch's own records in the data directory: who comes when and\n"
        "for what, how long services take and people wait. Otherwise it takes the scenario's first rule.\n"
        "A random search over the rule's parameters and a weight for each service. It makes what broken promises\n"
        "cost small, and beside that the cost of the service that fares worst; how often people may be overtaken\n"
        "stays as it is. The present rule and the one found are then shown on days the search did not see.");
}

} // namespace tiepdon
