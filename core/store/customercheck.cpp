// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/customercheck.h"

#include "core/store/customerrows.h"
#include "core/store/dialect.h"

namespace tiepdon {
namespace {

using namespace records;

class Check
{
public:
    Check(Connection &connection, std::int64_t branch, const std::function<void(std::string)> &problem)
        : m_connection(connection), m_branch(branch), m_problem(problem)
    {
    }

    Result<CustomerCheck> run(const QString &directory)
    {
        const auto customers = count("SELECT COUNT(*) FROM customer WHERE branch = :branch");
        if (!customers)
            return customers.error();
        m_found.customers = *customers;
        if (auto done = checkNames(); !done)
            return std::move(done).error();
        if (m_found.customers > 0) {
            if (auto done = checkSealed(directory); !done)
                return std::move(done).error();
        }
        if (auto done = checkOwners(); !done)
            return std::move(done).error();
        return m_found;
    }

private:
    using Each = std::function<void(const Statement &)>;

    Result<void> forEach(const QString &sql, const Each &each)
    {
        auto rows = Statement::prepare(m_connection, sql, list({"branch"}));
        if (!rows)
            return std::move(rows).error();
        if (auto done = rows->run({wholeValue(m_branch)}); !done)
            return done;
        while (rows->next())
            each(*rows);
        return rows->ended();
    }

    Result<std::int64_t> count(const char *sql)
    {
        std::int64_t found = 0;
        auto done
            = forEach(QString::fromLatin1(sql), [&](const Statement &row) { found = row.column(0).toLongLong(); });
        if (!done)
            return std::move(done).error();
        return found;
    }

    /// The index of words and the names, side by side in the order of their ids.
    Result<void> checkNames()
    {
        auto words = Statement::prepare(m_connection, Dialect::allWords(), {});
        if (!words)
            return std::move(words).error();
        if (auto done = words->run({}); !done)
            return done;
        bool isMore = words->next();
        const auto skipTo = [&](std::int64_t customer) {
            for (; isMore && words->column(0).toLongLong() < customer; isMore = words->next())
                m_problem("customer_search has words of customer " + std::to_string(words->column(0).toLongLong())
                          + ", who is not there");
        };
        auto done = forEach(
            QStringLiteral("SELECT customer_id, name FROM customer WHERE branch = :branch ORDER BY customer_id"),
            [&](const Statement &row) {
                const std::int64_t customer = row.column(0).toLongLong();
                skipTo(customer);
                if (!isMore || words->column(0).toLongLong() != customer) {
                    m_problem("customer " + std::to_string(customer) + " is not in customer_search");
                    return;
                }
                if (textOf(words->column(1)) != searchWordsOf(textOf(row.column(1))))
                    m_problem("customer " + std::to_string(customer)
                              + " is searched by other words than their name's");
                isMore = words->next();
            });
        if (!done)
            return done;
        skipTo(std::numeric_limits<std::int64_t>::max());
        return words->ended();
    }

    Result<void> checkSealed(const QString &directory)
    {
        const auto sealing = Sealing::open(directory);
        if (!sealing) {
            m_problem(sealing.error().message);
            return {};
        }
        const auto kept = m_connection.value(QStringLiteral("SELECT customer_key_check FROM branch"));
        if (!kept)
            return kept.error();
        if (!*kept || !sealing->fits(m_branch, (*kept)->toString().toStdString())) {
            m_problem(Sealing::fileIn(directory).toStdString()
                      + " is not the key this branch's customers are sealed with");
            return {};
        }
        auto done = forEach(customerTable().select({}), [&](const Statement &row) {
            const auto customer = customerOf(m_branch, row, *sealing);
            if (!customer)
                m_problem(customer.error().message);
            else if (!customer->birthDate.empty())
                ++m_found.sealedValues;
        });
        if (!done)
            return done;
        return forEach(identifierTable().select({}), [&](const Statement &row) {
            const CustomerId customer{row.column(0).toLongLong()};
            const auto identifier = identifierOf(m_branch, row, *sealing);
            if (!identifier) {
                m_problem(identifier.error().message);
                return;
            }
            const QVariantList expected = identifierRow(m_branch, customer, 0, *identifier, *sealing);
            if (identifier->kind != IdentifierKind::CustomerNumber)
                ++m_found.sealedValues;
            // branch, customer, id, position, kind, value, then what finds it
            if (row.column(5) != expected.at(6) || row.column(6) != expected.at(7))
                m_problem("an identifier of customer " + std::to_string(customer.value)
                          + " is found by something else than it says");
        });
    }

    /// What stands alone that cannot.
    Result<void> checkOwners()
    {
        for (const char *table : {"customer_identifier", "customer_stage", "customer_product", "customer_consent",
                                  "customer_event", "customer_note", "note_draft", "open_item", "visit_goal"}) {
            auto done = forEach(QStringLiteral("SELECT COUNT(*) FROM %1 r WHERE r.branch = :branch "
                                               "AND r.customer_id <> 0 AND NOT EXISTS (SELECT 1 FROM customer c "
                                               "WHERE c.branch = r.branch AND c.customer_id = r.customer_id)")
                                    .arg(QLatin1String(table)),
                                [&](const Statement &row) {
                                    if (row.column(0).toLongLong() != 0)
                                        m_problem(std::to_string(row.column(0).toLongLong()) + " rows of " + table
                                                  + " are of customers that are not there");
                                });
            if (!done)
                return done;
        }
        const auto unowned = count("SELECT COUNT(*) FROM open_item WHERE branch = :branch AND owner_id = 0");
        if (!unowned)
            return unowned.error();
        if (*unowned != 0)
            m_problem(std::to_string(*unowned) + " rows of open_item have no owner");
        const auto ended = count("SELECT COUNT(*) FROM open_item WHERE branch = :branch "
                                 "AND (state = 'open') <> (ended_ms IS NULL)");
        if (!ended)
            return ended.error();
        if (*ended != 0)
            m_problem(std::to_string(*ended) + " rows of open_item are neither open nor ended");
        return {};
    }

    Connection &m_connection;
    std::int64_t m_branch;
    const std::function<void(std::string)> &m_problem;
    CustomerCheck m_found;
};

} // namespace

Result<CustomerCheck> checkCustomers(Connection &connection, const QString &directory, std::int64_t branch,
                                     const std::function<void(std::string)> &problem)
{
    return Check(connection, branch, problem).run(directory);
}

} // namespace tiepdon
