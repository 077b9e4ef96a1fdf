// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/proposal.h"

#include <algorithm>
#include <limits>

namespace tiepdon {
namespace {

bool serves(const WorkProfile &profile, ServiceId service)
{
    return std::find(profile.services.begin(), profile.services.end(), service) != profile.services.end();
}

/// The profile for a service that does the least beside it; 0 for none.
ProfileId profileFor(const BranchState &branch, ServiceId service)
{
    ProfileId best;
    std::size_t services = std::numeric_limits<std::size_t>::max();
    for (const auto &[id, profile] : branch.profiles()) {
        if (serves(profile, service) && profile.services.size() < services) {
            best = id;
            services = profile.services.size();
        }
    }
    return best;
}

} // namespace

std::optional<Action> proposalFor(const SupervisorDesk &desk, ServiceId service)
{
    const BranchState &branch = desk.branch();
    const ProfileId profile = profileFor(branch, service);
    if (!profile.isSet())
        return {};
    if (!desk.freeStaff().empty()) {
        for (const auto &[id, state] : branch.counterStates()) {
            if (!state.isOpen())
                return Action{Action::Kind::Open, id, profile, {}};
        }
    }
    std::optional<Action> best;
    std::pair<bool, std::size_t> leastOf; // leaves somebody alone; people waiting for what it serves now
    for (const auto &[id, state] : branch.counterStates()) {
        const WorkProfile *now = state.isOpen() ? branch.profile(state.profile) : nullptr;
        if (!now || serves(*now, service))
            continue;
        std::size_t waiting = 0;
        for (const ServiceId own : now->services)
            waiting += branch.waiting(own).size();
        const CounterStanding seen = standingOf(state);
        const bool isLeaving = !leftUnserved(branch, {{id, seen, {seen.staff, profile, seen.onBreak}}}).empty();
        const std::pair each(isLeaving, waiting);
        if (!best || each < leastOf) {
            best = Action{Action::Kind::Move, id, profile, {}};
            leastOf = each;
        }
    }
    return best;
}

} // namespace tiepdon
