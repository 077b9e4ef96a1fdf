// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entry/program.h"

namespace tiepdon {

QStringList tellerDemoStates();
/// A teller's window, in the frame it always has, on a made-up branch in a named state. No window for a name that
/// is not in the list.
Demo tellerDemo(const QString &name, Language &language);

} // namespace tiepdon
