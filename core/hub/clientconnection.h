// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/wire/frame.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QSslSocket>

#include <string>

namespace tiepdon {

/// What a client may do to a connection.
struct ConnectionLimits {
    double messagesPerSecond = 100; ///< refilled at this rate
    double messagesBurst = 200; ///< saved up at most
    qint64 unsentBytesMax = 1024 * 1024; ///< beyond a snapshot under way
    qint64 unsentMsMax = 10 * 1000; ///< how long anything may stay unsent
    qint64 helloMsMax = 5 * 1000; ///< time to say hello
    qint64 deadMs = 15 * 1000; ///< silence after which a client is gone
};

/// One client's socket: cuts what arrives into messages, keeps the limits, and gives up on whoever breaks
/// them or does not read. Owns the socket; deletes itself (later) after `closed`. Hub's main thread.
class ClientConnection : public QObject
{
    Q_OBJECT

public:
    ClientConnection(QSslSocket *socket, const ConnectionLimits &limits, QObject *parent);

    /// Queues whole frames. Ends the connection when the client does not keep up.
    void write(const QByteArray &frames);
    /// As `write`, for a snapshot, which may be larger than what may be unsent otherwise.
    void writeSnapshot(const QByteArray &frame);
    /// Silence is measured instead of the time to hello.
    void welcome();
    /// Messages as large as a branch's definition are taken.
    void trust();
    /// SHA-256 of the certificate the device showed, 64 lower-case hexadecimal digits; empty when it showed none.
    [[nodiscard]] std::string fingerprint() const;
    /// Ends it for a reason that goes into the log. What was written before is still sent.
    void close(const QString &reason);
    /// Looks at the clocks; called about once a second.
    void checkTimes();
    [[nodiscard]] QString peer() const;
    [[nodiscard]] QSslSocket *socket() const { return m_socket; }

Q_SIGNALS:
    /// One whole message, within the limits.
    void message(const std::string &bytes);
    /// Something that cannot be read on from: answered without id by the owner, then closed.
    void unreadable(const tiepdon::Error &error);
    /// A message over the rate: to be answered as refused.
    void refused(const std::string &bytes);
    /// Once, when the socket is gone.
    void closed(const QString &reason);

private:
    void read();
    [[nodiscard]] bool takeToken();
    [[nodiscard]] qint64 unsent() const;

    QSslSocket *m_socket;
    ConnectionLimits m_limits;
    FrameReader m_reader;
    QElapsedTimer m_age;
    QElapsedTimer m_heard;
    QElapsedTimer m_blocked; ///< valid while something is unsent; restarted whenever some of it goes out
    QElapsedTimer m_refilled;
    double m_tokens;
    qint64 m_snapshotBytes = 0; ///< allowance until the socket has drained
    int m_refusedInARow = 0;
    bool m_isWelcome = false;
    bool m_isClosing = false;
    QString m_reason;
};

} // namespace tiepdon
