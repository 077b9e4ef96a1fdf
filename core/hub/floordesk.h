// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/desk.h"

#include <map>

namespace tiepdon {

/// Moves counters together, and knows who changed each of them last in this run of the hub, so that whoever comes
/// second hears of it. Main thread of the hub.
class FloorDesk : public Desk
{
    Q_OBJECT

public:
    /// `host` outlives it.
    explicit FloorDesk(BranchHost &host, QObject *parent = nullptr);

    [[nodiscard]] bool isQuestion(std::string_view method) const override;
    [[nodiscard]] bool isChange(std::string_view method) const override;
    void ask(const Asker &asker, std::string_view method, const Json &params, Answer answer) override;
    void change(const OperationId &id, const Asker &asker, std::string_view method, const Json &params,
                Answer answer) override;
    void onPublished(const std::vector<PublishedEvent> &events) override;

private:
    struct Last {
        StaffId by;
        TimeMs atMs = 0;
    };
    [[nodiscard]] std::string nameOf(StaffId staff) const;
    /// The refusal with who was first.
    [[nodiscard]] Error told(Error refusal) const;

    BranchHost &m_host;
    std::map<CounterId, Last> m_last;
};

} // namespace tiepdon
