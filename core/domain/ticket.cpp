// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/ticket.h"

#include <algorithm>

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

bool needs(const Ticket &ticket, PartKind kind, std::int64_t id)
{
    const auto &next = ticket.nextSteps;
    switch (kind) {
    case PartKind::Service:
        return ticket.step.service.value == id || std::any_of(next.begin(), next.end(), [&](const NextStep &step) {
                   return step.service.value == id;
               });
    case PartKind::Counter:
        return (ticket.isAtCounter() && ticket.step.counter.value == id) || ticket.forCounter.value == id
            || (ticket.parked && ticket.parked->counter.value == id)
            || std::any_of(next.begin(), next.end(),
                           [&](const NextStep &step) { return step.counter.value == id; });
    case PartKind::Staff:
        return ticket.forStaff.value == id || (ticket.parked && ticket.parked->staff.value == id);
    case PartKind::Segment:
        return ticket.segment.value == id;
    case PartKind::PriorityReason:
        return ticket.priorityReason.value == id;
    case PartKind::Outcome:
        return ticket.step.result.value == id;
    case PartKind::Profile:
    case PartKind::Group:
    case PartKind::Zone:
        return false;
    }
    return false;
}

} // namespace tiepdon
