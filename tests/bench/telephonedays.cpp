// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/telephonedays.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

namespace tiepdon::bench {
namespace {

constexpr std::int64_t kDayS = 24 * 3600;
constexpr std::int64_t kAwayAfterS = 15 * 60; ///< without a call an agent is not there
constexpr ServiceId kCalls{1};
constexpr SegmentId kImportant{1};
constexpr ProfileId kAll{1};

struct Call {
    std::string date;
    std::int64_t queuedS = 0;
    std::int64_t startS = 0; ///< 0: hung up
    std::int64_t endS = 0; ///< of the service, or when they hung up
    bool isImportant = false;
    std::string agent;
};

std::vector<Call> callsIn(const std::string &path)
{
    const std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    if (!file)
        return {};
    content << file.rdbuf();
    const std::string text = content.str();
    const std::vector<std::string> columns{"date",        "q_start_s",  "q_exit_s", "outcome",
                                           "ser_start_s", "ser_exit_s", "priority", "server"};
    // the file has more columns than are read: read by hand, by the header's names
    std::vector<Call> calls;
    std::istringstream lines(text);
    std::string line;
    std::map<std::string, std::size_t> at;
    const auto fieldsOf = [](const std::string &row) {
        std::vector<std::string> fields;
        std::istringstream parts(row);
        std::string part;
        while (std::getline(parts, part, ','))
            fields.push_back(part);
        return fields;
    };
    if (std::getline(lines, line)) {
        const auto names = fieldsOf(line);
        for (std::size_t i = 0; i < names.size(); ++i)
            at[names[i]] = i;
    }
    for (const std::string &column : columns) {
        if (!at.contains(column)) {
            std::fprintf(stderr, "bench_alerts: %s has no column %s\n", path.c_str(), column.c_str());
            std::exit(1);
        }
    }
    while (std::getline(lines, line)) {
        const auto fields = fieldsOf(line);
        if (fields.size() < at.size())
            continue;
        const auto number = [&](const char *name) { return std::atoll(fields[at[name]].c_str()); };
        Call call;
        call.date = fields[at["date"]];
        const bool isServed = fields[at["outcome"]] == "AGENT" && number("ser_start_s") > 0;
        call.startS = isServed ? number("ser_start_s") : 0;
        call.queuedS = number("q_start_s") > 0 ? number("q_start_s") : call.startS;
        call.endS = isServed ? number("ser_exit_s") : number("q_exit_s");
        call.isImportant = number("priority") == 2;
        call.agent = fields[at["server"]];
        if (call.queuedS <= 0 || call.endS < call.queuedS || call.endS >= kDayS
            || (isServed && (call.startS < call.queuedS || call.endS < call.startS)))
            continue;
        calls.push_back(std::move(call));
    }
    return calls;
}

BranchSetup setupOf(const std::vector<std::string> &agents, TimeMs promiseMs)
{
    BranchSetup setup;
    setup.settings.name = {"Tổng đài", "Telephone branch"};
    setup.settings.utcOffsetMin = 0;
    setup.settings.numberDigits = 4;
    setup.services = {{kCalls, {"Cuộc gọi", "Calls"}, "A", 3 * kMinuteMs, promiseMs}};
    setup.segments = {{kImportant, {"Quan trọng", "Important"}, 1, 2000, 0}};
    setup.profiles = {{kAll, {"Tất cả", "All"}, {kCalls}}};
    for (std::size_t i = 0; i < agents.size(); ++i) {
        const auto id = static_cast<std::int64_t>(i) + 1;
        setup.counters.push_back({{id}, id, kAll});
        setup.staff.push_back({{id}, "Agent " + std::to_string(id)});
    }
    return setup;
}

/// One day's calls in order of time, done to a branch.
class Day
{
public:
    Day(const std::string &date, const std::vector<std::string> &agents, TimeMs promiseMs)
        : m_midnightMs(dayStart(date, 0))
    {
        m_now = m_midnightMs;
        run(command::DefineBranch{setupOf(agents, promiseMs)});
        m_events.clear();
        run(command::OpenDay{date});
        for (std::size_t i = 0; i < agents.size(); ++i)
            m_counters[agents[i]] = {static_cast<std::int64_t>(i) + 1};
    }

    std::vector<TimedEvent> play(const std::vector<const Call *> &calls)
    {
        struct Step {
            std::int64_t atS;
            int kind; ///< 0 an end, 1 a start, 2 an arrival: who ends makes room
            std::size_t call;
        };
        std::vector<Step> steps;
        for (std::size_t i = 0; i < calls.size(); ++i) {
            steps.push_back({calls[i]->queuedS, calls[i]->queuedS == calls[i]->startS ? 1 : 2, i});
            if (calls[i]->startS > 0)
                steps.push_back({calls[i]->startS, 1, i});
            steps.push_back({calls[i]->endS, 0, i});
        }
        std::stable_sort(steps.begin(), steps.end(), [](const Step &a, const Step &b) {
            return a.atS != b.atS ? a.atS < b.atS : a.kind < b.kind;
        });
        m_tickets.assign(calls.size(), {});
        for (const Step &step : steps) {
            m_now = m_midnightMs + step.atS * kSecondMs;
            sendHome();
            const Call &call = *calls[step.call];
            TicketId &ticket = m_tickets[step.call];
            if (!ticket.isSet() && step.kind != 0) {
                if (run(command::IssueTicket{kCalls, call.isImportant ? kImportant : SegmentId{}}))
                    ticket = m_state.lastTicket();
            }
            if (!ticket.isSet() || !m_state.ticket(ticket))
                continue;
            if (step.kind == 1 && call.startS == step.atS)
                start(call, ticket);
            else if (step.kind == 0)
                end(call, ticket);
        }
        m_now = m_midnightMs + kDayMs - 1;
        run(command::CloseDay{true});
        return std::move(m_events);
    }

private:
    void start(const Call &call, TicketId ticket)
    {
        const auto counter = m_counters.find(call.agent);
        if (counter == m_counters.end()) {
            run(command::CancelTicket{ticket, HandReason::Other});
            return;
        }
        const CounterState *state = m_state.counterState(counter->second);
        if (!state->isOpen())
            run(command::SignOn{counter->second, StaffId{counter->second.value}, {}});
        if (!run(command::CallTicket{counter->second, ticket})
            || !run(command::StartService{counter->second, ticket}))
            run(command::CancelTicket{ticket, HandReason::Other});
    }

    void end(const Call &call, TicketId ticket)
    {
        const Ticket *open = m_state.ticket(ticket);
        if (call.startS > 0 && open->state == TicketState::Serving)
            run(command::FinishService{open->step.counter, ticket});
        else if (open->state == TicketState::Waiting)
            run(command::CancelTicket{ticket, HandReason::Left});
    }

    void sendHome()
    {
        for (const auto &[agent, counter] : m_counters) {
            const CounterState *state = m_state.counterState(counter);
            if (state->isOpen() && !state->ticket.isSet() && m_now - state->sinceMs > kAwayAfterS * kSecondMs)
                run(command::SignOff{counter});
        }
    }

    bool run(const Command &command)
    {
        const auto events = decide(m_state, command, m_now);
        if (!events)
            return false;
        for (const Event &event : *events) {
            apply(m_state, event, m_now);
            m_events.push_back({m_now, event});
        }
        return true;
    }

    TimeMs m_midnightMs;
    TimeMs m_now = 0;
    BranchState m_state;
    std::vector<TimedEvent> m_events;
    std::map<std::string, CounterId> m_counters;
    std::vector<TicketId> m_tickets;
};

} // namespace

std::vector<std::vector<TimedEvent>> telephoneDays(const std::string &path, TimeMs promiseMs)
{
    const std::vector<Call> calls = callsIn(path);
    std::map<std::string, std::vector<const Call *>> byDay;
    std::map<std::string, int> agents;
    for (const Call &call : calls) {
        byDay[call.date].push_back(&call);
        if (call.startS > 0 && call.agent != "NO_SERVER")
            ++agents[call.agent];
    }
    std::vector<std::string> names;
    for (const auto &[agent, count] : agents)
        names.push_back(agent);
    std::vector<std::vector<TimedEvent>> days;
    for (const auto &[date, list] : byDay)
        days.push_back(Day(date, names, promiseMs).play(list));
    return days;
}

} // namespace tiepdon::bench
