// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/decider.h"

#include <algorithm>
#include <iterator>

namespace tiepdon {
namespace {

Error changed(PartKind kind, std::int64_t id)
{
    const std::string what(names(kind).at(static_cast<std::size_t>(kind)));
    return {ErrorCode::SettingChanged,
            what + " " + std::to_string(id) + " is not as it was",
            {{"kind", what}, {"id", std::to_string(id)}}};
}

template <class Item>
const Item *in(const std::vector<Item> &list, decltype(Item::id) id)
{
    const auto it = std::find_if(list.begin(), list.end(), [&](const Item &item) { return item.id == id; });
    return it == list.end() ? nullptr : &*it;
}

/// The parts that go, after a look whether the branch is as `before` says.
template <class Key, class Item>
Result<std::vector<event::PartRemoved>> removed(PartKind kind, const std::map<Key, Item> &known,
                                                const std::vector<Item> &before, const std::vector<Item> &after)
{
    std::vector<event::PartRemoved> gone;
    for (const Item &item : before) {
        const auto it = known.find(item.id);
        if (it == known.end() || !(it->second == item))
            return changed(kind, item.id.value);
        if (!in(after, item.id))
            gone.push_back({kind, item.id.value});
    }
    for (const Item &item : after) {
        if (known.contains(item.id) && !in(before, item.id))
            return changed(kind, item.id.value);
    }
    return gone;
}

Error inUse(const event::PartRemoved &part, PartKind by, std::int64_t byId)
{
    const std::string what(names(part.kind).at(static_cast<std::size_t>(part.kind)));
    const std::string who(names(by).at(static_cast<std::size_t>(by)));
    return {ErrorCode::SettingInUse,
            what + " " + std::to_string(part.id) + " is needed by " + who + " " + std::to_string(byId),
            {{"kind", what}, {"id", std::to_string(part.id)}, {"by", who}, {"byId", std::to_string(byId)}}};
}

Error inUseByTickets(const event::PartRemoved &part, std::int64_t tickets)
{
    const std::string what(names(part.kind).at(static_cast<std::size_t>(part.kind)));
    return {ErrorCode::SettingInUse,
            what + " " + std::to_string(part.id) + " is needed by " + std::to_string(tickets) + " open tickets",
            {{"kind", what}, {"id", std::to_string(part.id)}, {"waiting", std::to_string(tickets)}}};
}

/// Which open counter, or ticket, needs what is to go; what other definitions need, `checked` finds.
std::optional<Error> neededNow(const BranchState &state, const event::PartRemoved &part)
{
    for (const auto &[id, counter] : state.counterStates()) {
        if (!counter.isOpen())
            continue;
        if ((part.kind == PartKind::Counter && id.value == part.id)
            || (part.kind == PartKind::Profile && counter.profile.value == part.id)
            || (part.kind == PartKind::Staff && counter.staff.value == part.id))
            return inUse(part, PartKind::Counter, id.value);
    }
    const auto tickets = std::count_if(state.tickets().begin(), state.tickets().end(),
                                       [&](const auto &entry) { return needs(entry.second, part.kind, part.id); });
    if (tickets > 0)
        return inUseByTickets(part, tickets);
    return std::nullopt;
}

/// Which part of the branch as it would be names one that is gone.
std::optional<Error> stillNamed(const BranchSetup &setup, const event::PartRemoved &part)
{
    const auto names = [&](auto id) { return id.value == part.id; };
    const auto any = [&](const auto &list, auto &&field) {
        return std::any_of(list.begin(), list.end(), [&](const auto &item) { return names(field(item)); });
    };
    switch (part.kind) {
    case PartKind::Service:
        for (const WorkProfile &profile : setup.profiles) {
            if (std::any_of(profile.services.begin(), profile.services.end(), names))
                return inUse(part, PartKind::Profile, profile.id.value);
        }
        for (const Staff &staff : setup.staff) {
            if (any(staff.skills, [](const StaffSkill &skill) { return skill.service; }))
                return inUse(part, PartKind::Staff, staff.id.value);
        }
        break;
    case PartKind::Profile:
        for (const Counter &counter : setup.counters) {
            if (names(counter.profile))
                return inUse(part, PartKind::Counter, counter.id.value);
        }
        break;
    case PartKind::Group:
        for (const Service &service : setup.services) {
            if (names(service.group))
                return inUse(part, PartKind::Service, service.id.value);
        }
        for (const ServiceGroup &group : setup.groups) {
            if (names(group.parent))
                return inUse(part, PartKind::Group, group.id.value);
        }
        break;
    case PartKind::Zone:
        for (const Counter &counter : setup.counters) {
            if (names(counter.zone))
                return inUse(part, PartKind::Counter, counter.id.value);
        }
        break;
    case PartKind::Segment:
        for (const Service &service : setup.services) {
            if (any(service.promises, [](const SegmentPromise &promise) { return promise.segment; }))
                return inUse(part, PartKind::Service, service.id.value);
        }
        for (const PriorityReason &reason : setup.priorityReasons) {
            if (names(reason.segment))
                return inUse(part, PartKind::PriorityReason, reason.id.value);
        }
        break;
    case PartKind::Counter:
    case PartKind::Staff:
    case PartKind::PriorityReason:
    case PartKind::Outcome:
        break;
    }
    return std::nullopt;
}

template <class Item>
void keepOnly(std::vector<Item> &list, const std::vector<Item> &after, const std::vector<event::PartRemoved> &gone,
              PartKind kind)
{
    std::erase_if(list, [&](const Item &item) {
        return in(after, item.id) || std::any_of(gone.begin(), gone.end(), [&](const event::PartRemoved &part) {
                   return part.kind == kind && part.id == item.id.value;
               });
    });
    list.insert(list.end(), after.begin(), after.end());
}

} // namespace

Result<Events> Decider::operator()(const command::ChangeSettings &c) const
{
    if (m_state.settings().name.vi.empty())
        return Error{ErrorCode::NotDefined, "the branch itself is not defined yet", {}};
    if (c.before.settings.has_value() != c.after.settings.has_value())
        return Error{ErrorCode::InvalidParams, "a branch's settings stay", {{"field", "before.settings"}}};
    if (c.before.settings && !(*c.before.settings == m_state.settings()))
        return Error{ErrorCode::SettingChanged, "the settings are not as they were", {{"kind", "settings"}}};

    std::vector<event::PartRemoved> gone;
    std::optional<Error> refused;
    BranchSetup setup = m_state.setup();
    if (c.after.settings)
        setup.settings = *c.after.settings;
    const auto look = [&](PartKind kind, const auto &known, auto BranchParts::*list, auto BranchSetup::*all) {
        if (refused)
            return;
        auto parts = removed(kind, known, c.before.*list, c.after.*list);
        if (!parts) {
            refused = parts.error();
            return;
        }
        keepOnly(setup.*all, c.after.*list, *parts, kind);
        gone.insert(gone.end(), parts->begin(), parts->end());
    };
    look(PartKind::Service, m_state.services(), &BranchParts::services, &BranchSetup::services);
    look(PartKind::Profile, m_state.profiles(), &BranchParts::profiles, &BranchSetup::profiles);
    look(PartKind::Counter, m_state.counters(), &BranchParts::counters, &BranchSetup::counters);
    look(PartKind::Staff, m_state.staff(), &BranchParts::staff, &BranchSetup::staff);
    look(PartKind::Group, m_state.groups(), &BranchParts::groups, &BranchSetup::groups);
    look(PartKind::Zone, m_state.zones(), &BranchParts::zones, &BranchSetup::zones);
    look(PartKind::Segment, m_state.segments(), &BranchParts::segments, &BranchSetup::segments);
    look(PartKind::PriorityReason, m_state.priorityReasons(), &BranchParts::priorityReasons,
         &BranchSetup::priorityReasons);
    look(PartKind::Outcome, m_state.outcomes(), &BranchParts::outcomes, &BranchSetup::outcomes);
    if (refused)
        return *refused;
    for (const event::PartRemoved &part : gone) {
        if (auto needed = neededNow(m_state, part))
            return *needed;
        if (auto named = stillNamed(setup, part))
            return *named;
        const bool isBookings = part.kind == PartKind::Segment && setup.settings.booking.segment.value == part.id;
        const bool isOwner = part.kind == PartKind::Staff && setup.settings.itemOwner.value == part.id;
        if (isBookings || isOwner)
            return Error{ErrorCode::SettingInUse,
                         "the branch's settings name it",
                         {{"kind", std::string(names(part.kind).at(static_cast<std::size_t>(part.kind)))},
                          {"id", std::to_string(part.id)},
                          {"by", "settings"}}};
    }
    if (setup.services.empty())
        return Error{ErrorCode::InvalidParams, "a branch has a service", {{"field", "before.services"}}};
    BranchSetup wanted;
    wanted.settings = setup.settings;
    wanted.services = c.after.services;
    wanted.profiles = c.after.profiles;
    wanted.counters = c.after.counters;
    wanted.staff = c.after.staff;
    wanted.groups = c.after.groups;
    wanted.zones = c.after.zones;
    wanted.segments = c.after.segments;
    wanted.priorityReasons = c.after.priorityReasons;
    wanted.outcomes = c.after.outcomes;
    auto events = redefine(m_state, std::move(wanted), gone);
    if (!events)
        return events;
    events->insert(events->end(), gone.begin(), gone.end());
    return events;
}

} // namespace tiepdon
