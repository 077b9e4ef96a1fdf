// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/command.h"
#include "core/queue/event.h"

#include <optional>

namespace tiepdon::testing {

/// The branch's rules once more, in plain lists walked from end to end: slow, and simple enough to be seen
/// to be right. Shares only the values and `checked` with the engine.
class Model
{
public:
    /// Does a command at a time. Nothing when it is done, else why it is refused; then nothing has changed.
    std::optional<ErrorCode> run(const Command &command, TimeMs now);

    [[nodiscard]] const StateImage &image() const { return m_image; }
    /// Of the last call.
    [[nodiscard]] const CallReason &reason() const { return m_reason; }
    /// When the service finished last claims to have ended, if that is believed: its ticket is gone from the image.
    [[nodiscard]] const std::optional<TimeMs> &claimedEnd() const { return m_claimedEnd; }

private:
    StateImage m_image;
    CallReason m_reason;
    std::optional<TimeMs> m_claimedEnd;
};

} // namespace tiepdon::testing
