// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tiepdon {

class FixedLink;
class SupervisorWindow;

/// Demo states of alerts, people and messages on the floor.
QStringList floorDemoStates();
/// What the branch is like in one of them, before the window is made.
void prepareFloor(const QString &name, FixedLink &link);
/// What is done in the window then.
void showFloorState(const QString &name, SupervisorWindow &window, FixedLink &link);

} // namespace tiepdon
