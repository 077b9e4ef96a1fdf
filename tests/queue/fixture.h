// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/engine.h"
#include "tests/base/show.h"
#include "tests/queue/sample.h"

#include <string>
#include <utility>
#include <vector>

namespace tiepdon::testing {

/// A branch that is worked by hand, at a time that is moved by hand. Violations end the test program.
class Branch
{
public:
    BranchState state;
    TimeMs now = kMorning;
    std::vector<Event> events; ///< of the last command done
    std::vector<Touched> touched; ///< by each of them

    /// The name of the refusal, "" when the command would be done. Changes nothing.
    [[nodiscard]] std::string refusal(const Command &command) const
    {
        const auto decided = decide(state, command, now);
        return decided ? std::string() : std::string(name(decided.error().code));
    }

    /// Does a command; the name of the refusal, "" when it is done.
    std::string run(const Command &command)
    {
        auto decided = decide(state, command, now);
        if (!decided)
            return std::string(name(decided.error().code));
        events = std::move(*decided);
        touched.clear();
        for (const Event &event : events)
            touched.push_back(apply(state, event, now));
        const auto wrong = violations(state);
        if (!wrong.empty())
            qFatal("%s", wrong.front().c_str());
        return {};
    }

    [[nodiscard]] const Ticket &ticket(TicketId id) const
    {
        const Ticket *found = state.ticket(id);
        if (!found)
            qFatal("ticket %lld is not open", static_cast<long long>(id.value));
        return *found;
    }
    [[nodiscard]] std::string stateOf(TicketId id) const
    {
        const Ticket *found = state.ticket(id);
        return found ? std::string(names(found->state).at(static_cast<std::size_t>(found->state))) : "closed";
    }

    /// A ticket for a service; 0 when refused.
    TicketId issue(std::int64_t service)
    {
        return run(command::IssueTicket{{service}}).empty() ? state.lastTicket() : TicketId{};
    }
    /// Whom a counter calls; 0 when refused.
    TicketId call(std::int64_t counter)
    {
        return run(command::CallNext{{counter}}).empty() ? std::get<event::TicketCalled>(events.at(0)).ticket
                                                         : TicketId{};
    }
    /// Why the last command called whom it called.
    [[nodiscard]] CallReason reason() const { return std::get<event::TicketCalled>(events.at(0)).reason; }
    /// The tickets waiting for a service, first first.
    [[nodiscard]] std::vector<std::int64_t> queue(std::int64_t service) const
    {
        std::vector<std::int64_t> ids;
        for (const QueueKey &key : state.waiting({service}))
            ids.push_back(key.ticket.value);
        return ids;
    }
};

/// The sample branch, defined; the day not yet open.
inline Branch closedBranch()
{
    Branch branch;
    if (!branch.run(command::DefineBranch{sampleSetup()}).empty())
        qFatal("the sample branch is refused");
    return branch;
}

/// The sample branch with its day open and staff 1 to 3 at counters 1 to 3.
inline Branch openBranch()
{
    Branch branch = closedBranch();
    bool isDone = branch.run(command::OpenDay{"2026-05-01"}).empty();
    for (std::int64_t i = 1; i <= 3; ++i)
        isDone = isDone && branch.run(command::SignOn{{i}, {i}, {}}).empty();
    if (!isDone)
        qFatal("the sample branch does not open");
    return branch;
}

} // namespace tiepdon::testing
