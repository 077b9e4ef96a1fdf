// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/settings/partkey.h"
#include "core/access/role.h"

#include <QString>

#include <utility>
#include <vector>

namespace tiepdon {

/// What is on the settings page, in its order.
enum class Subject : std::uint8_t {
    Branch,
    Calling,
    Services,
    Series,
    Levels,
    Counters,
    Zones,
    Profiles,
    People,
    Skills,
    Segments,
    Reasons,
    Outcomes,
    Texts,
    Accounts,
    Devices,
    History,
};

inline constexpr int kSubjects = 17;

/// The kind of part a subject lists; nothing for those that are tables or pages of their own.
[[nodiscard]] std::optional<SettingKind> kindOf(Subject subject);

/// One thing about a part that can be changed. Words are in the language windows speak now.
struct SettingField {
    enum class Type {
        Heading, ///< a line between fields; `label` alone
        Text,
        Both, ///< Vietnamese and English
        Minutes, ///< a time, typed in minutes; 0 where `least` is 0
        Number,
        Weight, ///< thousandths, typed as a factor
        Flag,
        Choice, ///< one of `choices`
        Part, ///< another part of kind `named`, or none where `none` is not empty
        Hours, ///< opening windows
        Promises, ///< of a service to segments
        Conditions, ///< of a segment
        Order, ///< services in order of preference
        Languages, ///< two-letter codes
    };

    Type type = Type::Text;
    QString path = {};
    QString label = {};
    QString hint = {};
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::vector<std::pair<Json, QString>> choices = {}; ///< with what each means, where `explained`
    std::vector<QString> explained = {};
    SettingKind named = SettingKind::Service;
    QString none = {};
    QString zero = {}; ///< what 0 means, where it means something
    /// Only asked for where the field "calling.kind" is one of these; empty: always.
    std::vector<Json> onlyFor = {};
};

/// The form of a part, as its subject shows it: the branch's settings are two.
[[nodiscard]] std::vector<SettingField> fieldsOf(SettingKind kind, bool isCallingRule = false);

/// Whether people of these roles may change a field.
[[nodiscard]] bool mayChangeField(SettingKind kind, const QString &path, const std::vector<Role> &roles);
/// Whether they may add and remove parts of a kind.
[[nodiscard]] bool mayAddAndRemove(SettingKind kind, const std::vector<Role> &roles);
[[nodiscard]] bool mayChangeSettings(const std::vector<Role> &roles);

} // namespace tiepdon
