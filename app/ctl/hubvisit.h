// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/terminal.h"
#include "core/client/deviceaccess.h"
#include "core/client/hubclient.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <optional>

namespace tiepdon {

class Context;

/// One call's way to the hub: its enrolment, a connection, and somebody signed in — by the session remembered, by
/// --account and --password-file, or by asking at the terminal. Main thread, as long as the call.
class HubVisit : public QObject
{
    Q_OBJECT

public:
    enum class Until {
        Answered, ///< the hub answers, whoever is signed in
        Session, ///< somebody is signed in, perhaps with a one-time password
        Live, ///< and the branch's state is there
        Device, ///< the hub answers a sensor, where nobody signs in
    };

    HubVisit(const Context &context, Until until, QObject *parent = nullptr);
    ~HubVisit() override;

    void start();

    /// Once `ready`.
    [[nodiscard]] HubClient &hub() { return *m_hub; }
    [[nodiscard]] DeviceAccess &device() { return m_device; }
    [[nodiscard]] Terminal &terminal() { return m_terminal; }
    /// The password the person gave on the way, if one was asked for or given.
    [[nodiscard]] const std::optional<QString> &password() const { return m_password; }

    /// Calls `next` when every secret kept or removed so far is.
    void afterSecrets(const std::function<void()> &next);

Q_SIGNALS:
    void ready();
    /// NotEnrolled, SecretsLocked, SignInNeeded, PasswordChangeNeeded, SessionLocked, Offline …
    void failed(const tiepdon::Error &error);

private:
    void onDevice();
    void connectHub();
    void onHub();
    void signIn();
    void unlock();
    void askPassword(const QString &prompt, const std::function<void()> &next);
    void onSession(const Result<SessionInfo> &session);
    void succeed();
    void fail(Error error);
    [[nodiscard]] Error notEnrolled() const;
    [[nodiscard]] bool isOtherPerson() const;

    Until m_until;
    QString m_account; ///< given with --account; empty: whoever is remembered
    Result<std::optional<QString>> m_given; ///< with --password-file
    QString m_dataDirectory;
    DeviceAccess m_device;
    std::unique_ptr<HubClient> m_hub;
    Terminal m_terminal;
    QTimer m_limit;
    std::optional<QString> m_password;
    bool m_isAsking = false; ///< a person, or the hub about a person
    bool m_isDone = false;
};

/// The enrolment of this program, as the command line names it.
DevicePlace devicePlace(const Context &context);
/// Why there is no enrolment and how to get one: NotEnrolled (detail "reason": "notAllowed" when the hub on this
/// machine does not let this user in), Offline for a hub of this machine that does not run, or `problem`.
Error notEnrolledError(const Error &problem, const QString &dataDirectory);

} // namespace tiepdon
