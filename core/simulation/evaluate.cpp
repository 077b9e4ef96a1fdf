// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/evaluate.h"

#include "core/estimate/conformal.h"
#include "core/estimate/learner.h"
#include "core/estimate/rivals.h"
#include "core/formulas/scores.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>

namespace tiepdon {
namespace {

constexpr std::size_t kPeopleMin = 30; ///< fewer say nothing about shares
constexpr double kMuchTooShortMs = 5.0 * kMinuteMs;

struct Said {
    WaitQuantiles range;
    double actualMs = 0;
};

EstimatorScore scoreOf(const std::string &name, std::vector<Said> said)
{
    EstimatorScore score;
    score.name = name;
    score.count = said.size();
    const auto count = static_cast<double>(said.size());
    double squares = 0;
    for (const Said &each : said) {
        const double error = each.range.medianMs - each.actualMs;
        score.meanErrorMs += std::abs(error) / count;
        squares += error * error / count;
        score.biasMs += error / count;
        score.shareMuchTooShort += (error < -kMuchTooShortMs ? 1 : 0) / count;
        score.pinballMs += (pinballLoss(each.actualMs, each.range.lowMs, 0.1)
                            + pinballLoss(each.actualMs, each.range.medianMs, 0.5)
                            + pinballLoss(each.actualMs, each.range.highMs, 0.9))
            / (3 * count);
        score.widthMs += (each.range.highMs - each.range.lowMs) / count;
    }
    score.rootSquareErrorMs = std::sqrt(squares);
    const auto isWithin
        = [](const Said &each) { return each.range.lowMs <= each.actualMs && each.actualMs <= each.range.highMs; };
    std::stable_sort(said.begin(), said.end(),
                     [](const Said &a, const Said &b) { return a.range.highMs < b.range.highMs; });
    score.worstCoverage = 1;
    for (std::size_t third = 0; third < 3; ++third) {
        const auto from = said.begin() + static_cast<std::ptrdiff_t>(third * said.size() / 3);
        const auto to = said.begin() + static_cast<std::ptrdiff_t>((third + 1) * said.size() / 3);
        const auto within = static_cast<double>(std::count_if(from, to, isWithin));
        score.coverage += within / count;
        score.worstCoverage = std::min(score.worstCoverage, within / static_cast<double>(to - from));
    }
    return score;
}

/// Asks an estimator about everybody in order of time; a score enters when its person is called.
EstimatorScore asked(const std::string &name, const std::vector<const AskedWait *> &people,
                     const std::function<WaitQuantiles(const AskedWait &)> &estimate)
{
    struct Open {
        const AskedWait *person = nullptr;
        WaitQuantiles raw;
    };
    const auto isLater = [](const Open &a, const Open &b) { return a.person->calledMs > b.person->calledMs; };
    std::priority_queue<Open, std::vector<Open>, decltype(isLater)> open(isLater);
    Conformal conformal;
    std::vector<Said> said;
    for (const AskedWait *person : people) {
        for (; !open.empty() && open.top().person->calledMs <= person->askedMs; open.pop())
            conformal.called(open.top().person->group, open.top().raw, open.top().person->actualMs);
        const WaitQuantiles raw = estimate(*person);
        said.push_back({conformal.calibrated(person->group, raw), person->actualMs});
        open.push({person, raw});
    }
    return scoreOf(name, std::move(said));
}

} // namespace

const EstimatorScore &Evaluation::bestRival() const
{
    return *std::min_element(
        scores.begin(), scores.end() - 1,
        [](const EstimatorScore &a, const EstimatorScore &b) { return a.meanErrorMs < b.meanErrorMs; });
}

Result<Evaluation> evaluated(const AskedWaits &waits, std::size_t daysLearned, TimeMs unitMs)
{
    Evaluation result;
    result.who = waits.who;
    result.daysLearned = daysLearned;
    result.daysTested = waits.days - std::min(waits.days, daysLearned);
    std::vector<WaitExample> examples;
    std::vector<const AskedWait *> people;
    for (const AskedWait &wait : waits.waits) {
        if (wait.day < daysLearned)
            examples.push_back({wait.features, wait.actualMs});
        else
            people.push_back(&wait);
    }
    const auto learner = Learner::learned(examples, static_cast<double>(unitMs));
    if (!learner || people.size() < kPeopleMin)
        return Error{ErrorCode::InvalidParams,
                     "too few waits: " + std::to_string(examples.size()) + " to learn from, "
                         + std::to_string(people.size()) + " to test on",
                     {{"field", "days"},
                      {"examples", std::to_string(examples.size())},
                      {"people", std::to_string(people.size())}}};
    for (const AskedWait *person : people)
        result.meanWaitMs += person->actualMs / static_cast<double>(people.size());
    for (std::size_t i = 0; i < rivals().size(); ++i)
        result.scores.push_back(asked(std::string(rivals()[i].name), people, [i](const AskedWait &person) {
            return WaitQuantiles{person.rivalsMs[i], person.rivalsMs[i], person.rivalsMs[i]};
        }));
    result.scores.push_back(asked(
        "learned", people, [&learner](const AskedWait &person) { return learner->expected(person.features); }));
    return result;
}

} // namespace tiepdon
