// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/csv.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <map>
#include <string>
#include <vector>

// Reference results computed elsewhere; they lie beside the source tree where it is developed, not in it.

namespace tiepdon::test {

/// The rows of a table of reference results by column name (up to the first bracket or "="); none without the file.
inline std::vector<std::map<std::string, std::string>> oracleRows(const char *name)
{
    QFile file(QStringLiteral(TIEPDON_SOURCE_DIR "/../shared/oracles/") + QLatin1String(name));
    std::vector<std::map<std::string, std::string>> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    const std::string text = file.readAll().toStdString();
    CsvLines lines(text);
    std::string_view line;
    std::vector<std::string> header;
    while (lines.next(line)) {
        const auto fields = csvFields(line).value_or(std::vector<std::string>());
        if (header.empty()) {
            for (const std::string &field : fields)
                header.push_back(field.substr(0, std::min(field.find_first_of("(="), field.size())));
            continue;
        }
        for (std::size_t i = 0; i < fields.size() && i < header.size(); ++i)
            (i == 0 ? rows.emplace_back() : rows.back())[header[i]] = fields[i];
    }
    return rows;
}

using OracleRow = std::map<std::string, std::string>;

inline double number(const OracleRow &row, const char *column) { return std::stod(row.at(column)); }
inline std::int64_t whole(const OracleRow &row, const char *column) { return std::stoll(row.at(column)); }

/// A number where the tables' ten digits cannot hold it: 0.1666666667 stands for a sixth.
inline double fraction(const OracleRow &row, const char *column)
{
    const double printed = number(row, column);
    const double whole = std::round(1 / printed);
    return std::abs(printed * whole - 1) < 1e-8 ? 1 / whole : printed;
}

/// "4.0|8.0|12.0"
inline std::vector<double> numbers(const OracleRow &row, const char *column)
{
    std::vector<double> result;
    for (const QString &part : QString::fromStdString(row.at(column)).split(QLatin1Char('|')))
        result.push_back(part.toDouble());
    return result;
}

inline bool isNear(double actual, double wanted, double tolerance = 1e-9)
{
    if (std::abs(actual - wanted) <= tolerance * std::max(std::abs(wanted), 1e-3))
        return true;
    qWarning("%.12g instead of %.12g", actual, wanted);
    return false;
}

/// Runs a check on every row of a table; skips the test where the table is not there.
#define FOR_ORACLE_ROWS(row, file)                                                                                 \
    const auto rows = tiepdon::test::oracleRows(file);                                                             \
    if (rows.empty())                                                                                              \
        QSKIP("The tables of reference results are not beside this source tree.");                                 \
    for (const tiepdon::test::OracleRow &row : rows)

} // namespace tiepdon::test
