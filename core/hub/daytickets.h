// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/branchhost.h"
#include "core/store/customerreader.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace tiepdon {

/// Whose the tickets of the day are, and who last had them at a counter, also after they have ended: a goal is
/// reached or not when somebody leaves. Follows what is durable; forgotten with the next day.
class DayTickets
{
public:
    struct Entry {
        StaffId staff; ///< 0: not at a counter yet
        CustomerId customer;
    };

    explicit DayTickets(const BranchState &state);
    /// What was on disk of the day before this began.
    void addEarlier(const std::vector<TicketOfDay> &tickets);
    void follow(const std::vector<PublishedEvent> &events);
    /// As the open ticket says where it is open, else as it was; nothing for one that is not of the day.
    [[nodiscard]] std::optional<Entry> find(const BranchState &decided, TicketId ticket) const;

private:
    void keep(const Ticket &ticket);

    std::unordered_map<TicketId, Entry> m_entries;
};

} // namespace tiepdon
