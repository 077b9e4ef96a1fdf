// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/listener.h"

#include <QPointer>
#include <QSslSocket>

#include <sys/socket.h>
#include <unistd.h>

namespace tiepdon {
namespace {

/// A house has a whole network of IPv6 addresses to itself.
constexpr int kIpv6NetworkBits = 64;

/// Who is at the other end; empty when it is gone already.
QString peerOf(qintptr descriptor)
{
    sockaddr_storage storage = {};
    socklen_t size = sizeof(storage);
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    if (::getpeername(static_cast<int>(descriptor), address, &size) != 0)
        return {};
    const QHostAddress peer(address);
    bool isIpv4 = false;
    const quint32 ipv4 = peer.toIPv4Address(&isIpv4); // also ::ffff:a.b.c.d
    if (isIpv4)
        return QHostAddress(ipv4).toString();
    Q_IPV6ADDR bytes = peer.toIPv6Address();
    for (int i = kIpv6NetworkBits / 8; i < 16; ++i)
        bytes[i] = 0;
    return QHostAddress(bytes).toString();
}

} // namespace

/// Counts for its address as long as it lives; a child of its socket.
class Listener::Stranger : public QObject
{
public:
    Stranger(Listener *listener, QString address, QObject *socket)
        : QObject(socket), m_listener(listener), m_address(std::move(address))
    {
        ++listener->m_strangers[m_address];
    }
    ~Stranger() override
    {
        if (!m_listener)
            return;
        const auto count = m_listener->m_strangers.find(m_address);
        if (--count->second == 0)
            m_listener->m_strangers.erase(count);
    }

private:
    QPointer<Listener> m_listener;
    QString m_address;
};

Listener::~Listener() = default;

void Listener::incomingConnection(qintptr descriptor)
{
    const QString address = peerOf(descriptor);
    const auto strangers = m_strangers.find(address);
    if (address.isEmpty() || (strangers != m_strangers.end() && strangers->second >= m_strangersMax)) {
        ++m_turnedAway;
        ::close(static_cast<int>(descriptor));
        return;
    }
    QSslServer::incomingConnection(descriptor);
    // the socket just made is its server's last child; its handshake has not begun yet
    if (auto *socket = qobject_cast<QSslSocket *>(children().isEmpty() ? nullptr : children().constLast()))
        new Stranger(this, address, socket);
}

void Listener::release(QSslSocket *socket)
{
    for (QObject *child : socket->children()) {
        if (auto *stranger = dynamic_cast<Stranger *>(child))
            delete stranger;
    }
}

} // namespace tiepdon
