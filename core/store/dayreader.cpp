// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/dayreader.h"

#include "core/store/dialect.h"
#include "core/store/journal.h"
#include "core/store/worker.h"

#include <algorithm>
#include <map>

namespace tiepdon {
namespace {

/// All questions of one answer see one moment of the database.
class Moment
{
public:
    explicit Moment(Connection &connection)
        : m_connection(connection), m_begun(connection.exec(Dialect::beginRead()))
    {
    }
    ~Moment()
    {
        if (m_begun)
            m_connection.rollback();
    }
    Moment(const Moment &) = delete;
    Moment &operator=(const Moment &) = delete;
    [[nodiscard]] const Result<void> &begun() const { return m_begun; }

private:
    Connection &m_connection;
    Result<void> m_begun;
};

class DayLookup
{
public:
    DayLookup(Connection &connection, std::int64_t branch) : m_connection(connection), m_branch(branch) { }

    Result<std::vector<DayKept>> days(const std::string &from, const std::string &to, std::int64_t limit);
    Result<std::shared_ptr<const DayEntries>> entries(const std::string &businessDay, std::int64_t afterSeq);

private:
    /// Where an opening ends: its closing, else the entry before `untilSeq` (the next opening's, or none).
    Result<DayOpening> opening(std::int64_t firstSeq, std::int64_t untilSeq);
    Result<void> countTickets(std::vector<DayKept> &days);

    Connection &m_connection;
    std::int64_t m_branch;
};

Result<std::vector<DayKept>> DayLookup::days(const std::string &from, const std::string &to, std::int64_t limit)
{
    const Moment moment(m_connection);
    if (!moment.begun())
        return moment.begun().error();
    // an opening ends before the next one, of whichever day that is
    auto rows = Statement::prepare(m_connection,
                                   QStringLiteral("SELECT opened_seq, business_day FROM business_day "
                                                  "WHERE branch = :branch AND business_day >= :from_day "
                                                  "ORDER BY opened_seq DESC"),
                                   {QStringLiteral("branch"), QStringLiteral("from_day")});
    if (!rows)
        return std::move(rows).error();
    if (auto run = rows->run({wholeValue(m_branch), textValue(from)}); !run)
        return std::move(run).error();
    std::vector<DayKept> days;
    std::int64_t untilSeq = 0;
    while (rows->next()) {
        const std::int64_t firstSeq = rows->column(0).toLongLong();
        const std::string day = rows->column(1).toString().toStdString();
        if (to.empty() || day <= to) {
            if (days.empty() || days.back().businessDay != day) {
                if (std::cmp_equal(days.size(), limit))
                    break;
                days.push_back({day, {}, 0});
            }
            auto found = opening(firstSeq, untilSeq);
            if (!found)
                return std::move(found).error();
            days.back().openings.push_back(*found);
        }
        untilSeq = firstSeq;
    }
    if (auto ended = rows->ended(); !ended)
        return std::move(ended).error();
    rows->finish();
    for (DayKept &day : days)
        std::reverse(day.openings.begin(), day.openings.end());
    if (auto counted = countTickets(days); !counted)
        return std::move(counted).error();
    return days;
}

Result<DayOpening> DayLookup::opening(std::int64_t firstSeq, std::int64_t untilSeq)
{
    auto first = Statement::prepare(
        m_connection, QStringLiteral("SELECT at_ms FROM journal WHERE branch = :branch AND seq = :seq"),
        {QStringLiteral("branch"), QStringLiteral("seq")});
    if (!first)
        return std::move(first).error();
    if (auto run = first->run({wholeValue(m_branch), wholeValue(firstSeq)}); !run)
        return std::move(run).error();
    if (!first->next()) {
        auto ended = first->ended();
        return ended ? Error{ErrorCode::DatabaseDamaged,
                             "a day's opening is not in the journal",
                             {{"seq", std::to_string(firstSeq)}}}
                     : std::move(ended).error();
    }
    DayOpening found;
    found.firstSeq = firstSeq;
    found.lastSeq = firstSeq;
    found.openedMs = first->column(0).toLongLong();
    first->finish();

    // behind a closing come only the few changes of a closed branch, so it is found from the end
    auto last = Statement::prepare(m_connection,
                                   QStringLiteral("SELECT seq, at_ms, name FROM journal WHERE branch = :branch AND "
                                                  "seq > :first_seq AND (:until_seq = 0 OR seq < :before_seq) "
                                                  "ORDER BY seq DESC"),
                                   {QStringLiteral("branch"), QStringLiteral("first_seq"),
                                    QStringLiteral("until_seq"), QStringLiteral("before_seq")});
    if (!last)
        return std::move(last).error();
    if (auto run
        = last->run({wholeValue(m_branch), wholeValue(firstSeq), wholeValue(untilSeq), wholeValue(untilSeq)});
        !run)
        return std::move(run).error();
    const QString closed = QString::fromLatin1(event::DayClosed::kName.data(), event::DayClosed::kName.size());
    bool isFirst = true;
    while (last->next()) {
        const std::int64_t seq = last->column(0).toLongLong();
        if (isFirst)
            found.lastSeq = seq;
        isFirst = false;
        if (last->column(2).toString() != closed)
            continue;
        found.lastSeq = seq;
        found.closedMs = last->column(1).toLongLong();
        last->finish();
        return found;
    }
    if (auto ended = last->ended(); !ended)
        return std::move(ended).error();
    return found;
}

Result<void> DayLookup::countTickets(std::vector<DayKept> &days)
{
    if (days.empty())
        return {};
    auto rows
        = Statement::prepare(m_connection,
                             QStringLiteral("SELECT business_day, COUNT(*) FROM ticket WHERE branch = :branch "
                                            "AND business_day >= :from_day AND business_day <= :to_day "
                                            "GROUP BY business_day"),
                             {QStringLiteral("branch"), QStringLiteral("from_day"), QStringLiteral("to_day")});
    if (!rows)
        return std::move(rows).error();
    if (auto run = rows->run(
            {wholeValue(m_branch), textValue(days.back().businessDay), textValue(days.front().businessDay)});
        !run)
        return run;
    std::map<std::string, std::int64_t> counts;
    while (rows->next())
        counts[rows->column(0).toString().toStdString()] = rows->column(1).toLongLong();
    if (auto ended = rows->ended(); !ended)
        return ended;
    for (DayKept &day : days)
        day.tickets = counts[day.businessDay];
    return {};
}

Result<std::shared_ptr<const DayEntries>> DayLookup::entries(const std::string &businessDay, std::int64_t afterSeq)
{
    auto found = days(businessDay, businessDay, 1);
    if (!found)
        return std::move(found).error();
    if (found->empty())
        return Error{ErrorCode::UnknownDay, "the journal has no such day", {{"businessDay", businessDay}}};
    auto answer = std::make_shared<DayEntries>();
    answer->day = std::move(found->front());
    for (const DayOpening &opening : answer->day.openings) {
        if (opening.lastSeq <= afterSeq)
            continue;
        auto reader = JournalReader::start(m_connection, m_branch, std::max(opening.firstSeq, afterSeq + 1));
        if (!reader)
            return std::move(reader).error();
        for (;;) {
            auto row = reader->next();
            if (!row)
                return std::move(row).error();
            if (!*row || (*row)->seq > opening.lastSeq)
                break;
            auto event = eventOf(**row);
            if (!event)
                return std::move(event).error();
            if (answer->entries.size() == DayReader::kEntriesMax)
                return Error{ErrorCode::TooLarge, "the day is too long", {{"businessDay", businessDay}}};
            answer->entries.push_back({(*row)->seq, (*row)->atMs, StaffId{(*row)->actor},
                                       (*row)->device.toStdString(), (*row)->operation.toStdString(),
                                       std::move(*event)});
        }
    }
    return std::shared_ptr<const DayEntries>(std::move(answer));
}

} // namespace

class DayReader::Private
{
public:
    ~Private()
    {
        worker.call([this] {
            lookup.reset();
            connection.reset();
        });
    }

    template <class Answer, class Ask>
    void answer(DayReader *self, Done<Answer> done, Ask ask)
    {
        worker.post([this, self, done = std::move(done), ask = std::move(ask)] {
            QMetaObject::invokeMethod(
                self, [done, found = Result<Answer>(ask(*lookup))] { done(found); }, Qt::QueuedConnection);
        });
    }

    // the reader thread's own
    std::unique_ptr<Connection> connection;
    std::unique_ptr<DayLookup> lookup;

    Worker worker{QStringLiteral("store-days")}; ///< last: its thread ends before the rest goes
};

DayReader::DayReader() : d(std::make_unique<Private>()) { }

DayReader::~DayReader() = default;

Result<void> DayReader::start(const QString &directory, std::int64_t branch)
{
    Result<void> started;
    d->worker.call([&] {
        auto connection = Connection::open(directory, Connection::Mode::Read);
        if (!connection) {
            started = std::move(connection).error();
            return;
        }
        d->connection = std::move(*connection);
        d->lookup = std::make_unique<DayLookup>(*d->connection, branch);
    });
    return started;
}

void DayReader::days(std::string from, std::string to, std::int64_t limit, Done<std::vector<DayKept>> done)
{
    d->answer<std::vector<DayKept>>(this, std::move(done),
                                    [from = std::move(from), to = std::move(to),
                                     most = std::clamp<std::int64_t>(limit, 1, kDaysMax)](DayLookup &lookup) {
                                        return lookup.days(from, to, most);
                                    });
}

void DayReader::entries(std::string businessDay, std::int64_t afterSeq,
                        Done<std::shared_ptr<const DayEntries>> done)
{
    d->answer<std::shared_ptr<const DayEntries>>(
        this, std::move(done),
        [day = std::move(businessDay), afterSeq](DayLookup &lookup) { return lookup.entries(day, afterSeq); });
}

} // namespace tiepdon
