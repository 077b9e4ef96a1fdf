// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace tiepdon {

/// How a branch chooses whom to call next among the heads of its queues.
enum class CallingRuleKind : std::uint8_t {
    BrokenPromise, ///< apparent tardiness cost: the price of a promise about to break, per minute of service
    Arrival, ///< who came first
    FixedPriority, ///< the highest rank; among equals the earlier reference time
    Ratio, ///< the largest share of the promised wait used up
    EarliestDue, ///< the promise that ends first
    GeneralizedCMu, ///< a convex price of waiting times the rate of service
};

constexpr auto names(CallingRuleKind)
{
    return std::array<std::string_view, 6>{"brokenPromise", "arrival",     "fixedPriority",
                                           "ratio",         "earliestDue", "generalizedCMu"};
}

/// The rule of a branch and its parameters, in thousandths so that a digest is the same on every machine.
/// What each does to a queue's index is in core/queue/ruleindex.h.
struct CallingRule {
    CallingRuleKind kind = CallingRuleKind::BrokenPromise;
    std::int64_t lookAheadPermille = 250; ///< how early a promise about to break weighs, in shares of it
    std::int64_t savePermille = 1000; ///< weight of a promise that can still be kept
    std::int64_t basePermille = 200; ///< least weight of waiting, before a promise is near
    std::int64_t latePermille = 600; ///< weight of a promise just broken
    std::int64_t slopePermille = 600; ///< growth of that weight per promise of lateness
    std::int64_t guardPermille = 7000; ///< waited this many promises: before all who have not; 0: no guard
    std::int64_t servicePowerPermille = 1100; ///< how much short services are preferred
    std::int64_t cMuPowerPermille = 2000; ///< power of the price of waiting under `GeneralizedCMu`
    TimeMs longestWaitMs = 90 * kMinuteMs; ///< waited longer than this: as past the guard; 0: no such bound
    std::int64_t bookedPermille = 3000; ///< multiplies the weight of who comes with a booking, in the choice alone
    /// How often others may be called before somebody who came earlier and could have been called; then that
    /// person goes before everything else. 0: as often as the rule has it.
    std::int64_t maxOvertaken = 20;

    /// Apparent tardiness cost as its authors and common practice have it, with a guard at four promises.
    static constexpr CallingRule classical()
    {
        CallingRule rule;
        rule.lookAheadPermille = 350;
        rule.slopePermille = 250;
        rule.guardPermille = 4000;
        rule.servicePowerPermille = 1000;
        rule.longestWaitMs = 0;
        rule.bookedPermille = 1000;
        return rule;
    }

    friend bool operator==(const CallingRule &, const CallingRule &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("kind", self.kind);
        visit("lookAheadPermille", self.lookAheadPermille);
        visit("savePermille", self.savePermille);
        visit("basePermille", self.basePermille);
        visit("latePermille", self.latePermille);
        visit("slopePermille", self.slopePermille);
        visit("guardPermille", self.guardPermille);
        visit("servicePowerPermille", self.servicePowerPermille);
        visit("cMuPowerPermille", self.cMuPowerPermille);
        visit("longestWaitMs", self.longestWaitMs);
        visit("bookedPermille", self.bookedPermille);
        visit("maxOvertaken", self.maxOvertaken);
    }
};

} // namespace tiepdon
