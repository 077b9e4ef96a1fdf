// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <memory>

namespace tiepdon {

class FixedLink;
class Language;
class TellerWindow;

/// A teller window on a made-up branch in a named state.
struct TellerDemo {
    std::unique_ptr<FixedLink> link;
    std::unique_ptr<TellerWindow> window;
};

QStringList tellerDemoStates();
/// No window for a name that is not in the list.
TellerDemo tellerDemo(const QString &name, Language &language);

} // namespace tiepdon
