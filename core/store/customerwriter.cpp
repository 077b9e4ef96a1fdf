// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/customerwriter.h"

#include "core/store/customerrows.h"
#include "core/store/dialect.h"

namespace tiepdon {
namespace {

using namespace records;

/// In the order they are prepared; those of `CustomerChange` first, in its order.
enum Which : std::size_t {
    kCustomer,
    kStage,
    kProduct,
    kConsent,
    kHappening,
    kNote,
    kDraft,
    kItem,
    kGoal,
    kForgetDraft,
    kForgetIdentifiers,
    kIdentifier,
    kWordsOf,
    kForgetWords,
    kWords
};

template <class Record>
std::pair<QString, QStringList> upsertOf()
{
    return {RowsOf<Record>::table().upsert(), RowsOf<Record>::table().columns()};
}

} // namespace

Result<CustomerWriter> CustomerWriter::prepare(Connection &connection, std::int64_t branch, const Sealing &sealing)
{
    const std::vector<std::pair<QString, QStringList>> wanted = {
        {customerTable().upsert(), customerTable().columns()},
        upsertOf<StageChange>(),
        upsertOf<ProductHeld>(),
        upsertOf<Consent>(),
        upsertOf<Happening>(),
        upsertOf<CustomerNote>(),
        upsertOf<NoteDraft>(),
        upsertOf<OpenItem>(),
        upsertOf<VisitGoal>(),
        {QStringLiteral("DELETE FROM note_draft WHERE branch = :branch AND staff_id = :staff_id "
                        "AND customer_id = :customer_id AND ticket_id = :ticket_id"),
         list({"branch", "staff_id", "customer_id", "ticket_id"})},
        {QStringLiteral("DELETE FROM customer_identifier WHERE branch = :branch AND customer_id = :customer_id"),
         list({"branch", "customer_id"})},
        {identifierTable().upsert(), identifierTable().columns()},
        {Dialect::wordsOf(), list({"customer_id"})},
        {Dialect::deleteWords(), list({"customer_id"})},
        {Dialect::insertWords(), list({"customer_id", "words"})},
    };
    std::vector<Statement> statements;
    for (const auto &[sql, columns] : wanted) {
        auto statement = Statement::prepare(connection, sql, columns);
        if (!statement)
            return std::move(statement).error();
        statements.push_back(std::move(*statement));
    }
    return CustomerWriter(std::move(statements), branch, sealing);
}

Result<void> CustomerWriter::write(const CustomerChange &change)
{
    static_assert(std::variant_size_v<CustomerChange> == kForgetDraft);
    return std::visit(
        [&](const auto &record) -> Result<void> {
            using Record = std::decay_t<decltype(record)>;
            if constexpr (std::same_as<Record, Customer>) {
                return writeCustomer(record);
            } else {
                if constexpr (std::same_as<Record, NoteDraft>) {
                    if (record.text.empty())
                        return m_statements.at(kForgetDraft)
                            .run({wholeValue(m_branch), wholeValue(record.staff.value),
                                  wholeValue(record.customer.value), wholeValue(record.ticket.value)});
                }
                return m_statements.at(change.index()).run(RowsOf<Record>::row(m_branch, record));
            }
        },
        change);
}

Result<void> CustomerWriter::writeCustomer(const Customer &customer)
{
    if (auto done = m_statements.at(kCustomer).run(customerRow(m_branch, customer, m_sealing)); !done)
        return done;
    if (auto done = writeIdentifiers(customer); !done)
        return done;
    return writeWords(customer);
}

Result<void> CustomerWriter::writeIdentifiers(const Customer &customer)
{
    if (auto done = m_statements.at(kForgetIdentifiers).run({wholeValue(m_branch), wholeValue(customer.id.value)});
        !done)
        return done;
    for (std::size_t i = 0; i < customer.identifiers.size(); ++i) {
        if (auto done = m_statements.at(kIdentifier)
                            .run(identifierRow(m_branch, customer.id, i, customer.identifiers[i], m_sealing));
            !done)
            return done;
    }
    return {};
}

/// Most changes leave a name as it is, and the index with it.
Result<void> CustomerWriter::writeWords(const Customer &customer)
{
    const QVariant words = textValue(searchWordsOf(customer.name));
    Statement &before = m_statements.at(kWordsOf);
    if (auto done = before.run({wholeValue(customer.id.value)}); !done)
        return done;
    const bool isThere = before.next();
    const bool isSame = isThere && before.column(0) == words;
    auto ended = isThere ? Result<void>() : before.ended();
    before.finish();
    if (!ended || isSame)
        return ended;
    if (isThere) {
        if (auto done = m_statements.at(kForgetWords).run({wholeValue(customer.id.value)}); !done)
            return done;
    }
    return m_statements.at(kWords).run({wholeValue(customer.id.value), words});
}

Result<Sealing> prepareSealing(Connection &connection, const QString &directory, std::int64_t branch)
{
    const auto kept = connection.value(QStringLiteral("SELECT customer_key_check FROM branch"));
    if (!kept)
        return kept.error();
    const std::string check = *kept ? (*kept)->toString().toStdString() : std::string();
    const auto first = connection.value(QStringLiteral("SELECT customer_id FROM customer LIMIT 1"));
    if (!first)
        return first.error();
    const bool isAnythingSealed = first->has_value();
    if (!isAnythingSealed) {
        if (auto made = Sealing::makeFile(directory); !made)
            return std::move(made).error();
    }
    auto sealing = Sealing::open(directory);
    if (!sealing || sealing->fits(branch, check))
        return sealing;
    if (isAnythingSealed) {
        const std::string file = Sealing::fileIn(directory).toStdString();
        return Error{
            ErrorCode::BadFile, file + ": this branch's customers are sealed with another key", {{"file", file}}};
    }
    auto note = Statement::prepare(
        connection,
        QStringLiteral("UPDATE branch SET customer_key_check = :customer_key_check WHERE branch = :branch"),
        list({"customer_key_check", "branch"}));
    if (!note)
        return std::move(note).error();
    if (auto done = note->run({textValue(sealing->checkOf(branch)), wholeValue(branch)}); !done)
        return std::move(done).error();
    return sealing;
}

} // namespace tiepdon
