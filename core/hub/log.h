// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/json.h"

#include <string_view>

namespace tiepdon {

enum class LogLevel : std::uint8_t { Info, Warning, Error };

/// One line of JSON on standard error: time (UTC), level, event, and the fields given. Holds ids, counts and
/// device names, never a person's. Any thread.
void logLine(LogLevel level, std::string_view event, Json fields = Json::object());

/// Sends Qt's own warnings into the log too.
void logQtMessages();

} // namespace tiepdon
