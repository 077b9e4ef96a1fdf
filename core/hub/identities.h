// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

namespace tiepdon {

/// How often a device may ask for something: so many times in a minute, and as many at once. By the branch's clock.
class DeviceBudget
{
public:
    explicit DeviceBudget(double perMinute) : m_perMinute(perMinute) { }
    /// Whether it may once more now.
    bool take(DeviceId device, TimeMs nowMs);

private:
    struct Left {
        double times = 0;
        TimeMs atMs = 0;
    };
    double m_perMinute;
    std::map<DeviceId, Left> m_left; ///< of enrolled devices alone
};

/// What people said at a kiosk of who they are, between that and their ticket: a token that says nothing, good for
/// five minutes and one ticket of the same device. In memory alone. Times are the branch's.
class Identities
{
public:
    static constexpr TimeMs kGoodForMs = 5 * kMinuteMs;
    /// Tokens kept; the oldest goes first. A busy hall has 20 kiosks with a person each.
    static constexpr std::size_t kKeptMax = 1000;
    /// Questions of one device: 30 a minute, so that nobody tries out numbers.
    static constexpr double kPerMinute = 30;

    /// Whether a device may ask once more now.
    bool mayAsk(DeviceId device, TimeMs nowMs) { return m_budget.take(device, nowMs); }
    /// A new token: 128 random bits in hexadecimal digits. `customer` may be nobody.
    std::string add(CustomerId customer, DeviceId device, TimeMs nowMs);
    /// Whom a token stands for (0: nobody known); nothing when it is not good any more.
    [[nodiscard]] std::optional<CustomerId> find(const std::string &token, DeviceId device, TimeMs nowMs) const;
    void use(const std::string &token) { m_tokens.erase(token); }

private:
    struct Kept {
        CustomerId customer;
        DeviceId device;
        TimeMs untilMs = 0;
    };
    std::unordered_map<std::string, Kept> m_tokens;
    std::deque<std::string> m_order; ///< oldest first; used ones too
    DeviceBudget m_budget{kPerMinute};
};

} // namespace tiepdon
