// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/engine.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

// Several counters moved together by somebody who looks after the floor: a person goes from one to another, two
// swap, one is closed and another opened. All of it happens or nothing, only when each counter is as that person
// saw it, and it is taken back by the same moves the other way round.

namespace tiepdon {

/// How a counter is staffed. Closed: no staff, and then nothing else.
struct CounterStanding {
    StaffId staff = {};
    ProfileId profile = {};
    std::optional<BreakReason> onBreak = {};

    [[nodiscard]] bool isOpen() const { return staff.isSet(); }
    friend bool operator==(const CounterStanding &, const CounterStanding &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("staff", self.staff);
        visit("profile", self.profile);
        visit("onBreak", self.onBreak);
    }
};

struct CounterMove {
    CounterId counter;
    CounterStanding seen = {}; ///< as it was when this was decided
    CounterStanding to = {};

    friend bool operator==(const CounterMove &, const CounterMove &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("seen", self.seen);
        visit("to", self.to);
    }
};

/// Why people may wait for a while for what no open counter serves.
enum class UnservedReason : std::uint8_t { BackSoon, OthersFirst, TooFewStaff, ClosingSoon, TakenBack, Other };

constexpr auto names(UnservedReason)
{
    return std::array<std::string_view, 6>{"backSoon",    "othersFirst", "tooFewStaff",
                                           "closingSoon", "takenBack",   "other"};
}

/// Counters of one move: a person's old and new one, and those of whoever sits there.
constexpr std::size_t kCountersMovedMax = 8;

[[nodiscard]] CounterStanding standingOf(const CounterState &state);

/// The counter whose person, profile or break an event changes; 0 for none.
[[nodiscard]] CounterId movedBy(const Event &event);

/// The same moves the other way round.
[[nodiscard]] std::vector<CounterMove> backwards(std::vector<CounterMove> moves);

/// What a counter would be after some moves, on top of how it is now.
[[nodiscard]] CounterStanding standingAfter(const BranchState &branch, const std::vector<CounterMove> &moves,
                                            CounterId counter);

/// Services with people waiting that an open counter serves now and none would afterwards; in order of id.
[[nodiscard]] std::vector<ServiceId> leftUnserved(const BranchState &branch, const std::vector<CounterMove> &moves);

/// What the moves would change, as events in order. Who is served at a counter stays there: it can be given another
/// person, or another profile, but neither closed nor paused (CounterBusy). InvalidParams for none, too many, or a
/// counter named twice; UnknownCounter, UnknownStaff, UnknownProfile; DayNotOpen; CounterChanged when a counter is
/// not as it was seen (`detail` counter, staff, profile and, on a break, onBreak: as it is); StaffElsewhere;
/// ServiceUnserved (`detail` services: ids, parted by commas) as `leftUnserved`, without `mayLeave`. Pure.
/// Cost: a copy of the state.
Result<std::vector<Event>> decideMoves(const BranchState &branch, const std::vector<CounterMove> &moves,
                                       bool mayLeave, TimeMs now);

} // namespace tiepdon
