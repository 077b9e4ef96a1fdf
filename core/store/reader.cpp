// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reader.h"

#include "core/store/accesstables.h"
#include "core/store/forecasttables.h"
#include "core/store/journal.h"

namespace tiepdon {

struct Reader::Statements {
    Statement operation;
    Statement highest;
};

Reader::Reader() = default;

Reader::~Reader()
{
    m_worker.call([this] {
        m_statements.reset();
        m_connection.reset();
    });
}

Result<void> Reader::start(const QString &directory, std::int64_t branch)
{
    Result<void> started;
    m_worker.call([&] { started = begin(directory, branch); });
    return started;
}

Result<void> Reader::begin(const QString &directory, std::int64_t branch)
{
    auto connection = Connection::open(directory, Connection::Mode::Read);
    if (!connection)
        return std::move(connection).error();
    auto operation = Statement::prepare(**connection,
                                        QStringLiteral("SELECT body_hash, answer, at_ms FROM operation "
                                                       "WHERE branch = :branch AND client = :client AND n = :n"),
                                        {QStringLiteral("branch"), QStringLiteral("client"), QStringLiteral("n")});
    if (!operation)
        return std::move(operation).error();
    auto highest = Statement::prepare(
        **connection, QStringLiteral("SELECT MAX(n) FROM operation WHERE branch = :branch AND client = :client"),
        {QStringLiteral("branch"), QStringLiteral("client")});
    if (!highest)
        return std::move(highest).error();
    m_connection = std::move(*connection);
    m_statements.reset(new Statements{std::move(*operation), std::move(*highest)});
    m_branch = branch;
    return {};
}

void Reader::findOperation(OperationId id, std::function<void(Result<std::optional<OperationRecord>>)> done)
{
    m_worker.post([this, id = std::move(id), done = std::move(done)] { done(operation(id)); });
}

void Reader::highestOperation(std::string client, std::function<void(Result<std::int64_t>)> done)
{
    m_worker.post([this, client = std::move(client), done = std::move(done)] { done(highest(client)); });
}

void Reader::findAudit(AuditQuery query, std::function<void(Result<std::vector<AuditEntry>>)> done)
{
    m_worker.post([this, query = std::move(query), done = std::move(done)] {
        done(auditEntries(*m_connection, m_branch, query));
    });
}

void Reader::findScores(std::int64_t daysMax, std::function<void(Result<std::vector<ScoreRecord>>)> done)
{
    m_worker.post([this, daysMax, done = std::move(done)] { done(scores(*m_connection, m_branch, daysMax)); });
}

void Reader::findNotes(NotesQuery query, std::function<void(Result<std::vector<NotebookEntry>>)> done)
{
    m_worker.post([this, query, done = std::move(done)] { done(notesFor(*m_connection, m_branch, query)); });
}

void Reader::findCalls(std::string number, std::string businessDay,
                       std::function<void(Result<std::vector<CallRecord>>)> done)
{
    m_worker.post([this, number = std::move(number), businessDay = std::move(businessDay), done = std::move(done)] {
        done(callsOf(*m_connection, m_branch, number, businessDay));
    });
}

void Reader::findEnds(std::function<void(Result<ChainEnds>)> done)
{
    m_worker.post([this, done = std::move(done)] { done(chainEnds(*m_connection, m_branch)); });
}

Result<std::optional<OperationRecord>> Reader::operation(const OperationId &id)
{
    Statement &statement = m_statements->operation;
    if (auto run = statement.run({wholeValue(m_branch), textValue(id.client), wholeValue(id.n)}); !run)
        return std::move(run).error();
    std::optional<OperationRecord> found;
    if (statement.next())
        found = OperationRecord{id, statement.column(0).toString().toStdString(),
                                statement.column(1).toString().toStdString(), statement.column(2).toLongLong()};
    auto ended = found ? Result<void>() : statement.ended();
    statement.finish();
    if (!ended)
        return std::move(ended).error();
    return found;
}

Result<std::int64_t> Reader::highest(const std::string &client)
{
    Statement &statement = m_statements->highest;
    if (auto run = statement.run({wholeValue(m_branch), textValue(client)}); !run)
        return std::move(run).error();
    const bool hasRow = statement.next();
    const std::int64_t found = hasRow ? statement.column(0).toLongLong() : 0;
    auto ended = hasRow ? Result<void>() : statement.ended();
    statement.finish();
    if (!ended)
        return std::move(ended).error();
    return found;
}

} // namespace tiepdon
