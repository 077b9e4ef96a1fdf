// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/supervisor/actionform.h"

#include <optional>

namespace tiepdon {

/// What to look at first when too many wait for a service: a closed counter to open where somebody is free,
/// otherwise the counter to give a work profile with that service, the one whose own queues are shortest and which
/// leaves no queue alone. Nothing when every open counter serves it already. Counts only what is there now; what it
/// brings is asked of the forecast. Pure.
[[nodiscard]] std::optional<Action> proposalFor(const SupervisorDesk &desk, ServiceId service);

} // namespace tiepdon
