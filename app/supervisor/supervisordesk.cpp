// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/supervisordesk.h"

#include "core/access/permission.h"

#include <algorithm>
#include <set>
#include <utility>

namespace tiepdon {

SupervisorDesk::SupervisorDesk(BranchLink &link, QObject *parent) : QObject(parent), m_link(link)
{
    connect(&link, &BranchLink::statusChanged, this, &SupervisorDesk::changed);
    connect(&link, &BranchLink::accessChanged, this, &SupervisorDesk::followPerson);
    followPerson();
}

void SupervisorDesk::followPerson()
{
    if (const StaffId who = m_link.session().staff; who != m_staff) {
        m_staff = who;
        m_moves.clear();
        m_isConfirming = false;
    }
    Q_EMIT changed();
}

bool SupervisorDesk::mayWork() const
{
    return reachOf(command::AssignProfile::kMethod, m_link.session().roles) == Reach::Any;
}

std::string SupervisorDesk::proposedDay() const
{
    return localDay(m_link.hubNowMs(), static_cast<int>(branch().settings().utcOffsetMin));
}

std::vector<StaffId> SupervisorDesk::freeStaff() const
{
    std::set<StaffId> taken;
    for (const auto &[id, state] : branch().counterStates())
        taken.insert(state.staff);
    std::vector<StaffId> free;
    for (const auto &[id, staff] : branch().staff()) {
        if (!taken.contains(id))
            free.push_back(id);
    }
    std::stable_sort(free.begin(), free.end(), [this](StaffId a, StaffId b) {
        return QString::localeAwareCompare(QString::fromStdString(branch().staffMember(a)->name),
                                           QString::fromStdString(branch().staffMember(b)->name))
            < 0;
    });
    return free;
}

bool SupervisorDesk::canRaise(TicketId id) const
{
    const Ticket *ticket = branch().ticket(id);
    if (!ticket || !ticket->isQueued())
        return false;
    const auto &queue = branch().waiting(ticket->step.service);
    if (queue.begin()->ticket != id)
        return true;
    // first by its place, but others of the service may go before it by the rule
    return !ticket->raisedFrom && branch().queues().at(QueueId::of(*ticket)).size() < queue.size();
}

bool SupervisorDesk::canLower(TicketId id) const
{
    const Ticket *ticket = branch().ticket(id);
    return ticket && ticket->isQueued() && ticket->raisedFrom;
}

bool SupervisorDesk::canCancel(TicketId id) const
{
    const Ticket *ticket = branch().ticket(id);
    return ticket && (ticket->state == TicketState::Waiting || ticket->state == TicketState::Parked);
}

bool SupervisorDesk::canTransfer(TicketId id) const
{
    const Ticket *ticket = branch().ticket(id);
    return ticket
        && (ticket->state == TicketState::Waiting || ticket->state == TicketState::Called
            || ticket->state == TicketState::Serving);
}

bool SupervisorDesk::canSetSegment(TicketId id) const
{
    return canCancel(id) && (!branch().segments().empty() || !branch().priorityReasons().empty());
}

bool SupervisorDesk::canRestore(TicketId id) const
{
    const auto &all = branch().restorable();
    return std::any_of(all.begin(), all.end(), [id](const Ticket &ticket) { return ticket.id == id; });
}

const Move *SupervisorDesk::move(int id) const
{
    const auto it = std::find_if(m_moves.begin(), m_moves.end(), [id](const Move &each) { return each.id == id; });
    return it == m_moves.end() ? nullptr : &*it;
}

const Move *SupervisorDesk::newest() const
{
    const auto it
        = std::find_if(m_moves.rbegin(), m_moves.rend(), [](const Move &each) { return !each.isTakenBack; });
    return it == m_moves.rend() ? nullptr : &*it;
}

void SupervisorDesk::act(const Command &command, Done done)
{
    Move move = moveOf(branch(), command, now());
    send(
        command,
        [this, move = std::move(move)]() mutable {
            move.id = ++m_lastMove;
            if (const auto *pause = std::get_if<command::TakeBreak>(&move.done)) {
                if (const CounterState *state = branch().counterState(pause->counter); state && state->onBreak)
                    move.breakSinceMs = state->onBreak->sinceMs;
            }
            m_moves.push_back(std::move(move));
            if (m_moves.size() > kMovesMax)
                m_moves.pop_front();
        },
        std::move(done));
}

void SupervisorDesk::takeBack(int id, bool leaveUnserved, Done done)
{
    const Move *wanted = move(id);
    if (!wanted || !wanted->back || wanted->isTakenBack || !whyNotBack(branch(), *wanted).isEmpty())
        return;
    send(
        backOf(*wanted, leaveUnserved),
        [this, id] {
            for (Move &each : m_moves)
                each.isTakenBack = each.isTakenBack || each.id == id;
        },
        std::move(done));
}

void SupervisorDesk::send(const Command &command, std::function<void()> onDone, Done done)
{
    if (m_isConfirming)
        return;
    m_isConfirming = true;
    Q_EMIT changed();
    m_link.send(command, this,
                [this, who = m_staff, onDone = std::move(onDone),
                 done = std::move(done)](const Result<CommandReply> &reply) {
                    if (m_staff != who)
                        return;
                    m_isConfirming = false;
                    if (reply)
                        onDone();
                    if (done)
                        done(reply);
                    Q_EMIT changed();
                });
}

} // namespace tiepdon
