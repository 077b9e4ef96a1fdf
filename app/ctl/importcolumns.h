// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/importplan.h"

#include <optional>
#include <string_view>

namespace tiepdon {

/// Whether files of a kind have this field.
bool canHave(ImportKind kind, ImportField field);
/// What a column of this name usually is in a file of this kind: "Họ và tên", "Full name", "SĐT" … Marks, capitals
/// and signs make no difference.
std::optional<ImportField> usualField(ImportKind kind, std::string_view columnName);

} // namespace tiepdon
