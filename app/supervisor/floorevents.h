// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/event.h"

namespace tiepdon {

/// The counter an event is about; 0 for none.
[[nodiscard]] CounterId counterOf(const Event &event);
/// What changes which counters, services or names there are, or all of them at once.
[[nodiscard]] bool isAboutAll(const Event &event);
/// What changes how many counters serve what.
[[nodiscard]] bool isAboutCover(const Event &event);

} // namespace tiepdon
