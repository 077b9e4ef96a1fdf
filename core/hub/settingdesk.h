// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/desk.h"
#include "core/wire/settingmessage.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace tiepdon {

/// Changes of what the branch is made of: asks for what they mean to the customer, keeps each in the notebook in
/// the transaction of its events, with its author and what was before, and tells the history. Gives out the
/// changes' ids. Main thread of the hub.
class SettingDesk : public Desk
{
    Q_OBJECT

public:
    /// Both outlive it. `last` is the id given out last.
    SettingDesk(BranchHost &host, Store &store, SettingChangeId last, QObject *parent = nullptr);

    /// Writes a change of another desk into a decision that is being made and not refused: fills in its number and
    /// its time, adds it to the notebook, and says the number in the reply ("change").
    void note(Decision &decision, SettingChange change, TimeMs now);

    [[nodiscard]] bool isQuestion(std::string_view method) const override;
    [[nodiscard]] bool isChange(std::string_view method) const override;
    void ask(const Asker &asker, std::string_view method, const Json &params, Answer answer) override;
    void change(const OperationId &id, const Asker &asker, std::string_view method, const Json &params,
                Answer answer) override;

private:
    /// The change that one takes back, as it was written down; nothing where there is none.
    using Reverted = std::optional<SettingChange>;

    /// A question being answered: what was found so far.
    struct Search {
        SettingHistory asked;
        std::vector<SettingChange> found = {};
        std::int64_t looked = 0; ///< at how many changes
        std::size_t bytes = 0; ///< of those found
        Answer answer;
    };

    /// A change that somebody wants, and what was looked up for it.
    struct Wanted {
        OperationId id;
        Asker asker;
        Command command;
        Answer answer;
        Reverted reverted = {};
        std::vector<StaffId> leaving = {}; ///< who is to go from the staff list and was not looked at yet
        std::optional<Error> owns = {}; ///< one of them has to do with customers what nobody else would
    };

    void findReverted(const std::shared_ptr<Wanted> &wanted, SettingChangeId change);
    /// Looks for open items of those who leave, one after the other; then runs it.
    void findOpenItems(const std::shared_ptr<Wanted> &wanted);
    void run(const std::shared_ptr<Wanted> &wanted);
    Decision decide(const Wanted &wanted, TimeMs now);
    /// Why a change that asks for answers is not even tried.
    [[nodiscard]] std::optional<Error> refusal(const Wanted &wanted, const command::ChangeSettings &change,
                                               TimeMs now) const;
    void look(const std::shared_ptr<Search> &search, SettingChangeId before);
    /// Reads on in the notebook which ids were ever in use, older than a change.
    void learn(SettingChangeId before);
    /// Notes the ids of parts as used.
    void see(const BranchParts &parts);
    /// A part that is new with an id that another had before: what is kept of that one would be its own. Nothing
    /// when there is none.
    [[nodiscard]] std::optional<Error> usedBefore(const command::ChangeSettings &change) const;

    BranchHost &m_host;
    Store &m_store;
    SettingChangeId m_last;
    std::array<std::int64_t, names(PartKind()).size()> m_highest{}; ///< id ever used, by kind of part
    bool m_isLearnt = false; ///< `m_highest` is whole
};

} // namespace tiepdon
