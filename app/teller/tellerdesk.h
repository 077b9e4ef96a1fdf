// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>

namespace tiepdon {

/// One member of staff at one counter: what is in hand, what can be done now, and the doing of it. All it
/// says is read from the link's mirror; it keeps only who and where it is. The link must outlive it.
class TellerDesk : public QObject
{
    Q_OBJECT

public:
    explicit TellerDesk(BranchLink &link, QObject *parent = nullptr);

    [[nodiscard]] BranchLink &link() const { return m_link; }
    [[nodiscard]] CounterId counterId() const { return m_counter; }
    [[nodiscard]] StaffId staffId() const { return m_staff; }

    /// Whether the hub has this member of staff at this counter.
    [[nodiscard]] bool isAtWork() const;
    [[nodiscard]] bool isLive() const { return m_link.status() == BranchLink::Status::Live; }
    /// A command's outcome is not known yet.
    [[nodiscard]] bool isConfirming() const { return m_isConfirming; }
    /// Null when the counter is free or nobody is at work.
    [[nodiscard]] const Ticket *ticket() const;
    [[nodiscard]] const WorkProfile *profile() const;
    /// Whom the hub would call here now.
    [[nodiscard]] std::optional<Choice> next() const;
    /// Why the ticket in hand was called, if that was seen.
    [[nodiscard]] const CallReason *reason() const;
    /// Tickets this member of staff finished since `countedSinceMs`.
    [[nodiscard]] int served() const;
    [[nodiscard]] TimeMs countedSinceMs() const { return m_countedSinceMs; }

    [[nodiscard]] bool canCall() const { return canAct() && !ticket(); }
    [[nodiscard]] bool canStart() const { return isCalled(); }
    [[nodiscard]] bool canFinish() const;
    [[nodiscard]] bool canRecall() const;
    [[nodiscard]] bool canMarkNoShow() const { return isCalled(); }
    [[nodiscard]] bool canTransfer() const { return canAct() && ticket(); }
    [[nodiscard]] bool canAct() const { return isAtWork() && isLive() && !m_isConfirming; }

    /// Signs on, or goes on where this member of staff already is at this counter.
    void signOn(CounterId counter, StaffId staff, ProfileId profile);
    void signOff();
    void assignProfile(ProfileId profile);
    void callNext();
    void recall();
    void start();
    void finish();
    void markNoShow();
    void transfer(ServiceId service, command::TransferPlace place);

Q_SIGNALS:
    /// Something to show has changed.
    void changed();
    /// A command was sent; earlier errors are past.
    void asked();
    void failed(const tiepdon::Error &error);

private:
    [[nodiscard]] bool isCalled() const;
    [[nodiscard]] const CounterState *here() const { return m_link.branch().counterState(m_counter); }
    /// Sends; it stays unconfirmed until the reply is here and `isSeen` says the mirror shows it too.
    void ask(const Command &command, std::function<bool()> isSeen, std::function<void()> afterwards = {});
    void onEvent(const Event &event, const Touched &touched);
    void look();

    BranchLink &m_link;
    CounterId m_counter;
    StaffId m_staff;
    bool m_wasAtWork = false;
    bool m_isLeaving = false;
    bool m_isConfirming = false;
    std::function<bool()> m_isSeen;
    QTimer m_seenTimer;
    TicketId m_reasonOf;
    CallReason m_reason;
    std::map<StaffId, int> m_served;
    TimeMs m_countedSinceMs = 0;
};

} // namespace tiepdon
