// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/csvtext.h"

#include <cmath>

namespace tiepdon {
namespace {

/// What a spreadsheet begins a formula by, and what it may read as one.
bool beginsFormula(QChar c)
{
    switch (c.unicode()) {
    case u'=':
    case u'+':
    case u'-':
    case u'@':
    case u'\t':
    case u'\r':
    case u'\n':
    case u'\uFF1D': // full width = + - @
    case u'\uFF0B':
    case u'\uFF0D':
    case u'\uFF20':
    case u'\uFE62': // small + - = @
    case u'\uFE63':
    case u'\uFE66':
    case u'\uFE6B':
    case u'\u2212': // minus sign
        return true;
    default:
        return false;
    }
}

/// What is not seen before it.
bool isUnseen(QChar c)
{
    return (c.isSpace() && c != QLatin1Char('\t') && c != QLatin1Char('\r') && c != QLatin1Char('\n'))
        || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control;
}

} // namespace

CsvStyle csvStyleOf(const QLocale &locale)
{
    if (locale.decimalPoint() == QStringLiteral(","))
        return {QLatin1Char(';'), QLatin1Char(',')};
    return {};
}

QString CsvText::guarded(const QString &text)
{
    for (const QChar c : text) {
        if (beginsFormula(c))
            return QLatin1Char('\'') + text;
        if (!isUnseen(c))
            break;
    }
    return text;
}

void CsvText::add(const QString &cell)
{
    if (m_isInRow)
        m_text += m_style.separator;
    m_isInRow = true;
    m_text += cell;
}

void CsvText::addText(const QString &text)
{
    // quoted whatever it holds: another separator than the reader's must not make cells of it
    add(QLatin1Char('"') + guarded(text).replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"'));
}

void CsvText::addNumber(std::int64_t number) { add(QString::number(number)); }

void CsvText::addNumber(double number, int digits)
{
    if (!std::isfinite(number)) {
        addEmpty();
        return;
    }
    add(QString::number(number, 'f', digits).replace(QLatin1Char('.'), m_style.decimal));
}

void CsvText::addEmpty() { add({}); }

void CsvText::endRow()
{
    m_text += QStringLiteral("\r\n");
    m_isInRow = false;
}

QByteArray CsvText::bytes() const { return QByteArray("\xEF\xBB\xBF") + m_text.toUtf8(); }

} // namespace tiepdon
