// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/limits.h"
#include "core/client/hubclient.h"
#include "core/wire/frame.h"

#include <QSslConfiguration>
#include <QSslSocket>

#include <functional>
#include <string>

namespace tiepdon::bench {

/// The lightest client there is: one socket, ready-made messages, replies given out as bytes. What it costs
/// is the same against the hub and against the echo.
class RawClient : public QObject
{
public:
    RawClient(const HubAddress &address, QObject *parent) : QObject(parent)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates({address.authority});
        tls.setLocalCertificate(address.certificate);
        tls.setPrivateKey(address.key);
        m_socket.setSslConfiguration(tls);
        connect(&m_socket, &QSslSocket::encrypted, this, [this] {
            m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
            if (onReady)
                onReady();
        });
        connect(&m_socket, &QSslSocket::readyRead, this, [this] {
            const QByteArray bytes = m_socket.readAll();
            m_reader.append({bytes.constData(), static_cast<std::size_t>(bytes.size())});
            for (auto next = m_reader.next(); next && *next; next = m_reader.next()) {
                if (onMessage)
                    onMessage(**next);
            }
        });
        m_socket.connectToHostEncrypted(address.host, address.port);
    }

    void send(const std::string &message)
    {
        const std::string bytes = framed(message);
        m_socket.write(bytes.data(), static_cast<qint64>(bytes.size()));
    }

    std::function<void()> onReady;
    std::function<void(const std::string &)> onMessage;

private:
    QSslSocket m_socket;
    FrameReader m_reader{limits::kFrameBytesFromHub};
};

} // namespace tiepdon::bench
