// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/queue/event.h"
#include "core/queue/state.h"
#include "core/wire/figuresmessage.h"
#include "core/wire/json.h"
#include "core/wire/message.h"

#include <array>
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
    std::int64_t limit = 400; ///< 1–2000

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

/// Why a ticket's figures are not to be believed.
enum class Suspicion : std::uint8_t { TooShort, ForgottenOpen, Duplicate };

constexpr auto names(Suspicion)
{
    return std::array<std::string_view, 3>{"tooShort", "forgottenOpen", "duplicate"};
}

/// A service asked for during a visit, with what figures go by.
struct StoryStep {
    VisitStep step;
    TimeMs waitedMs = 0; ///< to its last call, its end without one, or now; parked time left out
    std::optional<TimeMs> servedMs = {}; ///< from start to wrap-up, finish or now, once it was started
    TimeMs promiseMs = 0; ///< the wait promised when it ended
    bool isHere = true; ///< it ended on this day or is open on it

    /// Called, and later than promised; or waiting longer than that.
    [[nodiscard]] bool isPromiseBroken() const { return waitedMs > promiseMs; }
    friend bool operator==(const StoryStep &, const StoryStep &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("step", self.step);
        visit("waitedMs", self.waitedMs);
        visit("servedMs", self.servedMs);
        visit("promiseMs", self.promiseMs);
        visit("isHere", self.isHere);
    }
};

/// A line of a list of tickets: one of a visit's steps, and all of them for its story.
struct DayTicketRow {
    TicketId ticket;
    std::string businessDay; ///< the day it is counted on
    std::string number; ///< as printed
    std::string series;
    TicketState state = TicketState::Waiting;
    TimeMs issuedMs = 0;
    std::optional<TimeMs> endedMs = {};
    std::optional<TimeMs> bookedMs = {};
    SegmentId segment = {}; ///< 0: ordinary
    bool isCarriedIn = false; ///< taken on an earlier day
    std::int64_t stepNo = 1; ///< the step this line is about
    std::vector<StoryStep> steps = {}; ///< by number
    std::vector<Suspicion> suspicions = {};

    /// The step this line is about; null where an answer has none.
    [[nodiscard]] const StoryStep *line() const
    {
        for (const StoryStep &each : steps) {
            if (each.step.no == stepNo)
                return &each;
        }
        return nullptr;
    }
    friend bool operator==(const DayTicketRow &, const DayTicketRow &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("businessDay", self.businessDay);
        visit("number", self.number);
        visit("series", self.series);
        visit("state", self.state);
        visit("issuedMs", self.issuedMs);
        visit("endedMs", self.endedMs);
        visit("bookedMs", self.bookedMs);
        visit("segment", self.segment);
        visit("isCarriedIn", self.isCarriedIn);
        visit("stepNo", self.stepNo);
        visit("steps", self.steps);
        visit("suspicions", self.suspicions);
    }
};

enum class TicketsOrder : std::uint8_t { Issued, Number, Called, Finished, Waited, Served };

constexpr auto names(TicketsOrder)
{
    return std::array<std::string_view, 6>{"issued", "number", "called", "finished", "waited", "served"};
}

/// The tickets behind a figure, or of days. `n` is the figure's own where nothing more narrows it.
struct DayTicketsAnswer {
    std::vector<DayTicketRow> rows;
    std::int64_t n = 0; ///< lines in all
    std::int64_t suspects = 0; ///< suspect lines among them, or left out of them
    std::vector<std::string> days = {}; ///< business days of the period that there are, oldest first
    TimeMs fromMs = 0; ///< the first one's opening
    TimeMs toMs = 0; ///< the last one's closing, or when this was read
    bool isOpen = false; ///< the last day is not over
    std::int64_t utcOffsetMin = 0;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("rows", self.rows);
        visit("n", self.n);
        visit("suspects", self.suspects);
        visit("days", self.days);
        visit("fromMs", self.fromMs);
        visit("toMs", self.toMs);
        visit("isOpen", self.isOpen);
        visit("utcOffsetMin", self.utcOffsetMin);
    }
};
/// UnknownDay where the branch was opened on none of the days, InvalidParams for what is no day, too many days or
/// lines, Busy while too many ask.
struct DayTicketsQuery {
    static constexpr std::string_view kMethod = "dayTickets";
    using Answer = DayTicketsAnswer;
    /// Lines of one answer: some 150 KiB, far below what a client's line takes.
    static constexpr std::int64_t kRowsMax = 250;

    FigureTickets tickets; ///< Arrived without a half hour: all of the days
    std::optional<StaffId> staff = {}; ///< who had it last at a counter
    std::optional<TicketState> state = {};
    bool suspectsOnly = false;
    TicketsOrder order = TicketsOrder::Issued;
    bool descending = false;
    std::int64_t skip = 0; ///< lines left out at the beginning
    std::int64_t limit = 100; ///< 1–kRowsMax

    friend bool operator==(const DayTicketsQuery &, const DayTicketsQuery &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("tickets", self.tickets);
        visit("staff", self.staff);
        visit("state", self.state);
        visit("suspectsOnly", self.suspectsOnly, kAddedLater);
        visit("order", self.order, kAddedLater);
        visit("descending", self.descending, kAddedLater);
        visit("skip", self.skip, kAddedLater);
        visit("limit", self.limit);
    }
};

/// A call of a ticket, with the rule that was in force.
struct CallTold {
    std::int64_t seq = 0; ///< of the journal's entry
    TimeMs atMs = 0;
    StaffId actor;
    event::TicketCalled call;
    CallingRule rule;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("seq", self.seq);
        visit("atMs", self.atMs);
        visit("actor", self.actor);
        visit("call", self.call);
        visit("rule", self.rule);
    }
};
struct CallsAnswer {
    std::vector<CallTold> calls; ///< oldest first

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("calls", self.calls);
    }
};
/// CallsQuery with its answer, for a window's link.
struct CallsQuestion : CallsQuery {
    using Answer = CallsAnswer;
};

} // namespace tiepdon
