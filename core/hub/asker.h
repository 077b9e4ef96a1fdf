// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/permission.h"
#include "core/hub/branchhost.h"

#include <string>
#include <vector>

namespace tiepdon {

/// Who asks, and how far they reach with it.
struct Asker {
    Doer doer;
    std::vector<Role> roles;
    Reach reach = Reach::None; ///< of the method
    Reach linkReach = Reach::None; ///< of linkCustomer, which a new profile may bring with it
    std::string session; ///< hash of its token; empty: a device with nobody signed in
    std::uint64_t connection = 0;
    bool isKiosk = false;
};

} // namespace tiepdon
