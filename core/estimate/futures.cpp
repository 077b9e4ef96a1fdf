// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/estimate/futures.h"

#include "core/estimate/futuregame.h"

#include <algorithm>
#include <limits>

namespace tiepdon {
namespace {

std::uint64_t keyOf(std::uint64_t seed, std::size_t future)
{
    return draws::mixed(seed + (future + 1) * 0x9e3779b97f4a7c15ULL);
}

} // namespace

void Futures::addHeld(const Held &held)
{
    // the next to join is at the end
    const auto at = std::upper_bound(m_held.begin(), m_held.end(), held.untilMs,
                                     [](TimeMs ms, const Held &other) { return ms > other.untilMs; });
    m_held.insert(at, held);
}

void Futures::prepare(const Floor &floor, std::size_t count)
{
    m_count = count;
    m_start.resize(floor.queues.size());
    m_lines.resize(floor.queues.size());
    m_newcomers.resize(floor.queues.size());
    m_desks.resize(floor.counters.size());
    m_ids.clear();
    m_isQuoted.clear();
    m_held.clear();
    m_isReachable.assign(floor.queues.size(), false);
    for (const FloorCounter &counter : floor.counters) {
        if (counter.doing == FloorCounter::Doing::Closed)
            continue;
        for (const std::size_t q : counter.queues)
            m_isReachable[q] = true;
    }
    m_reachable = 0;
    for (std::size_t q = 0; q < floor.queues.size(); ++q) {
        m_start[q].entries.clear();
        m_start[q].mostOvertaken = 0;
        for (const FloorTicket &ticket : floor.queues[q].tickets) {
            Entry entry;
            entry.place = ticket.place;
            entry.times = ticket.times;
            entry.ticket = static_cast<std::int64_t>(m_ids.size());
            entry.draw = m_ids.size();
            entry.overtaken = ticket.overtaken;
            entry.misses = ticket.misses;
            entry.id = ticket.id.value;
            entry.home = ticket.home;
            entry.promiseEndsMs = ticket.promiseEndsMs > floor.nowMs ? ticket.promiseEndsMs : 0;
            m_ids.push_back(ticket.id);
            m_isQuoted.push_back(ticket.isQuoted);
            if (ticket.heldUntilMs && *ticket.heldUntilMs > floor.nowMs)
                addHeld({*ticket.heldUntilMs, q, entry, false, ticket.joins});
            else
                m_start[q].entries.push_back(entry);
            m_reachable += m_isReachable[q] ? 1U : 0U;
        }
        std::sort(m_start[q].entries.begin(), m_start[q].entries.end(), Game::isEarlier);
        for (const Entry &entry : m_start[q].entries)
            m_start[q].mostOvertaken = std::max(m_start[q].mostOvertaken, entry.overtaken);
        m_newcomers[q] = {};
        m_newcomers[q].place = {floor.nowMs, std::numeric_limits<std::int64_t>::max()};
        m_newcomers[q].times = {floor.nowMs, floor.nowMs};
        m_newcomers[q].id = std::numeric_limits<std::int64_t>::max();
        m_reachable += m_isReachable[q] && floor.queues[q].isPlain ? 1U : 0U;
    }
    m_startHeld = m_held;
    m_tickets = m_ids.size();
    m_breaches.assign(floor.services.size(), {});
    m_waits.assign((m_tickets + floor.queues.size()) * count, kHorizonMs);

    m_deskOrder.resize(floor.counters.size());
    for (std::size_t k = 0; k < m_deskOrder.size(); ++k)
        m_deskOrder[k] = k;
    std::stable_sort(m_deskOrder.begin(), m_deskOrder.end(), [&](std::size_t a, std::size_t b) {
        return floor.counters[a].queues.size() < floor.counters[b].queues.size();
    });
    m_slotSums.resize(floor.arrivals.size());
    for (std::size_t slot = 0; slot < floor.arrivals.size(); ++slot) {
        m_slotSums[slot].clear();
        double sum = 0;
        for (const FloorArrivals &arrivals : floor.arrivals[slot])
            m_slotSums[slot].push_back(sum += arrivals.perSlot);
    }
}

void Futures::run(const Floor &floor, std::uint64_t seed, std::size_t count)
{
    prepare(floor, count);
    if (m_reachable == 0 && m_tickets == 0)
        return;
    for (std::size_t future = 0; future < count; ++future)
        Game(*this, floor, keyOf(seed, future), future, nullptr).play(kHorizonMs);
    for (auto row = m_waits.begin(); row != m_waits.end(); row += static_cast<std::ptrdiff_t>(count))
        std::sort(row, row + static_cast<std::ptrdiff_t>(count));
}

void Futures::playPeople(const Floor &floor, std::uint64_t seed, std::size_t first, std::size_t count,
                         TimeMs horizonMs, const EachFuture &each)
{
    prepare(floor, 1);
    for (std::size_t future = first; future < first + count; ++future) {
        m_people.clear();
        Game(*this, floor, keyOf(seed, future), 0, nullptr, &m_people).play(horizonMs);
        each(future, m_people);
    }
}

std::span<const TimeMs> Futures::waitsMs(std::size_t ticket) const
{
    return std::span(m_waits).subspan(ticket * m_count, m_count);
}

std::span<const TimeMs> Futures::newcomerWaitsMs(std::size_t queue) const { return waitsMs(m_tickets + queue); }

std::vector<Futures::Call> Futures::playOnce(const Floor &floor, std::uint64_t seed)
{
    std::vector<Call> calls;
    prepare(floor, 1);
    Game(*this, floor, draws::mixed(seed), 0, &calls).play(kHorizonMs);
    return calls;
}

} // namespace tiepdon
