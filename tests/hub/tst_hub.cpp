// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hubs.h"

using namespace tiepdon;
using namespace tiepdon::test;

/// The hub over its wire, with a peer that may say anything.
class TestHubWire : public QObject
{
    Q_OBJECT

private:
    static Json define()
    {
        Json params{{"setup", toJson(smallBranch())}};
        return params;
    }
    /// Nothing ends for its time or its rate, so that what is tested is the amount.
    static void neverOnTime(ConnectionLimits &limits)
    {
        limits.deadMs = limits.unsentMsMax = limits.helloMsMax = kHourMs;
        limits.messagesPerSecond = limits.messagesBurst = 1e6;
    }
    /// From here on the client takes nothing more off its line.
    static void sleep(RawClient &client)
    {
        client.socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 4096);
        client.socket.setReadBufferSize(1);
        client.socket.disconnect();
    }
    /// A greeted client on a hub with an open day.
    static void openDay(RawClient &client)
    {
        QVERIFY(signedIn(client, Stream::None, "raw-opens-day"));
        client.send("defineBranch", with(define(), "raw-opens-day:1"));
        QVERIFY(answered(client));
        QCOMPARE(codeOf(*client.answer()), "");
        client.send("openDay", with({{"businessDay", kDay}}, "raw-opens-day:2"));
        QVERIFY(answered(client));
        QCOMPARE(codeOf(*client.answer()), "");
    }

private Q_SLOTS:
    void greetsAndSendsSnapshot()
    {
        TestHub hub;
        hub.start();
        RawClient client(hub.address());
        client.sayHello(Stream::Staff);
        QVERIFY(answered(client));
        const Json &welcome = (*client.answer())["result"];
        QCOMPARE(welcome["seq"].get<int>(), 0);
        QCOMPARE(welcome["timeMs"].get<TimeMs>(), kMorningMs);
        QCOMPARE(welcome["deviceId"].get<std::int64_t>(), kWorkplace.value);
        QCOMPARE(welcome["kind"].get<std::string>(), "workplace");
        client.resume();
        QVERIFY(answered(client));
        QTRY_VERIFY(client.received.size() >= 3);
        QCOMPARE(client.received[1]["id"].get<std::int64_t>(), client.lastId); // nothing of the branch before it
        QCOMPARE(client.received[2]["method"].get<std::string>(), "snapshot");
    }

    void refusesAnotherMajorWithBothVersions()
    {
        TestHub hub;
        hub.start();
        RawClient client(hub.address());
        client.send("hello", {{"protocol", {{"major", 2}, {"minor", 0}}}, {"somethingNew", true}});
        QVERIFY(answered(client));
        QCOMPARE(codeOf(*client.answer()), "VersionMismatch");
        QCOMPARE((*client.answer())["error"]["data"]["detail"]["hub"].get<std::string>(), "1");
        QCOMPARE((*client.answer())["error"]["data"]["detail"]["client"].get<std::string>(), "2");
        QTRY_VERIFY(client.isClosed());
    }

    void refusesEverythingBeforeHello()
    {
        TestHub hub;
        hub.start();
        RawClient client(hub.address());
        client.send("callNext", {{"counter", 1}, {"op", "raw-client-1:1"}});
        QVERIFY(answered(client));
        QCOMPARE(codeOf(*client.answer()), "HelloRequired");
        QTRY_VERIFY(client.isClosed());
    }

    void cutsOffWhoSaysNothing()
    {
        TestHub hub;
        hub.config.limits.helloMsMax = 300;
        hub.start();
        RawClient client(hub.address());
        QTRY_VERIFY(client.socket.isEncrypted());
        QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), 10000);
        QTRY_COMPARE(hub.hub().clients(), std::size_t(0));
    }

    void cutsOffWhoFallsSilent()
    {
        TestHub hub;
        hub.config.limits.deadMs = 300;
        hub.start();
        RawClient client(hub.address());
        QVERIFY(signedIn(client));
        QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), 10000);
    }

    void answersBadMessages_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("not JSON") << QByteArray("{\"jsonrpc\":") << "ParseError";
        QTest::newRow("not UTF-8") << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"\xff\"}")
                                   << "ParseError";
        QTest::newRow("a batch") << QByteArray("[]") << "InvalidRequest";
        QTest::newRow("another JSON-RPC")
            << QByteArray("{\"jsonrpc\":\"1.0\",\"id\":9,\"method\":\"x\"}") << "InvalidRequest";
        QTest::newRow("an id with a fraction")
            << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":9.5,\"method\":\"x\"}") << "InvalidRequest";
        QTest::newRow("no such method")
            << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"openSafe\",\"params\":{}}")
            << "UnknownMethod";
        QTest::newRow("no operation id")
            << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"callNext\",\"params\":{\"counter\":1}}")
            << "InvalidParams";
        QTest::newRow("a field nobody knows")
            << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"callNext\",\"params\":{\"counter\":1,"
                          "\"force\":true,\"op\":\"raw-client-1:1\"}}")
            << "InvalidParams";
        QTest::newRow("a number as text")
            << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"callNext\",\"params\":{\"counter\":\"1\","
                          "\"op\":\"raw-client-1:1\"}}")
            << "InvalidParams";
        QTest::newRow("too deep") << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"x\",\"params\":{\"a\":"
                                                + QByteArray(20, '[') + QByteArray(20, ']') + "}}")
                                  << "TooLarge";
    }
    void answersBadMessages()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, code);
        TestHub hub;
        hub.start();
        RawClient client(hub.address());
        QVERIFY(signedIn(client));
        client.send(bytes.toStdString());
        QTRY_VERIFY(client.received.size() >= 2);
        const auto refusal = std::find_if(client.received.begin(), client.received.end(),
                                          [](const Json &json) { return json.contains("error"); });
        QTRY_VERIFY(refusal != client.received.end());
        QCOMPARE(QString::fromStdString(codeOf(*refusal)), code);
        // and goes on as if nothing had been
        client.send("resync", Json::object());
        QVERIFY(answered(client));
        QCOMPARE(codeOf(*client.answer()), "");
    }

    void cutsOffWhoAnnouncesTooMuch()
    {
        TestHub hub;
        hub.start();
        RawClient client(hub.address());
        QVERIFY(signedIn(client));
        client.socket.write(QByteArray::fromHex("7fffffff"));
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(codeOf(client.received.back()), "TooLarge");
        QCOMPARE(client.received.back()["id"], Json());
    }

    void takesSmallMessagesOnlyBeforeHello()
    {
        TestHub hub;
        hub.start();
        RawClient client(hub.address());
        client.send(std::string(5000, ' '));
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(codeOf(client.received.back()), "TooLarge");
    }

    void refusesWhatComesTooFast()
    {
        TestHub hub;
        hub.config.limits.messagesPerSecond = 1;
        hub.config.limits.messagesBurst = 5;
        hub.start();
        RawClient client(hub.address());
        QVERIFY(signedIn(client));
        for (int i = 0; i < 10; ++i)
            client.send("resync", Json::object());
        QVERIFY(answered(client));
        QCOMPARE(codeOf(*client.answer()), "RateLimited");
    }

    void cutsOffWhoDoesNotRead()
    {
        TestHub hub;
        neverOnTime(hub.config.limits);
        hub.config.limits.unsentBytesMax = 64 * 1024;
        hub.start();
        RawClient sleeper(hub.address());
        QTRY_VERIFY(sleeper.socket.isEncrypted());
        QVERIFY(signedIn(sleeper, Stream::Staff, "raw-sleeper"));
        sleep(sleeper);
        RawClient other(hub.address());
        openDay(other);
        QTRY_COMPARE(hub.hub().clients(), std::size_t(2));
        for (int i = 3; hub.hub().clients() == 2 && i < 40000; ++i) {
            // the largest event there is room for: the system's own buffers take megabytes first
            const Service service{ServiceId{1},
                                  {std::string(120, i % 2 ? 'a' : 'b'), std::string(120, 'c')},
                                  "A",
                                  kMinuteMs,
                                  kMinuteMs};
            other.send("defineService", with({{"service", toJson(service)}}, "raw-opens-day:" + std::to_string(i)));
            if (i % 200 == 0)
                QVERIFY(answered(other));
        }
        QCOMPARE(hub.hub().clients(), std::size_t(1)); // the one who reads stays
        QVERIFY(!other.isClosed());
    }

    void cutsOffWhoAsksForSnapshotsWithoutReading()
    {
        TestHub hub;
        neverOnTime(hub.config.limits);
        hub.start();
        RawClient other(hub.address());
        openDay(other);
        for (int i = 3; i < 1000; ++i)
            other.send("issueTicket", with({{"service", 1}}, "raw-opens-day:" + std::to_string(i)));
        QVERIFY(answered(other));
        RawClient sleeper(hub.address());
        QVERIFY(signedIn(sleeper, Stream::Staff, "raw-sleeper"));
        sleep(sleeper);
        for (int i = 0; i < 300 && !sleeper.isClosed(); ++i) { // 300 snapshots of 300 KiB, were they kept
            sleeper.send("resync", Json::object());
            other.send("resync", Json::object());
            QVERIFY(answered(other));
        }
        QTRY_COMPARE(hub.hub().clients(), std::size_t(1));
    }

    void oneOperationHasOneEffect()
    {
        TestHub hub;
        hub.start();
        RawClient client(hub.address());
        openDay(client);
        const Json issue = with({{"service", 1}}, "raw-opens-day:3");
        for (int i = 0; i < 3; ++i)
            client.send("issueTicket", issue);
        QVERIFY(answered(client));
        const Json first = (*client.answer())["result"];
        QCOMPARE(hub.hub().host().state().totals().issued, 1);
        client.send("issueTicket", issue);
        QVERIFY(answered(client));
        QCOMPARE((*client.answer())["result"], first);

        client.send("issueTicket", with({{"service", 2}}, "raw-opens-day:3"));
        QVERIFY(answered(client));
        QCOMPARE(codeOf(*client.answer()), "OperationReused");

        // also while the first is still on its way to the disk
        client.send("issueTicket", with({{"service", 1}}, "raw-opens-day:4"));
        client.send("issueTicket", with({{"service", 2}}, "raw-opens-day:4"));
        QVERIFY(answered(client));
        QCOMPARE(codeOf(*client.answer()), "OperationReused");
        QCOMPARE(hub.hub().host().state().totals().issued, 2);

        hub.stop();
        hub.start();
        RawClient again(hub.address());
        QVERIFY(signedIn(again, Stream::None, "raw-opens-day"));
        again.send("issueTicket", issue);
        QVERIFY(answered(again));
        QCOMPARE((*again.answer())["result"], first);
        again.send("issueTicket", with({{"service", 2}}, "raw-opens-day:3"));
        QVERIFY(answered(again));
        QCOMPARE(codeOf(*again.answer()), "OperationReused");
        QCOMPARE(hub.hub().host().state().totals().issued, 2);
    }

    void aRefusalIsRememberedToo()
    {
        TestHub hub;
        hub.start();
        RawClient client(hub.address());
        openDay(client);
        client.send("callNext", with({{"counter", 1}}, "raw-opens-day:3"));
        QVERIFY(answered(client));
        QCOMPARE(codeOf(*client.answer()), "CounterNotOpen");
        client.send("signOn",
                    with({{"counter", 1}, {"staff", 1}, {"profile", 0}, {"takeOver", false}}, "raw-opens-day:4"));
        client.send("issueTicket", with({{"service", 1}}, "raw-opens-day:5"));
        QVERIFY(answered(client));
        client.send("callNext", with({{"counter", 1}}, "raw-opens-day:3"));
        QVERIFY(answered(client));
        QCOMPARE(codeOf(*client.answer()), "CounterNotOpen"); // a late copy calls nobody
        QCOMPARE(hub.hub().host().state().totals().called, 0);
    }

    void anOldRunsOperationsAreFoundFromAnother()
    {
        TestHub hub;
        hub.start();
        RawClient client(hub.address());
        openDay(client);
        RawClient other(hub.address());
        QVERIFY(signedIn(other, Stream::None, "raw-client-2"));
        other.send("openDay", with({{"businessDay", kDay}}, "raw-opens-day:2"));
        QVERIFY(answered(other));
        QCOMPARE(codeOf(*other.answer()), ""); // its first answer, not DayAlreadyOpen
    }

    void sendsWhatWasMissedOrASnapshot()
    {
        TestHub hub;
        hub.start();
        RawClient writer(hub.address());
        openDay(writer);
        RawClient client(hub.address());
        client.sayHello(Stream::Staff, "raw-listener");
        QVERIFY(answered(client));
        const Json welcome = (*client.answer())["result"];
        client.resume();
        QTRY_VERIFY(client.received.size() >= 3);
        client.socket.abort();
        writer.send("issueTicket", with({{"service", 1}}, "raw-opens-day:3"));
        QVERIFY(answered(writer));

        Hello hello;
        hello.app = "test";
        hello.client = "raw-listener";
        hello.stream = Stream::Staff;
        hello.epoch = welcome["epoch"].get<std::string>();
        hello.seq = welcome["seq"].get<std::int64_t>();
        RawClient back(hub.address());
        back.send("hello", toJson(hello));
        QVERIFY(answered(back));
        back.resume();
        QTRY_VERIFY(back.received.size() >= 3);
        QCOMPARE(back.received[2]["method"].get<std::string>(), "event");
        QCOMPARE(back.received[2]["params"]["seq"].get<std::int64_t>(), hello.seq + 1);
        QCOMPARE(back.received[2]["params"]["name"].get<std::string>(), "TicketIssued");

        hello.epoch = "another run of the hub";
        RawClient stranger(hub.address());
        stranger.send("hello", toJson(hello));
        QVERIFY(answered(stranger));
        stranger.resume();
        QTRY_VERIFY(stranger.received.size() >= 3);
        QCOMPARE(stranger.received[2]["method"].get<std::string>(), "snapshot");
    }

    void thePublicStreamNamesNobody()
    {
        TestHub hub;
        hub.start();
        RawClient writer(hub.address());
        openDay(writer);
        RawClient display(hub.address(kDisplay));
        display.sayHello(Stream::Public, "raw-display");
        QVERIFY(answered(display));
        writer.send("signOn",
                    with({{"counter", 1}, {"staff", 1}, {"profile", 0}, {"takeOver", false}}, "raw-opens-day:3"));
        writer.send("issueTicket", with({{"service", 1}}, "raw-opens-day:4"));
        writer.send("callNext", with({{"counter", 1}}, "raw-opens-day:5"));
        QVERIFY(answered(writer));
        const auto isCall = [](const Json &json) {
            return json.value("method", "") == "event" && json["params"]["name"] == "CallShown";
        };
        QTRY_VERIFY(std::any_of(display.received.begin(), display.received.end(), isCall));
        for (const Json &json : display.received)
            QVERIFY(toBytes(json).find("Nhân viên") == std::string::npos);
    }

    void theClockIsSetOnlyInAPlayedDay()
    {
        TestHub hub;
        hub.start();
        {
            RawClient client(hub.address());
            QVERIFY(signedIn(client));
            client.send("setClock", {{"timeMs", kMorningMs + 1000}, {"rate", 60.0}});
            QVERIFY(answered(client));
            QCOMPARE(codeOf(*client.answer()), "ClockIsReal");
        }
        hub.stop();
        PlayClock play(kMorningMs);
        hub.playClock = &play;
        hub.start();
        RawClient client(hub.address());
        QVERIFY(signedIn(client));
        client.send("setClock", {{"timeMs", kMorningMs + 1000}, {"rate", 4000.0}});
        QVERIFY(answered(client));
        QCOMPARE(codeOf(*client.answer()), "InvalidParams");
        client.send("setClock", {{"timeMs", kMorningMs + 1000}, {"rate", 60.0}});
        QVERIFY(answered(client));
        QCOMPARE(codeOf(*client.answer()), "");
        QVERIFY(play.nowMs() >= kMorningMs + 1000);
    }

    void timeNeverGoesBack()
    {
        TestHub hub;
        hub.start();
        RawClient client(hub.address());
        openDay(client);
        client.send("issueTicket", with({{"service", 1}}, "raw-opens-day:3"));
        QVERIFY(answered(client));
        hub.clock.set(kMorningMs - kHourMs);
        client.send("issueTicket", with({{"service", 1}}, "raw-opens-day:4"));
        QVERIFY(answered(client));
        QCOMPARE(hub.hub().host().state().changedMs(), kMorningMs);
        QVERIFY(violations(hub.hub().host().state()).empty());
    }
};

QTEST_GUILESS_MAIN(TestHubWire)
#include "tst_hub.moc"
