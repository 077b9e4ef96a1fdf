// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/hubaddress.h"
#include "core/wire/frame.h"
#include "core/wire/message.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSslSocket>
#include <QStringList>
#include <QTimer>

namespace tiepdon {

/// The line to a hub: TLS both sides of which show a certificate, tried again by itself with jitter, messages in
/// frames, heartbeats. Knows nothing of what is said. Lives on one thread with an event loop.
class HubConnection : public QObject
{
    Q_OBJECT

public:
    explicit HubConnection(HubAddress address, QObject *parent = nullptr);

    void start();
    /// Ends and stays down; `ended` when it was open.
    void stop();
    [[nodiscard]] bool isWanted() const { return m_isWanted; }
    /// Whether the hub proved who it is and the line stands.
    [[nodiscard]] bool isSecure() const { return m_isOpen && m_socket.isEncrypted(); }

    /// The names and addresses that the hub's certificate has, names first; empty while not secure.
    [[nodiscard]] QStringList hubNames() const;
    /// The port of the last attempt.
    [[nodiscard]] quint16 hubPort() const { return m_address.port; }

    void write(const Request &request);
    /// The hub has greeted us: heartbeats begin.
    void greeted(qint64 heartbeatMs);
    /// All is well: the next break is retried quickly again.
    void settled() { m_failures = 0; }
    /// A person did something here; the next heartbeat says so.
    void noteActivity() { m_isActive = true; }

    /// Ends the connection and tries again soon, or, when people must act first, slowly.
    void lose(const Error &error);
    void refuse(const Error &error);

Q_SIGNALS:
    void secured();
    void message(const tiepdon::Message &message);
    /// An attempt or a connection ended, and why; `isRefused` when people must act first.
    void ended(const tiepdon::Error &error, bool isRefused);

private:
    void open();
    void onSocketError();
    void read();
    void beat();
    void end(const Error &error, bool isRefused);

    HubAddress m_address;
    QSslSocket m_socket;
    FrameReader m_reader;
    QTimer m_retry;
    QTimer m_connectLimit;
    QTimer m_beat;
    QElapsedTimer m_steady;
    QString m_trustProblem;
    qint64 m_heardMs = 0;
    qint64 m_heartbeatMs = 0;
    int m_failures = 0;
    bool m_isWanted = false;
    bool m_isOpen = false; ///< a socket is connecting or connected
    bool m_isActive = false;
};

} // namespace tiepdon
