// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/branch.h"

#include <string_view>

namespace tiepdon {

/// A branch as people write it down (TOML; `resources/branch/bank-branch.toml` is the commented sample):
/// a [branch] table, then [[service]], [[profile]], [[counter]] and [[staff]], each with an id of its own
/// that stays when the file is reordered. Times are minutes, whole or not. The result is `checked`.
/// BadFile for the first mistake, `detail` naming "line" (from 1), "field" and "reason": not TOML, a key that
/// is unknown or missing, a value of the wrong kind, or anything `checked` refuses.
Result<BranchSetup> branchFrom(std::string_view toml);

} // namespace tiepdon
