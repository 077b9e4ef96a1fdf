// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tiepdon {

class FixedLink;
class TellerWindow;

/// Named states of what is known of people, at counter 3; nobody is signed on there yet.
QStringList customerStates();
void showCustomerState(const QString &name, TellerWindow &window, FixedLink &link);

} // namespace tiepdon
