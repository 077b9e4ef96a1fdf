// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/engine.h"

#include <string>
#include <variant>
#include <vector>

// What displays and kiosks may know: numbers, counters, how many wait. Nobody's name, no staff.

namespace tiepdon {

/// One call as the lobby shows it.
struct ShownCall {
    std::string number; ///< printed number
    std::int64_t counter = 0; ///< the counter's shown number
    ServiceId service;
    TimeMs calledMs = 0; ///< of the first call to this counter
    TimeMs shownMs = 0; ///< of the last call or recall
    std::int64_t recalls = 0;
    bool isOpen = true; ///< false once the person came, missed it or the ticket went elsewhere

    friend bool operator==(const ShownCall &, const ShownCall &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("number", self.number);
        visit("counter", self.counter);
        visit("service", self.service);
        visit("calledMs", self.calledMs);
        visit("shownMs", self.shownMs);
        visit("recalls", self.recalls);
        visit("isOpen", self.isOpen);
    }
};

/// A service's queue as seen from outside.
struct PublicQueue {
    ServiceId service;
    LocalText name;
    std::int64_t waiting = 0;
    std::optional<TimeMs> recentWaitMs; ///< median wait of the last calls; nothing before the first

    friend bool operator==(const PublicQueue &, const PublicQueue &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("service", self.service);
        visit("name", self.name);
        visit("waiting", self.waiting);
        visit("recentWaitMs", self.recentWaitMs);
    }
};

struct PublicState {
    LocalText branch;
    std::int64_t utcOffsetMin = 0;
    std::string businessDay;
    bool isOpen = false;
    std::vector<PublicQueue> queues; ///< in order of service id
    std::vector<ShownCall> calls; ///< newest first, at most `limits::kShownCallsMax`

    friend bool operator==(const PublicState &, const PublicState &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("branch", self.branch);
        visit("utcOffsetMin", self.utcOffsetMin);
        visit("businessDay", self.businessDay);
        visit("isOpen", self.isOpen);
        visit("queues", self.queues);
        visit("calls", self.calls);
    }
};

namespace publicevent {

/// Everything anew: the day opened or closed, or the branch was redefined.
struct BranchShown {
    static constexpr std::string_view kName = "BranchShown";
    PublicState state;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("state", self.state);
    }
};

/// A call or a recall: goes to the top of the calls; an earlier one of the same number leaves them.
struct CallShown {
    static constexpr std::string_view kName = "CallShown";
    ShownCall call;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("call", self.call);
    }
};

/// The person called came, or is not called any longer.
struct CallEnded {
    static constexpr std::string_view kName = "CallEnded";
    std::string number;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("number", self.number);
    }
};

struct QueueChanged {
    static constexpr std::string_view kName = "QueueChanged";
    ServiceId service;
    std::int64_t waiting = 0;
    std::optional<TimeMs> recentWaitMs;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("service", self.service);
        visit("waiting", self.waiting);
        visit("recentWaitMs", self.recentWaitMs);
    }
};

} // namespace publicevent

using PublicEvent = std::variant<publicevent::BranchShown, publicevent::CallShown, publicevent::CallEnded,
                                 publicevent::QueueChanged>;

inline std::string_view name(const PublicEvent &event)
{
    return std::visit([](const auto &e) { return std::decay_t<decltype(e)>::kName; }, event);
}

/// What the outside sees of an event that has just been applied to `after`. `touched` is what apply gave.
std::vector<PublicEvent> publicEvents(const BranchState &after, const Event &event, const Touched &touched);

/// Makes a public event part of what is shown. Total.
void apply(PublicState &state, const PublicEvent &event);

/// What is shown of a state whose calls are not known (after a restart): the open calls of its counters.
PublicState publicState(const BranchState &state);

} // namespace tiepdon
