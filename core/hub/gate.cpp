// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/gate.h"

#include "core/access/password.h"
#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/hub/accessdecisions.h"
#include "core/wire/codec.h"
#include "core/wire/enrolmentcode.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <algorithm>
#include <array>

#include <sodium.h>

namespace tiepdon {
namespace {

/// Idle and expired sessions are looked for this often: "within a second".
constexpr int kLookMs = 1000;
constexpr std::size_t kTokenBytes = 32;
/// A code that came too late is told from one that never was for so long.
constexpr TimeMs kExpiredKnownMs = kDayMs;
/// Places one person may be signed in at; the oldest makes room.
constexpr std::size_t kSessionsOfOneMax = 10;
/// Codes for programs on this machine, open at one time: one per program and user in use.
constexpr std::size_t kLocalEnrolmentsMax = 20;

/// Refusals of one device noted in a row; then one a second.
constexpr double kRefusalsBurst = 10;

/// What was typed is not kept: people type their password there.
AuditEntry refusedSignIn(StaffId about, ErrorCode code)
{
    return auditEntry("signedIn", about.isSet() ? subjectOf(about) : std::string(), std::string(name(code)));
}

TimeMs systemMs() { return SystemClock().nowMs(); }

std::string hashOf(std::string_view secret)
{
    return QCryptographicHash::hash(QByteArrayView(secret.data(), static_cast<qsizetype>(secret.size())),
                                    QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

std::string newToken()
{
    std::array<char, kTokenBytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        .toStdString();
}

Error sessionEnded() { return {ErrorCode::SessionEnded, "the session has ended", {}}; }

/// Roles of a device by itself.
std::vector<Role> rolesOf(DeviceKind kind)
{
    switch (kind) {
    case DeviceKind::Kiosk:
        return {Role::Kiosk};
    case DeviceKind::Display:
        return {Role::Display};
    case DeviceKind::Sensor:
        return {Role::Sensor};
    case DeviceKind::Workplace:
        break;
    }
    return {};
}

} // namespace

Gate::Gate(BranchHost &host, GateConfig config, QObject *parent)
    : QObject(parent), m_host(host), m_config(config), m_hasher(config.passwordCost)
{
    m_steady.start();
    // a restart does not lock anybody out, and adds one idle time at most
    for (const auto &[hash, session] : host.access().sessions())
        m_active[hash] = 0;
    connect(&m_look, &QTimer::timeout, this, &Gate::look);
    m_look.start(kLookMs);
}

// ---- devices ----

Result<Device> Gate::deviceOf(const std::string &fingerprint) const
{
    const Device *device = fingerprint.empty() ? nullptr : m_host.access().deviceByFingerprint(fingerprint);
    if (!device)
        return Error{ErrorCode::DeviceUnknown, "this device is not enrolled", {}};
    if (device->revokedMs)
        return Error{ErrorCode::DeviceRevoked, "this device was shut out", {}};
    return *device;
}

void Gate::enrol(const std::string &fingerprint, const Enrol &request, Answer<Enrolled> answer)
{
    const auto refused = [&](const Error &error) {
        noteRefusal({}, auditEntry("deviceEnrolled", {}, std::string(name(error.code))));
        answer(error);
    };
    const auto app = cleanText(request.app, limits::kNameCharactersMax);
    if (!app)
        return answer(app.error());
    if (fingerprint.empty())
        return answer(Error{ErrorCode::DeviceUnknown, "the device showed no certificate", {}});
    if (const Device *known = m_host.access().deviceByFingerprint(fingerprint)) {
        if (known->revokedMs)
            return refused({ErrorCode::DeviceRevoked, "a device that was shut out needs a new key", {}});
        return answer(Error{ErrorCode::InvalidRequest, "this device is enrolled already", {}});
    }
    const Enrolment *enrolment = m_host.access().enrolmentBySecretHash(hashOf(bytesOfBase32(request.secret)));
    if (!enrolment)
        return refused({ErrorCode::EnrolmentUnknown, "there is no such code", {}});
    if (enrolment->usedBy.isSet())
        return refused({ErrorCode::EnrolmentUsed, "this code was used", {}});
    if (enrolment->expiresMs <= systemMs())
        return refused({ErrorCode::EnrolmentExpired, "this code is too old", {}});

    Device device;
    device.id = m_host.access().nextDeviceId();
    device.name = enrolment->name;
    device.kind = enrolment->kind;
    device.app = *app;
    device.fingerprint = fingerprint;
    device.enrolledMs = systemMs();
    Enrolment used = *enrolment;
    used.usedBy = device.id;
    Decision decision;
    decision.access = {device, used};
    decision.audit.push_back(
        auditEntry("deviceEnrolled", subjectOf(device.id), "done", "kind=" + std::string(nameOf(device.kind))));
    m_host.record(std::move(decision), {{}, device.id},
                  [answer = std::move(answer), device](const Result<void> &done) {
                      answer(done ? Result<Enrolled>(Enrolled{device.id, device.name, device.kind}) : done.error());
                  });
}

void Gate::prepareLocal(const std::string &secretHash, const std::string &name, DeviceKind kind,
                        const std::string &detail, std::function<void(const Result<void> &)> done)
{
    const auto &all = m_host.access().enrolments();
    const auto open = std::count_if(all.begin(), all.end(), [](const auto &each) {
        return !each.second.madeBy.isSet() && !each.second.usedBy.isSet() && each.second.expiresMs > systemMs();
    });
    if (static_cast<std::size_t>(open) >= kLocalEnrolmentsMax)
        return done(Error{ErrorCode::Busy, "many programs are being enrolled; try again in a minute", {}});
    Enrolment enrolment;
    enrolment.secretHash = secretHash;
    enrolment.name = name;
    enrolment.kind = kind;
    enrolment.madeMs = systemMs();
    enrolment.expiresMs = enrolment.madeMs + kMinuteMs;
    Decision decision;
    decision.access.push_back(std::move(enrolment));
    decision.audit.push_back(auditEntry("enrolmentAdded", {}, "done", detail));
    m_host.record(std::move(decision), {}, std::move(done));
}

// ---- people ----

void Gate::check(DeviceId device, const std::string &accountText, const Account *account,
                 const std::string &password, Checked done)
{
    const StaffId about = account ? account->staff : StaffId();
    if (const TimeMs wait = m_throttle.waitMs(accountText, device, steadyMs()); wait > 0) {
        noteRefusal({device, {}}, refusedSignIn(about, ErrorCode::SignInDelayed));
        return done(
            Error{ErrorCode::SignInDelayed, "too many wrong passwords", {{"waitMs", std::to_string(wait)}}});
    }
    if (m_checking.contains(device)) // a guesser must not try a hundred before the first is counted
        return done(Error{ErrorCode::Busy, "a password from this device is being checked", {}});
    const std::string hash = account ? account->passwordHash : m_hasher.dummyHash();
    const auto clean = cleanPassword(password);
    const auto taken = m_hasher.verify(
        hash, clean ? *clean : std::string(), this,
        [this, device, accountText, about, isReal = account != nullptr && clean.isOk(), done](bool fits) {
            m_checking.erase(device);
            if (fits && isReal) {
                m_throttle.succeeded(accountText, device);
                done({});
                return;
            }
            m_throttle.failed(accountText, device, steadyMs());
            Decision decision;
            decision.audit.push_back(refusedSignIn(about, ErrorCode::SignInRefused));
            m_host.record(std::move(decision), {{}, device}, {});
            done(Error{ErrorCode::SignInRefused, "wrong account or password", {}});
        });
    if (!taken)
        return done(taken.error());
    m_checking.insert(device);
}

void Gate::noteRefusal(const Caller &caller, AuditEntry entry)
{
    AuditBudget &budget = m_budgets[caller.device];
    budget.left = std::min(kRefusalsBurst, budget.left + static_cast<double>(steadyMs() - budget.atMs) / 1000.0);
    budget.atMs = steadyMs();
    if (budget.left < 1.0) {
        ++budget.unnoted;
        return;
    }
    budget.left -= 1.0;
    if (const std::int64_t more = std::exchange(budget.unnoted, 0); more > 0)
        entry.detail += (entry.detail.empty() ? "unnotedBefore=" : " unnotedBefore=") + std::to_string(more);
    Decision decision;
    decision.audit.push_back(std::move(entry));
    m_host.record(std::move(decision), doer(caller), {});
}

void Gate::signIn(const Caller &caller, const SignIn &request, Answer<SignedIn> answer)
{
    const auto typed = cleanAccount(request.account);
    const Account *account = typed ? m_host.access().accountNamed(*typed) : nullptr;
    const std::string counted = typed ? *typed : std::string("?");
    const StaffId staff = account ? account->staff : StaffId();
    check(caller.device, counted, account, request.password,
          [this, caller, staff, answer = std::move(answer)](const Result<void> &right) {
              if (!right)
                  return answer(right.error());
              const Account *now = m_host.access().account(staff); // may have changed meanwhile
              if (!now || now->isDisabled) {
                  noteRefusal({caller.device, {}}, refusedSignIn(staff, ErrorCode::AccountDisabled));
                  return answer(Error{ErrorCode::AccountDisabled, "the account is disabled", {}});
              }
              openSession(caller, staff, answer);
          });
}

void Gate::openSession(const Caller &caller, StaffId staff, const Answer<SignedIn> &answer)
{
    const std::string token = newToken();
    Session session;
    session.tokenHash = hashOf(token);
    session.staff = staff;
    session.device = caller.device;
    session.startedMs = systemMs();
    session.expiresMs = session.startedMs + m_config.sessionMaxMs;
    Decision decision;
    std::vector<Session> over;
    if (const Session *before = sessionOf(caller))
        over.push_back(*before);
    auto others = m_host.access().sessionsOf(staff);
    if (others.size() >= kSessionsOfOneMax) {
        over.push_back(*std::min_element(others.begin(), others.end(), [](const Session &a, const Session &b) {
            return a.startedMs < b.startedMs;
        }));
    }
    endSessions(decision, over, session.startedMs, "signedInElsewhere");
    decision.access.push_back(session);
    decision.audit.push_back(auditEntry("signedIn", subjectOf(staff)));
    m_active[session.tokenHash] = steadyMs();
    m_host.record(std::move(decision), {staff, caller.device},
                  [this, hash = session.tokenHash, token, answer](const Result<void> &done) {
                      if (!done)
                          return answer(done.error());
                      if (!m_host.access().session(hash))
                          return answer(sessionEnded()); // ended while it was written
                      SignedIn in{infoOf(hash), hash};
                      in.info.token = token;
                      answer(in);
                  });
}

void Gate::unlock(const Caller &caller, const Unlock &request, Answer<SessionInfo> answer)
{
    const Account *account = accountOf(caller);
    if (!account)
        return answer(Error{ErrorCode::SignInNeeded, "nobody is signed in", {}});
    check(caller.device, account->account, account, request.password,
          [this, caller, answer = std::move(answer)](const Result<void> &right) {
              const Session *session = sessionOf(caller);
              if (!right)
                  return answer(right.error());
              if (!session)
                  return answer(sessionEnded());
              Decision decision;
              Session open = *session;
              open.isLocked = false;
              decision.access.push_back(open);
              decision.audit.push_back(auditEntry("sessionUnlocked", subjectOf(open.staff)));
              m_host.record(std::move(decision), doer(caller), [this, caller, answer](const Result<void> &done) {
                  if (!done)
                      return answer(done.error());
                  if (!sessionOf(caller))
                      return answer(sessionEnded());
                  m_lockedInMemory.erase(caller.session);
                  touch(caller);
                  answer(infoOf(caller.session));
              });
          });
}

void Gate::changePassword(const Caller &caller, const ChangePassword &request, Answer<SessionInfo> answer)
{
    const Account *account = accountOf(caller);
    if (!account)
        return answer(Error{ErrorCode::SignInNeeded, "nobody is signed in", {}});
    if (isLocked(caller.session))
        return answer(Error{ErrorCode::SessionLocked, "the session is locked", {}});
    const auto wanted = cleanPassword(request.newPassword);
    if (!wanted)
        return answer(wanted.error());
    auto strong = checkPassword(*wanted, account->account, account->name, m_config.passwordCharactersMin);
    if (strong && request.newPassword == request.password)
        strong
            = Error{ErrorCode::PasswordTooWeak, "the password is the same as before", {{"reason", "sameAsBefore"}}};
    if (!strong)
        return answer(strong.error());
    const StaffId staff = account->staff;
    check(caller.device, account->account, account, request.password,
          [this, caller, staff, wanted = *wanted, answer = std::move(answer)](const Result<void> &right) {
              if (!right)
                  return answer(right.error());
              const auto taken = m_hasher.hash(wanted, this, [this, caller, staff, answer](std::string hash) {
                  if (hash.empty())
                      return answer(Error{ErrorCode::Busy, "no memory for a password", {}});
                  setPassword(caller, staff, std::move(hash), answer);
              });
              if (!taken)
                  answer(taken.error());
          });
}

void Gate::setPassword(const Caller &caller, StaffId staff, std::string hash, const Answer<SessionInfo> &answer)
{
    const Account *account = m_host.access().account(staff);
    if (!account || account->isDisabled || !sessionOf(caller))
        return answer(sessionEnded());
    Account changed = *account;
    changed.passwordHash = std::move(hash);
    changed.mustChangePassword = false;
    changed.passwordMs = systemMs();
    Decision decision;
    auto others = m_host.access().sessionsOf(staff);
    std::erase_if(others, [&](const Session &each) { return each.tokenHash == caller.session; });
    endSessions(decision, others, changed.passwordMs, "passwordChanged");
    decision.access.push_back(std::move(changed));
    decision.audit.push_back(auditEntry("passwordChanged", subjectOf(staff)));
    m_host.record(std::move(decision), doer(caller), [this, caller, answer](const Result<void> &done) {
        if (!done)
            return answer(done.error());
        if (!sessionOf(caller))
            return answer(sessionEnded());
        answer(infoOf(caller.session));
    });
}

Result<Gate::SignedIn> Gate::resume(DeviceId device, const ResumeSession &request)
{
    const std::string hash = hashOf(request.token);
    const Session *session = m_host.access().session(hash);
    if (!session || session->expiresMs <= systemMs())
        return sessionEnded();
    if (session->device != device) {
        // a token has left its device: whoever has it now gets nothing, and it is good for nobody any more
        Decision decision;
        endSessions(decision, {*session}, systemMs(), "tokenMoved");
        decision.audit.push_back(auditEntry("sessionResumed", subjectOf(session->staff), "SessionEnded",
                                            "of=device" + std::to_string(session->device.value)));
        m_host.record(std::move(decision), {{}, device}, {});
        return sessionEnded();
    }
    return SignedIn{infoOf(hash), hash};
}

void Gate::lock(const Caller &caller, const std::string &reason)
{
    const Session *session = sessionOf(caller);
    if (!session || isLocked(caller.session))
        return;
    Session locked = *session;
    locked.isLocked = true;
    Decision decision;
    decision.access.push_back(locked);
    decision.reason = reason;
    decision.audit.push_back(auditEntry("sessionLocked", subjectOf(locked.staff), "done", "why=" + reason));
    m_lockedInMemory.insert(caller.session);
    m_host.record(std::move(decision), doer(caller), {});
    Q_EMIT sessionLocked(caller.session, reason);
}

void Gate::signOut(const Caller &caller)
{
    const Session *session = sessionOf(caller);
    if (!session)
        return;
    Decision decision;
    const Doer who = doer(caller);
    decision.audit.push_back(auditEntry("signedOut", subjectOf(session->staff)));
    endSessions(decision, {*session}, systemMs(), "signedOut");
    m_host.record(std::move(decision), who, {});
}

void Gate::touch(const Caller &caller)
{
    if (const auto active = m_active.find(caller.session); active != m_active.end())
        active->second = steadyMs();
}

void Gate::look()
{
    const TimeMs now = systemMs();
    std::vector<Session> expired;
    std::vector<Caller> idle;
    for (const auto &[hash, session] : m_host.access().sessions()) {
        if (session.expiresMs <= now)
            expired.push_back(session);
        else if (!isLocked(hash) && steadyMs() - m_active[hash] > m_config.sessionIdleMs)
            idle.push_back({session.device, hash});
    }
    for (const Caller &caller : idle)
        lock(caller, "idle");
    for (const Session &session : expired) {
        Decision decision;
        endSessions(decision, {session}, now, "expired");
        decision.audit.push_back(auditEntry("sessionEnded", subjectOf(session.staff), "done", "why=expired"));
        m_host.record(std::move(decision), {session.staff, session.device}, {});
    }
    std::erase_if(m_active, [this](const auto &each) { return !m_host.access().session(each.first); });
    std::erase_if(m_lockedInMemory, [this](const auto &each) { return !m_host.access().session(each); });
    m_host.forgetExpired(now - kExpiredKnownMs);
}

// ---- rights ----

const Session *Gate::sessionOf(const Caller &caller) const
{
    const Session *session = caller.session.empty() ? nullptr : m_host.access().session(caller.session);
    return session && session->expiresMs > systemMs() ? session : nullptr;
}

const Account *Gate::accountOf(const Caller &caller) const
{
    const Session *session = sessionOf(caller);
    const Account *account = session ? m_host.access().account(session->staff) : nullptr;
    return account && !account->isDisabled ? account : nullptr;
}

StaffId Gate::staffOf(const Caller &caller) const
{
    const Session *session = sessionOf(caller);
    return session ? session->staff : StaffId();
}

bool Gate::isLocked(const std::string &session) const
{
    const Session *found = m_host.access().session(session);
    return (found && found->isLocked) || m_lockedInMemory.contains(session);
}

SessionInfo Gate::infoOf(const std::string &session) const
{
    SessionInfo info;
    const Session *found = m_host.access().session(session);
    const Account *account = found ? m_host.access().account(found->staff) : nullptr;
    if (!account)
        return info;
    const Staff *listed = m_host.state().staffMember(account->staff);
    info.staff = account->staff;
    info.account = account->account;
    info.name = listed ? listed->name : account->name;
    info.roles = account->roles;
    info.mustChangePassword = account->mustChangePassword;
    info.isLocked = isLocked(session);
    info.expiresMs = found->expiresMs;
    return info;
}

std::vector<Role> Gate::roles(const Caller &caller) const
{
    const Device *device = m_host.access().device(caller.device);
    std::vector<Role> roles = device ? rolesOf(device->kind) : std::vector<Role>();
    const Account *account = roles.empty() ? accountOf(caller) : nullptr;
    return account ? account->roles : roles;
}

Result<Reach> Gate::reach(const Caller &caller, std::string_view method) const
{
    const Device *device = m_host.access().device(caller.device);
    if (!device || device->revokedMs)
        return Error{ErrorCode::DeviceRevoked, "this device was shut out", {}};
    std::vector<Role> roles = rolesOf(device->kind);
    if (roles.empty()) {
        const Account *account = accountOf(caller);
        if (!account)
            return Error{ErrorCode::SignInNeeded, "nobody is signed in", {}};
        if (isLocked(caller.session))
            return Error{ErrorCode::SessionLocked, "the session is locked", {}};
        if (account->mustChangePassword)
            return Error{ErrorCode::PasswordChangeNeeded, "the one-time password must be changed first", {}};
        roles = account->roles;
    }
    const Reach reach = reachOf(method, roles);
    if (reach == Reach::None)
        return Error{ErrorCode::NotAllowed, "the table of permissions says no", {{"method", std::string(method)}}};
    return reach;
}

void Gate::execute(const OperationId &id, const AccessCommand &command, const Caller &caller,
                   BranchHost::Answer answer)
{
    const std::string body = bodyHash(methodOf(command), bodyWithoutSecrets(command));
    const auto carryOut = [this, id, body, caller, command, answer](const std::string &passwordHash) {
        m_host.execute(
            id, body, doer(caller),
            [this, caller, command, passwordHash](TimeMs now) {
                Decision decision = decideAccess(command, passwordHash,
                                                 {m_host.access(), m_host.decidedState(), now, systemMs()});
                for (AccessChange &change : decision.access) {
                    if (auto *enrolment = std::get_if<Enrolment>(&change))
                        enrolment->madeBy = staffOf(caller);
                }
                const auto *unlocked = std::get_if<accesscommand::UnlockStaff>(&command);
                if (const Account *account = unlocked ? m_host.access().account(unlocked->staff) : nullptr)
                    m_throttle.forgive(account->account);
                return decision;
            },
            answer);
    };
    const std::string_view password = passwordOf(command);
    if (password.empty() && !std::holds_alternative<accesscommand::AddStaff>(command)
        && !std::holds_alternative<accesscommand::SetPassword>(command))
        return carryOut({});
    const auto clean = cleanPassword(password);
    if (!clean)
        return answer(clean.error());
    std::string account;
    std::string name;
    if (const auto *added = std::get_if<accesscommand::AddStaff>(&command)) {
        account = added->account;
        name = added->name;
    } else if (const Account *known
               = m_host.access().account(std::get<accesscommand::SetPassword>(command).staff)) {
        account = known->account;
        name = known->name;
    }
    if (const auto strong = checkPassword(*clean, account, name, m_config.passwordCharactersMin); !strong)
        return answer(strong.error());
    const auto taken = m_hasher.hash(*clean, this, [carryOut, answer](const std::string &hash) {
        if (hash.empty())
            return answer(Error{ErrorCode::Busy, "no memory for a password", {}});
        carryOut(hash);
    });
    if (!taken)
        answer(taken.error());
}

} // namespace tiepdon
