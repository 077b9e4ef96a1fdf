// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/hub/alertdesk.h"
#include "core/estimate/adviceprices.h"
#include "core/hub/branchhost.h"
#include "core/hub/clientconnection.h"
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
    using Then = std::function<void(ClientConnection *connection, const Result<T> &)>;

    // connections and streams: hub.cpp
    void accept();
    void onMessage(ClientConnection *connection, const std::string &bytes);
    void onRequest(ClientConnection *connection, const Request &request);
    void onNotification(ClientConnection *connection, const Request &note);
    void hello(ClientConnection *connection, std::int64_t id, const Request &request);
    void greet(ClientConnection *connection, std::int64_t id, const Hello &hello);
    void beginStream(ClientConnection *connection);
    void endStream(ClientConnection *connection);
    void reply(ClientConnection *connection, std::int64_t id, const Result<Json> &result);
    void refuse(ClientConnection *connection, const std::string &bytes, const Error &error);
    void tell(ClientConnection *connection, const SessionNote &note);
    void onClosed(ClientConnection *connection, const QString &reason);
    void onPublished(const std::vector<PublishedEvent> &events);
    void onAccessChanged(const std::vector<AccessChange> &changes, const std::string &reason);
    void beat();
    void tellQuotes();
    void tellNote(const BoardNote &note);
    /// Whether who listens at a connection may have a note.
    [[nodiscard]] bool mayHave(ClientConnection *connection, const BoardNote &note);
    [[nodiscard]] QByteArray quotesFrame(Stream stream) const;
    void send(const std::set<ClientConnection *> &listeners, const QByteArray &bytes);

    // what greeted clients ask: hubrequests.cpp
    void serve(ClientConnection *connection, std::int64_t id, const Request &request);
    bool serveSession(ClientConnection *connection, std::int64_t id, const Request &request);
    bool serveQuestion(ClientConnection *connection, std::int64_t id, const Request &request);
    void enrol(ClientConnection *connection, std::int64_t id, const Request &request);
    void signIn(ClientConnection *connection, std::int64_t id, const SignIn &request);
    void resume(ClientConnection *connection, std::int64_t id, const ResumeSession &request);
    void bind(ClientConnection *connection, const Gate::SignedIn &in);
    void command(ClientConnection *connection, std::int64_t id, const Request &request);
    void accessCommand(ClientConnection *connection, std::int64_t id, const OperationId &operation,
                       const Request &request);
    void customerCommand(ClientConnection *connection, std::int64_t id, const OperationId &operation,
                         const Request &request, Reach reach);
    /// The desk where a method is asked or changed; null when there is none.
    [[nodiscard]] Desk *deskOf(std::string_view method, bool isChange) const;
    void deskChange(ClientConnection *connection, std::int64_t id, const OperationId &operation,
                    const Request &request, Reach reach);
    void setClock(ClientConnection *connection, std::int64_t id, const Request &request);
    void audit(ClientConnection *connection, std::int64_t id, const Request &request);
    void checkpoint(ClientConnection *connection, std::int64_t id);
    void score(ClientConnection *connection, std::int64_t id, const Request &request);
    void calls(ClientConnection *connection, std::int64_t id, const Request &request);
    [[nodiscard]] Json staffList() const;
    [[nodiscard]] Json deviceList() const;
    [[nodiscard]] Asker asker(ClientConnection *connection, Reach reach);
    /// Whether the caller may use a method at all; answers and audits a refusal.
    [[nodiscard]] std::optional<Reach> allowed(ClientConnection *connection, std::int64_t id,
                                               std::string_view method);
    template <class T>
    std::function<void(const Result<T> &)> whileHere(ClientConnection *connection, Then<T> then);

    /// A copy to go through while clients come and go.
    [[nodiscard]] std::vector<ClientConnection *> connections() const;
    [[nodiscard]] bool isHere(ClientConnection *connection) const { return m_clients.contains(connection); }
    Client &client(ClientConnection *connection) { return m_clients.at(connection); }

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
    std::unordered_map<ClientConnection *, Client> m_clients;
    std::uint64_t m_lastConnection = 0;
    std::set<ClientConnection *> m_staffListeners;
    std::set<ClientConnection *> m_publicListeners;
    QTimer m_heartbeat;
    QTimer m_times;
    bool m_isStopping = false;
};

} // namespace tiepdon
