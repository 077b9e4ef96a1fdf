// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/counterform.h"

#include "app/supervisor/countermovewords.h"
#include "app/supervisor/words.h"
#include "ui/session/breakword.h"
#include "ui/session/language.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace tiepdon {
namespace {

using Kind = Action::Kind;

struct CounterFormWords {
    Q_DECLARE_TR_FUNCTIONS(CounterFormWords)
};

QString unservedWord(UnservedReason reason)
{
    switch (reason) {
    case UnservedReason::BackSoon:
        return CounterFormWords::tr("Only for a short while");
    case UnservedReason::OthersFirst:
        return CounterFormWords::tr("Others are more urgent now");
    case UnservedReason::TooFewStaff:
        return CounterFormWords::tr("Too few people are here");
    case UnservedReason::ClosingSoon:
        return CounterFormWords::tr("The branch closes soon");
    case UnservedReason::TakenBack:
        return CounterFormWords::tr("An earlier move is taken back");
    case UnservedReason::Other:
        return CounterFormWords::tr("Another reason");
    }
    return {};
}

/// Fills in the form of an action about counters.
class CounterFormMaker
{
public:
    CounterFormMaker(const SupervisorDesk &desk, const Action &action, const ActionChoice &choice, bool isInsisting,
                     const ActionNews &news)
        : m_desk(desk), m_branch(desk.branch()), m_action(action), m_choice(choice), m_isInsisting(isInsisting),
          m_news(news), m_counter(counterName(m_branch, action.counter)),
          m_state(m_branch.counterState(action.counter))
    {
    }

    [[nodiscard]] ActionForm form() const
    {
        ActionForm form;
        switch (m_action.kind) {
        case Kind::Move:
            moveForm(form);
            break;
        case Kind::Open:
            openForm(form);
            break;
        case Kind::Place:
            placeForm(form);
            break;
        case Kind::Break:
            breakForm(form);
            break;
        default:
            closeForm(form);
            break;
        }
        const auto moves = actionMoves(m_desk, m_action, m_choice);
        form.cover = coverChange(m_branch, moves, m_action.kind == Kind::Break ? Counting::AtWork : Counting::Open);
        addWarnings(form, moves);
        return form;
    }

private:
    [[nodiscard]] bool isOpen() const { return m_state && m_state->isOpen(); }

    /// What stands in the way of somebody who leaves a counter.
    [[nodiscard]] QString busyText(CounterId counter) const
    {
        const CounterState *state = m_branch.counterState(counter);
        const Ticket *inHand = state ? m_branch.ticket(state->ticket) : nullptr;
        if (!inHand)
            return {};
        return CounterFormWords::tr(
                   "%1 is at %2, with %3. It has to be finished, transferred or marked as no-show first.")
            .arg(fromUtf8(inHand->number), counterName(m_branch, counter), staffName(m_branch, state->staff));
    }

    [[nodiscard]] QString lostText(const std::vector<ServiceCover> &cover) const
    {
        const std::vector<ServiceId> lost = lostBy(cover);
        if (lost.empty())
            return {};
        std::int64_t waiting = 0;
        for (const ServiceCover &each : cover)
            waiting += each.isLost() ? each.waiting : 0;
        const QString names = serviceNames(m_branch, lost);
        if (waiting == 0)
            return CounterFormWords::tr("No counter is left for: %1.").arg(names);
        return waiting == 1
            ? CounterFormWords::tr("No counter is left for: %1. One person waits for that now.").arg(names)
            : CounterFormWords::tr("No counter is left for: %1. %2 people wait for that now.")
                  .arg(names, QLocale().toString(static_cast<qlonglong>(waiting)));
    }

    void addWarnings(ActionForm &form, const std::vector<CounterMove> &moves) const
    {
        QStringList warnings;
        if (m_news.isNews && m_state) {
            const QString now = standingText(m_branch, standingOf(*m_state));
            warnings << (m_news.by.isEmpty()
                             ? CounterFormWords::tr("Somebody else has just changed %1: %2.").arg(m_counter, now)
                             : CounterFormWords::tr("%1 has just changed %2: %3.").arg(m_news.by, m_counter, now));
        }
        if (const QString lost = lostText(form.cover); !lost.isEmpty()) {
            warnings << lost;
            if (m_isInsisting)
                warnings << CounterFormWords::tr("Do it all the same?");
        }
        form.warning = warnings.join(QLatin1Char(' '));
        if (!m_isInsisting || leftUnserved(m_branch, moves).empty())
            return;
        form.secondTitle = CounterFormWords::tr("Why people may wait");
        for (const auto reason : {UnservedReason::BackSoon, UnservedReason::OthersFirst,
                                  UnservedReason::TooFewStaff, UnservedReason::ClosingSoon, UnservedReason::Other})
            form.second.push_back({static_cast<qlonglong>(reason), unservedWord(reason)});
    }

    void addProfiles(ActionForm &form) const
    {
        form.firstTitle = CounterFormWords::tr("Work profile");
        for (const auto &[id, profile] : m_branch.profiles())
            form.first.push_back({id.value, inLanguage(profile.name)});
    }

    void moveForm(ActionForm &form) const
    {
        form.title = CounterFormWords::tr("%1 → %2").arg(m_counter, profileName(m_branch, m_action.profile));
        form.confirm = CounterFormWords::tr("Move %1").arg(m_counter);
        if (!isOpen()) {
            form.blocked
                = CounterFormWords::tr("%1 is closed. Open it with this work profile instead.").arg(m_counter);
            return;
        }
        form.hint = CounterFormWords::tr("Has now: %1.").arg(profileName(m_branch, m_state->profile));
        if (const Ticket *inHand = m_branch.ticket(m_state->ticket))
            form.hint += QLatin1Char(' ')
                + CounterFormWords::tr("%1 is served to the end; it counts from the next call on.")
                      .arg(fromUtf8(inHand->number));
        if (m_state->profile == m_action.profile)
            form.blocked = CounterFormWords::tr("%1 has this work profile already.").arg(m_counter);
    }

    void openForm(ActionForm &form) const
    {
        form.title = CounterFormWords::tr("Open %1").arg(m_counter);
        form.confirm = form.title;
        form.listTitle = CounterFormWords::tr("Who works there");
        for (const StaffId id : m_desk.freeStaff())
            form.list.push_back({id.value, staffName(m_branch, id)});
        addProfiles(form);
        if (isOpen())
            form.blocked = CounterFormWords::tr("%1 is open already, for %2.")
                               .arg(m_counter, staffName(m_branch, m_state->staff));
        else if (form.list.empty())
            form.blocked = CounterFormWords::tr(
                "Everybody on the staff list is at a counter. Move somebody there instead (F4).");
    }

    void placeForm(ActionForm &form) const
    {
        form.title = CounterFormWords::tr("Who works at %1").arg(m_counter);
        form.confirm = CounterFormWords::tr("Move there");
        form.listTitle = CounterFormWords::tr("Person");
        for (const StaffId id : staffByUse(m_desk)) {
            if (!m_state || m_state->staff != id)
                form.list.push_back(
                    {id.value,
                     CounterFormWords::tr("%1 · %2").arg(staffName(m_branch, id), whereaboutsText(m_branch, id))});
        }
        addProfiles(form);
        if (form.list.empty()) {
            form.blocked = CounterFormWords::tr("There is nobody else on the staff list.");
            return;
        }
        if (isOpen())
            form.hint
                = CounterFormWords::tr("%1 has it now and is at no counter afterwards. A ticket in hand stays "
                                       "at the counter.")
                      .arg(staffName(m_branch, m_state->staff));
        const CounterId from = m_desk.counterOf(StaffId{m_choice.list});
        if (from.isSet())
            form.blocked = busyText(from);
    }

    void closeForm(ActionForm &form) const
    {
        form.title = CounterFormWords::tr("Close %1").arg(m_counter);
        form.confirm = form.title;
        if (!isOpen()) {
            form.blocked = CounterFormWords::tr("%1 is closed already.").arg(m_counter);
            return;
        }
        form.hint = CounterFormWords::tr("%1 is signed off.").arg(staffName(m_branch, m_state->staff));
        form.blocked = busyText(m_action.counter);
    }

    void breakForm(ActionForm &form) const
    {
        form.title = CounterFormWords::tr("Break at %1").arg(m_counter);
        form.confirm = CounterFormWords::tr("Begin the break");
        form.listTitle = CounterFormWords::tr("Reason");
        for (const BreakReason reason : {BreakReason::Meal, BreakReason::Rest, BreakReason::Paperwork,
                                         BreakReason::Meeting, BreakReason::Other})
            form.list.push_back({static_cast<qlonglong>(reason), breakWord(reason)});
        if (!isOpen()) {
            form.blocked = CounterFormWords::tr("%1 is closed.").arg(m_counter);
            return;
        }
        form.hint = CounterFormWords::tr("Nobody is called there until the break ends.");
        form.blocked = busyText(m_action.counter);
    }

    const SupervisorDesk &m_desk;
    const BranchState &m_branch;
    const Action &m_action;
    const ActionChoice &m_choice;
    bool m_isInsisting;
    const ActionNews &m_news;
    QString m_counter;
    const CounterState *m_state;
};

} // namespace

ActionForm counterForm(const SupervisorDesk &desk, const Action &action, const ActionChoice &choice,
                       bool isInsisting, const ActionNews &news)
{
    return CounterFormMaker(desk, action, choice, isInsisting, news).form();
}

QString whereaboutsText(const BranchState &branch, StaffId staff)
{
    for (const auto &[id, state] : branch.counterStates()) {
        if (!state.isOpen() || state.staff != staff)
            continue;
        const QString counter = counterName(branch, id);
        if (const Ticket *ticket = branch.ticket(state.ticket))
            return ticket->state == TicketState::Called
                ? CounterFormWords::tr("%1, called %2").arg(counter, fromUtf8(ticket->number))
                : CounterFormWords::tr("%1, with %2").arg(counter, fromUtf8(ticket->number));
        return state.onBreak ? CounterFormWords::tr("%1, on a break").arg(counter) : counter;
    }
    return CounterFormWords::tr("at no counter");
}

std::vector<StaffId> staffByUse(const SupervisorDesk &desk)
{
    std::vector<StaffId> all = desk.freeStaff();
    std::vector<StaffId> busy;
    for (const bool isOnBreak : {true, false}) {
        const auto from = static_cast<std::ptrdiff_t>(busy.size());
        for (const auto &[id, state] : desk.branch().counterStates()) {
            if (state.isOpen() && state.onBreak.has_value() == isOnBreak)
                busy.push_back(state.staff);
        }
        std::sort(busy.begin() + from, busy.end(), [&](StaffId a, StaffId b) {
            return QString::localeAwareCompare(staffName(desk.branch(), a), staffName(desk.branch(), b)) < 0;
        });
    }
    all.insert(all.end(), busy.begin(), busy.end());
    return all;
}

std::vector<CounterMove> actionMoves(const SupervisorDesk &desk, const Action &action, const ActionChoice &choice,
                                     const SeenCounters &seen)
{
    const BranchState &branch = desk.branch();
    const auto as = [&](CounterId counter) {
        const auto it = seen.find(counter);
        const CounterState *state = branch.counterState(counter);
        return it != seen.end() ? it->second : state ? standingOf(*state) : CounterStanding{};
    };
    const CounterStanding now = as(action.counter);
    CounterStanding to = now;
    std::vector<CounterMove> moves;
    switch (action.kind) {
    case Kind::Move:
        to.profile = action.profile;
        break;
    case Kind::Open:
    case Kind::Place: {
        const StaffId staff{choice.list};
        if (!staff.isSet())
            return {};
        to = {staff, ProfileId{choice.first}, {}};
        if (const CounterId from = desk.counterOf(staff); from.isSet() && from != action.counter)
            moves.push_back({from, as(from), {}});
        break;
    }
    case Kind::Close:
        to = {};
        break;
    case Kind::Break:
        to.onBreak = static_cast<BreakReason>(choice.list);
        break;
    case Kind::EndBreak:
        to.onBreak.reset();
        break;
    default:
        return {};
    }
    if (!to.isOpen() && action.kind != Kind::Close)
        return {}; // closed meanwhile
    moves.push_back({action.counter, now, to});
    return moves;
}

bool wantsSecondYes(const BranchState &branch, const Action &action, const std::vector<CounterMove> &moves)
{
    return !leftUnserved(branch, moves).empty()
        || (action.kind == Kind::Move && !lostBy(coverChange(branch, moves)).empty());
}

} // namespace tiepdon
