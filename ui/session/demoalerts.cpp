// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/demoalerts.h"

#include "core/alerting/alertrule.h"

#include <algorithm>

namespace tiepdon {
namespace {

/// A hub's answer holds what fits a message, too.
constexpr std::size_t kAlertsOfAnAnswer = 5;

constexpr StaffId kSupervisor{1'000'001};

template <class Q, class Do>
Result<Json> with(const Json &params, const Do &what)
{
    const auto question = fromJson<Q>(params, UnknownFields::Refuse);
    return question ? what(*question) : Result<Json>(question.error());
}

bool isComplete(const DecisionRecord &decision)
{
    return !decision.affects.empty() && !decision.feels.empty() && !decision.solves.empty()
        && !decision.value.empty();
}

Error missing() { return {ErrorCode::DecisionNeeded, "four answers are needed", {{"field", "affects"}}}; }

Result<Json> set(FixedLink &link, const SetAlertRule &wanted)
{
    auto rule = checked(wanted.rule);
    if (!rule)
        return rule.error();
    if (!isComplete(wanted.decision))
        return missing();
    AlertsNote note = link.alerts();
    if (!rule->id.isSet()) {
        rule->id = AlertRuleId{note.rules.empty() ? 1 : note.rules.back().id.value + 1};
        rule->revision = 1;
        note.rules.push_back(*rule);
    } else {
        const auto at = std::find_if(note.rules.begin(), note.rules.end(),
                                     [&](const AlertRule &each) { return each.id == rule->id; });
        if (at == note.rules.end())
            return Error{ErrorCode::UnknownAlertRule, "there is no such rule", {}};
        if (at->revision != rule->revision)
            return Error{ErrorCode::SettingChanged, "somebody else was quicker", {}};
        ++rule->revision;
        *at = *rule;
    }
    link.setAlerts(note);
    return toJson(AlertReply{{}, rule->id, rule->revision});
}

Result<Json> remove(FixedLink &link, const RemoveAlertRule &wanted)
{
    if (!isComplete(wanted.decision))
        return missing();
    AlertsNote note = link.alerts();
    if (std::erase_if(note.rules, [&](const AlertRule &each) { return each.id == wanted.rule; }) == 0)
        return Error{ErrorCode::UnknownAlertRule, "there is no such rule", {}};
    link.setAlerts(note);
    return toJson(AlertReply{{}, wanted.rule, wanted.revision});
}

/// Seven days, the first of them the day before.
DryRun tried(const AlertRule &rule, std::int64_t days, const std::string &today)
{
    if (!isKnowable(rule.kind))
        return {{}, false, false, true};
    DryRun result;
    const TimeMs midnight = dayStart(today, 0);
    const std::int64_t raised[] = {3, 2, 5, 1, 4, 0, 2};
    const std::int64_t rightly[] = {2, 2, 4, 1, 2, 0, 1};
    for (std::int64_t i = 0; i < std::min<std::int64_t>(days, 7); ++i) {
        DryRunDay day;
        day.businessDay = localDay(midnight - (i + 1) * kDayMs, 0);
        day.raised = raised[i];
        day.rightly = rightly[i];
        day.missed = i % 3 == 2 ? 1 : 0;
        day.medianLeadMs = rule.kind == AlertKind::WaitWillBeOver && day.rightly > 0 ? (6 + i) * kMinuteMs : 0;
        day.openMs = day.raised * 9 * kMinuteMs;
        day.watchedMs = 9 * kHourMs;
        result.days.push_back(day);
    }
    return result;
}

} // namespace

AlertsNote withDemoRules(AlertsNote note)
{
    note.rules = usualAlertRules();
    note.rules[6].isOn = false;
    note.rules[2].escalation
        = {{AlertChannel::Desktop, AlertChannel::Mail}, {"truongphong@chinhanh-hoguom.example"}};
    note.rules[2].quiet = {{127, 20 * 60, 24 * 60}, {127, 0, 7 * 60}};
    note.rules[0].scope.services = {ServiceId{1}, ServiceId{3}};
    return note;
}

std::vector<Alert> demoAlertHistory(const BranchState &branch, TimeMs now)
{
    std::vector<Alert> alerts;
    const auto add = [&](std::int64_t id, std::int64_t rule, AlertKind kind, AlertSeverity severity, TimeMs agoMs,
                         TimeMs lastedMs) -> Alert & {
        Alert alert;
        alert.id = AlertId{id};
        alert.rule = AlertRuleId{rule};
        alert.kind = kind;
        alert.severity = severity;
        alert.businessDay = branch.businessDay();
        alert.raisedMs = now - agoMs;
        alert.state = AlertState::Resolved;
        alert.endedMs = alert.raisedMs + lastedMs;
        alert.steps = {{AlertStepKind::Raised, alert.raisedMs, {}, {}, {}},
                       {AlertStepKind::Told, alert.raisedMs + kSecondMs, {}, AlertChannel::Sound, {}}};
        alerts.push_back(alert);
        return alerts.back();
    };
    const auto step
        = [](Alert &alert, AlertStepKind kind, TimeMs afterMs, StaffId by = {}, const std::string &text = {}) {
              alert.steps.push_back({kind, alert.raisedMs + afterMs, by, AlertChannel::Mail, text});
          };
    Alert &wait = add(18, 3, AlertKind::WaitOver, AlertSeverity::Critical, 62 * kMinuteMs, 24 * kMinuteMs);
    wait.subject.service = ServiceId{3};
    wait.value = wait.worst = 2450;
    wait.threshold = 2000;
    wait.people = 2;
    wait.isEscalated = true;
    step(wait, AlertStepKind::Repeated, 10 * kMinuteMs);
    step(wait, AlertStepKind::Escalated, 15 * kMinuteMs);
    step(wait, AlertStepKind::NotTold, 16 * kMinuteMs, {}, "timeout");
    step(wait, AlertStepKind::Acknowledged, 17 * kMinuteMs, kSupervisor);
    step(wait, AlertStepKind::ActedOn, 18 * kMinuteMs, kSupervisor, "assignProfile");
    step(wait, AlertStepKind::Resolved, 24 * kMinuteMs);
    Alert &soon = add(17, 1, AlertKind::WaitWillBeOver, AlertSeverity::Warning, 75 * kMinuteMs, 20 * kMinuteMs);
    soon.subject.service = ServiceId{3};
    soon.value = soon.worst = 810;
    soon.threshold = 600;
    soon.people = 2;
    step(soon, AlertStepKind::Resolved, 20 * kMinuteMs);
    Alert &pause = add(16, 7, AlertKind::BreakLong, AlertSeverity::Notice, kDayMs, 12 * kMinuteMs);
    pause.subject.counter = CounterId{5};
    pause.value = pause.worst = 57 * kMinuteMs;
    pause.threshold = 45 * kMinuteMs;
    step(pause, AlertStepKind::Acknowledged, 3 * kMinuteMs, StaffId{5});
    step(pause, AlertStepKind::Resolved, 12 * kMinuteMs);
    Alert &device
        = add(15, 10, AlertKind::DeviceLost, AlertSeverity::Warning, kDayMs + 2 * kHourMs, 41 * kMinuteMs);
    device.subject.device = DeviceId{3};
    device.value = device.worst = 41 * kMinuteMs;
    device.threshold = kMinuteMs;
    step(device, AlertStepKind::Resolved, 41 * kMinuteMs, {}, "dayClosed");
    return alerts;
}

void answerForAlerts(FixedLink &link)
{
    link.addAnswers([&link](const std::string &method, const Json &params) -> Result<Json> {
        if (method == SetAlertRule::kMethod)
            return with<SetAlertRule>(params, [&](const SetAlertRule &wanted) { return set(link, wanted); });
        if (method == RemoveAlertRule::kMethod)
            return with<RemoveAlertRule>(params,
                                         [&](const RemoveAlertRule &wanted) { return remove(link, wanted); });
        if (method == DryRunQuery::kMethod)
            return with<DryRunQuery>(params, [&](const DryRunQuery &wanted) -> Result<Json> {
                return toJson(tried(wanted.rule, wanted.days, link.branch().businessDay()));
            });
        if (method == AlertHistoryQuery::kMethod)
            return with<AlertHistoryQuery>(params, [&](const AlertHistoryQuery &wanted) -> Result<Json> {
                AlertHistory history;
                for (const Alert &alert : link.alerts().open)
                    history.alerts.push_back(alert);
                for (const Alert &alert : demoAlertHistory(link.branch(), link.hubNowMs()))
                    history.alerts.push_back(alert);
                std::erase_if(history.alerts, [&](const Alert &alert) {
                    return alert.raisedMs < wanted.fromMs || alert.raisedMs >= wanted.toMs;
                });
                std::stable_sort(history.alerts.begin(), history.alerts.end(),
                                 [](const Alert &a, const Alert &b) { return a.raisedMs > b.raisedMs; });
                history.isMore = history.alerts.size() > kAlertsOfAnAnswer;
                history.alerts.resize(std::min(history.alerts.size(), kAlertsOfAnAnswer));
                return toJson(history);
            });
        return Error{ErrorCode::UnknownMethod, "", {}};
    });
}

} // namespace tiepdon
