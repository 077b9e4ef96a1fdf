// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/arrivals.h"

#include <algorithm>

namespace tiepdon {

void ReportedArrivals::add(const Entry &entry)
{
    std::erase_if(m_entries, [&](const Entry &each) {
        return each.customer == entry.customer || entry.atMs - each.atMs >= kKeptMs;
    });
    m_entries.push_back(entry);
    if (m_entries.size() > kKeptMax)
        m_entries.pop_front();
}

std::vector<ReportedArrivals::Entry> ReportedArrivals::lately(TimeMs nowMs) const
{
    std::vector<Entry> entries(m_entries.rbegin(), m_entries.rend());
    std::erase_if(entries, [&](const Entry &each) { return nowMs - each.atMs >= kKeptMs; });
    return entries;
}

} // namespace tiepdon
