// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/hub.h"

#include "core/hub/advicedesk.h"
#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/hub/accessdecisions.h"
#include "core/hub/dryrundesk.h"
#include "core/hub/floordesk.h"
#include "core/hub/figuresdesk.h"
#include "core/hub/historydesk.h"
#include "core/hub/log.h"
#include "core/hub/messagedesk.h"
#include "core/hub/settingdesk.h"
#include "core/tls/devicecertificate.h"
#include "core/wire/codec.h"
#include "core/wire/enrolmentcode.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSysInfo>

#include <algorithm>
#include <sodium.h>

namespace tiepdon {
namespace {

// QTcpServer holds 30 by default: a thousand clients coming back after a restart need them all.
constexpr int kPendingConnectionsMax = 4096;
constexpr int kListenBacklog = 1024;
constexpr int kHandshakeMsMax = 5000;
constexpr int kCheckTimesMs = 1000;

Error unusable(const QString &file, ErrorCode code)
{
    return {code, "cannot use " + file.toStdString(), {{"file", file.toStdString()}}};
}

Result<QList<QSslCertificate>> certificatesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(path, ErrorCode::NotInitialised);
    QList<QSslCertificate> certificates = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (certificates.isEmpty())
        return unusable(path, ErrorCode::BadFile);
    return certificates;
}

/// The hub's certificate, and behind it the authority's: a device that comes with a code finds the authority there.
Result<QSslConfiguration> tlsConfiguration(const QString &directory)
{
    const auto own = certificatesIn(directory + QStringLiteral("/hub.pem"));
    if (!own)
        return own.error();
    const auto authority = certificatesIn(directory + QStringLiteral("/authority.pem"));
    if (!authority)
        return authority.error();
    const QString keyFile = directory + QStringLiteral("/hub.key");
    QFile keyIn(keyFile);
    if (!keyIn.open(QIODevice::ReadOnly))
        return unusable(keyFile, ErrorCode::NotInitialised);
    const QSslKey key(&keyIn, QSsl::Ec, QSsl::Pem, QSsl::PrivateKey);
    if (key.isNull())
        return unusable(keyFile, ErrorCode::BadFile);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(*own + *authority);
    tls.setPrivateKey(key);
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    // A device shows a certificate that it signed itself: that it has the key is what the handshake proves, and who
    // it is, is looked up by the certificate itself. Nobody else's signature could say more.
    tls.setPeerVerifyMode(QSslSocket::QueryPeer);
    tls.setCaCertificates({});
    return tls;
}

} // namespace

Hub::Hub(Store &store, Recovered recovered, const Clock &clock, PlayClock *playClock, HubConfig config,
         QObject *parent)
    : QObject(parent), m_clock(clock), m_playClock(playClock), m_config(config), m_store(store),
      m_host(store, clock, recovered), m_foresight(m_host, clock, std::move(recovered.forecast)),
      m_gate(m_host, config.gate),
      m_desk(m_host, store, recovered.lastCustomerIds,
             [this](const Asker &asker, AuditEntry entry) {
                 m_gate.noteRefusal({asker.doer.device, asker.session}, std::move(entry));
             }),
      m_publisher(m_host)
{
    auto *notices = new NoticeDesk(m_host, store, recovered.notebook, config.alerts.notices, this);
    const auto last = [&recovered](NotebookKind kind) { return recovered.notebook.lastId(kind); };
    auto *settings = new SettingDesk(m_host, store, SettingChangeId{last(NotebookKind::SettingChanges)}, this);
    m_alerts = new AlertDesk(m_host, store, *notices, *settings, recovered.notebook, config.alerts, this);
    m_alerts->setOutlook([this] { return &m_foresight.outlook(); });
    connect(&m_foresight, &Foresight::refreshed, m_alerts, &AlertDesk::lookSoon);
    m_desks = {notices, settings, m_alerts};
    m_desks.push_back(new DryRunDesk(m_store, this));
    m_desks.push_back(new AdviceDesk(m_host, store, m_foresight, recovered.notebook, config.advice, this));
    m_desks.push_back(new MessageDesk(m_host, recovered.notebook, this));
    m_desks.push_back(new FloorDesk(m_host, this));
    m_desks.push_back(new FiguresDesk(m_host, store, this));
    m_desks.push_back(new HistoryDesk(m_host, store, this));
    for (Desk *desk : m_desks)
        connect(desk, &Desk::told, this, &Hub::tellNote);
    connect(&m_host, &BranchHost::published, this, &Hub::onPublished);
    connect(&m_host, &BranchHost::accessChanged, this, &Hub::onAccessChanged);
    connect(&m_foresight, &Foresight::refreshed, this, &Hub::tellQuotes);
    const QPointer<Hub> self(this);
    m_store.findScores(2, [self](const Result<std::vector<ScoreRecord>> &days) {
        if (self && days) // without them a line is missing until the next day
            self->m_foresight.setKept(*days);
    });
    connect(&m_host, &BranchHost::broken, this, &Hub::broken);
    connect(&m_host, &BranchHost::idle, this, [this] {
        for (ClientConnection *connection : connections())
            connection->close(QStringLiteral("the hub stops"));
        Q_EMIT stopped();
    });
    connect(&m_gate, &Gate::sessionLocked, this, [this](const std::string &session, const std::string &reason) {
        for (ClientConnection *connection : connections()) {
            if (client(connection).caller.session == session)
                tell(connection, {true, false, reason});
        }
    });
    connect(&m_server, &QSslServer::pendingConnectionAvailable, this, &Hub::accept);
    connect(&m_heartbeat, &QTimer::timeout, this, &Hub::beat);
    connect(&m_times, &QTimer::timeout, this, [this] {
        for (ClientConnection *connection : connections())
            connection->checkTimes();
    });
}

Hub::~Hub()
{
    // sockets outlive nothing of the hub: their last signals would find it half gone
    for (const auto &[connection, client] : m_clients) {
        connection->disconnect(this);
        delete connection;
    }
}

Result<void> Hub::listen(const QString &directory)
{
    const auto tls = tlsConfiguration(directory);
    if (!tls)
        return tls.error();
    m_directory = directory;
    m_authorityFingerprint
        = QByteArray::fromHex(fingerprintHex(tls->localCertificateChain().constLast())).toStdString();
    m_server.setSslConfiguration(*tls);
    m_server.setHandshakeTimeout(kHandshakeMsMax);
    m_server.setMaxPendingConnections(kPendingConnectionsMax);
    m_server.setListenBacklogSize(kListenBacklog);
    m_server.setStrangersMax(m_config.socketsPerAddress);
    if (!m_server.listen(m_config.address, m_config.port))
        return Error{ErrorCode::Internal,
                     "cannot listen on port " + std::to_string(m_config.port) + ": "
                         + m_server.errorString().toStdString(),
                     {{"port", std::to_string(m_config.port)}}};
    m_heartbeat.start(static_cast<int>(m_config.heartbeatMs));
    m_times.start(kCheckTimesMs);
    return {};
}

Result<void> Hub::openLocalDoor(const QString &runDirectory)
{
    m_door = std::make_unique<LocalDoor>([this](const QString &app, DeviceKind kind, const QString &user,
                                                qint64 uid, std::function<void(const Result<std::string> &)> done) {
        EnrolmentCode code;
        code.host = "127.0.0.1";
        code.port = port();
        randombytes_buf(code.secret.data(), code.secret.size());
        std::copy_n(m_authorityFingerprint.begin(), code.fingerprint.size(), code.fingerprint.begin());
        const QByteArray secret(reinterpret_cast<const char *>(code.secret.data()),
                                static_cast<qsizetype>(code.secret.size()));
        const QString name = QStringLiteral("%1 · %2 · %3").arg(QSysInfo::machineHostName(), user, app);
        m_gate.prepareLocal(QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex().toStdString(),
                            name.left(static_cast<qsizetype>(limits::kNameCharactersMax)).toStdString(), kind,
                            "kind=" + std::string(nameOf(kind)) + " uid=" + std::to_string(uid),
                            [text = toText(code), done](const Result<void> &prepared) {
                                done(prepared ? Result<std::string>(text) : prepared.error());
                            });
    });
    auto opened = m_door->open(runDirectory);
    if (!opened)
        m_door.reset();
    return opened;
}

quint16 Hub::port() const { return m_server.serverPort(); }

void Hub::accept()
{
    while (m_server.hasPendingConnections()) {
        auto *socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection());
        if (!socket)
            continue;
        if (m_isStopping || m_clients.size() >= static_cast<std::size_t>(m_config.clientsMax)) {
            logLine(LogLevel::Warning, "client turned away", {{"clients", m_clients.size()}});
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto *connection = new ClientConnection(socket, m_config.limits, this);
        m_clients[connection].fingerprint = connection->fingerprint();
        m_clients[connection].number = ++m_lastConnection;
        connect(connection, &ClientConnection::message, this,
                [this, connection](const std::string &bytes) { onMessage(connection, bytes); });
        connect(connection, &ClientConnection::refused, this, [this, connection](const std::string &bytes) {
            refuse(connection, bytes, {ErrorCode::RateLimited, "too many messages; slow down", {}});
        });
        connect(connection, &ClientConnection::unreadable, this, [this, connection](const Error &error) {
            connection->write(frameOf(refusalWithoutId(error)));
            connection->close(QString::fromStdString(error.message));
        });
        connect(connection, &ClientConnection::closed, this,
                [this, connection](const QString &reason) { onClosed(connection, reason); });
    }
}

void Hub::onMessage(ClientConnection *connection, const std::string &bytes)
{
    const auto message = messageFrom(bytes);
    if (!message) {
        refuse(connection, bytes, message.error());
        return;
    }
    if (const auto *request = std::get_if<Request>(&*message))
        onRequest(connection, *request);
    // the hub asks clients nothing, so a reply answers nothing
}

void Hub::onRequest(ClientConnection *connection, const Request &request)
{
    if (!request.id) {
        onNotification(connection, request);
        return;
    }
    const std::int64_t id = *request.id;
    if (request.method == Hello::kMethod) {
        hello(connection, id, request);
    } else if (request.method == Enrol::kMethod) {
        enrol(connection, id, request);
    } else if (!client(connection).isGreeted) {
        reply(connection, id, Error{ErrorCode::HelloRequired, "say hello first", {}});
        connection->close(QStringLiteral("no hello"));
    } else {
        serve(connection, id, request);
    }
}

void Hub::onNotification(ClientConnection *connection, const Request &note)
{
    const auto heartbeat = fromJson<ClientHeartbeat>(note.params, UnknownFields::Refuse);
    if (note.method != ClientHeartbeat::kMethod || !heartbeat || !client(connection).isGreeted)
        connection->close(QStringLiteral("an unknown notification"));
    else if (heartbeat->active.value_or(false))
        m_gate.touch(client(connection).caller);
}

void Hub::hello(ClientConnection *connection, std::int64_t id, const Request &request)
{
    Client &its = client(connection);
    if (its.isGreeted || its.isGreeting) {
        reply(connection, id, Error{ErrorCode::InvalidRequest, "hello was said already", {}});
        return;
    }
    const auto refused = [&](const Error &error, const char *reason) {
        reply(connection, id, error);
        connection->close(QString::fromLatin1(reason));
    };
    // the version first and alone: a hello of another major may have other fields
    const auto version
        = fromJson<ProtocolVersion>(request.params.value("protocol", Json::object()), UnknownFields::Ignore);
    const ProtocolVersion own;
    if (version && version->major != own.major)
        return refused({ErrorCode::VersionMismatch,
                        "this hub speaks protocol " + std::to_string(own.major) + ", the client "
                            + std::to_string(version->major),
                        {{"hub", std::to_string(own.major)}, {"client", std::to_string(version->major)}}},
                       "another protocol");
    const auto device = m_gate.deviceOf(its.fingerprint);
    if (!device) {
        m_gate.noteRefusal({}, auditEntry("connected", {}, std::string(name(device.error().code))));
        return refused(device.error(), "not an enrolled device");
    }
    auto hello = fromJson<Hello>(request.params, UnknownFields::Refuse);
    if (hello && !isClientName(hello->client))
        hello
            = Error{ErrorCode::InvalidParams, "client must be 8 to 40 letters, digits or -", {{"field", "client"}}};
    if (hello) {
        auto app = cleanText(hello->app, limits::kNameCharactersMax);
        if (app)
            hello->app = *app;
        else
            hello = app.error();
    }
    if (!hello)
        return refused(hello.error(), "a hello that cannot be read");
    // a display asks for what it may have at once; a workplace's stream waits for its person
    const bool isForPeople = device->kind == DeviceKind::Workplace;
    const bool maySee = isForPeople
        ? hello->stream == Stream::Staff
        : hello->stream == Stream::Public && m_gate.reach({device->id, {}}, "stream public");
    if (hello->stream != Stream::None && !maySee) {
        m_gate.noteRefusal({device->id, {}}, auditEntry("refused", "stream", "NotAllowed"));
        return refused({ErrorCode::NotAllowed, "this stream is not for such a device", {{"method", "stream"}}},
                       "a stream that is not for it");
    }
    its.isGreeting = true;
    its.client = hello->client;
    its.caller.device = device->id;
    its.kind = device->kind;
    its.device = device->name;
    its.stream = hello->stream;
    its.epoch = hello->epoch;
    its.seq = hello->seq;
    const QPointer<ClientConnection> still(connection);
    m_host.meetClient(hello->client, [this, still, id, hello = *hello] {
        if (still && isHere(still))
            greet(still, id, hello);
    });
}

void Hub::greet(ClientConnection *connection, std::int64_t id, const Hello &hello)
{
    Client &its = client(connection);
    its.isGreeted = true;
    m_alerts->deviceCame(its.caller.device, its.kind);
    connection->welcome();
    m_server.release(connection->socket());
    Welcome welcome;
    welcome.protocol.minor = std::min(welcome.protocol.minor, hello.protocol.minor);
    welcome.hub = TIEPDON_VERSION;
    welcome.epoch = m_publisher.epoch();
    welcome.seq = m_publisher.seq(hello.stream);
    welcome.timeMs = m_host.nowMs();
    welcome.rate = m_clock.rate();
    welcome.heartbeatMs = m_config.heartbeatMs;
    welcome.deadMs = m_config.limits.deadMs;
    welcome.deviceId = its.caller.device;
    welcome.device = its.device;
    welcome.kind = its.kind;
    welcome.passwordCharactersMin = m_config.gate.passwordCharactersMin;
    reply(connection, id, toJson(welcome));
    logLine(LogLevel::Info, "client greeted",
            {{"app", hello.app},
             {"device", its.caller.device.value},
             {"peer", connection->peer().toStdString()},
             {"stream", toJson(hello.stream)}});
    if (its.kind != DeviceKind::Workplace)
        beginStream(connection);
}

void Hub::beginStream(ClientConnection *connection)
{
    Client &its = client(connection);
    if (its.stream == Stream::None || its.isListening)
        return;
    its.isListening = true;
    if (const auto missed = m_publisher.missed(its.stream, its.epoch, its.seq))
        connection->writeSnapshot(*missed);
    else
        connection->writeSnapshot(m_publisher.snapshot(its.stream));
    if (m_foresight.quotes().atMs > 0)
        connection->write(quotesFrame(its.stream));
    for (const Desk *desk : m_desks) {
        for (const BoardNote &note : desk->notes()) {
            if (mayHave(connection, note))
                connection->write(frameOf(toBytes(Request{std::nullopt, note.method, note.body})));
        }
    }
    its.epoch.clear(); // said of the time of its hello; later it needs a snapshot
    (its.stream == Stream::Public ? m_publicListeners : m_staffListeners).insert(connection);
}

bool Hub::mayHave(ClientConnection *connection, const BoardNote &note)
{
    // who may listen to several streams listens to one
    const Client &its = client(connection);
    if (note.right == "stream staff" || note.right == "stream public")
        return its.stream == (note.right == "stream staff" ? Stream::Staff : Stream::Public);
    return static_cast<bool>(m_gate.reach(its.caller, note.right));
}

void Hub::tellNote(const BoardNote &note)
{
    QByteArray frame; // made when the first who may have it is found
    for (ClientConnection *connection : connections()) {
        if (!isHere(connection) || !client(connection).isListening || !mayHave(connection, note))
            continue;
        if (frame.isEmpty())
            frame = frameOf(toBytes(Request{std::nullopt, note.method, note.body}));
        connection->write(frame);
    }
}

void Hub::endStream(ClientConnection *connection)
{
    client(connection).isListening = false;
    m_staffListeners.erase(connection);
    m_publicListeners.erase(connection);
}

void Hub::tell(ClientConnection *connection, const SessionNote &note)
{
    connection->write(frameOf(toBytes(Request{std::nullopt, std::string(SessionNote::kMethod), toJson(note)})));
}

void Hub::onAccessChanged(const std::vector<AccessChange> &changes, const std::string &reason)
{
    for (const AccessChange &change : changes) {
        if (const auto *device = std::get_if<Device>(&change)) {
            for (ClientConnection *connection : connections()) {
                if (client(connection).caller.device != device->id)
                    continue;
                client(connection).device = device->name;
                if (device->revokedMs)
                    connection->close(QStringLiteral("the device was shut out"));
            }
        } else if (const auto *session = std::get_if<Session>(&change); session && session->endedMs) {
            m_desk.onSessionEnded(session->tokenHash);
            for (ClientConnection *connection : connections()) {
                if (client(connection).caller.session != session->tokenHash)
                    continue;
                client(connection).caller.session.clear();
                endStream(connection);
                tell(connection, {false, true, reason});
            }
        }
    }
}

void Hub::reply(ClientConnection *connection, std::int64_t id, const Result<Json> &result)
{
    connection->write(frameOf(toBytes(Reply{id, result})));
}

void Hub::refuse(ClientConnection *connection, const std::string &bytes, const Error &error)
{
    const auto id = idIn(bytes);
    connection->write(frameOf(id ? toBytes(Reply{*id, error}) : refusalWithoutId(error)));
}

void Hub::onClosed(ClientConnection *connection, const QString &reason)
{
    const auto found = m_clients.find(connection);
    if (found == m_clients.end())
        return;
    logLine(LogLevel::Info, "client gone",
            {{"device", found->second.caller.device.value}, {"reason", reason.toStdString()}});
    if (!found->second.client.empty())
        m_host.forgetClient(found->second.client);
    if (found->second.isGreeted)
        m_alerts->deviceLeft(found->second.caller.device);
    endStream(connection);
    const std::uint64_t number = found->second.number;
    m_clients.erase(found);
    for (Desk *desk : m_desks)
        desk->onLineClosed(number);
}

void Hub::onPublished(const std::vector<PublishedEvent> &events)
{
    m_desk.onPublished(events);
    for (Desk *desk : m_desks)
        desk->onPublished(events);
    const Publisher::Frames frames = m_publisher.publish(events);
    send(m_staffListeners, frames.staff);
    send(m_publicListeners, frames.publicly);
    m_foresight.tell();
}

void Hub::send(const std::set<ClientConnection *> &listeners, const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    // a copy: a listener that breaks its limits leaves the set while it is gone through
    for (ClientConnection *listener : std::vector<ClientConnection *>(listeners.begin(), listeners.end())) {
        if (isHere(listener))
            listener->write(bytes);
    }
}

/// Who waits how long is for staff; what a service promises is for everybody.
QByteArray Hub::quotesFrame(Stream stream) const
{
    Quotes quotes = m_foresight.quotes();
    if (stream == Stream::Staff)
        quotes.scores = m_foresight.scores();
    else
        quotes.tickets.clear();
    return frameOf(toBytes(Request{std::nullopt, std::string(Quotes::kMethod), toJson(quotes)}));
}

void Hub::tellQuotes()
{
    if (!m_staffListeners.empty())
        send(m_staffListeners, quotesFrame(Stream::Staff));
    if (!m_publicListeners.empty())
        send(m_publicListeners, quotesFrame(Stream::Public));
}

std::vector<ClientConnection *> Hub::connections() const
{
    std::vector<ClientConnection *> all;
    all.reserve(m_clients.size());
    for (const auto &[connection, client] : m_clients)
        all.push_back(connection);
    return all;
}

void Hub::beat()
{
    const TimeMs now = m_host.nowMs();
    const auto all = connections();
    for (const Stream stream : {Stream::None, Stream::Staff, Stream::Public}) {
        QByteArray frame; // made when the first listener of the stream is found
        for (ClientConnection *connection : all) {
            const auto found = m_clients.find(connection);
            if (found == m_clients.end() || !found->second.isGreeted)
                continue;
            // who does not listen (yet) gets the time alone
            if ((found->second.isListening ? found->second.stream : Stream::None) != stream)
                continue;
            if (frame.isEmpty())
                frame = m_publisher.heartbeat(stream, now, m_clock.rate());
            connection->write(frame);
        }
    }
}

void Hub::stop()
{
    if (m_isStopping)
        return;
    m_isStopping = true;
    m_server.close();
    m_foresight.save();
    m_host.stop();
}

} // namespace tiepdon
