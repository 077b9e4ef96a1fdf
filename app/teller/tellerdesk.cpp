// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/tellerdesk.h"

#include <utility>

namespace tiepdon {
namespace {

/// An acknowledged change is in the mirror at once or after a snapshot; after this the screen is believed.
constexpr int kSeenWithinMs = 2000;

} // namespace

TellerDesk::TellerDesk(BranchLink &link, QObject *parent) : QObject(parent), m_link(link)
{
    m_seenTimer.setSingleShot(true);
    m_seenTimer.setInterval(kSeenWithinMs);
    connect(&m_seenTimer, &QTimer::timeout, this, [this] {
        m_isConfirming = false;
        m_isSeen = {};
        Q_EMIT changed();
    });
    connect(&link, &BranchLink::statusChanged, this, &TellerDesk::look);
    connect(&link, &BranchLink::stateReplaced, this, [this] {
        m_served.clear();
        m_countedSinceMs = m_link.hubNowMs();
        look();
    });
    connect(&link, &BranchLink::branchEvent, this,
            [this](const Event &event, qint64, const Touched &touched) { onEvent(event, touched); });
    m_countedSinceMs = link.hubNowMs();
}

bool TellerDesk::isAtWork() const
{
    const CounterState *state = here();
    return m_staff.isSet() && state && state->staff == m_staff;
}

const Ticket *TellerDesk::ticket() const { return isAtWork() ? m_link.branch().ticket(here()->ticket) : nullptr; }

const WorkProfile *TellerDesk::profile() const
{
    return isAtWork() ? m_link.branch().profile(here()->profile) : nullptr;
}

std::optional<Choice> TellerDesk::next() const
{
    const WorkProfile *mine = profile();
    return mine ? nextFor(m_link.branch(), *mine, m_link.hubNowMs()) : std::nullopt;
}

const CallReason *TellerDesk::reason() const
{
    const Ticket *inHand = ticket();
    return inHand && inHand->id == m_reasonOf ? &m_reason : nullptr;
}

int TellerDesk::served() const
{
    const auto it = m_served.find(m_staff);
    return it == m_served.end() ? 0 : it->second;
}

bool TellerDesk::isCalled() const { return canAct() && ticket() && ticket()->state == TicketState::Called; }

bool TellerDesk::canFinish() const { return canAct() && ticket() && ticket()->state == TicketState::Serving; }

bool TellerDesk::canRecall() const
{
    return isCalled() && ticket()->step.recalls < m_link.branch().settings().recallLimit;
}

void TellerDesk::signOn(CounterId counter, StaffId staff, ProfileId profile)
{
    const auto adopt = [this, counter, staff] {
        m_counter = counter;
        m_staff = staff;
        look();
    };
    const CounterState *state = m_link.branch().counterState(counter);
    if (state && state->staff == staff && staff.isSet()) {
        Q_EMIT asked();
        adopt();
        return;
    }
    ask(
        command::SignOn{counter, staff, profile}, [this] { return isAtWork(); }, adopt);
}

void TellerDesk::signOff()
{
    m_isLeaving = true;
    ask(command::SignOff{m_counter}, [this] { return !isAtWork(); });
}

void TellerDesk::assignProfile(ProfileId profile)
{
    ask(command::AssignProfile{m_counter, profile},
        [this, profile] { return here() && here()->profile == profile; });
}

void TellerDesk::callNext()
{
    if (canCall())
        ask(command::CallNext{m_counter}, [this] { return ticket() != nullptr; });
}

void TellerDesk::recall()
{
    if (!canRecall())
        return;
    const TicketId id = ticket()->id;
    const std::int64_t before = ticket()->step.recalls;
    ask(command::Recall{m_counter, id},
        [this, id, before] { return !ticket() || ticket()->id != id || ticket()->step.recalls > before; });
}

void TellerDesk::start()
{
    if (canStart())
        ask(command::StartService{m_counter, ticket()->id},
            [this] { return !ticket() || ticket()->state != TicketState::Called; });
}

void TellerDesk::finish()
{
    if (canFinish())
        ask(command::FinishService{m_counter, ticket()->id}, [this] { return !ticket(); });
}

void TellerDesk::markNoShow()
{
    if (canMarkNoShow())
        ask(command::MarkNoShow{m_counter, ticket()->id}, [this] { return !ticket(); });
}

void TellerDesk::transfer(ServiceId service, command::TransferPlace place)
{
    if (canTransfer())
        ask(command::Transfer{m_counter, ticket()->id, service, place}, [this] { return !ticket(); });
}

void TellerDesk::ask(const Command &command, std::function<bool()> isSeen, std::function<void()> afterwards)
{
    if (m_isConfirming)
        return;
    m_isConfirming = true;
    Q_EMIT asked();
    Q_EMIT changed();
    m_link.send(
        command, this,
        [this, isSeen = std::move(isSeen), afterwards = std::move(afterwards)](const Result<CommandReply> &reply) {
            if (!reply) {
                m_isConfirming = false;
                m_isLeaving = false;
                Q_EMIT failed(reply.error());
                Q_EMIT changed();
                return;
            }
            m_isSeen = isSeen;
            m_seenTimer.start();
            if (afterwards)
                afterwards();
            look();
        });
}

void TellerDesk::onEvent(const Event &event, const Touched &touched)
{
    if (const auto *called = std::get_if<event::TicketCalled>(&event)) {
        if (called->counter == m_counter) {
            m_reasonOf = called->ticket;
            m_reason = called->reason;
        }
    } else if (std::holds_alternative<event::ServiceFinished>(event) && touched.ticket) {
        ++m_served[touched.ticket->step.staff];
    } else if (std::holds_alternative<event::DayOpened>(event)) {
        m_served.clear();
        m_countedSinceMs = m_link.hubNowMs();
    }
    look();
}

void TellerDesk::look()
{
    if (m_isSeen && m_isSeen()) {
        m_isSeen = {};
        m_seenTimer.stop();
        m_isConfirming = false;
    }
    const bool atWork = isAtWork();
    const bool wasClosedByOthers = m_wasAtWork && !atWork && !std::exchange(m_isLeaving, false);
    m_wasAtWork = atWork;
    Q_EMIT changed();
    if (wasClosedByOthers)
        Q_EMIT failed({ErrorCode::CounterNotOpen, "the counter was closed elsewhere", {}});
}

} // namespace tiepdon
