// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/cover.h"
#include "app/supervisor/supervisordesk.h"

#include <optional>
#include <vector>

namespace tiepdon {

/// Something a supervisor is about to do.
struct Action {
    enum class Kind { Move, Open, Close, Break, Transfer, Raise, Cancel, Restore, Segment };

    Kind kind = Kind::Move;
    CounterId counter; ///< of the first four
    ProfileId profile; ///< of Move
    TicketId ticket; ///< of the others
    CounterId inHandAt = {}; ///< of Transfer: where the ticket was when it was chosen; 0 while it waited
    ServiceId waitsFor = {}; ///< of Transfer: what the person saw it waiting for
};

/// What is chosen for it: ids of the form's items, 0 for nothing.
struct ActionChoice {
    qlonglong list = 0;
    qlonglong first = 0;
    qlonglong second = 0;
    qlonglong who = 0; ///< of Transfer: a counter, or less than 0 for somebody of the staff
    qlonglong delayMin = 0; ///< of Transfer
};

/// One of several to choose from.
struct ActionItem {
    qlonglong id = 0;
    QString text;
};

/// What there is to choose, to know and to confirm about an action, as the branch is now. Words are in the language
/// windows speak now.
struct ActionForm {
    QString title;
    QString hint;
    QString blocked; ///< why it cannot be done now
    QString listTitle;
    std::vector<ActionItem> list;
    QString firstTitle; ///< of the upper combo box: a place, or a work profile
    std::vector<ActionItem> first;
    QString secondTitle; ///< of the lower one: a reason
    std::vector<ActionItem> second;
    QString whoTitle; ///< of two more between them: to whom, and when
    std::vector<ActionItem> who;
    QString delayTitle;
    std::vector<ActionItem> delay;
    std::vector<ServiceCover> cover;
    QString warning;
    QString confirm;
};

/// `isInsisting`: the second question, about what would be left without a counter, is asked. `isNews`: somebody
/// else gave the counter another profile, or sent the ticket elsewhere, since the action was opened, and that is to
/// be said.
[[nodiscard]] ActionForm actionForm(const SupervisorDesk &desk, const Action &action, const ActionChoice &choice,
                                    bool isInsisting, bool isNews);

/// The command for what is chosen; nothing when what it is about is gone. `from`: the profile the person saw.
[[nodiscard]] std::optional<Command> actionCommand(const BranchState &branch, const Action &action,
                                                   const ActionChoice &choice, ProfileId from, bool leaveUnserved);

} // namespace tiepdon
