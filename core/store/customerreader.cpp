// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/customerreader.h"

#include "core/store/customerlookup.h"
#include "core/store/worker.h"

#include <atomic>

namespace tiepdon {

class CustomerReader::Private
{
public:
    /// One who searches: the number of their last search, and how many are not answered.
    struct Asker {
        std::atomic<std::uint64_t> latest = 0;
        int open = 0; ///< of the store's thread
    };

    ~Private()
    {
        worker.call([this] {
            lookup.reset();
            connection.reset();
        });
    }

    /// Runs `ask` on the reader's thread and gives its answer back to `self`'s.
    template <class Answer, class Ask>
    void answer(CustomerReader *self, Done<Answer> done, Ask ask)
    {
        worker.post([this, self, done = std::move(done), ask = std::move(ask)] {
            QMetaObject::invokeMethod(
                self, [done, found = Result<Answer>(ask(*lookup))] { done(found); }, Qt::QueuedConnection);
        });
    }
    /// The one record a condition gives, if there is one.
    template <class Record>
    void answerOne(CustomerReader *self, Done<std::optional<Record>> done, const char *condition,
                   const QStringList &names, const QVariantList &values)
    {
        answer<std::optional<Record>>(self, std::move(done),
                                      [condition = QString::fromLatin1(condition), names,
                                       values](CustomerLookup &found) -> Result<std::optional<Record>> {
                                          auto records = found.records<Record>(condition, names, values);
                                          if (!records)
                                              return std::move(records).error();
                                          return records->empty() ? std::nullopt
                                                                  : std::optional(std::move(records->front()));
                                      });
    }

    std::map<std::uint64_t, std::shared_ptr<Asker>> askers; ///< of the store's thread

    // the reader thread's own
    std::unique_ptr<Connection> connection;
    std::unique_ptr<CustomerLookup> lookup;

    Worker worker{QStringLiteral("store-customers")}; ///< last: its thread ends before the rest goes
};

CustomerReader::CustomerReader() : d(std::make_unique<Private>()) { }

CustomerReader::~CustomerReader() = default;

Result<void> CustomerReader::start(const QString &directory, std::int64_t branch, const Sealing &sealing)
{
    Result<void> started;
    d->worker.call([&] {
        auto connection = Connection::open(directory, Connection::Mode::Search);
        if (!connection) {
            started = std::move(connection).error();
            return;
        }
        d->connection = std::move(*connection);
        d->lookup = std::make_unique<CustomerLookup>(*d->connection, branch, sealing);
    });
    return started;
}

void CustomerReader::find(std::uint64_t asker, CustomerSearch search, Done<FoundCustomers> done)
{
    std::shared_ptr<Private::Asker> &known = d->askers[asker];
    if (!known)
        known = std::make_shared<Private::Asker>();
    ++known->open;
    const std::uint64_t mine = ++known->latest;
    auto answered = [this, asker, of = known, done = std::move(done)](const Result<FoundCustomers> &found) {
        if (--of->open == 0)
            d->askers.erase(asker);
        done(found);
    };
    d->answer<FoundCustomers>(this, std::move(answered),
                              [search = std::move(search), of = known, mine](CustomerLookup &lookup) {
                                  return lookup.find(search, [&] { return of->latest != mine; });
                              });
}

void CustomerReader::read(std::vector<CustomerId> customers, TimeMs nowMs, Done<std::vector<CustomerRecord>> done)
{
    d->answer<std::vector<CustomerRecord>>(this, std::move(done),
                                           [customers = std::move(customers), nowMs](CustomerLookup &lookup) {
                                               return lookup.read(customers, nowMs);
                                           });
}

void CustomerReader::timeline(CustomerId customer, std::optional<TimeMs> beforeMs, std::int64_t limit,
                              Done<Timeline> done)
{
    d->answer<Timeline>(this, std::move(done), [customer, beforeMs, limit](CustomerLookup &lookup) {
        return lookup.timeline(customer, beforeMs, limit);
    });
}

void CustomerReader::openItems(OpenItemsQuery query, TimeMs nowMs, Done<OpenItemsAnswer> done)
{
    d->answer<OpenItemsAnswer>(this, std::move(done), [query = std::move(query), nowMs](CustomerLookup &lookup) {
        return lookup.openItems(query, nowMs);
    });
}

void CustomerReader::openItem(OpenItemId item, Done<std::optional<OpenItem>> done)
{
    d->answerOne<OpenItem>(this, std::move(done), "item_id = :item_id", {QStringLiteral("item_id")},
                           {wholeValue(item.value)});
}

void CustomerReader::note(CustomerNoteId note, Done<std::optional<CustomerNote>> done)
{
    d->answerOne<CustomerNote>(this, std::move(done), "note_id = :note_id", {QStringLiteral("note_id")},
                               {wholeValue(note.value)});
}

void CustomerReader::byIdentifiers(std::vector<Identifier> identifiers,
                                   Done<std::vector<std::vector<CustomerId>>> done)
{
    d->answer<std::vector<std::vector<CustomerId>>>(this, std::move(done),
                                                    [identifiers = std::move(identifiers)](CustomerLookup &lookup) {
                                                        return lookup.byIdentifiers(identifiers);
                                                    });
}

void CustomerReader::byReferences(std::vector<HappeningKey> keys, Done<std::vector<std::optional<Happening>>> done)
{
    d->answer<std::vector<std::optional<Happening>>>(
        this, std::move(done),
        [keys = std::move(keys)](CustomerLookup &lookup) { return lookup.byReferences(keys); });
}

void CustomerReader::segmentCounts(Done<std::vector<SegmentCount>> done)
{
    d->answer<std::vector<SegmentCount>>(this, std::move(done),
                                         [](CustomerLookup &lookup) { return lookup.segmentCounts(); });
}

void CustomerReader::ticketsOfDay(const std::string &businessDay, Done<std::vector<TicketOfDay>> done)
{
    d->answer<std::vector<TicketOfDay>>(
        this, std::move(done), [businessDay](CustomerLookup &lookup) { return lookup.ticketsOfDay(businessDay); });
}

void CustomerReader::customersAfter(CustomerId customer, std::int64_t count, TimeMs nowMs,
                                    Done<std::vector<CustomerFacts>> done)
{
    d->answer<std::vector<CustomerFacts>>(this, std::move(done), [customer, count, nowMs](CustomerLookup &lookup) {
        return lookup.customersAfter(customer, count, nowMs);
    });
}

void CustomerReader::draft(StaffId staff, CustomerId customer, TicketId ticket, Done<std::optional<NoteDraft>> done)
{
    d->answerOne<NoteDraft>(
        this, std::move(done), "staff_id = :staff_id AND customer_id = :customer_id AND ticket_id = :ticket_id",
        {QStringLiteral("staff_id"), QStringLiteral("customer_id"), QStringLiteral("ticket_id")},
        {wholeValue(staff.value), wholeValue(customer.value), wholeValue(ticket.value)});
}

void CustomerReader::draftsOf(StaffId staff, Done<std::vector<NoteDraft>> done)
{
    d->answer<std::vector<NoteDraft>>(this, std::move(done), [staff](CustomerLookup &lookup) {
        return lookup.records<NoteDraft>(QStringLiteral("staff_id = :staff_id ORDER BY at_ms DESC, customer_id, "
                                                        "ticket_id LIMIT 200"),
                                         {QStringLiteral("staff_id")}, {wholeValue(staff.value)});
    });
}

void CustomerReader::goal(TicketId ticket, Done<std::optional<VisitGoal>> done)
{
    d->answerOne<VisitGoal>(this, std::move(done), "ticket_id = :ticket_id", {QStringLiteral("ticket_id")},
                            {wholeValue(ticket.value)});
}

void CustomerReader::visitRecords(TicketId ticket, Done<VisitRecords> done)
{
    d->answer<VisitRecords>(this, std::move(done),
                            [ticket](CustomerLookup &lookup) { return lookup.visitRecords(ticket); });
}

} // namespace tiepdon
