// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/forecast.h"
#include "core/queue/engine.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace tiepdon;

namespace {

constexpr TimeMs kMorning = 1777597200000; // 2026-05-01T01:00:00Z, 8 o'clock in Hanoi

/// A distribution of one value.
DurationTable always(TimeMs ms)
{
    std::array<double, DurationTable::kCells + 1> quantiles = {};
    quantiles.fill(static_cast<double>(ms));
    return DurationTable(quantiles);
}

// A branch that is worked at random, then left to itself: whoever is served is served so long as its service always
// takes, and free counters call whom the engine says.
class WorkedBranch
{
public:
    explicit WorkedBranch(unsigned seed) : m_random(seed)
    {
        define();
        run(command::OpenDay{"2026-05-01"});
        for (std::int64_t k = 1; k <= m_counters; ++k) {
            if (k == 1 || chance(85))
                run(command::SignOn{{k}, {k}, {}});
        }
        const int commands = 20 + below(150);
        for (int i = 0; i < commands; ++i)
            work();
        // nobody has been served for longer than it takes
        for (auto &cycle : cycles)
            cycle = longestHeldMs() + 1000 + below(600000);
        for (const TimeMs cycle : cycles)
            tables.push_back(always(cycle));
    }

    BranchState state;
    TimeMs now = kMorning;
    std::vector<TimeMs> cycles = std::vector<TimeMs>(4); ///< by service
    std::vector<DurationTable> tables;

    Floor floor() const
    {
        Floor floor = Forecast().floorOf(state, now);
        for (std::size_t i = 0; i < floor.services.size(); ++i)
            floor.services[i] = &tables[i];
        for (FloorCounter &counter : floor.counters) {
            // a counter that stands idle by chance is at work here
            if (counter.doing == FloorCounter::Doing::Away) {
                counter.doing = FloorCounter::Doing::Idle;
                counter.sinceMs = state.counterState(counterId(floor, counter))->sinceMs;
            }
        }
        floor.leaversPerMs = 0;
        floor.gapMs = 0;
        return floor;
    }

    static CounterId counterId(const Floor &floor, const FloorCounter &counter)
    {
        return {&counter - floor.counters.data() + 1};
    }

    /// What the engine does from here on, as the futures say it.
    std::vector<Futures::Call> calls(const Floor &floor)
    {
        struct Desk {
            bool isOpen = false;
            bool isIdle = false;
            TimeMs freeMs = 0;
            TimeMs idleSinceMs = 0;
        };
        std::vector<Desk> desks;
        const TimeMs gap = state.settings().minCallGapMs;
        for (const auto &[id, counter] : state.counterStates()) {
            Desk desk;
            desk.isOpen = counter.isOpen();
            const Ticket *ticket = state.ticket(counter.ticket);
            desk.freeMs = counter.lastCallMs ? *counter.lastCallMs + gap : 0;
            if (ticket)
                desk.freeMs = std::max(desk.freeMs, *ticket->step.calledMs + cycleOf(*ticket));
            else if (desk.freeMs <= now)
                desk.isIdle = true;
            desk.idleSinceMs = counter.sinceMs;
            desks.push_back(desk);
        }
        std::vector<Futures::Call> made;
        const TimeMs end = now + Futures::kHorizonMs;
        while (now <= end) {
            for (std::size_t k = 0; k < desks.size(); ++k) {
                Desk &desk = desks[k];
                const CounterId id{static_cast<std::int64_t>(k) + 1};
                finishIfDone(id);
                if (!desk.isOpen || desk.isIdle || desk.freeMs > now)
                    continue;
                desk.isIdle = true;
                desk.idleSinceMs = now;
            }
            passTimeNow();
            std::vector<std::size_t> idle;
            for (std::size_t k = 0; k < desks.size(); ++k) {
                if (desks[k].isOpen && desks[k].isIdle)
                    idle.push_back(k);
            }
            std::stable_sort(idle.begin(), idle.end(), [&](std::size_t a, std::size_t b) {
                return std::pair(floor.counters[a].queues.size(), desks[a].idleSinceMs)
                    < std::pair(floor.counters[b].queues.size(), desks[b].idleSinceMs);
            });
            for (const std::size_t k : idle) {
                const CounterId id{static_cast<std::int64_t>(k) + 1};
                if (!run(command::CallNext{id}))
                    continue;
                const TicketId ticket = state.counterState(id)->ticket;
                desks[k].isIdle = false;
                desks[k].freeMs = now + std::max(cycleOf(*state.ticket(ticket)), gap);
                made.push_back({ticket, k, now});
            }
            TimeMs next = end + 1;
            for (std::size_t k = 0; k < desks.size(); ++k) {
                const CounterState *counter = state.counterState({static_cast<std::int64_t>(k) + 1});
                if (const Ticket *ticket = state.ticket(counter->ticket))
                    next = std::min(next, *ticket->step.calledMs + cycleOf(*ticket));
                if (desks[k].isOpen && !desks[k].isIdle)
                    next = std::min(next, std::max(now + 1, desks[k].freeMs));
            }
            if (!state.due().empty())
                next = std::min(next, state.due().begin()->first);
            now = next;
        }
        return made;
    }

private:
    int below(int n) { return static_cast<int>(m_random() % static_cast<unsigned>(n)); }
    bool chance(int percent) { return below(100) < percent; }

    void define()
    {
        BranchSetup setup;
        setup.settings.name = {"Chi nhánh thử", "Test branch"};
        setup.settings.numberDigits = 4;
        setup.settings.calling.kind = static_cast<CallingRuleKind>(below(6));
        setup.settings.calling.maxOvertaken = std::array{0, 1, 2, 4, 10}[static_cast<std::size_t>(below(5))];
        setup.settings.minCallGapMs = chance(30) ? 20 * kSecondMs : 0;
        setup.settings.booking.earlyMs = 2 * kHourMs;
        for (std::int64_t v = 1; v <= 4; ++v) {
            Service service{{v},
                            {"Dịch vụ", "Service"},
                            std::string(1, static_cast<char>('A' + v - 1)),
                            (1 + below(20)) * kMinuteMs,
                            (2 + below(30)) * kMinuteMs};
            service.neededSkill = chance(20) ? 2 : 0;
            setup.services.push_back(service);
        }
        setup.segments
            = {{{1}, {"Ưu tiên", "Priority"}, 1, 2000, 5 * kMinuteMs}, {{2}, {"Hẹn trước", "Booked"}, 2, 3000, 0}};
        for (std::int64_t p = 1; p <= 4; ++p) {
            WorkProfile profile{{p}, {"Quầy", "Counter"}, {}};
            for (std::int64_t v = 1; v <= 4; ++v) {
                if (v == p || chance(40))
                    profile.services.push_back({v});
            }
            setup.profiles.push_back(profile);
        }
        m_counters = 1 + below(6);
        for (std::int64_t k = 1; k <= m_counters; ++k) {
            setup.counters.push_back({{k}, k, {1 + below(4)}});
            Staff staff{{k}, "Nhân viên"};
            for (std::int64_t v = 1; v <= 4; ++v) {
                if (chance(60))
                    staff.skills.push_back({{v}, 1 + below(3)});
            }
            if (chance(30))
                staff.languages = {"en"};
            setup.staff.push_back(staff);
        }
        if (!run(command::DefineBranch{setup}))
            qFatal("the branch is refused");
    }

    bool run(const Command &command)
    {
        const auto events = decide(state, command, now);
        if (!events)
            return false;
        for (const Event &event : *events)
            apply(state, event, now);
        return true;
    }

    void passTimeNow()
    {
        for (auto events = passTime(state, now); !events.empty(); events = passTime(state, now)) {
            for (const Event &event : events)
                apply(state, event, now);
        }
    }

    void work()
    {
        now += below(40000);
        passTimeNow();
        const CounterId counter{1 + below(static_cast<int>(m_counters))};
        const TicketId ticket{1 + below(static_cast<int>(state.lastTicket().value) + 1)};
        switch (below(12)) {
        case 0:
        case 1:
        case 2:
        case 3:
        case 4:
        case 5: {
            command::IssueTicket issue{{1 + below(4)}};
            if (chance(30))
                issue.segment = {1 + below(2)};
            if (chance(15))
                issue.bookedMs = now + below(60) * kMinuteMs;
            if (chance(10))
                issue.language = "en";
            run(issue);
            break;
        }
        case 6:
        case 7:
            run(command::CallNext{counter});
            break;
        case 8:
            if (const Ticket *held = state.ticket(state.counterState(counter)->ticket)) {
                run(command::StartService{counter, held->id});
                run(command::FinishService{counter, held->id});
            }
            break;
        case 9:
            if (chance(40))
                run(command::RaiseTicket{ticket, HandReason::NeedsHelp});
            break;
        case 10: {
            command::Transfer transfer{{}, ticket, {1 + below(4)}};
            transfer.place = static_cast<TransferPlace>(below(3));
            if (chance(30))
                transfer.toCounter = counter;
            if (chance(30))
                transfer.delayMs = below(20) * kMinuteMs;
            run(transfer);
            break;
        }
        case 11:
            run(command::CallTicket{counter, ticket});
            break;
        }
    }

    TimeMs cycleOf(const Ticket &ticket) const
    {
        return cycles[static_cast<std::size_t>(ticket.step.service.value) - 1];
    }

    void finishIfDone(CounterId id)
    {
        const Ticket *ticket = state.ticket(state.counterState(id)->ticket);
        if (!ticket || *ticket->step.calledMs + cycleOf(*ticket) > now)
            return;
        const TicketId held = ticket->id;
        run(command::StartService{id, held});
        run(command::FinishService{id, held});
    }

    TimeMs longestHeldMs() const
    {
        TimeMs longest = 0;
        for (const auto &[id, counter] : state.counterStates()) {
            if (const Ticket *ticket = state.ticket(counter.ticket))
                longest = std::max(longest, now - *ticket->step.calledMs);
        }
        return longest;
    }

    std::mt19937 m_random;
    std::int64_t m_counters = 1;
};

QString said(const std::vector<Futures::Call> &calls, std::size_t from)
{
    QString text;
    for (std::size_t i = from; i < std::min(calls.size(), from + 3); ++i)
        text += QStringLiteral(" [ticket %1 to counter %2 at %3]")
                    .arg(calls[i].ticket.value)
                    .arg(calls[i].counter + 1)
                    .arg(calls[i].atMs - kMorning);
    return text;
}

} // namespace

class TestFutures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFuturesCallAsTheEngineDoes();
    void promisesBreakAsTheEngineCalls();
};

void TestFutures::theFuturesCallAsTheEngineDoes()
{
    std::size_t compared = 0;
    std::array<int, 6> byRule = {};
    for (unsigned seed = 1; seed <= 1500; ++seed) {
        WorkedBranch branch(seed);
        const Floor floor = branch.floor();
        ++byRule.at(static_cast<std::size_t>(floor.rule.kind));
        Futures futures;
        const std::vector<Futures::Call> foretold = futures.playOnce(floor, seed);
        const std::vector<Futures::Call> made = branch.calls(floor);
        compared += made.size();
        const auto [a, b] = std::mismatch(foretold.begin(), foretold.end(), made.begin(), made.end());
        const auto at = static_cast<std::size_t>(a - foretold.begin());
        QVERIFY2(a == foretold.end() && b == made.end(),
                 qPrintable(QStringLiteral("seed %1, rule %2, call %3 of %4: foretold%5, made%6")
                                .arg(seed)
                                .arg(static_cast<int>(floor.rule.kind))
                                .arg(at)
                                .arg(made.size())
                                .arg(said(foretold, at), said(made, at))));
    }
    QVERIFY(compared > 20000);
    QVERIFY(*std::min_element(byRule.begin(), byRule.end()) > 100);
}

void TestFutures::promisesBreakAsTheEngineCalls()
{
    std::int64_t broken = 0;
    std::int64_t kept = 0;
    for (unsigned seed = 1; seed <= 1500; ++seed) {
        WorkedBranch branch(seed);
        const Floor floor = branch.floor();
        Futures futures;
        futures.run(floor, seed, 3);
        std::map<TicketId, TimeMs> calledMs;
        for (const Futures::Call &call : branch.calls(floor))
            calledMs.try_emplace(call.ticket, call.atMs);
        // what must break, by the engine's own calls: times are certain, so all three futures agree
        std::vector<Futures::Breaches> expected(floor.services.size());
        std::vector<std::size_t> first(floor.services.size(), BreachOutlook::kMinutes);
        for (const FloorQueue &queue : floor.queues) {
            for (const FloorTicket &ticket : queue.tickets) {
                const TimeMs inMs = ticket.promiseEndsMs - floor.nowMs;
                const TimeMs joinsMs = ticket.heldUntilMs.value_or(floor.nowMs);
                const auto call = calledMs.find(ticket.id);
                const bool isKept = call != calledMs.end() && call->second <= ticket.promiseEndsMs;
                if (inMs <= 0 || inMs > Outlook::kAheadMsMax || joinsMs > floor.nowMs + Outlook::kAheadMsMax)
                    continue;
                ++(isKept ? kept : broken);
                if (isKept)
                    continue;
                const std::size_t minute = BreachOutlook::minute(inMs);
                expected[queue.serviceAt].people[minute] += 3;
                first[queue.serviceAt] = std::min(first[queue.serviceAt], minute);
            }
        }
        for (std::size_t v = 0; v < expected.size(); ++v) {
            if (first[v] < BreachOutlook::kMinutes)
                expected[v].futures[first[v]] = 3;
            QVERIFY2(futures.breaches()[v] == expected[v],
                     qPrintable(QStringLiteral("seed %1, service %2").arg(seed).arg(v + 1)));
        }
    }
    QVERIFY(broken > 1000);
    QVERIFY(kept > 100);
}

QTEST_APPLESS_MAIN(TestFutures)
#include "tst_futures.moc"
