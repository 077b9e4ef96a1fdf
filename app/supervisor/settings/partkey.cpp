// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/partkey.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <type_traits>

namespace tiepdon {
namespace {

constexpr std::array<std::string_view, kSettingKinds> kLists{"services", "profiles", "counters", "staff",
                                                             "groups",   "zones",    "segments", "priorityReasons",
                                                             "outcomes", "settings"};

/// As `toJson`, but nothing is left out.
template <class T>
Json whole(const T &value)
{
    if constexpr (detail::IsList<T>::value) {
        Json list = Json::array();
        for (const auto &item : value)
            list.push_back(whole(item));
        return list;
    } else if constexpr (requires { T::fields(value, [](const char *, const auto &, auto...) {}); }) {
        Json object = Json::object();
        T::fields(value, [&](const char *field, const auto &part, auto...) { object[field] = whole(part); });
        return object;
    } else {
        return toJson(value);
    }
}

template <class Key, class Item>
Json find(const std::map<Key, Item> &known, std::int64_t id)
{
    const auto it = known.find(Key{id});
    return it == known.end() ? Json() : whole(it->second);
}

/// Calls `then` with the branch's map of a kind; nothing for its settings.
template <class Then>
void withMap(const BranchState &branch, SettingKind kind, Then &&then)
{
    switch (kind) {
    case SettingKind::Service:
        return then(branch.services());
    case SettingKind::Profile:
        return then(branch.profiles());
    case SettingKind::Counter:
        return then(branch.counters());
    case SettingKind::Staff:
        return then(branch.staff());
    case SettingKind::Group:
        return then(branch.groups());
    case SettingKind::Zone:
        return then(branch.zones());
    case SettingKind::Segment:
        return then(branch.segments());
    case SettingKind::PriorityReason:
        return then(branch.priorityReasons());
    case SettingKind::Outcome:
        return then(branch.outcomes());
    case SettingKind::Branch:
        return;
    }
}

/// Calls `then` with the list of a kind; nothing for the settings.
template <class Parts, class Then>
void withList(Parts &parts, SettingKind kind, Then &&then)
{
    switch (kind) {
    case SettingKind::Service:
        return then(parts.services);
    case SettingKind::Profile:
        return then(parts.profiles);
    case SettingKind::Counter:
        return then(parts.counters);
    case SettingKind::Staff:
        return then(parts.staff);
    case SettingKind::Group:
        return then(parts.groups);
    case SettingKind::Zone:
        return then(parts.zones);
    case SettingKind::Segment:
        return then(parts.segments);
    case SettingKind::PriorityReason:
        return then(parts.priorityReasons);
    case SettingKind::Outcome:
        return then(parts.outcomes);
    case SettingKind::Branch:
        return;
    }
}

} // namespace

std::string kindName(SettingKind kind)
{
    return kind == SettingKind::Branch ? "settings"
                                       : std::string(names(PartKind()).at(static_cast<std::size_t>(kind)));
}

std::optional<SettingKind> kindNamed(std::string_view name)
{
    for (int i = 0; i < kSettingKinds; ++i) {
        if (kindName(static_cast<SettingKind>(i)) == name)
            return static_cast<SettingKind>(i);
    }
    return std::nullopt;
}

std::string listName(SettingKind kind) { return std::string(kLists.at(static_cast<std::size_t>(kind))); }

std::optional<SettingKind> listNamed(std::string_view name)
{
    const auto it = std::find(kLists.begin(), kLists.end(), name);
    if (it == kLists.end())
        return std::nullopt;
    return static_cast<SettingKind>(it - kLists.begin());
}

Json settingsJson(const BranchSettings &settings) { return whole(settings); }

Json partOf(const BranchState &branch, const PartKey &key)
{
    if (key.kind == SettingKind::Branch)
        return whole(branch.settings());
    Json part;
    withMap(branch, key.kind, [&](const auto &known) { part = find(known, key.id); });
    return part;
}

std::vector<PartKey> partsOf(const BranchState &branch, SettingKind kind)
{
    std::vector<PartKey> keys;
    if (kind == SettingKind::Branch)
        keys.push_back({kind, 0});
    withMap(branch, kind, [&](const auto &known) {
        for (const auto &[id, part] : known)
            keys.push_back({kind, id.value});
    });
    return keys;
}

std::int64_t lastId(const BranchState &branch, SettingKind kind)
{
    std::int64_t last = 0;
    withMap(branch, kind, [&](const auto &known) {
        if (!known.empty())
            last = known.rbegin()->first.value;
    });
    return last;
}

Json newPart(SettingKind kind, std::int64_t id)
{
    Json part;
    if (kind == SettingKind::Service) {
        Service service;
        service.expectedMs = 5 * kMinuteMs;
        service.serviceLevelMs = 10 * kMinuteMs;
        part = whole(service);
    } else {
        BranchParts parts;
        withList(parts, kind, [&](auto &list) { part = whole(list.emplace_back()); });
    }
    part["id"] = id;
    return part;
}

void putInto(BranchParts &parts, SettingKind kind, const Json &part)
{
    if (kind == SettingKind::Branch) {
        if (auto settings = fromJson<BranchSettings>(part, UnknownFields::Refuse))
            parts.settings = std::move(*settings);
        return;
    }
    withList(parts, kind, [&](auto &list) {
        using Item = typename std::decay_t<decltype(list)>::value_type;
        if (auto item = fromJson<Item>(part, UnknownFields::Refuse))
            list.push_back(std::move(*item));
    });
}

std::vector<std::pair<PartKey, Json>> allOf(const BranchParts &parts)
{
    std::vector<std::pair<PartKey, Json>> all;
    if (parts.settings)
        all.emplace_back(PartKey{}, whole(*parts.settings));
    for (int i = 0; i < kSettingKinds; ++i) {
        const auto kind = static_cast<SettingKind>(i);
        withList(parts, kind, [&](const auto &list) {
            for (const auto &item : list)
                all.emplace_back(PartKey{kind, item.id.value}, whole(item));
        });
    }
    return all;
}

Json valueAt(const Json &part, const QString &path)
{
    const Json *at = &part;
    const QStringList steps = path.split(QLatin1Char('.'));
    for (const QString &step : steps) {
        const auto it = at->is_object() ? at->find(step.toStdString()) : at->end();
        if (!at->is_object() || it == at->end())
            return {};
        at = &*it;
    }
    return *at;
}

std::int64_t numberIn(const Json &part, const char *field)
{
    const auto it = part.is_object() ? part.find(field) : part.end();
    return part.is_object() && it != part.end() && it->is_number_integer() ? it->get<std::int64_t>() : 0;
}

void setValueAt(Json &part, const QString &path, const Json &value)
{
    Json *at = &part;
    const QStringList steps = path.split(QLatin1Char('.'));
    for (const QString &step : steps)
        at = &(*at)[step.toStdString()];
    *at = value;
}

} // namespace tiepdon
