// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/records.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <cstdint>

namespace tiepdon {

/// A journal entry as its row holds it; texts are the bytes of the column.
struct JournalRow {
    std::int64_t seq = 0;
    std::int64_t atMs = 0;
    std::int64_t actor = 0;
    QByteArray device;
    QByteArray operation;
    QByteArray name;
    QByteArray body;
    QByteArray hash; ///< 64 hexadecimal digits, lower case
};

/// An audit entry as its row holds it.
struct AuditRow {
    AuditEntry entry;
    QByteArray hash; ///< 64 hexadecimal digits, lower case
};

/// Chains entries of the journal or of the audit: each one's hash covers the hash before it and every column
/// of its own, so that a changed, missing or moved entry is seen. SCHEMA.md has the definition.
class HashChain
{
public:
    enum class Of : std::uint8_t { Journal, Audit };

    /// At the start of a branch's journal or audit.
    explicit HashChain(std::int64_t branch, Of of = Of::Journal);

    /// Goes on behind an entry with this hash, as its row has it.
    void continueAfter(const QByteArray &hash) { m_hash = QByteArray::fromHex(hash); }
    /// The hash of the last entry, or the start's, as a row has it.
    [[nodiscard]] QByteArray hash() const { return m_hash.toHex(); }
    /// The hash a row must have here (its `hash` is not looked at); the chain goes on behind it.
    QByteArray extend(const JournalRow &row);
    QByteArray extend(const AuditEntry &entry);

private:
    void begin();
    void add(std::int64_t number);
    void add(const QByteArray &bytes);
    QByteArray end();

    QCryptographicHash m_function{QCryptographicHash::Sha256};
    QByteArray m_hash; ///< 32 bytes
};

} // namespace tiepdon
