// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/store/verify.h"
#include "storedbranch.h"
#include "storefiles.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace tiepdon;

namespace {

QString databaseIn(const QTemporaryDir &directory) { return directory.filePath(QStringLiteral("branch.sqlite")); }

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read a file");
    return file.readAll();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write a file");
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void anEmptyDirectoryIsNotInitialised()
    {
        const auto store = Store::open(m_directory->path());
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::NotInitialised);
        QVERIFY(QDir(m_directory->path()).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot));
    }

    void aNewDatabaseIsEmpty()
    {
        QVERIFY(Store::create(m_directory->path(), 7));
        auto store = Store::open(m_directory->path());
        QVERIFY(store);
        const auto recovered = (*store)->recover();
        QVERIFY(recovered);
        QCOMPARE(recovered->lastSeq, 0);
        QCOMPARE(recovered->replayedEvents, 0);
        QVERIFY(!recovered->state.isDefined());
        QCOMPARE((*store)->pending(), std::size_t(0));
    }

    void aDatabaseIsMadeOnce()
    {
        QVERIFY(Store::create(m_directory->path(), 7));
        const auto again = Store::create(m_directory->path(), 8);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::AlreadyInitialised);
        QCOMPARE(rawSql(m_directory->path(), {QStringLiteral("SELECT branch FROM branch")}).toInt(), 7);
    }

    void anInterruptedMakingIsGoneOnWith_data()
    {
        QTest::addColumn<bool>("hasTables");
        QTest::newRow("the file was there and empty") << false;
        QTest::newRow("the tables were there and no branch") << true;
    }
    void anInterruptedMakingIsGoneOnWith()
    {
        QFETCH(bool, hasTables);
        if (hasTables) {
            QVERIFY(Store::create(m_directory->path(), 7));
            rawSql(m_directory->path(), {QStringLiteral("DELETE FROM branch")});
        } else {
            write(databaseIn(*m_directory), {});
        }
        const auto store = Store::open(m_directory->path());
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::NotInitialised);
        QVERIFY(Store::create(m_directory->path(), 9));
        QVERIFY(Store::open(m_directory->path()));
    }

    void aDirectoryThatIsNotThereIsSaid()
    {
        const auto created = Store::create(m_directory->filePath(QStringLiteral("none")), 7);
        QVERIFY(!created);
        QCOMPARE(created.error().code, ErrorCode::FileNotWritable);
    }

    void aSecondStoreIsRefused()
    {
        QVERIFY(Store::create(m_directory->path(), 7));
        auto first = Store::open(m_directory->path());
        QVERIFY(first);
        const auto second = Store::open(m_directory->path());
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::DirectoryInUse);
        QCOMPARE(second.error().detail.at("pid"), std::to_string(QCoreApplication::applicationPid()));
        first.value().reset();
        QVERIFY(Store::open(m_directory->path()));
    }

    void whatAKilledRunOfTheSameNumberLeftIsTakenOver()
    {
        QVERIFY(Store::create(m_directory->path(), 7));
        auto first = Store::open(m_directory->path());
        QVERIFY(first);
        const QString lock = m_directory->filePath(QStringLiteral("hub.lock"));
        const QByteArray left = contentOf(lock);
        QVERIFY(!left.isEmpty());
        first.value().reset();
        write(lock, left);
        QVERIFY(Store::open(m_directory->path()));
    }

    void aNewerDatabaseIsRefusedAndLeftAlone()
    {
        QVERIFY(Store::create(m_directory->path(), 7));
        rawSql(m_directory->path(), {QStringLiteral("INSERT INTO schema_version (version) VALUES (7)")});
        const QByteArray before = contentOf(databaseIn(*m_directory));
        const auto store = Store::open(m_directory->path());
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::DatabaseNewer);
        QCOMPARE(store.error().detail.at("found"), std::string("7"));
        QCOMPARE(store.error().detail.at("known"), std::string("6"));
        QCOMPARE(contentOf(databaseIn(*m_directory)), before);
        QCOMPARE(verifyDatabase(m_directory->path()).error().code, ErrorCode::DatabaseNewer);
    }

    void whatIsNoBranchDatabaseIsDamaged_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("this is a letter, not a database\n").repeated(200);
        QTest::newRow("a broken header")
            << QByteArray("SQLite format 3\0 and then something else", 40).repeated(200);
    }
    void whatIsNoBranchDatabaseIsDamaged()
    {
        QFETCH(QByteArray, content);
        write(databaseIn(*m_directory), content);
        QCOMPARE(Store::open(m_directory->path()).error().code, ErrorCode::DatabaseDamaged);
        QCOMPARE(Store::create(m_directory->path(), 7).error().code, ErrorCode::AlreadyInitialised);
        QCOMPARE(contentOf(databaseIn(*m_directory)), content);
    }

    void anotherProgramsDatabaseIsRefused()
    {
        rawSql(m_directory->path(), {QStringLiteral("CREATE TABLE recipe (name TEXT)")});
        QCOMPARE(Store::open(m_directory->path()).error().code, ErrorCode::DatabaseDamaged);
        QCOMPARE(Store::create(m_directory->path(), 7).error().code, ErrorCode::AlreadyInitialised);
    }

    void aRestartFindsTheSameState()
    {
        StoredBranch branch;
        makeDatabase(m_directory->path(), branch.setUpAndWork(30, 5));
        auto store = Store::open(m_directory->path());
        QVERIFY(store);
        const auto recovered = (*store)->recover();
        QVERIFY2(recovered, recovered ? "" : recovered.error().message.c_str());
        QVERIFY(recovered->state.image() == branch.state.image());
        QCOMPARE(recovered->lastSeq, branch.seq);
        QCOMPARE(recovered->lastMs, branch.now);
        QVERIFY2(recovered->replayedEvents < branch.seq, "the day's opening holds all that was before it");

        QVERIFY(writeAll(**store, branch.work(5, 0)));
        store.value().reset();
        store = Store::open(m_directory->path());
        QVERIFY(store);
        QVERIFY((*store)->recover()->state.image() == branch.state.image());
    }

    void aRestartBeforeTheFirstDayReplaysAll()
    {
        StoredBranch branch;
        auto commits = branch.setUp();
        commits.resize(1);
        const auto events = static_cast<std::int64_t>(commits.front().entries.size());
        makeDatabase(m_directory->path(), std::move(commits));
        const auto store = Store::open(m_directory->path());
        QVERIFY(store);
        const auto recovered = (*store)->recover();
        QVERIFY(recovered);
        QCOMPARE(recovered->replayedEvents, events);
        QVERIFY(recovered->state.isDefined());
    }

    void aRestartReplaysTheLastDayAlone()
    {
        StoredBranch branch;
        auto commits = branch.setUpAndWork(10, 3);
        commits.push_back(branch.run(command::CloseDay{true}));
        commits.push_back(branch.run(command::OpenDay{"2026-03-03"}));
        commits.push_back(branch.run(command::IssueTicket{ServiceId{1}}));
        makeDatabase(m_directory->path(), std::move(commits));
        const auto store = Store::open(m_directory->path());
        QVERIFY(store);
        const auto recovered = (*store)->recover();
        QVERIFY(recovered);
        QCOMPARE(recovered->replayedEvents, 2);
        QVERIFY(recovered->state.image() == branch.state.image());
    }

    void aBrokenChainIsNotServed()
    {
        StoredBranch branch;
        makeDatabase(m_directory->path(), branch.setUpAndWork(3, 0));
        rawSql(m_directory->path(),
               {QStringLiteral("UPDATE journal SET actor = 2 WHERE seq = %1").arg(branch.seq - 3)});
        const auto store = Store::open(m_directory->path());
        QVERIFY(store);
        const auto recovered = (*store)->recover();
        QVERIFY(!recovered);
        QCOMPARE(recovered.error().code, ErrorCode::DatabaseDamaged);
        QCOMPARE(recovered.error().detail.at("seq"), std::to_string(branch.seq - 3));
    }

    void aJournalWithoutItsTailIsNotServed()
    {
        StoredBranch branch;
        makeDatabase(m_directory->path(), branch.setUpAndWork(3, 0));
        rawSql(m_directory->path(), {QStringLiteral("DELETE FROM journal WHERE seq = %1").arg(branch.seq)});
        const auto store = Store::open(m_directory->path());
        QVERIFY(store);
        QCOMPARE((*store)->recover().error().code, ErrorCode::DatabaseDamaged);
    }

    void commitsThatWaitTogetherShareATransaction()
    {
        StoredBranch branch;
        makeDatabase(m_directory->path(), branch.setUp());
        auto store = Store::open(m_directory->path());
        QVERIFY(store);
        QSignalSpy committed(store->get(), &Store::committed);
        const auto commits = branch.work(60, 0);
        const auto count = commits.size();
        QVERIFY(count > 256 && count < 512);
        {
            // Another writer holds the database, so that all of them come to wait.
            QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            other.setDatabaseName(databaseIn(*m_directory));
            QVERIFY(other.open());
            QVERIFY(QSqlQuery(other).exec(QStringLiteral("BEGIN IMMEDIATE")));
            for (const Commit &commit : commits)
                (*store)->commit(commit);
            QCOMPARE((*store)->pending(), count);
            QVERIFY(QSqlQuery(other).exec(QStringLiteral("ROLLBACK")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
        QTRY_COMPARE((*store)->pending(), std::size_t(0));
        qulonglong told = 0;
        for (const auto &arguments : committed) {
            told += arguments.at(0).toULongLong();
            QVERIFY(arguments.at(0).toULongLong() <= 256);
        }
        QCOMPARE(told, qulonglong(count));
        QVERIFY2(committed.size() <= 3, "what was taken first, a full group and the rest");
        store.value().reset();
        QVERIFY(verifyDatabase(m_directory->path())->problems.empty());
    }

    void aStoreThatGoesWritesWhatItWasGiven()
    {
        StoredBranch branch;
        makeDatabase(m_directory->path(), branch.setUp());
        {
            auto store = Store::open(m_directory->path());
            QVERIFY(store);
            for (Commit &commit : branch.work(50, 7))
                (*store)->commit(std::move(commit));
        }
        const auto store = Store::open(m_directory->path());
        QVERIFY(store);
        QVERIFY((*store)->recover()->state.image() == branch.state.image());
    }

    void aCommitIsWrittenWholeOrNotAtAll()
    {
        StoredBranch branch;
        makeDatabase(m_directory->path(), branch.setUp());
        const auto seqBefore = branch.seq;
        auto store = Store::open(m_directory->path());
        QVERIFY(store);
        Commit commit = branch.run(command::IssueTicket{ServiceId{1}});
        commit.operation.id.n = 1; // taken: its row fails after the journal's was inserted
        const auto written = writeAll(**store, {commit});
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::StorageFailed);
        store.value().reset();
        QCOMPARE(rawSql(m_directory->path(), {QStringLiteral("SELECT MAX(seq) FROM journal")}).toLongLong(),
                 seqBefore);
        QCOMPARE(rawSql(m_directory->path(), {QStringLiteral("SELECT COUNT(*) FROM ticket")}).toLongLong(), 0);
        QVERIFY(verifyDatabase(m_directory->path())->problems.empty());
    }

    void nothingBehindAFailureIsWritten()
    {
        StoredBranch branch;
        makeDatabase(m_directory->path(), branch.setUp());
        auto store = Store::open(m_directory->path());
        QVERIFY(store);
        const auto before = branch.state;
        auto commits = branch.work(40, 40);
        commits[20].entries.front().seq -= 1; // the number of the one before
        std::vector<std::int64_t> seqs;
        for (const Commit &commit : commits)
            seqs.push_back(commit.entries.back().seq);
        QSignalSpy committed(store->get(), &Store::committed);
        QSignalSpy failed(store->get(), &Store::failed);
        for (const Commit &commit : commits)
            (*store)->commit(commit);
        QTRY_COMPARE(failed.size(), 1);
        qulonglong told = 0;
        for (const auto &arguments : committed)
            told += arguments.at(0).toULongLong();
        QVERIFY(told <= 20);
        QCOMPARE((*store)->pending(), commits.size() - told);

        std::optional<Result<void>> resumed;
        (*store)->resume([&](const Result<void> &result) { resumed = result; });
        QCOMPARE((*store)->pending(), std::size_t(0));
        QTRY_VERIFY(resumed.has_value());
        QVERIFY(*resumed);
        const std::int64_t lastSeq = told == 0 ? seqs.front() - 1 : seqs.at(told - 1);
        QCOMPARE((*store)->recover()->lastSeq, lastSeq);

        // It takes commits again, from where it stands.
        commits[20].entries.front().seq += 1;
        commits.erase(commits.begin(), commits.begin() + static_cast<std::ptrdiff_t>(told));
        QVERIFY(writeAll(**store, commits));
        QCOMPARE(failed.size(), 1);
        QVERIFY((*store)->recover()->state.image() == branch.state.image());
    }

    void operationsAreFound()
    {
        StoredBranch branch;
        makeDatabase(m_directory->path(), branch.setUp());
        auto store = Store::open(m_directory->path());
        QVERIFY(store);
        const Commit commit = branch.run(command::IssueTicket{ServiceId{1}});
        QVERIFY(!answerOf(**store, commit.operation.id)->has_value());
        QVERIFY(writeAll(**store, {commit}));
        const auto found = answerOf(**store, commit.operation.id);
        QVERIFY(found && found->has_value());
        QVERIFY((**found).id == commit.operation.id);
        QCOMPARE((**found).answer, commit.operation.answer);
        QCOMPARE((**found).bodyHash, commit.operation.bodyHash);
        QCOMPARE((**found).atMs, commit.operation.atMs);

        QVERIFY(!answerOf(**store, {branch.client, commit.operation.id.n + 1})->has_value());
        QVERIFY(!answerOf(**store, {"test-client-2", 1})->has_value());
        QCOMPARE(*highestOf(**store, branch.client), commit.operation.id.n);
        QCOMPARE(*highestOf(**store, "test-client-2"), 0);
    }

    void aRefusalIsKeptWithoutAnEntry()
    {
        StoredBranch branch;
        makeDatabase(m_directory->path(), branch.setUp());
        auto store = Store::open(m_directory->path());
        QVERIFY(store);
        Commit refusal;
        refusal.operation = {{branch.client, 1000}, "hash", R"({"error":{}})", branch.now};
        Commit own;
        own.operation.answer = "nobody asked";
        QVERIFY(writeAll(**store, {refusal, own, own}));
        QCOMPARE((**answerOf(**store, refusal.operation.id)).answer, refusal.operation.answer);
        QCOMPARE(*highestOf(**store, branch.client), 1000);
        QCOMPARE((*store)->recover()->lastSeq, branch.seq);
    }

    void operationsAreForgottenAfterThirtyDays()
    {
        StoredBranch branch;
        auto commits = branch.setUpAndWork(250, 0);
        const OperationId old = commits.front().operation.id;
        const auto oldCount = commits.size();
        QVERIFY2(oldCount > 1000, "more than are removed at once");
        branch.operationsAheadMs = kDayMs;
        commits.push_back(branch.run(command::CloseDay{true}));
        const OperationId recent = commits.back().operation.id;
        makeDatabase(m_directory->path(), std::move(commits));
        auto store = Store::open(m_directory->path());
        QVERIFY(store);

        branch.operationsAheadMs = 30 * kDayMs - kHourMs;
        QVERIFY(writeAll(**store, {branch.run(command::OpenDay{"2026-03-03"})}));
        QVERIFY(writeAll(**store, {branch.run(command::CloseDay{true})}));
        QVERIFY((*answerOf(**store, old)).has_value());

        branch.operationsAheadMs = 30 * kDayMs + kHourMs;
        QVERIFY(writeAll(**store, {branch.run(command::OpenDay{"2026-03-04"})}));
        const auto left = [&] {
            return rawSql(m_directory->path(), {QStringLiteral("SELECT COUNT(*) FROM operation")}).toInt();
        };
        QTRY_COMPARE(left(), 4);
        QVERIFY(!(*answerOf(**store, old)).has_value());
        QVERIFY((*answerOf(**store, recent)).has_value());
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
