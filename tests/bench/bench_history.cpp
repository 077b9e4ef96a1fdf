// SPDX-License-Identifier: GPL-3.0-or-later
// What it takes to see a past day as it was at any moment: reading and replaying it once, then each moment; beside
// replaying from the opening each time, on the same day in the same run. Prints "name value unit" lines.
#include "core/store/daypast.h"
#include "core/store/ticketlist.h"

#include "core/store/dayfigures.h"
#include "tests/bench/lines.h"
#include "tests/store/storedbranch.h"
#include "tests/store/storefiles.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace tiepdon;
using namespace tiepdon::bench;

namespace {

const std::string kDay = "2026-03-02";
constexpr int kMoments = 400;
constexpr std::int64_t kCounters = 12;

/// Resident memory, in KiB.
double residentKib()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        giveUp("no status of this process");
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').front().toDouble();
    }
    return 0;
}

/// A day from eight to half past four: people come faster than they are served before noon, slower after it.
std::vector<Commit> dayOf(StoredBranch &branch, int tickets)
{
    branch.now = dayStart(kDay, 7 * 60) + 8 * kHourMs - 2000;
    BranchSetup setup;
    setup.settings.name = {"Chi nhánh Bến Thành", "Ben Thanh branch"};
    setup.settings.numberDigits = 4;
    WorkProfile all{{1}, {"Tất cả", "All"}, {}};
    for (std::int64_t i = 1; i <= 5; ++i) {
        const std::string letter(1, static_cast<char>('A' + i - 1));
        setup.services.push_back(
            {{i}, {"Dịch vụ " + letter, "Service " + letter}, letter, 5 * kMinuteMs, 10 * kMinuteMs});
        all.services.push_back({i});
    }
    setup.profiles = {all};
    for (std::int64_t i = 1; i <= kCounters; ++i) {
        setup.counters.push_back({{i}, i, {1}});
        setup.staff.push_back({{i}, "Nhân viên"});
    }
    std::vector<Commit> commits;
    const auto run = [&](const Command &command) {
        branch.now -= 1000; // `run` adds it
        commits.push_back(branch.run(command));
    };
    branch.now += 1000;
    run(command::DefineBranch{setup});
    branch.now += 1000;
    run(command::OpenDay{kDay});
    for (std::int64_t i = 1; i <= kCounters; ++i)
        run(command::SignOn{{i}, {i}, {}});
    const TimeMs beatMs = 8 * kHourMs / tickets;
    std::mt19937 random(7);
    int issued = 0;
    for (int beat = 0; beat < tickets + tickets / 16; ++beat) {
        branch.now += beatMs;
        if (issued < tickets && (beat < tickets / 2 || random() % 8 != 0)) {
            run(command::IssueTicket{ServiceId{1 + static_cast<std::int64_t>(random() % 5)}});
            ++issued;
        }
        const CounterId counter{1 + beat % kCounters};
        const Ticket *ticket = branch.state.ticket(branch.state.counterState(counter)->ticket);
        if (ticket && ticket->state == TicketState::Called) {
            run(command::StartService{counter, ticket->id});
        } else if (ticket) {
            run(command::FinishService{counter, ticket->id});
            if (nextFor(branch.state, *branch.state.counterState(counter), branch.now))
                run(command::CallNext{counter});
        } else if (nextFor(branch.state, *branch.state.counterState(counter), branch.now)) {
            run(command::CallNext{counter});
        }
    }
    run(command::CloseDay{true});
    return commits;
}

template <class Answer, class Ask>
Answer answered(const Ask &ask)
{
    std::optional<Result<Answer>> answer;
    QEventLoop loop;
    ask([&](const Result<Answer> &found) {
        answer = found;
        loop.quit();
    });
    loop.exec();
    if (!*answer)
        giveUp(answer->error().message.c_str());
    return **answer;
}

void line(const std::string &name, double value, const char *unit) { print(name.c_str(), value, unit); }

void lines(const std::string &name, const std::vector<double> &ms)
{
    line(name + "_p50", quantile(ms, 0.5), "ms");
    line(name + "_p99", quantile(ms, 0.99), "ms");
}

double elapsedMs(const QElapsedTimer &since) { return static_cast<double>(since.nsecsElapsed()) / 1e6; }

void measure(int tickets)
{
    const std::string name = "history_" + std::to_string(tickets);
    QTemporaryDir directory;
    {
        StoredBranch branch;
        makeDatabase(directory.path(), dayOf(branch, tickets));
    }
    auto store = Store::open(directory.path());
    if (!store)
        giveUp("the store does not open");
    if (!(*store)->recover())
        giveUp("the store does not recover");

    const double beforeKib = residentKib();
    QElapsedTimer since;
    since.start();
    const auto entries = answered<std::shared_ptr<const DayEntries>>(
        [&](const auto &done) { (*store)->pastDays().entries(kDay, 0, done); });
    line(name + "_read", elapsedMs(since), "ms");
    since.restart();
    const DayPast past(entries);
    line(name + "_replay_once", elapsedMs(since), "ms");
    line(name + "_memory", (residentKib() - beforeKib) / 1024, "MiB");
    line(name + "_events", static_cast<double>(entries->entries.size()), "events");

    const TimeMs fromMs = entries->entries.front().atMs;
    const TimeMs lastsMs = entries->entries.back().atMs - fromMs;
    std::mt19937_64 random(11);
    std::vector<TimeMs> moments;
    for (int i = 0; i < kMoments; ++i)
        moments.push_back(fromMs + static_cast<TimeMs>(random() % static_cast<std::uint64_t>(lastsMs + 1)));
    std::vector<double> held;
    std::vector<double> whole;
    std::vector<double> straight;
    for (const TimeMs moment : moments) {
        since.restart();
        const BranchState state = past.at(moment);
        held.push_back(elapsedMs(since));
        const std::string bytes = toJson(state.image()).dump();
        whole.push_back(elapsedMs(since)); // as it is sent
        since.restart();
        BranchState replayed;
        for (const JournalEntry &entry : entries->entries) {
            if (entry.atMs > moment)
                break;
            apply(replayed, entry.event, entry.atMs);
        }
        straight.push_back(elapsedMs(since));
        if (replayed.tickets().size() != state.tickets().size() || bytes.empty())
            giveUp("two replays differ");
    }
    lines(name + "_moment", held);
    lines(name + "_moment_sent", whole);
    lines(name + "_straight", straight);

    since.restart();
    const auto visits = answered<std::shared_ptr<const DayVisits>>(
        [&](const auto &done) { (*store)->figures().visits(kDay, kDay, entries->entries.back().atMs, done); });
    DayTicketsQuery query;
    query.tickets.filter.fromDay = kDay;
    query.tickets.filter.toDay = kDay;
    query.order = TicketsOrder::Waited;
    const DayTicketsAnswer list = ticketList(*visits, query);
    line(name + "_ticket_list", elapsedMs(since), "ms");
    if (list.n != entries->day.tickets)
        giveUp("tickets are missing in the list");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    measure(1000);
    measure(5000);
    return 0;
}
