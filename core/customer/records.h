// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/domain/branch.h"
#include "core/domain/ticket.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// What the branches know of a person, as records. Each is written whole under its key; none of it is ever in the
// journal, in the audit or on the public stream, which name a customer by id alone. Times are UTC ms of the
// branch's clock. Texts are cleaned (`cleanText`) and plain.

namespace tiepdon {

/// By what somebody can be found and told apart. All but the customer number are sealed at rest.
enum class IdentifierKind : std::uint8_t {
    Phone, ///< "+84912345678" (E.164)
    CitizenCard, ///< 12 digits
    OldIdentityCard, ///< 9 digits, of before the citizen card
    Passport, ///< capital letters and digits
    CustomerNumber, ///< the bank's or hospital's own; unique
    Card, ///< a card's number as a reader gives it
};

constexpr auto names(IdentifierKind)
{
    return std::array<std::string_view, 6>{"phone",    "citizenCard",    "oldIdentityCard",
                                           "passport", "customerNumber", "card"};
}

struct Identifier {
    IdentifierId id; ///< counted from 1 within its customer
    IdentifierKind kind = IdentifierKind::Phone;
    std::string value; ///< in its normal form; as a card shows it, masked or empty

    friend bool operator==(const Identifier &, const Identifier &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id, kAddedLater);
        visit("kind", self.kind);
        visit("value", self.value);
    }
};

/// How somebody wants to be called before their given name.
enum class AddressForm : std::uint8_t { None, Anh, Chi, Ong, Ba, Co, Chu, Bac, Em };

constexpr auto names(AddressForm)
{
    return std::array<std::string_view, 9>{"none", "anh", "chi", "ong", "ba", "co", "chu", "bac", "em"};
}

/// What somebody needs to be served well.
enum class Need : std::uint8_t {
    Hearing, ///< hears badly or not
    Sight,
    Wheelchair,
    Walking, ///< walks badly, cannot stand long
    Interpreter,
    Reading, ///< wants forms read out or filled in with them
    Child, ///< comes with a small child
    Pregnant,
    Privacy, ///< nothing said aloud
    Patience, ///< wants more time
};

constexpr auto names(Need)
{
    return std::array<std::string_view, 10>{"hearing", "sight", "wheelchair", "walking", "interpreter",
                                            "reading", "child", "pregnant",   "privacy", "patience"};
}

/// How people and a branch speak with each other.
enum class Channel : std::uint8_t { Branch, Phone, Sms, Email, Chat, Letter, Web };

constexpr auto names(Channel)
{
    return std::array<std::string_view, 7>{"branch", "phone", "sms", "email", "chat", "letter", "web"};
}

/// How this customer wants to be treated.
struct Preferences {
    std::optional<Channel> channel = {}; ///< to be reached by
    std::int64_t quietFromMin = 0; ///< not to be reached from this minute of the local day …
    std::int64_t quietToMin = 0; ///< … to this one; equal: at any time
    std::string wishes = {}; ///< in their own words

    friend bool operator==(const Preferences &, const Preferences &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("channel", self.channel);
        visit("quietFromMin", self.quietFromMin, kAddedLater);
        visit("quietToMin", self.quietToMin, kAddedLater);
        visit("wishes", self.wishes, kAddedLater);
    }
};

/// Who somebody is. One per person.
struct Customer {
    CustomerId id;
    std::int64_t revision = 0; ///< 1 with the first writing, one more with each change of this record
    std::string name;
    AddressForm form = AddressForm::None;
    std::string language = {}; ///< two-letter code; empty: the branch's own
    std::vector<Need> needs = {};
    Preferences preferences = {};
    std::vector<Identifier> identifiers = {}; ///< two people may have one phone
    std::string birthDate = {}; ///< "YYYY-MM-DD", "YYYY" where no more is known, or empty; sealed at rest
    std::string address = {};
    std::string tier = {}; ///< the bank's own grade, as imported
    SegmentId segment = {}; ///< by the branch's rules, as of the last writing
    StaffId lookedAfterBy = {}; ///< of this branch; 0: nobody
    std::string lookedAfterByName = {}; ///< where that is somebody elsewhere, or imported
    TimeMs createdMs = 0;
    TimeMs changedMs = 0;

    friend bool operator==(const Customer &, const Customer &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id, kAddedLater);
        visit("revision", self.revision, kAddedLater);
        visit("name", self.name, kAddedLater);
        visit("form", self.form, kAddedLater);
        visit("language", self.language, kAddedLater);
        visit("needs", self.needs, kAddedLater);
        visit("preferences", self.preferences, kAddedLater);
        visit("identifiers", self.identifiers, kAddedLater);
        visit("birthDate", self.birthDate, kAddedLater);
        visit("address", self.address, kAddedLater);
        visit("tier", self.tier, kAddedLater);
        visit("segment", self.segment, kAddedLater);
        visit("lookedAfterBy", self.lookedAfterBy, kAddedLater);
        visit("lookedAfterByName", self.lookedAfterByName, kAddedLater);
        visit("createdMs", self.createdMs, kAddedLater);
        visit("changedMs", self.changedMs, kAddedLater);
    }
};

/// Where somebody stands with a product.
enum class Stage : std::uint8_t { Awareness, Consideration, Decision, Retention, Advocacy };

constexpr auto names(Stage)
{
    return std::array<std::string_view, 5>{"awareness", "consideration", "decision", "retention", "advocacy"};
}

/// A dated transition. The latest one of a product is where they stand. Key: customer, product, atMs.
struct StageChange {
    CustomerId customer = {};
    std::string product;
    Stage stage = Stage::Awareness;
    TimeMs atMs = 0;
    StaffId staff = {}; ///< who said so; 0: imported

    friend bool operator==(const StageChange &, const StageChange &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer, kAddedLater);
        visit("product", self.product);
        visit("stage", self.stage);
        visit("atMs", self.atMs, kAddedLater);
        visit("staff", self.staff, kAddedLater);
    }
};

/// Key: customer, product, reference.
struct ProductHeld {
    CustomerId customer = {};
    std::string product;
    std::string reference = {}; ///< of the bank's books; shown masked
    std::string sinceDay = {}; ///< "YYYY-MM-DD" or empty
    std::string untilDay = {}; ///< held no longer from this day; empty: held

    friend bool operator==(const ProductHeld &, const ProductHeld &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer, kAddedLater);
        visit("product", self.product);
        visit("reference", self.reference, kAddedLater);
        visit("sinceDay", self.sinceDay, kAddedLater);
        visit("untilDay", self.untilDay, kAddedLater);
    }
};

/// For what personal data may be used. Nothing without one that is in force.
enum class ConsentPurpose : std::uint8_t {
    Profile, ///< to be known again, with history and notes
    Greeting, ///< to be greeted by name at a kiosk
    Recognition, ///< to be recognised by a camera; sensitive
    Contact, ///< to be written or called after a visit
    Offers,
};

constexpr auto names(ConsentPurpose)
{
    return std::array<std::string_view, 5>{"profile", "greeting", "recognition", "contact", "offers"};
}

/// What somebody agreed to. Never assumed: there is one because they said so. Key: id.
struct Consent {
    ConsentId id;
    CustomerId customer = {};
    ConsentPurpose purpose = ConsentPurpose::Profile;
    std::string source; ///< where it was said: "signed form 12", "at counter 3"
    std::string wording; ///< version of the text they agreed to
    Channel channel = Channel::Branch;
    TimeMs givenMs = 0;
    StaffId givenTo = {};
    std::optional<TimeMs> withdrawnMs = {};
    StaffId withdrawnTo = {};

    friend bool operator==(const Consent &, const Consent &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("customer", self.customer, kAddedLater);
        visit("purpose", self.purpose);
        visit("source", self.source);
        visit("wording", self.wording);
        visit("channel", self.channel);
        visit("givenMs", self.givenMs);
        visit("givenTo", self.givenTo, kAddedLater);
        visit("withdrawnMs", self.withdrawnMs);
        visit("withdrawnTo", self.withdrawnTo, kAddedLater);
    }
};

enum class HappeningKind : std::uint8_t { Purchase, Transaction, Conversation, Score, Declined };

constexpr auto names(HappeningKind)
{
    return std::array<std::string_view, 5>{"purchase", "transaction", "conversation", "score", "declined"};
}

/// Something that happened with a customer, beside visits. Key: id; with a `reference`, that one is once for each
/// customer and kind.
struct Happening {
    HappeningId id;
    CustomerId customer = {};
    HappeningKind kind = HappeningKind::Conversation;
    TimeMs atMs = 0;
    Channel channel = Channel::Branch;
    std::string text = {}; ///< what was bought, said, asked for; in people's words
    std::string product = {};
    std::int64_t amount = 0; ///< in the currency's smallest unit that is in use (đồng); 0: none
    std::string currency = {}; ///< "VND"
    std::string reason = {}; ///< of what was declined
    std::string alternative = {}; ///< offered instead
    std::int64_t score = 0; ///< of a score: 1–5
    bool isInward = true; ///< of a conversation: the customer came to us
    StaffId staff = {}; ///< 0: imported
    TicketId ticket = {}; ///< during this visit; 0: none
    std::string reference = {}; ///< of the books it was imported from

    friend bool operator==(const Happening &, const Happening &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id, kAddedLater);
        visit("customer", self.customer, kAddedLater);
        visit("kind", self.kind);
        visit("atMs", self.atMs);
        visit("channel", self.channel, kAddedLater);
        visit("text", self.text, kAddedLater);
        visit("product", self.product, kAddedLater);
        visit("amount", self.amount, kAddedLater);
        visit("currency", self.currency, kAddedLater);
        visit("reason", self.reason, kAddedLater);
        visit("alternative", self.alternative, kAddedLater);
        visit("score", self.score, kAddedLater);
        visit("isInward", self.isInward);
        visit("staff", self.staff, kAddedLater);
        visit("ticket", self.ticket, kAddedLater);
        visit("reference", self.reference, kAddedLater);
    }
};

enum class Department : std::uint8_t { Counter, Sales, Care, Operations, Management };

constexpr auto names(Department)
{
    return std::array<std::string_view, 5>{"counter", "sales", "care", "operations", "management"};
}

/// A note that stays: what somebody is like and wishes. Of a customer, or, while nobody knows whose a ticket is, of
/// its visit; it is the customer's once the ticket is. Key: id.
struct CustomerNote {
    CustomerNoteId id;
    CustomerId customer = {};
    TicketId ticket = {}; ///< written during this visit; 0: none
    Department department = Department::Counter;
    bool isForSupervisors = false; ///< not shown at counters
    std::string text;
    StaffId staff = {};
    TimeMs atMs = 0;
    std::optional<TimeMs> changedMs = {};
    std::optional<TimeMs> removedMs = {}; ///< taken back; kept, and shown to nobody

    friend bool operator==(const CustomerNote &, const CustomerNote &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("customer", self.customer, kAddedLater);
        visit("ticket", self.ticket, kAddedLater);
        visit("department", self.department);
        visit("isForSupervisors", self.isForSupervisors, kAddedLater);
        visit("text", self.text);
        visit("staff", self.staff, kAddedLater);
        visit("atMs", self.atMs);
        visit("changedMs", self.changedMs);
        visit("removedMs", self.removedMs);
    }
};

/// A note as it is being written, so that nothing is lost with a program or a machine. Key: staff, customer,
/// ticket. An empty text removes it.
struct NoteDraft {
    StaffId staff = {};
    CustomerId customer = {};
    TicketId ticket = {};
    std::string text;
    TimeMs atMs = 0;

    friend bool operator==(const NoteDraft &, const NoteDraft &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("staff", self.staff, kAddedLater);
        visit("customer", self.customer, kAddedLater);
        visit("ticket", self.ticket, kAddedLater);
        visit("text", self.text);
        visit("atMs", self.atMs, kAddedLater);
    }
};

enum class OpenItemKind : std::uint8_t {
    Promise, ///< somebody was promised something by a day
    Complaint,
    CallBack,
    Blocker, ///< what a member of staff lacks to serve well
};

constexpr auto names(OpenItemKind)
{
    return std::array<std::string_view, 4>{"promise", "complaint", "callBack", "blocker"};
}

enum class OpenItemState : std::uint8_t { Open, Kept, Broken, Withdrawn };

constexpr auto names(OpenItemState)
{
    return std::array<std::string_view, 4>{"open", "kept", "broken", "withdrawn"};
}

/// What a member of staff lacks.
enum class BlockerKind : std::uint8_t {
    None,
    System,
    Information,
    Authority,
    Document,
    Colleague,
    Equipment,
    Rule,
    Time
};

constexpr auto names(BlockerKind)
{
    return std::array<std::string_view, 9>{"none",      "system",    "information", "authority", "document",
                                           "colleague", "equipment", "rule",        "time"};
}

/// Something that somebody has to bring to an end by a time: exactly one owner, always. Key: id.
struct OpenItem {
    OpenItemId id;
    OpenItemKind kind = OpenItemKind::Promise;
    CustomerId customer = {}; ///< 0: about nobody in particular, as a blocker may be
    TicketId ticket = {}; ///< during this visit; 0: none
    Department department = Department::Counter; ///< that promised
    BlockerKind blocker = BlockerKind::None;
    std::string text = {};
    StaffId owner;
    TimeMs dueMs = 0;
    OpenItemState state = OpenItemState::Open;
    std::string ending = {}; ///< what was done, in words
    StaffId madeBy = {};
    TimeMs madeMs = 0;
    TimeMs changedMs = 0;
    std::optional<TimeMs> endedMs = {};
    std::int64_t revision = 0; ///< one more with each change

    [[nodiscard]] bool isOpen() const { return state == OpenItemState::Open; }
    [[nodiscard]] bool isLate(TimeMs now) const { return isOpen() && dueMs < now; }

    friend bool operator==(const OpenItem &, const OpenItem &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("kind", self.kind);
        visit("customer", self.customer, kAddedLater);
        visit("ticket", self.ticket, kAddedLater);
        visit("department", self.department);
        visit("blocker", self.blocker, kAddedLater);
        visit("text", self.text, kAddedLater);
        visit("owner", self.owner);
        visit("dueMs", self.dueMs);
        visit("state", self.state);
        visit("ending", self.ending, kAddedLater);
        visit("madeBy", self.madeBy, kAddedLater);
        visit("madeMs", self.madeMs);
        visit("changedMs", self.changedMs, kAddedLater);
        visit("endedMs", self.endedMs);
        visit("revision", self.revision, kAddedLater);
    }
};

enum class GoalReached : std::uint8_t { NotSaid, Yes, Partly, No };

constexpr auto names(GoalReached) { return std::array<std::string_view, 4>{"notSaid", "yes", "partly", "no"}; }

/// What somebody came for in their own words, and whether they reached it. Key: ticket.
struct VisitGoal {
    TicketId ticket;
    CustomerId customer = {}; ///< 0: nobody said whose ticket it is
    std::string text = {};
    GoalReached reached = GoalReached::NotSaid;
    StaffId staff = {};
    TimeMs atMs = 0;

    friend bool operator==(const VisitGoal &, const VisitGoal &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("customer", self.customer, kAddedLater);
        visit("text", self.text, kAddedLater);
        visit("reached", self.reached, kAddedLater);
        visit("staff", self.staff, kAddedLater);
        visit("atMs", self.atMs, kAddedLater);
    }
};

/// One record as it is from now on.
using CustomerChange = std::variant<Customer, StageChange, ProductHeld, Consent, Happening, CustomerNote, NoteDraft,
                                    OpenItem, VisitGoal>;

/// One service of an earlier visit, from the tables the journal makes. The day's own visit too.
struct EarlierStep {
    TicketId ticket;
    std::string number; ///< as printed
    std::string businessDay; ///< "YYYY-MM-DD"
    TimeMs arrivedMs = 0;
    ServiceId service;
    StepOutcome outcome = StepOutcome::Open;
    OutcomeId result = {}; ///< how it came out, in the branch's words
    TimeMs waitMs = 0;
    TimeMs serviceMs = 0;
    CounterId counter = {};
    StaffId staff = {};
    GoalReached reached = GoalReached::NotSaid;

    friend bool operator==(const EarlierStep &, const EarlierStep &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("number", self.number);
        visit("businessDay", self.businessDay);
        visit("arrivedMs", self.arrivedMs);
        visit("service", self.service);
        visit("outcome", self.outcome);
        visit("result", self.result, kAddedLater);
        visit("waitMs", self.waitMs);
        visit("serviceMs", self.serviceMs);
        visit("counter", self.counter, kAddedLater);
        visit("staff", self.staff, kAddedLater);
        visit("reached", self.reached, kAddedLater);
    }
};

/// All that is kept of a customer that a decision or a card needs, unmasked; never leaves the hub as it is. Lists
/// are newest first unless said.
struct CustomerRecord {
    Customer customer;
    std::vector<StageChange> stages; ///< oldest first, all
    std::vector<ProductHeld> products; ///< all
    std::vector<Consent> consents; ///< all
    std::vector<OpenItem> openItems; ///< open ones by due time, then those ended in the last 90 days
    std::vector<CustomerNote> notes; ///< not removed, at most 50
    std::vector<Happening> happenings; ///< at most 50
    std::vector<EarlierStep> visits; ///< steps, at most 50
    std::int64_t visitsInYear = 0; ///< tickets in the 365 days before
    std::int64_t visitsEver = 0;
};

} // namespace tiepdon
