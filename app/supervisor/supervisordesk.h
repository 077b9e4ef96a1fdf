// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/move.h"
#include "core/client/branchlink.h"
#include "core/wire/floormessage.h"

#include <QObject>

#include <deque>
#include <functional>
#include <vector>

namespace tiepdon {

/// Whoever is signed in and looks after the floor: what can be done now, the doing of it, and taking it back. All
/// it says is read from the link's mirror; it keeps what was done here, and what was not answered yet. One thing at
/// a time: while one is not answered, no other is sent. Main thread; the link must outlive it.
class SupervisorDesk : public QObject
{
    Q_OBJECT

public:
    /// Moves that are remembered; earlier ones are past undoing for people too.
    static constexpr std::size_t kMovesMax = 30;

    using Done = std::function<void(const Result<CommandReply> &)>;

    explicit SupervisorDesk(BranchLink &link, QObject *parent = nullptr);

    [[nodiscard]] BranchLink &link() const { return m_link; }
    [[nodiscard]] const BranchState &branch() const { return m_link.branch(); }
    /// The moment what is shown is of: the hub's now, or when it was last heard of. Old is never shown as now.
    [[nodiscard]] TimeMs now() const { return isLive() ? m_link.hubNowMs() : m_link.asOfMs(); }
    /// Whether who is signed in may move counters of others at all.
    [[nodiscard]] bool mayWork() const;
    [[nodiscard]] bool isLive() const { return m_link.status() == BranchLink::Status::Live; }
    /// A command's outcome is not known yet.
    [[nodiscard]] bool isConfirming() const { return m_isConfirming; }
    [[nodiscard]] bool canAct() const
    {
        return mayWork() && isLive() && !m_isConfirming && m_link.access() == BranchLink::Access::SignedIn;
    }

    /// The business day that opens by itself in the form: today by the hub's clock, "YYYY-MM-DD".
    [[nodiscard]] std::string proposedDay() const;
    /// Staff of the branch who are at no counter, by name.
    [[nodiscard]] std::vector<StaffId> freeStaff() const;
    [[nodiscard]] bool canRaise(TicketId ticket) const;
    [[nodiscard]] bool canLower(TicketId ticket) const;
    [[nodiscard]] bool canCancel(TicketId ticket) const;
    /// Also one in a counter's hands, as long as the person is there.
    [[nodiscard]] bool canTransfer(TicketId ticket) const;
    [[nodiscard]] bool canSetSegment(TicketId ticket) const;
    [[nodiscard]] bool canRestore(TicketId ticket) const;

    /// Sends a command; `done` hears the answer, on this thread, and the moves then have it. Offline at once while
    /// the hub is away. Nothing at all while another command is not answered: what asks shows that by `canAct`.
    void act(const Command &command, Done done = {});
    /// Moves counters together, as `act` does a command; `leave`: why people may wait for what nobody serves then.
    void moveCounters(const std::vector<CounterMove> &moves, std::optional<UnservedReason> leave, Done done = {});

    /// Sends a message, as `act` does a command; `text` says it and to whom, for the list of what was done.
    void sendMessage(const SendMessage &message, const QString &text, Done done = {});

    /// What is begun next is begun about an alert (0: about none), and the hub is told when it is done; where a
    /// ticket is what it is about, only what is done with that one.
    void actFor(AlertId alert, TicketId about = {});
    /// Something was done about that alert that is no command: `action` is the word for it.
    void reportActed(const std::string &action);

    /// What was done by who is signed in, newest last.
    [[nodiscard]] const std::deque<Move> &moves() const { return m_moves; }
    [[nodiscard]] const Move *move(int id) const;
    /// The newest that was not taken back; null for none.
    [[nodiscard]] const Move *newest() const;
    /// Whether whoever is at a counter serves somebody now.
    [[nodiscard]] bool isBusy(CounterId counter) const;
    /// Where somebody is signed on; 0 for nowhere.
    [[nodiscard]] CounterId counterOf(StaffId staff) const;
    /// Takes a move back; nothing for one that cannot be, as `whyNotBack` says. ServiceUnserved when that would
    /// leave a service without a counter and `leaveUnserved` is not set.
    void takeBack(int id, bool leaveUnserved, Done done = {});

Q_SIGNALS:
    /// Who may act, whether it can be done now, or the moves have changed. Changes of the branch are told by the
    /// link.
    void changed();
    /// Somebody else is signed in, or nobody: what was begun is nobody's any more, and its answers are not heard.
    void personChanged();

private:
    /// What an alert asked for.
    struct Acting {
        AlertId alert;
        TicketId about;
    };

    /// Asks the hub once, unless something is under way.
    void begin(const std::function<void(Done)> &ask, std::function<void()> onDone, Done done);
    void remember(Move move);
    void followPerson();
    void report(AlertId alert, const std::string &action);

    BranchLink &m_link;
    StaffId m_staff; ///< whose moves these are
    int m_signing = 0; ///< counts who signed in: also the same person anew
    std::deque<Move> m_moves;
    int m_lastMove = 0;
    bool m_isConfirming = false;
    Acting m_acting;
};

} // namespace tiepdon
