// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"

#include "core/queue/engine.h"
#include "core/store/accesstables.h"
#include "core/store/customercheck.h"
#include "core/store/dialect.h"
#include "core/store/journal.h"
#include "core/store/rows.h"
#include "core/store/schema.h"
#include "core/wire/codec.h"

#include <QVariant>

#include <algorithm>
#include <map>
#include <set>

namespace tiepdon {
namespace {

constexpr std::size_t kProblemsMax = 100;
/// Checking a state costs time linear in its open tickets: past this many, every `kCheckEvery`-th event.
constexpr std::size_t kCheckAlwaysBelow = 500;
constexpr std::int64_t kCheckEvery = 100;

std::string shown(const QVariant &value)
{
    return value.isNull() ? "nothing" : '"' + value.toString().toStdString() + '"';
}

/// Reads a whole database against a replay of its journal. One use.
class Verification
{
public:
    Verification(Connection &connection, QString directory, std::int64_t branch)
        : m_connection(connection), m_directory(std::move(directory)), m_branch(branch), m_chain(branch)
    {
    }

    Result<VerifyReport> run()
    {
        for (const auto step : {&Verification::checkFile, &Verification::findFirstInterval, &Verification::replay,
                                &Verification::compareOpen, &Verification::findExtra, &Verification::checkForecast,
                                &Verification::checkAudit, &Verification::checkRecords}) {
            if (auto done = (this->*step)(); !done)
                return std::move(done).error();
        }
        return std::move(m_report);
    }

private:
    /// What the replay says of a ticket whose rows are not compared yet.
    struct Expected {
        Ticket ticket;
        std::string businessDay;
        std::vector<VisitStep> endedSteps;
        std::vector<std::pair<std::int64_t, Interval>> intervals; ///< each with the entry that ended it
    };

    void problem(std::string sentence)
    {
        if (m_report.problems.size() < kProblemsMax)
            m_report.problems.push_back(std::move(sentence));
    }

    Result<void> checkFile()
    {
        auto statement = Statement::prepare(m_connection, Dialect::checkFile(), {});
        if (!statement)
            return std::move(statement).error();
        if (auto done = statement->run({}); !done)
            return done;
        while (statement->next()) {
            const QString found = statement->column(0).toString();
            if (found != u"ok")
                problem("the database file is damaged: " + found.toStdString());
        }
        return statement->ended();
    }

    Result<void> findFirstInterval()
    {
        const auto first
            = numberFrom(QStringLiteral("SELECT intervals_from_seq FROM branch WHERE branch = :branch"));
        if (!first)
            return first.error();
        m_intervalsFromSeq = *first;
        return {};
    }

    Result<void> replay()
    {
        auto reader = JournalReader::start(m_connection, m_branch, 1);
        if (!reader)
            return std::move(reader).error();
        for (;;) {
            auto row = reader->next();
            if (!row && row.error().code == ErrorCode::DatabaseDamaged && row.error().detail.contains("seq")) {
                problem(row.error().message);
                continue;
            }
            if (!row)
                return std::move(row).error();
            if (!*row)
                return checkEnd();
            if (auto done = take(**row); !done)
                return done;
        }
    }

    Result<void> checkEnd()
    {
        const auto noted = notedEnd(m_connection, m_branch);
        if (!noted)
            return noted.error();
        if (noted->seq != m_lastSeq || noted->hash != m_chain.hash())
            problem("the journal ends at " + std::to_string(m_lastSeq) + ", the branch notes its end at "
                    + std::to_string(noted->seq));
        return {};
    }

    Result<void> take(const JournalRow &row)
    {
        const std::string entry = "journal entry " + std::to_string(row.seq);
        ++m_report.events;
        if (row.seq != m_lastSeq + 1)
            problem(entry + " follows " + std::to_string(m_lastSeq));
        if (m_chain.extend(row) != row.hash)
            problem(entry + " breaks the hash chain");
        m_chain.continueAfter(row.hash); // so that one altered entry is one problem
        if (row.atMs < m_lastMs)
            problem(entry + " is earlier than the one before");
        m_lastSeq = row.seq;
        m_lastMs = std::max(m_lastMs, row.atMs);

        const auto event = eventOf(row);
        if (!event) {
            problem(event.error().message);
            return {};
        }
        if (const auto *opened = std::get_if<event::DayOpened>(&*event)) {
            ++m_report.days;
            if (opened->state.businessDay != m_state.businessDay()) {
                if (auto done = forgetEnded(); !done)
                    return done;
            }
            m_days.emplace_back(row.seq, opened->state.businessDay);
            checkOpening(entry, *opened, row.atMs);
        }
        Touched touched = apply(m_state, *event, row.atMs);
        checkInvariants(entry);
        return note(row.seq, *event, std::move(touched));
    }

    /// An opening's state must be what the rules make of the state before it.
    void checkOpening(const std::string &entry, const event::DayOpened &opened, TimeMs atMs)
    {
        const auto decided = decide(m_state, command::OpenDay{opened.state.businessDay}, atMs);
        if (!decided) {
            problem(entry + " opens a day that could not be opened: " + decided.error().message);
            return;
        }
        const auto &expected = std::get<event::DayOpened>(decided->front()).state;
        // version 2 reopened a day without what was counted of it since
        const bool isOfVersionTwo = opened.state.totals.issued > 0 && opened.state.serviceDays.empty();
        const Json found = toJson(opened.state);
        Json replayed = toJson(isOfVersionTwo ? asVersionTwo(expected) : expected);
        if (m_lastSeq < m_intervalsFromSeq)
            leaveOutNewer(replayed, found);
        if (found == replayed)
            return;
        for (const auto &field : fieldsOf(found, replayed)) {
            if (found.value(field, Json()) != replayed.value(field, Json()))
                problem(entry + " opens the day with other " + field + " than the replay gives");
        }
    }

    /// A state without what version 2 did not keep.
    static StateImage asVersionTwo(StateImage image)
    {
        image.serviceDays.clear();
        image.staffDays.clear();
        image.calls.clear();
        image.restorable.clear();
        for (RecentWaits &recent : image.recentWaits) {
            recent.gapsMs.clear();
            recent.lastCallMs = 0;
        }
        return image;
    }

    /// Takes out of what the replay gives what versions before the fourth did not keep.
    static void leaveOutNewer(Json &replayed, const Json &found)
    {
        static const std::set<std::string> kNewer{"sinceMs",        "lastCallMs",    "joinedCall", "issued",
                                                  "abandoned",      "wrapUpMs",      "ruleCalls",  "overtakings",
                                                  "waitedBeforeMs", "servedBeforeMs"};
        if (replayed.is_array() && found.is_array()) {
            for (std::size_t i = 0; i < std::min(replayed.size(), found.size()); ++i)
                leaveOutNewer(replayed[i], found[i]);
        }
        if (!replayed.is_object() || !found.is_object())
            return;
        for (auto it = replayed.begin(); it != replayed.end();) {
            if (!found.contains(it.key()) && kNewer.contains(it.key())) {
                it = replayed.erase(it);
                continue;
            }
            if (found.contains(it.key()))
                leaveOutNewer(it.value(), found[it.key()]);
            ++it;
        }
    }

    static std::set<std::string> fieldsOf(const Json &one, const Json &other)
    {
        std::set<std::string> fields;
        for (const Json *object : {&one, &other}) {
            for (const auto &[field, content] : object->items())
                fields.insert(field);
        }
        return fields;
    }

    void checkInvariants(const std::string &entry)
    {
        if (m_state.tickets().size() >= kCheckAlwaysBelow && m_report.events % kCheckEvery != 0)
            return;
        ++m_report.invariantChecks;
        std::set<std::string> found;
        for (std::string &violation : violations(m_state)) {
            if (!m_violations.contains(violation))
                problem("after " + entry + ": " + violation);
            found.insert(std::move(violation));
        }
        m_violations = std::move(found);
    }

    /// Keeps what the rows of a ticket must be; compares and forgets them once it has ended.
    Result<void> note(std::int64_t seq, const Event &event, Touched touched)
    {
        if (touched.ended && seq >= m_intervalsFromSeq)
            m_expected[touched.ended->ticket].intervals.emplace_back(seq, *touched.ended);
        if (!touched.ticket)
            return {};
        const TicketId id = touched.ticket->id;
        Expected &expected = m_expected[id];
        if (std::holds_alternative<event::TicketIssued>(event)) {
            if (!m_issued.empty() && m_issued.back() >= id.value)
                problem("ticket " + std::to_string(id.value) + " is issued after a later one");
            m_issued.push_back(id.value);
            expected.businessDay = m_state.businessDay();
        }
        expected.ticket = std::move(*touched.ticket);
        if (touched.endedStep)
            expected.endedSteps.push_back(std::move(*touched.endedStep));
        const TicketState state = expected.ticket.state;
        const bool mayComeBack
            = state == TicketState::NoShow || state == TicketState::Cancelled || state == TicketState::Abandoned;
        if (!expected.ticket.endedMs || mayComeBack)
            return {};
        auto compared = compare(expected);
        m_expected.erase(id);
        return compared;
    }

    /// Compares and forgets the tickets that cannot be brought back any more, their day being over.
    Result<void> forgetEnded()
    {
        for (auto it = m_expected.begin(); it != m_expected.end();) {
            if (!it->second.ticket.endedMs) {
                ++it;
                continue;
            }
            if (auto done = compare(it->second); !done)
                return done;
            it = m_expected.erase(it);
        }
        return {};
    }

    Result<void> compareOpen()
    {
        for (const auto &[id, expected] : m_expected) {
            if (auto done = compare(expected); !done)
                return done;
        }
        return {};
    }

    Result<void> compare(const Expected &expected)
    {
        const Ticket &ticket = expected.ticket;
        const std::string who = "ticket " + ticket.number + " (id " + std::to_string(ticket.id.value) + ")";
        ++m_report.tickets;
        if (auto done = compareRow(ticketTable(), ticketRow(m_branch, expected.businessDay, ticket), who); !done)
            return done;
        if (auto done = compareRow(visitTable(), visitRow(m_branch, ticket), who); !done)
            return done;
        for (const VisitStep &step : expected.endedSteps) {
            if (auto done = compareRow(stepTable(), stepRow(m_branch, ticket.id, step), who); !done)
                return done;
        }
        if (auto done = compareRow(stepTable(), stepRow(m_branch, ticket.id, ticket.step), who); !done)
            return done;
        m_steps += static_cast<std::int64_t>(expected.endedSteps.size()) + 1;
        for (const auto &[seq, interval] : expected.intervals) {
            if (auto done = compareRow(intervalTable(), intervalRow(m_branch, seq, interval), who); !done)
                return done;
        }
        m_intervals += static_cast<std::int64_t>(expected.intervals.size());
        return {};
    }

    /// The row of `expected`'s key must be `expected`.
    Result<void> compareRow(const DerivedTable &table, const QVariantList &expected, const std::string &who)
    {
        auto found = m_selects.find(table.name);
        if (found == m_selects.end()) {
            QStringList conditions;
            for (const QString &column : table.key)
                conditions.push_back(QStringLiteral("%1 = :%1").arg(column));
            auto statement = Statement::prepare(m_connection,
                                                QStringLiteral("SELECT %1 FROM %2 WHERE %3")
                                                    .arg(table.columns().join(QStringLiteral(", ")), table.name,
                                                         conditions.join(QStringLiteral(" AND "))),
                                                table.key);
            if (!statement)
                return std::move(statement).error();
            found = m_selects.emplace(table.name, std::move(*statement)).first;
        }
        Statement &select = found->second;
        if (auto done = select.run(expected.mid(0, table.key.size())); !done)
            return done;
        const std::string row = who + ": its row in " + table.name.toStdString();
        if (!select.next()) {
            if (auto ended = select.ended(); !ended)
                return ended;
            problem(row + " is missing");
            return {};
        }
        const QStringList columns = table.columns();
        for (int i = 0; i < columns.size(); ++i) {
            const QVariant value = select.column(i);
            const QVariant &replayed = expected.at(i);
            const bool isEqual = value.isNull() || replayed.isNull()
                ? value.isNull() == replayed.isNull()
                : value.typeId() == replayed.typeId() && value == replayed;
            if (!isEqual)
                problem(row + " has " + columns.at(i).toStdString() + " " + shown(value) + ", the replay gives "
                        + shown(replayed));
        }
        select.finish();
        return {};
    }

    /// Rows the replay knows nothing of.
    Result<void> findExtra()
    {
        std::sort(m_issued.begin(), m_issued.end());
        for (const DerivedTable *table : {&ticketTable(), &visitTable(), &stepTable(), &intervalTable()}) {
            if (auto done = findExtraIn(*table); !done)
                return done;
        }
        return compareDays();
    }

    Result<void> findExtraIn(const DerivedTable &table)
    {
        const QString id = table.key.at(1);
        auto statement = Statement::prepare(
            m_connection,
            QStringLiteral("SELECT %1 FROM %2 WHERE branch = :branch ORDER BY %1").arg(id, table.name),
            {QStringLiteral("branch")});
        if (!statement)
            return std::move(statement).error();
        if (auto done = statement->run({wholeValue(m_branch)}); !done)
            return done;
        std::int64_t rows = 0;
        while (statement->next()) {
            ++rows;
            const std::int64_t ticket = statement->column(0).toLongLong();
            if (!std::binary_search(m_issued.begin(), m_issued.end(), ticket))
                problem("ticket " + std::to_string(ticket) + " has a row in " + table.name.toStdString()
                        + " and was never issued");
        }
        if (auto ended = statement->ended(); !ended)
            return ended;
        if (table.name == stepTable().name && rows != m_steps)
            problem("visit_step has " + std::to_string(rows) + " rows, the replay gives "
                    + std::to_string(m_steps));
        if (table.name == intervalTable().name && rows != m_intervals)
            problem("visit_interval has " + std::to_string(rows) + " rows, the replay gives "
                    + std::to_string(m_intervals));
        return {};
    }

    /// What people were told must be about steps there are, and what it came to must be when they were called.
    /// What the forecast learned must not be ahead of the journal.
    Result<void> checkForecast()
    {
        struct Check {
            const char *sql;
            const char *sentence;
        };
        static constexpr Check kChecks[] = {
            {"SELECT COUNT(*) FROM quote q WHERE q.branch = :branch AND NOT EXISTS (SELECT 1 FROM visit_step s "
             "WHERE s.branch = q.branch AND s.visit_id = q.visit_id AND s.step_no = q.step_no)",
             "rows of quote are about steps that are not there"},
            {"SELECT COUNT(*) FROM quote q WHERE q.branch = :branch AND q.waited_ms IS NOT NULL AND NOT EXISTS "
             "(SELECT 1 FROM visit_interval i WHERE i.branch = q.branch AND i.visit_id = q.visit_id "
             "AND i.step_no = q.step_no AND i.state = 'waiting' AND i.to_ms = q.at_ms + q.waited_ms)",
             "rows of quote say a wait that nobody waited"},
            {"SELECT COUNT(*) FROM quote q WHERE q.branch = :branch AND q.waited_ms IS NULL AND EXISTS "
             "(SELECT 1 FROM visit_step s WHERE s.branch = q.branch AND s.visit_id = q.visit_id "
             "AND s.step_no = q.step_no AND s.called_ms IS NOT NULL)",
             "rows of quote do not say what they came to"},
            {"SELECT COUNT(*) FROM forecast f, branch b WHERE b.branch = :branch AND f.branch = b.branch "
             "AND f.seq > b.last_seq",
             "forecasts have learned from entries that are not there"},
        };
        for (const Check &check : kChecks) {
            const auto found = numberFrom(QString::fromLatin1(check.sql));
            if (!found)
                return found.error();
            if (*found != 0)
                problem(std::to_string(*found) + " " + check.sentence);
        }
        return {};
    }

    /// The number a statement about this branch gives.
    Result<std::int64_t> numberFrom(const QString &sql)
    {
        auto statement = Statement::prepare(m_connection, sql, {QStringLiteral("branch")});
        if (!statement)
            return std::move(statement).error();
        if (auto done = statement->run({wholeValue(m_branch)}); !done)
            return std::move(done).error();
        if (!statement->next()) {
            auto ended = statement->ended();
            return ended ? Error{ErrorCode::DatabaseDamaged, "a number is missing in the database", {}}
                         : std::move(ended).error();
        }
        return std::int64_t(statement->column(0).toLongLong());
    }

    Result<void> compareDays()
    {
        auto statement = Statement::prepare(
            m_connection,
            QStringLiteral("SELECT opened_seq, business_day FROM business_day WHERE branch = :branch "
                           "ORDER BY opened_seq"),
            {QStringLiteral("branch")});
        if (!statement)
            return std::move(statement).error();
        if (auto done = statement->run({wholeValue(m_branch)}); !done)
            return done;
        std::vector<std::pair<std::int64_t, std::string>> days;
        while (statement->next())
            days.emplace_back(statement->column(0).toLongLong(), statement->column(1).toString().toStdString());
        if (auto ended = statement->ended(); !ended)
            return ended;
        if (days != m_days)
            problem("business_day has other openings than the journal");
        return {};
    }

    Result<void> checkRecords()
    {
        const auto found = checkCustomers(m_connection, m_directory, m_branch,
                                          [this](std::string sentence) { problem(std::move(sentence)); });
        if (!found)
            return found.error();
        m_report.customers = found->customers;
        return {};
    }

    Result<void> checkAudit()
    {
        auto reader = AuditReader::start(m_connection, m_branch);
        if (!reader)
            return std::move(reader).error();
        HashChain chain(m_branch, HashChain::Of::Audit);
        std::int64_t last = 0;
        for (;;) {
            const auto row = reader->next();
            if (!row && row.error().code == ErrorCode::DatabaseDamaged && row.error().detail.contains("seq")) {
                problem(row.error().message);
                continue;
            }
            if (!row)
                return row.error();
            if (!*row)
                break;
            const std::string entry = "audit entry " + std::to_string((*row)->entry.seq);
            ++m_report.auditEntries;
            if ((*row)->entry.seq != last + 1)
                problem(entry + " follows " + std::to_string(last));
            if (chain.extend((*row)->entry) != (*row)->hash)
                problem(entry + " breaks the hash chain");
            chain.continueAfter((*row)->hash);
            last = (*row)->entry.seq;
        }
        const auto ends = chainEnds(m_connection, m_branch);
        if (!ends)
            return ends.error();
        if (ends->auditSeq != last || ends->auditHash != chain.hash().toStdString())
            problem("the audit ends at " + std::to_string(last) + ", the branch notes its end at "
                    + std::to_string(ends->auditSeq));
        return {};
    }

    Connection &m_connection;
    QString m_directory;
    std::int64_t m_branch;
    HashChain m_chain;
    BranchState m_state;
    std::int64_t m_lastSeq = 0;
    TimeMs m_lastMs = 0;
    std::map<TicketId, Expected> m_expected; ///< open tickets
    std::vector<std::int64_t> m_issued;
    std::vector<std::pair<std::int64_t, std::string>> m_days;
    std::int64_t m_steps = 0;
    std::int64_t m_intervals = 0;
    std::int64_t m_intervalsFromSeq = 1; ///< entries before it left no intervals
    std::set<std::string> m_violations; ///< of the last state checked
    std::map<QString, Statement> m_selects;
    VerifyReport m_report;
};

/// A database of exactly this version.
Result<ReadableBranch> openToCheck(const QString &directory)
{
    auto readable = openToRead(directory);
    if (readable && readable->version < schemaVersionKnown())
        return Error{
            ErrorCode::DatabaseOlder,
            "the database is of version " + std::to_string(readable->version) + ", this program checks "
                + std::to_string(schemaVersionKnown()),
            {{"found", std::to_string(readable->version)}, {"known", std::to_string(schemaVersionKnown())}}};
    return readable;
}

} // namespace

Result<ChainEnds> chainEndsAt(const QString &directory, std::int64_t journalSeq, std::int64_t auditSeq)
{
    const auto readable = openToCheck(directory);
    if (!readable)
        return readable.error();
    const auto journal = hashAt(*readable->connection, readable->branch, HashChain::Of::Journal, journalSeq);
    if (!journal)
        return journal.error();
    const auto audit = hashAt(*readable->connection, readable->branch, HashChain::Of::Audit, auditSeq);
    if (!audit)
        return audit.error();
    return ChainEnds{readable->branch, journalSeq, journal->value_or(QByteArray()).toStdString(), auditSeq,
                     audit->value_or(QByteArray()).toStdString()};
}

Result<VerifyReport> verifyDatabase(const QString &directory)
{
    const auto readable = openToCheck(directory);
    if (!readable)
        return readable.error();
    Connection &connection = *readable->connection;
    // One moment of the database, whatever a hub writes meanwhile.
    if (auto begun = connection.exec(Dialect::beginRead()); !begun)
        return std::move(begun).error();
    auto report = Verification(connection, directory, readable->branch).run();
    connection.rollback();
    return report;
}

} // namespace tiepdon
