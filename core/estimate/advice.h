// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/estimate/adviceprices.h"
#include "core/estimate/floorplan.h"
#include "core/estimate/futures.h"
#include "core/estimate/moveeffect.h"

#include <cstdint>
#include <vector>

namespace tiepdon {

/// A move worth advising, or a hint.
struct AdvisedMove {
    FloorMove move;
    MoveEffect effect;
    /// Nobody can simply do it: a break is its taker's to end, and a counter opens with nobody there to sit at it.
    bool isHint = false;
};

struct FoundAdvice {
    std::vector<AdvisedMove> moves; ///< the best first, each alone; at most `Advisor::kAdviceMax`
    std::vector<ServiceOutlook> services; ///< as it will be if nothing is done, in order of id
    std::int64_t keptPermille = 1000; ///< over all of them
    std::size_t tried = 0;
};

/// Looks for the move that keeps most promises: plays the floor as it is and with each move over the same futures,
/// under the branch's own rule, and weighs what breaks. Loss of one person of weight g who waited w with T
/// promised: g (1 + (w/T - 1)/4) once w > T, at least g when they were gone by the call, and g (w/T)²/2 more for
/// who still waits at the end (w/T counts to 4 there). One thread.
class Advisor
{
public:
    static constexpr TimeMs kAheadMs = FloorPlan::kAheadMs;
    /// For so long a counter is opened; then it is asked again.
    static constexpr TimeMs kOpenMs = 30 * kMinuteMs;
    static constexpr std::size_t kAdviceMax = 3;
    /// Futures an effect is told from.
    static constexpr std::size_t kFutures = 64;
    /// The share of them in which a move must be better to be advised.
    static constexpr double kSureShare = 0.6;

    /// Owns copies of both.
    Advisor(BranchState state, Forecast knowledge, TimeMs nowMs, const AdvicePrices &prices = {});

    [[nodiscard]] TimeMs nowMs() const { return m_plan.nowMs(); }
    /// Tries all moves that could help: few futures for all, more for the best (successive halving), and other
    /// futures for what is told of those that are left, so that luck in the choosing does not count. When nothing
    /// helps, and a whole day is known: whether a counter could close without anybody's noticing. What leaves a
    /// service without a counter is never advised.
    [[nodiscard]] FoundAdvice advise();
    /// What moves would change, made one after the other. The first error of a move; its `detail` has "move", the
    /// number of the move from 0.
    [[nodiscard]] Result<MoveEffect> whatIf(const std::vector<FloorMove> &moves);

private:
    /// What came of a service's people.
    struct Tally {
        std::int64_t people = 0;
        std::int64_t settled = 0;
        std::int64_t kept = 0;
        double loss = 0;
        std::vector<TimeMs> calledMs; ///< waits up to a call
        std::vector<TimeMs> waitingMs; ///< waits that lasted to the end
    };
    /// Futures of the floor as it is now.
    struct Played {
        std::vector<double> losses; ///< by future
        std::vector<Tally> services; ///< in order of `Floor::services`
    };
    struct Candidate {
        FloorMove move;
        bool isHint = false;
        double price = 0;
        std::vector<double> gains = {}; ///< by future
        [[nodiscard]] double meanGain() const;
        [[nodiscard]] double net() const { return meanGain() - price; }
    };

    [[nodiscard]] Played play(std::size_t first, std::size_t count, bool isTold);
    void tryOut(Candidate &candidate, std::size_t from, std::size_t to);
    void halve(std::vector<Candidate> &candidates);
    [[nodiscard]] std::vector<Candidate> helpful(const std::vector<Tally> &services) const;
    void addOpenings(std::vector<Candidate> &candidates, const std::vector<bool> &needed) const;
    void addSwitches(std::vector<Candidate> &candidates, const std::vector<bool> &needed) const;
    void addReturns(std::vector<Candidate> &candidates, const std::vector<bool> &needed) const;
    [[nodiscard]] std::vector<Candidate> closings() const;
    [[nodiscard]] StaffId freeStaffFor(CounterId counter, ProfileId profile, const std::vector<bool> &needed) const;
    [[nodiscard]] std::size_t reach(const std::vector<std::size_t> &queues, const std::vector<bool> &needed) const;
    [[nodiscard]] const Played &told();
    [[nodiscard]] MoveEffect effectOf(const Played &before, const Played &after) const;
    [[nodiscard]] ServiceOutlook outlookOf(std::size_t service, const Tally &tally) const;

    bool m_knowsDays; ///< what the hours ahead bring is known from earlier days
    FloorPlan m_plan;
    AdvicePrices m_prices;
    Futures m_futures;
    std::uint64_t m_seed;
    std::vector<double> m_losses; ///< of the floor without moves, by future of the choosing
    std::optional<Played> m_told; ///< and what is told of it
};

} // namespace tiepdon
