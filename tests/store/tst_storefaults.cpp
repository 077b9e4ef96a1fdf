// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/store/verify.h"
#include "storedbranch.h"
#include "storefiles.h"
#include "tests/support/ownmounts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>

#include <sys/mount.h>

using namespace tiepdon;

namespace {

/// Commits for ever, groups of eight, and prints the number of each operation once it is acknowledged.
int commitForEver(const QString &directory)
{
    auto store = Store::open(directory);
    if (!store || !(*store)->recover())
        return 1;
    StoredBranch branch;
    std::vector<Commit> waiting = branch.setUp();
    std::size_t acknowledged = 0;
    std::size_t sent = 0;
    std::vector<std::int64_t> operations;
    const auto send = [&] {
        while (sent - acknowledged < 8) {
            if (waiting.empty()) {
                waiting = branch.work(4, 0);
                std::reverse(waiting.begin(), waiting.end());
            }
            operations.push_back(waiting.back().operation.id.n);
            waiting.back().audit = {sampleAudit(operations.back())};
            (*store)->commit(std::move(waiting.back()));
            waiting.pop_back();
            ++sent;
        }
    };
    std::reverse(waiting.begin(), waiting.end());
    QObject::connect(store->get(), &Store::committed, [&](qulonglong count) {
        for (qulonglong i = 0; i < count; ++i)
            std::printf("%lld\n", static_cast<long long>(operations.at(acknowledged++)));
        std::fflush(stdout);
        send();
    });
    QObject::connect(store->get(), &Store::failed, [] { QCoreApplication::exit(2); });
    send();
    return QCoreApplication::exec();
}

bool mayMount = false;

} // namespace

/// Faults of the machine: the process killed, the disk full.
class TestStoreFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAcknowledgedSurvivesAKill_data()
    {
        QTest::addColumn<int>("lines");
        for (const int lines : {1, 9, 40, 150, 400})
            QTest::addRow("killed after %d acknowledgements", lines) << lines;
    }
    void whatWasAcknowledgedSurvivesAKill()
    {
        QFETCH(int, lines);
        QTemporaryDir directory;
        QVERIFY(Store::create(directory.path(), StoredBranch::kBranch));
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--commit-for-ever"), directory.path()});
        QByteArray told;
        while (told.count('\n') < lines) {
            QVERIFY(child.waitForReadyRead(30'000));
            told += child.readAllStandardOutput();
        }
        const auto refused = Store::open(directory.path());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::DirectoryInUse);
        QCOMPARE(refused.error().detail.at("pid"), std::to_string(child.processId()));

        QCOMPARE(::kill(static_cast<pid_t>(child.processId()), SIGKILL), 0);
        QVERIFY(child.waitForFinished());
        told += child.readAllStandardOutput();
        const QList<QByteArray> acknowledged = told.left(told.lastIndexOf('\n')).split('\n');

        auto store = Store::open(directory.path());
        QVERIFY2(store, store ? "" : store.error().message.c_str());
        const auto recovered = (*store)->recover();
        QVERIFY2(recovered, recovered ? "" : recovered.error().message.c_str());
        for (const QByteArray &n : acknowledged) {
            const auto answer = answerOf(**store, {"test-client-1", n.toLongLong()});
            QVERIFY2(answer && answer->has_value(), n.constData());
        }
        const auto report = verifyDatabase(directory.path());
        QVERIFY(report);
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().c_str());
        QCOMPARE(report->events, recovered->lastSeq);
        QCOMPARE(rowsOf(directory.path(), QStringLiteral("(SELECT detail FROM audit)")),
                 rowsOf(directory.path(), QStringLiteral("(SELECT 'n=' || n FROM operation ORDER BY n)")));
    }

    void aFullDiskIsSaidAndWorkResumesWhenSpaceReturns()
    {
        if (!mayMount)
            QSKIP("no file system of the test's own may be mounted here");
        QTemporaryDir directory;
        // room for a log that grows to 1000 pages before it is taken over, however small the groups are
        QCOMPARE(mount("tmpfs", qPrintable(directory.path()), "tmpfs", 0, "size=16m"), 0);
        StoredBranch branch;
        makeDatabase(directory.path(), branch.setUp());
        auto store = Store::open(directory.path());
        QVERIFY(store);
        QVERIFY((*store)->recover());

        QFile filler(directory.filePath(QStringLiteral("filler")));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const qint64 leave = 64 * 1024;
        const QByteArray content(QStorageInfo(directory.path()).bytesAvailable() - leave, 'x');
        QCOMPARE(filler.write(content), content.size());

        QSignalSpy committed(store->get(), &Store::committed);
        QSignalSpy failed(store->get(), &Store::failed);
        auto commits = branch.work(200, 10);
        for (Commit &commit : commits)
            commit.audit = {sampleAudit(commit.operation.id.n)};
        const auto total = static_cast<std::int64_t>(commits.size());
        for (const Commit &commit : commits)
            (*store)->commit(commit);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.front().front().value<Error>().code, ErrorCode::StorageFull);
        std::size_t told = 0;
        for (const auto &arguments : committed)
            told += arguments.at(0).toULongLong();
        QVERIFY(told < commits.size());

        // Reads go on: what was committed is there, the next is not.
        const auto n = [&](std::size_t i) { return commits.at(i).operation.id; };
        QVERIFY(!answerOf(**store, n(told))->has_value());
        QVERIFY(told == 0 || answerOf(**store, n(told - 1))->has_value());

        // The last bytes too, so that not even the small write has room.
        while (filler.write(QByteArray(4096, 'x')) == 4096) { }
        std::optional<Result<void>> resumed;
        const auto resume = [&] {
            resumed.reset();
            (*store)->resume([&](const Result<void> &result) { resumed = result; });
        };
        resume();
        QTRY_VERIFY(resumed.has_value());
        QVERIFY(!*resumed);
        QCOMPARE(resumed->error().code, ErrorCode::StorageFull);
        QCOMPARE(failed.size(), 1);

        QVERIFY(filler.remove());
        resume();
        QTRY_VERIFY(resumed.has_value());
        QVERIFY2(*resumed, *resumed ? "" : resumed->error().message.c_str());
        commits.erase(commits.begin(), commits.begin() + static_cast<std::ptrdiff_t>(told));
        QVERIFY(writeAll(**store, commits));
        QVERIFY((*store)->recover()->state.image() == branch.state.image());
        store.value().reset();
        const auto report = verifyDatabase(directory.path());
        QVERIFY(report && report->problems.empty());
        QCOMPARE(report->auditEntries, total);
        QCOMPARE(umount(qPrintable(directory.path())), 0);
    }

    void aFullDiskAtTheStartIsSaid()
    {
        if (!mayMount)
            QSKIP("no file system of the test's own may be mounted here");
        QTemporaryDir directory;
        QCOMPARE(mount("tmpfs", qPrintable(directory.path()), "tmpfs", 0, "size=16k"), 0);
        const auto created = Store::create(directory.path(), 7);
        QVERIFY(!created);
        QCOMPARE(created.error().code, ErrorCode::StorageFull);
        QCOMPARE(Store::open(directory.path()).error().code, ErrorCode::StorageFull);
        QCOMPARE(umount(qPrintable(directory.path())), 0);
    }
};

int main(int argc, char *argv[])
{
    mayMount = test::takeOwnMounts();
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == u"--commit-for-ever")
        return commitForEver(arguments.at(2));
    TestStoreFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_storefaults.moc"
