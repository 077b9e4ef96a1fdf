// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lobby/waittext.h"

#include "app/lobby/lobbytext.h"
#include "core/domain/opening.h"
#include "ui/session/newcomerwait.h"
#include "ui/session/timetext.h"

namespace tiepdon {
namespace {

LocalText rangeText(const WaitRange &range)
{
    // the range is widened to whole minutes, never narrowed
    const std::int64_t low = wholeMinutes(range.lowMs);
    const std::int64_t high = wholeMinutes(range.highMs + kMinuteMs - 1);
    const auto number = [](std::int64_t minutes) { return QString::number(minutes); };
    if (low < 1)
        return lobbytext::filled(lobbytext::both(lobbytext::kUnder), number(std::max<std::int64_t>(1, high)));
    if (low == high)
        return lobbytext::filled(lobbytext::both(lobbytext::kAbout), number(low));
    return lobbytext::filled(lobbytext::both(lobbytext::kAbout), number(low) + QStringLiteral("–") + number(high));
}

} // namespace

LocalText waitText(const PublicQueue &queue, const Quotes &quotes, std::int64_t utcOffsetMin, TimeMs nowMs)
{
    const Opening opening = openingAt(queue.hours, utcOffsetMin, nowMs);
    if (!opening.isOpen && queue.waiting == 0) {
        const bool isToday = opening.opensMs && *opening.opensMs - nowMs < kDayMs
            && clockText(*opening.opensMs, utcOffsetMin) > clockText(nowMs, utcOffsetMin);
        return isToday
            ? lobbytext::filled(lobbytext::both(lobbytext::kOpensAt), clockText(*opening.opensMs, utcOffsetMin))
            : lobbytext::both(lobbytext::kOverToday);
    }
    if (queue.counters == 0)
        return lobbytext::both(lobbytext::kNoCounter);
    if (queue.ticketsLeft == 0 && queue.waiting == 0)
        return lobbytext::both(lobbytext::kFull);
    const auto range = newcomerWait(quotes, queue, {}, nowMs);
    return range ? rangeText(*range) : lobbytext::both(lobbytext::kNotKnown);
}

} // namespace tiepdon
