// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <memory>

namespace tiepdon {

class FixedLink;
class LobbyWindow;

/// A lobby window on a made-up branch in a named state.
struct LobbyDemo {
    std::unique_ptr<FixedLink> link;
    std::unique_ptr<LobbyWindow> window;
};

QStringList lobbyDemoStates();
/// No window for a name that is not in the list.
LobbyDemo lobbyDemo(const QString &name, const QString &message);

} // namespace tiepdon
