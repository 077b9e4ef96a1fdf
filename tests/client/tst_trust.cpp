// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/enrolment.h"
#include "core/client/hubclient.h"
#include "tests/client/badcertificates.h"

#include <QCryptographicHash>
#include <QSignalSpy>

using namespace tiepdon;
using namespace tiepdon::test;

/// A hub that cannot prove who it is hears nothing: no hello, no secret.
class TestTrust : public QObject
{
    Q_OBJECT

private:
    static EnrolmentCode codeFor(const QSslCertificate &authority, quint16 port)
    {
        EnrolmentCode code;
        code.host = "127.0.0.1";
        code.port = port;
        code.secret.fill(7);
        const QByteArray digest = authority.digest(QCryptographicHash::Sha256);
        std::copy_n(digest.begin(), code.fingerprint.size(), code.fingerprint.begin());
        return code;
    }
    static void rows()
    {
        QTest::addColumn<QString>("badness");
        for (const QString &badness : Forge::badnesses())
            QTest::newRow(qPrintable(badness)) << badness;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto made = createDeviceCertificate();
        QVERIFY(made);
        m_device = *made;
    }

    void aGoodHubHearsUs()
    {
        const Forge forge;
        const Shown shown = forge.show(u"nothing"_qs);
        CountingServer server(shown.chain, shown.key);
        HubAddress address;
        address.port = server.port();
        address.authority = forge.authority();
        address.certificate = m_device.certificate;
        address.key = m_device.key;
        HubClient client(address, u"test"_qs, Stream::Staff);
        client.start();
        QTRY_VERIFY(server.bytes > 0);
        client.stop();

        CountingServer another(shown.chain, shown.key);
        HubEnrolment enrolment(codeFor(forge.authority(), another.port()), u"test"_qs);
        QSignalSpy found(&enrolment, &HubEnrolment::found);
        enrolment.begin();
        QTRY_COMPARE(found.count(), 1);
        QCOMPARE(another.bytes, 0); // the first connection says nothing to anybody
        enrolment.proceed(m_device);
        QTRY_VERIFY(another.bytes > 0);
    }

    void aBadHubHearsNothingOfAnEnrolledDevice_data() { rows(); }
    void aBadHubHearsNothingOfAnEnrolledDevice()
    {
        QFETCH(const QString, badness);
        const Forge forge;
        const Shown shown = forge.show(badness);
        CountingServer server(shown.chain, shown.key);
        HubAddress address;
        address.port = server.port();
        address.authority = forge.authority();
        address.certificate = m_device.certificate;
        address.key = m_device.key;
        HubClient client(address, u"test"_qs, Stream::Staff);
        client.start();
        QTRY_COMPARE(client.status(), BranchLink::Status::Refused);
        QCOMPARE(client.problem().code, ErrorCode::TrustFailed);
        QTest::qWait(50); // what is under way arrives
        QVERIFY(server.connections > 0);
        QCOMPARE(server.bytes, 0);
    }

    void aBadHubHearsNothingOfAnEnrollingDevice_data() { rows(); }
    void aBadHubHearsNothingOfAnEnrollingDevice()
    {
        QFETCH(const QString, badness);
        const Forge forge;
        const Shown shown = forge.show(badness);
        CountingServer server(shown.chain, shown.key);
        HubEnrolment enrolment(codeFor(forge.authority(), server.port()), u"test"_qs);
        connect(&enrolment, &HubEnrolment::found, &enrolment, [&] { enrolment.proceed(m_device); });
        QSignalSpy enrolled(&enrolment, &HubEnrolment::enrolled);
        std::optional<Error> refusal;
        connect(&enrolment, &HubEnrolment::failed, this, [&](const Error &error) { refusal = error; });
        enrolment.begin();
        QTRY_VERIFY(refusal.has_value());
        QCOMPARE(refusal->code, ErrorCode::TrustFailed);
        QTest::qWait(50);
        QVERIFY(server.connections > 0);
        QCOMPARE(server.bytes, 0);
        QCOMPARE(enrolled.count(), 0);
    }

    void aCodeOfAnotherHubIsNotSaidThere()
    {
        const Forge forge;
        const Forge other;
        const Shown shown = forge.show(u"nothing"_qs);
        CountingServer server(shown.chain, shown.key);
        HubEnrolment enrolment(codeFor(other.authority(), server.port()), u"test"_qs);
        QSignalSpy found(&enrolment, &HubEnrolment::found);
        std::optional<Error> refusal;
        connect(&enrolment, &HubEnrolment::failed, this, [&](const Error &error) { refusal = error; });
        enrolment.begin();
        QTRY_VERIFY(refusal.has_value());
        QCOMPARE(refusal->code, ErrorCode::TrustFailed);
        QCOMPARE(found.count(), 0);
        QCOMPARE(server.bytes, 0);
        QCOMPARE(server.connections, 1);
    }

    void nobodyThereIsSaid()
    {
        HubEnrolment enrolment(codeFor(Forge().authority(), 1), u"test"_qs);
        std::optional<Error> refusal;
        connect(&enrolment, &HubEnrolment::failed, this, [&](const Error &error) { refusal = error; });
        enrolment.begin();
        QTRY_VERIFY(refusal.has_value());
        QCOMPARE(refusal->code, ErrorCode::Offline);
    }

private:
    DeviceCertificate m_device;
};

QTEST_GUILESS_MAIN(TestTrust)
#include "tst_trust.moc"
