// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teller/tellerdesk.h"

#include "core/access/permission.h"
#include "ui/session/language.h"
#include "ui/session/sentence.h"

#include <algorithm>
#include <limits>
#include <tuple>
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
    connect(&link, &BranchLink::accessChanged, this, &TellerDesk::look);
    connect(&link, &BranchLink::messagesChanged, this, &TellerDesk::changed);
    connect(&link, &BranchLink::keptChanged, this, &TellerDesk::changed);
    connect(&link, &BranchLink::keptRefused, this, [this](const Command &, const Error &error) { refuse(error); });
    connect(&link, &BranchLink::stateReplaced, this, &TellerDesk::look);
    connect(&link, &BranchLink::branchEvent, this,
            [this](const Event &event, qint64, const Touched &touched) { onEvent(event, touched); });
    look();
}

bool TellerDesk::mayWork() const
{
    return reachOf(command::CallNext::kMethod, m_link.session().roles) != Reach::None;
}

bool TellerDesk::isAtWork() const
{
    const CounterState *state = here();
    return m_staff.isSet() && m_staff == staffId() && state && state->staff == m_staff;
}

const Ticket *TellerDesk::ticket() const { return isAtWork() ? m_link.branch().ticket(here()->ticket) : nullptr; }

const WorkProfile *TellerDesk::profile() const
{
    return isAtWork() ? m_link.branch().profile(here()->profile) : nullptr;
}

const TellerDesk::Step *TellerDesk::stepOf(TicketId ticket, bool isFinish) const
{
    const auto it = std::find_if(m_steps.begin(), m_steps.end(), [&](const Step &step) {
        return step.ticket == ticket && step.isFinish == isFinish;
    });
    return it == m_steps.end() ? nullptr : &*it;
}

InHand TellerDesk::inHand() const
{
    const Ticket *mine = ticket();
    if (!mine)
        return InHand::None;
    if (stepOf(mine->id, true))
        return InHand::Finished;
    if (mine->state == TicketState::WrapUp)
        return InHand::WrapUp;
    return stepOf(mine->id, false) || mine->state == TicketState::Serving ? InHand::Serving : InHand::Called;
}

std::optional<TimeMs> TellerDesk::startedMs() const
{
    const Ticket *mine = ticket();
    if (!mine || mine->state != TicketState::Called)
        return mine ? mine->step.startedMs : std::nullopt;
    const Step *step = stepOf(mine->id, false);
    return step ? std::optional(step->atMs) : std::nullopt;
}

std::optional<TimeMs> TellerDesk::finishedMs() const
{
    const Ticket *mine = ticket();
    const Step *step = mine ? stepOf(mine->id, true) : nullptr;
    return step ? std::optional(step->atMs) : std::nullopt;
}

std::optional<Choice> TellerDesk::nextAt(TimeMs now) const
{
    return isAtWork() ? nextFor(m_link.branch(), *here(), now) : std::nullopt;
}

std::optional<TimeMs> TellerDesk::nextStoredMs() const { return isAtWork() ? here()->nextStoredMs : std::nullopt; }

TimeMs TellerDesk::callWaitMs() const
{
    if (!isAtWork() || !here()->lastCallMs)
        return 0;
    return std::max<TimeMs>(0, *here()->lastCallMs + m_link.branch().settings().minCallGapMs - m_link.hubNowMs());
}

bool TellerDesk::isMine(const Parked &parked) const
{
    return parked.counter == m_counter || (m_staff.isSet() && parked.staff == m_staff);
}

std::vector<const Ticket *> TellerDesk::parked() const
{
    std::vector<const Ticket *> tickets;
    for (const TicketId id : m_link.branch().parked()) {
        const Ticket *ticket = m_link.branch().ticket(id);
        if (ticket && ticket->parked)
            tickets.push_back(ticket);
    }
    const auto key = [this](const Ticket *ticket) {
        return std::tuple(!isMine(*ticket->parked),
                          ticket->parked->untilMs.value_or(std::numeric_limits<TimeMs>::max()), ticket->id);
    };
    std::sort(tickets.begin(), tickets.end(), [&key](const Ticket *a, const Ticket *b) { return key(a) < key(b); });
    return tickets;
}

std::vector<const Ticket *> TellerDesk::keptForMe() const
{
    std::vector<const Ticket *> tickets;
    for (const auto &[id, ticket] : m_link.branch().tickets()) {
        const bool isMine = (ticket.forCounter.isSet() && ticket.forCounter == m_counter)
            || (ticket.forStaff.isSet() && ticket.forStaff == staffId());
        if (ticket.state == TicketState::Waiting && isMine)
            tickets.push_back(&ticket);
    }
    return tickets;
}

bool TellerDesk::needsOutcome() const
{
    const Ticket *mine = ticket();
    const Service *service = mine ? m_link.branch().service(mine->step.service) : nullptr;
    return service && service->outcomeRequired && !mine->step.result.isSet();
}

const CallReason *TellerDesk::reason() const { return ticket() && here()->reason ? &*here()->reason : nullptr; }

const Break *TellerDesk::onBreak() const { return isAtWork() && here()->onBreak ? &*here()->onBreak : nullptr; }

StaffDay TellerDesk::today() const
{
    StaffDay day = m_link.branch().staffDay(m_staff);
    if (const Break *now = onBreak())
        day.breakMs += std::max<TimeMs>(0, m_link.hubNowMs() - now->sinceMs);
    return day;
}

bool TellerDesk::canKeep() const
{
    return isAtWork() && m_link.status() == BranchLink::Status::Stale
        && m_link.access() == BranchLink::Access::SignedIn && !m_isConfirming;
}

bool TellerDesk::canRecall() const
{
    return canAct() && inHand() == InHand::Called
        && ticket()->step.recalls < m_link.branch().settings().recallLimit;
}

void TellerDesk::signOn(CounterId counter, ProfileId profile, bool takeOver)
{
    ask(
        command::SignOn{counter, staffId(), profile, takeOver}, [this] { return isAtWork(); },
        [this, counter] {
            m_counter = counter;
            look();
        });
}

void TellerDesk::signOff(std::function<void()> afterwards)
{
    m_isLeaving = true;
    ask(
        command::SignOff{m_counter}, [this] { return !isAtWork(); }, std::move(afterwards));
}

void TellerDesk::assignProfile(ProfileId profile)
{
    ask(command::AssignProfile{m_counter, profile},
        [this, profile] { return here() && here()->profile == profile; });
}

void TellerDesk::takeBreak(BreakReason reason)
{
    if (canTakeBreak())
        ask(command::TakeBreak{m_counter, reason}, [this] { return onBreak() != nullptr; });
}

void TellerDesk::endBreak()
{
    if (canEndBreak())
        ask(command::EndBreak{m_counter}, [this] { return !onBreak(); });
}

void TellerDesk::callTicket(TicketId id)
{
    if (canCall() && id.isSet())
        ask(command::CallTicket{m_counter, id}, [this] { return ticket() != nullptr; });
}

void TellerDesk::callNext()
{
    if (!canCall() || nextStoredMs())
        return;
    ask(command::CallNext{m_counter, storesNext()}, [this] { return ticket() || nextStoredMs(); });
}

void TellerDesk::forgetNext()
{
    if (canAct() && nextStoredMs())
        ask(command::ForgetNext{m_counter}, [this] { return !nextStoredMs(); });
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
        tell(false);
}

void TellerDesk::finish(OutcomeId outcome)
{
    if (canFinish())
        tell(true, outcome);
}

void TellerDesk::tell(bool isFinish, OutcomeId outcome)
{
    const Step step{ticket()->id, isFinish, m_link.hubNowMs()};
    const Command command = isFinish ? Command(command::FinishService{m_counter, step.ticket, step.atMs, outcome})
                                     : Command(command::StartService{m_counter, step.ticket, step.atMs});
    m_steps.push_back(step);
    Q_EMIT asked();
    Q_EMIT changed();
    m_link.send(command, this, [this, step, who = m_staff](const Result<CommandReply> &reply) {
        if (m_staff == who)
            onTold(step, reply);
    });
}

void TellerDesk::onTold(const Step &step, const Result<CommandReply> &reply)
{
    std::erase_if(m_steps,
                  [&](const Step &each) { return each.ticket == step.ticket && each.isFinish == step.isFinish; });
    if (!reply) {
        refuse(reply.error());
        Q_EMIT changed();
        return;
    }
    waitToSee([this, step] {
        const Ticket *mine = ticket();
        return !mine || mine->id != step.ticket || (!step.isFinish && mine->state != TicketState::Called);
    });
    look();
}

void TellerDesk::waitToSee(std::function<bool()> isSeen)
{
    m_isConfirming = true;
    m_isSeen = std::move(isSeen);
    m_seenTimer.start();
}

void TellerDesk::markNoShow()
{
    if (canMarkNoShow())
        ask(command::MarkNoShow{m_counter, ticket()->id}, [this] { return !ticket(); });
}

void TellerDesk::requeue(std::int64_t places)
{
    if (canRequeue())
        ask(command::Requeue{m_counter, ticket()->id, places}, [this] { return !ticket(); });
}

void TellerDesk::park(ParkReason reason, TimeMs forMs)
{
    if (canPark())
        ask(command::Park{m_counter, ticket()->id, reason, forMs}, [this] { return !ticket(); });
}

void TellerDesk::resume(TicketId id)
{
    if (canCall() && id.isSet())
        ask(command::Resume{m_counter, id}, [this] { return ticket() != nullptr; });
}

void TellerDesk::wrapUp()
{
    if (canWrapUp())
        ask(command::WrapUp{m_counter, ticket()->id}, [this] { return inHand() != InHand::Serving; });
}

void TellerDesk::transfer(const Destination &to)
{
    if (!canTransfer())
        return;
    command::Transfer transfer;
    transfer.counter = m_counter;
    transfer.ticket = ticket()->id;
    transfer.service = to.service;
    transfer.place = to.place;
    transfer.toCounter = to.counter;
    transfer.toStaff = to.staff;
    transfer.delayMs = to.delayMs;
    ask(transfer, [this] { return !ticket(); });
}

void TellerDesk::addService(ServiceId service, bool backToMe)
{
    if (!canAddService())
        return;
    const std::size_t before = ticket()->nextSteps.size();
    ask(command::AddService{m_counter, ticket()->id, service, backToMe},
        [this, before] { return !ticket() || ticket()->nextSteps.size() > before; });
}

void TellerDesk::removeServices()
{
    if (canAddService())
        ask(command::RemoveServices{m_counter, ticket()->id},
            [this] { return !ticket() || ticket()->nextSteps.empty(); });
}

void TellerDesk::serveWalkIn(ServiceId service, SegmentId segment)
{
    if (canCall())
        ask(command::ServeWalkIn{m_counter, service, segment}, [this] { return ticket() != nullptr; });
}

void TellerDesk::linkCustomer(TicketId id, CustomerId customer)
{
    if (canAct() && ticket() && ticket()->id == id)
        ask(command::LinkCustomer{id, customer},
            [this, customer] { return !ticket() || ticket()->customer == customer; });
}

void TellerDesk::refuse(const Error &error)
{
    Q_EMIT failed(timed(error, m_link.hubNowMs(), m_link.branch().settings().utcOffsetMin));
}

void TellerDesk::onEvent(const Event &event, const Touched &touched)
{
    const bool isBack = std::holds_alternative<event::TicketDue>(event) && touched.ticket && touched.ended
        && touched.ended->state == TicketState::Parked && isAtWork()
        && (touched.ended->counter == m_counter || touched.ended->staff == m_staff);
    look();
    if (isBack)
        Q_EMIT cameBack(fromUtf8(touched.ticket->number));
}

void TellerDesk::ask(const Command &command, std::function<bool()> isSeen, std::function<void()> afterwards)
{
    if (isConfirming())
        return;
    m_isConfirming = true;
    Q_EMIT asked();
    Q_EMIT changed();
    m_link.send(command, this,
                [this, who = m_staff, isSeen = std::move(isSeen),
                 afterwards = std::move(afterwards)](const Result<CommandReply> &reply) {
                    if (m_staff != who)
                        return;
                    if (!reply) {
                        m_isConfirming = false;
                        m_isLeaving = false;
                        refuse(reply.error());
                        Q_EMIT changed();
                        return;
                    }
                    waitToSee(isSeen);
                    if (afterwards)
                        afterwards();
                    look();
                });
}

void TellerDesk::followPerson()
{
    if (const StaffId who = staffId(); who != m_staff) {
        m_staff = who;
        m_counter = {};
        m_steps.clear();
        m_wasAtWork = false;
        m_isLeaving = false;
        m_isConfirming = false;
        m_isSeen = {};
        m_seenTimer.stop();
    }
    if (!m_staff.isSet() || isAtWork())
        return;
    for (const auto &[id, state] : m_link.branch().counterStates()) {
        if (state.staff == m_staff)
            m_counter = id;
    }
}

void TellerDesk::look()
{
    const CounterId before = m_counter;
    followPerson();
    if (m_isSeen && m_isSeen()) {
        m_isSeen = {};
        m_seenTimer.stop();
        m_isConfirming = false;
    }
    if (!m_link.branch().isDefined()) { // says nothing about the counter
        Q_EMIT changed();
        return;
    }
    const bool atWork = isAtWork();
    const bool wasClosedByOthers = m_wasAtWork && !atWork && !std::exchange(m_isLeaving, false);
    m_wasAtWork = atWork;
    Q_EMIT changed();
    if (!wasClosedByOthers)
        return;
    Error error{ErrorCode::CounterNotOpen, "the counter was closed elsewhere", {}};
    const CounterState *state = m_link.branch().counterState(before);
    const Staff *taker = state ? m_link.branch().staffMember(state->staff) : nullptr;
    const Counter *counter = m_link.branch().counter(before);
    if (taker && counter)
        error.detail = {{"takenBy", taker->name}, {"counter", std::to_string(counter->number)}};
    Q_EMIT failed(error);
}

// ---- messages ----

bool TellerDesk::isUnread(const BranchMessage &message) const
{
    const bool isMine = message.to == MessageTo::AllCounters
        || (message.to == MessageTo::Counter && message.counter == m_counter);
    return isMine && message.untilMs > m_link.hubNowMs()
        && std::find(message.seenAt.begin(), message.seenAt.end(), m_counter) == message.seenAt.end();
}

const BranchMessage *TellerDesk::message() const
{
    if (!isAtWork() || m_link.access() != BranchLink::Access::SignedIn)
        return nullptr;
    const auto &all = m_link.messages().messages; // newest first
    const auto it
        = std::find_if(all.begin(), all.end(), [this](const BranchMessage &each) { return isUnread(each); });
    return it == all.end() ? nullptr : &*it;
}

int TellerDesk::messagesUnread() const
{
    const auto &all = m_link.messages().messages;
    return static_cast<int>(
        std::count_if(all.begin(), all.end(), [this](const BranchMessage &each) { return isUnread(each); }));
}

void TellerDesk::readMessage()
{
    const BranchMessage *newest = message();
    if (!newest || !isLive())
        return;
    m_link.carryOut(SeeMessage{newest->id, m_counter}, this, [this](const Result<MessageReply> &reply) {
        // taken back meanwhile: then there is nothing to read any more
        if (!reply && reply.error().code != ErrorCode::UnknownMessage)
            refuse(reply.error());
    });
}

} // namespace tiepdon
