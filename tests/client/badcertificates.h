// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tls/openssl.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QtTest>

#include <openssl/asn1.h>

namespace tiepdon::test {

/// A server with a certificate that counts what clients say to it.
class CountingServer
{
public:
    CountingServer(const QList<QSslCertificate> &chain, const QSslKey &key)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(chain);
        tls.setPrivateKey(key);
        tls.setPeerVerifyMode(QSslSocket::QueryPeer);
        m_server.setSslConfiguration(tls);
        QObject::connect(&m_server, &QSslServer::startedEncryptionHandshake, &m_server, [this](QSslSocket *socket) {
            ++connections;
            QObject::connect(socket, &QSslSocket::readyRead, socket,
                             [this, socket] { bytes += socket->readAll().size(); });
        });
        QObject::connect(&m_server, &QSslServer::pendingConnectionAvailable, &m_server, [this] {
            while (auto *socket = m_server.nextPendingConnection())
                bytes += socket->readAll().size(); // what came together with the handshake
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            QTest::qFail("the test's server does not listen", __FILE__, __LINE__);
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    int connections = 0;
    qint64 bytes = 0; ///< of application data

private:
    QSslServer m_server;
};

/// What a hub would show, and how it is bad.
struct Shown {
    QList<QSslCertificate> chain; ///< ends with the authority that devices trust
    QSslKey key;
};

/// An authority made for one test, and certificates that it, or somebody else, signed.
class Forge
{
public:
    Forge() : m_key(EVP_EC_gen("P-256")), m_authority(authority(m_key.get(), nullptr)) { }

    [[nodiscard]] QSslCertificate authority() const { return qt(m_authority.get()); }

    /// By name of what is bad about it; "nothing" for a good one.
    [[nodiscard]] Shown show(const QString &badness) const
    {
        const openssl::Key key(EVP_EC_gen("P-256"));
        Shown shown;
        shown.key = qt(key.get());
        X509 *issuer = m_authority.get();
        EVP_PKEY *issuerKey = m_key.get();
        const openssl::Key otherKey(EVP_EC_gen("P-256"));
        const openssl::Certificate other = authority(otherKey.get(), "Somebody else");
        const openssl::Certificate alike = authority(otherKey.get(), nullptr);
        if (badness == u"the authority itself"_qs) {
            shown.key = qt(m_key.get());
            shown.chain = {qt(m_authority.get())};
            return shown;
        }
        if (badness == u"another authority's"_qs) {
            issuer = other.get();
            issuerKey = otherKey.get();
        } else if (badness == u"of an authority of the same name"_qs) {
            issuer = alike.get();
            issuerKey = otherKey.get();
        }
        // a hub's own certificate, which may sign nobody's
        const openssl::Certificate hub
            = leaf(otherKey.get(), issuer, issuerKey, "serverAuth", "IP:127.0.0.1", 0, 365);
        if (badness == u"signed by a hub"_qs) {
            issuer = hub.get();
            issuerKey = otherKey.get();
        }
        const bool isExpired = badness == u"expired"_qs;
        const bool isEarly = badness == u"not valid yet"_qs;
        openssl::Certificate made = badness == u"signed by itself"_qs
            ? leaf(key.get(), nullptr, key.get(), "serverAuth", "IP:127.0.0.1", 0, 365)
            : leaf(key.get(), issuer, issuerKey, badness == u"for clients only"_qs ? "clientAuth" : "serverAuth",
                   badness == u"another host's"_qs ? "IP:192.0.2.1,DNS:hub.example" : "IP:127.0.0.1",
                   isEarly         ? 2
                       : isExpired ? -30
                                   : 0,
                   isExpired ? -1 : 365);
        QSslCertificate first = qt(made.get());
        if (badness == u"altered"_qs) {
            QByteArray der = first.toDer();
            der[der.size() - 1] = static_cast<char>(der.at(der.size() - 1) ^ 1); // in the signature
            first = QSslCertificate(der, QSsl::Der);
        }
        shown.chain = {first};
        if (badness == u"signed by a hub"_qs)
            shown.chain << qt(hub.get());
        shown.chain << qt(m_authority.get());
        return shown;
    }

    static QStringList badnesses()
    {
        return {u"another authority's"_qs,  u"of an authority of the same name"_qs,
                u"signed by itself"_qs,     u"expired"_qs,
                u"not valid yet"_qs,        u"another host's"_qs,
                u"for clients only"_qs,     u"signed by a hub"_qs,
                u"the authority itself"_qs, u"altered"_qs};
    }

private:
    static QSslCertificate qt(X509 *certificate) { return QSslCertificate(openssl::pem(certificate), QSsl::Pem); }
    static QSslKey qt(EVP_PKEY *key) { return QSslKey(openssl::pem(key), QSsl::Ec); }

    static openssl::Certificate authority(EVP_PKEY *key, const char *name)
    {
        openssl::Certificate made
            = openssl::unsignedCertificate(key, name ? name : "Tiep Don branch authority", nullptr, 3652);
        X509 *c = made.get();
        openssl::addExtension(c, c, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
        openssl::addExtension(c, c, NID_key_usage, "critical,keyCertSign");
        openssl::addExtension(c, c, NID_subject_key_identifier, "hash");
        X509_sign(c, key, EVP_sha256());
        return made;
    }

    static openssl::Certificate leaf(EVP_PKEY *key, X509 *issuer, EVP_PKEY *issuerKey, const char *use,
                                     const char *names, int fromDays, int toDays)
    {
        openssl::Certificate made = openssl::unsignedCertificate(
            key, "Tiep Don hub", issuer ? X509_get_subject_name(issuer) : nullptr, toDays);
        X509 *c = made.get();
        if (fromDays != 0)
            X509_time_adj_ex(X509_getm_notBefore(c), fromDays, 0, nullptr);
        X509 *from = issuer ? issuer : c;
        openssl::addExtension(c, from, NID_basic_constraints, "critical,CA:FALSE");
        openssl::addExtension(c, from, NID_key_usage, "critical,digitalSignature");
        openssl::addExtension(c, from, NID_ext_key_usage, use);
        openssl::addExtension(c, from, NID_subject_key_identifier, "hash");
        openssl::addExtension(c, from, NID_authority_key_identifier, "keyid");
        openssl::addExtension(c, from, NID_subject_alt_name, names);
        X509_sign(c, issuerKey, EVP_sha256());
        return made;
    }

    openssl::Key m_key;
    openssl::Certificate m_authority;
};

} // namespace tiepdon::test
