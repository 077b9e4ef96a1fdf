// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/actionform.h"

#include "app/supervisor/counterform.h"
#include "app/supervisor/words.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"
#include "ui/widgets/segmentchip.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace tiepdon {
namespace {

using Kind = Action::Kind;

struct FormWords {
    Q_DECLARE_TR_FUNCTIONS(FormWords)
};

std::vector<HandReason> reasonsFor(Kind kind)
{
    switch (kind) {
    case Kind::Transfer:
        return {HandReason::WrongService, HandReason::ShorterQueue, HandReason::NeedsHelp, HandReason::OurMistake,
                HandReason::Other};
    case Kind::Raise:
        return {HandReason::NeedsHelp, HandReason::CameBack, HandReason::OurMistake, HandReason::Other};
    case Kind::Cancel:
        return {HandReason::Left, HandReason::Duplicate, HandReason::OurMistake, HandReason::Other};
    default:
        return {HandReason::CameBack, HandReason::OurMistake, HandReason::Other};
    }
}

/// The segment an item of the segment's form stands for.
SegmentId segmentChosen(const BranchState &branch, const ActionChoice &choice)
{
    if (choice.list < 0)
        return SegmentId{-choice.list};
    const auto it = branch.priorityReasons().find(PriorityReasonId{choice.list});
    return it == branch.priorityReasons().end() ? SegmentId{} : it->second.segment;
}

/// Fills in the form of an action about a ticket.
class FormMaker
{
public:
    FormMaker(const SupervisorDesk &desk, const Action &action, const ActionChoice &choice, bool isNews)
        : m_desk(desk), m_action(action), m_choice(choice), m_isNews(isNews)
    {
    }

    [[nodiscard]] ActionForm form() const
    {
        if (m_action.kind == Kind::Transfer)
            return transferForm();
        return m_action.kind == Kind::Segment ? segmentForm() : ticketForm();
    }

private:
    /// Also one that can be restored.
    [[nodiscard]] const Ticket *ticket() const
    {
        if (const Ticket *open = m_desk.branch().ticket(m_action.ticket))
            return open;
        const auto &all = m_desk.branch().restorable();
        const auto it = std::find_if(all.begin(), all.end(),
                                     [this](const Ticket &each) { return each.id == m_action.ticket; });
        return it == all.end() ? nullptr : &*it;
    }

    [[nodiscard]] ActionForm transferForm() const
    {
        const BranchState &branch = m_desk.branch();
        ActionForm form;
        const Ticket *about = branch.ticket(m_action.ticket);
        form.confirm = FormWords::tr("Transfer");
        form.listTitle = FormWords::tr("To which service");
        form.firstTitle = FormWords::tr("Place");
        for (const auto place :
             {command::TransferPlace::ByTimeWaited, command::TransferPlace::First, command::TransferPlace::Last})
            form.first.push_back({static_cast<qlonglong>(place), placeWord(place)});
        form.secondTitle = FormWords::tr("Reason");
        for (const HandReason reason : reasonsFor(Kind::Transfer))
            form.second.push_back({static_cast<qlonglong>(reason), handWord(reason)});
        if (!about) {
            form.title = FormWords::tr("Transfer");
            form.blocked = FormWords::tr("This ticket is closed by now.");
            return form;
        }
        const QString number = fromUtf8(about->number);
        form.title = FormWords::tr("Transfer %1").arg(number);
        form.hint = about->state == TicketState::Waiting
            ? FormWords::tr("Waits for: %1.").arg(serviceName(branch, about->step.service))
            : FormWords::tr("Is at %1 for: %2. It leaves that counter and waits again.")
                  .arg(counterName(branch, about->step.counter), serviceName(branch, about->step.service));
        if (!m_desk.canTransfer(about->id))
            form.blocked
                = FormWords::tr("%1 cannot be sent on now: %2.").arg(number, standingWord(*about).toLower());
        const auto entry = [&](ServiceId id) {
            const auto waiting = QLocale().toString(static_cast<qlonglong>(branch.waiting(id).size()));
            form.list.push_back({id.value, FormWords::tr("%1 · %2 waiting").arg(serviceName(branch, id), waiting)});
        };
        for (const auto &[id, service] : branch.services()) {
            if (id != about->step.service)
                entry(id);
        }
        entry(about->step.service); // last: for one counter or person, or later
        fillWho(form);
        form.delayTitle = FormWords::tr("From");
        form.delay.push_back({0, FormWords::tr("Now")});
        for (const int minutes : {5, 10, 15, 30, 60, 120})
            form.delay.push_back({minutes, FormWords::tr("In %1 min").arg(QLocale().toString(minutes))});
        const ServiceId target{m_choice.list};
        const bool isSame = target == about->step.service && about->state == TicketState::Waiting
            && m_choice.who == whoOf(*about) && m_choice.delayMin == 0
            && m_choice.first == static_cast<qlonglong>(TransferPlace::ByTimeWaited) && !about->held;
        if (isSame && form.blocked.isEmpty())
            form.blocked
                = FormWords::tr("%1 waits there already. Choose another service, or to whom or when.").arg(number);
        form.warning = transferWarning(*about, target);
        return form;
    }

    /// The item of whom a ticket is kept for.
    static qlonglong whoOf(const Ticket &ticket)
    {
        return ticket.forCounter.isSet() ? ticket.forCounter.value : -ticket.forStaff.value;
    }

    void fillWho(ActionForm &form) const
    {
        const BranchState &branch = m_desk.branch();
        form.whoTitle = FormWords::tr("To whom");
        form.who.push_back({0, FormWords::tr("Any counter")});
        for (const auto &[id, state] : branch.counterStates()) {
            if (state.isOpen())
                form.who.push_back(
                    {id.value,
                     FormWords::tr("%1 · %2").arg(counterName(branch, id), staffName(branch, state.staff))});
        }
        const std::vector<StaffId> away = m_desk.freeStaff();
        for (const auto &[id, staff] : branch.staff()) {
            const bool isAway = std::find(away.begin(), away.end(), id) != away.end();
            form.who.push_back(
                {-id.value,
                 isAway ? FormWords::tr("%1 · at no counter").arg(fromUtf8(staff.name)) : fromUtf8(staff.name)});
        }
    }

    [[nodiscard]] QString transferWarning(const Ticket &about, ServiceId target) const
    {
        const BranchState &branch = m_desk.branch();
        QStringList warnings;
        if (m_isNews)
            warnings << FormWords::tr("Somebody else has just sent %1 to: %2. Nothing was changed here.")
                            .arg(fromUtf8(about.number), serviceName(branch, about.step.service));
        const StaffId staff{m_choice.who < 0 ? -m_choice.who : 0};
        const std::vector<StaffId> away = m_desk.freeStaff();
        if (std::find(away.begin(), away.end(), staff) != away.end())
            warnings << FormWords::tr("%1 is at no counter now: nobody calls the ticket until that changes.")
                            .arg(staffName(branch, staff));
        if (m_choice.who == 0 && target.isSet() && countersServing(branch, target, Counting::AtWork) == 0)
            warnings << FormWords::tr("No counter at work serves %1 now.").arg(serviceName(branch, target));
        return warnings.join(QLatin1Char(' '));
    }

    [[nodiscard]] ActionForm segmentForm() const
    {
        const BranchState &branch = m_desk.branch();
        ActionForm form;
        form.confirm = FormWords::tr("Set");
        form.listTitle = FormWords::tr("Who the customer is");
        form.list.push_back({0, FormWords::tr("Ordinary")});
        for (const auto &[id, reason] : branch.priorityReasons())
            form.list.push_back(
                {id.value,
                 FormWords::tr("%1 · %2").arg(inLanguage(reason.name), segmentName(branch, reason.segment))});
        for (const auto &[id, segment] : branch.segments()) {
            const auto &all = branch.priorityReasons();
            if (std::none_of(all.begin(), all.end(),
                             [id = id](const auto &each) { return each.second.segment == id; }))
                form.list.push_back({-id.value, inLanguage(segment.name)});
        }
        const Ticket *about = branch.ticket(m_action.ticket);
        form.title = about ? FormWords::tr("Customer of %1").arg(fromUtf8(about->number))
                           : FormWords::tr("Customer of a ticket");
        if (!about) {
            form.blocked = FormWords::tr("This ticket is closed by now.");
            return form;
        }
        const QString now = segmentText(branch, *about);
        form.hint = FormWords::tr("Now: %1.").arg(now.isEmpty() ? FormWords::tr("Ordinary") : now);
        const Segment *chosen = nullptr;
        if (const auto it = branch.segments().find(segmentChosen(branch, m_choice)); it != branch.segments().end())
            chosen = &it->second;
        const TimeMs promise = branch.promiseMs(about->step.service, chosen ? chosen->id : SegmentId{});
        form.hint
            += QLatin1Char(' ') + FormWords::tr("Promised then: called within %1 min.").arg(minutesText(promise));
        if (!m_desk.canSetSegment(about->id))
            form.blocked = FormWords::tr("%1 does not wait any longer: %2.")
                               .arg(fromUtf8(about->number), standingWord(*about).toLower());
        return form;
    }

    [[nodiscard]] ActionForm ticketForm() const
    {
        ActionForm form;
        const Kind kind = m_action.kind;
        const Ticket *about = ticket();
        const QString number = about ? fromUtf8(about->number) : QString();
        form.listTitle = FormWords::tr("Reason");
        for (const HandReason reason : reasonsFor(kind))
            form.list.push_back({static_cast<qlonglong>(reason), handWord(reason)});
        const bool isPossible = kind == Kind::Raise ? m_desk.canRaise(m_action.ticket)
            : kind == Kind::Cancel                  ? m_desk.canCancel(m_action.ticket)
                                                    : m_desk.canRestore(m_action.ticket);
        if (kind == Kind::Raise) {
            form.title = FormWords::tr("Put %1 first").arg(number);
            form.confirm = FormWords::tr("Put first");
            form.hint = FormWords::tr("It is the next to be called of its queue. Where it stood is remembered.");
        } else if (kind == Kind::Cancel) {
            form.title = FormWords::tr("Cancel %1").arg(number);
            form.confirm = FormWords::tr("Cancel the ticket");
            form.hint = m_choice.list == static_cast<qlonglong>(HandReason::Left)
                ? FormWords::tr(
                    "It leaves the queue and counts as somebody who left without being served. It can be "
                    "restored later today.")
                : FormWords::tr("It leaves the queue. It can be restored later today.");
        } else {
            form.title = FormWords::tr("Restore %1").arg(number);
            form.confirm = FormWords::tr("Restore");
            form.hint = about && about->state == TicketState::NoShow
                ? FormWords::tr("It did not come when called. It waits again, first in its queue.")
                : about && about->state == TicketState::Abandoned
                ? FormWords::tr("The person had left. It waits again, at its old place.")
                : FormWords::tr("It was cancelled. It waits again, at its old place.");
        }
        if (!isPossible)
            form.blocked = !about ? FormWords::tr("This ticket is closed by now.")
                : about->held     ? FormWords::tr("%1 joins its queue later; it can be put first then.").arg(number)
                : about->state == TicketState::Waiting && kind == Kind::Raise
                ? FormWords::tr("%1 is first in its queue already.").arg(number)
                : about->state == TicketState::Waiting
                ? FormWords::tr("%1 waits already.").arg(number)
                : FormWords::tr("%1 does not wait any longer: %2.").arg(number, stateWord(about->state).toLower());
        return form;
    }

    const SupervisorDesk &m_desk;
    const Action &m_action;
    const ActionChoice &m_choice;
    bool m_isNews;
};

} // namespace

ActionForm actionForm(const SupervisorDesk &desk, const Action &action, const ActionChoice &choice,
                      bool isInsisting, const ActionNews &news)
{
    return action.isAboutCounter() ? counterForm(desk, action, choice, isInsisting, news)
                                   : FormMaker(desk, action, choice, news.isNews).form();
}

std::optional<Command> actionCommand(const BranchState &branch, const Action &action, const ActionChoice &choice)
{
    const auto hand = static_cast<HandReason>(choice.list);
    switch (action.kind) {
    case Kind::Transfer: {
        const Ticket *about = branch.ticket(action.ticket);
        if (!about)
            return {};
        // as the person saw it: one who was called meanwhile is not taken out of a counter's hands unasked
        command::Transfer transfer{action.inHandAt, about->id, ServiceId{choice.list},
                                   static_cast<command::TransferPlace>(choice.first),
                                   static_cast<HandReason>(choice.second)};
        if (choice.who > 0)
            transfer.toCounter = CounterId{choice.who};
        else if (choice.who < 0)
            transfer.toStaff = StaffId{-choice.who};
        transfer.delayMs = choice.delayMin * kMinuteMs;
        transfer.from = action.waitsFor;
        return transfer;
    }
    case Kind::Segment:
        return command::SetSegment{action.ticket, choice.list < 0 ? SegmentId{-choice.list} : SegmentId{},
                                   PriorityReasonId{std::max<qlonglong>(0, choice.list)}};
    case Kind::Raise:
        return command::RaiseTicket{action.ticket, hand};
    case Kind::Cancel:
        return command::CancelTicket{action.ticket, hand};
    case Kind::Restore:
        return command::RestoreTicket{action.ticket, hand};
    default:
        return {};
    }
}

} // namespace tiepdon
