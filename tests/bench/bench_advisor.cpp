// SPDX-License-Identifier: GPL-3.0-or-later
// What advice is worth: drawn days are played by the branch engine with two people in reserve, who can do
// everything. They come when the advisor, asked every quarter of an hour, says so, and stay for half an hour;
// against nobody in reserve, against as many reserve hours laid out beforehand where Erlang C says that most is
// lacking, and against opening when people have waited too long already. The advisor knows what it learned on
// earlier days, and no more. Prints "name value unit" lines.
#include "core/estimate/advice.h"
#include "core/formulas/staffing.h"
#include "core/simulation/metrics.h"
#include "core/simulation/playedday.h"
#include "tests/bench/lines.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <sstream>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <vector>

using namespace tiepdon;
using namespace tiepdon::bench;

namespace {

constexpr std::size_t kReserve = 2;
constexpr TimeMs kTickMs = 15 * kMinuteMs;
constexpr std::size_t kTicks = 96; ///< of a day
constexpr std::int64_t kLearnDays = 15;
constexpr std::int64_t kPlayedDays = 20; ///< unless told
constexpr std::uint64_t kSeed = 7001;
constexpr double kTarget = 0.8;

/// Of the one core that works: what else runs on the machine does not count.
double nowMs() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

void say(const std::string &name, double value, const char *unit) { print(name.c_str(), value, unit); }

Scenario scenarioIn(const std::string &file)
{
    std::ifstream in(file);
    std::ostringstream content;
    content << in.rdbuf();
    const std::string text = content.str();
    auto scenario = scenarioFrom(text);
    if (!scenario)
        giveUp(scenario.error().message.c_str());
    return std::move(*scenario);
}

/// When the reserve is there, by quarter of an hour.
using Plan = std::vector<std::vector<bool>>;

Plan nobody() { return Plan(kReserve, std::vector<bool>(kTicks, false)); }

double hoursOf(const Plan &plan)
{
    double hours = 0;
    for (const auto &one : plan)
        hours += static_cast<double>(std::count(one.begin(), one.end(), true)) * 0.25;
    return hours;
}

/// One scenario with its reserve.
class Branch
{
public:
    explicit Branch(Scenario scenario) : m_scenario(std::move(scenario))
    {
        m_own = m_scenario.counters.size();
        SimulatedCounter all;
        for (std::size_t v = 0; v < m_scenario.services.size(); ++v)
            all.services.push_back(v);
        for (std::size_t r = 0; r < kReserve; ++r)
            m_scenario.counters.push_back(all);
        m_trial = {"advisor", CallingRule::classical()};
        m_trial.rule.kind = CallingRuleKind::BrokenPromise;
        m_trial.rule.maxOvertaken = 0;
    }

    struct Outcome {
        DispatchMetrics metrics;
        double hours = 0; ///< of the reserve, a day
    };
    /// Who comes in the quarter of an hour that begins, given who is there already; may change `plan` from `tick`
    /// on.
    using Decide = std::function<void(const BranchState &state, TimeMs atMs, std::size_t tick, Plan &plan)>;

    /// Plays days as planned, and as decided while they go on.
    Outcome play(std::int64_t first, std::int64_t count, const Plan &plan, const Decide &decide)
    {
        std::vector<DrawnDay> drawn;
        std::vector<PlayedDay> days;
        Outcome outcome;
        for (std::int64_t day = first; day < first + count; ++day) {
            m_plan = plan;
            drawn.push_back(withReserve(drawnDay(own(), kSeed, day)));
            days.push_back(playOne(drawn.back(), day, decide));
            outcome.hours += hoursOf(m_plan) / static_cast<double>(count);
        }
        std::vector<WholeDay> whole;
        for (std::size_t i = 0; i < days.size(); ++i)
            whole.push_back({drawn[i], days[i]});
        outcome.metrics = metricsOf(m_scenario, m_trial.rule, whole);
        return outcome;
    }

    void learn()
    {
        play(0, kLearnDays, nobody(), {});
        m_learned = m_forecast;
    }

    /// Asks the advisor, and has the best of the reserve come that it names.
    void followAdvice(const BranchState &state, TimeMs atMs, std::size_t tick, Plan &plan)
    {
        BranchState floor = state;
        for (std::size_t r = 0; r < kReserve; ++r) {
            const CounterId id = reserve(r);
            if (!plan[r][tick])
                apply(floor, event::CounterClosed{id}, atMs);
            else
                apply(floor, event::CounterResumed{id}, atMs);
        }
        for (std::size_t asked = 0; asked < kReserve; ++asked) {
            const double before = nowMs();
            const FoundAdvice found = Advisor(floor, m_forecast.forFloors(), atMs, m_prices).advise();
            m_advisedMs.push_back(nowMs() - before);
            const auto open = std::find_if(found.moves.begin(), found.moves.end(), [this](const AdvisedMove &each) {
                return each.move.kind == FloorMoveKind::Open && !each.isHint && isReserve(each.move.counter);
            });
            if (open == found.moves.end())
                return;
            const auto r = static_cast<std::size_t>(open->move.counter.value) - 1 - m_own;
            plan[r][tick] = true;
            if (tick + 1 < kTicks)
                plan[r][tick + 1] = true;
            const ProfileId everything{open->move.counter.value};
            apply(floor, event::CounterOpened{open->move.counter, {open->move.counter.value}, everything}, atMs);
        }
    }

    /// One comes for every `people` who have waited longer than promised.
    void react(const BranchState &state, TimeMs atMs, std::size_t tick, Plan &plan, std::size_t people)
    {
        std::size_t late = 0;
        for (const auto &[id, queue] : state.queues()) {
            for (const QueueKey &key : queue) {
                const Ticket *ticket = state.ticket(key.ticket);
                late += ticket && atMs - ticket->ownPlace().ms > state.promiseMs(*ticket) ? 1U : 0U;
            }
        }
        std::size_t there = 0;
        for (std::size_t r = 0; r < kReserve; ++r)
            there += plan[r][tick] ? 1U : 0U;
        for (std::size_t r = 0; r < kReserve; ++r) {
            if (plan[r][tick] || there >= late / people)
                continue;
            plan[r][tick] = true;
            if (tick + 1 < kTicks)
                plan[r][tick + 1] = true;
            ++there;
        }
    }

    /// So many half hours where Erlang C, with what is usual in each and the counters planned then, lacks most.
    [[nodiscard]] Plan erlangPlan(std::size_t halfHours) const
    {
        struct Lack {
            std::int64_t counters = 0;
            std::size_t tick = 0;
        };
        std::vector<Lack> lacks;
        const auto slots = static_cast<std::size_t>((m_scenario.closesMs - m_scenario.opensMs) / (2 * kTickMs));
        for (std::size_t slot = 0; slot < slots; ++slot) {
            double perHour = 0;
            double load = 0;
            double promised = 0;
            for (const SimulatedService &service : m_scenario.services) {
                const double rate = service.walkInsPerHour[slot] + service.bookingsPerHour;
                perHour += rate;
                load += rate * (service.meanMs + m_scenario.walkMs) / kHourMs;
                for (std::size_t g = 0; g < service.share.size(); ++g)
                    promised += rate * service.share[g] * static_cast<double>(service.promiseMs[g]) / kHourMs;
            }
            const TimeMs from = m_scenario.opensMs + static_cast<TimeMs>(slot) * 2 * kTickMs;
            std::int64_t planned = 0;
            for (std::size_t k = 0; k < m_own; ++k) {
                const auto &breaks = m_scenario.counters[k].breaks;
                planned += std::none_of(breaks.begin(), breaks.end(),
                                        [&](const TimeSpan &each) {
                                            return each.fromMs < from + kTickMs && from + kTickMs <= each.toMs;
                                        })
                    ? 1
                    : 0;
            }
            const auto needed = countersForPromise(perHour, perHour / load, promised / perHour, kTarget, 100);
            lacks.push_back({needed.value_or(100) - planned, static_cast<std::size_t>(from / kTickMs)});
        }
        Plan plan = nobody();
        for (std::size_t used = 0; used < halfHours; ++used) {
            const auto worst = std::max_element(lacks.begin(), lacks.end(), [&](const Lack &a, const Lack &b) {
                const bool isFullA = plan[kReserve - 1][a.tick];
                const bool isFullB = plan[kReserve - 1][b.tick];
                return isFullA != isFullB ? isFullA : a.counters < b.counters;
            });
            for (std::size_t r = 0; r < kReserve; ++r) {
                if (plan[r][worst->tick])
                    continue;
                plan[r][worst->tick] = plan[r][worst->tick + 1] = true;
                break;
            }
            --worst->counters;
        }
        return plan;
    }

    void forgetDays() { m_forecast = m_learned; }
    void setPrice(double halfHour) { m_prices.halfHour = halfHour; }
    [[nodiscard]] const std::vector<double> &advisedMs() const { return m_advisedMs; }

private:
    [[nodiscard]] CounterId reserve(std::size_t r) const { return {static_cast<std::int64_t>(m_own + r) + 1}; }
    [[nodiscard]] bool isReserve(CounterId id) const { return id.value > static_cast<std::int64_t>(m_own); }

    [[nodiscard]] Scenario own() const
    {
        Scenario scenario = m_scenario;
        scenario.counters.resize(m_own);
        return scenario;
    }

    /// The reserve is away in quarters of an hour, each of which can be taken out while the day is played.
    DrawnDay withReserve(DrawnDay day)
    {
        for (std::size_t r = 0; r < kReserve; ++r) {
            std::vector<TimeSpan> away;
            for (std::size_t tick = 0; tick < kTicks; ++tick) {
                const TimeMs from = static_cast<TimeMs>(tick) * kTickMs;
                away.push_back({from, m_plan[r][tick] ? from : from + kTickMs});
            }
            day.absences.push_back(std::move(away));
        }
        return day;
    }

    PlayedDay playOne(DrawnDay &day, std::int64_t number, const Decide &decide)
    {
        const std::string name = localDay(dayStart("2026-01-05", 0) + number * 24 * kHourMs, 0);
        const TimeMs midnight = dayStart(name, 0);
        std::size_t decided = 0;
        const auto see = [&](const BranchState &state, const Event &event, const Touched &touched, TimeMs atMs) {
            const auto *paused = std::get_if<event::CounterPaused>(&event);
            const auto *resumed = std::get_if<event::CounterResumed>(&event);
            if (!(paused && isReserve(paused->counter)) && !(resumed && isReserve(resumed->counter)))
                m_forecast.follow(state, event, touched, atMs);
            if (!decide || !state.isOpen())
                return;
            const auto tick = static_cast<std::size_t>((atMs - midnight) / kTickMs);
            if (tick <= decided || tick >= kTicks || atMs - midnight < m_scenario.opensMs
                || (state.queues().empty() && atMs - midnight > m_scenario.closesMs))
                return;
            decided = tick;
            decide(state, atMs, tick, m_plan);
            for (std::size_t r = 0; r < kReserve; ++r) {
                auto &away = day.absences[m_own + r];
                for (std::size_t i = tick; i < std::min(kTicks, tick + 2); ++i) {
                    if (m_plan[r][i])
                        away[i].toMs = away[i].fromMs;
                }
            }
        };
        const auto result = played(m_scenario, m_trial, day, name, see);
        if (!result)
            giveUp(result.error().message.c_str());
        return *result;
    }

    Scenario m_scenario;
    std::size_t m_own = 0;
    RuleTrial m_trial;
    Plan m_plan = nobody();
    Forecast m_forecast;
    Forecast m_learned;
    AdvicePrices m_prices;
    std::vector<double> m_advisedMs;
};

void report(const std::string &name, const Branch::Outcome &outcome)
{
    say(name + "_loss", outcome.metrics.loss, "promises/person");
    say(name + "_kept", 100 * outcome.metrics.kept, "%");
    say(name + "_reserve", outcome.hours, "h/day");
}

void contest(const std::string &name, const std::string &file, std::int64_t days, double price)
{
    Branch branch(scenarioIn(file));
    branch.learn();
    branch.setPrice(price);
    report(name + "_fixed", branch.play(kLearnDays, days, nobody(), {}));
    branch.forgetDays();
    const auto advised = branch.play(kLearnDays, days, nobody(),
                                     [&](const BranchState &state, TimeMs atMs, std::size_t tick, Plan &plan) {
                                         branch.followAdvice(state, atMs, tick, plan);
                                     });
    report(name + "_advice", advised);
    report(name + "_erlang_c",
           branch.play(kLearnDays, days,
                       branch.erlangPlan(static_cast<std::size_t>(std::lround(2 * advised.hours))), {}));
    Branch::Outcome nearest;
    nearest.hours = -1000;
    for (const std::size_t people : {1U, 2U, 3U, 4U, 6U, 8U, 12U}) {
        const auto reacted = branch.play(kLearnDays, days, nobody(),
                                         [&](const BranchState &state, TimeMs atMs, std::size_t tick, Plan &plan) {
                                             branch.react(state, atMs, tick, plan, people);
                                         });
        if (std::abs(reacted.hours - advised.hours) < std::abs(nearest.hours - advised.hours))
            nearest = reacted;
    }
    report(name + "_when_late", nearest);
    say(name + "_question_p50", quantile(branch.advisedMs(), 0.5), "ms");
    say(name + "_question_p99", quantile(branch.advisedMs(), 0.99), "ms");
}

/// A branch of 40 counters at its worst: how long one question takes.
void large()
{
    BranchSetup setup;
    setup.settings.name = {"Chi nhánh lớn", "Large branch"};
    setup.settings.numberDigits = 5;
    setup.segments = {{{1}, {"Ưu tiên", "Priority"}, 1, 2000, 5 * kMinuteMs}};
    for (std::int64_t v = 1; v <= 10; ++v)
        setup.services.push_back({{v},
                                  {"Dịch vụ", "Service"},
                                  std::string(1, "ABCDEFGHJK"[v - 1]),
                                  (3 + v) * kMinuteMs,
                                  (8 + v) * kMinuteMs});
    for (std::int64_t p = 1; p <= 10; ++p)
        setup.profiles.push_back({{p}, {"Quầy", "Counter"}, {{p}, {p % 10 + 1}, {(p + 3) % 10 + 1}}});
    for (std::int64_t k = 1; k <= 40; ++k) {
        setup.counters.push_back({{k}, k, {(k - 1) % 10 + 1}});
        setup.staff.push_back({{k}, "Nhân viên"});
    }
    BranchState state;
    Forecast forecast;
    TimeMs now = dayStart("2026-05-04", 7 * 60) + 8 * kHourMs;
    const auto run = [&](const Command &command) {
        const auto events = decide(state, command, now);
        if (!events)
            giveUp(events.error().message.c_str());
        for (const Event &event : *events) {
            const Touched touched = apply(state, event, now);
            forecast.follow(state, event, touched, now);
        }
    };
    run(command::DefineBranch{setup});
    for (const char *day : {"2026-05-04", "2026-05-05"}) {
        now = dayStart(day, 7 * 60) + 8 * kHourMs;
        run(command::OpenDay{day});
        for (std::int64_t i = 0; i < 700; ++i) {
            if (i % 2 == 0)
                now += 50 * kSecondMs;
            run(command::IssueTicket{{1 + i * 7 % 10}, {i % 6 == 0 ? 1 : 0}});
            if (std::strcmp(day, "2026-05-05") == 0 && i == 500)
                break;
        }
        if (std::strcmp(day, "2026-05-04") == 0)
            run(command::CloseDay{true});
    }
    for (std::int64_t k = 1; k <= 36; ++k) {
        run(command::SignOn{{k}, {k}, {}});
        run(command::CallNext{{k}});
    }
    std::vector<double> took;
    std::size_t tried = 0;
    for (int i = 0; i < 7; ++i) {
        const double before = nowMs();
        tried = Advisor(state, forecast.forFloors(), now + i * kSecondMs).advise().tried;
        took.push_back(nowMs() - before);
    }
    say("advisor_large_moves", static_cast<double>(tried), "moves");
    say("advisor_large_question_p50", quantile(took, 0.5), "ms");
}

} // namespace

int main(int argc, char **argv)
{
    const std::string scenarios = std::string(TIEPDON_SOURCE_DIR) + "/resources/scenarios/";
    const std::int64_t days = argc > 1 ? std::max(1L, std::strtol(argv[1], nullptr, 10)) : kPlayedDays;
    large();
    for (const auto &[name, price] : {std::pair{"", 5.0}, std::pair{"_cheap", 2.0}}) {
        contest(std::string("advisor_bank") + name, scenarios + "bank-branch.json", days, price);
        contest(std::string("advisor_bank_shock") + name, scenarios + "bank-branch-shock.json", days, price);
        contest(std::string("advisor_office") + name, scenarios + "public-office.json", days, price);
    }
    return 0;
}
