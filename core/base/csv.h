// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Reading files of comma-separated values that come from outside, with mistakes named by line and field.

namespace tiepdon {

/// A row that cannot be used.
struct BadRow {
    std::size_t line = 0; ///< from 1, the header's
    std::string field;
    std::string reason;
};

/// A line's fields, or nothing when a quote has no end. Quotes as in RFC 4180, but a field does not go over the end
/// of its line.
std::optional<std::vector<std::string>> csvFields(std::string_view line, char separator = ',');

/// Goes through the text of a CSV file line by line. The text outlives it.
class CsvLines
{
public:
    explicit CsvLines(std::string_view text);
    /// The next line that is not empty; false at the end.
    bool next(std::string_view &line);
    /// Of the line read last, from 1.
    [[nodiscard]] std::size_t number() const { return m_number; }

private:
    std::string_view m_text;
    std::size_t m_number = 0;
};

/// Where the wanted columns stand, from the header, which is read. BadFile ("line", "field", "reason").
Result<std::vector<std::size_t>> csvColumns(CsvLines &lines, const std::vector<std::string> &wanted);

/// Reads the fields of one row and keeps the first mistake. `column` counts in `names`, which name the columns and
/// outlive it, as do the others.
class CsvRow
{
public:
    CsvRow(const std::vector<std::string> &fields, const std::vector<std::size_t> &columns,
           const std::vector<std::string> &names)
        : m_fields(fields), m_columns(columns), m_names(names)
    {
    }

    /// Text of 1 to 200 bytes of UTF-8.
    std::string text(std::size_t column);
    /// A whole number in [low, high]; 0 for what is none.
    std::int64_t whole(std::size_t column, std::int64_t low, std::int64_t high);
    /// A number in plain notation in [low, high]; 0 for what is none.
    double number(std::size_t column, double low, double high);

    void mistake(std::size_t column, const std::string &reason);
    [[nodiscard]] const std::optional<BadRow> &firstMistake() const { return m_mistake; }

private:
    const std::string *field(std::size_t column);

    const std::vector<std::string> &m_fields;
    const std::vector<std::size_t> &m_columns;
    const std::vector<std::string> &m_names;
    std::optional<BadRow> m_mistake;
};

/// BadFile for rows, at least one: "line", "field" and "reason" of the first, "count", "rows" with the first
/// twenty.
Error badRowsError(const std::vector<BadRow> &rows);

} // namespace tiepdon
