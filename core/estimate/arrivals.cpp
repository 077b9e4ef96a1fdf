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
/// The first minutes of the first half hour say no more than a third of it would.
constexpr double kPartMin = 1.0 / 3;

std::size_t slotOf(TimeMs sinceDayStartMs)
{
    const TimeMs slot = std::max<TimeMs>(0, sinceDayStartMs) / kSlotMs;
    return std::min(static_cast<std::size_t>(slot), kSlots - 1);
}

/// What is over of the half hour of `sinceDayStartMs`, 0 to 1.
double partOver(TimeMs sinceDayStartMs)
{
    const auto begin = static_cast<TimeMs>(slotOf(sinceDayStartMs)) * kSlotMs;
    return std::clamp(static_cast<double>(sinceDayStartMs - begin) / kSlotMs, 0.0, 1.0);
}

double usualIn(const QueueArrivals &queue, std::size_t slot)
{
    return slot < queue.usual.size() ? queue.usual[slot] : 0;
}

double cameIn(const QueueArrivals &queue, std::size_t slot)
{
    return slot < queue.today.size() ? static_cast<double>(queue.today[slot]) : 0;
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
    double expected = 0;
    double came = 0;
    for (const QueueArrivals &queue : queues) {
        if (queue.usual.empty())
            continue;
        for (std::size_t slot = 0; slot <= now; ++slot) {
            expected += usualIn(queue, slot) * (slot < now ? 1 : partOver(sinceDayStartMs));
            came += cameIn(queue, slot);
        }
    }
    return {(kLevelShape + came) / (kLevelShape + expected), 1 / std::sqrt(kLevelShape + came)};
}

std::vector<std::vector<double>> ArrivalProfile::ahead(TimeMs sinceDayStartMs, std::size_t slots) const
{
    const std::size_t now = slotOf(sinceDayStartMs);
    const double mean = level(sinceDayStartMs).mean;
    const double part = std::max(partOver(sinceDayStartMs), kPartMin);
    // The half hour before counts for new queues once somebody had come to the branch by its end: until then it may
    // not have been open.
    const bool wasOpen = std::any_of(queues.begin(), queues.end(), [now](const QueueArrivals &queue) {
        const auto end = queue.today.begin() + static_cast<std::ptrdiff_t>(std::min(now, queue.today.size()));
        return std::any_of(queue.today.begin(), end, [](std::int64_t n) { return n > 0; });
    });
    std::vector<std::vector<double>> ahead;
    ahead.reserve(queues.size());
    for (const QueueArrivals &queue : queues) {
        auto &list = ahead.emplace_back(slots, 0);
        const double lately
            = (cameIn(queue, now) + (wasOpen ? cameIn(queue, now - 1) : 0)) / (part + (wasOpen ? 1 : 0));
        for (std::size_t slot = now; slot < std::min(now + slots, kSlots); ++slot)
            list[slot - now] = queue.usual.empty() ? lately : usualIn(queue, slot) * mean;
    }
    return ahead;
}

} // namespace tiepdon
