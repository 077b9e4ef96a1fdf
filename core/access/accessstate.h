// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/records.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tiepdon {

/// Who may come in, as of the last change applied: devices, codes given out, accounts, open sessions. Owned by who
/// applies the changes, on that thread. Every lookup and change costs the logarithm of what is kept. Pointers
/// handed out are good until the next change.
///
/// What is kept: devices and accounts for ever; a session until it has ended; a code until it is forgotten, also
/// a used one, so that "used" and "expired" are told apart from "unknown". `forgetBefore` keeps that bounded.
class AccessState
{
public:
    /// The record as it is from now on: replaces the one with the same id. Total; whether the change makes sense
    /// was decided before.
    void apply(const AccessChange &change);
    /// Drops the codes and sessions that expired before `timeMs`.
    void forgetBefore(TimeMs timeMs);

    /// By its id, null when there is none; so are the next ones.
    [[nodiscard]] const Device *device(DeviceId id) const;
    /// The one enrolled last with this certificate, also when it is revoked.
    [[nodiscard]] const Device *deviceByFingerprint(const std::string &fingerprint) const;
    /// Also one that was used or has expired and is not forgotten yet.
    [[nodiscard]] const Enrolment *enrolmentBySecretHash(const std::string &secretHash) const;
    [[nodiscard]] const Account *account(StaffId staff) const;
    /// By what is typed, cleaned.
    [[nodiscard]] const Account *accountNamed(const std::string &account) const;
    /// One that has not ended; it may have expired.
    [[nodiscard]] const Session *session(const std::string &tokenHash) const;

    [[nodiscard]] std::vector<Session> sessionsOf(StaffId staff) const;
    [[nodiscard]] std::vector<Session> sessionsOn(DeviceId device) const;

    [[nodiscard]] const std::map<DeviceId, Device> &devices() const { return m_devices; }
    [[nodiscard]] const std::map<std::string, Enrolment> &enrolments() const { return m_enrolments; }
    [[nodiscard]] const std::map<StaffId, Account> &accounts() const { return m_accounts; }
    [[nodiscard]] const std::map<std::string, Session> &sessions() const { return m_sessions; }

    /// The id of the next device: one past the highest, from 1.
    [[nodiscard]] DeviceId nextDeviceId() const;
    /// The id of the next person who has no place in the branch's staff list, from kFirstWithoutCounter.
    [[nodiscard]] StaffId nextStaffWithoutCounter() const;
    /// Whether nobody would be left to add staff and devices without this account: the only administrator that is
    /// not disabled.
    [[nodiscard]] bool isLastAdministrator(StaffId staff) const;

private:
    void put(const Device &device);
    void put(const Enrolment &enrolment);
    void put(const Account &account);
    void put(const Session &session);
    void dropSession(const std::string &tokenHash);
    void dropEnrolment(const std::string &secretHash);
    template <class Id>
    [[nodiscard]] std::vector<Session> sessionsIn(const std::set<std::pair<Id, std::string>> &index, Id id) const;

    std::map<DeviceId, Device> m_devices;
    std::map<std::string, Enrolment> m_enrolments; ///< by hash of the secret
    std::map<StaffId, Account> m_accounts;
    std::map<std::string, Session> m_sessions; ///< by hash of the token

    // the same by what else is asked for
    std::set<std::pair<std::string, DeviceId>> m_devicesByFingerprint;
    std::set<std::pair<std::string, StaffId>> m_accountsByName;
    std::set<StaffId> m_administrators; ///< not disabled
    std::set<std::pair<TimeMs, std::string>> m_enrolmentsByExpiry;
    std::set<std::pair<TimeMs, std::string>> m_sessionsByExpiry;
    std::set<std::pair<StaffId, std::string>> m_sessionsByStaff;
    std::set<std::pair<DeviceId, std::string>> m_sessionsByDevice;
};

} // namespace tiepdon
