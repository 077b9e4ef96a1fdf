// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/arrivals.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace tiepdon {
namespace {

/// What the newest day weighs at least.
constexpr double kNewestDay = 0.15;
/// A gamma belief of the level: mean 1, standard deviation 0.2.
constexpr double kLevelShape = 25;

std::size_t slotOf(TimeMs sinceDayStartMs)
{
    const TimeMs slot = std::max<TimeMs>(0, sinceDayStartMs) / kSlotMs;
    return std::min(static_cast<std::size_t>(slot), kSlots - 1);
}

} // namespace

void ArrivalProfile::endDay()
{
    const double share = std::max(kNewestDay, 1 / static_cast<double>(days + 1));
    for (QueueArrivals &queue : queues) {
        queue.usual.resize(kSlots, 0);
        queue.today.resize(kSlots, 0);
        for (std::size_t slot = 0; slot < kSlots; ++slot)
            queue.usual[slot] += share * (static_cast<double>(queue.today[slot]) - queue.usual[slot]);
        queue.today.assign(kSlots, 0);
    }
    ++days;
}

void ArrivalProfile::arrived(const std::string &day, TimeMs sinceDayStartMs, ServiceId service, SegmentId segment)
{
    if (day != businessDay) {
        if (!businessDay.empty())
            endDay();
        businessDay = day;
    }
    auto at = std::lower_bound(
        queues.begin(), queues.end(), std::tie(service, segment),
        [](const QueueArrivals &queue, const auto &key) { return std::tie(queue.service, queue.segment) < key; });
    if (at == queues.end() || at->service != service || at->segment != segment) {
        if (queues.size() >= kQueuesMax)
            return;
        at = queues.insert(at, {service, segment});
    }
    at->today.resize(kSlots, 0);
    ++at->today[slotOf(sinceDayStartMs)];
}

bool ArrivalProfile::isSound() const
{
    const auto key = [](const QueueArrivals &queue) { return std::tie(queue.service, queue.segment); };
    if (days < 0 || queues.size() > kQueuesMax)
        return false;
    for (std::size_t i = 0; i < queues.size(); ++i) {
        const QueueArrivals &queue = queues[i];
        if (i > 0 && !(key(queues[i - 1]) < key(queue)))
            return false;
        if (queue.usual.size() > kSlots || queue.today.size() > kSlots)
            return false;
        if (!std::all_of(queue.usual.begin(), queue.usual.end(),
                         [](double x) { return std::isfinite(x) && x >= 0; })
            || !std::all_of(queue.today.begin(), queue.today.end(), [](std::int64_t n) { return n >= 0; }))
            return false;
    }
    return true;
}

ArrivalProfile::Level ArrivalProfile::level(TimeMs sinceDayStartMs) const
{
    const std::size_t now = slotOf(sinceDayStartMs);
    const double part
        = std::clamp(static_cast<double>(sinceDayStartMs - static_cast<TimeMs>(now) * kSlotMs) / kSlotMs, 0.0, 1.0);
    double expected = 0;
    double came = 0;
    for (const QueueArrivals &queue : queues) {
        for (std::size_t slot = 0; slot <= now; ++slot) {
            expected += usual(queue, slot) * (slot < now ? 1 : part);
            came += slot < queue.today.size() ? static_cast<double>(queue.today[slot]) : 0;
        }
    }
    return {(kLevelShape + came) / (kLevelShape + expected), 1 / std::sqrt(kLevelShape + came)};
}

} // namespace tiepdon
