// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/branch.h"
#include "core/domain/ticket.h"
#include "core/queue/ruleindex.h"
#include "core/queue/reason.h"

#include <deque>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace tiepdon {

struct Break {
    BreakReason reason = BreakReason::Other;
    TimeMs sinceMs = 0;

    friend bool operator==(const Break &, const Break &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("reason", self.reason);
        visit("sinceMs", self.sinceMs);
    }
};

/// Who is at a counter, what it serves now, and whom.
struct CounterState {
    CounterId counter;
    StaffId staff; ///< 0: nobody is signed on, the counter is closed
    ProfileId profile;
    TicketId ticket; ///< 0: nobody is called or being served
    TimeMs sinceMs = 0; ///< when staff, profile or ticket last changed
    std::optional<Break> onBreak = {};
    std::optional<CallReason> reason = {}; ///< why the ticket in hand was called
    std::optional<TimeMs> lastCallMs = {}; ///< of anybody, today
    std::optional<TimeMs> nextStoredMs = {}; ///< since when the next person who comes is to be called here

    [[nodiscard]] bool isOpen() const { return staff.isSet(); }
    friend bool operator==(const CounterState &, const CounterState &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("counter", self.counter);
        visit("staff", self.staff);
        visit("profile", self.profile);
        visit("ticket", self.ticket);
        visit("sinceMs", self.sinceMs);
        visit("onBreak", self.onBreak);
        visit("reason", self.reason);
        visit("lastCallMs", self.lastCallMs);
        visit("nextStoredMs", self.nextStoredMs);
    }
};

/// What the day has seen so far.
struct DayTotals {
    std::int64_t issued = 0;
    std::int64_t called = 0; ///< first calls of a step
    std::int64_t served = 0; ///< tickets finished
    std::int64_t noShows = 0;
    std::int64_t ended = 0; ///< still open when the day closed
    std::int64_t cancelled = 0;
    std::int64_t abandoned = 0;

    friend bool operator==(const DayTotals &, const DayTotals &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("issued", self.issued);
        visit("called", self.called);
        visit("served", self.served);
        visit("noShows", self.noShows);
        visit("ended", self.ended);
        visit("cancelled", self.cancelled, kAddedLater);
        visit("abandoned", self.abandoned, kAddedLater);
    }
};

/// What a service's day has seen so far, of steps of a visit. A step that a transfer ended counts where it was.
struct ServiceDay {
    ServiceId service;
    std::int64_t arrived = 0; ///< with a ticket taken for it or by a transfer
    std::int64_t served = 0;
    std::int64_t servedInTime = 0; ///< of those, called within the wait promised to their segment
    std::int64_t noShows = 0;
    std::int64_t cancelled = 0;
    std::int64_t waits = 0; ///< steps that ended after a call
    TimeMs waitMs = 0; ///< theirs in all, up to the last call
    TimeMs serviceMs = 0; ///< of the served, start to finish, in all
    TimeMs transactionMs = 0; ///< of the served, call to finish, in all
    std::int64_t issued = 0; ///< tickets taken for it
    std::int64_t abandoned = 0;

    friend bool operator==(const ServiceDay &, const ServiceDay &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("service", self.service);
        visit("arrived", self.arrived);
        visit("served", self.served);
        visit("servedInTime", self.servedInTime);
        visit("noShows", self.noShows);
        visit("cancelled", self.cancelled);
        visit("waits", self.waits);
        visit("waitMs", self.waitMs);
        visit("serviceMs", self.serviceMs);
        visit("transactionMs", self.transactionMs);
        visit("issued", self.issued, kAddedLater);
        visit("abandoned", self.abandoned, kAddedLater);
    }
};

/// What the day of somebody at a counter has seen so far.
struct StaffDay {
    StaffId staff;
    std::int64_t calls = 0; ///< without recalls
    std::int64_t served = 0;
    std::int64_t noShows = 0; ///< calls nobody came to
    TimeMs serviceMs = 0; ///< of the served, start to finish, in all
    TimeMs transactionMs = 0; ///< of the served, call to finish, in all
    TimeMs breakMs = 0; ///< breaks that have ended
    TimeMs wrapUpMs = 0; ///< of the served, wrap-up to finish, in all

    friend bool operator==(const StaffDay &, const StaffDay &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("staff", self.staff);
        visit("calls", self.calls);
        visit("served", self.served);
        visit("noShows", self.noShows);
        visit("serviceMs", self.serviceMs);
        visit("transactionMs", self.transactionMs);
        visit("breakMs", self.breakMs);
        visit("wrapUpMs", self.wrapUpMs, kAddedLater);
    }
};

/// A call as the lobby shows it.
struct ShownCall {
    std::string number; ///< printed number
    std::int64_t counter = 0; ///< the counter's shown number
    ServiceId service;
    TimeMs calledMs = 0; ///< of the first call to this counter
    TimeMs shownMs = 0; ///< of the last call or recall
    std::int64_t recalls = 0;
    bool isOpen = true; ///< false once the person came, missed it or the ticket went elsewhere
    ZoneId zone = {}; ///< the counter's

    friend bool operator==(const ShownCall &, const ShownCall &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("number", self.number);
        visit("counter", self.counter);
        visit("service", self.service);
        visit("calledMs", self.calledMs);
        visit("shownMs", self.shownMs);
        visit("recalls", self.recalls);
        visit("isOpen", self.isOpen);
        visit("zone", self.zone, kAddedLater);
    }
};

/// Puts a call first, in place of an earlier one of the same number; `limits::kShownCallsMax` of a zone stay.
void showCall(std::vector<ShownCall> &calls, const ShownCall &call);
/// The call of a number is open no longer.
void endCall(std::vector<ShownCall> &calls, const std::string &number);

/// A service's last calls, newest last, at most `limits::kRecentWaitsMax`.
struct RecentWaits {
    ServiceId service;
    std::vector<TimeMs> waitsMs;
    /// How long each of them took the queue: since the call before, or since somebody waited, whichever is later.
    std::vector<TimeMs> gapsMs = {};
    TimeMs lastCallMs = 0;

    friend bool operator==(const RecentWaits &, const RecentWaits &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("service", self.service);
        visit("waitsMs", self.waitsMs);
        visit("gapsMs", self.gapsMs, kAddedLater);
        visit("lastCallMs", self.lastCallMs, kAddedLater);
    }
};

/// How far a series has counted today.
struct SeriesCount {
    std::string series;
    std::int64_t lastSerial = 0;

    friend bool operator==(const SeriesCount &, const SeriesCount &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("series", self.series);
        visit("lastSerial", self.lastSerial);
    }
};

/// Those who compete with each other by reference time alone: they ask for the same, are of one segment, and the
/// same counters may call them. Who was put first by a person stands apart, before all of the service.
struct QueueId {
    ServiceId service;
    bool raised = false;
    SegmentId segment = {}; ///< 0 where `raised`
    CounterId forCounter = {};
    StaffId forStaff = {};
    std::string language = {};

    friend auto operator<=>(const QueueId &, const QueueId &) = default;

    /// Where a ticket that waits belongs.
    static QueueId of(const Ticket &ticket);

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("service", self.service);
        visit("raised", self.raised);
        visit("segment", self.segment);
        visit("forCounter", self.forCounter);
        visit("forStaff", self.forStaff);
        visit("language", self.language);
    }
};

/// A call that went before people who came earlier.
struct Overtaking {
    Place place; ///< own place of who was called
    std::int64_t call = 0; ///< which call by the rule it was today

    friend bool operator==(const Overtaking &, const Overtaking &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("place", self.place);
        visit("call", self.call);
    }
};

/// The calls that may count against those who wait in a queue, oldest first.
struct Overtakings {
    QueueId queue;
    std::vector<Overtaking> calls;

    friend bool operator==(const Overtakings &, const Overtakings &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("queue", self.queue);
        visit("calls", self.calls);
    }
};

/// The branch's state as plain lists, in order of id: what opening the day writes, what a snapshot sends
/// and what the digest is taken of. Holds open tickets only, so its size does not grow with the day.
struct StateImage {
    BranchSetup setup;
    std::string businessDay; ///< "YYYY-MM-DD"; empty before the first
    bool isOpen = false;
    TimeMs changedMs = 0; ///< time of the last event
    TicketId lastTicket;
    DayTotals totals;
    std::vector<SeriesCount> series;
    std::vector<CounterState> counters;
    std::vector<RecentWaits> recentWaits;
    std::vector<Ticket> tickets;
    std::vector<ServiceDay> serviceDays = {};
    std::vector<StaffDay> staffDays = {};
    std::vector<ShownCall> calls = {}; ///< newest first
    std::vector<Ticket> restorable = {}; ///< oldest first
    std::vector<Overtakings> overtakings = {};
    std::int64_t ruleCalls = 0; ///< calls by the rule today

    friend bool operator==(const StateImage &, const StateImage &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("setup", self.setup);
        visit("businessDay", self.businessDay);
        visit("isOpen", self.isOpen);
        visit("changedMs", self.changedMs);
        visit("lastTicket", self.lastTicket);
        visit("totals", self.totals);
        visit("series", self.series);
        visit("counters", self.counters);
        visit("recentWaits", self.recentWaits);
        visit("tickets", self.tickets);
        visit("serviceDays", self.serviceDays, kAddedLater);
        visit("staffDays", self.staffDays, kAddedLater);
        visit("calls", self.calls, kAddedLater);
        visit("restorable", self.restorable, kAddedLater);
        visit("overtakings", self.overtakings, kAddedLater);
        visit("ruleCalls", self.ruleCalls, kAddedLater);
    }
};

/// A waiting ticket's key: place, then the ticket taken first.
struct QueueKey {
    Place place;
    TicketId ticket;

    friend auto operator<=>(const QueueKey &, const QueueKey &) = default;
};

/// The live state of a branch, indexed. Changed by `apply` alone; a plain value otherwise.
class BranchState
{
public:
    BranchState() = default;
    /// The state an image shows. Total: an image that does not fit together (a ticket of an unknown
    /// counter) still gives a state, and `violations` finds what is wrong with it.
    explicit BranchState(const StateImage &image);

    [[nodiscard]] StateImage image() const;

    [[nodiscard]] bool isDefined() const { return !m_services.empty(); }
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] const std::string &businessDay() const { return m_businessDay; }
    [[nodiscard]] TimeMs changedMs() const { return m_changedMs; }
    [[nodiscard]] const BranchSettings &settings() const { return m_settings; }
    [[nodiscard]] const std::map<ServiceId, Service> &services() const { return m_services; }
    [[nodiscard]] const std::map<ProfileId, WorkProfile> &profiles() const { return m_profiles; }
    [[nodiscard]] const std::map<CounterId, Counter> &counters() const { return m_counters; }
    [[nodiscard]] const std::map<StaffId, Staff> &staff() const { return m_staff; }
    [[nodiscard]] const std::map<GroupId, ServiceGroup> &groups() const { return m_groups; }
    [[nodiscard]] const std::map<ZoneId, Zone> &zones() const { return m_zones; }
    [[nodiscard]] const std::map<SegmentId, Segment> &segments() const { return m_segments; }
    [[nodiscard]] const std::map<PriorityReasonId, PriorityReason> &priorityReasons() const
    {
        return m_priorityReasons;
    }
    [[nodiscard]] const std::map<OutcomeId, Outcome> &outcomes() const { return m_outcomes; }
    [[nodiscard]] const std::map<CounterId, CounterState> &counterStates() const { return m_counterStates; }
    [[nodiscard]] const std::unordered_map<TicketId, Ticket> &tickets() const { return m_tickets; }
    [[nodiscard]] const DayTotals &totals() const { return m_totals; }
    [[nodiscard]] TicketId lastTicket() const { return m_lastTicket; }
    /// What the lobby shows of calls, newest first.
    [[nodiscard]] const std::vector<ShownCall> &calls() const { return m_calls; }
    /// Today's no-shows and cancelled tickets, newest last, at most `limits::kRestorableMax`.
    [[nodiscard]] const std::deque<Ticket> &restorable() const { return m_restorable; }

    [[nodiscard]] const Service *service(ServiceId id) const;
    [[nodiscard]] const WorkProfile *profile(ProfileId id) const;
    [[nodiscard]] const Counter *counter(CounterId id) const;
    [[nodiscard]] const Staff *staffMember(StaffId id) const;
    /// Null only when there is no such counter.
    [[nodiscard]] const CounterState *counterState(CounterId id) const;
    /// Null when the ticket is not open.
    [[nodiscard]] const Ticket *ticket(TicketId id) const;
    /// Those who wait for a service, first first.
    [[nodiscard]] const std::set<QueueKey> &waiting(ServiceId id) const;
    /// Queues with people in them; each in order of place.
    [[nodiscard]] const std::map<QueueId, std::set<QueueKey>> &queues() const { return m_queues; }
    /// Those who are parked, by ticket.
    [[nodiscard]] const std::set<TicketId> &parked() const { return m_parked; }
    /// What the rule goes by for somebody of a segment who asks for a service.
    [[nodiscard]] QueueTerms terms(ServiceId service, SegmentId segment) const;
    /// The wait promised to them; 0 for a service that is not there.
    [[nodiscard]] TimeMs promiseMs(ServiceId service, SegmentId segment) const;
    [[nodiscard]] TimeMs promiseMs(const Ticket &ticket) const
    {
        return promiseMs(ticket.step.service, ticket.segment);
    }
    /// Whether a counter, as it is manned now, calls those of a queue by the rule: by its profile, or because they
    /// are sent to it or to who sits there; whoever sits there has the skill, and the language where anybody has.
    [[nodiscard]] bool mayCall(const CounterState &counter, const QueueId &queue) const;
    /// Whether its profile serves a service, and who sits there has the skill for it.
    [[nodiscard]] bool mayServe(const CounterState &counter, ServiceId service) const;
    /// How often others were called by the rule before somebody who waits, who came earlier and could have been.
    [[nodiscard]] std::int64_t overtaken(const Ticket &ticket) const;
    /// The calls that may count against those who wait, by queue.
    [[nodiscard]] const std::map<QueueId, std::vector<Overtaking>> &overtakings() const { return m_overtakings; }
    /// Calls by the rule today.
    [[nodiscard]] std::int64_t ruleCalls() const { return m_ruleCalls; }
    /// The next time at which `passTime` has something to do though nobody asks for anything; nothing when there is
    /// none.
    /// `after`: times of a counter that may call again are left out up to then, they had their chance.
    [[nodiscard]] std::optional<TimeMs> nextDueMs(TimeMs after = 0) const;
    /// Tickets with a time at which they come back or take effect, by that time.
    [[nodiscard]] const std::set<std::pair<TimeMs, TicketId>> &due() const { return m_due; }
    /// The last serial of a series today, 0 before the first.
    [[nodiscard]] std::int64_t lastSerial(const std::string &series) const;
    /// Whether an open ticket shows this printed number.
    [[nodiscard]] bool isNumberOpen(const std::string &number) const { return m_openNumbers.contains(number); }
    /// Open tickets of a series.
    [[nodiscard]] std::int64_t openInSeries(const std::string &series) const;
    /// Median of the last waits to a call, or nothing before the first call of the day.
    [[nodiscard]] std::optional<TimeMs> recentWaitMs(ServiceId id) const;
    /// The service's last calls; nothing before the first of the day.
    [[nodiscard]] const RecentWaits *recentWaits(ServiceId id) const;
    /// All zeros for what has seen nothing today.
    [[nodiscard]] ServiceDay serviceDay(ServiceId id) const;
    [[nodiscard]] StaffDay staffDay(StaffId id) const;
    /// Counters that are open, on a break or not, and serve a service now.
    [[nodiscard]] std::int64_t countersServing(ServiceId id) const;
    /// The whole definition as it stands.
    [[nodiscard]] BranchSetup setup() const;

private:
    friend class Applier;

    [[nodiscard]] bool speaks(const CounterState &counter, const std::string &language) const;

    /// Puts an open ticket into what is derived from tickets, and takes it out again.
    void index(const Ticket &ticket);
    void unindex(const Ticket &ticket);
    /// Forgets the overtakings of a queue that count against nobody in it any more.
    void forgetOvertakings(const QueueId &id);
    void insertOpen(const Ticket &ticket);
    void eraseOpen(const Ticket &ticket);

    BranchSettings m_settings;
    std::map<ServiceId, Service> m_services;
    std::map<ProfileId, WorkProfile> m_profiles;
    std::map<CounterId, Counter> m_counters;
    std::map<StaffId, Staff> m_staff;
    std::map<GroupId, ServiceGroup> m_groups;
    std::map<ZoneId, Zone> m_zones;
    std::map<SegmentId, Segment> m_segments;
    std::map<PriorityReasonId, PriorityReason> m_priorityReasons;
    std::map<OutcomeId, Outcome> m_outcomes;

    std::string m_businessDay;
    bool m_isOpen = false;
    TimeMs m_changedMs = 0;
    TicketId m_lastTicket;
    DayTotals m_totals;
    std::map<std::string, std::int64_t> m_lastSerials;
    std::map<CounterId, CounterState> m_counterStates;
    std::map<ServiceId, RecentWaits> m_recentWaits;
    std::map<ServiceId, ServiceDay> m_serviceDays;
    std::map<StaffId, StaffDay> m_staffDays;
    std::vector<ShownCall> m_calls;
    std::deque<Ticket> m_restorable;
    std::map<QueueId, std::vector<Overtaking>> m_overtakings; ///< of queues with people in them
    std::int64_t m_ruleCalls = 0;

    std::unordered_map<TicketId, Ticket> m_tickets;
    // derived from m_tickets
    std::map<ServiceId, std::set<QueueKey>> m_waiting;
    std::map<QueueId, std::set<QueueKey>> m_queues;
    std::set<TicketId> m_parked;
    std::set<std::pair<TimeMs, TicketId>> m_due;
    std::unordered_map<std::string, TicketId> m_openNumbers;
    std::map<std::string, std::int64_t> m_openInSeries;
};

/// What is wrong with a state, a sentence each (English, for `verify` and tests): I4, I5 and I7 of the
/// reliability rules. Empty when all holds. Cost: linear in the open tickets.
std::vector<std::string> violations(const BranchState &state);

} // namespace tiepdon
