// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/domain/branch.h"
#include "core/domain/ticket.h"
#include "core/wire/json.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Figures of business days. Ids, counts and times alone.

namespace tiepdon {

/// What is counted of a day: a figure, and the tickets behind it.
enum class FigureKind : std::uint8_t {
    Arrived,
    Called, ///< those of the waits
    Served,
    KeptPromise, ///< of the served, called within the wait promised
    BrokenPromise, ///< of the served, called later
    NoShow,
    Abandoned,
    Cancelled,
    Ended, ///< open still when the day closed
    Transferred,
    WaitingNow,
    TooShort, ///< suspect: served in under `kTooShortMs`
    ForgottenOpen, ///< suspect: served over `kForgottenTimes` the expected time, or when the day closed
    Duplicate, ///< suspect: cancelled because the person had another ticket
};

constexpr auto names(FigureKind)
{
    return std::array<std::string_view, 14>{
        "arrived",   "called", "served",      "keptPromise", "brokenPromise", "noShow",        "abandoned",
        "cancelled", "ended",  "transferred", "waitingNow",  "tooShort",      "forgottenOpen", "duplicate"};
}

/// Nobody is helped in less.
constexpr TimeMs kTooShortMs = 5 * kSecondMs;
/// Nobody needs so many times what is usual: the ticket was forgotten.
constexpr TimeMs kForgottenTimes = 8;
/// Days of one question.
constexpr std::int64_t kFigureDaysMax = 31;

/// Which days, and who of them.
struct FigureFilter {
    std::string fromDay = {}; ///< "YYYY-MM-DD"; empty: the day opened last
    std::string toDay = {}; ///< included; empty: `fromDay`
    std::optional<ServiceId> service = {};
    std::optional<SegmentId> segment = {}; ///< 0: ordinary
    std::optional<CounterId> counter = {}; ///< of the last call
    bool leaveOutSuspects = false; ///< suspect visits count in no figure but their own

    /// Whether a step of somebody of a segment is one of those asked for, days and suspicions aside.
    [[nodiscard]] bool takes(SegmentId of, const VisitStep &step) const
    {
        return (!service || step.service == *service) && (!segment || of == *segment)
            && (!counter || step.counter == *counter);
    }

    friend bool operator==(const FigureFilter &, const FigureFilter &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("fromDay", self.fromDay, kAddedLater);
        visit("toDay", self.toDay, kAddedLater);
        visit("service", self.service);
        visit("segment", self.segment);
        visit("counter", self.counter);
        visit("leaveOutSuspects", self.leaveOutSuspects, kAddedLater);
    }
};

/// The tickets behind a figure.
struct FigureTickets {
    FigureFilter filter;
    FigureKind kind = FigureKind::Arrived;
    /// Of one half hour of the local day, by its first minute (0, 30 … 1410): of arrival for Arrived,
    /// WaitingNow and the suspects, of the call for Called, else of the end.
    std::optional<std::int64_t> halfHourMin = {};

    friend bool operator==(const FigureTickets &, const FigureTickets &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("filter", self.filter);
        visit("kind", self.kind);
        visit("halfHourMin", self.halfHourMin);
    }
};

/// When a step ended in the way that a figure counts; nothing where it did not, or where a figure is not of ends.
/// `isKept`: whether it was called within the wait promised.
std::optional<TimeMs> countedEndMs(FigureKind kind, const VisitStep &step, bool isKept);
/// The first minute of the half hour of the local day: 0, 30 … 1410.
std::int64_t halfHourOf(TimeMs timeMs, std::int64_t utcOffsetMin);

/// A number of durations and how they are spread, by nearest rank; all 0 with none.
struct Spread {
    std::int64_t n = 0;
    TimeMs meanMs = 0;
    TimeMs p50Ms = 0;
    TimeMs p80Ms = 0;
    TimeMs p90Ms = 0;
    TimeMs longestMs = 0;

    friend bool operator==(const Spread &, const Spread &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("n", self.n, kAddedLater);
        visit("meanMs", self.meanMs, kAddedLater);
        visit("p50Ms", self.p50Ms, kAddedLater);
        visit("p80Ms", self.p80Ms, kAddedLater);
        visit("p90Ms", self.p90Ms, kAddedLater);
        visit("longestMs", self.longestMs, kAddedLater);
    }
};

/// What a group has seen: all of it, a service, a segment, a counter, or a half hour of the local day. A visit asks
/// for one service or several; counts are of such steps but where they say visits.
struct FigureRow {
    std::int64_t key = 0; ///< id, or first minute of the half hour; 0 of all
    /// Visits: that asked for it; of a counter, were called there; of a half hour, came in it. Who is carried over
    /// into another day has arrived on it, but of several days together only on the first of them.
    std::int64_t arrived = 0;
    std::int64_t called = 0; ///< of a half hour: in it; with none who wait again
    std::int64_t served = 0; ///< of a half hour, as all that ends: in it
    std::int64_t kept = 0; ///< of the served, called within the wait promised
    std::int64_t noShows = 0;
    std::int64_t abandoned = 0;
    std::int64_t cancelled = 0;
    std::int64_t ended = 0;
    std::int64_t transferred = 0; ///< left it for another service or counter
    std::int64_t waiting = 0; ///< now, put off or not
    std::int64_t visitsServed = 0; ///< visits that ended served
    Spread waits = {}; ///< of the called, to their last call, parked time left out
    Spread services = {}; ///< of the served, start to wrap-up or finish, parked time left out
    Spread walks = {}; ///< last call to start
    Spread wrapUps = {}; ///< of the served with one
    Spread transactions = {}; ///< of the served, last call to finish
    TimeMs promiseMs = 0; ///< mean wait promised to the called; 0 with none
    TimeMs servingMs = 0; ///< of counters, whoever was served
    /// Of counters, breaks among it. 0 of a service or a segment and where either is asked for alone: a counter is
    /// open for all.
    TimeMs openMs = 0;
    TimeMs breakMs = 0;
    std::int64_t staff = 0; ///< people who sat at an open counter, not on a break all the while
    std::int64_t tooShort = 0; ///< suspect visits, also where they are left out
    std::int64_t forgottenOpen = 0;
    std::int64_t duplicates = 0;
    std::int64_t suspects = 0; ///< visits that are any of these

    friend bool operator==(const FigureRow &, const FigureRow &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("key", self.key, kAddedLater);
        visit("arrived", self.arrived, kAddedLater);
        visit("called", self.called, kAddedLater);
        visit("served", self.served, kAddedLater);
        visit("kept", self.kept, kAddedLater);
        visit("noShows", self.noShows, kAddedLater);
        visit("abandoned", self.abandoned, kAddedLater);
        visit("cancelled", self.cancelled, kAddedLater);
        visit("ended", self.ended, kAddedLater);
        visit("transferred", self.transferred, kAddedLater);
        visit("waiting", self.waiting, kAddedLater);
        visit("visitsServed", self.visitsServed, kAddedLater);
        visit("waits", self.waits, kAddedLater);
        visit("services", self.services, kAddedLater);
        visit("walks", self.walks, kAddedLater);
        visit("wrapUps", self.wrapUps, kAddedLater);
        visit("transactions", self.transactions, kAddedLater);
        visit("promiseMs", self.promiseMs, kAddedLater);
        visit("servingMs", self.servingMs, kAddedLater);
        visit("openMs", self.openMs, kAddedLater);
        visit("breakMs", self.breakMs, kAddedLater);
        visit("staff", self.staff, kAddedLater);
        visit("tooShort", self.tooShort, kAddedLater);
        visit("forgottenOpen", self.forgottenOpen, kAddedLater);
        visit("duplicates", self.duplicates, kAddedLater);
        visit("suspects", self.suspects, kAddedLater);
    }

    /// Promise kept, of the served: permille, nothing with none.
    [[nodiscard]] std::optional<std::int64_t> keptPermille() const { return permille(kept, served); }
    /// The strict form: also of those who were not served.
    [[nodiscard]] std::optional<std::int64_t> keptStrictPermille() const
    {
        return permille(kept, served + noShows + abandoned);
    }
    [[nodiscard]] std::optional<std::int64_t> noShowPermille() const { return permille(noShows, arrived); }
    /// Serving / (open - breaks).
    [[nodiscard]] std::optional<std::int64_t> occupancyPermille() const
    {
        return permille(servingMs, openMs - breakMs);
    }

private:
    static std::optional<std::int64_t> permille(std::int64_t part, std::int64_t whole)
    {
        if (whole <= 0)
            return std::nullopt;
        return (part * 1000 + whole / 2) / whole;
    }
};

struct DayFigures {
    FigureFilter filter; ///< as asked, the days filled in
    std::vector<std::string> days; ///< business days of the period that there are, oldest first
    TimeMs fromMs = 0; ///< the first day's opening
    TimeMs toMs = 0; ///< the last day's closing, or when this was reckoned
    bool isOpen = false; ///< the last day is not over
    std::int64_t utcOffsetMin = 0;
    FigureRow total;
    std::vector<FigureRow> halfHours; ///< in order, those alone in which something was
    std::vector<FigureRow> services; ///< by id
    std::vector<FigureRow> segments; ///< by id; ordinary people have 0
    std::vector<FigureRow> counters; ///< by id

    friend bool operator==(const DayFigures &, const DayFigures &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("filter", self.filter);
        visit("days", self.days);
        visit("fromMs", self.fromMs);
        visit("toMs", self.toMs);
        visit("isOpen", self.isOpen);
        visit("utcOffsetMin", self.utcOffsetMin);
        visit("total", self.total);
        visit("halfHours", self.halfHours);
        visit("services", self.services);
        visit("segments", self.segments);
        visit("counters", self.counters);
    }
};

/// The figures of up to `kFigureDaysMax` calendar days. UnknownDay where the branch was opened on none of them,
/// InvalidParams for what is no day or too many, Busy while too many ask.
struct DayFiguresQuery {
    static constexpr std::string_view kMethod = "dayFigures";
    using Answer = DayFigures;
    FigureFilter filter;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("filter", self.filter);
    }
};

} // namespace tiepdon
