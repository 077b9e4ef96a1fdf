// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/fixedlink.h"

// Rules of alerts of the made-up branch, what became of earlier alerts, and who answers for them there.

namespace tiepdon {

/// The usual rules, one of them switched off, beside the alerts that are open already.
AlertsNote withDemoRules(AlertsNote note);

/// Alerts of the morning and of the day before, newest first.
std::vector<Alert> demoAlertHistory(const BranchState &branch, TimeMs now);

/// From now on the link keeps, changes and removes rules as the hub's desks would, has the history, and says of
/// each rule that is tried what came of it on seven made-up days. The link must outlive its answers.
void answerForAlerts(FixedLink &link);

} // namespace tiepdon
