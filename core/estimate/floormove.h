// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/branch.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace tiepdon {

/// What a supervisor can do with counters and the people at them.
enum class FloorMoveKind : std::uint8_t {
    Open, ///< a closed counter, by `staff`, with `profile`
    Switch, ///< an open counter to `profile`
    Close, ///< an open counter, once whoever is served there has been
    MovePerson, ///< who is at `counter` to `toCounter`, which is closed, with `profile` (0: the one they have)
    Break, ///< who is at a counter takes a break, once whoever is served there has been
    EndBreak, ///< who is on a break comes back
};

constexpr auto names(FloorMoveKind)
{
    return std::array<std::string_view, 6>{"open", "switch", "close", "movePerson", "break", "endBreak"};
}

struct FloorMove {
    FloorMoveKind kind = FloorMoveKind::Switch;
    CounterId counter;
    StaffId staff = {}; ///< of Open; 0: somebody of usual speed who has the skills
    ProfileId profile = {}; ///< of Open (0: the counter's own), Switch, MovePerson
    CounterId toCounter = {}; ///< of MovePerson
    BreakReason reason = BreakReason::Meal; ///< of Break
    TimeMs forMs
        = 0; ///< of Open and Break: how long; 0: as far as is looked ahead, or as such a break usually lasts

    friend bool operator==(const FloorMove &, const FloorMove &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("kind", self.kind);
        visit("counter", self.counter);
        visit("staff", self.staff, kAddedLater);
        visit("profile", self.profile, kAddedLater);
        visit("toCounter", self.toCounter, kAddedLater);
        visit("reason", self.reason, kAddedLater);
        visit("forMs", self.forMs, kAddedLater);
    }
};

} // namespace tiepdon
