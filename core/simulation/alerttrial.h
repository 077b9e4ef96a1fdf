// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerting/dryrun.h"
#include "core/estimate/forecast.h"

#include <optional>
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
    AlertTrial(const AlertTrial &) = delete;
    AlertTrial &operator=(const AlertTrial &) = delete;

    /// The next day: `isTried`, or only learned from.
    void openDay(bool isTried);
    /// Its next event, from the opening on. Cost: of WaitWillBeOver some ms for each minute that passed, else
    /// little.
    void see(const Event &event, TimeMs atMs);
    /// What came of a day that was tried.
    [[nodiscard]] DryRunDay closeDay();

    /// A day that is only learned from.
    void learn(std::span<const TimedEvent> day);
    /// A day to try the rule on.
    [[nodiscard]] DryRunDay play(std::span<const TimedEvent> day);

    /// Whether earlier days teach anything that the rule goes by.
    [[nodiscard]] bool isForetold() const { return m_rule.kind == AlertKind::WaitWillBeOver; }

private:
    AlertRule m_rule;
    Forecast m_forecast;
    BranchState m_learned; ///< of a day that is only learned from
    std::optional<DryRunner> m_runner;
};

} // namespace tiepdon
