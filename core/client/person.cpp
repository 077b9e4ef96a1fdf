// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/person.h"

#include <algorithm>

namespace tiepdon {
namespace {

const QString kSecret = QStringLiteral("session");
// Before the token in the secret kept: the person locked it, and the hub may not know yet.
constexpr char kLockedMark = '!';

void wipe(std::string &text)
{
    std::fill(text.begin(), text.end(), '\0');
    text.clear();
}

/// The parameters of a message with passwords, whose own copies are wiped. The connection wipes what it sent.
template <class Message>
Json paramsOf(Message &message, std::initializer_list<std::string *> passwords)
{
    Json params = toJson(message);
    for (std::string *password : passwords)
        wipe(*password);
    return params;
}

void wipe(Json &params)
{
    for (Json &value : params) {
        if (value.is_string())
            wipe(value.get_ref<std::string &>());
    }
}

} // namespace

Person::Person(Ask ask, SecretStore *secrets, bool isNeeded, QObject *parent)
    : QObject(parent), m_ask(std::move(ask)), m_secrets(secrets), m_isNeeded(isNeeded)
{
}

BranchLink::Access Person::access() const
{
    if (!m_isNeeded)
        return BranchLink::Access::NotNeeded;
    if (!m_info.staff.isSet())
        return BranchLink::Access::SignedOut;
    if (m_info.isLocked)
        return BranchLink::Access::Locked;
    return m_info.mustChangePassword ? BranchLink::Access::PasswordChange : BranchLink::Access::SignedIn;
}

void Person::load()
{
    if (!m_secrets || !m_token.empty() || m_isLoading)
        return;
    m_isLoading = true;
    m_secrets->read(kSecret, this, [this](const Result<std::optional<QByteArray>> &kept) {
        m_isLoading = false;
        // what cannot be read is no session: the person signs in once more
        if (kept && *kept && m_token.empty()) {
            m_token = (*kept)->toStdString();
            m_isLockToTell = m_token.starts_with(kLockedMark);
            if (m_isLockToTell)
                m_token.erase(0, 1);
        }
        if (m_isGreeted && m_isNeeded)
            resume();
    });
}

void Person::onWelcome(DeviceKind kind)
{
    m_isGreeted = true;
    const BranchLink::Access before = access();
    m_isNeeded = kind == DeviceKind::Workplace;
    if (access() != before)
        Q_EMIT accessChanged();
    if (!m_isNeeded)
        Q_EMIT resumed();
    else if (!m_isLoading)
        resume();
}

void Person::onEnded() { m_isGreeted = false; }

void Person::resume()
{
    if (!m_tokenToEnd.empty()) {
        m_ask(ResumeSession::kMethod, toJson(ResumeSession{m_tokenToEnd}), {});
        tellSignOut();
    }
    if (m_token.empty()) {
        Q_EMIT nobody();
        return;
    }
    m_ask(ResumeSession::kMethod, toJson(ResumeSession{m_token}),
          [this, asked = m_token](const Result<Json> &result) {
              if (asked != m_token) // signed out or in meanwhile
                  return;
              auto info = result ? fromJson<SessionInfo>(*result, UnknownFields::Ignore)
                                 : Result<SessionInfo>(result.error());
              if (info)
                  take(std::move(*info));
              else if (info.error().code == ErrorCode::SessionEnded)
                  end({ErrorCode::SessionEnded, "the session has ended", info.error().detail});
              else if (info.error().code != ErrorCode::Offline)
                  Q_EMIT stuck(info.error());
          });
    if (m_isLockToTell)
        tellLock();
}

void Person::tellLock()
{
    m_ask(kLockMethod, Json::object(), [this, asked = m_token](const Result<Json> &result) {
        if (!result || asked != m_token || !m_isLockToTell)
            return;
        m_isLockToTell = false;
        remember();
    });
}

/// Told again after the next welcome when the answer gets lost.
void Person::tellSignOut()
{
    m_ask(kSignOutMethod, Json::object(), [this](const Result<Json> &result) {
        if (result || result.error().code != ErrorCode::Offline)
            wipe(m_tokenToEnd);
    });
}

void Person::take(SessionInfo info)
{
    info.token.reset();
    info.isLocked = info.isLocked || m_isLockToTell;
    const bool isChanged = info != m_info;
    m_info = std::move(info);
    if (!m_info.isLocked)
        m_why = {};
    if (isChanged)
        Q_EMIT accessChanged();
    Q_EMIT resumed();
}

void Person::end(const Error &why)
{
    m_why = why;
    m_isLockToTell = false;
    m_info = {};
    wipe(m_token);
    forget();
    Q_EMIT nobody();
    Q_EMIT accessChanged();
}

void Person::remember()
{
    if (!m_secrets || m_token.empty())
        return;
    QByteArray secret = QByteArray::fromStdString(m_token);
    if (m_isLockToTell)
        secret.prepend(kLockedMark);
    m_secrets->write(kSecret, secret, this, {}); // without it a restart asks for the password once more
}

void Person::forget()
{
    if (m_secrets)
        m_secrets->remove(kSecret, this, {});
}

void Person::onNote(const SessionNote &note)
{
    if (!m_info.staff.isSet())
        return;
    const std::map<std::string, std::string> detail{{"reason", note.reason}};
    if (note.isEnded) {
        end({ErrorCode::SessionEnded, "the hub ended the session: " + note.reason, detail});
    } else if (note.isLocked && !m_info.isLocked) {
        m_why = {ErrorCode::SessionLocked, "the hub locked the session: " + note.reason, detail};
        m_info.isLocked = true;
        Q_EMIT accessChanged();
    }
}

void Person::signIn(const QString &account, const QString &password, BranchLink::SessionDone done)
{
    SignIn message{account.toStdString(), password.toStdString()};
    Json params = paramsOf(message, {&message.password});
    m_ask(SignIn::kMethod, params, [this, done = std::move(done)](const Result<Json> &result) {
        auto info
            = result ? fromJson<SessionInfo>(*result, UnknownFields::Ignore) : Result<SessionInfo>(result.error());
        if (info && !info->token)
            info = Error{ErrorCode::Internal, "the hub gave no token", {}};
        if (!info) {
            done(info.error());
            return;
        }
        m_token = *info->token;
        m_isLockToTell = false;
        remember();
        take(std::move(*info));
        done(m_info);
    });
    wipe(params);
}

void Person::unlock(const QString &password, BranchLink::SessionDone done)
{
    Unlock message{password.toStdString()};
    Json params = paramsOf(message, {&message.password});
    m_ask(Unlock::kMethod, params,
          [this, done = std::move(done)](const Result<Json> &result) { onInfo(result, done); });
    wipe(params);
}

void Person::changePassword(const QString &password, const QString &newPassword, BranchLink::SessionDone done)
{
    ChangePassword message{password.toStdString(), newPassword.toStdString()};
    Json params = paramsOf(message, {&message.password, &message.newPassword});
    m_ask(ChangePassword::kMethod, params,
          [this, done = std::move(done)](const Result<Json> &result) { onInfo(result, done); });
    wipe(params);
}

void Person::onInfo(const Result<Json> &result, const BranchLink::SessionDone &done)
{
    auto info
        = result ? fromJson<SessionInfo>(*result, UnknownFields::Ignore) : Result<SessionInfo>(result.error());
    if (!info) {
        const ErrorCode code = info.error().code;
        if (m_info.staff.isSet() && (code == ErrorCode::SessionEnded || code == ErrorCode::SignInNeeded))
            end({ErrorCode::SessionEnded, info.error().message, info.error().detail});
        done(info.error());
        return;
    }
    if (!m_info.staff.isSet()) { // signed out while it was asked
        done(Error{ErrorCode::SessionEnded, "signed out meanwhile", {}});
        return;
    }
    if (std::exchange(m_isLockToTell, false))
        remember();
    take(std::move(*info));
    done(m_info);
}

void Person::lock()
{
    if (!m_info.staff.isSet() || m_info.isLocked)
        return;
    m_info.isLocked = true;
    m_isLockToTell = true;
    m_why = {};
    remember(); // as locked: a restart must not open it
    if (m_isGreeted)
        tellLock();
    Q_EMIT accessChanged();
}

void Person::signOut()
{
    if (!m_info.staff.isSet() && m_token.empty())
        return;
    m_tokenToEnd = m_token;
    if (m_isGreeted)
        tellSignOut();
    end({});
}

} // namespace tiepdon
