// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/store/verify.h"
#include "failingwrites.h"
#include "samplecustomers.h"
#include "storedbranch.h"
#include "storefiles.h"
#include "versionone.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace tiepdon;

namespace {

/// More than any of these takes: then the test does not see the end of its own loop.
constexpr int kWritesMax = 2000;

void addFaults()
{
    QTest::addColumn<int>("errorNumber");
    QTest::addColumn<bool>("forGood");
    QTest::newRow("one write finds no room") << ENOSPC << false;
    QTest::newRow("no write finds room from then on") << ENOSPC << true;
    QTest::newRow("one write fails") << EIO << false;
    QTest::newRow("every write fails from then on") << EIO << true;
}

std::string firstProblem(const Result<VerifyReport> &report)
{
    return !report ? report.error().message : report->problems.empty() ? std::string() : report->problems.front();
}

bool isStorageError(const Error &error)
{
    return error.code == ErrorCode::StorageFull || error.code == ErrorCode::StorageFailed
        || error.code == ErrorCode::FileNotWritable;
}

} // namespace

/// The disk fails at the k-th write, for every k: all of an operation is there or nothing of it.
class TestWriteFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto commits = m_branch.setUp();
        commits.back().audit = {sampleAudit(1)};
        makeDatabase(m_source.path(), std::move(commits));
    }

    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->path();
    }
    void cleanup() { (void)failingwrites::stop(); }

    void anOperationIsWrittenWholeOrNotAtAll_data() { addFaults(); }
    void anOperationIsWrittenWholeOrNotAtAll()
    {
        QFETCH(int, errorNumber);
        QFETCH(bool, forGood);
        int k = 0;
        for (bool hasFailed = true; hasFailed; ++k) {
            QVERIFY(k < kWritesMax);
            copySource();
            const QStringList before = all();
            StoredBranch branch = m_branch;
            const Commit commit = operationOf(branch);
            auto store = Store::open(m_path);
            QVERIFY(store);
            failingwrites::failAt(k + 1, errorNumber, forGood);
            const auto written = writeAll(**store, {commit});
            hasFailed = failingwrites::stop();
            QCOMPARE(bool(written), !hasFailed);
            if (hasFailed) {
                QVERIFY2(isStorageError(written.error()), written.error().message.c_str());
                QVERIFY2(all() == before, qPrintable(QStringLiteral("write %1").arg(k + 1)));
                resume(**store);
                QVERIFY(writeAll(**store, {commit}));
            }
            store.value().reset();
            checkWritten(branch, k);
        }
        QVERIFY2(k > 20, "an operation takes many writes");
    }

    void aHubThatEndsThereFindsAllOrNothing_data() { addFaults(); }
    void aHubThatEndsThereFindsAllOrNothing()
    {
        QFETCH(int, errorNumber);
        QFETCH(bool, forGood);
        for (int k = 1;; ++k) {
            QVERIFY(k < kWritesMax);
            copySource();
            const QStringList before = all();
            StoredBranch branch = m_branch;
            const Commit commit = operationOf(branch);
            auto store = Store::open(m_path);
            QVERIFY(store);
            failingwrites::failAt(k, errorNumber, forGood);
            (void)writeAll(**store, {commit});
            store.value().reset(); // what it still wants to write fails too
            if (!failingwrites::stop())
                break;
            store = Store::open(m_path);
            QVERIFY2(store, store ? "" : store.error().message.c_str());
            const auto recovered = (*store)->recover();
            QVERIFY2(recovered, recovered ? "" : recovered.error().message.c_str());
            // Where only the flush failed, the next start may find it on disk: then all of it.
            if (!answerOf(**store, commit.operation.id)->has_value()) {
                QVERIFY2(all() == before, qPrintable(QStringLiteral("write %1").arg(k)));
                QVERIFY(writeAll(**store, {commit}));
            }
            store.value().reset();
            checkWritten(branch, k);
        }
    }

    void aMigrationIsDoneWholeOrNotAtAll_data() { addFaults(); }
    /// From version 1: each step to the next version is one whole.
    void aMigrationIsDoneWholeOrNotAtAll()
    {
        QFETCH(int, errorNumber);
        QFETCH(bool, forGood);
        int refused = 0;
        int stoppedBetween = 0;
        int stoppedBeforeLast = 0;
        for (int k = 1;; ++k) {
            QVERIFY(k < kWritesMax);
            init();
            makeVersionOne(m_path);
            const QStringList before = rowsOf(m_path, QStringLiteral("sqlite_master"));
            failingwrites::failAt(k, errorNumber, forGood);
            auto store = Store::open(m_path);
            const bool isOpen = store.isOk();
            if (!isOpen)
                QVERIFY2(isStorageError(store.error()), store.error().message.c_str());
            store = Error{};
            const bool hasFailed = failingwrites::stop();
            if (!isOpen) {
                ++refused;
                const auto report = verifyDatabase(m_path);
                const bool isOlder = !report && report.error().code == ErrorCode::DatabaseOlder;
                const QStringList now = rowsOf(m_path, QStringLiteral("sqlite_master"));
                const bool isVersionOne = isOlder && report.error().detail.at("found") == "1" && now == before;
                const auto names = [&](const char *what) { return !now.filter(QLatin1String(what)).isEmpty(); };
                const bool isVersionTwo = isOlder && report.error().detail.at("found") == "2"
                    && now.size() > before.size() && !names("raised_from");
                const bool isVersionThree = isOlder && report.error().detail.at("found") == "3"
                    && names("raised_from") && !names("carried_from");
                const bool isVersionFour = isOlder && report.error().detail.at("found") == "4"
                    && names("carried_from") && !names("customer");
                const bool isVersionFive = isOlder && report.error().detail.at("found") == "5" && names("customer")
                    && !names("notebook");
                const bool isBetween = isVersionTwo || isVersionThree || isVersionFour || isVersionFive;
                stoppedBetween += isBetween ? 1 : 0;
                stoppedBeforeLast += isVersionFive ? 1 : 0;
                QVERIFY2(isVersionOne || isBetween || firstProblem(report).empty(),
                         qPrintable(QStringLiteral("write %1").arg(k)));
            }
            QVERIFY(Store::open(m_path));
            QCOMPARE(firstProblem(verifyDatabase(m_path)), std::string());
            if (!hasFailed)
                break;
        }
        QVERIFY2(refused > 10, "a migration takes many writes");
        QVERIFY2(stoppedBetween > 0, "none stopped between two steps");
        QVERIFY2(stoppedBeforeLast > 0, "none stopped before the last step");
    }

    void aMakingThatFailsIsDoneAgain_data() { addFaults(); }
    void aMakingThatFailsIsDoneAgain()
    {
        QFETCH(int, errorNumber);
        QFETCH(bool, forGood);
        int refused = 0;
        for (int k = 1;; ++k) {
            QVERIFY(k < kWritesMax);
            init();
            failingwrites::failAt(k, errorNumber, forGood);
            const auto created = Store::create(m_path, 7, sampleAccount(1));
            const bool hasFailed = failingwrites::stop();
            if (!created) {
                ++refused;
                QVERIFY2(isStorageError(created.error()), created.error().message.c_str());
                const auto again = Store::create(m_path, 7, sampleAccount(1));
                // Where only the last flush failed, it may be there already.
                if (!again)
                    QCOMPARE(again.error().code, ErrorCode::AlreadyInitialised);
            }
            const auto store = Store::open(m_path);
            QVERIFY2(store, store ? "" : store.error().message.c_str());
            const auto recovered = (*store)->recover();
            QVERIFY(recovered && recovered->access == std::vector<AccessChange>{sampleAccount(1)});
            const auto report = verifyDatabase(m_path);
            QCOMPARE(firstProblem(report), std::string());
            QCOMPARE(report->auditEntries, 1);
            if (!hasFailed)
                break;
        }
        QVERIFY2(refused > 20, "making a database takes many writes");
    }

private:
    /// A ticket of somebody known, a record of each kind and two entries of the audit.
    static Commit operationOf(StoredBranch &branch)
    {
        command::IssueTicket issue{ServiceId{1}};
        issue.customer = sampleCustomerId(1);
        Commit commit = branch.run(issue);
        commit.customers = oneOfEach(1);
        commit.access
            = {sampleDevice(1), sampleAccount(1), sampleSession(1, branch.now), sampleEnrolment(1, branch.now)};
        commit.audit = {sampleAudit(2), sampleAudit(3)};
        return commit;
    }

    void copySource()
    {
        init();
        for (const char *name : {"branch.sqlite", "customer.key"})
            QVERIFY(
                QFile::copy(m_source.filePath(QLatin1String(name)), m_directory->filePath(QLatin1String(name))));
    }

    QStringList all() const
    {
        QStringList rows;
        for (const char *table : {"journal",          "ticket",         "visit",
                                  "visit_step",       "operation",      "audit",
                                  "device",           "enrolment",      "account",
                                  "session",          "customer",       "customer_identifier",
                                  "customer_search",  "customer_stage", "customer_product",
                                  "customer_consent", "customer_event", "customer_note",
                                  "note_draft",       "open_item",      "visit_goal"})
            rows += rowsOf(m_path, QString::fromLatin1(table));
        return rows
            + rowsOf(m_path, QStringLiteral("(SELECT last_seq, last_hash, audit_seq, audit_hash FROM branch)"));
    }

    void checkWritten(const StoredBranch &branch, int k)
    {
        const auto report = verifyDatabase(m_path);
        QVERIFY2(firstProblem(report).empty(),
                 qPrintable(QStringLiteral("write %1: ").arg(k) + QString::fromStdString(firstProblem(report))));
        QCOMPARE(report->events, branch.seq);
        QCOMPARE(report->auditEntries, 3);
        QCOMPARE(rowsOf(m_path, QStringLiteral("(SELECT seq FROM audit)")),
                 (QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}));
        for (const char *table : {"device", "enrolment", "account", "session", "customer", "customer_search",
                                  "customer_stage", "customer_product", "customer_consent", "customer_event",
                                  "customer_note", "note_draft", "open_item", "visit_goal"})
            QCOMPARE(rowsOf(m_path, QString::fromLatin1(table)).size(), 1);
    }

    static void resume(Store &store)
    {
        std::optional<Result<void>> resumed;
        store.resume([&](const Result<void> &result) { resumed = result; });
        QTRY_VERIFY(resumed.has_value());
        QVERIFY(*resumed);
    }

    QTemporaryDir m_source;
    StoredBranch m_branch;
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestWriteFaults)
#include "tst_writefaults.moc"
