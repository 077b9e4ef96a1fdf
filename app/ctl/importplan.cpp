// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/importplan.h"

#include "app/ctl/importcolumns.h"
#include "app/ctl/importvalues.h"
#include "core/base/limits.h"
#include "core/customer/calendar.h"
#include "core/customer/document.h"
#include "core/customer/personname.h"
#include "core/wire/codec.h"

#include <algorithm>

namespace tiepdon {
namespace {

constexpr std::size_t kRowsOfBatchMax = 200;
/// A frame has 64 KiB; what stands around the rows, and what a row grows by in it, has the rest.
constexpr std::size_t kBytesOfBatchMax = 48 * 1024;

using enum ImportField;

std::string_view nameOfField(ImportField field) { return names(field).at(static_cast<std::size_t>(field)); }

/// The values of one row by field; says what is wrong with the first that cannot be read.
class RowReader
{
public:
    RowReader(const ImportPlan &plan, const SourceRow &row) : m_plan(plan), m_row(row) { }

    /// Values of a field that are not empty, by column.
    [[nodiscard]] std::vector<std::string> all(ImportField field) const
    {
        std::vector<std::string> values;
        for (std::size_t i = 0; i < m_plan.fields.size() && i < m_row.fields.size(); ++i) {
            const std::string &value = m_row.fields[i];
            if (m_plan.fields[i] == field && value.find_first_not_of(" \t\r\n'") != std::string::npos)
                values.push_back(value);
        }
        return values;
    }
    /// The first of them; empty when there is none.
    [[nodiscard]] std::string one(ImportField field) const
    {
        const auto values = all(field);
        return values.empty() ? std::string() : values.front();
    }

    /// Reads a value where there is one; keeps the first mistake.
    template <class Read, class Take>
    void read(ImportField field, Read readValue, Take take, const char *reason)
    {
        for (const std::string &value : all(field)) {
            if (auto known = readValue(value))
                take(*known);
            else
                mistake(field, reason);
        }
    }
    void mistake(ImportField field, const std::string &reason)
    {
        if (!m_problem)
            m_problem = Error{ErrorCode::InvalidParams,
                              reason,
                              {{"column", m_plan.columnOf(nameOfField(field))}, {"reason", reason}}};
    }
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

private:
    const ImportPlan &m_plan;
    const SourceRow &m_row;
    std::optional<Error> m_problem;
};

/// What spreadsheets make of a number: their zeros are put back before it is read.
Result<std::string> cellNumber(IdentifierKind kind, const std::string &text)
{
    switch (kind) {
    case IdentifierKind::Phone:
        return identifierFrom(kind, withZeros(text, 10, 1));
    case IdentifierKind::CitizenCard:
        return identifierFrom(kind, withZeros(text, 12, 2)); // "001…" of Hà Nội
    case IdentifierKind::OldIdentityCard:
        return identifierFrom(kind, withZeros(text, 9, 1));
    case IdentifierKind::Passport:
    case IdentifierKind::CustomerNumber:
    case IdentifierKind::Card:
        break;
    }
    return identifierFrom(kind, withZeros(text, 0, 0));
}

/// A document by its shape; one whose zeros are lost is a citizen card where it has ten digits or more.
std::optional<Identifier> documentIn(const std::string &text)
{
    const std::string bare = withZeros(text, 0, 0);
    for (const IdentifierKind kind : documentKindsOf(bare)) {
        if (const auto value = identifierFrom(kind, bare))
            return Identifier{{}, kind, *value};
    }
    for (const IdentifierKind kind : {IdentifierKind::CitizenCard, IdentifierKind::OldIdentityCard}) {
        if (const auto value = cellNumber(kind, text))
            return Identifier{{}, kind, *value};
    }
    return std::nullopt;
}

void readIdentifiers(RowReader &reader, std::vector<Identifier> &list)
{
    const auto add = [&](const Identifier &identifier) {
        const bool isThere = std::any_of(list.begin(), list.end(), [&](const Identifier &other) {
            return other.kind == identifier.kind && other.value == identifier.value;
        });
        if (!isThere)
            list.push_back(identifier);
    };
    const auto of = [&](ImportField field, IdentifierKind kind, const char *reason) {
        for (const std::string &value : reader.all(field)) {
            if (auto number = cellNumber(kind, value))
                add({{}, kind, std::move(*number)});
            else
                reader.mistake(field, reason);
        }
    };
    of(Number, IdentifierKind::CustomerNumber, "is no customer number (3 to 24 letters and digits)");
    of(CitizenCard, IdentifierKind::CitizenCard, "is no citizen card (twelve digits)");
    reader.read(Document, documentIn, add, "is no citizen card, identity card or passport");
    of(IdentityCard, IdentifierKind::OldIdentityCard, "is no identity card (nine digits)");
    of(Passport, IdentifierKind::Passport, "is no passport (six to nine letters and digits)");
    of(Card, IdentifierKind::Card, "is no card (8 to 40 letters and digits)");
    of(Phone, IdentifierKind::Phone, "is no phone number");
}

/// FNV-1a, 64 bits.
std::string hashed(std::string_view text)
{
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    for (unsigned shift = 64; shift > 0; shift -= 4)
        hex += kDigits[hash >> (shift - 4) & 0xFU];
    return hex;
}

HappeningKind happeningKind(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Purchases:
        return HappeningKind::Purchase;
    case ImportKind::Transactions:
        return HappeningKind::Transaction;
    case ImportKind::Customers:
    case ImportKind::Conversations:
        break;
    }
    return HappeningKind::Conversation;
}

Error broken(const SourceRow &row)
{
    const std::string reason = row.isBroken ? "a quote has no end" : "has no value that could be read";
    return {ErrorCode::InvalidParams, reason, {{"column", ""}, {"reason", reason}}};
}

} // namespace

Result<CustomerRow> customerRowFrom(const ImportPlan &plan, const SourceRow &row, const ImportPlace &place)
{
    if (row.isBroken)
        return broken(row);
    RowReader reader(plan, row);
    CustomerRow result;
    Customer &customer = result.customer;
    if (const auto name = personNameFrom(reader.one(Name)))
        customer.name = withNameCapitals(*name);
    else
        reader.mistake(Name, reader.one(Name).empty() ? "is missing" : "is no name of 1 to 200 characters");
    readIdentifiers(reader, customer.identifiers);
    const bool namesOne = std::any_of(customer.identifiers.begin(), customer.identifiers.end(),
                                      [](const Identifier &each) { return each.kind != IdentifierKind::Phone; });
    if (!namesOne)
        reader.mistake(plan.has(Number) ? Number : Document,
                       "is missing: a row without a customer number and a document would be added again next time");
    for (const std::string &value : reader.all(BirthDate)) {
        if (auto day = birthDateFrom(value, place.today))
            customer.birthDate = std::move(*day);
        else
            reader.mistake(BirthDate, "is no day before tomorrow (17/05/1990 or 1990-05-17)");
    }
    reader.read(
        Form, formFrom, [&](AddressForm form) { customer.form = form; },
        "is none of anh, chị, ông, bà, cô, chú, bác, em");
    reader.read(
        Gender, sexFrom,
        [&](Sex sex) {
            if (customer.form == AddressForm::None)
                customer.form = usualForm(sex, customer.birthDate, place.today);
        },
        "is neither nam nor nữ");
    reader.read(
        Language, languageFrom, [&](const std::string &code) { customer.language = code; },
        "is no language (vi, en, …)");
    reader.read(
        Needs, needsFrom, [&](const std::vector<Need> &needs) { customer.needs = needs; },
        "has a need that is not known");
    reader.read(
        Via, channelFrom, [&](Channel channel) { customer.preferences.channel = channel; },
        "is no way to reach somebody");
    customer.preferences.wishes = reader.one(Wishes);
    customer.address = reader.one(Address);
    customer.tier = reader.one(Tier);
    customer.lookedAfterByName = reader.one(LookedAfterBy);
    for (const std::string &list : reader.all(Products)) {
        for (const std::string &product : partsOf(list))
            result.products.push_back({{}, product, "", "", ""});
    }
    if (reader.problem())
        return *reader.problem();
    return result;
}

Result<HappeningRow> happeningRowFrom(const ImportPlan &plan, const SourceRow &row, const ImportPlace &place)
{
    if (row.isBroken)
        return broken(row);
    RowReader reader(plan, row);
    HappeningRow result;
    Happening &happening = result.happening;
    std::vector<Identifier> of;
    readIdentifiers(reader, of);
    if (of.empty())
        reader.mistake(plan.has(Number) ? Number : Document, "is missing: whose it is is not said");
    else
        result.of = of.front();
    happening.kind = happeningKind(plan.kind);
    const std::string time = reader.one(Time);
    reader.read(
        Date,
        [&](const std::string &date) {
            return momentFrom(time.empty() ? date : date + " " + time, place.utcOffsetMin);
        },
        [&](TimeMs atMs) { happening.atMs = atMs; },
        "is no day with or without a time (17/05/2026 14:05 or 2026-05-17)");
    if (reader.one(Date).empty())
        reader.mistake(Date, "is missing");
    const auto currency = currencyFrom(reader.one(Currency));
    if (!currency)
        reader.mistake(Currency, "is no currency (VND, USD, …)");
    reader.read(
        Amount, [&](const std::string &text) { return amountFrom(text, currency.value_or("VND")); },
        [&](std::int64_t amount) { happening.amount = amount; }, "is no amount of money");
    if (happening.amount != 0)
        happening.currency = currency.value_or("VND");
    reader.read(
        Via, channelFrom, [&](Channel channel) { happening.channel = channel; }, "is no way to reach somebody");
    reader.read(
        Direction, inwardFrom, [&](bool isInward) { happening.isInward = isInward; }, "is neither in nor out");
    happening.text = reader.one(Text);
    happening.product = reader.one(Product);
    if (happening.text.empty())
        happening.text = happening.product;
    if (happening.text.empty())
        reader.mistake(plan.has(Text) ? Text : Product, "is missing: nothing says what happened");
    happening.reference = reader.one(Reference);
    if (reader.problem())
        return *reader.problem();
    if (happening.reference.empty())
        happening.reference = "row-"
            + hashed(std::to_string(happening.atMs) + "|" + happening.text + "|" + std::to_string(happening.amount)
                     + "|" + happening.currency);
    return result;
}

ImportBatch &ImportBatches::room(std::size_t bytes, std::size_t line)
{
    if (m_batches.empty() || m_batches.back().size() >= kRowsOfBatchMax || m_bytes + bytes > kBytesOfBatchMax) {
        m_batches.emplace_back().rows.isDryRun = m_isDryRun;
        m_bytes = 0;
    }
    m_bytes += bytes;
    m_batches.back().lines.push_back(line);
    return m_batches.back();
}

void ImportBatches::add(CustomerRow row, std::size_t line)
{
    ImportBatch &batch = room(toBytes(toJson(row)).size() + 1, line);
    batch.rows.customers.push_back(std::move(row));
}

void ImportBatches::add(HappeningRow row, std::size_t line)
{
    ImportBatch &batch = room(toBytes(toJson(row)).size() + 1, line);
    batch.rows.happenings.push_back(std::move(row));
}

std::vector<ImportBatch> ImportBatches::take() { return std::exchange(m_batches, {}); }

std::string rowReason(std::string_view code, std::string_view field)
{
    if (code == name(ErrorCode::UnknownCustomer))
        return "is nobody's whom the branch knows";
    if (code == name(ErrorCode::CustomerExists))
        return field == "of" ? "is several people's" : "belongs to somebody else";
    if (code == name(ErrorCode::TooLarge))
        return "is too long";
    if (code == name(ErrorCode::InvalidParams))
        return field == "atMs" ? "is not yet" : "cannot be kept";
    return "was refused: " + std::string(code);
}

std::string problemsCsv(const std::vector<RowProblem> &problems)
{
    const auto quoted = [](const std::string &text) {
        // a spreadsheet takes what begins so for something to reckon out
        const bool isFormula
            = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
        std::string field = isFormula ? "\"'" : "\"";
        for (const char c : text)
            field += c == '"' ? std::string("\"\"") : std::string(1, c);
        return field + "\"";
    };
    std::string text = "\xEF\xBB\xBFline,column,reason\r\n"; // with the mark spreadsheets want
    for (const RowProblem &problem : problems)
        text += std::to_string(problem.line) + "," + quoted(problem.column) + "," + quoted(problem.reason) + "\r\n";
    return text;
}

} // namespace tiepdon
