// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerting/dryrun.h"

#include <algorithm>

namespace tiepdon {
namespace {

AlertRule tried(AlertRule rule)
{
    rule.id = {1};
    rule.isOn = true;
    rule.quiet.clear(); // of whom is told, not of what is found
    return rule;
}

AlertRule eager(AlertRule rule)
{
    rule = tried(std::move(rule));
    rule.holdMs = 0;
    return rule;
}

TimeMs median(std::vector<TimeMs> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

bool isByClose(const Alert &alert) { return !alert.steps.empty() && alert.steps.back().text == "dayClosed"; }

/// Whether it went on long enough to do something about it.
bool mattered(const Alert &alert)
{
    return alert.endedMs - alert.raisedMs >= DryRunner::kMattersMs || isByClose(alert);
}

} // namespace

bool isKnowable(AlertKind kind)
{
    return kind != AlertKind::DeviceLost && kind != AlertKind::PrinterOut && kind != AlertKind::BlockerOld;
}

DryRunner::DryRunner(AlertRule rule, LookOut lookOut)
    : m_rule(tried(std::move(rule))), m_lookOut(std::move(lookOut)), m_watch({m_rule}, {}, {}),
      m_eager({eager(m_rule)}, {}, {}), m_stepMs(m_rule.kind == AlertKind::WaitWillBeOver ? kForetellMs : kLookMs)
{
}

Touched DryRunner::see(const Event &event, TimeMs atMs)
{
    atMs = std::max(atMs, m_nowMs);
    lookUntil(atMs);
    m_nowMs = atMs;
    noteBreaches(atMs);
    Touched touched = apply(m_state, event, atMs);
    m_runs.follow(event);
    if (const auto *opened = std::get_if<event::DayOpened>(&event)) {
        m_businessDay = opened->state.businessDay;
        m_nextLookMs = atMs + m_stepMs;
    }
    if (std::holds_alternative<event::DayClosed>(event))
        look(atMs);
    return touched;
}

void DryRunner::lookUntil(TimeMs atMs)
{
    if (!m_state.isOpen())
        return;
    for (; m_nextLookMs < atMs; m_nextLookMs += m_stepMs) {
        // nothing is raised, and nothing ends but what has, while nobody is there
        if (m_state.tickets().empty() && m_watch.open().empty() && m_rule.kind != AlertKind::BreakLong) {
            m_nextLookMs += (atMs - m_nextLookMs) / m_stepMs * m_stepMs;
            continue;
        }
        noteBreaches(m_nextLookMs);
        look(m_nextLookMs);
        if (m_state.tickets().empty())
            continue;
        m_watchedMs += m_stepMs;
        m_openMs += m_watch.open().empty() ? 0 : m_stepMs;
    }
}

void DryRunner::look(TimeMs atMs)
{
    const bool isForetold = m_rule.kind == AlertKind::WaitWillBeOver;
    const Outlook *outlook = isForetold && m_lookOut && m_state.isOpen() ? m_lookOut(m_state, atMs) : nullptr;
    const AlertView view{m_state, outlook, &m_runs};
    collect(m_watch.look(view, atMs), m_alerts);
    if (!isForetold)
        collect(m_eager.look(view, atMs), m_eagerAlerts);
}

void DryRunner::collect(const std::vector<AlertChange> &changes, std::vector<Alert> &alerts)
{
    for (const AlertChange &change : changes) {
        if (change.what == AlertChange::What::Resolved)
            alerts.push_back(change.alert);
    }
}

/// Promises that broke since the last time this was asked, of who waits unchanged since.
void DryRunner::noteBreaches(TimeMs untilMs)
{
    if (m_rule.kind != AlertKind::WaitWillBeOver)
        return;
    for (const auto &[service, definition] : m_state.services()) {
        for (const QueueKey &key : m_state.waiting(service)) {
            const Ticket *ticket = m_state.ticket(key.ticket);
            const TimeMs promiseMs = ticket ? m_state.promiseMs(*ticket) : 0;
            if (promiseMs <= 0)
                continue;
            const TimeMs overMs = promisedWaitSoFarMs(*ticket, untilMs) - promiseMs;
            if (overMs >= 0 && m_broken.insert({ticket->id, ticket->step.no}).second)
                m_breaches.push_back({service, untilMs - overMs});
        }
    }
}

DryRunDay DryRunner::end()
{
    if (m_state.isOpen())
        look(m_nowMs);
    std::vector<Alert> alerts = m_alerts;
    std::vector<Alert> eagerAlerts = m_eagerAlerts;
    const auto addOpen = [&](const AlertWatch &watch, std::vector<Alert> &list) {
        for (Alert alert : watch.open()) {
            alert.endedMs = std::max(m_nowMs, alert.raisedMs + kMattersMs); // who knows
            list.push_back(std::move(alert));
        }
        std::sort(list.begin(), list.end(), [](const Alert &a, const Alert &b) { return a.id < b.id; });
    };
    addOpen(m_watch, alerts);
    addOpen(m_eager, eagerAlerts);

    DryRunDay day;
    day.businessDay = m_businessDay;
    day.raised = static_cast<std::int64_t>(alerts.size());
    day.openMs = m_openMs;
    day.watchedMs = m_watchedMs;
    day.examples.assign(alerts.begin(),
                        alerts.begin() + static_cast<std::ptrdiff_t>(std::min(alerts.size(), kExamplesMax)));
    if (m_rule.kind == AlertKind::WaitWillBeOver)
        scoreForetold(alerts, day);
    else
        scoreSeen(alerts, day);
    if (m_rule.kind != AlertKind::WaitWillBeOver) {
        for (const Alert &one : eagerAlerts) {
            const bool isSeen = std::any_of(alerts.begin(), alerts.end(), [&](const Alert &alert) {
                return alert.subject == one.subject && alert.raisedMs <= one.endedMs
                    && alert.endedMs >= one.raisedMs;
            });
            day.missed += !isSeen && mattered(one) ? 1 : 0;
        }
    }
    return day;
}

void DryRunner::scoreForetold(const std::vector<Alert> &alerts, DryRunDay &day) const
{
    std::map<ServiceId, std::vector<TimeMs>> breaks;
    for (const Breach &breach : m_breaches) {
        if (m_rule.scope.services.empty()
            || std::find(m_rule.scope.services.begin(), m_rule.scope.services.end(), breach.service)
                != m_rule.scope.services.end())
            breaks[breach.service].push_back(breach.atMs);
    }
    for (auto &[service, times] : breaks)
        std::sort(times.begin(), times.end());
    std::vector<TimeMs> leads;
    for (const Alert &alert : alerts) {
        const std::vector<TimeMs> &times = breaks[alert.subject.service];
        const auto next = std::lower_bound(times.begin(), times.end(), alert.raisedMs);
        if (next == times.end() || *next - alert.raisedMs > m_rule.aheadMs)
            continue;
        ++day.rightly;
        leads.push_back(*next - alert.raisedMs);
    }
    day.medianLeadMs = median(std::move(leads));
    for (const auto &[service, times] : breaks) {
        for (std::size_t i = 0; i < times.size(); ++i) {
            if (i > 0 && times[i] - times[i - 1] <= m_rule.aheadMs)
                continue;
            const bool isForetold = std::any_of(alerts.begin(), alerts.end(), [&](const Alert &alert) {
                return alert.subject.service == service && alert.raisedMs <= times[i]
                    && (alert.endedMs >= times[i] || times[i] - alert.raisedMs <= m_rule.aheadMs);
            });
            day.missed += isForetold ? 0 : 1;
        }
    }
}

void DryRunner::scoreSeen(const std::vector<Alert> &alerts, DryRunDay &day) const
{
    day.rightly = std::count_if(alerts.begin(), alerts.end(), mattered);
}

} // namespace tiepdon
