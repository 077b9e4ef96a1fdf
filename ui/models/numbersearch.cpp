// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/numbersearch.h"

#include <utility>

namespace tiepdon {
namespace {

/// Letters, and digits without the zeros in front.
std::pair<QString, QString> partsOf(const QString &text)
{
    const QString clean = text.trimmed().toUpper();
    qsizetype digit = 0;
    while (digit < clean.size() && !clean.at(digit).isDigit())
        ++digit;
    QString digits = clean.mid(digit);
    while (digits.size() > 1 && digits.startsWith(u'0'))
        digits.remove(0, 1);
    return {clean.left(digit).trimmed(), digits};
}

} // namespace

bool isNumberMeant(const QString &typed, const QString &number)
{
    const auto [letters, digits] = partsOf(typed);
    const auto [series, serial] = partsOf(number);
    return series.startsWith(letters) && (digits == QLatin1String("0") || serial.startsWith(digits));
}

bool isWholeNumberMeant(const QString &typed, const QString &number)
{
    return isNumberMeant(typed, number) && partsOf(typed).second == partsOf(number).second;
}

} // namespace tiepdon
