// SPDX-License-Identifier: GPL-3.0-or-later
// How well promises are kept under each calling rule, on days with a known right answer (beside the repository) and
// on days drawn here; what one decision takes; how fast days are played. Prints "name value unit" lines.
#include "core/queue/engine.h"
#include "core/simulation/study.h"
#include "tests/simulation/fixturescenario.h"
#include "tests/simulation/scenarios.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

constexpr std::int64_t kDays = 60;
/// Days drawn here; not those any parameter was chosen on.
constexpr std::uint64_t kSeed = 90'210;

double nowUs()
{
    using namespace std::chrono;
    return duration<double, std::micro>(steady_clock::now().time_since_epoch()).count();
}

void print(const std::string &name, double value, const char *unit)
{
    std::printf("%s %.5f %s\n", name.c_str(), value, unit);
    std::fflush(stdout);
}

[[noreturn]] void giveUp(const std::string &why)
{
    std::fprintf(stderr, "bench_dispatch: %s\n", why.c_str());
    std::exit(1);
}

/// Every rule, with nobody and everybody held to how often people may be overtaken.
std::vector<RuleTrial> allRules()
{
    std::vector<RuleTrial> rules;
    for (const RuleTrial &known : fixtureRules())
        rules.push_back({known.name == "ATC"
                             ? "atc"
                             : std::string(names(known.rule.kind).at(static_cast<std::size_t>(known.rule.kind))),
                         known.rule});
    RuleTrial cMu = ruleWith(CallingRuleKind::GeneralizedCMu, 0);
    cMu.name = "generalizedCMu";
    cMu.rule.bookedPermille = 1000;
    rules.push_back(cMu);
    RuleTrial own = ruleWith(CallingRuleKind::BrokenPromise, 0);
    own.name = "brokenPromise";
    rules.push_back(own);
    const std::size_t count = rules.size();
    for (std::size_t i = 0; i < count; ++i) {
        for (const std::int64_t limit : {std::int64_t{10}, CallingRule().maxOvertaken}) {
            RuleTrial bounded = rules[i];
            bounded.name += "+" + std::to_string(limit);
            bounded.rule.maxOvertaken = limit;
            rules.push_back(bounded);
        }
    }
    return rules;
}

void report(const std::string &where, const Scenario &scenario, const std::vector<RuleResult> &results)
{
    for (const RuleResult &result : results) {
        const DispatchMetrics &m = result.metrics;
        const std::string name = "dispatch." + where + "." + result.trial.name + ".";
        print(name + "loss", m.loss, "J");
        for (std::size_t g = 0; g < scenario.segments.size(); ++g)
            print(name + "kept_" + scenario.segments[g].name, m.keptBySegment[g], "share");
        print(name + "kept_worst_service", m.worstKept, "share");
        print(name + "wait_mean", m.meanWaitMs / kMinuteMs, "min");
        print(name + "wait_p95", m.p95WaitMs / kMinuteMs, "min");
        print(name + "wait_longest", m.longestWaitMs / kMinuteMs, "min");
        print(name + "overtaken_most", static_cast<double>(m.overtakenMost), "calls");
        print(name + "overtaken_mean", m.overtakenMean, "calls");
        print(name + "overtaken_beyond", static_cast<double>(m.overtakenBeyond), "people");
    }
}

std::vector<RuleResult> orGiveUp(Result<std::vector<RuleResult>> results)
{
    if (!results)
        giveUp(results.error().message);
    return std::move(results).value();
}

/// Figures on the fixtures' days, with what is known of them; false when they are not there.
bool reportFixture(const std::string &name, const std::string &where)
{
    const auto fixture = readFixture(name);
    if (!fixture)
        return false;
    const Scenario scenario = scenarioOf(*fixture);
    std::vector<DrawnDay> days;
    for (const FixtureDay &day : fixture->days)
        days.push_back(drawnOf(day));
    const auto results = orGiveUp(compared(scenario, allRules(), days, std::thread::hardware_concurrency()));
    report("known." + where, scenario, results);
    const std::map<std::string, std::string> inFixture{{"arrival", "FIFO"},
                                                       {"fixedPriority", "FIXED"},
                                                       {"ratio", "RATIO"},
                                                       {"earliestDue", "EDF"},
                                                       {"atc", "ATC"}};
    for (const RuleResult &result : results) {
        if (const auto known = inFixture.find(result.trial.name); known != inFixture.end())
            print("dispatch.known." + where + "." + result.trial.name + ".loss_expected",
                  fixture->metrics.at(known->second).j, "J");
    }
    return true;
}

void reportDrawn(const char *file, const std::string &where)
{
    const Scenario scenario = sample(QString::fromLatin1(file));
    if (scenario.services.empty())
        giveUp(std::string(file) + " cannot be read");
    report(
        "drawn." + where, scenario,
        orGiveUp(compared(scenario, allRules(), DayRange{kSeed, 0, kDays}, std::thread::hardware_concurrency())));
}

void reportSpeed()
{
    const Scenario scenario = sample(QStringLiteral("bank-branch.json"));
    const double before = nowUs();
    orGiveUp(compared(scenario, {ruleWith(CallingRuleKind::BrokenPromise, 20)}, DayRange{kSeed, 0, 300}, 1));
    print("dispatch.days_per_s.one_core", 300 / ((nowUs() - before) / 1e6), "1/s");
}

/// Does a command that must succeed.
void step(BranchState &state, const Command &command, TimeMs now)
{
    const auto events = decide(state, command, now);
    if (!events)
        giveUp(events.error().message);
    for (const Event &event : *events)
        apply(state, event, now);
}

/// Median time to choose among a thousand people in forty queues (ten services, four segments), all of which the
/// counter may call.
double decisionUs(std::int64_t maxOvertaken)
{
    constexpr std::int64_t kServices = 10;
    constexpr std::int64_t kSegments = 4;
    constexpr TimeMs kMorning = 1'777'597'200'000;
    BranchSetup setup;
    setup.settings.name = {"Chi nhánh", {}};
    setup.settings.numberDigits = 5;
    setup.settings.calling.maxOvertaken = maxOvertaken;
    for (std::int64_t g = 1; g < kSegments; ++g)
        setup.segments.push_back(
            {{g}, {"Nhóm " + std::to_string(g), {}}, g, 1000 * (g + 1), (12 - 2 * g) * kMinuteMs});
    WorkProfile all{{1}, {"Tất cả", {}}, {}};
    for (std::int64_t v = 1; v <= kServices; ++v) {
        setup.services.push_back({{v},
                                  {"Dịch vụ " + std::to_string(v), {}},
                                  std::string(1, "ABCDEFGHJK"[v - 1]),
                                  (2 + v) * kMinuteMs,
                                  (8 + v) * kMinuteMs});
        all.services.push_back({v});
    }
    setup.profiles = {all};
    setup.counters = {{{1}, 1, {1}}};
    setup.staff = {{{1}, "Nhân viên"}};
    BranchState state;
    TimeMs now = kMorning;
    step(state, command::DefineBranch{setup}, now);
    step(state, command::OpenDay{"2026-05-01"}, now);
    step(state, command::SignOn{{1}, {1}, {}}, now);
    for (std::int64_t i = 0; i < 1000; ++i) {
        command::IssueTicket issue;
        issue.service = {1 + i % kServices};
        issue.segment = {(i / kServices) % kSegments};
        step(state, issue, now += kSecondMs);
    }
    std::vector<double> times;
    for (int i = 0; i < 4000; ++i) {
        const CounterState *counter = state.counterState({1});
        const double before = nowUs();
        const auto choice = counter ? nextFor(state, *counter, now) : std::nullopt;
        times.push_back(nowUs() - before);
        if (!choice)
            giveUp("nobody is to be called");
        if (i % 4 == 0) { // so that it is not the same choice each time, and people get overtaken
            step(state, command::CallNext{{1}}, now);
            step(state, command::StartService{{1}, choice->ticket}, now);
            step(state, command::FinishService{{1}, choice->ticket}, now);
            command::IssueTicket issue;
            issue.service = {1 + i % kServices};
            issue.segment = {(i / 4) % kSegments};
            step(state, issue, now += 200);
        }
    }
    std::nth_element(times.begin(), times.begin() + 2000, times.end());
    return times[2000];
}

} // namespace

int main()
{
    bool isThere = true;
    for (const auto &[name, where] :
         {std::pair("bank1.00", "bank"), std::pair("bank1.00_shock", "bank_shock"), std::pair("gov1.00", "office")})
        isThere = reportFixture(name, where) && isThere;
    if (!isThere)
        std::fprintf(stderr, "bench_dispatch: the days with known answers are not beside the repository\n");
    reportDrawn("bank-branch.json", "bank");
    reportDrawn("bank-branch-shock.json", "bank_shock");
    reportDrawn("public-office.json", "office");
    print("dispatch.decision_us.1000x40", decisionUs(20), "us");
    print("dispatch.decision_us.1000x40.nobody_held_back", decisionUs(0), "us");
    reportSpeed();
    return 0;
}
