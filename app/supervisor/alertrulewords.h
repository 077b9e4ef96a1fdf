// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerting/alertrule.h"
#include "core/queue/state.h"
#include "core/wire/accessmessage.h"
#include "core/wire/alertmessage.h"

#include <QString>
#include <QStringList>

// What is said of rules of alerts, of trying them and of what became of alerts, in the language windows speak now.

namespace tiepdon {

/// "A wait is over what was promised".
[[nodiscard]] QString kindWord(AlertKind kind);
[[nodiscard]] QString channelWord(AlertChannel channel);
/// "45 s", "3 min", "1 h 30 min", "2 days".
[[nodiscard]] QString spanText(TimeMs duration);
/// "60 %", "15 people", "3 min"; what a kind compares with.
[[nodiscard]] QString thresholdText(AlertKind kind, std::int64_t threshold);

/// What the rule looks for, in one sentence.
[[nodiscard]] QString ruleSentence(const BranchState &branch, const AlertRule &rule);
/// That sentence and all else the rule says: how long, until when, who is told how, when not.
[[nodiscard]] QStringList ruleSentences(const BranchState &branch, const AlertRule &rule);
/// "Mon–Fri 22:00–06:00"; windows that meet at midnight as one.
[[nodiscard]] QString quietText(const std::vector<OpeningWindow> &quiet);

/// What came of trying a rule; the first sentence says the most. `today`: the hub's day, "YYYY-MM-DD".
[[nodiscard]] QStringList dryRunSentences(const AlertRule &rule, const DryRun &result, const std::string &today);

/// One step of an alert's history, without its time: "taken up by Phạm Thu Hà".
[[nodiscard]] QString stepText(const BranchState &branch, const SessionInfo &session, const AlertStep &step);
/// How an alert stands or ended: "Taken up", "Over".
[[nodiscard]] QString alertStateWord(const Alert &alert);

/// One row of quiet hours as people say it; up to the next day where `toMin` is not later than `fromMin`.
struct QuietSpan {
    std::int64_t weekdays = 0; ///< of its beginning; bit 0 Monday
    std::int64_t fromMin = 0;
    std::int64_t toMin = 0;
    friend bool operator==(const QuietSpan &, const QuietSpan &) = default;
};
[[nodiscard]] std::vector<QuietSpan> quietSpans(const std::vector<OpeningWindow> &windows);
[[nodiscard]] std::vector<OpeningWindow> quietWindows(const std::vector<QuietSpan> &spans);

} // namespace tiepdon
