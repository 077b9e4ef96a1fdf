// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/daypast.h"
#include "core/wire/codec.h"

#include "storedbranch.h"
#include "storefiles.h"
#include "tests/queue/commands.h"
#include "tests/queue/sample.h"
#include "versionone.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtTest>

using namespace tiepdon;

namespace {

QByteArray text(const auto &value) { return QByteArray::fromStdString(toBytes(toJson(value))); }

/// The seq of the last of some entries that had happened by a time; the first's where none had.
std::int64_t lastBy(const std::vector<JournalEntry> &entries, TimeMs atMs)
{
    std::int64_t seq = entries.front().seq;
    for (const JournalEntry &entry : entries) {
        if (entry.atMs <= atMs)
            seq = entry.seq;
    }
    return seq;
}

/// How it stood, one ticket after the other.
struct Standing {
    std::int64_t waiting = 0;
    std::int64_t worstPermille = 0;
    std::int64_t broken = 0;
    std::int64_t open = 0;
};

Standing standingOf(const BranchState &state, TimeMs atMs)
{
    Standing now;
    for (const auto &[id, counter] : state.counterStates())
        now.open += counter.isOpen() ? 1 : 0;
    for (const auto &[id, ticket] : state.tickets()) {
        if (!state.isOpen() || !ticket.isQueued())
            continue;
        const TimeMs promiseMs = state.promiseMs(ticket);
        const TimeMs waitedMs = std::max<TimeMs>(0, atMs - ticket.ownPlace().ms);
        ++now.waiting;
        now.broken += waitedMs > promiseMs ? 1 : 0;
        now.worstPermille = std::max(now.worstPermille, waitedMs * 1000 / std::max<TimeMs>(1, promiseMs));
    }
    return now;
}

} // namespace

/// A day replayed once is at every moment what replaying the whole journal up to it gives.
class TestDayPast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store.reset(); // it holds the directory
        m_directory = std::make_unique<QTemporaryDir>();
        m_branch = std::make_unique<StoredBranch>();
        m_commits.clear();
        m_entries.clear();
    }

    void anyMomentIsAStraightReplays_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<int>("keyframeEvents");
        QTest::addColumn<int>("keyframesMax");
        for (int seed = 1; seed <= 6; ++seed)
            QTest::addRow("days of seed %d", seed) << seed << 32 << 128;
        for (int seed = 7; seed <= 10; ++seed)
            QTest::addRow("days of seed %d with more events than room", seed) << seed << 5 << 8;
    }

    void anyMomentIsAStraightReplays()
    {
        QFETCH(int, seed);
        QFETCH(int, keyframeEvents);
        QFETCH(int, keyframesMax);
        walk(seed, 2500);
        testing::Choices choices(static_cast<std::uint64_t>(seed) + 1000);
        std::size_t longest = 0;
        for (const DayKept &day : daysOf()) {
            const auto read = entriesOf(day.businessDay);
            QVERIFY(read);
            const DayPast past(read, static_cast<std::size_t>(keyframeEvents),
                               static_cast<std::size_t>(keyframesMax));
            longest = std::max(longest, read->entries.size());
            std::vector<TimeMs> moments{day.openings.front().openedMs - 1, read->entries.back().atMs + kHourMs};
            for (int i = 0; i < 40; ++i) {
                const auto n = static_cast<std::int64_t>(read->entries.size());
                const JournalEntry &near = read->entries[static_cast<std::size_t>(choices.below(n))];
                moments.push_back(near.atMs + choices.below(3) - 1);
            }
            std::map<std::int64_t, BranchState> states;
            for (const TimeMs moment : moments)
                states[lastBy(read->entries, moment)];
            replayTo(states);
            for (const TimeMs moment : moments)
                QCOMPARE(text(past.at(moment).image()), text(states.at(lastBy(read->entries, moment)).image()));
        }
        QVERIFY(longest > 3 * static_cast<std::size_t>(keyframeEvents)); // over several copies of the state
    }

    void aDayOpenedAgainIsOneDay()
    {
        const auto add = [&](const Command &command) { m_commits.push_back(m_branch->run(command)); };
        m_commits = m_branch->setUpAndWork(20, 4);
        add(command::CloseDay{true});
        Service service = m_branch->state.services().at({1});
        service.expectedMs += kMinuteMs;
        add(command::DefineService{service});
        add(command::OpenDay{"2026-03-02"});
        add(command::SignOn{CounterId{1}, StaffId{1}, {}});
        for (Commit &commit : m_branch->work(10, 2))
            m_commits.push_back(std::move(commit));
        add(command::CloseDay{true});
        add(command::OpenDay{"2026-03-03"});
        open();
        const auto read = entriesOf("2026-03-02");
        QCOMPARE(read->day.openings.size(), std::size_t(2));
        const DayPast past(read, 16, 8);
        std::map<std::int64_t, BranchState> states;
        for (const JournalEntry &entry : read->entries)
            states[lastBy(read->entries, entry.atMs)];
        replayTo(states);
        for (const JournalEntry &entry : read->entries)
            QCOMPARE(text(past.at(entry.atMs).image()), text(states.at(lastBy(read->entries, entry.atMs)).image()));
        QVERIFY(!past.at(*read->day.openings.front().closedMs).isOpen());
        QVERIFY(past.at(read->day.openings.back().openedMs).isOpen());
    }

    void theStripSaysHowItStoodAtEachMinute()
    {
        walk(3, 2500);
        std::int64_t broken = 0;
        std::int64_t waiting = 0;
        for (const DayKept &day : daysOf()) {
            const auto read = entriesOf(day.businessDay);
            const DayStrip strip = DayPast(read).strip();
            QCOMPARE(strip.worstPermille.size(), strip.waiting.size());
            QCOMPARE(strip.broken.size(), strip.waiting.size());
            QCOMPARE(strip.open.size(), strip.waiting.size());
            QVERIFY(strip.waiting.size() < DayPast::kStepsMax);
            QCOMPARE(strip.fromMs % kMinuteMs, TimeMs(0));
            QVERIFY(strip.fromMs - day.openings.front().openedMs < kMinuteMs);
            const TimeMs endMs = strip.fromMs + strip.stepMs * static_cast<TimeMs>(strip.waiting.size());
            QVERIFY(endMs >= read->entries.back().atMs && endMs < read->entries.back().atMs + strip.stepMs);
            std::map<std::int64_t, BranchState> states;
            const auto momentOf
                = [&](std::size_t i) { return strip.fromMs + strip.stepMs * static_cast<TimeMs>(i); };
            for (std::size_t i = 0; i < strip.waiting.size(); ++i)
                states[lastBy(read->entries, momentOf(i))];
            replayTo(states);
            for (std::size_t i = 0; i < strip.waiting.size(); ++i) {
                const Standing stood = standingOf(states.at(lastBy(read->entries, momentOf(i))), momentOf(i));
                QCOMPARE(strip.waiting[i], stood.waiting);
                QCOMPARE(strip.worstPermille[i], stood.worstPermille);
                QCOMPARE(strip.broken[i], stood.broken);
                QCOMPARE(strip.open[i], stood.open);
                broken += stood.broken;
                waiting += stood.waiting;
            }
        }
        QVERIFY(broken > 0);
        QVERIFY(waiting > broken);
    }

    void aDayLeftOpenHasLongerSteps()
    {
        m_commits = m_branch->setUp();
        m_branch->now += 5 * kDayMs;
        m_commits.push_back(m_branch->run(command::IssueTicket{ServiceId{1}}));
        m_branch->now += kHourMs;
        m_commits.push_back(m_branch->run(command::CloseDay{true}));
        open();
        const DayStrip strip = DayPast(entriesOf("2026-03-02")).strip();
        QVERIFY(strip.waiting.size() < DayPast::kStepsMax);
        QVERIFY(strip.waiting.size() >= DayPast::kStepsMax / 2);
        QCOMPARE(strip.stepMs, 8 * kMinuteMs);
        QCOMPARE(strip.waiting.back(), std::int64_t(1));
        QCOMPARE(strip.waiting.front(), std::int64_t(0));
    }

    void whatHappenedAroundAMomentIsTold()
    {
        m_commits = m_branch->setUpAndWork(20, 5);
        open();
        const auto read = entriesOf("2026-03-02");
        const DayPast past(read);
        const TimeMs atMs = read->entries[read->entries.size() / 2].atMs;
        const auto events = past.between(atMs - 10 * kSecondMs, atMs + 10 * kSecondMs, 100);
        std::vector<std::int64_t> expected;
        for (const JournalEntry &entry : read->entries) {
            if (entry.atMs >= atMs - 10 * kSecondMs && entry.atMs <= atMs + 10 * kSecondMs)
                expected.push_back(entry.seq);
        }
        QVERIFY(expected.size() > 10);
        QCOMPARE(seqsOf(events), expected);
        // of many, those nearest to the middle
        const auto few = past.between(atMs - 10 * kSecondMs, atMs + 10 * kSecondMs, 4);
        QCOMPARE(few.size(), std::size_t(4));
        for (const PastEvent &event : few)
            QVERIFY(std::abs(event.atMs - atMs) <= 3 * kSecondMs);

        const auto called = std::find_if(events.begin(), events.end(),
                                         [](const PastEvent &event) { return event.kind == "TicketCalled"; });
        QVERIFY(called != events.end());
        QCOMPARE(called->counter, CounterId{1});
        QCOMPARE(called->actor, StaffId{1});
        const Ticket *ticket = past.at(called->atMs).ticket(called->ticket);
        const BranchState then = past.at(called->atMs);
        ticket = then.ticket(called->ticket);
        QVERIFY(ticket);
        QCOMPARE(called->number, ticket->number);
        QCOMPARE(called->service, ticket->step.service);

        const auto story = past.about(called->ticket);
        QCOMPARE(story.front().kind, std::string("TicketIssued"));
        QCOMPARE(story.back().kind, std::string("ServiceFinished"));
        QVERIFY(std::all_of(story.begin(), story.end(),
                            [&](const PastEvent &event) { return event.number == called->number; }));

        QCOMPARE(past.beforeMs(atMs), std::optional<TimeMs>(atMs - 1000));
        QCOMPARE(past.afterMs(atMs), std::optional<TimeMs>(atMs + 1000));
        QCOMPARE(past.beforeMs(read->entries.front().atMs), std::optional<TimeMs>());
        QCOMPARE(past.afterMs(read->entries.back().atMs), std::optional<TimeMs>());
    }

    void anOpenDayGoesOn()
    {
        m_commits = m_branch->setUpAndWork(10, 5);
        open();
        const auto first = entriesOf("2026-03-02");
        DayPast past(first, 7, 4);
        std::vector<Commit> more = m_branch->work(10, 3);
        more.push_back(m_branch->run(command::CloseDay{true}));
        more.push_back(m_branch->run(command::OpenDay{"2026-03-02"}));
        more.push_back(m_branch->run(command::IssueTicket{ServiceId{1}}));
        QVERIFY(writeAll(*m_store, std::move(more)));
        past.extend(entriesOf("2026-03-02", past.lastSeq()));
        QCOMPARE(past.lastSeq(), m_branch->seq);
        QCOMPARE(past.day().openings.size(), std::size_t(2));
        QCOMPARE(text(past.at(m_branch->now).image()), text(m_branch->state.image()));
        // what was had before is passed over
        past.extend(entriesOf("2026-03-02"));
        QCOMPARE(text(past.at(m_branch->now).image()), text(m_branch->state.image()));
        const DayPast whole(entriesOf("2026-03-02"));
        QCOMPARE(seqsOf(past.between(0, m_branch->now, 100'000)), seqsOf(whole.between(0, m_branch->now, 100'000)));
        QCOMPARE(text(past.strip()), text(whole.strip()));
        for (const JournalEntry &entry : first->entries)
            QCOMPARE(text(past.at(entry.atMs).image()), text(whole.at(entry.atMs).image()));
    }

    void aDayOfTheFirstVersionIsReplayed()
    {
        makeVersionOne(m_directory->path());
        openStore();
        const DayPast past(entriesOf("2026-03-02"));
        const auto stateAt = [&](TimeMs ms) { return past.at(1'700'000'000'000 + ms); };
        QCOMPARE(stateAt(2'000).tickets().size(), std::size_t(0));
        QVERIFY(!stateAt(2'000).counterState({1})->isOpen());
        QCOMPARE(stateAt(6'500).tickets().size(), std::size_t(2));
        QCOMPARE(stateAt(6'500).waiting({1}).size(), std::size_t(1));
        QVERIFY(stateAt(7'000).ticket({1})->state == TicketState::Called);
        QVERIFY(stateAt(8'999).ticket({1})->state == TicketState::Serving);
        QVERIFY(!stateAt(9'000).ticket({1}));
        QVERIFY(stateAt(9'000).ticket({2})->state == TicketState::Waiting);
    }

private:
    static std::vector<std::int64_t> seqsOf(const std::vector<PastEvent> &events)
    {
        std::vector<std::int64_t> seqs;
        for (const PastEvent &event : events)
            seqs.push_back(event.seq);
        return seqs;
    }

    /// Days of random commands, refused ones left out, written.
    void walk(int seed, int count)
    {
        testing::Choices choices(static_cast<std::uint64_t>(seed));
        testing::Commands commands(choices, {seed % 3 == 0, true});
        m_branch->now = testing::kMorning;
        const auto take = [&](const Command &command) {
            m_branch->now -= 1000; // `run` adds it
            if (decide(m_branch->state, command, m_branch->now + 1000))
                m_commits.push_back(m_branch->run(command));
            else
                m_branch->now += 1000;
        };
        take(command::DefineBranch{testing::sampleSetup()});
        for (int i = 0; i < count; ++i) {
            m_branch->now += commands.pause() * (seed % 2 == 0 ? 3 : 1);
            take(commands.next(m_branch->state));
        }
        open();
    }

    void open()
    {
        for (const Commit &commit : m_commits)
            m_entries.insert(m_entries.end(), commit.entries.begin(), commit.entries.end());
        makeDatabase(m_directory->path(), m_commits);
        openStore();
    }

    void openStore()
    {
        auto opened = Store::open(m_directory->path());
        QVERIFY(opened);
        m_store = std::move(*opened);
        QVERIFY(m_store->recover());
    }

    /// Fills in the states after these entries, by replaying the whole journal.
    void replayTo(std::map<std::int64_t, BranchState> &states)
    {
        BranchState state;
        for (const JournalEntry &entry : m_entries) {
            apply(state, entry.event, entry.atMs);
            if (const auto it = states.find(entry.seq); it != states.end())
                it->second = state;
        }
    }

    std::vector<DayKept> daysOf()
    {
        std::optional<Result<std::vector<DayKept>>> answer;
        m_store->pastDays().days({}, {}, DayReader::kDaysMax, [&](const auto &found) { answer = found; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }) || !*answer)
            return {};
        return **answer;
    }

    std::shared_ptr<const DayEntries> entriesOf(const std::string &day, std::int64_t afterSeq = 0)
    {
        std::optional<Result<std::shared_ptr<const DayEntries>>> answer;
        m_store->pastDays().entries(day, afterSeq, [&](const auto &found) { answer = found; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }) || !*answer)
            return nullptr;
        return **answer;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<StoredBranch> m_branch;
    std::unique_ptr<Store> m_store;
    std::vector<Commit> m_commits;
    std::vector<JournalEntry> m_entries; ///< of all commits
};

QTEST_GUILESS_MAIN(TestDayPast)
#include "tst_daypast.moc"
