// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/hub.h"

#include <QString>

namespace tiepdon {

/// Reads a hub's configuration file (TOML; packaging/hub.toml shows every key). FileNotReadable, or BadFile
/// with detail "file", "line" and "field": an unknown key, a wrong type or a value out of range.
Result<HubConfig> hubConfigFrom(const QString &file);

} // namespace tiepdon
