// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/changequeue.h"
#include "core/hub/customerdecisions.h"
#include "core/store/customerreader.h"

#include <functional>
#include <vector>

namespace tiepdon {

/// What a change must know before it is decided.
struct ChangeWants {
    std::vector<CustomerId> customers;
    std::vector<Identifier> identifiers; ///< who has them, and their records
    TicketId visit; ///< what was written during it
    OpenItemId item;
    CustomerNoteId note;
};

/// What a change is to be decided on. `customerOf` says whose a ticket is.
ChangeWants wantsOf(const CustomerCommand &command, const std::function<CustomerId(TicketId)> &customerOf,
                    const std::string &today);
/// What it must have for itself meanwhile.
std::vector<ChangeKey> keysOf(const CustomerCommand &command);

/// Reads it. `import`: also the happenings of its rows. `done` comes once, later, on the same thread.
void gather(CustomerReader &reader, const ChangeWants &wants, const customercommand::ImportRows *import,
            TimeMs nowMs, std::function<void(Result<ChangeFacts>)> done);

} // namespace tiepdon
