// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/evaluatedfile.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace tiepdon {
namespace {

constexpr std::size_t kOfficeDaysLearned = 7;
/// About the shortest wait a screen read every five minutes can tell, and a telephone.
constexpr TimeMs kOfficeUnitMs = 5 * kMinuteMs;
constexpr TimeMs kTelephoneUnitMs = kSecondMs;

struct Figure {
    const char *title; ///< for people
    const char *column; ///< for programs
    double EstimatorScore::*value;
    bool isTime;
};

constexpr std::array<Figure, 8> kFigures{
    {{"MAE", "mae_s", &EstimatorScore::meanErrorMs, true},
     {"RMSE", "rmse_s", &EstimatorScore::rootSquareErrorMs, true},
     {"bias", "bias_s", &EstimatorScore::biasMs, true},
     {"under 5 min", "share_under_5min", &EstimatorScore::shareMuchTooShort, false},
     {"pinball", "pinball_s", &EstimatorScore::pinballMs, true},
     {"cover 80", "coverage80", &EstimatorScore::coverage, false},
     {"worst third", "coverage80_worst_third", &EstimatorScore::worstCoverage, false},
     {"width", "width_s", &EstimatorScore::widthMs, true}}};

std::string formatted(const char *pattern, double value)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), pattern, value);
    return text.data();
}

std::string padded(std::string text, std::size_t width, bool isLeft)
{
    if (text.size() < width)
        text.insert(isLeft ? text.size() : 0, width - text.size(), ' ');
    return text;
}

double rounded(double value, double steps) { return std::round(value * steps) / steps; }

/// A figure as programs get it: seconds to the hundredth, shares to the ten-thousandth.
double plain(const Figure &figure, const EstimatorScore &score)
{
    return figure.isTime ? rounded(score.*figure.value / kSecondMs, 100) : rounded(score.*figure.value, 10'000);
}

double againstBest(const Evaluation &evaluation)
{
    return evaluation.learned().meanErrorMs / evaluation.bestRival().meanErrorMs;
}

} // namespace

Result<RecordedDays> recordedDaysIn(const CsvText &data)
{
    std::string_view line;
    CsvLines lines(data.content);
    lines.next(line);
    for (const std::string &name : csvFields(line).value_or(std::vector<std::string>())) {
        if (name == "ticket_no")
            return RecordedDays::Office;
        if (name == "q_start_s")
            return RecordedDays::Telephone;
    }
    Error error = badRowsError({{1, "ticket_no", "or q_start_s must be among the columns of the first line"}});
    error.detail["file"] = std::string(data.name);
    return error;
}

Result<FileEvaluation> evaluatedFile(const CsvText &data, const CsvText &snapshots,
                                     std::optional<std::size_t> daysLearned)
{
    const auto kind = recordedDaysIn(data);
    if (!kind)
        return kind.error();
    const bool isOffice = *kind == RecordedDays::Office;
    const auto populations = isOffice ? officeWaits(data, snapshots) : telephoneWaits(data);
    if (!populations)
        return populations.error();
    FileEvaluation result{*kind, isOffice ? kMinuteMs : kSecondMs, {}};
    for (const AskedWaits &waits : *populations) {
        const std::size_t usual = isOffice ? kOfficeDaysLearned : waits.days * 2 / 3;
        auto evaluation
            = evaluated(waits, daysLearned.value_or(usual), isOffice ? kOfficeUnitMs : kTelephoneUnitMs);
        if (!evaluation)
            return evaluation.error();
        result.evaluations.push_back(std::move(*evaluation));
    }
    return result;
}

std::string textOf(const FileEvaluation &evaluation)
{
    constexpr std::size_t kNameWidth = 17;
    constexpr std::size_t kWidth = 12;
    const auto unit = static_cast<double>(evaluation.unitMs);
    std::string text;
    for (const Evaluation &each : evaluation.evaluations) {
        text += (text.empty() ? "" : "\n\n") + each.who + ": learned from " + std::to_string(each.daysLearned)
            + " days, tested on " + std::to_string(each.daysTested) + " days and "
            + std::to_string(each.learned().count) + " waits of " + formatted("%.1f ", each.meanWaitMs / unit)
            + (evaluation.unitMs == kMinuteMs ? "min" : "s") + " on average; times in "
            + (evaluation.unitMs == kMinuteMs ? "min" : "s") + ".\n" + padded("estimator", kNameWidth, true);
        for (const Figure &figure : kFigures)
            text += padded(figure.title, kWidth, false);
        for (const EstimatorScore &score : each.scores) {
            text += "\n" + padded(score.name, kNameWidth, true);
            for (const Figure &figure : kFigures)
                text += padded(figure.isTime ? formatted("%.2f", score.*figure.value / unit)
                                             : formatted("%.3f", score.*figure.value),
                               kWidth, false);
        }
        text += "\nlearned is off by " + formatted("%.3f", againstBest(each)) + " of what the best rival ("
            + each.bestRival().name + ") is off by.";
    }
    return text;
}

std::string csvOf(const FileEvaluation &evaluation)
{
    std::string text = "who,estimator,n";
    for (const Figure &figure : kFigures)
        text += std::string(",") + figure.column;
    for (const Evaluation &each : evaluation.evaluations) {
        for (const EstimatorScore &score : each.scores) {
            text += "\n" + each.who + "," + score.name + "," + std::to_string(score.count);
            for (const Figure &figure : kFigures)
                text += "," + formatted(figure.isTime ? "%.2f" : "%.4f", plain(figure, score));
        }
    }
    return text;
}

Json jsonOf(const FileEvaluation &evaluation)
{
    Json populations = Json::array();
    for (const Evaluation &each : evaluation.evaluations) {
        Json estimators = Json::array();
        for (const EstimatorScore &score : each.scores) {
            Json row{{"estimator", score.name}, {"n", score.count}};
            for (const Figure &figure : kFigures)
                row[figure.column] = plain(figure, score);
            estimators.push_back(std::move(row));
        }
        populations.push_back({{"who", each.who},
                               {"days_learned", each.daysLearned},
                               {"days_tested", each.daysTested},
                               {"mean_wait_s", rounded(each.meanWaitMs / kSecondMs, 100)},
                               {"best_rival", each.bestRival().name},
                               {"mae_against_best_rival", rounded(againstBest(each), 10'000)},
                               {"estimators", std::move(estimators)}});
    }
    return {{"kind", evaluation.kind == RecordedDays::Office ? "office" : "telephone"},
            {"populations", std::move(populations)}};
}

} // namespace tiepdon
