// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/callingrule.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a branch is made of. Every value lists its fields once, in `fields`; the wire's codec, the
// journal and the digest all go by that list, so a field added there is sent, kept and compared.

namespace tiepdon {

/// Marks a field that journals of earlier versions do not have: it is left out where it says nothing (is as it
/// begins), and where it is left out it is as it begins. So earlier entries keep their bytes.
struct AddedLater {
};
inline constexpr AddedLater kAddedLater;

/// A text in the branch's two languages. English may be empty: then Vietnamese stands for it.
struct LocalText {
    std::string vi;
    std::string en;

    [[nodiscard]] const std::string &english() const { return en.empty() ? vi : en; }
    friend bool operator==(const LocalText &, const LocalText &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("vi", self.vi);
        visit("en", self.en);
    }
};

/// Hours of a week in which something is open: [from, to) on each of the days.
struct OpeningWindow {
    std::int64_t weekdays = 0; ///< bit 0 Monday … bit 6 Sunday
    std::int64_t fromMin = 0; ///< local minutes of the day
    std::int64_t toMin = 0; ///< up to 1440; later than `fromMin`

    friend bool operator==(const OpeningWindow &, const OpeningWindow &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("weekdays", self.weekdays);
        visit("fromMin", self.fromMin);
        visit("toMin", self.toMin);
    }
};

/// A branch of the tree people choose a service from.
struct ServiceGroup {
    GroupId id;
    LocalText name;
    GroupId parent; ///< 0: stands at the top

    friend bool operator==(const ServiceGroup &, const ServiceGroup &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("name", self.name);
        visit("parent", self.parent);
    }
};

/// A part of the hall: where the people of some counters wait, and what a display there shows.
struct Zone {
    ZoneId id;
    LocalText name;

    friend bool operator==(const Zone &, const Zone &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("name", self.name);
    }
};

/// What is asked of a profile for its customer to be of a segment by themselves.
enum class ProfileFact : std::uint8_t {
    Tier, ///< `text`: the bank's own grade, as imported
    Product, ///< `text`: holds a product of this name now
    Need, ///< `text`: name of a need, "wheelchair"
    AgeAtLeast, ///< `number` years, by the branch's local day
    AgeUnder, ///< `number` years
    VisitsAtLeast, ///< `number` of visits in the last 365 days
    LookedAfter, ///< somebody looks after them
};

constexpr auto names(ProfileFact)
{
    return std::array<std::string_view, 7>{"tier",     "product",       "need",       "ageAtLeast",
                                           "ageUnder", "visitsAtLeast", "lookedAfter"};
}

struct SegmentCondition {
    ProfileFact fact = ProfileFact::Tier;
    std::string text = {};
    std::int64_t number = 0;

    friend bool operator==(const SegmentCondition &, const SegmentCondition &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("fact", self.fact);
        visit("text", self.text, kAddedLater);
        visit("number", self.number, kAddedLater);
    }
};

/// Who a customer is to the branch: ordinary (no segment), priority by law, booked, VIP …
struct Segment {
    SegmentId id;
    LocalText name;
    std::int64_t rank = 0; ///< larger goes first under fixed priority; ordinary people have 0
    std::int64_t weightPermille = 1000; ///< what a broken promise costs beside one of an ordinary customer
    TimeMs serviceLevelMs = 0; ///< the wait promised to them; 0: the service's own
    /// Of customers whose profile meets all of it; of several segments the one of highest rank. Empty: only by
    /// hand.
    std::vector<SegmentCondition> when = {};

    friend bool operator==(const Segment &, const Segment &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("name", self.name);
        visit("rank", self.rank);
        visit("weightPermille", self.weightPermille);
        visit("serviceLevelMs", self.serviceLevelMs);
        visit("when", self.when, kAddedLater);
    }
};

/// Why somebody is of a segment, as whoever meets them says with one tap: "with a small child".
struct PriorityReason {
    PriorityReasonId id;
    LocalText name;
    SegmentId segment;
    bool atKiosk = false; ///< people may say so themselves when they take a ticket

    friend bool operator==(const PriorityReason &, const PriorityReason &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("name", self.name);
        visit("segment", self.segment);
        visit("atKiosk", self.atKiosk);
    }
};

/// How a service came out, in the branch's own words: "account opened", "papers missing".
struct Outcome {
    OutcomeId id;
    LocalText name;

    friend bool operator==(const Outcome &, const Outcome &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("name", self.name);
    }
};

/// What a service promises to one segment, where that is not what the segment is promised elsewhere.
struct SegmentPromise {
    SegmentId segment;
    TimeMs serviceLevelMs = 0; ///< 0: the segment's
    std::int64_t weightPermille = 0; ///< 0: the segment's

    friend bool operator==(const SegmentPromise &, const SegmentPromise &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("segment", self.segment);
        visit("serviceLevelMs", self.serviceLevelMs);
        visit("weightPermille", self.weightPermille);
    }
};

/// What people come for.
struct Service {
    ServiceId id;
    LocalText name;
    /// Letter of its tickets, A–Z without I, O and Q (read as 1, 0 and 0). Services may share one.
    std::string series;
    TimeMs expectedMs = 0; ///< usual service time
    TimeMs serviceLevelMs = 0; ///< the wait promised to most people
    GroupId group = {}; ///< 0: stands at the top of the tree
    std::vector<OpeningWindow> hours = {}; ///< when tickets are given; empty: as long as the day is open
    LocalText bring = {}; ///< what people should have with them; may be empty
    std::vector<SegmentPromise> promises = {};
    std::int64_t weightPermille = 0; ///< multiplies the weight of every segment here; 0: 1000
    std::int64_t neededSkill = 0; ///< least level of whoever serves it, 0–3
    std::int64_t dayLimit = 0; ///< tickets given out a day; 0: no limit
    bool outcomeRequired = false; ///< finishing says how it came out

    friend bool operator==(const Service &, const Service &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("name", self.name);
        visit("series", self.series);
        visit("expectedMs", self.expectedMs);
        visit("serviceLevelMs", self.serviceLevelMs);
        visit("group", self.group, kAddedLater);
        visit("hours", self.hours, kAddedLater);
        visit("bring", self.bring, kAddedLater);
        visit("promises", self.promises, kAddedLater);
        visit("weightPermille", self.weightPermille, kAddedLater);
        visit("neededSkill", self.neededSkill, kAddedLater);
        visit("dayLimit", self.dayLimit, kAddedLater);
        visit("outcomeRequired", self.outcomeRequired, kAddedLater);
    }
};

/// Which services a counter serves, in order of preference.
struct WorkProfile {
    ProfileId id;
    LocalText name;
    std::vector<ServiceId> services;

    friend bool operator==(const WorkProfile &, const WorkProfile &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("name", self.name);
        visit("services", self.services);
    }
};

/// A place where one person at a time is served.
struct Counter {
    CounterId id;
    std::int64_t number = 0; ///< what its sign shows, 1–999
    ProfileId profile; ///< what it opens with unless told otherwise
    ZoneId zone = {}; ///< 0: none

    friend bool operator==(const Counter &, const Counter &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("number", self.number);
        visit("profile", self.profile);
        visit("zone", self.zone, kAddedLater);
    }
};

/// Why somebody at a counter is away.
enum class BreakReason : std::uint8_t { Meal, Rest, Paperwork, Meeting, Other };

constexpr auto names(BreakReason)
{
    return std::array<std::string_view, 5>{"meal", "rest", "paperwork", "meeting", "other"};
}

/// Why a person moved a ticket by hand. Never words of their own: the journal holds nothing personal.
enum class HandReason : std::uint8_t {
    NeedsHelp, ///< old, ill, pregnant, disabled, with a small child
    CameBack, ///< was away, or had something to fetch
    WrongService, ///< the ticket was for something else
    ShorterQueue,
    Duplicate, ///< has another ticket
    Left,
    OurMistake,
    Other,
};

constexpr auto names(HandReason)
{
    return std::array<std::string_view, 8>{"needsHelp", "cameBack", "wrongService", "shorterQueue",
                                           "duplicate", "left",     "ourMistake",   "other"};
}

/// Why a service in progress is put aside. Never words of one's own: the journal holds nothing personal.
enum class ParkReason : std::uint8_t {
    FillsForm,
    FetchesPapers,
    Payment, ///< pays or deposits elsewhere
    Approval, ///< a colleague must agree
    Processing, ///< what was asked for takes its time
    Other,
};

constexpr auto names(ParkReason)
{
    return std::array<std::string_view, 6>{"fillsForm", "fetchesPapers", "payment",
                                           "approval",  "processing",    "other"};
}

/// How well somebody knows a service.
struct StaffSkill {
    ServiceId service;
    std::int64_t level = 0; ///< 1 learning, 2 able, 3 expert

    friend bool operator==(const StaffSkill &, const StaffSkill &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("service", self.service);
        visit("level", self.level);
    }
};

/// Somebody who works here.
struct Staff {
    StaffId id;
    std::string name;
    std::vector<StaffSkill> skills = {}; ///< what is not named has level 0
    std::vector<std::string> languages = {}; ///< two-letter codes, beside the branch's own: "en", "zh"

    friend bool operator==(const Staff &, const Staff &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("name", self.name);
        visit("skills", self.skills, kAddedLater);
        visit("languages", self.languages, kAddedLater);
    }
};

/// How bookings are honoured at the door.
struct BookingRule {
    TimeMs earlyMs = 30 * kMinuteMs; ///< a ticket for a booking is given this long before its time
    TimeMs lateMs = 15 * kMinuteMs; ///< and this long after it; later the booking has lapsed
    SegmentId segment = {}; ///< of people with a booking; 0: ordinary

    friend bool operator==(const BookingRule &, const BookingRule &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("earlyMs", self.earlyMs);
        visit("lateMs", self.lateMs);
        visit("segment", self.segment);
    }
};

/// The branch's own facts and rules.
struct BranchSettings {
    LocalText name;
    std::int64_t utcOffsetMin = 7 * 60; ///< local time ahead of UTC; Vietnam has no summer time
    std::int64_t numberDigits = 3; ///< digits of a printed number, 2–5
    std::int64_t recallLimit = 2; ///< recalls of one call
    std::int64_t noShowMisses = 2; ///< the miss that ends a ticket
    std::int64_t noShowPlacesBack = 3; ///< where an earlier miss puts the person
    /// Where a ticket can be followed on a phone, "{ticket}" in it standing for the ticket's id; empty: nowhere.
    std::string followUrl = {};
    CallingRule calling = {}; ///< whom to call next
    BookingRule booking = {};
    TimeMs minCallGapMs = 0; ///< least time between two calls of one counter; 0: none
    bool carriesOver = false; ///< who still waits when the day closes waits on the next day
    bool hidesNamesBeforeCall = false; ///< a teller learns who somebody is with the call, not before
    StaffId itemOwner = {}; ///< who owns what tellers report without naming somebody; 0: a supervisor

    friend bool operator==(const BranchSettings &, const BranchSettings &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("name", self.name);
        visit("utcOffsetMin", self.utcOffsetMin);
        visit("numberDigits", self.numberDigits);
        visit("recallLimit", self.recallLimit);
        visit("noShowMisses", self.noShowMisses);
        visit("noShowPlacesBack", self.noShowPlacesBack);
        visit("followUrl", self.followUrl, kAddedLater);
        visit("calling", self.calling, kAddedLater);
        visit("booking", self.booking, kAddedLater);
        visit("minCallGapMs", self.minCallGapMs, kAddedLater);
        visit("carriesOver", self.carriesOver, kAddedLater);
        visit("hidesNamesBeforeCall", self.hidesNamesBeforeCall, kAddedLater);
        visit("itemOwner", self.itemOwner, kAddedLater);
    }
};

/// A whole branch as a person defines it.
struct BranchSetup {
    BranchSettings settings;
    std::vector<Service> services;
    std::vector<WorkProfile> profiles;
    std::vector<Counter> counters;
    std::vector<Staff> staff;
    std::vector<ServiceGroup> groups = {};
    std::vector<Zone> zones = {};
    std::vector<Segment> segments = {};
    std::vector<PriorityReason> priorityReasons = {};
    std::vector<Outcome> outcomes = {};

    friend bool operator==(const BranchSetup &, const BranchSetup &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("settings", self.settings);
        visit("services", self.services);
        visit("profiles", self.profiles);
        visit("counters", self.counters);
        visit("staff", self.staff);
        visit("groups", self.groups, kAddedLater);
        visit("zones", self.zones, kAddedLater);
        visit("segments", self.segments, kAddedLater);
        visit("priorityReasons", self.priorityReasons, kAddedLater);
        visit("outcomes", self.outcomes, kAddedLater);
    }
};

/// Parts of a branch: those a change is about.
struct BranchParts {
    std::optional<BranchSettings> settings = {};
    std::vector<Service> services = {};
    std::vector<WorkProfile> profiles = {};
    std::vector<Counter> counters = {};
    std::vector<Staff> staff = {};
    std::vector<ServiceGroup> groups = {};
    std::vector<Zone> zones = {};
    std::vector<Segment> segments = {};
    std::vector<PriorityReason> priorityReasons = {};
    std::vector<Outcome> outcomes = {};

    friend bool operator==(const BranchParts &, const BranchParts &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("settings", self.settings);
        visit("services", self.services, kAddedLater);
        visit("profiles", self.profiles, kAddedLater);
        visit("counters", self.counters, kAddedLater);
        visit("staff", self.staff, kAddedLater);
        visit("groups", self.groups, kAddedLater);
        visit("zones", self.zones, kAddedLater);
        visit("segments", self.segments, kAddedLater);
        visit("priorityReasons", self.priorityReasons, kAddedLater);
        visit("outcomes", self.outcomes, kAddedLater);
    }
};

/// Lists a branch is made of, by what is in them.
enum class PartKind : std::uint8_t {
    Service,
    Profile,
    Counter,
    Staff,
    Group,
    Zone,
    Segment,
    PriorityReason,
    Outcome,
};

constexpr auto names(PartKind)
{
    return std::array<std::string_view, 9>{"service", "profile", "counter",        "staff",  "group",
                                           "zone",    "segment", "priorityReason", "outcome"};
}

/// What whoever changes how the branch works thought of its customers. Texts of people, never in the journal.
struct DecisionRecord {
    std::string affects = {}; ///< how it affects customers
    std::string feels = {}; ///< how they will feel
    std::string solves = {}; ///< what it solves for them
    std::string value = {}; ///< what it is worth to them

    friend bool operator==(const DecisionRecord &, const DecisionRecord &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("affects", self.affects, kAddedLater);
        visit("feels", self.feels, kAddedLater);
        visit("solves", self.solves, kAddedLater);
        visit("value", self.value, kAddedLater);
    }
};

/// Checks a whole branch and gives it back with its texts cleaned. Refused with InvalidParams (TooLarge
/// for a long text), `detail` naming where: "list" (services, profiles, counters, staff,
/// groups, zones, segments, priorityReasons, outcomes or settings), "index" (position in the list, from 0) and
/// "field".
Result<BranchSetup> checked(BranchSetup setup);

} // namespace tiepdon
