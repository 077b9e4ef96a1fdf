// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/engine.h"
#include "core/wire/figuresmessage.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tiepdon::testing {

/// A day's figures once more, from the events alone and by going through everything for each row: it knows no table
/// and shares nothing with the reckoning it checks but the messages.
class DayReckoner
{
public:
    /// An event that has just been applied; `after` is the state then.
    void take(const Event &event, TimeMs atMs, const BranchState &after);
    /// The business days, in order.
    [[nodiscard]] std::vector<std::string> days() const;
    /// The figures of one day as asked at `nowMs`; days filled in in the filter.
    [[nodiscard]] DayFigures figures(const FigureFilter &filter, TimeMs nowMs) const;

private:
    struct Serving {
        CounterId counter;
        TimeMs fromMs = 0;
        TimeMs toMs = -1; ///< -1: still
    };
    struct Step {
        ServiceId service;
        TimeMs askedMs = 0;
        TimeMs waitedMs = 0; ///< before it was parked
        std::optional<TimeMs> calledMs = {};
        CounterId counter = {};
        std::optional<TimeMs> startedMs = {};
        std::optional<TimeMs> wrapUpMs = {};
        TimeMs servedMs = 0; ///< before it was parked
        std::optional<TimeMs> endedMs = {};
        std::string end = {}; ///< served, transferred, noShow, abandoned, cancelled, ended; empty while open
        std::vector<Serving> serving = {};
        std::map<SegmentId, TimeMs> promises = {}; ///< as they were at the end
        TimeMs expectedMs = 0;
    };
    struct Person {
        TicketId ticket;
        std::string day; ///< it is counted on
        TimeMs arrivedMs = 0;
        std::string state; ///< waiting, called, serving, parked, wrapUp or how it ended
        bool isCarriedOn = false;
        bool isDuplicate = false;
        std::vector<Step> steps = {};
    };
    struct Stretch {
        CounterId counter;
        StaffId staff;
        TimeMs fromMs = 0;
        TimeMs toMs = -1; ///< -1: still
        bool isBreak = false;
    };
    struct Day {
        TimeMs fromMs = 0;
        TimeMs closedMs = 0;
        bool isOpen = true;
        std::int64_t utcOffsetMin = 0;
        std::vector<Person> people = {};
        std::vector<Stretch> stretches = {};
    };

    Person *find(TicketId ticket);
    static void end(Step &step, const std::string &how, TimeMs atMs, const BranchState &after);
    static void stopServing(Step &step, TimeMs atMs);
    void sit(CounterId counter, std::optional<StaffId> staff, bool isBreak, TimeMs atMs);

    std::map<std::string, Day> m_days;
    std::string m_today;
    std::map<TicketId, SegmentId> m_segments; ///< the last each ticket had
    BranchState m_now;
};

} // namespace tiepdon::testing
