// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/identities.h"

#include <algorithm>
#include <array>
#include <sodium.h>

namespace tiepdon {

bool Identities::mayAsk(DeviceId device, TimeMs nowMs)
{
    const auto [it, isNew] = m_budgets.try_emplace(device, Budget{kPerMinute, nowMs});
    Budget &budget = it->second;
    const double gainedMs = static_cast<double>(std::max<TimeMs>(0, nowMs - budget.atMs));
    budget.left = std::min(kPerMinute, budget.left + gainedMs * kPerMinute / static_cast<double>(kMinuteMs));
    budget.atMs = nowMs;
    if (budget.left < 1.0)
        return false;
    budget.left -= 1.0;
    return true;
}

std::string Identities::add(CustomerId customer, DeviceId device, TimeMs nowMs)
{
    std::array<unsigned char, 16> random{};
    randombytes_buf(random.data(), random.size());
    std::array<char, 2 * 16 + 1> text{};
    sodium_bin2hex(text.data(), text.size(), random.data(), random.size());
    std::string token(text.data());
    while (m_order.size() >= kKeptMax) {
        m_tokens.erase(m_order.front());
        m_order.pop_front();
    }
    m_order.push_back(token);
    m_tokens[token] = {customer, device, nowMs + kGoodForMs};
    return token;
}

std::optional<CustomerId> Identities::find(const std::string &token, DeviceId device, TimeMs nowMs) const
{
    const auto it = m_tokens.find(token);
    if (it == m_tokens.end() || it->second.device != device || nowMs >= it->second.untilMs)
        return std::nullopt;
    return it->second.customer;
}

} // namespace tiepdon
