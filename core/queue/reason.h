// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tiepdon {

/// What decided a call.
enum class CallRule : std::uint8_t {
    OnlyOne, ///< nobody else waited for the counter's services
    OnlyService, ///< one of its services had people waiting: who came first there
    ServiceLevel, ///< had used up the largest share of the service level
    EarlierPlace, ///< equal share: the earlier reference time
    LowerTicket, ///< equal in both: the ticket taken first
    Raised, ///< a person put it first in its queue; how long it waited did not decide
    Chosen, ///< a person named it; `runnerUp` is whom the rule would have called, if that was another
};

constexpr auto names(CallRule)
{
    return std::array<std::string_view, 7>{"onlyOne",     "onlyService", "serviceLevel", "earlierPlace",
                                           "lowerTicket", "raised",      "chosen"};
}

/// Why a ticket was called, with the numbers the choice was made from, so that it can be said in either
/// language and checked later. `runnerUp…` are empty or 0 when no other service had anybody waiting.
struct CallReason {
    CallRule rule = CallRule::OnlyOne;
    ServiceId service;
    TimeMs waitedMs = 0; ///< since its reference time, its own where a person put it elsewhere
    TimeMs serviceLevelMs = 0;
    std::int64_t waiting = 0; ///< people waiting for the counter's services, this one included
    std::int64_t services = 0; ///< services of the counter with people waiting
    std::string runnerUp; ///< printed number of the best ticket of another service
    ServiceId runnerUpService;
    TimeMs runnerUpWaitedMs = 0;
    TimeMs runnerUpServiceLevelMs = 0;

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
    }
};

} // namespace tiepdon
