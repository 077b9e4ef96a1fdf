// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/checkpoint.h"

#include "core/store/verify.h"
#include "core/tls/authority.h"
#include "tests/store/storedbranch.h"
#include "tests/store/storefiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tiepdon;

namespace {

constexpr TimeMs kAtMs = 1'764'064'800'000; // 2025-11-25T10:00:00Z

const QStringList kFiles{QStringLiteral("branch.sqlite"), QStringLiteral("hub.pem"), QStringLiteral("hub.key")};

void copyFiles(const QString &from, const QString &to, const QStringList &names)
{
    for (const QString &name : names) {
        QFile::remove(QDir(to).filePath(name));
        if (!QFile::copy(QDir(from).filePath(name), QDir(to).filePath(name)))
            qFatal("cannot copy a file");
    }
}

} // namespace

/// A checkpoint line kept elsewhere shows what a forger of the whole database cannot hide.
class TestCheckpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(createAuthority(m_source.path(), {}));
        auto commits = m_branch.setUpAndWork(6, 2);
        for (std::int64_t n = 1; n <= 5; ++n)
            commits.at(static_cast<std::size_t>(n)).audit = {sampleAudit(n)};
        makeDatabase(m_source.path(), std::move(commits));
        auto store = Store::open(m_source.path());
        QVERIFY(store);
        const auto ends = endsOf(**store);
        QVERIFY(ends);
        m_ends = *ends;
        QCOMPARE(m_ends.journalSeq, m_branch.seq);
        QCOMPARE(m_ends.auditSeq, 5);
        const auto line = checkpointLine(m_source.path(), m_ends, kAtMs);
        QVERIFY2(line, line ? "" : line.error().message.c_str());
        m_line = QString::fromStdString(*line);
    }

    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->path();
        copyFiles(m_source.path(), m_path, kFiles);
    }

    void aLineSaysWhatTheHeaderSays()
    {
        const QString key = *fingerprint(m_directory->filePath(QStringLiteral("hub.pem")));
        const QString text
            = QStringLiteral("tiepdon-checkpoint-1 branch=7 at=2025-11-25T10:00:00Z journal=%1:%2 audit=5:%3 "
                             "key=%4 sig=")
                  .arg(m_ends.journalSeq)
                  .arg(QString::fromStdString(m_ends.journalHash), QString::fromStdString(m_ends.auditHash), key);
        QVERIFY2(m_line.startsWith(text), qPrintable(m_line));
        QVERIFY2(!m_line.contains(u'\n'), "one line");
    }

    void aLineHoldsForItsDatabase()
    {
        const auto report = verifyCheckpoint(m_path, m_line.toStdString());
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QVERIFY2(report->problems.empty(), report->problems.empty() ? "" : report->problems.front().c_str());
        QVERIFY(report->noted == m_ends);
        QCOMPARE(report->atMs, kAtMs);
        QVERIFY2(problemsOf(u' ' + m_line + QStringLiteral("\r\n")).isEmpty(), "as a mail or a file has it");
    }

    void aLineStillHoldsWhenWorkHasGoneOn()
    {
        StoredBranch branch = m_branch;
        {
            auto store = Store::open(m_path);
            QVERIFY(store);
            auto commits = branch.work(4, 0);
            commits.front().audit = {sampleAudit(6), sampleAudit(7)};
            QVERIFY(writeAll(**store, std::move(commits)));
            QVERIFY2(problemsOf(m_line).isEmpty(), "a running hub's too");
        }
        QVERIFY(problemsOf(m_line).isEmpty());
    }

    void aLineOfAnEmptyBranchHolds()
    {
        QTemporaryDir empty;
        copyFiles(m_source.path(), empty.path(), {QStringLiteral("hub.pem"), QStringLiteral("hub.key")});
        QVERIFY(Store::create(empty.path(), 7));
        const auto line = checkpointLine(empty.path(), *chainEndsAt(empty.path(), 0, 0), kAtMs);
        QVERIFY(line);
        QVERIFY(verifyCheckpoint(empty.path(), *line)->problems.empty());
        // an empty one is no answer to a line of a branch that had come further
        const auto other = verifyCheckpoint(empty.path(), m_line.toStdString());
        QVERIFY(other);
        QCOMPARE(QString::fromStdString(other->problems.at(0)),
                 QStringLiteral("journal entry %1 is missing").arg(m_ends.journalSeq));
        QCOMPARE(other->problems.at(1), std::string("audit entry 5 is missing"));
    }

    // ---- the line altered ----

    void eachFieldOfTheLineIsCovered_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("other");
        QTest::newRow("the branch") << QStringLiteral("branch=7") << QStringLiteral("branch=8");
        QTest::newRow("the time") << QStringLiteral("T10:00:00Z") << QStringLiteral("T11:00:00Z");
        QTest::newRow("the journal's number") << QStringLiteral("journal=%1:").arg(m_ends.journalSeq)
                                              << QStringLiteral("journal=%1:").arg(m_ends.journalSeq - 1);
        QTest::newRow("the journal's number, written otherwise")
            << QStringLiteral("journal=") << QStringLiteral("journal=0");
        QTest::newRow("the journal's hash") << QString::fromStdString(m_ends.journalHash) << QString(64, u'0');
        QTest::newRow("the audit's number") << QStringLiteral("audit=5:") << QStringLiteral("audit=4:");
        QTest::newRow("the audit's hash") << QString::fromStdString(m_ends.auditHash) << QString(64, u'f');
        const QString key = m_line.section(QStringLiteral(" key="), 1).left(95);
        QTest::newRow("the key") << key
                                 << (key.startsWith(QStringLiteral("AB")) ? QStringLiteral("CD")
                                                                          : QStringLiteral("AB"))
                + key.mid(2);
        // the first byte of the DER is the same for all; the middle is the signature's numbers
        const QString signature = m_line.section(QStringLiteral(" sig="), 1);
        QString altered = signature;
        altered[20] = altered.at(20) == u'A' ? u'B' : u'A';
        QTest::newRow("the signature") << signature << altered;
        QTest::newRow("the signature cut to its first bytes") << signature << signature.left(40);
        QTest::newRow("a signature of nothing") << signature << QStringLiteral("AAAA");
    }
    void eachFieldOfTheLineIsCovered()
    {
        QFETCH(QString, field);
        QFETCH(QString, other);
        QCOMPARE(m_line.count(field), 1);
        const QStringList problems = problemsOf(QString(m_line).replace(field, other));
        QVERIFY(!problems.isEmpty());
        QVERIFY2(problems.first() == u"its signature does not fit: the line was altered"
                     || problems.first() == u"it was signed by another hub's key than the one here",
                 qPrintable(problems.first()));
    }

    void whatIsNoWholeLineIsSaid_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a letter") << QStringLiteral("Dear auditor,");
        QTest::newRow("without its signature") << m_line.section(QStringLiteral(" sig="), 0, 0);
        QTest::newRow("cut in the signature's name") << m_line.left(m_line.indexOf(QStringLiteral(" sig=")) + 3);
        QTest::newRow("cut before the signature's first letter")
            << m_line.left(m_line.indexOf(QStringLiteral(" sig=")) + 5);
        QTest::newRow("without its beginning") << m_line.mid(9);
        QTest::newRow("another version")
            << QString(m_line).replace(QStringLiteral("point-1 "), QStringLiteral("point-2 "));
        QTest::newRow("a hash too short")
            << QString(m_line).replace(QString::fromStdString(m_ends.auditHash), QString(63, u'a'));
        QTest::newRow("a number too long")
            << QString(m_line).replace(QStringLiteral("audit=5"), QStringLiteral("audit=1") + QString(18, u'0'));
        QTest::newRow("two lines") << m_line + u'\n' + m_line;
        QTest::newRow("more behind it") << m_line + QStringLiteral(" ok");
        QTest::newRow("very much") << QString(1'000'000, u'7');
    }
    void whatIsNoWholeLineIsSaid()
    {
        QFETCH(QString, line);
        const auto report = verifyCheckpoint(m_path, line.toStdString());
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::BadFile);
        QCOMPARE(report.error().detail.at("reason"), std::string("notACheckpoint"));
    }

    void aLineCutAnywhereDoesNotHold()
    {
        for (qsizetype length = 0; length < m_line.size(); ++length) {
            const auto report = verifyCheckpoint(m_path, m_line.left(length).toStdString());
            const bool holds = report && report->problems.empty();
            QVERIFY2(!holds, qPrintable(QString::number(length)));
            if (!report)
                QCOMPARE(report.error().code, ErrorCode::BadFile);
        }
    }

    // ---- the database altered ----

    void anAlteredPastIsSeenEvenWhenTheChainIsWrittenAnew_data()
    {
        QTest::addColumn<QStringList>("sql");
        QTest::addColumn<QString>("problem");
        const QString journal
            = QStringLiteral("journal entry %1 or something before it was altered").arg(m_ends.journalSeq);
        const QString audit = QStringLiteral("audit entry 5 or something before it was altered");
        QTest::newRow("who served a ticket")
            << QStringList{QStringLiteral("UPDATE journal SET actor = 2 WHERE seq = 14")} << journal;
        QTest::newRow("from which device the last entry came")
            << QStringList{QStringLiteral("UPDATE journal SET device = '9' WHERE seq = %1").arg(m_ends.journalSeq)}
            << journal;
        QTest::newRow("the first entry's time")
            << QStringList{QStringLiteral("UPDATE journal SET at_ms = at_ms - 1 WHERE seq = 1")} << journal;
        QTest::newRow("a refusal made something that was done")
            << QStringList{QStringLiteral("UPDATE audit SET outcome = 'done' WHERE seq = 4")} << audit;
        QTest::newRow("who did it") << QStringList{QStringLiteral("UPDATE audit SET actor = 40 WHERE seq = 5")}
                                    << audit;
        QTest::newRow("an entry of the audit taken out, the numbers closed up")
            << QStringList{QStringLiteral("DELETE FROM audit WHERE seq = 2"),
                           QStringLiteral("UPDATE audit SET seq = -seq WHERE seq > 2"),
                           QStringLiteral("UPDATE audit SET seq = -seq - 1 WHERE seq < 0")}
            << QStringLiteral("audit entry 5 is missing");
        QTest::newRow("an entry of the audit taken out, another put in at the end") << QStringList{
            QStringLiteral("DELETE FROM audit WHERE seq = 2"),
            QStringLiteral("UPDATE audit SET seq = -seq WHERE seq > 2"),
            QStringLiteral("UPDATE audit SET seq = -seq - 1 WHERE seq < 0"),
            QStringLiteral("INSERT INTO audit SELECT branch, 5, at_ms, actor, device_id, action, subject, "
                           "outcome, detail, hash FROM audit WHERE seq = 4")} << audit;
        QTest::newRow("the whole audit gone")
            << QStringList{QStringLiteral("DELETE FROM audit")} << QStringLiteral("audit entry 5 is missing");
    }
    void anAlteredPastIsSeenEvenWhenTheChainIsWrittenAnew()
    {
        QFETCH(QStringList, sql);
        QFETCH(QString, problem);
        rawSql(m_path, sql);
        QVERIFY2(!verifyDatabase(m_path)->problems.empty(), "a clumsy forger is seen without a line");
        rechain(m_path);
        const auto database = verifyDatabase(m_path);
        QVERIFY(database);
        QVERIFY2(database->problems.empty(), database->problems.empty() ? "" : database->problems.front().c_str());
        QCOMPARE(problemsOf(m_line), QStringList(problem));
    }

    void aDatabaseMadeAnewIsSeen()
    {
        // The hub's keys and a branch of the same number that has come just as far, in another way.
        StoredBranch other;
        auto commits = other.setUpAndWork(7, 1);
        commits.front().audit = {sampleAudit(1), sampleAudit(2), sampleAudit(3), sampleAudit(4), sampleAudit(6)};
        QVERIFY(other.seq >= m_ends.journalSeq);
        QVERIFY(QFile::remove(m_directory->filePath(QStringLiteral("branch.sqlite"))));
        makeDatabase(m_path, std::move(commits));
        QVERIFY(verifyDatabase(m_path)->problems.empty());
        QCOMPARE(problemsOf(m_line).size(), 2);
    }

    void anotherBranchsDatabaseIsSaid()
    {
        rawSql(m_path, {QStringLiteral("DELETE FROM branch")});
        QVERIFY(Store::create(m_path, 8));
        const QStringList problems = problemsOf(m_line);
        QCOMPARE(problems.first(), QStringLiteral("it is of branch 7, the database of 8"));
    }

    // ---- the keys ----

    void anotherHubsKeyIsSaid()
    {
        QTemporaryDir other;
        QVERIFY(createAuthority(other.path(), {}));
        copyFiles(other.path(), m_path, {QStringLiteral("hub.pem"), QStringLiteral("hub.key")});
        QCOMPARE(problemsOf(m_line),
                 QStringList(QStringLiteral("it was signed by another hub's key than the one here")));
    }

    void aLineSignedWithAnotherKeyUnderThisOnesNameIsAltered()
    {
        QTemporaryDir other;
        QVERIFY(createAuthority(other.path(), {}));
        // another key signs, this hub's certificate gives its name
        copyFiles(m_path, other.path(), {QStringLiteral("hub.pem")});
        ChainEnds forged = m_ends;
        const auto line = checkpointLine(other.path(), forged, kAtMs);
        QVERIFY(line);
        QCOMPARE(problemsOf(QString::fromStdString(*line)),
                 QStringList(QStringLiteral("its signature does not fit: the line was altered")));
    }

    void aMissingOrBrokenKeyIsRefused()
    {
        QVERIFY(QFile::remove(m_directory->filePath(QStringLiteral("hub.key"))));
        QCOMPARE(checkpointLine(m_path, m_ends, kAtMs).error().code, ErrorCode::NotInitialised);
        QFile key(m_directory->filePath(QStringLiteral("hub.key")));
        QVERIFY(key.open(QIODevice::WriteOnly));
        QVERIFY(key.write("-----BEGIN PRIVATE KEY-----\nbm8=\n-----END PRIVATE KEY-----\n") > 0);
        key.close();
        const auto line = checkpointLine(m_path, m_ends, kAtMs);
        QCOMPARE(line.error().code, ErrorCode::BadFile);
        QCOMPARE(QString::fromStdString(line.error().detail.at("file")), key.fileName());
        QVERIFY2(problemsOf(m_line).isEmpty(), "to check a line needs no private key");
    }

    void withoutADatabaseNothingIsChecked()
    {
        QVERIFY(QFile::remove(m_directory->filePath(QStringLiteral("branch.sqlite"))));
        QCOMPARE(verifyCheckpoint(m_path, m_line.toStdString()).error().code, ErrorCode::NotInitialised);
    }

private:
    QStringList problemsOf(const QString &line) const
    {
        const auto report = verifyCheckpoint(m_path, line.toStdString());
        if (!report)
            return {QStringLiteral("refused: ") + QString::fromStdString(report.error().message)};
        QStringList problems;
        for (const std::string &problem : report->problems)
            problems.push_back(QString::fromStdString(problem));
        return problems;
    }

    QTemporaryDir m_source;
    StoredBranch m_branch;
    ChainEnds m_ends;
    QString m_line;
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
