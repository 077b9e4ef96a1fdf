// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/alerttrial.h"

namespace tiepdon {

void AlertTrial::learn(std::span<const TimedEvent> day)
{
    if (m_rule.kind != AlertKind::WaitWillBeOver)
        return;
    BranchState state;
    for (const auto &[atMs, event] : day) {
        const Touched touched = apply(state, event, atMs);
        m_forecast.follow(state, event, touched, atMs);
    }
}

DryRunDay AlertTrial::play(std::span<const TimedEvent> day)
{
    const bool isForetold = m_rule.kind == AlertKind::WaitWillBeOver;
    DryRunner runner(m_rule, [this](const BranchState &state, TimeMs now) {
        m_forecast.refresh(state, now);
        return &m_forecast.outlook();
    });
    for (const auto &[atMs, event] : day) {
        const Touched touched = runner.see(event, atMs);
        if (isForetold)
            m_forecast.follow(runner.state(), event, touched, atMs);
    }
    return runner.end();
}

} // namespace tiepdon
