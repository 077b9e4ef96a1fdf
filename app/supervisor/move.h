// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/countermoves.h"
#include "core/queue/command.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace tiepdon {

/// One thing a supervisor did, and what takes it back. A plain value.
struct Move {
    int id = 0; ///< counts up
    TimeMs atMs = 0; ///< by the hub's clock
    std::vector<CounterMove> counters = {}; ///< of counters that were moved; `done` and `back` say nothing then
    MessageId message = {}; ///< one that was sent; then likewise
    QString messageText = {}; ///< of it, with whom it went to
    Command done;
    std::optional<Command> back; ///< nothing when it can never be taken back
    std::string number; ///< of the ticket it was about, as printed
    std::string day; ///< the business day it was done on
    std::optional<TimeMs> breakSinceMs; ///< when the break began that it was about, once that is seen
    ServiceId service; ///< where that ticket waited before
    SegmentId segment = {}; ///< who its owner was said to be before
    bool isTakenBack = false;

    [[nodiscard]] bool canGoBack() const { return back.has_value() || !counters.empty() || message.isSet(); }
};

/// What `command` will be as a move, from the state before it is done.
[[nodiscard]] Move moveOf(const BranchState &branch, const Command &command, TimeMs now);
[[nodiscard]] Move moveOf(const BranchState &branch, const std::vector<CounterMove> &counters, TimeMs now);

/// The ticket a command is about; 0 for none.
[[nodiscard]] TicketId ticketOf(const Command &command);

/// What was done, in one line: "Counter 3: Cash desk → Loan advice".
[[nodiscard]] QString moveText(const BranchState &branch, const Move &move);

/// Why a move cannot be taken back now, and what to do instead; empty when it can, as far as known here.
[[nodiscard]] QString whyNotBack(const BranchState &branch, const Move &move);

} // namespace tiepdon
