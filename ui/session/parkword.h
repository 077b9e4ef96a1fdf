// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/branch.h"

#include <QString>

namespace tiepdon {

/// Why somebody's service was put aside, in the language windows speak now: "Fills in a form".
[[nodiscard]] QString parkWord(ParkReason reason);

} // namespace tiepdon
