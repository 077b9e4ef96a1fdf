// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/estimate/floor.h"
#include "core/queue/outlook.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <tuple>
#include <vector>

namespace tiepdon {

/// Plays a floor forward many times with drawn service times, leavers and newcomers, under the branch's own calling
/// rule, and records when everybody is called. Reusable: keeps its memory, allocates nothing once warm.
class Futures
{
public:
    /// Nobody is followed further than this: nobody would wait for it.
    static constexpr TimeMs kHorizonMs = 4 * kHourMs;

    struct Call {
        TicketId ticket; ///< 0 for somebody who is not there yet
        std::size_t counter = 0; ///< in `Floor::counters`
        TimeMs atMs = 0;
        friend bool operator==(const Call &, const Call &) = default;
    };

    /// Promises of one service that break in the next half hour, over all futures played, minute by minute.
    struct Breaches {
        std::array<std::int64_t, BreachOutlook::kMinutes> futures = {}; ///< in which the first one breaks then
        std::array<std::int64_t, BreachOutlook::kMinutes> people = {};
        friend bool operator==(const Breaches &, const Breaches &) = default;
    };

    /// Plays `count` futures, >= 1. `seed` and the number of each future settle all that is drawn in it.
    void run(const Floor &floor, std::uint64_t seed, std::size_t count);

    /// How long a ticket waits from now until its first call in each of the futures, in rising order; `kHorizonMs`
    /// where it was not called by then. Tickets count through the queues in order.
    [[nodiscard]] std::span<const TimeMs> waitsMs(std::size_t ticket) const;
    /// The same for a person who would take a ticket now and stand in a queue. They take nobody's turn.
    [[nodiscard]] std::span<const TimeMs> newcomerWaitsMs(std::size_t queue) const;

    /// By place in `Floor::services`. Counted are who waits within the promise now and who comes later; these only
    /// where some counter may call them now.
    [[nodiscard]] std::span<const Breaches> breaches() const { return m_breaches; }
    /// How many futures were played.
    [[nodiscard]] std::size_t count() const { return m_count; }

    /// Somebody in one future: who waits at its start, or comes before its end. Who is put aside or was called in
    /// it before is left out.
    struct Person {
        std::size_t queue = 0; ///< in `Floor::queues`; who was put first by hand: the queue they are of
        TimeMs referenceMs = 0; ///< what their wait counts from
        TimeMs calledMs = 0; ///< 0: not called by the end
        bool isGone = false; ///< was called and did not come
    };
    /// Called once for each future, in order.
    using EachFuture = std::function<void(std::size_t future, std::span<const Person> people)>;

    /// Plays the futures `first` to `first + count - 1` of a seed for `horizonMs` each. The same seed and number
    /// draw the same of each person and counter whatever the counters do: floors that differ in their counters
    /// alone can be compared future by future.
    void playPeople(const Floor &floor, std::uint64_t seed, std::size_t first, std::size_t count, TimeMs horizonMs,
                    const EachFuture &each);

    /// One future's calls in order, up to the horizon, also of who comes later.
    [[nodiscard]] std::vector<Call> playOnce(const Floor &floor, std::uint64_t seed);

private:
    class Game;
    struct Entry {
        Place place;
        HeadTimes times;
        std::int64_t ticket = -1; ///< row of the result; -1: none
        std::int64_t id = 0; ///< settles the order of equal places
        std::size_t home = kOwnQueue;
        std::uint64_t draw = 0; ///< names its draws
        std::int64_t overtaken = 0;
        std::int64_t misses = 0;
        bool isRecorded = false; ///< was called before in this future
        TimeMs promiseEndsMs = 0; ///< 0: of no promise that could still break
    };
    struct Head {
        std::size_t queue = 0;
        const Entry *entry = nullptr;
        bool isOwed = false; ///< somebody there was overtaken as often as may be
        double index = 0;
        /// Decides between equal indices: place, service, segment, ticket.
        std::tuple<Place, ServiceId, SegmentId, std::int64_t> rank = {};
    };
    struct Line {
        std::vector<Entry> entries; ///< by place from `head` on
        std::size_t head = 0;
        std::int64_t mostOvertaken = 0; ///< nobody in it was overtaken more often
    };
    struct Desk {
        bool isIdle = false;
        bool isClosed = false;
        TimeMs wakeMs = 0; ///< when it is free, if it is not idle
        TimeMs idleSinceMs = 0;
        std::size_t absence = 0; ///< the next to come
    };
    struct Held {
        TimeMs untilMs = 0;
        std::size_t queue = 0;
        Entry entry;
        bool isMissed = false; ///< gets a place some people back when it joins
        FloorTicket::Joins joins = FloorTicket::Joins::AtPlace;
    };

    void prepare(const Floor &floor, std::size_t count);
    void addHeld(const Held &held);

    // the floor as each future begins
    std::vector<Line> m_start;
    std::vector<Held> m_startHeld;
    std::vector<TicketId> m_ids; ///< by row
    std::vector<bool> m_isQuoted; ///< by row: waits now
    std::vector<bool> m_isReachable; ///< by queue: some counter may call from it
    std::vector<std::size_t> m_deskOrder; ///< fewest queues first
    std::vector<std::vector<double>> m_slotSums; ///< running sums of the arrivals of a half hour
    std::size_t m_reachable = 0;
    std::size_t m_tickets = 0;
    std::size_t m_count = 0;
    // the one being played
    std::vector<Line> m_lines;
    std::vector<Entry> m_newcomers; ///< one per queue
    std::vector<Desk> m_desks;
    std::vector<std::size_t> m_idle;
    std::vector<Head> m_heads;
    std::vector<Held> m_held; ///< the next to join last

    std::vector<std::size_t> m_firstBreach; ///< by service: the minute of it; `kMinutes`: none
    std::vector<Person> m_people; ///< of the one being played
    std::vector<TimeMs> m_waits; ///< tickets, then newcomers, a row of `m_count` each
    std::vector<Breaches> m_breaches;
};

} // namespace tiepdon
