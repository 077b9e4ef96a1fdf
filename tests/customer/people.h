// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/records.h"

#include <string>
#include <vector>

namespace tiepdon::testing {

inline constexpr TimeMs kNow = 1'777'888'800'000; ///< 2026-05-04, 10:00 in UTC
inline const std::string kToday = "2026-05-04";

inline Customer person(std::int64_t id, const std::string &name)
{
    Customer customer;
    customer.id = CustomerId{id};
    customer.name = name;
    return customer;
}

inline Customer &with(Customer &customer, IdentifierKind kind, const std::string &value)
{
    const auto next = static_cast<std::int64_t>(customer.identifiers.size()) + 1;
    customer.identifiers.push_back({IdentifierId{next}, kind, value});
    return customer;
}

/// A visit that many days ago, of one step.
inline EarlierStep visit(std::int64_t ticket, std::int64_t daysAgo, StepOutcome outcome = StepOutcome::Served)
{
    EarlierStep step;
    step.ticket = TicketId{ticket};
    step.arrivedMs = kNow - daysAgo * kDayMs;
    step.outcome = outcome;
    step.staff = StaffId{ticket % 7 + 1};
    return step;
}

} // namespace tiepdon::testing
