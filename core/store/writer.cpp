// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writer.h"

#include "core/store/dialect.h"
#include "core/store/forecasttables.h"
#include "core/store/journal.h"
#include "core/store/rows.h"

#include <map>

namespace tiepdon {
namespace {

/// Commits of one transaction: past this a flush is shared by enough, and nobody waits much longer for it.
constexpr std::size_t kGroupMax = 256;
/// How long an operation's answer is kept for a retry.
constexpr TimeMs kOperationKeptMs = 30 * kDayMs;
/// Operations removed in one transaction: about as much work as a group.
constexpr qlonglong kForgottenAtOnce = 500;

QStringList names(std::initializer_list<const char *> list)
{
    QStringList result;
    for (const char *name : list)
        result.push_back(QString::fromLatin1(name));
    return result;
}

QString text(const QByteArray &bytes) { return QString::fromUtf8(bytes); }

} // namespace

struct Writer::Statements {
    Statement journal;
    Statement operation;
    Statement forget;
    Statement end;
    Statement day;
    Statement ticket;
    Statement visit;
    Statement step;
    Statement interval;
    Statement quote;
    Statement quoteMet;
    Statement learned;
    Statement score;
    Statement notebook;

    static Result<std::unique_ptr<Statements>> prepare(Connection &connection)
    {
        std::optional<Error> error;
        const auto prepared = [&](const QString &sql, const QStringList &columns) -> std::optional<Statement> {
            auto statement = Statement::prepare(connection, sql, columns);
            if (statement)
                return std::move(*statement);
            error = statement.error();
            return std::nullopt;
        };
        const auto upsert = [&](const DerivedTable &table) { return prepared(table.upsert(), table.columns()); };

        auto journal = prepared(
            QStringLiteral("INSERT INTO journal (branch, seq, at_ms, actor, device, operation, name, body, hash) "
                           "VALUES (:branch, :seq, :at_ms, :actor, :device, :operation, :name, :body, :hash)"),
            names({"branch", "seq", "at_ms", "actor", "device", "operation", "name", "body", "hash"}));
        auto operation
            = prepared(QStringLiteral("INSERT INTO operation (branch, client, n, body_hash, answer, at_ms) "
                                      "VALUES (:branch, :client, :n, :body_hash, :answer, :at_ms)"),
                       names({"branch", "client", "n", "body_hash", "answer", "at_ms"}));
        auto forget = prepared(
            QStringLiteral("DELETE FROM operation WHERE branch = :branch AND (client, n) IN "
                           "(SELECT client, n FROM operation WHERE branch = :of_branch AND at_ms < :before_ms "
                           "ORDER BY at_ms LIMIT :at_once)"),
            names({"branch", "of_branch", "before_ms", "at_once"}));
        auto end = prepared(
            QStringLiteral("UPDATE branch SET last_seq = :last_seq, last_hash = :last_hash WHERE branch = :branch"),
            names({"last_seq", "last_hash", "branch"}));
        auto day = upsert(dayTable());
        auto ticket = upsert(ticketTable());
        auto visit = upsert(visitTable());
        auto step = upsert(stepTable());
        auto interval = upsert(intervalTable());
        auto quote = prepared(
            QStringLiteral("INSERT INTO quote (branch, visit_id, step_no, at_ms, low_ms, median_ms, high_ms) "
                           "VALUES (:branch, :visit_id, :step_no, :at_ms, :low_ms, :median_ms, :high_ms) "
                           "ON CONFLICT (branch, visit_id, step_no) DO NOTHING"),
            names({"branch", "visit_id", "step_no", "at_ms", "low_ms", "median_ms", "high_ms"}));
        auto quoteMet
            = prepared(QStringLiteral("UPDATE quote SET waited_ms = :called_ms - at_ms WHERE branch = :branch "
                                      "AND visit_id = :visit_id AND step_no = :step_no AND waited_ms IS NULL"),
                       names({"called_ms", "branch", "visit_id", "step_no"}));
        auto learned = prepared(QStringLiteral("INSERT INTO forecast (branch, seq, body) "
                                               "VALUES (:branch, :seq, :body) ON CONFLICT (branch) DO UPDATE "
                                               "SET seq = excluded.seq, body = excluded.body"),
                                names({"branch", "seq", "body"}));
        auto score = upsert(scoreTable());
        auto notebook
            = prepared(QStringLiteral("INSERT INTO notebook (branch, kind, entry_id, at_ms, ended_ms, body) "
                                      "VALUES (:branch, :kind, :entry_id, :at_ms, :ended_ms, :body) "
                                      "ON CONFLICT (branch, kind, entry_id) DO UPDATE SET at_ms = excluded.at_ms, "
                                      "ended_ms = excluded.ended_ms, body = excluded.body"),
                       names({"branch", "kind", "entry_id", "at_ms", "ended_ms", "body"}));
        if (error)
            return std::move(*error);
        return std::unique_ptr<Statements>(new Statements{
            std::move(*journal), std::move(*operation), std::move(*forget), std::move(*end), std::move(*day),
            std::move(*ticket), std::move(*visit), std::move(*step), std::move(*interval), std::move(*quote),
            std::move(*quoteMet), std::move(*learned), std::move(*score), std::move(*notebook)});
    }
};

/// What a group leaves of the tickets it touched: only the last of several states is written.
struct Writer::Changes {
    struct OfTicket {
        const Ticket *ticket = nullptr;
        const std::string *businessDay = nullptr;
        bool isVisitChanged = false;
    };
    std::map<TicketId, OfTicket> tickets;
    std::map<std::pair<TicketId, std::int64_t>, const VisitStep *> steps;
    std::vector<std::pair<std::int64_t, const Interval *>> intervals; ///< with the entry that ended each
};

Writer::Writer(OnCommitted onCommitted, OnFailed onFailed)
    : m_onCommitted(std::move(onCommitted)), m_onFailed(std::move(onFailed))
{
}

Writer::~Writer()
{
    m_worker.call([this] { // behind the `work` that was posted for what is queued
        m_statements.reset();
        m_access.reset();
        m_customers.reset();
        m_connection.reset();
    });
}

Result<void> Writer::start(const QString &directory, std::int64_t branch, const Sealing &sealing)
{
    Result<void> started;
    m_worker.call([&] { started = begin(directory, branch, sealing); });
    return started;
}

Result<void> Writer::begin(const QString &directory, std::int64_t branch, const Sealing &sealing)
{
    auto connection = Connection::open(directory, Connection::Mode::Write);
    if (!connection)
        return std::move(connection).error();
    const auto end = journalEnd(**connection, branch, std::numeric_limits<std::int64_t>::max());
    if (!end)
        return end.error();
    auto statements = Statements::prepare(**connection);
    if (!statements)
        return std::move(statements).error();
    m_connection = std::move(*connection);
    m_statements = std::move(*statements);
    m_branch = branch;
    m_lastSeq = *end ? (*end)->seq : 0;
    m_chain.emplace(branch);
    m_lastHash = *end ? (*end)->hash : m_chain->hash();
    auto access = AccessWriter::prepare(*m_connection, branch);
    if (!access)
        return std::move(access).error();
    m_access.emplace(std::move(*access));
    auto customers = CustomerWriter::prepare(*m_connection, branch, sealing);
    if (!customers)
        return std::move(customers).error();
    m_customers.emplace(std::move(*customers));
    const auto ends = chainEnds(*m_connection, branch);
    if (!ends)
        return ends.error();
    m_auditSeq = ends->auditSeq;
    m_auditHash = QByteArray::fromStdString(ends->auditHash);
    m_auditChain.emplace(branch, HashChain::Of::Audit);
    return {};
}

void Writer::commit(Commit commit) { push({std::move(commit), {}}); }

void Writer::probe(std::function<void(Result<void>)> done) { push({{}, std::move(done)}); }

void Writer::push(Item item)
{
    bool wasAwake = false;
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(item));
        wasAwake = std::exchange(m_isAwake, true);
    }
    if (!wasAwake)
        m_worker.post([this] { work(); });
}

/// What is to be done next: one probe or some commits; nothing when there is nothing, and then the next
/// `push` wakes the thread.
std::vector<Writer::Item> Writer::takeGroup()
{
    const std::lock_guard lock(m_mutex);
    std::vector<Item> group;
    while (!m_queue.empty() && group.size() < kGroupMax && (group.empty() || !group.back().probe)) {
        if (m_queue.front().probe && !group.empty())
            break;
        group.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    m_isAwake = !group.empty() || m_forgetBeforeMs;
    return group;
}

void Writer::work()
{
    if (!m_connection)
        return; // ended, with forgetting still to do
    for (auto group = takeGroup(); !group.empty(); group = takeGroup()) {
        if (group.front().probe) {
            const auto written = tryWriting();
            m_hasFailed = !written;
            group.front().probe(written);
        } else if (!m_hasFailed) {
            if (auto written = writeGroup(group)) {
                m_onCommitted(group.size());
            } else {
                m_hasFailed = true;
                m_onFailed(written.error());
            }
        }
        forgetSome();
    }
    forgetSome();
    if (m_forgetBeforeMs)
        m_worker.post([this] { work(); });
}

/// A small write may fit into what an earlier, failed one had taken of the disk: there must be room too.
Result<void> Writer::tryWriting()
{
    auto written = transaction(
        [this] { return m_connection->exec(QStringLiteral("UPDATE branch SET probes = probes + 1")); });
    if (written && !m_connection->hasSpace())
        return Error{ErrorCode::StorageFull, "the disk has no room for a group of commits", {}};
    return written;
}

Result<void> Writer::transaction(const std::function<Result<void>()> &write)
{
    auto done = m_connection->exec(Dialect::beginWrite());
    if (!done)
        return done;
    done = write();
    if (done)
        done = m_connection->exec(QStringLiteral("COMMIT"));
    if (!done)
        m_connection->rollback();
    return done;
}

Result<void> Writer::writeGroup(const std::vector<Item> &group)
{
    const auto lastSeq = m_lastSeq;
    const auto lastHash = m_lastHash;
    const auto auditSeq = m_auditSeq;
    const auto auditHash = m_auditHash;
    auto written = transaction([&]() -> Result<void> {
        Changes changes;
        for (const Item &item : group) {
            if (auto done = writeEntries(item.commit, changes); !done)
                return done;
            if (auto done = writeRecords(item.commit); !done)
                return done;
            if (auto done = writeForecast(item.commit); !done)
                return done;
            const OperationRecord &operation = item.commit.operation;
            if (operation.id.client.empty())
                continue;
            if (auto done = m_statements->operation.run({wholeValue(m_branch), textValue(operation.id.client),
                                                         wholeValue(operation.id.n), textValue(operation.bodyHash),
                                                         textValue(operation.answer), wholeValue(operation.atMs)});
                !done)
                return done;
        }
        if (m_lastSeq != lastSeq) {
            if (auto done = m_statements->end.run({wholeValue(m_lastSeq), text(m_lastHash), wholeValue(m_branch)});
                !done)
                return done;
        }
        if (m_auditSeq != auditSeq) {
            if (auto done = m_access->noteEnd(m_auditSeq, m_auditHash); !done)
                return done;
        }
        return writeChanges(changes);
    });
    if (!written) {
        m_lastSeq = lastSeq;
        m_lastHash = lastHash;
        m_auditSeq = auditSeq;
        m_auditHash = auditHash;
        return written;
    }
    for (const Item &item : group) {
        for (const JournalEntry &entry : item.commit.entries) {
            if (std::holds_alternative<event::DayOpened>(entry.event))
                m_forgetBeforeMs = item.commit.operation.atMs - kOperationKeptMs;
        }
    }
    return written;
}

Result<void> Writer::writeEntries(const Commit &commit, Changes &changes)
{
    if (commit.touched.size() != commit.entries.size())
        return Error{ErrorCode::StorageFailed, "a commit does not say what each of its entries touched", {}};
    m_chain->continueAfter(m_lastHash);
    for (std::size_t i = 0; i < commit.entries.size(); ++i) {
        const JournalEntry &entry = commit.entries[i];
        if (entry.seq != m_lastSeq + 1)
            return Error{ErrorCode::StorageFailed,
                         "entry " + std::to_string(entry.seq) + " does not follow " + std::to_string(m_lastSeq),
                         {}};
        const JournalRow row = rowOf(entry);
        m_lastHash = m_chain->extend(row);
        m_lastSeq = entry.seq;
        if (auto done = m_statements->journal.run({wholeValue(m_branch), wholeValue(row.seq), wholeValue(row.atMs),
                                                   wholeValue(row.actor), text(row.device), text(row.operation),
                                                   text(row.name), text(row.body), text(m_lastHash)});
            !done)
            return done;
        if (const auto *opened = std::get_if<event::DayOpened>(&entry.event)) {
            if (auto done = m_statements->day.run(dayRow(m_branch, entry.seq, opened->state.businessDay)); !done)
                return done;
        }

        const Touched &touched = commit.touched[i];
        if (touched.ended)
            changes.intervals.emplace_back(entry.seq, &*touched.ended);
        if (!touched.ticket)
            continue;
        const Ticket &ticket = *touched.ticket;
        auto &change = changes.tickets[ticket.id];
        change.ticket = &ticket;
        change.businessDay = &commit.businessDay;
        change.isVisitChanged |= ticket.endedMs || std::holds_alternative<event::TicketIssued>(entry.event)
            || std::holds_alternative<event::TicketRestored>(entry.event);
        changes.steps[{ticket.id, ticket.step.no}] = &ticket.step;
        if (touched.endedStep)
            changes.steps[{ticket.id, touched.endedStep->no}] = &*touched.endedStep;
        if (std::holds_alternative<event::TicketCalled>(entry.event)) { // the wait that was quoted is over
            if (auto done = m_statements->quoteMet.run({wholeValue(entry.atMs), wholeValue(m_branch),
                                                        wholeValue(ticket.id.value), wholeValue(ticket.step.no)});
                !done)
                return done;
        }
    }
    for (const QuoteRecord &quote : commit.quotes) {
        if (auto done
            = m_statements->quote.run({wholeValue(m_branch), wholeValue(quote.ticket.value), wholeValue(quote.step),
                                       wholeValue(quote.atMs), wholeValue(quote.wait.lowMs),
                                       wholeValue(quote.wait.medianMs), wholeValue(quote.wait.highMs)});
            !done)
            return done;
    }
    return {};
}

Result<void> Writer::writeForecast(const Commit &commit)
{
    for (const ForecastRecord &record : commit.forecast) {
        const auto *learned = std::get_if<LearnedRecord>(&record);
        auto done = learned
            ? m_statements->learned.run({wholeValue(m_branch), wholeValue(learned->seq), textValue(learned->body)})
            : m_statements->score.run(scoreRow(m_branch, std::get<ScoreRecord>(record)));
        if (!done)
            return done;
    }
    return {};
}

Result<void> Writer::writeRecords(const Commit &commit)
{
    for (const AccessChange &change : commit.access) {
        if (auto done = m_access->write(change); !done)
            return done;
    }
    for (const CustomerChange &change : commit.customers) {
        if (auto done = m_customers->write(change); !done)
            return done;
    }
    for (const NotebookEntry &entry : commit.notebook) {
        if (auto done = m_statements->notebook.run({wholeValue(m_branch), textValue(nameOf(entry.kind)),
                                                    wholeValue(entry.id), wholeValue(entry.atMs),
                                                    wholeValue(entry.endedMs), textValue(entry.body)});
            !done)
            return done;
    }
    m_auditChain->continueAfter(m_auditHash);
    for (AuditEntry entry : commit.audit) {
        entry.seq = ++m_auditSeq;
        m_auditHash = m_auditChain->extend(entry);
        if (auto done = m_access->write(entry, m_auditHash); !done)
            return done;
    }
    return {};
}

Result<void> Writer::writeChanges(const Changes &changes)
{
    for (const auto &[id, change] : changes.tickets) {
        if (auto done = m_statements->ticket.run(ticketRow(m_branch, *change.businessDay, *change.ticket)); !done)
            return done;
        if (!change.isVisitChanged)
            continue;
        if (auto done = m_statements->visit.run(visitRow(m_branch, *change.ticket)); !done)
            return done;
    }
    for (const auto &[key, step] : changes.steps) {
        if (auto done = m_statements->step.run(stepRow(m_branch, key.first, *step)); !done)
            return done;
    }
    for (const auto &[endedSeq, interval] : changes.intervals) {
        if (auto done = m_statements->interval.run(intervalRow(m_branch, endedSeq, *interval)); !done)
            return done;
    }
    return {};
}

/// Removes a bounded number of old operations, if any are to be.
void Writer::forgetSome()
{
    if (!m_forgetBeforeMs || m_hasFailed) {
        m_forgetBeforeMs.reset();
        return;
    }
    qint64 forgotten = 0;
    auto written = transaction([&]() -> Result<void> {
        auto done = m_statements->forget.run({wholeValue(m_branch), wholeValue(m_branch),
                                              wholeValue(*m_forgetBeforeMs), wholeValue(kForgottenAtOnce)});
        forgotten = m_statements->forget.rowsChanged();
        // few a day, so all of them at once
        return done ? m_access->forgetBefore(*m_forgetBeforeMs) : std::move(done);
    });
    if (forgotten < kForgottenAtOnce)
        m_forgetBeforeMs.reset();
    if (!written) {
        m_forgetBeforeMs.reset();
        m_hasFailed = true;
        m_onFailed(written.error());
    }
}

} // namespace tiepdon
