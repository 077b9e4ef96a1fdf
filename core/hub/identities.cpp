// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/identities.h"

#include <algorithm>
#include <array>
#include <sodium.h>

namespace tiepdon {

bool DeviceBudget::take(DeviceId device, TimeMs nowMs)
{
    const auto [it, isNew] = m_left.try_emplace(device, Left{m_perMinute, nowMs});
    Left &left = it->second;
    const double gainedMs = static_cast<double>(std::max<TimeMs>(0, nowMs - left.atMs));
    left.times = std::min(m_perMinute, left.times + gainedMs * m_perMinute / static_cast<double>(kMinuteMs));
    left.atMs = nowMs;
    if (left.times < 1.0)
        return false;
    left.times -= 1.0;
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
