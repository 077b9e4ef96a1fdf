// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/card.h"
#include "core/queue/state.h"
#include "core/store/customerreader.h"
#include "core/wire/customermessage.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

/// What is looked for when somebody types a text.
struct Searched {
    CustomerSearch search;
    std::vector<TicketId> tickets; ///< open ones it may mean
    std::optional<ScannedCard> scanned;
    std::string kinds; ///< for the audit, parted by commas: "name", "phone"; empty: nothing
};

/// `text` is clean. `today`: the local day.
Searched searchedIn(const std::string &text, const std::string &today, const BranchState &state);

/// By what somebody may say who they are at a kiosk: a card's code, or a whole number of one kind or several.
/// Neither names nor ends of numbers; they are of many.
std::vector<Identifier> identitiesIn(const std::string &text, const std::string &today);

/// A line of a search as a role sees it; phone and document are masked for every role.
CustomerHit hitOf(const Customer &customer, const FieldTable &table);

/// The latest open ticket that is a customer's; 0: none. Linear in the open tickets.
TicketId openTicketOf(const BranchState &state, CustomerId customer);

} // namespace tiepdon
