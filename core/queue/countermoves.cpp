// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/countermoves.h"

#include <algorithm>
#include <concepts>
#include <set>
#include <utility>

namespace tiepdon {
namespace {

Error invalid(const char *message) { return {ErrorCode::InvalidParams, message, {{"field", "moves"}}}; }

Error changed(CounterId counter, const CounterStanding &now)
{
    Error error{ErrorCode::CounterChanged,
                "the counter is not as it was seen",
                {{"counter", std::to_string(counter.value)},
                 {"staff", std::to_string(now.staff.value)},
                 {"profile", std::to_string(now.profile.value)}}};
    if (now.onBreak)
        error.detail["onBreak"] = names(*now.onBreak).at(static_cast<std::size_t>(*now.onBreak));
    return error;
}

bool serves(const BranchState &branch, ProfileId id, ServiceId service)
{
    const WorkProfile *profile = branch.profile(id);
    return profile
        && std::find(profile->services.begin(), profile->services.end(), service) != profile->services.end();
}

/// Does one command after the other on a state of its own. The counters asked about exist.
class Steps
{
public:
    Steps(const BranchState &branch, TimeMs now) : m_state(branch), m_now(now) { }

    std::optional<Error> take(const Command &command)
    {
        auto decided = decide(m_state, command, m_now);
        if (!decided)
            return decided.error();
        for (Event &event : *decided) {
            apply(m_state, event, m_now);
            m_events.push_back(std::move(event));
        }
        return {};
    }
    [[nodiscard]] CounterStanding at(CounterId id) const { return standingOf(*m_state.counterState(id)); }
    [[nodiscard]] CounterId counterOf(StaffId staff) const
    {
        for (const auto &[id, state] : m_state.counterStates()) {
            if (state.isOpen() && state.staff == staff)
                return id;
        }
        return {};
    }
    [[nodiscard]] std::vector<Event> events() && { return std::move(m_events); }

private:
    BranchState m_state;
    TimeMs m_now;
    std::vector<Event> m_events;
};

std::optional<Error> refusal(const BranchState &branch, const std::vector<CounterMove> &moves)
{
    if (moves.empty() || moves.size() > kCountersMovedMax)
        return invalid("one to eight counters are moved together");
    if (!branch.isOpen())
        return Error{ErrorCode::DayNotOpen, "no business day is open", {}};
    std::set<CounterId> counters;
    for (const CounterMove &move : moves) {
        const CounterState *state = branch.counterState(move.counter);
        if (!state)
            return Error{
                ErrorCode::UnknownCounter, "no such counter", {{"id", std::to_string(move.counter.value)}}};
        if (!counters.insert(move.counter).second)
            return invalid("a counter is named twice");
        if (!move.to.isOpen() && move.to != CounterStanding{})
            return invalid("a closed counter has neither profile nor break");
        if (standingOf(*state) != move.seen)
            return changed(move.counter, standingOf(*state));
    }
    return {};
}

/// Brings everybody to where they are to be. Who comes to a counter takes it over with the ticket in hand; somebody
/// leaves a counter empty only where nobody could come first.
std::optional<Error> place(Steps &steps, std::vector<CounterMove> placements)
{
    while (!placements.empty()) {
        auto next = std::find_if(placements.begin(), placements.end(),
                                 [&](const CounterMove &move) { return !steps.counterOf(move.to.staff).isSet(); });
        if (next == placements.end()) { // they wait for each other, or for somebody who is not moved at all
            const CounterId where = steps.counterOf(placements.front().to.staff);
            const bool isMoved = std::any_of(placements.begin(), placements.end(),
                                             [where](const CounterMove &move) { return move.counter == where; });
            if (isMoved) {
                if (auto refused = steps.take(command::SignOff{where}))
                    return refused;
            }
            next = placements.begin();
        }
        const bool isOver = steps.at(next->counter).isOpen();
        if (auto refused = steps.take(command::SignOn{next->counter, next->to.staff, next->to.profile, isOver}))
            return refused;
        placements.erase(next);
    }
    return {};
}

/// Profile and break of a counter whose person is the right one.
std::optional<Error> settle(Steps &steps, const CounterMove &move)
{
    if (!move.to.isOpen())
        return {};
    const CounterStanding now = steps.at(move.counter);
    if (move.to.profile != now.profile) {
        if (auto refused = steps.take(command::AssignProfile{move.counter, move.to.profile, now.profile, true}))
            return refused;
    }
    if (move.to.onBreak && now.onBreak != move.to.onBreak)
        return steps.take(command::TakeBreak{move.counter, *move.to.onBreak});
    if (!move.to.onBreak && now.onBreak)
        return steps.take(command::EndBreak{move.counter});
    return {};
}

} // namespace

CounterStanding standingOf(const CounterState &state)
{
    if (!state.isOpen())
        return {};
    return {state.staff, state.profile,
            state.onBreak ? std::optional<BreakReason>(state.onBreak->reason) : std::nullopt};
}

CounterId movedBy(const Event &event)
{
    return std::visit(
        []<class E>(const E &e) {
            if constexpr (
                std::same_as<
                    E,
                    event::
                        CounterOpened> || std::same_as<E, event::CounterClosed> || std::same_as<E, event::ProfileAssigned> || std::same_as<E, event::CounterPaused> || std::same_as<E, event::CounterResumed>)
                return e.counter;
            else
                return CounterId{};
        },
        event);
}

std::vector<CounterMove> backwards(std::vector<CounterMove> moves)
{
    for (CounterMove &move : moves)
        std::swap(move.seen, move.to);
    return moves;
}

CounterStanding standingAfter(const BranchState &branch, const std::vector<CounterMove> &moves, CounterId counter)
{
    const auto it = std::find_if(moves.begin(), moves.end(),
                                 [counter](const CounterMove &move) { return move.counter == counter; });
    if (it != moves.end())
        return it->to;
    const CounterState *state = branch.counterState(counter);
    return state ? standingOf(*state) : CounterStanding{};
}

std::vector<ServiceId> leftUnserved(const BranchState &branch, const std::vector<CounterMove> &moves)
{
    std::vector<ServiceId> left;
    for (const auto &[id, service] : branch.services()) {
        if (branch.waiting(id).empty() || branch.countersServing(id) == 0)
            continue;
        const bool isServed = std::any_of(
            branch.counterStates().begin(), branch.counterStates().end(), [&, id = id](const auto &each) {
                const CounterStanding after = standingAfter(branch, moves, each.first);
                return after.isOpen() && serves(branch, after.profile, id);
            });
        if (!isServed)
            left.push_back(id);
    }
    return left;
}

Result<std::vector<Event>> decideMoves(const BranchState &branch, const std::vector<CounterMove> &moves,
                                       bool mayLeave, TimeMs now)
{
    if (auto refused = refusal(branch, moves))
        return *refused;
    if (const auto left = leftUnserved(branch, moves); !left.empty() && !mayLeave) {
        std::string ids;
        for (const ServiceId id : left)
            ids += (ids.empty() ? "" : ",") + std::to_string(id.value);
        return Error{ErrorCode::ServiceUnserved, "no open counter would serve " + ids, {{"services", ids}}};
    }
    Steps steps(branch, now);
    std::vector<CounterMove> placements;
    for (const CounterMove &move : moves) {
        if (move.seen.isOpen() && !move.to.isOpen()) {
            if (auto refused = steps.take(command::SignOff{move.counter}))
                return *refused;
        } else if (move.to.staff != move.seen.staff) {
            placements.push_back(move);
        }
    }
    if (auto refused = place(steps, std::move(placements)))
        return *refused;
    for (const CounterMove &move : moves) {
        if (auto refused = settle(steps, move))
            return *refused;
    }
    return std::move(steps).events();
}

} // namespace tiepdon
