// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace tiepdon {

/// The half hours arrivals are counted in, from the start of the day.
constexpr TimeMs kSlotMs = 30 * kMinuteMs;
constexpr std::size_t kSlots = 48;

/// How many people come to a queue in each half hour of the day: the mean of the days seen, drawn to them by 0.15
/// each (a plain mean at first).
struct QueueArrivals {
    ServiceId service;
    SegmentId segment = {};
    std::vector<double> usual = {}; ///< per half hour; empty before the first whole day
    std::vector<std::int64_t> today = {}; ///< per half hour

    friend bool operator==(const QueueArrivals &, const QueueArrivals &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("service", self.service);
        visit("segment", self.segment);
        visit("usual", self.usual);
        visit("today", self.today);
    }
};

/// What is known of who will come today: the profile of earlier days times the level of this one, which is a gamma
/// belief of mean 1 and standard deviation 0.2 updated by who has come so far. A queue without a whole day behind
/// it is taken to go on as it did in the last half hour to hour.
struct ArrivalProfile {
    std::string businessDay;
    std::int64_t days = 0; ///< whole days learned
    std::vector<QueueArrivals> queues; ///< by service, segment; at most `kQueuesMax`

    static constexpr std::size_t kQueuesMax = 4000;

    /// Somebody came. A new business day first makes the one before part of the profile.
    void arrived(const std::string &day, TimeMs sinceDayStartMs, ServiceId service, SegmentId segment);

    /// Makes the day so far part of the profile.
    void endDay();
    /// The level of today by `sinceDayStartMs`: its mean, and the spread that is left, of ln.
    struct Level {
        double mean = 1;
        double spread = 0.2;
    };
    [[nodiscard]] Level level(TimeMs sinceDayStartMs) const;
    /// How many will come to each of `queues` in each of the next `slots` half hours, from that of
    /// `sinceDayStartMs` on; none after the day's end.
    [[nodiscard]] std::vector<std::vector<double>> ahead(TimeMs sinceDayStartMs, std::size_t slots) const;
    /// Whether this can be learned on from, as a value from outside may not.
    [[nodiscard]] bool isSound() const;
    friend bool operator==(const ArrivalProfile &, const ArrivalProfile &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("businessDay", self.businessDay);
        visit("days", self.days);
        visit("queues", self.queues);
    }
};

} // namespace tiepdon
