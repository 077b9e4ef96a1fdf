// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/accessstate.h"
#include "core/base/clock.h"
#include "core/queue/engine.h"
#include "core/queue/publicview.h"
#include "core/store/store.h"
#include "core/wire/message.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tiepdon {

/// One event after its commit: what it did to tickets, and what the outside sees of it.
struct PublishedEvent {
    JournalEntry entry;
    Touched touched;
    std::vector<PublicEvent> shown;
};

/// Who asks for something.
struct Doer {
    StaffId actor; ///< 0: a kiosk, or the hub itself
    DeviceId device; ///< 0: the hub itself
};

/// What an operation changes, all of it at once, and what it leaves for those who check later.
struct Decision {
    std::optional<Error> refused; ///< then nothing changes; the audit is written all the same
    std::vector<Event> events;
    std::vector<AccessChange> access;
    std::vector<CustomerChange> customers;
    std::vector<NotebookEntry> notebook; ///< as they are from now on
    std::string reason; ///< why sessions among `access` end or lock; told to their clients
    std::vector<AuditEntry> audit; ///< time, actor and device are filled in
    Json extra = Json::object(); ///< further fields of the reply
};

/// Runs the branch: decides commands in the order they arrive, hands them to the store, and after their
/// commit answers and publishes. What the branch does by itself as time passes it does too, as the hub's own
/// operations. Holds two states: the decided one, which may run ahead of the disk and is
/// seen by nobody, and the published one, which is what the disk holds. Main thread of the hub.
class BranchHost : public QObject
{
    Q_OBJECT

public:
    /// Called once with the command's answer: {"result": …} or {"error": …} as the store keeps it.
    using Answer = std::function<void(const Result<Json> &)>;

    /// `store` and `clock` outlive it. `recovered` is what the store found.
    BranchHost(Store &store, const Clock &clock, Recovered recovered, QObject *parent = nullptr);

    /// Decides at its turn, on the decided states; `now` is the branch's time.
    using Decide = std::function<Decision(TimeMs now)>;

    /// Decides and commits an operation made under `id`. The same id again gets the first answer;
    /// OperationReused when `bodyHash` differs. StorageFull while the disk is, HubStopping after `stop`.
    void execute(const OperationId &id, const std::string &bodyHash, const Doer &doer, Decide decide,
                 Answer answer);
    /// Commits what is nobody's operation: records, audit entries, events decided just now. Applied to the decided
    /// states at once. `done` may be empty. StorageFull, HubStopping.
    void record(Decision decision, const Doer &doer, std::function<void(const Result<void> &)> done);

    /// How long somebody who has just joined a queue of `decided` will wait; nothing when it is not known. Asked
    /// for each such ticket, before it is committed.
    using Expect
        = std::function<std::optional<WaitQuote>(const BranchState &decided, const Ticket &ticket, TimeMs now)>;
    void setExpect(Expect expect) { m_expect = std::move(expect); }
    /// Called for each event that is durable, in order, with the state as it is after it.
    using Follow = std::function<void(const BranchState &state, const PublishedEvent &published)>;
    void setFollow(Follow follow) { m_follow = std::move(follow); }
    /// Keeps what the forecast learned, or a day's score, with the next group.
    void keep(std::vector<ForecastRecord> records);

    /// The clock was set: what is due by it is done now. It may be called at any time.
    void clockMoved();

    /// Drops sessions and codes from memory that expired before this time.
    void forgetExpired(TimeMs systemMs);

    /// Looks up what a client's run has sent before, so that its new commands need no look at the disk.
    /// `done` comes always. Forgotten with `forgetClient`.
    void meetClient(const std::string &client, std::function<void()> done);
    void forgetClient(const std::string &client);

    [[nodiscard]] const BranchState &state() const { return m_published; }
    /// As decided, for rules that must not run behind: whose counter it is, which session has ended.
    [[nodiscard]] const BranchState &decidedState() const { return m_decided; }
    [[nodiscard]] const AccessState &access() const { return m_decidedAccess; }
    [[nodiscard]] std::int64_t publishedSeq() const { return m_publishedSeq; }
    /// Never before the last event's time.
    [[nodiscard]] TimeMs nowMs() const;
    [[nodiscard]] std::size_t inFlight() const { return m_inFlight.size(); }
    /// Commands made durable since the start, and in how many groups.
    [[nodiscard]] std::int64_t commandsCommitted() const { return m_commandsCommitted; }
    [[nodiscard]] std::int64_t groupsCommitted() const { return m_groupsCommitted; }

    /// Takes no further commands; `idle` follows when the last commit is answered.
    void stop();

Q_SIGNALS:
    /// A group of events is durable. In order, once each.
    void published(const std::vector<tiepdon::PublishedEvent> &events);
    /// Records of devices and people are durable, for this reason.
    void accessChanged(const std::vector<tiepdon::AccessChange> &changes, const std::string &reason);
    void idle();
    /// The store cannot go on: the process must end and be started again.
    void broken(const tiepdon::Error &error);

private:
    /// A command on its way: everybody who sent it, and what it is.
    struct Asked {
        std::string bodyHash;
        std::vector<Answer> answers;
    };
    /// What is known of a client's run.
    struct Met {
        std::int64_t highest = 0; ///< n of its latest command
        bool isSure = false; ///< the disk was asked: every higher n is new
    };
    struct InFlight {
        std::string operation; ///< empty: the hub's own
        std::vector<PublishedEvent> events;
        std::vector<AccessChange> access;
        std::string reason;
        Result<Json> answer = Json();
        std::function<void(const Result<void> &)> done;
    };

    void look(const OperationId &id, const Doer &doer, const Decide &decide);
    void decideAndCommit(const OperationId &id, const Doer &doer, const Decide &decide);
    void stamp(Decision &decision, const Doer &doer) const;
    void take(std::vector<Event> events, const Doer &doer, const std::string &operation, TimeMs now, Commit &commit,
              InFlight &flight);
    void quote(const std::vector<PublishedEvent> &events, TimeMs now, Commit &commit, CommandReply &reply) const;
    void passTime();
    void waitForDue();
    void finish(const std::string &operation, const Result<Json> &answer);
    void onCommitted(qulonglong count);
    void onFailed(const Error &error);
    void probe();

    Store &m_store;
    const Clock &m_clock;
    BranchState m_decided;
    BranchState m_published;
    AccessState m_decidedAccess;
    AccessState m_publishedAccess;
    std::int64_t m_decidedSeq = 0;
    std::int64_t m_publishedSeq = 0;
    TimeMs m_lastMs = 0;
    std::deque<InFlight> m_inFlight; ///< in the order handed to the store
    std::unordered_map<std::string, Asked> m_asked; ///< by operation: being looked up or in flight
    std::unordered_map<std::string, Met> m_clients; ///< by client's run
    std::int64_t m_commandsCommitted = 0;
    std::int64_t m_groupsCommitted = 0;
    bool m_isFull = false;
    bool m_isStopping = false;
    QTimer m_probe;
    QTimer m_due; ///< runs while something is due at a later time
    Expect m_expect;
    Follow m_follow;
};

/// What tells two operations under one id apart. `params` must hold no secret.
std::string bodyHash(std::string_view method, const Json &params);
/// An answer as the store keeps it, and back.
std::string answerText(const Result<Json> &answer);
Result<Json> answerFrom(const std::string &text);

} // namespace tiepdon
