// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/programs.h"

#include <QDir>
#include <QJsonArray>

#include <csignal>

namespace {

const QByteArray kHeader("office,queue_id,letter,date,ticket_no,arrival_min,call_min,wait_min,waiting_at_arrival,"
                         "counters_at_arrival,displayed_service_min\n");

/// An office with two queues of one letter and one of a letter no series has; 60 people in two hours.
QByteArray smallOffice()
{
    QByteArray text = kHeader;
    for (int i = 0; i < 60; ++i) {
        const int queue = 501 + i % 3;
        text += QStringLiteral("Ratusz,%1,%2,2026-03-02,%3,%4,%5,2,1,2,%6\n")
                    .arg(queue)
                    .arg(QChar(queue == 503 ? u'O' : u'B'))
                    .arg(i + 1)
                    .arg(480 + 2 * i)
                    .arg(482 + 2 * i)
                    .arg(i % 5 == 0 ? 0 : 4)
                    .toUtf8();
    }
    return text + "Elsewhere,9,A,2026-03-02,1,480,480,0,0,1,5\n";
}

int number(const QJsonObject &json, const char *key) { return json.value(QString::fromLatin1(key)).toInt(-1); }

/// A branch whose administrator may also run a day.
QByteArray beginToPlay(Branch &branch, const QStringList &hubOptions)
{
    const QByteArray failed = branch.begin(hubOptions);
    return failed.isEmpty() ? branch.giveAdmin(QStringLiteral("supervisor,administrator")) : failed;
}

/// Plays one office's day on a fresh hub and checks everything that must hold of any day.
void playWell(const QString &csv, const QString &office, const QString &date, double speed, int msMax,
              QJsonObject &report)
{
    Branch branch;
    QCOMPARE(beginToPlay(branch, {QStringLiteral("--play-clock"), date + QStringLiteral("T05:00:00+07:00")}),
             QByteArray());
    const Ran played
        = branch.ask({QStringLiteral("play"), csv, QStringLiteral("--office"), office, QStringLiteral("--date"),
                      date, QStringLiteral("--speed"), QString::number(speed)},
                     msMax);
    QVERIFY2(played.code == 0, (played.out + played.err).constData());
    report = played.json();
    QVERIFY(report.value(QStringLiteral("errors")).toObject().isEmpty());
    QCOMPARE(number(report, "issued"), number(report, "planned"));
    QCOMPARE(report.value(QStringLiteral("isEndReached")).toBool(), true);
    QCOMPARE(number(report, "served") + number(report, "noShows"), number(report, "issued"));
    QCOMPARE(number(report, "ended"), 0);
    QCOMPARE(number(report, "called"), number(report, "issued"));
    QCOMPARE(number(report, "foreignTickets"), 0);

    const QJsonObject status = branch.ask(words("status")).json();
    QCOMPARE(status.value(QStringLiteral("isOpen")).toBool(true), false);
    QCOMPARE(number(status.value(QStringLiteral("totals")).toObject(), "served"), number(report, "served"));
    QCOMPARE(branch.stopHub(), 0);
    const Ran verified = branch.ask(words("verify"));
    QVERIFY2(verified.code == 0, verified.out.constData());
    QCOMPARE(number(verified.json(), "tickets"), number(report, "issued"));
}

} // namespace

class TestPlay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSmallOfficesDay()
    {
        QTemporaryDir dir;
        QFile csv(dir.filePath(QStringLiteral("small_tickets.csv")));
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write(smallOffice());
        csv.close();
        QJsonObject report;
        playWell(csv.fileName(), QStringLiteral("Ratusz"), QStringLiteral("2026-03-02"), 1200, 60'000, report);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(number(report, "planned"), 60);
        QCOMPARE(number(report, "counters"), 6);
        QVERIFY(report.value(QStringLiteral("meanWaitMin")).toDouble() < 30);
    }

    void badRowsAreSaidAndNoneIsTaken()
    {
        Branch branch;
        QByteArray text = smallOffice();
        text += "Ratusz,501,B,2026-03-02,99,8h05,490,1,1,2,4\n";
        text += "Ratusz,501,B,2026-03-02,99\n";
        const QString csv = branch.write(QStringLiteral("bad.csv"), text);
        QCOMPARE(beginToPlay(branch, {QStringLiteral("--play-clock"), QStringLiteral("2026-03-02T05:00:00+07:00")}),
                 QByteArray());
        const QStringList play{QStringLiteral("play"),     csv,
                               QStringLiteral("--office"), QStringLiteral("Ratusz"),
                               QStringLiteral("--date"),   QStringLiteral("2026-03-02"),
                               QStringLiteral("--speed"),  QStringLiteral("1800")};
        const Ran refused = branch.ctl(play);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("line 63, arrival_min"), refused.err.constData());
        QVERIFY2(refused.err.contains("line 64, arrival_min"), refused.err.constData());
        QVERIFY(refused.err.contains("--skip-bad"));
        QVERIFY(branch.ask(words("status")).json().value(QStringLiteral("services")).toArray().isEmpty());

        const Ran skipped = branch.ask(play + words("--skip-bad"), 60'000);
        QVERIFY2(skipped.code == 0, skipped.out.constData());
        QCOMPARE(number(skipped.json(), "issued"), 60);
        QCOMPARE(skipped.json().value(QStringLiteral("skippedRows")).toArray().size(), 2);
    }

    void aDayFromFiguresLeavesACounterToAPerson()
    {
        Branch branch;
        QCOMPARE(beginToPlay(branch, {QStringLiteral("--play-clock"), QStringLiteral("2026-03-02T07:00:00+07:00")}),
                 QByteArray());
        QCOMPARE(branch
                     .ctl({QStringLiteral("branch"), QStringLiteral("import"),
                           QStringLiteral(TIEPDON_SOURCE_DIR "/resources/branch/bank-branch.toml")})
                     .code,
                 0);
        const QString figures = QStringLiteral(TIEPDON_SOURCE_DIR "/resources/demo/bank-day.toml");
        const Ran none = branch.ask({QStringLiteral("play"), QStringLiteral("--figures"), figures,
                                     QStringLiteral("--leave-counter"), QStringLiteral("77")});
        QCOMPARE(none.code, 1);
        QCOMPARE(branch.ctl(words("day close")).code, 0);

        const QString reportFile = branch.file(QStringLiteral("report.json"));
        const Ran played
            = branch.ask({QStringLiteral("play"), QStringLiteral("--figures"), figures, QStringLiteral("--date"),
                          QStringLiteral("2026-03-03"), QStringLiteral("--speed"), QStringLiteral("1800"),
                          QStringLiteral("--leave-counter"), QStringLiteral("1"), QStringLiteral("--keep-open"),
                          QStringLiteral("--report"), reportFile},
                         100'000);
        QVERIFY2(played.code == 0, (played.out + played.err).constData());
        const QJsonObject report = played.json();
        QCOMPARE(number(report, "counters"), 5);
        QVERIFY(number(report, "issued") > 150);
        QCOMPARE(number(report, "served") + number(report, "noShows"), number(report, "issued"));
        QVERIFY(number(report, "noShows") > 0);
        QFile file(reportFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(file.readAll()).object(), report);

        const QJsonObject status = branch.ask(words("status")).json();
        QCOMPARE(status.value(QStringLiteral("isOpen")).toBool(), true);
        QCOMPARE(status.value(QStringLiteral("rate")).toDouble(), 1.0);
        const QJsonArray counters = status.value(QStringLiteral("counters")).toArray();
        QCOMPARE(counters.at(0).toObject().value(QStringLiteral("state")).toString(), QStringLiteral("closed"));
        QCOMPARE(counters.at(1).toObject().value(QStringLiteral("state")).toString(), QStringLiteral("free"));
        QCOMPARE(branch.ctl(words("clock 60")).code, 0);
        QCOMPARE(branch.ask(words("status")).json().value(QStringLiteral("rate")).toDouble(), 60.0);
        QCOMPARE(branch.ctl(words("clock 1")).code, 0);
        QCOMPARE(branch.ask(words("status")).json().value(QStringLiteral("rate")).toDouble(), 1.0);
        QCOMPARE(branch.ctl(words("verify")).code, 0);
    }

    void aSupervisorMayMoveAndCloseCountersMeanwhile()
    {
        Branch branch;
        QCOMPARE(beginToPlay(branch, {QStringLiteral("--play-clock"), QStringLiteral("2026-03-02T07:00:00+07:00")}),
                 QByteArray());
        QCOMPARE(branch
                     .ctl({QStringLiteral("branch"), QStringLiteral("import"),
                           QStringLiteral(TIEPDON_SOURCE_DIR "/resources/branch/bank-branch.toml")})
                     .code,
                 0);
        QProcess play;
        play.start(QStringLiteral(TIEPDON_CTL),
                   {QStringLiteral("--json"), QStringLiteral("--data"), branch.path(), QStringLiteral("play"),
                    QStringLiteral("--figures"), QStringLiteral(TIEPDON_SOURCE_DIR "/resources/demo/bank-day.toml"),
                    QStringLiteral("--date"), QStringLiteral("2026-03-03"), QStringLiteral("--speed"),
                    QStringLiteral("60")});
        // before the first arrival, which is ten of the day's minutes after all have signed on
        const auto isDone = [&branch](const char *command) {
            const QDeadlineTimer limit(20'000);
            while (branch.ctl(words(command)).code != 0) {
                if (limit.hasExpired())
                    return false;
            }
            return true;
        };
        QVERIFY(isDone("counter sign-off 2"));
        QVERIFY(isDone("counter assign 3 3")); // all-round to advice
        QVERIFY(isDone("clock 1800"));
        QVERIFY(play.waitForFinished(150'000));
        const QByteArray out = play.readAllStandardOutput();
        QVERIFY2(play.exitCode() == 0, out.constData());
        const QJsonObject report = QJsonDocument::fromJson(out).object();
        QCOMPARE(report.value(QStringLiteral("isEndReached")).toBool(), true);
        QCOMPARE(number(report, "served") + number(report, "noShows"), number(report, "issued"));
        QCOMPARE(number(report, "issued"), number(report, "planned"));
    }

    void aHubThatStandsStillIsWaitedForAtALowerSpeed()
    {
        Branch branch;
        const QString csv = branch.write(QStringLiteral("office.csv"), smallOffice());
        QCOMPARE(beginToPlay(branch, {QStringLiteral("--play-clock"), QStringLiteral("2026-03-02T05:00:00+07:00")}),
                 QByteArray());
        QProcess play;
        play.start(QStringLiteral(TIEPDON_CTL),
                   {QStringLiteral("--json"), QStringLiteral("--data"), branch.path(), QStringLiteral("play"), csv,
                    QStringLiteral("--office"), QStringLiteral("Ratusz"), QStringLiteral("--date"),
                    QStringLiteral("2026-03-02"), QStringLiteral("--speed"), QStringLiteral("600")});
        const auto issued = [&branch] {
            return number(branch.ask(words("status")).json().value(QStringLiteral("totals")).toObject(), "issued");
        };
        QTRY_VERIFY_WITH_TIMEOUT(issued() >= 5, 20'000);
        ::kill(static_cast<pid_t>(branch.hubProcess()), SIGSTOP);
        QTest::qWait(2000); // 20 minutes of the played day
        ::kill(static_cast<pid_t>(branch.hubProcess()), SIGCONT);
        QVERIFY(play.waitForFinished(100'000));
        const QByteArray out = play.readAllStandardOutput();
        const QJsonObject report = QJsonDocument::fromJson(out).object();
        QVERIFY2(play.exitCode() == 0, out.constData());
        QCOMPARE(report.value(QStringLiteral("slowedDown")).toBool(), true);
        QVERIFY(report.value(QStringLiteral("latestIssueMin")).toDouble() > 3);
        QCOMPARE(number(report, "served") + number(report, "noShows"), 60);
        QCOMPARE(branch.ctl(words("verify")).code, 0);
    }

    void aRealOfficesDay()
    {
        QString directory = qEnvironmentVariable("TIEPDON_REAL_DATA");
        if (directory.isEmpty())
            directory = QStringLiteral(TIEPDON_SOURCE_DIR "/../shared/data");
        const QString csv = QDir(directory).filePath(QStringLiteral("warsaw_2020_tickets.csv"));
        if (!QFile::exists(csv))
            QSKIP(
                qPrintable(QStringLiteral("No real queue was played: %1 is not there. Set TIEPDON_REAL_DATA to the "
                                          "directory that holds warsaw_2020_tickets.csv.")
                               .arg(csv)));
        QJsonObject report;
        playWell(csv, QStringLiteral("UD_Ursus"), QStringLiteral("2020-01-09"), 900, 200'000, report);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(number(report, "issued"), 381);
        qInfo("UD_Ursus 2020-01-09: mean wait %.1f min, speed reached %.0f",
              report.value(QStringLiteral("meanWaitMin")).toDouble(),
              report.value(QStringLiteral("speed")).toObject().value(QStringLiteral("reached")).toDouble());
    }
};

QTEST_GUILESS_MAIN(TestPlay)
#include "tst_play.moc"
