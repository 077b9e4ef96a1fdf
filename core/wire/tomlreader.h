// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <toml++/toml.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

/// A mistake in a file people write: BadFile with "line" (from 1), "field", and `message` saying what it must be.
Error fileMistake(std::size_t line, std::string_view field, const std::string &message);

/// TOML text to its root table; BadFile with the line otherwise.
Result<toml::table> tomlFrom(std::string_view text);

/// Reads one table of a TOML file key by key and remembers the first mistake of the whole file in `error`
/// (shared by all readers of it); after a mistake every read gives a default. Borrows the table.
class TomlReader
{
public:
    TomlReader(const toml::table &table, std::optional<Error> &error) : m_table(table), m_error(error) { }

    /// Line of a key's value, or of the table where the key is missing.
    [[nodiscard]] std::size_t line(std::string_view key) const;

    std::string text(std::string_view key);
    std::string textOr(std::string_view key, std::string fallback);
    std::int64_t whole(std::string_view key);
    std::int64_t wholeOr(std::string_view key, std::int64_t fallback);
    /// A finite number, whole or not, from `low` to `high`.
    double number(std::string_view key, double low, double high);
    double numberOr(std::string_view key, double fallback, double low, double high);
    bool truthOr(std::string_view key, bool fallback);
    std::vector<std::int64_t> wholes(std::string_view key);
    /// None when the key is missing.
    std::vector<std::string> textsOr(std::string_view key);
    /// Finite numbers, each from `low` to `high`.
    std::vector<double> numbers(std::string_view key, double low, double high);
    /// The table under a key; a mistake when there is none.
    const toml::table *table(std::string_view key);
    /// The same, null when there is none.
    const toml::table *tableOr(std::string_view key);
    /// The tables of `[[key]]`, none when there are none.
    std::vector<const toml::table *> tables(std::string_view key);

    /// Call last: a key nobody asked for is a mistake.
    void refuseUnknown();
    void mistake(std::string_view key, const std::string &message);

private:
    const toml::node *take(std::string_view key, bool required);

    const toml::table &m_table;
    std::optional<Error> &m_error;
    std::set<std::string, std::less<>> m_known;
};

} // namespace tiepdon
