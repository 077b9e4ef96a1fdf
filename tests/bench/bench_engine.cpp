// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine alone takes: decide and apply, no wire, no disk. Prints "name value unit" lines.
#include "core/queue/engine.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

using namespace tiepdon;

namespace {

constexpr TimeMs kMorning = 1777597200000;
constexpr std::int64_t kServices = 5;
constexpr std::int64_t kCounters = 6;

double nowUs()
{
    using namespace std::chrono;
    return duration<double, std::micro>(steady_clock::now().time_since_epoch()).count();
}

/// Does a command that must succeed; the last event's ticket.
Touched run(BranchState &state, const Command &command, TimeMs now)
{
    const auto events = decide(state, command, now);
    if (!events) {
        std::fprintf(stderr, "bench_engine: %s\n", events.error().message.c_str());
        std::exit(1);
    }
    Touched last;
    for (const Event &event : *events)
        last = apply(state, event, now);
    return last;
}

/// Five services, each with a series of its own, six counters that serve them all, the day open.
BranchState openBranch()
{
    BranchSetup setup;
    setup.settings.name = {"Chi nhánh", "Branch"};
    setup.settings.numberDigits = 5;
    WorkProfile all{{1}, {"Tất cả", "All"}, {}};
    for (std::int64_t i = 1; i <= kServices; ++i) {
        const std::string letter(1, static_cast<char>('A' + i - 1));
        setup.services.push_back(
            {{i}, {"Dịch vụ " + letter, "Service " + letter}, letter, 5 * kMinuteMs, (4 + i) * kMinuteMs});
        all.services.push_back({i});
    }
    setup.profiles = {all};
    for (std::int64_t i = 1; i <= kCounters; ++i) {
        setup.counters.push_back({{i}, i, {1}});
        setup.staff.push_back({{i}, "Nhân viên"});
    }
    BranchState state;
    run(state, command::DefineBranch{setup}, kMorning);
    run(state, command::OpenDay{"2026-05-01"}, kMorning);
    for (std::int64_t i = 1; i <= kCounters; ++i)
        run(state, command::SignOn{{i}, {i}, {}}, kMorning);
    return state;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// What the processor finds in its cache when a call comes: in `Warm` what the call before left there, in
/// `Cold` nothing, as in a branch, where seconds pass between two calls and much else runs.
enum class Cache : std::uint8_t { Warm, Cold };

/// Median time of one call-next with so many people waiting. Who was called is finished and somebody new
/// comes, outside the measured time, so that the length holds.
double callNextUs(std::int64_t waiting, Cache cache)
{
    const int kCalls = cache == Cache::Warm ? 20000 : 1000;
    std::vector<unsigned char> other(cache == Cache::Warm ? 0 : 8 * 1024 * 1024);
    BranchState state = openBranch();
    TimeMs now = kMorning;
    std::mt19937_64 random(5);
    const auto arrive = [&] {
        run(state, command::IssueTicket{{1 + static_cast<std::int64_t>(random() % kServices)}}, now);
        now += static_cast<TimeMs>(random() % 400);
    };
    for (std::int64_t i = 0; i < waiting; ++i)
        arrive();
    std::vector<double> times;
    times.reserve(static_cast<std::size_t>(kCalls));
    for (int i = 0; i < kCalls; ++i) {
        const CounterId counter{1 + i % kCounters};
        for (std::size_t at = 0; at < other.size(); at += 64)
            ++other[at];
        const double before = nowUs();
        const Touched called = run(state, command::CallNext{counter}, now);
        times.push_back(nowUs() - before);
        run(state, command::StartService{counter, called.ticket->id}, now);
        run(state, command::FinishService{counter, called.ticket->id}, now);
        arrive();
    }
    return median(std::move(times));
}

/// Commands per second of a day's mix: one of each of issue, call, start, finish, with 200 people waiting.
double commandsPerSecond()
{
    constexpr int kRounds = 200000;
    BranchState state = openBranch();
    TimeMs now = kMorning;
    for (int i = 0; i < 200; ++i)
        run(state, command::IssueTicket{{1 + i % kServices}}, now += 100);
    const double before = nowUs();
    for (int i = 0; i < kRounds; ++i) {
        const CounterId counter{1 + i % kCounters};
        now += 100;
        run(state, command::IssueTicket{{1 + i % kServices}}, now);
        const TicketId ticket = run(state, command::CallNext{counter}, now).ticket->id;
        run(state, command::StartService{counter, ticket}, now);
        run(state, command::FinishService{counter, ticket}, now);
    }
    return 4.0 * kRounds / ((nowUs() - before) / 1e6);
}

} // namespace

int main()
{
    for (const std::int64_t waiting : {100, 10000, 100000})
        std::printf("engine.call_next_us.%lld %.3f us\n", static_cast<long long>(waiting),
                    callNextUs(waiting, Cache::Warm));
    for (const std::int64_t waiting : {100, 10000, 100000})
        std::printf("engine.call_next_cold_us.%lld %.3f us\n", static_cast<long long>(waiting),
                    callNextUs(waiting, Cache::Cold));
    std::printf("engine.commands_per_s %.0f 1/s\n", commandsPerSecond());
    return 0;
}
