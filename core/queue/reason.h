// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/domain/branch.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tiepdon {

/// What decided a call.
enum class CallRule : std::uint8_t {
    OnlyOne, ///< nobody else waited for the counter's services
    OnlyService, ///< one of its queues (a service and a segment) had people waiting: who came first there
    ServiceLevel, ///< rule `Ratio`: had used up the largest share of the promised wait
    EarlierPlace, ///< rule `Arrival`, or equal by the rule: the earlier reference time
    LowerTicket, ///< equal in both: the first by service, segment and ticket
    Raised, ///< a person put it first in its queue; how long it waited did not decide
    Chosen, ///< a person named it; `runnerUp` is whom the rule would have called, if that was another
    Price, ///< rule `BrokenPromise`: its promise would cost most to break now, per minute of service
    Rank, ///< rule `FixedPriority`: the higher rank
    DueFirst, ///< rule `EarliestDue`: its promise ends first
    WaitingCost, ///< rule `GeneralizedCMu`: its waiting costs most, per minute of service
    PastGuard, ///< had waited so many promises that it goes before all who have not
    Overtaken, ///< had been overtaken as often as the branch allows
    BookedEarly, ///< nobody was due; its booked time was the nearest
    WalkIn, ///< came to the counter without a ticket
};

constexpr auto names(CallRule)
{
    return std::array<std::string_view, 15>{
        "onlyOne", "onlyService", "serviceLevel", "earlierPlace", "lowerTicket", "raised",      "chosen", "price",
        "rank",    "dueFirst",    "waitingCost",  "pastGuard",    "overtaken",   "bookedEarly", "walkIn"};
}

/// Why a ticket was called, with the numbers the choice was made from, so that it can be said in either
/// language and checked later. `runnerUp…` are empty or 0 when no other queue had anybody waiting.
struct CallReason {
    CallRule rule = CallRule::OnlyOne;
    ServiceId service;
    TimeMs waitedMs = 0; ///< since its reference time, its own where a person put it elsewhere
    TimeMs serviceLevelMs = 0; ///< the wait promised to its segment there
    std::int64_t waiting = 0; ///< people waiting for the counter's services, this one included
    std::int64_t services = 0; ///< services of the counter with people waiting
    std::string runnerUp; ///< printed number of the best ticket of another service
    ServiceId runnerUpService;
    TimeMs runnerUpWaitedMs = 0;
    TimeMs runnerUpServiceLevelMs = 0;
    SegmentId segment = {};
    SegmentId runnerUpSegment = {};
    CallingRuleKind kind = CallingRuleKind::BrokenPromise; ///< the branch's rule then
    std::int64_t indexNano = 0; ///< by `RuleIndex`, in thousand millionths, as far as 63 bits hold it
    std::int64_t runnerUpIndexNano = 0;
    std::int64_t weightPermille = 0; ///< of its segment and service
    std::int64_t runnerUpWeightPermille = 0;
    TimeMs meanServiceMs = 0;
    TimeMs runnerUpMeanServiceMs = 0;
    std::int64_t overtaken = 0; ///< how often others who came later had been called before it

    friend bool operator==(const CallReason &, const CallReason &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("rule", self.rule);
        visit("service", self.service);
        visit("waitedMs", self.waitedMs);
        visit("serviceLevelMs", self.serviceLevelMs);
        visit("waiting", self.waiting);
        visit("services", self.services);
        visit("runnerUp", self.runnerUp);
        visit("runnerUpService", self.runnerUpService);
        visit("runnerUpWaitedMs", self.runnerUpWaitedMs);
        visit("runnerUpServiceLevelMs", self.runnerUpServiceLevelMs);
        visit("segment", self.segment, kAddedLater);
        visit("runnerUpSegment", self.runnerUpSegment, kAddedLater);
        visit("kind", self.kind, kAddedLater);
        visit("indexNano", self.indexNano, kAddedLater);
        visit("runnerUpIndexNano", self.runnerUpIndexNano, kAddedLater);
        visit("weightPermille", self.weightPermille, kAddedLater);
        visit("runnerUpWeightPermille", self.runnerUpWeightPermille, kAddedLater);
        visit("meanServiceMs", self.meanServiceMs, kAddedLater);
        visit("runnerUpMeanServiceMs", self.runnerUpMeanServiceMs, kAddedLater);
        visit("overtaken", self.overtaken, kAddedLater);
    }
};

} // namespace tiepdon
