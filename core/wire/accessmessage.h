// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/records.h"
#include "core/wire/json.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Messages about devices and people. PROTOCOL.md says who may send which when.

namespace tiepdon {

/// First message of a device that is not enrolled yet, over a connection on which it shows its certificate.
/// Refused with EnrolmentUnknown, EnrolmentUsed, EnrolmentExpired.
struct Enrol {
    static constexpr std::string_view kMethod = "enrol";
    std::string secret; ///< of the code, as base32 text
    std::string app;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("secret", self.secret);
        visit("app", self.app);
    }
};

/// The answer: what it is from now on.
struct Enrolled {
    DeviceId device;
    std::string name;
    DeviceKind kind = DeviceKind::Workplace;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("device", self.device);
        visit("name", self.name);
        visit("kind", self.kind);
    }
};

/// Refused with SignInRefused (which of the two was wrong is not said), SignInDelayed (detail "waitMs"),
/// AccountDisabled (only after the right password), Busy.
struct SignIn {
    static constexpr std::string_view kMethod = "signIn";
    std::string account;
    std::string password;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("account", self.account);
        visit("password", self.password);
    }
};

/// Goes on with a session after a lost connection. Refused with SessionEnded, whatever the reason.
struct ResumeSession {
    static constexpr std::string_view kMethod = "resumeSession";
    std::string token;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("token", self.token);
    }
};

/// Who is signed in: answers signIn, resumeSession, unlock and changePassword.
struct SessionInfo {
    std::optional<std::string> token; ///< with signIn alone; the client keeps it as a secret
    StaffId staff;
    std::string account;
    std::string name;
    std::vector<Role> roles;
    bool mustChangePassword = false; ///< then nothing but changePassword and signOut is taken
    bool isLocked = false; ///< then nothing but unlock and signOut is taken
    TimeMs expiresMs = 0; ///< by the system's clock

    friend bool operator==(const SessionInfo &, const SessionInfo &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("token", self.token);
        visit("staff", self.staff);
        visit("account", self.account);
        visit("name", self.name);
        visit("roles", self.roles);
        visit("mustChangePassword", self.mustChangePassword);
        visit("isLocked", self.isLocked);
        visit("expiresMs", self.expiresMs);
    }
};

inline constexpr std::string_view kLockMethod = "lock"; ///< no params; result {}
inline constexpr std::string_view kSignOutMethod = "signOut"; ///< no params; result {}

/// Refused as signIn is.
struct Unlock {
    static constexpr std::string_view kMethod = "unlock";
    std::string password;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("password", self.password);
    }
};

/// One's own. Refused as signIn is, and with PasswordTooWeak (detail "reason": tooShort with "min", tooLong,
/// common, likeAccount, sameAsBefore). Ends the person's other sessions.
struct ChangePassword {
    static constexpr std::string_view kMethod = "changePassword";
    std::string password;
    std::string newPassword;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("password", self.password);
        visit("newPassword", self.newPassword);
    }
};

/// Hub to client, when it was not the client that asked: the session is locked, or has ended.
struct SessionNote {
    static constexpr std::string_view kMethod = "session";
    bool isLocked = false;
    bool isEnded = false;
    std::string reason; ///< "idle", "expired", "disabled", "signedOutElsewhere", "passwordChanged"
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("isLocked", self.isLocked);
        visit("isEnded", self.isEnded);
        visit("reason", self.reason);
    }
};

// ---- changes an administrator makes; sent with an operation id, like commands ----

namespace accesscommand {

/// Gives somebody a way to sign in. With `staff` 0 the person is new: tellers, greeters and supervisors also
/// join the branch's staff list. The password is for one use: it must be changed.
/// InvalidParams, AccountTaken, PasswordTooWeak, UnknownStaff. Result: {"staff": id}.
struct AddStaff {
    static constexpr std::string_view kMethod = "addStaff";
    StaffId staff;
    std::string account; ///< 2–40 of a–z, 0–9, dot, hyphen, underscore; upper case is folded
    std::string name;
    std::vector<Role> roles;
    std::string password;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("staff", self.staff);
        visit("account", self.account);
        visit("name", self.name);
        visit("roles", self.roles);
        visit("password", self.password);
    }
};

/// UnknownStaff, LastAdministrator. Takes effect at once, also for who is signed in.
struct SetRoles {
    static constexpr std::string_view kMethod = "setRoles";
    StaffId staff;
    std::vector<Role> roles;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("staff", self.staff);
        visit("roles", self.roles);
    }
};

/// A new one-time password for somebody; ends their sessions.
struct SetPassword {
    static constexpr std::string_view kMethod = "setPassword";
    StaffId staff;
    std::string password;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("staff", self.staff);
        visit("password", self.password);
    }
};

/// Ends their sessions everywhere. LastAdministrator.
struct DisableStaff {
    static constexpr std::string_view kMethod = "disableStaff";
    StaffId staff;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("staff", self.staff);
    }
};

struct EnableStaff {
    static constexpr std::string_view kMethod = "enableStaff";
    StaffId staff;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("staff", self.staff);
    }
};

/// Forgets the wrong passwords counted for somebody, on every device.
struct UnlockStaff {
    static constexpr std::string_view kMethod = "unlockStaff";
    StaffId staff;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("staff", self.staff);
    }
};

/// Prepares for one device to come. The client makes the secret and keeps it out of the message.
struct AddEnrolment {
    static constexpr std::string_view kMethod = "addEnrolment";
    std::string secretHash;
    std::string name;
    DeviceKind kind = DeviceKind::Workplace;
    std::int64_t minutes = 15; ///< how long the code is good, 1 to 1440
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("secretHash", self.secretHash);
        visit("name", self.name);
        visit("kind", self.kind);
        visit("minutes", self.minutes);
    }
};

struct RenameDevice {
    static constexpr std::string_view kMethod = "renameDevice";
    DeviceId device;
    std::string name;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("device", self.device);
        visit("name", self.name);
    }
};

/// For ever; its connections end. Enrol it anew to have it back.
struct RevokeDevice {
    static constexpr std::string_view kMethod = "revokeDevice";
    DeviceId device;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("device", self.device);
    }
};

} // namespace accesscommand

using AccessCommand
    = std::variant<accesscommand::AddStaff, accesscommand::SetRoles, accesscommand::SetPassword,
                   accesscommand::DisableStaff, accesscommand::EnableStaff, accesscommand::UnlockStaff,
                   accesscommand::AddEnrolment, accesscommand::RenameDevice, accesscommand::RevokeDevice>;

// ---- questions ----

inline constexpr std::string_view kStaffListMethod = "staffList"; ///< no params; {"staff": [StaffRow]}
inline constexpr std::string_view kDeviceListMethod = "deviceList"; ///< no params; {"devices": [DeviceRow]}
inline constexpr std::string_view kCheckpointMethod = "checkpoint"; ///< no params; {"line": text}

/// An account as a list shows it.
struct StaffRow {
    StaffId staff;
    std::string account;
    std::string name;
    std::vector<Role> roles;
    bool mustChangePassword = false;
    bool isDisabled = false;
    std::int64_t sessions = 0; ///< open now
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("staff", self.staff);
        visit("account", self.account);
        visit("name", self.name);
        visit("roles", self.roles);
        visit("mustChangePassword", self.mustChangePassword);
        visit("isDisabled", self.isDisabled);
        visit("sessions", self.sessions);
    }
};

struct DeviceRow {
    Device device;
    bool isConnected = false;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("device", self.device);
        visit("isConnected", self.isConnected);
    }
};

/// Reads the audit, newest first. Fields left out do not filter. Result: {"entries": [AuditEntry]}.
struct AuditQuery {
    static constexpr std::string_view kMethod = "audit";
    std::optional<TimeMs> fromMs;
    std::optional<TimeMs> toMs; ///< before this time
    std::optional<StaffId> actor;
    std::optional<DeviceId> device;
    std::optional<std::string> action;
    std::optional<bool> isRefused; ///< only refusals, or only what was done
    std::optional<std::int64_t> beforeSeq; ///< to go on behind an earlier answer
    std::int64_t limit = 100; ///< 1 to 1000
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("fromMs", self.fromMs);
        visit("toMs", self.toMs);
        visit("actor", self.actor);
        visit("device", self.device);
        visit("action", self.action);
        visit("isRefused", self.isRefused);
        visit("beforeSeq", self.beforeSeq);
        visit("limit", self.limit);
    }
};

} // namespace tiepdon
