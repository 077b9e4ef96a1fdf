// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/branchlink.h"

#include <QPointer>

#include <optional>
#include <vector>

namespace tiepdon {

/// A branch without a hub: its state is made by commands the engine really decides, its clock stands still
/// until moved. For demo states and window tests. Both mirrors are kept. Replies come on the next turn of
/// the event loop, as from a hub. Lives on the main thread.
class FixedLink : public BranchLink
{
    Q_OBJECT

public:
    explicit FixedLink(TimeMs nowMs, QObject *parent = nullptr);

    [[nodiscard]] Status status() const override { return m_status; }
    [[nodiscard]] Error problem() const override { return m_problem; }
    [[nodiscard]] const BranchState &branch() const override { return m_branch; }
    [[nodiscard]] const PublicState &shown() const override { return m_shown; }
    [[nodiscard]] TimeMs hubNowMs() const override { return m_nowMs; }
    [[nodiscard]] double rate() const override { return 1.0; }
    [[nodiscard]] TimeMs asOfMs() const override { return m_asOfMs; }
    void send(const Command &command, QObject *context, Done done) override;

    /// Decides and applies at once, as if another client had asked.
    Result<CommandReply> run(const Command &command);
    /// Moves the clock.
    void advance(TimeMs byMs);
    /// Live, or out of reach for a reason from now on.
    void setStatus(Status status, Error problem = {});
    /// From now on commands are neither done nor answered, until released.
    void hold() { m_isHeld = true; }
    /// Does and answers what was held.
    void release();
    /// The next command sent is answered with this error and changes nothing.
    void refuseNext(Error error) { m_refusal = std::move(error); }

    /// Every command sent so far.
    [[nodiscard]] const std::vector<Command> &sent() const { return m_sent; }

private:
    struct Held {
        Command command;
        QPointer<QObject> context;
        Done done;
    };

    void answer(const Held &held);

    BranchState m_branch;
    PublicState m_shown;
    Status m_status = Status::Live;
    Error m_problem;
    TimeMs m_nowMs;
    TimeMs m_asOfMs;
    std::int64_t m_seq = 0;
    bool m_isHeld = false;
    std::optional<Error> m_refusal;
    std::vector<Held> m_held;
    std::vector<Command> m_sent;
};

} // namespace tiepdon
