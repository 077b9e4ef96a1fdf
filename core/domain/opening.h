// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/branch.h"

#include <optional>

namespace tiepdon {

/// Whether something with opening hours is open, and when it opens next.
struct Opening {
    bool isOpen = true;
    std::optional<TimeMs> opensMs; ///< UTC; nothing while it is open

    friend bool operator==(const Opening &, const Opening &) = default;
};

/// How `hours` stand at a time. No hours at all: always open. The next opening is at most a week away.
Opening openingAt(const std::vector<OpeningWindow> &hours, std::int64_t utcOffsetMin, TimeMs nowMs);

} // namespace tiepdon
