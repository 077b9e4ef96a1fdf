// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/settings/settingdraft.h"
#include "ui/theme/theme.h"

#include <QString>

#include <optional>
#include <vector>

namespace tiepdon {

/// Something a change does to who is here now, or is about to come, in a sentence.
struct EffectLine {
    Tone tone = Tone::Info;
    QString text;
    friend bool operator==(const EffectLine &, const EffectLine &) = default;
};

struct Effect {
    std::optional<Error> refused; ///< what the branch would say to it, were it asked now
    std::vector<EffectLine> lines; ///< worst first; empty: nobody who is here notices
};

/// What a change would do now: decided and applied on a copy of the branch, and compared with it. Pure. Cost:
/// linear in the open tickets and the counters times the queues.
[[nodiscard]] Effect effectOf(const BranchState &branch, const SettingProposal &proposal, TimeMs now);

} // namespace tiepdon
