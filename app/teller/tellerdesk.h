// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace tiepdon {

/// How the ticket at the counter stands, with the steps that are kept but not answered yet taken as done.
enum class InHand { None, Called, Serving, WrapUp, Finished };

/// Where a transfer sends somebody. At most one of `counter` and `staff`.
struct Destination {
    ServiceId service;
    TransferPlace place = TransferPlace::ByTimeWaited;
    CounterId counter = {}; ///< 0: any
    StaffId staff = {}; ///< 0: anybody
    TimeMs delayMs = 0;
};

/// Whoever is signed in, at one counter: what is in hand, what can be done now, and the doing of it. All it says is
/// read from the link's mirror; it keeps only where it is and what was not answered yet. Where the branch already
/// has the person at a counter, it goes on there. The link must outlive it.
class TellerDesk : public QObject
{
    Q_OBJECT

public:
    explicit TellerDesk(BranchLink &link, QObject *parent = nullptr);

    [[nodiscard]] BranchLink &link() const { return m_link; }
    [[nodiscard]] CounterId counterId() const { return m_counter; }
    /// Whoever is signed in; 0 for nobody.
    [[nodiscard]] StaffId staffId() const { return m_link.session().staff; }
    /// Whether who is signed in may work at a counter at all.
    [[nodiscard]] bool mayWork() const;

    /// Whether the hub has this person at this counter.
    [[nodiscard]] bool isAtWork() const;
    [[nodiscard]] bool isLive() const { return m_link.status() == BranchLink::Status::Live; }
    /// A command's outcome is not known yet.
    [[nodiscard]] bool isConfirming() const { return m_isConfirming || (isLive() && !m_steps.empty()); }
    /// Null when the counter is free or nobody is at work.
    [[nodiscard]] const Ticket *ticket() const;
    [[nodiscard]] const WorkProfile *profile() const;
    [[nodiscard]] InHand inHand() const;
    /// Since when the ticket in hand is served, as far as known here.
    [[nodiscard]] std::optional<TimeMs> startedMs() const;
    /// When it was finished, if that is kept and not answered yet.
    [[nodiscard]] std::optional<TimeMs> finishedMs() const;
    /// Whom the hub would call here at a time, now as a rule.
    [[nodiscard]] std::optional<Choice> nextAt(TimeMs now) const;
    [[nodiscard]] std::optional<Choice> next() const { return nextAt(m_link.hubNowMs()); }
    /// Since when the next person who comes is to be called here; nothing when that is not asked for.
    [[nodiscard]] std::optional<TimeMs> nextStoredMs() const;
    /// How long the branch wants to wait yet before somebody may be called here; 0 as a rule.
    [[nodiscard]] TimeMs callWaitMs() const;
    /// What "call next" does now: it keeps the call for whoever comes, or until it may be made.
    [[nodiscard]] bool storesNext() const { return callWaitMs() > 0 || !next(); }
    /// Everybody who is parked: here first, each by the time they come back, those without one last.
    [[nodiscard]] std::vector<const Ticket *> parked() const;
    /// Who waits, and may be called by this counter or this person alone, in the order of their tickets.
    [[nodiscard]] std::vector<const Ticket *> keptForMe() const;
    /// Whether a ticket was parked at this counter or by whoever is at work.
    [[nodiscard]] bool isMine(const Parked &parked) const;
    /// Whether finishing is refused until its outcome is said.
    [[nodiscard]] bool needsOutcome() const;
    /// Why the ticket in hand was called; null when there is none.
    [[nodiscard]] const CallReason *reason() const;
    /// Null when the counter is not on a break.
    [[nodiscard]] const Break *onBreak() const;
    /// This member of staff's day so far, the break that goes on included.
    [[nodiscard]] StaffDay today() const;

    /// The newest message to this counter that stands and was not read here; null for none.
    [[nodiscard]] const BranchMessage *message() const;
    /// How many there are of those.
    [[nodiscard]] int messagesUnread() const;
    /// Says that the newest was read here.
    void readMessage();

    [[nodiscard]] bool canCall() const { return canAct() && !ticket() && !onBreak(); }
    [[nodiscard]] bool canTakeBreak() const { return canCall(); }
    [[nodiscard]] bool canEndBreak() const { return canAct() && onBreak(); }
    /// Also while the hub is out of reach: the link keeps these two.
    [[nodiscard]] bool canStart() const { return (canAct() || canKeep()) && inHand() == InHand::Called; }
    [[nodiscard]] bool canFinish() const
    {
        return (canAct() || canKeep()) && (inHand() == InHand::Serving || inHand() == InHand::WrapUp);
    }
    [[nodiscard]] bool canRecall() const;
    [[nodiscard]] bool canMarkNoShow() const { return canAct() && inHand() == InHand::Called; }
    [[nodiscard]] bool canRequeue() const { return canMarkNoShow(); }
    [[nodiscard]] bool canPark() const { return canAct() && inHand() == InHand::Serving; }
    [[nodiscard]] bool canWrapUp() const { return canPark(); }
    [[nodiscard]] bool canTransfer() const
    {
        return canAct() && (inHand() == InHand::Called || inHand() == InHand::Serving);
    }
    [[nodiscard]] bool canAddService() const
    {
        return canAct() && (inHand() == InHand::Serving || inHand() == InHand::WrapUp);
    }
    [[nodiscard]] bool canAct() const { return isAtWork() && isLive() && !isConfirming(); }

    /// Signs on; with `takeOver` also where somebody else is, whose ticket in hand goes on.
    void signOn(CounterId counter, ProfileId profile, bool takeOver = false);
    /// `afterwards` once the hub has confirmed it.
    void signOff(std::function<void()> afterwards = {});
    void assignProfile(ProfileId profile);
    void takeBreak(BreakReason reason);
    void endBreak();
    /// Calls whoever is next; with nobody, or while the branch wants to wait, keeps the call until it can be made.
    void callNext();
    void forgetNext();
    /// A given ticket that waits, of any service.
    void callTicket(TicketId ticket);
    void recall();
    void start();
    /// `outcome` 0: as marked before.
    void finish(OutcomeId outcome = {});
    void markNoShow();
    /// `places` 0: as many as a miss.
    void requeue(std::int64_t places);
    /// `forMs` 0: until somebody takes it up.
    void park(ParkReason reason, TimeMs forMs);
    void resume(TicketId ticket);
    void wrapUp();
    void transfer(const Destination &to);
    void addService(ServiceId service, bool backToMe);
    /// Takes back what was added and has not begun.
    void removeServices();
    void serveWalkIn(ServiceId service, SegmentId segment);
    /// Says whose a ticket is while it is in hand; 0 takes it back.
    void linkCustomer(TicketId ticket, CustomerId customer);
    /// Has something said that went wrong beside the commands.
    void say(const Error &error) { refuse(error); }

Q_SIGNALS:
    /// Something to show has changed.
    void changed();
    /// A command was sent; earlier errors are past.
    void asked();
    void failed(const tiepdon::Error &error);
    /// Somebody who was parked here waits again, first in their queue: the time is up.
    void cameBack(const QString &number);

private:
    [[nodiscard]] bool isUnread(const BranchMessage &message) const;
    /// A start or finish that was not answered yet.
    struct Step {
        TicketId ticket;
        bool isFinish = false;
        TimeMs atMs = 0;
    };

    [[nodiscard]] bool canKeep() const;
    [[nodiscard]] const Step *stepOf(TicketId ticket, bool isFinish) const;
    void tell(bool isFinish, OutcomeId outcome = {});
    void refuse(const Error &error);
    void onEvent(const Event &event, const Touched &touched);
    void onTold(const Step &step, const Result<CommandReply> &reply);
    /// Begins to wait until the mirror shows what was acknowledged.
    void waitToSee(std::function<bool()> isSeen);
    void followPerson();
    [[nodiscard]] const CounterState *here() const { return m_link.branch().counterState(m_counter); }
    /// Sends; it stays unconfirmed until the reply is here and `isSeen` says the mirror shows it too.
    void ask(const Command &command, std::function<bool()> isSeen, std::function<void()> afterwards = {});
    void look();

    BranchLink &m_link;
    CounterId m_counter;
    StaffId m_staff; ///< whom `m_counter` and the steps are of
    std::vector<Step> m_steps;
    bool m_wasAtWork = false;
    bool m_isLeaving = false;
    bool m_isConfirming = false;
    std::function<bool()> m_isSeen;
    QTimer m_seenTimer;
};

} // namespace tiepdon
