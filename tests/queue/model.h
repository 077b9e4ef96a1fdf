// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/command.h"
#include "core/queue/event.h"

#include <map>
#include <optional>

namespace tiepdon::testing {

/// The branch's rules once more, in plain lists walked from end to end: slow, and simple enough to be seen
/// to be right. Shares with the engine only the values, `checked`, and `RuleIndex`, the formulae a queue's price is
/// reckoned by, which have tests of their own.
class Model
{
public:
    /// Does a command at a time. Nothing when it is done, else why it is refused; then nothing has changed.
    std::optional<ErrorCode> run(const Command &command, TimeMs now);
    /// Does one step of what happens by itself at a time; false when there is nothing to do.
    bool passTime(TimeMs now);

    /// Without the calls that count against those who wait: `overtaken` has them, person by person.
    [[nodiscard]] const StateImage &image() const { return m_all.image; }
    /// How often others were called before somebody who waits, and came earlier, and could have been called.
    [[nodiscard]] std::int64_t overtaken(TicketId ticket) const;
    /// Of the last call.
    [[nodiscard]] const CallReason &reason() const { return m_all.reason; }
    /// When the service finished last claims to have ended, if that is believed: its ticket is gone from the image.
    [[nodiscard]] const std::optional<TimeMs> &claimedEnd() const { return m_all.claimedEnd; }

    struct All {
        StateImage image;
        std::map<TicketId, std::int64_t> overtaken;
        CallReason reason;
        std::optional<TimeMs> claimedEnd;
    };

private:
    All m_all;
};

} // namespace tiepdon::testing
