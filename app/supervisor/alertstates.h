// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tiepdon {

class FixedLink;
class SupervisorWindow;

/// Demo states of the page of alerts.
QStringList alertDemoStates();
/// What the branch is like in one of them, before the window is made.
void prepareAlerts(const QString &name, FixedLink &link);
/// What is done in the window then.
void showAlertState(const QString &name, SupervisorWindow &window, FixedLink &link);

} // namespace tiepdon
