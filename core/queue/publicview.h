// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/engine.h"
#include "core/queue/waitrange.h"

#include <string>
#include <variant>
#include <vector>

// What displays and kiosks may know: numbers, counters, how many wait. Nobody's name, no staff.

namespace tiepdon {

/// A service's queue as seen from outside.
struct PublicQueue {
    ServiceId service;
    LocalText name;
    std::int64_t waiting = 0;
    std::optional<TimeMs> recentWaitMs; ///< median wait of the last calls; nothing before the first
    GroupId group = {};
    std::string series = {};
    std::vector<OpeningWindow> hours = {};
    LocalText bring = {};
    std::vector<ZoneId> zones = {}; ///< of the counters whose own profile serves it
    std::int64_t counters = 0; ///< open counters that serve it now
    std::optional<CallPace> pace = {}; ///< nothing before the first call of the day
    std::optional<std::int64_t> ticketsLeft = {}; ///< today; nothing where there is no limit

    friend bool operator==(const PublicQueue &, const PublicQueue &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("service", self.service);
        visit("name", self.name);
        visit("waiting", self.waiting);
        visit("recentWaitMs", self.recentWaitMs);
        visit("group", self.group);
        visit("series", self.series);
        visit("hours", self.hours);
        visit("bring", self.bring);
        visit("zones", self.zones);
        visit("counters", self.counters);
        visit("pace", self.pace);
        visit("ticketsLeft", self.ticketsLeft);
    }
};

struct PublicState {
    LocalText branch;
    std::int64_t utcOffsetMin = 0;
    std::string businessDay;
    bool isOpen = false;
    std::vector<PublicQueue> queues; ///< in order of service id
    std::vector<ShownCall> calls; ///< newest first, at most `limits::kShownCallsMax` of a zone
    std::vector<ServiceGroup> groups = {}; ///< in order of id
    std::vector<Zone> zones = {}; ///< in order of id
    std::string followUrl = {}; ///< see BranchSettings
    std::vector<PriorityReason> priorityReasons = {}; ///< those people may give at a kiosk

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
        visit("groups", self.groups);
        visit("zones", self.zones);
        visit("followUrl", self.followUrl);
        visit("priorityReasons", self.priorityReasons);
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
    std::int64_t counters = 0;
    std::optional<CallPace> pace = {};
    std::optional<std::int64_t> ticketsLeft = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("service", self.service);
        visit("waiting", self.waiting);
        visit("recentWaitMs", self.recentWaitMs);
        visit("counters", self.counters);
        visit("pace", self.pace);
        visit("ticketsLeft", self.ticketsLeft);
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

/// What is shown of a state.
PublicState publicState(const BranchState &state);

} // namespace tiepdon
