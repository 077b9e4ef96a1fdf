// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/permission.h"
#include "core/customer/card.h"
#include "core/hub/asker.h"
#include "core/hub/branchhost.h"
#include "core/hub/daytickets.h"
#include "core/store/customerreader.h"
#include "core/wire/customermessage.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

/// What was read for a change, while nothing else could change it.
struct ChangeFacts {
    std::vector<CustomerRecord> records; ///< of the customers it names or touches, those that exist
    std::vector<std::vector<CustomerId>> holders; ///< of each identifier asked about, in their order
    std::vector<std::optional<Happening>> happenings; ///< of each reference asked about, in their order
    std::optional<OpenItem> item;
    std::optional<CustomerNote> note;
    std::optional<VisitGoal> goal;
    VisitRecords visit;

    [[nodiscard]] const CustomerRecord *record(CustomerId customer) const;
};

/// On what a change is decided, at its turn.
struct ChangeNow {
    const BranchState &branch;
    const AccessState &access;
    const DayTickets &tickets;
    TimeMs nowMs = 0;
    std::string today; ///< the branch's local day
    LastCustomerIds &ids; ///< the last ones given out; counted up
};

/// What a change about customers does, or why it may not be done. `command` is cleaned. Audited with ids alone, and
/// its reply holds ids alone, for both are kept.
Decision decideCustomer(const CustomerCommand &command, const ChangeFacts &facts, const Asker &asker,
                        const ChangeNow &now);

/// A ticket becomes the customer's of a record (null: nobody's any more), with the goal and all that was written
/// during its visit. Whether the asker may is decided before.
Decision decideLink(TicketId ticket, const CustomerRecord *to, const ChangeFacts &facts, const ChangeNow &now);

/// A ticket for somebody known: what the profile says counts where the command says nothing.
command::IssueTicket issueFor(command::IssueTicket issue, const CustomerRecord &record, const ChangeNow &now);

/// The segment of a customer by the branch's rules.
SegmentId segmentByRules(const BranchState &branch, const Customer &customer,
                         const std::vector<ProductHeld> &products, std::int64_t visitsInYear,
                         const std::string &today);

/// Whether somebody who reaches so far may have to do with an open ticket; with one's own reach it is at their
/// counter or next there. One that is not open is nobody's: then the command's own refusal says more.
bool mayReach(Reach reach, StaffId staff, const BranchState &branch, TicketId ticket, TimeMs now);

std::string subjectOf(CustomerId customer);
/// How the asker sees each field.
FieldTable fieldsOf(const Asker &asker);

} // namespace tiepdon
