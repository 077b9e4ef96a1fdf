// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/daypast.h"

#include <algorithm>
#include <type_traits>
#include <utility>
#include <variant>

namespace tiepdon {
namespace {

/// What an event says of itself; ticket, number and service of a ticket follow from what it did.
PastEvent lineOf(const JournalEntry &entry, const Touched &touched)
{
    PastEvent line;
    line.seq = entry.seq;
    line.atMs = entry.atMs;
    line.kind = name(entry.event);
    line.actor = entry.actor;
    std::visit(
        [&](const auto &e) {
            if constexpr (requires { TicketId{e.ticket}; })
                line.ticket = e.ticket;
            if constexpr (requires { CounterId{e.counter}; })
                line.counter = e.counter;
            else if constexpr (requires { e.counter.id; })
                line.counter = e.counter.id;
            if constexpr (requires { ServiceId{e.service}; })
                line.service = e.service;
            else if constexpr (requires { e.service.id; })
                line.service = e.service.id;
            if constexpr (requires { ProfileId{e.profile}; })
                line.profile = e.profile;
        },
        entry.event);
    if (touched.ticket) {
        line.number = touched.ticket->number;
        if (!line.service.isSet())
            line.service = touched.ticket->step.service;
    }
    return line;
}

TimeMs fullMinuteFrom(TimeMs atMs) { return (atMs + kMinuteMs - 1) / kMinuteMs * kMinuteMs; }

} // namespace

DayPast::DayPast(std::shared_ptr<const DayEntries> day, std::size_t keyframeEvents, std::size_t keyframesMax)
    : m_keyframeEvents(keyframeEvents), m_keyframesMax(keyframesMax)
{
    extend(std::move(day));
}

void DayPast::extend(std::shared_ptr<const DayEntries> more)
{
    m_day = more->day;
    if (more->entries.empty())
        return;
    m_parts.push_back(std::move(more));
    for (const JournalEntry &entry : m_parts.back()->entries) {
        if (entry.seq <= lastSeq())
            continue; // had before
        if (m_entries.empty())
            m_stripMs = fullMinuteFrom(entry.atMs);
        else
            noteStandings(entry.atMs);
        // a copy before the entry, so that it is the state of the moment before
        if (!m_entries.empty() && m_entries.size() - m_keyframes.back().next >= m_keyframeEvents)
            addKeyframe();
        const Touched touched = apply(m_state, entry.event, entry.atMs);
        m_events.push_back(lineOf(entry, touched));
        m_entries.push_back(&entry);
        if (m_keyframes.empty())
            addKeyframe(); // the opening itself is never replayed again
    }
}

void DayPast::addKeyframe()
{
    m_keyframes.push_back({m_entries.size(), m_state});
    if (m_keyframes.size() <= m_keyframesMax)
        return;
    // a longer day has them further apart; the first stays
    std::vector<Keyframe> kept;
    for (std::size_t i = 0; i < m_keyframes.size(); i += 2)
        kept.push_back(std::move(m_keyframes[i]));
    m_keyframes = std::move(kept);
    m_keyframeEvents *= 2;
}

std::int64_t DayPast::lastSeq() const { return m_entries.empty() ? 0 : m_entries.back()->seq; }

BranchState DayPast::at(TimeMs atMs) const
{
    if (m_keyframes.empty())
        return {};
    const auto behind = [](TimeMs ms, const JournalEntry *entry) { return ms < entry->atMs; };
    const auto end = static_cast<std::size_t>(std::upper_bound(m_entries.begin(), m_entries.end(), atMs, behind)
                                              - m_entries.begin());
    auto from = std::upper_bound(m_keyframes.begin(), m_keyframes.end(), end,
                                 [](std::size_t next, const Keyframe &keyframe) { return next < keyframe.next; });
    if (from != m_keyframes.begin())
        --from;
    BranchState state = from->state;
    for (std::size_t i = from->next; i < end; ++i)
        apply(state, m_entries[i]->event, m_entries[i]->atMs);
    return state;
}

std::vector<PastEvent> DayPast::between(TimeMs fromMs, TimeMs toMs, std::size_t most) const
{
    const auto byTime = [](const PastEvent &event, TimeMs ms) { return event.atMs < ms; };
    auto first = std::lower_bound(m_events.begin(), m_events.end(), fromMs, byTime);
    auto last = std::lower_bound(first, m_events.end(), toMs + 1, byTime);
    if (std::cmp_greater(last - first, most)) {
        const auto half = static_cast<std::ptrdiff_t>(most / 2);
        const auto middle = std::lower_bound(first, last, fromMs + (toMs - fromMs) / 2, byTime);
        const auto begin = std::clamp(middle - half, first, last - static_cast<std::ptrdiff_t>(most));
        first = begin;
        last = begin + static_cast<std::ptrdiff_t>(most);
    }
    return {first, last};
}

std::vector<PastEvent> DayPast::about(TicketId ticket) const
{
    std::vector<PastEvent> events;
    std::copy_if(m_events.begin(), m_events.end(), std::back_inserter(events),
                 [&](const PastEvent &event) { return event.ticket == ticket; });
    return events;
}

std::optional<TimeMs> DayPast::beforeMs(TimeMs atMs) const
{
    const auto it = std::lower_bound(m_events.begin(), m_events.end(), atMs,
                                     [](const PastEvent &event, TimeMs ms) { return event.atMs < ms; });
    return it == m_events.begin() ? std::nullopt : std::optional(std::prev(it)->atMs);
}

std::optional<TimeMs> DayPast::afterMs(TimeMs atMs) const
{
    const auto it = std::upper_bound(m_events.begin(), m_events.end(), atMs,
                                     [](TimeMs ms, const PastEvent &event) { return ms < event.atMs; });
    return it == m_events.end() ? std::nullopt : std::optional(it->atMs);
}

DayPast::Standing DayPast::standing(TimeMs atMs) const
{
    Standing now;
    for (const auto &[id, counter] : m_state.counterStates())
        now.open += counter.isOpen() ? 1 : 0;
    if (!m_state.isOpen())
        return now;
    for (const auto &[queue, waiting] : m_state.queues()) {
        now.waiting += static_cast<std::int64_t>(waiting.size());
        for (const QueueKey &key : waiting) {
            const Ticket *ticket = m_state.ticket(key.ticket);
            if (!ticket)
                continue;
            const TimeMs waitedMs = std::max<TimeMs>(0, atMs - ticket->ownPlace().ms);
            const TimeMs promiseMs = std::max<TimeMs>(1, m_state.promiseMs(*ticket));
            now.worstPermille = std::max(now.worstPermille, waitedMs * 1000 / promiseMs);
            if (waitedMs > promiseMs)
                ++now.broken;
            else if (!queue.raised)
                break; // who stands behind came later and is promised the same
        }
    }
    return now;
}

void DayPast::noteStandings(TimeMs untilMs)
{
    for (;;) {
        const TimeMs atMs = m_stripMs + static_cast<TimeMs>(m_standings.size()) * m_stepMs;
        if (atMs >= untilMs)
            return;
        m_standings.push_back(standing(atMs));
        if (m_standings.size() < kStepsMax)
            continue;
        std::vector<Standing> kept;
        for (std::size_t i = 0; i < m_standings.size(); i += 2)
            kept.push_back(m_standings[i]);
        m_standings = std::move(kept);
        m_stepMs *= 2;
    }
}

DayStrip DayPast::strip() const
{
    DayStrip strip;
    strip.fromMs = m_stripMs;
    strip.stepMs = m_stepMs;
    for (const Standing &each : m_standings) {
        strip.waiting.push_back(each.waiting);
        strip.worstPermille.push_back(each.worstPermille);
        strip.broken.push_back(each.broken);
        strip.open.push_back(each.open);
    }
    return strip;
}

} // namespace tiepdon
