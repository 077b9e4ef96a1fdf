// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/callingrule.h"
#include "core/domain/ticket.h"
#include "core/estimate/arrivals.h"
#include "core/estimate/servicetimes.h"
#include "core/queue/ruleindex.h"
#include "core/queue/state.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// A branch at one moment as the futures start from it: arrays, indices, no maps. Positions in lists are
// `std::size_t`.

namespace tiepdon {

/// Where no other queue is meant.
constexpr std::size_t kOwnQueue = static_cast<std::size_t>(-1);

/// Somebody waiting, or held back until a moment.
struct FloorTicket {
    TicketId id;
    Place place; ///< its order in its queue
    HeadTimes times; ///< what the rule reads when it is first in its queue
    std::int64_t overtaken = 0; ///< so far
    std::int64_t misses = 0; ///< calls it did not come to
    std::optional<TimeMs> heldUntilMs = {}; ///< joins its queue then
    /// Where it joins: at `place`, or before or behind all of its service.
    enum class Joins : std::uint8_t { AtPlace, First, Last };
    Joins joins = Joins::AtPlace;
    /// In a raised queue: the queue it would stand in by itself, whose terms price it and to which it goes back.
    std::size_t home = kOwnQueue;
    bool isQuoted = true; ///< waits; false: comes back by itself later (was put aside)
    TimeMs promiseEndsMs
        = 0; ///< will have waited as long as promised then, if not called before; 0: nothing promised
};

/// People who are first or later among themselves only: a service asked for by a segment, or for one counter.
struct FloorQueue {
    ServiceId service;
    SegmentId segment = {};
    std::size_t serviceAt = 0; ///< in `Floor::services`
    QueueTerms terms;
    bool isRaised = false; ///< put first by hand: before its service's other queues, by the best index of those
    bool isPlain = true; ///< of no one counter, person or language: where newcomers come to stand
    std::vector<FloorTicket> tickets = {}; ///< by place
    QueueId id = {}; ///< in the branch
};

/// When a counter is expected not to call.
struct FloorAbsence {
    TimeMs fromMs = 0;
    TimeMs toMs = 0;
    double share = 1; ///< the probability of it
};

struct FloorCounter {
    enum class Doing : std::uint8_t { Closed, Idle, Busy, Away };

    Doing doing = Doing::Closed;
    std::vector<std::size_t> queues = {}; ///< that it may call from, in `Floor::queues`, ascending
    double speed = 1; ///< of whoever is there: cycles take so many times the usual
    TimeMs sinceMs = 0; ///< of what it is doing
    std::size_t serviceAt = 0; ///< of whom it serves; in `Floor::services`
    TimeMs notBeforeMs = 0; ///< calls nobody before
    bool isThere = false; ///< who is served has come: no longer one who may not
    TimeMs calledAfterMs = 0; ///< how long who is called had waited
    std::size_t awayAt = 0; ///< kind of absence, in `Floor::absences`
    std::vector<FloorAbsence> absences = {}; ///< to come, by time, without overlap
};

/// How often people come to a queue during half an hour.
struct FloorArrivals {
    std::size_t queue = 0;
    double perSlot = 0;
};

/// All of it. `now` is when it is, and no time in it is later but those of what is to come.
struct Floor {
    TimeMs nowMs = 0;
    std::string businessDay;
    CallingRule rule;
    std::int64_t noShowPlacesBack = 3;
    std::int64_t noShowMisses = 2;
    std::vector<const DurationTable *> services; ///< cycles of usual speed
    std::vector<const DurationTable *> absences; ///< kinds of absence whose end nobody knows
    std::vector<FloorQueue> queues; ///< by `QueueId`, as the engine goes through them
    std::vector<FloorCounter> counters;
    /// What is expected of the half hours from `arrivalsFromMs` on, each a list over queues; after them nobody
    /// comes.
    TimeMs arrivalsFromMs = 0;
    std::vector<std::vector<FloorArrivals>> arrivals;
    double arrivalsSpread = 0; ///< standard deviation of ln of the day's level
    double leaversPerMs = 0; ///< see Patience
    TimeMs noShowMs = kMinuteMs; ///< that a call nobody comes to keeps a counter
    TimeMs minCallGapMs = 0; ///< least time between two calls of one counter
    TimeMs gapMs = 0; ///< from a counter's being free to its next call, while somebody waits
};

} // namespace tiepdon
