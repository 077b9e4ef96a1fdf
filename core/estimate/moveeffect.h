// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/estimate/floormove.h"

#include <cstdint>
#include <vector>

namespace tiepdon {

/// As far as moves of counters are looked at.
constexpr TimeMs kAdviceAheadMs = 75 * kMinuteMs;

/// What is expected of a service over the next `MoveEffect::aheadMs`: of all who wait for it and all who come.
struct ServiceOutlook {
    ServiceId service;
    std::int64_t waiting = 0; ///< now
    std::int64_t people = 0; ///< mean of the futures, rounded
    TimeMs p80WaitMs = 0; ///< four in five wait less; 0: nobody is expected
    bool isP80Least = false; ///< so many are not called by the end that it is longer than this
    std::int64_t keptPermille = 1000; ///< called within what was promised to them, of those of whom it is settled
    friend bool operator==(const ServiceOutlook &, const ServiceOutlook &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("service", self.service);
        visit("waiting", self.waiting);
        visit("people", self.people);
        visit("p80WaitMs", self.p80WaitMs);
        visit("isP80Least", self.isP80Least);
        visit("keptPermille", self.keptPermille);
    }
};

/// A service as it will be without and with a move.
struct ServiceEffect {
    ServiceOutlook before;
    ServiceOutlook after;
    friend bool operator==(const ServiceEffect &, const ServiceEffect &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("before", self.before);
        visit("after", self.after);
    }
};

/// What moves change, from the same futures played without and with them.
struct MoveEffect {
    TimeMs aheadMs = 0; ///< how far the futures were played
    std::vector<ServiceEffect> services = {}; ///< in order of id; those that anybody waits for or may come to
    std::int64_t keptBeforePermille = 1000; ///< over all services
    std::int64_t keptAfterPermille = 1000;
    /// Less broken promises, weighted, in thousandths: one of an ordinary customer counts 1000. Negative: more.
    std::int64_t gainMilli = 0;
    std::int64_t counterMin = 0; ///< minutes that counters are open longer; negative: shorter
    std::int64_t betterIn = 0; ///< futures in which it is better than without
    std::int64_t worseIn = 0; ///< and in which it is worse
    std::int64_t futures = 0; ///< of so many
    /// Services somebody waits for that no open counter serves after it, though one does without.
    std::vector<ServiceId> unserved = {};
    friend bool operator==(const MoveEffect &, const MoveEffect &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("aheadMs", self.aheadMs);
        visit("services", self.services);
        visit("keptBeforePermille", self.keptBeforePermille);
        visit("keptAfterPermille", self.keptAfterPermille);
        visit("gainMilli", self.gainMilli);
        visit("counterMin", self.counterMin);
        visit("betterIn", self.betterIn);
        visit("worseIn", self.worseIn);
        visit("futures", self.futures);
        visit("unserved", self.unserved);
    }
};

} // namespace tiepdon
