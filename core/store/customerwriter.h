// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/customer/records.h"
#include "core/store/connection.h"
#include "core/store/sealing.h"

#include <vector>

namespace tiepdon {

/// The statements that write records about customers, each whole under its key. On the writer thread, with its
/// connection.
class CustomerWriter
{
public:
    static Result<CustomerWriter> prepare(Connection &connection, std::int64_t branch, const Sealing &sealing);

    Result<void> write(const CustomerChange &change);

private:
    CustomerWriter(std::vector<Statement> statements, std::int64_t branch, const Sealing &sealing)
        : m_statements(std::move(statements)), m_branch(branch), m_sealing(sealing)
    {
    }
    Result<void> writeCustomer(const Customer &customer);
    Result<void> writeIdentifiers(const Customer &customer);
    Result<void> writeWords(const Customer &customer);

    std::vector<Statement> m_statements;
    std::int64_t m_branch;
    Sealing m_sealing;
};

/// Makes sure that what is sealed in this database opens with the directory's key file, before anything is served.
/// A database with nothing sealed gets the key that is there, or a new one. FileNotReadable when the key is
/// missing, BadFile when it is damaged or another one's, FileNotWritable.
Result<Sealing> prepareSealing(Connection &connection, const QString &directory, std::int64_t branch);

} // namespace tiepdon
