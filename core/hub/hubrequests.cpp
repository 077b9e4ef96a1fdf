// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/hub.h"

#include "core/hub/accessdecisions.h"
#include "core/hub/branchdecisions.h"
#include "core/hub/checkpoint.h"
#include "core/hub/log.h"
#include "core/wire/advicemessage.h"
#include "core/wire/codec.h"
#include "core/wire/customermessage.h"
#include "core/wire/figuresmessage.h"

#include <algorithm>
#include <array>

namespace tiepdon {
namespace {

constexpr double kRateMax = 3600.0;
constexpr std::int64_t kAuditRowsMax = 1000; ///< of one answer
constexpr std::int64_t kScoreDaysMax = 400; ///< of one answer: a year and some

/// Questions a window asks without anybody at it: they keep no session from locking.
bool isAskedByItself(std::string_view method)
{
    static constexpr std::array kMethods{Advise::kMethod, AdviceScoreQuery::kMethod, DayFiguresQuery::kMethod,
                                         SegmentCountsQuery::kMethod};
    return std::find(kMethods.begin(), kMethods.end(), method) != kMethods.end();
}

} // namespace

template <class T>
std::function<void(const Result<T> &)> Hub::whileHere(ClientConnection *connection, Then<T> then)
{
    return [this, still = QPointer<ClientConnection>(connection), then = std::move(then)](const Result<T> &result) {
        if (still && isHere(still))
            then(still, result);
    };
}

std::optional<Reach> Hub::allowed(ClientConnection *connection, std::int64_t id, std::string_view method)
{
    const Caller &caller = client(connection).caller;
    const auto reach = m_gate.reach(caller, method);
    if (reach)
        return *reach;
    m_gate.noteRefusal(caller, auditEntry("refused", std::string(method), std::string(name(reach.error().code))));
    reply(connection, id, reach.error());
    return std::nullopt;
}

void Hub::serve(ClientConnection *connection, std::int64_t id, const Request &request)
{
    if (serveSession(connection, id, request))
        return;
    if (request.method == kResyncMethod) { // the program's own doing, no person's
        reply(connection, id, Json::object());
        if (client(connection).isListening)
            connection->writeSnapshot(m_publisher.snapshot(client(connection).stream));
        return;
    }
    if (!isAskedByItself(request.method))
        m_gate.touch(client(connection).caller);
    if (isCommand(request.method) || isAccessCommand(request.method) || isCustomerCommand(request.method)
        || deskOf(request.method, true)) {
        command(connection, id, request);
    } else if (!serveQuestion(connection, id, request)) {
        reply(connection, id, Error{ErrorCode::UnknownMethod, "no such method", {{"name", request.method}}});
    }
}

// ---- devices and people ----

void Hub::enrol(ClientConnection *connection, std::int64_t id, const Request &request)
{
    const auto wanted = fromJson<Enrol>(request.params, UnknownFields::Refuse);
    if (!wanted) {
        reply(connection, id, wanted.error());
        return;
    }
    m_gate.enrol(
        client(connection).fingerprint, *wanted,
        whileHere<Enrolled>(connection, [this, id](ClientConnection *still, const Result<Enrolled> &enrolled) {
            reply(still, id, enrolled ? Result<Json>(toJson(*enrolled)) : enrolled.error());
            if (!enrolled) // a guess at a time per connection
                still->close(QStringLiteral("not enrolled"));
        }));
}

bool Hub::serveSession(ClientConnection *connection, std::int64_t id, const Request &request)
{
    const Caller caller = client(connection).caller;
    const auto withParams = [&]<class Wanted>(const Wanted *, auto &&then) {
        if (client(connection).kind != DeviceKind::Workplace) {
            reply(connection, id,
                  Error{ErrorCode::NotAllowed, "nobody signs in here", {{"method", request.method}}});
            return;
        }
        const auto wanted = fromJson<Wanted>(request.params, UnknownFields::Refuse);
        if (wanted)
            then(*wanted);
        else
            reply(connection, id, wanted.error());
    };
    const auto answerInfo
        = whileHere<SessionInfo>(connection, [this, id](ClientConnection *still, const Result<SessionInfo> &info) {
              reply(still, id, info ? Result<Json>(toJson(*info)) : info.error());
              if (info && !info->isLocked && !info->mustChangePassword)
                  beginStream(still);
          });
    if (request.method == SignIn::kMethod) {
        withParams(static_cast<const SignIn *>(nullptr), [&](const SignIn &r) { signIn(connection, id, r); });
    } else if (request.method == ResumeSession::kMethod) {
        withParams(static_cast<const ResumeSession *>(nullptr),
                   [&](const ResumeSession &r) { resume(connection, id, r); });
    } else if (request.method == Unlock::kMethod) {
        withParams(static_cast<const Unlock *>(nullptr),
                   [&](const Unlock &r) { m_gate.unlock(caller, r, answerInfo); });
    } else if (request.method == ChangePassword::kMethod) {
        withParams(static_cast<const ChangePassword *>(nullptr),
                   [&](const ChangePassword &r) { m_gate.changePassword(caller, r, answerInfo); });
    } else if (request.method == kLockMethod) {
        reply(connection, id, Json::object());
        m_gate.lock(caller, "asked");
    } else if (request.method == kSignOutMethod) {
        // unbound first: who asks needs no telling
        client(connection).caller.session.clear();
        endStream(connection);
        reply(connection, id, Json::object());
        m_gate.signOut(caller);
    } else {
        return false;
    }
    return true;
}

void Hub::signIn(ClientConnection *connection, std::int64_t id, const SignIn &request)
{
    m_gate.signIn(client(connection).caller, request,
                  whileHere<Gate::SignedIn>(connection,
                                            [this, id](ClientConnection *still, const Result<Gate::SignedIn> &in) {
                                                if (!in) {
                                                    reply(still, id, in.error());
                                                    return;
                                                }
                                                reply(still, id, toJson(in->info));
                                                bind(still, *in);
                                            }));
}

void Hub::resume(ClientConnection *connection, std::int64_t id, const ResumeSession &request)
{
    const auto in = m_gate.resume(client(connection).caller.device, request);
    if (!in) {
        reply(connection, id, in.error());
        return;
    }
    reply(connection, id, toJson(in->info));
    bind(connection, *in);
}

void Hub::bind(ClientConnection *connection, const Gate::SignedIn &in)
{
    Client &its = client(connection);
    if (its.caller.session != in.session)
        endStream(connection);
    its.caller.session = in.session;
    connection->trust();
    if (!in.info.isLocked && !in.info.mustChangePassword && m_gate.reach(its.caller, "stream staff"))
        beginStream(connection);
}

// ---- commands ----

void Hub::command(ClientConnection *connection, std::int64_t id, const Request &request)
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
    const auto reach = allowed(connection, id, request.method);
    if (!reach)
        return;
    if (isAccessCommand(request.method)) {
        accessCommand(connection, id, *operation, {request.id, request.method, std::move(params)});
        return;
    }
    if (isCustomerCommand(request.method)) {
        customerCommand(connection, id, *operation, {request.id, request.method, std::move(params)}, *reach);
        return;
    }
    if (deskOf(request.method, true)) {
        deskChange(connection, id, *operation, {request.id, request.method, std::move(params)}, *reach);
        return;
    }
    const auto command = commandFrom(request.method, params);
    if (!command) {
        reply(connection, id, command.error());
        return;
    }
    if (CustomerDesk::isAboutCustomer(*command)) {
        m_desk.command(*operation, *command, asker(connection, *reach),
                       whileHere<Json>(connection, [this, id](ClientConnection *still, const Result<Json> &answer) {
                           reply(still, id, answer);
                       }));
        return;
    }
    const Doer doer = m_gate.doer(client(connection).caller);
    m_host.execute(
        *operation, bodyHash(request.method, paramsOf(*command)), doer,
        [this, command = *command, reach = *reach, doer, isKiosk = client(connection).kind == DeviceKind::Kiosk](
            TimeMs now) { return decideCommand(m_host.decidedState(), command, reach, doer.actor, isKiosk, now); },
        whileHere<Json>(connection, [this, id](ClientConnection *still, const Result<Json> &answer) {
            reply(still, id, answer);
        }));
}

void Hub::accessCommand(ClientConnection *connection, std::int64_t id, const OperationId &operation,
                        const Request &request)
{
    const auto command = accessCommandFrom(request.method, request.params);
    if (!command) {
        reply(connection, id, command.error());
        return;
    }
    m_gate.execute(operation, *command, client(connection).caller,
                   whileHere<Json>(connection, [this, id](ClientConnection *still, const Result<Json> &answer) {
                       reply(still, id, answer);
                   }));
}

Asker Hub::asker(ClientConnection *connection, Reach reach)
{
    const Client &its = client(connection);
    Asker asker;
    asker.doer = m_gate.doer(its.caller);
    asker.roles = m_gate.roles(its.caller);
    asker.reach = reach;
    asker.linkReach = reachOf(command::LinkCustomer::kMethod, asker.roles);
    asker.session = its.caller.session;
    asker.connection = its.number;
    asker.isKiosk = its.kind == DeviceKind::Kiosk;
    return asker;
}

void Hub::customerCommand(ClientConnection *connection, std::int64_t id, const OperationId &operation,
                          const Request &request, Reach reach)
{
    const auto command = customerCommandFrom(request.method, request.params);
    if (!command) {
        reply(connection, id, command.error());
        return;
    }
    const bool isItem = std::holds_alternative<customercommand::AddOpenItem>(*command)
        || std::holds_alternative<customercommand::ChangeOpenItem>(*command);
    m_desk.change(
        operation, *command, asker(connection, reach),
        whileHere<Json>(connection, [this, id, isItem](ClientConnection *still, const Result<Json> &answer) {
            reply(still, id, answer);
            if (isItem && answer)
                m_alerts->itemsChanged();
        }));
}

Desk *Hub::deskOf(std::string_view method, bool isChange) const
{
    const auto it = std::find_if(m_desks.begin(), m_desks.end(), [&](const Desk *desk) {
        return isChange ? desk->isChange(method) : desk->isQuestion(method);
    });
    return it == m_desks.end() ? nullptr : *it;
}

void Hub::deskChange(ClientConnection *connection, std::int64_t id, const OperationId &operation,
                     const Request &request, Reach reach)
{
    deskOf(request.method, true)
        ->change(operation, asker(connection, reach), request.method, request.params,
                 whileHere<Json>(connection, [this, id](ClientConnection *still, const Result<Json> &answer) {
                     reply(still, id, answer);
                 }));
}

// ---- questions ----

bool Hub::serveQuestion(ClientConnection *connection, std::int64_t id, const Request &request)
{
    const std::string &method = request.method;
    if (CustomerDesk::isQuestion(method)) {
        if (const auto reach = allowed(connection, id, method))
            m_desk.ask(asker(connection, *reach), method, request.params,
                       whileHere<Json>(connection, [this, id](ClientConnection *still, const Result<Json> &answer) {
                           reply(still, id, answer);
                       }));
        return true;
    }
    if (Desk *desk = deskOf(method, false)) {
        if (const auto reach = allowed(connection, id, method))
            desk->ask(asker(connection, *reach), method, request.params,
                      whileHere<Json>(connection, [this, id](ClientConnection *still, const Result<Json> &answer) {
                          reply(still, id, answer);
                      }));
        return true;
    }
    if (method != kStaffListMethod && method != kDeviceListMethod && method != kCheckpointMethod
        && method != AuditQuery::kMethod && method != SetClock::kMethod && method != ScoreQuery::kMethod
        && method != CallsQuery::kMethod)
        return false;
    if (!allowed(connection, id, method))
        return true;
    if (method == kStaffListMethod)
        reply(connection, id, staffList());
    else if (method == kDeviceListMethod)
        reply(connection, id, deviceList());
    else if (method == kCheckpointMethod)
        checkpoint(connection, id);
    else if (method == AuditQuery::kMethod)
        audit(connection, id, request);
    else if (method == ScoreQuery::kMethod)
        score(connection, id, request);
    else if (method == CallsQuery::kMethod)
        calls(connection, id, request);
    else
        setClock(connection, id, request);
    return true;
}

Json Hub::staffList() const
{
    Json rows = Json::array();
    for (const auto &[staff, account] : m_host.access().accounts()) {
        StaffRow row;
        row.staff = staff;
        row.account = account.account;
        const Staff *listed = m_host.state().staffMember(staff);
        row.name = listed ? listed->name : account.name;
        row.roles = account.roles;
        row.mustChangePassword = account.mustChangePassword;
        row.isDisabled = account.isDisabled;
        row.sessions = static_cast<std::int64_t>(m_host.access().sessionsOf(staff).size());
        rows.push_back(toJson(row));
    }
    return {{"staff", std::move(rows)}};
}

Json Hub::deviceList() const
{
    std::set<DeviceId> connected;
    for (const auto &[connection, client] : m_clients) {
        if (client.isGreeted)
            connected.insert(client.caller.device);
    }
    Json rows = Json::array();
    for (const auto &[id, device] : m_host.access().devices())
        rows.push_back(toJson(DeviceRow{device, connected.contains(id)}));
    return {{"devices", std::move(rows)}};
}

void Hub::audit(ClientConnection *connection, std::int64_t id, const Request &request)
{
    const auto query = fromJson<AuditQuery>(request.params, UnknownFields::Refuse);
    if (!query) {
        reply(connection, id, query.error());
        return;
    }
    if (query->limit < 1 || query->limit > kAuditRowsMax) {
        reply(connection, id,
              Error{ErrorCode::InvalidParams,
                    "limit must be from 1 to " + std::to_string(kAuditRowsMax),
                    {{"field", "limit"}}});
        return;
    }
    // that it was read is on disk before it is
    Decision decision;
    decision.audit.push_back(auditEntry("auditRead", {}));
    m_host.record(
        std::move(decision), m_gate.doer(client(connection).caller),
        whileHere<void>(connection, [this, id, query = *query](ClientConnection *still, const Result<void> &done) {
            if (!done) {
                reply(still, id, done.error());
                return;
            }
            using Entries = std::vector<AuditEntry>;
            m_store.findAudit(
                query, whileHere<Entries>(still, [this, id](ClientConnection *here, const Result<Entries> &found) {
                    reply(here, id, found ? Result<Json>(Json{{"entries", toJson(*found)}}) : found.error());
                }));
        }));
}

void Hub::score(ClientConnection *connection, std::int64_t id, const Request &request)
{
    const auto query = fromJson<ScoreQuery>(request.params, UnknownFields::Refuse);
    if (!query || query->days < 1 || query->days > kScoreDaysMax) {
        reply(connection, id,
              query ? Error{ErrorCode::InvalidParams,
                            "days must be from 1 to " + std::to_string(kScoreDaysMax),
                            {{"field", "days"}}}
                    : query.error());
        return;
    }
    using Days = std::vector<ScoreRecord>;
    m_store.findScores(
        query->days,
        whileHere<Days>(connection, [this, id, query = *query](ClientConnection *still, const Result<Days> &found) {
            if (!found) {
                reply(still, id, found.error());
                return;
            }
            Days days = *found;
            const std::string &today = m_host.state().businessDay();
            if (m_host.state().isOpen()) { // as far as it has come; one that was reopened goes on
                std::erase_if(days, [&](const ScoreRecord &day) { return day.businessDay == today; });
                days.insert(days.begin(), {today, m_foresight.score(today)});
                days.resize(std::min(days.size(), static_cast<std::size_t>(query.days)));
            }
            reply(still, id, Json{{"days", toJson(days)}, {"isOpen", m_host.state().isOpen()}});
        }));
}

void Hub::calls(ClientConnection *connection, std::int64_t id, const Request &request)
{
    const auto query = fromJson<CallsQuery>(request.params, UnknownFields::Refuse);
    if (!query) {
        reply(connection, id, query.error());
        return;
    }
    using Calls = std::vector<CallRecord>;
    m_store.findCalls(query->number, query->businessDay,
                      whileHere<Calls>(connection, [this, id](ClientConnection *still, const Result<Calls> &found) {
                          reply(still, id, found ? Result<Json>(Json{{"calls", toJson(*found)}}) : found.error());
                      }));
}

void Hub::checkpoint(ClientConnection *connection, std::int64_t id)
{
    Decision decision;
    decision.audit.push_back(auditEntry("checkpointMade", {}));
    m_host.record(std::move(decision), m_gate.doer(client(connection).caller),
                  whileHere<void>(connection, [this, id](ClientConnection *still, const Result<void> &done) {
                      if (!done) {
                          reply(still, id, done.error());
                          return;
                      }
                      m_store.findEnds(whileHere<ChainEnds>(
                          still, [this, id](ClientConnection *here, const Result<ChainEnds> &ends) {
                              const auto line = ends ? checkpointLine(m_directory, *ends, SystemClock().nowMs())
                                                     : Result<std::string>(ends.error());
                              reply(here, id, line ? Result<Json>(Json{{"line", *line}}) : line.error());
                          }));
                  }));
}

void Hub::setClock(ClientConnection *connection, std::int64_t id, const Request &request)
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
    m_host.clockMoved();
    logLine(LogLevel::Info, "clock set", {{"timeMs", wanted->timeMs}, {"rate", wanted->rate}});
    reply(connection, id, Json::object());
    beat(); // everybody's clocks follow at once
}

} // namespace tiepdon
