// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/estimate/arrivals.h"
#include "core/estimate/breakhabits.h"
#include "core/estimate/conformal.h"
#include "core/estimate/futures.h"
#include "core/estimate/score.h"
#include "core/estimate/servicetimes.h"
#include "core/queue/engine.h"
#include "core/queue/outlook.h"
#include "core/queue/quotes.h"

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tiepdon {

/// How long somebody waits from `Quotes::atMs` on: one in ten less than `lowMs`, one in ten more than `highMs`.
/// Not known while too little was learned, while no counter that serves it is open, or when the range is wider than
/// anybody can use; then all is 0.
struct Quote {
    bool isKnown = false;
    TimeMs lowMs = 0;
    TimeMs medianMs = 0;
    TimeMs highMs = 0;

    friend bool operator==(const Quote &, const Quote &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("isKnown", self.isKnown);
        visit("lowMs", self.lowMs);
        visit("medianMs", self.medianMs);
        visit("highMs", self.highMs);
    }
};

/// As said to a person: the range goes outward to steps of two minutes below twenty and of five above, the middle
/// to the nearest minute.
Quote roundedForPeople(const Quote &quote);
/// Whether somebody who was told `told` at `toldMs` should be told `now` (at `nowMs`): when it was or became
/// unknown, or an end of the range lies more than two minutes from where the time passed would have brought it.
bool isWorthTelling(const Quote &told, TimeMs toldMs, const Quote &now, TimeMs nowMs);

/// A call and what came of it, as the forecast learns from it.
struct SeenCall {
    ServiceId service;
    StaffId staff;
    TimeMs waitedMs = 0; ///< from arrival to the call
    TimeMs cycleMs = 0; ///< from the call until the counter was free
    bool isNoShow = false;
};

/// The branch's forecaster: learns from what happens, says how long people will wait, and scores itself. A plain
/// value, one owner, one thread; bounded whatever happens. Times are the branch's, UTC ms; one that steps back
/// shortens nothing below zero.
class Forecast
{
public:
    /// What is kept over a restart.
    struct Image {
        ServiceTimes::Image times;
        ArrivalProfile arrivals;
        Patience patience;
        LearnedMean noShow;
        LearnedMean gap;
        std::vector<LearnedDurations> breaks; ///< by BreakReason
        BreakHabits habits;
        std::vector<QuoteOutcome> outcomes; ///< the last `kOutcomesMax`, oldest first
        std::vector<QuoteOutcome> pending; ///< first quotes of tickets not yet called; `actualMs` says nothing yet
        std::int64_t refreshes = 0;

        friend bool operator==(const Image &, const Image &) = default;
        template <class Self, class Visit>
        static void fields(Self &self, Visit &&visit)
        {
            visit("times", self.times);
            visit("arrivals", self.arrivals);
            visit("patience", self.patience);
            visit("noShow", self.noShow);
            visit("gap", self.gap);
            visit("breaks", self.breaks);
            visit("habits", self.habits);
            visit("outcomes", self.outcomes);
            visit("pending", self.pending);
            visit("refreshes", self.refreshes);
        }
    };

    static constexpr std::size_t kFutures = 64;
    static constexpr std::size_t kOutcomesMax = 2000;
    static constexpr std::size_t kPendingMax = 5000;

    Forecast() = default;
    /// Total: what is no image of a forecast teaches nothing.
    explicit Forecast(const Image &image);
    [[nodiscard]] Image image() const;
    /// A copy of what floors are made with, without quotes and their outcomes: for another thread. O(what was
    /// learned), well under a millisecond.
    [[nodiscard]] Forecast forFloors() const;

    // Learning, from history at a start and from events later. O(1) each, on average.

    /// A ticket was taken (or came due, for one that was booked) at `atMs` in `businessDay`; half hours are counted
    /// from that day's start.
    void arrived(const std::string &businessDay, TimeMs sinceDayStartMs, ServiceId service, SegmentId segment);
    void learn(const SeenCall &call);
    /// A counter called `gapMs` after it was free, while somebody it serves had been waiting all along.
    void learnGap(TimeMs gapMs);
    /// Somebody was on a break from `fromMs` to `toMs`, counted from the start of `businessDay`.
    void learnBreak(const std::string &businessDay, StaffId staff, BreakReason reason, TimeMs fromMs, TimeMs toMs);

    /// Learns all of the above from one event, after it was applied: `state` is as it is then, `touched` what apply
    /// gave, `atMs` the event's time. Also enters outcomes (`calledAt`, `forget`).
    void follow(const BranchState &state, const Event &event, const Touched &touched, TimeMs atMs);

    // Quoting.

    /// Makes all quotes anew from the state as it is. Reproducible: they depend on what was learned, the state, the
    /// business day and the number of the refresh. The first quote of each ticket is kept until it is called.
    /// Cost: some ms with sixty waiting; linear in tickets and counters.
    const Quotes &refresh(const BranchState &state, TimeMs nowMs);
    /// The same from a floor somebody else made.
    const Quotes &refresh(const Floor &floor);
    [[nodiscard]] const Quotes &quotes() const { return m_quotes; }
    /// How likely promises break soon, by the same futures. Of services at whose counters enough was learned, and
    /// of those nobody serves now, of which only who waits counts.
    [[nodiscard]] const Outlook &outlook() const { return m_outlook; }
    /// Unknown when there is no such quote.
    [[nodiscard]] Quote quoteFor(TicketId ticket) const;
    [[nodiscard]] Quote quoteFor(ServiceId service, SegmentId segment = {}) const;
    /// The floor of a state under what is learned.
    [[nodiscard]] Floor floorOf(const BranchState &state, TimeMs nowMs) const;

    /// Fills in what is known of those to come, of who leaves, and of the time between calls. `dayStartMs` is local
    /// midnight, UTC ms.
    void fillArrivals(Floor &floor, TimeMs dayStartMs) const;

    // Scoring.

    /// A ticket was called for the first time: its first quote meets its outcome, which is given back. Nothing when
    /// it had none that was known.
    std::optional<QuoteOutcome> calledAt(TicketId ticket, TimeMs calledMs);
    /// A ticket ended without a call: its first quote will not be scored.
    void forget(TicketId ticket);
    /// The last outcomes, oldest first.
    [[nodiscard]] const std::deque<QuoteOutcome> &outcomes() const { return m_outcomes; }
    /// The score of one business day, as far as its outcomes are among the last.
    [[nodiscard]] Score score(const std::string &businessDay) const;

    [[nodiscard]] const ServiceTimes &times() const { return m_times; }
    [[nodiscard]] ServiceTimes &times() { return m_times; }
    [[nodiscard]] const ArrivalProfile &arrivals() const { return m_arrivals; }
    [[nodiscard]] const BreakHabits &habits() const { return m_habits; }

private:
    class Follower;
    /// What the next call or the end of a break will be learned from, of a counter.
    struct Watched {
        std::optional<TimeMs> freeMs = {}; ///< since when it could have called somebody
        std::optional<Break> onBreak = {};
        StaffId staff = {}; ///< who is on that break
    };
    static constexpr std::size_t kBreakKinds = std::tuple_size_v<decltype(names(BreakReason()))>;

    [[nodiscard]] std::vector<double> cyclesSeen(const Floor &floor) const;
    [[nodiscard]] Quote quoteOf(ServiceId service, const WaitQuantiles &raw, double cyclesSeen) const;
    void lookOut(const Floor &floor, const std::vector<double> &cyclesSeen);
    void keepFirst(const Floor &floor, ServiceId service, const FloorTicket &ticket, const WaitQuantiles &raw,
                   const Quote &quote);
    void keep(const QuoteOutcome &outcome);

    ServiceTimes m_times;
    ArrivalProfile m_arrivals;
    Patience m_patience;
    LearnedMean m_noShow;
    LearnedMean m_gap;
    std::array<LearnedDurations, kBreakKinds> m_breaks;
    BreakHabits m_habits;
    Conformal m_conformal;
    std::deque<QuoteOutcome> m_outcomes;
    std::unordered_map<TicketId, QuoteOutcome> m_pending;
    std::unordered_map<CounterId, Watched> m_watched;
    std::int64_t m_refreshes = 0;
    Futures m_futures;
    Quotes m_quotes;
    Outlook m_outlook;
    mutable std::array<std::optional<DurationTable>, kBreakKinds> m_breakTables; ///< nothing: to be made anew
};

} // namespace tiepdon
