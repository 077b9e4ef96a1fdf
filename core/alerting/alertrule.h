// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerting/records.h"
#include "core/base/result.h"

#include <vector>

namespace tiepdon {

/// The unit of a rule's threshold and end.
enum class AlertUnit : std::uint8_t { Permille, People, Calls, Ms };

/// What a kind's threshold may be, both ends allowed.
struct AlertThresholds {
    AlertUnit unit = AlertUnit::Ms;
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::int64_t usual = 0; ///< what an editor begins with
};
AlertThresholds thresholdsOf(AlertKind kind);

/// Which lists of a scope a kind goes by; `AlertWatch` says how.
struct AlertScopeUse {
    bool services = false;
    bool segments = false;
    bool counters = false;
};
AlertScopeUse scopeUseOf(AlertKind kind);

/// A rule with its texts cleaned, its lists in order and without doubles, and empty what its kind does not go by.
/// InvalidParams (detail: "field", as the field is called) for what no rule can have: no name, a threshold out of
/// its kind's range, an end beyond the threshold, a time ahead of WaitWillBeOver that is not 1 to 30 minutes, times
/// below zero or over a day, hours that are none, a list too long, mail without an address or with one that is
/// none. TooLarge for a long name.
Result<AlertRule> checked(AlertRule rule);

/// What a new branch begins with; ids from 1. People are told at the supervisors' workplaces alone: a mail server
/// or another system is first to be named.
std::vector<AlertRule> usualAlertRules();

/// Whether mail can be sent to it: one address as RFC 5321 has it, without quoting and in ASCII, so nothing in it
/// can be taken for something else in a mail's head.
[[nodiscard]] bool isMailAddress(std::string_view text);

constexpr std::size_t kAlertMailToMax = 20; ///< addresses of one rule; more are a mailing list's work
constexpr TimeMs kAlertTimeMsMax = kDayMs; ///< of every time of a rule but the threshold

} // namespace tiepdon
