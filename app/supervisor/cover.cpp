// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/cover.h"

#include <algorithm>

namespace tiepdon {
namespace {

bool isCounted(const CounterState &state, Counting counting)
{
    return state.isOpen() && (counting == Counting::Open || !state.onBreak.has_value());
}

bool serves(const BranchState &branch, ProfileId id, ServiceId service)
{
    const WorkProfile *profile = branch.profile(id);
    return profile
        && std::find(profile->services.begin(), profile->services.end(), service) != profile->services.end();
}

} // namespace

int countersServing(const BranchState &branch, ServiceId service, Counting counting)
{
    return static_cast<int>(
        std::count_if(branch.counterStates().begin(), branch.counterStates().end(), [&](const auto &entry) {
            return isCounted(entry.second, counting) && serves(branch, entry.second.profile, service);
        }));
}

std::vector<ServiceCover> coverChange(const BranchState &branch, CounterId counter, ProfileId profile,
                                      Counting counting)
{
    const CounterState *state = branch.counterState(counter);
    const ProfileId now = state && isCounted(*state, counting) ? state->profile : ProfileId{};
    std::vector<ServiceCover> change;
    for (const auto &[id, service] : branch.services()) {
        const int lost = serves(branch, now, id) ? 1 : 0;
        const int won = serves(branch, profile, id) ? 1 : 0;
        if (lost == won)
            continue;
        const int before = countersServing(branch, id, counting);
        change.push_back({id, before, before - lost + won, static_cast<std::int64_t>(branch.waiting(id).size())});
    }
    return change;
}

std::vector<ServiceCover> coverChange(const BranchState &branch, const std::vector<CounterMove> &moves,
                                      Counting counting)
{
    const auto counts = [&](const CounterStanding &standing, ServiceId service) {
        const bool isCounted = standing.isOpen() && (counting == Counting::Open || !standing.onBreak);
        return isCounted && serves(branch, standing.profile, service) ? 1 : 0;
    };
    std::vector<ServiceCover> change;
    for (const auto &[id, service] : branch.services()) {
        int difference = 0;
        for (const CounterMove &move : moves) {
            const CounterState *state = branch.counterState(move.counter);
            difference += counts(move.to, id) - (state ? counts(standingOf(*state), id) : 0);
        }
        if (difference == 0)
            continue;
        const int before = countersServing(branch, id, counting);
        change.push_back({id, before, before + difference, static_cast<std::int64_t>(branch.waiting(id).size())});
    }
    return change;
}

std::vector<ServiceId> lostBy(const std::vector<ServiceCover> &change)
{
    std::vector<ServiceId> lost;
    for (const ServiceCover &each : change) {
        if (each.isLost())
            lost.push_back(each.service);
    }
    return lost;
}

} // namespace tiepdon
