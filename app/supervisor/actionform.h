// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/cover.h"
#include "app/supervisor/supervisordesk.h"

#include <map>
#include <optional>
#include <vector>

namespace tiepdon {

/// Something a supervisor is about to do.
struct Action {
    enum class Kind { Move, Open, Place, Close, Break, EndBreak, Transfer, Raise, Cancel, Restore, Segment };

    Kind kind = Kind::Move;
    CounterId counter; ///< of the first six
    ProfileId profile; ///< of Move
    TicketId ticket; ///< of the others
    CounterId inHandAt = {}; ///< of Transfer: where the ticket was when it was chosen; 0 while it waited
    ServiceId waitsFor = {}; ///< of Transfer: what the person saw it waiting for
    StaffId staff = {}; ///< of Place: who is proposed; 0 for nobody
    ServiceId toService = {}; ///< of Transfer: what is proposed; 0 for nothing
    CounterId toCounter = {}; ///< likewise; the service stays as it is where none is proposed

    [[nodiscard]] bool isAboutCounter() const { return kind <= Kind::EndBreak; }
};

/// How counters were when an action was opened, or last looked at.
using SeenCounters = std::map<CounterId, CounterStanding>;

/// That somebody else changed what an action is about since it was opened.
struct ActionNews {
    bool isNews = false;
    QString by; ///< who, where that is known
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

/// `isInsisting`: the second question, about what would be left without a counter, is asked.
[[nodiscard]] ActionForm actionForm(const SupervisorDesk &desk, const Action &action, const ActionChoice &choice,
                                    bool isInsisting, const ActionNews &news);

/// The command for what is chosen about a ticket; nothing when it is gone.
[[nodiscard]] std::optional<Command> actionCommand(const BranchState &branch, const Action &action,
                                                   const ActionChoice &choice);

/// What is chosen about counters, as moves from how they were seen; none while nothing is chosen. What was not seen
/// is taken as it is.
[[nodiscard]] std::vector<CounterMove> actionMoves(const SupervisorDesk &desk, const Action &action,
                                                   const ActionChoice &choice, const SeenCounters &seen = {});

/// Whether the moves want a second yes: a profile goes from the last counter that has it, or people wait for what
/// nobody would serve.
[[nodiscard]] bool wantsSecondYes(const BranchState &branch, const Action &action,
                                  const std::vector<CounterMove> &moves);

} // namespace tiepdon
