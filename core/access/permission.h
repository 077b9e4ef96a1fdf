// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/role.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

/// How far a permission goes. Own: for commands about a counter, the one the person is signed on at (for
/// signOn: as themselves).
enum class Reach : std::uint8_t { None, Own, Any };

/// One row of the table.
struct Permission {
    std::string_view method; ///< on the wire; "stream staff" and "stream public" for listening
    std::array<Reach, kRoleCount> reach; ///< by role
    std::string_view what; ///< for the page, English
};

/// The whole table: every command, change and question there is. What is not in it, nobody may.
std::span<const Permission> permissions();
/// The widest reach that one of the roles has.
Reach reachOf(std::string_view method, const std::vector<Role> &roles);
/// The table as a page (Markdown): core/access/PERMISSIONS.md is this.
std::string permissionsPage();

} // namespace tiepdon
