// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/queue/quotes.h"
#include "core/queue/state.h"

#include <QStringList>

// What the card of one ticket says, in the language windows speak now.

namespace tiepdon {

/// How long it waited in its present step, up to `now`, its last call or its end; never negative.
[[nodiscard]] TimeMs ticketWaitedMs(const Ticket &ticket, TimeMs now);
/// "5–12 min", from a range widened to whole minutes.
[[nodiscard]] QString rangeText(const WaitQuote &quote);
/// What the hub expects of one who waits, said lately enough; null when that is not known well enough.
[[nodiscard]] const WaitQuote *freshQuote(const Quotes &quotes, TicketId ticket, TimeMs now);
/// All that is known about a ticket beside its number, state, service and segment: a line each.
[[nodiscard]] QStringList ticketLines(const BranchState &branch, const Quotes &quotes, const Ticket &ticket,
                                      TimeMs now);
/// Why it was called, for one called or in service; empty for others.
[[nodiscard]] QString whyCalled(const BranchState &branch, const Ticket &ticket);

} // namespace tiepdon
