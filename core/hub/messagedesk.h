// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/desk.h"
#include "core/store/notebook.h"
#include "core/wire/branchmessage.h"

#include <QTimer>

#include <map>

namespace tiepdon {

/// Keeps the messages that people of the branch send to counters and to the lobby: takes them in, takes them back,
/// remembers where they were seen, and ends them when their time is up. What they say stands in the notebook alone.
/// Main thread of the hub.
class MessageDesk : public Desk
{
    Q_OBJECT

public:
    /// `host` outlives it; `notebook` is what a start found.
    MessageDesk(BranchHost &host, const Notebook &notebook, QObject *parent = nullptr);

    [[nodiscard]] bool isChange(std::string_view method) const override;
    void change(const OperationId &id, const Asker &asker, std::string_view method, const Json &params,
                Answer answer) override;
    [[nodiscard]] std::vector<BoardNote> notes() const override;

private:
    using Messages = std::map<MessageId, BranchMessage>;
    /// What a message is from now on, or why not. Asked at the change's turn.
    using Next = std::function<Result<BranchMessage>(TimeMs now)>;

    /// Runs a change and shows it once it is on disk.
    void run(const OperationId &id, const Asker &asker, std::string_view method, const Json &params,
             const std::string &action, Next next, Answer answer);
    void send(const OperationId &id, const Asker &asker, const Json &params, Answer answer);
    [[nodiscard]] Result<BranchMessage> standing(MessageId id, TimeMs now) const;
    [[nodiscard]] Decision written(const BranchMessage &message, const std::string &action) const;
    void show(const BranchMessage &message);
    void endDue();

    BranchHost &m_host;
    Messages m_decided; ///< as decided; may run ahead of the disk
    Messages m_shown; ///< as the disk has them
    std::int64_t m_lastId = 0;
    QTimer m_due; ///< runs while a message stands
};

} // namespace tiepdon
