// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/customerdecisions.h"

#include "core/customer/segmentrule.h"

namespace tiepdon {
namespace {

std::int64_t rankOf(const BranchState &branch, SegmentId segment)
{
    const auto it = branch.segments().find(segment);
    return it == branch.segments().end() ? 0 : it->second.rank;
}

/// A ticket's language is one beside the branch's own.
std::string languageToAskFor(const Customer &customer)
{
    constexpr std::string_view kOwnLanguage = "vi";
    return customer.language == kOwnLanguage ? std::string() : customer.language;
}

} // namespace

Decision decideLink(TicketId ticket, const CustomerRecord *to, const ChangeFacts &facts, const ChangeNow &now)
{
    Decision decision;
    command::LinkCustomer link{ticket};
    if (to) {
        link.customer = to->customer.id;
        link.segment = segmentByRules(now.branch, to->customer, to->products, to->visitsInYear, now.today);
        link.language = languageToAskFor(to->customer);
    }
    auto events = decide(now.branch, link, now.nowMs);
    if (!events) {
        decision.refused = std::move(events).error();
        return decision;
    }
    decision.events = std::move(*events);
    const CustomerId before = now.branch.ticket(ticket)->customer;
    if (before == link.customer)
        return decision;
    // all that was written in this visit is theirs now
    const auto take = [&](auto written) {
        if (written.ticket != ticket)
            return;
        written.customer = link.customer;
        decision.customers.emplace_back(std::move(written));
    };
    if (facts.visit.goal)
        take(*facts.visit.goal);
    const auto takeAll = [&](const auto &list) {
        for (const auto &each : list)
            take(each);
    };
    takeAll(facts.visit.notes);
    takeAll(facts.visit.happenings);
    takeAll(facts.visit.items);
    if (const CustomerRecord *from = facts.record(before)) {
        takeAll(from->notes);
        takeAll(from->happenings);
        takeAll(from->openItems);
    }
    return decision;
}

command::IssueTicket issueFor(command::IssueTicket issue, const CustomerRecord &record, const ChangeNow &now)
{
    issue.customer = record.customer.id;
    issue.identity.clear();
    if (issue.language.empty())
        issue.language = languageToAskFor(record.customer);
    if (issue.segment.isSet() || issue.priorityReason.isSet())
        return issue;
    const SegmentId segment
        = segmentByRules(now.branch, record.customer, record.products, record.visitsInYear, now.today);
    const SegmentId booked = issue.bookedMs ? now.branch.settings().booking.segment : SegmentId{};
    if (segment.isSet() && (!booked.isSet() || rankOf(now.branch, segment) > rankOf(now.branch, booked)))
        issue.segment = segment;
    return issue;
}

SegmentId segmentByRules(const BranchState &branch, const Customer &customer,
                         const std::vector<ProductHeld> &products, std::int64_t visitsInYear,
                         const std::string &today)
{
    std::vector<Segment> segments;
    for (const auto &[id, segment] : branch.segments()) {
        if (!segment.when.empty())
            segments.push_back(segment);
    }
    return segmentOf(segments, {customer, products, visitsInYear}, today);
}

} // namespace tiepdon
