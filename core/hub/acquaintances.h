// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <cstddef>
#include <deque>
#include <map>
#include <string>

namespace tiepdon {

/// Which customers were named to whom: found by a search of theirs, in a list they were shown, or made by them. Who
/// may open their own alone may open these. By session, for as long as it lasts; in memory alone.
class Acquaintances
{
public:
    /// Of one session; who was named longest ago is forgotten. A day of searches at one counter.
    static constexpr std::size_t kOfSessionMax = 1000;

    void add(const std::string &session, CustomerId customer);
    [[nodiscard]] bool has(const std::string &session, CustomerId customer) const;
    void forget(const std::string &session) { m_bySession.erase(session); }

private:
    std::map<std::string, std::deque<CustomerId>> m_bySession; ///< latest last
};

} // namespace tiepdon
