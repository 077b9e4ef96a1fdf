// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/branch.h"

#include <string>
#include <string_view>

namespace tiepdon {

/// A branch as people write it down (TOML; `resources/branch/bank-branch.toml` is the commented sample):
/// a [branch] table, if wanted a [calling] table, then [[service]], [[profile]], [[counter]], [[staff]], [[group]],
/// [[zone]], [[segment]], [[priority_reason]] and [[outcome]], each with an id of its own that stays when the file
/// is reordered. Times are minutes unless a key ends in another unit, weights and the rule's parameters plain
/// numbers, whole or not. The result is `checked`. BadFile for the first mistake, `detail` naming "line" (from 1),
/// "field" and "reason": not TOML, a key that is unknown or missing, a value of the wrong kind, or anything
/// `checked` refuses.
Result<BranchSetup> branchFrom(std::string_view toml);

/// The file of a branch, without comments: `branchFrom` of it gives the branch again, times to the millisecond.
std::string branchText(const BranchSetup &setup);

} // namespace tiepdon
