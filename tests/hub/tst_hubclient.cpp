// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hubs.h"

#include <QSignalSpy>
#include <QSslKey>
#include <QSslServer>

using namespace tiepdon;
using namespace tiepdon::test;

/// The client against a hub that comes and goes.
class TestHubClient : public QObject
{
    Q_OBJECT

private:
    static std::unique_ptr<HubClient> connected(const TestHub &hub, Stream stream)
    {
        const bool isDisplay = stream == Stream::Public;
        auto client
            = std::make_unique<HubClient>(hub.address(isDisplay ? kDisplay : kWorkplace), QStringLiteral("test"),
                                          stream, isDisplay ? nullptr : &signedInSecrets());
        client->start();
        if (!QTest::qWaitFor([&] { return client->status() == BranchLink::Status::Live; }, 10000))
            QTest::qFail("the client did not get through", __FILE__, __LINE__);
        return client;
    }
    static void openDay(HubClient &client)
    {
        QVERIFY(ask(client, command::DefineBranch{smallBranch()}).isOk());
        QVERIFY(ask(client, command::OpenDay{kDay}).isOk());
    }

private Q_SLOTS:
    void mirrorsTheBranch()
    {
        TestHub hub;
        hub.start();
        const auto teller = connected(hub, Stream::Staff);
        openDay(*teller);
        QVERIFY(ask(*teller, command::SignOn{CounterId{1}, StaffId{1}, {}}).isOk());
        const auto issued = ask(*teller, command::IssueTicket{ServiceId{1}});
        QVERIFY(issued.isOk());
        QCOMPARE(issued->number, "A00001");
        const auto lobby = connected(hub, Stream::Public);
        hub.clock.advance(90 * kSecondMs);
        // the answer comes after the event: the mirror knows already what was done
        bool isKnown = false;
        std::optional<Result<CommandReply>> called;
        teller->send(command::CallNext{CounterId{1}}, nullptr, [&](const Result<CommandReply> &reply) {
            called = reply;
            isKnown = teller->branch().counterState(CounterId{1})->ticket.isSet();
        });
        QTRY_VERIFY(called.has_value());
        QVERIFY(called->isOk());
        QVERIFY(isKnown);
        QCOMPARE((*called)->ticket, issued->ticket);
        QVERIFY(teller->branch().image() == hub.hub().host().state().image());
        QCOMPARE(teller->branch().tickets().size(), std::size_t(1));
        QTRY_COMPARE(lobby->shown().calls.size(), std::size_t(1));
        QCOMPARE(lobby->shown().calls.front().number, "A00001");
        QVERIFY(lobby->shown() == publicState(hub.hub().host().state()));
    }

    void noticesAMirrorThatIsWrong()
    {
        TestHub hub;
        hub.start();
        const auto teller = connected(hub, Stream::Staff);
        openDay(*teller);
        // break the mirror behind the client's back, as a bug would
        apply(const_cast<BranchState &>(teller->branch()),
              event::TicketIssued{TicketId{99}, "A", 99, "A00099", ServiceId{1}}, kMorningMs);
        QSignalSpy replaced(teller.get(), &BranchLink::stateReplaced);
        QTRY_COMPARE(replaced.count(), 1);
        QCOMPARE(teller->resyncs(), 1);
        QVERIFY(teller->branch().image() == hub.hub().host().state().image());
    }

    void saysStaleAndComesBack()
    {
        TestHub hub;
        hub.start();
        const auto teller = connected(hub, Stream::Staff);
        openDay(*teller);
        hub.stop();
        QTRY_COMPARE(teller->status(), BranchLink::Status::Stale);
        QCOMPARE(ask(*teller, command::CallNext{CounterId{1}}).error().code, ErrorCode::Offline);
        hub.start();
        QTRY_COMPARE_WITH_TIMEOUT(teller->status(), BranchLink::Status::Live, 10000);
        QVERIFY(ask(*teller, command::IssueTicket{ServiceId{1}}).isOk());
    }

    void followsAHubToAnotherPort()
    {
        TestHub hub;
        hub.start();
        const auto leavePort = [&hub] {
            QFile file(hub.directory() + QStringLiteral("/hub.port"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray::number(hub.address().port));
        };
        leavePort();
        HubAddress address = hub.address();
        address.directory = hub.directory();
        HubClient client(address, QStringLiteral("test"), Stream::Staff, &signedInSecrets());
        client.start();
        QTRY_COMPARE(client.status(), BranchLink::Status::Live);
        hub.stop();
        QTRY_COMPARE(client.status(), BranchLink::Status::Stale);
        hub.config.port = 0;
        hub.start();
        leavePort();
        QTRY_COMPARE_WITH_TIMEOUT(client.status(), BranchLink::Status::Live, 10000);
    }

    void noticesAHubThatFallsSilent()
    {
        // a server that greets and then says nothing: what a pulled cable looks like
        TestHub real;
        QSslServer server;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        QFile certificate(real.directory() + QStringLiteral("/hub.pem"));
        QFile key(real.directory() + QStringLiteral("/hub.key"));
        QVERIFY(certificate.open(QIODevice::ReadOnly) && key.open(QIODevice::ReadOnly));
        tls.setLocalCertificateChain(QSslCertificate::fromDevice(&certificate, QSsl::Pem));
        tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
        server.setSslConfiguration(tls);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QSslServer::pendingConnectionAvailable, &server, [&] {
            auto *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                if (socket->readAll().contains("hello")) {
                    Welcome welcome;
                    welcome.epoch = "e";
                    welcome.heartbeatMs = 100;
                    welcome.kind = DeviceKind::Display; // nobody signs in there
                    const std::string bytes = framed(toBytes(Reply{1, toJson(welcome)}));
                    socket->write(bytes.data(), static_cast<qint64>(bytes.size()));
                }
            });
        });
        HubAddress address = real.address();
        address.port = server.serverPort();
        HubClient client(address, QStringLiteral("test"), Stream::None);
        client.start();
        QTRY_COMPARE(client.status(), BranchLink::Status::Live);
        QTRY_VERIFY_WITH_TIMEOUT(client.status() != BranchLink::Status::Live, 10000);
    }

    void trustsItsAuthorityAlone()
    {
        TestHub hub;
        hub.start();
        QTemporaryDir other;
        QVERIFY(createAuthority(other.path(), {}).isOk());
        HubAddress address = hub.address();
        QFile file(other.path() + QStringLiteral("/authority.pem"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        address.authority = QSslCertificate(&file, QSsl::Pem);
        HubClient client(address, QStringLiteral("test"), Stream::Staff);
        client.start();
        QTRY_COMPARE(client.status(), BranchLink::Status::Refused);
        QCOMPARE(client.problem().code, ErrorCode::TrustFailed);
        QTRY_COMPARE(hub.hub().clients(), std::size_t(0));
    }

    void whatIsInFlightHasOneEffectAcrossARestart()
    {
        TestHub hub;
        hub.start();
        const auto kiosk = connected(hub, Stream::Staff);
        openDay(*kiosk);
        int answers = 0;
        for (int i = 0; i < 50; ++i) {
            kiosk->send(command::IssueTicket{ServiceId{1}}, nullptr, [&](const Result<CommandReply> &r) {
                if (r)
                    ++answers;
            });
        }
        // some of them reach the hub, which goes before it answers them all
        QTRY_VERIFY(hub.hub().host().inFlight() > 0 || answers > 0);
        hub.stop();
        hub.start();
        QTRY_COMPARE_WITH_TIMEOUT(answers, 50, 20000);
        QCOMPARE(hub.hub().host().state().totals().issued, 50);
    }

    void aCallGivesUpInsteadOfComingLate()
    {
        TestHub hub;
        hub.start();
        const auto teller = connected(hub, Stream::Staff);
        teller->stop();
        QCOMPARE(ask(*teller, command::CallNext{CounterId{1}}).error().code, ErrorCode::Offline);
    }

    void twoHubsOnOneDirectoryAreRefused()
    {
        TestHub hub;
        hub.start();
        const auto second = Store::open(hub.directory());
        QVERIFY(!second.isOk());
        QCOMPARE(second.error().code, ErrorCode::DirectoryInUse);
    }
};

QTEST_GUILESS_MAIN(TestHubClient)
#include "tst_hubclient.moc"
