// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/accessstate.h"

#include <algorithm>
#include <limits>

namespace tiepdon {
namespace {

template <class Map, class Key>
auto find(const Map &map, const Key &key) -> const typename Map::mapped_type *
{
    const auto it = map.find(key);
    return it == map.end() ? nullptr : &it->second;
}

} // namespace

void AccessState::apply(const AccessChange &change)
{
    std::visit([this](const auto &record) { put(record); }, change);
}

void AccessState::forgetBefore(TimeMs timeMs)
{
    while (!m_enrolmentsByExpiry.empty() && m_enrolmentsByExpiry.begin()->first < timeMs)
        dropEnrolment(std::string(m_enrolmentsByExpiry.begin()->second));
    while (!m_sessionsByExpiry.empty() && m_sessionsByExpiry.begin()->first < timeMs)
        dropSession(std::string(m_sessionsByExpiry.begin()->second));
}

void AccessState::put(const Device &device)
{
    if (const Device *before = find(m_devices, device.id))
        m_devicesByFingerprint.erase({before->fingerprint, device.id});
    m_devices.insert_or_assign(device.id, device);
    m_devicesByFingerprint.emplace(device.fingerprint, device.id);
}

void AccessState::put(const Enrolment &enrolment)
{
    dropEnrolment(enrolment.secretHash);
    m_enrolments.emplace(enrolment.secretHash, enrolment);
    m_enrolmentsByExpiry.emplace(enrolment.expiresMs, enrolment.secretHash);
}

void AccessState::put(const Account &account)
{
    if (const Account *before = find(m_accounts, account.staff))
        m_accountsByName.erase({before->account, account.staff});
    m_accounts.insert_or_assign(account.staff, account);
    m_accountsByName.emplace(account.account, account.staff);
    const bool isAdministrator
        = std::find(account.roles.begin(), account.roles.end(), Role::Administrator) != account.roles.end();
    if (isAdministrator && !account.isDisabled)
        m_administrators.insert(account.staff);
    else
        m_administrators.erase(account.staff);
}

void AccessState::put(const Session &session)
{
    dropSession(session.tokenHash);
    if (session.endedMs)
        return;
    m_sessions.emplace(session.tokenHash, session);
    m_sessionsByExpiry.emplace(session.expiresMs, session.tokenHash);
    m_sessionsByStaff.emplace(session.staff, session.tokenHash);
    m_sessionsByDevice.emplace(session.device, session.tokenHash);
}

void AccessState::dropSession(const std::string &tokenHash)
{
    const auto it = m_sessions.find(tokenHash);
    if (it == m_sessions.end())
        return;
    m_sessionsByExpiry.erase({it->second.expiresMs, tokenHash});
    m_sessionsByStaff.erase({it->second.staff, tokenHash});
    m_sessionsByDevice.erase({it->second.device, tokenHash});
    m_sessions.erase(it);
}

void AccessState::dropEnrolment(const std::string &secretHash)
{
    const auto it = m_enrolments.find(secretHash);
    if (it == m_enrolments.end())
        return;
    m_enrolmentsByExpiry.erase({it->second.expiresMs, secretHash});
    m_enrolments.erase(it);
}

const Device *AccessState::device(DeviceId id) const { return find(m_devices, id); }

const Device *AccessState::deviceByFingerprint(const std::string &fingerprint) const
{
    constexpr DeviceId kHighest{std::numeric_limits<std::int64_t>::max()};
    auto it = m_devicesByFingerprint.upper_bound({fingerprint, kHighest});
    if (it == m_devicesByFingerprint.begin() || (--it)->first != fingerprint)
        return nullptr;
    return device(it->second);
}

const Enrolment *AccessState::enrolmentBySecretHash(const std::string &secretHash) const
{
    return find(m_enrolments, secretHash);
}

const Account *AccessState::account(StaffId staff) const { return find(m_accounts, staff); }

const Account *AccessState::accountNamed(const std::string &account) const
{
    constexpr StaffId kLowest{std::numeric_limits<std::int64_t>::min()};
    const auto it = m_accountsByName.lower_bound({account, kLowest});
    if (it == m_accountsByName.end() || it->first != account)
        return nullptr;
    return this->account(it->second);
}

const Session *AccessState::session(const std::string &tokenHash) const { return find(m_sessions, tokenHash); }

template <class Id>
std::vector<Session> AccessState::sessionsIn(const std::set<std::pair<Id, std::string>> &index, Id id) const
{
    std::vector<Session> list;
    for (auto it = index.lower_bound({id, std::string()}); it != index.end() && it->first == id; ++it)
        list.push_back(m_sessions.at(it->second));
    return list;
}

std::vector<Session> AccessState::sessionsOf(StaffId staff) const { return sessionsIn(m_sessionsByStaff, staff); }

std::vector<Session> AccessState::sessionsOn(DeviceId device) const
{
    return sessionsIn(m_sessionsByDevice, device);
}

DeviceId AccessState::nextDeviceId() const
{
    return DeviceId{m_devices.empty() ? 1 : m_devices.rbegin()->first.value + 1};
}

StaffId AccessState::nextStaffWithoutCounter() const
{
    if (m_accounts.empty() || m_accounts.rbegin()->first < kFirstWithoutCounter)
        return kFirstWithoutCounter;
    return StaffId{m_accounts.rbegin()->first.value + 1};
}

bool AccessState::isLastAdministrator(StaffId staff) const
{
    return m_administrators.size() == 1 && m_administrators.contains(staff);
}

} // namespace tiepdon
