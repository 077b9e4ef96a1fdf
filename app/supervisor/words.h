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

/// "Counter 3"; "?" for one the branch does not have.
[[nodiscard]] QString counterName(const BranchState &branch, CounterId counter);
[[nodiscard]] QString serviceName(const BranchState &branch, ServiceId service);
[[nodiscard]] QString profileName(const BranchState &branch, ProfileId profile);
[[nodiscard]] QString staffName(const BranchState &branch, StaffId staff);
/// "1 counter", "3 counters".
[[nodiscard]] QString countersWord(std::int64_t count);
/// "1 ticket", "3 tickets".
[[nodiscard]] QString ticketsWord(std::int64_t count);
/// "Loans, Transfers"; of more than `most`, the first and how many others.
[[nodiscard]] QString serviceNames(const BranchState &branch, const std::vector<ServiceId> &services,
                                   std::size_t most = 3);

} // namespace tiepdon
