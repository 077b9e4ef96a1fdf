// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/quotes.h"

#include <algorithm>

namespace tiepdon {

const WaitQuote *Quotes::ofService(ServiceId service, SegmentId segment) const
{
    const auto found = std::find_if(services.begin(), services.end(), [&](const ServiceQuote &quote) {
        return quote.service == service && quote.segment == segment;
    });
    return found == services.end() ? nullptr : &found->wait;
}

const WaitQuote *Quotes::ofTicket(TicketId ticket) const
{
    const auto found = std::lower_bound(tickets.begin(), tickets.end(), ticket,
                                        [](const TicketQuote &quote, TicketId id) { return quote.ticket < id; });
    return found == tickets.end() || found->ticket != ticket ? nullptr : &found->wait;
}

} // namespace tiepdon
