// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/customerdecisions.h"

#include <vector>

namespace tiepdon {

/// By what the customers of an import's rows are found, cleaned; rows that cannot be read have none.
std::vector<Identifier> identifiersOf(const customercommand::ImportRows &rows, const std::string &today);
/// The keys of its happenings, of customers that are known already. `holders` belong to `identifiers`.
std::vector<HappeningKey> keysOf(const customercommand::ImportRows &rows,
                                 const std::vector<Identifier> &identifiers,
                                 const std::vector<std::vector<CustomerId>> &holders);

/// What rows change; `facts` are the records of who has one of `identifiersOf`, and the happenings of `keysOf`.
/// Rows that cannot be taken are in `reply`, and keep no other from being taken.
Decision decideImport(const customercommand::ImportRows &rows, const ChangeFacts &facts, const Asker &asker,
                      const ChangeNow &now, CustomerReply &reply);

} // namespace tiepdon
