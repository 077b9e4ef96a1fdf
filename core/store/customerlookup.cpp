// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/customerlookup.h"

#include <algorithm>
#include <set>

namespace tiepdon {
namespace {

using namespace records;

constexpr TimeMs kYearMs = 365 * kDayMs;
/// Of a record: what a card or a decision can make use of.
constexpr std::int64_t kNotesMax = 50;
constexpr std::int64_t kHappeningsMax = 50;
constexpr std::int64_t kStepsMax = 50;
constexpr std::int64_t kOpenItemsMax = 200;
constexpr TimeMs kEndedInRecordMs = 90 * kDayMs;
constexpr TimeMs kEndedOnBoardMs = 30 * kDayMs;
/// Of one identifier: more people with one phone are no hint at anybody.
constexpr std::int64_t kHavingMax = 20;
/// Things of one moment that a page of a timeline holds whole, so that the next page can begin before it.
constexpr std::int64_t kAtOnceMax = 2000;

QString at(const char *sql) { return QString::fromLatin1(sql); }

/// A page of a list, newest first, that ends between two moments.
template <class Item, class Fetch, class TimeOf>
Result<std::vector<Item>> page(const Fetch &fetch, const TimeOf &timeOf, std::int64_t limit,
                               std::optional<TimeMs> &reachesMs)
{
    // one more than is asked for tells whether there are more
    Result<std::vector<Item>> found = fetch(std::nullopt, limit + 1);
    if (!found || static_cast<std::int64_t>(found->size()) <= limit)
        return found;
    const TimeMs cutMs = timeOf(found->back());
    std::erase_if(*found, [&](const Item &item) { return timeOf(item) == cutMs; });
    if (found->empty())
        found = fetch(cutMs, kAtOnceMax);
    if (found && !found->empty())
        reachesMs = std::max(reachesMs.value_or(0), timeOf(found->back()));
    return found;
}

} // namespace

Result<void> CustomerLookup::forEach(const QString &sql, const QStringList &names, const QVariantList &values,
                                     const Each &each)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        auto prepared = Statement::prepare(m_connection, sql, names);
        if (!prepared)
            return std::move(prepared).error();
        found = m_statements.emplace(sql, std::move(*prepared)).first;
    }
    Statement &statement = found->second;
    Result<void> done = statement.run(values);
    while (done && statement.next())
        done = each(statement);
    if (done)
        done = statement.ended();
    statement.finish();
    return done;
}

QStringList CustomerLookup::statements() const
{
    QStringList all;
    for (const auto &[sql, statement] : m_statements)
        all.push_back(sql);
    return all;
}

Result<std::int64_t> CustomerLookup::number(const QString &sql, const QStringList &names,
                                            const QVariantList &values)
{
    std::int64_t found = 0;
    auto done = forEach(sql, names, values, [&](const Statement &row) -> Result<void> {
        found = row.column(0).toLongLong();
        return {};
    });
    if (!done)
        return std::move(done).error();
    return found;
}

Result<std::optional<Customer>> CustomerLookup::customer(CustomerId id)
{
    std::optional<Customer> found;
    auto done = forEach(customerTable().select(at("customer_id = :customer_id")), list({"branch", "customer_id"}),
                        {wholeValue(m_branch), wholeValue(id.value)}, [&](const Statement &row) -> Result<void> {
                            auto read = customerOf(m_branch, row, m_sealing);
                            if (!read)
                                return std::move(read).error();
                            found = std::move(*read);
                            return {};
                        });
    if (done && found)
        done = addIdentifiers(*found);
    if (!done)
        return std::move(done).error();
    return found;
}

Result<void> CustomerLookup::addIdentifiers(Customer &customer)
{
    return forEach(identifierTable().select(at("customer_id = :customer_id ORDER BY position, identifier_id")),
                   list({"branch", "customer_id"}), {wholeValue(m_branch), wholeValue(customer.id.value)},
                   [&](const Statement &row) -> Result<void> {
                       auto identifier = identifierOf(m_branch, row, m_sealing);
                       if (!identifier)
                           return std::move(identifier).error();
                       customer.identifiers.push_back(std::move(*identifier));
                       return {};
                   });
}

Result<std::vector<EarlierStep>> CustomerLookup::visits(CustomerId customer, const QString &condition,
                                                        const QStringList &names, const QVariantList &values,
                                                        std::int64_t limit)
{
    std::vector<EarlierStep> steps;
    const QString sql
        = at("SELECT t.ticket_id, t.number, t.business_day, t.issued_ms, s.service_id, s.outcome, s.result_id, "
             "s.waiting_from_ms, s.waited_before_ms, s.called_ms, s.started_ms, s.finished_ms, "
             "s.served_before_ms, s.wrap_up_ms, s.counter_id, s.staff_id, g.reached FROM ticket t "
             "JOIN visit_step s ON s.branch = t.branch AND s.visit_id = t.ticket_id "
             "LEFT JOIN visit_goal g ON g.branch = t.branch AND g.ticket_id = t.ticket_id "
             "WHERE t.branch = :branch AND t.customer_id = :customer_id%1 "
             "ORDER BY t.ticket_id DESC, s.step_no LIMIT :most")
              .arg(condition);
    auto done = forEach(sql, list({"branch", "customer_id"}) + names + list({"most"}),
                        QVariantList{wholeValue(m_branch), wholeValue(customer.value)} + values
                            + QVariantList{wholeValue(limit)},
                        [&](const Statement &row) -> Result<void> {
                            auto step = stepOf(row);
                            if (!step)
                                return std::move(step).error();
                            steps.push_back(std::move(*step));
                            return {};
                        });
    if (!done)
        return std::move(done).error();
    return steps;
}

Result<EarlierStep> CustomerLookup::stepOf(const Statement &row)
{
    const auto whole = [&](int column) -> std::int64_t { return row.column(column).toLongLong(); };
    EarlierStep step;
    step.ticket = {whole(0)};
    step.number = textOf(row.column(1));
    step.businessDay = textOf(row.column(2));
    step.arrivedMs = whole(3);
    step.service = {whole(4)};
    const auto outcome = valueOf<StepOutcome>(row.column(5).toString());
    const auto reached = row.column(16).isNull() ? std::optional(GoalReached::NotSaid)
                                                 : valueOf<GoalReached>(row.column(16).toString());
    if (!outcome || !reached)
        return Error{ErrorCode::DatabaseDamaged,
                     "a step of ticket " + std::to_string(step.ticket.value) + " cannot be read",
                     {}};
    step.outcome = *outcome;
    step.reached = *reached;
    step.result = {whole(6)};
    const TimeMs waitingFromMs = whole(7);
    const auto calledMs = timeOf(row.column(9));
    const auto startedMs = timeOf(row.column(10));
    const auto finishedMs = timeOf(row.column(11));
    const TimeMs untilMs = calledMs.value_or(finishedMs.value_or(waitingFromMs));
    step.waitMs = whole(8) + std::max<TimeMs>(0, untilMs - waitingFromMs);
    step.serviceMs = whole(12);
    if (startedMs && finishedMs)
        step.serviceMs += std::max<TimeMs>(0, timeOf(row.column(13)).value_or(*finishedMs) - *startedMs);
    step.counter = {whole(14)};
    step.staff = {whole(15)};
    return step;
}

Result<std::int64_t> CustomerLookup::visitsSince(CustomerId customer, TimeMs fromMs)
{
    return number(at("SELECT COUNT(*) FROM ticket WHERE branch = :branch AND customer_id = :customer_id "
                     "AND issued_ms >= :from_ms"),
                  list({"branch", "customer_id", "from_ms"}),
                  {wholeValue(m_branch), wholeValue(customer.value), wholeValue(fromMs)});
}

Result<CustomerRecord> CustomerLookup::record(Customer customer, TimeMs nowMs)
{
    const CustomerId id = customer.id;
    CustomerRecord record;
    record.customer = std::move(customer);
    std::optional<Error> error;
    const auto take = [&](auto &to, auto found) {
        if (!found)
            error = std::move(found).error();
        else
            to = std::move(*found);
    };
    const auto ofCustomer = [&]<class Record>(std::vector<Record> &to, const char *condition,
                                              const QStringList &names, const QVariantList &values) {
        if (!error)
            take(to,
                 records<Record>(at("customer_id = :customer_id") + at(condition), list({"customer_id"}) + names,
                                 QVariantList{wholeValue(id.value)} + values));
    };
    const QStringList most = list({"most"});
    ofCustomer(record.stages, " ORDER BY at_ms, product", {}, {});
    ofCustomer(record.products, " ORDER BY product, reference", {}, {});
    ofCustomer(record.consents, " ORDER BY given_ms DESC, consent_id DESC", {}, {});
    ofCustomer(record.notes, " AND removed_ms IS NULL ORDER BY at_ms DESC, note_id DESC LIMIT :most", most,
               {wholeValue(kNotesMax)});
    ofCustomer(record.happenings, " ORDER BY at_ms DESC, event_id DESC LIMIT :most", most,
               {wholeValue(kHappeningsMax)});
    ofCustomer(record.openItems, " AND state = 'open' ORDER BY due_ms, item_id LIMIT :most", most,
               {wholeValue(kOpenItemsMax)});
    std::vector<OpenItem> ended;
    ofCustomer(ended,
               " AND state <> 'open' AND ended_ms >= :from_ms ORDER BY ended_ms DESC, item_id DESC LIMIT :most",
               list({"from_ms"}) + most, {wholeValue(nowMs - kEndedInRecordMs), wholeValue(kOpenItemsMax)});
    record.openItems.insert(record.openItems.end(), ended.begin(), ended.end());
    if (!error)
        take(record.visits, visits(id, {}, {}, {}, kStepsMax));
    if (!error)
        take(record.visitsInYear, visitsSince(id, nowMs - kYearMs));
    if (!error)
        take(record.visitsEver, visitsSince(id, 0));
    if (error)
        return std::move(*error);
    return record;
}

Result<std::vector<CustomerRecord>> CustomerLookup::read(const std::vector<CustomerId> &customers, TimeMs nowMs)
{
    return atOneMoment<std::vector<CustomerRecord>>([&]() -> Result<std::vector<CustomerRecord>> {
        std::vector<CustomerRecord> found;
        for (const CustomerId id : customers) {
            auto who = customer(id);
            if (!who)
                return std::move(who).error();
            if (!*who)
                continue;
            auto whole = record(std::move(**who), nowMs);
            if (!whole)
                return std::move(whole).error();
            found.push_back(std::move(*whole));
        }
        return found;
    });
}

Result<Timeline> CustomerLookup::timeline(CustomerId customer, std::optional<TimeMs> beforeMs, std::int64_t limit)
{
    const std::int64_t most = std::clamp<std::int64_t>(limit, 1, 200);
    return atOneMoment<Timeline>([&]() -> Result<Timeline> {
        std::optional<TimeMs> reachesMs;
        // all before a time, or all of one moment
        const auto ofTime = [&](const char *column, std::optional<TimeMs> atMs) {
            return std::pair(at(atMs ? " AND %1 = :time_ms" : " AND %1 < :time_ms").arg(at(column)),
                             wholeValue(atMs ? *atMs : beforeMs.value_or(std::numeric_limits<TimeMs>::max())));
        };
        auto steps = page<EarlierStep>(
            [&](std::optional<TimeMs> atMs, std::int64_t count) {
                const auto [condition, value] = ofTime("t.issued_ms", atMs);
                return visits(customer, condition, list({"time_ms"}), {value}, count);
            },
            [](const EarlierStep &step) { return step.arrivedMs; }, most, reachesMs);
        if (!steps)
            return std::move(steps).error();
        const auto listed = [&]<class Record>(const char *more, const char *order) {
            return page<Record>(
                [&](std::optional<TimeMs> atMs, std::int64_t count) {
                    const auto [condition, value] = ofTime("at_ms", atMs);
                    return records<Record>(at("customer_id = :customer_id") + condition + at(more)
                                               + at(" ORDER BY at_ms DESC, %1 DESC LIMIT :most").arg(at(order)),
                                           list({"customer_id", "time_ms", "most"}),
                                           {wholeValue(customer.value), value, wholeValue(count)});
                },
                [](const Record &record) { return record.atMs; }, most, reachesMs);
        };
        auto happenings = listed.template operator()<Happening>("", "event_id");
        if (!happenings)
            return std::move(happenings).error();
        auto notes = listed.template operator()<CustomerNote>(" AND removed_ms IS NULL", "note_id");
        if (!notes)
            return std::move(notes).error();
        Timeline timeline{std::move(*steps), std::move(*happenings), std::move(*notes), reachesMs.has_value()};
        const TimeMs fromMs = reachesMs.value_or(std::numeric_limits<TimeMs>::min());
        std::erase_if(timeline.visits, [&](const EarlierStep &step) { return step.arrivedMs < fromMs; });
        std::erase_if(timeline.happenings, [&](const Happening &happening) { return happening.atMs < fromMs; });
        std::erase_if(timeline.notes, [&](const CustomerNote &note) { return note.atMs < fromMs; });
        return timeline;
    });
}

Result<OpenItemsAnswer> CustomerLookup::openItems(const OpenItemsQuery &query, TimeMs nowMs)
{
    const std::int64_t limit = std::clamp<std::int64_t>(query.limit, 1, 200);
    QString filter;
    QStringList names;
    QVariantList values;
    const auto where = [&](const char *condition, const char *name, const QVariant &value) {
        filter += at(" AND ") + at(condition);
        names.push_back(at(name));
        values.push_back(value);
    };
    if (query.kind)
        where("kind = :kind", "kind", named(*query.kind));
    if (query.owner)
        where("owner_id = :owner_id", "owner_id", wholeValue(query.owner->value));
    if (query.dueBeforeMs)
        where("due_ms < :due_before_ms", "due_before_ms", wholeValue(*query.dueBeforeMs));
    return atOneMoment<OpenItemsAnswer>([&]() -> Result<OpenItemsAnswer> {
        auto items = records<OpenItem>(at("state = 'open'") + filter + at(" ORDER BY due_ms, item_id LIMIT :most"),
                                       names + list({"most"}), values + QVariantList{wholeValue(limit + 1)});
        if (!items)
            return std::move(items).error();
        const auto left = limit + 1 - static_cast<std::int64_t>(items->size());
        if (query.withEnded && left > 0) {
            auto ended = records<OpenItem>(at("state <> 'open' AND ended_ms >= :from_ms") + filter
                                               + at(" ORDER BY ended_ms DESC, item_id DESC LIMIT :most"),
                                           list({"from_ms"}) + names + list({"most"}),
                                           QVariantList{wholeValue(nowMs - kEndedOnBoardMs)} + values
                                               + QVariantList{wholeValue(left)});
            if (!ended)
                return std::move(ended).error();
            items->insert(items->end(), ended->begin(), ended->end());
        }
        OpenItemsAnswer answer;
        answer.isMore = static_cast<std::int64_t>(items->size()) > limit;
        if (answer.isMore)
            items->pop_back();
        for (OpenItem &item : *items) {
            OpenItemRow row;
            auto done = forEach(
                at("SELECT name, form FROM customer WHERE branch = :branch AND customer_id = :customer_id"),
                list({"branch", "customer_id"}), {wholeValue(m_branch), wholeValue(item.customer.value)},
                [&](const Statement &found) -> Result<void> {
                    row.name = textOf(found.column(0));
                    row.form = valueOf<AddressForm>(found.column(1).toString()).value_or(AddressForm::None);
                    return {};
                });
            if (!done)
                return std::move(done).error();
            row.item = std::move(item);
            answer.items.push_back(std::move(row));
        }
        // both by due time, of which there is an index of those open alone
        const auto open = number(at("SELECT COUNT(*) FROM open_item WHERE branch = :branch AND state = 'open' "
                                    "AND due_ms > :from_ms"),
                                 list({"branch", "from_ms"}),
                                 {wholeValue(m_branch), wholeValue(std::numeric_limits<TimeMs>::min())});
        if (!open)
            return open.error();
        const auto late = number(at("SELECT COUNT(*) FROM open_item WHERE branch = :branch AND state = 'open' "
                                    "AND due_ms < :now_ms"),
                                 list({"branch", "now_ms"}), {wholeValue(m_branch), wholeValue(nowMs)});
        if (!late)
            return late.error();
        answer.open = *open;
        answer.late = *late;
        return answer;
    });
}

Result<std::vector<CustomerId>> CustomerLookup::having(const Identifier &identifier, std::int64_t limit)
{
    std::vector<CustomerId> found;
    auto done = forEach(at("SELECT DISTINCT customer_id FROM customer_identifier WHERE branch = :branch "
                           "AND lookup = :lookup ORDER BY customer_id LIMIT :most"),
                        list({"branch", "lookup", "most"}),
                        {wholeValue(m_branch), textValue(lookupOf(m_sealing, identifier.kind, identifier.value)),
                         wholeValue(limit)},
                        [&](const Statement &row) -> Result<void> {
                            found.push_back({row.column(0).toLongLong()});
                            return {};
                        });
    if (!done)
        return std::move(done).error();
    return found;
}

Result<std::vector<std::vector<CustomerId>>>
CustomerLookup::byIdentifiers(const std::vector<Identifier> &identifiers)
{
    using Found = std::vector<std::vector<CustomerId>>;
    return atOneMoment<Found>([&]() -> Result<Found> {
        Found all;
        for (const Identifier &identifier : identifiers) {
            auto found = having(identifier, kHavingMax);
            if (!found)
                return std::move(found).error();
            all.push_back(std::move(*found));
        }
        return all;
    });
}

Result<std::vector<std::optional<Happening>>> CustomerLookup::byReferences(const std::vector<HappeningKey> &keys)
{
    using Found = std::vector<std::optional<Happening>>;
    return atOneMoment<Found>([&]() -> Result<Found> {
        Found all;
        for (const HappeningKey &key : keys) {
            if (key.reference.empty()) { // of no books
                all.emplace_back();
                continue;
            }
            auto found
                = records<Happening>(at("customer_id = :customer_id AND kind = :kind AND reference = :reference "
                                        "ORDER BY event_id LIMIT 1"),
                                     list({"customer_id", "kind", "reference"}),
                                     {wholeValue(key.customer.value), named(key.kind), textValue(key.reference)});
            if (!found)
                return std::move(found).error();
            all.push_back(found->empty() ? std::nullopt : std::optional(std::move(found->front())));
        }
        return all;
    });
}

Result<std::vector<SegmentCount>> CustomerLookup::segmentCounts()
{
    std::vector<SegmentCount> counts;
    auto done = forEach(at("SELECT segment_id, COUNT(*) FROM customer WHERE branch = :branch GROUP BY segment_id "
                           "ORDER BY segment_id"),
                        list({"branch"}), {wholeValue(m_branch)}, [&](const Statement &row) -> Result<void> {
                            counts.push_back({SegmentId{row.column(0).toLongLong()}, row.column(1).toLongLong()});
                            return {};
                        });
    if (!done)
        return std::move(done).error();
    return counts;
}

Result<std::vector<TicketOfDay>> CustomerLookup::ticketsOfDay(const std::string &businessDay)
{
    std::vector<TicketOfDay> tickets;
    auto done = forEach(
        QStringLiteral("SELECT t.ticket_id, t.customer_id, COALESCE((SELECT s.staff_id FROM visit_step s WHERE "
                       "s.branch = t.branch AND s.visit_id = t.ticket_id AND s.staff_id > 0 "
                       "ORDER BY s.step_no DESC LIMIT 1), 0) FROM ticket t "
                       "WHERE t.branch = :branch AND t.business_day = :business_day"),
        list({"branch", "business_day"}), {wholeValue(m_branch), textValue(businessDay)},
        [&](const Statement &row) -> Result<void> {
            tickets.push_back({TicketId{row.column(0).toLongLong()}, CustomerId{row.column(1).toLongLong()},
                               StaffId{row.column(2).toLongLong()}});
            return {};
        });
    if (!done)
        return std::move(done).error();
    return tickets;
}

Result<std::vector<CustomerFacts>> CustomerLookup::customersAfter(CustomerId customer, std::int64_t count,
                                                                  TimeMs nowMs)
{
    using Found = std::vector<CustomerFacts>;
    return atOneMoment<Found>([&]() -> Result<Found> {
        Found all;
        auto done = forEach(customerTable().select(at("customer_id > :after ORDER BY customer_id LIMIT :most")),
                            list({"branch", "after", "most"}),
                            {wholeValue(m_branch), wholeValue(customer.value),
                             wholeValue(std::clamp<std::int64_t>(count, 1, 1000))},
                            [&](const Statement &row) -> Result<void> {
                                auto read = customerOf(m_branch, row, m_sealing);
                                if (!read)
                                    return std::move(read).error();
                                all.push_back({std::move(*read), {}, 0});
                                return {};
                            });
        for (auto it = all.begin(); done && it != all.end(); ++it) {
            const CustomerId id = it->customer.id;
            done = addIdentifiers(it->customer);
            if (!done)
                break;
            auto products = records<ProductHeld>(at("customer_id = :customer_id ORDER BY product, reference"),
                                                 list({"customer_id"}), {wholeValue(id.value)});
            if (!products)
                return std::move(products).error();
            const auto visits = visitsSince(id, nowMs - kYearMs);
            if (!visits)
                return visits.error();
            it->products = std::move(*products);
            it->visitsInYear = *visits;
        }
        if (!done)
            return std::move(done).error();
        return all;
    });
}

Result<VisitRecords> CustomerLookup::visitRecords(TicketId ticket)
{
    return atOneMoment<VisitRecords>([&]() -> Result<VisitRecords> {
        VisitRecords all;
        if (ticket == TicketId{})
            return all;
        std::optional<Error> error;
        const auto take = [&]<class Record>(std::vector<Record> &to, const char *condition) {
            auto found = records<Record>(at("ticket_id = :ticket_id") + at(condition), list({"ticket_id"}),
                                         {wholeValue(ticket.value)});
            if (!found)
                error = std::move(found).error();
            else
                to = std::move(*found);
        };
        std::vector<VisitGoal> goals;
        take(goals, "");
        take(all.notes, " AND customer_id = 0 AND removed_ms IS NULL ORDER BY at_ms DESC, note_id DESC LIMIT 200");
        take(all.happenings, " AND customer_id = 0 ORDER BY at_ms DESC, event_id DESC LIMIT 200");
        take(all.items, " AND customer_id = 0 ORDER BY made_ms DESC, item_id DESC LIMIT 200");
        if (error)
            return std::move(*error);
        if (!goals.empty())
            all.goal = std::move(goals.front());
        return all;
    });
}

Result<LastCustomerIds> CustomerLookup::lastIds()
{
    LastCustomerIds last;
    std::optional<Error> error;
    const auto read = [&](const char *sql, const QStringList &names, const QVariantList &values) {
        const auto found = number(at(sql), list({"branch"}) + names, QVariantList{wholeValue(m_branch)} + values);
        if (!found)
            error = found.error();
        return found ? *found : 0;
    };
    const std::int64_t fromId = m_branch * kCustomersOfBranch;
    last.customer
        = {read("SELECT MAX(customer_id) FROM customer WHERE branch = :branch AND customer_id >= :from_id "
                "AND customer_id < :to_id",
                list({"from_id", "to_id"}), {wholeValue(fromId), wholeValue(fromId + kCustomersOfBranch)})};
    last.customer.value = std::max(last.customer.value, fromId);
    last.consent = {read("SELECT MAX(consent_id) FROM customer_consent WHERE branch = :branch", {}, {})};
    last.happening = {read("SELECT MAX(event_id) FROM customer_event WHERE branch = :branch", {}, {})};
    last.note = {read("SELECT MAX(note_id) FROM customer_note WHERE branch = :branch", {}, {})};
    last.item = {read("SELECT MAX(item_id) FROM open_item WHERE branch = :branch", {}, {})};
    if (error)
        return std::move(*error);
    return last;
}

} // namespace tiepdon
