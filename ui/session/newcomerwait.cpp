// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/newcomerwait.h"

#include <algorithm>

namespace tiepdon {

std::optional<WaitRange> newcomerWait(const Quotes &quotes, const PublicQueue &queue, SegmentId segment,
                                      TimeMs nowMs)
{
    if (queue.counters <= 0) // how fast it went says nothing about a queue nobody works on
        return std::nullopt;
    if (nowMs - quotes.atMs <= kQuoteFreshMs) {
        if (const WaitQuote *quote = quotes.ofService(queue.service, segment))
            return WaitRange{quote->lowMs, quote->highMs};
    }
    return segment.isSet() ? std::nullopt : expectedWait(queue.waiting, queue.pace, nowMs);
}

std::pair<std::int64_t, std::int64_t> wholeMinutes(const WaitRange &range)
{
    // outwards: a guess is not finer
    const auto step = [](std::int64_t minutes) { return minutes < 20 ? 1 : 5; };
    const std::int64_t low = std::max<TimeMs>(0, range.lowMs) / kMinuteMs;
    const std::int64_t high = std::max(low, (range.highMs + kMinuteMs - 1) / kMinuteMs);
    return {low / step(low) * step(low), (high + step(high) - 1) / step(high) * step(high)};
}

} // namespace tiepdon
