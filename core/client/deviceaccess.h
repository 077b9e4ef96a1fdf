// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/role.h"
#include "core/client/hubclient.h"
#include "core/client/secretstore.h"

#include <QObject>
#include <QString>

#include <memory>

namespace tiepdon {

/// Where a program looks for what it knows of its hub.
struct DevicePlace {
    QString folder; ///< its enrolment; made when needed, for its owner alone
    QString dataDirectory; ///< of a hub that may run on this machine; enrols by itself there

    /// `device` and `data` are what was asked for on the command line, either may be empty. The folder: `device`,
    /// else $TIEPDON_DEVICE, else devices/APP in a data directory that was named (`data` or $TIEPDON_DATA), else
    /// tiepdon/APP in the user's configuration folder.
    static DevicePlace of(const QString &app, const QString &device, const QString &data);
};

/// A program's enrolment at its hub: loads it, or gets it with a one-time code, or by itself where the hub runs on
/// this machine and lets this user in. The device's key never leaves this machine. Lives on one thread.
class DeviceAccess : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Looking, ///< at what is kept, and whether a hub on this machine lets us in
        NotEnrolled, ///< a code is wanted; `problem` is what went wrong last, if anything
        Enrolling,
        Enrolled,
        SecretsLocked, ///< the enrolment is there and its key is not to be had; see `problem`; `start` tries again
    };
    Q_ENUM(State)

    DeviceAccess(DevicePlace place, QString app, DeviceKind kind, QObject *parent = nullptr);
    ~DeviceAccess() override;

    /// Begins; also to try again, or after the enrolment was found to be revoked (`forget` first).
    void start();
    /// Enrols with a code as a person typed, pasted or scanned it. CodeDamaged, VersionMismatch, Offline,
    /// TrustFailed (the hub at that address is another one; nothing was sent), EnrolmentUnknown, EnrolmentUsed,
    /// EnrolmentExpired.
    void enrol(const QString &code);
    /// Throws the enrolment away, key included.
    void forget();

    [[nodiscard]] State state() const;
    /// Empty message: none.
    [[nodiscard]] Error problem() const;
    /// Valid when enrolled: where the hub is, whom to trust, and what to show it.
    [[nodiscard]] HubAddress address() const;
    [[nodiscard]] QString deviceName() const;
    [[nodiscard]] SecretStore &secrets() const;

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tiepdon
