// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/estimate/moveeffect.h"
#include "core/wire/json.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

// Questions and changes about what to do with counters now. PROTOCOL.md says who may send which when.

namespace tiepdon {

/// One piece of advice.
struct Advice {
    AdviceId id; ///< 0: a hint, which nobody can follow from here (a break is not ours to end)
    FloorMove move;
    MoveEffect effect;
    friend bool operator==(const Advice &, const Advice &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("move", self.move);
        visit("effect", self.effect);
    }
};

enum class AdviceState : std::uint8_t {
    Closed, ///< no day is open
    WellManned, ///< no move is worth what it costs
    Advised, ///< `advice` has the best first; each stands alone: after one was followed, ask again
};

constexpr auto names(AdviceState) { return std::array<std::string_view, 3>{"closed", "wellManned", "advised"}; }

struct AdviceAnswer {
    AdviceState state = AdviceState::Closed;
    TimeMs atMs = 0; ///< the floor it is about, the branch's time
    std::int64_t seq = 0; ///< the event it was made after
    std::vector<Advice> advice = {}; ///< at most three
    std::vector<ServiceOutlook> services = {}; ///< as it will be if nothing is done
    std::int64_t keptPermille = 1000;
    std::int64_t moves = 0; ///< so many were tried
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("state", self.state);
        visit("atMs", self.atMs);
        visit("seq", self.seq);
        visit("advice", self.advice, kAddedLater);
        visit("services", self.services, kAddedLater);
        visit("keptPermille", self.keptPermille);
        visit("moves", self.moves);
    }
};

/// Which counter to open, close or switch now. What was found is answered again for half a minute while no counter
/// changed. Busy when too many ask.
struct Advise {
    static constexpr std::string_view kMethod = "advise";
    using Answer = AdviceAnswer;
    template <class Self, class Visit>
    static void fields(Self & /*self*/, Visit && /*visit*/)
    {
    }
};

struct WhatIfAnswer {
    TimeMs atMs = 0; ///< the floor it is about, the branch's time
    MoveEffect effect;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("atMs", self.atMs);
        visit("effect", self.effect);
    }
};

/// What 1 to `kWhatIfMovesMax` moves would change, made one after the other now. DayNotOpen; UnknownCounter,
/// UnknownStaff, UnknownProfile; CounterNotOpen, CounterOccupied, StaffElsewhere, CounterOnBreak or WrongState
/// where the floor is not so that the move ("move" in the detail, from 0) can be made; Busy when too many ask.
struct WhatIf {
    static constexpr std::string_view kMethod = "whatIf";
    using Answer = WhatIfAnswer;
    std::vector<FloorMove> moves;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("moves", self.moves);
    }
};

/// Moves of one question: a whole floor is not turned round at once.
constexpr std::size_t kWhatIfMovesMax = 8;

struct SettleReply {
    AdviceId advice;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("advice", self.advice);
    }
};

/// Somebody followed advice (after the command itself), or will not. Who makes the move advised without saying so
/// has followed it too. WrongState when it is not open: settled otherwise already, or its time is over.
struct SettleAdvice {
    static constexpr std::string_view kMethod = "settleAdvice";
    using Answer = SettleReply;
    AdviceId advice;
    bool isFollowed = false;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("advice", self.advice);
        visit("isFollowed", self.isFollowed);
    }
};

/// What came of advice: of the services it was about, during the time it looked ahead.
struct AdviceCame {
    std::int64_t n = 0; ///< people of whom it was settled whether their promise was kept
    std::int64_t keptPermille = 0;
    TimeMs p80WaitMs = 0; ///< of those called
    friend bool operator==(const AdviceCame &, const AdviceCame &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("n", self.n);
        visit("keptPermille", self.keptPermille);
        visit("p80WaitMs", self.p80WaitMs);
    }
};

enum class AdviceFate : std::uint8_t { Open, Followed, Declined, Ignored };

constexpr auto names(AdviceFate)
{
    return std::array<std::string_view, 4>{"open", "followed", "declined", "ignored"};
}

/// Advice as it is kept.
struct AdviceRecord {
    AdviceId id;
    TimeMs atMs = 0; ///< it was given
    FloorMove move;
    MoveEffect effect; ///< as it was forecast
    AdviceFate fate = AdviceFate::Open;
    StaffId by = {}; ///< who followed or declined
    TimeMs settledMs = 0;
    TimeMs endedMs = 0; ///< its time was over, and `came` was reckoned; 0: not yet
    std::int64_t otherMoves = 0; ///< counters opened, closed or switched otherwise during its time
    std::optional<AdviceCame> came = {}; ///< nothing: the day closed or the hub stopped before
    friend bool operator==(const AdviceRecord &, const AdviceRecord &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("atMs", self.atMs);
        visit("move", self.move);
        visit("effect", self.effect);
        visit("fate", self.fate);
        visit("by", self.by, kAddedLater);
        visit("settledMs", self.settledMs, kAddedLater);
        visit("endedMs", self.endedMs, kAddedLater);
        visit("otherMoves", self.otherMoves, kAddedLater);
        visit("came", self.came);
    }
};

/// Of advice that was followed, or of advice that was not: what had been forecast for that case, and what came.
struct AdviceTally {
    std::int64_t advice = 0; ///< pieces
    std::int64_t disturbed = 0; ///< of them, with other moves of counters meanwhile
    std::int64_t people = 0; ///< of whom it was settled
    std::int64_t forecastPermille = 0; ///< promises kept, weighted by people
    std::int64_t camePermille = 0;
    std::int64_t offPermille = 0; ///< mean distance of the two, a piece of advice each
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("advice", self.advice);
        visit("disturbed", self.disturbed);
        visit("people", self.people);
        visit("forecastPermille", self.forecastPermille);
        visit("camePermille", self.camePermille);
        visit("offPermille", self.offPermille);
    }
};

struct AdviceScore {
    TimeMs fromMs = 0;
    TimeMs toMs = 0;
    std::int64_t given = 0;
    std::int64_t followed = 0;
    std::int64_t declined = 0;
    AdviceTally whenFollowed; ///< of those whose time is over
    AdviceTally whenNot;
    std::vector<AdviceRecord> latest = {}; ///< newest first, at most 20
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("fromMs", self.fromMs);
        visit("toMs", self.toMs);
        visit("given", self.given);
        visit("followed", self.followed);
        visit("declined", self.declined);
        visit("whenFollowed", self.whenFollowed);
        visit("whenNot", self.whenNot);
        visit("latest", self.latest, kAddedLater);
    }
};

/// How good advice of the last `days` (1–90) was.
struct AdviceScoreQuery {
    static constexpr std::string_view kMethod = "adviceScore";
    using Answer = AdviceScore;
    std::int64_t days = 7;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("days", self.days);
    }
};

} // namespace tiepdon
