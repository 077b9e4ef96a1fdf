// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerting/alertrule.h"
#include "core/alerting/watch.h"
#include "tests/queue/fixture.h"

#include <string>
#include <vector>

namespace tiepdon::testing {

/// A rule of a kind with nothing but its threshold.
inline AlertRule ruleOf(AlertKind kind, std::int64_t threshold, std::int64_t id = 1)
{
    AlertRule rule;
    rule.id = {id};
    rule.name = {"Quy tắc", "Rule"};
    rule.kind = kind;
    rule.threshold = threshold;
    rule.aheadMs = kind == AlertKind::WaitWillBeOver ? 15 * kMinuteMs : 0;
    return rule;
}

/// A branch that is worked by hand and watched by rules.
class WatchedBranch
{
public:
    explicit WatchedBranch(std::vector<AlertRule> rules) : branch(openBranch()), watch(std::move(rules), {}, {}) { }

    Branch branch;
    AlertWatch watch;
    Outlook outlook;
    NoShowRuns runs;
    std::vector<DeviceTrouble> lost;
    std::vector<DeviceTrouble> printersOut;
    std::vector<OpenBlocker> blockers;
    std::vector<AlertChange> changes; ///< of the last look

    /// Does a command that must not be refused.
    void run(const Command &command)
    {
        const std::string refusal = branch.run(command);
        if (!refusal.empty())
            qFatal("refused: %s", refusal.c_str());
        for (const Event &event : branch.events)
            runs.follow(event);
    }

    /// Looks after some time has passed; what came of it, as words parted by blanks.
    std::string look(TimeMs afterMs = 0)
    {
        branch.now += afterMs;
        changes = watch.look({branch.state, &outlook, &runs, lost, printersOut, blockers}, branch.now);
        std::string words;
        for (const AlertChange &change : changes) {
            if (change.what != AlertChange::What::Changed)
                words += (words.empty() ? "" : " ") + word(change);
        }
        return words;
    }

    [[nodiscard]] Alert open() const
    {
        const auto alerts = watch.open();
        if (alerts.size() != 1)
            qFatal("%zu alerts are open", alerts.size());
        return alerts.front();
    }

    /// The steps of an alert as words.
    static std::string steps(const Alert &alert)
    {
        std::string words;
        for (const AlertStep &step : alert.steps) {
            words += (words.empty() ? "" : " ")
                + std::string(names(step.kind).at(static_cast<std::size_t>(step.kind)));
            words += step.text.empty() ? "" : ":" + step.text;
        }
        return words;
    }

private:
    static std::string word(const AlertChange &change)
    {
        using What = AlertChange::What;
        const bool isTold = !change.telling.channels.empty();
        const std::string why = change.alert.steps.back().text;
        switch (change.what) {
        case What::Raised:
            return isTold ? "raised+" : "raised";
        case What::Repeated:
            return isTold ? "repeated+" : "repeated";
        case What::Escalated:
            return isTold ? "escalated+" : "escalated";
        case What::Resolved:
            return why.empty() ? "resolved" : "resolved:" + why;
        case What::Changed:
        case What::Acknowledged:
        case What::ActedOn:
            break;
        }
        return "other";
    }
};

} // namespace tiepdon::testing
