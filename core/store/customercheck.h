// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"

#include <functional>

namespace tiepdon {

/// What checking the records about customers found.
struct CustomerCheck {
    std::int64_t customers = 0;
    std::int64_t sealedValues = 0; ///< that opened
};

/// Checks that what is sealed opens with the directory's key file at its own place and is found by what it says,
/// that every name is searched by its own words, and that records are of customers there are. `problem` is told
/// each fault in a sentence, with ids alone. An Error when the database cannot be read.
Result<CustomerCheck> checkCustomers(Connection &connection, const QString &directory, std::int64_t branch,
                                     const std::function<void(std::string)> &problem);

} // namespace tiepdon
