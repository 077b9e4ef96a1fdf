// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/fixedlink.h"

#include "core/client/outbox.h"
#include "core/access/password.h"

#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace tiepdon {
namespace {

/// Wrong passwords that cost nothing; each further one doubles the wait.
constexpr int kFreeGuesses = 3;
constexpr TimeMs kFirstWaitMs = 2 * kSecondMs;
constexpr int kDoublingsMax = 8;
constexpr TimeMs kSessionMs = 12 * kHourMs;

} // namespace

FixedLink::FixedLink(TimeMs nowMs, QObject *parent) : BranchLink(parent), m_nowMs(nowMs), m_asOfMs(nowMs) { }

BranchLink::Status FixedLink::status() const
{
    if (isListening() || m_status == Status::Refused)
        return m_status;
    return m_status == Status::Live ? Status::SignedOut : Status::Connecting;
}

const BranchState &FixedLink::branch() const
{
    static const BranchState kNothing;
    return isListening() ? m_branch : kNothing;
}

void FixedLink::later(std::function<void()> what)
{
    if (m_isHeld)
        m_held.push_back(std::move(what));
    else
        QMetaObject::invokeMethod(this, std::move(what), Qt::QueuedConnection);
}

void FixedLink::send(const Command &command, QObject *context, Done done)
{
    m_sent.push_back(command);
    Held held{command, context, std::move(done)};
    if (isAboutTicketInHand(command) && (m_status == Status::Stale || !m_kept.empty())) {
        m_kept.push_back(std::move(held));
        Q_EMIT keptChanged();
        return;
    }
    later([this, held = std::move(held)] { answer(held); });
}

void FixedLink::answer(const Held &held)
{
    const bool mayAct = m_access == Access::NotNeeded || m_access == Access::SignedIn;
    Result<CommandReply> reply = m_status != Status::Live ? Error{ErrorCode::Offline, "not live", {}}
        : !mayAct   ? Error{ErrorCode::SignInNeeded, "nobody is signed in", {}}
        : m_refusal ? *std::exchange(m_refusal, std::nullopt)
                    : runFilledIn(held.command);
    if (held.context)
        held.done(reply);
}

Result<CommandReply> FixedLink::runFilledIn(const Command &command)
{
    const Result<Command> filled = m_fillIn ? m_fillIn(command) : command;
    if (!filled)
        return filled.error();
    m_isOwn = true;
    const Result<CommandReply> reply = run(*filled);
    m_isOwn = false;
    return reply;
}

void FixedLink::askJson(const std::string &method, const Json &params, QObject *context, JsonDone done)
{
    later([this, method, params, context = QPointer<QObject>(context), done = std::move(done)] {
        const bool mayAct = m_access == Access::NotNeeded || m_access == Access::SignedIn;
        const Result<Json> answer = m_status != Status::Live ? Error{ErrorCode::Offline, "not live", {}}
            : !mayAct        ? Error{ErrorCode::SignInNeeded, "nobody is signed in", {}}
            : m_askedRefusal ? *std::exchange(m_askedRefusal, std::nullopt)
                             : answered(method, params);
        if (context)
            done(answer);
    });
}

Result<Json> FixedLink::moveCounters(const Json &params)
{
    const auto wanted = fromJson<MoveCounters>(params, UnknownFields::Refuse);
    if (!wanted)
        return wanted.error();
    m_moved.push_back(*wanted);
    if (m_refusal)
        return *std::exchange(m_refusal, std::nullopt);
    const auto events = decideMoves(m_branch, wanted->moves, wanted->leaveUnserved.has_value(), m_nowMs);
    if (!events) {
        Error refused = events.error();
        if (const auto counter = refused.detail.find("counter"); counter != refused.detail.end()) {
            const CounterChange &last = m_lastChanges[CounterId{std::stoll(counter->second)}];
            if (!last.name.empty())
                refused.detail["byName"] = last.name;
        }
        return refused;
    }
    CommandReply reply;
    m_isOwn = true;
    putAll(*events, reply);
    m_isOwn = false;
    return toJson(reply);
}

Result<Json> FixedLink::answered(const std::string &method, const Json &params)
{
    if (method == MoveCounters::kMethod)
        return moveCounters(params);
    if (method == LastCounterChange::kMethod) {
        const auto wanted = fromJson<LastCounterChange>(params, UnknownFields::Refuse);
        return wanted ? Result<Json>(toJson(m_lastChanges[wanted->counter])) : wanted.error();
    }
    Result<Json> answer = Error{ErrorCode::UnknownMethod, "nobody answers this here", {{"name", method}}};
    if (m_customers)
        answer = m_customers(method, params);
    for (const Customers &other : m_answers) {
        if (answer || answer.error().code != ErrorCode::UnknownMethod)
            break;
        answer = other(method, params);
    }
    return answer;
}

void FixedLink::changeJson(const std::string &method, const Json &params, QObject *context, JsonDone done)
{
    askJson(method, params, context, std::move(done));
}

void FixedLink::change(const CustomerCommand &command, QObject *context, ChangeDone done)
{
    const Json params = std::visit([](const auto &c) { return toJson(c); }, command);
    askJson(std::string(methodOf(command)), params, context, [done = std::move(done)](const Result<Json> &json) {
        done(json ? fromJson<CustomerReply>(*json, UnknownFields::Ignore) : Result<CustomerReply>(json.error()));
    });
}

void FixedLink::sendKept()
{
    if (m_status != Status::Live || m_kept.empty())
        return;
    const Held first = std::move(m_kept.front());
    m_kept.erase(m_kept.begin());
    answer(first);
    Q_EMIT keptChanged();
    later([this] { sendKept(); });
}

Result<CommandReply> FixedLink::run(const Command &command)
{
    const auto events = decide(m_branch, command, m_nowMs);
    if (!events)
        return events.error();
    CommandReply reply;
    putAll(*events, reply);
    return reply;
}

void FixedLink::putAll(const std::vector<Event> &events, CommandReply &reply)
{
    for (const Event &event : events) {
        const Touched touched = put(event);
        if (touched.ticket) {
            reply.ticket = touched.ticket->id;
            reply.number = touched.ticket->number;
        }
    }
    reply.seq = m_seq;
    letTimePass();
}

Touched FixedLink::put(const Event &event)
{
    ++m_seq;
    const Touched touched = apply(m_branch, event, m_nowMs);
    if (const CounterId counter = movedBy(event); counter.isSet())
        m_lastChanges[counter] = m_isOwn ? CounterChange{m_session.staff, m_session.name, m_nowMs}
                                         : CounterChange{{}, m_othersName, m_nowMs};
    const auto shown = publicEvents(m_branch, event, touched);
    for (const PublicEvent &each : shown)
        apply(m_shown, each);
    if (isListening())
        Q_EMIT branchEvent(event, m_nowMs, touched);
    for (const PublicEvent &each : shown)
        Q_EMIT publicEvent(each);
    return touched;
}

void FixedLink::letTimePass()
{
    for (auto events = passTime(m_branch, m_nowMs); !events.empty(); events = passTime(m_branch, m_nowMs)) {
        for (const Event &event : events)
            put(event);
    }
}

void FixedLink::advance(TimeMs byMs)
{
    const TimeMs endMs = m_nowMs + byMs;
    for (auto due = m_branch.nextDueMs(m_nowMs); due && *due <= endMs; due = m_branch.nextDueMs(m_nowMs)) {
        m_nowMs = std::max(m_nowMs, *due);
        letTimePass();
    }
    m_nowMs = endMs;
    if (m_status == Status::Live)
        m_asOfMs = m_nowMs;
}

void FixedLink::setStatus(Status status, Error problem)
{
    m_status = status;
    m_problem = std::move(problem);
    m_asOfMs = status == Status::Live ? m_nowMs : status == Status::Connecting ? 0 : m_asOfMs;
    Q_EMIT statusChanged();
    if (status == Status::Live && !m_kept.empty())
        later([this] { sendKept(); });
}

void FixedLink::restartHub()
{
    m_branch = BranchState(m_branch.image());
    m_shown = publicState(m_branch);
    Q_EMIT stateReplaced();
    setStatus(Status::Live);
}

void FixedLink::release()
{
    m_isHeld = false;
    for (const auto &what : std::exchange(m_held, {}))
        what();
}

// ---- people ----

void FixedLink::setAccounts(std::vector<FixedAccount> accounts)
{
    m_accounts = std::move(accounts);
    if (m_access == Access::NotNeeded)
        setAccess(Access::SignedOut);
}

FixedAccount *FixedLink::accountOf(const QString &account)
{
    const QString clean = account.trimmed().toLower();
    const auto it = std::find_if(m_accounts.begin(), m_accounts.end(),
                                 [&](const FixedAccount &each) { return each.account == clean; });
    return it == m_accounts.end() ? nullptr : &*it;
}

Result<SessionInfo> FixedLink::checked(const QString &account, const QString &password)
{
    if (m_status != Status::Live)
        return Error{ErrorCode::Offline, "not live", {}};
    Guesses &guesses = m_guesses[account.trimmed().toLower()];
    if (guesses.untilMs > m_nowMs)
        return Error{ErrorCode::SignInDelayed,
                     "too many wrong passwords",
                     {{"waitMs", std::to_string(guesses.untilMs - m_nowMs)}}};
    const FixedAccount *who = accountOf(account);
    if (!who || who->password != password) {
        if (++guesses.wrong >= kFreeGuesses)
            guesses.untilMs = m_nowMs + (kFirstWaitMs << std::min(guesses.wrong - kFreeGuesses, kDoublingsMax));
        return Error{ErrorCode::SignInRefused, "account or password is wrong", {}};
    }
    guesses = {};
    if (who->isDisabled)
        return Error{ErrorCode::AccountDisabled, "the account is disabled", {}};
    SessionInfo info;
    info.staff = who->staff;
    info.account = who->account.toStdString();
    info.name = who->name.toStdString();
    info.roles = who->roles;
    info.mustChangePassword = who->mustChangePassword;
    info.expiresMs = m_nowMs + kSessionMs;
    return info;
}

void FixedLink::begin(const FixedAccount &account)
{
    const auto info = checked(account.account, account.password);
    if (!info)
        return;
    m_session = *info;
    setAccess(account.mustChangePassword ? Access::PasswordChange : Access::SignedIn);
}

void FixedLink::enter(const QString &account)
{
    if (const FixedAccount *who = accountOf(account))
        begin(*who);
}

void FixedLink::signIn(const QString &account, const QString &password, QObject *context, SessionDone done)
{
    later([this, account, password, context = QPointer<QObject>(context), done = std::move(done)] {
        const auto info = checked(account, password);
        if (info)
            begin(*accountOf(account));
        if (context)
            done(info);
    });
}

void FixedLink::unlock(const QString &password, QObject *context, SessionDone done)
{
    later([this, password, context = QPointer<QObject>(context), done = std::move(done)] {
        const auto info = checked(QString::fromStdString(m_session.account), password);
        if (info)
            setAccess(Access::SignedIn);
        if (context)
            done(info);
    });
}

void FixedLink::changePassword(const QString &password, const QString &newPassword, QObject *context,
                               SessionDone done)
{
    later([this, password, newPassword, context = QPointer<QObject>(context), done = std::move(done)] {
        auto info = checked(QString::fromStdString(m_session.account), password);
        if (info) {
            const auto isGood = checkPassword(newPassword.toStdString(), m_session.account, m_session.name,
                                              kPasswordCharactersMin);
            if (!isGood)
                info = isGood.error();
            else if (newPassword == password)
                info = Error{ErrorCode::PasswordTooWeak, "the same again", {{"reason", "sameAsBefore"}}};
        }
        if (info) {
            FixedAccount &who = *accountOf(QString::fromStdString(m_session.account));
            who.password = newPassword;
            who.mustChangePassword = false;
            info->mustChangePassword = false;
            m_session = *info;
            setAccess(Access::SignedIn);
        }
        if (context)
            done(info);
    });
}

void FixedLink::lock()
{
    if (m_access == Access::SignedIn)
        setAccess(Access::Locked);
}

void FixedLink::signOut()
{
    if (m_access != Access::NotNeeded)
        setAccess(Access::SignedOut);
}

void FixedLink::lockFromHub(const std::string &reason)
{
    if (m_access == Access::SignedIn)
        setAccess(Access::Locked, {ErrorCode::SessionLocked, "locked by the hub", {{"reason", reason}}});
}

void FixedLink::endFromHub(const std::string &reason)
{
    setAccess(Access::SignedOut, {ErrorCode::SessionEnded, "ended by the hub", {{"reason", reason}}});
}

void FixedLink::setAccess(Access access, Error problem)
{
    m_access = access;
    m_problem = std::move(problem);
    m_session.isLocked = access == Access::Locked;
    if (access == Access::SignedOut)
        m_session = {};
    const bool wasListening
        = std::exchange(m_isListening, access == Access::SignedIn || (access == Access::Locked && m_isListening));
    Q_EMIT accessChanged();
    if (m_isListening == wasListening)
        return;
    Q_EMIT statusChanged();
    Q_EMIT stateReplaced();
}

} // namespace tiepdon
