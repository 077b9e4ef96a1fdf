// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/accessdecisions.h"

#include "core/access/password.h"
#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/wire/codec.h"

#include <algorithm>

namespace tiepdon {
namespace {

/// Codes waiting to be used; a branch of 2,000 devices sets up a room at a time.
constexpr std::size_t kEnrolmentsMax = 1000;
constexpr std::int64_t kEnrolmentMinutesMax = 24 * 60;

Error invalid(const char *field, const std::string &what)
{
    return {ErrorCode::InvalidParams, std::string(field) + " " + what, {{"field", field}}};
}

Error unknownStaff(StaffId staff)
{
    return {ErrorCode::UnknownStaff, "nobody with an account has this id", {{"id", std::to_string(staff.value)}}};
}

Error lastAdministrator() { return {ErrorCode::LastAdministrator, "nobody else could let people in or out", {}}; }

bool has(const std::vector<Role> &roles, Role role)
{
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

/// Whether one of the roles works where the branch's staff list is needed.
bool wantsStaffList(const std::vector<Role> &roles)
{
    return has(roles, Role::Teller) || has(roles, Role::Greeter) || has(roles, Role::Supervisor);
}

/// Roles of people, each once, in the table's order.
Result<std::vector<Role>> cleanRoles(const std::vector<Role> &roles)
{
    std::vector<Role> clean;
    for (std::size_t i = 0; i < kRoleCount; ++i) {
        if (has(roles, static_cast<Role>(i)))
            clean.push_back(static_cast<Role>(i));
    }
    if (has(clean, Role::Kiosk) || has(clean, Role::Display) || has(clean, Role::Sensor))
        return invalid("roles", "kiosk and display are roles of devices");
    if (clean.empty())
        return invalid("roles", "must name one at least");
    return clean;
}

Result<std::string> cleanName(const std::string &name)
{
    auto clean = cleanText(name, limits::kNameCharactersMax);
    if (clean && clean->empty())
        return invalid("name", "is empty");
    return clean;
}

class Decider
{
public:
    Decider(const std::string &passwordHash, const AccessNow &now) : m_passwordHash(passwordHash), m_now(now) { }

    Result<Decision> operator()(const accesscommand::AddStaff &c)
    {
        const auto account = cleanAccount(c.account);
        if (!account)
            return account.error();
        const auto roles = cleanRoles(c.roles);
        if (!roles)
            return roles.error();
        if (const Account *taken = m_now.access.accountNamed(*account))
            return Error{ErrorCode::AccountTaken,
                         "somebody has this account",
                         {{"account", *account}, {"id", std::to_string(taken->staff.value)}}};
        const Staff *listed = m_now.branch.staffMember(c.staff);
        if (c.staff.isSet() && !listed)
            return Error{ErrorCode::UnknownStaff,
                         "nobody on the staff list has this id",
                         {{"id", std::to_string(c.staff.value)}}};
        if (c.staff.isSet() && m_now.access.account(c.staff))
            return Error{
                ErrorCode::AccountTaken,
                "this person has an account",
                {{"account", m_now.access.account(c.staff)->account}, {"id", std::to_string(c.staff.value)}}};
        const auto name = cleanName(c.name.empty() && listed ? listed->name : c.name);
        if (!name)
            return name.error();

        Decision decision;
        StaffId staff = c.staff;
        if (!staff.isSet() && wantsStaffList(*roles)) {
            staff = nextListed();
            auto events = decide(m_now.branch, command::DefineStaff{{staff, *name}}, m_now.branchMs);
            if (!events)
                return events.error();
            decision.events = std::move(*events);
        } else if (!staff.isSet()) {
            staff = m_now.access.nextStaffWithoutCounter();
        }
        decision.access.push_back(
            Account{staff, *account, *name, *roles, m_passwordHash, true, false, m_now.systemMs});
        decision.extra["staff"] = staff.value;
        subject = subjectOf(staff);
        detail = "roles=" + listOf(*roles);
        return decision;
    }

    Result<Decision> operator()(const accesscommand::SetRoles &c)
    {
        const auto account = accountOf(c.staff);
        if (!account)
            return account.error();
        const auto roles = cleanRoles(c.roles);
        if (!roles)
            return roles.error();
        if (has(*roles, Role::Teller) && c.staff >= kFirstWithoutCounter)
            return invalid("roles", "teller is for people on the branch's staff list");
        if (!has(*roles, Role::Administrator) && m_now.access.isLastAdministrator(c.staff))
            return lastAdministrator();
        Account changed = *account;
        changed.roles = *roles;
        detail = "roles=" + listOf(*roles);
        return withSessionsEnded(std::move(changed), "rolesChanged");
    }

    Result<Decision> operator()(const accesscommand::SetPassword &c)
    {
        const auto account = accountOf(c.staff);
        if (!account)
            return account.error();
        Account changed = *account;
        changed.passwordHash = m_passwordHash;
        changed.mustChangePassword = true;
        changed.passwordMs = m_now.systemMs;
        return withSessionsEnded(std::move(changed), "passwordChanged");
    }

    Result<Decision> operator()(const accesscommand::DisableStaff &c)
    {
        const auto account = accountOf(c.staff);
        if (!account)
            return account.error();
        if (m_now.access.isLastAdministrator(c.staff))
            return lastAdministrator();
        Account changed = *account;
        changed.isDisabled = true;
        return withSessionsEnded(std::move(changed), "disabled");
    }

    Result<Decision> operator()(const accesscommand::EnableStaff &c)
    {
        const auto account = accountOf(c.staff);
        if (!account)
            return account.error();
        Account changed = *account;
        changed.isDisabled = false;
        Decision decision;
        decision.access.push_back(std::move(changed));
        return decision;
    }

    Result<Decision> operator()(const accesscommand::UnlockStaff &c)
    {
        const auto account = accountOf(c.staff);
        if (!account)
            return account.error();
        return Decision(); // what is forgotten is the throttle's
    }

    Result<Decision> operator()(const accesscommand::AddEnrolment &c)
    {
        const auto name = cleanName(c.name);
        if (!name)
            return name.error();
        const bool isHash
            = c.secretHash.size() == 64 && c.secretHash.find_first_not_of("0123456789abcdef") == std::string::npos;
        if (!isHash || m_now.access.enrolmentBySecretHash(c.secretHash))
            return invalid("secretHash", "must be a new SHA-256 in 64 lower-case hexadecimal digits");
        if (c.minutes < 1 || c.minutes > kEnrolmentMinutesMax)
            return invalid("minutes", "must be from 1 to " + std::to_string(kEnrolmentMinutesMax));
        const auto &all = m_now.access.enrolments();
        const auto open = std::count_if(all.begin(), all.end(), [this](const auto &each) {
            return !each.second.usedBy.isSet() && each.second.expiresMs > m_now.systemMs;
        });
        if (static_cast<std::size_t>(open) >= kEnrolmentsMax)
            return Error{ErrorCode::Busy, "too many codes wait to be used", {}};
        Enrolment enrolment;
        enrolment.secretHash = c.secretHash;
        enrolment.name = *name;
        enrolment.kind = c.kind;
        enrolment.madeMs = m_now.systemMs;
        enrolment.expiresMs = m_now.systemMs + c.minutes * kMinuteMs;
        detail = "kind=" + std::string(nameOf(c.kind)) + " minutes=" + std::to_string(c.minutes);
        Decision decision;
        decision.extra["expiresMs"] = enrolment.expiresMs;
        decision.access.push_back(std::move(enrolment));
        return decision;
    }

    Result<Decision> operator()(const accesscommand::RenameDevice &c)
    {
        const Device *device = m_now.access.device(c.device);
        subject = subjectOf(c.device);
        if (!device)
            return unknownDevice(c.device);
        const auto name = cleanName(c.name);
        if (!name)
            return name.error();
        Decision decision;
        Device changed = *device;
        changed.name = *name;
        decision.access.push_back(std::move(changed));
        return decision;
    }

    Result<Decision> operator()(const accesscommand::RevokeDevice &c)
    {
        const Device *device = m_now.access.device(c.device);
        subject = subjectOf(c.device);
        if (!device)
            return unknownDevice(c.device);
        Decision decision;
        if (device->revokedMs)
            return decision;
        Device changed = *device;
        changed.revokedMs = m_now.systemMs;
        decision.access.push_back(std::move(changed));
        endSessions(decision, m_now.access.sessionsOn(c.device), m_now.systemMs, "deviceRevoked");
        return decision;
    }

    std::string subject; ///< for the audit, as far as it was found out
    std::string detail;

private:
    /// An id of the staff list that nobody has, nor had whose account is still kept.
    [[nodiscard]] StaffId nextListed() const
    {
        std::int64_t last = m_now.branch.staff().empty() ? 0 : m_now.branch.staff().rbegin()->first.value;
        for (const auto &[id, account] : m_now.access.accounts()) {
            if (id < kFirstWithoutCounter)
                last = std::max(last, id.value);
        }
        return StaffId{last + 1};
    }
    Result<Account> accountOf(StaffId staff)
    {
        subject = subjectOf(staff);
        if (const Account *account = m_now.access.account(staff))
            return *account;
        return unknownStaff(staff);
    }

    static Error unknownDevice(DeviceId device)
    {
        return {ErrorCode::UnknownDevice, "no device has this id", {{"id", std::to_string(device.value)}}};
    }

    Decision withSessionsEnded(Account changed, const char *reason) const
    {
        Decision decision;
        const StaffId staff = changed.staff;
        decision.access.push_back(std::move(changed));
        endSessions(decision, m_now.access.sessionsOf(staff), m_now.systemMs, reason);
        return decision;
    }

    static std::string listOf(const std::vector<Role> &roles)
    {
        std::string list;
        for (const Role role : roles)
            list += (list.empty() ? "" : ",") + std::string(nameOf(role));
        return list;
    }

    const std::string &m_passwordHash;
    const AccessNow &m_now;
};

/// What the audit calls each change.
std::string_view actionOf(const AccessCommand &command)
{
    constexpr std::array<std::string_view, std::variant_size_v<AccessCommand>> kActions
        = {"accountAdded",    "rolesSet",       "passwordSet",   "accountDisabled", "accountEnabled",
           "accountUnlocked", "enrolmentAdded", "deviceRenamed", "deviceRevoked"};
    return kActions.at(command.index());
}

} // namespace

Decision decideAccess(const AccessCommand &command, const std::string &passwordHash, const AccessNow &now)
{
    Decider decider(passwordHash, now);
    auto decided = std::visit(decider, command);
    Decision decision;
    if (decided)
        decision = std::move(*decided);
    else
        decision.refused = std::move(decided).error();
    decision.audit.push_back(auditEntry(std::string(actionOf(command)), decider.subject,
                                        decision.refused ? std::string(name(decision.refused->code)) : "done",
                                        decider.detail));
    return decision;
}

std::string_view passwordOf(const AccessCommand &command)
{
    return std::visit(
        [](const auto &c) -> std::string_view {
            if constexpr (requires { c.password; })
                return c.password;
            else
                return {};
        },
        command);
}

Json bodyWithoutSecrets(const AccessCommand &command)
{
    Json body = paramsOf(command);
    body.erase("password");
    return body;
}

AuditEntry auditEntry(std::string action, std::string subject, std::string outcome, std::string detail)
{
    AuditEntry entry;
    entry.action = std::move(action);
    entry.subject = std::move(subject);
    entry.outcome = std::move(outcome);
    entry.detail = std::move(detail);
    return entry;
}

std::string subjectOf(StaffId staff) { return "staff " + std::to_string(staff.value); }

std::string subjectOf(DeviceId device) { return "device " + std::to_string(device.value); }

void endSessions(Decision &decision, const std::vector<Session> &sessions, TimeMs systemMs, std::string reason)
{
    for (Session session : sessions) {
        session.endedMs = systemMs;
        decision.access.push_back(std::move(session));
    }
    decision.reason = std::move(reason);
}

} // namespace tiepdon
