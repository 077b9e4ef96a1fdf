// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/customerreader.h"
#include "core/store/customerrows.h"
#include "core/store/dialect.h"

#include <map>

namespace tiepdon {

/// Answers questions about customers from one connection, on its thread. Each answer is of one moment of the
/// database. What each question means stands in CustomerReader.
class CustomerLookup
{
public:
    CustomerLookup(Connection &connection, std::int64_t branch, const Sealing &sealing)
        : m_connection(connection), m_branch(branch), m_sealing(sealing)
    {
    }

    /// `isStale` is asked between steps; a search that is gives up.
    Result<FoundCustomers> find(const CustomerSearch &search, const std::function<bool()> &isStale);
    Result<std::vector<CustomerRecord>> read(const std::vector<CustomerId> &customers, TimeMs nowMs);
    Result<Timeline> timeline(CustomerId customer, std::optional<TimeMs> beforeMs, std::int64_t limit);
    Result<OpenItemsAnswer> openItems(const OpenItemsQuery &query, TimeMs nowMs);
    Result<std::vector<std::vector<CustomerId>>> byIdentifiers(const std::vector<Identifier> &identifiers);
    Result<std::vector<std::optional<Happening>>> byReferences(const std::vector<HappeningKey> &keys);
    Result<std::vector<SegmentCount>> segmentCounts();
    Result<std::vector<CustomerFacts>> customersAfter(CustomerId customer, std::int64_t count, TimeMs nowMs);
    Result<std::vector<TicketOfDay>> ticketsOfDay(const std::string &businessDay);
    Result<VisitRecords> visitRecords(TicketId ticket);
    /// Records of one kind. `condition` is SQL behind the branch's, with the values of `names`; texts in it are the
    /// program's own.
    template <class Record>
    Result<std::vector<Record>> records(const QString &condition, const QStringList &names,
                                        const QVariantList &values);
    Result<LastCustomerIds> lastIds();

    /// The SQL of the questions asked so far, for a test of how they are looked up.
    [[nodiscard]] QStringList statements() const;

    /// Runs `question` in a transaction that sees one moment.
    template <class Answer, class Question>
    Result<Answer> atOneMoment(const Question &question);

private:
    struct Candidate {
        CustomerId customer;
        FoundBy foundBy = FoundBy::Name;
        QString words = {};
        qsizetype wholeWords = 0; ///< of those asked for
        TimeMs lastVisitMs = 0;
    };

    using Each = std::function<Result<void>(const Statement &)>;
    /// Calls `each` for every row, with a statement kept prepared; stops at its first error.
    Result<void> forEach(const QString &sql, const QStringList &names, const QVariantList &values,
                         const Each &each);
    Result<std::int64_t> number(const QString &sql, const QStringList &names, const QVariantList &values);

    Result<std::optional<Customer>> customer(CustomerId id);
    Result<void> addIdentifiers(Customer &customer);
    Result<CustomerRecord> record(Customer customer, TimeMs nowMs);
    Result<std::vector<EarlierStep>> visits(CustomerId customer, const QString &condition, const QStringList &names,
                                            const QVariantList &values, std::int64_t limit);
    static Result<EarlierStep> stepOf(const Statement &row);
    Result<std::int64_t> visitsSince(CustomerId customer, TimeMs fromMs);
    Result<std::vector<CustomerId>> having(const Identifier &identifier, std::int64_t limit);

    Result<void> findByNumbers(const CustomerSearch &search, std::vector<Candidate> &found);
    Result<void> findByName(const QStringList &words, std::vector<Candidate> &found, std::size_t limit,
                            const std::function<bool()> &isStale);
    Result<void> addRecent(const QStringList &words, std::map<std::int64_t, Candidate> &byId);
    Result<TimeMs> lastVisitOf(CustomerId customer);

    Connection &m_connection;
    std::int64_t m_branch;
    Sealing m_sealing;
    std::map<QString, Statement> m_statements;
};

template <class Record>
Result<std::vector<Record>> CustomerLookup::records(const QString &condition, const QStringList &names,
                                                    const QVariantList &values)
{
    std::vector<Record> found;
    auto done
        = forEach(RowsOf<Record>::table().select(condition), QStringList{QStringLiteral("branch")} + names,
                  QVariantList{wholeValue(m_branch)} + values, [&](const Statement &row) -> Result<void> {
                      auto record = RowsOf<Record>::from(row);
                      if (!record)
                          return Error{ErrorCode::DatabaseDamaged,
                                       std::string("a row of ") + RowsOf<Record>::table().name + " cannot be read",
                                       {}};
                      found.push_back(std::move(*record));
                      return {};
                  });
    if (!done)
        return std::move(done).error();
    return found;
}

template <class Answer, class Question>
Result<Answer> CustomerLookup::atOneMoment(const Question &question)
{
    if (auto begun = m_connection.exec(Dialect::beginRead()); !begun)
        return std::move(begun).error();
    Result<Answer> answer = question();
    m_connection.rollback();
    return answer;
}

} // namespace tiepdon
