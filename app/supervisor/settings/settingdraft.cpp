// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/settingdraft.h"

#include <algorithm>
#include <set>

namespace tiepdon {
namespace {

/// Where a part names others: a path to an id, or to a list of ids or of objects with an id in them.
struct Naming {
    SettingKind kind;
    const char *path;
    const char *within; ///< of each object of the list; null for ids alone
    SettingKind named;
};

constexpr Naming kNamings[] = {
    {SettingKind::Service, "group", nullptr, SettingKind::Group},
    {SettingKind::Service, "promises", "segment", SettingKind::Segment},
    {SettingKind::Profile, "services", nullptr, SettingKind::Service},
    {SettingKind::Counter, "profile", nullptr, SettingKind::Profile},
    {SettingKind::Counter, "zone", nullptr, SettingKind::Zone},
    {SettingKind::Staff, "skills", "service", SettingKind::Service},
    {SettingKind::Group, "parent", nullptr, SettingKind::Group},
    {SettingKind::PriorityReason, "segment", nullptr, SettingKind::Segment},
    {SettingKind::Branch, "booking.segment", nullptr, SettingKind::Segment},
    {SettingKind::Branch, "itemOwner", nullptr, SettingKind::Staff},
};

/// Calls `visit(id)` for each mention of a kind in a part; what it gives back stands there afterwards.
template <class Visit>
void eachMention(SettingKind kind, Json &part, SettingKind named, Visit &&visit)
{
    for (const Naming &naming : kNamings) {
        if (naming.kind != kind || naming.named != named)
            continue;
        const QString path = QLatin1String(naming.path);
        Json value = valueAt(part, path);
        if (value.is_number_integer()) {
            value = visit(value.get<std::int64_t>());
        } else if (value.is_array()) {
            for (Json &item : value) {
                Json &id = naming.within ? item[naming.within] : item;
                id = visit(id.get<std::int64_t>());
            }
        }
        setValueAt(part, path, value);
    }
}

bool names(SettingKind kind, Json part, const PartKey &key)
{
    bool found = false;
    eachMention(kind, part, key.kind, [&](std::int64_t id) {
        found = found || id == key.id;
        return id;
    });
    return found;
}

/// Takes into `mine` what `theirs` has otherwise than `was`, and notes what both have changed.
void mergeFields(const Json &was, const Json &theirs, Json &mine, const QString &path,
                 std::vector<SettingDraft::Crossing> &crossings)
{
    if (was == theirs || mine == theirs)
        return;
    if (was.is_object() && theirs.is_object() && mine.is_object()) {
        for (auto it = theirs.begin(); it != theirs.end(); ++it) {
            const QString name = QString::fromStdString(it.key());
            mergeFields(was.value(it.key(), Json()), *it, mine[it.key()],
                        path.isEmpty() ? name : path + QLatin1Char('.') + name, crossings);
        }
        return;
    }
    if (mine == was)
        mine = theirs;
    else
        crossings.push_back({path, theirs});
}

} // namespace

std::optional<PartKey> SettingProposal::placeOf(const Error &error) const
{
    const auto list = error.detail.find("list");
    const auto index = error.detail.find("index");
    if (list == error.detail.end() || index == error.detail.end())
        return std::nullopt;
    const auto kind = listNamed(list->second);
    qulonglong left = QString::fromStdString(index->second).toULongLong();
    for (const PartKey &key : places) {
        if (kind && key.kind == *kind && left-- == 0)
            return key;
    }
    return std::nullopt;
}

SettingDraft::SettingDraft(BranchLink &link, QObject *parent) : QObject(parent), m_link(link)
{
    connect(&link, &BranchLink::stateReplaced, this, &SettingDraft::takeIn);
    connect(&link, &BranchLink::branchEvent, this,
            [this](const Event &event) {
                std::visit(
                    [this]<class E>(const E &) {
                        constexpr bool isDefinition
                            = std::same_as<E,
                                           event::
                                               BranchRuled> || std::same_as<E, event::ServiceDefined> || std::same_as<E, event::ProfileDefined> || std::same_as<E, event::CounterDefined> || std::same_as<E, event::StaffDefined> || std::same_as<E, event::GroupDefined> || std::same_as<E, event::ZoneDefined> || std::same_as<E, event::SegmentDefined> || std::same_as<E, event::PriorityReasonDefined> || std::same_as<E, event::OutcomeDefined> || std::same_as<E, event::PartRemoved>;
                        if constexpr (isDefinition)
                            takeIn();
                    },
                    event);
            });
}

Json SettingDraft::part(const PartKey &key) const
{
    const auto it = m_edits.find(key);
    return it == m_edits.end() ? saved(key) : it->second.after;
}

std::vector<PartKey> SettingDraft::keys(SettingKind kind) const
{
    std::vector<PartKey> keys = tiepdon::partsOf(branch(), kind);
    for (const auto &[key, edit] : m_edits) {
        if (key.kind == kind && edit.before.is_null())
            keys.push_back(key);
    }
    return keys;
}

bool SettingDraft::isNew(const PartKey &key) const
{
    const auto it = m_edits.find(key);
    return it != m_edits.end() && it->second.before.is_null();
}

bool SettingDraft::isRemoved(const PartKey &key) const
{
    const auto it = m_edits.find(key);
    return it != m_edits.end() && it->second.after.is_null();
}

std::vector<SettingDraft::Crossing> SettingDraft::crossings(const PartKey &key) const
{
    const auto it = m_edits.find(key);
    return it == m_edits.end() ? std::vector<Crossing>() : it->second.crossings;
}

void SettingDraft::set(const PartKey &key, const QString &path, const Json &value)
{
    if (m_isSaving || part(key).is_null() || valueAt(part(key), path) == value)
        return;
    auto it = m_edits.find(key);
    if (it == m_edits.end())
        it = m_edits.emplace(key, Edit{saved(key), saved(key)}).first;
    Edit &edit = it->second;
    setValueAt(edit.after, path, value);
    if (edit.after == edit.before)
        m_edits.erase(it);
    Q_EMIT changed();
}

std::int64_t SettingDraft::freeId(SettingKind kind) const
{
    std::int64_t last = lastId(branch(), kind);
    for (const auto &[key, edit] : m_edits) {
        if (key.kind == kind)
            last = std::max(last, key.id);
    }
    return last + 1;
}

PartKey SettingDraft::add(SettingKind kind)
{
    const PartKey key{kind, freeId(kind)};
    Json part = newPart(kind, key.id);
    const auto first = [this](SettingKind of) {
        const std::vector<PartKey> all = keys(of);
        return all.empty() ? std::int64_t(0) : all.front().id;
    };
    if (kind == SettingKind::Counter) {
        std::int64_t last = 0;
        for (const PartKey &each : keys(kind)) {
            const Json number = valueAt(this->part(each), QStringLiteral("number"));
            last = number.is_number_integer() ? std::max(last, number.get<std::int64_t>()) : last;
        }
        part["number"] = last + 1;
        part["profile"] = first(SettingKind::Profile);
    }
    if (kind == SettingKind::PriorityReason)
        part["segment"] = first(SettingKind::Segment);
    m_edits.emplace(key, Edit{Json(), std::move(part)});
    Q_EMIT changed();
    return key;
}

PartKey SettingDraft::addLike(const PartKey &like)
{
    const Json model = part(like);
    if (model.is_null())
        return add(like.kind);
    const PartKey key = add(like.kind);
    Json copy = model;
    copy["id"] = key.id;
    if (key.kind == SettingKind::Counter)
        copy["number"] = part(key)["number"];
    m_edits.at(key).after = std::move(copy);
    Q_EMIT changed();
    return key;
}

void SettingDraft::remove(const PartKey &key)
{
    if (m_isSaving)
        return;
    if (isNew(key))
        m_edits.erase(key);
    else if (const Json is = saved(key); !is.is_null())
        m_edits[key] = Edit{is, Json()};
    Q_EMIT changed();
}

void SettingDraft::restore(const PartKey &key)
{
    if (!m_isSaving && m_edits.erase(key) > 0)
        Q_EMIT changed();
}

void SettingDraft::discard()
{
    if (m_isSaving)
        return;
    m_edits.clear();
    Q_EMIT changed();
}

SettingProposal SettingDraft::proposal() const
{
    SettingProposal proposal;
    for (const auto &[key, edit] : m_edits) {
        if (!edit.before.is_null())
            putInto(proposal.before, key.kind, edit.before);
        if (!edit.after.is_null()) {
            putInto(proposal.after, key.kind, edit.after);
            proposal.places.push_back(key);
        }
    }
    return proposal;
}

std::vector<PartKey> SettingDraft::unreadable() const
{
    std::vector<PartKey> keys;
    for (const auto &[key, edit] : m_edits) {
        if (edit.after.is_null())
            continue;
        BranchParts parts;
        putInto(parts, key.kind, edit.after);
        if (parts == BranchParts())
            keys.push_back(key);
    }
    return keys;
}

void SettingDraft::endSaving(bool isSaved)
{
    m_isSaving = false;
    if (isSaved)
        m_edits.clear();
    takeIn();
}

void SettingDraft::takeIn()
{
    if (m_isSaving || branch().settings().name.vi.empty()) // nothing is seen while nobody is signed in
        return;
    std::vector<PartKey> taken; // new here, and made by somebody else under the same id
    for (auto it = m_edits.begin(); it != m_edits.end();) {
        if (it->second.before.is_null() && !saved(it->first).is_null() && saved(it->first) != it->second.after) {
            taken.push_back(it->first);
            ++it;
        } else if (merge(it->first, it->second)) {
            ++it;
        } else {
            it = m_edits.erase(it);
        }
    }
    for (const PartKey &key : taken)
        renumber(key, freeId(key.kind));
    Q_EMIT changed();
}

bool SettingDraft::merge(const PartKey &key, Edit &edit)
{
    const Json theirs = saved(key);
    if (theirs == edit.before)
        return theirs != edit.after;
    if (theirs == edit.after)
        return false;
    std::vector<Crossing> fresh;
    if (theirs.is_null() || edit.after.is_null())
        fresh.push_back({QString(), theirs});
    else
        mergeFields(edit.before, theirs, edit.after, {}, fresh);
    for (Crossing &crossing : fresh) {
        std::erase_if(edit.crossings, [&](const Crossing &old) { return old.path == crossing.path; });
        edit.crossings.push_back(std::move(crossing));
    }
    edit.before = theirs;
    return edit.after != theirs;
}

void SettingDraft::giveIdsFrom(SettingKind kind, std::int64_t least)
{
    std::vector<PartKey> low;
    for (const auto &[key, edit] : m_edits) {
        if (key.kind == kind && edit.before.is_null() && key.id < least)
            low.push_back(key);
    }
    for (const PartKey &key : low)
        renumber(key, std::max(least, freeId(kind)));
    Q_EMIT changed();
}

void SettingDraft::renumber(const PartKey &key, std::int64_t to)
{
    auto node = m_edits.extract(key);
    const PartKey fresh{key.kind, to};
    node.key() = fresh;
    node.mapped().after["id"] = fresh.id;
    m_edits.insert(std::move(node));
    for (auto &[other, edit] : m_edits) {
        if (edit.after.is_null() || (!edit.before.is_null() && names(other.kind, edit.before, key)))
            continue; // it named the one that is there
        eachMention(other.kind, edit.after, key.kind,
                    [&](std::int64_t id) { return id == key.id ? fresh.id : id; });
    }
    Q_EMIT renumbered(key, fresh);
}

std::vector<PartKey> SettingDraft::usersOf(const PartKey &key) const
{
    std::vector<PartKey> users;
    std::set<SettingKind> kinds;
    for (const Naming &naming : kNamings) {
        if (naming.named == key.kind)
            kinds.insert(naming.kind);
    }
    for (const SettingKind kind : kinds) {
        for (const PartKey &each : keys(kind)) {
            const Json json = part(each);
            if (!json.is_null() && names(kind, json, key))
                users.push_back(each);
        }
    }
    return users;
}

} // namespace tiepdon
