// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/settings/settingfields.h"
#include "core/base/clock.h"
#include "core/domain/branch.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

// Words of the settings pages, in the language windows speak now.

namespace tiepdon {

[[nodiscard]] QString subjectWord(Subject subject);
/// What a subject is about, in a line.
[[nodiscard]] QString subjectHint(Subject subject);
/// "service", in a sentence.
[[nodiscard]] QString kindWord(SettingKind kind);
/// "Add a service".
[[nodiscard]] QString addWord(SettingKind kind);
[[nodiscard]] QString ruleWord(CallingRuleKind rule);
[[nodiscard]] QString ruleExplained(CallingRuleKind rule);
[[nodiscard]] QString skillWord(std::int64_t level);
[[nodiscard]] QString factWord(ProfileFact fact);
/// Whether a condition on it is a text, a number, or neither.
[[nodiscard]] bool factWantsText(ProfileFact fact);
[[nodiscard]] bool factWantsNumber(ProfileFact fact);
[[nodiscard]] QString roleWord(Role role);
[[nodiscard]] QString deviceKindWord(DeviceKind kind);

/// What a part is called: its name, "Counter 3"; what it says of itself where it has no name yet.
[[nodiscard]] QString partName(SettingKind kind, const Json &part);
/// Says what a part is called.
using NameOf = std::function<QString(const PartKey &)>;

/// `one` for 1, else `many` with the count as its %1.
[[nodiscard]] QString counted(std::int64_t count, const QString &one, const QString &many);

/// A time as it is typed: "5", "1:30" (minutes and seconds).
[[nodiscard]] QString minutesTyped(TimeMs time);
/// Reads one: "5", "2.5", "2,5", "1:30"; nothing for what is no time.
[[nodiscard]] std::optional<TimeMs> minutesFrom(const QString &typed);
/// Thousandths as a factor and back, with either decimal mark.
[[nodiscard]] QString factorTyped(std::int64_t permille);
[[nodiscard]] std::optional<std::int64_t> factorFrom(const QString &typed);
/// "08:30".
[[nodiscard]] QString clockTyped(std::int64_t minuteOfDay);
/// Reads "8:30", "8.30", "8h30", "830"; nothing for what is no time of a day up to 24:00.
[[nodiscard]] std::optional<std::int64_t> clockFrom(const QString &typed);
/// "Mon", from 0.
[[nodiscard]] QString weekdayWord(int day);
/// "Mon–Fri 08:00–11:30".
[[nodiscard]] QString windowText(const Json &window);

/// A value of a field in words.
[[nodiscard]] QString valueText(const SettingField &field, const Json &value, const NameOf &nameOf);

/// One thing that differs between two states of a part.
struct Difference {
    QString label;
    QString was; ///< empty: it was not there
    QString is; ///< empty: it is to go
    friend bool operator==(const Difference &, const Difference &) = default;
};

/// What differs, field by field, in the order of the form. Null is a part that is not there: its name alone is
/// said.
[[nodiscard]] std::vector<Difference> differences(SettingKind kind, const Json &was, const Json &is,
                                                  const NameOf &nameOf);

} // namespace tiepdon
