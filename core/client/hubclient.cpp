// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/hubclient.h"

#include "core/base/limits.h"
#include "core/wire/codec.h"
#include "core/wire/frame.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QPointer>
#include <QRandomGenerator>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <map>

namespace tiepdon {
namespace {

// A first retry is quick, for a hub that is restarted; later ones spread out so that a thousand clients do
// not come at once and again at once.
constexpr int kRetryMsMin = 100;
constexpr int kRetryMsMax = 3000;
// A hub that refuses us (version, trust) is asked again only now and then: people must act first.
constexpr int kRefusedRetryMs = 10000;
constexpr int kConnectMsMax = 8000;
// A call that did not get through in this time would reach a person who no longer expects it.
constexpr qint64 kCallMsMax = 15000;
// Heartbeats go both ways; two missed and a little is well inside the 15 s after which data is old.
constexpr qint64 kDefaultHeartbeatMs = 5000;
constexpr qint64 kGraceMs = 2000;

bool makesSenseOnlyNow(const Command &command)
{
    return std::holds_alternative<command::CallNext>(command) || std::holds_alternative<command::Recall>(command);
}

} // namespace

QString defaultDataDirectory()
{
    const QString named = qEnvironmentVariable("TIEPDON_DATA");
    if (!named.isEmpty())
        return named;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/tiepdon");
}

Result<HubAddress> HubAddress::ofDirectory(const QString &directory)
{
    HubAddress address;
    address.directory = directory;
    address.authorityFile = directory + QStringLiteral("/authority.pem");
    if (!QFile::exists(address.authorityFile))
        return Error{ErrorCode::NotInitialised,
                     directory.toStdString() + " holds no authority.pem",
                     {{"directory", directory.toStdString()}}};
    QFile portFile(directory + QStringLiteral("/hub.port"));
    bool isNumber = false;
    if (portFile.open(QIODevice::ReadOnly))
        address.port = portFile.readAll().trimmed().toUShort(&isNumber);
    if (!isNumber)
        return Error{ErrorCode::Offline,
                     "no hub runs on " + directory.toStdString(),
                     {{"directory", directory.toStdString()}}};
    return address;
}

class HubClient::Private : public QObject
{
public:
    Private(HubClient &client, HubAddress where, const QString &appName, const QString &deviceName, Stream wanted)
        : q(client), address(std::move(where)), app(appName), device(deviceName), stream(wanted),
          reader(limits::kFrameBytesFromHub)
    {
        clientName = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
        steady.start();
        retry.setSingleShot(true);
        connect(&retry, &QTimer::timeout, this, &Private::open);
        connectLimit.setSingleShot(true);
        connectLimit.setInterval(kConnectMsMax);
        connect(&connectLimit, &QTimer::timeout, this, [this] {
            lost({ErrorCode::Offline, "no answer from the hub", {}});
        });
        connect(&beat, &QTimer::timeout, this, &Private::onBeat);
        connect(&socket, &QSslSocket::encrypted, this, &Private::sayHello);
        connect(&socket, &QSslSocket::readyRead, this, &Private::read);
        connect(&socket, &QSslSocket::disconnected, this, [this] {
            if (isOpen)
                lost({ErrorCode::Offline, "the connection ended", {}});
        });
        connect(&socket, &QSslSocket::errorOccurred, this, [this] { onSocketError(); });
        connect(&socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
            trustProblem = errors.isEmpty() ? QString() : errors.first().errorString();
        });
    }

    // ---- connection ----

    void open()
    {
        if (!isWanted)
            return;
        trustProblem.clear();
        if (!address.directory.isEmpty()) { // a hub started again may have taken another port
            if (const auto found = HubAddress::ofDirectory(address.directory))
                address.port = found->port;
        }
        QFile file(address.authorityFile);
        const QList<QSslCertificate> authority = file.open(QIODevice::ReadOnly)
            ? QSslCertificate::fromDevice(&file, QSsl::Pem)
            : QList<QSslCertificate>();
        if (authority.isEmpty()) {
            refused({ErrorCode::TrustFailed,
                     "no certificate in " + address.authorityFile.toStdString(),
                     {{"file", address.authorityFile.toStdString()}}});
            return;
        }
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(authority);
        tls.setProtocol(QSsl::TlsV1_3OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        socket.setSslConfiguration(tls);
        reader = FrameReader(limits::kFrameBytesFromHub);
        isOpen = true;
        connectLimit.start();
        socket.connectToHostEncrypted(address.host, address.port);
    }

    void onSocketError()
    {
        if (!isOpen)
            return;
        if (!trustProblem.isEmpty()) {
            refused({ErrorCode::TrustFailed, trustProblem.toStdString(), {}});
            return;
        }
        lost({ErrorCode::Offline, socket.errorString().toStdString(), {}});
    }

    void sayHello()
    {
        socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        Hello hello;
        hello.app = app.toStdString();
        hello.device = device.toStdString();
        hello.client = clientName;
        hello.stream = stream;
        hello.epoch = hasState ? epoch : std::string();
        hello.seq = hasState ? seq : 0;
        helloId = nextId++;
        writeRequest({helloId, std::string(Hello::kMethod), toJson(hello)});
    }

    void writeRequest(const Request &request)
    {
        const std::string bytes = framed(toBytes(request));
        socket.write(bytes.data(), static_cast<qint64>(bytes.size()));
    }

    /// The connection is gone; try again soon.
    void lost(const Error &error)
    {
        down(error, hasState ? Status::Stale : Status::Connecting);
        if (!isWanted)
            return;
        const int widest = std::min(kRetryMsMax, kRetryMsMin << std::min(failures, 6));
        ++failures;
        retry.start(kRetryMsMin / 2 + static_cast<int>(QRandomGenerator::global()->bounded(widest)));
    }

    /// The hub does not take us; try again slowly.
    void refused(const Error &error)
    {
        down(error, Status::Refused);
        if (isWanted)
            retry.start(kRefusedRetryMs);
    }

    void down(const Error &error, Status next)
    {
        if (isOpen) {
            isOpen = false; // before abort(), which reports the end once more
            socket.abort();
        } else if (retry.isActive()) {
            return;
        }
        connectLimit.stop();
        beat.stop();
        problem = error;
        setStatus(next);
        auto lostRequests = std::move(requests);
        requests.clear();
        for (auto &[id, request] : lostRequests)
            request.finish(Error{ErrorCode::Offline, "the connection ended before the answer came", {}});
    }

    void setStatus(Status next)
    {
        if (status == next)
            return;
        status = next;
        Q_EMIT q.statusChanged();
    }

    void onBeat()
    {
        if (steady.elapsed() - heardMs > 2 * heartbeatMs + kGraceMs) {
            lost({ErrorCode::Offline, "nothing heard from the hub", {}});
            return;
        }
        const std::string bytes
            = framed(toBytes(Request{std::nullopt, std::string(HeartbeatNote::kMethod), Json::object()}));
        socket.write(bytes.data(), static_cast<qint64>(bytes.size()));
    }

    // ---- what arrives ----

    void read()
    {
        const QByteArray bytes = socket.readAll();
        heardMs = steady.elapsed();
        reader.append({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        while (isOpen) {
            auto next = reader.next();
            if (!next) {
                lost(next.error());
                return;
            }
            if (!*next)
                return;
            auto message = messageFrom(**next);
            if (!message) {
                lost(message.error());
                return;
            }
            if (auto *reply = std::get_if<Reply>(&*message))
                onReply(*reply);
            else
                onNote(std::get<Request>(*message));
        }
    }

    void onReply(Reply &reply)
    {
        if (reply.id == helloId) {
            onWelcome(reply.result);
            return;
        }
        if (const auto command = commands.find(reply.id); command != commands.end()) {
            auto pending = std::move(command->second);
            commands.erase(command);
            pending.finish(reply.result ? fromJson<CommandReply>(*reply.result, UnknownFields::Ignore)
                                        : Result<CommandReply>(reply.result.error()));
            return;
        }
        if (const auto request = requests.find(reply.id); request != requests.end()) {
            auto pending = std::move(request->second);
            requests.erase(request);
            pending.finish(reply.result);
        }
    }

    void onWelcome(const Result<Json> &result)
    {
        helloId = 0;
        if (!result) {
            refused(result.error());
            return;
        }
        const auto welcome = fromJson<Welcome>(*result, UnknownFields::Ignore);
        if (!welcome || welcome->protocol.major != ProtocolVersion().major) {
            refused({ErrorCode::VersionMismatch, "the hub speaks another protocol", {}});
            return;
        }
        connectLimit.stop();
        heartbeatMs = std::max<qint64>(100, welcome->heartbeatMs);
        setClock(welcome->timeMs, welcome->rate);
        beat.start(static_cast<int>(heartbeatMs));
        const bool isUpToDate
            = stream == Stream::None || (hasState && epoch == welcome->epoch && seq == welcome->seq);
        epoch = welcome->epoch;
        welcomeSeq = welcome->seq;
        if (isUpToDate)
            live();
        // otherwise the missing events or a snapshot follow
    }

    void live()
    {
        hasState = true;
        failures = 0;
        problem = {};
        if (status == Status::Live)
            return;
        setStatus(Status::Live);
        for (auto &[id, pending] : commands)
            writeRequest(pending.request); // the same operation ids: done once, however often they arrive
    }

    void onNote(const Request &note)
    {
        if (note.method == EventNote::kMethod) {
            const auto event = fromJson<EventNote>(note.params, UnknownFields::Ignore);
            if (event)
                onEvent(*event);
            else
                lost(event.error());
        } else if (note.method == SnapshotNote::kMethod) {
            const auto snapshot = fromJson<SnapshotNote>(note.params, UnknownFields::Ignore);
            if (snapshot)
                onSnapshot(*snapshot);
            else
                lost(snapshot.error());
        } else if (note.method == HeartbeatNote::kMethod) {
            if (const auto heartbeat = fromJson<HeartbeatNote>(note.params, UnknownFields::Ignore))
                onHeartbeat(*heartbeat);
        }
    }

    void onSnapshot(const SnapshotNote &note)
    {
        if (stream == Stream::Public) {
            auto state = fromJson<PublicState>(note.state, UnknownFields::Ignore);
            if (!state) {
                lost(state.error());
                return;
            }
            shown = std::move(*state);
        } else {
            const auto image = fromJson<StateImage>(note.state, UnknownFields::Ignore);
            if (!image) {
                lost(image.error());
                return;
            }
            branch = BranchState(*image);
        }
        epoch = note.epoch;
        seq = note.seq;
        verifiedSeq = -1;
        isResyncing = false;
        hasState = true;
        touchMirror();
        Q_EMIT q.stateReplaced();
        live();
    }

    void onEvent(const EventNote &note)
    {
        if (note.seq <= seq || isResyncing)
            return;
        if (note.seq != seq + 1) {
            resync();
            return;
        }
        if (stream == Stream::Public) {
            const auto event = publicEventFrom(note.name, note.body);
            if (!event) {
                resync();
                return;
            }
            apply(shown, *event);
            seq = note.seq;
            touchMirror();
            Q_EMIT q.publicEvent(*event);
        } else {
            const auto event = eventFrom(note.name, note.body);
            if (!event) {
                resync();
                return;
            }
            const Touched touched = apply(branch, *event, note.atMs);
            seq = note.seq;
            touchMirror();
            Q_EMIT q.branchEvent(*event, note.atMs, touched);
        }
        if (status != Status::Live && seq >= welcomeSeq)
            live();
    }

    void onHeartbeat(const HeartbeatNote &note)
    {
        setClock(note.timeMs, note.rate);
        if (stream == Stream::None || isResyncing || !hasState)
            return;
        if (note.seq != seq) {
            if (note.seq > seq)
                resync();
            return;
        }
        if (verifiedSeq != seq) {
            const std::string digest = stream == Stream::Public ? digestOf(shown) : digestOf(branch);
            if (digest != note.digest) {
                resync();
                return;
            }
            verifiedSeq = seq;
        }
        touchMirror();
    }

    void resync()
    {
        ++resyncs;
        isResyncing = true;
        writeRequest({nextId++, std::string(kResyncMethod), Json::object()});
    }

    // ---- clock ----

    void setClock(TimeMs timeMs, double newRate)
    {
        clockBaseMs = timeMs;
        clockSteadyMs = steady.elapsed();
        clockRate = newRate;
        hasClock = true;
    }

    TimeMs now() const
    {
        if (!hasClock)
            return QDateTime::currentMSecsSinceEpoch();
        return clockBaseMs + static_cast<TimeMs>(static_cast<double>(steady.elapsed() - clockSteadyMs) * clockRate);
    }

    void touchMirror() { asOf = now(); }

    // ---- commands ----

    template <class Value>
    struct Pending {
        Request request;
        QPointer<QObject> context;
        bool hasContext = false;
        std::function<void(const Result<Value> &)> done;

        void finish(const Result<Value> &result)
        {
            if (done && (!hasContext || context))
                done(result);
        }
    };

    HubClient &q;
    HubAddress address;
    QString app;
    QString device;
    Stream stream;
    std::string clientName;

    QSslSocket socket;
    FrameReader reader;
    QTimer retry;
    QTimer connectLimit;
    QTimer beat;
    QElapsedTimer steady;
    qint64 heardMs = 0;
    qint64 heartbeatMs = kDefaultHeartbeatMs;
    int failures = 0;
    bool isWanted = false;
    bool isOpen = false; ///< a socket is connecting or connected
    QString trustProblem;

    Status status = Status::Connecting;
    Error problem;
    std::string epoch;
    std::int64_t seq = 0;
    std::int64_t welcomeSeq = 0;
    std::int64_t verifiedSeq = -1;
    int resyncs = 0;
    bool hasState = false;
    bool isResyncing = false;
    BranchState branch;
    PublicState shown;
    TimeMs asOf = 0;

    TimeMs clockBaseMs = 0;
    qint64 clockSteadyMs = 0;
    double clockRate = 1.0;
    bool hasClock = false;

    std::int64_t nextId = 1;
    std::int64_t helloId = 0;
    std::int64_t nextOperation = 1;
    std::map<std::int64_t, Pending<CommandReply>> commands; ///< by request id, in the order they were made
    std::map<std::int64_t, Pending<Json>> requests;
};

HubClient::HubClient(HubAddress address, const QString &app, const QString &device, Stream stream, QObject *parent)
    : BranchLink(parent), d(std::make_unique<Private>(*this, std::move(address), app, device, stream))
{
}

HubClient::~HubClient()
{
    d->isWanted = false;
    d->socket.disconnect(d.get());
}

void HubClient::start()
{
    if (d->isWanted)
        return;
    d->isWanted = true;
    d->open();
}

void HubClient::stop()
{
    if (!d->isWanted)
        return;
    d->isWanted = false;
    if (d->isOpen)
        d->socket.flush();
    d->down({ErrorCode::Offline, "stopped", {}}, d->hasState ? Status::Stale : Status::Connecting);
    d->retry.stop();
    auto commands = std::move(d->commands);
    d->commands.clear();
    for (auto &[id, pending] : commands)
        pending.finish(Error{ErrorCode::Offline, "stopped before the answer came", {}});
}

BranchLink::Status HubClient::status() const { return d->status; }

Error HubClient::problem() const { return d->problem; }

const BranchState &HubClient::branch() const { return d->branch; }

const PublicState &HubClient::shown() const { return d->shown; }

TimeMs HubClient::hubNowMs() const { return d->now(); }

double HubClient::rate() const { return d->clockRate; }

TimeMs HubClient::asOfMs() const { return d->asOf; }

std::int64_t HubClient::seq() const { return d->seq; }

int HubClient::resyncs() const { return d->resyncs; }

void HubClient::send(const Command &command, QObject *context, Done done)
{
    Private::Pending<CommandReply> pending{{}, context, context != nullptr, std::move(done)};
    if (d->status != Status::Live) {
        pending.finish(Error{ErrorCode::Offline, "not connected to the hub", {}});
        return;
    }
    const std::int64_t id = d->nextId++;
    Json params = paramsOf(command);
    params["op"] = toText(OperationId{d->clientName, d->nextOperation++});
    pending.request = {id, std::string(methodOf(command)), std::move(params)};
    d->writeRequest(pending.request);
    d->commands.emplace(id, std::move(pending));
    if (makesSenseOnlyNow(command)) {
        QTimer::singleShot(kCallMsMax, d.get(), [this, id] {
            const auto waiting = d->commands.find(id);
            if (waiting == d->commands.end())
                return;
            auto given = std::move(waiting->second);
            d->commands.erase(waiting);
            given.finish(Error{ErrorCode::Timeout, "no answer in time", {}});
        });
    }
}

void HubClient::request(std::string_view method, const Json &params, QObject *context,
                        std::function<void(const Result<Json> &)> done)
{
    Private::Pending<Json> pending{{}, context, context != nullptr, std::move(done)};
    if (d->status != Status::Live) {
        pending.finish(Error{ErrorCode::Offline, "not connected to the hub", {}});
        return;
    }
    const std::int64_t id = d->nextId++;
    pending.request = {id, std::string(method), params};
    d->writeRequest(pending.request);
    d->requests.emplace(id, std::move(pending));
}

} // namespace tiepdon
