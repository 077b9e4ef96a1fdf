// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/permission.h"
#include "core/access/throttle.h"
#include "core/hub/branchhost.h"
#include "core/hub/passwordhasher.h"
#include "core/wire/accessmessage.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

namespace tiepdon {

/// How people come in.
struct GateConfig {
    qint64 sessionIdleMs = 15 * kMinuteMs; ///< without anything done there: then the password is wanted again
    qint64 sessionMaxMs = 12 * kHourMs; ///< from sign-in to the end, whatever is done
    int passwordCharactersMin = 12;
    PasswordHasher::Cost passwordCost; ///< a test's is less; no file sets it
};

/// Who a request comes from: the device that showed its certificate, and the person signed in on it, if any.
struct Caller {
    DeviceId device;
    std::string session; ///< hash of its token; empty: nobody
};

/// Lets devices and people in, and says what they may do. Decides on the access state of the branch host, has its
/// changes committed there, and keeps what no disk needs to hold: wrong passwords counted, and when somebody last
/// did something. Hub's main thread.
class Gate : public QObject
{
    Q_OBJECT

public:
    template <class T>
    using Answer = std::function<void(const Result<T> &)>;
    struct SignedIn {
        SessionInfo info;
        std::string session; ///< the hash, for the caller from now on
    };

    /// `host` outlives it.
    Gate(BranchHost &host, GateConfig config, QObject *parent = nullptr);

    // ---- devices ----

    /// The device that has this certificate. DeviceUnknown, DeviceRevoked.
    [[nodiscard]] Result<Device> deviceOf(const std::string &fingerprint) const;
    /// Takes a device in with a one-time secret. EnrolmentUnknown, EnrolmentUsed, EnrolmentExpired, DeviceRevoked
    /// (a revoked device needs a new key), InvalidRequest (it is enrolled already), InvalidParams.
    void enrol(const std::string &fingerprint, const Enrol &request, Answer<Enrolled> answer);
    /// Prepares a code for a program on this machine, good for a minute. Busy when many are open already.
    void prepareLocal(const std::string &secretHash, const std::string &name, DeviceKind kind,
                      const std::string &detail, std::function<void(const Result<void> &)> done);

    // ---- people ----

    void signIn(const Caller &caller, const SignIn &request, Answer<SignedIn> answer);
    void unlock(const Caller &caller, const Unlock &request, Answer<SessionInfo> answer);
    void changePassword(const Caller &caller, const ChangePassword &request, Answer<SessionInfo> answer);
    /// A session of this device by its token. SessionEnded.
    [[nodiscard]] Result<SignedIn> resume(DeviceId device, const ResumeSession &request);
    void lock(const Caller &caller, const std::string &reason);
    void signOut(const Caller &caller);
    /// Somebody did something there.
    void touch(const Caller &caller);

    /// Leaves a refusal in the audit, unless the device (0: all strangers together) has left many just now; those
    /// are counted in the next one, so that nobody fills the disk by being refused.
    void noteRefusal(const Caller &caller, AuditEntry entry);

    // ---- rights ----

    /// 0: nobody.
    [[nodiscard]] StaffId staffOf(const Caller &caller) const;
    [[nodiscard]] Doer doer(const Caller &caller) const { return {staffOf(caller), caller.device}; }
    /// What the caller is here for, as far as the hub knows now: the device's roles, or those of who is signed in.
    [[nodiscard]] std::vector<Role> roles(const Caller &caller) const;
    /// How far this caller may go with a method. SignInNeeded, SessionLocked, PasswordChangeNeeded, NotAllowed
    /// (detail "method").
    [[nodiscard]] Result<Reach> reach(const Caller &caller, std::string_view method) const;
    /// Carries out a change of devices or staff, whose method was found allowed.
    void execute(const OperationId &id, const AccessCommand &command, const Caller &caller,
                 BranchHost::Answer answer);
    /// What a client is told of its session. The session must be there.
    [[nodiscard]] SessionInfo infoOf(const std::string &session) const;
    [[nodiscard]] bool isLocked(const std::string &session) const;

    [[nodiscard]] const GateConfig &config() const { return m_config; }

Q_SIGNALS:
    /// A session is locked; the hub's own doing, or its client's.
    void sessionLocked(const std::string &session, const std::string &reason);

private:
    using Checked = std::function<void(const Result<void> &)>;
    /// How many refusals of one device may still be noted.
    struct AuditBudget {
        double left = 10;
        qint64 atMs = 0;
        std::int64_t unnoted = 0;
    };

    /// Whether this is the password of an account, guessing slowed. `accountText` is what the tries are counted by.
    /// SignInRefused, SignInDelayed, Busy.
    void check(DeviceId device, const std::string &accountText, const Account *account, const std::string &password,
               Checked done);
    void openSession(const Caller &caller, StaffId staff, const Answer<SignedIn> &answer);
    void setPassword(const Caller &caller, StaffId staff, std::string hash, const Answer<SessionInfo> &answer);
    [[nodiscard]] const Session *sessionOf(const Caller &caller) const;
    [[nodiscard]] const Account *accountOf(const Caller &caller) const;
    [[nodiscard]] TimeMs steadyMs() const { return m_steady.elapsed(); }
    void look();

    BranchHost &m_host;
    GateConfig m_config;
    PasswordHasher m_hasher;
    SignInThrottle m_throttle;
    std::set<DeviceId> m_checking; ///< a password from there is being hashed
    std::map<DeviceId, AuditBudget> m_budgets;
    std::unordered_map<std::string, qint64> m_active; ///< by session: steady ms of the last thing done
    std::set<std::string> m_lockedInMemory; ///< the disk did not take the lock; it holds all the same
    QElapsedTimer m_steady;
    QTimer m_look;
};

} // namespace tiepdon
