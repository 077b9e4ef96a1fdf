// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/hubclient.h"

#include "core/client/hubconnection.h"
#include "core/client/mirror.h"
#include "core/client/outbox.h"
#include "core/client/person.h"
#include "core/wire/codec.h"

#include <QCryptographicHash>
#include <QPointer>
#include <QSslCertificate>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <map>

namespace tiepdon {
namespace {

// A call that did not get through in this time would reach a person who no longer expects it.
constexpr int kCallMsMax = 15000;
// Who asked for a ticket has left by then: one made later would be nobody's.
constexpr int kIssueMsMax = 120000;
// A kept command that the hub could not take just now (its disk is full) is sent again after this time.
constexpr int kKeptRetryMs = 3000;

/// How long a command makes sense; nothing for one that always does.
std::optional<int> patienceMs(const Command &command)
{
    if (std::holds_alternative<command::CallNext>(command) || std::holds_alternative<command::CallTicket>(command)
        || std::holds_alternative<command::Recall>(command) || std::holds_alternative<command::Resume>(command))
        return kCallMsMax;
    if (std::holds_alternative<command::IssueTicket>(command)
        || std::holds_alternative<command::ServeWalkIn>(command))
        return kIssueMsMax;
    return std::nullopt;
}

/// Whether the hub did not take it, so that the same may be sent again; everything else is its last word.
bool isNoAnswer(ErrorCode code)
{
    switch (code) {
    case ErrorCode::StorageFull:
    case ErrorCode::HubStopping:
    case ErrorCode::RateLimited:
    case ErrorCode::Busy:
    case ErrorCode::SignInNeeded:
    case ErrorCode::SessionEnded:
    case ErrorCode::SessionLocked:
    case ErrorCode::PasswordChangeNeeded:
        return true;
    default:
        return false;
    }
}

/// Whether a hub that refuses a hello with this will take it later, without anybody's doing.
bool passesByItself(ErrorCode code)
{
    return code == ErrorCode::HubStopping || code == ErrorCode::RateLimited || code == ErrorCode::Busy
        || code == ErrorCode::StorageFull;
}

Error offline(const char *message) { return {ErrorCode::Offline, message, {}}; }

using Answer = std::function<void(const Result<Json> &)>;

/// Calls `done` unless its context is gone by then.
template <class Value>
std::function<void(const Result<Value> &)> guarded(QObject *context,
                                                   std::function<void(const Result<Value> &)> done)
{
    return [still = QPointer<QObject>(context), hasContext = context != nullptr,
            done = std::move(done)](const Result<Value> &result) {
        if (done && (!hasContext || still))
            done(result);
    };
}

} // namespace

/// Ties the parts together: the connection, the mirror, the person, and what was asked and not answered.
class HubClient::Private : public QObject
{
public:
    /// Something with an operation id, sent again until it is answered.
    struct Operation {
        Request request;
        Answer done;
        StaffId staff; ///< who asked; it is not sent again for anybody else
        bool isSent = false;
    };

    Private(HubClient &client, const HubAddress &address, const QString &appName, Stream stream,
            SecretStore *secrets)
        : q(client), app(appName), authority(address.authority), connection(address), mirror(client, stream, time),
          person([this](std::string_view method, const Json &params,
                        Answer done) { ask(method, params, std::move(done)); },
                 secrets, stream != Stream::Public),
          outbox(address.folder)
    {
        clientName = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
        keptRetry.setSingleShot(true);
        keptRetry.setInterval(kKeptRetryMs);
        connect(&keptRetry, &QTimer::timeout, this, &Private::flush);
        connect(&connection, &HubConnection::secured, this, &Private::sayHello);
        connect(&connection, &HubConnection::message, this, &Private::onMessage);
        connect(&connection, &HubConnection::ended, this, &Private::onEnded);
        connect(&person, &Person::accessChanged, this, [this] {
            if (isGreeted || !person.why().message.empty())
                problem = person.why();
            Q_EMIT q.accessChanged();
        });
        connect(&person, &Person::resumed, this, &Private::settle);
        connect(&person, &Person::nobody, this, &Private::onNobody);
        connect(&person, &Person::stuck, &connection, &HubConnection::lose);
    }

    void load()
    {
        person.load();
        for (const Outbox::Entry &entry : outbox.load()) {
            QMetaObject::invokeMethod(
                this,
                [this, entry] {
                    Q_EMIT q.keptRefused(entry.command, {ErrorCode::Timeout, "kept for more than a day", {}});
                },
                Qt::QueuedConnection);
        }
        if (outbox.size() > 0)
            Q_EMIT q.keptChanged();
    }

    // ---- coming and going ----

    void sayHello()
    {
        Hello hello;
        hello.app = app.toStdString();
        hello.client = clientName;
        hello.stream = mirror.stream();
        hello.epoch = mirror.epoch();
        hello.seq = mirror.hasState() ? mirror.seq() : 0;
        ask(Hello::kMethod, toJson(hello), [this](const Result<Json> &result) { onWelcome(result); });
    }

    void onWelcome(const Result<Json> &result)
    {
        if (!result) {
            if (passesByItself(result.error().code))
                connection.lose(result.error());
            else if (result.error().code != ErrorCode::Offline)
                connection.refuse(result.error());
            return;
        }
        const auto read = fromJson<Welcome>(*result, UnknownFields::Ignore);
        if (!read || read->protocol.major != ProtocolVersion().major) {
            connection.refuse({ErrorCode::VersionMismatch, "the hub speaks another protocol", {}});
            return;
        }
        welcome = *read;
        isGreeted = true;
        time.set(welcome.timeMs, welcome.rate);
        connection.greeted(welcome.heartbeatMs);
        mirror.onWelcome(welcome);
        person.onWelcome(welcome.kind);
    }

    /// Whether somebody may do something here.
    bool isOpen() const { return person.access() == Access::NotNeeded || person.access() == Access::SignedIn; }

    /// Whether the branch may be seen here: a lock hides it, and what is in hand goes on behind that.
    bool isAllowedToSee() const { return isOpen() || person.access() == Access::Locked; }

    /// Live, when nothing is missing any more; otherwise the missing events or a snapshot are on their way.
    void settle()
    {
        if (isGreeted && isOpen() && mirror.isCurrent())
            live();
        else if (isGreeted && !isOpen() && status != Status::Live)
            setStatus(Status::SignedOut);
    }

    void live()
    {
        connection.settled();
        if (status != Status::Live) {
            problem = {};
            setStatus(Status::Live);
        }
        flush();
    }

    void onNobody()
    {
        if (isGreeted || !person.why().message.empty())
            problem = person.why();
        mirror.drop();
        if (isGreeted)
            connection.settled();
        else
            giveUpOperations("the session ended");
        setStatus(isGreeted ? Status::SignedOut : status == Status::Refused ? Status::Refused : Status::Connecting);
    }

    void onEnded(const Error &error, bool isRefused)
    {
        isGreeted = false;
        person.onEnded();
        keptRetry.stop();
        isKeptSent = false;
        for (auto &[id, operation] : operations)
            operation.isSent = false;
        problem = error;
        setStatus(isRefused ? Status::Refused : mirror.hasState() ? Status::Stale : Status::Connecting);
        auto lost = std::move(requests);
        requests.clear();
        for (auto &[id, done] : lost) {
            if (done)
                done(offline("the connection ended before the answer came"));
        }
    }

    void setStatus(Status next)
    {
        if (status == next)
            return;
        status = next;
        Q_EMIT q.statusChanged();
    }

    // ---- what arrives ----

    void onMessage(const Message &message)
    {
        if (const auto *reply = std::get_if<Reply>(&message))
            onReply(*reply);
        else
            onNote(std::get<Request>(message));
    }

    void onReply(const Reply &reply)
    {
        if (const auto operation = operations.find(reply.id); operation != operations.end()) {
            const Answer done = std::move(operation->second.done);
            wipe(operation->second.request.params);
            operations.erase(operation);
            done(reply.result);
        } else if (const auto request = requests.find(reply.id); request != requests.end()) {
            const Answer done = std::move(request->second);
            requests.erase(request);
            if (done)
                done(reply.result);
        }
    }

    void onNote(const Request &note)
    {
        if (note.method == HeartbeatNote::kMethod) {
            const auto heartbeat = fromJson<HeartbeatNote>(note.params, UnknownFields::Ignore);
            if (!heartbeat)
                return;
            time.set(heartbeat->timeMs, heartbeat->rate);
            if ((status == Status::Live || isOpen()) && mirror.onHeartbeat(*heartbeat) == Mirror::Fit::Resync)
                resync();
        } else if (note.method == SessionNote::kMethod) {
            if (const auto session = fromJson<SessionNote>(note.params, UnknownFields::Ignore))
                person.onNote(*session);
        } else if (isAllowedToSee()) { // what was under way when somebody signed out is not looked at
            onStream(note);
        }
    }

    void onStream(const Request &note)
    {
        if (note.method == EventNote::kMethod) {
            const auto event = fromJson<EventNote>(note.params, UnknownFields::Ignore);
            if (!event)
                connection.lose(event.error());
            else if (mirror.onEvent(*event) == Mirror::Fit::Resync)
                resync();
            else
                settle();
        } else if (note.method == SnapshotNote::kMethod) {
            const auto snapshot = fromJson<SnapshotNote>(note.params, UnknownFields::Ignore);
            const Result<void> taken = snapshot ? mirror.onSnapshot(*snapshot) : Result<void>(snapshot.error());
            if (taken)
                settle();
            else
                connection.lose(taken.error());
        } else if (note.method == Quotes::kMethod) {
            // not numbered: one that cannot be read is as good as one that did not come
            if (auto quotes = fromJson<Quotes>(note.params, UnknownFields::Ignore))
                mirror.onQuotes(std::move(*quotes));
        } else if (note.method == AlertsNote::kMethod) {
            if (auto alerts = fromJson<AlertsNote>(note.params, UnknownFields::Ignore))
                mirror.onAlerts(std::move(*alerts));
        } else if (note.method == MessagesNote::kMethod) {
            if (auto messages = fromJson<MessagesNote>(note.params, UnknownFields::Ignore))
                mirror.onMessages(std::move(*messages));
        }
    }

    void resync()
    {
        ask(kResyncMethod, Json::object(), [this](const Result<Json> &result) {
            if (!result)
                mirror.onResyncRefused();
        });
    }

    // ---- what is asked ----

    /// Sends something that is not repeated. `done` may be empty.
    void ask(std::string_view method, const Json &params, Answer done)
    {
        const std::int64_t id = nextId++;
        requests.emplace(id, std::move(done));
        Request request{id, std::string(method), params};
        connection.write(request);
        wipe(request.params);
    }

    OperationId nextOperation() { return {clientName, ++lastOperation}; }

    std::int64_t addOperation(std::string_view method, Json params, Answer done)
    {
        params["op"] = toText(nextOperation());
        const std::int64_t id = nextId++;
        operations.emplace(
            id,
            Operation{{id, std::string(method), std::move(params)}, std::move(done), person.info().staff, false});
        flush();
        return id;
    }

    void giveUp(std::int64_t id, const Error &error)
    {
        const auto waiting = operations.find(id);
        if (waiting == operations.end())
            return;
        const Answer done = std::move(waiting->second.done);
        wipe(waiting->second.request.params);
        operations.erase(waiting);
        done(error);
    }

    void giveUpOperations(const char *why)
    {
        std::vector<std::int64_t> ids;
        for (const auto &[id, operation] : operations)
            ids.push_back(id);
        for (const std::int64_t id : ids)
            giveUp(id, offline(why));
    }

    /// What must not be found in this program's memory later.
    static void wipe(Json &params)
    {
        for (const char *secret : {"password", "newPassword", "token"}) {
            const auto found = params.find(secret);
            if (found != params.end() && found->is_string()) {
                auto &text = found->get_ref<std::string &>();
                std::fill(text.begin(), text.end(), '\0');
            }
        }
    }

    /// Sends what waits: first what is kept about the ticket in hand, one after the other, because each needs the
    /// one before; then the rest, in its order.
    void flush()
    {
        if (status != Status::Live || !isOpen())
            return;
        const StaffId staff = person.info().staff;
        if (const Outbox::Entry *first = outbox.firstOf(staff)) {
            if (!isKeptSent && !keptRetry.isActive())
                sendKept(*first);
            return;
        }
        std::vector<std::int64_t> strangers;
        for (auto &[id, operation] : operations) {
            if (operation.isSent)
                continue;
            if (operation.staff != staff) {
                strangers.push_back(id);
                continue;
            }
            operation.isSent = true;
            connection.write(operation.request); // the same operation id: done once, however often it arrives
        }
        for (const std::int64_t id : strangers)
            giveUp(id, offline("the session ended before the answer came"));
    }

    // ---- about the ticket in hand ----

    void keep(const Command &command, Done done)
    {
        const Command late = claimed(command, time.nowMs());
        const OperationId op = nextOperation();
        const Result<void> kept = outbox.add(op, person.info().staff, late);
        if (!kept) {
            done(kept.error());
            return;
        }
        keptDone.emplace(op.n, std::move(done));
        Q_EMIT q.keptChanged();
        flush();
    }

    void sendKept(const Outbox::Entry &entry)
    {
        isKeptSent = true;
        Json params = paramsOf(entry.command);
        params["op"] = toText(entry.op);
        ask(methodOf(entry.command), params, [this, entry](const Result<Json> &result) {
            isKeptSent = false;
            onKeptAnswer(entry, result);
        });
    }

    void onKeptAnswer(const Outbox::Entry &entry, const Result<Json> &result)
    {
        if (!result && result.error().code == ErrorCode::Offline) // stays, and goes out after the next welcome
            return;
        if (!result && isNoAnswer(result.error().code)) {
            keptRetry.start();
            return;
        }
        outbox.remove(entry.op);
        Q_EMIT q.keptChanged();
        if (entry.isOfEarlierRun) {
            if (!result)
                Q_EMIT q.keptRefused(entry.command, result.error());
        } else if (const auto waiting = keptDone.find(entry.op.n); waiting != keptDone.end()) {
            const Done done = std::move(waiting->second);
            keptDone.erase(waiting);
            done(result ? fromJson<CommandReply>(*result, UnknownFields::Ignore)
                        : Result<CommandReply>(result.error()));
        }
        flush();
    }

    /// Why a command cannot go out at all now; nothing when it can, or can be kept.
    std::optional<Error> obstacle(bool mayBeKept) const
    {
        switch (person.access()) {
        case Access::SignedOut:
            if (isGreeted)
                return Error{ErrorCode::SignInNeeded, "nobody is signed in", {}};
            return offline("not connected to the hub");
        case Access::Locked:
            return Error{ErrorCode::SessionLocked, "the session is locked", {}};
        case Access::PasswordChange:
            return Error{ErrorCode::PasswordChangeNeeded, "the one-time password must be changed first", {}};
        case Access::NotNeeded:
        case Access::SignedIn:
            break;
        }
        if (status == Status::Live || (mayBeKept && status == Status::Stale))
            return std::nullopt;
        return offline("not connected to the hub");
    }

    HubClient &q;
    QString app;
    QSslCertificate authority;
    std::string clientName;
    HubTime time;
    HubConnection connection;
    Mirror mirror;
    Person person;
    Outbox outbox;
    QTimer keptRetry;

    Status status = Status::Connecting;
    Error problem;
    Welcome welcome;
    bool isGreeted = false;
    bool isKeptSent = false; ///< one of the outbox is under way
    bool isLoaded = false;

    std::int64_t nextId = 1;
    std::int64_t lastOperation = 0;
    std::map<std::int64_t, Operation> operations; ///< by request id, in the order they were made
    std::map<std::int64_t, Answer> requests; ///< by request id
    std::map<std::int64_t, Done> keptDone; ///< by number of the operation
};

HubClient::HubClient(HubAddress address, const QString &app, Stream stream, SecretStore *secrets, QObject *parent)
    : BranchLink(parent), d(std::make_unique<Private>(*this, address, app, stream, secrets))
{
}

HubClient::~HubClient()
{
    d->connection.disconnect(d.get());
    d->connection.stop();
}

void HubClient::start()
{
    if (!std::exchange(d->isLoaded, true))
        d->load();
    d->connection.start();
}

void HubClient::stop()
{
    if (!d->connection.isWanted())
        return;
    d->connection.stop();
    d->giveUpOperations("stopped before the answer came");
    auto kept = std::move(d->keptDone);
    d->keptDone.clear();
    for (const auto &[n, done] : kept)
        done(offline("stopped before the answer came; it is kept"));
}

BranchLink::Status HubClient::status() const { return d->status; }

Error HubClient::problem() const { return d->problem; }

const BranchState &HubClient::branch() const { return d->mirror.branch(); }

const PublicState &HubClient::shown() const { return d->mirror.shown(); }

TimeMs HubClient::hubNowMs() const { return d->time.nowMs(); }

double HubClient::rate() const { return d->time.rate(); }

TimeMs HubClient::asOfMs() const { return d->mirror.asOfMs(); }

const Quotes &HubClient::quotes() const { return d->mirror.quotes(); }

const AlertsNote &HubClient::alerts() const { return d->mirror.alerts(); }

const MessagesNote &HubClient::messages() const { return d->mirror.messages(); }

Welcome HubClient::welcome() const { return d->welcome; }

QStringList HubClient::hubNames() const { return d->connection.hubNames(); }

quint16 HubClient::hubPort() const { return d->connection.hubPort(); }

std::optional<HubPlace> HubClient::hubPlace() const
{
    if (hubNames().isEmpty())
        return std::nullopt;
    return HubPlace{hubNames(), hubPort(), d->authority.digest(QCryptographicHash::Sha256)};
}

std::int64_t HubClient::seq() const { return d->mirror.seq(); }

int HubClient::resyncs() const { return d->mirror.resyncs(); }

BranchLink::Access HubClient::access() const { return d->person.access(); }

const SessionInfo &HubClient::session() const { return d->person.info(); }

int HubClient::kept() const { return static_cast<int>(d->outbox.size()); }

void HubClient::signIn(const QString &account, const QString &password, QObject *context, SessionDone done)
{
    auto answer = guarded<SessionInfo>(context, std::move(done));
    if (d->isGreeted)
        d->person.signIn(account, password, std::move(answer));
    else
        answer(offline("not connected to the hub"));
}

void HubClient::unlock(const QString &password, QObject *context, SessionDone done)
{
    auto answer = guarded<SessionInfo>(context, std::move(done));
    if (d->isGreeted)
        d->person.unlock(password, std::move(answer));
    else
        answer(offline("not connected to the hub"));
}

void HubClient::changePassword(const QString &password, const QString &newPassword, QObject *context,
                               SessionDone done)
{
    auto answer = guarded<SessionInfo>(context, std::move(done));
    if (d->isGreeted)
        d->person.changePassword(password, newPassword, std::move(answer));
    else
        answer(offline("not connected to the hub"));
}

void HubClient::lock() { d->person.lock(); }

void HubClient::signOut() { d->person.signOut(); }

void HubClient::noteActivity() { d->connection.noteActivity(); }

void HubClient::send(const Command &command, QObject *context, Done done)
{
    auto answer = guarded<CommandReply>(context, std::move(done));
    const bool mayBeKept = isAboutTicketInHand(command);
    if (const auto error = d->obstacle(mayBeKept)) {
        answer(*error);
        return;
    }
    if (mayBeKept) {
        d->keep(command, std::move(answer));
        return;
    }
    const std::int64_t id = d->addOperation(
        methodOf(command), paramsOf(command), [answer = std::move(answer)](const Result<Json> &result) {
            answer(result ? fromJson<CommandReply>(*result, UnknownFields::Ignore)
                          : Result<CommandReply>(result.error()));
        });
    if (const auto patience = patienceMs(command)) {
        QTimer::singleShot(*patience, d.get(), [this, id] {
            d->giveUp(id, {ErrorCode::Timeout, "no answer in time", {}});
        });
    }
}

void HubClient::change(const CustomerCommand &command, QObject *context, ChangeDone done)
{
    auto answer = guarded<CustomerReply>(context, std::move(done));
    if (const auto error = d->obstacle(false)) {
        answer(*error);
        return;
    }
    const auto onResult = [answer = std::move(answer)](const Result<Json> &result) {
        answer(result ? fromJson<CustomerReply>(*result, UnknownFields::Ignore)
                      : Result<CustomerReply>(result.error()));
    };
    std::visit([&](const auto &c) { d->addOperation(c.kMethod, toJson(c), onResult); }, command);
}

void HubClient::askJson(const std::string &method, const Json &params, QObject *context, JsonDone done)
{
    auto answer = guarded<Json>(context, std::move(done));
    if (const auto error = d->obstacle(false)) {
        answer(*error);
        return;
    }
    d->ask(method, params, std::move(answer));
}

void HubClient::changeJson(const std::string &method, const Json &params, QObject *context, JsonDone done)
{
    auto answer = guarded<Json>(context, std::move(done));
    if (const auto error = d->obstacle(false)) {
        answer(*error);
        return;
    }
    d->addOperation(method, params, std::move(answer));
}

void HubClient::request(std::string_view method, const Json &params, QObject *context,
                        std::function<void(const Result<Json> &)> done)
{
    auto answer = guarded<Json>(context, std::move(done));
    if (!d->isGreeted) {
        answer(offline("not connected to the hub"));
        return;
    }
    d->ask(method, params, std::move(answer));
}

} // namespace tiepdon
