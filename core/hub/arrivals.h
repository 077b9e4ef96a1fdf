// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/wire/customermessage.h"

#include <deque>
#include <vector>

namespace tiepdon {

/// Who other systems say came in of late. In memory alone: who was here is in the journal once they have a ticket.
/// Times are the branch's.
class ReportedArrivals
{
public:
    struct Entry {
        CustomerId customer;
        ArrivalSource source = ArrivalSource::Other;
        TimeMs atMs = 0;
    };
    static constexpr TimeMs kKeptMs = 30 * kMinuteMs;
    /// More than come through a door in half an hour.
    static constexpr std::size_t kKeptMax = 500;

    /// Somebody is here; a later report of the same person takes the place of an earlier one.
    void add(const Entry &entry);
    /// Of the last half hour, the latest first.
    [[nodiscard]] std::vector<Entry> lately(TimeMs nowMs) const;

private:
    std::deque<Entry> m_entries; ///< oldest first
};

} // namespace tiepdon
