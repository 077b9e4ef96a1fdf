// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/deviceaccess.h"
#include "core/wire/enrolmentcode.h"
#include "tests/client/badcertificates.h"
#include "tests/support/hubs.h"

#include <QCryptographicHash>
#include <QSignalSpy>

using namespace tiepdon;
using namespace tiepdon::test;

namespace {

using State = DeviceAccess::State;

/// A code of a hub as its administrator would get it; its record is kept as `enrolment` says.
struct Coded {
    std::string text;
    Enrolment enrolment;
};

Coded codeOf(const TestHub &hub, std::uint8_t secretByte, TimeMs expiresInMs = kHourMs)
{
    EnrolmentCode code;
    code.host = "127.0.0.1";
    code.port = hub.config.port;
    code.secret.fill(secretByte);
    const QByteArray digest = hub.address().authority.digest(QCryptographicHash::Sha256);
    std::copy_n(digest.begin(), code.fingerprint.size(), code.fingerprint.begin());
    Coded coded;
    coded.text = toText(code);
    coded.enrolment.secretHash = sha256Hex(std::string(code.secret.begin(), code.secret.end()));
    coded.enrolment.name = "Quầy 1";
    coded.enrolment.madeBy = kBoss;
    coded.enrolment.madeMs = QDateTime::currentMSecsSinceEpoch();
    coded.enrolment.expiresMs = coded.enrolment.madeMs + expiresInMs;
    return coded;
}

/// A place without a hub beside it.
DevicePlace placeIn(const QTemporaryDir &dir) { return {dir.filePath(u"device"_qs), dir.filePath(u"nowhere"_qs)}; }

DevicePlace placeBeside(const TestHub &hub, const QTemporaryDir &dir)
{
    return {dir.filePath(u"device"_qs), hub.directory()};
}

std::size_t devicesOf(TestHub &hub) { return hub.hub().host().access().devices().size(); }

bool isLive(const HubAddress &address, Stream stream)
{
    HubClient client(address, u"test"_qs, stream);
    client.start();
    return QTest::qWaitFor(
        [&] {
            return client.status() == BranchLink::Status::Live || client.status() == BranchLink::Status::SignedOut;
        },
        5000);
}

} // namespace

/// How a program comes to be enrolled, and stays it.
class TestDeviceAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TIEPDON_SECRETS", "file"); }

    void thePlaceIsWhereItWasAskedFor()
    {
        qunsetenv("TIEPDON_DATA");
        qunsetenv("TIEPDON_DEVICE");
        const QString app = u"tiepdon-teller"_qs;
        QVERIFY(DevicePlace::of(app, {}, {}).folder.endsWith(u"/tiepdon/tiepdon-teller"));
        QCOMPARE(DevicePlace::of(app, {}, {}).dataDirectory, defaultDataDirectory());
        QCOMPARE(DevicePlace::of(app, {}, u"/d"_qs).folder, u"/d/devices/tiepdon-teller"_qs);
        QCOMPARE(DevicePlace::of(app, {}, u"/d"_qs).dataDirectory, u"/d"_qs);
        QCOMPARE(DevicePlace::of(app, u"/e"_qs, u"/d"_qs).folder, u"/e"_qs);
        qputenv("TIEPDON_DATA", "/f");
        QCOMPARE(DevicePlace::of(app, {}, {}).folder, u"/f/devices/tiepdon-teller"_qs);
        qputenv("TIEPDON_DEVICE", "/g");
        QCOMPARE(DevicePlace::of(app, {}, {}).folder, u"/g"_qs);
        QCOMPARE(DevicePlace::of(app, {}, {}).dataDirectory, u"/f"_qs);
        qunsetenv("TIEPDON_DATA");
        qunsetenv("TIEPDON_DEVICE");
    }

    void withACodeOnceAndThenByItself()
    {
        TestHub hub;
        hub.start();
        const Coded coded = codeOf(hub, 1);
        hub.stop();
        QCOMPARE(writeRecords(hub.directory(), {coded.enrolment}), QByteArray());
        hub.start();
        QTemporaryDir dir;
        {
            DeviceAccess access(placeIn(dir), u"test"_qs, DeviceKind::Workplace);
            access.start();
            QTRY_COMPARE(access.state(), State::NotEnrolled);
            QVERIFY(access.problem().message.empty());
            QVERIFY(!QFile::exists(dir.filePath(u"device"_qs))); // nothing is left where nothing came of it
            access.enrol(QString::fromStdString(coded.text).toLower());
            QCOMPARE(access.state(), State::Enrolling);
            QTRY_COMPARE(access.state(), State::Enrolled);
            QCOMPARE(access.deviceName(), u"Quầy 1"_qs);
            QVERIFY(isLive(access.address(), Stream::Staff));
        }
        QVERIFY(!contentOf(dir.filePath(u"device/device.json"_qs)).contains("PRIVATE KEY"));
        DeviceAccess later(placeIn(dir), u"test"_qs, DeviceKind::Workplace);
        later.start();
        QTRY_COMPARE(later.state(), State::Enrolled);
        QCOMPARE(later.deviceName(), u"Quầy 1"_qs);
        QCOMPARE(later.address().port, hub.config.port);
        QVERIFY(isLive(later.address(), Stream::Staff));
        QCOMPARE(devicesOf(hub), std::size_t(5));
        later.forget();
        QCOMPARE(later.state(), State::NotEnrolled);
        QTRY_VERIFY(QDir(dir.filePath(u"device"_qs)).entryList({u"*.json"_qs, u"*.secret"_qs}).isEmpty());
    }

    void aCodeThatIsNoneSaysWhy_data()
    {
        QTest::addColumn<QString>("badness");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("wrong: nobody made it") << u"wrong"_qs << ErrorCode::EnrolmentUnknown;
        QTest::newRow("used") << u"used"_qs << ErrorCode::EnrolmentUsed;
        QTest::newRow("expired") << u"expired"_qs << ErrorCode::EnrolmentExpired;
        QTest::newRow("truncated") << u"truncated"_qs << ErrorCode::CodeDamaged;
        QTest::newRow("mistyped") << u"mistyped"_qs << ErrorCode::CodeDamaged;
        QTest::newRow("of a hub that is elsewhere now") << u"gone"_qs << ErrorCode::Offline;
    }
    void aCodeThatIsNoneSaysWhy()
    {
        QFETCH(const QString, badness);
        QFETCH(const ErrorCode, code);
        TestHub hub;
        hub.start();
        Coded coded = codeOf(hub, 1, badness == u"expired" ? 2 * kSecondMs : kHourMs);
        if (badness == u"used")
            coded.enrolment.usedBy = kWorkplace;
        hub.stop();
        if (badness != u"wrong")
            QCOMPARE(writeRecords(hub.directory(), {coded.enrolment}), QByteArray());
        if (badness != u"gone")
            hub.start();
        QString text = QString::fromStdString(coded.text);
        if (badness == u"truncated")
            text.chop(6);
        if (badness == u"mistyped")
            text[10] = text.at(10) == u'7' ? u'8' : u'7';
        QTemporaryDir dir;
        DeviceAccess access(placeIn(dir), u"test"_qs, DeviceKind::Workplace);
        access.start();
        QTRY_COMPARE(access.state(), State::NotEnrolled);
        if (badness == u"expired")
            QTRY_VERIFY(QDateTime::currentMSecsSinceEpoch() > coded.enrolment.expiresMs);
        access.enrol(text);
        QTRY_COMPARE(access.state(), State::NotEnrolled);
        QCOMPARE(access.problem().code, code);
        // the words stay until there is something new to say, and no key is left
        QTest::qWait(1500);
        QCOMPARE(access.state(), State::NotEnrolled);
        QCOMPARE(access.problem().code, code);
        QVERIFY(QDir(dir.filePath(u"device"_qs)).entryList({u"*.json"_qs, u"*.secret"_qs}).isEmpty());
        if (badness != u"gone")
            QCOMPARE(devicesOf(hub), std::size_t(4));
    }

    void besideItsHubByItself()
    {
        TestHub hub;
        hub.start();
        QVERIFY(hub.hub().openLocalDoor(hub.directory()).isOk());
        QTemporaryDir dir;
        DeviceAccess access(placeBeside(hub, dir), u"tiepdon-lobby"_qs, DeviceKind::Display);
        QSignalSpy changed(&access, &DeviceAccess::changed);
        access.start();
        QTRY_COMPARE(access.state(), State::Enrolled);
        QVERIFY(changed.count() > 0);
        QVERIFY(access.deviceName().contains(u"tiepdon-lobby"_qs));
        QCOMPARE(access.address().directory, hub.directory());
        QVERIFY(isLive(access.address(), Stream::Public));
        QCOMPARE(devicesOf(hub), std::size_t(5));
    }

    void twoProgramsAtOnceAreOneDevice()
    {
        TestHub hub;
        hub.start();
        QVERIFY(hub.hub().openLocalDoor(hub.directory()).isOk());
        QTemporaryDir dir;
        DeviceAccess first(placeBeside(hub, dir), u"test"_qs, DeviceKind::Workplace);
        DeviceAccess second(placeBeside(hub, dir), u"test"_qs, DeviceKind::Workplace);
        first.start();
        second.start();
        QTRY_COMPARE(first.state(), State::Enrolled);
        QTRY_COMPARE(second.state(), State::Enrolled);
        QCOMPARE(first.address().certificate, second.address().certificate);
        QCOMPARE(devicesOf(hub), std::size_t(5));
    }

    void aHubThatStartsLaterIsFound()
    {
        TestHub hub;
        QTemporaryDir dir;
        DeviceAccess access(placeBeside(hub, dir), u"test"_qs, DeviceKind::Workplace);
        access.start();
        QTRY_COMPARE(access.state(), State::NotEnrolled);
        QCOMPARE(access.problem().code, ErrorCode::Offline);
        hub.start();
        QVERIFY(hub.hub().openLocalDoor(hub.directory()).isOk());
        QTRY_COMPARE(access.state(), State::Enrolled);
    }

    void aBranchMadeAnewIsEnrolledAtAnew()
    {
        QTemporaryDir dir;
        const QString data = dir.filePath(u"data"_qs);
        const DevicePlace place{dir.filePath(u"device"_qs), data};
        std::unique_ptr<TestHub> hubs[2];
        QSslCertificate before;
        for (auto &hub : hubs) {
            QVERIFY(QDir(data).removeRecursively() || !QDir(data).exists());
            hub = std::make_unique<TestHub>();
            hub->start();
            // the same data directory, of another branch the second time
            QFile::remove(data);
            QVERIFY(QFile::link(hub->directory(), data));
            QVERIFY(hub->hub().openLocalDoor(hub->directory()).isOk());
            DeviceAccess access(place, u"test"_qs, DeviceKind::Workplace);
            access.start();
            QTRY_COMPARE(access.state(), State::Enrolled);
            QCOMPARE(access.address().authority, hub->address().authority);
            QVERIFY(isLive(access.address(), Stream::Staff));
            QCOMPARE(access.address().directory, data);
            QVERIFY(access.address().certificate != before);
            before = access.address().certificate;
            QFile::remove(data);
        }
    }

    void aKeyThatIsNotToBeHadIsSaid()
    {
        TestHub hub;
        hub.start();
        QVERIFY(hub.hub().openLocalDoor(hub.directory()).isOk());
        QTemporaryDir dir;
        {
            DeviceAccess access(placeBeside(hub, dir), u"test"_qs, DeviceKind::Workplace);
            access.start();
            QTRY_COMPARE(access.state(), State::Enrolled);
        }
        const auto secrets = QDir(dir.filePath(u"device"_qs)).entryInfoList({u"device-*.secret"_qs});
        QCOMPARE(secrets.size(), 1);
        const QByteArray kept = contentOf(secrets.first().filePath());
        const auto put = [&](const QByteArray &bytes) {
            QFile file(secrets.first().filePath());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        // it stands in a keychain that is not there now
        put(R"({"keychain":"test/device/0"})");
        DeviceAccess access(placeBeside(hub, dir), u"test"_qs, DeviceKind::Workplace);
        access.start();
        QTRY_COMPARE(access.state(), State::SecretsLocked);
        QCOMPARE(access.problem().code, ErrorCode::SecretsLocked);
        QTest::qWait(1500);
        QCOMPARE(access.state(), State::SecretsLocked); // and is not thrown away by itself
        QCOMPARE(devicesOf(hub), std::size_t(5));
        put(kept);
        access.start();
        QTRY_COMPARE(access.state(), State::Enrolled);
    }

    void anAnswerThatGotLostIsAskedForAgain()
    {
        // a hub that takes the device in and falls before it says so; it knows the device when it is back
        const Forge forge;
        const Shown shown = forge.show(u"nothing"_qs);
        QSslServer server;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(shown.chain);
        tls.setPrivateKey(shown.key);
        tls.setPeerVerifyMode(QSslSocket::QueryPeer);
        server.setSslConfiguration(tls);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QStringList heard;
        QSet<QByteArray> shownTo;
        connect(&server, &QSslServer::pendingConnectionAvailable, &server, [&] {
            auto *socket = qobject_cast<QSslSocket *>(server.nextPendingConnection());
            shownTo.insert(fingerprintHex(socket->peerCertificate()));
            const auto read = [&heard, socket] {
                const QByteArray bytes = socket->readAll();
                if (bytes.contains("\"enrol\"")) {
                    heard << u"enrol"_qs;
                    if (heard.size() == 1)
                        return socket->abort();
                    const std::string no
                        = framed(toBytes(Reply{1, Error{ErrorCode::InvalidRequest, "enrolled already", {}}}));
                    socket->write(no.data(), static_cast<qint64>(no.size()));
                } else if (bytes.contains("\"hello\"")) {
                    heard << u"hello"_qs;
                    Welcome welcome;
                    welcome.deviceId = DeviceId{9};
                    welcome.device = "Quầy 9";
                    const std::string yes = framed(toBytes(Reply{1, toJson(welcome)}));
                    socket->write(yes.data(), static_cast<qint64>(yes.size()));
                }
            };
            connect(socket, &QSslSocket::readyRead, socket, read);
            read();
        });
        EnrolmentCode code;
        code.host = "127.0.0.1";
        code.port = server.serverPort();
        const QByteArray digest = forge.authority().digest(QCryptographicHash::Sha256);
        std::copy_n(digest.begin(), code.fingerprint.size(), code.fingerprint.begin());
        QTemporaryDir dir;
        DeviceAccess access(placeIn(dir), u"test"_qs, DeviceKind::Workplace);
        access.start();
        access.enrol(QString::fromStdString(toText(code)));
        QTRY_COMPARE(access.state(), State::Enrolled);
        QCOMPARE(access.deviceName(), u"Quầy 9"_qs);
        QCOMPARE(heard, (QStringList{u"enrol"_qs, u"enrol"_qs, u"hello"_qs}));
        QCOMPARE(shownTo.size(), 1); // the same certificate both times
    }

private:
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_GUILESS_MAIN(TestDeviceAccess)
#include "tst_deviceaccess.moc"
