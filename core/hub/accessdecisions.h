// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/branchhost.h"
#include "core/wire/accessmessage.h"

#include <string>
#include <string_view>

namespace tiepdon {

/// The states a change of devices or staff is decided on, and the times: the branch's and the system's.
struct AccessNow {
    const AccessState &access;
    const BranchState &branch;
    TimeMs branchMs = 0;
    TimeMs systemMs = 0;
};

/// What a change would do, or why it may not be done; audited either way. `passwordHash` is that of the
/// password the command brings, if it brings one.
Decision decideAccess(const AccessCommand &command, const std::string &passwordHash, const AccessNow &now);

/// The password a command brings; empty for most.
std::string_view passwordOf(const AccessCommand &command);
/// What tells two such commands apart, without any secret.
Json bodyWithoutSecrets(const AccessCommand &command);

/// What decisions are made of.
AuditEntry auditEntry(std::string action, std::string subject, std::string outcome = "done",
                      std::string detail = {});
std::string subjectOf(StaffId staff);
std::string subjectOf(DeviceId device);
/// Ends these sessions in the decision, for a reason their clients are told.
void endSessions(Decision &decision, const std::vector<Session> &sessions, TimeMs systemMs, std::string reason);

} // namespace tiepdon
