// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hubs.h"

using namespace tiepdon;
using namespace tiepdon::test;

/// What the hub's program does with what it is given, and how it ends.
class TestHubProgram : public QObject
{
    Q_OBJECT

private:
    struct Run {
        int code = -1;
        QByteArray words; ///< all it said, on both channels
    };
    static Run run(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(TIEPDON_HUB), arguments);
        if (!process.waitForFinished(20000))
            return {};
        return {process.exitCode(), process.readAll()};
    }
    static QString write(const QTemporaryDir &directory, const QByteArray &config)
    {
        QFile file(directory.path() + QStringLiteral("/test.toml"));
        if (!file.open(QIODevice::WriteOnly) || file.write(config) < 0)
            qFatal("no configuration");
        return file.fileName();
    }

private Q_SLOTS:
    void checksAConfiguration_data()
    {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("a right one") << QByteArray("# the branch\nport = 7200\nclients_max = 300\n") << 0
                                     << QByteArray("is right");
        QTest::newRow("an unknown key")
            << QByteArray("port = 7200\nprot = 1\n") << 2 << QByteArray("test.toml: line 2, prot");
        QTest::newRow("text for a number")
            << QByteArray("port = \"7200\"\n") << 2 << QByteArray("test.toml: line 1, port");
        QTest::newRow("out of range") << QByteArray("\n\nport = 70000\n") << 2
                                      << QByteArray("test.toml: line 3, port");
        QTest::newRow("everywhere, with shorter passwords")
            << QByteArray("listen = \"any\"\npassword_characters_min = 8\nsession_idle_min = 5\n") << 0
            << QByteArray("is right");
        QTest::newRow("nowhere") << QByteArray("listen = \"the office\"\n") << 2
                                 << QByteArray("test.toml: line 1, listen");
        QTest::newRow("passwords too short")
            << QByteArray("password_characters_min = 7\n") << 2 << QByteArray("line 1, password_characters_min");
        QTest::newRow("a session without end")
            << QByteArray("session_hours = 13\n") << 2 << QByteArray("line 1, session_hours");
        QTest::newRow("no TOML") << QByteArray("port = 1\n[[[\n") << 2 << QByteArray("test.toml: line 2");
    }
    void checksAConfiguration()
    {
        QFETCH(const QByteArray, config);
        QFETCH(const int, code);
        QFETCH(const QByteArray, says);
        QTemporaryDir directory;
        const Run done
            = run({QStringLiteral("--config"), write(directory, config), QStringLiteral("--check-config")});
        QVERIFY2(done.words.contains(says), done.words.constData());
        QCOMPARE(done.code, code);
    }

    void refusesWrongUse()
    {
        QCOMPARE(run({QStringLiteral("--prot"), QStringLiteral("1")}).code, 2);
        QCOMPARE(run({QStringLiteral("--port"), QStringLiteral("seven")}).code, 2);
        QCOMPARE(run({QStringLiteral("--play-clock"), QStringLiteral("tomorrow")}).code, 2);
        QCOMPARE(run({QStringLiteral("day")}).code, 2);
        QCOMPARE(run({QStringLiteral("--config"), QStringLiteral("/nowhere/hub.toml")}).code, 2);
    }

    void saysWhatToDoWithoutABranch()
    {
        QTemporaryDir directory;
        const Run done = run({QStringLiteral("--data"), directory.path()});
        QCOMPARE(done.code, 1);
        QVERIFY2(done.words.contains("tiepdon-ctl --data DIR init"), done.words.constData());
    }

    void refusesASecondHubOnOneDirectory()
    {
        QTemporaryDir directory;
        QCOMPARE(initialise(directory.path()), QByteArray());
        HubProcess hub(QStringLiteral(TIEPDON_HUB));
        QVERIFY(hub.start(directory.path()));
        const Run second
            = run({QStringLiteral("--data"), directory.path(), QStringLiteral("--port"), QStringLiteral("0")});
        QCOMPARE(second.code, 1);
        QVERIFY2(second.words.contains("Another hub serves this directory"), second.words.constData());
        QVERIFY(QFile::exists(directory.path() + QStringLiteral("/hub.port"))); // the first one's, untouched
        QCOMPARE(hub.terminate(), 0);
        QVERIFY(!QFile::exists(directory.path() + QStringLiteral("/hub.port")));
    }

    void refusesATakenPort()
    {
        QTemporaryDir one;
        QTemporaryDir two;
        QCOMPARE(initialise(one.path()), QByteArray());
        QCOMPARE(initialise(two.path()), QByteArray());
        HubProcess hub(QStringLiteral(TIEPDON_HUB));
        QVERIFY(hub.start(one.path()));
        const auto port = portIn(one.path());
        QVERIFY(port.has_value());
        const Run second
            = run({QStringLiteral("--data"), two.path(), QStringLiteral("--port"), QString::number(*port)});
        QCOMPARE(second.code, 1);
        QVERIFY2(second.words.contains("cannot listen on port"), second.words.constData());
    }
};

QTEST_GUILESS_MAIN(TestHubProgram)
#include "tst_hubprogram.moc"
