// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/estimate/futures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

// One future as it is played: a part of futures.cpp.

namespace tiepdon {
namespace draws {

inline constexpr TimeMs kNever = std::numeric_limits<TimeMs>::max();
/// Somebody who missed a call already is gone for good as often as not.
inline constexpr double kGoneAfterMiss = 0.5;

/// What is drawn of one person or counter.
enum class Drawn : std::uint64_t { Cycle, Patience, Gap, Queue, Away };

/// SplitMix64's finishing steps (Steele, Lea and Flood, 2014): a number for each number, without a state to keep.
inline std::uint64_t mixed(std::uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// Uniform in [0, 1), settled by the future, whom it is about, and what is drawn.
inline double uniform(std::uint64_t key, std::uint64_t who, Drawn what)
{
    const std::uint64_t at = key + (8 * who + static_cast<std::uint64_t>(what) + 1) * 0x9e3779b97f4a7c15ULL;
    return static_cast<double>(mixed(at) >> 11) * 0x1p-53;
}

inline double exponential(std::uint64_t key, std::uint64_t who, Drawn what)
{
    return -std::log1p(-uniform(key, who, what));
}

inline TimeMs wholeMs(double ms) { return static_cast<TimeMs>(ms + 0.5); }

/// Names of draws that are no ticket's.
inline constexpr std::uint64_t kDeskDraws = 1ULL << 40;
inline constexpr std::uint64_t kNewcomerDraws = 1ULL << 41;
inline constexpr std::uint64_t kLevelDraw = 1ULL << 42;
inline constexpr std::uint64_t kAbsenceDraws = 1ULL << 43;

} // namespace draws

/// One future as it is played.
class Futures::Game
{
public:
    /// `calls` and `people`, where they are wanted, get what happens until the end; otherwise a future ends when
    /// everybody who waits was called.
    Game(Futures &futures, const Floor &floor, std::uint64_t key, std::size_t future, std::vector<Call> *calls,
         std::vector<Person> *people = nullptr)
        : m_own(futures), m_floor(floor), m_rule(floor.rule), m_key(key), m_future(future), m_calls(calls),
          m_people(people)
    {
    }

    void play(TimeMs horizonMs)
    {
        begin();
        const TimeMs end = m_floor.nowMs + horizonMs;
        const TimeMs outlookEnd = m_floor.nowMs + Outlook::kAheadMsMax;
        TimeMs t = m_floor.nowMs;
        while (m_left > 0 || m_calls || m_people || t <= outlookEnd) {
            wake(t);
            join(t);
            dispatch(t);
            t = nextMs();
            if (t > end)
                break;
        }
        if (m_people)
            addUncalled(end);
        for (std::size_t q = 0; q < m_own.m_lines.size(); ++q) {
            const Line &line = m_own.m_lines[q];
            for (std::size_t i = line.head; i < line.entries.size(); ++i)
                noteBreach(line.entries[i], q);
        }
        for (std::size_t v = 0; v < m_own.m_firstBreach.size(); ++v) {
            if (m_own.m_firstBreach[v] < BreachOutlook::kMinutes)
                ++m_own.m_breaches[v].futures[m_own.m_firstBreach[v]];
        }
    }

    [[nodiscard]] static bool isEarlier(const Entry &a, const Entry &b)
    {
        return a.place != b.place ? a.place < b.place : a.id < b.id;
    }

private:
    void begin()
    {
        for (std::size_t q = 0; q < m_own.m_start.size(); ++q) {
            m_own.m_lines[q].entries.assign(m_own.m_start[q].entries.begin(), m_own.m_start[q].entries.end());
            m_own.m_lines[q].head = 0;
            m_own.m_lines[q].mostOvertaken = m_own.m_start[q].mostOvertaken;
            m_own.m_newcomers[q].overtaken = 0;
            m_own.m_newcomers[q].ticket = m_people ? -1 : static_cast<std::int64_t>(m_own.m_tickets + q);
        }
        m_own.m_firstBreach.assign(m_floor.services.size(), BreachOutlook::kMinutes);
        m_own.m_held.assign(m_own.m_startHeld.begin(), m_own.m_startHeld.end());
        m_left = m_own.m_reachable;
        for (std::size_t k = 0; k < m_floor.counters.size(); ++k)
            beginDesk(k);
        if (!m_floor.arrivals.empty()) {
            // a gamma belief is near a lognormal one at the spreads there are; by its quantile, without a table
            const double u = draws::uniform(m_key, draws::kLevelDraw, draws::Drawn::Queue);
            const double v = draws::uniform(m_key, draws::kLevelDraw, draws::Drawn::Patience);
            const double normal = std::sqrt(-2 * std::log1p(-u)) * std::cos(2 * 3.14159265358979323846 * v);
            m_level
                = std::exp(m_floor.arrivalsSpread * normal - m_floor.arrivalsSpread * m_floor.arrivalsSpread / 2);
        }
        m_arrivalMs = arrivalAfter(m_floor.nowMs);
    }

    void beginDesk(std::size_t k)
    {
        const FloorCounter &counter = m_floor.counters[k];
        Desk &desk = m_own.m_desks[k];
        const std::uint64_t who = draws::kDeskDraws + k;
        const TimeMs now = m_floor.nowMs;
        const TimeMs elapsed = std::max<TimeMs>(0, now - counter.sinceMs);
        desk = {};
        switch (counter.doing) {
        case FloorCounter::Doing::Closed:
            desk.isClosed = true;
            desk.wakeMs = draws::kNever;
            return;
        case FloorCounter::Doing::Idle:
            desk.idleSinceMs = counter.sinceMs;
            desk.isIdle = m_floor.gapMs == 0 || !hasWaiting(counter);
            desk.isIdle = desk.isIdle && counter.notBeforeMs <= now;
            desk.wakeMs = desk.isIdle ? draws::kNever : std::max(counter.notBeforeMs, now + gap(who));
            return;
        case FloorCounter::Doing::Away:
            desk.wakeMs = now
                + draws::wholeMs(m_floor.absences[counter.awayAt]->residual(
                    static_cast<double>(elapsed), draws::uniform(m_key, who, draws::Drawn::Away)));
            return;
        case FloorCounter::Doing::Busy:
            break;
        }
        if (!counter.isThere && isGone(who, counter.calledAfterMs, 0)) {
            desk.wakeMs = std::max(counter.notBeforeMs,
                                   now + std::max<TimeMs>(kSecondMs, m_floor.noShowMs - elapsed) + gap(who));
            return;
        }
        const DurationTable &cycle = *m_floor.services[counter.serviceAt];
        const double rest = cycle.residual(static_cast<double>(elapsed) / counter.speed,
                                           draws::uniform(m_key, who, draws::Drawn::Cycle));
        desk.wakeMs = std::max(counter.notBeforeMs, now + draws::wholeMs(rest * counter.speed) + gap(who));
    }

    [[nodiscard]] bool hasWaiting(const FloorCounter &counter) const
    {
        return std::any_of(counter.queues.begin(), counter.queues.end(),
                           [&](std::size_t q) { return !m_own.m_start[q].entries.empty(); });
    }

    TimeMs gap(std::uint64_t who) const
    {
        return m_floor.gapMs == 0 ? 0
                                  : draws::wholeMs(draws::exponential(m_key, who, draws::Drawn::Gap)
                                                   * static_cast<double>(m_floor.gapMs));
    }

    [[nodiscard]] bool isGone(std::uint64_t who, TimeMs waitedMs, std::int64_t missesBefore) const
    {
        if (missesBefore > 0)
            return draws::uniform(m_key, who, draws::Drawn::Patience) < draws::kGoneAfterMiss;
        return m_floor.leaversPerMs > 0
            && draws::exponential(m_key, who, draws::Drawn::Patience)
            < m_floor.leaversPerMs * static_cast<double>(waitedMs);
    }

    /// When the next person comes after `t`, by the half hours' rates; never after the last of them.
    TimeMs arrivalAfter(TimeMs t)
    {
        double need = draws::exponential(m_key, draws::kNewcomerDraws + m_arrived, draws::Drawn::Gap);
        double at = static_cast<double>(t - m_floor.arrivalsFromMs);
        for (auto slot = static_cast<std::size_t>(std::max(0.0, at) / kSlotMs); slot < m_own.m_slotSums.size();
             ++slot) {
            const auto &sums = m_own.m_slotSums[slot];
            const double perMs = (sums.empty() ? 0 : sums.back()) * m_level / kSlotMs;
            const double end = static_cast<double>(slot + 1) * kSlotMs;
            if (perMs * (end - at) > need) {
                m_arrivalSlot = slot;
                return m_floor.arrivalsFromMs + draws::wholeMs(at + need / perMs);
            }
            need -= perMs * (end - at);
            at = end;
        }
        return draws::kNever;
    }

    /// Whether somebody is absent from a counter in this future; moves on to the next absence to come.
    bool isAway(std::size_t k, TimeMs t)
    {
        const auto &absences = m_floor.counters[k].absences;
        std::size_t &next = m_own.m_desks[k].absence;
        while (next < absences.size()
               && (absences[next].toMs <= t
                   || (absences[next].share < 1
                       && draws::uniform(m_key, draws::kAbsenceDraws + 64 * k + next, draws::Drawn::Away)
                           >= absences[next].share)))
            ++next;
        return next < absences.size() && absences[next].fromMs <= t;
    }

    void wake(TimeMs t)
    {
        for (std::size_t k = 0; k < m_own.m_desks.size(); ++k) {
            Desk &desk = m_own.m_desks[k];
            if (desk.isIdle || desk.wakeMs > t)
                continue;
            if (isAway(k, t)) {
                desk.wakeMs = m_floor.counters[k].absences[desk.absence].toMs;
            } else {
                desk.isIdle = true;
                desk.idleSinceMs = t;
                desk.wakeMs = draws::kNever;
            }
        }
    }

    void join(TimeMs t)
    {
        auto &held = m_own.m_held;
        while (!held.empty() && held.back().untilMs <= t) {
            Held one = held.back();
            held.pop_back();
            if (one.isMissed)
                one.entry.place = placeBack(one.queue, one.entry, t);
            else if (one.joins == FloorTicket::Joins::First)
                joinFirst(one);
            else if (one.joins == FloorTicket::Joins::Last)
                joinLast(one);
            insert(one.queue, one.entry);
        }
        while (m_arrivalMs <= t) {
            const std::uint64_t who = draws::kNewcomerDraws + m_arrived;
            const auto &sums = m_own.m_slotSums[m_arrivalSlot];
            const double at = draws::uniform(m_key, who, draws::Drawn::Queue) * sums.back();
            const auto which
                = static_cast<std::size_t>(std::upper_bound(sums.begin(), sums.end(), at) - sums.begin());
            Entry entry;
            entry.place = {m_arrivalMs, 0};
            entry.times = {m_arrivalMs, m_arrivalMs};
            entry.draw = who;
            entry.id = std::numeric_limits<std::int64_t>::max() / 2 + static_cast<std::int64_t>(m_arrived);
            const std::size_t queue = m_floor.arrivals[m_arrivalSlot][std::min(which, sums.size() - 1)].queue;
            if (m_own.m_isReachable[queue])
                entry.promiseEndsMs = m_arrivalMs + m_floor.queues[queue].terms.promiseMs;
            insert(queue, entry);
            ++m_arrived;
            m_arrivalMs = arrivalAfter(m_arrivalMs);
        }
    }

    void joinFirst(Held &one) const
    {
        const Entry *first = nullptr;
        for (std::size_t q = 0; q < m_own.m_lines.size(); ++q) {
            const Line &line = m_own.m_lines[q];
            if (m_floor.queues[q].serviceAt == m_floor.queues[one.queue].serviceAt
                && line.head < line.entries.size() && (!first || isEarlier(line.entries[line.head], *first)))
                first = &line.entries[line.head];
        }
        if (first)
            one.entry.place = {first->place.ms, first->place.sub - 1};
    }

    void joinLast(Held &one) const
    {
        one.entry.place = {one.untilMs, 0};
        for (std::size_t q = 0; q < m_own.m_lines.size(); ++q) {
            const Line &line = m_own.m_lines[q];
            if (m_floor.queues[q].serviceAt != m_floor.queues[one.queue].serviceAt
                || line.head == line.entries.size())
                continue;
            for (auto at = line.entries.end(); at != line.entries.begin() + static_cast<std::ptrdiff_t>(line.head)
                 && (at - 1)->place.ms >= one.untilMs;
                 --at) {
                if ((at - 1)->place.ms == one.untilMs)
                    one.entry.place.sub = std::max(one.entry.place.sub, (at - 1)->place.sub + 1);
            }
        }
        HeadTimes &times = one.entry.times;
        times.referenceMs = one.entry.place.ms;
        times.arrivedMs = times.isBooked ? std::min(times.arrivedMs, times.referenceMs) : times.referenceMs;
    }

    /// Behind so many of those who wait for the service behind them.
    [[nodiscard]] Place placeBack(std::size_t queue, const Entry &missed, TimeMs t) const
    {
        Place place = missed.place;
        const Entry *last = &missed;
        for (std::int64_t i = 0; i < m_floor.noShowPlacesBack; ++i) {
            const Entry *next = nullptr;
            for (std::size_t q = 0; q < m_own.m_lines.size(); ++q) {
                if (m_floor.queues[q].serviceAt != m_floor.queues[queue].serviceAt)
                    continue;
                const Line &line = m_own.m_lines[q];
                const auto at = std::upper_bound(line.entries.begin() + static_cast<std::ptrdiff_t>(line.head),
                                                 line.entries.end(), *last, isEarlier);
                if (at != line.entries.end() && (!next || isEarlier(*at, *next)))
                    next = &*at;
            }
            if (!next || next->place.ms > t)
                break;
            last = next;
            place = {next->place.ms, next->place.sub + 1};
        }
        return place;
    }

    void insert(std::size_t q, const Entry &entry)
    {
        Line &line = m_own.m_lines[q];
        const auto at = std::upper_bound(line.entries.begin() + static_cast<std::ptrdiff_t>(line.head),
                                         line.entries.end(), entry, isEarlier);
        line.entries.insert(at, entry);
    }

    void dispatch(TimeMs t)
    {
        auto &idle = m_own.m_idle;
        idle.clear();
        for (const std::size_t k : m_own.m_deskOrder) {
            Desk &desk = m_own.m_desks[k];
            if (!desk.isIdle)
                continue;
            if (isAway(k, t)) {
                desk.isIdle = false;
                desk.wakeMs = m_floor.counters[k].absences[desk.absence].toMs;
                continue;
            }
            // few are idle at a time; among equally many queues who has been idle longest goes first
            auto at = idle.end();
            while (at != idle.begin() && isBefore(k, *(at - 1)))
                --at;
            idle.insert(at, k);
        }
        for (const std::size_t k : idle)
            callNext(k, t);
    }

    [[nodiscard]] bool isBefore(std::size_t a, std::size_t b) const
    {
        const std::size_t skillsA = m_floor.counters[a].queues.size();
        const std::size_t skillsB = m_floor.counters[b].queues.size();
        return skillsA == skillsB && m_own.m_desks[a].idleSinceMs < m_own.m_desks[b].idleSinceMs;
    }

    [[nodiscard]] bool isOwed(const Line &line) const
    {
        const std::int64_t limit = m_floor.rule.maxOvertaken;
        return limit > 0 && line.mostOvertaken >= limit
            && std::any_of(line.entries.begin() + static_cast<std::ptrdiff_t>(line.head), line.entries.end(),
                           [&](const Entry &entry) { return entry.overtaken >= limit; });
    }

    [[nodiscard]] Head headOf(std::size_t q, const Entry &entry, bool isOwed, TimeMs t) const
    {
        const FloorQueue &home = m_floor.queues[entry.home == kOwnQueue ? q : entry.home];
        return {q,
                &entry,
                isOwed,
                m_rule.of(home.terms, entry.times, t),
                {entry.place, home.service, home.segment, entry.id}};
    }

    [[nodiscard]] static bool hasEarlierHead(const Head &a, const Head &b) { return isEarlier(*a.entry, *b.entry); }

    /// The engine's order of heads where nobody is owed anything.
    [[nodiscard]] bool goesBefore(const Head &a, const Head &b) const
    {
        if (a.index != b.index)
            return a.index > b.index;
        if (a.rank != b.rank)
            return a.rank < b.rank;
        const bool isRaised = m_floor.queues[a.queue].isRaised;
        return isRaised != m_floor.queues[b.queue].isRaised ? isRaised : hasEarlierHead(a, b);
    }

    [[nodiscard]] bool isSameService(std::size_t queueA, std::size_t queueB) const
    {
        return m_floor.queues[queueA].serviceAt == m_floor.queues[queueB].serviceAt;
    }

    /// Whom a counter calls now.
    Head choose(const FloorCounter &counter, TimeMs t)
    {
        auto &heads = m_own.m_heads;
        heads.clear();
        bool isAnyRaised = false;
        Head owed;
        for (const std::size_t q : counter.queues) {
            const Line &line = m_own.m_lines[q];
            if (line.head == line.entries.size())
                continue;
            heads.push_back(headOf(q, line.entries[line.head], isOwed(line), t));
            isAnyRaised = isAnyRaised || m_floor.queues[q].isRaised;
            if (heads.back().isOwed && (!owed.entry || hasEarlierHead(heads.back(), owed)))
                owed = heads.back();
        }
        if (isAnyRaised)
            raiseHeads();
        if (owed.entry)
            return isAnyRaised ? raisedBefore(owed) : owed;
        Head best;
        for (const Head &head : heads) {
            if (!best.entry || goesBefore(head, best))
                best = head;
        }
        return best;
    }

    /// Who was put first stands for the best of their service: just before that one.
    void raiseHeads()
    {
        for (Head &head : m_own.m_heads) {
            if (!m_floor.queues[head.queue].isRaised)
                continue;
            for (const Head &other : m_own.m_heads) {
                if (m_floor.queues[other.queue].isRaised || !isSameService(other.queue, head.queue))
                    continue;
                if (std::tuple(-other.index, other.rank) < std::tuple(-head.index, head.rank)) {
                    head.index = other.index;
                    head.rank = other.rank;
                }
            }
        }
    }

    /// Who was put first in the service of who is owed a call, if anybody: a person's word stands.
    [[nodiscard]] Head raisedBefore(const Head &owed) const
    {
        if (m_floor.queues[owed.queue].isRaised)
            return owed;
        Head best;
        for (const Head &head : m_own.m_heads) {
            if (m_floor.queues[head.queue].isRaised && isSameService(head.queue, owed.queue)
                && (!best.entry || goesBefore(head, best)))
                best = head;
        }
        return best.entry ? best : owed;
    }

    void callNext(std::size_t k, TimeMs t)
    {
        const FloorCounter &counter = m_floor.counters[k];
        const Head best = choose(counter, t);
        callNewcomers(counter, best, t);
        if (!best.entry)
            return;
        Entry called = *best.entry;
        ++m_own.m_lines[best.queue].head;
        if (t > called.promiseEndsMs) {
            noteBreach(called, best.queue);
            called.promiseEndsMs = 0;
        }
        record(called, k, t);
        if (!m_floor.queues[best.queue].isRaised)
            countOvertaken(counter, called.place);
        hold(k, best.queue, called, t);
    }

    /// Newcomers take nobody's turn: whom this counter would call rather than `best` is called, and the counter
    /// calls `best` all the same.
    void callNewcomers(const FloorCounter &counter, const Head &best, TimeMs t)
    {
        for (const std::size_t q : counter.queues) {
            Entry &newcomer = m_own.m_newcomers[q];
            if (newcomer.ticket < 0 || !m_floor.queues[q].isPlain)
                continue;
            const Line &line = m_own.m_lines[q];
            if (line.head < line.entries.size() && line.entries[line.head].place < newcomer.place)
                continue;
            if (best.entry && best.queue != q && !isCalledBefore(newcomer, q, best, t))
                continue;
            m_own.m_waits[static_cast<std::size_t>(newcomer.ticket) * m_own.m_count + m_future] = t - m_floor.nowMs;
            newcomer.ticket = -1;
            --m_left;
        }
    }

    [[nodiscard]] bool isCalledBefore(const Entry &newcomer, std::size_t q, const Head &best, TimeMs t) const
    {
        if (m_floor.queues[best.queue].isRaised && isSameService(best.queue, q))
            return false;
        const bool isOwed = m_floor.rule.maxOvertaken > 0 && newcomer.overtaken >= m_floor.rule.maxOvertaken;
        const Head head = headOf(q, newcomer, isOwed, t);
        return isOwed == best.isOwed ? (isOwed ? hasEarlierHead(head, best) : goesBefore(head, best)) : isOwed;
    }

    void record(const Entry &called, std::size_t k, TimeMs t)
    {
        if (m_calls)
            m_calls->push_back(
                {called.ticket < 0 ? TicketId{} : m_own.m_ids[static_cast<std::size_t>(called.ticket)], k, t});
        if (called.ticket < 0 || called.isRecorded)
            return;
        m_own.m_waits[static_cast<std::size_t>(called.ticket) * m_own.m_count + m_future] = t - m_floor.nowMs;
        --m_left;
    }

    /// Somebody waits on, or was called, after they had waited as long as promised.
    void noteBreach(const Entry &entry, std::size_t queue)
    {
        const TimeMs inMs = entry.promiseEndsMs - m_floor.nowMs;
        if (entry.promiseEndsMs == 0 || inMs > Outlook::kAheadMsMax)
            return;
        const std::size_t minute = BreachOutlook::minute(inMs);
        const std::size_t service = m_floor.queues[queue].serviceAt;
        ++m_own.m_breaches[service].people[minute];
        m_own.m_firstBreach[service] = std::min(m_own.m_firstBreach[service], minute);
    }

    /// Whether somebody is among the people a future is asked about.
    [[nodiscard]] bool isCounted(const Entry &entry) const
    {
        return !entry.isRecorded && (entry.ticket < 0 || m_own.m_isQuoted[static_cast<std::size_t>(entry.ticket)]);
    }

    void addPerson(std::size_t queue, const Entry &entry, TimeMs calledMs, bool isGone)
    {
        if (m_people && isCounted(entry))
            m_people->push_back(
                {entry.home == kOwnQueue ? queue : entry.home, entry.times.referenceMs, calledMs, isGone});
    }

    /// Those who still wait at the end.
    void addUncalled(TimeMs end)
    {
        for (std::size_t q = 0; q < m_own.m_lines.size(); ++q) {
            const Line &line = m_own.m_lines[q];
            for (std::size_t i = line.head; i < line.entries.size(); ++i) {
                if (line.entries[i].times.referenceMs < end)
                    addPerson(q, line.entries[i], 0, false);
            }
        }
    }

    void countOvertaken(const FloorCounter &counter, const Place &called)
    {
        if (m_floor.rule.maxOvertaken <= 0)
            return;
        for (const std::size_t q : counter.queues) {
            Line &line = m_own.m_lines[q];
            for (std::size_t i = line.head; i < line.entries.size() && line.entries[i].place < called; ++i)
                line.mostOvertaken = std::max(line.mostOvertaken, ++line.entries[i].overtaken);
            if (m_own.m_newcomers[q].place < called)
                ++m_own.m_newcomers[q].overtaken;
        }
    }

    /// What the call does to the counter, and to somebody who does not come.
    void hold(std::size_t k, std::size_t queue, const Entry &called, TimeMs t)
    {
        Desk &desk = m_own.m_desks[k];
        desk.isIdle = false;
        const bool isMissed = isGone(called.draw, t - called.times.arrivedMs, called.misses);
        addPerson(queue, called, t, isMissed);
        if (isMissed) {
            const TimeMs missed = t + m_floor.noShowMs;
            desk.wakeMs = std::max(missed + gap(called.draw), t + m_floor.minCallGapMs);
            if (called.misses + 1 < m_floor.noShowMisses) {
                Held back{missed, called.home == kOwnQueue ? queue : called.home, called, true};
                back.entry.home = kOwnQueue;
                back.entry.isRecorded = true;
                back.entry.overtaken = 0;
                ++back.entry.misses;
                m_own.addHeld(back);
            }
            return;
        }
        const FloorQueue &of = m_floor.queues[queue];
        const double cycle
            = m_floor.services[of.serviceAt]->at(draws::uniform(m_key, called.draw, draws::Drawn::Cycle));
        desk.wakeMs = t
            + std::max(draws::wholeMs(cycle * m_floor.counters[k].speed) + gap(called.draw), m_floor.minCallGapMs);
    }

    [[nodiscard]] TimeMs nextMs() const
    {
        TimeMs next = m_arrivalMs;
        for (const Desk &desk : m_own.m_desks)
            next = std::min(next, desk.wakeMs);
        if (!m_own.m_held.empty())
            next = std::min(next, m_own.m_held.back().untilMs);
        return next;
    }

    Futures &m_own;
    const Floor &m_floor;
    RuleIndex m_rule;
    std::uint64_t m_key;
    std::size_t m_future;
    std::vector<Call> *m_calls;
    std::vector<Person> *m_people;
    std::size_t m_left = 0;
    double m_level = 1;
    std::uint64_t m_arrived = 0;
    TimeMs m_arrivalMs = draws::kNever;
    std::size_t m_arrivalSlot = 0;
};

} // namespace tiepdon
