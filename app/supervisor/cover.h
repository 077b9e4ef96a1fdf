// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/countermoves.h"

#include <vector>

// How many counters serve what, and what a change of one of them makes of it. Pure.

namespace tiepdon {

/// Which counters are counted: all that are open, or those of them that are not on a break.
enum class Counting { Open, AtWork };

/// How many counters serve a service now, and how many would.
struct ServiceCover {
    ServiceId service;
    int before = 0;
    int after = 0;
    std::int64_t waiting = 0; ///< people

    /// Left without a counter by this change.
    [[nodiscard]] bool isLost() const { return before > 0 && after == 0; }
    friend bool operator==(const ServiceCover &, const ServiceCover &) = default;
};

[[nodiscard]] int countersServing(const BranchState &branch, ServiceId service, Counting counting);

/// What it changes when a counter has `profile` from now on; 0: when it serves nothing any longer (is closed, or
/// goes on a break). A counter that is not counted now is taken as opened. Only services whose number changes, in
/// order of id.
[[nodiscard]] std::vector<ServiceCover> coverChange(const BranchState &branch, CounterId counter, ProfileId profile,
                                                    Counting counting = Counting::Open);

/// What moves change, together.
[[nodiscard]] std::vector<ServiceCover> coverChange(const BranchState &branch, const std::vector<CounterMove> &moves,
                                                    Counting counting = Counting::Open);

/// Services of a change that no counter would serve any more.
[[nodiscard]] std::vector<ServiceId> lostBy(const std::vector<ServiceCover> &change);

} // namespace tiepdon
