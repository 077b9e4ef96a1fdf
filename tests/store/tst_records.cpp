// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/store/chain.h"
#include "core/store/verify.h"
#include "storedbranch.h"
#include "storefiles.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tiepdon;

namespace {

TimeMs systemMs() { return QDateTime::currentMSecsSinceEpoch(); }

template <class Record>
std::vector<Record> only(const std::vector<AccessChange> &records)
{
    std::vector<Record> result;
    for (const AccessChange &each : records) {
        if (const auto *record = std::get_if<Record>(&each))
            result.push_back(*record);
    }
    return result;
}

std::vector<std::int64_t> seqsOf(const std::vector<AuditEntry> &entries)
{
    std::vector<std::int64_t> seqs;
    for (const AuditEntry &entry : entries)
        seqs.push_back(entry.seq);
    return seqs;
}

using Seqs = std::vector<std::int64_t>;

Account administrator()
{
    return {kFirstWithoutCounter, "admin", "", {Role::Administrator}, "$argon2id$first", true, false, 5};
}

} // namespace

/// Records of devices and people, and the audit: what is written is there, whole, or not at all.
class TestAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->path();
    }

    void recordsOfEachKindSurviveARestart()
    {
        const TimeMs now = systemMs();
        makeDatabase(m_path,
                     {accessCommit({sampleDevice(1), sampleDevice(2), sampleAccount(1), sampleAccount(2),
                                    sampleAccount(3), sampleSession(1, now), sampleSession(2, now),
                                    sampleEnrolment(1, now), sampleEnrolment(2, now)},
                                   {})});
        const auto recovered = recover();
        QVERIFY(only<Device>(recovered) == (std::vector{sampleDevice(1), sampleDevice(2)}));
        QVERIFY(only<Account>(recovered) == (std::vector{sampleAccount(1), sampleAccount(2), sampleAccount(3)}));
        QVERIFY(only<Session>(recovered) == (std::vector{sampleSession(1, now), sampleSession(2, now)}));
        QVERIFY(only<Enrolment>(recovered) == (std::vector{sampleEnrolment(1, now), sampleEnrolment(2, now)}));
        QCOMPARE(recovered.size(), std::size_t(9));
        const auto firstOf = [&](auto record) {
            return std::find_if(recovered.begin(), recovered.end(), [](const AccessChange &each) {
                return std::holds_alternative<decltype(record)>(each);
            });
        };
        QVERIFY2(firstOf(Session()) > firstOf(Device()) && firstOf(Session()) > firstOf(Account()),
                 "a session comes behind the person and the device it is of");
    }

    void aLaterRecordReplacesEveryFieldOfTheEarlier()
    {
        const TimeMs now = systemMs();
        Device device = sampleDevice(2);
        device.id = {1};
        Account account = sampleAccount(2);
        account.staff = {1};
        account.isDisabled = true;
        Session session = sampleSession(2, now);
        session.tokenHash = sampleSession(1, now).tokenHash;
        session.staff = {1};
        session.device = {1};
        Enrolment enrolment = sampleEnrolment(2, now);
        enrolment.secretHash = sampleEnrolment(1, now).secretHash;
        makeDatabase(
            m_path,
            {accessCommit({sampleDevice(1), sampleAccount(1), sampleSession(1, now), sampleEnrolment(1, now)}, {}),
             accessCommit({device, account, session, enrolment}, {})});
        QVERIFY(recover() == (std::vector<AccessChange>{device, account, session, enrolment}));
    }

    void whatIsOverIsNotRecovered()
    {
        const TimeMs now = systemMs();
        Session ended = sampleSession(1, now);
        ended.endedMs = now;
        Session expired = sampleSession(2, now);
        expired.expiresMs = now - 1;
        Enrolment old = sampleEnrolment(1, now);
        old.expiresMs = now - 1;
        makeDatabase(
            m_path,
            {accessCommit({sampleDevice(1), sampleDevice(2), sampleDevice(3), sampleAccount(1), sampleAccount(2),
                           sampleAccount(3), ended, expired, sampleSession(3, now), old, sampleEnrolment(2, now)},
                          {})});
        const auto recovered = recover();
        QVERIFY(only<Session>(recovered) == std::vector{sampleSession(3, now)});
        QVERIFY2(only<Enrolment>(recovered) == std::vector{sampleEnrolment(2, now)},
                 "a used code is still told from an unknown one until it expires");
        QCOMPARE(only<Device>(recovered).size(), std::size_t(3));
    }

    void aRecordThatCannotBeReadIsDamage_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("a device of no kind") << QStringLiteral("UPDATE device SET kind = 'toaster'");
        QTest::newRow("a role that is none") << QStringLiteral("UPDATE account SET roles = 'teller,king'");
        QTest::newRow("an enrolment of no kind") << QStringLiteral("UPDATE enrolment SET kind = ''");
    }
    void aRecordThatCannotBeReadIsDamage()
    {
        QFETCH(QString, sql);
        makeDatabase(m_path,
                     {accessCommit({sampleDevice(1), sampleAccount(1), sampleEnrolment(1, systemMs())}, {})});
        rawSql(m_path, {sql});
        const auto store = Store::open(m_path);
        QVERIFY(store);
        QCOMPARE((*store)->recover().error().code, ErrorCode::DatabaseDamaged);
    }

    void auditEntriesAreNumberedAndChainedAcrossRestarts()
    {
        makeDatabase(m_path,
                     {accessCommit({}, {sampleAudit(1), sampleAudit(2)}), accessCommit({}, {}),
                      accessCommit({}, {sampleAudit(3)})});
        std::vector<AuditEntry> expected;
        for (std::int64_t n = 1; n <= 6; ++n) {
            expected.insert(expected.begin(), sampleAudit(n));
            expected.front().seq = n;
        }
        for (const std::int64_t n : {4, 5, 6}) {
            auto store = Store::open(m_path);
            QVERIFY(store);
            QVERIFY((*store)->recover());
            QVERIFY(writeAll(**store, {accessCommit({}, {sampleAudit(n)})}));
        }
        auto store = Store::open(m_path);
        QVERIFY(store);
        QVERIFY(*auditOf(**store) == expected);

        HashChain chain(StoredBranch::kBranch, HashChain::Of::Audit);
        ChainEnds ends{StoredBranch::kBranch, 0, HashChain(StoredBranch::kBranch).hash().toStdString(), 6, {}};
        for (auto entry = expected.rbegin(); entry != expected.rend(); ++entry) {
            ends.auditHash = chain.extend(*entry).toStdString();
            QCOMPARE(chainEndsAt(m_path, 0, entry->seq)->auditHash, ends.auditHash);
        }
        QVERIFY(*endsOf(**store) == ends);
        const auto report = verifyDatabase(m_path);
        QVERIFY(report && report->problems.empty());
        QCOMPARE(report->auditEntries, 6);
    }

    void chainEndsAreOfTheEntriesAskedFor()
    {
        StoredBranch branch;
        auto commits = branch.setUp();
        commits.back().audit = {sampleAudit(1)};
        makeDatabase(m_path, std::move(commits));
        const auto start = chainEndsAt(m_path, 0, 0);
        QVERIFY(start);
        QCOMPARE(start->branch, StoredBranch::kBranch);
        QCOMPARE(start->journalHash, HashChain(StoredBranch::kBranch).hash().toStdString());
        QCOMPARE(start->auditHash, HashChain(StoredBranch::kBranch, HashChain::Of::Audit).hash().toStdString());
        const auto last = chainEndsAt(m_path, branch.seq, 1);
        {
            auto store = Store::open(m_path);
            QVERIFY(store);
            QVERIFY(*endsOf(**store) == *last);
        }
        QCOMPARE(last->journalSeq, branch.seq);
        QVERIFY(chainEndsAt(m_path, 3, 1)->journalHash != last->journalHash);
        const auto none = chainEndsAt(m_path, branch.seq + 1, 2);
        QVERIFY(none);
        QCOMPARE(none->journalHash, std::string());
        QCOMPARE(none->auditHash, std::string());
        QTemporaryDir empty;
        QCOMPARE(chainEndsAt(empty.path(), 0, 0).error().code, ErrorCode::NotInitialised);
    }

    void anAuditWithoutItsTailIsNotServed()
    {
        makeDatabase(m_path, {accessCommit({}, {sampleAudit(1), sampleAudit(2)})});
        rawSql(m_path, {QStringLiteral("DELETE FROM audit WHERE seq = 2")});
        const auto store = Store::open(m_path);
        QVERIFY(store);
        const auto recovered = (*store)->recover();
        QVERIFY(!recovered);
        QCOMPARE(recovered.error().code, ErrorCode::DatabaseDamaged);
        QCOMPARE(recovered.error().detail.at("seq"), std::string("1"));
    }

    void theAuditIsFiltered_data()
    {
        QTest::addColumn<AuditQuery>("query");
        QTest::addColumn<Seqs>("seqs");
        const auto row = [](const char *name, const Seqs &seqs, const auto &set) {
            AuditQuery query;
            set(query);
            QTest::newRow(name) << query << seqs;
        };
        // of 12 entries, sampleAudit(1) to (12)
        row("nothing asked: all, newest first", {12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, [](AuditQuery &) {});
        row("who did it", {11, 8, 5, 2}, [](AuditQuery &q) { q.actor = StaffId{2}; });
        row("nobody did it", {12, 9, 6, 3}, [](AuditQuery &q) { q.actor = StaffId{0}; });
        row("from which device", {9, 4}, [](AuditQuery &q) { q.device = DeviceId{4}; });
        row("what was done", {11, 9, 7, 5, 3, 1}, [](AuditQuery &q) { q.action = "deviceRevoked"; });
        row("an action nobody knows", {}, [](AuditQuery &q) { q.action = "signedIn' OR '1' = '1"; });
        row("from a time on", {12, 11, 10}, [](AuditQuery &q) { q.fromMs = StoredBranch::kStart + 10; });
        row("before a time", {2, 1}, [](AuditQuery &q) { q.toMs = StoredBranch::kStart + 3; });
        row("refusals", {12, 8, 4}, [](AuditQuery &q) { q.isRefused = true; });
        row("what was not refused", {11, 10, 9, 7, 6, 5, 3, 2, 1}, [](AuditQuery &q) { q.isRefused = false; });
        row("behind an earlier answer", {4, 3, 2, 1}, [](AuditQuery &q) { q.beforeSeq = 5; });
        row("a few", {12, 11}, [](AuditQuery &q) { q.limit = 2; });
        row("all of it together", {6}, [](AuditQuery &q) {
            q.fromMs = StoredBranch::kStart + 2;
            q.toMs = StoredBranch::kStart + 12;
            q.actor = StaffId{0};
            q.device = DeviceId{1};
            q.action = "signedIn";
            q.isRefused = false;
            q.beforeSeq = 12;
            q.limit = 1;
        });
    }
    void theAuditIsFiltered()
    {
        QFETCH(AuditQuery, query);
        QFETCH(Seqs, seqs);
        std::vector<AuditEntry> entries;
        for (std::int64_t n = 1; n <= 12; ++n)
            entries.push_back(sampleAudit(n));
        makeDatabase(m_path, {accessCommit({}, entries)});
        rawSql(m_path,
               {QStringLiteral("INSERT INTO audit SELECT 8, seq, at_ms, actor, device_id, action, subject, "
                               "outcome, detail, hash FROM audit")}); // another branch's are none of ours
        auto store = Store::open(m_path);
        QVERIFY(store);
        const auto found = auditOf(**store, query);
        QVERIFY(found);
        QVERIFY(seqsOf(*found) == seqs);
        for (AuditEntry entry : *found) {
            const std::int64_t n = std::exchange(entry.seq, 0);
            QVERIFY(entry == sampleAudit(n));
        }
    }

    // ---- all of an operation or nothing ----

    void whatFailsLeavesNothingOfTheOperation_data()
    {
        QTest::addColumn<QString>("table");
        for (const char *table : {"journal", "ticket", "visit", "visit_step", "operation", "audit", "device",
                                  "enrolment", "account", "session"})
            QTest::addRow("the row in %s", table) << QString::fromLatin1(table);
        QTest::newRow("the notes of the ends") << QStringLiteral("branch");
    }
    void whatFailsLeavesNothingOfTheOperation()
    {
        QFETCH(QString, table);
        StoredBranch branch;
        auto commits = branch.setUp();
        commits.back().audit = {sampleAudit(1)};
        makeDatabase(m_path, std::move(commits));
        const QStringList tables{
            QStringLiteral("branch"),     QStringLiteral("journal"),  QStringLiteral("ticket"),
            QStringLiteral("visit"),      QStringLiteral("audit"),    QStringLiteral("device"),
            QStringLiteral("visit_step"), QStringLiteral("account"),  QStringLiteral("session"),
            QStringLiteral("enrolment"),  QStringLiteral("operation")};
        const auto all = [&] {
            QStringList rows;
            for (const QString &name : tables)
                rows += rowsOf(m_path, name);
            return rows;
        };
        const QStringList before = all();
        const QString when = table == u"branch" ? QStringLiteral("UPDATE") : QStringLiteral("INSERT");
        rawSql(m_path,
               {QStringLiteral("CREATE TRIGGER refuse BEFORE %1 ON %2 BEGIN SELECT RAISE(ABORT, 'no'); END")
                    .arg(when, table)});

        Commit commit = branch.run(command::IssueTicket{ServiceId{1}});
        commit.access
            = {sampleDevice(1), sampleAccount(1), sampleSession(1, branch.now), sampleEnrolment(1, branch.now)};
        commit.audit = {sampleAudit(2), sampleAudit(3)};
        auto store = Store::open(m_path);
        QVERIFY(store);
        QVERIFY(!writeAll(**store, {commit}));
        QCOMPARE(all(), before);

        rawSql(m_path, {QStringLiteral("DROP TRIGGER refuse")});
        resume(**store);
        commit.audit = {sampleAudit(4)};
        QVERIFY(writeAll(**store, {commit}));
        QVERIFY(seqsOf(*auditOf(**store)) == (Seqs{2, 1}));
        store.value().reset();
        const auto report = verifyDatabase(m_path);
        QVERIFY(report);
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().c_str());
        QCOMPARE(report->auditEntries, 2);
        QCOMPARE(report->events, branch.seq);
        QCOMPARE(rowsOf(m_path, QStringLiteral("session")).size(), 1);
    }

    void aJournalEntryThatDoesNotFollowTakesItsRecordsWithIt()
    {
        StoredBranch branch;
        makeDatabase(m_path, branch.setUp());
        auto store = Store::open(m_path);
        QVERIFY(store);
        Commit before = accessCommit({sampleDevice(1)}, {sampleAudit(1)});
        Commit commit = branch.run(command::IssueTicket{ServiceId{1}});
        commit.entries.front().seq += 1;
        commit.access = {sampleAccount(1)};
        commit.audit = {sampleAudit(2)};
        QVERIFY(writeAll(**store, {before}));
        QVERIFY(!writeAll(**store, {commit}));
        QVERIFY(seqsOf(*auditOf(**store)) == Seqs{1});
        QVERIFY(rowsOf(m_path, QStringLiteral("account")).isEmpty());
        resume(**store);
        commit.entries.front().seq -= 1;
        QVERIFY(writeAll(**store, {commit}));
        QVERIFY(seqsOf(*auditOf(**store)) == (Seqs{2, 1}));
        store.value().reset();
        QVERIFY(verifyDatabase(m_path)->problems.empty());
    }

    // ---- the first account ----

    void aNewDatabaseHasItsAdministrator()
    {
        QVERIFY(Store::create(m_path, 7, administrator()));
        const auto store = Store::open(m_path);
        QVERIFY(store);
        QCOMPARE((*store)->branch(), 7);
        const auto recovered = (*store)->recover();
        QVERIFY(recovered->access == std::vector<AccessChange>{administrator()});
        const auto audit = auditOf(**store);
        QCOMPARE(audit->size(), std::size_t(1));
        const AuditEntry &entry = audit->front();
        QVERIFY(qAbs(systemMs() - entry.atMs) < 60'000);
        QCOMPARE(entry.actor.value, 0);
        QCOMPARE(entry.device.value, 0);
        QCOMPARE(entry.action, std::string("accountAdded"));
        QCOMPARE(entry.subject, std::string("staff 1000000"));
        QCOMPARE(entry.outcome, std::string("done"));
        QVERIFY(verifyDatabase(m_path)->problems.empty());
    }

    void aSecondAdministratorIsNotMadeThatWay()
    {
        QVERIFY(Store::create(m_path, 7, administrator()));
        Account other = administrator();
        other.passwordHash = "$argon2id$second";
        const auto again = Store::create(m_path, 7, other);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::AlreadyInitialised);
        QVERIFY(recover() == std::vector<AccessChange>{administrator()});
        QCOMPARE(rowsOf(m_path, QStringLiteral("audit")).size(), 1);
    }

    void anInterruptedMakingIsFinished_data()
    {
        QTest::addColumn<QStringList>("sql");
        QTest::newRow("the tables were there and no branch")
            << QStringList{QStringLiteral("DELETE FROM branch"), QStringLiteral("DELETE FROM account"),
                           QStringLiteral("DELETE FROM audit")};
        QTest::newRow("the branch was there and no account")
            << QStringList{QStringLiteral("UPDATE branch SET audit_seq = 0, audit_hash = ''"),
                           QStringLiteral("DELETE FROM account"), QStringLiteral("DELETE FROM audit")};
    }
    void anInterruptedMakingIsFinished()
    {
        QFETCH(QStringList, sql);
        QVERIFY(Store::create(m_path, 7, administrator()));
        rawSql(m_path, sql);
        QVERIFY(Store::create(m_path, 7, administrator()));
        QVERIFY(recover() == std::vector<AccessChange>{administrator()});
        QVERIFY(verifyDatabase(m_path)->problems.empty());
    }

    void aBranchWithoutAnyAccountGetsOne()
    {
        StoredBranch branch;
        makeDatabase(m_path, branch.setUpAndWork(3, 1));
        QVERIFY(Store::create(m_path, StoredBranch::kBranch, administrator()));
        const auto store = Store::open(m_path);
        QVERIFY(store);
        const auto recovered = (*store)->recover();
        QVERIFY(recovered->access == std::vector<AccessChange>{administrator()});
        QVERIFY(recovered->state.image() == branch.state.image());
    }

    void noAccountIsWrittenBesideARunningHub()
    {
        QVERIFY(Store::create(m_path, 7));
        {
            const auto store = Store::open(m_path);
            QVERIFY(store);
            QCOMPARE(Store::create(m_path, 7, administrator()).error().code, ErrorCode::DirectoryInUse);
            QCOMPARE(Store::resetAccount(m_path, administrator()).error().code, ErrorCode::DirectoryInUse);
        }
        QVERIFY(recover().empty());
    }

    // ---- a lost password ----

    void anAccountIsReset()
    {
        const TimeMs now = systemMs();
        Session expired = sampleSession(3, now - kDayMs);
        expired.staff = {1};
        makeDatabase(m_path,
                     {accessCommit({sampleDevice(1), sampleDevice(2), sampleDevice(3), sampleAccount(1),
                                    sampleAccount(2), sampleSession(1, now), sampleSession(2, now), expired},
                                   {sampleAudit(1)})});
        Account reset = sampleAccount(1);
        reset.passwordHash = "$argon2id$new";
        reset.mustChangePassword = true;
        QVERIFY(Store::resetAccount(m_path, reset));

        auto store = Store::open(m_path);
        QVERIFY(store);
        const auto recovered = (*store)->recover()->access;
        QVERIFY(only<Account>(recovered) == (std::vector{reset, sampleAccount(2)}));
        QVERIFY2(only<Session>(recovered) == std::vector{sampleSession(2, now)}, "nobody else's end");
        const auto endedMs = rawSql(m_path,
                                    {QStringLiteral("SELECT ended_ms FROM session WHERE staff_id = 1 AND "
                                                    "device_id = 1")});
        QVERIFY(endedMs.toLongLong() >= now);
        const auto audit = auditOf(**store);
        QVERIFY(seqsOf(*audit) == (Seqs{2, 1}));
        QCOMPARE(audit->front().action, std::string("accountReset"));
        QCOMPARE(audit->front().subject, std::string("staff 1"));
        QCOMPARE(audit->front().outcome, std::string("done"));
        store.value().reset();
        QVERIFY(verifyDatabase(m_path)->problems.empty());
    }

    void anAccountIsNotResetWhereThereIsNoBranch()
    {
        QCOMPARE(Store::resetAccount(m_path, administrator()).error().code, ErrorCode::NotInitialised);
        QVERIFY(!QFile::exists(m_directory->filePath(QStringLiteral("branch.sqlite"))));
    }

    // ---- forgetting ----

    void whatExpiredAMonthAgoIsForgottenWhenADayOpens()
    {
        StoredBranch branch;
        const TimeMs opening = StoredBranch::kStart + 40 * kDayMs;
        const TimeMs limit = opening - 30 * kDayMs;
        std::vector<AccessChange> records;
        for (std::int64_t n = 1; n <= 4; ++n) {
            records.push_back(sampleDevice(n));
            records.push_back(sampleAccount(n));
        }
        const auto expiring = [](auto record, TimeMs ms) {
            record.expiresMs = ms;
            return record;
        };
        Session ended = expiring(sampleSession(3, 0), limit);
        ended.endedMs = 5; // it is the end it was given for that counts
        records.push_back(expiring(sampleSession(1, 0), limit - 1));
        records.push_back(expiring(sampleSession(2, 0), limit));
        records.push_back(ended);
        records.push_back(expiring(sampleEnrolment(1, 0), limit - 1));
        records.push_back(expiring(sampleEnrolment(2, 0), limit - 1));
        records.push_back(expiring(sampleEnrolment(3, 0), limit));
        auto commits = branch.setUp();
        commits.push_back(branch.run(command::CloseDay{true}));
        commits.push_back(accessCommit(records, {sampleAudit(1)}));
        makeDatabase(m_path, std::move(commits));

        auto store = Store::open(m_path);
        QVERIFY(store);
        Commit open = branch.run(command::OpenDay{"2026-03-03"});
        open.operation.atMs = opening;
        QVERIFY(writeAll(**store, {open}));
        const auto count = [&](const char *table) { return rowsOf(m_path, QString::fromLatin1(table)).size(); };
        QTRY_COMPARE(count("session"), 2);
        QCOMPARE(count("enrolment"), 1);
        QCOMPARE(rawSql(m_path, {QStringLiteral("SELECT secret_hash FROM enrolment")}).toString().toStdString(),
                 sampleEnrolment(3, 0).secretHash);
        QVERIFY(!rowsOf(m_path, QStringLiteral("session"))
                     .join(u'\n')
                     .contains(QString::fromStdString(sampleSession(1, 0).tokenHash)));
        QCOMPARE(count("device"), 4);
        QCOMPARE(count("account"), 4);
        QCOMPARE(count("audit"), 1);
        store.value().reset();
        QVERIFY(verifyDatabase(m_path)->problems.empty());
    }

private:
    std::vector<AccessChange> recover() const
    {
        const auto store = Store::open(m_path);
        if (!store)
            qFatal("%s", store.error().message.c_str());
        auto recovered = (*store)->recover();
        if (!recovered)
            qFatal("%s", recovered.error().message.c_str());
        return std::move(recovered->access);
    }

    static void resume(Store &store)
    {
        std::optional<Result<void>> resumed;
        store.resume([&](const Result<void> &result) { resumed = result; });
        QTRY_VERIFY(resumed.has_value());
        QVERIFY(*resumed);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_records.moc"
