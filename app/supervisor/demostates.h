// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entry/program.h"

namespace tiepdon {

QStringList supervisorDemoStates();
/// A supervisor's window, in the frame it always has, on a made-up branch in a named state. No window for a name
/// that is not in the list.
Demo supervisorDemo(const QString &name, Language &language);

} // namespace tiepdon
