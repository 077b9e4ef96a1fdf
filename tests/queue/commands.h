// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/command.h"
#include "core/queue/state.h"
#include "tests/queue/choices.h"

namespace tiepdon::testing {

/// Commands as a branch gets them, and as it should not: mostly about what is there, sometimes about anything. The
/// branch it walks through begins as `sampleSetup` and grows to five services, six counters and six members of
/// staff.
class Commands
{
public:
    struct Style {
        bool isCrowded = false; ///< hundreds wait instead of dozens
        bool changesRules = true; ///< services, profiles and settings are redefined on the way
    };

    /// `choices` outlive it.
    Commands(Choices &choices, Style style) : m_choices(choices), m_style(style) { }

    /// How far the clock moves before the next command: often not at all.
    TimeMs pause();
    Command next(const BranchState &state);

private:
    std::int64_t below(std::int64_t n) { return m_choices.below(n); }
    std::optional<TimeMs> claim(const BranchState &state);
    Command issue(const BranchState &state);
    Command byHand(const BranchState &state);
    Command inHand(const BranchState &state);
    Command ofCalled(CounterId counter, TicketId ticket, const BranchState &state);
    Command ofServed(CounterId counter, TicketId ticket, const BranchState &state);
    Command transfer(CounterId counter, TicketId ticket);
    Command definition(const BranchState &state);
    Command change(const BranchState &state);
    BranchSetup wholeBranch();
    Service service(std::int64_t id, const char *series);
    Staff staff(std::int64_t id);
    TicketId openTicket(const BranchState &state);
    SegmentId segment() { return {below(3) == 0 ? 1 + below(below(20) == 0 ? 5 : 3) : 0}; }
    PriorityReasonId priorityReason() { return {below(5) == 0 ? 1 + below(below(10) == 0 ? 4 : 2) : 0}; }
    OutcomeId outcome() { return {below(2) == 0 ? 1 + below(below(10) == 0 ? 4 : 2) : 0}; }
    std::string language() { return below(8) != 0 ? "" : below(10) == 0 ? "E" : below(2) == 0 ? "en" : "zh"; }
    CounterId counter();
    std::vector<OpeningWindow> hours();
    std::string day(const BranchState &state);

    std::vector<CounterId> m_open; ///< counters somebody sits at
    std::vector<CounterId> m_free; ///< of those, where nobody is called or served
    Choices &m_choices;
    Style m_style;
};

} // namespace tiepdon::testing
