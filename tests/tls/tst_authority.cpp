// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tls/authority.h"

#include <QFile>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QtTest>

using namespace tiepdon;

namespace {

const QStringList kFiles{QStringLiteral("authority.pem"), QStringLiteral("authority.key"),
                         QStringLiteral("hub.pem"), QStringLiteral("hub.key")};

QSslCertificate certificate(const QTemporaryDir &dir, const QString &name)
{
    return QSslCertificate::fromPath(dir.filePath(name)).value(0);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A TLS server with the hub certificate of a directory, on a free loopback port.
void listenWith(QSslServer &server, const QTemporaryDir &dir)
{
    QFile keyFile(dir.filePath(QStringLiteral("hub.key")));
    QVERIFY(keyFile.open(QIODevice::ReadOnly));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate(dir, QStringLiteral("hub.pem")));
    configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    server.setSslConfiguration(configuration);
    QVERIFY(server.listen(QHostAddress::LocalHost, 0));
}

QSslConfiguration trusting(const QTemporaryDir &dir)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({certificate(dir, QStringLiteral("authority.pem"))});
    return configuration;
}

} // namespace

class TestAuthority : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreTheOwnersAlone()
    {
        QTemporaryDir dir;
        QVERIFY(createAuthority(dir.path(), {}));
        const auto ownerOnly
            = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
        for (const QString &name : {QStringLiteral("authority.key"), QStringLiteral("hub.key")}) {
            const QString path = dir.filePath(name);
            QVERIFY2(contentOf(path).startsWith("-----BEGIN PRIVATE KEY-----"), qPrintable(name));
            QCOMPARE(QFile::permissions(path) & ~ownerOnly, QFileDevice::Permissions());
        }
    }

    void certificatesSayWhatTheyAreFor()
    {
        QTemporaryDir dir;
        QVERIFY(createAuthority(dir.path(), {QStringLiteral("hub.branch.example"), QStringLiteral("192.0.2.7")}));
        const QSslCertificate authority = certificate(dir, QStringLiteral("authority.pem"));
        const QSslCertificate hub = certificate(dir, QStringLiteral("hub.pem"));
        QVERIFY(authority.isSelfSigned());
        QVERIFY(!hub.isSelfSigned());
        QCOMPARE(hub.issuerInfo(QSslCertificate::CommonName), authority.subjectInfo(QSslCertificate::CommonName));

        const auto names = hub.subjectAlternativeNames();
        QCOMPARE(names.values(QSsl::DnsEntry).size(), 2);
        QVERIFY(names.contains(QSsl::DnsEntry, QStringLiteral("localhost")));
        QVERIFY(names.contains(QSsl::DnsEntry, QStringLiteral("hub.branch.example")));
        QStringList addresses = names.values(QSsl::IpAddressEntry);
        QCOMPARE(addresses.size(), 3);
        QVERIFY(addresses.contains(QStringLiteral("127.0.0.1")));
        QVERIFY(addresses.contains(QStringLiteral("192.0.2.7")));

        const qint64 now = QDateTime::currentSecsSinceEpoch();
        QVERIFY(hub.effectiveDate().toSecsSinceEpoch() <= now);
        QCOMPARE((hub.expiryDate().toSecsSinceEpoch() - now + 43200) / 86400, 825);
        QCOMPARE((authority.expiryDate().toSecsSinceEpoch() - now + 43200) / 86400, 3652);
        QVERIFY(hub.serialNumber() != authority.serialNumber());
        QCOMPARE(hub.serialNumber().count(':'), 15);

        bool isAuthority = false;
        for (const QSslCertificateExtension &extension : authority.extensions()) {
            if (extension.name() == QStringLiteral("basicConstraints")) {
                const QVariantMap value = extension.value().toMap();
                isAuthority = extension.isCritical() && value.value(QStringLiteral("ca")).toBool()
                    && value.value(QStringLiteral("pathLenConstraint"), -1).toInt() == 0;
            }
        }
        QVERIFY(isAuthority);
    }

    void aClientTrustingOnlyThisAuthorityConnects_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("by address") << QStringLiteral("127.0.0.1");
        QTest::newRow("by the given name") << QStringLiteral("hub.branch.example");
    }
    void aClientTrustingOnlyThisAuthorityConnects()
    {
        QFETCH(QString, name);
        QTemporaryDir dir;
        QVERIFY(createAuthority(dir.path(), {QStringLiteral("hub.branch.example")}));
        QSslServer server;
        listenWith(server, dir);

        QSslSocket socket;
        socket.setSslConfiguration(trusting(dir));
        QSignalSpy encrypted(&socket, &QSslSocket::encrypted);
        socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.serverPort(), name);
        QTRY_COMPARE(encrypted.count(), 1);
        QVERIFY(socket.sslHandshakeErrors().isEmpty());
    }

    void aForeignAuthorityOrNameIsRefused_data()
    {
        QTest::addColumn<bool>("foreign");
        QTest::addColumn<QString>("name");
        QTest::newRow("another authority") << true << QStringLiteral("127.0.0.1");
        QTest::newRow("a name the certificate lacks") << false << QStringLiteral("other.example");
    }
    void aForeignAuthorityOrNameIsRefused()
    {
        QFETCH(bool, foreign);
        QFETCH(QString, name);
        QTemporaryDir dir;
        QTemporaryDir elsewhere;
        QVERIFY(createAuthority(dir.path(), {}));
        QVERIFY(createAuthority(elsewhere.path(), {}));
        QSslServer server;
        listenWith(server, dir);

        QSslSocket socket;
        socket.setSslConfiguration(trusting(foreign ? elsewhere : dir));
        QSignalSpy encrypted(&socket, &QSslSocket::encrypted);
        QSignalSpy errors(&socket, &QSslSocket::sslErrors);
        QSignalSpy disconnected(&socket, &QSslSocket::disconnected);
        socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.serverPort(), name);
        QTRY_VERIFY(disconnected.count() > 0);
        QVERIFY(errors.count() > 0);
        QCOMPARE(encrypted.count(), 0);
    }

    void nothingIsOverwritten_data()
    {
        QTest::addColumn<QString>("there");
        for (const QString &name : kFiles)
            QTest::addRow("%s is there already", qPrintable(name)) << name;
    }
    void nothingIsOverwritten()
    {
        QFETCH(QString, there);
        QTemporaryDir dir;
        QFile file(dir.filePath(there));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("precious");
        file.close();
        const auto result = createAuthority(dir.path(), {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::AlreadyInitialised);
        QCOMPARE(QString::fromStdString(result.error().detail.at("file")), dir.filePath(there));
        QCOMPARE(contentOf(dir.filePath(there)), QByteArray("precious"));
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{there});
    }

    void whatIsNoHostIsRefused_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("empty") << QString();
        QTest::newRow("a second name behind a comma") << QStringLiteral("hub,IP:192.0.2.1");
        QTest::newRow("blanks") << QStringLiteral("my hub");
    }
    void whatIsNoHostIsRefused()
    {
        QFETCH(QString, host);
        QTemporaryDir dir;
        const auto result = createAuthority(dir.path(), {host});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidParams);
        QVERIFY(QDir(dir.path()).isEmpty());
    }

    void aDirectoryThatIsNotThereIsSaid()
    {
        QTemporaryDir dir;
        const auto result = createAuthority(dir.filePath(QStringLiteral("missing")), {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::FileNotWritable);
    }

    void theFingerprintIsTheCertificates()
    {
        QTemporaryDir dir;
        QVERIFY(createAuthority(dir.path(), {}));
        const QString path = dir.filePath(QStringLiteral("authority.pem"));
        const auto print = fingerprint(path);
        QVERIFY(print);
        QCOMPARE(print->toLatin1(),
                 certificate(dir, QStringLiteral("authority.pem"))
                     .digest(QCryptographicHash::Sha256)
                     .toHex(':')
                     .toUpper());
        QCOMPARE(fingerprint(dir.filePath(QStringLiteral("hub.key"))).error().code, ErrorCode::BadFile);
        QCOMPARE(fingerprint(dir.filePath(QStringLiteral("none"))).error().code, ErrorCode::FileNotReadable);
    }
};

QTEST_GUILESS_MAIN(TestAuthority)
#include "tst_authority.moc"
