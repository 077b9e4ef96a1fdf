// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/asker.h"
#include "core/hub/branchhost.h"
#include "core/wire/message.h"

#include <QObject>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tiepdon {

/// A note to listeners beside the streams, unnumbered: the latest of its kind replaces those before.
struct BoardNote {
    std::string right; ///< row of the table of permissions; who may do that gets it
    std::string method;
    Json body;
};

/// A part of the hub that answers its own questions and carries out its own changes. The hub has asked the table of
/// permissions before. Main thread of the hub.
class Desk : public QObject
{
    Q_OBJECT

public:
    using Answer = BranchHost::Answer;
    using QObject::QObject;

    /// Whether this is asked here, without an operation id. Where nothing is, nothing more is to be written.
    [[nodiscard]] virtual bool isQuestion(std::string_view /*method*/) const { return false; }
    /// Whether this is changed here, under an operation id.
    [[nodiscard]] virtual bool isChange(std::string_view /*method*/) const { return false; }
    /// `answer` is called once, now or later.
    virtual void ask(const Asker & /*asker*/, std::string_view method, const Json & /*params*/, Answer answer)
    {
        answer(unknown(method));
    }
    virtual void change(const OperationId & /*id*/, const Asker & /*asker*/, std::string_view method,
                        const Json & /*params*/, Answer answer)
    {
        answer(unknown(method));
    }
    /// What somebody who begins to listen is told at once.
    [[nodiscard]] virtual std::vector<BoardNote> notes() const { return {}; }
    /// Events are durable.
    virtual void onPublished(const std::vector<PublishedEvent> & /*events*/) { }
    /// A client's line is closed: nobody waits for what was asked through it (`Asker::connection`).
    virtual void onLineClosed(std::uint64_t /*connection*/) { }

Q_SIGNALS:
    /// To be sent to all who may have it.
    void told(const tiepdon::BoardNote &note);

private:
    static Error unknown(std::string_view method)
    {
        return {ErrorCode::UnknownMethod, "nothing of this name is done here", {{"name", std::string(method)}}};
    }
};

} // namespace tiepdon
