// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/desk.h"
#include "core/store/dayfigures.h"

namespace tiepdon {

/// Answers what is asked about days' figures, from the store's reader of them; so nothing else waits for it. Main
/// thread of the hub.
class FiguresDesk : public Desk
{
    Q_OBJECT

public:
    /// Questions that may wait: each takes some hundredths of a second, and a console asks again by itself.
    static constexpr int kWaitingMax = 8;

    /// Both outlive it.
    FiguresDesk(BranchHost &host, Store &store, QObject *parent = nullptr);

    [[nodiscard]] bool isQuestion(std::string_view method) const override;
    /// InvalidParams, Busy while too many wait, and what `DayFiguresQuery` is refused with.
    void ask(const Asker &asker, std::string_view method, const Json &params, Answer answer) override;

private:
    BranchHost &m_host;
    Store &m_store;
    int m_waiting = 0;
};

} // namespace tiepdon
