// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/reason.h"
#include "core/queue/state.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

// What happened in the branch. `kName` is the event's name in the journal and on the wire. Its time, its
// actor and its number stand in the journal's entry, not in the event.

namespace tiepdon {

namespace event {

struct BranchRuled {
    static constexpr std::string_view kName = "BranchRuled";
    BranchSettings settings;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("settings", self.settings);
    }
};

struct ServiceDefined {
    static constexpr std::string_view kName = "ServiceDefined";
    Service service;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("service", self.service);
    }
};

struct ProfileDefined {
    static constexpr std::string_view kName = "ProfileDefined";
    WorkProfile profile;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("profile", self.profile);
    }
};

struct CounterDefined {
    static constexpr std::string_view kName = "CounterDefined";
    Counter counter;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
    }
};

struct StaffDefined {
    static constexpr std::string_view kName = "StaffDefined";
    Staff staff;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("staff", self.staff);
    }
};

struct GroupDefined {
    static constexpr std::string_view kName = "GroupDefined";
    ServiceGroup group;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("group", self.group);
    }
};

struct ZoneDefined {
    static constexpr std::string_view kName = "ZoneDefined";
    Zone zone;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("zone", self.zone);
    }
};

/// The day begins. Holds the whole state, so that a restart replays from here and needs nothing older.
struct DayOpened {
    static constexpr std::string_view kName = "DayOpened";
    StateImage state;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("state", self.state);
    }
};

struct DayClosed {
    static constexpr std::string_view kName = "DayClosed";
    std::string businessDay;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("businessDay", self.businessDay);
    }
};

/// Somebody is at the counter from now on; in place of whoever was, with the ticket in hand.
struct CounterOpened {
    static constexpr std::string_view kName = "CounterOpened";
    CounterId counter;
    StaffId staff;
    ProfileId profile;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("staff", self.staff);
        visit("profile", self.profile);
    }
};

struct CounterClosed {
    static constexpr std::string_view kName = "CounterClosed";
    CounterId counter;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
    }
};

struct ProfileAssigned {
    static constexpr std::string_view kName = "ProfileAssigned";
    CounterId counter;
    ProfileId profile;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("profile", self.profile);
    }
};

/// The counter is on a break from now on; again with another reason, from then on for that.
struct CounterPaused {
    static constexpr std::string_view kName = "CounterPaused";
    CounterId counter;
    BreakReason reason = BreakReason::Other;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("reason", self.reason);
    }
};

struct CounterResumed {
    static constexpr std::string_view kName = "CounterResumed";
    CounterId counter;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
    }
};

struct TicketIssued {
    static constexpr std::string_view kName = "TicketIssued";
    TicketId ticket;
    std::string series;
    std::int64_t serial = 0;
    std::string number;
    ServiceId service;
    SegmentId segment = {};
    PriorityReasonId priorityReason = {};
    std::optional<TimeMs> bookedMs = {};
    std::string language = {};
    CustomerId customer = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("series", self.series);
        visit("serial", self.serial);
        visit("number", self.number);
        visit("service", self.service);
        visit("segment", self.segment, kAddedLater);
        visit("priorityReason", self.priorityReason, kAddedLater);
        visit("bookedMs", self.bookedMs);
        visit("language", self.language, kAddedLater);
        visit("customer", self.customer, kAddedLater);
    }
};

struct TicketCalled {
    static constexpr std::string_view kName = "TicketCalled";
    TicketId ticket;
    CounterId counter;
    StaffId staff;
    CallReason reason;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("counter", self.counter);
        visit("staff", self.staff);
        visit("reason", self.reason);
    }
};

struct TicketRecalled {
    static constexpr std::string_view kName = "TicketRecalled";
    TicketId ticket;
    CounterId counter;
    std::int64_t recalls = 0; ///< of this call, this one included
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("counter", self.counter);
        visit("recalls", self.recalls);
    }
};

struct ServiceStarted {
    static constexpr std::string_view kName = "ServiceStarted";
    TicketId ticket;
    CounterId counter;
    std::optional<TimeMs> claimedMs
        = {}; ///< when it really was, as the client measured it; only where that differs
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("counter", self.counter);
        visit("claimedMs", self.claimedMs);
    }
};

struct ServiceFinished {
    static constexpr std::string_view kName = "ServiceFinished";
    TicketId ticket;
    CounterId counter;
    std::optional<TimeMs> claimedMs
        = {}; ///< when it really was, as the client measured it; only where that differs
    OutcomeId outcome = {}; ///< 0: as marked before
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("counter", self.counter);
        visit("claimedMs", self.claimedMs);
        visit("outcome", self.outcome, kAddedLater);
    }
};

/// Did not come to a call and waits again, at a later place.
struct TicketMissed {
    static constexpr std::string_view kName = "TicketMissed";
    TicketId ticket;
    CounterId counter;
    std::int64_t misses = 0; ///< of this step, this one included
    Place place;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("counter", self.counter);
        visit("misses", self.misses);
        visit("place", self.place);
    }
};

/// Did not come to the last call either.
struct TicketNoShow {
    static constexpr std::string_view kName = "TicketNoShow";
    TicketId ticket;
    CounterId counter;
    std::int64_t misses = 0;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("counter", self.counter);
        visit("misses", self.misses);
    }
};

struct TicketTransferred {
    static constexpr std::string_view kName = "TicketTransferred";
    TicketId ticket;
    CounterId counter; ///< where it was in hand; 0 when it waited
    ServiceId service;
    Place place;
    std::optional<HandReason> reason = {};
    std::optional<Place> raisedFrom = {}; ///< the place it would have by the time it waited, where that is another
    CounterId forCounter = {};
    StaffId forStaff = {};
    std::optional<Held> held = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("counter", self.counter);
        visit("service", self.service);
        visit("place", self.place);
        visit("reason", self.reason);
        visit("raisedFrom", self.raisedFrom);
        visit("forCounter", self.forCounter, kAddedLater);
        visit("forStaff", self.forStaff, kAddedLater);
        visit("held", self.held);
    }
};

struct TicketRaised {
    static constexpr std::string_view kName = "TicketRaised";
    TicketId ticket;
    Place place;
    HandReason reason = HandReason::Other;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("place", self.place);
        visit("reason", self.reason);
    }
};

struct TicketLowered {
    static constexpr std::string_view kName = "TicketLowered";
    TicketId ticket;
    Place place;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("place", self.place);
    }
};

struct TicketCancelled {
    static constexpr std::string_view kName = "TicketCancelled";
    TicketId ticket;
    HandReason reason = HandReason::Other;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("reason", self.reason);
    }
};

/// One of those that had ended waits again, in the step it was in.
struct TicketRestored {
    static constexpr std::string_view kName = "TicketRestored";
    TicketId ticket;
    Place place;
    HandReason reason = HandReason::Other;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("place", self.place);
        visit("reason", self.reason);
    }
};

/// A part of the branch, new or changed.
struct SegmentDefined {
    static constexpr std::string_view kName = "SegmentDefined";
    Segment segment;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("segment", self.segment);
    }
};

/// A part of the branch, new or changed.
struct PriorityReasonDefined {
    static constexpr std::string_view kName = "PriorityReasonDefined";
    PriorityReason priorityReason;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("priorityReason", self.priorityReason);
    }
};

/// A part of the branch, new or changed.
struct OutcomeDefined {
    static constexpr std::string_view kName = "OutcomeDefined";
    Outcome outcome;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("outcome", self.outcome);
    }
};

/// The branch has a part no longer.
struct PartRemoved {
    static constexpr std::string_view kName = "PartRemoved";
    PartKind kind = PartKind::Service;
    std::int64_t id = 0;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("kind", self.kind);
        visit("id", self.id);
    }
};

/// Somebody who waited when an earlier day closed waits on.
struct TicketCarried {
    static constexpr std::string_view kName = "TicketCarried";
    TicketId ticket;
    Place place;
    std::string takenOn; ///< the business day it was taken on
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("place", self.place);
        visit("takenOn", self.takenOn);
    }
};

/// The next person who comes is called to this counter.
struct NextStored {
    static constexpr std::string_view kName = "NextStored";
    CounterId counter;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
    }
};

/// Not any more.
struct NextForgotten {
    static constexpr std::string_view kName = "NextForgotten";
    CounterId counter;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
    }
};

/// Back to the queue without a miss.
struct TicketRequeued {
    static constexpr std::string_view kName = "TicketRequeued";
    TicketId ticket;
    CounterId counter;
    Place place;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("counter", self.counter);
        visit("place", self.place);
    }
};

/// A service put aside.
struct TicketParked {
    static constexpr std::string_view kName = "TicketParked";
    TicketId ticket;
    CounterId counter;
    ParkReason reason = ParkReason::Other;
    std::optional<TimeMs> untilMs = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("counter", self.counter);
        visit("reason", self.reason);
        visit("untilMs", self.untilMs);
    }
};

/// A parked ticket is called to a counter that takes it up.
struct TicketResumed {
    static constexpr std::string_view kName = "TicketResumed";
    TicketId ticket;
    CounterId counter;
    StaffId staff;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("counter", self.counter);
        visit("staff", self.staff);
    }
};

/// Its time has come: a parked ticket is back in its queue, raised; a transfer takes effect.
struct TicketDue {
    static constexpr std::string_view kName = "TicketDue";
    TicketId ticket;
    Place place;
    std::optional<Place> raisedFrom = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("place", self.place);
        visit("raisedFrom", self.raisedFrom);
    }
};

/// What waits after the service in hand, as it is now.
struct StepsPlanned {
    static constexpr std::string_view kName = "StepsPlanned";
    TicketId ticket;
    CounterId counter;
    std::vector<NextStep> steps;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("counter", self.counter);
        visit("steps", self.steps);
    }
};

/// A service of the visit is done, and the person waits for the next one planned.
struct StepFinished {
    static constexpr std::string_view kName = "StepFinished";
    TicketId ticket;
    CounterId counter;
    Place place; ///< in the queue of the next service
    std::optional<TimeMs> claimedMs = {};
    OutcomeId outcome = {}; ///< 0: as marked before
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("counter", self.counter);
        visit("place", self.place);
        visit("claimedMs", self.claimedMs);
        visit("outcome", self.outcome, kAddedLater);
    }
};

/// The person has left.
struct WrapUpStarted {
    static constexpr std::string_view kName = "WrapUpStarted";
    TicketId ticket;
    CounterId counter;
    std::optional<TimeMs> claimedMs = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("counter", self.counter);
        visit("claimedMs", self.claimedMs);
    }
};

/// How the service in hand came out.
struct OutcomeMarked {
    static constexpr std::string_view kName = "OutcomeMarked";
    TicketId ticket;
    CounterId counter;
    OutcomeId outcome;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("counter", self.counter);
        visit("outcome", self.outcome);
    }
};

/// Who the customer is.
struct TicketSegmented {
    static constexpr std::string_view kName = "TicketSegmented";
    TicketId ticket;
    SegmentId segment;
    PriorityReasonId priorityReason;
    std::optional<Place> place = {}; ///< where it stands by that, if elsewhere
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("segment", self.segment);
        visit("priorityReason", self.priorityReason);
        visit("place", self.place);
    }
};

/// Whose the ticket is, by id alone.
struct CustomerLinked {
    static constexpr std::string_view kName = "CustomerLinked";
    TicketId ticket;
    CustomerId customer; ///< 0: nobody's any more
    std::optional<SegmentId> segment = {}; ///< of which it is from now on, if another
    std::optional<std::string> language = {}; ///< to be served in from now on, if another
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("customer", self.customer);
        visit("segment", self.segment);
        visit("language", self.language);
    }
};

/// Was still open when the day closed.
struct TicketEnded {
    static constexpr std::string_view kName = "TicketEnded";
    TicketId ticket;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
    }
};

} // namespace event

using Event
    = std::variant<event::BranchRuled, event::ServiceDefined, event::ProfileDefined, event::CounterDefined,
                   event::StaffDefined, event::GroupDefined, event::ZoneDefined, event::DayOpened, event::DayClosed,
                   event::CounterOpened, event::CounterClosed, event::ProfileAssigned, event::CounterPaused,
                   event::CounterResumed, event::TicketIssued, event::TicketCalled, event::TicketRecalled,
                   event::ServiceStarted, event::ServiceFinished, event::TicketMissed, event::TicketNoShow,
                   event::TicketTransferred, event::TicketRaised, event::TicketLowered, event::TicketCancelled,
                   event::TicketRestored, event::TicketEnded, event::SegmentDefined, event::PriorityReasonDefined,
                   event::OutcomeDefined, event::TicketCarried, event::NextStored, event::NextForgotten,
                   event::TicketRequeued, event::TicketParked, event::TicketResumed, event::TicketDue,
                   event::StepsPlanned, event::StepFinished, event::WrapUpStarted, event::OutcomeMarked,
                   event::TicketSegmented, event::CustomerLinked, event::PartRemoved>;

/// The event's name, for example "TicketCalled".
inline std::string_view name(const Event &event)
{
    return std::visit([](const auto &e) { return std::decay_t<decltype(e)>::kName; }, event);
}

} // namespace tiepdon
