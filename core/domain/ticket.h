// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/domain/branch.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

enum class TicketState : std::uint8_t {
    Waiting,
    Called,
    Serving,
    Done,
    NoShow,
    Ended,
    Cancelled,
    Parked, ///< put aside in the middle of being served; the counter is free
    WrapUp, ///< the person has left; the counter still works on it
    Abandoned, ///< left without being served
};

/// The protocol's names, in the order of the values.
constexpr auto names(TicketState)
{
    return std::array<std::string_view, 10>{"waiting", "called",    "serving", "done",   "noShow",
                                            "ended",   "cancelled", "parked",  "wrapUp", "abandoned"};
}

/// How one step of a visit came out.
enum class StepOutcome : std::uint8_t { Open, Served, Transferred, NoShow, Ended, Cancelled, Abandoned };

constexpr auto names(StepOutcome)
{
    return std::array<std::string_view, 7>{"open",  "served",    "transferred", "noShow",
                                           "ended", "cancelled", "abandoned"};
}

/// Where a ticket stands among those who wait for its service: by `ms`, the reference time every rule
/// reads, then by `sub`, then by ticket id.
struct Place {
    TimeMs ms = 0;
    std::int64_t sub = 0;

    friend auto operator<=>(const Place &, const Place &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ms", self.ms);
        visit("sub", self.sub);
    }
};

/// Where a transfer puts somebody in the queue they go to.
enum class TransferPlace : std::uint8_t { First, Last, ByTimeWaited };

constexpr auto names(TransferPlace) { return std::array<std::string_view, 3>{"first", "last", "byTimeWaited"}; }

/// A service that waits after the one in hand.
struct NextStep {
    ServiceId service;
    CounterId counter = {}; ///< the one counter that serves it; 0: any

    friend bool operator==(const NextStep &, const NextStep &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("service", self.service);
        visit("counter", self.counter);
    }
};

/// A service in progress put aside.
struct Parked {
    ParkReason reason = ParkReason::Other;
    CounterId counter; ///< that put it aside
    StaffId staff;
    std::optional<TimeMs> untilMs = {}; ///< when it comes back by itself; nothing: when somebody takes it up

    friend bool operator==(const Parked &, const Parked &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("reason", self.reason);
        visit("counter", self.counter);
        visit("staff", self.staff);
        visit("untilMs", self.untilMs);
    }
};

/// A transfer that takes effect later.
struct Held {
    TimeMs untilMs = 0;
    TransferPlace place = TransferPlace::ByTimeWaited;

    friend bool operator==(const Held &, const Held &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("untilMs", self.untilMs);
        visit("place", self.place);
    }
};

/// One service asked for during a visit, with the times of its last call.
struct VisitStep {
    std::int64_t no = 1; ///< 1 for what the ticket was taken for
    ServiceId service;
    TimeMs waitingFromMs = 0; ///< issue, transfer, or the return of what was parked
    std::optional<TimeMs> calledMs;
    std::optional<TimeMs> startedMs;
    std::optional<TimeMs> finishedMs;
    CounterId counter; ///< of the last call
    StaffId staff; ///< of the last call
    std::int64_t recalls = 0; ///< of the last call
    std::int64_t misses = 0;
    StepOutcome outcome = StepOutcome::Open;
    /// When the client says it started and finished, where it could not tell the hub at once.
    std::optional<TimeMs> claimedStartedMs = {};
    std::optional<TimeMs> claimedFinishedMs = {};
    TimeMs waitedBeforeMs = 0; ///< before it was parked
    TimeMs servedBeforeMs = 0; ///< before it was parked
    std::optional<TimeMs> wrapUpMs = {}; ///< when the person had gone and the work on it went on
    OutcomeId result = {}; ///< how it came out, in the branch's words

    /// From waiting to the last call, parking left out; 0 before a call.
    [[nodiscard]] TimeMs waitMs() const { return waitedBeforeMs + (calledMs ? *calledMs - waitingFromMs : 0); }
    /// With the person, up to `endMs` or the start of wrap-up, parking left out.
    [[nodiscard]] TimeMs serviceMs(TimeMs endMs) const
    {
        return servedBeforeMs + (startedMs ? wrapUpMs.value_or(endMs) - *startedMs : 0);
    }

    friend bool operator==(const VisitStep &, const VisitStep &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("no", self.no);
        visit("service", self.service);
        visit("waitingFromMs", self.waitingFromMs);
        visit("calledMs", self.calledMs);
        visit("startedMs", self.startedMs);
        visit("finishedMs", self.finishedMs);
        visit("counter", self.counter);
        visit("staff", self.staff);
        visit("recalls", self.recalls);
        visit("misses", self.misses);
        visit("outcome", self.outcome);
        visit("claimedStartedMs", self.claimedStartedMs);
        visit("claimedFinishedMs", self.claimedFinishedMs);
        visit("waitedBeforeMs", self.waitedBeforeMs, kAddedLater);
        visit("servedBeforeMs", self.servedBeforeMs, kAddedLater);
        visit("wrapUpMs", self.wrapUpMs);
        visit("result", self.result, kAddedLater);
    }
};

/// One person's ticket and the step of the visit it is at.
struct Ticket {
    TicketId id;
    std::string series;
    std::int64_t serial = 0; ///< counted from 1 each day in its series
    std::string number; ///< as printed: "A012"
    TicketState state = TicketState::Waiting;
    TimeMs issuedMs = 0;
    std::optional<TimeMs> endedMs;
    Place place;
    VisitStep step;
    std::optional<Place> raisedFrom = {}; ///< its place before a person put it first
    TimeMs sinceMs = 0; ///< when its state began; 0 in journals of earlier versions
    SegmentId segment = {}; ///< 0: ordinary
    PriorityReasonId priorityReason = {};
    std::optional<TimeMs> bookedMs = {};
    std::string language = {}; ///< asked for beside the branch's own, a two-letter code; may be empty
    CounterId forCounter = {}; ///< the one counter that may call it; 0: any
    StaffId forStaff = {}; ///< the one person who may call it; 0: anybody
    std::optional<Held> held = {}; ///< waits, and is not in the queue yet
    std::optional<Parked> parked = {};
    std::vector<NextStep> nextSteps = {};
    std::int64_t joinedCall = 0; ///< calls by the rule so far today when it joined its queue
    std::string carriedFrom = {}; ///< the business day it was taken on, when that is an earlier one
    CustomerId customer = {}; ///< whose it is; 0: nobody said

    /// Whether it stands in a queue.
    [[nodiscard]] bool isQueued() const { return state == TicketState::Waiting && !held; }
    /// Called, in service or in wrap-up.
    [[nodiscard]] bool isAtCounter() const
    {
        return state == TicketState::Called || state == TicketState::Serving || state == TicketState::WrapUp;
    }
    /// The place it has by the time it waited, wherever a person put it.
    [[nodiscard]] Place ownPlace() const { return raisedFrom.value_or(place); }

    friend bool operator==(const Ticket &, const Ticket &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("series", self.series);
        visit("serial", self.serial);
        visit("number", self.number);
        visit("state", self.state);
        visit("issuedMs", self.issuedMs);
        visit("endedMs", self.endedMs);
        visit("place", self.place);
        visit("step", self.step);
        visit("raisedFrom", self.raisedFrom);
        visit("sinceMs", self.sinceMs, kAddedLater);
        visit("segment", self.segment, kAddedLater);
        visit("priorityReason", self.priorityReason, kAddedLater);
        visit("bookedMs", self.bookedMs);
        visit("language", self.language, kAddedLater);
        visit("forCounter", self.forCounter, kAddedLater);
        visit("forStaff", self.forStaff, kAddedLater);
        visit("held", self.held);
        visit("parked", self.parked);
        visit("nextSteps", self.nextSteps, kAddedLater);
        visit("joinedCall", self.joinedCall, kAddedLater);
        visit("carriedFrom", self.carriedFrom, kAddedLater);
        visit("customer", self.customer, kAddedLater);
    }
};

/// Whether a ticket asks for a part of the branch, is of it, is sent to it or stands there.
bool needs(const Ticket &ticket, PartKind kind, std::int64_t id);

/// The number printed for the `serial`-th ticket of a series: it wraps after the highest of `digits`
/// digits, so serial 1012 of A with three digits is "A013".
std::string printedNumber(const std::string &series, std::int64_t serial, int digits);
/// How many different numbers there are: 999 for three digits.
std::int64_t printedNumbers(int digits);

} // namespace tiepdon
