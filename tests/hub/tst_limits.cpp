// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hubs.h"

#include <QTcpSocket>

using namespace tiepdon;
using namespace tiepdon::test;

/// What a hub bears from those it does not know yet.
class TestLimits : public QObject
{
    Q_OBJECT

private:
    static std::size_t open(const std::vector<std::unique_ptr<QTcpSocket>> &sockets)
    {
        return static_cast<std::size_t>(std::count_if(sockets.begin(), sockets.end(), [](const auto &socket) {
            return socket->state() != QAbstractSocket::UnconnectedState;
        }));
    }
    static std::unique_ptr<QTcpSocket> reach(const TestHub &hub, const QString &from = QStringLiteral("127.0.0.1"))
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->bind(QHostAddress(from));
        socket->connectToHost(QStringLiteral("127.0.0.1"), hub.address().port);
        return socket;
    }

private Q_SLOTS:
    void strangersOfOneAddressAreFew()
    {
        TestHub hub;
        hub.config.socketsPerAddress = 20;
        hub.start();
        std::vector<std::unique_ptr<QTcpSocket>> silent; // not even a handshake
        for (int i = 0; i < 30; ++i)
            silent.push_back(reach(hub));
        QTRY_COMPARE(hub.hub().turnedAway(), 10);
        QTRY_COMPARE(open(silent), std::size_t(20));
        // another address is not kept out by it
        const auto other = reach(hub, QStringLiteral("127.0.0.2"));
        QTRY_COMPARE(other->state(), QAbstractSocket::ConnectedState);
        QCOMPARE(hub.hub().turnedAway(), 10);
    }

    void whoDoesNotShakeHandsIsLetGo()
    {
        TestHub hub;
        hub.config.socketsPerAddress = 5;
        hub.start();
        std::vector<std::unique_ptr<QTcpSocket>> silent;
        for (int i = 0; i < 5; ++i)
            silent.push_back(reach(hub));
        silent.front()->write("GET / HTTP/1.1\r\n\r\n"); // no handshake either
        RawClient kept(hub.address());
        QTRY_VERIFY(kept.isClosed());
        QCOMPARE(hub.hub().turnedAway(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(open(silent), std::size_t(0), 10000); // five seconds
        RawClient client(hub.address());
        QVERIFY(signedIn(client));
    }

    void whoIsKnownDoesNotCount()
    {
        TestHub hub;
        hub.config.socketsPerAddress = 3;
        hub.start();
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 10; ++i) {
            clients.push_back(std::make_unique<RawClient>(hub.address()));
            QVERIFY(signedIn(*clients.back(), Stream::None, "raw-client-" + std::to_string(i + 1)));
        }
        QCOMPARE(hub.hub().clients(), std::size_t(10));
        QCOMPARE(hub.hub().turnedAway(), 0);
    }

    void whoLeavesMakesRoom()
    {
        TestHub hub;
        hub.config.socketsPerAddress = 2;
        hub.start();
        for (int i = 0; i < 10; ++i) {
            RawClient client(hub.address());
            QTRY_VERIFY(client.socket.isEncrypted());
            client.socket.abort();
            QTRY_COMPARE(hub.hub().clients(), std::size_t(0));
        }
        QCOMPARE(hub.hub().turnedAway(), 0);
    }

    void messagesAreSmallUntilSomebodyIsSignedIn()
    {
        TestHub hub;
        hub.start();
        {
            RawClient client(hub.address());
            client.sayHello();
            QVERIFY(answered(client));
            client.send(std::string(limits::kFrameBytesBeforeHello + 1, ' '));
            QTRY_VERIFY(client.isClosed());
            QCOMPARE(codeOf(client.received.back()), "TooLarge");
        }
        RawClient client(hub.address());
        QVERIFY(signedIn(client));
        client.send("nothing", {{"text", std::string(limits::kFrameBytesFromClient - 1000, 'x')}});
        QVERIFY(answered(client));
        QCOMPARE(codeOf(*client.answer()), "UnknownMethod");
        client.send(std::string(limits::kFrameBytesFromClient + 1, ' '));
        QTRY_VERIFY(client.isClosed());
    }

    void aDeviceWithoutPeopleStaysSmall()
    {
        TestHub hub;
        hub.start();
        RawClient kiosk(hub.address(kKiosk));
        kiosk.sayHello(Stream::Public);
        QVERIFY(answered(kiosk));
        QCOMPARE(codeAfter(kiosk, "signIn", {{"account", kBossAccount}, {"password", kPassword}}), "NotAllowed");
        kiosk.send(std::string(limits::kFrameBytesBeforeHello + 1, ' '));
        QTRY_VERIFY(kiosk.isClosed());
    }

    void refusalsDoNotFillTheAudit()
    {
        TestHub hub;
        hub.config.limits.messagesPerSecond = hub.config.limits.messagesBurst = 1e6;
        hub.start();
        RawClient desk(hub.address());
        desk.sayHello();
        QVERIFY(answered(desk));
        for (int i = 0; i < 2000; ++i)
            desk.send("staffList", Json::object());
        QVERIFY(answered(desk));
        RawClient boss(hub.address());
        QVERIFY(signedIn(boss, Stream::None, "raw-boss-1"));
        QCOMPARE(codeAfter(boss, "audit", {{"limit", 1000}, {"isRefused", true}}), "");
        const std::size_t noted = (*boss.answer())["result"]["entries"].size();
        QVERIFY(noted >= 10 && noted < 40);
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
