// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/ticket.h"

namespace tiepdon {

std::int64_t printedNumbers(int digits)
{
    std::int64_t highest = 1;
    for (int i = 0; i < digits; ++i)
        highest *= 10;
    return highest - 1;
}

std::string printedNumber(const std::string &series, std::int64_t serial, int digits)
{
    const std::string number = std::to_string((serial - 1) % printedNumbers(digits) + 1);
    return series + std::string(static_cast<std::size_t>(digits) - number.size(), '0') + number;
}

} // namespace tiepdon
