// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs.h"
#include "tests/hub/outsideserver.h"

#include <QJsonArray>

using tiepdon::test::OutsideServer;

/// How alerts leave the branch, set and tried from a shell with the real programs.
class TestAlertChannels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mailIsSetAndTriedFromAShell()
    {
        const QString channels = QStringLiteral("alert-channels");
        Branch branch;
        const QByteArray problem = branch.begin();
        QVERIFY2(problem.isEmpty(), problem.constData());
        OutsideServer server(QStringLiteral(TIEPDON_SOURCE_DIR "/tests/hub/mailserver.py"));
        QVERIFY(server.start({QStringLiteral("--security"), QStringLiteral("tls"), QStringLiteral("--certificate"),
                              branch.path() + QStringLiteral("/hub.pem"), QStringLiteral("--key"),
                              branch.path() + QStringLiteral("/hub.key"), QStringLiteral("--user"),
                              QStringLiteral("branch7"), QStringLiteral("--password"),
                              QStringLiteral("một mật khẩu")}));
        const Ran before = branch.ask({channels, QStringLiteral("show")});
        QVERIFY2(before.code == 0, before.out.constData());
        QCOMPARE(before.json().value(QStringLiteral("revision")).toInt(), 0);
        const QStringList where{channels,
                                QStringLiteral("set-mail"),
                                QStringLiteral("--host"),
                                QStringLiteral("127.0.0.1"),
                                QStringLiteral("--port"),
                                QString::number(server.port),
                                QStringLiteral("--security"),
                                QStringLiteral("tls"),
                                QStringLiteral("--user"),
                                QStringLiteral("branch7"),
                                QStringLiteral("--from"),
                                QStringLiteral("branch7@bank.test"),
                                QStringLiteral("--to"),
                                QStringLiteral("an@bank.test"),
                                QStringLiteral("--ca-file"),
                                branch.path() + QStringLiteral("/authority.pem")};
        QCOMPARE(branch.ask(where).code, 1); // who signs in needs a password
        const QStringList fromStdin{QStringLiteral("--mail-password-file"), QStringLiteral("-")};
        const Ran set = branch.ask(where + fromStdin, 30'000, "another one\n");
        QVERIFY2(set.code == 0, set.out.constData());
        const QStringList test{channels, QStringLiteral("test"), QStringLiteral("mail")};
        Ran tried = branch.ask(test);
        QCOMPARE(tried.code, 1);
        QCOMPARE(tried.json().value(QStringLiteral("problem")).toString(), QStringLiteral("loginRefused"));
        QVERIFY(branch.ctl(test).out.contains("refused the user or the password"));
        // the same place with the right one: the rest stays as it is
        const Ran again
            = branch.ask(QStringList{channels, QStringLiteral("set-mail")} + fromStdin, 30'000, "một mật khẩu\n");
        QVERIFY2(again.code == 0, again.out.constData());
        tried = branch.ask(test);
        QVERIFY2(tried.code == 0, tried.out.constData());
        QTRY_COMPARE_WITH_TIMEOUT(server.count("mail"), 1, 30000);
        QVERIFY(server.all("mail")[0]["to"] == tiepdon::Json({"an@bank.test"}));
        const Ran shown = branch.ctl({channels, QStringLiteral("show")});
        QVERIFY(shown.out.contains("password set") && shown.out.contains("last sent: 2"));
        QVERIFY(!shown.out.contains("một mật khẩu") && !shown.err.contains("một mật khẩu"));
        QCOMPARE(branch.ask({channels, QStringLiteral("test"), QStringLiteral("pigeon")}).code, 2);
    }

    void alertsAreListed()
    {
        Branch branch;
        const QByteArray problem = branch.begin();
        QVERIFY2(problem.isEmpty(), problem.constData());
        for (const char *which : {"list", "history"}) {
            const Ran none = branch.ask({QStringLiteral("alerts"), QLatin1String(which)});
            QVERIFY2(none.code == 0, none.out.constData());
            QVERIFY(none.json().value(QStringLiteral("alerts")).toArray().isEmpty());
        }
        QCOMPARE(branch
                     .ask({QStringLiteral("alerts"), QStringLiteral("history"), QStringLiteral("--from"),
                           QStringLiteral("yesterday")})
                     .code,
                 2);
    }

    void anAlertIsListedWithWhatItIs()
    {
        Branch branch;
        const QByteArray problem
            = branch.begin({QStringLiteral("--play-clock"), QStringLiteral("2026-03-02T09:00:00+07:00")});
        QVERIFY2(problem.isEmpty(), problem.constData());
        QCOMPARE(branch.giveAdmin(QStringLiteral("administrator,supervisor")), QByteArray());
        const auto must = [&branch](const char *words, const QStringList &more = {}) {
            const Ran ran = branch.ask(QString::fromLatin1(words).split(QLatin1Char(' ')) + more);
            return ran.code == 0 ? QByteArray() : ran.out + ran.err;
        };
        QCOMPARE(must("branch import", {QStringLiteral(TIEPDON_SOURCE_DIR "/resources/branch/bank-branch.toml")}),
                 QByteArray());
        QCOMPARE(must("day open 2026-03-02"), QByteArray());
        for (int i = 0; i < 15; ++i)
            QCOMPARE(must("issue 1"), QByteArray());
        QCOMPARE(must("clock 60"), QByteArray());
        const QStringList list{QStringLiteral("alerts"), QStringLiteral("list")};
        const auto line = [&]() -> QByteArray {
            for (const QByteArray &each : branch.ctl(list).out.split('\n')) {
                if (each.contains("queueLong"))
                    return each;
            }
            return {};
        };
        QTRY_VERIFY_WITH_TIMEOUT(!line().isEmpty(), 60'000);
        for (const char *part : {" open ", "notice", "service 1", "15 people", "raised"})
            QVERIFY2(line().contains(part), line().constData());
        QCOMPARE(must("day close"), QByteArray());
        QTRY_VERIFY_WITH_TIMEOUT(line().isEmpty(), 60'000);
        const Ran history = branch.ctl({QStringLiteral("alerts"), QStringLiteral("history")});
        QVERIFY2(history.out.contains("queueLong") && history.out.contains("resolved"), history.out.constData());
    }
};

QTEST_GUILESS_MAIN(TestAlertChannels)
#include "tst_alertchannels.moc"
