// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/branch.h"
#include "core/domain/ticket.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

// What can be asked of the branch. `kMethod` is the command's name on the wire. Times are never in a
// command: the hub stamps them.

namespace tiepdon {

namespace command {

/// Adds and updates every part of a branch at once, or nothing. What it leaves out stays as it is, and may be
/// named by what it adds.
struct DefineBranch {
    static constexpr std::string_view kMethod = "defineBranch";
    BranchSetup setup;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("setup", self.setup);
    }
};

/// A single part of a branch that has been defined before (NotDefined otherwise). So are the others.
struct DefineService {
    static constexpr std::string_view kMethod = "defineService";
    Service service;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("service", self.service);
    }
};

struct DefineProfile {
    static constexpr std::string_view kMethod = "defineProfile";
    WorkProfile profile;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("profile", self.profile);
    }
};

struct DefineCounter {
    static constexpr std::string_view kMethod = "defineCounter";
    Counter counter;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
    }
};

struct DefineStaff {
    static constexpr std::string_view kMethod = "defineStaff";
    Staff staff;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("staff", self.staff);
    }
};

struct DefineGroup {
    static constexpr std::string_view kMethod = "defineGroup";
    ServiceGroup group;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("group", self.group);
    }
};

struct DefineZone {
    static constexpr std::string_view kMethod = "defineZone";
    Zone zone;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("zone", self.zone);
    }
};

/// A single part of a branch that has been defined before.
struct DefineSegment {
    static constexpr std::string_view kMethod = "defineSegment";
    Segment segment;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("segment", self.segment);
    }
};

/// A single part of a branch that has been defined before.
struct DefinePriorityReason {
    static constexpr std::string_view kMethod = "definePriorityReason";
    PriorityReason priorityReason;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("priorityReason", self.priorityReason);
    }
};

/// A single part of a branch that has been defined before.
struct DefineOutcome {
    static constexpr std::string_view kMethod = "defineOutcome";
    Outcome outcome;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("outcome", self.outcome);
    }
};

/// Changes, adds and removes parts of a branch at once, or nothing. What is in `before` and not in `after` goes; in
/// `after` alone it is new. SettingChanged (detail: "kind", "id") when the branch has a part otherwise than `before`
/// says: somebody else changed it meanwhile. SettingInUse ("kind", "id", "by": kind and "byId", or "waiting": how
/// many tickets) for what something else still needs; InvalidParams as with `DefineBranch`.
/// Taken back by itself with both sides changed over.
struct ChangeSettings {
    static constexpr std::string_view kMethod = "changeSettings";
    BranchParts before;
    BranchParts after;
    DecisionRecord decision = {}; ///< for the hub, which wants all four answered: DecisionNeeded ("field")
    SettingChangeId reverts = {}; ///< for the hub: the change that this takes back
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("before", self.before);
        visit("after", self.after);
        visit("decision", self.decision, kAddedLater);
        visit("reverts", self.reverts, kAddedLater);
    }
};

/// Opens a business day: a later one than the last, or the last again after it was closed too early (then
/// numbers and totals go on where they were).
struct OpenDay {
    static constexpr std::string_view kMethod = "openDay";
    std::string businessDay; ///< "YYYY-MM-DD"
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("businessDay", self.businessDay);
    }
};

/// Closes the day: open tickets end, counters sign off. Refused while somebody is called or being
/// served, unless `force`.
struct CloseDay {
    static constexpr std::string_view kMethod = "closeDay";
    bool force = false;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("force", self.force);
    }
};

/// Somebody opens a counter. `profile` 0 takes the counter's own.
struct SignOn {
    static constexpr std::string_view kMethod = "signOn";
    CounterId counter;
    StaffId staff;
    ProfileId profile;
    bool takeOver = false; ///< from whoever has the counter now; the ticket in hand stays there
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("staff", self.staff);
        visit("profile", self.profile);
        visit("takeOver", self.takeOver);
    }
};

struct SignOff {
    static constexpr std::string_view kMethod = "signOff";
    CounterId counter;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
    }
};

/// Gives an open counter another work profile from its next call on. Refused with ServiceUnserved (`detail`
/// services: their ids, parted by commas) when a service it serves now would have no open counter left, unless
/// `leaveUnserved`.
struct AssignProfile {
    static constexpr std::string_view kMethod = "assignProfile";
    CounterId counter;
    ProfileId profile;
    std::optional<ProfileId> from = {}; ///< what it is believed to have now; CounterChanged when it has another
    bool leaveUnserved = false;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("profile", self.profile);
        visit("from", self.from);
        visit("leaveUnserved", self.leaveUnserved, kAddedLater);
    }
};

/// Whoever is at the counter is away for a while: nobody is called there until the break ends or somebody signs on.
struct TakeBreak {
    static constexpr std::string_view kMethod = "takeBreak";
    CounterId counter;
    BreakReason reason = BreakReason::Other;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("reason", self.reason);
    }
};

struct EndBreak {
    static constexpr std::string_view kMethod = "endBreak";
    CounterId counter;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
    }
};

/// Refused with ServiceClosed outside the service's hours (`detail` opensMs says when it opens, if it does),
/// ServiceFull when its day's tickets are given out (limit), BookingTooEarly (fromMs) and BookingTooLate (untilMs)
/// when there is a booking and its time is far.
struct IssueTicket {
    static constexpr std::string_view kMethod = "issueTicket";
    ServiceId service;
    SegmentId segment = {}; ///< 0: by the reason, or by the booking, or ordinary
    PriorityReasonId priorityReason = {}; ///< why of that segment
    std::optional<TimeMs> bookedMs = {}; ///< the time that was booked
    std::string language = {}; ///< asked for; a two-letter code
    CustomerId customer = {}; ///< whose it is; the hub then says `segment` and `language` where they are not given
    /// What `identify` answered; the hub replaces it by the customer. IdentityExpired.
    std::string identity = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("service", self.service);
        visit("segment", self.segment, kAddedLater);
        visit("priorityReason", self.priorityReason, kAddedLater);
        visit("bookedMs", self.bookedMs);
        visit("language", self.language, kAddedLater);
        visit("customer", self.customer, kAddedLater);
        visit("identity", self.identity, kAddedLater);
    }
};

/// Refused with CalledTooSoon (untilMs) when the branch wants more time between two calls of a counter. With nobody
/// waiting: NobodyWaiting, or with `store` the next person who comes is called here at once.
struct CallNext {
    static constexpr std::string_view kMethod = "callNext";
    CounterId counter;
    bool store = false;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("store", self.store, kAddedLater);
    }
};

/// Takes a stored "next" back.
struct ForgetNext {
    static constexpr std::string_view kMethod = "forgetNext";
    CounterId counter;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
    }
};

/// Calls a ticket that waits, whosever turn it is; also one of a service the counter does not serve.
struct CallTicket {
    static constexpr std::string_view kMethod = "callTicket";
    CounterId counter;
    TicketId ticket;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
    }
};

// What follows names the ticket in hand beside the counter, so that a command about an earlier one is
// refused instead of hitting the next.

struct Recall {
    static constexpr std::string_view kMethod = "recall";
    CounterId counter;
    TicketId ticket;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
    }
};

struct StartService {
    static constexpr std::string_view kMethod = "startService";
    CounterId counter;
    TicketId ticket;
    std::optional<TimeMs> claimedMs = {}; ///< when it happened by the client's measure; kept only when that differs
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
        visit("claimedMs", self.claimedMs);
    }
};

/// The step ends; when further services were added the person waits for the next of them, otherwise the ticket is
/// done. Refused with OutcomeRequired where the service wants one and there is none.
struct FinishService {
    static constexpr std::string_view kMethod = "finishService";
    CounterId counter;
    TicketId ticket;
    std::optional<TimeMs> claimedMs = {}; ///< when it happened by the client's measure; kept only when that differs
    OutcomeId outcome = {}; ///< how it came out; 0: as marked before
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
        visit("claimedMs", self.claimedMs);
        visit("outcome", self.outcome, kAddedLater);
    }
};

/// The person called did not come: places back, or the end of the ticket at the last miss.
struct MarkNoShow {
    static constexpr std::string_view kMethod = "markNoShow";
    CounterId counter;
    TicketId ticket;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
    }
};

using tiepdon::TransferPlace;

/// Sends the person called or being served to wait for a service; with `counter` 0 one who waits. At most one of
/// `toCounter` and `toStaff`: then nobody else calls them, whatever services that counter serves.
struct Transfer {
    static constexpr std::string_view kMethod = "transfer";
    CounterId counter;
    TicketId ticket;
    ServiceId service;
    TransferPlace place = TransferPlace::ByTimeWaited;
    std::optional<HandReason> reason = {};
    CounterId toCounter = {}; ///< 0: any
    StaffId toStaff = {}; ///< 0: anybody
    TimeMs delayMs = 0; ///< joins the queue after this time, at most `limits::kDelayMsMax`
    std::optional<ServiceId> from = {}; ///< what it is believed to wait for; WrongState when that changed
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
        visit("service", self.service);
        visit("place", self.place);
        visit("reason", self.reason);
        visit("toCounter", self.toCounter, kAddedLater);
        visit("toStaff", self.toStaff, kAddedLater);
        visit("delayMs", self.delayMs, kAddedLater);
        visit("from", self.from);
    }
};

/// Puts the person called back into the queue, without a miss: they need a moment longer.
struct Requeue {
    static constexpr std::string_view kMethod = "requeue";
    CounterId counter;
    TicketId ticket;
    std::int64_t places = 0; ///< 0: as many as a miss; at most `limits::kPlacesBackMax`
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
        visit("places", self.places, kAddedLater);
    }
};

/// Puts a service in progress aside, so that the counter is free for others.
struct Park {
    static constexpr std::string_view kMethod = "park";
    CounterId counter;
    TicketId ticket;
    ParkReason reason = ParkReason::Other;
    TimeMs forMs = 0; ///< comes back by itself after this time, first in its queue; 0: only when taken up
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
        visit("reason", self.reason);
        visit("forMs", self.forMs, kAddedLater);
    }
};

/// Takes up a ticket that was parked, at any counter: it is called there.
struct Resume {
    static constexpr std::string_view kMethod = "resume";
    CounterId counter;
    TicketId ticket;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
    }
};

/// Another service in the same visit, after the one in hand and those added before. `backToMe`: the person then
/// comes back to this counter, for what it serves them with now. TooManySteps beyond `limits::kNextStepsMax`.
struct AddService {
    static constexpr std::string_view kMethod = "addService";
    CounterId counter;
    TicketId ticket;
    ServiceId service;
    bool backToMe = false;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
        visit("service", self.service);
        visit("backToMe", self.backToMe, kAddedLater);
    }
};

/// Takes back what was added to the visit in hand and has not begun.
struct RemoveServices {
    static constexpr std::string_view kMethod = "removeServices";
    CounterId counter;
    TicketId ticket;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
    }
};

/// The person has left; the counter works on until it finishes.
struct WrapUp {
    static constexpr std::string_view kMethod = "wrapUp";
    CounterId counter;
    TicketId ticket;
    std::optional<TimeMs> claimedMs = {}; ///< when it happened by the client's measure; kept only when that differs
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
        visit("claimedMs", self.claimedMs);
    }
};

/// How the service in hand came out, in the branch's words. Id 0 takes it back.
struct MarkOutcome {
    static constexpr std::string_view kMethod = "markOutcome";
    CounterId counter;
    TicketId ticket;
    OutcomeId outcome;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("ticket", self.ticket);
        visit("outcome", self.outcome);
    }
};

/// Serves somebody who has no ticket, at once; they get a number all the same. Hours and limits do not count.
struct ServeWalkIn {
    static constexpr std::string_view kMethod = "serveWalkIn";
    CounterId counter;
    ServiceId service;
    SegmentId segment = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("service", self.service);
        visit("segment", self.segment, kAddedLater);
    }
};

// What follows is about tickets that wait, or waited.

/// Says who somebody is who waits or is parked. A reason stands for its segment.
struct SetSegment {
    static constexpr std::string_view kMethod = "setSegment";
    TicketId ticket;
    SegmentId segment = {}; ///< 0: by the reason, or ordinary
    PriorityReasonId priorityReason = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("segment", self.segment, kAddedLater);
        visit("priorityReason", self.priorityReason, kAddedLater);
    }
};

/// Says whose an open ticket is, in whatever state. `customer` 0 takes it back.
struct LinkCustomer {
    static constexpr std::string_view kMethod = "linkCustomer";
    TicketId ticket;
    CustomerId customer = {};
    /// What the profile says; the hub fills in both, whatever a client sends. The segment counts for who waits or
    /// is parked without a reason for another one, the language for who did not ask for one.
    SegmentId segment = {};
    std::string language = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("customer", self.customer, kAddedLater);
        visit("segment", self.segment, kAddedLater);
        visit("language", self.language, kAddedLater);
    }
};

/// Puts a ticket first in its queue.
struct RaiseTicket {
    static constexpr std::string_view kMethod = "raiseTicket";
    TicketId ticket;
    HandReason reason = HandReason::Other;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("reason", self.reason);
    }
};

/// Puts a ticket that was raised back to where it was. WrongState when it was not.
struct LowerTicket {
    static constexpr std::string_view kMethod = "lowerTicket";
    TicketId ticket;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
    }
};

/// Takes a ticket that waits or is parked out of the queue; for the reason `Left` it was abandoned.
struct CancelTicket {
    static constexpr std::string_view kMethod = "cancelTicket";
    TicketId ticket;
    HandReason reason = HandReason::Other;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("reason", self.reason);
    }
};

/// Brings back one of `BranchState::restorable`: a no-show first in its queue, a cancelled ticket at its old place,
/// also one that a person had given it; it can be lowered from there still.
/// UnknownTicket when it is not among them, NumberTaken when another open ticket shows its number by now.
struct RestoreTicket {
    static constexpr std::string_view kMethod = "restoreTicket";
    TicketId ticket;
    HandReason reason = HandReason::Other;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("reason", self.reason);
    }
};

} // namespace command

using Command
    = std::variant<command::DefineBranch, command::DefineService, command::DefineProfile, command::DefineCounter,
                   command::DefineStaff, command::DefineGroup, command::DefineZone, command::OpenDay,
                   command::CloseDay, command::SignOn, command::SignOff, command::AssignProfile, command::TakeBreak,
                   command::EndBreak, command::IssueTicket, command::CallNext, command::CallTicket, command::Recall,
                   command::StartService, command::FinishService, command::MarkNoShow, command::Transfer,
                   command::RaiseTicket, command::LowerTicket, command::CancelTicket, command::RestoreTicket,
                   command::DefineSegment, command::DefinePriorityReason, command::DefineOutcome,
                   command::ForgetNext, command::Requeue, command::Park, command::Resume, command::AddService,
                   command::RemoveServices, command::WrapUp, command::MarkOutcome, command::ServeWalkIn,
                   command::SetSegment, command::LinkCustomer, command::ChangeSettings>;

} // namespace tiepdon
