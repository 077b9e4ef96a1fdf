// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/floorevents.h"

#include <type_traits>
#include <variant>

namespace tiepdon {

CounterId counterOf(const Event &event)
{
    return std::visit(
        [](const auto &e) {
            using Kind = std::decay_t<decltype(e)>;
            if constexpr (!std::is_same_v<Kind, event::CounterDefined> && requires { e.counter; })
                return CounterId{e.counter};
            else
                return CounterId{};
        },
        event);
}

bool isAboutAll(const Event &event)
{
    return std::holds_alternative<event::BranchRuled>(event) || std::holds_alternative<event::ServiceDefined>(event)
        || std::holds_alternative<event::ProfileDefined>(event)
        || std::holds_alternative<event::CounterDefined>(event)
        || std::holds_alternative<event::StaffDefined>(event)
        || std::holds_alternative<event::SegmentDefined>(event) || std::holds_alternative<event::PartRemoved>(event)
        || std::holds_alternative<event::DayOpened>(event) || std::holds_alternative<event::DayClosed>(event);
}

bool isAboutCover(const Event &event)
{
    return std::holds_alternative<event::CounterOpened>(event)
        || std::holds_alternative<event::CounterClosed>(event)
        || std::holds_alternative<event::ProfileAssigned>(event)
        || std::holds_alternative<event::CounterPaused>(event)
        || std::holds_alternative<event::CounterResumed>(event);
}

} // namespace tiepdon
