// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/branchdecisions.h"

#include "core/hub/accessdecisions.h"
#include "core/wire/codec.h"

#include <algorithm>

namespace tiepdon {
namespace {

/// Whether a command is about the counter where this person is signed on, or opens one as them. A counter that is
/// not open is nobody's: then the command's own refusal says more. What names no counter is nobody's own.
bool isOwn(const BranchState &state, const Command &command, StaffId staff)
{
    return std::visit(
        [&]<class C>(const C &c) {
            if constexpr (std::same_as<C, command::SignOn>) {
                return c.staff == staff;
            } else if constexpr (requires { requires std::same_as<decltype(c.counter), CounterId>; }) {
                const CounterState *counter = state.counterState(c.counter);
                return c.counter.isSet() && (!counter || !counter->isOpen() || counter->staff == staff);
            } else {
                return false;
            }
        },
        command);
}

} // namespace

bool isForKiosk(const BranchState &state, const Command &command)
{
    const auto *issue = std::get_if<command::IssueTicket>(&command);
    if (!issue)
        return true;
    const auto reason = state.priorityReasons().find(issue->priorityReason);
    return !issue->segment.isSet() && !issue->bookedMs && !issue->customer.isSet()
        && (reason == state.priorityReasons().end() || reason->second.atKiosk);
}

Decision decideCommand(const BranchState &state, const Command &command, Reach reach, StaffId staff, bool isKiosk,
                       TimeMs now)
{
    Decision decision;
    const std::string method(methodOf(command));
    if (isKiosk && !isForKiosk(state, command))
        return notAllowed(method, "kiosk", "people cannot say that of themselves at a kiosk");
    if (reach == Reach::Own && !isOwn(state, command, staff))
        return notAllowed(method, "own", "that is another person's counter");
    auto events = decide(state, command, now);
    if (events)
        decision.events = std::move(*events);
    else
        decision.refused = std::move(events).error();
    return decision;
}

Decision notAllowed(std::string_view method, const char *why, const char *message)
{
    Decision decision;
    decision.refused = Error{ErrorCode::NotAllowed, message, {{"method", std::string(method)}, {why, "true"}}};
    decision.audit.push_back(auditEntry("refused", std::string(method), "NotAllowed"));
    return decision;
}

bool isAtCounterOf(const BranchState &state, StaffId staff, TicketId ticket)
{
    const Ticket *open = state.ticket(ticket);
    if (!staff.isSet() || !open || !open->isAtCounter())
        return false;
    return std::any_of(state.counterStates().begin(), state.counterStates().end(), [&](const auto &each) {
        return each.second.staff == staff && each.second.ticket == ticket;
    });
}

bool isNextFor(const BranchState &state, StaffId staff, TicketId ticket, TimeMs now)
{
    if (!staff.isSet())
        return false;
    return std::any_of(state.counterStates().begin(), state.counterStates().end(), [&](const auto &each) {
        if (each.second.staff != staff)
            return false;
        const auto next = nextFor(state, each.second, now);
        return next && next->ticket == ticket;
    });
}

} // namespace tiepdon
