// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace tiepdon {

/// Makes guessing passwords slow: counts wrong ones per account and device, and per device over all accounts. An
/// account is never shut as a whole, so nobody can keep somebody out by guessing badly on another device.
/// Owned by the hub, on its main thread; forgotten when the hub restarts, which no client can cause.
///
/// The hub asks `waitMs` before it checks a password, refuses while that is not 0 (such a try is not counted), and
/// lets one device have one check at a time, so that tries sent together do not pass before the first is counted.
/// All times are ms of a steady clock and never go back.
class SignInThrottle
{
public:
    /// Wrong passwords for an account on a device that cost nothing: typing badly, capital lock.
    static constexpr int kFreePerPair = 3;
    static constexpr TimeMs kPairFirstMs = kSecondMs; ///< the wait after the next one; doubles from there
    static constexpr TimeMs kPairLongestMs = 5 * kMinuteMs;
    static constexpr TimeMs kPairForgottenMs = 24 * kHourMs; ///< after its last wrong one
    /// Wrong passwords on a device, whatever the account, that cost nothing: a busy workplace on a Monday.
    static constexpr int kFreePerDevice = 20;
    static constexpr TimeMs kDeviceFirstMs = kSecondMs;
    static constexpr TimeMs kDeviceLongestMs = kMinuteMs;
    static constexpr TimeMs kDeviceForgottenMs = 15 * kMinuteMs;
    /// Counts kept; when full, the one that grew longest ago goes. To free oneself so takes wrong passwords for
    /// that many other accounts, and past the first twenty a device has one a minute: 9,000 take it six days, when
    /// the count would have been forgotten after one. Devices are let in by hand, so nobody has hundreds to share
    /// that among.
    static constexpr std::size_t kPairsMax = 9000;
    static constexpr std::size_t kDevicesMax = 1000;
    /// Of a longer account text only the beginning counts; real ones are shorter.
    static constexpr std::size_t kAccountBytesMax = 64;

    /// How long until the next try is taken: 0, now. At most kPairLongestMs.
    [[nodiscard]] TimeMs waitMs(std::string_view account, DeviceId device, TimeMs nowSteadyMs) const;
    /// A wrong password, also for an account that does not exist.
    void failed(std::string_view account, DeviceId device, TimeMs nowSteadyMs);
    /// The right one: the account is free again on this device. The device's own count stays, or one known account
    /// would pay for guesses at all others.
    void succeeded(std::string_view account, DeviceId device);
    /// Frees an account on every device.
    void forgive(std::string_view account);

    /// How many counts are kept, of both kinds.
    [[nodiscard]] std::size_t size() const { return m_pairs.size() + m_devices.size(); }

private:
    /// Wrong passwords by key, at most a bound of them.
    template <class Key>
    class Counts
    {
    public:
        Counts(std::size_t max, TimeMs forgottenMs) : m_max(max), m_forgottenMs(forgottenMs) { }

        struct Count {
            int wrong = 0;
            TimeMs lastMs = 0;
            typename std::list<Key>::iterator place; ///< in m_byAge
        };

        [[nodiscard]] const Count *find(const Key &key, TimeMs nowMs) const;
        void add(const Key &key, TimeMs nowMs);
        void erase(const Key &key);
        /// Erases from `key` on while `isMeant(key)`.
        template <class IsMeant>
        void eraseFrom(const Key &key, IsMeant isMeant);
        [[nodiscard]] std::size_t size() const { return m_counts.size(); }

    private:
        std::map<Key, Count> m_counts;
        std::list<Key> m_byAge; ///< the one that grew longest ago first
        std::size_t m_max;
        TimeMs m_forgottenMs;
    };
    using Pair = std::pair<std::string, DeviceId>;

    Counts<Pair> m_pairs{kPairsMax, kPairForgottenMs};
    Counts<DeviceId> m_devices{kDevicesMax, kDeviceForgottenMs};
};

} // namespace tiepdon
