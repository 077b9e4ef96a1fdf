// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tiepdon {

/// The statements that make version 5: what is known of customers.
QStringList customerMigration();

} // namespace tiepdon
