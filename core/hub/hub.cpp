// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/hub.h"

#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/hub/log.h"
#include "core/wire/codec.h"

#include <QFile>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslKey>

namespace tiepdon {
namespace {

// QTcpServer holds 30 by default: a thousand clients coming back after a restart need them all.
constexpr int kPendingConnectionsMax = 4096;
constexpr int kListenBacklog = 1024;
constexpr int kHandshakeMsMax = 5000;
constexpr int kCheckTimesMs = 1000;
constexpr double kRateMax = 3600.0;

Result<QSslConfiguration> tlsConfiguration(const QString &directory)
{
    const auto missing = [](const QString &file, ErrorCode code) {
        return Error{code, "cannot use " + file.toStdString(), {{"file", file.toStdString()}}};
    };
    const QString certificateFile = directory + QStringLiteral("/hub.pem");
    const QString keyFile = directory + QStringLiteral("/hub.key");
    QFile certificateIn(certificateFile);
    QFile keyIn(keyFile);
    if (!certificateIn.open(QIODevice::ReadOnly))
        return missing(certificateFile, ErrorCode::NotInitialised);
    if (!keyIn.open(QIODevice::ReadOnly))
        return missing(keyFile, ErrorCode::NotInitialised);
    const QList<QSslCertificate> chain = QSslCertificate::fromDevice(&certificateIn, QSsl::Pem);
    const QSslKey key(&keyIn, QSsl::Ec, QSsl::Pem, QSsl::PrivateKey);
    if (chain.isEmpty())
        return missing(certificateFile, ErrorCode::BadFile);
    if (key.isNull())
        return missing(keyFile, ErrorCode::BadFile);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // devices show certificates of their own later
    return tls;
}

} // namespace

Hub::Hub(Store &store, Recovered recovered, const Clock &clock, PlayClock *playClock, HubConfig config,
         QObject *parent)
    : QObject(parent), m_clock(clock), m_playClock(playClock), m_config(config),
      m_host(store, clock, std::move(recovered)), m_publisher(m_host)
{
    connect(&m_host, &BranchHost::published, this, &Hub::onPublished);
    connect(&m_host, &BranchHost::broken, this, &Hub::broken);
    connect(&m_host, &BranchHost::idle, this, [this] {
        for (Connection *connection : connections())
            connection->close(QStringLiteral("the hub stops"));
        Q_EMIT stopped();
    });
    connect(&m_server, &QSslServer::pendingConnectionAvailable, this, &Hub::accept);
    connect(&m_heartbeat, &QTimer::timeout, this, &Hub::beat);
    connect(&m_times, &QTimer::timeout, this, [this] {
        for (Connection *connection : connections())
            connection->checkTimes();
    });
}

Hub::~Hub()
{
    // sockets outlive nothing of the hub: their last signals would find it half gone
    for (const auto &[connection, session] : m_sessions) {
        connection->disconnect(this);
        delete connection;
    }
}

Result<void> Hub::listen(const QString &directory)
{
    const auto tls = tlsConfiguration(directory);
    if (!tls)
        return tls.error();
    m_server.setSslConfiguration(*tls);
    m_server.setHandshakeTimeout(kHandshakeMsMax);
    m_server.setMaxPendingConnections(kPendingConnectionsMax);
    m_server.setListenBacklogSize(kListenBacklog);
    if (!m_server.listen(QHostAddress::LocalHost, m_config.port))
        return Error{ErrorCode::Internal,
                     "cannot listen on port " + std::to_string(m_config.port) + ": "
                         + m_server.errorString().toStdString(),
                     {{"port", std::to_string(m_config.port)}}};
    m_heartbeat.start(static_cast<int>(m_config.heartbeatMs));
    m_times.start(kCheckTimesMs);
    return {};
}

quint16 Hub::port() const { return m_server.serverPort(); }

void Hub::accept()
{
    while (m_server.hasPendingConnections()) {
        auto *socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection());
        if (!socket)
            continue;
        if (m_isStopping || m_sessions.size() >= static_cast<std::size_t>(m_config.clientsMax)) {
            logLine(LogLevel::Warning, "client turned away", {{"clients", m_sessions.size()}});
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto *connection = new Connection(socket, m_config.limits, this);
        m_sessions.emplace(connection, Session());
        connect(connection, &Connection::message, this,
                [this, connection](const std::string &bytes) { onMessage(connection, bytes); });
        connect(connection, &Connection::refused, this, [this, connection](const std::string &bytes) {
            refuse(connection, bytes, {ErrorCode::RateLimited, "too many messages; slow down", {}});
        });
        connect(connection, &Connection::unreadable, this, [this, connection](const Error &error) {
            connection->write(frameOf(refusalWithoutId(error)));
            connection->close(QString::fromStdString(error.message));
        });
        connect(connection, &Connection::closed, this,
                [this, connection](const QString &reason) { onClosed(connection, reason); });
    }
}

void Hub::onMessage(Connection *connection, const std::string &bytes)
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

void Hub::onRequest(Connection *connection, const Request &request)
{
    const Session &session = m_sessions.at(connection);
    if (!request.id) { // a client's heartbeat; its arrival is what it says
        if (request.method != HeartbeatNote::kMethod || !session.isGreeted)
            connection->close(QStringLiteral("an unknown notification"));
        return;
    }
    const std::int64_t id = *request.id;
    if (request.method == Hello::kMethod) {
        hello(connection, id, request);
    } else if (!session.isGreeted) {
        reply(connection, id, Error{ErrorCode::HelloRequired, "say hello first", {}});
        connection->close(QStringLiteral("no hello"));
    } else if (isCommand(request.method)) {
        command(connection, id, request);
    } else if (request.method == kResyncMethod) {
        reply(connection, id, Json::object());
        if (session.stream != Stream::None)
            connection->writeSnapshot(m_publisher.snapshot(session.stream));
    } else if (request.method == SetClock::kMethod) {
        setClock(connection, id, request);
    } else {
        reply(connection, id, Error{ErrorCode::UnknownMethod, "no such method", {{"name", request.method}}});
    }
}

void Hub::hello(Connection *connection, std::int64_t id, const Request &request)
{
    Session &session = m_sessions.at(connection);
    if (session.isGreeted || session.isGreeting) {
        reply(connection, id, Error{ErrorCode::InvalidRequest, "hello was said already", {}});
        return;
    }
    // the version first and alone: a hello of another major may have other fields
    const auto version
        = fromJson<ProtocolVersion>(request.params.value("protocol", Json::object()), UnknownFields::Ignore);
    const ProtocolVersion own;
    if (version && version->major != own.major) {
        reply(connection, id,
              Error{ErrorCode::VersionMismatch,
                    "this hub speaks protocol " + std::to_string(own.major) + ", the client "
                        + std::to_string(version->major),
                    {{"hub", std::to_string(own.major)}, {"client", std::to_string(version->major)}}});
        connection->close(QStringLiteral("another protocol"));
        return;
    }
    auto hello = fromJson<Hello>(request.params, UnknownFields::Refuse);
    if (hello && !isClientName(hello->client))
        hello
            = Error{ErrorCode::InvalidParams, "client must be 8 to 40 letters, digits or -", {{"field", "client"}}};
    if (hello) {
        for (std::string *text : {&hello->app, &hello->device}) {
            auto cleaned = cleanText(*text, limits::kNameCharactersMax);
            if (!cleaned) {
                hello = cleaned.error();
                break;
            }
            *text = *cleaned;
        }
    }
    if (!hello) {
        reply(connection, id, hello.error());
        connection->close(QStringLiteral("a hello that cannot be read"));
        return;
    }
    session.isGreeting = true;
    session.client = hello->client;
    session.device = hello->device;
    session.stream = hello->stream;
    const QPointer<Connection> still(connection);
    m_host.meetClient(hello->client, [this, still, id, hello = *hello] {
        if (still && isHere(still))
            greet(still, id, hello);
    });
}

void Hub::greet(Connection *connection, std::int64_t id, const Hello &hello)
{
    Session &session = m_sessions.at(connection);
    session.isGreeted = true;
    connection->welcome();
    Welcome welcome;
    welcome.protocol.minor = std::min(welcome.protocol.minor, hello.protocol.minor);
    welcome.hub = TIEPDON_VERSION;
    welcome.epoch = m_publisher.epoch();
    welcome.seq = m_publisher.seq(hello.stream);
    welcome.timeMs = m_host.nowMs();
    welcome.rate = m_clock.rate();
    welcome.heartbeatMs = m_config.heartbeatMs;
    welcome.deadMs = m_config.limits.deadMs;
    reply(connection, id, toJson(welcome));
    logLine(LogLevel::Info, "client greeted",
            {{"app", hello.app},
             {"device", hello.device},
             {"peer", connection->peer().toStdString()},
             {"stream", toJson(hello.stream)}});
    if (hello.stream == Stream::None)
        return;
    if (const auto missed = m_publisher.missed(hello.stream, hello.epoch, hello.seq))
        connection->writeSnapshot(*missed);
    else
        connection->writeSnapshot(m_publisher.snapshot(hello.stream));
    (hello.stream == Stream::Public ? m_publicListeners : m_staffListeners).insert(connection);
}

void Hub::command(Connection *connection, std::int64_t id, const Request &request)
{
    Json params = request.params;
    const auto op = params.find("op");
    if (op == params.end() || !op->is_string()) {
        reply(connection, id, Error{ErrorCode::InvalidParams, "op is missing", {{"field", "op"}}});
        return;
    }
    const auto operation = operationFrom(op->get_ref<const std::string &>());
    if (!operation) {
        reply(connection, id, operation.error());
        return;
    }
    params.erase(op);
    const auto command = commandFrom(request.method, params);
    if (!command) {
        reply(connection, id, command.error());
        return;
    }
    const QPointer<Connection> still(connection);
    m_host.execute(*operation, *command, m_sessions.at(connection).device,
                   [this, still, id](const Result<Json> &answer) {
                       if (still && isHere(still))
                           reply(still, id, answer);
                   });
}

void Hub::setClock(Connection *connection, std::int64_t id, const Request &request)
{
    if (!m_playClock) {
        reply(connection, id, Error{ErrorCode::ClockIsReal, "this hub runs on the real clock", {}});
        return;
    }
    const auto wanted = fromJson<SetClock>(request.params, UnknownFields::Refuse);
    if (!wanted) {
        reply(connection, id, wanted.error());
        return;
    }
    if (wanted->timeMs < m_host.nowMs()) {
        reply(connection, id,
              Error{ErrorCode::InvalidParams, "the clock goes forward only", {{"field", "timeMs"}}});
        return;
    }
    if (!(wanted->rate > 0.0 && wanted->rate <= kRateMax)) {
        reply(connection, id,
              Error{ErrorCode::InvalidParams, "rate must be over 0 and at most 3600", {{"field", "rate"}}});
        return;
    }
    m_playClock->set(wanted->timeMs, wanted->rate);
    logLine(LogLevel::Info, "clock set", {{"timeMs", wanted->timeMs}, {"rate", wanted->rate}});
    reply(connection, id, Json::object());
    beat(); // everybody's clocks follow at once
}

void Hub::reply(Connection *connection, std::int64_t id, const Result<Json> &result)
{
    connection->write(frameOf(toBytes(Reply{id, result})));
}

void Hub::refuse(Connection *connection, const std::string &bytes, const Error &error)
{
    const auto id = idIn(bytes);
    connection->write(frameOf(id ? toBytes(Reply{*id, error}) : refusalWithoutId(error)));
}

void Hub::onClosed(Connection *connection, const QString &reason)
{
    const auto session = m_sessions.find(connection);
    if (session == m_sessions.end())
        return;
    logLine(LogLevel::Info, "client gone", {{"device", session->second.device}, {"reason", reason.toStdString()}});
    if (!session->second.client.empty())
        m_host.forgetClient(session->second.client);
    m_staffListeners.erase(connection);
    m_publicListeners.erase(connection);
    m_sessions.erase(session);
}

void Hub::onPublished(const std::vector<PublishedEvent> &events)
{
    const Publisher::Frames frames = m_publisher.publish(events);
    const auto send = [this](const std::set<Connection *> &listeners, const QByteArray &bytes) {
        if (bytes.isEmpty())
            return;
        // a copy: a listener that breaks its limits leaves the set while it is gone through
        for (Connection *listener : std::vector<Connection *>(listeners.begin(), listeners.end())) {
            if (isHere(listener))
                listener->write(bytes);
        }
    };
    send(m_staffListeners, frames.staff);
    send(m_publicListeners, frames.publicly);
}

std::vector<Connection *> Hub::connections() const
{
    std::vector<Connection *> all;
    all.reserve(m_sessions.size());
    for (const auto &[connection, session] : m_sessions)
        all.push_back(connection);
    return all;
}

void Hub::beat()
{
    const TimeMs now = m_host.nowMs();
    const auto all = connections();
    for (const Stream stream : {Stream::None, Stream::Staff, Stream::Public}) {
        QByteArray frame; // made when the first listener of the stream is found
        for (Connection *connection : all) {
            const auto session = m_sessions.find(connection);
            if (session == m_sessions.end() || !session->second.isGreeted || session->second.stream != stream)
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
    m_host.stop();
}

} // namespace tiepdon
