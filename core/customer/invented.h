// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/cardscan.h"
#include "core/customer/records.h"

#include <cstdint>
#include <string>
#include <vector>

// People a sample branch has, and a bench: drawn from a seed, the same on every machine, and nobody real. Their
// citizen cards begin with 099, which no province has.

namespace tiepdon {

/// How many a sample branch is given.
inline constexpr std::int64_t kInventedCustomers = 2000;
/// As many can be told apart by phone, document and customer number.
inline constexpr std::int64_t kInventedMax = 9'000'000;

/// "KH000001" of 1; longer past a million. `n` from 1 to kInventedMax.
std::string inventedCustomerNumber(std::int64_t n);

/// One person with what is known of them. Ids, revisions and the staff are not set: a store or an import says them.
struct InventedCustomer {
    Customer customer;
    Sex sex = Sex::Unknown;
    std::vector<ProductHeld> products;
    std::vector<StageChange> stages; ///< oldest first
    std::vector<Happening> happenings; ///< each with a reference of its own
    std::vector<Consent> consents;
    std::vector<CustomerNote> notes;
    std::vector<OpenItem> openItems;
};

/// For whom and when people are drawn: the same three give the same people. Who they are is of the seed alone, what
/// they did is of the days before `today`.
struct InventedTime {
    std::uint64_t seed = 1;
    std::string today; ///< local day; nothing happened after it, and what is due is due around it
    TimeMs todayStartMs = 0; ///< local midnight of it, UTC
};

/// The n-th person (1 to kInventedMax), whoever else is asked for. About one in thirty shares the phone of the one
/// before, as a family does; one in fifty is from abroad.
InventedCustomer inventedCustomer(std::int64_t n, const InventedTime &time);

/// What the code of their citizen card says; empty for who has none.
std::string inventedCardText(const InventedCustomer &invented);

} // namespace tiepdon
