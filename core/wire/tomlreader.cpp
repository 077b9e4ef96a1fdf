// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/tomlreader.h"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace tiepdon {

Error fileMistake(std::size_t line, std::string_view field, const std::string &message)
{
    return {ErrorCode::BadFile,
            "line " + std::to_string(line) + (field.empty() ? "" : ", " + std::string(field)) + ": " + message,
            {{"line", std::to_string(line)}, {"field", std::string(field)}, {"reason", message}}};
}

namespace {

/// The first line (from 1) whose table header has no name, or 0. toml++ 3.3.0 ends the program on those
/// (an assertion in its parse_key), so they are kept from it.
std::size_t namelessHeader(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    std::size_t line = 1;
    for (std::size_t at = 0; at < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view rest = text.substr(at, end - at);
        const auto skipBlanks
            = [&rest] { rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size())); };
        skipBlanks();
        if (rest.starts_with('[')) {
            rest.remove_prefix(rest.starts_with("[[") ? 2 : 1);
            skipBlanks();
            const char c = rest.empty() ? '\0' : rest.front();
            const bool isName = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                || c == '_' || c == '-' || c == '"' || c == '\'' || c == ']';
            if (!isName)
                return line;
        }
        at = end + 1;
    }
    return 0;
}

} // namespace

Result<toml::table> tomlFrom(std::string_view text)
{
    if (const std::size_t line = namelessHeader(text))
        return fileMistake(line, {}, "must be [name] or [[name]]");
    try {
        return toml::parse(text);
    } catch (const toml::parse_error &e) {
        return fileMistake(e.source().begin.line, {}, std::string(e.description()));
    }
}

std::size_t TomlReader::line(std::string_view key) const
{
    const toml::node *node = m_table.get(key);
    const std::size_t own = node ? node->source().begin.line : m_table.source().begin.line;
    return own > 0 ? own : 1;
}

void TomlReader::mistake(std::string_view key, const std::string &message)
{
    if (!m_error)
        m_error = fileMistake(line(key), key, message);
}

const toml::node *TomlReader::take(std::string_view key, bool required)
{
    m_known.emplace(key);
    const toml::node *node = m_table.get(key);
    if (!node && required)
        mistake(key, "is missing here");
    return node;
}

std::string TomlReader::text(std::string_view key)
{
    const toml::node *node = take(key, true);
    if (!node)
        return {};
    if (const auto *text = node->as_string())
        return text->get();
    mistake(key, "must be text in quotes");
    return {};
}

std::string TomlReader::textOr(std::string_view key, std::string fallback)
{
    return take(key, false) ? text(key) : fallback;
}

std::int64_t TomlReader::whole(std::string_view key)
{
    const toml::node *node = take(key, true);
    if (!node)
        return 0;
    if (const auto *number = node->as_integer())
        return number->get();
    mistake(key, "must be a whole number");
    return 0;
}

std::int64_t TomlReader::wholeOr(std::string_view key, std::int64_t fallback)
{
    return take(key, false) ? whole(key) : fallback;
}

double TomlReader::number(std::string_view key, double low, double high)
{
    const toml::node *node = take(key, true);
    if (!node)
        return low;
    const auto value = node->is_number() ? node->value<double>() : std::nullopt;
    if (value && std::isfinite(*value) && *value >= low && *value <= high)
        return *value;
    std::ostringstream message;
    message << "must be a number from " << low << " to " << high;
    mistake(key, message.str());
    return low;
}

double TomlReader::numberOr(std::string_view key, double fallback, double low, double high)
{
    return take(key, false) ? number(key, low, high) : fallback;
}

bool TomlReader::truthOr(std::string_view key, bool fallback)
{
    const toml::node *node = take(key, false);
    if (!node)
        return fallback;
    if (const auto *truth = node->as_boolean())
        return truth->get();
    mistake(key, "must be true or false");
    return fallback;
}

std::vector<std::int64_t> TomlReader::wholes(std::string_view key)
{
    std::vector<std::int64_t> list;
    const toml::node *node = take(key, true);
    const toml::array *array = node ? node->as_array() : nullptr;
    for (std::size_t i = 0; array && i < array->size(); ++i) {
        if (const auto *number = array->get(i)->as_integer())
            list.push_back(number->get());
        else
            array = nullptr;
    }
    if (node && !array)
        mistake(key, "must be a list of whole numbers, such as [1, 2]");
    return list;
}

std::vector<std::string> TomlReader::textsOr(std::string_view key)
{
    std::vector<std::string> list;
    const toml::node *node = take(key, false);
    const toml::array *array = node ? node->as_array() : nullptr;
    for (std::size_t i = 0; array && i < array->size(); ++i) {
        if (const auto *text = array->get(i)->as_string())
            list.push_back(text->get());
        else
            array = nullptr;
    }
    if (node && !array)
        mistake(key, "must be a list of texts, such as [\"a\", \"b\"]");
    return list;
}

std::vector<double> TomlReader::numbers(std::string_view key, double low, double high)
{
    std::vector<double> list;
    const toml::node *node = take(key, true);
    const toml::array *array = node ? node->as_array() : nullptr;
    for (std::size_t i = 0; array && i < array->size(); ++i) {
        const toml::node *item = array->get(i);
        const auto value = item->is_number() ? item->value<double>() : std::nullopt;
        if (value && std::isfinite(*value) && *value >= low && *value <= high)
            list.push_back(*value);
        else
            array = nullptr;
    }
    if (node && !array) {
        std::ostringstream message;
        message << "must be a list of numbers from " << low << " to " << high;
        mistake(key, message.str());
    }
    return list;
}

const toml::table *TomlReader::table(std::string_view key)
{
    const toml::node *node = take(key, true);
    const toml::table *table = node ? node->as_table() : nullptr;
    if (node && !table)
        mistake(key, "must be a table, [" + std::string(key) + "]");
    return table;
}

const toml::table *TomlReader::tableOr(std::string_view key) { return take(key, false) ? table(key) : nullptr; }

std::vector<const toml::table *> TomlReader::tables(std::string_view key)
{
    std::vector<const toml::table *> list;
    const toml::node *node = take(key, false);
    const toml::array *array = node ? node->as_array() : nullptr;
    for (std::size_t i = 0; array && i < array->size(); ++i) {
        if (const auto *table = array->get(i)->as_table())
            list.push_back(table);
        else
            array = nullptr;
    }
    if (node && !array)
        mistake(key, "must be written as [[" + std::string(key) + "]]");
    return list;
}

void TomlReader::refuseUnknown()
{
    for (const auto &[key, node] : m_table) {
        if (m_known.contains(std::string_view(key)))
            continue;
        std::string message = "is not known here; known:";
        for (const std::string &known : m_known)
            message += " " + known;
        if (!m_error)
            m_error = fileMistake(key.source().begin.line, std::string_view(key), message);
    }
}

} // namespace tiepdon
