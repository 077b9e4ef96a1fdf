// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace tiepdon {

/// What is to happen at which branch time; equal times in the order they were given.
class Timeline
{
public:
    void at(TimeMs time, std::function<void()> what) { m_steps.emplace(time, std::move(what)); }
    void clear() { m_steps.clear(); }
    [[nodiscard]] std::optional<TimeMs> nextMs() const
    {
        return m_steps.empty() ? std::nullopt : std::optional(m_steps.begin()->first);
    }
    /// Does the next step if it is due by `now`; says whether it was.
    bool step(TimeMs now)
    {
        if (m_steps.empty() || m_steps.begin()->first > now)
            return false;
        const auto what = std::move(m_steps.begin()->second);
        m_steps.erase(m_steps.begin());
        what();
        return true;
    }

private:
    std::multimap<TimeMs, std::function<void()>> m_steps;
};

} // namespace tiepdon
