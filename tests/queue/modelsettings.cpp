// SPDX-License-Identifier: GPL-3.0-or-later
// Changes and removals of the model's parts.
#include "tests/queue/modelstep.h"

namespace tiepdon::testing {
namespace {

/// Something that goes, and what else would still name it.
struct Gone {
    PartKind kind;
    std::int64_t id;
};

template <class Item>
bool isAsBefore(const std::vector<Item> &now, const std::vector<Item> &before, const std::vector<Item> &after)
{
    for (const Item &item : before) {
        if (std::find(now.begin(), now.end(), item) == now.end())
            return false;
    }
    for (const Item &item : after) {
        if (byId(now, item.id) && !byId(before, item.id))
            return false;
    }
    return true;
}

/// Takes out of `list` what `before` has and `after` has not.
template <class Item>
void takeAway(std::vector<Item> &list, const std::vector<Item> &before, const std::vector<Item> &after,
              PartKind kind, std::vector<Gone> &gone)
{
    for (const Item &item : before) {
        if (byId(after, item.id))
            continue;
        std::erase_if(list, [&](const Item &each) { return each.id == item.id; });
        gone.push_back({kind, item.id.value});
    }
}

template <class Item>
void putIn(std::vector<Item> &list, const std::vector<Item> &after)
{
    for (const Item &item : after) {
        std::erase_if(list, [&](const Item &each) { return each.id == item.id; });
        list.push_back(item);
    }
}

bool isAskedFor(const Ticket &ticket, const Gone &gone)
{
    bool is = false;
    for (const NextStep &next : ticket.nextSteps) {
        is = is || (gone.kind == PartKind::Service && next.service.value == gone.id)
            || (gone.kind == PartKind::Counter && next.counter.value == gone.id);
    }
    const bool stands = ticket.state == TicketState::Called || ticket.state == TicketState::Serving
        || ticket.state == TicketState::WrapUp;
    if (gone.kind == PartKind::Service)
        is = is || ticket.step.service.value == gone.id;
    if (gone.kind == PartKind::Counter)
        is = is || ticket.forCounter.value == gone.id || (stands && ticket.step.counter.value == gone.id);
    if (gone.kind == PartKind::Staff)
        is = ticket.forStaff.value == gone.id || (ticket.parked && ticket.parked->staff.value == gone.id);
    if (gone.kind == PartKind::Counter)
        is = is || (ticket.parked && ticket.parked->counter.value == gone.id);
    if (gone.kind == PartKind::Segment)
        is = ticket.segment.value == gone.id;
    if (gone.kind == PartKind::PriorityReason)
        is = ticket.priorityReason.value == gone.id;
    if (gone.kind == PartKind::Outcome)
        is = ticket.step.result.value == gone.id;
    return is;
}

bool isNamed(const BranchSetup &setup, const Gone &gone)
{
    bool is = gone.kind == PartKind::Segment && setup.settings.booking.segment.value == gone.id;
    is = is || (gone.kind == PartKind::Staff && setup.settings.itemOwner.value == gone.id);
    for (const WorkProfile &profile : setup.profiles) {
        for (const ServiceId service : profile.services)
            is = is || (gone.kind == PartKind::Service && service.value == gone.id);
    }
    for (const Staff &staff : setup.staff) {
        for (const StaffSkill &skill : staff.skills)
            is = is || (gone.kind == PartKind::Service && skill.service.value == gone.id);
    }
    for (const Counter &counter : setup.counters) {
        is = is || (gone.kind == PartKind::Profile && counter.profile.value == gone.id)
            || (gone.kind == PartKind::Zone && counter.zone.value == gone.id);
    }
    for (const Service &service : setup.services) {
        is = is || (gone.kind == PartKind::Group && service.group.value == gone.id);
        for (const SegmentPromise &promise : service.promises)
            is = is || (gone.kind == PartKind::Segment && promise.segment.value == gone.id);
    }
    for (const ServiceGroup &group : setup.groups)
        is = is || (gone.kind == PartKind::Group && group.parent.value == gone.id);
    for (const PriorityReason &reason : setup.priorityReasons)
        is = is || (gone.kind == PartKind::Segment && reason.segment.value == gone.id);
    return is;
}

} // namespace

Refusal ModelStep::operator()(const command::ChangeSettings &c)
{
    if (m.setup.settings.name.vi.empty())
        return ErrorCode::NotDefined;
    if (c.before.settings.has_value() != c.after.settings.has_value())
        return ErrorCode::InvalidParams;
    if (c.before.settings && *c.before.settings != m.setup.settings)
        return ErrorCode::SettingChanged;
    BranchSetup all = m.setup;
    std::vector<Gone> gone;
    bool isAs = true;
    const auto each = [&](PartKind kind, auto BranchParts::*part, auto BranchSetup::*list) {
        isAs = isAs && isAsBefore(m.setup.*list, c.before.*part, c.after.*part);
        takeAway(all.*list, c.before.*part, c.after.*part, kind, gone);
        putIn(all.*list, c.after.*part);
    };
    each(PartKind::Service, &BranchParts::services, &BranchSetup::services);
    each(PartKind::Profile, &BranchParts::profiles, &BranchSetup::profiles);
    each(PartKind::Counter, &BranchParts::counters, &BranchSetup::counters);
    each(PartKind::Staff, &BranchParts::staff, &BranchSetup::staff);
    each(PartKind::Group, &BranchParts::groups, &BranchSetup::groups);
    each(PartKind::Zone, &BranchParts::zones, &BranchSetup::zones);
    each(PartKind::Segment, &BranchParts::segments, &BranchSetup::segments);
    each(PartKind::PriorityReason, &BranchParts::priorityReasons, &BranchSetup::priorityReasons);
    each(PartKind::Outcome, &BranchParts::outcomes, &BranchSetup::outcomes);
    if (!isAs)
        return ErrorCode::SettingChanged;
    if (c.after.settings)
        all.settings = *c.after.settings;
    for (const Gone &part : gone) {
        for (const CounterState &counter : m.counters) {
            const bool isOpenWithIt = (part.kind == PartKind::Counter && counter.counter.value == part.id)
                || (part.kind == PartKind::Profile && counter.profile.value == part.id)
                || (part.kind == PartKind::Staff && counter.staff.value == part.id);
            if (counter.staff.isSet() && isOpenWithIt)
                return ErrorCode::SettingInUse;
        }
        for (const Ticket &ticket : m.tickets) {
            if (isAskedFor(ticket, part))
                return ErrorCode::SettingInUse;
        }
        if (isNamed(all, part))
            return ErrorCode::SettingInUse;
    }
    if (all.services.empty())
        return ErrorCode::InvalidParams;
    const BranchSettings settings = m.setup.settings; // what `define` compares with
    m.setup = all;
    m.setup.settings = settings;
    if (const Refusal no = define(all))
        return no;
    for (const Gone &part : gone)
        forget(part.kind, part.id);
    return {};
}

/// What is left of a part that is gone.
void ModelStep::forget(PartKind kind, std::int64_t id)
{
    std::erase_if(m.restorable, [&](const Ticket &ticket) { return isAskedFor(ticket, {kind, id}); });
    if (kind == PartKind::Service) {
        std::erase_if(m.recentWaits, [&](const RecentWaits &waits) { return waits.service.value == id; });
        std::erase_if(m.calls, [&](const ShownCall &call) { return call.service.value == id; });
    }
    if (kind == PartKind::Staff)
        std::erase_if(m.staffDays, [&](const StaffDay &day) { return day.staff.value == id; });
    if (kind == PartKind::Counter)
        std::erase_if(m.counters, [&](const CounterState &counter) { return counter.counter.value == id; });
    if (kind == PartKind::Profile) {
        for (CounterState &counter : m.counters) {
            if (counter.profile.value == id)
                counter.profile = theOne(m.setup.counters, counter.counter).profile;
        }
    }
}

} // namespace tiepdon::testing
