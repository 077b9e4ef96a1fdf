// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/settings/partkey.h"
#include "core/client/branchlink.h"

#include <QObject>

#include <map>
#include <vector>

namespace tiepdon {

/// A change of settings that can be asked for: what it goes by, and what is to be.
struct SettingProposal {
    BranchParts before;
    BranchParts after;
    SettingChangeId reverts = {}; ///< the change it takes back
    /// The parts of `after`, list by list in its order: an error's "index" counts in its list.
    std::vector<PartKey> places = {};

    /// What part an error's "list" and "index" name; nothing when they name none.
    [[nodiscard]] std::optional<PartKey> placeOf(const Error &error) const;
};

/// What a person has changed of the settings and not saved, beside the branch as it is. What others change
/// meanwhile goes into it, field by field; where both changed the same field the person's own stays and the
/// crossing is said. Main thread; the link must outlive it.
class SettingDraft : public QObject
{
    Q_OBJECT

public:
    /// A field that somebody else changed while it was being changed here.
    struct Crossing {
        QString path; ///< empty: the whole part was removed, or changed while it is removed here
        Json theirs; ///< null: removed
        friend bool operator==(const Crossing &, const Crossing &) = default;
    };

    explicit SettingDraft(BranchLink &link, QObject *parent = nullptr);

    [[nodiscard]] const BranchState &branch() const { return m_link.branch(); }
    /// A part as it would be; null when it is not there or is to go.
    [[nodiscard]] Json part(const PartKey &key) const;
    /// A part as it is now; null for a new one.
    [[nodiscard]] Json saved(const PartKey &key) const { return partOf(branch(), key); }
    /// The parts of a kind, those that are new and those that are to go among them.
    [[nodiscard]] std::vector<PartKey> keys(SettingKind kind) const;
    [[nodiscard]] bool isEmpty() const { return m_edits.empty(); }
    [[nodiscard]] std::size_t count() const { return m_edits.size(); }
    [[nodiscard]] bool isChanged(const PartKey &key) const { return m_edits.contains(key); }
    [[nodiscard]] bool isNew(const PartKey &key) const;
    [[nodiscard]] bool isRemoved(const PartKey &key) const;
    [[nodiscard]] std::vector<Crossing> crossings(const PartKey &key) const;

    void set(const PartKey &key, const QString &path, const Json &value);
    /// A new part, with what it cannot do without filled in where that is known.
    PartKey add(SettingKind kind);
    /// Copies all but the id from another part of the kind.
    PartKey addLike(const PartKey &key);
    /// New parts of a kind get ids from here on: lower ones were another's before.
    void giveIdsFrom(SettingKind kind, std::int64_t least);
    void remove(const PartKey &key);
    /// Forgets what was changed of one part, or of all.
    void restore(const PartKey &key);
    void discard();

    /// All that was changed, as one change.
    [[nodiscard]] SettingProposal proposal() const;
    /// Parts with something typed that cannot be read as what it should be; `proposal` is without them.
    [[nodiscard]] std::vector<PartKey> unreadable() const;
    /// Between these two nothing is taken in: the answer to what was sent will say it.
    void beginSaving() { m_isSaving = true; }
    void endSaving(bool isSaved);

    /// Which parts name a part, as they would be.
    [[nodiscard]] std::vector<PartKey> usersOf(const PartKey &key) const;

Q_SIGNALS:
    /// What is changed here, or what the branch is made of.
    void changed();
    /// A new part has another id: somebody else made one of the id it had.
    void renumbered(const tiepdon::PartKey &from, const tiepdon::PartKey &to);

private:
    struct Edit {
        Json before; ///< null: new
        Json after; ///< null: to go
        std::vector<Crossing> crossings = {};
    };

    void takeIn();
    /// Brings one edit up to what the branch says now; false when nothing of it is left.
    bool merge(const PartKey &key, Edit &edit);
    void renumber(const PartKey &key, std::int64_t to);
    [[nodiscard]] std::int64_t freeId(SettingKind kind) const;

    BranchLink &m_link;
    std::map<PartKey, Edit> m_edits;
    bool m_isSaving = false;
};

} // namespace tiepdon
