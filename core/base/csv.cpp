// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>

namespace tiepdon {
namespace {

constexpr std::size_t kRowsSaidMax = 20;

Error badHeader(std::size_t line, const std::string &field)
{
    return {
        ErrorCode::BadFile,
        "the first line must name the columns; " + field + " is missing",
        {{"line", std::to_string(line)}, {"field", field}, {"reason", "the column is missing in the first line"}}};
}

} // namespace

std::optional<std::vector<std::string>> csvFields(std::string_view line, char separator)
{
    std::vector<std::string> fields;
    std::size_t at = 0;
    for (;;) {
        std::string field;
        if (at < line.size() && line[at] == '"') {
            for (++at;; ++at) {
                if (at >= line.size())
                    return std::nullopt;
                if (line[at] != '"')
                    field += line[at];
                else if (at + 1 < line.size() && line[at + 1] == '"')
                    field += line[at++];
                else
                    break;
            }
            ++at;
            if (at < line.size() && line[at] != separator)
                return std::nullopt;
        } else {
            const std::size_t end = std::min(line.find(separator, at), line.size());
            field = line.substr(at, end - at);
            at = end;
        }
        fields.push_back(std::move(field));
        if (at >= line.size())
            return fields;
        ++at; // the separator
    }
}

CsvLines::CsvLines(std::string_view text) : m_text(text)
{
    if (m_text.starts_with("\xEF\xBB\xBF"))
        m_text.remove_prefix(3);
}

bool CsvLines::next(std::string_view &line)
{
    while (!m_text.empty()) {
        const std::size_t end = std::min(m_text.find('\n'), m_text.size());
        line = m_text.substr(0, end);
        m_text.remove_prefix(std::min(end + 1, m_text.size()));
        ++m_number;
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (!line.empty())
            return true;
    }
    return false;
}

Result<std::vector<std::size_t>> csvColumns(CsvLines &lines, const std::vector<std::string> &wanted)
{
    std::string_view line;
    if (!lines.next(line))
        return badHeader(1, wanted.front());
    const auto header = csvFields(line).value_or(std::vector<std::string>());
    std::vector<std::size_t> columns;
    for (const std::string &name : wanted) {
        const auto it = std::find(header.begin(), header.end(), name);
        if (it == header.end())
            return badHeader(lines.number(), name);
        columns.push_back(static_cast<std::size_t>(it - header.begin()));
    }
    return columns;
}

std::string CsvRow::text(std::size_t column)
{
    const std::string *value = field(column);
    if (value && (value->empty() || value->size() > 200 || !isUtf8(*value)))
        mistake(column, "must be text of 1 to 200 bytes of UTF-8");
    return value ? *value : std::string();
}

std::int64_t CsvRow::whole(std::size_t column, std::int64_t low, std::int64_t high)
{
    std::int64_t number = 0;
    const std::string *value = field(column);
    if (!value)
        return 0;
    const char *end = value->data() + value->size();
    const auto [stop, problem] = std::from_chars(value->data(), end, number);
    if (problem != std::errc() || stop != end || number < low || number > high)
        mistake(column, "must be a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    return number;
}

double CsvRow::number(std::size_t column, double low, double high)
{
    double number = 0;
    const std::string *value = field(column);
    if (!value)
        return 0;
    const char *end = value->data() + value->size();
    const auto [stop, problem] = std::from_chars(value->data(), end, number, std::chars_format::fixed);
    if (problem != std::errc() || stop != end || !(number >= low && number <= high))
        mistake(column,
                "must be a number from " + std::to_string(static_cast<int>(low)) + " to "
                    + std::to_string(static_cast<int>(high)));
    return number;
}

void CsvRow::mistake(std::size_t column, const std::string &reason)
{
    if (!m_mistake)
        m_mistake = {0, m_names.at(column), reason};
}

const std::string *CsvRow::field(std::size_t column)
{
    const std::size_t at = m_columns.at(column);
    if (at < m_fields.size())
        return &m_fields[at];
    mistake(column, "is missing: the row has " + std::to_string(m_fields.size()) + " fields");
    return nullptr;
}

Error badRowsError(const std::vector<BadRow> &rows)
{
    std::string said;
    for (std::size_t i = 0; i < std::min(rows.size(), kRowsSaidMax); ++i)
        said += (i ? "; " : "") + std::string("line ") + std::to_string(rows[i].line) + ", " + rows[i].field + " "
            + rows[i].reason;
    return {ErrorCode::BadFile,
            std::to_string(rows.size()) + " bad rows: " + said,
            {{"line", std::to_string(rows.front().line)},
             {"field", rows.front().field},
             {"reason", rows.front().reason},
             {"count", std::to_string(rows.size())},
             {"rows", said}}};
}

} // namespace tiepdon
