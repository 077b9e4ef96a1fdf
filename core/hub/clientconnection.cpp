// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/clientconnection.h"

#include "core/base/limits.h"
#include "core/tls/devicecertificate.h"

#include <QHostAddress>

#include <algorithm>

namespace tiepdon {
namespace {

// Refusals answered in a row before a client that does not slow down is cut off.
constexpr int kRefusedInARowMax = 1000;

} // namespace

ClientConnection::ClientConnection(QSslSocket *socket, const ConnectionLimits &limits, QObject *parent)
    : QObject(parent), m_socket(socket), m_limits(limits), m_reader(limits::kFrameBytesBeforeHello),
      m_tokens(limits.messagesBurst)
{
    m_socket->setParent(this);
    m_age.start();
    m_heard.start();
    m_refilled.start();
    connect(m_socket, &QSslSocket::readyRead, this, &ClientConnection::read);
    connect(m_socket, &QSslSocket::encryptedBytesWritten, this, [this] {
        if (unsent() == 0) {
            m_snapshotBytes = 0;
            m_blocked.invalidate();
        } else {
            m_blocked.start();
        }
    });
    connect(m_socket, &QSslSocket::disconnected, this, [this] {
        m_isClosing = true;
        Q_EMIT closed(m_reason.isEmpty() ? QStringLiteral("by the client") : m_reason);
        deleteLater();
    });
    // what arrived together with the handshake is not announced again
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &ClientConnection::read, Qt::QueuedConnection);
}

QString ClientConnection::peer() const { return m_socket->peerAddress().toString(); }

std::string ClientConnection::fingerprint() const
{
    const QSslCertificate shown = m_socket->peerCertificate();
    return shown.isNull() ? std::string() : fingerprintHex(shown).toStdString();
}

qint64 ClientConnection::unsent() const { return m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite(); }

void ClientConnection::write(const QByteArray &frames)
{
    if (m_isClosing)
        return;
    if (unsent() + frames.size() > m_limits.unsentBytesMax + m_snapshotBytes) {
        close(QStringLiteral("does not read: %1 bytes unsent").arg(unsent()));
        m_socket->abort();
        return;
    }
    if (!m_blocked.isValid())
        m_blocked.start();
    m_socket->write(frames);
}

void ClientConnection::writeSnapshot(const QByteArray &frame)
{
    m_snapshotBytes = frame.size(); // of one: who asks for the next without reading gets no more room
    write(frame);
}

void ClientConnection::welcome() { m_isWelcome = true; }

void ClientConnection::trust() { m_reader.setMessageBytesMax(limits::kFrameBytesFromClient); }

void ClientConnection::close(const QString &reason)
{
    if (m_isClosing)
        return;
    m_isClosing = true;
    m_reason = reason;
    m_socket->disconnectFromHost();
}

void ClientConnection::checkTimes()
{
    if (m_isClosing) {
        // asked to go and still here: its outgoing bytes do not leave
        if (m_blocked.isValid() && m_blocked.elapsed() > m_limits.unsentMsMax)
            m_socket->abort();
        return;
    }
    if (!m_isWelcome && m_age.elapsed() > m_limits.helloMsMax)
        close(QStringLiteral("no hello"));
    else if (m_heard.elapsed() > m_limits.deadMs)
        close(QStringLiteral("silent"));
    else if (m_blocked.isValid() && unsent() > 0 && m_blocked.elapsed() > m_limits.unsentMsMax) {
        close(QStringLiteral("does not read"));
        m_socket->abort();
    }
}

bool ClientConnection::takeToken()
{
    const double seconds = static_cast<double>(m_refilled.nsecsElapsed()) / 1e9;
    m_refilled.start();
    m_tokens = std::min(m_limits.messagesBurst, m_tokens + seconds * m_limits.messagesPerSecond);
    if (m_tokens < 1.0)
        return false;
    m_tokens -= 1.0;
    return true;
}

void ClientConnection::read()
{
    if (m_isClosing)
        return;
    const QByteArray bytes = m_socket->readAll();
    m_heard.start();
    m_reader.append({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    while (!m_isClosing) {
        const auto next = m_reader.next();
        if (!next) {
            Q_EMIT unreadable(next.error());
            return;
        }
        if (!*next)
            return;
        if (takeToken()) {
            m_refusedInARow = 0;
            Q_EMIT message(**next);
        } else if (++m_refusedInARow > kRefusedInARowMax) {
            close(QStringLiteral("far over the rate"));
        } else {
            Q_EMIT refused(**next);
        }
    }
}

} // namespace tiepdon
