// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/hub/alertdesk.h"
#include "core/estimate/adviceprices.h"
#include "core/hub/branchhost.h"
#include "core/hub/connection.h"
#include "core/hub/customerdesk.h"
#include "core/hub/desk.h"
#include "core/hub/foresight.h"
#include "core/hub/gate.h"
#include "core/hub/listener.h"
#include "core/hub/localdoor.h"
#include "core/hub/publisher.h"
#include "core/wire/message.h"

#include <QHostAddress>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <functional>
#include <set>
#include <unordered_map>
#include <vector>

namespace tiepdon {

/// How a hub listens.
struct HubConfig {
    QHostAddress address = QHostAddress(QHostAddress::LocalHost); ///< Any: on all of the machine's
    quint16 port = 7117; ///< 0: any free one
    int clientsMax = 4096;
    int socketsPerAddress = 20; ///< before the hub knows who is there
    ConnectionLimits limits;
    qint64 heartbeatMs = 5000;
    GateConfig gate;
    AlertLimits alerts;
    AdvicePrices advice;
};

/// One branch's hub: listens, greets, asks the gate who may do what, routes commands to the branch host and its
/// events to those who listen. Needs an opened store; owns everything else. Main thread.
class Hub : public QObject
{
    Q_OBJECT

public:
    /// `playClock` is the clock when a played day may set it, null for the real one.
    Hub(Store &store, Recovered recovered, const Clock &clock, PlayClock *playClock, HubConfig config,
        QObject *parent = nullptr);
    ~Hub() override;

    /// Starts listening with the certificate in `directory`. NotInitialised or BadFile for the certificate,
    /// Internal when the port is taken (detail: "port").
    Result<void> listen(const QString &directory);
    /// Lets programs on this machine enrol by themselves through a socket in `runDirectory`. FileNotWritable.
    Result<void> openLocalDoor(const QString &runDirectory);
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] const BranchHost &host() const { return m_host; }
    [[nodiscard]] std::size_t clients() const { return m_clients.size(); }
    [[nodiscard]] std::int64_t turnedAway() const { return m_server.turnedAway(); }

    /// Takes nothing new, answers what is under way, closes; then `stopped`.
    void stop();

Q_SIGNALS:
    void stopped();
    /// Must end and be started again.
    void broken(const tiepdon::Error &error);

private:
    /// What is known of a client.
    struct Client {
        std::string fingerprint; ///< of its certificate
        bool isGreeted = false;
        bool isGreeting = false; ///< hello taken, its answer under way
        Caller caller;
        DeviceKind kind = DeviceKind::Workplace;
        std::string device; ///< its name, for the log
        std::string client; ///< the run of the program
        Stream stream = Stream::None;
        std::uint64_t number = 0; ///< of the connection, in this run of the hub
        bool isListening = false; ///< its stream has begun
        std::string epoch; ///< what it has of the stream, as its hello said
        std::int64_t seq = 0;
    };
    /// What is done with the answer to a request, unless its client is gone by then.
    template <class T>
    using Then = std::function<void(Connection *connection, const Result<T> &)>;

    // connections and streams: hub.cpp
    void accept();
    void onMessage(Connection *connection, const std::string &bytes);
    void onRequest(Connection *connection, const Request &request);
    void onNotification(Connection *connection, const Request &note);
    void hello(Connection *connection, std::int64_t id, const Request &request);
    void greet(Connection *connection, std::int64_t id, const Hello &hello);
    void beginStream(Connection *connection);
    void endStream(Connection *connection);
    void reply(Connection *connection, std::int64_t id, const Result<Json> &result);
    void refuse(Connection *connection, const std::string &bytes, const Error &error);
    void tell(Connection *connection, const SessionNote &note);
    void onClosed(Connection *connection, const QString &reason);
    void onPublished(const std::vector<PublishedEvent> &events);
    void onAccessChanged(const std::vector<AccessChange> &changes, const std::string &reason);
    void beat();
    void tellQuotes();
    void tellNote(const BoardNote &note);
    /// Whether who listens at a connection may have a note.
    [[nodiscard]] bool mayHave(Connection *connection, const BoardNote &note);
    [[nodiscard]] QByteArray quotesFrame(Stream stream) const;
    void send(const std::set<Connection *> &listeners, const QByteArray &bytes);

    // what greeted clients ask: hubrequests.cpp
    void serve(Connection *connection, std::int64_t id, const Request &request);
    bool serveSession(Connection *connection, std::int64_t id, const Request &request);
    bool serveQuestion(Connection *connection, std::int64_t id, const Request &request);
    void enrol(Connection *connection, std::int64_t id, const Request &request);
    void signIn(Connection *connection, std::int64_t id, const SignIn &request);
    void resume(Connection *connection, std::int64_t id, const ResumeSession &request);
    void bind(Connection *connection, const Gate::SignedIn &in);
    void command(Connection *connection, std::int64_t id, const Request &request);
    void accessCommand(Connection *connection, std::int64_t id, const OperationId &operation,
                       const Request &request);
    void customerCommand(Connection *connection, std::int64_t id, const OperationId &operation,
                         const Request &request, Reach reach);
    /// The desk where a method is asked or changed; null when there is none.
    [[nodiscard]] Desk *deskOf(std::string_view method, bool isChange) const;
    void deskChange(Connection *connection, std::int64_t id, const OperationId &operation, const Request &request,
                    Reach reach);
    void setClock(Connection *connection, std::int64_t id, const Request &request);
    void audit(Connection *connection, std::int64_t id, const Request &request);
    void checkpoint(Connection *connection, std::int64_t id);
    void score(Connection *connection, std::int64_t id, const Request &request);
    void calls(Connection *connection, std::int64_t id, const Request &request);
    [[nodiscard]] Json staffList() const;
    [[nodiscard]] Json deviceList() const;
    [[nodiscard]] Asker asker(Connection *connection, Reach reach);
    /// Whether the caller may use a method at all; answers and audits a refusal.
    [[nodiscard]] std::optional<Reach> allowed(Connection *connection, std::int64_t id, std::string_view method);
    template <class T>
    std::function<void(const Result<T> &)> whileHere(Connection *connection, Then<T> then);

    /// A copy to go through while clients come and go.
    [[nodiscard]] std::vector<Connection *> connections() const;
    [[nodiscard]] bool isHere(Connection *connection) const { return m_clients.contains(connection); }
    Client &client(Connection *connection) { return m_clients.at(connection); }

    const Clock &m_clock;
    PlayClock *m_playClock;
    HubConfig m_config;
    Store &m_store;
    QString m_directory;
    BranchHost m_host;
    Foresight m_foresight;
    Gate m_gate;
    CustomerDesk m_desk;
    std::vector<Desk *> m_desks; ///< owned as children
    AlertDesk *m_alerts = nullptr; ///< among them
    Publisher m_publisher;
    Listener m_server;
    std::unique_ptr<LocalDoor> m_door;
    std::string m_authorityFingerprint; ///< as an enrolment code begins it: raw bytes
    std::unordered_map<Connection *, Client> m_clients;
    std::uint64_t m_lastConnection = 0;
    std::set<Connection *> m_staffListeners;
    std::set<Connection *> m_publicListeners;
    QTimer m_heartbeat;
    QTimer m_times;
    bool m_isStopping = false;
};

} // namespace tiepdon
