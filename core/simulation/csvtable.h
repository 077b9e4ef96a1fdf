// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/csv.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

/// A CSV file's text, and the name people know it by.
struct CsvText {
    std::string_view name;
    std::string_view content;
};

/// Every row of a file whose header names exactly the columns `names`, in any order, as `read(CsvRow &)` makes
/// them; the row's columns count in `names`. BadFile ("file", "line", "field", "reason") for a column that is
/// missing, unknown or there twice, and for rows that hold mistakes ("count").
template <class T, class Read>
Result<std::vector<T>> csvTable(const CsvText &text, const std::vector<std::string> &names, Read read)
{
    const auto inFile = [&text](Error error) {
        error.detail["file"] = std::string(text.name);
        error.detail.erase("rows"); // there is no way to leave them out
        return error;
    };
    CsvLines header(text.content);
    std::string_view line;
    if (header.next(line)) {
        std::vector<std::string> seen;
        for (const std::string &name : csvFields(line).value_or(std::vector<std::string>())) {
            if (std::find(names.begin(), names.end(), name) == names.end())
                return inFile(badRowsError({{header.number(), name, "is a column nobody knows"}}));
            if (std::find(seen.begin(), seen.end(), name) != seen.end())
                return inFile(badRowsError({{header.number(), name, "is there twice"}}));
            seen.push_back(name);
        }
    }
    CsvLines lines(text.content);
    const auto columns = csvColumns(lines, names);
    if (!columns)
        return inFile(columns.error());
    std::vector<T> rows;
    std::vector<BadRow> badRows;
    while (lines.next(line)) {
        const auto fields = csvFields(line);
        if (!fields || fields->size() != names.size()) {
            badRows.push_back({lines.number(), names.back(),
                               fields ? "is not the last: the row has " + std::to_string(fields->size()) + " fields"
                                      : std::string("or one before it has a quote without its end")});
            continue;
        }
        CsvRow row(*fields, *columns, names);
        rows.push_back(read(row));
        if (row.firstMistake()) {
            badRows.push_back(*row.firstMistake());
            badRows.back().line = lines.number();
        }
    }
    if (!badRows.empty())
        return inFile(badRowsError(badRows));
    return rows;
}

} // namespace tiepdon
