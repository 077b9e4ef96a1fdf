// SPDX-License-Identifier: GPL-3.0-or-later
// How well waits are foretold, and what that takes. Days with drawn arrivals and services are played by the branch
// engine while the forecast follows it as it does in a hub; everybody is quoted a range on arrival. The classical
// rules get the same calibration. Prints "name value unit" lines.
#include "core/estimate/forecast.h"
#include "core/estimate/rivals.h"
#include "core/simulation/playedday.h"
#include "tests/simulation/fixturescenario.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

/// Days on which only is learned, on which ranges are calibrated, and on which they are scored.
constexpr std::size_t kLearnDays = 15;
constexpr std::size_t kWarmUpDays = 5;
constexpr std::size_t kScoredDays = 30;

void print(const std::string &name, double value, const char *unit)
{
    std::printf("%s %.3f %s\n", name.c_str(), value, unit);
    std::fflush(stdout);
}

double nowMs()
{
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// All estimators side by side over the days of one fixture under one rule.
class Contest
{
public:
    explicit Contest(const Fixture &fixture) : m_fixture(fixture), m_scenario(scenarioOf(fixture))
    {
        for (const Rival &rival : rivals())
            m_rivals.push_back({&rival, {}, {}, {}});
    }

    void play(const std::string &label, CallingRuleKind kind)
    {
        RuleTrial trial{label, CallingRule::classical()};
        trial.rule.kind = kind;
        trial.rule.maxOvertaken = 0;
        const TimeMs first = dayStart("2026-01-05", 0);
        const std::size_t days = std::min(m_fixture.days.size(), kLearnDays + kWarmUpDays + kScoredDays);
        for (std::size_t day = 0; day < days; ++day) {
            m_isQuoted = day >= kLearnDays;
            m_isScored = day >= kLearnDays + kWarmUpDays;
            m_records.clear();
            m_segments.clear();
            for (Entrant &entrant : m_rivals)
                entrant.told.clear();
            const auto result = played(m_scenario, trial, drawnOf(m_fixture.days[day]),
                                       localDay(first + static_cast<TimeMs>(day) * kDayMs, 0),
                                       [&](const BranchState &state, const Event &event, const Touched &touched,
                                           TimeMs atMs) { see(state, event, touched, atMs); });
            if (!result) {
                std::fprintf(stderr, "bench_estimate: %s\n", result.error().message.c_str());
                std::exit(1);
            }
        }
        report(label);
    }

private:
    struct Entrant {
        const Rival *rival = nullptr;
        Conformal conformal;
        std::map<TicketId, QuoteOutcome> told;
        std::vector<QuoteOutcome> outcomes;
    };

    void see(const BranchState &state, const Event &event, const Touched &touched, TimeMs atMs)
    {
        if (const auto *issued = std::get_if<event::TicketIssued>(&event)) {
            m_segments[issued->ticket] = issued->segment;
            m_forecast.follow(state, event, touched, atMs);
            if (m_isQuoted)
                quote(state, *issued, atMs);
            return;
        }
        const auto before = m_forecast.outcomes().empty() ? TicketId{} : m_forecast.outcomes().back().ticket;
        m_forecast.follow(state, event, touched, atMs);
        if (const auto *called = std::get_if<event::TicketCalled>(&event)) {
            noteCalled(state, *called, *touched.ticket, atMs);
            const bool isNew = !m_forecast.outcomes().empty() && m_forecast.outcomes().back().ticket != before;
            if (isNew && isScored(called->ticket))
                m_outcomes.push_back(m_forecast.outcomes().back());
        }
        if (std::holds_alternative<event::ServiceFinished>(event)) {
            const VisitStep &step = touched.ticket->step;
            m_records[step.service].served(static_cast<double>(atMs - *step.calledMs));
        }
        if (std::holds_alternative<event::TicketNoShow>(event))
            m_records[touched.ticket->step.service].left(static_cast<double>(touched.ticket->step.waitMs()));
    }

    bool isScored(TicketId ticket) const
    {
        const auto it = m_segments.find(ticket);
        return m_isScored && it != m_segments.end() && it->second != SegmentId{2}; // who comes without a booking
    }

    void quote(const BranchState &state, const event::TicketIssued &issued, TimeMs atMs)
    {
        m_forecast.refresh(state, atMs);
        QueueSight sight;
        const auto &waiting = state.waiting(issued.service);
        for (const QueueKey &key : waiting) {
            const Ticket *other = state.ticket(key.ticket);
            if (key.ticket == issued.ticket || !other)
                continue;
            ++sight.ahead;
            sight.headWaitMs = std::max(sight.headWaitMs, static_cast<double>(atMs - other->issuedMs));
        }
        sight.counters = 0;
        for (const auto &[id, counter] : state.counterStates()) {
            if (!counter.isOpen() || counter.onBreak || !state.mayServe(counter, issued.service))
                continue;
            ++sight.counters;
            sight.isFree = sight.isFree || (!counter.ticket.isSet() && sight.ahead == 0);
        }
        QueueRecord &record = recordOf(state, issued.service);
        record.waiting(atMs, true);
        record.fill(sight, atMs, static_cast<double>(state.service(issued.service)->expectedMs));
        for (Entrant &entrant : m_rivals) {
            const double w = entrant.rival->waitMs(sight);
            const WaitQuantiles said = entrant.conformal.calibrated(issued.service.value, {w, w, w});
            QuoteOutcome told{issued.ticket, issued.service, state.businessDay(), atMs};
            told.rawMedianMs = static_cast<TimeMs>(w);
            told.lowMs = static_cast<TimeMs>(said.lowMs);
            told.medianMs = static_cast<TimeMs>(said.medianMs);
            told.highMs = static_cast<TimeMs>(said.highMs);
            entrant.told[issued.ticket] = told;
        }
    }

    QueueRecord &recordOf(const BranchState &state, ServiceId service)
    {
        const auto [it, isNew] = m_records.try_emplace(service);
        if (isNew)
            it->second.openDay(dayStart(state.businessDay(), 0) + m_scenario.opensMs);
        return it->second;
    }

    void noteCalled(const BranchState &state, const event::TicketCalled &called, const Ticket &ticket, TimeMs atMs)
    {
        const ServiceId service = ticket.step.service;
        QueueRecord &record = recordOf(state, service);
        const auto waited = static_cast<double>(atMs - ticket.issuedMs);
        record.called(atMs, waited);
        record.waiting(atMs, !state.waiting(service).empty());
        for (Entrant &entrant : m_rivals) {
            const auto told = entrant.told.find(called.ticket);
            if (told == entrant.told.end())
                continue;
            const auto w = static_cast<double>(told->second.rawMedianMs);
            entrant.conformal.called(service.value, {w, w, w}, waited);
            told->second.actualMs = atMs - ticket.issuedMs;
            if (isScored(called.ticket))
                entrant.outcomes.push_back(told->second);
            entrant.told.erase(told);
        }
    }

    void report(const std::string &label) const
    {
        const auto one = [&](const std::string &name, const std::vector<QuoteOutcome> &outcomes) {
            const Score score = scoreOf(outcomes);
            const std::string of = "estimate." + label + "." + name + ".";
            print(of + "mae", static_cast<double>(score.meanErrorMs) / kMinuteMs, "min");
            print(of + "under5", static_cast<double>(score.underPermille) / 1000, "share");
            print(of + "pinball", static_cast<double>(score.pinballMs) / kMinuteMs, "min");
            print(of + "coverage80", static_cast<double>(score.insidePermille) / 1000, "share");
            print(of + "coverage80_worst", static_cast<double>(score.worstInsidePermille) / 1000, "share");
        };
        print("estimate." + label + ".people", static_cast<double>(m_outcomes.size()), "n");
        one("forecast", m_outcomes);
        for (const Entrant &entrant : m_rivals)
            one(std::string(entrant.rival->name), entrant.outcomes);
    }

    const Fixture &m_fixture;
    Scenario m_scenario;
    Forecast m_forecast;
    std::vector<QuoteOutcome> m_outcomes;
    std::vector<Entrant> m_rivals;
    std::map<ServiceId, QueueRecord> m_records;
    std::map<TicketId, SegmentId> m_segments;
    bool m_isQuoted = false;
    bool m_isScored = false;
};

/// A busy office of twelve counters and six services in three segments, with so many waiting.
BranchState busyOffice(int waiting, TimeMs morning, TimeMs &now)
{
    BranchSetup setup;
    setup.settings.name = {"Văn phòng", "Office"};
    setup.segments = {{{1}, {"Ưu tiên", "Priority"}, 1, 2000, 0}, {{2}, {"Hẹn trước", "Booked"}, 2, 2000, 0}};
    for (std::int64_t v = 1; v <= 6; ++v) {
        setup.services.push_back({{v},
                                  {"Dịch vụ", "Service"},
                                  std::string(1, static_cast<char>('A' + v - 1)),
                                  (2 + 3 * v) * kMinuteMs,
                                  (10 + v) * kMinuteMs});
        setup.profiles.push_back({{v}, {"Quầy", "Counter"}, {{v}, {v % 6 + 1}, {(v + 2) % 6 + 1}}});
    }
    for (std::int64_t k = 1; k <= 12; ++k) {
        setup.counters.push_back({{k}, k, {(k - 1) % 6 + 1}});
        setup.staff.push_back({{k}, "Nhân viên"});
    }
    BranchState state;
    const auto run = [&](const Command &command) {
        const auto events = decide(state, command, now);
        if (!events) {
            std::fprintf(stderr, "bench_estimate: %s\n", events.error().message.c_str());
            std::exit(1);
        }
        for (const Event &event : *events)
            apply(state, event, now);
    };
    now = morning;
    run(command::DefineBranch{setup});
    run(command::OpenDay{"2026-05-01"});
    const auto arrive = [&](std::int64_t i) {
        now += 9 * kSecondMs;
        run(command::IssueTicket{{1 + i * 5 % 6}, {i % 7 == 0 ? 1 : i % 9 == 0 ? 2 : 0}});
    };
    for (std::int64_t k = 1; k <= 12; ++k) {
        run(command::SignOn{{k}, {k}, {}});
        arrive(k);
        run(command::CallTicket{{k}, state.lastTicket()});
        run(command::StartService{{k}, state.lastTicket()});
    }
    for (int i = 0; i < waiting; ++i)
        arrive(i);
    return state;
}

void measureRefresh()
{
    const TimeMs morning = dayStart("2026-05-01", 420) + 9 * kHourMs;
    TimeMs now = 0;
    const BranchState state = busyOffice(60, morning, now);
    Forecast forecast;
    for (std::int64_t day = 10; day < 20; ++day) { // 48 an hour, all day
        for (std::int64_t i = 0; i < 8 * 48; ++i)
            forecast.arrived("2026-04-" + std::to_string(day), 8 * kHourMs + i * 75 * kSecondMs, {1 + i * 5 % 6},
                             {i % 7 == 0       ? 1
                                  : i % 9 == 0 ? 2
                                               : 0});
    }
    forecast.arrived("2026-05-01", 9 * kHourMs, {1}, {});
    forecast.refresh(state, now);
    for (std::int64_t v = 1; v <= 6; ++v) {
        for (int i = 0; i < 200; ++i)
            forecast.learn({{v}, {1 + i % 12}, 0, (2 + 3 * v) * kMinuteMs * (50 + i % 100) / 100, i % 10 == 0});
    }
    std::vector<double> times;
    for (int i = 0; i < 101; ++i) {
        const double before = nowMs();
        forecast.refresh(state, now);
        times.push_back(nowMs() - before);
    }
    if (forecast.quotes().tickets.size() != 60 || forecast.quotes().services.size() != 18) {
        std::fprintf(stderr, "bench_estimate: not everybody got a quote\n");
        std::exit(1);
    }
    print("estimate.refresh_ms.60x12x64", median(times), "ms");
}

} // namespace

int main()
{
    measureRefresh();
    struct Case {
        const char *label;
        const char *fixture;
        CallingRuleKind kind;
    };
    for (const Case &one : {Case{"bank.arrival", "bank1.00", CallingRuleKind::Arrival},
                            Case{"bank.atc", "bank1.00", CallingRuleKind::BrokenPromise},
                            Case{"gov.atc", "gov1.00", CallingRuleKind::BrokenPromise}}) {
        const auto fixture = readFixture(one.fixture);
        if (!fixture) {
            std::fprintf(stderr, "bench_estimate: the days of %s are not beside the repository\n", one.fixture);
            continue;
        }
        Contest(*fixture).play(one.label, one.kind);
    }
    return 0;
}
