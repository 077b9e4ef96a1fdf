// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/estimate/rivals.h"
#include "core/simulation/askedwait.h"
#include "core/simulation/running.h"

#include <array>
#include <cstdint>
#include <deque>
#include <vector>

namespace tiepdon {

/// What all queues of a file have in common: where to start from with one that is little known.
struct OfficeHabits {
    HourlyMean cycle; ///< log of counter minutes per place
    HourlyMean surprise; ///< log of actual ÷ expected by throughput
    RunningMean closing; ///< minute of the last look with a counter open
};

/// Somebody in a queue.
struct OfficePerson {
    std::int64_t number = 0;
    std::int64_t arrivalMin = 0;
    std::int64_t callMin = 0; ///< looked at by nobody before that minute
    double ahead = 0; ///< when they came, as the next three
    double counters = 1;
    double expectedMs = 0; ///< by throughput
    double usualMs = 0; ///< by habit
};

/// One queue of an office as its screen shows it, look by look: what could be known at each, and what habits it
/// has shown so far. Looks come in order of time.
class OfficeQueue
{
public:
    void openDay(std::size_t weekday, OfficeHabits &habits);
    /// Somebody is seen for the first time; before `look` of the same minute.
    void arrived(const OfficePerson &person);
    /// A look at the screen: calls whose minute has come are seen, and learned from.
    void look(std::int64_t minute, std::int64_t counters, double serviceMin, TimeMs nowMs, OfficeHabits &habits);

    /// What is known of somebody who has, or would have, so many people ahead of them now, just after `look`;
    /// `elsewhere` wait in the office's other queues. Without group, day and outcome.
    [[nodiscard]] AskedWait asked(std::int64_t ahead, double elsewhere, TimeMs nowMs,
                                  const OfficeHabits &habits) const;
    /// Keeps what was expected of somebody who waits, to learn from when they are called.
    void remember(std::size_t index, const AskedWait &asked, const OfficeHabits &habits);

    [[nodiscard]] const std::deque<OfficePerson> &people() const { return m_people; }
    [[nodiscard]] std::int64_t lookedMin() const { return m_lookedMin; } ///< −1: not today

private:
    void called(const OfficePerson &person, TimeMs nowMs, OfficeHabits &habits);
    [[nodiscard]] double usualMs(double place, const OfficeHabits &habits) const;

    std::deque<OfficePerson> m_people; ///< who waits, first come first
    std::int64_t m_counters = 0;
    double m_serviceMin = 0;

    // of today
    std::size_t m_weekday = 0;
    std::int64_t m_lookedMin = -1;
    std::int64_t m_openMin = -1; ///< last seen with a counter open
    std::int64_t m_calledMin = -1;
    double m_busyCounterMin = 0; ///< since the last call
    double m_busyMin = 0;
    double m_callsWhileBusy = 0;
    double m_surprise = 0; ///< log of actual ÷ expected, of those called last
    double m_usualSurprise = 0; ///< the same by habit
    double m_lastPerPlace = 0; ///< minutes per place of who was called last
    std::deque<double> m_perPlace; ///< log of that, of the last five
    std::deque<std::int64_t> m_calls; ///< minutes, two hours back
    std::deque<std::int64_t> m_arrivals; ///< minutes, half an hour back

    // of all days
    QueueRecord m_record;
    HourlyMean m_cycle;
    HourlyMean m_surprises;
    HourlyMean m_perPlaces;
    std::array<RunningMean, 12> m_perPlaceBy; ///< by counters open
    HourlyMean m_waits;
    HourlyMean m_lengths;
    HourlyMean m_open; ///< counters
    std::array<RunningMean, 7> m_closing; ///< by weekday
    std::int64_t m_countersMax = 1;
};

} // namespace tiepdon
