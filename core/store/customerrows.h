// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/records.h"
#include "core/store/recordtable.h"
#include "core/store/sealing.h"

#include <optional>

namespace tiepdon {

/// How a kind of record stands in its table: `row` has a value for each of `table().columns()`, `from` reads what
/// `table().select()` gives and says nothing of what it cannot read.
template <class Record>
struct RowsOf;

#define TIEPDON_ROWS_OF(Record)                                                                                    \
    template <>                                                                                                    \
    struct RowsOf<Record> {                                                                                        \
        static const RecordTable &table();                                                                         \
        static QVariantList row(std::int64_t branch, const Record &record);                                        \
        static std::optional<Record> from(const Statement &row);                                                   \
    }

TIEPDON_ROWS_OF(StageChange);
TIEPDON_ROWS_OF(ProductHeld);
TIEPDON_ROWS_OF(Consent);
TIEPDON_ROWS_OF(Happening);
TIEPDON_ROWS_OF(CustomerNote);
TIEPDON_ROWS_OF(NoteDraft);
TIEPDON_ROWS_OF(OpenItem);
TIEPDON_ROWS_OF(VisitGoal);

#undef TIEPDON_ROWS_OF

const RecordTable &customerTable();
QVariantList customerRow(std::int64_t branch, const Customer &customer, const Sealing &sealing);
/// Without identifiers. DatabaseDamaged.
Result<Customer> customerOf(std::int64_t branch, const Statement &row, const Sealing &sealing);

const RecordTable &identifierTable();
QVariantList identifierRow(std::int64_t branch, CustomerId customer, std::size_t position,
                           const Identifier &identifier, const Sealing &sealing);
/// DatabaseDamaged.
Result<Identifier> identifierOf(std::int64_t branch, const Statement &row, const Sealing &sealing);

/// What finds an identifier.
std::string lookupOf(const Sealing &sealing, IdentifierKind kind, std::string_view value);
/// What finds phones by their last digits; empty for one that is shorter.
std::string endLookupOf(const Sealing &sealing, std::string_view digits);
/// The digits of a phone's end that are looked up by.
constexpr std::size_t kPhoneEndDigits = 6;

/// What a name is searched by.
std::string searchWordsOf(std::string_view name);

} // namespace tiepdon
