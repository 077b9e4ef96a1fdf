// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace tiepdon {

enum class TicketState : std::uint8_t { Waiting, Called, Serving, Done, NoShow, Ended, Cancelled };

/// The protocol's names, in the order of the values.
constexpr auto names(TicketState)
{
    return std::array<std::string_view, 7>{"waiting", "called", "serving", "done", "noShow", "ended", "cancelled"};
}

/// How one step of a visit came out.
enum class StepOutcome : std::uint8_t { Open, Served, Transferred, NoShow, Ended, Cancelled };

constexpr auto names(StepOutcome)
{
    return std::array<std::string_view, 6>{"open", "served", "transferred", "noShow", "ended", "cancelled"};
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

/// One service asked for during a visit, with the times of its last call.
struct VisitStep {
    std::int64_t no = 1; ///< 1 for what the ticket was taken for
    ServiceId service;
    TimeMs waitingFromMs = 0;
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
    }
};

/// The number printed for the `serial`-th ticket of a series: it wraps after the highest of `digits`
/// digits, so serial 1012 of A with three digits is "A013".
std::string printedNumber(const std::string &series, std::int64_t serial, int digits);
/// How many different numbers there are: 999 for three digits.
std::int64_t printedNumbers(int digits);

} // namespace tiepdon
