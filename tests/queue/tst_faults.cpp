// SPDX-License-Identifier: GPL-3.0-or-later
// Short days while the world around the engine misbehaves: commands come twice, late and in another order, the hub
// is started again, its disk fails, its clock jumps, a client loses its connection.
#include "core/wire/codec.h"
#include "tests/base/show.h"
#include "tests/queue/commands.h"
#include "tests/queue/invariants.h"
#include "tests/queue/sample.h"

#include <QTest>

#include <algorithm>
#include <deque>

using namespace tiepdon;
using namespace tiepdon::testing;

namespace {

constexpr int kSeeds = 60;
constexpr int kDaysPerSeed = 40; // 2,400 days in all; TIEPDON_MODEL_FACTOR multiplies the seeds
constexpr int kStepsPerDay = 45;

using Seen = std::map<std::string, std::int64_t>;

/// What the engine's host does with commands, as `BranchHost` does it: a decided state ahead of the published one,
/// an answer kept for each operation, time held while the clock is behind.
class Host
{
public:
    struct Entry {
        std::string name;
        std::string body;
        TimeMs atMs = 0;
        bool endsOperation = false;
    };

    explicit Host(Seen &seen) : m_seen(seen) { }

    [[nodiscard]] const BranchState &state() const { return m_decided; }
    [[nodiscard]] const Invariants &invariants() const { return m_invariants; }
    [[nodiscard]] TimeMs nowMs(TimeMs clockMs) const { return std::max(clockMs, m_lastMs); }

    /// A command under an operation's number, perhaps not for the first time; what is wrong, or nothing.
    std::string send(std::int64_t operation, const Command &command, TimeMs clockMs)
    {
        if (const auto answered = m_answers.find(operation); answered != m_answers.end()) {
            ++m_seen["sent again"];
            return {}; // I3: the first answer, and nothing happens
        }
        const TimeMs now = nowMs(clockMs);
        const auto decided = decide(m_decided, command, now);
        m_answers[operation] = decided ? "" : std::string(name(decided.error().code));
        m_undurable.push_back(operation);
        if (!decided) {
            ++m_seen["refused"];
            return {};
        }
        ++m_seen["done"];
        take(*decided, now);
        // the same once more, from a client that does not know its operation: not a second effect on the next
        const auto twice = decide(m_decided, command, now);
        if (isOnce(command) && twice)
            return "done twice";
        passTime(now);
        return {};
    }

    void passTime(TimeMs clockMs)
    {
        const TimeMs now = nowMs(clockMs);
        for (auto events = tiepdon::passTime(m_decided, now); !events.empty();
             events = tiepdon::passTime(m_decided, now)) {
            ++m_seen["by itself"];
            take(events, now);
        }
    }

    /// Makes so many of the oldest operations durable: then they are published.
    void publish(std::size_t operations)
    {
        for (; operations > 0 && m_durable < m_journal.size(); --operations) {
            bool isWhole = false;
            while (!isWhole) {
                const Entry &entry = m_journal[m_durable++];
                isWhole = entry.endsOperation;
                const Event event = read(entry);
                m_invariants.before(m_published, event, entry.atMs);
                const Touched touched = apply(m_published, event, entry.atMs);
                m_invariants.after(m_published, event, touched, entry.atMs);
            }
            m_invariants.settled(m_published);
        }
        if (m_durable == m_journal.size())
            m_undurable.clear();
    }
    void publishAll() { publish(m_journal.size()); }

    /// What is not durable is gone, and its operations were never answered.
    void loseDisk()
    {
        ++m_seen["lost"];
        m_journal.resize(m_durable);
        m_decided = m_published;
        m_lastMs = m_decided.changedMs();
        for (const std::int64_t operation : m_undurable)
            m_answers.erase(operation);
        m_undurable.clear();
    }

    /// Begins anew from the journal, at the last opening of a day; what is wrong, or nothing.
    std::string restart()
    {
        ++m_seen["restarted"];
        loseDisk();
        const std::string before = digestOf(m_decided);
        std::size_t from = 0;
        for (std::size_t i = 0; i < m_journal.size(); ++i)
            from = m_journal[i].name == event::DayOpened::kName ? i : from;
        BranchState anew;
        for (std::size_t i = from; i < m_journal.size(); ++i)
            apply(anew, read(m_journal[i]), m_journal[i].atMs);
        if (!(anew.image() == m_published.image()))
            return "a restart ends in another state";
        if (digestOf(anew) != before)
            return "I6: a restart ends with another digest";
        m_decided = m_published = anew;
        return {};
    }

    /// A client that missed what came since `from`, and reads on from there.
    void hear(BranchState &mirror, std::size_t &from) const
    {
        for (; from < m_durable; ++from)
            apply(mirror, read(m_journal[from]), m_journal[from].atMs);
    }
    /// The same client after a snapshot, as bytes.
    void snapshot(BranchState &mirror, std::size_t &from) const
    {
        const auto image
            = fromJson<StateImage>(*parseJson(toBytes(toJson(m_published.image()))), UnknownFields::Ignore);
        mirror = BranchState(*image);
        from = m_durable;
    }
    [[nodiscard]] std::string digest() const { return digestOf(m_published); }

private:
    static Event read(const Entry &entry) { return *eventFrom(entry.name, *parseJson(entry.body)); }

    /// Whether a command is about the ticket in hand and takes it out of the hand, or out of its state.
    static bool isOnce(const Command &command)
    {
        return std::visit(
            []<class T>(const T &c) {
                if constexpr (std::same_as<T, command::Transfer>)
                    return c.counter.isSet();
                return std::same_as<
                           T,
                           command::StartService> || std::same_as<T, command::FinishService> || std::same_as<T, command::MarkNoShow> || std::same_as<T, command::Requeue> || std::same_as<T, command::Park> || std::same_as<T, command::WrapUp> || std::same_as<T, command::Resume> || std::same_as<T, command::CallTicket> || std::same_as<T, command::CancelTicket> || std::same_as<T, command::RestoreTicket> || std::same_as<T, command::SignOff> || std::same_as<T, command::SignOn> || std::same_as<T, command::ServeWalkIn> || std::same_as<T, command::OpenDay> || std::same_as<T, command::CloseDay>;
            },
            command);
    }

    void take(const std::vector<Event> &events, TimeMs now)
    {
        for (const Event &event : events) {
            apply(m_decided, event, now);
            m_journal.push_back({std::string(name(event)), toBytes(bodyOf(event)), now, &event == &events.back()});
            m_lastMs = now;
        }
    }

    Seen &m_seen;
    BranchState m_decided;
    BranchState m_published;
    std::vector<Entry> m_journal;
    std::size_t m_durable = 0; ///< entries
    TimeMs m_lastMs = 0;
    std::map<std::int64_t, std::string> m_answers;
    std::vector<std::int64_t> m_undurable; ///< operations answered in memory alone
    Invariants m_invariants;
};

/// A branch, what is on the way to it, and a client.
class World
{
public:
    World(std::uint64_t seed, Seen &seen)
        : m_choices(seed), m_commands(m_choices, {false, true}), m_host(seen), m_seen(seen)
    {
    }

    std::string day()
    {
        for (int step = 0; step < kStepsPerDay; ++step) {
            m_clockMs += m_commands.pause();
            if (happens(25)) {
                m_clockMs += (m_choices.below(300) - 150) * kMinuteMs;
                ++m_seen["clock stepped"];
            }
            m_host.passTime(m_clockMs);
            ask(m_commands.next(m_host.state()));
            if (std::string wrong = deliver(); !wrong.empty())
                return wrong;
            if (happens(3))
                m_host.publish(static_cast<std::size_t>(1 + m_choices.below(4)));
            if (happens(60))
                m_host.loseDisk();
            if (happens(40)) {
                if (std::string wrong = m_host.restart(); !wrong.empty())
                    return wrong;
            }
            listen();
            if (!m_host.invariants().wrong().empty())
                return m_host.invariants().wrong();
        }
        return evening();
    }

    [[nodiscard]] const Invariants &invariants() const { return m_host.invariants(); }

private:
    struct Sent {
        std::int64_t operation = 0;
        Command command;
    };

    bool happens(std::int64_t onceIn) { return m_choices.below(onceIn) == 0; }

    /// Sends a command on its way, one to three times under its number.
    void ask(const Command &command)
    {
        const std::int64_t copies = happens(4) ? 1 + m_choices.below(3) : 1;
        const std::int64_t operation = ++m_operations;
        for (std::int64_t i = 0; i < copies; ++i)
            m_onTheWay.push_back({operation, command});
    }

    /// What arrives now: mostly the oldest, at times any, at times nothing.
    std::string deliver()
    {
        while (!m_onTheWay.empty() && !happens(4)) {
            auto next = m_onTheWay.begin();
            if (happens(6)) {
                next += m_choices.below(static_cast<std::int64_t>(m_onTheWay.size()));
                ++m_seen["out of order"];
            }
            const Sent sent = *next;
            m_onTheWay.erase(next);
            if (std::string wrong = m_host.send(sent.operation, sent.command, m_clockMs); !wrong.empty())
                return std::string(methodOf(sent.command)) + " " + toBytes(paramsOf(sent.command)) + ": " + wrong;
        }
        return {};
    }

    void listen()
    {
        if (happens(20)) {
            m_host.snapshot(m_mirror, m_heard);
            ++m_seen["snapshot"];
        } else if (!happens(3)) {
            m_host.hear(m_mirror, m_heard);
        }
    }

    /// All arrives, all is durable, all is heard; the day closes and the next opens.
    std::string evening()
    {
        for (const Sent &sent : m_onTheWay) {
            if (std::string wrong = m_host.send(sent.operation, sent.command, m_clockMs); !wrong.empty())
                return std::string(methodOf(sent.command)) + " " + toBytes(paramsOf(sent.command)) + ": " + wrong;
        }
        m_onTheWay.clear();
        m_host.publishAll();
        m_host.hear(m_mirror, m_heard);
        if (digestOf(m_mirror) != m_host.digest())
            return "I6: all is quiet and a client's digest is another";
        m_seen["open in the evening"] += static_cast<std::int64_t>(m_host.state().tickets().size());
        std::string wrong = m_host.send(++m_operations, command::CloseDay{true}, m_clockMs);
        const std::string last = m_host.state().businessDay();
        const std::string next = last.empty() ? "2026-05-01" : localDay(dayStart(last, 0) + kDayMs, 0);
        if (wrong.empty() && m_host.state().isDefined())
            wrong = m_host.send(++m_operations, command::OpenDay{next}, m_clockMs);
        m_seen["carried over"] += static_cast<std::int64_t>(m_host.state().tickets().size());
        for (std::int64_t i = 1; i <= 4 && wrong.empty(); ++i)
            wrong = m_host.send(++m_operations, command::SignOn{{i}, {i}, {}}, m_clockMs);
        m_host.publishAll();
        m_host.hear(m_mirror, m_heard);
        return wrong.empty() ? m_host.invariants().wrong() : wrong;
    }

    Choices m_choices;
    Commands m_commands;
    Host m_host;
    Seen &m_seen;
    std::deque<Sent> m_onTheWay;
    std::int64_t m_operations = 0;
    TimeMs m_clockMs = kMorning;
    BranchState m_mirror;
    std::size_t m_heard = 0;
};

int factor() { return std::max(1, qEnvironmentVariableIntValue("TIEPDON_MODEL_FACTOR")); }

} // namespace

class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theInvariantsHoldWhateverHappens();
};

void TestFaults::theInvariantsHoldWhateverHappens()
{
    Seen seen;
    for (int seed = 1; seed <= kSeeds * factor(); ++seed) {
        World world(static_cast<std::uint64_t>(seed), seen);
        for (int day = 0; day < kDaysPerSeed; ++day) {
            if (const std::string wrong = world.day(); !wrong.empty())
                QFAIL(("seed " + std::to_string(seed) + ", day " + std::to_string(day) + ": " + wrong).c_str());
        }
        seen["overtaken"] += world.invariants().overtakings();
        seen["called because overtaken as often as allowed"] += world.invariants().rescued();
    }
    for (const char *needed : {"sent again", "refused", "done", "by itself", "lost", "restarted", "clock stepped",
                               "out of order", "snapshot", "open in the evening", "carried over", "overtaken",
                               "called because overtaken as often as allowed"}) {
        QVERIFY2(seen[needed] > 100, needed);
    }
}

QTEST_APPLESS_MAIN(TestFaults)
#include "tst_faults.moc"
