// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/publicview.h"
#include "core/queue/quotes.h"

#include <optional>
#include <utility>

// How long somebody who joins a queue now will wait: one place decides what is said about it.

namespace tiepdon {

/// What the hub said longer ago than this is not of now any more: it says it again every few seconds while anybody
/// waits.
constexpr TimeMs kQuoteFreshMs = 30 * kSecondMs;

/// For somebody of a segment (0: ordinary) who would take a ticket for `queue` now: what the hub expects where it
/// has said so lately, else, for ordinary people, what the pace of the last calls tells; nothing where neither is
/// enough, and for a service no open counter serves.
std::optional<WaitRange> newcomerWait(const Quotes &quotes, const PublicQueue &queue, SegmentId segment,
                                      TimeMs nowMs);

/// A range in whole minutes, from twenty on in fives: the low end rounded down, the high one up.
std::pair<std::int64_t, std::int64_t> wholeMinutes(const WaitRange &range);

} // namespace tiepdon
