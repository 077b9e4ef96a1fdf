// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerting/dryrun.h"
#include "core/alerting/records.h"
#include "core/wire/json.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Messages about alerts. PROTOCOL.md says who may send which when.

namespace tiepdon {

/// Hub to whoever may see alerts, unnumbered: all that are open, newest first, and the rules they come from. Again
/// whenever one changes.
struct AlertsNote {
    static constexpr std::string_view kMethod = "alerts";
    TimeMs atMs = 0; ///< 0: none was sent yet
    std::vector<Alert> open = {};
    std::vector<AlertRule> rules = {}; ///< in order of id
    friend bool operator==(const AlertsNote &, const AlertsNote &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("atMs", self.atMs);
        visit("open", self.open, kAddedLater);
        visit("rules", self.rules, kAddedLater);
    }
};

struct AlertReply {
    AlertId alert = {};
    AlertRuleId rule = {};
    std::int64_t revision = 0; ///< of the rule
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("alert", self.alert, kAddedLater);
        visit("rule", self.rule, kAddedLater);
        visit("revision", self.revision, kAddedLater);
    }
};

/// Somebody has seen it and looks after it. UnknownAlert, WrongState when it has ended.
struct AcknowledgeAlert {
    static constexpr std::string_view kMethod = "acknowledgeAlert";
    using Answer = AlertReply;
    AlertId alert;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("alert", self.alert);
    }
};

/// Something was done about it: `action` is the method of that command. UnknownAlert, WrongState.
struct ActOnAlert {
    static constexpr std::string_view kMethod = "actOnAlert";
    using Answer = AlertReply;
    AlertId alert;
    std::string action = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("alert", self.alert);
        visit("action", self.action);
    }
};

/// Adds a rule (id 0) or changes one made from `revision`. SettingChanged when another change came first,
/// UnknownAlertRule, InvalidParams as `checked` has it, DecisionNeeded.
struct SetAlertRule {
    static constexpr std::string_view kMethod = "setAlertRule";
    using Answer = AlertReply;
    AlertRule rule;
    DecisionRecord decision = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("rule", self.rule);
        visit("decision", self.decision, kAddedLater);
    }
};

/// UnknownAlertRule, SettingChanged, DecisionNeeded.
struct RemoveAlertRule {
    static constexpr std::string_view kMethod = "removeAlertRule";
    using Answer = AlertReply;
    AlertRuleId rule;
    std::int64_t revision = 0;
    DecisionRecord decision = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("rule", self.rule);
        visit("revision", self.revision);
        visit("decision", self.decision, kAddedLater);
    }
};

struct AlertHistory {
    std::vector<Alert> alerts; ///< newest first
    bool isMore = false;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("alerts", self.alerts);
        visit("isMore", self.isMore);
    }
};

/// Alerts that were raised in [fromMs, toMs).
struct AlertHistoryQuery {
    static constexpr std::string_view kMethod = "alertHistory";
    using Answer = AlertHistory;
    TimeMs fromMs = 0;
    TimeMs toMs = 0;
    std::int64_t limit = 200; ///< 1–500
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("fromMs", self.fromMs);
        visit("toMs", self.toMs);
        visit("limit", self.limit);
    }
};

struct DryRun {
    std::vector<DryRunDay> days; ///< newest first
    bool neverFires = false; ///< not once, on any of the days
    bool alwaysFires = false; ///< open for more than half of the time that anybody was there
    /// The kind goes by what past days do not keep (devices, printers, blockers): nothing can be said.
    bool isUnknowable = false;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("days", self.days);
        visit("neverFires", self.neverFires);
        visit("alwaysFires", self.alwaysFires);
        visit("isUnknowable", self.isUnknowable);
    }
};

/// Tries a rule, saved or not, on the last `days` (1–30) business days that are closed. InvalidParams as `checked`.
struct DryRunQuery {
    static constexpr std::string_view kMethod = "dryRunAlertRule";
    using Answer = DryRun;
    AlertRule rule;
    std::int64_t days = 7;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("rule", self.rule);
        visit("days", self.days);
    }
};

} // namespace tiepdon
