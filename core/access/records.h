// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/role.h"
#include "core/base/clock.h"
#include "core/base/ids.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

// Who may come in: devices and people. Times are the system's, UTC ms, also while a day is played.

namespace tiepdon {

/// From this id on, a person is no part of the branch's staff list and cannot open a counter: administrators,
/// auditors, back office. The first administrator has it.
constexpr StaffId kFirstWithoutCounter{1'000'000};

/// A device that was enrolled. Known by the certificate it shows, which nobody else can show.
struct Device {
    DeviceId id;
    std::string name;
    DeviceKind kind = DeviceKind::Workplace;
    std::string app; ///< "tiepdon-teller"
    std::string fingerprint; ///< SHA-256 of its certificate, 64 lower-case hexadecimal digits
    TimeMs enrolledMs = 0;
    std::optional<TimeMs> revokedMs;

    friend bool operator==(const Device &, const Device &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("name", self.name);
        visit("kind", self.kind);
        visit("app", self.app);
        visit("fingerprint", self.fingerprint);
        visit("enrolledMs", self.enrolledMs);
        visit("revokedMs", self.revokedMs);
    }
};

/// A one-time code that was given out. The secret itself is kept nowhere.
struct Enrolment {
    std::string secretHash; ///< SHA-256, 64 lower-case hexadecimal digits
    std::string name; ///< the device's
    DeviceKind kind = DeviceKind::Workplace;
    StaffId madeBy; ///< 0: the hub itself, for a program on its own machine
    TimeMs madeMs = 0;
    TimeMs expiresMs = 0;
    DeviceId usedBy; ///< 0 until used

    friend bool operator==(const Enrolment &, const Enrolment &) = default;
};

/// How a person signs in and what they may do. One per person.
struct Account {
    StaffId staff;
    std::string account; ///< what is typed; lower case
    std::string name;
    std::vector<Role> roles;
    std::string passwordHash; ///< as libsodium writes it (Argon2id), with its salt and cost
    bool mustChangePassword = false;
    bool isDisabled = false;
    TimeMs passwordMs = 0; ///< when it was last set

    friend bool operator==(const Account &, const Account &) = default;
};

/// A person signed in on a device. The token itself is kept nowhere but at the client.
struct Session {
    std::string tokenHash; ///< SHA-256, 64 lower-case hexadecimal digits
    StaffId staff;
    DeviceId device;
    TimeMs startedMs = 0;
    TimeMs expiresMs = 0;
    bool isLocked = false;
    std::optional<TimeMs> endedMs;

    friend bool operator==(const Session &, const Session &) = default;
};

/// One record as it is from now on.
using AccessChange = std::variant<Device, Enrolment, Account, Session>;

/// Something that must be possible to prove later: who came in, who was refused, who changed whom. Holds ids,
/// never a name, a phone number or a secret.
struct AuditEntry {
    std::int64_t seq = 0; ///< from 1, no gaps; the store numbers them
    TimeMs atMs = 0;
    StaffId actor; ///< 0: nobody signed in, or the hub itself
    DeviceId device; ///< 0: none known
    std::string action; ///< "signedIn", "deviceRevoked" …
    std::string subject; ///< what it was done to: "staff 3", "device 7"; may be empty
    std::string outcome; ///< "done", or the name of the error it was refused with
    std::string detail; ///< further facts, "key=value" parted by blanks; may be empty

    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("seq", self.seq);
        visit("atMs", self.atMs);
        visit("actor", self.actor);
        visit("device", self.device);
        visit("action", self.action);
        visit("subject", self.subject);
        visit("outcome", self.outcome);
        visit("detail", self.detail);
    }
};

} // namespace tiepdon
