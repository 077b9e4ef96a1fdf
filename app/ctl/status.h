// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/state.h"
#include "core/wire/json.h"

#include <QString>

namespace tiepdon {

// What `status` and `counter list` say of a branch. Waits are minutes, times UTC ms in JSON and local in text.

Json statusJson(const BranchState &branch, TimeMs now, double rate);
QString statusText(const BranchState &branch, TimeMs now);
Json countersJson(const BranchState &branch);
QString countersText(const BranchState &branch);

} // namespace tiepdon
