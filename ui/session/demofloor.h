// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/fixedlink.h"

// Alerts and messages of the made-up branch, and who answers for them there.

namespace tiepdon {

/// What would be open at this moment of the demo's morning: of each severity one, one of them taken up.
AlertsNote demoAlerts(const BranchState &branch, TimeMs now);

/// One to all counters, one to counter 3, one to the lobby.
MessagesNote demoMessages(TimeMs now);

/// From now on the link takes up alerts, and sends, shows and takes back messages, as the hub's desks would. The
/// link must outlive its answers.
void answerForFloor(FixedLink &link);

} // namespace tiepdon
