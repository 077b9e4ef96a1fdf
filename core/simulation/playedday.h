// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/engine.h"
#include "core/simulation/drawnday.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace tiepdon {

/// How it went for one person of a drawn day.
struct PlayedPerson {
    double calledMs = 0; ///< ms after midnight
    std::size_t counter = 0;
    bool isNoShow = false; ///< was gone when called
    std::size_t callNo = 0; ///< from 0, in the order of the calls
    /// Calls of people with a later reference time by a counter that could have called this one.
    std::int64_t overtaken = 0;
};

struct PlayedDay {
    std::vector<PlayedPerson> people; ///< in the order of the drawn day
    double busyMs = 0; ///< of all counters, from a call to the end of the service
    double staffedMs = 0; ///< of all counters, from the opening to the end of the last service, absences left out
};

/// Is told each event of a played day once it was applied: the state then, what it did to tickets, and its time,
/// UTC ms.
using PlayObserver
    = std::function<void(const BranchState &state, const Event &event, const Touched &touched, TimeMs atMs)>;

/// Plays a drawn day with the branch engine itself (`decide`, `apply`) under a virtual clock, until everybody was
/// called. Counters that are free call in the order of who serves fewest services, is free longest, has the lowest
/// number; one that becomes free in an absence calls again after it. Pure; safe to call from several threads.
/// Internal when the engine refuses a step, which no scenario should make it do.
/// `businessDay` ("YYYY-MM-DD") is what it is called and where its midnight lies, in UTC; any will do.
Result<PlayedDay> played(const Scenario &scenario, const RuleTrial &trial, const DrawnDay &day,
                         const std::string &businessDay = "2026-01-05", const PlayObserver &observe = {});

} // namespace tiepdon
