// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/profilecard.h"
#include "core/customer/records.h"
#include "core/wire/json.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Messages about customers. PROTOCOL.md says who may send which when; core/access/PERMISSIONS.md which role sees
// what of the answers. Texts from people are cleaned by the hub.

namespace tiepdon {

// ---- questions: no operation id; each has its `Answer` ----

/// Why somebody was found.
enum class FoundBy : std::uint8_t { Name, Phone, Document, CustomerNumber, Card, Ticket };

constexpr auto names(FoundBy)
{
    return std::array<std::string_view, 6>{"name", "phone", "document", "customerNumber", "card", "ticket"};
}

/// One line of a search. Phone and document are masked for every role.
struct CustomerHit {
    CustomerId customer; ///< 0: a ticket of nobody known
    TicketId ticket = {}; ///< open today; 0: none
    FoundBy foundBy = FoundBy::Name;
    std::string name = {};
    AddressForm form = AddressForm::None;
    std::string phone = {}; ///< masked, the first one
    std::string document = {}; ///< masked, the first one
    std::string customerNumber = {};
    std::string birthYear = {};
    SegmentId segment = {};
    TimeMs lastVisitMs = 0; ///< 0: never here

    friend bool operator==(const CustomerHit &, const CustomerHit &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer, kAddedLater);
        visit("ticket", self.ticket, kAddedLater);
        visit("foundBy", self.foundBy);
        visit("name", self.name, kAddedLater);
        visit("form", self.form, kAddedLater);
        visit("phone", self.phone, kAddedLater);
        visit("document", self.document, kAddedLater);
        visit("customerNumber", self.customerNumber, kAddedLater);
        visit("birthYear", self.birthYear, kAddedLater);
        visit("segment", self.segment, kAddedLater);
        visit("lastVisitMs", self.lastVisitMs, kAddedLater);
    }
};

/// What a citizen card's code said, for a new profile. Given back only to who scanned it.
struct ScannedCard {
    std::string document = {}; ///< 12 digits
    std::string oldDocument = {};
    std::string name = {};
    std::string birthDate = {}; ///< "YYYY-MM-DD"
    std::string sex = {}; ///< "m", "f" or empty
    std::string address = {};
    std::vector<std::string> unread = {}; ///< names of fields that were there and could not be read

    friend bool operator==(const ScannedCard &, const ScannedCard &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("document", self.document, kAddedLater);
        visit("oldDocument", self.oldDocument, kAddedLater);
        visit("name", self.name, kAddedLater);
        visit("birthDate", self.birthDate, kAddedLater);
        visit("sex", self.sex, kAddedLater);
        visit("address", self.address, kAddedLater);
        visit("unread", self.unread, kAddedLater);
    }
};

struct CustomersFound {
    std::vector<CustomerHit> hits;
    bool isMore = false; ///< there are more than were asked for
    std::optional<ScannedCard> scanned = {}; ///< the text was a citizen card's code
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("hits", self.hits);
        visit("isMore", self.isMore);
        visit("scanned", self.scanned);
    }
};

/// One field for everything: name (any words, no diacritics needed), phone, document, customer number, ticket's
/// number, or a scan. A later question of the same connection replaces one that is still being looked up
/// (Superseded is no error: the earlier one is answered with nothing found and `isMore`). Audited with kind and
/// number of hits, never text.
struct FindCustomers {
    static constexpr std::string_view kMethod = "findCustomers";
    using Answer = CustomersFound;
    std::string text; ///< as typed
    std::int64_t limit = 20; ///< 1–50
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("text", self.text);
        visit("limit", self.limit);
    }
};

struct CardAnswer {
    std::optional<CustomerCard> card; ///< none: nobody said whose the ticket is
    std::optional<VisitGoal> goal = {}; ///< of the ticket
    std::string draft = {}; ///< of a note, as the asker left it
    std::vector<CustomerNote> visitNotes = {}; ///< of the ticket, while nobody knows whose it is
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("card", self.card);
        visit("goal", self.goal);
        visit("draft", self.draft, kAddedLater);
        visit("visitNotes", self.visitNotes, kAddedLater);
    }
};

/// The card of a ticket's customer, or of one found. Own reach: a ticket at the counter where one is signed on, or
/// whom the hub would call there now. UnknownCustomer, UnknownTicket, NotAllowed.
struct CustomerCardQuery {
    static constexpr std::string_view kMethod = "customerCard";
    using Answer = CardAnswer;
    CustomerId customer = {}; ///< 0: of the ticket
    TicketId ticket = {}; ///< 0: of the customer, found by a search
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer, kAddedLater);
        visit("ticket", self.ticket, kAddedLater);
    }
};

struct TimelineAnswer {
    std::vector<EarlierStep> visits; ///< newest first
    std::vector<Happening> happenings;
    std::vector<CustomerNote> notes;
    bool isMore = false;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("visits", self.visits);
        visit("happenings", self.happenings);
        visit("notes", self.notes);
        visit("isMore", self.isMore);
    }
};

/// What happened with a customer before a time. Each list holds what is newer than the oldest time all of them
/// reach.
struct CustomerTimeline {
    static constexpr std::string_view kMethod = "customerTimeline";
    using Answer = TimelineAnswer;
    CustomerId customer;
    std::optional<TimeMs> beforeMs = {};
    std::int64_t limit = 50; ///< of each list, 1–200
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer);
        visit("beforeMs", self.beforeMs);
        visit("limit", self.limit);
    }
};

struct Revealed {
    std::vector<Identifier> identifiers = {};
    std::string birthDate = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("identifiers", self.identifiers, kAddedLater);
        visit("birthDate", self.birthDate, kAddedLater);
    }
};

enum class RevealReason : std::uint8_t { ConfirmIdentity, Call, CorrectRecord, Form, Other };

constexpr auto names(RevealReason)
{
    return std::array<std::string_view, 5>{"confirmIdentity", "call", "correctRecord", "form", "other"};
}

/// Shows one masked field whole: Phone, Document or BirthDate. Audited with the reason. NotAllowed,
/// UnknownCustomer.
struct RevealField {
    static constexpr std::string_view kMethod = "revealField";
    using Answer = Revealed;
    CustomerId customer;
    ProfileField field = ProfileField::Phone;
    RevealReason reason = RevealReason::Other;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer);
        visit("field", self.field);
        visit("reason", self.reason);
    }
};

/// An open item with the name of whom it is about, as the asker's role may see it.
struct OpenItemRow {
    OpenItem item;
    std::string name = {};
    AddressForm form = AddressForm::None;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("item", self.item);
        visit("name", self.name, kAddedLater);
        visit("form", self.form);
    }
};

struct OpenItemsAnswer {
    std::vector<OpenItemRow> items; ///< by due time, the most urgent first
    std::int64_t open = 0; ///< of all, whatever the filter
    std::int64_t late = 0;
    bool isMore = false;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("items", self.items);
        visit("open", self.open);
        visit("late", self.late);
        visit("isMore", self.isMore);
    }
};

/// What is due. Fields left out do not filter.
struct OpenItemsQuery {
    static constexpr std::string_view kMethod = "openItems";
    using Answer = OpenItemsAnswer;
    std::optional<OpenItemKind> kind = {};
    std::optional<StaffId> owner = {};
    std::optional<TimeMs> dueBeforeMs = {};
    bool withEnded = false; ///< also those ended in the last 30 days, behind the open ones
    std::int64_t limit = 100; ///< 1–200
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("kind", self.kind);
        visit("owner", self.owner);
        visit("dueBeforeMs", self.dueBeforeMs);
        visit("withEnded", self.withEnded, kAddedLater);
        visit("limit", self.limit);
    }
};

struct SegmentCount {
    SegmentId segment; ///< 0: ordinary
    std::int64_t customers = 0;
    friend bool operator==(const SegmentCount &, const SegmentCount &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("segment", self.segment);
        visit("customers", self.customers);
    }
};

struct SegmentCountsAnswer {
    std::vector<SegmentCount> segments;
    bool isSettling = false; ///< rules changed, and not everybody has been looked at yet
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("segments", self.segments);
        visit("isSettling", self.isSettling);
    }
};

struct SegmentCountsQuery {
    static constexpr std::string_view kMethod = "segmentCounts";
    using Answer = SegmentCountsAnswer;
    template <class Self, class Visit>
    static void fields(Self &, Visit &&)
    {
    }
};

/// What a kiosk learns: always a token, whoever was found or not, and a greeting only with that consent.
struct Identified {
    std::string identity; ///< for issueTicket, good for five minutes and one ticket
    std::string greetingName = {}; ///< given name of who agreed to be greeted
    AddressForm greetingForm = AddressForm::None;
    std::string language = {}; ///< of who agreed to be greeted
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("identity", self.identity);
        visit("greetingName", self.greetingName, kAddedLater);
        visit("greetingForm", self.greetingForm);
        visit("language", self.language, kAddedLater);
    }
};

/// At a kiosk or reception: a citizen card's code, a phone number, or a customer's number or card. InvalidParams
/// (detail "unread") when the text is none of these. Bounded per device: Busy.
struct Identify {
    static constexpr std::string_view kMethod = "identify";
    using Answer = Identified;
    std::string text;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("text", self.text);
    }
};

/// Which other system saw somebody come in.
enum class ArrivalSource : std::uint8_t { CardReader, Camera, Booking, Other };

constexpr auto names(ArrivalSource)
{
    return std::array<std::string_view, 4>{"cardReader", "camera", "booking", "other"};
}

struct Arrival {
    CustomerId customer;
    std::string name = {}; ///< as the asker's role may see it
    AddressForm form = AddressForm::None;
    std::vector<Need> needs = {};
    SegmentId segment = {};
    ArrivalSource source = ArrivalSource::Other;
    TimeMs atMs = 0;
    TicketId ticket = {}; ///< theirs by now; 0: none
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer);
        visit("name", self.name, kAddedLater);
        visit("form", self.form);
        visit("needs", self.needs, kAddedLater);
        visit("segment", self.segment, kAddedLater);
        visit("source", self.source);
        visit("atMs", self.atMs);
        visit("ticket", self.ticket, kAddedLater);
    }
};

struct ArrivalsAnswer {
    std::vector<Arrival> arrivals; ///< of the last 30 minutes, the latest first
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("arrivals", self.arrivals);
    }
};

struct ArrivalsQuery {
    static constexpr std::string_view kMethod = "arrivals";
    using Answer = ArrivalsAnswer;
    template <class Self, class Visit>
    static void fields(Self &, Visit &&)
    {
    }
};

/// From a sensor: somebody known by an identifier is here. Answered the same whether somebody was found or not. A
/// camera's report counts only with the consent `recognition`. With a ticket's number it is linked to that ticket.
struct ReportArrival {
    static constexpr std::string_view kMethod = "reportArrival";
    struct Answer {
        template <class Self, class Visit>
        static void fields(Self &, Visit &&)
        {
        }
    };
    IdentifierKind kind = IdentifierKind::CustomerNumber;
    std::string value;
    ArrivalSource source = ArrivalSource::Other;
    std::string number = {}; ///< of an open ticket, as printed; empty: none
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("kind", self.kind);
        visit("value", self.value);
        visit("source", self.source);
        visit("number", self.number, kAddedLater);
    }
};

// ---- changes: sent with an operation id, like commands ----

namespace customercommand {

/// A new profile. CustomerExists (detail "customers": ids, "because") when somebody has the same document or
/// customer number, or name and phone, unless `isSure`. InvalidParams with "field".
struct AddCustomer {
    static constexpr std::string_view kMethod = "addCustomer";
    Customer customer; ///< id, revision, segment and times are the hub's
    bool isSure = false;
    TicketId ticket = {}; ///< linked at once; 0: none
    std::vector<Consent> consents = {}; ///< what they agreed to; id and times are the hub's
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer);
        visit("isSure", self.isSure);
        visit("ticket", self.ticket, kAddedLater);
        visit("consents", self.consents, kAddedLater);
    }
};

/// Other facts of a customer; what is left out stays. CustomerChanged when `revision` is not the one there.
struct ChangeCustomer {
    static constexpr std::string_view kMethod = "changeCustomer";
    CustomerId customer;
    std::int64_t revision = 0;
    std::optional<std::string> name = {};
    std::optional<AddressForm> form = {};
    std::optional<std::string> language = {};
    std::optional<std::vector<Need>> needs = {};
    std::optional<Preferences> preferences = {};
    std::optional<std::string> birthDate = {};
    std::optional<std::string> address = {};
    std::optional<StaffId> lookedAfterBy = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer);
        visit("revision", self.revision);
        visit("name", self.name);
        visit("form", self.form);
        visit("language", self.language);
        visit("needs", self.needs);
        visit("preferences", self.preferences);
        visit("birthDate", self.birthDate);
        visit("address", self.address);
        visit("lookedAfterBy", self.lookedAfterBy);
    }
};

/// CustomerExists (detail "customers") where a document or customer number is somebody else's.
struct AddIdentifier {
    static constexpr std::string_view kMethod = "addIdentifier";
    CustomerId customer;
    IdentifierKind kind = IdentifierKind::Phone;
    std::string value;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer);
        visit("kind", self.kind);
        visit("value", self.value);
    }
};

/// UnknownIdentifier.
struct RemoveIdentifier {
    static constexpr std::string_view kMethod = "removeIdentifier";
    CustomerId customer;
    IdentifierId identifier;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer);
        visit("identifier", self.identifier);
    }
};

struct SetStage {
    static constexpr std::string_view kMethod = "setStage";
    CustomerId customer;
    std::string product;
    Stage stage = Stage::Awareness;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer);
        visit("product", self.product);
        visit("stage", self.stage);
    }
};

struct GiveConsent {
    static constexpr std::string_view kMethod = "giveConsent";
    CustomerId customer;
    ConsentPurpose purpose = ConsentPurpose::Profile;
    std::string source;
    std::string wording;
    Channel channel = Channel::Branch;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer);
        visit("purpose", self.purpose);
        visit("source", self.source);
        visit("wording", self.wording);
        visit("channel", self.channel);
    }
};

/// UnknownConsent. One withdrawn before stays as it is.
struct WithdrawConsent {
    static constexpr std::string_view kMethod = "withdrawConsent";
    CustomerId customer;
    ConsentId consent;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer);
        visit("consent", self.consent);
    }
};

/// Writes a note and drops its draft. `note` set: the author changes theirs (NotAllowed for anybody else but a
/// supervisor); an empty text then takes it back. Of a customer, or with `ticket` alone of the visit.
struct SaveNote {
    static constexpr std::string_view kMethod = "saveNote";
    CustomerNoteId note = {};
    CustomerId customer = {};
    TicketId ticket = {};
    Department department = Department::Counter;
    bool isForSupervisors = false;
    std::string text = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("note", self.note, kAddedLater);
        visit("customer", self.customer, kAddedLater);
        visit("ticket", self.ticket, kAddedLater);
        visit("department", self.department);
        visit("isForSupervisors", self.isForSupervisors, kAddedLater);
        visit("text", self.text, kAddedLater);
    }
};

/// Keeps what is being written; sent within a second of the last key. Empty: dropped. Not audited.
struct SaveDraft {
    static constexpr std::string_view kMethod = "saveDraft";
    CustomerId customer = {};
    TicketId ticket = {};
    std::string text = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer, kAddedLater);
        visit("ticket", self.ticket, kAddedLater);
        visit("text", self.text, kAddedLater);
    }
};

/// What somebody came for in their own words, and at the end whether they reached it. What is left out stays. Of a
/// ticket that is open or was of this day.
struct SetGoal {
    static constexpr std::string_view kMethod = "setGoal";
    TicketId ticket;
    std::optional<std::string> text = {};
    std::optional<GoalReached> reached = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("ticket", self.ticket);
        visit("text", self.text);
        visit("reached", self.reached);
    }
};

/// "No", with why and what was offered instead; of an anonymous visit too. ReasonNeeded.
struct DeclineRequest {
    static constexpr std::string_view kMethod = "declineRequest";
    CustomerId customer = {};
    TicketId ticket = {};
    std::string text; ///< what was asked for
    std::string reason;
    std::string alternative = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer, kAddedLater);
        visit("ticket", self.ticket, kAddedLater);
        visit("text", self.text);
        visit("reason", self.reason);
        visit("alternative", self.alternative, kAddedLater);
    }
};

struct AddConversation {
    static constexpr std::string_view kMethod = "addConversation";
    CustomerId customer;
    Channel channel = Channel::Phone;
    bool isInward = true;
    std::string text;
    std::optional<TimeMs> atMs = {}; ///< now, or earlier
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer);
        visit("channel", self.channel);
        visit("isInward", self.isInward);
        visit("text", self.text);
        visit("atMs", self.atMs);
    }
};

/// A promise, complaint, callback or blocker. With `owner` 0 a blocker is owned by the branch's `itemOwner`, or a
/// supervisor, everything else by who makes it; with `dueMs` 0 a blocker is due at the end of the local day.
/// UnknownStaff, InvalidParams.
struct AddOpenItem {
    static constexpr std::string_view kMethod = "addOpenItem";
    OpenItemKind kind = OpenItemKind::Promise;
    CustomerId customer = {};
    TicketId ticket = {};
    Department department = Department::Counter;
    BlockerKind blocker = BlockerKind::None;
    std::string text = {}; ///< may be empty for a blocker alone
    StaffId owner = {};
    TimeMs dueMs = 0;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("kind", self.kind);
        visit("customer", self.customer, kAddedLater);
        visit("ticket", self.ticket, kAddedLater);
        visit("department", self.department);
        visit("blocker", self.blocker, kAddedLater);
        visit("text", self.text, kAddedLater);
        visit("owner", self.owner, kAddedLater);
        visit("dueMs", self.dueMs, kAddedLater);
    }
};

/// Hands it to somebody else, moves its day, ends it or opens it again. What is left out stays. Own reach: of one's
/// own or made by oneself. CustomerChanged when `revision` is not the one there, UnknownOpenItem, UnknownStaff,
/// ReasonNeeded: broken and withdrawn want words.
struct ChangeOpenItem {
    static constexpr std::string_view kMethod = "changeOpenItem";
    OpenItemId item;
    std::int64_t revision = 0;
    std::optional<StaffId> owner = {};
    std::optional<TimeMs> dueMs = {};
    std::optional<OpenItemState> state = {};
    std::optional<std::string> ending = {};
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("item", self.item);
        visit("revision", self.revision);
        visit("owner", self.owner);
        visit("dueMs", self.dueMs);
        visit("state", self.state);
        visit("ending", self.ending);
    }
};

/// Rows of a file, up to 200 at once. A customer is found again by customer number, else by document; what a row
/// leaves empty stays. A happening is found again by its customer, kind and reference. A row that cannot be taken
/// is said in the answer and keeps no other from being taken.
struct ImportRows {
    static constexpr std::string_view kMethod = "importRows";
    struct CustomerRow {
        Customer customer;
        std::vector<ProductHeld> products = {};
        std::vector<StageChange> stages = {};
        template <class Self, class Visit>
        static void fields(Self &self, Visit &&visit)
        {
            visit("customer", self.customer);
            visit("products", self.products, kAddedLater);
            visit("stages", self.stages, kAddedLater);
        }
    };
    struct HappeningRow {
        Identifier of; ///< by what its customer is found
        Happening happening; ///< with a reference
        template <class Self, class Visit>
        static void fields(Self &self, Visit &&visit)
        {
            visit("of", self.of);
            visit("happening", self.happening);
        }
    };
    std::vector<CustomerRow> customers = {};
    std::vector<HappeningRow> happenings = {};
    bool isDryRun = false; ///< says what would be, and changes nothing
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customers", self.customers);
        visit("happenings", self.happenings);
        visit("isDryRun", self.isDryRun);
    }
};

} // namespace customercommand

using CustomerCommand
    = std::variant<customercommand::AddCustomer, customercommand::ChangeCustomer, customercommand::AddIdentifier,
                   customercommand::RemoveIdentifier, customercommand::SetStage, customercommand::GiveConsent,
                   customercommand::WithdrawConsent, customercommand::SaveNote, customercommand::SaveDraft,
                   customercommand::SetGoal, customercommand::DeclineRequest, customercommand::AddConversation,
                   customercommand::AddOpenItem, customercommand::ChangeOpenItem, customercommand::ImportRows>;

/// A row that was not taken.
struct RowError {
    std::int64_t row = 0; ///< from 0, of its list
    std::string field = {};
    std::string code = {}; ///< an error's name

    friend bool operator==(const RowError &, const RowError &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("row", self.row);
        visit("field", self.field, kAddedLater);
        visit("code", self.code);
    }
};

/// The answer to a change: the id of what it made or changed.
struct CustomerReply {
    CustomerId customer = {};
    std::int64_t revision = 0; ///< of the customer or open item, where it changed
    CustomerNoteId note = {};
    OpenItemId item = {};
    ConsentId consent = {};
    // of an import
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t same = 0;
    std::vector<RowError> errors = {};

    friend bool operator==(const CustomerReply &, const CustomerReply &) = default;
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("customer", self.customer, kAddedLater);
        visit("revision", self.revision, kAddedLater);
        visit("note", self.note, kAddedLater);
        visit("item", self.item, kAddedLater);
        visit("consent", self.consent, kAddedLater);
        visit("added", self.added, kAddedLater);
        visit("changed", self.changed, kAddedLater);
        visit("same", self.same, kAddedLater);
        visit("errors", self.errors, kAddedLater);
    }
};

/// The name of a change on the wire.
inline std::string_view methodOf(const CustomerCommand &command)
{
    return std::visit([](const auto &c) { return std::decay_t<decltype(c)>::kMethod; }, command);
}

} // namespace tiepdon
