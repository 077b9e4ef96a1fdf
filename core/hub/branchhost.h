// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// Runs the branch: decides commands in the order they arrive, hands them to the store, and after their
/// commit answers and publishes. Holds two states: the decided one, which may run ahead of the disk and is
/// seen by nobody, and the published one, which is what the disk holds. Main thread of the hub.
class BranchHost : public QObject
{
    Q_OBJECT

public:
    /// Called once with the command's answer: {"result": …} or {"error": …} as the store keeps it.
    using Answer = std::function<void(const Result<Json> &)>;

    /// `store` and `clock` outlive it. `recovered` is what the store found.
    BranchHost(Store &store, const Clock &clock, Recovered recovered, QObject *parent = nullptr);

    /// Decides and commits a command made under `id`. The same id again gets the first answer;
    /// OperationReused when its method or parameters differ. StorageFull while the disk is, HubStopping
    /// after `stop`.
    void execute(const OperationId &id, const Command &command, const std::string &device, Answer answer);

    /// Looks up what a client's run has sent before, so that its new commands need no look at the disk.
    /// `done` comes always. Forgotten with `forgetClient`.
    void meetClient(const std::string &client, std::function<void()> done);
    void forgetClient(const std::string &client);

    [[nodiscard]] const BranchState &state() const { return m_published; }
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
        std::string operation;
        std::vector<PublishedEvent> events;
        Result<Json> answer;
    };

    void look(const OperationId &id, const Command &command, const std::string &device);
    void decideAndCommit(const OperationId &id, const Command &command, const std::string &device);
    void finish(const std::string &operation, const Result<Json> &answer);
    void onCommitted(qulonglong count);
    void onFailed(const Error &error);
    void probe();
    [[nodiscard]] StaffId actorOf(const Command &command) const;

    Store &m_store;
    const Clock &m_clock;
    BranchState m_decided;
    BranchState m_published;
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
};

/// What tells two commands under one id apart.
std::string bodyHash(const Command &command);
/// An answer as the store keeps it, and back.
std::string answerText(const Result<Json> &answer);
Result<Json> answerFrom(const std::string &text);

} // namespace tiepdon
