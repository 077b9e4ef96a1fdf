// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/publicview.h"
#include "core/queue/quotes.h"

namespace tiepdon {

/// How long somebody who joins a queue now will wait, as far as it can be said honestly: "about 5–12 min", or why
/// nothing can be said. In both languages.
LocalText waitText(const PublicQueue &queue, const Quotes &quotes, std::int64_t utcOffsetMin, TimeMs nowMs);

} // namespace tiepdon
