// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/store/sealing.h"
#include "core/store/verify.h"
#include "samplecustomers.h"
#include "storedbranch.h"
#include "storefiles.h"
#include "versionone.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace tiepdon;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read a file");
    return file.readAll();
}

const QStringList &keptAsTheyAre()
{
    static const QStringList kTables{QStringLiteral("journal"), QStringLiteral("business_day"),
                                     QStringLiteral("ticket"), QStringLiteral("visit"),
                                     QStringLiteral("operation")};
    return kTables;
}

/// Takes out of a database what version 6 put into it.
void makeVersionFive(const QString &directory)
{
    rawSql(directory,
           {QStringLiteral("DROP TABLE notebook"), QStringLiteral("DELETE FROM schema_version WHERE version = 6")});
}

/// Takes out of a database what version 5 put into it.
void makeVersionFour(const QString &directory)
{
    makeVersionFive(directory);
    QStringList statements{QStringLiteral("DROP INDEX ticket_by_customer"),
                           QStringLiteral("DROP INDEX ticket_of_customers"),
                           QStringLiteral("ALTER TABLE ticket DROP COLUMN customer_id"),
                           QStringLiteral("ALTER TABLE branch DROP COLUMN customer_key_check")};
    for (const char *table :
         {"customer", "customer_identifier", "customer_search", "customer_stage", "customer_product",
          "customer_consent", "customer_event", "customer_note", "note_draft", "open_item", "visit_goal"})
        statements.push_back(QStringLiteral("DROP TABLE %1").arg(QLatin1String(table)));
    statements.push_back(QStringLiteral("DROP TABLE sqlite_stat1"));
    statements.push_back(QStringLiteral("DELETE FROM schema_version WHERE version = 5"));
    rawSql(directory, statements);
    QFile::remove(Sealing::fileIn(directory));
}

/// Every table's definition and content.
QStringList allOf(const QString &path)
{
    QStringList all = rowsOf(path, QStringLiteral("(SELECT type, name, sql FROM sqlite_master)"));
    for (const QString &table : keptAsTheyAre()
             + QStringList{QStringLiteral("branch"), QStringLiteral("visit_step"),
                           QStringLiteral("schema_version")})
        all += rowsOf(path, table);
    return all;
}

} // namespace

/// A database of an earlier version is brought to this one whole, or left as it was.
class TestMigration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->path();
        makeVersionOne(m_path);
    }

    void versionOneIsOpenedAndKeepsEveryRow()
    {
        QStringList kept;
        for (const QString &table : keptAsTheyAre())
            kept += rowsOf(m_path, table);
        QCOMPARE(kept.size(), 16 + 1 + 2 + 2 + 9);
        const QStringList branchBefore = rowsOf(m_path, QStringLiteral("branch"));
        const QStringList stepsBefore = rowsOf(m_path, QStringLiteral("visit_step"));

        const auto store = Store::open(m_path);
        QVERIFY2(store, store ? "" : store.error().message.c_str());
        const auto recovered = (*store)->recover();
        QVERIFY2(recovered, recovered ? "" : recovered.error().message.c_str());
        QCOMPARE((*store)->branch(), 7);
        QCOMPARE(recovered->lastSeq, 16);
        QCOMPARE(recovered->lastMs, 1'700'000'009'000);
        QCOMPARE(recovered->state.businessDay(), std::string("2026-03-02"));
        QCOMPARE(recovered->state.tickets().size(), std::size_t(1));
        QCOMPARE(recovered->state.tickets().begin()->second.number, std::string("B001"));
        QVERIFY(recovered->access.empty());

        QCOMPARE(rowsOf(m_path, QStringLiteral("schema_version")),
                 (QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4"),
                              QStringLiteral("5"), QStringLiteral("6")}));
        QStringList after;
        for (const QString &table : keptAsTheyAre())
            after += rowsOf(m_path, table);
        for (QString &row : kept) {
            if (row.contains(QStringLiteral("|A001|1")) || row.contains(QStringLiteral("|B001|1")))
                row += QStringLiteral(
                    "|NULL|NULL" // its place before it was raised
                    "|0|0|NULL||0|0|NULL|NULL||0"); // an ordinary person's, of this day; nobody's known
        }
        QCOMPARE(after, kept);
        const QStringList branchRows = rowsOf(m_path, QStringLiteral("branch"));
        QCOMPARE(branchRows.size(), 1);
        QVERIFY(branchRows.front().startsWith(branchBefore.front() + QStringLiteral("|0||17|")));
        QVERIFY(Sealing::open(m_path)->fits(7, branchRows.front().section(u'|', -1).toStdString()));
        QStringList steps;
        for (const QString &row : stepsBefore)
            steps.push_back(row + QStringLiteral("|NULL|NULL|0|0|NULL|0"));
        QCOMPARE(rowsOf(m_path, QStringLiteral("visit_step")), steps);
        QCOMPARE((**answerOf(**store, {"test-client-1", 9})).answer, std::string(R"({"result":{"seq":16}})"));

        const auto report = verifyDatabase(m_path);
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().c_str());
        QCOMPARE(report->events, 16);
        QCOMPARE(report->tickets, 2);
        QCOMPARE(report->auditEntries, 0);
    }

    void workGoesOnBehindVersionOne()
    {
        StoredBranch branch;
        {
            auto store = Store::open(m_path);
            QVERIFY(store);
            branch.state = (*store)->recover()->state;
            branch.seq = 16;
            branch.operations = 9;
            branch.now = 1'700'000'009'000;
            std::vector<Commit> commits{accessCommit({sampleDevice(1), sampleAccount(1)}, {sampleAudit(1)}),
                                        branch.run(command::CallNext{CounterId{1}})};
            const TicketId ticket = branch.state.counterState(CounterId{1})->ticket;
            const TimeMs called = branch.now;
            branch.now += kMinuteMs;
            commits.push_back(branch.run(command::StartService{CounterId{1}, ticket, called}));
            branch.now += kMinuteMs;
            commits.push_back(branch.run(command::FinishService{CounterId{1}, ticket, called + 1}));
            commits.back().audit = {sampleAudit(2)};
            QVERIFY(writeAll(**store, commits));
            QCOMPARE(
                rawSql(m_path, {QStringLiteral("SELECT claimed_started_ms FROM visit_step WHERE visit_id = 2")})
                    .toLongLong(),
                called);
            QCOMPARE(
                rawSql(m_path, {QStringLiteral("SELECT claimed_finished_ms FROM visit_step WHERE visit_id = 2")})
                    .toLongLong(),
                called + 1);
        }
        const auto store = Store::open(m_path);
        QVERIFY(store);
        const auto recovered = (*store)->recover();
        QVERIFY(recovered->state.image() == branch.state.image());
        QVERIFY(recovered->access == (std::vector<AccessChange>{sampleDevice(1), sampleAccount(1)}));
        const auto report = verifyDatabase(m_path);
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().c_str());
        QCOMPARE(report->events, branch.seq);
        QCOMPARE(report->auditEntries, 2);
    }

    void versionOneGetsItsAdministrator()
    {
        QVERIFY(Store::create(m_path, 7, sampleAccount(1)));
        QCOMPARE(Store::create(m_path, 7, sampleAccount(1)).error().code, ErrorCode::AlreadyInitialised);
        QVERIFY(Store::resetAccount(m_path, sampleAccount(1)));
        const auto report = verifyDatabase(m_path);
        QVERIFY(report && report->problems.empty());
        QCOMPARE(report->events, 16);
        QCOMPARE(report->auditEntries, 2);
    }

    void versionThreeGoesOnWithItsTicketsOfToday()
    {
        QTemporaryDir directory;
        StoredBranch branch;
        makeDatabase(directory.path(), branch.setUpAndWork(9, 2));
        makeVersionFour(directory.path());
        QStringList columns;
        for (const char *column : {"segment_id", "priority_reason_id", "booked_ms", "language", "for_counter_id",
                                   "for_staff_id", "held_until_ms", "parked_until_ms", "carried_from"})
            columns.push_back(QStringLiteral("ALTER TABLE ticket DROP COLUMN %1").arg(QLatin1String(column)));
        for (const char *column : {"waited_before_ms", "served_before_ms", "wrap_up_ms", "result_id"})
            columns.push_back(QStringLiteral("ALTER TABLE visit_step DROP COLUMN %1").arg(QLatin1String(column)));
        rawSql(directory.path(),
               columns
                   + QStringList{QStringLiteral("ALTER TABLE branch DROP COLUMN intervals_from_seq"),
                                 QStringLiteral("DROP TABLE visit_interval"), QStringLiteral("DROP TABLE quote"),
                                 QStringLiteral("DROP TABLE forecast"), QStringLiteral("DROP TABLE forecast_score"),
                                 QStringLiteral("DELETE FROM schema_version WHERE version = 4")});
        QCOMPARE(verifyDatabase(directory.path()).error().detail.at("found"), std::string("3"));
        const std::int64_t before = branch.seq;
        {
            auto store = Store::open(directory.path());
            QVERIFY2(store, store ? "" : store.error().message.c_str());
            QVERIFY((*store)->recover());
            // those who waited before it are called after it, and what came before leaves no interval
            std::vector<Commit> commits{branch.run(command::CallNext{CounterId{1}})};
            const TicketId called = branch.state.counterState(CounterId{1})->ticket;
            commits.push_back(branch.run(command::StartService{CounterId{1}, called, {}}));
            commits.push_back(branch.run(command::FinishService{CounterId{1}, called, {}, {}}));
            QVERIFY(writeAll(**store, std::move(commits)));
        }
        QCOMPARE(rowsOf(directory.path(), QStringLiteral("visit_interval")).size(), 3);
        QCOMPARE(rawSql(directory.path(), {QStringLiteral("SELECT intervals_from_seq FROM branch")}).toLongLong(),
                 before + 1);
        const auto report = verifyDatabase(directory.path());
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().c_str());
    }

    void versionFourGetsItsCustomersAndTheirKey()
    {
        QTemporaryDir directory;
        StoredBranch branch;
        makeDatabase(directory.path(), branch.setUpAndWork(9, 2));
        makeVersionFour(directory.path());
        QCOMPARE(verifyDatabase(directory.path()).error().detail.at("found"), std::string("4"));
        const QStringList before = rowsOf(directory.path(), QStringLiteral("ticket"));
        QVERIFY(!Sealing::hasFile(directory.path()));
        {
            auto store = Store::open(directory.path());
            QVERIFY2(store, store ? "" : store.error().message.c_str());
            const auto recovered = (*store)->recover();
            QVERIFY(recovered);
            QVERIFY(recovered->state.image() == branch.state.image());
            QCOMPARE(recovered->lastCustomerIds.customer, CustomerId{7'000'000'000});
            QVERIFY(Sealing::hasFile(directory.path()));
            QStringList after;
            for (const QString &row : before)
                after.push_back(row + QStringLiteral("|0"));
            QCOMPARE(rowsOf(directory.path(), QStringLiteral("ticket")), after);
            // one of those who waited before it is said to be somebody after it
            Commit commit = branch.run(
                command::LinkCustomer{branch.state.tickets().begin()->first, CustomerId{7'000'000'001}});
            commit.customers = {sampleCustomer(1)};
            QVERIFY(writeAll(**store, {std::move(commit)}));
        }
        QCOMPARE(rawSql(directory.path(), {QStringLiteral("SELECT COUNT(*) FROM ticket WHERE customer_id <> 0")})
                     .toInt(),
                 1);
        const auto report = verifyDatabase(directory.path());
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().c_str());
        QCOMPARE(report->customers, 1);
    }

    void whoOnlyReadsSaysThatItIsOlderAndWritesNothing()
    {
        const QByteArray before = contentOf(m_directory->filePath(QStringLiteral("branch.sqlite")));
        for (const Error &error : {verifyDatabase(m_path).error(), chainEndsAt(m_path, 1, 0).error()}) {
            QCOMPARE(error.code, ErrorCode::DatabaseOlder);
            QCOMPARE(error.detail.at("found"), std::string("1"));
            QCOMPARE(error.detail.at("known"), std::string("6"));
            QVERIFY(error.message.find("version 1") != std::string::npos
                    && error.message.find('6') != std::string::npos);
        }
        QCOMPARE(contentOf(m_directory->filePath(QStringLiteral("branch.sqlite"))), before);
        QVERIFY(!QFile::exists(m_directory->filePath(QStringLiteral("hub.lock"))));
        QCOMPARE(rowsOf(m_path, QStringLiteral("schema_version")), QStringList(QStringLiteral("1")));
    }

    void aNewerVersionIsRefusedByWhoeverWrites()
    {
        QVERIFY(Store::open(m_path));
        rawSql(m_path, {QStringLiteral("INSERT INTO schema_version (version) VALUES (7)")});
        const QByteArray before = contentOf(m_directory->filePath(QStringLiteral("branch.sqlite")));
        for (const Error &error :
             {Store::open(m_path).error(), Store::resetAccount(m_path, sampleAccount(1)).error(),
              Store::create(m_path, 7, sampleAccount(1)).error(), verifyDatabase(m_path).error()}) {
            QCOMPARE(error.code, ErrorCode::DatabaseNewer);
            QCOMPARE(error.detail.at("found"), std::string("7"));
            QCOMPARE(error.detail.at("known"), std::string("6"));
        }
        QCOMPARE(contentOf(m_directory->filePath(QStringLiteral("branch.sqlite"))), before);
    }

    void aMigrationThatFailsLeavesVersionOne()
    {
        // The last of its statements fails: somebody has made a table of that name.
        rawSql(m_path, {QStringLiteral("CREATE TABLE session (name TEXT)")});
        const QStringList before = allOf(m_path);
        const auto refused = Store::open(m_path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::StorageFailed);
        QCOMPARE(allOf(m_path), before);
        rawSql(m_path, {QStringLiteral("DROP TABLE session")});
        QVERIFY(Store::open(m_path));
        QVERIFY(verifyDatabase(m_path)->problems.empty());
    }

    void aMigrationCutOffIsDoneAnew()
    {
        // The files as a power cut leaves them: its first statements have reached the log, its end has not.
        const QStringList before = allOf(m_path);
        QTemporaryDir cut;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("cut"));
            database.setDatabaseName(m_directory->filePath(QStringLiteral("branch.sqlite")));
            QVERIFY(database.open());
            for (const char *statement :
                 {"PRAGMA cache_size=1", "PRAGMA cache_spill=1", "BEGIN IMMEDIATE",
                  "ALTER TABLE visit_step ADD COLUMN claimed_started_ms BIGINT",
                  "ALTER TABLE visit_step ADD COLUMN claimed_finished_ms BIGINT",
                  "ALTER TABLE branch ADD COLUMN audit_seq BIGINT NOT NULL DEFAULT 0",
                  "CREATE TABLE filler (text TEXT)", "INSERT INTO filler VALUES (hex(zeroblob(200000)))"})
                QVERIFY2(QSqlQuery(database).exec(QLatin1String(statement)), statement);
            for (const char *name : {"branch.sqlite", "branch.sqlite-wal", "branch.sqlite-shm"})
                QVERIFY2(QFile::copy(m_directory->filePath(QLatin1String(name)), cut.filePath(QLatin1String(name))),
                         name);
            QVERIFY2(QFile(cut.filePath(QStringLiteral("branch.sqlite-wal"))).size() > 100'000,
                     "it reached the log");
        }
        QSqlDatabase::removeDatabase(QStringLiteral("cut"));
        QCOMPARE(allOf(cut.path()), before);
        const auto store = Store::open(cut.path());
        QVERIFY2(store, store ? "" : store.error().message.c_str());
        QVERIFY((*store)->recover());
        QVERIFY(verifyDatabase(cut.path())->problems.empty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestMigration)
#include "tst_migration.moc"
