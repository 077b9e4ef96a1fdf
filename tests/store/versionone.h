// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tiepdon {

/// Makes the database of branch 7 as the program of version 1 left it, with that program's statements and rows: a
/// branch defined, a day opened, two counters with staff, ticket A001 served and B001 waiting; 16 entries.
void makeVersionOne(const QString &directory);

} // namespace tiepdon
