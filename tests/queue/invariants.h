// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/engine.h"

#include <map>
#include <set>
#include <string>
#include <tuple>

namespace tiepdon::testing {

/// What must hold of a branch whatever happens, by the numbers of the reliability rules, reckoned from the stream
/// of events alone and without the engine's own indexes: looks at every ticket each time.
class Invariants
{
public:
    /// Before `event` is applied to `state`.
    void before(const BranchState &state, const Event &event, TimeMs atMs);
    /// After it; what it did to tickets.
    void after(const BranchState &state, const Event &event, const Touched &touched, TimeMs atMs);
    /// After a whole operation.
    void settled(const BranchState &state);

    /// What is wrong first, or nothing.
    [[nodiscard]] const std::string &wrong() const { return m_wrong; }
    [[nodiscard]] std::int64_t overtakings() const { return m_overtakings; }
    /// Calls of those who had been overtaken as often as allowed.
    [[nodiscard]] std::int64_t rescued() const { return m_rescued; }

private:
    void check(bool holds, const std::string &otherwise);
    void called(const BranchState &state, const event::TicketCalled &call);
    void stepsTimes(const VisitStep &step, const std::string &whose);

    std::string m_wrong;
    TimeMs m_lastMs = 0;
    std::set<TicketId> m_ids; // I4
    std::set<std::tuple<std::string, std::string, std::int64_t>> m_serials;
    std::string m_day;
    std::map<TicketId, std::pair<TicketState, TimeMs>> m_since; // I7: since when it is in its state
    std::map<TicketId, std::int64_t> m_overtaken; // I13
    std::int64_t m_overtakings = 0;
    std::int64_t m_rescued = 0;
};

} // namespace tiepdon::testing
