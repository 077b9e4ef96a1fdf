// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/fixedlink.h"

#include <QStringList>

#include <functional>

namespace tiepdon {

class SupervisorWindow;

/// From now on the link answers questions about the last days before the one it plays, or that there are none.
void answerHistory(FixedLink &link, bool hasDays);
/// Demo states of the history's page.
QStringList historyDemoStates();
/// Brings the window into one of them; nothing for another's name. `turn` lets answers arrive.
void showHistoryState(const QString &name, SupervisorWindow &window, const std::function<void()> &turn);

} // namespace tiepdon
