// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/acquaintances.h"

#include <algorithm>

namespace tiepdon {

void Acquaintances::add(const std::string &session, CustomerId customer)
{
    if (session.empty() || !customer.isSet())
        return;
    std::deque<CustomerId> &known = m_bySession[session];
    std::erase(known, customer);
    known.push_back(customer);
    if (known.size() > kOfSessionMax)
        known.pop_front();
}

bool Acquaintances::has(const std::string &session, CustomerId customer) const
{
    const auto it = m_bySession.find(session);
    return it != m_bySession.end() && std::find(it->second.begin(), it->second.end(), customer) != it->second.end();
}

} // namespace tiepdon
