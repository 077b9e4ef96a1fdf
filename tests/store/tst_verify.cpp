// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"

#include "storedbranch.h"
#include "storefiles.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tiepdon;

/// A database with one day closed and one open is altered from outside; verify must say what and where.
class TestVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        StoredBranch branch;
        auto commits = branch.setUpAndWork(12, 2);
        commits.push_back(branch.run(command::CloseDay{true}));
        commits.push_back(branch.run(command::OpenDay{"2026-03-03"}));
        commits.push_back(branch.run(command::SignOn{CounterId{1}, StaffId{1}, {}}));
        for (Commit &commit : branch.work(8, 3))
            commits.push_back(std::move(commit));
        // one person was told a range
        for (Commit &commit : commits) {
            if (!commit.touched.empty() && commit.touched.front().ticket
                && commit.touched.front().ticket->id == TicketId{5}
                && std::holds_alternative<event::TicketIssued>(commit.entries.front().event))
                commit.quotes.push_back({TicketId{5}, 1, commit.entries.front().atMs, {500, 1000, 2000}});
        }
        m_events = branch.seq;
        for (std::int64_t n = 1; n <= kAuditEntries; ++n)
            commits.at(static_cast<std::size_t>(2 * n)).audit = {sampleAudit(n)};
        makeDatabase(m_source.path(), std::move(commits));
    }

    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(QFile::copy(m_source.filePath(QStringLiteral("branch.sqlite")),
                            m_directory->filePath(QStringLiteral("branch.sqlite"))));
    }

    void aSoundDatabaseHasNoProblems()
    {
        const auto report = verifyDatabase(m_directory->path());
        QVERIFY(report);
        for (const std::string &problem : report->problems)
            qInfo("%s", problem.c_str());
        QVERIFY(report->problems.empty());
        QCOMPARE(report->events, m_events);
        QCOMPARE(report->days, 2);
        QCOMPARE(report->tickets, 20);
        QCOMPARE(report->invariantChecks, m_events);
        QCOMPARE(report->auditEntries, kAuditEntries);
    }

    void ticketsThatCameBackAreSound()
    {
        StoredBranch branch;
        auto commits = branch.setUpAndWork(0, 0);
        const auto ticket = [&] { return branch.state.lastTicket(); };
        for (int i = 0; i < 3; ++i)
            commits.push_back(branch.run(command::IssueTicket{ServiceId{1}}));
        commits.push_back(branch.run(command::RaiseTicket{ticket(), HandReason::NeedsHelp}));
        commits.push_back(branch.run(command::CancelTicket{ticket(), HandReason::Left}));
        commits.push_back(branch.run(command::RestoreTicket{ticket(), HandReason::CameBack}));
        commits.push_back(branch.run(command::CancelTicket{TicketId{1}, HandReason::Duplicate}));
        for (int miss = 0; miss < 2; ++miss) {
            commits.push_back(branch.run(command::CallTicket{CounterId{1}, ticket()}));
            commits.push_back(branch.run(command::MarkNoShow{CounterId{1}, ticket()}));
        }
        commits.push_back(branch.run(command::RestoreTicket{ticket(), HandReason::CameBack}));
        commits.push_back(branch.run(command::RaiseTicket{TicketId{2}, HandReason::Other}));
        QTemporaryDir directory;
        makeDatabase(directory.path(), std::move(commits));
        const auto report = verifyDatabase(directory.path());
        QVERIFY(report);
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().c_str());
        QCOMPARE(report->tickets, 3);
        // what is true of a ticket now is looked at, not what was when it first ended
        rawSql(directory.path(), {QStringLiteral("UPDATE visit SET ended_ms = 1 WHERE visit_id = 3")});
        QCOMPARE(verifyDatabase(directory.path())->problems.size(), std::size_t(1));
        rawSql(directory.path(),
               {QStringLiteral("UPDATE visit SET ended_ms = NULL WHERE visit_id = 3"),
                QStringLiteral("UPDATE ticket SET raised_from_ms = NULL WHERE ticket_id = 2")});
        QCOMPARE(verifyDatabase(directory.path())->problems.size(), std::size_t(1));
        rawSql(directory.path(), {QStringLiteral("UPDATE visit_step SET outcome = 'ended' WHERE visit_id = 1")});
        QCOMPARE(verifyDatabase(directory.path())->problems.size(), std::size_t(2));
    }

    /// Version 2 knew nothing of what is counted of a day since; its reopenings do not say it.
    void aDayThatVersionTwoReopenedIsSound()
    {
        for (const bool isOfVersionTwo : {true, false}) {
            StoredBranch branch;
            auto commits = branch.setUpAndWork(6, 0);
            commits.push_back(branch.run(command::CloseDay{}));
            const BranchState closed = branch.state;
            Commit reopened = branch.run(command::OpenDay{branch.state.businessDay()});
            auto &opened = std::get<event::DayOpened>(reopened.entries.front().event);
            opened.state.staffDays.clear();
            if (isOfVersionTwo) {
                opened.state.serviceDays.clear();
                for (RecentWaits &recent : opened.state.recentWaits)
                    recent = {recent.service, recent.waitsMs};
            }
            branch.state = closed;
            reopened.touched = {apply(branch.state, reopened.entries.front().event, branch.now)};
            commits.push_back(std::move(reopened));
            commits.push_back(branch.run(command::IssueTicket{ServiceId{1}}));
            QTemporaryDir directory;
            makeDatabase(directory.path(), std::move(commits));
            const auto report = verifyDatabase(directory.path());
            QVERIFY(report);
            // without the service's figures it is of version 2; with them, what it lacks was taken out
            QCOMPARE(report->problems.size(), isOfVersionTwo ? std::size_t(0) : std::size_t(1));
        }
    }

    void aRunningHubsDatabaseIsVerified()
    {
        auto store = Store::open(m_directory->path());
        QVERIFY(store);
        const auto report = verifyDatabase(m_directory->path());
        QVERIFY(report);
        QVERIFY(report->problems.empty());
        QCOMPARE(report->events, m_events);
    }

    void noDatabaseIsSaid()
    {
        QTemporaryDir empty;
        QCOMPARE(verifyDatabase(empty.path()).error().code, ErrorCode::NotInitialised);
    }

    void anAlterationIsFound_data()
    {
        QTest::addColumn<QStringList>("sql");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const QStringList &sql, const QString &sentence) {
            QTest::newRow(name) << sql << sentence;
        };
        const auto chain = QStringLiteral("journal entry 30 breaks the hash chain");
        const auto set = [](const QString &what) {
            return QStringList{QStringLiteral("UPDATE journal SET %1 WHERE seq = 30").arg(what)};
        };
        row("the time of an entry", set(QStringLiteral("at_ms = at_ms + 1")), chain);
        row("the actor of an entry", set(QStringLiteral("actor = 2")), chain);
        row("the device of an entry", set(QStringLiteral("device = '4'")), chain);
        row("the operation of an entry", set(QStringLiteral("operation = 'test-client-1:999'")), chain);
        row("the name of an entry", set(QStringLiteral("name = 'DayClosed'")), chain);
        row("the body of an entry", set(QStringLiteral("body = replace(body, '}', ' }')")), chain);
        row("the hash of an entry", set(QStringLiteral("hash = replace(hash, substr(hash, 1, 1), 'x')")), chain);
        row("a letter moved from one column to the next",
            set(QStringLiteral("device = device || substr(operation, 1, 1), operation = substr(operation, 2)")),
            chain);
        row("the number of an entry", set(QStringLiteral("seq = seq + 100000")),
            QStringLiteral("journal entry 31 follows 29"));
        row("the branch of an entry", set(QStringLiteral("branch = 8")),
            QStringLiteral("journal entry 31 follows 29"));
        row("the type of a column", set(QStringLiteral("actor = 1.5")),
            QStringLiteral("journal entry 30 has a column of another type"));
        row("an entry that is no event", set(QStringLiteral("body = '{'")),
            QStringLiteral("journal entry 30 cannot be read"));
        row("an entry removed", {QStringLiteral("DELETE FROM journal WHERE seq = 30")},
            QStringLiteral("journal entry 31 follows 29"));
        row("an entry removed and the numbers closed up",
            {QStringLiteral("DELETE FROM journal WHERE seq = 30"),
             QStringLiteral("UPDATE journal SET seq = -seq WHERE seq > 30"),
             QStringLiteral("UPDATE journal SET seq = -seq - 1 WHERE seq < 0")},
            chain);
        row("the first entry removed", {QStringLiteral("DELETE FROM journal WHERE seq = 1")},
            QStringLiteral("journal entry 2 follows 0"));
        row("two entries swapped",
            {QStringLiteral("UPDATE journal SET seq = -1 WHERE seq = 30"),
             QStringLiteral("UPDATE journal SET seq = 30 WHERE seq = 31"),
             QStringLiteral("UPDATE journal SET seq = 31 WHERE seq = -1")},
            chain);
        row("the tail cut off",
            {QStringLiteral("DELETE FROM journal WHERE seq > (SELECT MAX(seq) - 2 FROM journal)")},
            QStringLiteral("the branch notes its end at"));
        row("the tail cut off and the note of it too",
            {QStringLiteral("DELETE FROM journal WHERE seq > (SELECT MAX(seq) - 2 FROM journal)"),
             QStringLiteral("UPDATE branch SET last_seq = (SELECT MAX(seq) FROM journal), "
                            "last_hash = (SELECT hash FROM journal ORDER BY seq DESC LIMIT 1)")},
            QStringLiteral("has a row in ticket and was never issued"));
        row("the state of a ticket", {QStringLiteral("UPDATE ticket SET state = 'noShow' WHERE ticket_id = 5")},
            QStringLiteral("(id 5): its row in ticket has state \"noShow\", the replay gives \"done\""));
        row("the end of a ticket", {QStringLiteral("UPDATE ticket SET ended_ms = NULL WHERE ticket_id = 5")},
            QStringLiteral("its row in ticket has ended_ms nothing"));
        row("the day of a ticket",
            {QStringLiteral("UPDATE ticket SET business_day = '2026-03-01' WHERE ticket_id = 5")},
            QStringLiteral("its row in ticket has business_day"));
        row("a ticket removed", {QStringLiteral("DELETE FROM ticket WHERE ticket_id = 5")},
            QStringLiteral("(id 5): its row in ticket is missing"));
        row("an open ticket removed", {QStringLiteral("DELETE FROM ticket WHERE ticket_id = 20")},
            QStringLiteral("(id 20): its row in ticket is missing"));
        row("a ticket added",
            {QStringLiteral(
                "INSERT INTO ticket SELECT branch, 900, business_day, series, 900, number, issued_ms, "
                "state, ended_ms, place_ms, place_sub, step_no, raised_from_ms, raised_from_sub, "
                "segment_id, priority_reason_id, booked_ms, language, for_counter_id, for_staff_id, "
                "held_until_ms, parked_until_ms, carried_from, customer_id FROM ticket WHERE ticket_id = 5")},
            QStringLiteral("ticket 900 has a row in ticket and was never issued"));
        row("the arrival of a visit", {QStringLiteral("UPDATE visit SET arrived_ms = 5 WHERE visit_id = 5")},
            QStringLiteral("its row in visit has arrived_ms \"5\""));
        row("a visit removed", {QStringLiteral("DELETE FROM visit WHERE visit_id = 5")},
            QStringLiteral("its row in visit is missing"));
        row("the call of a step",
            {QStringLiteral("UPDATE visit_step SET called_ms = called_ms - 1 WHERE visit_id = 4 AND step_no = 1")},
            QStringLiteral("its row in visit_step has called_ms"));
        row("a step removed", {QStringLiteral("DELETE FROM visit_step WHERE visit_id = 5")},
            QStringLiteral("its row in visit_step is missing"));
        row("a step added",
            {QStringLiteral(
                "INSERT INTO visit_step SELECT branch, visit_id, 9, service_id, waiting_from_ms, called_ms, "
                "started_ms, finished_ms, counter_id, staff_id, recalls, misses, outcome, NULL, NULL, 0, 0, NULL, "
                "0 "
                "FROM visit_step "
                "WHERE visit_id = 5")},
            QStringLiteral("visit_step has 23 rows, the replay gives 22"));
        row("the segment of a ticket", {QStringLiteral("UPDATE ticket SET segment_id = 3 WHERE ticket_id = 5")},
            QStringLiteral("its row in ticket has segment_id \"3\", the replay gives \"0\""));
        row("a ticket said to be carried over",
            {QStringLiteral("UPDATE ticket SET carried_from = '2026-03-01' WHERE ticket_id = 5")},
            QStringLiteral("its row in ticket has carried_from"));
        row("how a step came out", {QStringLiteral("UPDATE visit_step SET result_id = 3 WHERE visit_id = 5")},
            QStringLiteral("its row in visit_step has result_id"));
        row("the end of an interval",
            {QStringLiteral(
                "UPDATE visit_interval SET to_ms = to_ms + 1 WHERE visit_id = 5 AND state = 'serving'")},
            QStringLiteral("its row in visit_interval has to_ms"));
        row("what an interval was spent with",
            {QStringLiteral("UPDATE visit_interval SET state = 'parked' WHERE visit_id = 5 AND state = 'serving'")},
            QStringLiteral("its row in visit_interval has state \"parked\", the replay gives \"serving\""));
        row("an interval removed",
            {QStringLiteral("DELETE FROM visit_interval WHERE visit_id = 5 AND state = 'waiting'")},
            QStringLiteral("its row in visit_interval is missing"));
        row("an interval added",
            {QStringLiteral(
                "INSERT INTO visit_interval SELECT branch, visit_id, 1, step_no, state, from_ms, to_ms, "
                "counter_id, staff_id FROM visit_interval WHERE visit_id = 5 AND state = 'waiting'")},
            QStringLiteral("rows, the replay gives"));
        row("the note of where intervals begin",
            {QStringLiteral("UPDATE branch SET intervals_from_seq = intervals_from_seq + 30")},
            QStringLiteral("visit_interval has"));
        row("a range quoted to nobody", {QStringLiteral("INSERT INTO quote VALUES (7, 900, 1, 5, 1, 2, 3, NULL)")},
            QStringLiteral("1 rows of quote are about steps that are not there"));
        row("what a quote came to", {QStringLiteral("UPDATE quote SET waited_ms = waited_ms + 1")},
            QStringLiteral("1 rows of quote say a wait that nobody waited"));
        row("what a quote came to, forgotten", {QStringLiteral("UPDATE quote SET waited_ms = NULL")},
            QStringLiteral("1 rows of quote do not say what they came to"));
        row("a forecast from entries that are not there",
            {QStringLiteral("INSERT INTO forecast VALUES (7, 100000, '{}')")},
            QStringLiteral("1 forecasts have learned from entries that are not there"));
        row("an opening removed",
            {QStringLiteral(
                "DELETE FROM business_day WHERE opened_seq = (SELECT MAX(opened_seq) FROM business_day)")},
            QStringLiteral("business_day has other openings"));
        row("a claimed start",
            {QStringLiteral("UPDATE visit_step SET claimed_started_ms = 5 WHERE visit_id = 4 AND step_no = 1")},
            QStringLiteral("its row in visit_step has claimed_started_ms \"5\", the replay gives nothing"));
        row("a claimed end",
            {QStringLiteral("UPDATE visit_step SET claimed_finished_ms = 5 WHERE visit_id = 4 AND step_no = 1")},
            QStringLiteral("its row in visit_step has claimed_finished_ms \"5\", the replay gives nothing"));

        const auto auditChain = QStringLiteral("audit entry 4 breaks the hash chain");
        const auto setAudit = [](const QString &what) {
            return QStringList{QStringLiteral("UPDATE audit SET %1 WHERE seq = 4").arg(what)};
        };
        row("the time of an audit entry", setAudit(QStringLiteral("at_ms = at_ms + 1")), auditChain);
        row("the actor of an audit entry", setAudit(QStringLiteral("actor = actor + 1")), auditChain);
        row("the device of an audit entry", setAudit(QStringLiteral("device_id = device_id + 1")), auditChain);
        row("the action of an audit entry", setAudit(QStringLiteral("action = 'signedOut'")), auditChain);
        row("the subject of an audit entry", setAudit(QStringLiteral("subject = 'staff 40'")), auditChain);
        row("the outcome of an audit entry", setAudit(QStringLiteral("outcome = 'done'")), auditChain);
        row("the detail of an audit entry", setAudit(QStringLiteral("detail = ''")), auditChain);
        row("the hash of an audit entry", setAudit(QStringLiteral("hash = replace(hash, substr(hash, 1, 1), 'x')")),
            auditChain);
        row("a letter of an audit entry moved from one column to the next",
            setAudit(QStringLiteral("action = action || substr(subject, 1, 1), subject = substr(subject, 2)")),
            auditChain);
        row("the number of an audit entry", setAudit(QStringLiteral("seq = 100")),
            QStringLiteral("audit entry 5 follows 3"));
        row("the branch of an audit entry", setAudit(QStringLiteral("branch = 8")),
            QStringLiteral("audit entry 5 follows 3"));
        row("the type of an audit entry's number", setAudit(QStringLiteral("actor = 1.5")),
            QStringLiteral("audit entry 4 has a column of another type"));
        row("the type of an audit entry's text, and nothing else",
            setAudit(QStringLiteral("detail = CAST(detail AS BLOB)")),
            QStringLiteral("audit entry 4 has a column of another type"));
        row("an audit entry removed", {QStringLiteral("DELETE FROM audit WHERE seq = 4")},
            QStringLiteral("audit entry 5 follows 3"));
        row("an audit entry removed and the numbers closed up",
            {QStringLiteral("DELETE FROM audit WHERE seq = 4"),
             QStringLiteral("UPDATE audit SET seq = -seq WHERE seq > 4"),
             QStringLiteral("UPDATE audit SET seq = -seq - 1 WHERE seq < 0")},
            auditChain);
        row("the first audit entry removed", {QStringLiteral("DELETE FROM audit WHERE seq = 1")},
            QStringLiteral("audit entry 2 follows 0"));
        row("two audit entries swapped",
            {QStringLiteral("UPDATE audit SET seq = -1 WHERE seq = 4"),
             QStringLiteral("UPDATE audit SET seq = 4 WHERE seq = 5"),
             QStringLiteral("UPDATE audit SET seq = 5 WHERE seq = -1")},
            auditChain);
        row("the last audit entry removed", {QStringLiteral("DELETE FROM audit WHERE seq = %1").arg(kAuditEntries)},
            QStringLiteral("the audit ends at %1, the branch notes its end at %2")
                .arg(kAuditEntries - 1)
                .arg(kAuditEntries));
        row("the whole audit removed", {QStringLiteral("DELETE FROM audit")},
            QStringLiteral("the audit ends at 0, the branch notes its end at %1").arg(kAuditEntries));
        row("the note of the audit's end", {QStringLiteral("UPDATE branch SET audit_seq = audit_seq + 1")},
            QStringLiteral("the audit ends at %1, the branch notes its end at %2")
                .arg(kAuditEntries)
                .arg(kAuditEntries + 1));
        row("the note of the audit's end set back to none", {QStringLiteral("UPDATE branch SET audit_seq = 0")},
            QStringLiteral("the audit ends at %1, the branch notes its end at 0").arg(kAuditEntries));
        row("the note of the audit's last hash", {QStringLiteral("UPDATE branch SET audit_hash = last_hash")},
            QStringLiteral("the audit ends at %1, the branch notes").arg(kAuditEntries));
        row("an audit entry added",
            {QStringLiteral(
                 "INSERT INTO audit SELECT branch, seq + 1, at_ms, actor, device_id, action, subject, outcome, "
                 "detail, hash FROM audit WHERE seq = %1")
                 .arg(kAuditEntries)},
            QStringLiteral("audit entry %1 breaks the hash chain").arg(kAuditEntries + 1));
    }
    void anAlterationIsFound()
    {
        QFETCH(QStringList, sql);
        QFETCH(QString, sentence);
        rawSql(m_directory->path(), sql);
        const auto report = verifyDatabase(m_directory->path());
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QStringList problems;
        for (const std::string &problem : report->problems)
            problems.push_back(QString::fromStdString(problem));
        QVERIFY2(!problems.filter(sentence).isEmpty(), qPrintable(problems.join(u'\n')));
    }

    void aForgedEntryThatIsChainedAnewIsAnotherState()
    {
        // Whoever knows the chain can write it anew; then what the rules say still tells.
        rawSql(m_directory->path(),
               {QStringLiteral("UPDATE journal SET body = replace(body, '\"issued\":0', "
                               "'\"issued\":3') WHERE name = 'DayOpened'")});
        rechain(m_directory->path());
        const auto report = verifyDatabase(m_directory->path());
        QVERIFY(report);
        QStringList problems;
        for (const std::string &problem : report->problems)
            problems.push_back(QString::fromStdString(problem));
        QVERIFY2(problems.filter(QStringLiteral("chain")).isEmpty(), qPrintable(problems.join(u'\n')));
        QVERIFY2(!problems.filter(QStringLiteral("opens the day with other totals")).isEmpty(),
                 qPrintable(problems.join(u'\n')));
    }

    void aForgedEntryThatBreaksTheRulesIsFound()
    {
        // Another printed number, chained anew: two open tickets show the same one, and the rows differ.
        rawSql(
            m_directory->path(),
            {QStringLiteral("UPDATE journal SET body = replace(body, '\"B004\"', '\"A004\"') "
                            "WHERE name = 'TicketIssued' AND seq > (SELECT MAX(opened_seq) FROM business_day)")});
        rechain(m_directory->path());
        const auto report = verifyDatabase(m_directory->path());
        QVERIFY(report);
        QStringList problems;
        for (const std::string &problem : report->problems)
            problems.push_back(QString::fromStdString(problem));
        QVERIFY2(!problems.filter(QStringLiteral("shows the number of ticket")).isEmpty(),
                 qPrintable(problems.join(u'\n')));
        QVERIFY(!problems.filter(QStringLiteral("its row in ticket has number")).isEmpty());
    }

    void anAuditThatIsChainedAnewPasses()
    {
        // What a chain without a key cannot say. A checkpoint line kept elsewhere does.
        rawSql(m_directory->path(), {QStringLiteral("UPDATE audit SET outcome = 'done'")});
        QVERIFY(!verifyDatabase(m_directory->path())->problems.empty());
        rechain(m_directory->path());
        QVERIFY(verifyDatabase(m_directory->path())->problems.empty());
    }

    void timesThatGoBackAreFound()
    {
        rawSql(m_directory->path(), {QStringLiteral("UPDATE journal SET at_ms = at_ms - 60000 WHERE seq = 30")});
        rechain(m_directory->path());
        const auto report = verifyDatabase(m_directory->path());
        QVERIFY(report);
        QVERIFY(!report->problems.empty());
        QCOMPARE(report->problems.front(), std::string("journal entry 30 is earlier than the one before"));
    }

    void problemsAreBounded()
    {
        rawSql(m_directory->path(), {QStringLiteral("UPDATE journal SET device = 'another'")});
        const auto report = verifyDatabase(m_directory->path());
        QVERIFY(report);
        QVERIFY(m_events > 100);
        QCOMPARE(report->problems.size(), std::size_t(100));
    }

    void aDamagedPageIsFound()
    {
        QFile file(m_directory->filePath(QStringLiteral("branch.sqlite")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 pages = file.size() / 4096;
        QVERIFY(pages > 4);
        // Past the schema's page: whatever table the page is of, it must not pass.
        for (qint64 page = 1; page < pages; ++page) {
            QVERIFY(file.seek(page * 4096));
            const QByteArray sound = file.read(4096);
            QVERIFY(file.seek(page * 4096));
            QCOMPARE(file.write(QByteArray(4096, '\x5a')), 4096);
            QVERIFY(file.flush());
            const auto report = verifyDatabase(m_directory->path());
            if (report)
                QVERIFY2(!report->problems.empty(), qPrintable(QStringLiteral("page %1").arg(page)));
            else
                QCOMPARE(report.error().code, ErrorCode::DatabaseDamaged);
            QVERIFY(file.seek(page * 4096));
            QCOMPARE(file.write(sound), 4096);
            QVERIFY(file.flush());
        }
        QVERIFY(verifyDatabase(m_directory->path())->problems.empty());
    }

private:
    static constexpr std::int64_t kAuditEntries = 7;

    QTemporaryDir m_source;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::int64_t m_events = 0;
};

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
