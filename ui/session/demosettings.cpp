// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/demosettings.h"

#include "core/access/permission.h"
#include "core/wire/codec.h"
#include "ui/session/demobranch.h"

#include <algorithm>

namespace tiepdon {
namespace {

Error unknown(ErrorCode code) { return {code, "not there", {}}; }

bool isAdministrator(const std::vector<Role> &roles)
{
    return std::find(roles.begin(), roles.end(), Role::Administrator) != roles.end();
}

} // namespace

DemoSettings::DemoSettings(FixedLink &link) : QObject(&link), m_link(link)
{
    link.addAnswers([this](const std::string &method, const Json &params) { return answer(method, params); });
}

Result<Json> DemoSettings::answer(const std::string &method, const Json &params)
{
    const bool isOurs = method == AskForSettings::kMethod || method == SettingHistory::kMethod
        || method == kStaffListMethod || method == kDeviceListMethod || isAccessCommand(method);
    if (!isOurs)
        return Error{ErrorCode::UnknownMethod, "not asked here", {{"name", method}}};
    if (reachOf(method, m_link.session().roles) == Reach::None)
        return Error{ErrorCode::NotAllowed, "not a right of theirs", {{"method", method}}};
    if (method == kStaffListMethod)
        return toJson(StaffRows{staff});
    if (method == kDeviceListMethod)
        return toJson(DeviceRows{devices});
    if (method == SettingHistory::kMethod)
        return history(params);
    if (isAccessCommand(method)) {
        const auto command = accessCommandFrom(method, params);
        return command ? administer(*command) : Result<Json>(command.error());
    }
    const auto ask = fromJson<AskForSettings>(params, UnknownFields::Refuse);
    if (!ask)
        return ask.error();
    const auto reply = change(*ask, m_link.session().staff, m_link.session().roles);
    return reply ? Result<Json>(toJson(*reply)) : Result<Json>(reply.error());
}

Result<SettingReply> DemoSettings::change(const AskForSettings &ask, StaffId by, const std::vector<Role> &roles)
{
    if (!isAdministrator(roles)) {
        if (const auto beyond = beyondSupervisor(ask.before, ask.after))
            return *beyond;
    }
    SettingChange kept;
    const auto reverted = std::find_if(changes.begin(), changes.end(),
                                       [&](const SettingChange &change) { return change.id == ask.reverts; });
    const bool isSlip
        = reverted != changes.end() && reverted->by == by && m_link.hubNowMs() - reverted->atMs <= kTakeBackMs;
    auto cleaned = cleanedDecision(ask.decision);
    if (!cleaned && !(isSlip && ask.decision == DecisionRecord()))
        return cleaned.error();
    if (cleaned)
        kept.decision = *cleaned;
    const command::ChangeSettings &command = ask;
    const auto events = decide(m_link.branch(), command, m_link.hubNowMs());
    if (!events)
        return events.error();
    const PartSides sides = sidesOf(m_link.branch(), *events);
    if (const auto done = m_link.run(command); !done)
        return done.error();
    if (sides.isEmpty())
        return SettingReply{};
    kept.id = {static_cast<std::int64_t>(changes.size()) + 1};
    kept.atMs = m_link.hubNowMs();
    kept.by = by;
    kept.method = AskForSettings::kMethod;
    kept.before = sides.before;
    kept.after = sides.after;
    kept.reverts = ask.reverts;
    changes.push_back(kept);
    return SettingReply{kept.id};
}

Result<Json> DemoSettings::history(const Json &params) const
{
    const auto asked = fromJson<SettingHistory>(params, UnknownFields::Refuse);
    if (!asked)
        return asked.error();
    SettingChanges answer;
    for (auto it = changes.rbegin(); it != changes.rend(); ++it) {
        if ((asked->before.isSet() && it->id >= asked->before) || !isAbout(*it, asked->part, asked->id))
            continue;
        if (static_cast<std::int64_t>(answer.changes.size()) == asked->limit) {
            answer.next = answer.changes.back().id;
            break;
        }
        answer.changes.push_back(*it);
    }
    return toJson(answer);
}

StaffRow *DemoSettings::row(StaffId id)
{
    const auto it
        = std::find_if(staff.begin(), staff.end(), [id](const StaffRow &each) { return each.staff == id; });
    return it == staff.end() ? nullptr : &*it;
}

DeviceRow *DemoSettings::device(DeviceId id)
{
    const auto it = std::find_if(devices.begin(), devices.end(),
                                 [id](const DeviceRow &each) { return each.device.id == id; });
    return it == devices.end() ? nullptr : &*it;
}

Result<Json> DemoSettings::administer(const AccessCommand &command)
{
    administered.push_back(command);
    if (const auto *add = std::get_if<accesscommand::AddStaff>(&command)) {
        const bool isTaken = std::any_of(staff.begin(), staff.end(),
                                         [&](const StaffRow &each) { return each.account == add->account; });
        if (isTaken)
            return unknown(ErrorCode::AccountTaken);
        StaffRow fresh;
        fresh.staff = add->staff.isSet() ? add->staff : StaffId{kFirstWithoutCounter.value + 50};
        const Staff *listed = m_link.branch().staffMember(add->staff);
        fresh.name = listed ? listed->name : add->name;
        fresh.account = add->account;
        fresh.roles = add->roles;
        fresh.mustChangePassword = true;
        staff.push_back(fresh);
        return Json{{"staff", fresh.staff.value}};
    }
    if (const auto *enrol = std::get_if<accesscommand::AddEnrolment>(&command))
        return Json{{"expiresMs", m_link.hubNowMs() + enrol->minutes * kMinuteMs}};
    if (const auto *rename = std::get_if<accesscommand::RenameDevice>(&command)) {
        DeviceRow *known = device(rename->device);
        if (!known)
            return unknown(ErrorCode::UnknownDevice);
        known->device.name = rename->name;
        return Json::object();
    }
    if (const auto *revoke = std::get_if<accesscommand::RevokeDevice>(&command)) {
        DeviceRow *known = device(revoke->device);
        if (!known)
            return unknown(ErrorCode::UnknownDevice);
        known->device.revokedMs = m_link.hubNowMs();
        known->isConnected = false;
        return Json::object();
    }
    StaffRow *known = nullptr;
    if (const auto *roles = std::get_if<accesscommand::SetRoles>(&command)) {
        if ((known = row(roles->staff)))
            known->roles = roles->roles;
    } else if (const auto *password = std::get_if<accesscommand::SetPassword>(&command)) {
        if ((known = row(password->staff)))
            known->mustChangePassword = true;
    } else if (const auto *disable = std::get_if<accesscommand::DisableStaff>(&command)) {
        if ((known = row(disable->staff)))
            known->isDisabled = true;
    } else if (const auto *enable = std::get_if<accesscommand::EnableStaff>(&command)) {
        if ((known = row(enable->staff)))
            known->isDisabled = false;
    } else if (const auto *unlock = std::get_if<accesscommand::UnlockStaff>(&command)) {
        known = row(unlock->staff);
    }
    return known ? Result<Json>(Json::object()) : Result<Json>(unknown(ErrorCode::UnknownStaff));
}

void fillDemoSettings(DemoSettings &settings)
{
    for (const FixedAccount &account : demoAccounts()) {
        StaffRow row;
        row.staff = account.staff;
        row.account = account.account.toStdString();
        row.name = account.name.toStdString();
        row.roles = account.roles;
        row.mustChangePassword = account.mustChangePassword;
        row.isDisabled = account.isDisabled;
        row.sessions = account.isDisabled || account.mustChangePassword ? 0 : 1;
        settings.staff.push_back(row);
    }
    const auto device = [&](std::int64_t id, const char *name, DeviceKind kind, const char *app, bool isConnected) {
        DeviceRow row;
        row.device.id = DeviceId{id};
        row.device.name = name;
        row.device.kind = kind;
        row.device.app = app;
        row.device.enrolledMs = demoMorningMs() - 30 * 24 * kHourMs;
        row.isConnected = isConnected;
        settings.devices.push_back(row);
    };
    device(1, "Máy chủ", DeviceKind::Workplace, "tiepdon-ctl", false);
    for (std::int64_t i = 1; i <= 4; ++i)
        device(1 + i, ("Quầy " + std::to_string(i)).c_str(), DeviceKind::Workplace, "tiepdon-teller", i != 3);
    device(6, "Bàn giám sát", DeviceKind::Workplace, "tiepdon-supervisor", true);
    device(7, "Kiosk cửa chính", DeviceKind::Kiosk, "tiepdon-kiosk", true);
    device(8, "Màn hình khu A", DeviceKind::Display, "tiepdon-lobby", true);
    device(9, "Màn hình khu B", DeviceKind::Display, "tiepdon-lobby", false);
    device(10, "Kiosk cũ", DeviceKind::Kiosk, "tiepdon-kiosk", false);
    settings.devices.back().device.revokedMs = demoMorningMs() - 9 * 24 * kHourMs;
}

} // namespace tiepdon
