// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/alerttrial.h"

namespace tiepdon {

void AlertTrial::openDay(bool isTried)
{
    m_learned = {};
    m_runner.reset();
    if (isTried) {
        m_runner.emplace(m_rule, [this](const BranchState &state, TimeMs now) {
            m_forecast.refresh(state, now);
            return &m_forecast.outlook();
        });
    }
}

void AlertTrial::see(const Event &event, TimeMs atMs)
{
    if (m_runner) {
        const Touched touched = m_runner->see(event, atMs);
        if (isForetold())
            m_forecast.follow(m_runner->state(), event, touched, atMs);
    } else if (isForetold()) {
        const Touched touched = apply(m_learned, event, atMs);
        m_forecast.follow(m_learned, event, touched, atMs);
    }
}

DryRunDay AlertTrial::closeDay() { return m_runner ? m_runner->end() : DryRunDay(); }

void AlertTrial::learn(std::span<const TimedEvent> day)
{
    openDay(false);
    for (const auto &[atMs, event] : day)
        see(event, atMs);
}

DryRunDay AlertTrial::play(std::span<const TimedEvent> day)
{
    openDay(true);
    for (const auto &[atMs, event] : day)
        see(event, atMs);
    return closeDay();
}

} // namespace tiepdon
