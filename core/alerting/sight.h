// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerting/view.h"

#include <map>
#include <optional>

namespace tiepdon {

/// What the rules of each kind find in a branch at one moment: for each subject in a rule's scope the value its
/// threshold is compared with. Lives as long as a look. `AlertWatch` says what is looked at.
class AlertSight
{
public:
    struct Seen {
        std::int64_t value = 0; ///< unit by kind
        std::int64_t people = 0; ///< how many it concerns
        friend bool operator==(const Seen &, const Seen &) = default;
    };
    using Found = std::map<AlertSubject, Seen>;

    /// An outlook older than this says nothing any more.
    static constexpr TimeMs kOutlookAgeMsMax = 2 * kMinuteMs;

    /// `notFreeMs`: when each counter was last seen busy, on a break or closed.
    AlertSight(const AlertView &view, const std::map<CounterId, TimeMs> &notFreeMs, TimeMs now)
        : m_view(view), m_state(view.state), m_notFreeMs(notFreeMs), m_now(now)
    {
    }

    /// Also what is below the threshold. Nothing at all where it cannot be known now.
    [[nodiscard]] std::optional<Found> of(const AlertRule &rule) const;

private:
    [[nodiscard]] Found waits(const AlertRule &rule) const;
    [[nodiscard]] std::optional<Found> outlook(const AlertRule &rule) const;
    [[nodiscard]] Found lengths(const AlertRule &rule) const;
    [[nodiscard]] Found services(const AlertRule &rule) const;
    [[nodiscard]] Found idle(const AlertRule &rule) const;
    [[nodiscard]] Found breaks(const AlertRule &rule) const;
    [[nodiscard]] Found noShows(const AlertRule &rule) const;
    [[nodiscard]] Found forgotten(const AlertRule &rule) const;
    [[nodiscard]] Found troubles(std::span<const DeviceTrouble> troubles) const;
    [[nodiscard]] Found blockers() const;

    const AlertView &m_view;
    const BranchState &m_state;
    const std::map<CounterId, TimeMs> &m_notFreeMs;
    TimeMs m_now;
};

/// How long somebody who waits has waited so far of the wait promised to them, which counts from the later of
/// arrival and booked time, without what they were served or put aside; never less than 0.
[[nodiscard]] TimeMs promisedWaitSoFarMs(const Ticket &ticket, TimeMs now);

} // namespace tiepdon
