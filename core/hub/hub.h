// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/hub/branchhost.h"
#include "core/hub/connection.h"
#include "core/hub/publisher.h"
#include "core/wire/message.h"

#include <QObject>
#include <QSslServer>
#include <QString>
#include <QTimer>

#include <set>
#include <unordered_map>
#include <vector>

namespace tiepdon {

/// How a hub listens.
struct HubConfig {
    quint16 port = 7117; ///< 0: any free one
    int clientsMax = 4096;
    ConnectionLimits limits;
    qint64 heartbeatMs = 5000;
};

/// One branch's hub: listens, greets, routes commands to the branch host and its events to those who
/// listen. Needs an opened store; owns everything else. Main thread.
class Hub : public QObject
{
    Q_OBJECT

public:
    /// `playClock` is the clock when a played day may set it, null for the real one.
    Hub(Store &store, Recovered recovered, const Clock &clock, PlayClock *playClock, HubConfig config,
        QObject *parent = nullptr);
    ~Hub() override;

    /// Starts listening on the loopback interface with the certificate in `directory`. NotInitialised or
    /// BadFile for the certificate, Internal when the port is taken (detail: "port").
    Result<void> listen(const QString &directory);
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] const BranchHost &host() const { return m_host; }
    [[nodiscard]] std::size_t clients() const { return m_sessions.size(); }

    /// Takes nothing new, answers what is under way, closes; then `stopped`.
    void stop();

Q_SIGNALS:
    void stopped();
    /// Must end and be started again.
    void broken(const tiepdon::Error &error);

private:
    /// What is known of a client after its hello.
    struct Session {
        bool isGreeted = false;
        bool isGreeting = false; ///< hello taken, its answer under way
        std::string client;
        std::string device;
        Stream stream = Stream::None;
    };

    void accept();
    void onMessage(Connection *connection, const std::string &bytes);
    void onRequest(Connection *connection, const Request &request);
    void hello(Connection *connection, std::int64_t id, const Request &request);
    void greet(Connection *connection, std::int64_t id, const Hello &hello);
    void command(Connection *connection, std::int64_t id, const Request &request);
    void setClock(Connection *connection, std::int64_t id, const Request &request);
    void reply(Connection *connection, std::int64_t id, const Result<Json> &result);
    void refuse(Connection *connection, const std::string &bytes, const Error &error);
    void onClosed(Connection *connection, const QString &reason);
    void onPublished(const std::vector<PublishedEvent> &events);
    void beat();
    /// A copy to go through while clients come and go.
    [[nodiscard]] std::vector<Connection *> connections() const;
    [[nodiscard]] bool isHere(Connection *connection) const { return m_sessions.contains(connection); }

    const Clock &m_clock;
    PlayClock *m_playClock;
    HubConfig m_config;
    BranchHost m_host;
    Publisher m_publisher;
    QSslServer m_server;
    std::unordered_map<Connection *, Session> m_sessions;
    std::set<Connection *> m_staffListeners;
    std::set<Connection *> m_publicListeners;
    QTimer m_heartbeat;
    QTimer m_times;
    bool m_isStopping = false;
};

} // namespace tiepdon
