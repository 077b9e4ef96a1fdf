// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/countermovewords.h"

#include "app/supervisor/words.h"
#include "ui/session/breakword.h"
#include "ui/session/language.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace tiepdon {
namespace {

struct CounterMoveWords {
    Q_DECLARE_TR_FUNCTIONS(CounterMoveWords)
};

/// Who comes to where they were not before.
const CounterMove *placing(const std::vector<CounterMove> &moves)
{
    const auto it = std::find_if(moves.begin(), moves.end(), [](const CounterMove &move) {
        return move.to.isOpen() && move.to.staff != move.seen.staff;
    });
    return it == moves.end() ? nullptr : &*it;
}

/// Where somebody sat before, by the moves; 0 for nowhere among them.
CounterId cameFrom(const std::vector<CounterMove> &moves, StaffId staff)
{
    for (const CounterMove &move : moves) {
        if (move.seen.staff == staff)
            return move.counter;
    }
    return {};
}

QString oneText(const BranchState &branch, const CounterMove &move)
{
    const QString counter = counterName(branch, move.counter);
    if (!move.to.isOpen())
        return CounterMoveWords::tr("%1 closed").arg(counter);
    if (!move.seen.isOpen())
        return CounterMoveWords::tr("%1 opened for %2").arg(counter, staffName(branch, move.to.staff));
    if (move.to.staff != move.seen.staff)
        return CounterMoveWords::tr("%1: %2 in place of %3")
            .arg(counter, staffName(branch, move.to.staff), staffName(branch, move.seen.staff));
    if (move.to.profile != move.seen.profile)
        return CounterMoveWords::tr("%1: %2 → %3")
            .arg(counter, profileName(branch, move.seen.profile), profileName(branch, move.to.profile));
    if (move.to.onBreak)
        return CounterMoveWords::tr("%1 on a break: %2").arg(counter, breakWord(*move.to.onBreak));
    return CounterMoveWords::tr("%1: break ended").arg(counter);
}

/// Who works at another counter than this one now.
QString elsewhere(const BranchState &branch, StaffId staff, CounterId but)
{
    for (const auto &[id, state] : branch.counterStates()) {
        if (id != but && state.isOpen() && state.staff == staff)
            return CounterMoveWords::tr("%1 is at %2 by now.")
                .arg(staffName(branch, staff), counterName(branch, id));
    }
    return {};
}

QString whyOneStays(const BranchState &branch, const std::vector<CounterMove> &moves, const CounterMove &move)
{
    const CounterState *state = branch.counterState(move.counter);
    const QString counter = counterName(branch, move.counter);
    if (!state)
        return CounterMoveWords::tr("%1 is not there any longer.").arg(counter);
    const CounterStanding now = standingOf(*state);
    if (now != move.to) {
        if (!now.isOpen())
            return CounterMoveWords::tr("%1 is closed by now. Open it again as it should be.").arg(counter);
        if (move.to.onBreak && !now.onBreak && now.staff == move.to.staff && now.profile == move.to.profile)
            return CounterMoveWords::tr("The break of %1 is over already.").arg(counter);
        return CounterMoveWords::tr("%1 was changed since: %2. Move it again if that is not right.")
            .arg(counter, standingText(branch, now));
    }
    const Ticket *inHand = branch.ticket(state->ticket);
    if (inHand && (!move.seen.isOpen() || (move.seen.onBreak && !move.to.onBreak)))
        return CounterMoveWords::tr("%1 is at %2 now. This can be undone when they are finished.")
            .arg(fromUtf8(inHand->number), counter);
    // whoever is brought back must not be busy elsewhere by now
    if (move.seen.isOpen() && move.seen.staff != move.to.staff) {
        const bool isMoved = std::any_of(moves.begin(), moves.end(),
                                         [&](const CounterMove &each) { return each.to.staff == move.seen.staff; });
        if (!isMoved)
            return elsewhere(branch, move.seen.staff, move.counter);
    }
    return {};
}

} // namespace

QString standingText(const BranchState &branch, const CounterStanding &standing)
{
    if (!standing.isOpen())
        return CounterMoveWords::tr("closed");
    QString text = staffName(branch, standing.staff) + QStringLiteral(", ") + profileName(branch, standing.profile);
    if (standing.onBreak)
        text += QStringLiteral(", ") + CounterMoveWords::tr("on a break: %1").arg(breakWord(*standing.onBreak));
    return text;
}

QString movesText(const BranchState &branch, const std::vector<CounterMove> &moves)
{
    if (moves.size() == 1)
        return oneText(branch, moves.front());
    const CounterMove *placed = placing(moves);
    const CounterId from = placed ? cameFrom(moves, placed->to.staff) : CounterId{};
    if (from.isSet() && moves.size() == 2)
        return CounterMoveWords::tr("%1: %2 → %3")
            .arg(staffName(branch, placed->to.staff), counterName(branch, from),
                 counterName(branch, placed->counter));
    QStringList all;
    for (const CounterMove &move : moves)
        all << oneText(branch, move);
    return all.join(QStringLiteral("; "));
}

QString whyMovesStay(const BranchState &branch, const std::vector<CounterMove> &moves)
{
    for (const CounterMove &move : moves) {
        if (const QString why = whyOneStays(branch, moves, move); !why.isEmpty())
            return why;
    }
    return {};
}

} // namespace tiepdon
