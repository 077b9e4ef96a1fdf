// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/estimate/floor.h"
#include "core/estimate/forecast.h"
#include "core/estimate/moveeffect.h"

#include <optional>
#include <vector>

namespace tiepdon {

/// A branch's floor with moves made on it that nobody has made yet. Owns a copy of the branch and of what was
/// learned of it, so it can go to another thread; stays where it was made, because its floor points into it. Who
/// may call somebody that asked for a language goes by who is at the counters now.
class FloorPlan
{
public:
    /// As far as moves are looked at.
    static constexpr TimeMs kAheadMs = kAdviceAheadMs;
    /// From a move until whoever moved can call somebody.
    static constexpr TimeMs kWayMs = 2 * kMinuteMs;

    FloorPlan(BranchState state, Forecast knowledge, TimeMs nowMs);
    FloorPlan(const FloorPlan &) = delete;
    FloorPlan &operator=(const FloorPlan &) = delete;

    [[nodiscard]] const BranchState &branch() const { return m_state; }
    /// With the moves made so far.
    [[nodiscard]] const Floor &floor() const { return m_floor; }
    [[nodiscard]] TimeMs nowMs() const { return m_floor.nowMs; }

    /// Makes a move beside those before; on an error nothing. UnknownCounter, UnknownStaff, UnknownProfile;
    /// CounterNotOpen, CounterOccupied (of what is to be opened), StaffElsewhere, CounterOnBreak, WrongState (who
    /// is to come back from a break is on none).
    Result<void> make(const FloorMove &move);
    /// Takes all moves back.
    void reset();

    /// What the moves made add to the time counters are open within `kAheadMs`.
    [[nodiscard]] TimeMs counterMs() const { return m_counterMs; }
    /// Services somebody waits for that an open counter serves without the moves, and none with them; in order.
    [[nodiscard]] std::vector<ServiceId> unserved() const;
    /// How many wait for a service, in order of `Floor::services`.
    [[nodiscard]] const std::vector<std::int64_t> &waiting() const { return m_waiting; }
    /// The services, in order of `Floor::services`.
    [[nodiscard]] const std::vector<ServiceId> &services() const { return m_services; }

    /// A counter as it would be; null when there is no such counter.
    [[nodiscard]] const CounterState *counter(CounterId id) const;
    /// All of them, by id; before anybody moves, in order of `Floor::counters`.
    [[nodiscard]] const std::vector<CounterState> &counters() const { return m_counters; }
    /// What a counter with that staff and profile could call; staff 0: somebody who has the skills.
    [[nodiscard]] std::vector<std::size_t> queuesOf(CounterId counter, StaffId staff, ProfileId profile) const;

    /// See `ServiceTimes::speed`.
    [[nodiscard]] double speed(StaffId staff) const { return m_knowledge.times().speed(staff); }

private:
    [[nodiscard]] std::optional<std::size_t> indexOf(CounterId id) const;
    /// The desk of the futures that sits at a counter by the moves made so far.
    [[nodiscard]] FloorCounter &deskAt(std::size_t counterAt) { return m_floor.counters[m_desks[counterAt]]; }
    /// Whether somebody sits there, or serves to the end before the counter is free.
    [[nodiscard]] bool isTaken(std::size_t counterAt) const;
    Result<void> open(const FloorMove &move);
    Result<void> switchTo(const FloorMove &move);
    Result<void> close(const FloorMove &move);
    Result<void> movePerson(const FloorMove &move);
    Result<void> takeBreak(const FloorMove &move);
    Result<void> endBreak(const FloorMove &move);
    [[nodiscard]] std::vector<FloorAbsence> absencesOf(StaffId staff) const;
    [[nodiscard]] std::vector<bool> servedServices(const Floor &floor) const;

    BranchState m_state;
    Forecast m_knowledge;
    Floor m_floor;
    std::vector<ServiceId> m_services;
    std::vector<std::int64_t> m_waiting;
    std::vector<CounterState> m_counters;
    std::vector<std::size_t> m_desks; ///< of each of `m_counters`: which of `Floor::counters` sits there
    std::vector<CounterState> m_countersBefore;
    std::vector<FloorCounter> m_floorBefore;
    std::vector<bool> m_servedBefore;
    TimeMs m_counterMs = 0;
};

} // namespace tiepdon
