// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerting/records.h"
#include "core/queue/event.h"
#include "core/queue/outlook.h"
#include "core/queue/state.h"

#include <map>
#include <span>
#include <vector>

// What a look at a branch goes by.

namespace tiepdon {

/// A device that does not do what it should.
struct DeviceTrouble {
    DeviceId device;
    TimeMs sinceMs = 0;
    friend bool operator==(const DeviceTrouble &, const DeviceTrouble &) = default;
};

/// What a teller said they lack, while it is open.
struct OpenBlocker {
    OpenItemId item;
    TimeMs sinceMs = 0;
    friend bool operator==(const OpenBlocker &, const OpenBlocker &) = default;
};

/// How many people in a row did not come to each counter: counts from events, O(log counters) each. A plain value.
class NoShowRuns
{
public:
    NoShowRuns() = default;
    /// As alerts of this kind that are open had it: what is left to know after a restart.
    explicit NoShowRuns(std::span<const Alert> open);

    /// An event that was applied.
    void follow(const Event &event);
    /// Counters with at least one; in order of id.
    [[nodiscard]] const std::map<CounterId, std::int64_t> &runs() const { return m_runs; }
    friend bool operator==(const NoShowRuns &, const NoShowRuns &) = default;

private:
    std::map<CounterId, std::int64_t> m_runs;
};

/// A branch at one moment. Points at what outlives the look.
struct AlertView {
    const BranchState &state;
    const Outlook *outlook = nullptr; ///< null: nothing is known of what comes
    const NoShowRuns *noShows = nullptr; ///< null: nobody counted
    std::span<const DeviceTrouble> lost = {}; ///< devices out of reach
    std::span<const DeviceTrouble> printersOut = {}; ///< devices that cannot print
    std::span<const OpenBlocker> blockers = {};
};

} // namespace tiepdon
