// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/profilefield.h"
#include "core/access/role.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

/// One row of the table of fields.
struct FieldPermission {
    ProfileField field = ProfileField::Name;
    std::array<FieldAccess, kRoleCount> access{}; ///< by role
    std::string_view what; ///< for the page, English
};

/// What each role sees of a customer. A row for every field, in their order.
std::span<const FieldPermission> fieldPermissions();
/// The widest access that one of the roles has.
FieldAccess accessTo(ProfileField field, const std::vector<Role> &roles);
/// The table as a part of the page of permissions (Markdown).
std::string fieldPermissionsPage();

} // namespace tiepdon
