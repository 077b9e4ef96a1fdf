// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/throttle.h"

#include <algorithm>
#include <limits>

namespace tiepdon {
namespace {

/// What is left of the wait after `wrong` wrong ones, the last at `lastMs`.
TimeMs leftMs(int wrong, int free, TimeMs firstMs, TimeMs longestMs, TimeMs lastMs, TimeMs nowMs)
{
    if (wrong <= free)
        return 0;
    constexpr int kDoublingsMax = 20; // past any longest wait, far from overflow
    const TimeMs wait = std::min(firstMs << std::min(wrong - free - 1, kDoublingsMax), longestMs);
    return std::max<TimeMs>(0, lastMs + wait - nowMs);
}

std::string keyOf(std::string_view account)
{
    return std::string(account.substr(0, SignInThrottle::kAccountBytesMax));
}

} // namespace

template <class Key>
auto SignInThrottle::Counts<Key>::find(const Key &key, TimeMs nowMs) const -> const Count *
{
    const auto it = m_counts.find(key);
    return it == m_counts.end() || nowMs - it->second.lastMs >= m_forgottenMs ? nullptr : &it->second;
}

template <class Key>
void SignInThrottle::Counts<Key>::add(const Key &key, TimeMs nowMs)
{
    const auto *const known = find(key, nowMs);
    const int before = known ? known->wrong : 0;
    erase(key);
    while (!m_byAge.empty()
           && (m_counts.size() >= m_max || nowMs - m_counts.at(m_byAge.front()).lastMs >= m_forgottenMs))
        erase(Key(m_byAge.front()));
    m_byAge.push_back(key);
    const int wrong = before < std::numeric_limits<int>::max() ? before + 1 : before;
    m_counts.emplace(key, Count{wrong, nowMs, std::prev(m_byAge.end())});
}

template <class Key>
void SignInThrottle::Counts<Key>::erase(const Key &key)
{
    eraseFrom(key, [&](const Key &other) { return other == key; });
}

template <class Key>
template <class IsMeant>
void SignInThrottle::Counts<Key>::eraseFrom(const Key &key, IsMeant isMeant)
{
    for (auto it = m_counts.lower_bound(key); it != m_counts.end() && isMeant(it->first);) {
        m_byAge.erase(it->second.place);
        it = m_counts.erase(it);
    }
}

TimeMs SignInThrottle::waitMs(std::string_view account, DeviceId device, TimeMs nowSteadyMs) const
{
    TimeMs wait = 0;
    if (const auto *pair = m_pairs.find({keyOf(account), device}, nowSteadyMs))
        wait = leftMs(pair->wrong, kFreePerPair, kPairFirstMs, kPairLongestMs, pair->lastMs, nowSteadyMs);
    if (const auto *all = m_devices.find(device, nowSteadyMs))
        wait = std::max(
            wait, leftMs(all->wrong, kFreePerDevice, kDeviceFirstMs, kDeviceLongestMs, all->lastMs, nowSteadyMs));
    return wait;
}

void SignInThrottle::failed(std::string_view account, DeviceId device, TimeMs nowSteadyMs)
{
    m_pairs.add({keyOf(account), device}, nowSteadyMs);
    m_devices.add(device, nowSteadyMs);
}

void SignInThrottle::succeeded(std::string_view account, DeviceId device)
{
    m_pairs.erase({keyOf(account), device});
}

void SignInThrottle::forgive(std::string_view account)
{
    const std::string key = keyOf(account);
    constexpr DeviceId kLowest{std::numeric_limits<std::int64_t>::min()};
    m_pairs.eraseFrom({key, kLowest}, [&](const Pair &pair) { return pair.first == key; });
}

} // namespace tiepdon
