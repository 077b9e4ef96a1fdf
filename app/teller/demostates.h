// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entry/program.h"

namespace tiepdon {

QStringList tellerDemoStates();
/// Whether a state is one of the bar, with the full window hidden.
bool isBarState(const QString &name);
/// A teller's window, in the frame it always has, on a made-up branch in a named state. No window for a name that
/// is not in the list.
Demo tellerDemo(const QString &name, Language &language);

} // namespace tiepdon
