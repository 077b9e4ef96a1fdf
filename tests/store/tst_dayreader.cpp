// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dayreader.h"

#include "core/store/journal.h"

#include "storedbranch.h"
#include "storefiles.h"
#include "versionone.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtTest>

using namespace tiepdon;

namespace {

/// An entry as one line, all of it.
std::string lineOf(const JournalEntry &entry)
{
    const JournalRow row = rowOf(entry);
    return std::to_string(row.seq) + " " + std::to_string(row.atMs) + " " + std::to_string(row.actor) + " "
        + row.device.toStdString() + " " + row.operation.toStdString() + " " + row.name.toStdString() + " "
        + row.body.toStdString();
}

} // namespace

/// Past days as the journal has them.
class TestDayReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store.reset(); // it holds the directory
        m_directory = std::make_unique<QTemporaryDir>();
        m_branch = std::make_unique<StoredBranch>();
    }

    void daysAreKeptWithTheirOpeningsAndTickets()
    {
        makeTwoDays();
        const auto days = daysOf({}, {}, 10);
        QVERIFY(days);
        QCOMPARE(days->size(), std::size_t(2));
        const DayKept &open = days->at(0);
        QCOMPARE(open.businessDay, std::string("2026-03-03"));
        QCOMPARE(open.tickets, std::int64_t(2));
        QCOMPARE(open.openings.size(), std::size_t(1));
        QVERIFY(!open.openings.front().closedMs);
        QCOMPARE(open.openings.front().lastSeq, m_branch->seq);

        const DayKept &closed = days->at(1);
        QCOMPARE(closed.businessDay, std::string("2026-03-02"));
        QCOMPARE(closed.tickets, std::int64_t(9));
        QCOMPARE(closed.openings.size(), std::size_t(2));
        for (const DayOpening &opening : closed.openings)
            QVERIFY(opening.closedMs && *opening.closedMs > opening.openedMs);
        QCOMPARE(*closed.openings.front().closedMs, m_closedMs);
        QCOMPARE(closed.openings.front().lastSeq, m_closedSeq);
        QVERIFY(closed.openings.back().firstSeq > closed.openings.front().lastSeq);
    }

    void theDaysAskedForAreThoseAnswered_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QString>("found");
        QTest::newRow("all there are") << ""
                                       << "" << 10 << "2026-03-03 2026-03-02";
        QTest::newRow("the newest alone") << ""
                                          << "" << 1 << "2026-03-03";
        QTest::newRow("from a day on") << "2026-03-03"
                                       << "" << 10 << "2026-03-03";
        QTest::newRow("up to a day") << ""
                                     << "2026-03-02" << 10 << "2026-03-02";
        QTest::newRow("between the days there are") << "2026-03-01"
                                                    << "2026-03-01" << 10 << "";
    }

    void theDaysAskedForAreThoseAnswered()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, limit);
        QFETCH(QString, found);
        makeTwoDays();
        const auto days = daysOf(from.toStdString(), to.toStdString(), limit);
        QVERIFY(days);
        QStringList names;
        for (const DayKept &day : *days)
            names.push_back(QString::fromStdString(day.businessDay));
        QCOMPARE(names.join(u' '), found);
    }

    void aDaysEntriesAreThoseOfItsOpenings()
    {
        makeTwoDays();
        const auto found = entriesOf("2026-03-02");
        QVERIFY(found);
        std::vector<std::string> expected;
        for (const Commit &commit : m_commits) {
            for (const JournalEntry &entry : commit.entries) {
                for (const DayOpening &opening : (*found)->day.openings) {
                    if (entry.seq >= opening.firstSeq && entry.seq <= opening.lastSeq)
                        expected.push_back(lineOf(entry));
                }
            }
        }
        std::vector<std::string> lines;
        for (const JournalEntry &entry : (*found)->entries)
            lines.push_back(lineOf(entry));
        QCOMPARE(lines, expected);
        QVERIFY(std::holds_alternative<event::DayOpened>((*found)->entries.front().event));
        QVERIFY(std::holds_alternative<event::DayClosed>((*found)->entries.back().event));
        // nothing of what changed while the branch was closed
        const auto isDefinition
            = [](const JournalEntry &entry) { return std::holds_alternative<event::ServiceDefined>(entry.event); };
        QVERIFY(std::none_of((*found)->entries.begin(), (*found)->entries.end(), isDefinition));
    }

    void theOpenDayGoesOnWhereItWasRead()
    {
        makeTwoDays();
        const auto before = entriesOf("2026-03-03");
        QVERIFY(before);
        const std::int64_t read = (*before)->entries.back().seq;
        QCOMPARE(read, m_branch->seq);
        QVERIFY(writeAll(*m_store, {m_branch->run(command::IssueTicket{ServiceId{1}})}));
        const auto behind = entriesOf("2026-03-03", read);
        QVERIFY(behind);
        QCOMPARE((*behind)->entries.size(), std::size_t(m_branch->seq - read));
        QCOMPARE((*behind)->entries.front().seq, read + 1);
        QCOMPARE((*behind)->day.tickets, std::int64_t(3));
        QCOMPARE((*behind)->day.openings.back().lastSeq, m_branch->seq);
        const auto none = entriesOf("2026-03-03", m_branch->seq);
        QVERIFY(none);
        QVERIFY((*none)->entries.empty());
    }

    void aDayThatNeverWasIsRefused()
    {
        makeTwoDays();
        const auto found = entriesOf("2026-03-04");
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::UnknownDay);
    }

    void anEntryThatCannotBeReadIsSaid()
    {
        makeTwoDays();
        rawSql(m_directory->path(),
               {QStringLiteral("UPDATE journal SET body = '{\"ticket\":' WHERE seq = %1").arg(m_closedSeq - 3)});
        const auto found = entriesOf("2026-03-02");
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::DatabaseDamaged);
        QVERIFY(entriesOf("2026-03-03"));
    }

    void aDayOfTheFirstVersionIsRead()
    {
        makeVersionOne(m_directory->path());
        open();
        const auto days = daysOf({}, {}, 10);
        QVERIFY(days);
        QCOMPARE(days->size(), std::size_t(1));
        QCOMPARE(days->front().tickets, std::int64_t(2));
        QCOMPARE(days->front().openings.front().firstSeq, std::int64_t(9));
        QCOMPARE(days->front().openings.front().lastSeq, std::int64_t(16));
        const auto found = entriesOf("2026-03-02");
        QVERIFY(found);
        QCOMPARE((*found)->entries.size(), std::size_t(8));
    }

private:
    void open()
    {
        auto opened = Store::open(m_directory->path());
        QVERIFY(opened);
        m_store = std::move(*opened);
        QVERIFY(m_store->recover());
    }

    void add(const Command &command) { m_commits.push_back(m_branch->run(command)); }

    /// A day that closes and is opened again, changes while the branch is closed, and a day that is open.
    void makeTwoDays()
    {
        m_commits = m_branch->setUpAndWork(8, 3);
        add(command::CloseDay{true});
        m_closedMs = m_branch->now;
        m_closedSeq = m_branch->seq;
        add(command::OpenDay{"2026-03-02"});
        add(command::IssueTicket{ServiceId{1}});
        add(command::CloseDay{true});
        Service service = m_branch->state.services().at({1});
        service.expectedMs += kMinuteMs;
        add(command::DefineService{service});
        add(command::OpenDay{"2026-03-03"});
        add(command::IssueTicket{ServiceId{1}});
        add(command::IssueTicket{ServiceId{2}});
        makeDatabase(m_directory->path(), m_commits);
        open();
    }

    Result<std::vector<DayKept>> daysOf(const std::string &from, const std::string &to, std::int64_t limit)
    {
        std::optional<Result<std::vector<DayKept>>> answer;
        m_store->pastDays().days(from, to, limit, [&](const auto &found) { answer = found; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }))
            return Error{ErrorCode::Timeout, "no answer", {}};
        return *answer;
    }

    Result<std::shared_ptr<const DayEntries>> entriesOf(const std::string &day, std::int64_t afterSeq = 0)
    {
        std::optional<Result<std::shared_ptr<const DayEntries>>> answer;
        m_store->pastDays().entries(day, afterSeq, [&](const auto &found) { answer = found; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }))
            return Error{ErrorCode::Timeout, "no answer", {}};
        return *answer;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<StoredBranch> m_branch;
    std::unique_ptr<Store> m_store;
    std::vector<Commit> m_commits;
    TimeMs m_closedMs = 0;
    std::int64_t m_closedSeq = 0;
};

QTEST_GUILESS_MAIN(TestDayReader)
#include "tst_dayreader.moc"
