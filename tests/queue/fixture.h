// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/engine.h"
#include "tests/base/show.h"

#include <string>
#include <utility>
#include <vector>

namespace tiepdon::testing {

constexpr TimeMs kMorning = 1777597200000; // 2026-05-01T01:00:00Z, 8 o'clock in Hanoi

/// Services 1 (series A, promised in 10 min), 2 (B, 20 min) and 3 (A, 5 min); profiles 1 (services 1, 2),
/// 2 (2) and 3 (1, 2, 3); counters 1 to 3, each with the profile of its id; staff 1 to 3. Two digits.
inline BranchSetup sampleSetup()
{
    BranchSetup setup;
    setup.settings.name = {"Chi nhánh thử", "Test branch"};
    setup.settings.numberDigits = 2;
    setup.services = {{{1}, {"Tiền mặt", "Cash"}, "A", 5 * kMinuteMs, 10 * kMinuteMs},
                      {{2}, {"Vay", "Loans"}, "B", 15 * kMinuteMs, 20 * kMinuteMs},
                      {{3}, {"Thẻ", "Cards"}, "A", 5 * kMinuteMs, 5 * kMinuteMs}};
    setup.profiles = {{{1}, {"Quầy", "Teller"}, {{1}, {2}}},
                      {{2}, {"Vay", "Loans"}, {{2}}},
                      {{3}, {"Tất cả", "All"}, {{1}, {2}, {3}}}};
    setup.counters = {{{1}, 1, {1}}, {{2}, 2, {2}}, {{3}, 3, {3}}};
    setup.staff = {{{1}, "Nguyễn Thị Lan"}, {{2}, "Trần Văn Minh"}, {{3}, "Phạm Thu Hà"}};
    return setup;
}

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
