// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/state.h"
#include "core/wire/accessmessage.h"
#include "core/wire/alertmessage.h"
#include "ui/theme/theme.h"

#include <QString>

#include <vector>

// What is said of alerts, in the language windows speak now.

namespace tiepdon {

/// What is the matter, where and how bad, in one sentence: "Loans: waiting 24 min, promised 15. 3 people."
[[nodiscard]] QString alertText(const BranchState &branch, const Alert &alert);

/// Since when, and who has it: "since 10:41 · nobody has it yet · passed on".
[[nodiscard]] QString alertStanding(const BranchState &branch, const SessionInfo &session, const Alert &alert);

/// "Critical".
[[nodiscard]] QString severityWord(AlertSeverity severity);
[[nodiscard]] Tone toneOf(AlertSeverity severity);

/// The open ones as they are shown: first those nobody has, then by severity, the newest first.
[[nodiscard]] std::vector<Alert> alertsInOrder(const AlertsNote &note);

} // namespace tiepdon
