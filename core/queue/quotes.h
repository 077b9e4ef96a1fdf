// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/domain/branch.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// How long people will still wait, as the hub expects it. Times from `Quotes::atMs` until the call.

namespace tiepdon {

/// Four in five people wait from `lowMs` to `highMs`; one in ten is called before, one in ten waits longer.
struct WaitQuote {
    TimeMs lowMs = 0;
    TimeMs medianMs = 0; ///< half of the people wait no longer
    TimeMs highMs = 0;

    friend bool operator==(const WaitQuote &, const WaitQuote &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("lowMs", self.lowMs);
        visit("medianMs", self.medianMs);
        visit("highMs", self.highMs);
    }
};

/// For somebody who would take a ticket for this service at `Quotes::atMs`.
struct ServiceQuote {
    ServiceId service;
    SegmentId segment = {}; ///< 0: ordinary
    WaitQuote wait = {};

    friend bool operator==(const ServiceQuote &, const ServiceQuote &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("service", self.service);
        visit("segment", self.segment);
        visit("wait", self.wait);
    }
};

/// For somebody who waits.
struct TicketQuote {
    TicketId ticket;
    WaitQuote wait = {};

    friend bool operator==(const TicketQuote &, const TicketQuote &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("wait", self.wait);
    }
};

/// How good the waits of one day were that people were told.
struct DayScore {
    std::string businessDay;
    std::int64_t n = 0; ///< people who were told a range and called
    std::int64_t insidePermille = 0; ///< waited within it, which four in five should
    TimeMs meanErrorMs = 0; ///< mean distance of the median

    friend bool operator==(const DayScore &, const DayScore &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("businessDay", self.businessDay);
        visit("n", self.n);
        visit("insidePermille", self.insidePermille);
        visit("meanErrorMs", self.meanErrorMs);
    }
};

/// All that is expected at one moment. What is not in it is not known well enough to be said.
struct Quotes {
    static constexpr std::string_view kMethod = "quotes";
    TimeMs atMs = 0; ///< by the hub's clock; 0: none yet
    std::vector<ServiceQuote> services = {}; ///< in order of service, then segment
    std::vector<TicketQuote> tickets = {}; ///< in order of ticket; staff alone get them
    /// Of the day that is open and of the one before it, newest first; staff alone get them.
    std::vector<DayScore> scores = {};

    /// What a service promises a newcomer; null when that is not known. A segment without a range of its own has
    /// none: how long others wait says nothing of it.
    [[nodiscard]] const WaitQuote *ofService(ServiceId service, SegmentId segment = {}) const;
    /// What somebody who waits can expect; null when that is not known.
    [[nodiscard]] const WaitQuote *ofTicket(TicketId ticket) const;

    friend bool operator==(const Quotes &, const Quotes &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("atMs", self.atMs);
        visit("services", self.services);
        visit("tickets", self.tickets);
        visit("scores", self.scores, kAddedLater);
    }
};

} // namespace tiepdon
