// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/settingmessage.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace tiepdon {
namespace {

constexpr std::string_view kSettingsPart = "settings";

template <class Key, class Item>
void add(std::vector<Item> &before, std::vector<Item> &after, const std::map<Key, Item> &known, const Item &item)
{
    if (const auto it = known.find(item.id); it != known.end())
        before.push_back(it->second);
    after.push_back(item);
}

template <class Key, class Item>
void addGone(std::vector<Item> &before, const std::map<Key, Item> &known, std::int64_t id)
{
    if (const auto it = known.find(Key{id}); it != known.end())
        before.push_back(it->second);
}

void addGone(const BranchState &state, BranchParts &before, const event::PartRemoved &gone)
{
    switch (gone.kind) {
    case PartKind::Service:
        return addGone(before.services, state.services(), gone.id);
    case PartKind::Profile:
        return addGone(before.profiles, state.profiles(), gone.id);
    case PartKind::Counter:
        return addGone(before.counters, state.counters(), gone.id);
    case PartKind::Staff:
        return addGone(before.staff, state.staff(), gone.id);
    case PartKind::Group:
        return addGone(before.groups, state.groups(), gone.id);
    case PartKind::Zone:
        return addGone(before.zones, state.zones(), gone.id);
    case PartKind::Segment:
        return addGone(before.segments, state.segments(), gone.id);
    case PartKind::PriorityReason:
        return addGone(before.priorityReasons, state.priorityReasons(), gone.id);
    case PartKind::Outcome:
        return addGone(before.outcomes, state.outcomes(), gone.id);
    }
}

/// Puts one event on the side or sides it is about.
struct Sorter {
    const BranchState &state;
    PartSides &sides;

    void operator()(const event::BranchRuled &e)
    {
        if (!state.settings().name.vi.empty())
            sides.before.settings = state.settings();
        sides.after.settings = e.settings;
    }
    void operator()(const event::ServiceDefined &e)
    {
        add(sides.before.services, sides.after.services, state.services(), e.service);
    }
    void operator()(const event::ProfileDefined &e)
    {
        add(sides.before.profiles, sides.after.profiles, state.profiles(), e.profile);
    }
    void operator()(const event::CounterDefined &e)
    {
        add(sides.before.counters, sides.after.counters, state.counters(), e.counter);
    }
    void operator()(const event::StaffDefined &e)
    {
        add(sides.before.staff, sides.after.staff, state.staff(), e.staff);
    }
    void operator()(const event::GroupDefined &e)
    {
        add(sides.before.groups, sides.after.groups, state.groups(), e.group);
    }
    void operator()(const event::ZoneDefined &e)
    {
        add(sides.before.zones, sides.after.zones, state.zones(), e.zone);
    }
    void operator()(const event::SegmentDefined &e)
    {
        add(sides.before.segments, sides.after.segments, state.segments(), e.segment);
    }
    void operator()(const event::PriorityReasonDefined &e)
    {
        add(sides.before.priorityReasons, sides.after.priorityReasons, state.priorityReasons(), e.priorityReason);
    }
    void operator()(const event::OutcomeDefined &e)
    {
        add(sides.before.outcomes, sides.after.outcomes, state.outcomes(), e.outcome);
    }
    void operator()(const event::PartRemoved &e) { addGone(state, sides.before, e); }
    template <class Other>
    void operator()(const Other &)
    {
    }
};

/// Calls `visit(name of the kind, list)` for each list of parts.
template <class Visit>
void eachList(const BranchParts &parts, Visit &&visit)
{
    const auto kinds = names(PartKind());
    visit(kinds[0], parts.services);
    visit(kinds[1], parts.profiles);
    visit(kinds[2], parts.counters);
    visit(kinds[3], parts.staff);
    visit(kinds[4], parts.groups);
    visit(kinds[5], parts.zones);
    visit(kinds[6], parts.segments);
    visit(kinds[7], parts.priorityReasons);
    visit(kinds[8], parts.outcomes);
}

bool isAbout(const BranchParts &parts, std::string_view part, std::int64_t id)
{
    if (part == kSettingsPart)
        return parts.settings.has_value();
    bool found = false;
    eachList(parts, [&](std::string_view kind, const auto &list) {
        found = found || (kind == part && std::any_of(list.begin(), list.end(), [id](const auto &item) {
                              return id == 0 || item.id.value == id;
                          }));
    });
    return found;
}

Error beyond(std::string_view list, std::size_t index, std::string_view field)
{
    return {ErrorCode::NotAllowed,
            std::string(list) + "[" + std::to_string(index) + "]." + std::string(field)
                + ": an administrator's to change",
            {{"list", std::string(list)},
             {"index", std::to_string(index)},
             {"field", std::string(field)},
             {"role", "administrator"}}};
}

} // namespace

PartSides sidesOf(const BranchState &state, const std::vector<Event> &events)
{
    PartSides sides;
    for (const Event &event : events)
        std::visit(Sorter{state, sides}, event);
    return sides;
}

bool isAbout(const SettingChange &change, std::string_view part, std::int64_t id)
{
    return part.empty() || isAbout(change.before, part, id) || isAbout(change.after, part, id);
}

bool isPartName(std::string_view part)
{
    const auto kinds = names(PartKind());
    return part.empty() || part == kSettingsPart || std::find(kinds.begin(), kinds.end(), part) != kinds.end();
}

Result<DecisionRecord> cleanedDecision(const DecisionRecord &decision)
{
    DecisionRecord kept = decision;
    for (const auto &[field, text] : {std::pair("affects", &kept.affects), std::pair("feels", &kept.feels),
                                      std::pair("solves", &kept.solves), std::pair("value", &kept.value)}) {
        auto cleaned = cleanText(*text, kDecisionCharactersMax);
        if (!cleaned) {
            Error error = std::move(cleaned).error();
            error.detail["field"] = field;
            return error;
        }
        if (cleaned->empty())
            return Error{ErrorCode::DecisionNeeded,
                         std::string("what it means for customers is not said: ") + field,
                         {{"field", field}}};
        *text = std::move(*cleaned);
    }
    return kept;
}

bool isAdministratorsSetting(std::string_view field)
{
    static constexpr std::array<std::string_view, 3> kFields{"followUrl", "utcOffsetMin", "hidesNamesBeforeCall"};
    return std::find(kFields.begin(), kFields.end(), field) != kFields.end();
}

std::optional<Error> beyondSupervisor(const BranchParts &before, const BranchParts &after)
{
    if (before.settings && after.settings) {
        const BranchSettings &was = *before.settings;
        const BranchSettings &is = *after.settings;
        if (was.followUrl != is.followUrl)
            return beyond("settings", 0, "followUrl");
        if (was.utcOffsetMin != is.utcOffsetMin)
            return beyond("settings", 0, "utcOffsetMin");
        if (was.hidesNamesBeforeCall != is.hidesNamesBeforeCall)
            return beyond("settings", 0, "hidesNamesBeforeCall");
    }
    const auto byId = [](const std::vector<Staff> &list, StaffId id) {
        return std::find_if(list.begin(), list.end(), [id](const Staff &staff) { return staff.id == id; });
    };
    for (std::size_t i = 0; i < after.staff.size(); ++i) {
        const auto was = byId(before.staff, after.staff[i].id);
        if (was == before.staff.end() || was->name != after.staff[i].name)
            return beyond("staff", i, "name");
    }
    for (std::size_t i = 0; i < before.staff.size(); ++i) {
        if (byId(after.staff, before.staff[i].id) == after.staff.end())
            return beyond("staff", i, "id");
    }
    return std::nullopt;
}

} // namespace tiepdon
