// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/command.h"

#include <QString>

namespace tiepdon {

/// Why nobody is at a counter, in the language windows speak now: "Meal".
[[nodiscard]] QString breakWord(BreakReason reason);

} // namespace tiepdon
