// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/csvsource.h"
#include "core/wire/customermessage.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

// What a file of another system says, column by column, and its rows as the hub takes them.

enum class ImportKind : std::uint8_t { Customers, Purchases, Transactions, Conversations };

constexpr auto names(ImportKind)
{
    return std::array<std::string_view, 4>{"customers", "purchases", "transactions", "conversations"};
}

/// What a column can hold. The names are those of a mapping file.
enum class ImportField : std::uint8_t {
    Number, ///< the bank's own number of the customer
    Name,
    Form,
    Gender, ///< for a form of address, where there is none
    Phone,
    Document, ///< a citizen card, an older identity card or a passport, by its shape
    CitizenCard,
    IdentityCard,
    Passport,
    Card,
    BirthDate,
    Address,
    Language,
    Tier,
    LookedAfterBy,
    Needs,
    Via, ///< a channel
    Wishes,
    Products,
    // of what happened
    Date,
    Time,
    Text,
    Product,
    Amount,
    Currency,
    Direction,
    Reference,
};

constexpr auto names(ImportField)
{
    return std::array<std::string_view, 27>{
        "number",        "name",     "form",    "sex",       "phone",     "document", "citizenCard",
        "identityCard",  "passport", "card",    "birthDate", "address",   "language", "tier",
        "lookedAfterBy", "needs",    "channel", "wishes",    "products",  "date",     "time",
        "text",          "product",  "amount",  "currency",  "direction", "reference"};
}

/// A mapping file (TOML): [columns] with "a column's name" = "field", "" for one that is left out; encoding and
/// separator where the file does not say them.
struct ImportMapping {
    std::map<std::string, std::string> columns; ///< folded name → field's name
    std::optional<Encoding> encoding;
    std::optional<char> separator;
};

/// BadFile with "line", "field", "reason".
Result<ImportMapping> importMappingFrom(std::string_view toml);

/// Which column is what. Those that no mapping names are known by the usual Vietnamese and English names; several
/// may be of one field.
struct ImportPlan {
    ImportKind kind = ImportKind::Customers;
    std::vector<std::string> header;
    std::vector<std::optional<ImportField>> fields; ///< by column; nothing: left out

    [[nodiscard]] bool has(ImportField field) const;
    /// The name of the first column of a field; the field's own where there is none.
    [[nodiscard]] std::string columnOf(std::string_view field) const;
    /// The first column such an identifier can come from.
    [[nodiscard]] std::string columnOf(IdentifierKind identifier) const;
};

/// BadFile ("line", "field", "reason") when a column is missing without which no row can be taken, and for a
/// mapping of a column that is not there or of a field that this kind of file does not have.
Result<ImportPlan> importPlanFor(ImportKind kind, const std::vector<std::string> &header,
                                 const ImportMapping &mapping);

/// When and where rows are read.
struct ImportPlace {
    std::string today; ///< the branch's day
    std::int64_t utcOffsetMin = 0;
};

/// A value or row that cannot be taken.
struct RowProblem {
    std::size_t line = 0;
    std::string column;
    std::string reason;
};

using CustomerRow = customercommand::ImportRows::CustomerRow;
using HappeningRow = customercommand::ImportRows::HappeningRow;

/// One row as the hub takes it. InvalidParams ("column", "reason") for one that cannot be read.
Result<CustomerRow> customerRowFrom(const ImportPlan &plan, const SourceRow &row, const ImportPlace &place);
/// A row without a reference is given one made of what it says, so that the same row is the same happening next
/// time.
Result<HappeningRow> happeningRowFrom(const ImportPlan &plan, const SourceRow &row, const ImportPlace &place);

/// Rows of one message, and the lines they come from.
struct ImportBatch {
    customercommand::ImportRows rows;
    std::vector<std::size_t> lines; ///< of each row

    [[nodiscard]] std::size_t size() const { return lines.size(); }
};

/// Gathers rows into messages of at most 200 rows that fit into a frame.
class ImportBatches
{
public:
    explicit ImportBatches(bool isDryRun) : m_isDryRun(isDryRun) { }

    void add(CustomerRow row, std::size_t line);
    void add(HappeningRow row, std::size_t line);
    /// All, in the order they were added; the object is empty afterwards.
    std::vector<ImportBatch> take();

private:
    ImportBatch &room(std::size_t bytes, std::size_t line);

    bool m_isDryRun;
    std::vector<ImportBatch> m_batches;
    std::size_t m_bytes = 0; ///< of the last one
};

/// What a refusal of the hub says of a row, in words.
std::string rowReason(std::string_view code, std::string_view field);

/// Problems as a CSV file: line, column, reason.
std::string problemsCsv(const std::vector<RowProblem> &problems);

} // namespace tiepdon
