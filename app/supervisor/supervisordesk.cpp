// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/supervisordesk.h"

#include "core/access/permission.h"

#include <algorithm>
#include <memory>
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
        ++m_signing;
        m_moves.clear();
        m_acting = {};
        m_isConfirming = false;
        Q_EMIT personChanged();
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

bool SupervisorDesk::isBusy(CounterId counter) const
{
    const CounterState *state = branch().counterState(counter);
    return state && branch().ticket(state->ticket);
}

CounterId SupervisorDesk::counterOf(StaffId staff) const
{
    for (const auto &[id, state] : branch().counterStates()) {
        if (state.isOpen() && state.staff == staff)
            return id;
    }
    return {};
}

void SupervisorDesk::remember(Move move)
{
    move.id = ++m_lastMove;
    for (const CounterMove &each : move.counters) {
        const CounterState *state = branch().counterState(each.counter);
        if (each.to.onBreak && state && state->onBreak)
            move.breakSinceMs = state->onBreak->sinceMs;
    }
    m_moves.push_back(std::move(move));
    if (m_moves.size() > kMovesMax)
        m_moves.pop_front();
}

void SupervisorDesk::actFor(AlertId alert, TicketId about) { m_acting = {alert, about}; }

void SupervisorDesk::report(AlertId alert, const std::string &action)
{
    if (!alert.isSet())
        return;
    if (m_acting.alert == alert)
        m_acting = {};
    m_link.carryOut(ActOnAlert{alert, action}, this, [](const Result<AlertReply> &) {
        // it may have ended by what was done: then there is nothing to say any more
    });
}

void SupervisorDesk::reportActed(const std::string &action) { report(m_acting.alert, action); }

void SupervisorDesk::act(const Command &command, Done done)
{
    begin([this, command](Done heard) { m_link.send(command, this, std::move(heard)); },
          [this, acting = m_acting, move = moveOf(branch(), command, now())] {
              remember(move);
              if (!acting.about.isSet() || ticketOf(move.done) == acting.about)
                  report(acting.alert, std::string(methodOf(move.done)));
          },
          std::move(done));
}

void SupervisorDesk::moveCounters(const std::vector<CounterMove> &moves, std::optional<UnservedReason> leave,
                                  Done done)
{
    begin([this,
           change = MoveCounters{moves, leave}](Done heard) { m_link.carryOut(change, this, std::move(heard)); },
          [this, acting = m_acting, move = moveOf(branch(), moves, now())] {
              remember(move);
              report(acting.alert, std::string(MoveCounters::kMethod));
          },
          std::move(done));
}

void SupervisorDesk::sendMessage(const SendMessage &message, const QString &text, Done done)
{
    const auto sent = std::make_shared<MessageId>();
    begin(
        [this, message, sent](const Done &heard) {
            m_link.carryOut(message, this, [sent, heard](const Result<MessageReply> &reply) {
                if (reply)
                    *sent = reply->message;
                heard(reply ? Result<CommandReply>(CommandReply{}) : reply.error());
            });
        },
        [this, sent, text, day = branch().businessDay(), at = now()] {
            Move move;
            move.atMs = at;
            move.day = day;
            move.message = *sent;
            move.messageText = text;
            remember(move);
        },
        std::move(done));
}

void SupervisorDesk::takeBack(int id, bool leaveUnserved, Done done)
{
    const Move *wanted = move(id);
    if (!wanted || !wanted->canGoBack() || wanted->isTakenBack || !whyNotBack(branch(), *wanted).isEmpty())
        return;
    std::function<void(Done)> ask;
    if (wanted->message.isSet()) {
        ask = [this, message = wanted->message](const Done &heard) {
            m_link.carryOut(WithdrawMessage{message}, this, [heard](const Result<MessageReply> &reply) {
                heard(reply ? Result<CommandReply>(CommandReply{}) : reply.error());
            });
        };
    } else if (wanted->counters.empty()) {
        ask = [this, back = *wanted->back](Done heard) { m_link.send(back, this, std::move(heard)); };
    } else {
        MoveCounters change{backwards(wanted->counters), {}};
        if (leaveUnserved)
            change.leaveUnserved = UnservedReason::TakenBack;
        ask = [this, change](Done heard) { m_link.carryOut(change, this, std::move(heard)); };
    }
    begin(
        ask,
        [this, id] {
            for (Move &each : m_moves)
                each.isTakenBack = each.isTakenBack || each.id == id;
        },
        std::move(done));
}

void SupervisorDesk::begin(const std::function<void(Done)> &ask, std::function<void()> onDone, Done done)
{
    if (m_isConfirming)
        return;
    m_isConfirming = true;
    Q_EMIT changed();
    ask([this, signing = m_signing, onDone = std::move(onDone),
         done = std::move(done)](const Result<CommandReply> &reply) {
        if (m_signing != signing)
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
