// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerting/dryrun.h"
#include "core/estimate/forecast.h"

#include <span>
#include <vector>

namespace tiepdon {

/// An event and its time, UTC ms.
struct TimedEvent {
    TimeMs atMs = 0;
    Event event;
};

/// Tries one rule on days as they were, in order of time. What is to be expected at each moment comes from a
/// forecast that has learned from what was before that moment, and from nothing later. Pure; one thread.
class AlertTrial
{
public:
    explicit AlertTrial(AlertRule rule) : m_rule(std::move(rule)) { }

    /// A day that is only learned from; its events from the opening on. Of other kinds than WaitWillBeOver nothing.
    void learn(std::span<const TimedEvent> day);
    /// A day to try the rule on; learned from as it goes by. Cost: of WaitWillBeOver some ms for each minute of the
    /// day, else little.
    [[nodiscard]] DryRunDay play(std::span<const TimedEvent> day);

private:
    AlertRule m_rule;
    Forecast m_forecast;
};

} // namespace tiepdon
