// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/move.h"

#include "app/supervisor/countermovewords.h"
#include "app/supervisor/words.h"
#include "ui/session/language.h"
#include "ui/session/timetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace tiepdon {
namespace {

struct MoveWords {
    Q_DECLARE_TR_FUNCTIONS(MoveWords)
};

/// The command back, or nothing.
class Backwards
{
public:
    explicit Backwards(const BranchState &branch) : m_branch(branch) { }

    using Back = std::optional<Command>;

    // who was to come later, or was parked, does not go back to that
    Back operator()(const command::RaiseTicket &c) const
    {
        const Ticket *ticket = m_branch.ticket(c.ticket);
        return ticket && ticket->held ? Back() : Back(command::LowerTicket{c.ticket});
    }
    Back operator()(const command::CancelTicket &c) const
    {
        const Ticket *ticket = m_branch.ticket(c.ticket);
        if (ticket && (ticket->held || ticket->parked))
            return {};
        return command::RestoreTicket{c.ticket, HandReason::OurMistake};
    }
    Back operator()(const command::Transfer &c) const
    {
        const Ticket *ticket = m_branch.ticket(c.ticket);
        // from a counter's hands there is no way back into them; who was sent last is not known to have waited, and
        // who was to come later comes when that time is
        if (!ticket || c.counter.isSet() || c.place == command::TransferPlace::Last || ticket->held)
            return {};
        command::Transfer back{
            {}, c.ticket, ticket->step.service, command::TransferPlace::ByTimeWaited, HandReason::OurMistake};
        back.toCounter = ticket->forCounter;
        back.toStaff = ticket->forStaff;
        back.from = c.service;
        return back;
    }
    Back operator()(const command::SetSegment &c) const
    {
        const Ticket *ticket = m_branch.ticket(c.ticket);
        return ticket ? Back(command::SetSegment{c.ticket, ticket->segment, ticket->priorityReason}) : Back();
    }
    template <class Other>
    Back operator()(const Other &) const
    {
        return {};
    }

private:
    const BranchState &m_branch;
};

const Ticket *restorable(const BranchState &branch, TicketId id)
{
    const auto &all = branch.restorable();
    const auto it = std::find_if(all.begin(), all.end(), [id](const Ticket &ticket) { return ticket.id == id; });
    return it == all.end() ? nullptr : &*it;
}

QString nowElsewhere(const BranchState &branch, const Ticket *ticket, const QString &number)
{
    if (!ticket)
        return MoveWords::tr("%1 is closed by now.").arg(number);
    if (ticket->state != TicketState::Waiting)
        return MoveWords::tr("%1 was called to %2 by now.").arg(number, counterName(branch, ticket->step.counter));
    return {};
}

/// Words about a move, and why it does not go back.
class About
{
public:
    About(const BranchState &branch, const Move &move)
        : m_branch(branch), m_move(move), m_number(fromUtf8(move.number))
    {
    }

    QString text(const command::RaiseTicket &) const { return MoveWords::tr("%1 put first").arg(m_number); }
    QString text(const command::LowerTicket &) const
    {
        return MoveWords::tr("%1 put back to its place").arg(m_number);
    }
    QString text(const command::CancelTicket &) const { return MoveWords::tr("%1 cancelled").arg(m_number); }
    QString text(const command::RestoreTicket &) const { return MoveWords::tr("%1 restored").arg(m_number); }
    QString text(const command::Transfer &c) const
    {
        QString to = serviceName(m_branch, c.service);
        if (c.toCounter.isSet())
            to += QStringLiteral(", ") + counterName(m_branch, c.toCounter);
        if (c.toStaff.isSet())
            to += QStringLiteral(", ") + staffName(m_branch, c.toStaff);
        if (c.delayMs > 0)
            to += QStringLiteral(", ") + MoveWords::tr("in %1 min").arg(minutesText(c.delayMs));
        return MoveWords::tr("%1: %2 → %3").arg(m_number, serviceName(m_branch, m_move.service), to);
    }
    QString text(const command::SetSegment &c) const
    {
        return MoveWords::tr("%1: %2 → %3").arg(m_number, whoWord(m_move.segment), whoWord(segmentOf(c)));
    }
    QString text(const command::OpenDay &) const { return MoveWords::tr("Day opened"); }
    QString text(const command::CloseDay &) const { return MoveWords::tr("Day closed"); }
    template <class Other>
    QString text(const Other &) const
    {
        return {};
    }

    QString whyNot(const command::RaiseTicket &c) const
    {
        const Ticket *ticket = m_branch.ticket(c.ticket);
        if (QString why = nowElsewhere(m_branch, ticket, m_number); !why.isEmpty())
            return why;
        if (!m_move.back)
            return MoveWords::tr("%1 was to come later before. Transfer it in Tickets.").arg(m_number);
        return ticket->raisedFrom ? QString() : MoveWords::tr("%1 is back at its place already.").arg(m_number);
    }
    QString whyNot(const command::LowerTicket &) const
    {
        return MoveWords::tr("Put %1 first again in Tickets if that was a mistake.").arg(m_number);
    }
    QString whyNot(const command::CancelTicket &c) const
    {
        if (m_branch.ticket(c.ticket))
            return MoveWords::tr("%1 was restored already.").arg(m_number);
        if (!m_move.back)
            return MoveWords::tr("%1 was put aside or to come later before. Restore it in Tickets.").arg(m_number);
        if (!restorable(m_branch, c.ticket))
            return MoveWords::tr("Too much happened since; %1 cannot be restored. Give the person a new ticket.")
                .arg(m_number);
        if (m_branch.isNumberOpen(m_move.number))
            return MoveWords::tr("Somebody else has the number %1 by now. Give the person a new ticket.")
                .arg(m_number);
        return {};
    }
    QString whyNot(const command::RestoreTicket &) const
    {
        return MoveWords::tr("%1 waits again. Cancel it in Tickets if that was a mistake.").arg(m_number);
    }
    QString whyNot(const command::Transfer &c) const
    {
        if (c.counter.isSet())
            return MoveWords::tr("%1 was in the hands of %2. Transfer it in Tickets, or let the counter call it.")
                .arg(m_number, counterName(m_branch, c.counter));
        if (c.place == command::TransferPlace::Last)
            return MoveWords::tr(
                       "%1 was sent to the end of a queue, and where it stood before is not kept. Transfer "
                       "it in Tickets.")
                .arg(m_number);
        if (!m_move.back)
            return MoveWords::tr("%1 was to come later before. Transfer it in Tickets.").arg(m_number);
        const Ticket *ticket = m_branch.ticket(c.ticket);
        if (QString why = nowElsewhere(m_branch, ticket, m_number); !why.isEmpty())
            return why;
        if (ticket->step.service == c.service && ticket->forCounter == c.toCounter && ticket->forStaff == c.toStaff)
            return {};
        // somebody else's move is not taken back with one's own
        const QString to = ticket->forCounter.isSet() ? counterName(m_branch, ticket->forCounter)
            : ticket->forStaff.isSet()                ? staffName(m_branch, ticket->forStaff)
                                                      : serviceName(m_branch, ticket->step.service);
        return MoveWords::tr("%1 was sent on to %2 since.").arg(m_number, to);
    }
    QString whyNot(const command::SetSegment &c) const
    {
        const Ticket *ticket = m_branch.ticket(c.ticket);
        if (ticket && ticket->segment != segmentOf(c))
            return MoveWords::tr("%1 was changed again since: %2.").arg(m_number, whoWord(ticket->segment));
        if (ticket && ticket->state == TicketState::Parked)
            return {};
        return nowElsewhere(m_branch, ticket, m_number);
    }
    QString whyNot(const command::OpenDay &) const
    {
        return MoveWords::tr("A day that began is closed, not undone.");
    }
    QString whyNot(const command::CloseDay &) const
    {
        return MoveWords::tr("The tickets of the day have ended. The day itself can be opened again.");
    }
    template <class Other>
    QString whyNot(const Other &) const
    {
        return MoveWords::tr("This cannot be undone.");
    }

private:
    [[nodiscard]] SegmentId segmentOf(const command::SetSegment &c) const
    {
        const auto reason = m_branch.priorityReasons().find(c.priorityReason);
        return reason == m_branch.priorityReasons().end() ? c.segment : reason->second.segment;
    }
    [[nodiscard]] QString whoWord(SegmentId segment) const
    {
        return segment.isSet() ? segmentName(m_branch, segment) : MoveWords::tr("Ordinary");
    }

    const BranchState &m_branch;
    const Move &m_move;
    QString m_number;
};

} // namespace

TicketId ticketOf(const Command &command)
{
    return std::visit(
        [](const auto &c) {
            if constexpr (requires { c.ticket; })
                return c.ticket;
            else
                return TicketId{};
        },
        command);
}

Move moveOf(const BranchState &branch, const Command &command, TimeMs now)
{
    Move move;
    move.atMs = now;
    move.done = command;
    const auto *opening = std::get_if<command::OpenDay>(&command);
    move.day = opening ? opening->businessDay : branch.businessDay();
    move.back = std::visit(Backwards(branch), command);
    const TicketId id = ticketOf(command);
    const Ticket *ticket = branch.ticket(id);
    if (!ticket)
        ticket = restorable(branch, id);
    if (ticket) {
        move.number = ticket->number;
        move.service = ticket->step.service;
        move.segment = ticket->segment;
    }
    return move;
}

Move moveOf(const BranchState &branch, const std::vector<CounterMove> &counters, TimeMs now)
{
    Move move;
    move.atMs = now;
    move.counters = counters;
    move.day = branch.businessDay();
    return move;
}

QString moveText(const BranchState &branch, const Move &move)
{
    if (!move.counters.empty())
        return movesText(branch, move.counters);
    if (move.message.isSet())
        return move.messageText;
    const About about(branch, move);
    return std::visit([&](const auto &c) { return about.text(c); }, move.done);
}

QString whyNotBack(const BranchState &branch, const Move &move)
{
    if (move.isTakenBack)
        return MoveWords::tr("This was undone already.");
    if (!branch.businessDay().empty() && move.day != branch.businessDay())
        return MoveWords::tr("That was on an earlier day.");
    if (!move.counters.empty()) {
        for (const CounterMove &each : move.counters) {
            const CounterState *state = branch.counterState(each.counter);
            if (each.to.onBreak && move.breakSinceMs && state && state->onBreak
                && state->onBreak->sinceMs != *move.breakSinceMs)
                return MoveWords::tr("The break of %1 is over already.").arg(counterName(branch, each.counter));
        }
        return whyMovesStay(branch, move.counters);
    }
    if (move.message.isSet())
        return {}; // whether it still stands is the hub's to say
    const About about(branch, move);
    return std::visit([&](const auto &c) { return about.whyNot(c); }, move.done);
}

} // namespace tiepdon
