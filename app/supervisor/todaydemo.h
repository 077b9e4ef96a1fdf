// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/fixedlink.h"

#include <QStringList>

namespace tiepdon {

class SupervisorWindow;

/// From now on the link answers what is asked about a day's figures: a made-up crowd of the branch it plays, the
/// same each time, on every day but Sundays.
void answerFigures(FixedLink &link);

/// Demo states of the page of figures.
QStringList todayDemoStates();
/// Brings the window into one of them; nothing for another's name.
void showTodayState(const QString &name, SupervisorWindow &window);

} // namespace tiepdon
