// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <cstdint>
#include <span>
#include <string>

namespace tiepdon {

/// The first range a ticket was quoted, as it was said and as the futures had it before it was calibrated, and how
/// long the person then waited until the first call. All in ms from the moment of the quote.
struct QuoteOutcome {
    TicketId ticket;
    ServiceId service;
    std::string businessDay;
    TimeMs quotedMs = 0; ///< when
    TimeMs rawLowMs = 0;
    TimeMs rawMedianMs = 0;
    TimeMs rawHighMs = 0;
    TimeMs lowMs = 0;
    TimeMs medianMs = 0;
    TimeMs highMs = 0;
    TimeMs actualMs = 0;

    friend bool operator==(const QuoteOutcome &, const QuoteOutcome &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("service", self.service);
        visit("businessDay", self.businessDay);
        visit("quotedMs", self.quotedMs);
        visit("rawLowMs", self.rawLowMs);
        visit("rawMedianMs", self.rawMedianMs);
        visit("rawHighMs", self.rawHighMs);
        visit("lowMs", self.lowMs);
        visit("medianMs", self.medianMs);
        visit("highMs", self.highMs);
        visit("actualMs", self.actualMs);
    }
};

/// How good quotes were. Shares are in thousandths, all 0 where n is 0.
struct Score {
    std::int64_t n = 0; ///< people who were quoted a range and called
    TimeMs meanErrorMs = 0; ///< mean |median - actual|
    TimeMs biasMs = 0; ///< mean (median - actual): negative when people waited longer than they were told
    std::int64_t underPermille = 0; ///< waited more than five minutes longer than the median
    std::int64_t insidePermille = 0; ///< waited within the range, which four in five should
    /// The same in the worst of three equal parts, by the upper end they were told; 0 with fewer than thirty.
    std::int64_t worstInsidePermille = 0;
    TimeMs pinballMs = 0; ///< mean loss of the three quantiles; less is better

    friend bool operator==(const Score &, const Score &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("n", self.n);
        visit("meanErrorMs", self.meanErrorMs);
        visit("biasMs", self.biasMs);
        visit("underPermille", self.underPermille);
        visit("insidePermille", self.insidePermille);
        visit("worstInsidePermille", self.worstInsidePermille);
        visit("pinballMs", self.pinballMs);
    }
};

/// Scores outcomes. The order of equal upper ends is that of the list.
Score scoreOf(std::span<const QuoteOutcome> outcomes);

} // namespace tiepdon
