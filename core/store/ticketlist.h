// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/dayvisits.h"
#include "core/wire/historymessage.h"

namespace tiepdon {

/// The list a question asks for, of what was read of its days. Pure. Cost: linear in the steps of those days, and
/// the sorting of those that are of the list.
DayTicketsAnswer ticketList(const DayVisits &days, const DayTicketsQuery &query);

} // namespace tiepdon
