// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/queue/state.h"
#include "core/wire/json.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What is asked about past days. Ids and numbers alone, nobody's name.

namespace tiepdon {

/// One stretch a day was open. A day that was opened again has several.
struct DayOpening {
    std::int64_t firstSeq = 0; ///< of its opening in the journal
    std::int64_t lastSeq = 0; ///< of its closing; while it is open, of the journal's last entry
    TimeMs openedMs = 0;
    std::optional<TimeMs> closedMs = {}; ///< nothing: open still

    friend bool operator==(const DayOpening &, const DayOpening &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("firstSeq", self.firstSeq);
        visit("lastSeq", self.lastSeq);
        visit("openedMs", self.openedMs);
        visit("closedMs", self.closedMs);
    }
};

/// A business day the journal has.
struct DayKept {
    std::string businessDay; ///< "YYYY-MM-DD"
    std::vector<DayOpening> openings; ///< in order, one at least
    std::int64_t tickets = 0; ///< taken on it

    friend bool operator==(const DayKept &, const DayKept &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("businessDay", self.businessDay);
        visit("openings", self.openings);
        visit("tickets", self.tickets);
    }
};

struct DaysAnswer {
    std::vector<DayKept> days;
    bool isMore = false; ///< there are earlier ones

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("days", self.days);
        visit("isMore", self.isMore);
    }
};
/// Which business days are kept, newest first; of more than `limit` the newest.
struct DaysQuery {
    static constexpr std::string_view kMethod = "days";
    using Answer = DaysAnswer;
    std::string fromDay = {}; ///< "YYYY-MM-DD", included; empty: from the first
    std::string toDay = {}; ///< included; empty: to the last
    std::int64_t limit = 400; ///< 1–4000

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("fromDay", self.fromDay, kAddedLater);
        visit("toDay", self.toDay, kAddedLater);
        visit("limit", self.limit);
    }
};

/// Something that happened, as far as a line about it needs.
struct PastEvent {
    std::int64_t seq = 0;
    TimeMs atMs = 0;
    std::string kind; ///< the event's name (core/queue/event.h): "TicketCalled"
    TicketId ticket = {}; ///< 0: about none
    std::string number = {}; ///< the ticket's, as printed
    CounterId counter = {}; ///< 0: at none
    ServiceId service = {}; ///< what the ticket asks for, or is defined; 0: none
    ProfileId profile = {}; ///< a counter is open with or moved to; 0: none
    StaffId actor = {}; ///< who did it; 0: nobody signed on, or by itself

    friend bool operator==(const PastEvent &, const PastEvent &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("seq", self.seq);
        visit("atMs", self.atMs);
        visit("kind", self.kind);
        visit("ticket", self.ticket, kAddedLater);
        visit("number", self.number, kAddedLater);
        visit("counter", self.counter, kAddedLater);
        visit("service", self.service, kAddedLater);
        visit("profile", self.profile, kAddedLater);
        visit("actor", self.actor, kAddedLater);
    }
};

/// How a day went: of each step of time how it stood at its beginning. All lists are equally long.
struct DayStrip {
    TimeMs fromMs = 0; ///< a full minute
    TimeMs stepMs = kMinuteMs; ///< longer where the day was open over a day
    std::vector<std::int64_t> waiting = {};
    /// The wait that had used up most of its promise, in thousandths of that promise; 0: nobody waited.
    std::vector<std::int64_t> worstPermille = {};
    std::vector<std::int64_t> broken = {}; ///< who waited longer than promised
    std::vector<std::int64_t> open = {}; ///< counters open

    friend bool operator==(const DayStrip &, const DayStrip &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("fromMs", self.fromMs);
        visit("stepMs", self.stepMs);
        visit("waiting", self.waiting);
        visit("worstPermille", self.worstPermille);
        visit("broken", self.broken);
        visit("open", self.open);
    }
};

struct DayAtAnswer {
    DayKept day; ///< with what it has so far, while it is open
    TimeMs atMs = 0; ///< the moment shown: the one asked for, not before the opening and not after the hub's now
    StateImage state;
    std::vector<PastEvent> events; ///< of the minute around it, oldest first; of very many the nearest
    std::optional<TimeMs> beforeMs = {}; ///< when something happened last before it
    std::optional<TimeMs> afterMs = {}; ///< and next after it
    std::optional<DayStrip> strip = {}; ///< where it was asked for

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("day", self.day);
        visit("atMs", self.atMs);
        visit("state", self.state);
        visit("events", self.events);
        visit("beforeMs", self.beforeMs);
        visit("afterMs", self.afterMs);
        visit("strip", self.strip);
    }
};
/// A day as it was at a moment. UnknownDay; Busy when too many wait for days already.
struct DayAtQuery {
    static constexpr std::string_view kMethod = "dayAt";
    using Answer = DayAtAnswer;
    std::string businessDay; ///< "YYYY-MM-DD"
    TimeMs atMs = 0;
    bool withStrip = false;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("businessDay", self.businessDay);
        visit("atMs", self.atMs);
        visit("withStrip", self.withStrip, kAddedLater);
    }
};

} // namespace tiepdon
