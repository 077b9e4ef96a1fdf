// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/fixedlink.h"

namespace tiepdon {

/// A made-up bank branch of five services, six counters, three work profiles and seven members of staff.
BranchSetup demoSetup();

/// Who can sign in there: "ha" (Phạm Thu Hà, teller) and "minh" (Trần Văn Minh, teller) of the branch's staff,
/// "moi" (a teller with a password for one use), "nghi" (disabled) and "admin" (administrator, no teller).
std::vector<FixedAccount> demoAccounts();
/// The password of all of them.
QString demoPassword();

/// Local 10:41 of a made-up day, the time demo states show.
TimeMs demoNowMs();

/// Defines the branch, opens its day and plays a morning on the link up to `demoNowMs`: most counters at
/// work, people waiting for every service. Counter 3 stays free for whoever looks.
void playDemoMorning(FixedLink &link);

/// At any time: some of the staff speak English, and whom to call goes by the rule a branch begins with.
void enrichDemoBranch(FixedLink &link);

/// The time a link for `playDemoMorning` starts at or before.
TimeMs demoMorningMs();

} // namespace tiepdon
