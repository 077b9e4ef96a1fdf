// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/state.h"
#include "core/wire/json.h"

#include <QString>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

/// What a branch is made of, as settings pages see it: its own settings, and the lists of parts.
enum class SettingKind : std::uint8_t {
    Service,
    Profile,
    Counter,
    Staff,
    Group,
    Zone,
    Segment,
    PriorityReason,
    Outcome,
    Branch, ///< the settings themselves; one part, of id 0
};

inline constexpr int kSettingKinds = 10;

/// A part of a branch, or a new one that has its id already.
struct PartKey {
    SettingKind kind = SettingKind::Branch;
    std::int64_t id = 0;
    friend auto operator<=>(const PartKey &, const PartKey &) = default;
};

/// "service" … "settings": as a history names them.
[[nodiscard]] std::string kindName(SettingKind kind);
[[nodiscard]] std::optional<SettingKind> kindNamed(std::string_view name);
/// "services" … "settings": the name of the list, as an error's detail has it.
[[nodiscard]] std::string listName(SettingKind kind);
[[nodiscard]] std::optional<SettingKind> listNamed(std::string_view name);

/// A part as JSON with all its fields, also those that are as they begin; null for one that is not there.
[[nodiscard]] Json partOf(const BranchState &branch, const PartKey &key);
[[nodiscard]] Json settingsJson(const BranchSettings &settings);
/// The keys of a kind, in order of id.
[[nodiscard]] std::vector<PartKey> partsOf(const BranchState &branch, SettingKind kind);
/// Largest id of a kind that is in use; 0 for none.
[[nodiscard]] std::int64_t lastId(const BranchState &branch, SettingKind kind);
/// A new part of a kind, with fields that pass the engine's look where that can be.
[[nodiscard]] Json newPart(SettingKind kind, std::int64_t id);

/// Puts a part into its list; nothing for JSON that is no such part.
void putInto(BranchParts &parts, SettingKind kind, const Json &part);
/// The parts of a list, with their keys, each with all its fields.
[[nodiscard]] std::vector<std::pair<PartKey, Json>> allOf(const BranchParts &parts);

/// The value at a path, "calling.kind"; null where there is none.
[[nodiscard]] Json valueAt(const Json &part, const QString &path);
/// A number within a part; 0 where something else was typed, or nothing.
[[nodiscard]] std::int64_t numberIn(const Json &part, const char *field);
void setValueAt(Json &part, const QString &path, const Json &value);

} // namespace tiepdon
