// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerting/watch.h"
#include "core/queue/engine.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace tiepdon {

/// One past day a rule was tried on.
///
/// *Came true*: of WaitWillBeOver, somebody who waits for that service has waited as long as promised, within the
/// rule's time ahead from the alert on. Of all other kinds, what the alert found was still so
/// `DryRunner::kMattersMs` later, or when the day ended: long enough to do something about it.
///
/// *Missed*: of WaitWillBeOver, a promise of a service broke after none had for the time ahead, and no alert of
/// that service was open then or had been raised within the time ahead before. Of all others, the threshold was
/// reached for `kMattersMs` without an alert, because the rule waits longer before it raises one.
struct DryRunDay {
    std::string businessDay;
    std::int64_t raised = 0;
    std::int64_t rightly = 0; ///< of the raised: came true
    std::int64_t missed = 0;
    TimeMs medianLeadMs = 0; ///< of WaitWillBeOver, from an alert that came true until it did; 0 where none did
    TimeMs openMs = 0; ///< while anybody was there: how long at least one alert was open
    TimeMs watchedMs = 0; ///< how long anybody was there
    std::vector<Alert> examples = {}; ///< the first, at most 20; as they ended

    friend bool operator==(const DryRunDay &, const DryRunDay &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("businessDay", self.businessDay);
        visit("raised", self.raised);
        visit("rightly", self.rightly);
        visit("missed", self.missed);
        visit("medianLeadMs", self.medianLeadMs, kAddedLater);
        visit("openMs", self.openMs, kAddedLater);
        visit("watchedMs", self.watchedMs, kAddedLater);
        visit("examples", self.examples, kAddedLater);
    }
};

/// Whether past days keep what a kind goes by; devices, printers and what tellers lack are in no journal.
[[nodiscard]] bool isKnowable(AlertKind kind);

/// Tries one rule on one day as it was: takes the day's events in order, from its opening on, and looks at the
/// branch between them as the hub would have. Pure but for `lookOut`; one thread.
class DryRunner
{
public:
    static constexpr TimeMs kMattersMs = 2 * kMinuteMs;
    static constexpr std::size_t kExamplesMax = 20;
    /// Between two looks; of WaitWillBeOver, whose looks cost some ms, the longer one.
    static constexpr TimeMs kLookMs = 15 * kSecondMs;
    static constexpr TimeMs kForetellMs = kMinuteMs;

    /// What was to be expected then; asked for rules of WaitWillBeOver. Null: nothing could be said.
    using LookOut = std::function<const Outlook *(const BranchState &, TimeMs)>;

    explicit DryRunner(AlertRule rule, LookOut lookOut = {});

    /// The next event; `touched` is what it did. Times that step back count as the last.
    Touched see(const Event &event, TimeMs atMs);
    [[nodiscard]] const BranchState &state() const { return m_state; }
    /// The day is over, or what is known of it.
    [[nodiscard]] DryRunDay end();

private:
    struct Breach {
        ServiceId service;
        TimeMs atMs = 0;
    };
    void lookUntil(TimeMs atMs);
    void look(TimeMs atMs);
    void noteBreaches(TimeMs untilMs);
    static void collect(const std::vector<AlertChange> &changes, std::vector<Alert> &alerts);
    void scoreForetold(const std::vector<Alert> &alerts, DryRunDay &day) const;
    void scoreSeen(const std::vector<Alert> &alerts, DryRunDay &day) const;

    AlertRule m_rule;
    LookOut m_lookOut;
    BranchState m_state;
    AlertWatch m_watch;
    AlertWatch m_eager; ///< the same rule without a hold
    NoShowRuns m_runs;
    TimeMs m_nowMs = 0;
    TimeMs m_nextLookMs = 0;
    TimeMs m_stepMs = kLookMs;
    std::string m_businessDay;
    TimeMs m_openMs = 0;
    TimeMs m_watchedMs = 0;
    std::vector<Alert> m_alerts; ///< that have ended
    std::vector<Alert> m_eagerAlerts;
    std::vector<Breach> m_breaches; ///< by time
    std::set<std::pair<TicketId, std::int64_t>> m_broken; ///< tickets and steps whose promise has broken
};

} // namespace tiepdon
