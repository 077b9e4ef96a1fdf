// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chain.h"

#include <QtEndian>

#include <array>

namespace tiepdon {

HashChain::HashChain(std::int64_t branch, Of of)
{
    m_function.addData(of == Of::Journal ? QByteArrayLiteral("tiepdon journal 1")
                                         : QByteArrayLiteral("tiepdon audit 1"));
    add(branch);
    m_hash = m_function.result();
}

QByteArray HashChain::extend(const JournalRow &row)
{
    begin();
    add(row.seq);
    add(row.atMs);
    add(row.actor);
    add(row.device);
    add(row.operation);
    add(row.name);
    add(row.body);
    return end();
}

QByteArray HashChain::extend(const AuditEntry &entry)
{
    begin();
    add(entry.seq);
    add(entry.atMs);
    add(entry.actor.value);
    add(entry.device.value);
    for (const std::string *text : {&entry.action, &entry.subject, &entry.outcome, &entry.detail})
        add(QByteArray::fromStdString(*text));
    return end();
}

void HashChain::begin()
{
    m_function.reset();
    m_function.addData(m_hash);
}

QByteArray HashChain::end()
{
    m_hash = m_function.result();
    return m_hash.toHex();
}

void HashChain::add(std::int64_t number)
{
    std::array<char, 8> bytes{};
    qToBigEndian(number, bytes.data());
    m_function.addData(QByteArrayView(bytes.data(), bytes.size()));
}

void HashChain::add(const QByteArray &bytes)
{
    add(static_cast<std::int64_t>(bytes.size()));
    m_function.addData(bytes);
}

} // namespace tiepdon
