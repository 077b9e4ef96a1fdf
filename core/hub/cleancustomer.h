// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/wire/customermessage.h"

#include <cstddef>
#include <string>

namespace tiepdon {

/// Characters of what people write about customers.
constexpr std::size_t kNoteCharactersMax = 2000; ///< a note, a promise: a page
constexpr std::size_t kWordsCharactersMax = 500; ///< a goal, a wish, a reason: a paragraph
/// Parts of one profile.
constexpr std::size_t kIdentifiersMax = 20;
constexpr std::size_t kConsentsAtOnceMax = 10;
constexpr std::size_t kConsentsMax = 200;
/// Rows of one import, of each kind.
constexpr std::size_t kImportRowsMax = 200;
constexpr std::size_t kRowPartsMax = 50; ///< products and stages of one row

/// A change with its texts cleaned and its numbers in the form they are kept in, as far as that can be said without
/// looking anything up. What is the hub's to say (ids, times, segment) is taken out. InvalidParams (detail:
/// "field"), TooLarge, ReasonNeeded. Rows of an import are left as they are: each is judged by itself. `today`: the
/// local day.
Result<CustomerCommand> cleaned(CustomerCommand command, const std::string &today);

/// The same for one profile; at least a name.
Result<void> cleanCustomer(Customer &customer, const std::string &today);
Result<void> cleanProduct(ProductHeld &product);
Result<void> cleanStage(StageChange &stage);
/// Of an import, with a reference.
Result<void> cleanHappening(Happening &happening);

/// The id of the `k`-th number (from 0, under kIdentifiersMax) that a change of this revision of a customer adds.
/// None is ever given twice: who removes a number they saw removes no other.
inline IdentifierId newIdentifierId(std::int64_t revision, std::size_t k)
{
    return {revision * 100 + static_cast<std::int64_t>(k) + 1};
}

Error invalidField(const char *field, const char *message);

} // namespace tiepdon
