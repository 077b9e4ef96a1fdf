// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/hubconnection.h"

#include "core/base/limits.h"

#include <QRandomGenerator>
#include <QSslConfiguration>

#include <algorithm>

namespace tiepdon {
namespace {

// A first retry is quick, for a hub that is restarted; later ones spread out so that a thousand clients do
// not come at once and again at once.
constexpr int kRetryMsMin = 100;
constexpr int kRetryMsMax = 3000;
// A hub that refuses us (version, trust) is asked again only now and then: people must act first.
constexpr int kRefusedRetryMs = 10000;
constexpr int kConnectMsMax = 8000;
// Heartbeats go both ways; two missed and a little is well inside the 15 s after which data is old.
constexpr qint64 kHeartbeatMsMin = 100;
constexpr qint64 kGraceMs = 2000;

} // namespace

HubConnection::HubConnection(HubAddress address, QObject *parent)
    : QObject(parent), m_address(std::move(address)), m_reader(limits::kFrameBytesFromHub)
{
    m_steady.start();
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &HubConnection::open);
    m_connectLimit.setSingleShot(true);
    m_connectLimit.setInterval(kConnectMsMax);
    connect(&m_connectLimit, &QTimer::timeout, this, [this] {
        lose({ErrorCode::Offline, "no answer from the hub", {}});
    });
    connect(&m_beat, &QTimer::timeout, this, &HubConnection::beat);
    connect(&m_socket, &QSslSocket::encrypted, this, [this] {
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        Q_EMIT secured();
    });
    connect(&m_socket, &QSslSocket::readyRead, this, &HubConnection::read);
    connect(&m_socket, &QSslSocket::disconnected, this, [this] {
        if (m_isOpen)
            lose({ErrorCode::Offline, "the connection ended", {}});
    });
    connect(&m_socket, &QSslSocket::errorOccurred, this, &HubConnection::onSocketError);
    connect(&m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_trustProblem = errors.isEmpty() ? QString() : errors.first().errorString();
    });
}

void HubConnection::start()
{
    if (m_isWanted)
        return;
    m_isWanted = true;
    open();
}

void HubConnection::stop()
{
    if (!m_isWanted)
        return;
    m_isWanted = false;
    if (m_isOpen)
        m_socket.flush();
    end({ErrorCode::Offline, "stopped", {}}, false);
    m_retry.stop();
}

void HubConnection::open()
{
    if (!m_isWanted)
        return;
    m_trustProblem.clear();
    if (!m_address.directory.isEmpty()) // a hub started again may have taken another port
        m_address.port = portIn(m_address.directory).value_or(m_address.port);
    if (m_address.authority.isNull()) { // an empty list of authorities would be the system's
        refuse({ErrorCode::TrustFailed, "no authority to trust", {}});
        return;
    }
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates({m_address.authority});
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setLocalCertificate(m_address.certificate);
    tls.setPrivateKey(m_address.key);
    m_socket.setSslConfiguration(tls);
    m_reader = FrameReader(limits::kFrameBytesFromHub);
    m_isOpen = true;
    m_connectLimit.start();
    m_socket.connectToHostEncrypted(m_address.host, m_address.port);
}

void HubConnection::onSocketError()
{
    if (!m_isOpen)
        return;
    if (!m_trustProblem.isEmpty())
        refuse({ErrorCode::TrustFailed, m_trustProblem.toStdString(), {}});
    else
        lose({ErrorCode::Offline, m_socket.errorString().toStdString(), {}});
}

QStringList HubConnection::hubNames() const
{
    const auto names = m_socket.peerCertificate().subjectAlternativeNames();
    QStringList list;
    for (const QSsl::AlternativeNameEntryType type : {QSsl::DnsEntry, QSsl::IpAddressEntry}) {
        const QStringList ofType = names.values(type);
        for (auto it = ofType.rbegin(); it != ofType.rend(); ++it) // the map gives the last one first
            list.append(*it);
    }
    return list;
}

void HubConnection::write(const Request &request)
{
    std::string message = toBytes(request);
    std::string bytes = framed(message);
    m_socket.write(bytes.data(), static_cast<qint64>(bytes.size()));
    for (std::string *text : {&message, &bytes}) // there may have been a password in it
        std::fill(text->begin(), text->end(), '\0');
}

void HubConnection::greeted(qint64 heartbeatMs)
{
    m_connectLimit.stop();
    m_heartbeatMs = std::max(kHeartbeatMsMin, heartbeatMs);
    m_heardMs = m_steady.elapsed();
    m_beat.start(static_cast<int>(m_heartbeatMs));
}

void HubConnection::lose(const Error &error)
{
    end(error, false);
    if (!m_isWanted || m_retry.isActive())
        return;
    const int widest = std::min(kRetryMsMax, kRetryMsMin << std::min(m_failures, 6));
    ++m_failures;
    m_retry.start(kRetryMsMin / 2 + static_cast<int>(QRandomGenerator::global()->bounded(widest)));
}

void HubConnection::refuse(const Error &error)
{
    end(error, true);
    if (m_isWanted)
        m_retry.start(kRefusedRetryMs);
}

void HubConnection::end(const Error &error, bool isRefused)
{
    m_connectLimit.stop();
    m_beat.stop();
    if (m_isOpen) {
        m_isOpen = false; // before abort(), which reports the end once more
        m_socket.abort();
    } else if (m_retry.isActive()) {
        return;
    }
    Q_EMIT ended(error, isRefused);
}

void HubConnection::read()
{
    const QByteArray bytes = m_socket.readAll();
    m_heardMs = m_steady.elapsed();
    m_reader.append({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    while (m_isOpen) {
        auto next = m_reader.next();
        if (!next) {
            lose(next.error());
            return;
        }
        if (!*next)
            return;
        const auto message = messageFrom(**next);
        if (!message) {
            lose(message.error());
            return;
        }
        Q_EMIT this->message(*message);
    }
}

void HubConnection::beat()
{
    if (m_steady.elapsed() - m_heardMs > 2 * m_heartbeatMs + kGraceMs) {
        lose({ErrorCode::Offline, "nothing heard from the hub", {}});
        return;
    }
    ClientHeartbeat heartbeat;
    if (std::exchange(m_isActive, false))
        heartbeat.active = true;
    write({std::nullopt, std::string(ClientHeartbeat::kMethod), toJson(heartbeat)});
}

} // namespace tiepdon
