// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/command.h"
#include "core/queue/state.h"

#include <QString>

#include <vector>

// Words of the supervisor's pages for values of the core, in the language windows speak now.

namespace tiepdon {

[[nodiscard]] QString handWord(HandReason reason);
[[nodiscard]] QString placeWord(command::TransferPlace place);
[[nodiscard]] QString stateWord(TicketState state);
/// How a ticket stands, in a word or two: "Waiting, put first".
[[nodiscard]] QString standingWord(const Ticket &ticket);

/// "Counter 3"; "?" for one the branch does not have.
[[nodiscard]] QString counterName(const BranchState &branch, CounterId counter);
[[nodiscard]] QString serviceName(const BranchState &branch, ServiceId service);
[[nodiscard]] QString profileName(const BranchState &branch, ProfileId profile);
[[nodiscard]] QString staffName(const BranchState &branch, StaffId staff);
/// Empty for ordinary people.
[[nodiscard]] QString segmentName(const BranchState &branch, SegmentId segment);
/// Empty without one.
[[nodiscard]] QString reasonName(const BranchState &branch, PriorityReasonId reason);
/// Who alone may call it: "for counter 3", "for Phạm Thu Hà"; empty when anybody may.
[[nodiscard]] QString forWhom(const BranchState &branch, const Ticket &ticket);
/// "1 counter", "3 counters".
[[nodiscard]] QString countersWord(std::int64_t count);
/// "1 ticket", "3 tickets".
[[nodiscard]] QString ticketsWord(std::int64_t count);
/// "Loans, Transfers"; of more than `most`, the first and how many others.
[[nodiscard]] QString serviceNames(const BranchState &branch, const std::vector<ServiceId> &services,
                                   std::size_t most = 3);

} // namespace tiepdon
