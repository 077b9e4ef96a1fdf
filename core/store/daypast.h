// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/engine.h"
#include "core/store/dayreader.h"
#include "core/wire/historymessage.h"

#include <memory>
#include <vector>

namespace tiepdon {

/// A business day replayed once, so that what the branch was like at any moment of it is there at once: a copy of
/// the state every so many events, and the events between to go on from it. A plain value in effect; used by one
/// thread at a time. Memory: the entries, at most `kKeyframesMax` states, and a line for each event and minute.
class DayPast
{
public:
    /// Events between two copies of the state, at least.
    static constexpr std::size_t kKeyframeEvents = 256;
    static constexpr std::size_t kKeyframesMax = 128;
    /// Steps of the strip: a day of minutes. What was open longer has longer steps.
    static constexpr std::size_t kStepsMax = 1440;

    /// Replays the day. Cost: linear in its entries. A copy of the state stands every `keyframeEvents` events,
    /// further apart where that would make more than `keyframesMax` of them.
    explicit DayPast(std::shared_ptr<const DayEntries> day, std::size_t keyframeEvents = kKeyframeEvents,
                     std::size_t keyframesMax = kKeyframesMax);

    /// Goes on with a day that was open: `more` has what came behind `lastSeq()`; what was had before is passed
    /// over.
    void extend(std::shared_ptr<const DayEntries> more);

    [[nodiscard]] const DayKept &day() const { return m_day; }
    [[nodiscard]] std::int64_t lastSeq() const;

    /// The state at a moment: after all that had happened by then. Before the opening it is that of the opening.
    [[nodiscard]] BranchState at(TimeMs atMs) const;
    /// What happened in [fromMs, toMs], oldest first; of more than `most` the ones nearest to the middle.
    [[nodiscard]] std::vector<PastEvent> between(TimeMs fromMs, TimeMs toMs, std::size_t most) const;
    /// All that was about one ticket, oldest first.
    [[nodiscard]] std::vector<PastEvent> about(TicketId ticket) const;
    /// When something happened last before a moment, and next after it.
    [[nodiscard]] std::optional<TimeMs> beforeMs(TimeMs atMs) const;
    [[nodiscard]] std::optional<TimeMs> afterMs(TimeMs atMs) const;
    /// How the day went from its opening on, up to its closing or its last event.
    [[nodiscard]] DayStrip strip() const;

private:
    /// How it stood at the beginning of a step of the strip.
    struct Standing {
        std::int64_t waiting = 0;
        std::int64_t worstPermille = 0;
        std::int64_t broken = 0;
        std::int64_t open = 0;
    };
    struct Keyframe {
        std::size_t next = 0; ///< the entry behind it
        BranchState state;
    };

    void addKeyframe();
    [[nodiscard]] Standing standing(TimeMs atMs) const;
    /// Notes how it stood at each step before a time.
    void noteStandings(TimeMs untilMs);

    DayKept m_day;
    std::vector<std::shared_ptr<const DayEntries>>
        m_parts; ///< in order; only what `extend` brought is further ones
    std::vector<const JournalEntry *> m_entries;
    std::vector<PastEvent> m_events; ///< one for each entry
    std::vector<Keyframe> m_keyframes;
    std::size_t m_keyframeEvents;
    std::size_t m_keyframesMax;
    std::vector<Standing> m_standings;
    TimeMs m_stripMs = 0; ///< of the first
    TimeMs m_stepMs = kMinuteMs;
    BranchState m_state; ///< after the last entry
};

} // namespace tiepdon
