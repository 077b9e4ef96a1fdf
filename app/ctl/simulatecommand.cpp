// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/simulation.h"

#include <QSaveFile>

#include <algorithm>
#include <thread>

namespace tiepdon {
namespace {

/// A scenario has a line for each half hour, service and counter; a megabyte is far more than any.
constexpr qint64 kScenarioBytesMax = 1024 * 1024;
constexpr std::int64_t kDaysMax = 10'000;
constexpr std::int64_t kThreadsMax = 64;

/// The scenario's rules that `--rules` names, or those of the product by name.
Result<std::vector<RuleTrial>> rulesOf(const Context &context, const Scenario &scenario)
{
    if (!context.isSet("rules"))
        return scenario.rules;
    std::vector<RuleTrial> rules;
    for (const QString &word : context.value("rules").split(u',', Qt::SkipEmptyParts)) {
        const std::string name = word.trimmed().toStdString();
        const auto own = std::find_if(scenario.rules.begin(), scenario.rules.end(),
                                      [&](const RuleTrial &rule) { return rule.name == name; });
        if (own != scenario.rules.end())
            rules.push_back(*own);
        else if (const auto known = ruleNamed(name))
            rules.push_back(*known);
        else
            return Error{ErrorCode::InvalidParams, "there is no rule \"" + name + "\"", {{"field", "rules"}}};
    }
    if (rules.empty())
        return Error{ErrorCode::InvalidParams, "no rule is named", {{"field", "rules"}}};
    return rules;
}

int simulate(const Context &context)
{
    auto scenario = readScenario(context);
    if (!scenario)
        return context.failed(scenario.error());
    if (const auto wrong = takeStudyOptions(context, *scenario); !wrong.isEmpty())
        return context.wrongUse(wrong);
    const auto rules = rulesOf(context, *scenario);
    if (!rules)
        return context.wrongUse(toQt(rules.error().message) + u'.');

    const DayRange range{static_cast<std::uint64_t>(scenario->seed), 0, scenario->days};
    const auto results = compared(*scenario, *rules, range, threadsOf(context));
    if (!results)
        return context.failed(results.error());
    const Json json = studyJson(*scenario, range, *results);
    if (const auto written = writeTo(context, "report", json.dump(1)); !written)
        return context.failed(written.error());
    if (const auto written = writeTo(context, "csv", studyCsv(*scenario, range, *results)); !written)
        return context.failed(written.error());
    QString text
        = QStringLiteral("%1: %2 days, seed %3.\n").arg(toQt(scenario->name)).arg(range.count).arg(scenario->seed);
    text += studyTable(*scenario, *results);
    return context.done(json, text);
}

} // namespace

Result<Scenario> readScenario(const Context &context)
{
    const QString path = context.arguments().constFirst();
    const auto content = contentOf(path, kScenarioBytesMax);
    if (!content)
        return content.error();
    auto scenario = scenarioFrom(*content);
    if (scenario)
        return scenario;
    Error error = std::move(scenario).error();
    error.detail["file"] = path.toStdString();
    return error;
}

QString takeStudyOptions(const Context &context, Scenario &scenario)
{
    if (context.isSet("days")) {
        const auto days = positiveNumber(context.value("days"));
        if (!days || *days > kDaysMax)
            return QStringLiteral("--days takes a whole number from 1 to %1.").arg(kDaysMax);
        scenario.days = *days;
    }
    if (context.isSet("seed")) {
        bool isNumber = false;
        scenario.seed = context.value("seed").toLongLong(&isNumber);
        if (!isNumber || scenario.seed < 0)
            return QStringLiteral("--seed takes a whole number, 0 or more.");
    }
    if (context.isSet("threads")) {
        const auto threads = positiveNumber(context.value("threads"));
        if (!threads || *threads > kThreadsMax)
            return QStringLiteral("--threads takes a whole number from 1 to %1.").arg(kThreadsMax);
    }
    return {};
}

std::size_t threadsOf(const Context &context)
{
    if (const auto given = positiveNumber(context.value("threads")))
        return static_cast<std::size_t>(*given);
    return std::max(1U, std::thread::hardware_concurrency());
}

Result<void> writeTo(const Context &context, const char *option, const std::string &content)
{
    if (!context.isSet(option))
        return {};
    QSaveFile file(context.value(option));
    const auto size = static_cast<qint64>(content.size());
    if (file.open(QIODevice::WriteOnly) && file.write(content.data(), size) == size && file.commit())
        return {};
    return Error{ErrorCode::FileNotWritable, "it cannot be written", {{"file", file.fileName().toStdString()}}};
}

QString studyTable(const Scenario &scenario, const std::vector<RuleResult> &results)
{
    const auto minutes = [](double ms) { return QString::number(ms / kMinuteMs, 'f', 1); };
    const auto percent = [](double share) { return QString::number(100 * share, 'f', 1); };
    std::vector<QStringList> rows;
    QStringList header{QStringLiteral("rule"), QStringLiteral("J"), QStringLiteral("± se"),
                       QStringLiteral("kept %")};
    for (const SimulatedSegment &segment : scenario.segments)
        header << toQt(segment.name);
    header << QStringLiteral("worst") << QStringLiteral("mean") << QStringLiteral("P95")
           << QStringLiteral("max min") << QStringLiteral("gone %") << QStringLiteral("overtaken");
    rows.push_back(header);
    for (const RuleResult &result : results) {
        const DispatchMetrics &m = result.metrics;
        QStringList row{toQt(result.trial.name), QString::number(m.loss, 'f', 4),
                        QString::number(m.lossDeviation, 'f', 4), percent(m.kept)};
        for (const double kept : m.keptBySegment)
            row << percent(kept);
        row << percent(m.worstKept) << minutes(m.meanWaitMs) << minutes(m.p95WaitMs) << minutes(m.longestWaitMs)
            << percent(m.noShowShare) << QString::number(m.overtakenMost);
        rows.push_back(row);
    }
    std::vector<qsizetype> widths(static_cast<std::size_t>(header.size()), 0);
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[static_cast<std::size_t>(i)] = std::max(widths[static_cast<std::size_t>(i)], row[i].size());
    }
    QString text;
    for (const QStringList &row : rows) {
        text += row.front().leftJustified(widths.front());
        for (qsizetype i = 1; i < row.size(); ++i)
            text += QStringLiteral("  ") + row[i].rightJustified(widths[static_cast<std::size_t>(i)]);
        text += u'\n';
    }
    return text
        + QStringLiteral(
               "J: what broken promises cost, in ordinary promises a person. kept %: called within the wait\n"
               "promised, of all, of each segment, and of the service that fares worst. overtaken: the most\n"
               "often that later people were called before one who could have been.");
}

std::vector<CtlCommand> simulationCommands()
{
    return {
        commandSpec(
            "simulate", "SCENARIO.json", "Plays days of a scenario under several calling rules.", 1, 1, simulate,
            {optionSpec("rules", "Only these, parted by commas: names of the scenario's or the product's.", "A,B"),
             optionSpec("days", "How many days; else the scenario's.", "N"),
             optionSpec("seed", "Draws other days of the same kind; else the scenario's.", "S"),
             optionSpec("threads", "How many at a time; else as many as the machine has.", "N"),
             optionSpec("csv", "Also writes a line for each rule and day.", "FILE"),
             optionSpec("report", "Also writes all figures, as JSON.", "FILE")},
            "The branch's own engine calls, under a clock of its own; all rules meet the same people on the\n"
            "same days, and the same seed gives the same days on every machine. No hub is needed.\n"
            "resources/scenarios has samples and says what a scenario is made of."),
        tuneCommand(),
    };
}

} // namespace tiepdon
