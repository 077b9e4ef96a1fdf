// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alerting/records.h"
#include "core/domain/branch.h"
#include "core/queue/command.h"
#include "core/queue/event.h"
#include "core/queue/state.h"
#include "core/wire/json.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Changes of what a branch is made of, as its notebook keeps them, and how they are asked for.

namespace tiepdon {

/// An answer of a decision record: as much as anybody reads again.
constexpr std::size_t kDecisionCharactersMax = 500;
/// How long whoever made a change may take it back without saying once more what it means: it was a slip.
constexpr TimeMs kTakeBackMs = 10 * kMinuteMs;
/// Changes of one answer.
constexpr std::int64_t kSettingChangesMax = 100;

/// One change: the parts that are otherwise since, as they were and as they are.
struct SettingChange {
    SettingChangeId id; ///< counted from 1 in its branch
    TimeMs atMs = 0;
    StaffId by; ///< 0: nobody of the branch
    std::string method; ///< of the command that made it
    BranchParts before = {}; ///< without what is new
    BranchParts after = {}; ///< without what was removed
    DecisionRecord decision = {}; ///< empty of commands that ask for none
    SettingChangeId reverts = {}; ///< the change that this one takes back
    std::optional<AlertRule> ruleBefore = {}; ///< of a change of what is watched; nothing: it is new
    std::optional<AlertRule> ruleAfter = {}; ///< nothing: it was removed

    friend bool operator==(const SettingChange &, const SettingChange &) = default;

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("id", self.id);
        visit("atMs", self.atMs);
        visit("by", self.by, kAddedLater);
        visit("method", self.method);
        visit("before", self.before, kAddedLater);
        visit("after", self.after, kAddedLater);
        visit("decision", self.decision, kAddedLater);
        visit("reverts", self.reverts, kAddedLater);
        visit("ruleBefore", self.ruleBefore);
        visit("ruleAfter", self.ruleAfter);
    }
};

struct SettingChanges {
    std::vector<SettingChange> changes; ///< newest first
    SettingChangeId next = {}; ///< ask for those before it to go on; 0: there are no more

    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("changes", self.changes);
        visit("next", self.next, kAddedLater);
    }
};

/// The changes there were, newest first. InvalidParams for a part or a limit that cannot be.
struct SettingHistory {
    static constexpr std::string_view kMethod = "settingHistory";
    using Answer = SettingChanges;
    std::string part = {}; ///< "settings" or the name of a kind of part; empty: of everything
    std::int64_t id = 0; ///< of the part; 0: all of the kind
    SettingChangeId before = {}; ///< older than this one; 0: from the newest
    std::int64_t limit = 50; ///< 1 to `kSettingChangesMax`
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("part", self.part, kAddedLater);
        visit("id", self.id, kAddedLater);
        visit("before", self.before, kAddedLater);
        visit("limit", self.limit);
    }
};

struct SettingReply {
    SettingChangeId change = {}; ///< 0: the branch was so already
    template <class Self, class Visit>
    static void fields(Self &self, Visit &&visit)
    {
        visit("change", self.change, kAddedLater);
    }
};

/// The command, as a desk's change with an answer. Beside what the command itself is refused with: DecisionNeeded
/// (detail "field") without all four answers, but for who takes their own change back within `kTakeBackMs`;
/// NotAllowed (`beyondSupervisor`); InvalidParams ("field": "reverts") when it does not take that change back;
/// SettingInUse for somebody of the staff who may still sign in ("by": "account"), or to whom promises, complaints
/// and blockers still belong ("by": "openItems", "items": how many; "200+" of more).
struct AskForSettings : command::ChangeSettings {
    using Answer = SettingReply;
};

/// Parts of a branch before and after something.
struct PartSides {
    BranchParts before;
    BranchParts after;

    [[nodiscard]] bool isEmpty() const { return before == BranchParts() && after == BranchParts(); }
};

/// What events change of what the branch is made of, from the state before them. The first definition of a branch's
/// settings has no side before.
PartSides sidesOf(const BranchState &state, const std::vector<Event> &events);

/// Whether a change is about a part: "settings", or a kind's name and an id (0: any of the kind).
bool isAbout(const SettingChange &change, std::string_view part, std::int64_t id);
/// Whether there is such a part to ask for; "" too.
bool isPartName(std::string_view part);

/// The four answers as they are kept. DecisionNeeded (detail "field") when one is missing,
/// TooLarge or InvalidParams ("field") when one is too long or no text.
Result<DecisionRecord> cleanedDecision(const DecisionRecord &decision);

/// What of a change only an administrator may make: who works here and what they are called, where customers'
/// phones are sent, the time zone, and whether names are shown before the call. NotAllowed (detail "list", "index"
/// in `after`, "field", "role"), or nothing.
std::optional<Error> beyondSupervisor(const BranchParts &before, const BranchParts &after);
/// Whether a field of the branch's settings is one of those.
bool isAdministratorsSetting(std::string_view field);

} // namespace tiepdon
