// SPDX-License-Identifier: GPL-3.0-or-later
// How well "a promise will be broken within a quarter of an hour" is foretold, beside an alert when one is broken
// and the best of several thresholds on the length of the queue (chosen on the very days they are judged on). Days
// are drawn from the sample scenarios and played by the branch engine; days of a bank's telephone branch are
// recorded ones and lie beside the source tree where it is developed, not in it. What is foretold at a moment is
// learned from before that moment. Prints "name value unit" lines.
#include "core/simulation/playedday.h"
#include "tests/bench/lines.h"
#include "tests/bench/telephonedays.h"

#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>

using namespace tiepdon;

namespace {

constexpr TimeMs kAheadMs = 15 * kMinuteMs;
constexpr TimeMs kLookMs = kMinuteMs;
constexpr std::size_t kLearnDays = 5;
constexpr std::size_t kJudgedDays = 12;

using DayOfEvents = std::vector<TimedEvent>;

void say(const std::string &name, double value, const char *unit) { bench::print(name.c_str(), value, unit); }

/// What was to be seen of one service at one look, and what came.
struct Look {
    TimeMs atMs = 0;
    double probability = -1; ///< less than 0: not known
    double people = 0; ///< in the queue
    double share = 0; ///< of the promise that the longest has waited
    bool breaks = false; ///< within the time ahead
};

/// One service on one day.
struct Track {
    std::vector<Look> looks;
    std::vector<TimeMs> breaks;
};

using Tracks = std::vector<Track>;

/// Plays days past a forecast and looks once a minute while anybody is there.
class Watcher
{
public:
    void learn(const DayOfEvents &day) { play(day, nullptr); }
    void judge(const DayOfEvents &day, Tracks &tracks)
    {
        std::map<ServiceId, Track> ofDay;
        play(day, &ofDay);
        for (auto &[service, track] : ofDay) {
            std::sort(track.breaks.begin(), track.breaks.end());
            for (Look &look : track.looks) {
                const auto next = std::upper_bound(track.breaks.begin(), track.breaks.end(), look.atMs);
                look.breaks = next != track.breaks.end() && *next - look.atMs <= kAheadMs;
            }
            tracks.push_back(std::move(track));
        }
    }

private:
    void play(const DayOfEvents &day, std::map<ServiceId, Track> *tracks)
    {
        BranchState state;
        std::set<std::pair<TicketId, std::int64_t>> broken;
        TimeMs nextMs = 0;
        for (const auto &[atMs, event] : day) {
            for (; tracks && state.isOpen() && nextMs < atMs; nextMs += kLookMs) {
                noteBreaks(state, nextMs, broken, *tracks);
                if (!state.tickets().empty())
                    look(state, nextMs, *tracks);
            }
            if (tracks)
                noteBreaks(state, atMs, broken, *tracks);
            const Touched touched = apply(state, event, atMs);
            m_forecast.follow(state, event, touched, atMs);
            if (std::holds_alternative<event::DayOpened>(event))
                nextMs = atMs + kLookMs;
        }
    }

    static void noteBreaks(const BranchState &state, TimeMs untilMs,
                           std::set<std::pair<TicketId, std::int64_t>> &broken, std::map<ServiceId, Track> &tracks)
    {
        for (const auto &[id, service] : state.services()) {
            for (const QueueKey &key : state.waiting(id)) {
                const Ticket &ticket = *state.ticket(key.ticket);
                const TimeMs overMs = promisedWaitSoFarMs(ticket, untilMs) - state.promiseMs(ticket);
                if (overMs >= 0 && broken.insert({ticket.id, ticket.step.no}).second)
                    tracks[id].breaks.push_back(untilMs - overMs);
            }
        }
    }

    void look(const BranchState &state, TimeMs now, std::map<ServiceId, Track> &tracks)
    {
        m_forecast.refresh(state, now);
        for (const auto &[id, service] : state.services()) {
            Look look{now};
            if (const BreachOutlook *outlook = m_forecast.outlook().of(id))
                look.probability
                    = static_cast<double>(outlook->breachPermille[BreachOutlook::minute(kAheadMs)]) / 1000;
            look.people = static_cast<double>(state.waiting(id).size());
            for (const QueueKey &key : state.waiting(id)) {
                const Ticket &ticket = *state.ticket(key.ticket);
                look.share = std::max(look.share,
                                      static_cast<double>(promisedWaitSoFarMs(ticket, now))
                                          / static_cast<double>(state.promiseMs(ticket)));
            }
            tracks[id].looks.push_back(look);
        }
    }

    Forecast m_forecast;
};

/// What a way to alert came to.
struct Outcome {
    double raised = 0;
    double right = 0;
    double episodes = 0; ///< promises began to break after none had for the time ahead
    double foretold = 0; ///< of those, an alert was there before
    std::vector<double> leadsMin = {}; ///< of the right ones

    [[nodiscard]] double precision() const { return raised > 0 ? right / raised : 0; }
    [[nodiscard]] double recall() const { return episodes > 0 ? foretold / episodes : 0; }
    [[nodiscard]] double f1() const
    {
        const double sum = precision() + recall();
        return sum > 0 ? 2 * precision() * recall() / sum : 0;
    }
};

/// Raises when `value` is at `from` or more for two looks, ends when it is below `until`.
Outcome alerted(const Tracks &tracks, const std::function<double(const Look &)> &value, double from, double until,
                int looksHeld)
{
    Outcome outcome;
    for (const Track &track : tracks) {
        std::vector<std::pair<TimeMs, TimeMs>> alerts;
        int held = 0;
        bool isOpen = false;
        for (const Look &look : track.looks) {
            const double now = value(look);
            held = now >= from ? held + 1 : 0;
            if (isOpen && now < until) {
                alerts.back().second = look.atMs;
                isOpen = false;
            } else if (!isOpen && held >= looksHeld) {
                alerts.emplace_back(look.atMs, look.atMs + kDayMs);
                isOpen = true;
            }
        }
        for (const auto &[raisedMs, endedMs] : alerts) {
            ++outcome.raised;
            const auto next = std::upper_bound(track.breaks.begin(), track.breaks.end(), raisedMs);
            if (next != track.breaks.end() && *next - raisedMs <= kAheadMs) {
                ++outcome.right;
                outcome.leadsMin.push_back(static_cast<double>(*next - raisedMs) / kMinuteMs);
            }
        }
        for (std::size_t i = 0; i < track.breaks.size(); ++i) {
            const TimeMs at = track.breaks[i];
            if (i > 0 && at - track.breaks[i - 1] <= kAheadMs)
                continue;
            ++outcome.episodes;
            outcome.foretold += std::any_of(alerts.begin(), alerts.end(), [&](const auto &alert) {
                return alert.first < at && (alert.second >= at || at - alert.first <= kAheadMs);
            });
        }
    }
    return outcome;
}

void report(const std::string &name, const Outcome &outcome)
{
    say(name + ".alerts", outcome.raised, "n");
    say(name + ".precision", outcome.precision(), "share");
    say(name + ".recall", outcome.recall(), "share");
    if (!outcome.leadsMin.empty())
        say(name + ".median_lead", bench::quantile(outcome.leadsMin, 0.5), "min");
}

/// Probability that a look before a break has the larger value than one before none (ties count half).
double areaUnderCurve(const Tracks &tracks, const std::function<double(const Look &)> &value, bool isGreenOnly)
{
    std::vector<std::pair<double, bool>> looks;
    for (const Track &track : tracks) {
        for (const Look &look : track.looks) {
            if (look.probability >= 0 && (!isGreenOnly || look.share < 1))
                looks.emplace_back(value(look), look.breaks);
        }
    }
    std::sort(looks.begin(), looks.end());
    double ranks = 0;
    double breaking = 0;
    for (std::size_t i = 0; i < looks.size();) {
        std::size_t j = i;
        while (j < looks.size() && looks[j].first == looks[i].first)
            ++j;
        for (std::size_t k = i; k < j; ++k) {
            if (looks[k].second) {
                ranks += static_cast<double>(i + j + 1) / 2;
                ++breaking;
            }
        }
        i = j;
    }
    const double others = static_cast<double>(looks.size()) - breaking;
    return breaking > 0 && others > 0 ? (ranks - breaking * (breaking + 1) / 2) / (breaking * others) : 0.5;
}

void calibration(const std::string &name, const Tracks &tracks)
{
    constexpr std::size_t kBins = 6;
    const std::array<double, kBins> upTo{0.1, 0.3, 0.5, 0.7, 0.9, 1.01};
    std::array<double, kBins> said{};
    std::array<double, kBins> came{};
    std::array<double, kBins> n{};
    double brier = 0;
    double base = 0;
    double all = 0;
    for (const Track &track : tracks) {
        for (const Look &look : track.looks) {
            if (look.probability < 0)
                continue;
            const auto bin = static_cast<std::size_t>(
                std::find_if(upTo.begin(), upTo.end(), [&](double end) { return look.probability < end; })
                - upTo.begin());
            said[bin] += look.probability;
            came[bin] += look.breaks ? 1 : 0;
            ++n[bin];
            brier += std::pow(look.probability - (look.breaks ? 1 : 0), 2);
            base += look.breaks ? 1 : 0;
            ++all;
        }
    }
    for (std::size_t bin = 0; bin < kBins; ++bin) {
        if (n[bin] == 0)
            continue;
        const std::string of = name + ".calibration" + std::to_string(bin + 1);
        say(of + ".n", n[bin], "looks");
        say(of + ".said", said[bin] / n[bin], "share");
        say(of + ".came", came[bin] / n[bin], "share");
    }
    const double rate = base / all;
    say(name + ".brier", brier / all, "score");
    say(name + ".brier_of_the_rate", rate * (1 - rate), "score");
}

void measure(const std::string &name, const std::vector<DayOfEvents> &days)
{
    if (days.size() <= kLearnDays)
        return;
    Watcher watcher;
    for (std::size_t day = 0; day < kLearnDays; ++day)
        watcher.learn(days[day]);
    Tracks tracks;
    for (std::size_t day = kLearnDays; day < days.size(); ++day)
        watcher.judge(days[day], tracks);
    const std::string of = "alerts." + name;
    const auto probability = [](const Look &look) { return look.probability; };
    const auto people = [](const Look &look) { return look.people; };
    const auto share = [](const Look &look) { return look.share; };

    const Outcome foretold = alerted(tracks, probability, 0.6, 0.35, 2);
    say(of + ".days", static_cast<double>(days.size() - kLearnDays), "n");
    say(of + ".episodes", foretold.episodes, "n");
    report(of + ".foretold", foretold);
    report(of + ".when_broken", alerted(tracks, share, 1, 1, 1));
    std::optional<Outcome> best;
    double bestFrom = 0;
    for (const double from : {1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20}) {
        const Outcome outcome = alerted(tracks, people, from, std::max(1.0, std::floor(from * 2 / 3)), 2);
        if (!best || outcome.f1() > best->f1()) {
            best = outcome;
            bestFrom = from;
        }
    }
    say(of + ".queue_length.from", bestFrom, "people");
    report(of + ".queue_length", *best);
    say(of + ".foretold.f1", foretold.f1(), "share");
    say(of + ".queue_length.f1", best->f1(), "share");
    for (const bool isGreen : {false, true}) {
        const std::string which = isGreen ? ".auc_none_broken_yet." : ".auc.";
        say(of + which + "foretold", areaUnderCurve(tracks, probability, isGreen), "area");
        say(of + which + "queue_length", areaUnderCurve(tracks, people, isGreen), "area");
        say(of + which + "longest_wait", areaUnderCurve(tracks, share, isGreen), "area");
    }
    calibration(of, tracks);
}

std::vector<DayOfEvents> drawnDays(const std::string &name)
{
    std::ifstream file(TIEPDON_SOURCE_DIR "/resources/scenarios/" + name + ".json", std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    const auto scenario = scenarioFrom(content.str());
    if (!scenario)
        bench::giveUp(scenario.error().message.c_str());
    const TimeMs first = dayStart("2026-01-05", 0);
    std::vector<DayOfEvents> days;
    for (std::size_t day = 0; day < kLearnDays + kJudgedDays; ++day) {
        DayOfEvents events;
        const auto result
            = played(*scenario, scenario->rules.front(), drawnDay(*scenario, 4100, static_cast<std::int64_t>(day)),
                     localDay(first + static_cast<TimeMs>(day) * kDayMs, 0),
                     [&](const BranchState &, const Event &event, const Touched &, TimeMs atMs) {
                         events.push_back({atMs, event});
                     });
        if (!result)
            bench::giveUp(result.error().message.c_str());
        days.push_back(std::move(events));
    }
    return days;
}

} // namespace

int main()
{
    for (const char *name : {"bank-branch", "bank-branch-shock", "public-office"})
        measure(name, drawnDays(name));
    constexpr TimeMs kPromiseMs = 3 * kMinuteMs;
    const std::string path = TIEPDON_SOURCE_DIR "/../shared/data/anonbank_1999_tickets.csv";
    auto days = bench::telephoneDays(path, kPromiseMs);
    if (days.empty()) {
        std::fprintf(stderr, "bench_alerts: the recorded days are skipped, %s is not there\n", path.c_str());
        return 0;
    }
    days.resize(std::min(days.size(), kLearnDays + 2 * kJudgedDays));
    measure("telephone", days);
    return 0;
}
