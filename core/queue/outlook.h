// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

// How likely promises are to break soon, as the hub expects it.

namespace tiepdon {

/// Of one service, minute by minute from `Outlook::atMs` on: [m] is up to m + 1 minutes ahead. A promise breaks
/// when somebody who was still within the wait promised to them has waited that long without a call.
struct BreachOutlook {
    static constexpr std::size_t kMinutes = 30;

    ServiceId service;
    /// Probability in thousandths that at least one breaks, of those who wait now or come until then. Never falls.
    std::array<std::int64_t, kMinutes> breachPermille = {};
    /// How many break, on average, in thousandths of a person. Never falls.
    std::array<std::int64_t, kMinutes> peoplePermille = {};

    friend bool operator==(const BreachOutlook &, const BreachOutlook &) = default;

    /// Where a time ahead is found in the lists; begun minutes count, from the first to the last there is.
    [[nodiscard]] static std::size_t minute(TimeMs aheadMs)
    {
        const TimeMs begun = (aheadMs + kMinuteMs - 1) / kMinuteMs - 1;
        return static_cast<std::size_t>(std::clamp<TimeMs>(begun, 0, kMinutes - 1));
    }
};

/// All services of which enough is known to say, in order of id.
struct Outlook {
    static constexpr TimeMs kAheadMsMax = static_cast<TimeMs>(BreachOutlook::kMinutes) * kMinuteMs;

    TimeMs atMs = 0; ///< 0: nothing was looked at yet
    std::vector<BreachOutlook> services = {};

    /// Null for what is not in it.
    [[nodiscard]] const BreachOutlook *of(ServiceId service) const
    {
        const auto at = std::lower_bound(services.begin(), services.end(), service,
                                         [](const BreachOutlook &one, ServiceId id) { return one.service < id; });
        return at != services.end() && at->service == service ? &*at : nullptr;
    }
    friend bool operator==(const Outlook &, const Outlook &) = default;
};

} // namespace tiepdon
