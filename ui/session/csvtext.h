// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLocale>
#include <QString>

#include <cstdint>

namespace tiepdon {

/// How numbers and columns are told apart in a file of separated values.
struct CsvStyle {
    QChar separator = QLatin1Char(',');
    QChar decimal = QLatin1Char('.');

    friend bool operator==(const CsvStyle &, const CsvStyle &) = default;
};

/// As spreadsheets of that locale read it when a file is opened: where the decimal mark is a comma, columns are
/// parted by semicolons.
CsvStyle csvStyleOf(const QLocale &locale);

/// Writes a table for spreadsheets: UTF-8 with a byte order mark, lines ended by CR LF, quotes as in RFC 4180. A
/// text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line end, also in their
/// wide forms or behind blanks) gets an apostrophe before it, as OWASP's "CSV Injection" has it; numbers are
/// written as numbers, without grouping.
class CsvText
{
public:
    explicit CsvText(CsvStyle style) : m_style(style) { }

    void addText(const QString &text);
    void addNumber(std::int64_t number);
    /// Rounded to so many digits behind the mark, all of them written. An empty cell for what is no number.
    void addNumber(double number, int digits);
    void addEmpty();
    void endRow();
    /// The whole file.
    [[nodiscard]] QByteArray bytes() const;

    /// The text as a spreadsheet may have it.
    static QString guarded(const QString &text);

private:
    void add(const QString &cell);

    CsvStyle m_style;
    QString m_text;
    bool m_isInRow = false;
};

} // namespace tiepdon
