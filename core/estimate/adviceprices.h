// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tiepdon {

/// What a move must gain to be advised, in broken promises of an ordinary customer.
struct AdvicePrices {
    double halfHour = 5; ///< of a counter's being open
    double change = 1; ///< of a move that costs no counter time: people must be told, and find their way
};

} // namespace tiepdon
