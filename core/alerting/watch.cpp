// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerting/watch.h"

#include "core/domain/opening.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace tiepdon {
namespace {

constexpr std::string_view kQuiet = "quiet";
/// A value is worth showing anew when it moved by this part of the threshold.
constexpr std::int64_t kShownParts = 20;

std::int64_t clearsBelow(const AlertRule &rule) { return rule.clearAt > 0 ? rule.clearAt : rule.threshold; }

} // namespace

bool isQuiet(const AlertRule &rule, std::int64_t utcOffsetMin, TimeMs now)
{
    return !rule.quiet.empty() && openingAt(rule.quiet, utcOffsetMin, now).isOpen;
}

void addStep(Alert &alert, AlertStep step)
{
    if (alert.steps.size() >= kAlertStepsMax)
        alert.steps.erase(alert.steps.begin() + static_cast<std::ptrdiff_t>(kAlertStepsMax / 2));
    alert.steps.push_back(std::move(step));
}

void takeBack(Alert &alert, const AlertStep &step)
{
    const auto made = std::find(alert.steps.rbegin(), alert.steps.rend(), step);
    if (made == alert.steps.rend())
        return;
    alert.steps.erase(std::next(made).base());
    if (!alert.isOpen())
        return;
    alert.state = AlertState::Raised;
    for (const AlertStep &left : alert.steps) {
        if (left.kind == AlertStepKind::ActedOn)
            alert.state = AlertState::ActedOn;
        else if (left.kind == AlertStepKind::Acknowledged && alert.state == AlertState::Raised)
            alert.state = AlertState::Acknowledged;
    }
}

AlertWatch::AlertWatch(std::vector<AlertRule> rules, const std::vector<Alert> &open, AlertId last) : m_last(last)
{
    setRules(std::move(rules));
    for (const Alert &alert : open) {
        if (alert.isOpen())
            insert(alert);
    }
}

void AlertWatch::setRules(std::vector<AlertRule> rules)
{
    m_rules = std::move(rules);
    std::sort(m_rules.begin(), m_rules.end(), [](const AlertRule &a, const AlertRule &b) { return a.id < b.id; });
}

const AlertRule *AlertWatch::rule(AlertRuleId id) const
{
    const auto at = std::lower_bound(m_rules.begin(), m_rules.end(), id,
                                     [](const AlertRule &rule, AlertRuleId other) { return rule.id < other; });
    return at != m_rules.end() && at->id == id ? &*at : nullptr;
}

void AlertWatch::insert(const Alert &alert)
{
    const Key key{alert.rule, alert.subject};
    Open open{alert, alert.raisedMs, false, alert.value, alert.people};
    for (const AlertStep &step : alert.steps) {
        if (step.kind == AlertStepKind::Raised || step.kind == AlertStepKind::Repeated) {
            open.toldMs = step.atMs;
            open.isOwed = false;
        } else if (step.kind == AlertStepKind::NotTold && step.text == kQuiet) {
            open.isOwed = true;
        }
    }
    if (!m_open.emplace(key, std::move(open)).second)
        return;
    m_keys[alert.id] = key;
    m_last = std::max(m_last, alert.id);
}

std::vector<AlertChange> AlertWatch::look(const AlertView &view, TimeMs now)
{
    now = m_nowMs = std::max(now, m_nowMs);
    std::vector<AlertChange> changes;
    const BranchState &state = view.state;
    for (const auto &[id, counter] : state.counterStates()) {
        if (!counter.isOpen() || counter.ticket.isSet() || counter.onBreak)
            m_notFreeMs[id] = now;
    }
    std::erase_if(m_notFreeMs, [&](const auto &entry) { return !state.counterState(entry.first); });

    std::vector<std::pair<Key, std::string_view>> over;
    for (const auto &[key, open] : m_open) {
        const AlertRule *by = rule(key.first);
        if (!by || !by->isOn || by->kind != open.alert.kind)
            over.emplace_back(key, "ruleOff");
        else if (!state.isOpen() || state.businessDay() != open.alert.businessDay)
            over.emplace_back(key, "dayClosed");
    }
    for (const auto &[key, why] : over)
        resolve(key, why, now, changes);
    std::erase_if(m_pending, [&](const auto &entry) {
        const AlertRule *by = rule(entry.first.first);
        return !state.isOpen() || !by || !by->isOn;
    });
    if (!state.isOpen())
        return changes;

    const AlertSight sight(view, m_notFreeMs, now);
    for (const AlertRule &each : m_rules) {
        if (each.isOn)
            lookByRule(each, sight, state, now, changes);
    }
    return changes;
}

void AlertWatch::lookByRule(const AlertRule &rule, const AlertSight &sight, const BranchState &state, TimeMs now,
                            std::vector<AlertChange> &changes)
{
    const auto found = sight.of(rule);
    if (!found)
        return;
    std::vector<Key> over;
    for (auto at = m_open.lower_bound({rule.id, {}}); at != m_open.end() && at->first.first == rule.id; ++at) {
        const auto seen = found->find(at->first.second);
        if (seen == found->end() || seen->second.value < clearsBelow(rule)) {
            over.push_back(at->first);
            continue;
        }
        follow(rule, at->second, seen->second, changes);
        tell(rule, at->second, state, now, changes);
    }
    for (const Key &key : over)
        resolve(key, {}, now, changes);

    const auto isReached = [&](const AlertSubject &subject) {
        const auto seen = found->find(subject);
        return seen != found->end() && seen->second.value >= rule.threshold;
    };
    for (auto at = m_pending.lower_bound({rule.id, {}}); at != m_pending.end() && at->first.first == rule.id;)
        at = isReached(at->first.second) ? std::next(at) : m_pending.erase(at);
    for (const auto &[subject, seen] : *found) {
        const Key key{rule.id, subject};
        if (seen.value < rule.threshold || m_open.contains(key))
            continue;
        const TimeMs sinceMs = m_pending.emplace(key, now).first->second;
        if (now - sinceMs >= rule.holdMs)
            raise(rule, subject, seen, state, now, changes);
    }
}

void AlertWatch::raise(const AlertRule &rule, const AlertSubject &subject, const AlertSight::Seen &seen,
                       const BranchState &state, TimeMs now, std::vector<AlertChange> &changes)
{
    if (!makeRoom(rule, now, changes))
        return;
    m_last = {m_last.value + 1};
    const Key key{rule.id, subject};
    m_pending.erase(key);
    Open open;
    Alert &alert = open.alert;
    alert.id = m_last;
    alert.rule = rule.id;
    alert.kind = rule.kind;
    alert.severity = rule.severity;
    alert.subject = subject;
    alert.businessDay = state.businessDay();
    alert.raisedMs = now;
    alert.value = alert.worst = seen.value;
    alert.threshold = rule.threshold;
    alert.people = seen.people;
    addStep(alert, {AlertStepKind::Raised, now});
    open.toldMs = now;
    open.shownValue = seen.value;
    open.shownPeople = seen.people;
    AlertTelling telling = rule.telling;
    if (isQuiet(rule, state.settings().utcOffsetMin, now)) {
        for (const AlertChannel channel : telling.channels)
            addStep(alert, {AlertStepKind::NotTold, now, {}, channel, std::string(kQuiet)});
        open.isOwed = !telling.channels.empty();
        telling = {};
    }
    changes.push_back({AlertChange::What::Raised, alert, std::move(telling)});
    m_keys[alert.id] = key;
    m_open.emplace(key, std::move(open));
}

bool AlertWatch::makeRoom(const AlertRule &rule, TimeMs now, std::vector<AlertChange> &changes)
{
    if (m_open.size() < kOpenAlertsMax)
        return true;
    // of the mildest the one raised last
    const auto mildest = std::min_element(m_open.begin(), m_open.end(), [](const auto &a, const auto &b) {
        const auto rank = [](const Alert &alert) { return std::tuple(alert.severity, -alert.id.value); };
        return rank(a.second.alert) < rank(b.second.alert);
    });
    if (mildest->second.alert.severity >= rule.severity)
        return false;
    resolve(Key(mildest->first), "crowdedOut", now, changes);
    return true;
}

void AlertWatch::follow(const AlertRule &rule, Open &open, const AlertSight::Seen &seen,
                        std::vector<AlertChange> &changes)
{
    Alert &alert = open.alert;
    alert.value = seen.value;
    alert.worst = std::max(alert.worst, seen.value);
    alert.people = seen.people;
    const std::int64_t step = std::max<std::int64_t>(1, rule.threshold / kShownParts);
    if (seen.people == open.shownPeople && std::abs(seen.value - open.shownValue) < step)
        return;
    open.shownValue = seen.value;
    open.shownPeople = seen.people;
    changes.push_back({AlertChange::What::Changed, alert, {}});
}

void AlertWatch::tell(const AlertRule &rule, Open &open, const BranchState &state, TimeMs now,
                      std::vector<AlertChange> &changes)
{
    Alert &alert = open.alert;
    if (alert.state != AlertState::Raised || isQuiet(rule, state.settings().utcOffsetMin, now))
        return;
    const bool isDue = rule.repeatMs > 0 && now - open.toldMs >= rule.repeatMs;
    if (!rule.telling.channels.empty() && (isDue || open.isOwed)) {
        addStep(alert, {AlertStepKind::Repeated, now});
        open.toldMs = now;
        open.isOwed = false;
        changes.push_back({AlertChange::What::Repeated, alert, rule.telling});
    }
    if (rule.escalateMs > 0 && !alert.isEscalated && now - alert.raisedMs >= rule.escalateMs) {
        alert.isEscalated = true;
        addStep(alert, {AlertStepKind::Escalated, now});
        changes.push_back({AlertChange::What::Escalated, alert, rule.escalation});
    }
}

void AlertWatch::resolve(const Key &key, std::string_view why, TimeMs now, std::vector<AlertChange> &changes)
{
    const auto at = m_open.find(key);
    if (at == m_open.end())
        return;
    Alert alert = std::move(at->second.alert);
    m_open.erase(at);
    m_keys.erase(alert.id);
    alert.state = AlertState::Resolved;
    alert.endedMs = std::max(now, alert.raisedMs);
    addStep(alert, {AlertStepKind::Resolved, now, {}, {}, std::string(why)});
    changes.push_back({AlertChange::What::Resolved, std::move(alert), {}});
}

Result<AlertWatch::Open *> AlertWatch::find(AlertId id)
{
    const auto at = m_keys.find(id);
    if (at != m_keys.end())
        return &m_open.at(at->second);
    if (id.isSet() && id <= m_last)
        return Error{ErrorCode::WrongState, "the alert has ended", {}};
    return Error{ErrorCode::UnknownAlert, "there is no such alert", {}};
}

Result<std::optional<AlertChange>> AlertWatch::acknowledge(AlertId id, StaffId by, TimeMs now)
{
    const auto open = find(id);
    if (!open)
        return open.error();
    Alert &alert = (*open)->alert;
    if (alert.state != AlertState::Raised)
        return std::optional<AlertChange>();
    alert.state = AlertState::Acknowledged;
    addStep(alert, {AlertStepKind::Acknowledged, now, by});
    return std::optional(AlertChange{AlertChange::What::Acknowledged, alert, {}});
}

Result<AlertChange> AlertWatch::actOn(AlertId id, StaffId by, std::string_view action, TimeMs now)
{
    const auto open = find(id);
    if (!open)
        return open.error();
    Alert &alert = (*open)->alert;
    alert.state = AlertState::ActedOn;
    addStep(alert, {AlertStepKind::ActedOn, now, by, {}, std::string(action)});
    return AlertChange{AlertChange::What::ActedOn, alert, {}};
}

void AlertWatch::takeBack(AlertId id, const AlertStep &step)
{
    if (const auto open = find(id))
        tiepdon::takeBack((*open)->alert, step);
}

std::optional<Alert> AlertWatch::note(AlertId id, AlertStep step)
{
    const auto open = find(id);
    if (!open)
        return std::nullopt;
    addStep((*open)->alert, std::move(step));
    return (*open)->alert;
}

std::vector<Alert> AlertWatch::open() const
{
    std::vector<Alert> alerts;
    for (auto at = m_keys.rbegin(); at != m_keys.rend(); ++at)
        alerts.push_back(m_open.at(at->second).alert);
    return alerts;
}

const Alert *AlertWatch::alert(AlertId id) const
{
    const auto at = m_keys.find(id);
    return at == m_keys.end() ? nullptr : &m_open.at(at->second).alert;
}

} // namespace tiepdon
