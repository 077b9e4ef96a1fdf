// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/enrolmentcode.h"
#include "tests/support/hubs.h"

#include <QLocalSocket>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

/// A secret, as text and as the hub keeps it.
struct Secret {
    std::string text;
    std::string hash;
};
Secret secretOf(std::uint8_t seed)
{
    std::array<std::uint8_t, EnrolmentCode::kSecretBytes> bytes{};
    bytes.fill(seed);
    return {base32(bytes.data(), bytes.size()), sha256Hex(std::string(bytes.begin(), bytes.end()))};
}

/// A device nobody knows yet.
HubAddress strangerAt(const TestHub &hub)
{
    HubAddress address = hub.address();
    const auto made = createDeviceCertificate();
    if (!made)
        qFatal("no certificate");
    address.certificate = made->certificate;
    address.key = made->key;
    return address;
}

} // namespace

/// Devices: how they come in and how they are shut out.
class TestEnrolment : public QObject
{
    Q_OBJECT

private:
    static Json enrolParams(const Secret &secret) { return {{"secret", secret.text}, {"app", "tiepdon-teller"}}; }
    static std::string addEnrolment(RawClient &boss, const Secret &secret, int n,
                                    const std::string &kind = "workplace")
    {
        return codeAfter(boss, "addEnrolment",
                         with({{"secretHash", secret.hash}, {"name", "Quầy 4"}, {"kind", kind}, {"minutes", 15}},
                              "raw-boss-1:" + std::to_string(n)));
    }

private Q_SLOTS:
    void aStrangerIsToldNothing()
    {
        TestHub hub;
        hub.start();
        RawClient stranger(strangerAt(hub));
        stranger.sayHello(Stream::Staff);
        QVERIFY(answered(stranger));
        QCOMPARE(codeOf(*stranger.answer()), "DeviceUnknown");
        QTRY_VERIFY(stranger.isClosed());
        HubAddress bare = hub.address();
        bare.certificate = QSslCertificate();
        RawClient nobody(bare);
        nobody.sayHello(Stream::Staff);
        QVERIFY(answered(nobody));
        QCOMPARE(codeOf(*nobody.answer()), "DeviceUnknown");
    }

    void aCodeBringsOneDevice()
    {
        TestHub hub;
        hub.start();
        RawClient boss(hub.address());
        QVERIFY(signedIn(boss, Stream::None, "raw-boss-1"));
        const Secret secret = secretOf(7);
        QCOMPARE(addEnrolment(boss, secret, 1), "");
        const HubAddress address = strangerAt(hub);
        RawClient device(address);
        QCOMPARE(codeAfter(device, "enrol", enrolParams(secret)), "");
        const Json enrolled = (*device.answer())["result"];
        QCOMPARE(enrolled["name"].get<std::string>(), "Quầy 4");
        QCOMPARE(enrolled["kind"].get<std::string>(), "workplace");
        device.sayHello(); // on the same connection
        QVERIFY(answered(device));
        QCOMPARE(codeOf(*device.answer()), "");
        QCOMPARE((*device.answer())["result"]["deviceId"], enrolled["device"]);

        RawClient second(strangerAt(hub));
        QCOMPARE(codeAfter(second, "enrol", enrolParams(secret)), "EnrolmentUsed");
        QTRY_VERIFY(second.isClosed());
        // used over a restart too, and the device is known
        hub.stop();
        hub.start();
        RawClient third(strangerAt(hub));
        QCOMPARE(codeAfter(third, "enrol", enrolParams(secret)), "EnrolmentUsed");
        HubAddress again = address;
        again.port = hub.address().port;
        RawClient back(again);
        back.sayHello();
        QVERIFY(answered(back));
        QCOMPARE(codeOf(*back.answer()), "");
    }

    void aCodeThatIsNoneIsRefused()
    {
        TestHub hub;
        Enrolment old;
        const Secret late = secretOf(9);
        old.secretHash = late.hash;
        old.name = "Quầy 5";
        old.madeMs = QDateTime::currentMSecsSinceEpoch() - kHourMs;
        old.expiresMs = old.madeMs + kMinuteMs;
        hub.start();
        RawClient boss(hub.address());
        QVERIFY(signedIn(boss, Stream::None, "raw-boss-1"));
        const auto enrol = [&](const Secret &secret) {
            RawClient device(strangerAt(hub));
            return codeAfter(device, "enrol", enrolParams(secret));
        };
        QCOMPARE(enrol(secretOf(8)), "EnrolmentUnknown");
        QCOMPARE(enrol({"", ""}), "EnrolmentUnknown");
        QCOMPARE(enrol({"not base 32", ""}), "EnrolmentUnknown");
        // one that is expired while the hub runs
        QCOMPARE(addEnrolment(boss, secretOf(10), 1), "");
        QCOMPARE(
            codeAfter(boss, "addEnrolment",
                      with({{"secretHash", secretOf(10).hash}, {"name", "x"}, {"kind", "kiosk"}, {"minutes", 15}},
                           "raw-boss-1:2")),
            "InvalidParams"); // a secret is good once
        for (const std::int64_t minutes : {std::int64_t(0), std::int64_t(1441)}) {
            QCOMPARE(
                codeAfter(
                    boss, "addEnrolment",
                    with(
                        {{"secretHash", secretOf(11).hash}, {"name", "x"}, {"kind", "kiosk"}, {"minutes", minutes}},
                        "raw-boss-1:" + std::to_string(3 + minutes))),
                "InvalidParams");
        }
        hub.stop();
        QCOMPARE(writeRecords(hub.directory(), {old}), QByteArray());
        hub.start();
        QCOMPARE(enrol(late), "EnrolmentUnknown"); // forgotten at the start
    }

    void anEnrolledDeviceCannotUseUpACode()
    {
        TestHub hub;
        hub.start();
        RawClient boss(hub.address());
        QVERIFY(signedIn(boss, Stream::None, "raw-boss-1"));
        const Secret secret = secretOf(7);
        QCOMPARE(addEnrolment(boss, secret, 1), "");
        RawClient known(hub.address(kDisplay));
        QCOMPARE(codeAfter(known, "enrol", enrolParams(secret)), "InvalidRequest");
        RawClient device(strangerAt(hub));
        QCOMPARE(codeAfter(device, "enrol", enrolParams(secret)), "");
    }

    void aRevokedDeviceIsOutWithinTwoSeconds()
    {
        TestHub hub;
        hub.start();
        RawClient display(hub.address(kDisplay));
        display.sayHello(Stream::Public, "raw-display");
        QVERIFY(answered(display));
        RawClient boss(hub.address());
        QVERIFY(signedIn(boss, Stream::None, "raw-boss-1"));
        QElapsedTimer age;
        age.start();
        QCOMPARE(codeAfter(boss, "revokeDevice", with({{"device", kDisplay.value}}, "raw-boss-1:1")), "");
        QTRY_VERIFY(display.isClosed());
        QVERIFY(age.elapsed() < 2000);
        RawClient again(hub.address(kDisplay));
        again.sayHello(Stream::Public, "raw-display");
        QVERIFY(answered(again));
        QCOMPARE(codeOf(*again.answer()), "DeviceRevoked");
        RawClient anew(hub.address(kDisplay));
        QCOMPARE(codeAfter(anew, "enrol", enrolParams(secretOf(1))), "DeviceRevoked");
        QCOMPARE(codeAfter(boss, "revokeDevice", with({{"device", 4711}}, "raw-boss-1:2")), "UnknownDevice");
    }

    void devicesAreListedAndRenamed()
    {
        TestHub hub;
        hub.start();
        RawClient boss(hub.address());
        QVERIFY(signedIn(boss, Stream::None, "raw-boss-1"));
        QCOMPARE(codeAfter(boss, "renameDevice", with({{"device", 2}, {"name", "  Sảnh  chính "}}, "raw-boss-1:1")),
                 "");
        QCOMPARE(codeAfter(boss, "renameDevice", with({{"device", 2}, {"name", "  "}}, "raw-boss-1:2")),
                 "InvalidParams");
        QCOMPARE(codeAfter(boss, "deviceList"), "");
        const Json devices = (*boss.answer())["result"]["devices"];
        QCOMPARE(devices.size(), std::size_t(4));
        QCOMPARE(devices[1]["device"]["name"].get<std::string>(), "Sảnh chính");
        QVERIFY(devices[0]["isConnected"].get<bool>());
        QVERIFY(!devices[1]["isConnected"].get<bool>());
    }

    void aProgramOnThisMachineEnrolsByItself()
    {
        TestHub hub;
        hub.start();
        QVERIFY(hub.hub().openLocalDoor(hub.directory()).isOk());
        QLocalSocket socket;
        QByteArray line;
        connect(&socket, &QLocalSocket::readyRead, &socket, [&] { line += socket.readAll(); });
        socket.connectToServer(hub.directory() + QStringLiteral("/hub.sock"));
        QTRY_COMPARE(socket.state(), QLocalSocket::ConnectedState);
        socket.write("{\"app\":\"tiepdon-lobby\",\"kind\":\"display\"}\n");
        QTRY_VERIFY(line.endsWith('\n'));
        const Json answer = Json::parse(line.toStdString());
        const auto code = enrolmentCodeFrom(answer["code"].get<std::string>());
        QVERIFY(code.isOk());
        QCOMPARE(code->port, hub.address().port);
        const std::string authority = QByteArray::fromHex(fingerprintHex(hub.address().authority)).toStdString();
        QVERIFY(std::equal(code->fingerprint.begin(), code->fingerprint.end(), authority.begin(),
                           [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); }));
        RawClient device(strangerAt(hub));
        QCOMPARE(
            codeAfter(device, "enrol",
                      {{"secret", base32(code->secret.data(), code->secret.size())}, {"app", "tiepdon-lobby"}}),
            "");
        QCOMPARE((*device.answer())["result"]["kind"].get<std::string>(), "display");
    }

    void theDoorOnThisMachineKeepsOthersOut()
    {
        if (::geteuid() != 0)
            QSKIP("only root can become somebody else");
        TestHub hub;
        hub.start();
        QVERIFY(hub.hub().openLocalDoor(hub.directory()).isOk());
        QVERIFY(::chmod(qPrintable(hub.directory()), 0711) == 0); // so that they reach it at all
        const QByteArray path = (hub.directory() + QStringLiteral("/hub.sock")).toLocal8Bit();
        int ends[2];
        QVERIFY(::pipe(ends) == 0);
        const pid_t child = ::fork();
        if (child == 0) { // plain calls only: nothing of Qt is for a forked process
            sockaddr_un address = {};
            address.sun_family = AF_UNIX;
            std::copy_n(path.constData(), path.size(), address.sun_path);
            char text[512];
            const char line[] = "{\"app\":\"tiepdon-teller\",\"kind\":\"workplace\"}\n";
            const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
            ssize_t size = 0;
            if (::setgid(65534) == 0 && ::setuid(65534) == 0
                && ::connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof(address)) == 0
                && ::write(socket, line, sizeof(line) - 1) > 0)
                size = ::read(socket, text, sizeof(text));
            _exit(size > 0 && ::write(ends[1], text, static_cast<std::size_t>(size)) == size ? 0 : 1);
        }
        ::close(ends[1]);
        QByteArray answer;
        QSocketNotifier heard(ends[0], QSocketNotifier::Read);
        connect(&heard, &QSocketNotifier::activated, &heard, [&] {
            char text[512];
            const ssize_t size = ::read(ends[0], text, sizeof(text));
            if (size > 0)
                answer.append(text, size);
            else
                heard.setEnabled(false);
        });
        QTRY_VERIFY(answer.endsWith('\n'));
        QVERIFY2(answer.contains("NotAllowed"), answer.constData());
        QVERIFY(!answer.contains("code\":\"0"));
        ::close(ends[0]);
    }

    void theDoorOnThisMachineTakesNoNonsense_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("not JSON") << QByteArray("hello\n");
        QTest::newRow("a field it does not know")
            << QByteArray("{\"app\":\"a\",\"kind\":\"kiosk\",\"root\":true}\n");
        QTest::newRow("a kind there is not") << QByteArray("{\"app\":\"a\",\"kind\":\"safe\"}\n");
        QTest::newRow("a line without end") << QByteArray(5000, 'a');
    }
    void theDoorOnThisMachineTakesNoNonsense()
    {
        QFETCH(const QByteArray, line);
        TestHub hub;
        hub.start();
        QVERIFY(hub.hub().openLocalDoor(hub.directory()).isOk());
        QLocalSocket socket;
        QByteArray answer;
        connect(&socket, &QLocalSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
        socket.connectToServer(hub.directory() + QStringLiteral("/hub.sock"));
        QTRY_COMPARE(socket.state(), QLocalSocket::ConnectedState);
        socket.write(line);
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        QVERIFY(!answer.contains("\"code\":\"0") && (line.endsWith('\n') == answer.contains("error")));
    }
};

QTEST_GUILESS_MAIN(TestEnrolment)
#include "tst_enrolment.moc"
