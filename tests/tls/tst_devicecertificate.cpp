// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tls/devicecertificate.h"

#include <QDateTime>
#include <QSslCertificateExtension>
#include <QtTest>

using namespace tiepdon;

/// What a device shows its hub.
class TestDeviceCertificate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSelfSignedForClientsAndLastsLong()
    {
        const auto made = createDeviceCertificate();
        QVERIFY(made);
        QCOMPARE(made->certificate.issuerInfo(QSslCertificate::CommonName),
                 made->certificate.subjectInfo(QSslCertificate::CommonName));
        QCOMPARE(made->certificate.subjectInfo(QSslCertificate::CommonName),
                 QStringList{QStringLiteral("Tiep Don device")});
        QCOMPARE(made->certificate.publicKey().algorithm(), QSsl::Ec);
        QCOMPARE(made->certificate.publicKey().length(), 256);
        QCOMPARE(made->key.type(), QSsl::PrivateKey);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QVERIFY(made->certificate.effectiveDate() < now);
        QVERIFY(made->certificate.expiryDate() > now.addYears(24));
        QVERIFY(made->certificate.expiryDate() < now.addYears(26));
        bool isAuthority = true;
        for (const QSslCertificateExtension &extension : made->certificate.extensions()) {
            if (extension.name() == QStringLiteral("basicConstraints"))
                isAuthority = extension.value().toMap().value(QStringLiteral("ca"), true).toBool();
        }
        QVERIFY(made->certificate.toText().contains(QStringLiteral("TLS Web Client Authentication")));
        QVERIFY(!made->certificate.toText().contains(QStringLiteral("TLS Web Server Authentication")));
        QVERIFY(!isAuthority);
    }

    void noTwoAreAlike()
    {
        const auto first = createDeviceCertificate();
        const auto second = createDeviceCertificate();
        QVERIFY(first && second);
        QVERIFY(first->key != second->key);
        QVERIFY(fingerprintHex(first->certificate) != fingerprintHex(second->certificate));
    }

    void theFingerprintIsTheCertificates()
    {
        const auto made = createDeviceCertificate();
        QVERIFY(made);
        const QByteArray print = fingerprintHex(made->certificate);
        QCOMPARE(print.size(), 64);
        QCOMPARE(print, print.toLower());
        QCOMPARE(print, QCryptographicHash::hash(made->certificate.toDer(), QCryptographicHash::Sha256).toHex());
    }
};

QTEST_GUILESS_MAIN(TestDeviceCertificate)
#include "tst_devicecertificate.moc"
