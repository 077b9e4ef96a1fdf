// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tiepdon {

class DemoSettings;
class FixedLink;
class SupervisorWindow;

/// Demo states of the settings page; each begins with "settings-".
QStringList settingDemoStates();
/// Who is signed in there.
QString settingDemoAccount(const QString &state);
/// Brings a window on the made-up branch into one of them. `turn` lets answers arrive.
void showSettingState(const QString &state, SupervisorWindow &window, FixedLink &link, DemoSettings &settings,
                      void (*turn)());

} // namespace tiepdon
