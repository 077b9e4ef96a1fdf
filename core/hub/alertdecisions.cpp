// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/alertdesk.h"

#include "core/alerting/alertrule.h"
#include "core/hub/accessdecisions.h"
#include "core/wire/codec.h"
#include "core/wire/settingmessage.h"

#include <algorithm>

// What people do about alerts, and how rules are changed: decided at their turn among all commands.

namespace tiepdon {
namespace {

constexpr std::size_t kActionCharactersMax = 40;

Decision refusedWith(Error error, std::string action, std::string subject)
{
    Decision decision;
    decision.audit.push_back(auditEntry(std::move(action), std::move(subject), std::string(name(error.code))));
    decision.refused = std::move(error);
    return decision;
}

std::string subjectOf(AlertId id) { return "alert " + std::to_string(id.value); }
std::string subjectOf(AlertRuleId id) { return "alertRule " + std::to_string(id.value); }

/// The name of a method, as the protocol has them.
bool isMethodName(const std::string &text)
{
    return !text.empty() && text.size() <= kActionCharactersMax
        && std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

} // namespace

Decision AlertDesk::acknowledge(const AcknowledgeAlert &wanted, StaffId by, TimeMs now, Made &made)
{
    const char *action = "alertAcknowledged";
    auto change = m_watch.acknowledge(wanted.alert, by, now);
    if (!change)
        return refusedWith(std::move(change).error(), action, subjectOf(wanted.alert));
    Decision decision;
    if (*change) {
        made.alert = wanted.alert;
        made.step = (*change)->alert.steps.back();
        m_notices.send(keep(**change, decision));
    }
    decision.audit.push_back(auditEntry(action, subjectOf(wanted.alert)));
    decision.extra = toJson(AlertReply{wanted.alert, {}, 0});
    return decision;
}

Decision AlertDesk::actOn(const ActOnAlert &wanted, StaffId by, TimeMs now, Made &made)
{
    const char *action = "alertActedOn";
    if (!isMethodName(wanted.action))
        return refusedWith({ErrorCode::InvalidParams, "action is no method", {{"field", "action"}}}, action,
                           subjectOf(wanted.alert));
    auto change = m_watch.actOn(wanted.alert, by, wanted.action, now);
    if (!change)
        return refusedWith(std::move(change).error(), action, subjectOf(wanted.alert));
    made.alert = wanted.alert;
    made.step = change->alert.steps.back();
    Decision decision;
    m_notices.send(keep(*change, decision));
    decision.audit.push_back(auditEntry(action, subjectOf(wanted.alert), "done", "method=" + wanted.action));
    decision.extra = toJson(AlertReply{wanted.alert, {}, 0});
    return decision;
}

Result<AlertDesk::KeptRule> AlertDesk::found(AlertRuleId id, std::int64_t revision) const
{
    const auto it = m_rules.find(id);
    if (it == m_rules.end())
        return Error{ErrorCode::UnknownAlertRule, "there is no such rule", {{"id", std::to_string(id.value)}}};
    const std::int64_t now = it->second.rule.revision;
    if (now != revision)
        return Error{
            ErrorCode::SettingChanged, "the rule was changed meanwhile", {{"revision", std::to_string(now)}}};
    return it->second;
}

void AlertDesk::useRules()
{
    std::vector<AlertRule> rules;
    for (const auto &[id, kept] : m_rules)
        rules.push_back(kept.rule);
    m_watch.setRules(std::move(rules));
}

Decision AlertDesk::setRule(const SetAlertRule &wanted, StaffId by, TimeMs now, Made &made)
{
    const bool isNew = !wanted.rule.id.isSet();
    const char *action = isNew ? "alertRuleAdded" : "alertRuleChanged";
    const auto refused = [&](const Error &error) { return refusedWith(error, action, subjectOf(wanted.rule.id)); };
    auto rule = checked(wanted.rule);
    if (!rule)
        return refused(rule.error());
    auto decided = cleanedDecision(wanted.decision);
    if (!decided)
        return refused(decided.error());
    KeptRule kept{*rule, now, by, *decided};
    SettingChange change;
    if (isNew) {
        if (m_rules.size() >= kAlertRulesMax)
            return refused({ErrorCode::TooLarge, "a branch has no more rules than these", {{"field", "rule"}}});
        kept.rule.id = m_lastRule = AlertRuleId{m_lastRule.value + 1};
        kept.rule.revision = 1;
    } else {
        const auto before = found(wanted.rule.id, wanted.rule.revision);
        if (!before)
            return refused(before.error());
        change.ruleBefore = before->rule;
        kept.madeMs = before->madeMs;
        kept.rule.revision = before->rule.revision + 1;
    }
    made.rule = kept.rule.id;
    made.kept = kept;
    m_rules[kept.rule.id] = kept;
    useRules();
    Decision decision;
    decision.notebook.push_back(
        {NotebookKind::AlertRules, kept.rule.id.value, kept.madeMs, 0, toBytes(toJson(kept))});
    decision.audit.push_back(auditEntry(action, subjectOf(kept.rule.id), "done",
                                        "kind=" + std::string(nameOf(kept.rule.kind))
                                            + " revision=" + std::to_string(kept.rule.revision)));
    decision.extra = toJson(AlertReply{{}, kept.rule.id, kept.rule.revision});
    change.method = SetAlertRule::kMethod;
    change.by = by;
    change.decision = *decided;
    change.ruleAfter = kept.rule;
    m_settings.note(decision, std::move(change), now);
    return decision;
}

Decision AlertDesk::removeRule(const RemoveAlertRule &wanted, StaffId by, TimeMs now, Made &made)
{
    const char *action = "alertRuleRemoved";
    const auto refused = [&](const Error &error) { return refusedWith(error, action, subjectOf(wanted.rule)); };
    auto kept = found(wanted.rule, wanted.revision);
    if (!kept)
        return refused(kept.error());
    auto decided = cleanedDecision(wanted.decision);
    if (!decided)
        return refused(decided.error());
    kept->by = by;
    kept->decision = *decided;
    made.rule = wanted.rule;
    m_rules.erase(wanted.rule);
    useRules();
    Decision decision;
    decision.notebook.push_back(
        {NotebookKind::AlertRules, wanted.rule.value, kept->madeMs, now, toBytes(toJson(*kept))});
    decision.audit.push_back(auditEntry(action, subjectOf(wanted.rule)));
    decision.extra = toJson(AlertReply{{}, wanted.rule, wanted.revision});
    SettingChange change;
    change.method = RemoveAlertRule::kMethod;
    change.by = by;
    change.decision = *decided;
    change.ruleBefore = kept->rule;
    m_settings.note(decision, std::move(change), now);
    return decision;
}

} // namespace tiepdon
