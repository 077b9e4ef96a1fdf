// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/kiosk/kioskwindow.h"
#include "ui/entry/program.h"

namespace tiepdon {

/// A bank branch as kiosks have it: groups, zones, hours, what to bring, an address to follow tickets at. For a
/// link on which the demo morning was played.
BranchSetup kioskDemoSetup();

QStringList kioskDemoStates();
/// A kiosk's window on a made-up branch in a named state; "+big" and "+contrast" after the name are its modes. No
/// window for a name that is not in the list.
Demo kioskDemo(const QString &name, const KioskSettings &settings, Language &language);

} // namespace tiepdon
