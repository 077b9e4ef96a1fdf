// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerting/view.h"

#include <type_traits>

namespace tiepdon {

NoShowRuns::NoShowRuns(std::span<const Alert> open)
{
    for (const Alert &alert : open) {
        if (alert.kind == AlertKind::NoShowsInRow && alert.isOpen() && alert.subject.counter.isSet())
            m_runs[alert.subject.counter] = alert.value;
    }
}

void NoShowRuns::follow(const Event &event)
{
    std::visit(
        [this](const auto &e) {
            using E = std::decay_t<decltype(e)>;
            if constexpr (std::is_same_v<E, event::TicketMissed> || std::is_same_v<E, event::TicketNoShow>) {
                if (e.counter.isSet())
                    ++m_runs[e.counter];
            } else if constexpr (
                std::is_same_v<
                    E,
                    event::
                        ServiceStarted> || std::is_same_v<E, event::CounterOpened> || std::is_same_v<E, event::CounterClosed>) {
                m_runs.erase(e.counter);
            } else if constexpr (std::is_same_v<E, event::DayOpened> || std::is_same_v<E, event::DayClosed>) {
                m_runs.clear();
            }
        },
        event);
}

} // namespace tiepdon
