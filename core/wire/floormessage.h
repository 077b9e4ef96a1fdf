// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/countermoves.h"
#include "core/wire/json.h"
#include "core/wire/message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Counters moved together by who looks after the floor. PROTOCOL.md says who may send which when.

namespace tiepdon {

/// Moves counters, all of them or none. Refused as `decideMoves` has it; `detail` of CounterChanged says beside
/// that who changed the counter last: `by` (staff), `byName`, `atMs`, where that is known. ServiceUnserved unless a
/// reason is given: the audit has it. `seq` of the answer is that of the last event.
struct MoveCounters {
    static constexpr std::string_view kMethod = "moveCounters";
    using Answer = CommandReply;
    std::vector<CounterMove> moves; ///< 1–`kCountersMovedMax`
    std::optional<UnservedReason> leaveUnserved = {};

    friend bool operator==(const MoveCounters &, const MoveCounters &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("moves", self.moves);
        visit("leaveUnserved", self.leaveUnserved);
    }
};

/// Who changed a counter last.
struct CounterChange {
    StaffId by = {}; ///< 0: not known, or the branch itself
    std::string name = {};
    TimeMs atMs = 0;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("by", self.by);
        visit("name", self.name);
        visit("atMs", self.atMs);
    }
};

/// UnknownCounter.
struct LastCounterChange {
    static constexpr std::string_view kMethod = "lastCounterChange";
    using Answer = CounterChange;
    CounterId counter;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
    }
};

} // namespace tiepdon
