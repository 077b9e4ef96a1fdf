// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/customerrows.h"

#include "core/customer/personname.h"

namespace tiepdon {
namespace {

using namespace records;

/// Reads a row's columns one after the other.
class Columns
{
public:
    explicit Columns(const Statement &row) : m_row(row) { }

    std::int64_t whole() { return next().toLongLong(); }
    bool yes() { return whole() != 0; }
    std::string text() { return textOf(next()); }
    std::optional<TimeMs> time() { return timeOf(next()); }
    template <class Id>
    Id id()
    {
        return Id{whole()};
    }
    template <class Enum>
    Enum named()
    {
        const auto value = valueOf<Enum>(next().toString());
        m_isGood = m_isGood && value;
        return value.value_or(Enum());
    }
    template <class Enum>
    std::optional<Enum> namedOrNull()
    {
        const QVariant value = next();
        if (value.isNull())
            return std::nullopt;
        const auto known = valueOf<Enum>(value.toString());
        m_isGood = m_isGood && known;
        return known;
    }
    template <class Enum>
    std::vector<Enum> list()
    {
        std::vector<Enum> values;
        for (const QString &name : next().toString().split(u',', Qt::SkipEmptyParts)) {
            const auto value = valueOf<Enum>(name);
            m_isGood = m_isGood && value;
            if (value)
                values.push_back(*value);
        }
        return values;
    }
    /// The record, if all that was read could be.
    template <class Record>
    std::optional<Record> good(Record record) const
    {
        return m_isGood ? std::optional<Record>(std::move(record)) : std::nullopt;
    }
    [[nodiscard]] bool isGood() const { return m_isGood; }

private:
    QVariant next() { return m_row.column(m_at++); }

    const Statement &m_row;
    int m_at = 0;
    bool m_isGood = true;
};

template <class Enum>
QVariant listed(const std::vector<Enum> &values)
{
    QStringList texts;
    for (const Enum value : values)
        texts.push_back(named(value).toString());
    return texts.isEmpty() ? textValue("") : QVariant(texts.join(u','));
}

template <class Enum>
QVariant namedOrNull(const std::optional<Enum> &value)
{
    return value ? named(*value) : QVariant(QMetaType::fromType<QString>());
}

Error damaged(CustomerId customer)
{
    return {ErrorCode::DatabaseDamaged,
            "what is kept of customer " + std::to_string(customer.value) + " cannot be read",
            {{"customer", std::to_string(customer.value)}}};
}

constexpr std::string_view kBirthDate = "birthDate";

/// The customer number is on every letter; the others are sealed.
bool isSealed(IdentifierKind kind) { return kind != IdentifierKind::CustomerNumber; }

std::string_view kindName(IdentifierKind kind) { return names(kind).at(static_cast<std::size_t>(kind)); }

} // namespace

const RecordTable &RowsOf<StageChange>::table()
{
    static const RecordTable kTable{"customer_stage", list({"customer_id", "product", "at_ms"}),
                                    list({"stage", "staff_id"})};
    return kTable;
}
QVariantList RowsOf<StageChange>::row(std::int64_t branch, const StageChange &s)
{
    return {wholeValue(branch), wholeValue(s.customer.value), textValue(s.product), wholeValue(s.atMs),
            named(s.stage),     wholeValue(s.staff.value)};
}
std::optional<StageChange> RowsOf<StageChange>::from(const Statement &row)
{
    Columns in(row);
    StageChange s;
    s.customer = in.id<CustomerId>();
    s.product = in.text();
    s.atMs = in.whole();
    s.stage = in.named<Stage>();
    s.staff = in.id<StaffId>();
    return in.good(std::move(s));
}

const RecordTable &RowsOf<ProductHeld>::table()
{
    static const RecordTable kTable{"customer_product", list({"customer_id", "product", "reference"}),
                                    list({"since_day", "until_day"})};
    return kTable;
}
QVariantList RowsOf<ProductHeld>::row(std::int64_t branch, const ProductHeld &p)
{
    return {wholeValue(branch),     wholeValue(p.customer.value), textValue(p.product),
            textValue(p.reference), textValue(p.sinceDay),        textValue(p.untilDay)};
}
std::optional<ProductHeld> RowsOf<ProductHeld>::from(const Statement &row)
{
    Columns in(row);
    ProductHeld p;
    p.customer = in.id<CustomerId>();
    p.product = in.text();
    p.reference = in.text();
    p.sinceDay = in.text();
    p.untilDay = in.text();
    return in.good(std::move(p));
}

const RecordTable &RowsOf<Consent>::table()
{
    static const RecordTable kTable{"customer_consent", list({"consent_id"}),
                                    list({"customer_id", "purpose", "source", "wording", "channel", "given_ms",
                                          "given_to", "withdrawn_ms", "withdrawn_to"})};
    return kTable;
}
QVariantList RowsOf<Consent>::row(std::int64_t branch, const Consent &c)
{
    return {wholeValue(branch),
            wholeValue(c.id.value),
            wholeValue(c.customer.value),
            named(c.purpose),
            textValue(c.source),
            textValue(c.wording),
            named(c.channel),
            wholeValue(c.givenMs),
            wholeValue(c.givenTo.value),
            orNull(c.withdrawnMs),
            wholeValue(c.withdrawnTo.value)};
}
std::optional<Consent> RowsOf<Consent>::from(const Statement &row)
{
    Columns in(row);
    Consent c;
    c.id = in.id<ConsentId>();
    c.customer = in.id<CustomerId>();
    c.purpose = in.named<ConsentPurpose>();
    c.source = in.text();
    c.wording = in.text();
    c.channel = in.named<Channel>();
    c.givenMs = in.whole();
    c.givenTo = in.id<StaffId>();
    c.withdrawnMs = in.time();
    c.withdrawnTo = in.id<StaffId>();
    return in.good(std::move(c));
}

const RecordTable &RowsOf<Happening>::table()
{
    static const RecordTable kTable{
        "customer_event", list({"event_id"}),
        list({"customer_id", "kind", "at_ms", "channel", "text", "product", "amount", "currency", "reason",
              "alternative", "score", "is_inward", "staff_id", "ticket_id", "reference"})};
    return kTable;
}
QVariantList RowsOf<Happening>::row(std::int64_t branch, const Happening &h)
{
    return {wholeValue(branch),
            wholeValue(h.id.value),
            wholeValue(h.customer.value),
            named(h.kind),
            wholeValue(h.atMs),
            named(h.channel),
            textValue(h.text),
            textValue(h.product),
            wholeValue(h.amount),
            textValue(h.currency),
            textValue(h.reason),
            textValue(h.alternative),
            wholeValue(h.score),
            h.isInward ? 1 : 0,
            wholeValue(h.staff.value),
            wholeValue(h.ticket.value),
            textValue(h.reference)};
}
std::optional<Happening> RowsOf<Happening>::from(const Statement &row)
{
    Columns in(row);
    Happening h;
    h.id = in.id<HappeningId>();
    h.customer = in.id<CustomerId>();
    h.kind = in.named<HappeningKind>();
    h.atMs = in.whole();
    h.channel = in.named<Channel>();
    h.text = in.text();
    h.product = in.text();
    h.amount = in.whole();
    h.currency = in.text();
    h.reason = in.text();
    h.alternative = in.text();
    h.score = in.whole();
    h.isInward = in.yes();
    h.staff = in.id<StaffId>();
    h.ticket = in.id<TicketId>();
    h.reference = in.text();
    return in.good(std::move(h));
}

const RecordTable &RowsOf<CustomerNote>::table()
{
    static const RecordTable kTable{"customer_note", list({"note_id"}),
                                    list({"customer_id", "ticket_id", "department", "is_for_supervisors", "text",
                                          "staff_id", "at_ms", "changed_ms", "removed_ms"})};
    return kTable;
}
QVariantList RowsOf<CustomerNote>::row(std::int64_t branch, const CustomerNote &n)
{
    return {wholeValue(branch),         wholeValue(n.id.value),    wholeValue(n.customer.value),
            wholeValue(n.ticket.value), named(n.department),       n.isForSupervisors ? 1 : 0,
            textValue(n.text),          wholeValue(n.staff.value), wholeValue(n.atMs),
            orNull(n.changedMs),        orNull(n.removedMs)};
}
std::optional<CustomerNote> RowsOf<CustomerNote>::from(const Statement &row)
{
    Columns in(row);
    CustomerNote n;
    n.id = in.id<CustomerNoteId>();
    n.customer = in.id<CustomerId>();
    n.ticket = in.id<TicketId>();
    n.department = in.named<Department>();
    n.isForSupervisors = in.yes();
    n.text = in.text();
    n.staff = in.id<StaffId>();
    n.atMs = in.whole();
    n.changedMs = in.time();
    n.removedMs = in.time();
    return in.good(std::move(n));
}

const RecordTable &RowsOf<NoteDraft>::table()
{
    static const RecordTable kTable{"note_draft", list({"staff_id", "customer_id", "ticket_id"}),
                                    list({"text", "at_ms"})};
    return kTable;
}
QVariantList RowsOf<NoteDraft>::row(std::int64_t branch, const NoteDraft &n)
{
    return {wholeValue(branch),         wholeValue(n.staff.value), wholeValue(n.customer.value),
            wholeValue(n.ticket.value), textValue(n.text),         wholeValue(n.atMs)};
}
std::optional<NoteDraft> RowsOf<NoteDraft>::from(const Statement &row)
{
    Columns in(row);
    NoteDraft n;
    n.staff = in.id<StaffId>();
    n.customer = in.id<CustomerId>();
    n.ticket = in.id<TicketId>();
    n.text = in.text();
    n.atMs = in.whole();
    return in.good(std::move(n));
}

const RecordTable &RowsOf<OpenItem>::table()
{
    static const RecordTable kTable{
        "open_item", list({"item_id"}),
        list({"kind", "customer_id", "ticket_id", "department", "blocker", "text", "owner_id", "due_ms", "state",
              "ending", "made_by", "made_ms", "changed_ms", "ended_ms", "revision"})};
    return kTable;
}
QVariantList RowsOf<OpenItem>::row(std::int64_t branch, const OpenItem &i)
{
    return {
        wholeValue(branch),         wholeValue(i.id.value), named(i.kind),           wholeValue(i.customer.value),
        wholeValue(i.ticket.value), named(i.department),    named(i.blocker),        textValue(i.text),
        wholeValue(i.owner.value),  wholeValue(i.dueMs),    named(i.state),          textValue(i.ending),
        wholeValue(i.madeBy.value), wholeValue(i.madeMs),   wholeValue(i.changedMs), orNull(i.endedMs),
        wholeValue(i.revision)};
}
std::optional<OpenItem> RowsOf<OpenItem>::from(const Statement &row)
{
    Columns in(row);
    OpenItem i;
    i.id = in.id<OpenItemId>();
    i.kind = in.named<OpenItemKind>();
    i.customer = in.id<CustomerId>();
    i.ticket = in.id<TicketId>();
    i.department = in.named<Department>();
    i.blocker = in.named<BlockerKind>();
    i.text = in.text();
    i.owner = in.id<StaffId>();
    i.dueMs = in.whole();
    i.state = in.named<OpenItemState>();
    i.ending = in.text();
    i.madeBy = in.id<StaffId>();
    i.madeMs = in.whole();
    i.changedMs = in.whole();
    i.endedMs = in.time();
    i.revision = in.whole();
    return in.good(std::move(i));
}

const RecordTable &RowsOf<VisitGoal>::table()
{
    static const RecordTable kTable{"visit_goal", list({"ticket_id"}),
                                    list({"customer_id", "text", "reached", "staff_id", "at_ms"})};
    return kTable;
}
QVariantList RowsOf<VisitGoal>::row(std::int64_t branch, const VisitGoal &g)
{
    return {wholeValue(branch), wholeValue(g.ticket.value), wholeValue(g.customer.value),
            textValue(g.text),  named(g.reached),           wholeValue(g.staff.value),
            wholeValue(g.atMs)};
}
std::optional<VisitGoal> RowsOf<VisitGoal>::from(const Statement &row)
{
    Columns in(row);
    VisitGoal g;
    g.ticket = in.id<TicketId>();
    g.customer = in.id<CustomerId>();
    g.text = in.text();
    g.reached = in.named<GoalReached>();
    g.staff = in.id<StaffId>();
    g.atMs = in.whole();
    return in.good(std::move(g));
}

const RecordTable &customerTable()
{
    static const RecordTable kTable{
        "customer", list({"customer_id"}),
        list({"revision", "name", "form", "language", "needs", "channel", "quiet_from_min", "quiet_to_min",
              "wishes", "birth_date_sealed", "address", "tier", "segment_id", "looked_after_by",
              "looked_after_by_name", "created_ms", "changed_ms"})};
    return kTable;
}

QVariantList customerRow(std::int64_t branch, const Customer &c, const Sealing &sealing)
{
    const std::string birthDate
        = c.birthDate.empty() ? std::string() : sealing.seal({branch, c.id.value, kBirthDate}, c.birthDate);
    return {wholeValue(branch),
            wholeValue(c.id.value),
            wholeValue(c.revision),
            textValue(c.name),
            named(c.form),
            textValue(c.language),
            listed(c.needs),
            namedOrNull(c.preferences.channel),
            wholeValue(c.preferences.quietFromMin),
            wholeValue(c.preferences.quietToMin),
            textValue(c.preferences.wishes),
            textValue(birthDate),
            textValue(c.address),
            textValue(c.tier),
            wholeValue(c.segment.value),
            wholeValue(c.lookedAfterBy.value),
            textValue(c.lookedAfterByName),
            wholeValue(c.createdMs),
            wholeValue(c.changedMs)};
}

Result<Customer> customerOf(std::int64_t branch, const Statement &row, const Sealing &sealing)
{
    Columns in(row);
    Customer c;
    c.id = in.id<CustomerId>();
    c.revision = in.whole();
    c.name = in.text();
    c.form = in.named<AddressForm>();
    c.language = in.text();
    c.needs = in.list<Need>();
    c.preferences.channel = in.namedOrNull<Channel>();
    c.preferences.quietFromMin = in.whole();
    c.preferences.quietToMin = in.whole();
    c.preferences.wishes = in.text();
    const std::string birthDate = in.text();
    c.address = in.text();
    c.tier = in.text();
    c.segment = in.id<SegmentId>();
    c.lookedAfterBy = in.id<StaffId>();
    c.lookedAfterByName = in.text();
    c.createdMs = in.whole();
    c.changedMs = in.whole();
    if (!in.isGood())
        return damaged(c.id);
    if (birthDate.empty())
        return c;
    auto opened = sealing.unseal({branch, c.id.value, kBirthDate}, birthDate);
    if (!opened)
        return std::move(opened).error();
    c.birthDate = std::move(*opened);
    return c;
}

const RecordTable &identifierTable()
{
    static const RecordTable kTable{"customer_identifier", list({"customer_id", "identifier_id"}),
                                    list({"position", "kind", "value", "lookup", "end_lookup"})};
    return kTable;
}

QVariantList identifierRow(std::int64_t branch, CustomerId customer, std::size_t position,
                           const Identifier &identifier, const Sealing &sealing)
{
    const IdentifierKind kind = identifier.kind;
    const std::string value = isSealed(kind)
        ? sealing.seal({branch, customer.value, kindName(kind)}, identifier.value)
        : identifier.value;
    const std::string end = kind == IdentifierKind::Phone ? endLookupOf(sealing, identifier.value) : std::string();
    return {wholeValue(branch),
            wholeValue(customer.value),
            wholeValue(identifier.id.value),
            wholeValue(static_cast<std::int64_t>(position)),
            named(kind),
            textValue(value),
            textValue(lookupOf(sealing, kind, identifier.value)),
            end.empty() ? QVariant(QMetaType::fromType<QString>()) : textValue(end)};
}

Result<Identifier> identifierOf(std::int64_t branch, const Statement &row, const Sealing &sealing)
{
    Columns in(row);
    const auto customer = in.id<CustomerId>();
    Identifier identifier;
    identifier.id = in.id<IdentifierId>();
    (void)in.whole();
    identifier.kind = in.named<IdentifierKind>();
    identifier.value = in.text();
    if (!in.isGood())
        return damaged(customer);
    if (!isSealed(identifier.kind))
        return identifier;
    auto opened = sealing.unseal({branch, customer.value, kindName(identifier.kind)}, identifier.value);
    if (!opened)
        return std::move(opened).error();
    identifier.value = std::move(*opened);
    return identifier;
}

std::string lookupOf(const Sealing &sealing, IdentifierKind kind, std::string_view value)
{
    return sealing.lookup(kindName(kind), value);
}

std::string endLookupOf(const Sealing &sealing, std::string_view digits)
{
    if (digits.size() < kPhoneEndDigits)
        return {};
    return sealing.lookup("phoneEnd", digits.substr(digits.size() - kPhoneEndDigits));
}

std::string searchWordsOf(std::string_view name) { return folded(name); }

} // namespace tiepdon
