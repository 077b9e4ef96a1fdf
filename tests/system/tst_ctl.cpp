// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/programs.h"

namespace {

const QString kSample = QStringLiteral(TIEPDON_SOURCE_DIR "/resources/branch/bank-branch.toml");

QJsonObject totals(const Branch &branch)
{
    return branch.ask({QStringLiteral("status")}).json().value(QStringLiteral("totals")).toObject();
}

} // namespace

class TestCtl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initMakesADirectoryForItsOwnerOnly()
    {
        Branch branch;
        const Ran made = branch.ask(words("init --branch-id 7 --host hub.example"));
        QCOMPARE(made.code, 0);
        QCOMPARE(made.json().value(QStringLiteral("branchId")).toInt(), 7);
        QCOMPARE(made.json().value(QStringLiteral("fingerprint")).toString().size(), 95);
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
            | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
        QCOMPARE(QFile::permissions(branch.path()) & others, QFileDevice::Permissions());

        QFile authority(branch.path() + QStringLiteral("/authority.pem"));
        QVERIFY(authority.open(QIODevice::ReadOnly));
        const QByteArray before = authority.readAll();
        const Ran again = branch.ask(words("init"));
        QCOMPARE(again.code, 1);
        QCOMPARE(errorCode(again), QStringLiteral("AlreadyInitialised"));
        authority.seek(0);
        QCOMPARE(authority.readAll(), before);
    }

    void anInitThatWasCutOffIsGoneOnWith()
    {
        Branch branch;
        QCOMPARE(branch.ctl(words("init")).code, 0);
        for (const char *name : {"/branch.sqlite", "/branch.sqlite-wal", "/branch.sqlite-shm"})
            QFile::remove(branch.path() + QString::fromLatin1(name));
        QCOMPARE(branch.ctl(words("init")).code, 0);
        QCOMPARE(branch.ctl(words("verify")).code, 0);
    }

    void initSaysWhoTheFirstAdministratorIs()
    {
        Branch branch;
        const Ran made = branch.ctl(words("init --host hub.example --host 192.0.2.7"));
        QCOMPARE(made.code, 0);
        const QRegularExpression password(QStringLiteral("[a-z2-9]{4}(-[a-z2-9]{4}){3}"));
        QVERIFY2(password.match(QString::fromUtf8(made.out)).hasMatch(), made.out.constData());
        // other names than this machine's: others are to come in
        QFile config(branch.path() + QStringLiteral("/hub.toml"));
        QVERIFY(config.open(QIODevice::ReadOnly));
        QVERIFY(config.readAll().contains("listen = \"any\""));
        QCOMPARE(run(QStringLiteral(TIEPDON_HUB),
                     {QStringLiteral("--config"), config.fileName(), QStringLiteral("--check-config")})
                     .code,
                 0);
    }

    void initTakesAPasswordFromAFile()
    {
        Branch branch;
        const QString file = branch.write(QStringLiteral("first.txt"), "the first of passwords\n");
        const Ran made = branch.ask({QStringLiteral("init"), QStringLiteral("--password-file"), file});
        QCOMPARE(made.code, 0);
        QVERIFY(!made.json().contains(QStringLiteral("oneTimePassword")));
        QVERIFY(!QFile::exists(branch.path() + QStringLiteral("/hub.toml")));
        QVERIFY(branch.startHub());
        QCOMPARE(branch.signIn(QString(), QStringLiteral("admin"), "the first of passwords"), QByteArray());

        Branch other;
        const QString weak = other.write(QStringLiteral("weak.txt"), "password1234\n");
        const Ran refused = other.ask({QStringLiteral("init"), QStringLiteral("--password-file"), weak});
        QCOMPARE(errorCode(refused), QStringLiteral("PasswordTooWeak"));
        QCOMPARE(other.ctl(words("init")).code, 0); // a refusal leaves nothing that is in the way
    }

    void aLostAdministratorIsGivenANewPassword()
    {
        Branch branch;
        QCOMPARE(branch.begin(), QByteArray());
        QCOMPARE(errorCode(branch.ask(words("reset-admin"))), QStringLiteral("DirectoryInUse"));
        QCOMPARE(branch.stopHub(), 0);
        const Ran reset = branch.ask(words("reset-admin"));
        QCOMPARE(reset.code, 0);
        QVERIFY(branch.startHub());
        QCOMPARE(branch.ask(words("status")).code, 5); // the session is over
        QCOMPARE(branch.signIn(QString(), QStringLiteral("admin"),
                               reset.json().value(QStringLiteral("oneTimePassword")).toString().toUtf8()),
                 QByteArray());
        QCOMPARE(branch.ask(words("status")).code, 0);
        QCOMPARE(branch.ctl(words("verify")).code, 0);
    }

    void withoutAHubItSaysHowToStartOne()
    {
        Branch branch;
        const Ran nothing = branch.ctl(words("status"));
        QCOMPARE(nothing.code, 5);
        QVERIFY(nothing.err.contains("tiepdon-ctl enrol"));
        QCOMPARE(errorCode(branch.ask(words("verify"))), QStringLiteral("NotInitialised"));
        QCOMPARE(branch.ctl(words("init")).code, 0);
        const Ran none = branch.ctl(words("status"));
        QCOMPARE(none.code, 4);
        QVERIFY(none.err.contains("tiepdon-hub --data"));
    }

    void aKilledHubIsNoticed()
    {
        Branch branch;
        QCOMPARE(branch.begin(), QByteArray());
        branch.killHub();
        const Ran stale = branch.ask(words("status"));
        QCOMPARE(stale.code, 4);
        QCOMPARE(errorCode(stale), QStringLiteral("Offline"));
    }

    void anotherAuthorityIsNotTrusted()
    {
        Branch branch;
        QCOMPARE(branch.begin(), QByteArray());
        const QString port = branch.port();
        const Ran code = branch.ask(words("device enrol --name elsewhere"));
        const auto elsewhere = [&branch](const char *command, const QByteArray &input = {}) {
            return run(QStringLiteral(TIEPDON_CTL),
                       QStringList{QStringLiteral("--json"), QStringLiteral("--data"),
                                   branch.file(QStringLiteral("none")), QStringLiteral("--device"),
                                   branch.file(QStringLiteral("elsewhere"))}
                           + words(command),
                       30'000, input);
        };
        QCOMPARE(elsewhere("enrol", code.json().value(QStringLiteral("code")).toString().toUtf8()).code, 0);
        QCOMPARE(errorCode(elsewhere("status")), QStringLiteral("SignInNeeded"));
        QCOMPARE(branch.stopHub(), 0);
        // the same place, another hub
        QDir directory(branch.path());
        for (const QString &name : directory.entryList(QDir::Files))
            QVERIFY(directory.remove(name));
        QCOMPARE(branch.ctl(words("init")).code, 0);
        QVERIFY(branch.startHub({QStringLiteral("--port"), port}));
        const Ran ran = elsewhere("status");
        QCOMPARE(ran.code, 4);
        QCOMPARE(errorCode(ran), QStringLiteral("TrustFailed"));
        QCOMPARE(errorCode(elsewhere("enrol --anew")), QStringLiteral("NotEnrolled"));
        QCOMPARE(errorCode(branch.ask(words("status"))), QStringLiteral("SessionEnded")); // enrolled anew by itself
    }

    void aDayFromInitToVerify()
    {
        Branch branch;
        QCOMPARE(branch.begin(), QByteArray());

        // a mistake: line and field said, nothing changed
        QFile sample(kSample);
        QVERIFY(sample.open(QIODevice::ReadOnly));
        QByteArray text = sample.readAll();
        const qsizetype at = text.indexOf("series = \"C\"");
        QVERIFY(at > 0);
        const auto line = text.left(at).count('\n') + 1;
        text.replace(at, 12, "series = \"O\"");
        const Ran wrong = branch.ask(
            {QStringLiteral("branch"), QStringLiteral("import"), branch.write(QStringLiteral("wrong.toml"), text)});
        QCOMPARE(wrong.code, 1);
        QCOMPARE(errorCode(wrong), QStringLiteral("BadFile"));
        QCOMPARE(detail(wrong, "line"), QString::number(line));
        QCOMPARE(detail(wrong, "field"), QStringLiteral("series"));
        QVERIFY(branch.ask(words("status")).json().value(QStringLiteral("services")).toArray().isEmpty());
        QCOMPARE(errorCode(branch.ask(words("day open"))), QStringLiteral("NotDefined"));

        QCOMPARE(
            branch.ctl({QStringLiteral("branch"), QStringLiteral("import"), kSample, QStringLiteral("--check")})
                .code,
            0);
        QVERIFY(branch.ask(words("status")).json().value(QStringLiteral("services")).toArray().isEmpty());
        QCOMPARE(branch.ctl({QStringLiteral("branch"), QStringLiteral("import"), kSample}).code, 0);
        QCOMPARE(branch.giveAdmin(QStringLiteral("administrator,greeter")), QByteArray());
        QCOMPARE(errorCode(branch.ask(words("issue 1"))), QStringLiteral("DayNotOpen"));

        QCOMPARE(branch.ask(words("day open")).json().value(QStringLiteral("day")).toString(),
                 QDateTime::currentDateTimeUtc().addSecs(7 * 3600).date().toString(Qt::ISODate));
        const QJsonObject first = branch.ask(words("issue 2")).json();
        QCOMPARE(first.value(QStringLiteral("number")).toString(), QStringLiteral("B001"));
        QCOMPARE(first.value(QStringLiteral("ahead")).toInt(-1), 0);
        const QJsonObject second = branch.ask(words("issue 2")).json();
        QCOMPARE(second.value(QStringLiteral("number")).toString(), QStringLiteral("B002"));
        QCOMPARE(second.value(QStringLiteral("ahead")).toInt(-1), 1);
        QCOMPARE(errorCode(branch.ask(words("issue 99"))), QStringLiteral("UnknownService"));

        // an administrator looks after the branch, and does not serve
        QCOMPARE(errorCode(branch.ask(words("counter sign-on 5 3"))), QStringLiteral("NotAllowed"));
        QCOMPARE(branch.ctl(words("counter sign-on 5 3")).code, 5);
        QCOMPARE(branch.giveAdmin(QStringLiteral("administrator,supervisor")), QByteArray());
        QCOMPARE(branch.ctl(words("counter sign-on 5 3")).code, 0);
        const Ran occupied = branch.ctl(words("counter sign-on 5 4"));
        QCOMPARE(occupied.code, 1);
        QVERIFY(occupied.err.contains("Lê Thu Phương"));
        QCOMPARE(errorCode(branch.ask(words("counter assign 5 1"))), QStringLiteral("ServiceUnserved"));
        QCOMPARE(branch.ctl(words("counter assign 5 1 --leave-unserved")).code, 0);
        const QJsonObject status = branch.ask(words("status")).json();
        QCOMPARE(status.value(QStringLiteral("isOpen")).toBool(), true);
        const QJsonObject counter = status.value(QStringLiteral("counters")).toArray().at(4).toObject();
        QCOMPARE(counter.value(QStringLiteral("staffName")).toString(), QStringLiteral("Lê Thu Phương"));
        QCOMPARE(counter.value(QStringLiteral("profile")).toInt(), 1);
        const QJsonObject service = status.value(QStringLiteral("services")).toArray().at(1).toObject();
        QCOMPARE(service.value(QStringLiteral("waiting")).toInt(), 2);
        QCOMPARE(service.value(QStringLiteral("queue")).toArray(),
                 QJsonArray({QStringLiteral("B001"), QStringLiteral("B002")}));
        QCOMPARE(branch.ctl(words("counter sign-off 5")).code, 0);
        QCOMPARE(branch.ctl(words("counter list")).code, 0);

        // a kill loses nothing
        branch.killHub();
        QVERIFY(branch.startHub());
        QCOMPARE(totals(branch).value(QStringLiteral("issued")).toInt(), 2);
        QCOMPARE(branch.ask(words("issue 2")).json().value(QStringLiteral("number")).toString(),
                 QStringLiteral("B003"));

        QCOMPARE(branch.ctl(words("day close")).code, 0);
        QCOMPARE(totals(branch).value(QStringLiteral("ended")).toInt(), 3);
        QCOMPARE(errorCode(branch.ask(words("day open 2020-01-01"))), QStringLiteral("DayInThePast"));
        QCOMPARE(branch.stopHub(), 0);
        const Ran verified = branch.ask(words("verify"));
        QCOMPARE(verified.code, 0);
        QCOMPARE(verified.json().value(QStringLiteral("tickets")).toInt(), 3);
        QVERIFY(verified.json().value(QStringLiteral("events")).toInt() > 20);
    }

    void ticketsAreHandledFromTheShell()
    {
        Branch branch;
        QCOMPARE(branch.begin(), QByteArray());
        QCOMPARE(branch.ctl({QStringLiteral("branch"), QStringLiteral("import"), kSample}).code, 0);
        QCOMPARE(branch.giveAdmin(QStringLiteral("administrator,supervisor")), QByteArray());
        QCOMPARE(branch.ctl(words("day open")).code, 0);
        QCOMPARE(branch.ctl(words("counter sign-on 1 1")).code, 0);
        const auto status = [&branch] { return branch.ask(words("status")).json(); };
        const auto queue = [&] {
            QStringList numbers;
            for (const auto &each :
                 status()[QStringLiteral("services")].toArray().first()[QStringLiteral("queue")].toArray())
                numbers.append(each.toString());
            return numbers.join(u' ');
        };
        const auto isDone = [&branch](const char *line) {
            const Ran ran = branch.ask(words(line));
            if (ran.code != 0)
                qWarning("%s: %s%s", line, ran.out.constData(), ran.err.constData());
            return ran.code == 0;
        };
        for (int i = 0; i < 4; ++i)
            QVERIFY(isDone("issue 1"));
        QCOMPARE(queue(), QStringLiteral("A001 A002 A003 A004"));
        QVERIFY(isDone("ticket raise A003 --reason needsHelp"));
        QCOMPARE(queue(), QStringLiteral("A003 A001 A002 A004"));
        QVERIFY(isDone("ticket lower a003"));
        QVERIFY(isDone("ticket cancel A002 --reason left"));
        QCOMPARE(queue(), QStringLiteral("A001 A003 A004"));
        QVERIFY(isDone("ticket restore A002"));
        QCOMPARE(queue(), QStringLiteral("A001 A002 A003 A004"));
        QVERIFY(isDone("ticket transfer A004 4 --delay 30"));
        QCOMPARE(status()[QStringLiteral("held")].toArray().first()[QStringLiteral("ticket")].toString(),
                 QStringLiteral("A004"));
        QVERIFY(isDone("ticket segment A003 --because 1"));
        QCOMPARE(errorCode(branch.ask(words("ticket segment A003 --because 99"))),
                 QStringLiteral("UnknownPriorityReason"));
        QCOMPARE(errorCode(branch.ask(words("ticket raise A099"))), QStringLiteral("UnknownTicket"));
        QCOMPARE(errorCode(branch.ask(words("counter park 1"))), QStringLiteral("TicketNotHere"));

        // somebody without a ticket is served, put aside, shown, and taken up again
        const Ran walkIn = branch.ask(words("counter walk-in 1 1"));
        QCOMPARE(walkIn.json().value(QStringLiteral("number")).toString(), QStringLiteral("A005"));
        QVERIFY(isDone("counter park 1 --reason payment --for 45"));
        const QJsonObject parked = status()[QStringLiteral("parked")].toArray().first().toObject();
        QCOMPARE(parked.value(QStringLiteral("ticket")).toString(), QStringLiteral("A005"));
        QCOMPARE(parked.value(QStringLiteral("reason")).toString(), QStringLiteral("payment"));
        QVERIFY(branch.ctl(words("status")).out.contains("A005 is put aside since"));
        QVERIFY(isDone("counter resume 1 A005"));
        QVERIFY(isDone("counter requeue 1 --places 1"));
        QVERIFY(queue().contains(QStringLiteral("A005")));

        // why: each call with its numbers, which come out the same when they are computed anew
        const Ran why = branch.ask(words("why A005"));
        QCOMPARE(why.code, 0);
        QCOMPARE(why.json().value(QStringLiteral("calls")).toArray().size(), 1);
        const QJsonObject call = why.json().value(QStringLiteral("calls")).toArray().first().toObject();
        QCOMPARE(call[QStringLiteral("call")][QStringLiteral("reason")][QStringLiteral("rule")].toString(),
                 QStringLiteral("walkIn"));
        const Ran words1 = branch.ctl(words("why A005"));
        QVERIFY2(words1.out.contains("came to the counter without a ticket"), words1.out.constData());
        QVERIFY2(words1.out.contains("look_ahead 0.25"), words1.out.constData());
        QCOMPARE(errorCode(branch.ask(words("why A099"))), QStringLiteral("UnknownTicket"));
        QVERIFY(branch.ctl(words("why A001")).out.contains("has not been called"));

        // nothing of this is scored yet, and the day is there
        const QJsonObject score = branch.ask(words("score --days 3")).json();
        QCOMPARE(score.value(QStringLiteral("days")).toArray().size(), 1);
        QCOMPARE(branch.ctl(words("score")).code, 0);

        // the branch as a file is the branch
        const QString file = branch.file(QStringLiteral("written.toml"));
        QCOMPARE(branch.ctl({QStringLiteral("branch"), QStringLiteral("export"), file}).code, 0);
        const auto imported = [&](const QString &path) {
            return branch.ask({QStringLiteral("branch"), QStringLiteral("import"), path, QStringLiteral("--check")})
                .json();
        };
        QCOMPARE(imported(file), imported(kSample));
        QCOMPARE(branch.ctl(words("verify")).code, 0);
    }

    void aSecondHubIsRefusedWithWords()
    {
        Branch branch;
        QCOMPARE(branch.begin(), QByteArray());
        const Ran second
            = run(QStringLiteral(TIEPDON_HUB),
                  {QStringLiteral("--data"), branch.path(), QStringLiteral("--port"), QStringLiteral("0")});
        QCOMPARE(second.code, 1);
        QVERIFY(second.err.contains("Another hub serves this directory"));
        QCOMPARE(branch.ctl(words("status")).code, 0);
    }

    void playingOnARealClockIsRefusedWithWords()
    {
        Branch branch;
        QCOMPARE(branch.begin(), QByteArray());
        QCOMPARE(branch.ctl({QStringLiteral("branch"), QStringLiteral("import"), kSample}).code, 0);
        const Ran ran = branch.ctl({QStringLiteral("play"), QStringLiteral("--figures"),
                                    QStringLiteral(TIEPDON_SOURCE_DIR "/resources/demo/bank-day.toml")});
        QCOMPARE(ran.code, 1);
        QVERIFY(ran.err.contains("--play-clock"));
        QCOMPARE(branch.giveAdmin(QStringLiteral("supervisor,administrator")), QByteArray());
        const Ran faster = branch.ctl(words("clock 60"));
        QCOMPARE(faster.code, 1);
        QVERIFY2(faster.err.contains("--play-clock"), faster.err.constData());
        QCOMPARE(branch.ask(words("status")).json().value(QStringLiteral("isOpen")).toBool(true), false);
    }

    void wrongUseIsExitCodeTwo_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"",
                                 "nonsense",
                                 "day",
                                 "day shut",
                                 "issue",
                                 "issue one",
                                 "issue 1 2",
                                 "day open today",
                                 "status --frobnicate",
                                 "clock fast",
                                 "clock 3601",
                                 "clock 0",
                                 "counter sign-on 1",
                                 "init --branch-id 0",
                                 "play",
                                 "play x.csv",
                                 "play --figures x --speed 0",
                                 "play --figures x --seed x",
                                 "device enrol",
                                 "device enrol --name x --kind door",
                                 "device enrol --name x --minutes 0",
                                 "device enrol --name x --address a:b:c:",
                                 "device revoke one",
                                 "device rename 1",
                                 "staff add",
                                 "staff add x --name y --role king",
                                 "staff add x --role teller",
                                 "staff roles x",
                                 "staff roles x king",
                                 "password",
                                 "issue 1 --segment x",
                                 "ticket raise",
                                 "ticket raise A001 --reason because",
                                 "ticket transfer A001",
                                 "ticket transfer A001 x",
                                 "ticket transfer A001 1 --place middle",
                                 "ticket segment A001 --because x",
                                 "counter park one",
                                 "counter park 1 --reason lunch",
                                 "counter park 1 --for 721",
                                 "counter park 1 --for 0",
                                 "counter requeue 1 --places -1",
                                 "counter resume 1",
                                 "counter walk-in 1",
                                 "why",
                                 "why A001 --day today",
                                 "score --days 0",
                                 "audit --from yesterday",
                                 "audit --limit 0",
                                 "audit --device-id x"})
            QTest::addRow("tiepdon-ctl %s", line) << QString::fromLatin1(line);
    }
    void wrongUseIsExitCodeTwo()
    {
        QFETCH(QString, line);
        const QStringList arguments = line.split(u' ', Qt::SkipEmptyParts);
        const Ran plain = run(QStringLiteral(TIEPDON_CTL), arguments);
        QCOMPARE(plain.code, 2);
        QVERIFY(plain.err.contains("--help"));
        QVERIFY(plain.out.isEmpty());
        const Ran json = run(QStringLiteral(TIEPDON_CTL), arguments + words("--json"));
        QCOMPARE(json.code, 2);
        QCOMPARE(errorCode(json), QStringLiteral("Usage"));
    }

    void everyCommandHasHelp()
    {
        const Ran all = run(QStringLiteral(TIEPDON_CTL), words("--help"));
        QCOMPARE(all.code, 0);
        for (const char *command : {"init",
                                    "verify",
                                    "version",
                                    "branch import",
                                    "day open",
                                    "day close",
                                    "issue",
                                    "counter list",
                                    "counter sign-on",
                                    "counter sign-off",
                                    "counter assign",
                                    "status",
                                    "play",
                                    "enrol",
                                    "sign-in",
                                    "sign-out",
                                    "password",
                                    "device enrol",
                                    "device list",
                                    "device rename",
                                    "device revoke",
                                    "staff list",
                                    "staff add",
                                    "staff roles",
                                    "staff password",
                                    "staff disable",
                                    "staff enable",
                                    "staff unlock",
                                    "audit",
                                    "audit checkpoint",
                                    "permissions",
                                    "reset-admin",
                                    "branch export",
                                    "ticket raise",
                                    "ticket lower",
                                    "ticket cancel",
                                    "ticket restore",
                                    "ticket transfer",
                                    "ticket segment",
                                    "counter park",
                                    "counter resume",
                                    "counter requeue",
                                    "counter walk-in",
                                    "why",
                                    "score"}) {
            QVERIFY2(all.out.contains(command), command);
            const Ran one = run(QStringLiteral(TIEPDON_CTL), words(command) + words("--help"));
            QCOMPARE(one.code, 0);
            QVERIFY2(one.out.startsWith(QByteArray("tiepdon-ctl ") + command), command);
        }
        for (const char *code : {"0 done", "1 refused", "2 wrong use", "3 verify", "4 the hub", "5 not enrolled"})
            QVERIFY2(all.out.contains(code), code);
        QVERIFY(
            run(QStringLiteral(TIEPDON_CTL), words("version --json")).json().contains(QStringLiteral("protocol")));
    }
};

QTEST_GUILESS_MAIN(TestCtl)
#include "tst_ctl.moc"
