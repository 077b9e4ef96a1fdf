// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lobby/lobbyoptions.h"
#include "ui/entry/program.h"

namespace tiepdon {

QStringList lobbyDemoStates();
/// A lobby window on a made-up branch in a named state. No window for a name that is not in the list.
Demo lobbyDemo(const QString &name, const LobbyOptions &options, Language &language);

} // namespace tiepdon
